//! The journal in memory, with the same promises save the one about power cuts. For tests of actors and for the simulation.
//!
//! Beyond the journal it can be told to fail, to hold commits back until they are let through, and what it has committed.

mod beside;
mod erasure;
mod faults;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;
use uuid::Uuid;

pub use self::faults::Failure;
use self::faults::{Feed, Reads};
use super::admit::{Admitted, Facts};
use super::chain::{AuditLink, audit_line, audit_link, sha256};
use super::heads::{HeadKey, LastHead, TrailEnd};
use super::lease::Leaseboek;
use super::{
    Append, AuditFilter, AuditLine, AuditRow, ConceptSleutel, ConceptWrite, DocumentState, DocumentTail,
    DocumentUpdate, Fault, FeedEvent, Journal, OutboxRow, Outcome, Position, Refusal, SignedHead,
    StoredAnswer, StoredConcept, StoredEvent, StoredUpdate, StreamId, Unsent, Write,
};
use crate::clock::Moment;
use crate::domain::ids::{CommandId, DocumentId, GemeenteId, Version};

/// The node's name in the chain of the trail.
const NODE: &str = "geheugen";

/// A journal that lives as long as its process.
pub struct MemoryJournal {
    epoch: Uuid,
    /// Of the epoch: nothing in here outlives the process, a secret would guard nothing.
    key: HeadKey,
    state: Mutex<State>,
    /// First come, first committed.
    turn: tokio::sync::Mutex<()>,
    /// How many commits may pass; `None` is any number.
    gate: watch::Sender<Option<usize>>,
    arrived: watch::Sender<usize>,
    /// How the feed answers.
    feed: watch::Sender<Feed>,
    /// How often it was asked for.
    feed_asked: AtomicUsize,
    reads: Reads,
    /// Whether it says that it is away.
    away: AtomicBool,
}

#[derive(Debug, Default)]
struct State {
    facts: Facts,
    events: Vec<FeedEvent>,
    streams: BTreeMap<(GemeenteId, StreamId), Vec<usize>>,
    /// When each command was done whose answer is held.
    done: BTreeMap<(GemeenteId, CommandId), Moment>,
    rows: BTreeMap<(GemeenteId, DocumentId), Vec<StoredUpdate>>,
    snapshots: BTreeMap<(GemeenteId, DocumentId), BTreeMap<u64, Vec<u8>>>,
    projections: BTreeMap<&'static str, (Position, Vec<u8>)>,
    concepten: BTreeMap<ConceptSleutel, StoredConcept>,
    leases: Leaseboek,
    /// How often each turn was asked for.
    leases_asked: BTreeMap<&'static str, usize>,
    outbox: Vec<(GemeenteId, Option<StreamId>, OutboxRow)>,
    /// Which of them were marked as sent.
    sent: BTreeSet<(GemeenteId, Uuid)>,
    stukken: BTreeMap<(GemeenteId, StreamId, Uuid), Vec<u8>>,
    audit: Vec<(GemeenteId, AuditRow)>,
    /// The trail's last link, and how many lines are under one.
    end: Option<TrailEnd>,
    heads: Vec<SignedHead>,
    failures: VecDeque<Failure>,
    log: Vec<Vec<Write>>,
}

impl std::fmt::Debug for MemoryJournal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "MemoryJournal({})", self.epoch)
    }
}

impl MemoryJournal {
    /// An empty journal of this epoch.
    #[must_use]
    pub fn new(epoch: Uuid) -> Self {
        Self {
            epoch,
            key: HeadKey::from_seed(&sha256(epoch.as_bytes())),
            state: Mutex::default(),
            turn: tokio::sync::Mutex::new(()),
            gate: watch::Sender::new(None),
            arrived: watch::Sender::new(0),
            feed: watch::Sender::default(),
            feed_asked: AtomicUsize::new(0),
            reads: Reads::default(),
            away: AtomicBool::new(false),
        }
    }

    /// Every batch that was committed, refused writes included, in whichever turn. Grows without bound: a test ends.
    #[must_use]
    pub fn committed(&self) -> Vec<Vec<Write>> {
        let bare = |batch: &Vec<Write>| batch.iter().map(|write| write.kaal().clone()).collect();
        self.state().log.iter().map(bare).collect()
    }

    /// The trail so far.
    #[must_use]
    pub fn audit(&self) -> Vec<(GemeenteId, AuditRow)> {
        self.state().audit.clone()
    }

