//! Ids of structs and sets of ranges of clocks.

use super::{ClientId, Clock};

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

/// Ranges at most that are laid into a set one by one; more are merged in one pass over both.
const SINGLY_MAX: usize = 8;

/// Disjoint, non-touching ranges of clocks in order: start to end, the end not included. A list, since nearly all
/// are added at its end and most are read through in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct RangeSet(Vec<(Clock, Clock)>);

impl RangeSet {
    /// From ranges in any order, which may overlap; none is empty.
    pub(super) fn from_ranges(mut ranges: Vec<(Clock, Clock)>) -> Self {
        ranges.sort_unstable();
        let mut set = Self::default();
        ranges.into_iter().for_each(|(start, end)| set.push(start, end));
        set
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (Clock, Clock)> + '_ {
        self.0.iter().copied()
    }

    /// Adds a range that starts no earlier than the last one.
    pub(super) fn push(&mut self, start: Clock, end: Clock) {
        match self.0.last_mut() {
            Some((_, last_end)) if *last_end >= start => *last_end = end.max(*last_end),
            Some(_) | None => self.0.push((start, end)),
        }
    }

    /// Adds all ranges of another set.
    pub(super) fn extend(&mut self, other: &Self) {
        let follows = match (self.0.last(), other.0.first()) {
            (Some((last, _)), Some((first, _))) => last <= first,
            (None, _) | (_, None) => true,
        };
        if follows {
            other.iter().for_each(|(start, end)| self.push(start, end));
        } else if other.len() <= SINGLY_MAX {
            other.iter().for_each(|(start, end)| self.insert(start, end));
        } else {
            let mut all = std::mem::take(&mut self.0);
            all.extend_from_slice(&other.0);
            // Two runs in order: the sort finds them and merges them in one pass.
            all.sort();
            all.into_iter().for_each(|(start, end)| self.push(start, end));
        }
    }

    fn insert(&mut self, start: Clock, end: Clock) {
        let from = self.0.partition_point(|(_, held_end)| *held_end < start);
        let to = self.0.partition_point(|(held_start, _)| *held_start <= end);
        let touched = self.0.get(from..to).unwrap_or_default();
        let low = touched.first().map_or(start, |(held_start, _)| start.min(*held_start));
        let high = touched.last().map_or(end, |(_, held_end)| end.max(*held_end));
        self.0.splice(from..to, [(low, high)]);
    }

    /// Whether it holds all of `start..end`.
    pub(super) fn holds(&self, start: Clock, end: Clock) -> bool {
        let mut whole = true;
        self.gaps(start, end, |_, _| whole = false);
        whole
    }

    /// Shows each part of `start..end` that the set does not hold.
    pub(super) fn gaps(&self, start: Clock, end: Clock, mut see: impl FnMut(Clock, Clock)) {
        let first = self.0.partition_point(|(_, held_end)| *held_end <= start);
        let mut from = start;
        for (held, held_end) in self.0.get(first..).unwrap_or_default() {
            if *held >= end {
                break;
            }
            if *held > from {
                see(from, *held);
            }
            from = *held_end;
        }
        if from < end {
            see(from, end);
        }
    }
}
