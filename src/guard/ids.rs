//! Ids of structs and sets of ranges of clocks.

use super::{ClientId, Clock};
use std::collections::BTreeMap;

/// One element of the document.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Id {
    pub(super) client: ClientId,
    pub(super) clock: Clock,
}

impl Id {
    /// Stands for the one root. No client can have this id: it is above the largest.
    pub(super) const ROOT: Self = Self { client: ClientId::MAX, clock: 0 };

    pub(super) const fn new(client: ClientId, clock: Clock) -> Self {
        Self { client, clock }
    }
}

/// Disjoint, non-touching ranges of clocks: start to end, the end not included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct RangeSet(BTreeMap<Clock, Clock>);

impl RangeSet {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (Clock, Clock)> + '_ {
        self.0.iter().map(|(start, end)| (*start, *end))
    }

    pub(super) fn insert(&mut self, start: Clock, end: Clock) {
        if start >= end {
            return;
        }
        let (mut low, mut high) = (start, end);
        if let Some((&before, &before_end)) = self.0.range(..=start).next_back()
            && before_end >= start
        {
            low = before;
            high = high.max(before_end);
        }
        while let Some((&next, &next_end)) = self.0.range(low..=high).next() {
            high = high.max(next_end);
            self.0.remove(&next);
        }
        self.0.insert(low, high);
    }

    /// Shows each part of `start..end` that the set does not hold.
    pub(super) fn gaps(&self, start: Clock, end: Clock, mut see: impl FnMut(Clock, Clock)) {
        let mut from = start;
        if let Some((_, &before_end)) = self.0.range(..=start).next_back() {
            from = from.max(before_end);
        }
        if from >= end {
            return;
        }
        for (&next, &next_end) in self.0.range(from..end) {
            if next > from {
                see(from, next);
            }
            from = next_end;
        }
        if from < end {
            see(from, end);
        }
    }
}
