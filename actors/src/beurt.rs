//! Whether it is this node's turn to do what one node does for all: send mail, make letters, end what is over, sweep.
//!
//! Each of these is done once however often it is begun, by command ids made of what it is about. So a turn is no condition for being right; it
//! keeps several nodes from doing the same work at the same time, and a message from being sent by two. With one node it is always its turn.
//!
//! A node that stops takes no turn any more, finishes what it is busy with, and only then gives its turns away: what another begins is not under
//! way here.

use std::sync::Arc;
use std::time::Duration;

use keukentafel::store::{Lease, Leases, SharedJournal};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use crate::limits::LEASE_DUUR;

/// All that is done in turns.
const WERK: [&str; 6] = ["reacties", "brieven", "berichten", "bewaartermijn", "nazicht", "allegro"];

/// Gives every turn away that this node has: another need not wait for its end.
pub(crate) async fn geef_door(journal: &SharedJournal, node: &str) {
    for naam in WERK {
        // A turn that cannot be given away ends by itself.
        drop(journal.take_lease(naam, node, Duration::ZERO).await);
    }
}

/// The turns of one loop.
#[derive(Debug)]
pub(crate) struct Beurt {
    journal: SharedJournal,
    naam: &'static str,
    /// The name of this node: started again it goes on in its turn.
    node: Arc<str>,
    /// The turn that it has, and since when for sure.
    heeft: Option<(Lease, Instant)>,
    /// The node stops.
    einde: CancellationToken,
}

impl Beurt {
    /// None yet, at this work.
    pub(crate) fn new(
        journal: &SharedJournal,
        node: &Arc<str>,
        naam: &'static str,
        einde: CancellationToken,
    ) -> Self {
        Self { journal: journal.clone(), naam, node: Arc::clone(node), heeft: None, einde }
    }

    /// Waits for this, so long at most. `false` when the node stops, or what was waited for says that it is over.
    pub(crate) async fn wacht(&self, hoogstens: Duration, iets: impl Future<Output = bool>) -> bool {
        tokio::select! {
            () = self.einde.cancelled() => false,
            there = tokio::time::timeout(hoogstens, iets) => there.unwrap_or(true),
        }
    }

    /// The turn, when it is this node's for a while yet and it does not stop. To be asked again before each thing that takes time.
    pub(crate) async fn neem(&mut self) -> Option<Lease> {
        if self.einde.is_cancelled() {
            return None;
        }
        if let Some((lease, since)) = self.heeft
            && since.elapsed() < LEASE_DUUR / 2
        {
            return Some(lease);
        }
        self.neem_voor(LEASE_DUUR).await
    }

    /// The turn for so long from now on, for what takes that time in one piece and cannot be done twice.
    pub(crate) async fn neem_voor(&mut self, duur: Duration) -> Option<Lease> {
        if self.einde.is_cancelled() {
            return None;
        }
        let since = Instant::now();
        let taken = self.journal.take_lease(self.naam, &self.node, duur).await;
        let taken = taken.unwrap_or_else(|fault| {
            tracing::warn!(fault = %fault, beurt = self.naam, "whose turn it is cannot be asked");
            None
        });
        self.heeft = taken.map(|lease| (lease, since));
        taken
    }
}

/// The turn is another node's, or this node stops: what is left is not for us.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(crate) struct Elders;

/// The turn under which the next thing is written, where there is one to write under.
///
/// # Errors
/// [`Elders`].
pub(crate) async fn in_beurt(beurt: &mut Option<&mut Beurt>) -> Result<Option<Lease>, Elders> {
    match beurt {
        Some(beurt) => beurt.neem().await.map(Some).ok_or(Elders),
        None => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use keukentafel::store::MemoryJournal;
    use uuid::Uuid;

    use super::*;

    fn node(journal: &Arc<MemoryJournal>, node: &str) -> Beurt {
        Beurt::new(
            &SharedJournal::from_arc(Arc::clone(journal)),
            &Arc::from(node),
            "brieven",
            CancellationToken::new(),
        )
    }

    // shows G10
    #[tokio::test(start_paused = true)]
    async fn a_node_that_stops_takes_no_turn_and_waits_for_nothing() {
        let journal = Arc::new(MemoryJournal::new(Uuid::from_u128(1)));
        let mut een = node(&journal, "n1");
        assert!(een.neem().await.is_some());
        assert!(een.wacht(LEASE_DUUR, std::future::pending()).await, "that was all the time");
        een.einde.cancel();
        assert_eq!((een.neem().await, een.neem_voor(LEASE_DUUR).await), (None, None));
        assert!(!een.wacht(LEASE_DUUR, std::future::pending()).await);
    }

    // shows G10
    #[tokio::test(start_paused = true)]
    async fn a_turn_is_kept_while_it_is_asked_for_and_goes_on_when_its_holder_stands_still() {
        let journal = Arc::new(MemoryJournal::new(Uuid::from_u128(1)));
        let (mut een, mut twee) = (node(&journal, "n1"), node(&journal, "n2"));
        let first = een.neem().await.unwrap();
        for _ in 0..10 {
            tokio::time::advance(LEASE_DUUR / 3).await;
            assert_eq!(twee.neem().await, None);
            assert_eq!(een.neem().await, Some(first));
        }
        tokio::time::advance(LEASE_DUUR + Duration::from_secs(1)).await;
        let second = twee.neem().await.unwrap();
        assert!(second.epoch > first.epoch);
        assert_eq!(een.neem().await, None, "it knows as soon as it asks");
        geef_door(&twee.journal, "n2").await;
        let third = een.neem().await.unwrap();
        assert!(third.epoch > second.epoch);
        geef_door(&een.journal, "n1").await;
        // Started again, and not another.
        let fourth = node(&journal, "n2").neem().await;
        assert_eq!(node(&journal, "n2").neem().await, fourth);
        assert!(fourth.is_some());
    }
}
