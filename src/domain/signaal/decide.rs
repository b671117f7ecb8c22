//! May this happen to a signaal, and what is true afterwards?

use super::{Betreft, Gemeld, Inzending, Signaal, SignaalCommand, SignaalEvent, SignaalRefusal};
use crate::clock::Moment;
use crate::domain::aggregate::{Aggregate, Context};
use crate::domain::bevoegdheid::{Handeling, mag};

impl Aggregate for Signaal {
    type Command = SignaalCommand;
    type Event = SignaalEvent;
    type Refusal = SignaalRefusal;
    const SCHEMA: u16 = 1;

    fn decide(
        &self,
        command: &SignaalCommand,
        context: &Context,
    ) -> Result<Vec<SignaalEvent>, SignaalRefusal> {
        let needs = match command {
            SignaalCommand::Meld { .. } | SignaalCommand::Herhaal { .. } => Handeling::SignaalMelden,
            SignaalCommand::KoppelAanPlan { .. } => Handeling::Reageren,
            SignaalCommand::WijsPersoonAan { .. } | SignaalCommand::HandelAf { .. } => {
                Handeling::SignaalBehandelen
            }
        };
        if !mag(context.wie.rol, needs) {
            return Err(SignaalRefusal::NietBevoegd);
        }
        match (command, self) {
            (SignaalCommand::Meld { betreft, signaalsoort, inzending }, Self::Onbekend) => {
                seen_before(inzending, context)?;
                Ok(vec![SignaalEvent::SignaalGemeld {
                    betreft: betreft.clone(),
                    signaalsoort: *signaalsoort,
                    inzending: inzending.clone(),
                }])
            }
            (SignaalCommand::Meld { .. }, Self::Gemeld(_)) => Err(SignaalRefusal::BestaatAl),
            (_, Self::Onbekend) => Err(SignaalRefusal::Onbekend),
            (SignaalCommand::Herhaal { inzending }, Self::Gemeld(signaal)) => {
                seen_before(inzending, context)?;
                if !signaal.neemt_herhaling_op(context.now) {
                    return Err(SignaalRefusal::Gesloten);
                }
                Ok(vec![SignaalEvent::SignaalHerhaald { inzending: inzending.clone() }])
            }
            (SignaalCommand::WijsPersoonAan { persoon }, Self::Gemeld(signaal)) => match &signaal.betreft {
                Betreft::Persoon(known) if known == persoon => Ok(Vec::new()),
                Betreft::Persoon(_) | Betreft::Groep(_) => Err(SignaalRefusal::PersoonBekend),
                Betreft::NogOnbekend(_) => Ok(vec![SignaalEvent::PersoonAangewezen { persoon: *persoon }]),
            },
            (SignaalCommand::KoppelAanPlan { plan }, Self::Gemeld(signaal)) => {
                let linked = SignaalEvent::SignaalGekoppeld { plan: *plan };
                Ok(signaal.plan.is_none().then_some(linked).into_iter().collect())
            }
            (SignaalCommand::HandelAf { afhandeling }, Self::Gemeld(signaal)) => match signaal.afgehandeld {
                Some(before) if before == *afhandeling => Ok(Vec::new()),
                Some(_) => Err(SignaalRefusal::Afgehandeld),
                None => Ok(vec![SignaalEvent::SignaalAfgehandeld { afhandeling: *afhandeling }]),
            },
        }
    }

    fn evolve(self, event: &SignaalEvent, at: Moment) -> Self {
        match (event, self) {
            (SignaalEvent::SignaalGemeld { betreft, signaalsoort, inzending }, Self::Onbekend) => {
                Self::Gemeld(Box::new(Gemeld {
                    betreft: betreft.clone(),
                    signaalsoort: *signaalsoort,
                    inzendingen: vec![inzending.clone()],
                    ontvangen_op: at,
                    plan: None,
                    afgehandeld: None,
                    gewijzigd_op: at,
                }))
            }
            // Versions are dense: a history starts at its start, and starts once.
            (SignaalEvent::SignaalGemeld { .. }, state @ Self::Gemeld(_)) | (_, state @ Self::Onbekend) => {
                state
            }
            (SignaalEvent::SignaalHerhaald { inzending }, Self::Gemeld(mut signaal)) => {
                signaal.inzendingen.push(inzending.clone());
                signaal.gewijzigd_op = at;
                Self::Gemeld(signaal)
            }
            (SignaalEvent::PersoonAangewezen { persoon }, Self::Gemeld(mut signaal)) => {
                signaal.betreft = Betreft::Persoon(*persoon);
                signaal.gewijzigd_op = at;
                Self::Gemeld(signaal)
            }
            (SignaalEvent::SignaalGekoppeld { plan }, Self::Gemeld(mut signaal)) => {
                signaal.plan = Some(*plan);
                Self::Gemeld(signaal)
            }
            (SignaalEvent::SignaalAfgehandeld { afhandeling }, Self::Gemeld(mut signaal)) => {
                signaal.afgehandeld = Some(*afhandeling);
                signaal.gewijzigd_op = at;
                Self::Gemeld(signaal)
            }
        }
    }
}

fn seen_before(inzending: &Inzending, context: &Context) -> Result<(), SignaalRefusal> {
    if inzending.waargenomen_op > context.now.day() {
        return Err(SignaalRefusal::Waargenomen);
    }
    Ok(())
}