    /// The messages for outside so far.
    #[must_use]
    pub fn outbox(&self) -> Vec<(GemeenteId, OutboxRow)> {
        self.state().outbox.iter().map(|(gemeente, _, row)| (*gemeente, row.clone())).collect()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn commit(&mut self, batch: Vec<Write>, key: &HeadKey) -> Vec<Outcome> {
        let mut sign = None;
        let outcomes = batch
            .iter()
            .map(|write| {
                let admitted = self.facts.admit(write, &|_, claim| claim.key.clone().into_bytes());
                Ok(admitted.map(|admitted| {
                    if let (Write::SignHead { at }, Admitted::Head) = (write.kaal(), &admitted) {
                        sign = Some(*at);
                    }
                    self.record(write, &admitted);
                    admitted.outcome(self.facts.end)
                }))
            })
            .collect();
        self.link();
        if let (Some(at), Some(end)) = (sign, self.end) {
            let last = self.heads.last().map(|head| LastHead { day: head.day, sealed: head.sealed() });
            self.heads.push(key.sign(NODE, end, last, at));
        }
        self.log.push(batch);
        outcomes
    }

    fn record_concept(&mut self, change: &ConceptWrite) {
        match change {
            ConceptWrite::Bewaar(nieuw, _) => {
                let mut stored = nieuw.stored();
                stored.personen.sort_unstable();
                stored.personen.dedup();
                self.concepten.insert(nieuw.sleutel, stored);
            }
            ConceptWrite::Weg(weg, _) => {
                self.concepten.remove(&weg.sleutel);
            }
            ConceptWrite::Opruimen { at } => self.concepten.retain(|_, concept| concept.verloopt_op > *at),
        }
        self.audit.extend(change.sporen().map(|(gemeente, row)| (gemeente, row.clone())));
    }

    /// Chains the lines of the trail that stand under no link yet.
    fn link(&mut self) {
        let before = self.end.unwrap_or_default();
        let lines = usize::try_from(before.lines).map_or(&[][..], |from| &self.audit[from..]);
        if lines.is_empty() {
            return;
        }
        let (link, n_first) = (before.link + 1, before.lines + 1);
        let head = AuditLink { node: NODE, link, n_first, position: self.facts.end };
        let hashes: Vec<_> =
            (n_first..).zip(lines).map(|(n, (gemeente, row))| audit_line(n, *gemeente, row)).collect();
        let chain = audit_link(&before.chain, &head, &hashes);
        self.end = Some(TrailEnd { link, lines: before.lines + lines.len() as u64, chain });
    }

    fn record(&mut self, write: &Write, admitted: &Admitted) {
        match (write.kaal(), admitted) {
            (Write::Append(append), Admitted::Append { position }) => self.record_append(append, *position),
            (Write::Document(append), Admitted::Document { .. }) => {
                self.push_rows(append.gemeente, append.document, &append.updates);
            }
            (Write::Audit { gemeente, rows }, _) => {
                self.audit.extend(rows.iter().map(|row| (*gemeente, row.clone())));
            }
            (Write::Snapshot { gemeente, document, seq, bytes }, Admitted::Snapshot { older_seq }) => {
                let kept = self.snapshots.entry((*gemeente, *document)).or_default();
                kept.insert(*seq, bytes.clone());
                kept.retain(|seq, _| seq >= older_seq);
            }
            (Write::Projection { name, position, bytes }, Admitted::Projection) => {
                self.projections.insert(name, (*position, bytes.clone()));
            }
            (Write::Concept(change), Admitted::Concept) => self.record_concept(change),
            // Rows are not packed in memory, heads are signed at the end of a batch, and the rest was there already.
            (
                Write::Append(_)
                | Write::Document(_)
                | Write::Snapshot { .. }
                | Write::Projection { .. }
                | Write::Concept(_)
                | Write::Onder { .. }
                | Write::SignHead { .. }
                | Write::Compact { .. },
                _,
            ) => {}
        }
    }

    fn record_append(&mut self, append: &Append, mut position: u64) {
        let gemeente = append.gemeente;
        self.done.insert((gemeente, append.command), done_at(append));
        for stream in &append.streams {
            for (version, event) in (stream.expected + 1..).zip(&stream.events) {
                position += 1;
                self.streams.entry((gemeente, stream.stream)).or_default().push(self.events.len());
                self.events.push(FeedEvent {
                    position: Position(position),
                    gemeente,
                    stream: stream.stream,
                    event: StoredEvent {
                        version,
                        header: event.header.clone(),
                        body: Some(event.body.clone()),
                    },
                });
            }
        }
        for document in &append.documents {
            self.push_rows(gemeente, document.id, &document.updates);
        }
        let first = append.streams.first().map(|stream| stream.stream);
        self.outbox.extend(append.outbox.iter().map(|row| (gemeente, first, row.clone())));
        if let Some(first) = first {
            let kept = append.stukken.iter().map(|stuk| ((gemeente, first, stuk.id), stuk.bytes.clone()));
            self.stukken.extend(kept);
        }
        for weg in &append.concepten {
            if self.concepten.get(&weg.sleutel).is_some_and(|concept| concept.versie == weg.versie) {
                self.concepten.remove(&weg.sleutel);
            }
        }
        for stream in &append.wist {
            self.erase(gemeente, *stream);
        }
        if !append.wist.is_empty() {
            // Of who follows the feed and has not come so far.
            let end = Position(self.facts.end);
            self.projections.retain(|_, (held, _)| *held >= end);
        }
        self.audit.extend(append.audit.iter().map(|row| (gemeente, row.clone())));
    }

    fn push_rows(&mut self, gemeente: GemeenteId, document: DocumentId, updates: &[DocumentUpdate]) {
        let rows = self.rows.entry((gemeente, document)).or_default();
        for update in updates {
            let seq = rows.len() as u64 + 1;
            rows.push(StoredUpdate { seq, door: update.door, at: update.at, bytes: update.bytes.clone() });
        }
    }
}

/// When a command was done: this journal has no clock, and goes by what the command wrote. Each command leaves a line in the trail; what
/// leaves nothing at all happened at no time, and its answer is the first to go.
fn done_at(append: &Append) -> Moment {
    let events = append.streams.iter().flat_map(|stream| &stream.events).map(|event| event.header.at);
    let lines = append.audit.iter().map(|row| row.at);
    events.chain(lines).max().unwrap_or(Moment::from_micros(i64::MIN))
}

impl Journal for MemoryJournal {
    async fn commit(&self, batch: Vec<Write>) -> Vec<Outcome> {
        self.arrived.send_modify(|arrived| *arrived += 1);
        let _turn = self.turn.lock().await;
        self.pass().await;
        let mut state = self.state();
        let count = batch.len();
        match state.failures.pop_front() {
            None => state.commit(batch, &self.key),
            Some(Failure::Full) => vec![Ok(Err(Refusal::Full)); count],
            Some(Failure::Fault(fault)) => vec![Err(fault); count],
            Some(Failure::LostAnswer(fault)) => {
                state.commit(batch, &self.key);
                vec![Err(fault); count]
            }
        }
    }

