//! How often a rekening is asked for.

use std::time::Duration;

use crate::limits::{SALDO_ELKE_MAX, SALDO_ELKE_MIN};

/// The pace: quick after a change, slower while nothing happens.
#[derive(Debug)]
pub(super) struct Ritme {
    wacht: Duration,
}

impl Ritme {
    pub(super) fn new() -> Self {
        Self { wacht: SALDO_ELKE_MIN }
    }

    /// It was asked for: how long until the next time.
    pub(super) fn na(&mut self, veranderd: bool) -> Duration {
        if veranderd {
            self.wacht = SALDO_ELKE_MIN;
            return self.wacht;
        }
        let wacht = self.wacht;
        self.wacht = (self.wacht * 2).min(SALDO_ELKE_MAX);
        wacht
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quick_after_a_change_and_slower_while_nothing_happens() {
        let mut ritme = Ritme::new();
        let seconds: Vec<u64> =
            [false, false, false, false, true, false].map(|moved| ritme.na(moved).as_secs()).into();
        assert_eq!(seconds, [15, 30, 60, 60, 15, 15]);
    }
}
