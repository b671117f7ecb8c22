//! Whether this node sees the feed. Rights end by what the feed says: who cannot read it knows of no end any more, and the rights that
//! it still holds grow old without anybody noticing. So a node that does not see the feed gives nothing that rights guard (G27): it
//! fails closed, says so, and goes on by itself when it sees again.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::time::Duration;

use keukentafel::clock::Moment;
use tokio::sync::{Notify, watch};
use tokio::time::Instant;

use crate::limits::{BLIND_AFTER, SIGHT_LOOK};

/// How far this node is behind the feed, for who watches over it.
#[derive(Copy, Clone, Debug, PartialEq)]
pub struct Feedstand {
    /// Since the last look began that reached the end.
    pub sinds: Duration,
    /// How old the oldest thing can be that was not read yet; nothing while the last look reached the end.
    pub achter: Duration,
}

/// The end of the feed was reached, as far as this says.
const AT_END: i64 = i64::MIN;

/// The look at the feed on which something was decided.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Zicht(u64);

/// When the feed was last read to its end. Asked by whoever gives something out; written by the projector alone.
#[derive(Debug)]
pub(crate) struct Sight {
    begun: Instant,
    /// Milliseconds after `begun` at which the last look began that reached the end.
    seen: AtomicU64,
    /// Microseconds of when that was recorded up to which it was read; [`AT_END`] when that was all.
    up_to: AtomicI64,
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
            up_to: AtomicI64::new(AT_END),
            looked: Notify::new(),
            blind: watch::Sender::new(false),
        }
    }

    /// What was committed before `at` is taken in, and told to whom it concerns.
    pub(super) fn seen(&self, at: Instant) {
        self.seen.fetch_max(millis(at.duration_since(self.begun)), Ordering::AcqRel);
        self.up_to.store(AT_END, Ordering::Release);
        self.looked.notify_waiters();
    }

    /// There is more than was read, or nobody knows; the last event that was read was recorded then.
    pub(super) fn behind(&self, last: Option<Moment>) {
        self.up_to.store(last.map_or(AT_END + 1, Moment::micros), Ordering::Release);
    }

    /// How far behind it is. What was recorded before the last look that reached the end is read, so nothing unread is older than that, nor
    /// than the last event that was read.
    pub(crate) fn stand(&self, now: Moment) -> Feedstand {
        let sinds =
            self.begun.elapsed().saturating_sub(Duration::from_millis(self.seen.load(Ordering::Acquire)));
        let achter = match self.up_to.load(Ordering::Acquire) {
            AT_END => Duration::ZERO,
            micros => {
                let since = now.micros().saturating_sub(micros).max(0).unsigned_abs();
                sinds.min(Duration::from_micros(since))
            }
        };
        Feedstand { sinds, achter }
    }

    /// Whether the last look is too long ago. Worked out at each question, so that it holds also when nobody tends this.
    pub(crate) fn is_blind(&self) -> bool {
        self.now().is_none()
    }

    /// Of when what is decided on now is; `None` while it is blind.
    pub(crate) fn now(&self) -> Option<Zicht> {
        let zicht = Zicht(self.seen.load(Ordering::Acquire));
        self.holds(zicht).then_some(zicht)
    }

    /// Whether what was decided then may go out now: it is not too long ago. That the feed was read since changes nothing of it, as nobody
    /// asked again.
    pub(crate) fn holds(&self, Zicht(seen): Zicht) -> bool {
        millis(self.begun.elapsed()).saturating_sub(seen) < millis(BLIND_AFTER)
    }

    /// What it sees, now or within a while.
    pub(crate) async fn sees_within(&self, patience: Duration) -> Option<Zicht> {
        let looked = self.looked.notified();
        let now = self.now();
        if now.is_some() {
            return now;
        }
        drop(tokio::time::timeout(patience, looked).await);
        self.now()
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

#[cfg(test)]
mod tests {
    use super::*;

    fn second(n: i64) -> Moment {
        Moment::from_micros(n * 1_000_000)
    }

    // shows G27, N-12: how far behind a node is, is known before it is blind
    #[tokio::test(start_paused = true)]
    async fn how_far_behind_is_told_by_the_last_look_to_the_end_and_by_what_was_read_since() {
        let sight = Sight::new();
        tokio::time::advance(Duration::from_secs(2)).await;
        assert_eq!(
            sight.stand(second(2)),
            Feedstand { sinds: Duration::from_secs(2), achter: Duration::ZERO }
        );
        // It fails, and nobody knows what there is: no more than came since.
        sight.behind(Some(second(-500)));
        tokio::time::advance(Duration::from_secs(1)).await;
        let three = Duration::from_secs(3);
        assert_eq!(sight.stand(second(3)), Feedstand { sinds: three, achter: three });
        sight.behind(None);
        assert_eq!(sight.stand(second(3)).achter, three);
        // It reads on, page by page.
        sight.behind(Some(second(2)));
        assert_eq!(sight.stand(second(3)), Feedstand { sinds: three, achter: Duration::from_secs(1) });
        sight.seen(Instant::now());
        assert_eq!(sight.stand(second(3)), Feedstand { sinds: Duration::ZERO, achter: Duration::ZERO });
    }
}