    async fn load(
        &self,
        gemeente: GemeenteId,
        stream: StreamId,
        after: Version,
    ) -> Result<Vec<StoredEvent>, Fault> {
        self.reads.one().await?;
        let state = self.state();
        let places = state.streams.get(&(gemeente, stream)).into_iter().flatten();
        let events = places.map(|place| &state.events[*place].event);
        Ok(events.filter(|event| event.version > after).cloned().collect())
    }

    async fn answer(&self, gemeente: GemeenteId, command: CommandId) -> Result<Option<StoredAnswer>, Fault> {
        Ok(self.state().facts.commands.get(&(gemeente, command)).cloned())
    }

    async fn prune_answers(&self, before: Moment) -> Result<u64, Fault> {
        let mut state = self.state();
        let State { facts, done, .. } = &mut *state;
        let held = done.len();
        done.retain(|_, at| *at >= before);
        facts.commands.retain(|command, _| done.contains_key(command));
        Ok((held - done.len()) as u64)
    }

    async fn open_document(
        &self,
        gemeente: GemeenteId,
        document: DocumentId,
    ) -> Result<Option<DocumentState>, Fault> {
        self.reads.one().await?;
        let state = self.state();
        let key = (gemeente, document);
        let erased = state.facts.erased.contains(&(gemeente, super::admit::document_stream(document)));
        let Some(facts) = state.facts.documents.get(&key).filter(|_| !erased) else {
            return Ok(None);
        };
        let newest = state.snapshots.get(&key).and_then(BTreeMap::last_key_value);
        let snapshot = newest.map(|(seq, bytes)| (*seq, bytes.clone()));
        let after = snapshot.as_ref().map_or(0, |(seq, _)| *seq);
        let rows = state.rows.get(&key).into_iter().flatten();
        let bound = state.facts.clients.range((gemeente, document, 0)..=(gemeente, document, u64::MAX));
        Ok(Some(DocumentState {
            status: facts.status,
            snapshot,
            tail: rows.filter(|row| row.seq > after).cloned().collect(),
            seq: facts.seq,
            clients: bound.map(|((_, _, client), door)| (*client, *door)).collect(),
        }))
    }

