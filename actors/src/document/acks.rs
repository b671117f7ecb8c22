//! What one connection sent and is not yet told to be stored.

use std::collections::VecDeque;

/// An ack says that *everything* up to a frame is stored. So after a frame that could not be taken (a gap, a refusal) nothing is
/// acked until the client has sent a SyncStep2 that was taken: that one holds all it has, the missed frame included. So it is at
/// the beginning too: a client that subscribes again may have sent frames to nobody, and goes on counting after them.
///
/// At most one entry per frame that waits for a commit; those are bounded by the mailbox.
#[derive(Debug)]
pub(super) struct Acks {
    /// Frame number, and how many rows of this actor must be durable for it.
    waiting: VecDeque<(u64, u64)>,
    owes: bool,
}

impl Acks {
    /// Of a client that was just sent SyncStep1.
    pub(super) fn new() -> Self {
        Self { waiting: VecDeque::new(), owes: true }
    }

    /// Frame `nr` was handled; it is stored once `needs` rows are. That counts rows of others too: a frame that added nothing
    /// may have added nothing because somebody's row in flight holds the same.
    pub(super) fn taken(&mut self, nr: u64, needs: u64) {
        match self.waiting.back_mut() {
            Some(last) if self.owes || last.1 == needs => *last = (last.0.max(nr), needs),
            Some(_) | None => self.waiting.push_back((nr, needs)),
        }
    }

    /// A frame could not be taken; the client was asked for what we miss.
    pub(super) fn owes(&mut self) {
        self.owes = true;
    }

    /// Nothing is acked until the client sent all it has.
    pub(super) fn is_owed(&self) -> bool {
        self.owes
    }

    /// The client sent all it has, and it was taken.
    pub(super) fn has_synced(&mut self) {
        self.owes = false;
    }

    /// The highest frame that is stored now that `done` rows are, with the number of rows it needed.
    pub(super) fn stored(&mut self, done: u64) -> Option<(u64, u64)> {
        if self.owes {
            return None;
        }
        let mut highest = None;
        while let Some(first) = self.waiting.front().copied().filter(|(_, needs)| *needs <= done) {
            highest = Some(first);
            self.waiting.pop_front();
        }
        highest
    }
}
