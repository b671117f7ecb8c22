//! A journal behind one pointer, so that the actors need not carry its type.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use super::{
    AuditFilter, AuditLine, ConceptSleutel, Concepten, DocumentState, DocumentTail, Fault, FeedEvent,
    Journal, Lease, Leases, Outcome, Position, SignedHead, StoredAnswer, StoredConcept, StoredEvent,
    StoredUpdate, StreamId, Unsent, Write,
};
use crate::clock::Moment;
use crate::domain::ids::{CommandId, DocumentId, GemeenteId, Version};

type Answer<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

type Seqs = Result<Vec<((GemeenteId, DocumentId), u64)>, Fault>;

trait Erased: Send + Sync {
    fn commit(&self, batch: Vec<Write>) -> Answer<'_, Vec<Outcome>>;
    fn load(&self, g: GemeenteId, s: StreamId, after: Version)
    -> Answer<'_, Result<Vec<StoredEvent>, Fault>>;
    fn answer(&self, g: GemeenteId, c: CommandId) -> Answer<'_, Result<Option<StoredAnswer>, Fault>>;
    fn prune_answers(&self, before: Moment) -> Answer<'_, Result<u64, Fault>>;
    fn open_document(&self, g: GemeenteId, d: DocumentId)
    -> Answer<'_, Result<Option<DocumentState>, Fault>>;
    fn document_rows(
        &self,
        g: GemeenteId,
        d: DocumentId,
        after: u64,
        limit: usize,
    ) -> Answer<'_, Result<Vec<StoredUpdate>, Fault>>;
    fn document_tail(
        &self,
        g: GemeenteId,
        d: DocumentId,
        after: u64,
        limit: usize,
    ) -> Answer<'_, Result<Option<DocumentTail>, Fault>>;
    fn document_seqs<'a>(&'a self, documents: &'a [(GemeenteId, DocumentId)]) -> Answer<'a, Seqs>;
    fn feed(&self, after: Position, limit: usize) -> Answer<'_, Result<Vec<FeedEvent>, Fault>>;
    fn projection(&self, name: &'static str) -> Answer<'_, Result<Option<(Position, Vec<u8>)>, Fault>>;
    fn read_audit<'a>(&'a self, filter: &'a AuditFilter) -> Answer<'a, Result<Vec<AuditLine>, Fault>>;
    fn signed_heads(&self, day: i64, limit: usize) -> Answer<'_, Result<Vec<SignedHead>, Fault>>;
    fn concept(
        &self,
        sleutel: ConceptSleutel,
        now: Moment,
    ) -> Answer<'_, Result<Option<StoredConcept>, Fault>>;
    fn take_lease<'a>(
        &'a self,
        naam: &'static str,
        houder: &'a str,
        duur: Duration,
    ) -> Answer<'a, Result<Option<Lease>, Fault>>;
    fn stuk(&self, g: GemeenteId, s: StreamId, id: uuid::Uuid) -> Answer<'_, Result<Option<Vec<u8>>, Fault>>;
    fn unsent(&self, limit: usize) -> Answer<'_, Result<Vec<Unsent>, Fault>>;
    fn mark_sent(&self, g: GemeenteId, id: uuid::Uuid) -> Answer<'_, Result<(), Fault>>;
    fn is_away(&self) -> bool;
    fn head_key(&self) -> [u8; 32];
    fn epoch(&self) -> uuid::Uuid;
}

