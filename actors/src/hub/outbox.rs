//! What waits for one connection. Bounded: a reader that does not keep up loses frames it can fetch again, never memory of ours.

use std::collections::{BTreeSet, VecDeque};

use bytes::{Buf, Bytes};

use super::fanout::TopicNumber;
use crate::limits::{OUTBOX_BULK_BYTES, OUTBOX_BYTES, OUTBOX_CONTROL_BYTES};

/// What becomes of a frame when its reader is slow.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum Class {
    /// Answers, acks, notices: must arrive; too many of them close the connection.
    Control,
    /// An event: dropped with all of its topic that waits, and marked for a resync.
    Event(TopicNumber),
    /// Only the newest counts: takes the place of one that waits.
    Latest(TopicNumber),
    /// Text of a document: dropped and fetched from the log once there is room.
    Document(TopicNumber),
    /// A snapshot that was asked for: outside the budget, within its own bound.
    Bulk(TopicNumber),
    /// Cursors and presence: dropped without a trace.
    Presence,
}

impl Class {
    fn topic(self) -> Option<TopicNumber> {
        match self {
            Self::Event(a) | Self::Latest(a) | Self::Document(a) | Self::Bulk(a) => Some(a),
            Self::Control | Self::Presence => None,
        }
    }
}

/// What became of a frame.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(super) enum Pushed {
    /// It waits (or replaced one that waited).
    Kept,
    /// It was dropped; its topic is marked when it must be fetched again.
    Dropped,
    /// Even what must arrive does not fit: the connection is beyond help.
    Overflow,
}

#[derive(Debug)]
struct Waiting {
    class: Class,
    bytes: Bytes,
}

/// The queue of one connection.
#[derive(Debug, Default)]
pub(super) struct Outbox {
    queue: VecDeque<Waiting>,
    /// The first frame is partly on the wire and cannot be taken back.
    begun: bool,
    budget: usize,
    control: usize,
    bulk: usize,
    dropped: BTreeSet<TopicNumber>,
}

impl Outbox {
    pub(super) fn push(&mut self, class: Class, bytes: Bytes) -> Pushed {
        if class.topic().is_some_and(|a| self.dropped.contains(&a)) && !matches!(class, Class::Bulk(_)) {
            return Pushed::Dropped;
        }
        let len = bytes.len();
        match class {
            Class::Control if self.control + len > OUTBOX_CONTROL_BYTES => return Pushed::Overflow,
            Class::Bulk(_) if self.bulk + len > OUTBOX_BULK_BYTES => return Pushed::Overflow,
            Class::Latest(a) if self.replace_latest(a, &bytes) => return Pushed::Kept,
            Class::Presence if self.budget + len > OUTBOX_BYTES => return Pushed::Dropped,
            Class::Event(a) | Class::Latest(a) | Class::Document(a) if self.budget + len > OUTBOX_BYTES => {
                self.drop_topic(a);
                return Pushed::Dropped;
            }
            Class::Control
            | Class::Bulk(_)
            | Class::Latest(_)
            | Class::Presence
            | Class::Event(_)
            | Class::Document(_) => {}
        }
        *self.counter(class) += len;
        self.queue.push_back(Waiting { class, bytes });
        Pushed::Kept
    }

    /// Forgets what waits of a topic, as after its end.
    pub(super) fn forget(&mut self, a: TopicNumber) {
        self.remove(a);
        self.dropped.remove(&a);
    }

    /// The bytes to write next, at most `max` slices.
    pub(super) fn slices<'a>(&'a self, into: &mut Vec<std::io::IoSlice<'a>>, max: usize) {
        into.extend(self.queue.iter().take(max).map(|waiting| std::io::IoSlice::new(&waiting.bytes)));
    }

    /// `n` bytes went out.
    pub(super) fn advance(&mut self, mut n: usize) {
        while n > 0 {
            let Some(first) = self.queue.front_mut() else { return };
            let class = first.class;
            let step = n.min(first.bytes.len());
            first.bytes.advance(step);
            let done = first.bytes.is_empty();
            n -= step;
            *self.counter(class) -= step;
            self.begun = !done;
            if done {
                self.queue.pop_front();
            }
        }
        if self.queue.is_empty() && self.queue.capacity() > 16 {
            self.queue = VecDeque::new();
        }
    }

    /// Whether something whole of this topic waits, or is on its way.
    pub(super) fn holds_bulk(&self, a: TopicNumber) -> bool {
        self.queue.iter().any(|waiting| waiting.class == Class::Bulk(a))
    }

    pub(super) fn is_empty(&self) -> bool {
        self.queue.is_empty()
    }

    /// The topics that lost something, once everything else is out. The marks are cleared.
    pub(super) fn take_dropped(&mut self) -> Vec<TopicNumber> {
        std::mem::take(&mut self.dropped).into_iter().collect()
    }

    pub(super) fn has_dropped(&self) -> bool {
        !self.dropped.is_empty()
    }

    fn counter(&mut self, class: Class) -> &mut usize {
        match class {
            Class::Control => &mut self.control,
            Class::Bulk(_) => &mut self.bulk,
            Class::Event(_) | Class::Latest(_) | Class::Document(_) | Class::Presence => &mut self.budget,
        }
    }

    fn drop_topic(&mut self, a: TopicNumber) {
        self.remove(a);
        self.dropped.insert(a);
    }

    fn remove(&mut self, a: TopicNumber) {
        let begun = self.begun;
        let mut index = 0;
        let mut freed: Vec<(Class, usize)> = Vec::new();
        self.queue.retain(|waiting| {
            let keep = (begun && index == 0) || waiting.class.topic() != Some(a);
            index += 1;
            if !keep {
                freed.push((waiting.class, waiting.bytes.len()));
            }
            keep
        });
        for (class, len) in freed {
            *self.counter(class) -= len;
        }
    }

    fn replace_latest(&mut self, a: TopicNumber, bytes: &Bytes) -> bool {
        let from = usize::from(self.begun);
        let Some(waiting) =
            self.queue.iter_mut().skip(from).find(|waiting| waiting.class == Class::Latest(a))
        else {
            return false;
        };
        self.budget = self.budget - waiting.bytes.len() + bytes.len();
        waiting.bytes = bytes.clone();
        true
    }
}
