//! Rows as stored, and the last of them in memory for who was away a moment.

use std::collections::VecDeque;

use bytes::Bytes;
use keukentafel::store::StoredUpdate;

use crate::hub::ConnId;
use crate::limits::{RING_BYTES, RING_FRAMES};

/// One row of the log.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// Its place, dense from 1.
    pub(super) seq: u64,
    /// The Yjs update (v1).
    pub(super) bytes: Bytes,
    /// Which connection of this node sent it.
    pub(super) from: Option<ConnId>,
}

impl From<StoredUpdate> for Row {
    fn from(stored: StoredUpdate) -> Self {
        Self { seq: stored.seq, bytes: stored.bytes.into(), from: None }
    }
}

/// The last rows: at most [`RING_FRAMES`] and [`RING_BYTES`].
#[derive(Debug, Default)]
pub(super) struct Ring {
    rows: VecDeque<Row>,
    bytes: usize,
}

impl Ring {
    pub(super) fn push(&mut self, row: Row) {
        self.bytes += row.bytes.len();
        self.rows.push_back(row);
        while self.rows.len() > RING_FRAMES || self.bytes > RING_BYTES {
            let Some(old) = self.rows.pop_front() else { return };
            self.bytes -= old.bytes.len();
        }
    }

    /// The rows after `seq`, when all of them are here.
    pub(super) fn since(&self, seq: u64) -> Option<Vec<Row>> {
        let first = self.rows.front()?.seq;
        (seq + 1 >= first).then(|| self.rows.iter().filter(|row| row.seq > seq).cloned().collect())
    }
}
