//! How often one id may start and come to a bad end. An actor that dies at each start would otherwise load for ever.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, VecDeque};
use std::hash::Hash;
use std::time::Duration;

use tokio::time::Instant;

use crate::limits::STARTS_PER_MINUTE;

const MINUTE: Duration = Duration::from_secs(60);

/// Ids after which the memory is swept; it doubles when most are recent.
const SWEEP_FROM: usize = 1024;

/// When each id started of late, but for the starts of those that went to sleep in good health, or found the store away.
pub(super) struct Budget<Id> {
    starts: HashMap<Id, VecDeque<Instant>>,
    sweep_at: usize,
}

impl<Id: Eq + Hash> Budget<Id> {
    pub(super) fn new() -> Self {
        Self { starts: HashMap::new(), sweep_at: SWEEP_FROM }
    }

    /// Counts a start of `id`, if it may.
    pub(super) fn take(&mut self, id: Id, now: Instant) -> bool {
        if self.starts.len() >= self.sweep_at {
            self.starts.retain(|_, times| times.back().is_some_and(|last| now - *last < MINUTE));
            self.sweep_at = (self.starts.len() * 2).max(SWEEP_FROM);
        }
        let times = self.starts.entry(id).or_default();
        while times.front().is_some_and(|first| now - *first >= MINUTE) {
            times.pop_front();
        }
        if times.len() >= STARTS_PER_MINUTE {
            return false;
        }
        times.push_back(now);
        true
    }

    /// The last start of `id` came to a good end, or to one that says nothing of it: it counts no more.
    pub(super) fn give_back(&mut self, id: Id) {
        if let Entry::Occupied(mut times) = self.starts.entry(id) {
            times.get_mut().pop_back();
            if times.get().is_empty() {
                times.remove();
            }
        }
    }
}
