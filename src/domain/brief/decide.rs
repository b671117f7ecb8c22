//! May this happen to a letter, and what is true of it then.

use super::{Berichtweg, Bezorging, Brief, BriefCommand, BriefEvent, BriefRefusal, Gemaakt};
use crate::clock::Moment;
use crate::domain::aggregate::{Aggregate, Context};
use crate::domain::bevoegdheid::{Handeling, mag};

impl Aggregate for Brief {
    type Command = BriefCommand;
    type Event = BriefEvent;
    type Refusal = BriefRefusal;
    const SCHEMA: u16 = 1;

    fn decide(&self, command: &BriefCommand, context: &Context) -> Result<Vec<BriefEvent>, BriefRefusal> {
        let handeling = match command {
            BriefCommand::Vraag(_) => Handeling::MeldingRegistreren,
            BriefCommand::MeldGepost => Handeling::BriefPosten,
            BriefCommand::LegVast(_) | BriefCommand::MeldVerstuurd | BriefCommand::MeldNietAangekomen(_) => {
                Handeling::Reageren
            }
        };
        if !mag(context.wie.rol, handeling) {
            return Err(BriefRefusal::NietBevoegd);
        }
        match (command, self) {
            (BriefCommand::Vraag(vraag), Self::Onbekend) => Ok(vec![BriefEvent::BriefGevraagd(*vraag)]),
            (BriefCommand::Vraag(_), Self::Gevraagd(_) | Self::Gemaakt(..)) => Err(BriefRefusal::BestaatAl),
            (_, Self::Onbekend) => Err(BriefRefusal::Onbekend),
            (BriefCommand::LegVast(made), Self::Gevraagd(_)) => {
                Ok(vec![BriefEvent::BriefGemaakt(made.clone())])
            }
            // Made by another node just now: the first one is the letter.
            (BriefCommand::LegVast(_), Self::Gemaakt(..)) => Ok(Vec::new()),
            (
                BriefCommand::MeldVerstuurd | BriefCommand::MeldNietAangekomen(_) | BriefCommand::MeldGepost,
                Self::Gevraagd(_),
            ) => Err(BriefRefusal::Onbekend),
            (command, Self::Gemaakt(_, gemaakt)) => bezorg(command, gemaakt),
        }
    }

    fn evolve(self, event: &BriefEvent, at: Moment) -> Self {
        match (event, self) {
            (BriefEvent::BriefGevraagd(vraag), Self::Onbekend) => Self::Gevraagd(*vraag),
            (BriefEvent::BriefGemaakt(made), Self::Gevraagd(vraag)) => {
                let bezorging = match made.weg {
                    Berichtweg::Portaal => Bezorging::InPortaal,
                    Berichtweg::Email => Bezorging::Onderweg,
                    Berichtweg::Post => Bezorging::TePosten,
                };
                let gemaakt = Gemaakt {
                    op: at,
                    sjabloon: made.sjabloon.clone(),
                    weg: made.weg,
                    pdf: made.pdf,
                    html: made.html,
                    bezorging,
                    mail_mislukt_op: None,
                };
                Self::Gemaakt(vraag, Box::new(gemaakt))
            }
            (BriefEvent::BerichtVerstuurd {}, Self::Gemaakt(vraag, gemaakt)) => {
                met(vraag, *gemaakt, Bezorging::Verstuurd { op: at })
            }
            (BriefEvent::BerichtNietAangekomen { waarom }, Self::Gemaakt(vraag, gemaakt)) => {
                let gemaakt = Gemaakt { mail_mislukt_op: Some(at), ..*gemaakt };
                met(vraag, gemaakt, Bezorging::NietAangekomen { op: at, waarom: *waarom })
            }
            (BriefEvent::BriefGepost {}, Self::Gemaakt(vraag, gemaakt)) => {
                met(vraag, *gemaakt, Bezorging::Gepost { op: at })
            }
            // A history that goes otherwise cannot come from the journal, where versions are dense.
            (BriefEvent::BriefGevraagd(_), brief @ (Self::Gevraagd(_) | Self::Gemaakt(..)))
            | (BriefEvent::BriefGemaakt(_), brief @ (Self::Onbekend | Self::Gemaakt(..)))
            | (
                BriefEvent::BerichtVerstuurd {}
                | BriefEvent::BerichtNietAangekomen { .. }
                | BriefEvent::BriefGepost {},
                brief @ (Self::Onbekend | Self::Gevraagd(_)),
            ) => brief,
        }
    }
}

fn met(vraag: super::Vraag, gemaakt: Gemaakt, bezorging: Bezorging) -> Brief {
    Brief::Gemaakt(vraag, Box::new(Gemaakt { bezorging, ..gemaakt }))
}

/// What was told once is not told again. A letter of which the mail did not arrive may go on paper after all.
fn bezorg(command: &BriefCommand, gemaakt: &Gemaakt) -> Result<Vec<BriefEvent>, BriefRefusal> {
    Ok(match (command, gemaakt.bezorging) {
        (BriefCommand::MeldVerstuurd, Bezorging::Onderweg) => vec![BriefEvent::BerichtVerstuurd {}],
        (BriefCommand::MeldNietAangekomen(waarom), Bezorging::Onderweg) => {
            vec![BriefEvent::BerichtNietAangekomen { waarom: *waarom }]
        }
        (BriefCommand::MeldGepost, Bezorging::TePosten | Bezorging::NietAangekomen { .. }) => {
            vec![BriefEvent::BriefGepost {}]
        }
        (BriefCommand::MeldGepost, Bezorging::Gepost { .. }) => Vec::new(),
        (
            BriefCommand::MeldGepost,
            Bezorging::InPortaal | Bezorging::Onderweg | Bezorging::Verstuurd { .. },
        ) => {
            return Err(BriefRefusal::NietOpPapier);
        }
        (
            BriefCommand::MeldVerstuurd | BriefCommand::MeldNietAangekomen(_),
            Bezorging::InPortaal
            | Bezorging::Verstuurd { .. }
            | Bezorging::NietAangekomen { .. }
            | Bezorging::TePosten
            | Bezorging::Gepost { .. },
        )
        | (BriefCommand::Vraag(_) | BriefCommand::LegVast(_), _) => Vec::new(),
    })
}
