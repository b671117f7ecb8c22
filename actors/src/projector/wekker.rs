//! The one timer for the next moment at which something begins or ends by the clock.

use std::time::Duration;

use keukentafel::clock::Moment;
use tokio::task::AbortHandle;

/// Beyond this it is set again when it rings: tokio's wheel holds two years, and a clock may be moved meanwhile.
const TIMER_MAX: Duration = Duration::from_secs(24 * 60 * 60);

/// Which moment the timer stands for. Until it rang it is not set twice for the same.
///
/// That it rang is what its message says, and not that its task is over: the message may be read before the task has ended. And it may
/// ring early, as the wall clock is corrected and the timer's is not; whoever then took the timer to be running still would hear of the
/// end only by chance (N-12).
#[derive(Default)]
pub(super) struct Wekker {
    staat_op: Option<Moment>,
    timer: Option<AbortHandle>,
}

impl Wekker {
    /// It rang, or is to be looked at anew: it stands for nothing any more.
    pub(super) fn ging(&mut self) {
        self.staat_op = None;
    }

    /// For how long it must be set now that `op` is the next moment; `None` when it stands for that.
    pub(super) fn zet(&mut self, op: Moment, now: Moment) -> Option<Duration> {
        if self.staat_op.replace(op) == Some(op) {
            return None;
        }
        let wait = op.micros().saturating_sub(now.micros()).max(0).unsigned_abs();
        Some(Duration::from_micros(wait).min(TIMER_MAX))
    }

    /// This runs for it from now on, and what ran before does not.
    pub(super) fn loopt(&mut self, timer: AbortHandle) {
        if let Some(before) = self.timer.replace(timer) {
            before.abort();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(micros: i64) -> Moment {
        Moment::from_micros(1_790_000_000_000_000 + micros)
    }

    /// shows N-12
    #[test]
    fn one_that_rang_before_its_moment_is_set_for_what_is_left() {
        let mut wekker = Wekker::default();
        assert_eq!(wekker.zet(moment(5_000), moment(0)), Some(Duration::from_micros(5_000)));
        assert_eq!(wekker.zet(moment(5_000), moment(1_000)), None, "it runs");
        wekker.ging();
        assert_eq!(wekker.zet(moment(5_000), moment(4_990)), Some(Duration::from_micros(10)));
    }

    #[test]
    fn another_moment_sets_it_again_and_one_that_is_over_rings_at_once() {
        let mut wekker = Wekker::default();
        assert_eq!(wekker.zet(moment(9_000), moment(0)), Some(Duration::from_micros(9_000)));
        assert_eq!(wekker.zet(moment(4_000), moment(1_000)), Some(Duration::from_micros(3_000)));
        assert_eq!(wekker.zet(moment(2_000), moment(3_000)), Some(Duration::ZERO));
    }

    #[test]
    fn a_moment_beyond_the_wheel_is_looked_at_again() {
        let day = TIMER_MAX.as_secs().cast_signed() * 1_000_000;
        let mut wekker = Wekker::default();
        assert_eq!(wekker.zet(moment(3 * day), moment(0)), Some(TIMER_MAX));
        wekker.ging();
        assert_eq!(wekker.zet(moment(3 * day), moment(day)), Some(TIMER_MAX));
    }
}
