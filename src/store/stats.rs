//! Counts of what the journal does, for whoever exports them.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// Upper bounds of the buckets of commit time, in microseconds. Above the last is one more bucket.
pub const COMMIT_MICROS_BOUNDS: [u64; 14] = [
    250, 500, 1_000, 2_000, 3_000, 5_000, 8_000, 13_000, 20_000, 35_000, 60_000, 150_000, 500_000, 2_000_000,
];

/// Counts since the start. Each only rises.
#[derive(Debug, Default)]
pub struct JournalStats {
    /// Transactions made durable.
    pub commits: AtomicU64,
    /// Rows in them: events, document rows and lines of the trail.
    pub rows: AtomicU64,
    /// Writes that were refused.
    pub refused: AtomicU64,
    /// Batches that failed as a whole, a full disk included.
    pub failed: AtomicU64,
    /// Time of all commits together, in microseconds, waiting for the writer not included.
    pub commit_micros: AtomicU64,
    /// Commits per bucket of [`COMMIT_MICROS_BOUNDS`], not cumulative; the last is everything above.
    pub commit_buckets: [AtomicU64; COMMIT_MICROS_BOUNDS.len() + 1],
    /// Moves of the write-ahead log into the database.
    pub checkpoints: AtomicU64,
}

impl JournalStats {
    pub(crate) fn committed(&self, rows: u64, took: Duration) {
        let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        let bucket = COMMIT_MICROS_BOUNDS.partition_point(|bound| *bound < micros);
        self.commits.fetch_add(1, Ordering::Relaxed);
        self.rows.fetch_add(rows, Ordering::Relaxed);
        self.commit_micros.fetch_add(micros, Ordering::Relaxed);
        self.commit_buckets[bucket].fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn refused(&self, writes: u64) {
        self.refused.fetch_add(writes, Ordering::Relaxed);
    }

    pub(crate) fn failed(&self) {
        self.failed.fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn checkpointed(&self) {
        self.checkpoints.fetch_add(1, Ordering::Relaxed);
    }
}
