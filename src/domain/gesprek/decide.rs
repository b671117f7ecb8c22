//! May this happen to a gesprek, and what is true afterwards?

use super::{Gesprek, GesprekCommand, GesprekEvent, GesprekRefusal, afspraak};
use crate::clock::Moment;
use crate::domain::aggregate::{Aggregate, Context};
use crate::domain::ids::{DocumentId, MedewerkerId, ZaakId};
use crate::limits::{DEELNEMERS_MAX, ZAKEN_PER_GESPREK_MAX};

impl Aggregate for Gesprek {
    type Command = GesprekCommand;
    type Event = GesprekEvent;
    type Refusal = GesprekRefusal;
    const SCHEMA: u16 = 1;

    fn decide(
        &self,
        command: &GesprekCommand,
        context: &Context,
    ) -> Result<Vec<GesprekEvent>, GesprekRefusal> {
        match (command, self) {
            (GesprekCommand::Open { zaken, deelnemers, document }, Self::Onbekend) => {
                open(zaken, deelnemers, *document, context)
            }
            (GesprekCommand::Open { .. }, Self::Open { .. }) => Err(GesprekRefusal::BestaatAl),
            (
                GesprekCommand::WijzigDeelnemers { .. }
                | GesprekCommand::Plan { .. }
                | GesprekCommand::ZegAf { .. },
                Self::Onbekend,
            ) => Err(GesprekRefusal::Onbekend),
            (GesprekCommand::WijzigDeelnemers { erbij, eraf }, Self::Open { deelnemers, .. }) => {
                wijzig(deelnemers, erbij, eraf, context)
            }
            (GesprekCommand::Plan { begin, plek }, Self::Open { deelnemers, afspraak: nu, .. }) => {
                deelnemer(deelnemers, context)?;
                afspraak::plan(nu.as_ref(), *begin, *plek, context)
            }
            (GesprekCommand::ZegAf { reden }, Self::Open { deelnemers, afspraak: nu, .. }) => {
                deelnemer(deelnemers, context)?;
                afspraak::zeg_af(nu.as_ref(), reden, context)
            }
        }
    }

    fn evolve(mut self, event: &GesprekEvent, _at: Moment) -> Self {
        if let (Self::Onbekend, GesprekEvent::GesprekGeopend { zaken, deelnemers, document }) = (&self, event)
        {
            return Self::Open {
                zaken: zaken.clone(),
                deelnemers: deelnemers.clone(),
                documenten: vec![*document],
                afspraak: None,
            };
        }
        // Versions are dense: a history starts at its start, and starts once.
        let Self::Open { deelnemers, afspraak: nu, .. } = &mut self else { return self };
        match event {
            GesprekEvent::GesprekGeopend { .. } => {}
            GesprekEvent::DeelnemerToegevoegd { deelnemer } => deelnemers.push(*deelnemer),
            GesprekEvent::DeelnemerVerwijderd { deelnemer } => deelnemers.retain(|other| other != deelnemer),
            GesprekEvent::GesprekGepland { .. }
            | GesprekEvent::GesprekVerplaatst { .. }
            | GesprekEvent::GesprekAfgezegd { .. } => *nu = afspraak::na(nu.as_ref(), event),
        }
        self
    }
}

/// Whoever takes no part hears that it is not there.
fn deelnemer(deelnemers: &[MedewerkerId], context: &Context) -> Result<(), GesprekRefusal> {
    if context.is_een_van(deelnemers) { Ok(()) } else { Err(GesprekRefusal::Onbekend) }
}

fn open(
    zaken: &[ZaakId],
    deelnemers: &[MedewerkerId],
    document: DocumentId,
    context: &Context,
) -> Result<Vec<GesprekEvent>, GesprekRefusal> {
    let zaken = unique(zaken);
    let deelnemers = unique(deelnemers);
    if zaken.is_empty() || zaken.len() > ZAKEN_PER_GESPREK_MAX {
        return Err(GesprekRefusal::Zaken);
    }
    if !context.is_een_van(&deelnemers) {
        return Err(GesprekRefusal::ZonderZichzelf);
    }
    if deelnemers.len() > DEELNEMERS_MAX {
        return Err(GesprekRefusal::TeVeelDeelnemers);
    }
    Ok(vec![GesprekEvent::GesprekGeopend { zaken, deelnemers, document }])
}

fn wijzig(
    deelnemers: &[MedewerkerId],
    erbij: &[MedewerkerId],
    eraf: &[MedewerkerId],
    context: &Context,
) -> Result<Vec<GesprekEvent>, GesprekRefusal> {
    deelnemer(deelnemers, context)?;
    let ik = context.wie.id;
    if !deelnemers.contains(&ik) && erbij.contains(&ik) {
        // What somebody has for a while does not become theirs for good by their own act.
        return Err(GesprekRefusal::NietZelf);
    }
    let going: Vec<_> = unique(eraf).into_iter().filter(|who| deelnemers.contains(who)).collect();
    let coming: Vec<_> =
        unique(erbij).into_iter().filter(|who| !deelnemers.contains(who) && !eraf.contains(who)).collect();
    let left = deelnemers.len() + coming.len() - going.len();
    if left == 0 {
        return Err(GesprekRefusal::LaatsteDeelnemer);
    }
    if left > DEELNEMERS_MAX {
        return Err(GesprekRefusal::TeVeelDeelnemers);
    }
    let coming = coming.into_iter().map(|deelnemer| GesprekEvent::DeelnemerToegevoegd { deelnemer });
    let going = going.into_iter().map(|deelnemer| GesprekEvent::DeelnemerVerwijderd { deelnemer });
    // Who goes, goes first: who comes in is nothing that they hear.
    Ok(going.chain(coming).collect())
}

/// In the order given, each once.
fn unique<T: Copy + Ord>(ids: &[T]) -> Vec<T> {
    let mut seen = std::collections::BTreeSet::new();
    ids.iter().copied().filter(|id| seen.insert(*id)).collect()
}
