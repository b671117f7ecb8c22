//! The committed text as one update: for who opens the document, and now and then for the journal, so that opening stays quick.
//!
//! A snapshot only saves time. The log stays whole; a snapshot that fails is made again later, and none is written while the
//! actor stops.

use std::panic::{AssertUnwindSafe, catch_unwind};

use bytes::Bytes;
use keukentafel::limits::{
    CHUNK_ROWS, DOCUMENT_BYTES_WARN, DOCUMENT_BYTES_WARN_AGAIN, SNAPSHOT_AFTER_BYTES, SNAPSHOT_AFTER_ROWS,
};
use keukentafel::protocol::rt::ServerMessage;
use keukentafel::store::{Appended, Write};
use yrs::{Doc, ReadTxn, StateVector, Transact};

use super::actor::Msg;
use super::live::Live;
use super::open::Opened;
use super::outgoing;
use crate::directory::Admitted;
use crate::hub::{Class, Dialect};
use crate::weigering::Weigering;

/// Beside which a document says that it grew beyond [`DOCUMENT_BYTES_WARN`].
pub(super) const GROOT: &str = "document.groot";

/// What is known of the size of a document and of its snapshots.
pub(super) struct Snapshots {
    /// Bytes when it was last encoded whole, and of the rows since then: an estimate from above.
    whole_bytes: usize,
    since_whole_bytes: usize,
    /// Rows and bytes since the newest snapshot in the journal.
    pub(super) tail_rows: u64,
    tail_bytes: usize,
    /// A snapshot is on its way, of this many of the tail's rows and bytes.
    under_way: Option<(u64, usize)>,
    compacted_seq: u64,
    /// It was seen above [`DOCUMENT_BYTES_WARN`], and since then not below [`DOCUMENT_BYTES_WARN_AGAIN`].
    large: bool,
    cached: Option<(u64, Bytes)>,
}

impl Snapshots {
    pub(super) fn new(opened: &Opened) -> Self {
        Self {
            whole_bytes: opened.snapshot_bytes,
            since_whole_bytes: opened.tail_bytes,
            tail_rows: opened.seq - opened.snapshot_seq,
            tail_bytes: opened.tail_bytes,
            under_way: None,
            compacted_seq: opened.snapshot_seq,
            large: opened.snapshot_bytes > DOCUMENT_BYTES_WARN,
            cached: None,
        }
    }

    /// One more row.
    pub(super) fn grow(&mut self, bytes: usize) {
        self.since_whole_bytes += bytes;
        self.tail_rows += 1;
        self.tail_bytes += bytes;
    }

    /// Bytes of the document, never too few.
    pub(super) fn estimate(&self) -> usize {
        self.whole_bytes + self.since_whole_bytes
    }

    pub(super) fn is_under_way(&self) -> bool {
        self.under_way.is_some()
    }

    pub(super) fn is_large(&self) -> bool {
        self.large
    }

    fn is_due(&self) -> bool {
        self.under_way.is_none()
            && (self.tail_rows >= SNAPSHOT_AFTER_ROWS || self.tail_bytes >= SNAPSHOT_AFTER_BYTES)
    }

    pub(super) fn whole(&mut self, doc: &Doc, seq: u64) -> Result<Bytes, Weigering> {
        if let Some((cached, bytes)) = &self.cached
            && *cached == seq
        {
            return Ok(bytes.clone());
        }
        // Encoding is known to panic on odd documents; such a one can be read no more, and must not take the actor along.
        let encoded = catch_unwind(AssertUnwindSafe(|| {
            let txn = doc.transact();
            (!txn.has_missing_updates()).then(|| txn.encode_state_as_update_v1(&StateVector::default()))
        }));
        let Ok(Some(bytes)) = encoded else { return Err(Weigering::Onbekend) };
        let bytes = Bytes::from(bytes);
        self.whole_bytes = bytes.len();
        self.since_whole_bytes = 0;
        self.cached = Some((seq, bytes.clone()));
        Ok(bytes)
    }
}

impl Live {
    pub(super) fn snapshot_when_due(&mut self) {
        if self.snapshots.is_due() {
            self.snapshot();
        }
    }

    /// Tells those who write that the document has just grown large. Its size is measured with each snapshot and for whoever
    /// opens it, so within [`SNAPSHOT_AFTER_BYTES`] of the bound; encoding it for each key would cost more than it warns of.
    pub(super) fn note_size(&mut self, bytes: usize) {
        if bytes < DOCUMENT_BYTES_WARN_AGAIN {
            self.snapshots.large = false;
        }
        if bytes <= DOCUMENT_BYTES_WARN || self.snapshots.large || self.quarantine.is_some() {
            return;
        }
        self.snapshots.large = true;
        let (document, a) = (self.document, self.followers.a);
        metrics::counter!("keukentafel_documents_large_total").increment(1);
        tracing::warn!(document.id = %document, bytes, "document {document} grows large");
        let frame = outgoing::json(&ServerMessage::LetOp { a, code: GROOT });
        for follower in self.followers.iter().filter(|follower| follower.dialect() == Dialect::Rt) {
            if self.schrijft(follower.conn.wie()) {
                follower.conn.send(Class::Control, frame.clone());
            }
        }
    }

    /// Hands the committed text to the committer. Does not wait; `SnapshotKept` follows. Of a document in quarantine there is
    /// none: it would stand for rows that are not in it.
    pub(super) fn snapshot(&mut self) {
        if self.quarantine.is_some() {
            return;
        }
        let (document, gemeente, seq) = (self.document, self.gemeente, self.seq);
        let Ok(bytes) = self.whole() else {
            tracing::error!(document.id = %document, "document {document} cannot be encoded; no snapshot");
            return;
        };
        let myself = self.myself.clone();
        let done = move |outcome| {
            let kept = matches!(outcome, Ok(Ok(Appended::Kept)));
            drop(myself.cast(Admitted::internal(Msg::SnapshotKept { seq, kept })));
        };
        let write = Write::Snapshot { gemeente, document, seq, bytes: bytes.to_vec() };
        if self.deps.committer.submit(write, done).is_ok() {
            self.snapshots.under_way = Some((self.snapshots.tail_rows, self.snapshots.tail_bytes));
        }
    }

    /// The journal answered about a snapshot.
    pub(super) fn snapshot_kept(&mut self, seq: u64, kept: bool) {
        let Some((rows, bytes)) = self.snapshots.under_way.take() else { return };
        if !kept {
            return;
        }
        self.snapshots.tail_rows -= rows;
        self.snapshots.tail_bytes -= bytes;
        if seq - self.snapshots.compacted_seq >= CHUNK_ROWS {
            let write = Write::Compact { gemeente: self.gemeente, document: self.document };
            // Packing is tidying: when it fails it is done after a later snapshot.
            if self.deps.committer.submit(write, drop).is_ok() {
                self.snapshots.compacted_seq = seq;
            }
        }
    }
}
