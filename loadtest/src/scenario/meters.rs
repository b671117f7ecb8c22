//! What all clients of a run count together.

use std::ops::Sub;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::{Duration, Instant};

use crate::percentile::Histogram;
use crate::token::Mark;

/// When each edit of a document left, in microseconds after the start (0: not yet).
pub(crate) struct Book {
    sent: Vec<Vec<AtomicU64>>,
}

impl Book {
    pub(crate) fn new(writers: usize, edits: usize) -> Self {
        let lines = || (0..edits).map(|_| AtomicU64::new(0)).collect();
        Self { sent: (0..writers).map(|_| lines()).collect() }
    }

    pub(crate) fn leaves(&self, mark: Mark, micros: u64) {
        if let Some(slot) = self.sent.get(mark.writer as usize).and_then(|line| line.get(mark.seq as usize)) {
            slot.store(micros.max(1), Relaxed);
        }
    }

    pub(crate) fn left(&self, mark: Mark) -> Option<u64> {
        let micros = self.sent.get(mark.writer as usize)?.get(mark.seq as usize)?.load(Relaxed);
        (micros > 0).then_some(micros)
    }
}

/// Shared by all clients.
pub(crate) struct Meters {
    /// Edit → another screen.
    pub(crate) delivery: Histogram,
    /// Edit → stored (`/rt`).
    pub(crate) ack: Histogram,
    /// Schedule → edit: the generator's own lateness.
    pub(crate) late: Histogram,
    pub(crate) open: AtomicU64,
    pub(crate) complete: AtomicU64,
    pub(crate) written: AtomicU64,
    pub(crate) duplicates: AtomicU64,
    pub(crate) resent: AtomicU64,
    deliveries: AtomicU64,
    frames: AtomicU64,
    bytes: AtomicU64,
    start: OnceLock<(Instant, u64)>,
}

/// What came in.
#[derive(Copy, Clone, Debug, Default)]
pub(crate) struct Counts {
    /// Edits that reached somebody other than their writer.
    pub(crate) deliveries: u64,
    /// Frames with document content, echoes included.
    pub(crate) frames: u64,
    /// Payload bytes of all frames.
    pub(crate) bytes: u64,
    pub(crate) written: u64,
}

impl Sub for Counts {
    type Output = Self;

    fn sub(self, earlier: Self) -> Self {
        Self {
            deliveries: self.deliveries - earlier.deliveries,
            frames: self.frames - earlier.frames,
            bytes: self.bytes - earlier.bytes,
            written: self.written - earlier.written,
        }
    }
}

impl Meters {
    pub(crate) fn new() -> Self {
        Self {
            delivery: Histogram::new(),
            ack: Histogram::new(),
            late: Histogram::new(),
            open: AtomicU64::new(0),
            complete: AtomicU64::new(0),
            written: AtomicU64::new(0),
            duplicates: AtomicU64::new(0),
            resent: AtomicU64::new(0),
            deliveries: AtomicU64::new(0),
            frames: AtomicU64::new(0),
            bytes: AtomicU64::new(0),
            start: OnceLock::new(),
        }
    }

    /// Writers begin now; what leaves during the warm-up counts for completeness but not for latency.
    pub(crate) fn begin(&self, start: Instant, warm: Duration) {
        self.start.get_or_init(|| (start, warm.as_micros() as u64));
    }

    /// Microseconds since the start.
    pub(crate) fn now(&self) -> u64 {
        self.start.get().map_or(0, |(start, _)| start.elapsed().as_micros() as u64)
    }

    /// Records what began at `from`, unless that was during the warm-up.
    pub(crate) fn record(&self, histogram: &Histogram, from: u64, to: u64) {
        if self.start.get().is_some_and(|(_, warm)| from >= *warm) {
            histogram.record(to.saturating_sub(from));
        }
    }

    pub(crate) fn frame(&self, bytes: usize) {
        self.frames.fetch_add(1, Relaxed);
        self.bytes.fetch_add(bytes as u64, Relaxed);
    }

    pub(crate) fn delivered(&self, book: &Book, mark: Mark) {
        self.deliveries.fetch_add(1, Relaxed);
        if let Some(left) = book.left(mark) {
            self.record(&self.delivery, left, self.now());
        }
    }

    pub(crate) fn counts(&self) -> Counts {
        Counts {
            deliveries: self.deliveries.load(Relaxed),
            frames: self.frames.load(Relaxed),
            bytes: self.bytes.load(Relaxed),
            written: self.written.load(Relaxed),
        }
    }
}
