//! One batch, one transaction: what it touches is read, each write judged and written in turn, the heads last.

use std::collections::{BTreeMap, BTreeSet};

use super::document::Packed;
use super::facts::{self, Ends, Known};
use super::pending::Pending;
use super::touched::Touched;
use super::{Conn, Failed, sql, values};
use crate::clock::Moment;
use crate::domain::ids::{DocumentId, GemeenteId};
use crate::rng::Rng;
use crate::store::admit::Admitted;
use crate::store::chain::START;
use crate::store::crypto::{Keys, StreamKey};
use crate::store::lease::Epochs;
use crate::store::{AuditRow, Outcome, Refusal, StreamId, Write};

/// Who writes, with what, when.
#[derive(Copy, Clone)]
pub(crate) struct Hand<'a> {
    pub(crate) keys: &'a Keys,
    pub(crate) rng: &'a dyn Rng,
    pub(crate) now: Moment,
    /// The node that writes, by its name and by its number; one database file knows one node, with number 0.
    pub(crate) node: (&'a str, i64),
}

/// A batch in the middle of its transaction.
pub(crate) struct Batch<'a, C> {
    pub(super) conn: &'a mut C,
    pub(super) keys: &'a Keys,
    pub(super) rng: &'a dyn Rng,
    pub(super) now: Moment,
    pub(super) node: (&'a str, i64),
    pub(super) known: Known,
    /// Streams whose head moved.
    pub(super) moved: BTreeSet<(GemeenteId, StreamId)>,
    /// Documents whose head changed.
    pub(super) changed: BTreeSet<(GemeenteId, DocumentId)>,
    pub(super) audit: Vec<(GemeenteId, AuditRow)>,
    /// The trail's end is to be signed, at this moment.
    pub(super) sign: Option<Moment>,
    /// Rows that are inserted together.
    pub(super) pending: Pending,
    pub(super) rows: u64,
    /// Something was erased: what stood there still stands in the write-ahead log.
    pub(super) wist: bool,
}

/// What a batch came to, before it is durable.
pub(crate) struct Written {
    pub(crate) outcomes: Vec<Outcome>,
    pub(crate) rows: u64,
    pub(crate) ends: Ends,
    pub(crate) wist: bool,
}

impl<'a, C: Conn> Batch<'a, C> {
    /// A batch in which nothing happened yet.
    pub(crate) fn new(conn: &'a mut C, hand: Hand<'a>, known: Known) -> Self {
        let Hand { keys, rng, now, node } = hand;
        Self {
            conn,
            keys,
            rng,
            now,
            node,
            known,
            moved: BTreeSet::new(),
            changed: BTreeSet::new(),
            audit: Vec::new(),
            sign: None,
            pending: Pending::default(),
            rows: 0,
            wist: false,
        }
    }

    /// Judges and writes `writes`, in a transaction that the caller has begun and ends.
    pub(crate) async fn run(
        conn: &'a mut C,
        hand: Hand<'a>,
        writes: &[&Packed],
        touched: Touched,
        (ends, leases): (Ends, Epochs),
    ) -> Result<Written, Failed> {
        let mut known = facts::load(conn, hand.keys, touched, ends).await?;
        known.facts.leases = leases;
        let mut batch = Self::new(conn, hand, known);
        let mut outcomes = Vec::with_capacity(writes.len());
        for packed in writes {
            outcomes.push(Ok(batch.write(packed).await?));
        }
        batch.insert_pending().await?;
        batch.put_heads().await?;
        batch.put_documents().await?;
        batch.put_audit().await?;
        batch.put_head().await?;
        Ok(Written { outcomes, rows: batch.rows, ends: batch.known.ends(), wist: batch.wist })
    }

    async fn write(&mut self, packed: &Packed) -> Result<Result<crate::store::Appended, Refusal>, Failed> {
        let keys = self.keys;
        let claim_key =
            |gemeente, claim: &crate::store::Claim| keys.claim(gemeente, claim.scope, &claim.key).to_vec();
        let admitted = match self.known.facts.admit(&packed.write, &claim_key) {
            Ok(admitted) => admitted,
            Err(refusal) => return Ok(Err(refusal)),
        };
        match (packed.write.kaal(), &admitted) {
            (Write::Append(append), Admitted::Append { position }) => self.append(append, *position).await?,
            (Write::Document(append), Admitted::Document { seq_first }) => {
                self.document_rows(append.gemeente, append.document, *seq_first, &append.updates);
            }
            (Write::Audit { gemeente, rows }, _) => self.sporen(*gemeente, rows),
            (Write::Snapshot { gemeente, document, seq, .. }, Admitted::Snapshot { older_seq }) => {
                self.snapshot(*gemeente, *document, *seq, *older_seq, &packed.state).await?;
            }
            (Write::Compact { gemeente, document }, Admitted::Compact { through }) => {
                self.compact(*gemeente, *document, *through).await?;
            }
            (Write::Projection { name, position, bytes }, Admitted::Projection) => {
                self.projection(name, *position, bytes).await?;
            }
            (Write::Concept(change), Admitted::Concept) => self.concept(change).await?,
            (Write::SignHead { at }, Admitted::Head) => self.sign = Some(*at),
            // Answered before, or no newer than what is there.
            (
                Write::Append(_)
                | Write::Document(_)
                | Write::Snapshot { .. }
                | Write::Compact { .. }
                | Write::Projection { .. }
                | Write::Concept(_)
                | Write::Onder { .. }
                | Write::SignHead { .. },
                _,
            ) => {}
        }
        Ok(Ok(admitted.outcome(self.known.facts.end)))
    }

    /// Lines of the trail, for the end of the batch.
    pub(super) fn sporen(&mut self, gemeente: GemeenteId, rows: &[AuditRow]) {
        self.audit.extend(rows.iter().map(|row| (gemeente, row.clone())));
    }

    /// The data key of `stream`, made at its first use.
    pub(super) fn stream_key(&mut self, gemeente: GemeenteId, stream: StreamId) -> StreamKey {
        if let Some(key) = self.known.keys.get(&(gemeente, stream)) {
            return key.clone();
        }
        let (key, wrapped) = self.keys.make(self.rng, gemeente, stream);
        self.pending.keys.push(values![gemeente.0, stream.kind.word(), stream.id, wrapped, self.now]);
        self.known.keys.insert((gemeente, stream), key.clone());
        key
    }

    async fn put_heads(&mut self) -> Result<(), Failed> {
        let heads = self.moved.iter().map(|key| {
            let (gemeente, stream) = key;
            let version = self.known.facts.versions.get(key).copied().unwrap_or(0);
            let chain = self.known.chains.get(key).copied().unwrap_or(START);
            values![gemeente.0, stream.kind.word(), stream.id, version, chain]
        });
        let heads: Vec<_> = heads.collect();
        self.conn.put(sql::PUT_HEADS, heads).await?;
        Ok(())
    }

    async fn put_documents(&mut self) -> Result<(), Failed> {
        let documents: &BTreeMap<_, _> = &self.known.facts.documents;
        let heads = self.changed.iter().filter_map(|key| {
            let (gemeente, document) = key;
            let facts = documents.get(key)?;
            let (chain, packed) = self.known.logs.get(key).copied().unwrap_or((START, 0));
            let (word, seq) = (facts.status.word(), facts.seq);
            Some(values![
                gemeente.0,
                document.0,
                word,
                seq,
                chain,
                facts.snapshot_seq,
                facts.older_seq,
                packed
            ])
        });
        let heads: Vec<_> = heads.collect();
        self.conn.put(sql::PUT_DOCUMENTS, heads).await?;
        Ok(())
    }
}
