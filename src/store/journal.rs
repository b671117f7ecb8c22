//! The journal as everything else knows it.

use std::future::Future;

use super::{
    AuditFilter, AuditLine, DocumentStatus, EventHeader, Fault, OutboxRow, Outcome, Position, SignedHead,
    StreamId, Write,
};
use crate::clock::Moment;
use crate::domain::ids::{DocumentId, GemeenteId, MedewerkerId, Version};

/// An event as read back, decrypted.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct StoredEvent {
    /// Its place in the stream.
    pub version: Version,
    /// Its header.
    pub header: EventHeader,
    /// Its body (JSON text); `None` when its key was destroyed.
    pub body: Option<Vec<u8>>,
}

/// An event on the global feed.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct FeedEvent {
    /// Its place in the feed.
    pub position: Position,
    /// For which municipality.
    pub gemeente: GemeenteId,
    /// Its stream.
    pub stream: StreamId,
    /// The event.
    pub event: StoredEvent,
}

/// A row of a document's log as read back.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct StoredUpdate {
    /// Its place in the log, dense from 1.
    pub seq: u64,
    /// Who wrote it.
    pub door: Option<MedewerkerId>,
    /// When.
    pub at: Moment,
    /// The Yjs update (v1).
    pub bytes: Vec<u8>,
}

/// A message for outside that was not marked as sent.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Unsent {
    /// Of which municipality.
    pub gemeente: GemeenteId,
    /// The message.
    pub row: OutboxRow,
}

/// What a command answered when it was done.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct StoredAnswer {
    /// SHA-256 over what was asked.
    pub request_hash: [u8; 32],
    /// The answer (JSON text); empty when what it told was erased.
    pub answer: Vec<u8>,
}

/// What a document actor needs to come alive.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct DocumentState {
    /// Whether it takes text.
    pub status: DocumentStatus,
    /// The newest snapshot and the `seq` that it holds up to.
    pub snapshot: Option<(u64, Vec<u8>)>,
    /// Rows after the snapshot, in order.
    pub tail: Vec<StoredUpdate>,
    /// The last `seq` of the log.
    pub seq: u64,
    /// Which Yjs client id is whose; `None` is the server's own.
    pub clients: Vec<(u64, Option<MedewerkerId>)>,
}

/// What a node must read that holds a document up to some row.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct DocumentTail {
    /// Whether it takes text.
    pub status: DocumentStatus,
    /// The last `seq` of the log.
    pub seq: u64,
    /// Which Yjs client id is whose; `None` is the server's own.
    pub clients: Vec<(u64, Option<MedewerkerId>)>,
    /// Rows after the one that was asked from, in order; the first of them, when there are many.
    pub rows: Vec<StoredUpdate>,
}

