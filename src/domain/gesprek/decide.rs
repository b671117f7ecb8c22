//! May this happen to a gesprek, and what is true afterwards?

use super::{Gesprek, GesprekCommand, GesprekEvent, GesprekRefusal};
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
            (GesprekCommand::WijzigDeelnemers { .. }, Self::Onbekend) => Err(GesprekRefusal::Onbekend),
            (GesprekCommand::WijzigDeelnemers { erbij, eraf }, Self::Open { deelnemers, .. }) => {
                wijzig(deelnemers, erbij, eraf, context)
            }
        }
    }

    fn evolve(self, event: &GesprekEvent, _at: Moment) -> Self {
        match (event, self) {
            (GesprekEvent::GesprekGeopend { zaken, deelnemers, document }, Self::Onbekend) => Self::Open {
                zaken: zaken.clone(),
                deelnemers: deelnemers.clone(),
                documenten: vec![*document],
            },
            (
                GesprekEvent::DeelnemerToegevoegd { deelnemer },
                Self::Open { zaken, mut deelnemers, documenten },
            ) => {
                deelnemers.push(*deelnemer);
                Self::Open { zaken, deelnemers, documenten }
            }
            (
                GesprekEvent::DeelnemerVerwijderd { deelnemer },
                Self::Open { zaken, mut deelnemers, documenten },
            ) => {
                deelnemers.retain(|other| other != deelnemer);
                Self::Open { zaken, deelnemers, documenten }
            }
            // Versions are dense: a history starts at its start, and starts once.
            (GesprekEvent::GesprekGeopend { .. }, state @ Self::Open { .. })
            | (
                GesprekEvent::DeelnemerToegevoegd { .. } | GesprekEvent::DeelnemerVerwijderd { .. },
                state @ Self::Onbekend,
            ) => state,
        }
    }
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
    if !context.is_een_van(deelnemers) {
        return Err(GesprekRefusal::Onbekend);
    }
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
    Ok(coming.chain(going).collect())
}

/// In the order given, each once.
fn unique<T: Copy + Ord>(ids: &[T]) -> Vec<T> {
    let mut seen = std::collections::BTreeSet::new();
    ids.iter().copied().filter(|id| seen.insert(*id)).collect()
}
