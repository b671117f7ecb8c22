//! Which writes may be done. Pure: facts in, verdict out; both stores share it, so that they refuse alike.
//!
//! [`Facts`] holds what a batch touches, as it stands. An admitted write changes the facts, so that the next in the batch
//! sees it; a refused one leaves them as they were.

use std::collections::{BTreeMap, BTreeSet};

use super::concept::ConceptFacts;
use super::lease::Epochs;
use super::{
    Append, Appended, DocumentAppend, DocumentStatus, DocumentUpdate, Position, Refusal, StatusChange,
    StreamAppend, StreamId, StreamKind, Write, head_day,
};
use crate::domain::ids::{CommandId, DocumentId, GemeenteId, MedewerkerId, Version};

/// A claim as the store keeps it: a keyed hash, or the text itself in memory.
pub(crate) type ClaimKey = Vec<u8>;

/// Where a document's log stands.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(crate) struct DocumentFacts {
    pub(crate) status: DocumentStatus,
    pub(crate) seq: u64,
    pub(crate) snapshot_seq: u64,
    pub(crate) older_seq: u64,
}

/// What is known of everything that a batch touches.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    pub(crate) versions: BTreeMap<(GemeenteId, StreamId), Version>,
    pub(crate) erased: BTreeSet<(GemeenteId, StreamId)>,
    pub(crate) commands: BTreeMap<(GemeenteId, CommandId), super::StoredAnswer>,
    pub(crate) claims: BTreeSet<(GemeenteId, &'static str, ClaimKey)>,
    pub(crate) documents: BTreeMap<(GemeenteId, DocumentId), DocumentFacts>,
    pub(crate) clients: BTreeMap<(GemeenteId, DocumentId, u64), Option<MedewerkerId>>,
    pub(crate) projections: BTreeMap<&'static str, Position>,
    pub(crate) concepten: ConceptFacts,
    /// Whose turn it is.
    pub(crate) leases: Epochs,
    /// The number of the last event, or the one after which those of this transaction are counted.
    pub(crate) position: u64,
    /// The feed's end: its last event.
    pub(crate) end: u64,
    /// Lines of the trail.
    pub(crate) lines: u64,
    /// The last day whose head this node signed.
    pub(crate) signed: Option<i64>,
}

/// What is to be done for an admitted write.
#[derive(Debug)]
pub(crate) enum Admitted {
    /// Record it; its events take the positions after this one.
    Append { position: u64 },
    /// Nothing; this was answered before.
    Repeated { answer: Vec<u8> },
    /// Record the rows from this `seq` on.
    Document { seq_first: u64 },
    /// Record the lines of the trail.
    Audit,
    /// Keep the snapshot, and of the older ones only that of `older_seq`.
    Snapshot { older_seq: u64 },
    /// Pack the rows up to this `seq`.
    Compact { through: u64 },
    /// Sign where the trail ends.
    Head,
    /// Keep the projection's state.
    Projection,
    /// Keep or remove the concept.
    Concept,
    /// Nothing: what is there is as new.
    Nothing,
}

impl Admitted {
    /// What the writer hears once it is durable.
    pub(crate) fn outcome(self, end: u64) -> Appended {
        match self {
            Self::Append { .. } => Appended::Done { position: Position(end) },
            Self::Repeated { answer } => Appended::Repeated { answer },
            Self::Document { seq_first } => Appended::Document { seq_first },
            Self::Audit
            | Self::Head
            | Self::Snapshot { .. }
            | Self::Compact { .. }
            | Self::Projection
            | Self::Concept
            | Self::Nothing => Appended::Kept,
        }
    }
}

/// The stream under whose key a document's text is.
pub(crate) fn document_stream(document: DocumentId) -> StreamId {
    StreamId { kind: StreamKind::Document, id: document.0 }
}

