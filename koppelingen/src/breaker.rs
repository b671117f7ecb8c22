//! Leaves a failing source alone for a while, then lets one question through to see whether it is back.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use keukentafel::clock::{Clock, Moment};

use crate::limits::{BREAKER_FAILURES, BREAKER_OPEN_MICROS, BREAKER_OPEN_MICROS_MAX};

/// Where a breaker stands.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
enum State {
    /// Questions go through.
    Closed { failures: u32 },
    /// No question goes through before `until`.
    Open { until: Moment, wait: i64 },
    /// One question is on its way to see; no other goes through.
    Trial { wait: i64 },
}

/// One breaker guards one source.
pub(crate) struct Breaker {
    clock: Arc<dyn Clock>,
    state: Mutex<State>,
}

impl Breaker {
    /// Closed.
    pub(crate) fn new(clock: Arc<dyn Clock>) -> Self {
        Self { clock, state: Mutex::new(State::Closed { failures: 0 }) }
    }

    /// Asks to put a question; `None` while the source is left alone. Who gets a pass says on it how it went.
    pub(crate) fn pass(&self) -> Option<Pass<'_>> {
        let now = self.clock.now();
        let mut state = self.state();
        let trial = match *state {
            State::Closed { .. } => false,
            State::Open { until, wait } if until <= now => {
                *state = State::Trial { wait };
                true
            }
            State::Open { .. } | State::Trial { .. } => return None,
        };
        Some(Pass { breaker: self, trial, told: false })
    }

    /// Whether the source is left alone now.
    pub(crate) fn is_open(&self) -> bool {
        !matches!(*self.state(), State::Closed { .. })
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn opened(&self, wait: i64) -> State {
        State::Open { until: self.clock.now().plus_micros(wait), wait }
    }
}

/// The right to put one question.
pub(crate) struct Pass<'a> {
    breaker: &'a Breaker,
    trial: bool,
    told: bool,
}

impl Pass<'_> {
    /// The source answered, whatever it said.
    pub(crate) fn answered(mut self) {
        self.told = true;
        let mut state = self.breaker.state();
        // A late answer to an old question does not close what opened since; only a trial does.
        if self.trial || matches!(*state, State::Closed { .. }) {
            *state = State::Closed { failures: 0 };
        }
    }

    /// The source failed.
    pub(crate) fn failed(mut self) {
        self.told = true;
        let mut state = self.breaker.state();
        *state = match *state {
            State::Closed { failures } if failures.saturating_add(1) < BREAKER_FAILURES => {
                State::Closed { failures: failures + 1 }
            }
            State::Closed { .. } => self.breaker.opened(BREAKER_OPEN_MICROS),
            State::Trial { wait } if self.trial => {
                self.breaker.opened(wait.saturating_mul(2).min(BREAKER_OPEN_MICROS_MAX))
            }
            State::Open { .. } | State::Trial { .. } => return,
        };
    }
}

impl Drop for Pass<'_> {
    /// Who asked went away before the answer. A trial without outcome gives its place to the next.
    fn drop(&mut self) {
        if self.told || !self.trial {
            return;
        }
        let mut state = self.breaker.state();
        if let State::Trial { wait } = *state {
            *state = State::Open { until: self.breaker.clock.now(), wait };
        }
    }
}

#[cfg(test)]
mod tests {
    use keukentafel::clock::ManualClock;

    use super::*;

    fn breaker() -> (Arc<ManualClock>, Breaker) {
        let clock = Arc::new(ManualClock::at(Moment::from_micros(0)));
        (Arc::clone(&clock), Breaker::new(clock))
    }

    fn fail(breaker: &Breaker, times: u32) {
        for _ in 0..times {
            breaker.pass().unwrap().failed();
        }
    }

    #[test]
    fn opens_after_failures_in_a_row_only() {
        let (_, breaker) = breaker();
        fail(&breaker, BREAKER_FAILURES - 1);
        breaker.pass().unwrap().answered();
        fail(&breaker, BREAKER_FAILURES - 1);
        assert!(!breaker.is_open());
        fail(&breaker, 1);
        assert!(breaker.is_open() && breaker.pass().is_none());
    }

    #[test]
    fn lets_one_through_after_the_wait_and_closes_when_it_is_answered() {
        let (clock, breaker) = breaker();
        fail(&breaker, BREAKER_FAILURES);
        clock.advance(BREAKER_OPEN_MICROS - 1);
        assert!(breaker.pass().is_none());
        clock.advance(1);
        let trial = breaker.pass().unwrap();
        assert!(breaker.pass().is_none(), "one at a time");
        trial.answered();
        assert!(!breaker.is_open());
        fail(&breaker, BREAKER_FAILURES - 1);
        assert!(!breaker.is_open(), "the count begins anew");
    }

    #[test]
    fn a_failed_trial_doubles_the_wait_up_to_its_bound() {
        let (clock, breaker) = breaker();
        fail(&breaker, BREAKER_FAILURES);
        let mut wait = BREAKER_OPEN_MICROS;
        for _ in 0..8 {
            clock.advance(wait - 1);
            assert!(breaker.pass().is_none());
            clock.advance(1);
            breaker.pass().unwrap().failed();
            wait = (wait * 2).min(BREAKER_OPEN_MICROS_MAX);
        }
        assert_eq!(wait, BREAKER_OPEN_MICROS_MAX);
    }

    #[test]
    fn a_trial_that_nobody_waited_for_gives_its_place_to_the_next() {
        let (clock, breaker) = breaker();
        fail(&breaker, BREAKER_FAILURES);
        clock.advance(BREAKER_OPEN_MICROS);
        drop(breaker.pass().unwrap());
        breaker.pass().unwrap().answered();
        assert!(!breaker.is_open());
    }

    #[test]
    fn a_late_answer_to_an_old_question_does_not_close_it() {
        let (_, breaker) = breaker();
        let old = breaker.pass().unwrap();
        fail(&breaker, BREAKER_FAILURES);
        old.answered();
        assert!(breaker.is_open());
    }
}
