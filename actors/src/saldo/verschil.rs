//! Which rekeningen have a difference: the parts that the source names did not make up its balance the last time it was asked.
//!
//! It says something about the source and not about the money, so it is no event. It is kept all the same, beside the read side, because a
//! list of what must be looked into may not be empty after a restart.

use std::collections::BTreeSet;
use std::sync::{Arc, PoisonError, RwLock};

use keukentafel::domain::ids::{BeheerrekeningId, GemeenteId};
use keukentafel::store::{Journal, Position, Write};

use crate::deps::Deps;

/// The name under which the list is kept.
const NAME: &str = "allegro.verschillen";

type Lijst = BTreeSet<(GemeenteId, BeheerrekeningId)>;

/// The list, shared by all rekeningen of this node.
#[derive(Clone)]
pub(super) struct Verschillen {
    deps: Deps,
    lijst: Arc<RwLock<Lijst>>,
}

impl Verschillen {
    /// As it was kept; empty when it cannot be read, and then found again with the next questions.
    pub(super) async fn lees(deps: Deps) -> Self {
        let kept = deps.journal.projection(NAME).await.ok().flatten();
        let lijst: Lijst =
            kept.and_then(|(_, bytes)| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
        Self { deps, lijst: Arc::new(RwLock::new(lijst)) }
    }

    /// Whether this one has a difference.
    pub(super) fn heeft(&self, gemeente: GemeenteId, rekening: BeheerrekeningId) -> bool {
        self.lijst.read().unwrap_or_else(PoisonError::into_inner).contains(&(gemeente, rekening))
    }

    /// What the last answer said.
    pub(super) fn zet(&self, gemeente: GemeenteId, rekening: BeheerrekeningId, verschil: bool) {
        if self.heeft(gemeente, rekening) == verschil {
            return;
        }
        // Written under the lock, so that what is kept last is what is true last.
        let mut lijst = self.lijst.write().unwrap_or_else(PoisonError::into_inner);
        if verschil {
            lijst.insert((gemeente, rekening));
        } else {
            lijst.remove(&(gemeente, rekening));
        }
        let Ok(bytes) = serde_json::to_vec(&*lijst) else { return };
        let position = Position(u64::try_from(self.deps.clock.now().micros()).unwrap_or(0));
        // When it cannot be kept now it is with the next change; the list itself is right.
        let _ = self.deps.committer.submit(Write::Projection { name: NAME, position, bytes }, drop);
    }
}