impl Facts {
    /// Judges `write` and, when it is admitted, notes its effect. `claim_key` says how a claim is kept.
    pub(crate) fn admit(
        &mut self,
        write: &Write,
        claim_key: &(dyn Fn(GemeenteId, &super::Claim) -> ClaimKey + Sync),
    ) -> Result<Admitted, Refusal> {
        match write {
            Write::Append(append) => self.append(append, claim_key),
            Write::Document(append) => self.document(append),
            Write::Audit { rows, .. } => {
                self.lines += rows.len() as u64;
                Ok(Admitted::Audit)
            }
            Write::Concept(change) => {
                self.concepten.admit(change)?;
                self.lines += change.sporen().count() as u64;
                Ok(Admitted::Concept)
            }
            Write::Onder { lease, write } => {
                super::lease::admit(&self.leases, *lease)?;
                self.admit(write, claim_key)
            }
            Write::SignHead { at } => self.head(head_day(*at)),
            Write::Snapshot { gemeente, document, seq, .. } => self.snapshot(*gemeente, *document, *seq),
            Write::Compact { gemeente, document } => {
                let facts = self.document_facts(*gemeente, *document)?;
                Ok(Admitted::Compact { through: facts.older_seq })
            }
            Write::Projection { name, position, .. } => {
                if self.projections.get(name).is_some_and(|held| held > position) {
                    return Ok(Admitted::Nothing);
                }
                self.projections.insert(name, *position);
                Ok(Admitted::Projection)
            }
        }
    }

    fn append(
        &mut self,
        append: &Append,
        claim_key: &(dyn Fn(GemeenteId, &super::Claim) -> ClaimKey + Sync),
    ) -> Result<Admitted, Refusal> {
        let gemeente = append.gemeente;
        if let Some(before) = self.commands.get(&(gemeente, append.command)) {
            if before.request_hash != append.request_hash {
                return Err(Refusal::CommandReused);
            }
            return Ok(Admitted::Repeated { answer: before.answer.clone() });
        }
        let versions = self.check_streams(gemeente, &append.streams)?;
        let claims = self.check_claims(append, claim_key)?;
        let (documents, clients) = self.check_documents(append)?;
        if append.wist.iter().any(|stream| self.erased.contains(&(gemeente, *stream))) {
            return Err(Refusal::Missing);
        }
        self.concepten.in_te_leveren(&append.concepten)?;

        self.lines += append.audit.len() as u64;
        let position = self.position;
        let events = append.streams.iter().map(|stream| stream.events.len() as u64).sum::<u64>();
        if events > 0 {
            self.position += events;
            self.end = self.position;
        }
        self.versions.extend(versions.into_iter().map(|(stream, version)| ((gemeente, stream), version)));
        self.claims.extend(claims);
        self.documents.extend(documents.into_iter().map(|(document, facts)| ((gemeente, document), facts)));
        self.clients.extend(clients);
        append.concepten.iter().for_each(|weg| self.concepten.ingeleverd(weg));
        if !append.wist.is_empty() {
            self.erased.extend(append.wist.iter().map(|stream| (gemeente, *stream)));
            let end = Position(self.end);
            self.projections.values_mut().for_each(|held| *held = end.max(*held));
        }
        let (request_hash, answer) = (append.request_hash, append.answer.clone());
        self.commands.insert((gemeente, append.command), super::StoredAnswer { request_hash, answer });
        Ok(Admitted::Append { position })
    }

    fn check_streams(
        &self,
        gemeente: GemeenteId,
        streams: &[StreamAppend],
    ) -> Result<BTreeMap<StreamId, Version>, Refusal> {
        let mut versions = BTreeMap::new();
        for append in streams {
            let stream = append.stream;
            if self.erased.contains(&(gemeente, stream)) {
                return Err(Refusal::Missing);
            }
            let known = versions.get(&stream).or_else(|| self.versions.get(&(gemeente, stream)));
            let actual = known.copied().unwrap_or(0);
            if actual != append.expected {
                return Err(Refusal::Conflict { stream, actual });
            }
            versions.insert(stream, actual + append.events.len() as u64);
        }
        // A stream that got no event was only asked after; it does not begin to exist.
        versions.retain(|_, version| *version > 0);
        Ok(versions)
    }

    fn check_claims(
        &self,
        append: &Append,
        claim_key: &(dyn Fn(GemeenteId, &super::Claim) -> ClaimKey + Sync),
    ) -> Result<BTreeSet<(GemeenteId, &'static str, ClaimKey)>, Refusal> {
        let mut claims = BTreeSet::new();
        for claim in &append.claims {
            let key = (append.gemeente, claim.scope, claim_key(append.gemeente, claim));
            if self.claims.contains(&key) || !claims.insert(key) {
                return Err(Refusal::Claimed { scope: claim.scope });
            }
        }
        Ok(claims)
    }

