//! One batch, one transaction: what it touches is read, each write judged and written in turn, the heads last.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::SqliteConnection;

use super::document::{Packed, SealedRow};
use super::facts::{self, Ends, Known, json};
use super::failed::Failed;
use super::sql;
use super::writer::Writer;
use crate::clock::Moment;
use crate::domain::ids::{DocumentId, GemeenteId};
use crate::rng::Rng;
use crate::store::admit::Admitted;
use crate::store::chain::START;
use crate::store::crypto::{Keys, StreamKey, hex};
use crate::store::{AuditRow, Outcome, Refusal, StreamId, Write};

/// A batch in the middle of its transaction.
pub(super) struct Batch<'a> {
    pub(super) conn: &'a mut SqliteConnection,
    pub(super) keys: &'a Keys,
    pub(super) rng: &'a dyn Rng,
    pub(super) now: Moment,
    pub(super) known: Known,
    /// Streams whose head moved.
    pub(super) moved: BTreeSet<(GemeenteId, StreamId)>,
    /// Documents whose head changed.
    pub(super) changed: BTreeSet<(GemeenteId, DocumentId)>,
    pub(super) audit: Vec<(GemeenteId, AuditRow)>,
    /// The trail's end is to be signed, at this moment.
    pub(super) sign: Option<Moment>,
    /// Document rows that are inserted in groups.
    pub(super) waiting: Vec<SealedRow>,
    pub(super) rows: u64,
    /// Something was erased: what stood there still stands in the write-ahead log.
    pub(super) wist: bool,
}

/// What a batch came to, before it is durable.
struct Written {
    outcomes: Vec<Outcome>,
    rows: u64,
    ends: Ends,
    wist: bool,
}

impl Writer {
    /// Makes `batch` durable; answers what became of each write, and how many rows it was.
    pub(super) async fn commit(&mut self, batch: Vec<Packed>) -> Result<(Vec<Outcome>, u64), Failed> {
        self.begin().await?;
        let done = self.write_batch(batch).await;
        let Written { outcomes, rows, ends, wist } = self.finish(done).await?;
        self.ends = Some(ends);
        if wist {
            self.empty_log_now().await;
        }
        Ok((outcomes, rows))
    }

    async fn write_batch(&mut self, writes: Vec<Packed>) -> Result<Written, Failed> {
        let known = facts::load(&mut self.conn, &self.keys, &self.node, &writes, self.ends.take()).await?;
        let mut batch = Batch {
            conn: &mut self.conn,
            keys: &self.keys,
            rng: &*self.rng,
            now: self.clock.now(),
            known,
            moved: BTreeSet::new(),
            changed: BTreeSet::new(),
            audit: Vec::new(),
            sign: None,
            waiting: Vec::new(),
            rows: 0,
            wist: false,
        };
        let mut outcomes = Vec::with_capacity(writes.len());
        for packed in writes {
            outcomes.push(Ok(batch.write(packed).await?));
        }
        batch.insert_waiting().await?;
        batch.put_heads().await?;
        batch.put_documents().await?;
        batch.put_audit(&self.node).await?;
        batch.put_head(&self.node).await?;
        let (rows, wist, ends) = (batch.rows, batch.wist, batch.known.ends());
        Ok(Written { outcomes, rows, ends, wist })
    }
}

impl Batch<'_> {
    async fn write(&mut self, packed: Packed) -> Result<Result<crate::store::Appended, Refusal>, Failed> {
        let keys = self.keys;
        let claim_key =
            |gemeente, claim: &crate::store::Claim| keys.claim(gemeente, claim.scope, &claim.key).to_vec();
        let admitted = match self.known.facts.admit(&packed.write, &claim_key) {
            Ok(admitted) => admitted,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let Packed { write, state } = packed;
        match (write, &admitted) {
            (Write::Append(append), Admitted::Append { position }) => self.append(append, *position).await?,
            (Write::Document(append), Admitted::Document { seq_first }) => {
                self.document_rows(append.gemeente, append.document, *seq_first, &append.updates).await?;
            }
            (Write::Audit { gemeente, rows }, _) => {
                self.audit.extend(rows.into_iter().map(|row| (gemeente, row)));
            }
            (Write::Snapshot { gemeente, document, seq, .. }, Admitted::Snapshot { older_seq }) => {
                self.snapshot(gemeente, document, seq, *older_seq, &state).await?;
            }
            (Write::Compact { gemeente, document }, Admitted::Compact { through }) => {
                self.compact(gemeente, document, *through).await?;
            }
            (Write::Projection { name, position, bytes }, Admitted::Projection) => {
                self.projection(name, position, &bytes).await?;
            }
            (Write::Concept(change), Admitted::Concept) => self.concept(change).await?,
            (Write::SignHead { at }, Admitted::Head) => self.sign = Some(at),
            // Answered before, or no newer than what is there.
            (
                Write::Append(_)
                | Write::Document(_)
                | Write::Snapshot { .. }
                | Write::Compact { .. }
                | Write::Projection { .. }
                | Write::Concept(_)
                | Write::SignHead { .. },
                _,
            ) => {}
        }
        Ok(Ok(admitted.outcome(self.known.facts.position)))
    }

    /// The data key of `stream`, made at its first use.
    pub(super) async fn stream_key(
        &mut self,
        gemeente: GemeenteId,
        stream: StreamId,
    ) -> Result<StreamKey, Failed> {
        if let Some(key) = self.known.keys.get(&(gemeente, stream)) {
            return Ok(key.clone());
        }
        let (key, wrapped) = self.keys.make(self.rng, gemeente, stream);
        sqlx::query(sql::INSERT_KEY)
            .bind(super::rows::blob(gemeente.0))
            .bind(stream.kind.word())
            .bind(super::rows::blob(stream.id))
            .bind(wrapped)
            .bind(self.now.micros())
            .execute(&mut *self.conn)
            .await?;
        self.known.keys.insert((gemeente, stream), key.clone());
        Ok(key)
    }

    async fn put_heads(&mut self) -> Result<(), Failed> {
        if self.moved.is_empty() {
            return Ok(());
        }
        let heads = self.moved.iter().map(|key| {
            let (gemeente, stream) = key;
            let version = self.known.facts.versions.get(key).copied().unwrap_or(0);
            let chain = self.known.chains.get(key).copied().unwrap_or(START);
            let ids = (hex(gemeente.0.as_bytes()), stream.kind.word(), hex(stream.id.as_bytes()));
            (ids.0, ids.1, ids.2, version, hex(&chain))
        });
        let heads = json(&heads.collect::<Vec<_>>());
        sqlx::query(sql::PUT_HEADS).bind(heads).execute(&mut *self.conn).await?;
        Ok(())
    }

    async fn put_documents(&mut self) -> Result<(), Failed> {
        if self.changed.is_empty() {
            return Ok(());
        }
        let documents: &BTreeMap<_, _> = &self.known.facts.documents;
        let heads = self.changed.iter().filter_map(|key| {
            let (gemeente, document) = key;
            let facts = documents.get(key)?;
            let (chain, packed) = self.known.logs.get(key).copied().unwrap_or((START, 0));
            Some((
                hex(gemeente.0.as_bytes()),
                hex(document.0.as_bytes()),
                facts.status.word(),
                facts.seq,
                hex(&chain),
                facts.snapshot_seq,
                facts.older_seq,
                packed,
            ))
        });
        let heads = json(&heads.collect::<Vec<_>>());
        sqlx::query(sql::PUT_DOCUMENTS).bind(heads).execute(&mut *self.conn).await?;
        Ok(())
    }
}
