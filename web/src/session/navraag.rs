//! With what a provider is asked again whether somebody still is who they were, as a session keeps it: closed, and shared with what the session
//! goes on as under another secret.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use keukentafel::clock::Moment;
use uuid::Uuid;

use super::micros;

/// See the module.
#[derive(Clone)]
pub(crate) struct Navraag {
    id: Uuid,
    stand: Arc<Mutex<Stand>>,
}

struct Stand {
    dicht: Vec<u8>,
    op: Moment,
}

impl Navraag {
    /// As it was given, or last asked with, at this moment. The id is its own, on every node.
    pub(crate) fn new(id: Uuid, dicht: Vec<u8>, op: Moment) -> Self {
        Self { id, stand: Arc::new(Mutex::new(Stand { dicht, op })) }
    }

    /// Its id.
    pub(crate) fn id(&self) -> Uuid {
        self.id
    }

    /// What is kept, and when it was asked last.
    pub(crate) fn stand(&self) -> (Vec<u8>, Moment) {
        let stand = self.lock();
        (stand.dicht.clone(), stand.op)
    }

    /// Whether it was last asked so long ago.
    pub(crate) fn is_oud(&self, na: Duration, now: Moment) -> bool {
        now.micros() - self.lock().op.micros() >= micros(na)
    }

    /// It was asked; `dicht` is what to ask with from now on, when that is something else.
    pub(crate) fn gevraagd(&self, dicht: Option<Vec<u8>>, now: Moment) {
        let mut stand = self.lock();
        stand.op = now;
        if let Some(dicht) = dicht {
            stand.dicht = dicht;
        }
    }

    /// As it is kept elsewhere, unless it was asked here since.
    pub(super) fn zet(&self, dicht: Vec<u8>, op: Moment) {
        let mut stand = self.lock();
        if op >= stand.op {
            *stand = Stand { dicht, op };
        }
    }

    /// Whether this is the same, and not only alike.
    pub(crate) fn is(&self, other: &Self) -> bool {
        self.id == other.id
    }

    fn lock(&self) -> MutexGuard<'_, Stand> {
        self.stand.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl PartialEq for Navraag {
    fn eq(&self, other: &Self) -> bool {
        self.is(other) || self.stand() == other.stand()
    }
}

impl Eq for Navraag {}

impl std::fmt::Debug for Navraag {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Navraag(***)")
    }
}
