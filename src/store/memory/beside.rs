//! What stands beside the record: concepten, and whose turn it is.

use std::time::Duration;

use super::MemoryJournal;
use crate::clock::Moment;
use crate::store::{ConceptSleutel, Concepten, Fault, Lease, Leases, StoredConcept};

impl Concepten for MemoryJournal {
    async fn concept(&self, sleutel: ConceptSleutel, now: Moment) -> Result<Option<StoredConcept>, Fault> {
        self.reads.turn().await;
        let state = self.state();
        Ok(state.concepten.get(&sleutel).filter(|concept| concept.verloopt_op > now).cloned())
    }
}

impl Leases for MemoryJournal {
    async fn take_lease(
        &self,
        naam: &'static str,
        houder: &str,
        duur: Duration,
    ) -> Result<Option<Lease>, Fault> {
        let mut state = self.state();
        *state.leases_asked.entry(naam).or_default() += 1;
        let lease = state.leases.neem(naam, houder, duur);
        let epochs = state.leases.epochs.clone();
        state.facts.leases = epochs;
        Ok(lease)
    }
}