    fn check_documents(&self, append: &Append) -> Result<(DocumentChanges, ClientChanges), Refusal> {
        let gemeente = append.gemeente;
        let mut documents = DocumentChanges::new();
        let mut clients = ClientChanges::new();
        for new in &append.documents {
            let stream = document_stream(new.id);
            if self.erased.contains(&(gemeente, stream)) {
                return Err(Refusal::Missing);
            }
            let known = documents.get(&new.id).or_else(|| self.documents.get(&(gemeente, new.id)));
            if let Some(known) = known {
                return Err(Refusal::Conflict { stream, actual: known.seq });
            }
            self.check_binds(gemeente, new.id, &new.updates, &mut clients)?;
            let seq = new.updates.len() as u64;
            let facts = DocumentFacts { status: DocumentStatus::Open, seq, snapshot_seq: 0, older_seq: 0 };
            documents.insert(new.id, facts);
        }
        for change in &append.statuses {
            let known = match documents.get(&change.document) {
                Some(known) => *known,
                None => self.document_facts(gemeente, change.document)?,
            };
            documents.insert(change.document, turned(known, change)?);
        }
        Ok((documents, clients))
    }

    fn check_binds(
        &self,
        gemeente: GemeenteId,
        document: DocumentId,
        updates: &[DocumentUpdate],
        clients: &mut ClientChanges,
    ) -> Result<(), Refusal> {
        for update in updates {
            for client in &update.binds {
                let key = (gemeente, document, *client);
                let owner = clients.get(&key).or_else(|| self.clients.get(&key));
                if owner.is_some_and(|owner| *owner != update.door) {
                    return Err(Refusal::ClientTaken { document, client: *client });
                }
                if owner.is_none() {
                    clients.insert(key, update.door);
                }
            }
        }
        Ok(())
    }

    fn document(&mut self, append: &DocumentAppend) -> Result<Admitted, Refusal> {
        let key = (append.gemeente, append.document);
        let mut facts = self.document_facts(append.gemeente, append.document)?;
        if facts.status != DocumentStatus::Open {
            return Err(Refusal::DocumentClosed { document: append.document });
        }
        let mut clients = ClientChanges::new();
        self.check_binds(append.gemeente, append.document, &append.updates, &mut clients)?;
        let seq_first = facts.seq + 1;
        facts.seq += append.updates.len() as u64;
        self.documents.insert(key, facts);
        self.clients.extend(clients);
        Ok(Admitted::Document { seq_first })
    }

    fn snapshot(
        &mut self,
        gemeente: GemeenteId,
        document: DocumentId,
        seq: u64,
    ) -> Result<Admitted, Refusal> {
        let mut facts = self.document_facts(gemeente, document)?;
        if seq > facts.seq {
            return Err(Refusal::Conflict { stream: document_stream(document), actual: facts.seq });
        }
        if seq <= facts.snapshot_seq {
            return Ok(Admitted::Nothing);
        }
        facts.older_seq = facts.snapshot_seq;
        facts.snapshot_seq = seq;
        self.documents.insert((gemeente, document), facts);
        Ok(Admitted::Snapshot { older_seq: facts.older_seq })
    }

    fn head(&mut self, day: i64) -> Result<Admitted, Refusal> {
        if self.signed.is_some_and(|signed| signed >= day) {
            return Ok(Admitted::Nothing);
        }
        if self.lines == 0 {
            return Err(Refusal::Missing);
        }
        self.signed = Some(day);
        Ok(Admitted::Head)
    }

    fn document_facts(&self, gemeente: GemeenteId, document: DocumentId) -> Result<DocumentFacts, Refusal> {
        if self.erased.contains(&(gemeente, document_stream(document))) {
            return Err(Refusal::Missing);
        }
        self.documents.get(&(gemeente, document)).copied().ok_or(Refusal::Missing)
    }
}

type DocumentChanges = BTreeMap<DocumentId, DocumentFacts>;
type ClientChanges = BTreeMap<(GemeenteId, DocumentId, u64), Option<MedewerkerId>>;

fn turned(known: DocumentFacts, change: &StatusChange) -> Result<DocumentFacts, Refusal> {
    if known.status != change.from || known.status == DocumentStatus::Getekend {
        return Err(Refusal::DocumentClosed { document: change.document });
    }
    if change.seq.is_some_and(|seq| seq != known.seq) {
        return Err(Refusal::Conflict { stream: document_stream(change.document), actual: known.seq });
    }
    Ok(DocumentFacts { status: change.to, ..known })
}