impl<J: Journal + Concepten + Leases> Erased for J {
    fn commit(&self, batch: Vec<Write>) -> Answer<'_, Vec<Outcome>> {
        Box::pin(Journal::commit(self, batch))
    }
    fn load(
        &self,
        g: GemeenteId,
        s: StreamId,
        after: Version,
    ) -> Answer<'_, Result<Vec<StoredEvent>, Fault>> {
        Box::pin(Journal::load(self, g, s, after))
    }
    fn answer(&self, g: GemeenteId, c: CommandId) -> Answer<'_, Result<Option<StoredAnswer>, Fault>> {
        Box::pin(Journal::answer(self, g, c))
    }
    fn prune_answers(&self, before: Moment) -> Answer<'_, Result<u64, Fault>> {
        Box::pin(Journal::prune_answers(self, before))
    }
    fn open_document(
        &self,
        g: GemeenteId,
        d: DocumentId,
    ) -> Answer<'_, Result<Option<DocumentState>, Fault>> {
        Box::pin(Journal::open_document(self, g, d))
    }
    fn document_rows(
        &self,
        g: GemeenteId,
        d: DocumentId,
        after: u64,
        limit: usize,
    ) -> Answer<'_, Result<Vec<StoredUpdate>, Fault>> {
        Box::pin(Journal::document_rows(self, g, d, after, limit))
    }
    fn document_tail(
        &self,
        g: GemeenteId,
        d: DocumentId,
        after: u64,
        limit: usize,
    ) -> Answer<'_, Result<Option<DocumentTail>, Fault>> {
        Box::pin(Journal::document_tail(self, g, d, after, limit))
    }
    fn document_seqs<'a>(&'a self, documents: &'a [(GemeenteId, DocumentId)]) -> Answer<'a, Seqs> {
        Box::pin(Journal::document_seqs(self, documents))
    }
    fn feed(&self, after: Position, limit: usize) -> Answer<'_, Result<Vec<FeedEvent>, Fault>> {
        Box::pin(Journal::feed(self, after, limit))
    }
    fn projection(&self, name: &'static str) -> Answer<'_, Result<Option<(Position, Vec<u8>)>, Fault>> {
        Box::pin(Journal::projection(self, name))
    }
    fn read_audit<'a>(&'a self, filter: &'a AuditFilter) -> Answer<'a, Result<Vec<AuditLine>, Fault>> {
        Box::pin(Journal::read_audit(self, filter))
    }
    fn signed_heads(&self, day: i64, limit: usize) -> Answer<'_, Result<Vec<SignedHead>, Fault>> {
        Box::pin(Journal::signed_heads(self, day, limit))
    }
    fn concept(
        &self,
        sleutel: ConceptSleutel,
        now: Moment,
    ) -> Answer<'_, Result<Option<StoredConcept>, Fault>> {
        Box::pin(Concepten::concept(self, sleutel, now))
    }
    fn take_lease<'a>(
        &'a self,
        naam: &'static str,
        houder: &'a str,
        duur: Duration,
    ) -> Answer<'a, Result<Option<Lease>, Fault>> {
        Box::pin(Leases::take_lease(self, naam, houder, duur))
    }
    fn stuk(&self, g: GemeenteId, s: StreamId, id: uuid::Uuid) -> Answer<'_, Result<Option<Vec<u8>>, Fault>> {
        Box::pin(Journal::stuk(self, g, s, id))
    }
    fn unsent(&self, limit: usize) -> Answer<'_, Result<Vec<Unsent>, Fault>> {
        Box::pin(Journal::unsent(self, limit))
    }
    fn mark_sent(&self, g: GemeenteId, id: uuid::Uuid) -> Answer<'_, Result<(), Fault>> {
        Box::pin(Journal::mark_sent(self, g, id))
    }
    fn is_away(&self) -> bool {
        Journal::is_away(self)
    }
    fn head_key(&self) -> [u8; 32] {
        Journal::head_key(self)
    }
    fn epoch(&self) -> uuid::Uuid {
        Journal::epoch(self)
    }
}

/// Any [`Journal`] with its [`Concepten`] and [`Leases`], shared. Its methods are those of the trait.
#[derive(Clone)]
pub struct SharedJournal(Arc<dyn Erased>);

impl SharedJournal {
    /// Shares `journal`.
    pub fn new(journal: impl Journal + Concepten + Leases) -> Self {
        Self(Arc::new(journal))
    }