/// The append-only record. An implementation keeps every promise of this trait or fails the conformance suite.
///
/// - `commit` makes a batch durable before it answers, each write as a whole; the n-th outcome belongs to the n-th write, and a
///   refused write leaves its neighbours alone. Writes see the effect of those before them in the batch.
/// - Whose key was destroyed is gone: its document is not there, and a write to it is [`super::Refusal::Missing`].
/// - Versions and `seq` are dense; `(stream, version)`, `(gemeente, command)`, `(gemeente, scope, key)`, `(document, seq)` and
///   `(document, client)` are unique in the database itself.
/// - The lines of the trail are chained per node, one link a transaction, and a head of that chain that was signed stays.
/// - Nothing is changed in place or removed, save by erasure, which keeps the chain.
pub trait Journal: Send + Sync + 'static {
    /// Makes `batch` durable. An `Err` of one element is a [`super::Refusal`]; a [`Fault`] hits all writes of one transaction alike, which can be a part of it.
    fn commit(&self, batch: Vec<Write>) -> impl Future<Output = Vec<Outcome>> + Send;

    /// The events of `stream` after `after`, all of them. An absent stream is an empty answer.
    fn load(
        &self,
        gemeente: GemeenteId,
        stream: StreamId,
        after: Version,
    ) -> impl Future<Output = Result<Vec<StoredEvent>, Fault>> + Send;

    /// The stored answer of a command that was done before, with the hash of its request.
    fn answer(
        &self,
        gemeente: GemeenteId,
        command: crate::domain::ids::CommandId,
    ) -> impl Future<Output = Result<Option<StoredAnswer>, Fault>> + Send;

    /// Forgets answers of commands that were done before `before`, a bounded number at a time; answers how many. Repeat until it is 0.
    fn prune_answers(&self, before: crate::clock::Moment) -> impl Future<Output = Result<u64, Fault>> + Send;

    /// What is needed to open a document; `None` when there is no such document in this municipality.
    fn open_document(
        &self,
        gemeente: GemeenteId,
        document: DocumentId,
    ) -> impl Future<Output = Result<Option<DocumentState>, Fault>> + Send;

    /// Rows of a document's log after `after`, compacted ones too, at most `limit`.
    fn document_rows(
        &self,
        gemeente: GemeenteId,
        document: DocumentId,
        after: u64,
        limit: usize,
    ) -> impl Future<Output = Result<Vec<StoredUpdate>, Fault>> + Send;

    /// What a document has beyond row `after`, at most `limit` rows of it, without reading the document itself; `None` when there is no
    /// such document in this municipality.
    fn document_tail(
        &self,
        gemeente: GemeenteId,
        document: DocumentId,
        after: u64,
        limit: usize,
    ) -> impl Future<Output = Result<Option<DocumentTail>, Fault>> + Send;

    /// The last `seq` of each of these documents, with one question; those that are not there are left out.
    fn document_seqs(
        &self,
        documents: &[(GemeenteId, DocumentId)],
    ) -> impl Future<Output = Result<Vec<((GemeenteId, DocumentId), u64)>, Fault>> + Send;

    /// Events after `after` in an order that never skips one that commits later, at most `limit`. Fewer than that are all that were committed
    /// when it was asked; a [`Fault`] when that cannot be told.
    fn feed(
        &self,
        after: Position,
        limit: usize,
    ) -> impl Future<Output = Result<Vec<FeedEvent>, Fault>> + Send;

    /// The newest stored state of a projection.
    fn projection(
        &self,
        name: &'static str,
    ) -> impl Future<Output = Result<Option<(Position, Vec<u8>)>, Fault>> + Send;

    /// Lines of the trail, in the order that is asked for. That it was read is for the caller to record.
    fn read_audit(&self, filter: &AuditFilter) -> impl Future<Output = Result<Vec<AuditLine>, Fault>> + Send;

    /// Heads of the trail that were signed after `day` ([`super::head_day`]; -1 is from the beginning), of all nodes, by day, at
    /// most `limit`.
    fn signed_heads(
        &self,
        day: i64,
        limit: usize,
    ) -> impl Future<Output = Result<Vec<SignedHead>, Fault>> + Send;

    /// What was kept whole under `stream` with this id; `None` when there is no such thing there, or it was erased.
    fn stuk(
        &self,
        gemeente: GemeenteId,
        stream: StreamId,
        id: uuid::Uuid,
    ) -> impl Future<Output = Result<Option<Vec<u8>>, Fault>> + Send;

    /// Messages for outside that were not marked as sent, oldest first, at most `limit`.
    fn unsent(&self, limit: usize) -> impl Future<Output = Result<Vec<Unsent>, Fault>> + Send;

    /// Marks a message as sent and drops its body. Marking it again is harmless; after a fault it will be sent again.
    fn mark_sent(
        &self,
        gemeente: GemeenteId,
        id: uuid::Uuid,
    ) -> impl Future<Output = Result<(), Fault>> + Send;

    /// Whether it is known that what is asked now would fail: its database is on another machine, and does not answer. Whoever has a choice asks
    /// later.
    fn is_away(&self) -> bool {
        false
    }

    /// The public half (Ed25519) of the key with which heads are signed.
    fn head_key(&self) -> [u8; 32];

    /// Names this history: a restored copy has another epoch, so that nobody continues where the two differ.
    fn epoch(&self) -> uuid::Uuid;
}