    async fn document_rows(
        &self,
        gemeente: GemeenteId,
        document: DocumentId,
        after: u64,
        limit: usize,
    ) -> Result<Vec<StoredUpdate>, Fault> {
        self.reads.turn().await;
        let state = self.state();
        let rows = state.rows.get(&(gemeente, document)).into_iter().flatten();
        Ok(rows.filter(|row| row.seq > after).take(limit).cloned().collect())
    }

    async fn document_tail(
        &self,
        gemeente: GemeenteId,
        document: DocumentId,
        after: u64,
        limit: usize,
    ) -> Result<Option<DocumentTail>, Fault> {
        let Some(state) = self.open_document(gemeente, document).await? else { return Ok(None) };
        let DocumentState { status, seq, clients, .. } = state;
        let rows = self.document_rows(gemeente, document, after, limit).await?;
        // What came in between the two is for the next time.
        let rows = rows.into_iter().filter(|row| row.seq <= seq).collect();
        Ok(Some(DocumentTail { status, seq, clients, rows }))
    }

    async fn document_seqs(
        &self,
        documents: &[(GemeenteId, DocumentId)],
    ) -> Result<Vec<((GemeenteId, DocumentId), u64)>, Fault> {
        let state = self.state();
        let seq = |key: &(GemeenteId, DocumentId)| Some((*key, state.facts.documents.get(key)?.seq));
        Ok(documents.iter().filter_map(seq).collect())
    }

    async fn feed(&self, after: Position, limit: usize) -> Result<Vec<FeedEvent>, Fault> {
        self.feed_answers().await?;
        let state = self.state();
        let start = state.events.partition_point(|event| event.position <= after);
        Ok(state.events[start..].iter().take(limit).cloned().collect())
    }

    async fn projection(&self, name: &'static str) -> Result<Option<(Position, Vec<u8>)>, Fault> {
        Ok(self.state().projections.get(name).cloned())
    }

    async fn read_audit(&self, filter: &AuditFilter) -> Result<Vec<AuditLine>, Fault> {
        self.reads.one().await?;
        let state = self.state();
        let lines = (1..).zip(&state.audit).filter(|(n, (gemeente, row))| filter.past(*gemeente, *n, row));
        let mut found: Vec<_> = lines
            .map(|(n, (_, row))| AuditLine { n, node: NODE.to_owned(), place: n, row: row.clone() })
            .collect();
        found.sort_by_key(AuditLine::plek);
        if filter.nieuwste_eerst {
            found.reverse();
        }
        found.truncate(filter.limit);
        Ok(found)
    }

    async fn signed_heads(&self, day: i64, limit: usize) -> Result<Vec<SignedHead>, Fault> {
        Ok(self.state().heads.iter().filter(|head| head.day > day).take(limit).cloned().collect())
    }

    async fn stuk(&self, gemeente: GemeenteId, stream: StreamId, id: Uuid) -> Result<Option<Vec<u8>>, Fault> {
        self.reads.turn().await;
        Ok(self.state().stukken.get(&(gemeente, stream, id)).cloned())
    }

    async fn unsent(&self, limit: usize) -> Result<Vec<Unsent>, Fault> {
        let state = self.state();
        let open =
            state.outbox.iter().filter(|(gemeente, _, row)| !state.sent.contains(&(*gemeente, row.id)));
        let unsent = |(gemeente, _, row): &(GemeenteId, _, OutboxRow)| Unsent {
            gemeente: *gemeente,
            row: row.clone(),
        };
        Ok(open.take(limit).map(unsent).collect())
    }

    async fn mark_sent(&self, gemeente: GemeenteId, id: Uuid) -> Result<(), Fault> {
        self.state().sent.insert((gemeente, id));
        Ok(())
    }

    fn is_away(&self) -> bool {
        self.away.load(Ordering::Acquire)
    }

    fn head_key(&self) -> [u8; 32] {
        self.key.public()
    }

    fn epoch(&self) -> Uuid {
        self.epoch
    }
}
