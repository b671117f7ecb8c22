//! Which rekeningen are asked for again: those of which the source was asked and nothing came that could be used, while it does answer.
//!
//! What is wrong with one of them is that one's: it is on this list, with a pause that grows, and nobody waits for it. It says something
//! about the source and not about the money, so it is no event. It is kept beside the read side, because what was passed over may not be
//! forgotten by a restart.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use keukentafel::clock::Moment;
use keukentafel::domain::ids::{BeheerrekeningId, GemeenteId};
use keukentafel::store::{Journal, Position, Write};
use serde::{Deserialize, Serialize};

use crate::deps::Deps;
use crate::limits::{HERKANS_MAX, HERKANS_MIN};

/// The name under which the list is kept.
const NAME: &str = "allegro.herkansingen";

/// One that is asked for again.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
struct Herkansing {
    gemeente: GemeenteId,
    rekening: BeheerrekeningId,
    /// The last answer was one that cannot be right: somebody has to look into it.
    onjuist: bool,
    /// From when on it is asked for again.
    weer_om: Moment,
    /// How long after that once more, seconds.
    pauze: u64,
}

type Lijst = BTreeMap<(GemeenteId, BeheerrekeningId), Herkansing>;

/// The list, shared by all rekeningen of this node.
#[derive(Clone)]
pub(super) struct Herkansingen {
    deps: Deps,
    lijst: Arc<RwLock<Lijst>>,
}

impl Herkansingen {
    /// As it was kept; empty when it cannot be read.
    pub(super) async fn lees(deps: Deps) -> Self {
        let kept = deps.journal.projection(NAME).await.ok().flatten();
        let rows: Vec<Herkansing> =
            kept.and_then(|(_, bytes)| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
        let lijst = rows.into_iter().map(|row| ((row.gemeente, row.rekening), row)).collect();
        Self { deps, lijst: Arc::new(RwLock::new(lijst)) }
    }

    /// Whether the last answer about this one was one that cannot be right.
    pub(super) fn is_onjuist(&self, gemeente: GemeenteId, rekening: BeheerrekeningId) -> bool {
        let lijst = self.lijst.read().unwrap_or_else(PoisonError::into_inner);
        lijst.get(&(gemeente, rekening)).is_some_and(|row| row.onjuist)
    }

    /// Nothing came of asking for it. The pause grows with the questions that were due, not with those of whoever looks meanwhile.
    pub(super) fn mis(&self, gemeente: GemeenteId, rekening: BeheerrekeningId, onjuist: bool) {
        let now = self.deps.clock.now();
        let mut lijst = self.lijst.write().unwrap_or_else(PoisonError::into_inner);
        let before = lijst.get(&(gemeente, rekening)).copied();
        let pauze = match before {
            None => HERKANS_MIN,
            Some(row) if row.weer_om <= now => (Duration::from_secs(row.pauze) * 2).min(HERKANS_MAX),
            Some(row) => {
                lijst.insert((gemeente, rekening), Herkansing { onjuist, ..row });
                if row.onjuist != onjuist {
                    self.bewaar(&lijst);
                }
                return;
            }
        };
        let weer_om = now.plus_micros(i64::try_from(pauze.as_micros()).unwrap_or(i64::MAX));
        let row = Herkansing { gemeente, rekening, onjuist, weer_om, pauze: pauze.as_secs() };
        lijst.insert((gemeente, rekening), row);
        self.bewaar(&lijst);
    }

    /// It was answered well, or is not there any more.
    pub(super) fn klaar(&self, gemeente: GemeenteId, rekening: BeheerrekeningId) {
        let mut lijst = self.lijst.write().unwrap_or_else(PoisonError::into_inner);
        if lijst.remove(&(gemeente, rekening)).is_some() {
            self.bewaar(&lijst);
        }
    }

    /// Whom to ask for now, longest due first.
    pub(super) fn aan_de_beurt(&self) -> Vec<(GemeenteId, BeheerrekeningId)> {
        let now = self.deps.clock.now();
        let lijst = self.lijst.read().unwrap_or_else(PoisonError::into_inner);
        let mut due: Vec<_> = lijst.values().filter(|row| row.weer_om <= now).copied().collect();
        due.sort_by_key(|row| row.weer_om);
        due.into_iter().map(|row| (row.gemeente, row.rekening)).collect()
    }

    /// Keeps the list as it is now. `false` when it is not kept: then nobody may be passed over for being on it.
    pub(super) async fn is_bewaard(&self) -> bool {
        let Some(write) = self.write(&self.lijst.read().unwrap_or_else(PoisonError::into_inner)) else {
            return false;
        };
        matches!(self.deps.committer.write(write).await, Ok(Ok(_)))
    }

    /// Under the lock, so that what is kept last is what is true last. What cannot be kept now is with the next change.
    fn bewaar(&self, lijst: &Lijst) {
        if let Some(write) = self.write(lijst) {
            let _ = self.deps.committer.submit(write, drop);
        }
    }

    fn write(&self, lijst: &Lijst) -> Option<Write> {
        let rows: Vec<&Herkansing> = lijst.values().collect();
        let position = Position(u64::try_from(self.deps.clock.now().micros()).unwrap_or(0));
        Some(Write::Projection { name: NAME, position, bytes: serde_json::to_vec(&rows).ok()? })
    }
}
