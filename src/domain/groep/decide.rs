//! May this happen to a groep, and what is true afterwards?

use super::{
    Gevormd, Groep, GroepCommand, GroepEvent, GroepRefusal, Participant, Poging, Waarom, samenstelling,
};
use crate::clock::Moment;
use crate::domain::aggregate::{Aggregate, Context};
use crate::domain::bevoegdheid::{Handeling, kan_groep_wijzigen, mag};
use crate::domain::ids::{PersoonId, PlanId, SignaalId};
use crate::domain::wat::Wat;
use crate::limits::{GROEP_WAAROM_CHARS_MIN, GROEPSLEDEN_MAX, POGINGEN_MAX};

impl Aggregate for Groep {
    type Command = GroepCommand;
    type Event = GroepEvent;
    type Refusal = GroepRefusal;
    const SCHEMA: u16 = 1;

    fn decide(&self, command: &GroepCommand, context: &Context) -> Result<Vec<GroepEvent>, GroepRefusal> {
        let rol = context.wie.rol;
        let may = match command {
            GroepCommand::MaakVrij { .. } => mag(rol, Handeling::Reageren),
            // The same as the way in asks: who may change what is there is said by the table of groepen.
            GroepCommand::VoegParticipantToe(_) | GroepCommand::VerwijderParticipant { .. } => {
                kan_groep_wijzigen(rol)
            }
            GroepCommand::Vorm { .. } | GroepCommand::StartPlan { .. } | GroepCommand::NoteerPoging => {
                mag(rol, Handeling::Regisseren)
            }
        };
        if !may {
            return Err(GroepRefusal::NietBevoegd);
        }
        match (command, self) {
            (GroepCommand::Vorm { leden, aanleiding, plan, onbekend, waarom }, Self::Onbekend) => {
                let waarom = keur_waarom(leden, onbekend, waarom.as_ref())?;
                vorm(context, leden, (*aanleiding, waarom), *plan)
            }
            (GroepCommand::Vorm { .. }, Self::Gevormd(_)) => Err(GroepRefusal::BestaatAl),
            (_, Self::Onbekend) => Err(GroepRefusal::Onbekend),
            (GroepCommand::StartPlan { plan }, Self::Gevormd(groep)) => match groep.plan {
                Some(_) => Err(GroepRefusal::PlanLooptAl),
                None => Ok(vec![GroepEvent::PlanGestart { plan: *plan }]),
            },
            (GroepCommand::VoegParticipantToe(participant), Self::Gevormd(groep)) => {
                voeg_toe(groep, participant)
            }
            (GroepCommand::VerwijderParticipant { persoon }, Self::Gevormd(groep)) => {
                let there = groep.participanten.iter().any(|who| who.persoon == *persoon);
                let gone = GroepEvent::ParticipantVerwijderd { persoon: *persoon };
                Ok(there.then_some(gone).into_iter().collect())
            }
            (GroepCommand::MaakVrij { plan }, Self::Gevormd(groep)) => {
                let free = GroepEvent::GroepVrijgekomen { plan: *plan };
                Ok((groep.plan == Some(*plan)).then_some(free).into_iter().collect())
            }
            (GroepCommand::NoteerPoging, Self::Gevormd(groep)) => {
                let door = context.wie.id;
                // Once a day tells enough.
                let noted = |it: &Poging| it.door == door && it.op.day() == context.now.day();
                let again = groep.pogingen.iter().any(noted);
                Ok((!again).then_some(GroepEvent::PogingGeweigerd { door }).into_iter().collect())
            }
        }
    }

