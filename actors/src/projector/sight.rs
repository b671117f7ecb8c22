//! Whether this node sees the feed. Rights end by what the feed says: who cannot read it knows of no end any more, and the rights that
//! it still holds grow old without anybody noticing. So a node that does not see the feed gives nothing that rights guard (G27): it
//! fails closed, says so, and goes on by itself when it sees again.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use tokio::sync::{Notify, watch};
use tokio::time::Instant;

use crate::limits::{BLIND_AFTER, SIGHT_LOOK};

/// When the feed was last read to its end. Asked by whoever gives something out; written by the projector alone.
#[derive(Debug)]
pub(crate) struct Sight {
    begun: Instant,
    /// Milliseconds after `begun` at which the last look began that reached the end.
    seen: AtomicU64,
    /// A look reached the end.
    looked: Notify,
    blind: watch::Sender<bool>,
}

impl Sight {
    /// Seen just now: the read side is caught up before anybody may ask.
    pub(crate) fn new() -> Self {
        Self {
            begun: Instant::now(),
            seen: AtomicU64::new(0),
            looked: Notify::new(),
            blind: watch::Sender::new(false),
        }
    }

    /// What was committed before `at` is taken in, and told to whom it concerns.
    pub(super) fn seen(&self, at: Instant) {
        self.seen.fetch_max(millis(at.duration_since(self.begun)), Ordering::AcqRel);
        self.looked.notify_waiters();
    }

    /// Whether the last look is too long ago. Worked out at each question, so that it holds also when nobody tends this.
    pub(crate) fn is_blind(&self) -> bool {
        let seen = self.seen.load(Ordering::Acquire);
        millis(self.begun.elapsed()).saturating_sub(seen) >= millis(BLIND_AFTER)
    }

    /// Whether it sees, now or within a while.
    pub(crate) async fn sees_within(&self, patience: Duration) -> bool {
        let looked = self.looked.notified();
        if !self.is_blind() {
            return true;
        }
        drop(tokio::time::timeout(patience, looked).await);
        !self.is_blind()
    }

    /// `true` from when it turns blind, `false` from when it sees again; for whoever has doors to close.
    pub(crate) fn watch(&self) -> watch::Receiver<bool> {
        self.blind.subscribe()
    }

    /// Says on [`Self::watch`] what changed. Ends with the node.
    pub(crate) async fn tend(this: std::sync::Weak<Self>) {
        loop {
            tokio::time::sleep(SIGHT_LOOK).await;
            let Some(this) = this.upgrade() else { return };
            let blind = this.is_blind();
            let changed = this.blind.send_if_modified(|before| std::mem::replace(before, blind) != blind);
            match (changed, blind) {
                (true, true) => {
                    metrics::counter!("keukentafel_feed_blind_total").increment(1);
                    tracing::error!(
                        "the feed cannot be read: nothing that rights guard goes out until it can"
                    );
                }
                (true, false) => tracing::info!("the feed is read again"),
                (false, _) => {}
            }
        }
    }
}

fn millis(span: Duration) -> u64 {
    u64::try_from(span.as_millis()).unwrap_or(u64::MAX)
}
