//! Has the end of the trail signed once a UTC day, by the committer like every other write. Signed at the first look of a day,
//! so that a day's lines are fixed within [`HEAD_LOOK`] of its end, however little the next day brings.

use std::sync::Arc;

use keukentafel::clock::Clock;
use keukentafel::store::{Appended, Outcome, Refusal, Write, head_day};
use tokio::time::{Instant, MissedTickBehavior};

use super::Committer;
use crate::limits::HEAD_LOOK;

/// Looks once in [`HEAD_LOOK`], the first time after it, until the node stops. The time is that of `clock`, so a clock that is moved
/// ahead (demo mode) is followed too; one that goes back signs nothing twice.
pub fn sign_daily(committer: &Committer, clock: Arc<dyn Clock>) {
    // Weak: whoever hands over writes keeps the committer going, and this one would never let it end.
    let queue = committer.queue.downgrade();
    let mut look = tokio::time::interval_at(Instant::now() + HEAD_LOOK, HEAD_LOOK);
    look.set_missed_tick_behavior(MissedTickBehavior::Delay);
    tokio::spawn(async move {
        let mut signed = None;
        loop {
            look.tick().await;
            let Some(queue) = queue.upgrade() else { return };
            let at = clock.now();
            let day = head_day(at);
            if signed.is_some_and(|signed| signed >= day) {
                continue;
            }
            let outcome = Committer { queue }.write(Write::SignHead { at }).await;
            // Anything else is tried again at the next look.
            if outcome.is_ok_and(|outcome| stands(&outcome)) {
                signed = Some(day);
            }
        }
    });
}

/// Whether the day has its signed head now.
fn stands(outcome: &Outcome) -> bool {
    match outcome {
        Ok(Ok(Appended::Kept)) => true,
        // There is no line to sign yet.
        Ok(Err(Refusal::Missing)) => false,
        Ok(Ok(_) | Err(_)) | Err(_) => {
            metrics::counter!("keukentafel_audit_heads_failed_total").increment(1);
            tracing::error!("the day's head of the trail could not be signed; it is tried again");
            false
        }
    }
}