    /// Shares a journal that others hold too (tests that inject faults).
    pub fn from_arc<J: Journal + Concepten + Leases>(journal: Arc<J>) -> Self {
        Self(journal)
    }
}

impl std::fmt::Debug for SharedJournal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SharedJournal({})", self.0.epoch())
    }
}

impl Concepten for SharedJournal {
    async fn concept(&self, sleutel: ConceptSleutel, now: Moment) -> Result<Option<StoredConcept>, Fault> {
        self.0.concept(sleutel, now).await
    }
}

impl Leases for SharedJournal {
    async fn take_lease(
        &self,
        naam: &'static str,
        houder: &str,
        duur: Duration,
    ) -> Result<Option<Lease>, Fault> {
        self.0.take_lease(naam, houder, duur).await
    }
}

impl Journal for SharedJournal {
    async fn commit(&self, batch: Vec<Write>) -> Vec<Outcome> {
        self.0.commit(batch).await
    }
    async fn load(
        &self,
        gemeente: GemeenteId,
        stream: StreamId,
        after: Version,
    ) -> Result<Vec<StoredEvent>, Fault> {
        self.0.load(gemeente, stream, after).await
    }
    async fn answer(&self, gemeente: GemeenteId, command: CommandId) -> Result<Option<StoredAnswer>, Fault> {
        self.0.answer(gemeente, command).await
    }
    async fn prune_answers(&self, before: Moment) -> Result<u64, Fault> {
        self.0.prune_answers(before).await
    }
    async fn open_document(
        &self,
        gemeente: GemeenteId,
        document: DocumentId,
    ) -> Result<Option<DocumentState>, Fault> {
        self.0.open_document(gemeente, document).await
    }
    async fn document_rows(
        &self,
        gemeente: GemeenteId,
        document: DocumentId,
        after: u64,
        limit: usize,
    ) -> Result<Vec<StoredUpdate>, Fault> {
        self.0.document_rows(gemeente, document, after, limit).await
    }
    async fn document_tail(
        &self,
        gemeente: GemeenteId,
        document: DocumentId,
        after: u64,
        limit: usize,
    ) -> Result<Option<DocumentTail>, Fault> {
        self.0.document_tail(gemeente, document, after, limit).await
    }
    async fn document_seqs(&self, documents: &[(GemeenteId, DocumentId)]) -> Seqs {
        self.0.document_seqs(documents).await
    }
    async fn feed(&self, after: Position, limit: usize) -> Result<Vec<FeedEvent>, Fault> {
        self.0.feed(after, limit).await
    }
    async fn projection(&self, name: &'static str) -> Result<Option<(Position, Vec<u8>)>, Fault> {
        self.0.projection(name).await
    }
    async fn read_audit(&self, filter: &AuditFilter) -> Result<Vec<AuditLine>, Fault> {
        self.0.read_audit(filter).await
    }
    async fn signed_heads(&self, day: i64, limit: usize) -> Result<Vec<SignedHead>, Fault> {
        self.0.signed_heads(day, limit).await
    }
    async fn stuk(
        &self,
        gemeente: GemeenteId,
        stream: StreamId,
        id: uuid::Uuid,
    ) -> Result<Option<Vec<u8>>, Fault> {
        self.0.stuk(gemeente, stream, id).await
    }
    async fn unsent(&self, limit: usize) -> Result<Vec<Unsent>, Fault> {
        self.0.unsent(limit).await
    }
    async fn mark_sent(&self, gemeente: GemeenteId, id: uuid::Uuid) -> Result<(), Fault> {
        self.0.mark_sent(gemeente, id).await
    }
    fn is_away(&self) -> bool {
        self.0.is_away()
    }
    fn head_key(&self) -> [u8; 32] {
        self.0.head_key()
    }
    fn epoch(&self) -> uuid::Uuid {
        self.0.epoch()
    }
}
