//! A token bucket: so many at once, so many a second after that.

use std::time::Duration;

use keukentafel::clock::Moment;

/// What is left of one asker's allowance.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Bucket {
    left: f64,
    burst: f64,
    per_second: f64,
    at: Moment,
}

impl Bucket {
    /// A full bucket.
    pub(crate) fn full(burst: f64, per_second: f64, now: Moment) -> Self {
        Self { left: burst, burst, per_second, at: now }
    }

    /// Takes one. When there is none: how long until there is.
    pub(crate) fn take(&mut self, now: Moment) -> Result<(), Duration> {
        self.fill(now);
        if self.left >= 1.0 {
            self.left -= 1.0;
            return Ok(());
        }
        Err(Duration::from_secs_f64((1.0 - self.left) / self.per_second))
    }

    /// Takes one even when there is none, and says how long the asker must wait before the next.
    pub(crate) fn take_on_credit(&mut self, now: Moment) -> Option<Duration> {
        self.fill(now);
        self.left -= 1.0;
        (self.left < 0.0).then(|| Duration::from_secs_f64(-self.left / self.per_second))
    }

    fn fill(&mut self, now: Moment) {
        let passed = (now.micros() - self.at.micros()).max(0) as f64 / 1_000_000.0;
        self.left = (self.left + passed * self.per_second).min(self.burst);
        self.at = now;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_then_a_steady_pace() {
        let start = Moment::from_micros(0);
        let mut bucket = Bucket::full(3.0, 2.0, start);
        for _ in 0..3 {
            assert_eq!(bucket.take(start), Ok(()));
        }
        assert_eq!(bucket.take(start), Err(Duration::from_millis(500)));
        assert_eq!(bucket.take(start.plus_micros(500_000)), Ok(()));
    }

    #[test]
    fn on_credit_the_wait_grows_with_each() {
        let start = Moment::from_micros(0);
        let mut bucket = Bucket::full(1.0, 10.0, start);
        assert_eq!(bucket.take_on_credit(start), None);
        assert_eq!(bucket.take_on_credit(start), Some(Duration::from_millis(100)));
        assert_eq!(bucket.take_on_credit(start), Some(Duration::from_millis(200)));
    }
}
