//! May this happen to a signaal, and what is true afterwards?

use super::{Betreft, Gemeld, Inzending, Samengaan, Signaal, SignaalCommand, SignaalEvent, SignaalRefusal};
use crate::clock::Moment;
use crate::domain::aggregate::{Aggregate, Context};
use crate::domain::bevoegdheid::{Handeling, mag};
use crate::domain::wat::Wat;
use crate::limits::INZENDINGEN_MAX;

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
            SignaalCommand::KoppelAanPlan { .. } | SignaalCommand::Vernietig => Handeling::Reageren,
            SignaalCommand::WijsPersoonAan { .. }
            | SignaalCommand::GaSamen(_)
            | SignaalCommand::Heropen { .. }
            | SignaalCommand::HandelAf { .. } => Handeling::SignaalBehandelen,
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
            (SignaalCommand::WijsPersoonAan { persoon, samen }, Self::Gemeld(signaal)) => {
                match &signaal.betreft {
                    Betreft::Persoon(known) if known == persoon => Ok(Vec::new()),
                    Betreft::Persoon(_) | Betreft::Groep(_) => Err(SignaalRefusal::PersoonBekend),
                    Betreft::NogOnbekend(_) => {
                        let named = SignaalEvent::PersoonAangewezen { persoon: *persoon };
                        let together = samen.as_ref().map(|samen| ga_samen(signaal, samen)).transpose()?;
                        Ok(std::iter::once(named).chain(together).collect())
                    }
                }
            }
            (SignaalCommand::GaSamen(samen), Self::Gemeld(signaal)) => Ok(vec![ga_samen(signaal, samen)?]),
            (SignaalCommand::KoppelAanPlan { plan }, Self::Gemeld(signaal)) => {
                let linked = SignaalEvent::SignaalGekoppeld { plan: *plan };
                Ok(signaal.plan.is_none().then_some(linked).into_iter().collect())
            }
            (SignaalCommand::Vernietig, Self::Gemeld(signaal)) => {
                // What went up in another goes when that one does; who asks has seen to that.
                if signaal.opgegaan_in.is_none() && !signaal.is_over_termijn(context.now.day()) {
                    return Err(SignaalRefusal::TermijnLoopt);
                }
                Ok(vec![SignaalEvent::SignaalVernietigd {}])
            }
            (SignaalCommand::Heropen { reden }, Self::Gemeld(signaal)) => heropen(signaal, reden, context),
            (SignaalCommand::HandelAf { afhandeling }, Self::Gemeld(signaal)) => match signaal.afgehandeld {
                Some(before) if before == *afhandeling => Ok(Vec::new()),
                Some(_) => Err(SignaalRefusal::Afgehandeld),
                None if signaal.opgegaan_in.is_some() => Err(SignaalRefusal::Afgehandeld),
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
                    opgegaan_in: None,
                    samengevoegd: Vec::new(),
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
            (SignaalEvent::SignaalOpgegaan { signaal: ander }, Self::Gemeld(mut signaal)) => {
                signaal.opgegaan_in = Some(*ander);
                signaal.gewijzigd_op = at;
                Self::Gemeld(signaal)
            }
            (
                SignaalEvent::SignaalSamengevoegd { signaal: ander, inzendingen },
                Self::Gemeld(mut signaal),
            ) => {
                signaal.inzendingen.extend(inzendingen.iter().cloned());
                signaal.inzendingen.sort_by_key(|it| it.ontvangen_op);
                // Of the first report of all.
                let first = signaal.inzendingen.first().map(|it| it.ontvangen_op);
                signaal.ontvangen_op =
                    first.map_or(signaal.ontvangen_op, |first| first.min(signaal.ontvangen_op));
                signaal.samengevoegd.push(*ander);
                signaal.gewijzigd_op = at;
                Self::Gemeld(signaal)
            }
            (SignaalEvent::SignaalVernietigd {}, Self::Gemeld(_)) => Self::Onbekend,
            (SignaalEvent::SignaalHeropend { .. }, Self::Gemeld(mut signaal)) => {
                signaal.afgehandeld = None;
                signaal.gewijzigd_op = at;
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

/// What was handled waits again. What went up in another is where that one is, and what is no longer to be kept is not taken up anew.
fn heropen(signaal: &Gemeld, reden: &Wat, context: &Context) -> Result<Vec<SignaalEvent>, SignaalRefusal> {
    if signaal.opgegaan_in.is_some() {
        return Err(SignaalRefusal::Opgegaan);
    }
    if signaal.is_over_termijn(context.now.day()) {
        return Err(SignaalRefusal::TermijnVoorbij);
    }
    let again = SignaalEvent::SignaalHeropend { reden: reden.clone() };
    Ok(signaal.afgehandeld.is_some().then_some(again).into_iter().collect())
}

/// Only what still waits goes together: of what was handled somebody has said what was done.
fn ga_samen(signaal: &Gemeld, samen: &Samengaan) -> Result<SignaalEvent, SignaalRefusal> {
    if !signaal.is_open() {
        return Err(SignaalRefusal::Gesloten);
    }
    match samen {
        Samengaan::In(ander) => Ok(SignaalEvent::SignaalOpgegaan { signaal: *ander }),
        Samengaan::Met { ander, inzendingen } => {
            if signaal.inzendingen.len() + inzendingen.len() > INZENDINGEN_MAX {
                return Err(SignaalRefusal::Gesloten);
            }
            Ok(SignaalEvent::SignaalSamengevoegd { signaal: *ander, inzendingen: inzendingen.clone() })
        }
    }
}

fn seen_before(inzending: &Inzending, context: &Context) -> Result<(), SignaalRefusal> {
    if inzending.waargenomen_op > context.now.day() {
        return Err(SignaalRefusal::Waargenomen);
    }
    Ok(())
}
