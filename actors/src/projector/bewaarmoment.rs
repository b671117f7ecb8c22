//! When the read side's state may be kept again: it takes memory and a core, and what it costs grows with all there is.

use std::sync::{Arc, Mutex, PoisonError};

use tokio::time::Instant;

/// Keeping takes one part in so many of the time at most: ten thousand events a second would otherwise have it done five times a
/// second.
const KEEP_SHARE: u32 = 30;

/// From when on; nothing while one is under way.
pub(super) struct Bewaarmoment(Mutex<Option<Instant>>);

impl Default for Bewaarmoment {
    fn default() -> Self {
        Self(Mutex::new(Some(Instant::now())))
    }
}

impl Bewaarmoment {
    pub(super) fn is_daar(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).is_some_and(|from| Instant::now() >= from)
    }

    /// It is under way from now until what is given back is dropped, whatever becomes of it.
    pub(super) fn begin(self: &Arc<Self>) -> Bezig {
        self.zet(None);
        Bezig { moment: Arc::clone(self), begun: Instant::now() }
    }

    fn zet(&self, from: Option<Instant>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = from;
    }
}

/// One that is under way.
pub(super) struct Bezig {
    moment: Arc<Bewaarmoment>,
    begun: Instant,
}

impl Drop for Bezig {
    fn drop(&mut self) {
        self.moment.zet(Some(Instant::now() + self.begun.elapsed() * KEEP_SHARE));
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn one_at_a_time_and_then_not_for_thirty_times_as_long() {
        let moment = Arc::new(Bewaarmoment::default());
        assert!(moment.is_daar());
        let bezig = moment.begin();
        tokio::time::advance(Duration::from_secs(1)).await;
        assert!(!moment.is_daar(), "one is under way");
        drop(bezig);
        tokio::time::advance(Duration::from_secs(29)).await;
        assert!(!moment.is_daar());
        tokio::time::advance(Duration::from_secs(1)).await;
        assert!(moment.is_daar());
    }
}