    fn evolve(self, event: &GroepEvent, at: Moment) -> Self {
        match (event, self) {
            (GroepEvent::GroepGevormd { leden, aanleiding, door, waarom }, Self::Onbekend) => {
                Self::Gevormd(Box::new(Gevormd {
                    leden: leden.clone(),
                    participanten: Vec::new(),
                    aanleiding: *aanleiding,
                    waarom: waarom.clone(),
                    gevormd_door: *door,
                    gevormd_op: at,
                    plan: None,
                    eerdere: Vec::new(),
                    pogingen: Vec::new(),
                }))
            }
            // Versions are dense: a history starts at its start, and starts once.
            (GroepEvent::GroepGevormd { .. }, state @ Self::Gevormd(_)) | (_, state @ Self::Onbekend) => {
                state
            }
            (GroepEvent::PlanGestart { plan }, Self::Gevormd(mut groep)) => {
                groep.plan = Some(*plan);
                Self::Gevormd(groep)
            }
            (GroepEvent::ParticipantToegevoegd(participant), Self::Gevormd(mut groep)) => {
                groep.participanten.retain(|who| who.persoon != participant.persoon);
                groep.participanten.push(participant.clone());
                Self::Gevormd(groep)
            }
            (GroepEvent::ParticipantVerwijderd { persoon }, Self::Gevormd(mut groep)) => {
                groep.participanten.retain(|who| who.persoon != *persoon);
                Self::Gevormd(groep)
            }
            (GroepEvent::GroepVrijgekomen { plan }, Self::Gevormd(mut groep)) => {
                groep.plan = None;
                groep.eerdere.push(*plan);
                Self::Gevormd(groep)
            }
            (GroepEvent::PogingGeweigerd { door }, Self::Gevormd(mut groep)) => {
                if groep.pogingen.len() == POGINGEN_MAX {
                    groep.pogingen.remove(0);
                }
                groep.pogingen.push(Poging { door: *door, op: at });
                Self::Gevormd(groep)
            }
        }
    }
}

fn vorm(
    context: &Context,
    leden: &[PersoonId],
    (aanleiding, waarom): (Option<SignaalId>, Option<Waarom>),
    plan: Option<PlanId>,
) -> Result<Vec<GroepEvent>, GroepRefusal> {
    let leden = samenstelling(leden);
    if leden.is_empty() {
        return Err(GroepRefusal::GeenLeden);
    }
    if leden.len() > GROEPSLEDEN_MAX {
        return Err(GroepRefusal::TeVeelLeden);
    }
    let gestart = plan.map(|plan| GroepEvent::PlanGestart { plan });
    let door = context.wie.id;
    let gevormd = GroepEvent::GroepGevormd { leden, aanleiding, door, waarom };
    Ok(std::iter::once(gevormd).chain(gestart).collect())
}

/// A groep opens who its leden are. Whoever of them one has nothing to do with yet is told why (KING-G1 is judgement, and judgement has a
/// reason).
fn keur_waarom(
    leden: &[PersoonId],
    onbekend: &[PersoonId],
    tekst: Option<&Wat>,
) -> Result<Option<Waarom>, GroepRefusal> {
    let voor: Vec<_> = samenstelling(onbekend).into_iter().filter(|who| leden.contains(who)).collect();
    let says = tekst.is_some_and(|tekst| tekst.voor_regel().chars().count() >= GROEP_WAAROM_CHARS_MIN);
    if !voor.is_empty() && !says {
        return Err(GroepRefusal::Waarom);
    }
    Ok(tekst.map(|tekst| Waarom { tekst: tekst.clone(), voor }))
}

fn voeg_toe(groep: &Gevormd, participant: &Participant) -> Result<Vec<GroepEvent>, GroepRefusal> {
    if groep.leden.contains(&participant.persoon) {
        return Err(GroepRefusal::IsLid);
    }
    if groep.participanten.contains(participant) {
        return Ok(Vec::new());
    }
    let known = groep.participanten.iter().any(|who| who.persoon == participant.persoon);
    if !known && groep.participanten.len() >= GROEPSLEDEN_MAX {
        return Err(GroepRefusal::TeVeelLeden);
    }
    Ok(vec![GroepEvent::ParticipantToegevoegd(participant.clone())])
}
