//! A document that is awake: what is committed, what is accepted, and who looks on.
//!
//! ```text
//!   frame ─► judge (vooruit) ─► queue ─► one batch in flight ─► Committed ─► vast ─► ack ─► tell
//! ```
//! `vast` is the committed text: [`Live::doc`] up to [`Live::seq`], and all that is shown comes from it. `vooruit` is what the
//! guard knows with everything accepted on top of it; only judging looks at it. When a batch fails the two cannot be brought
//! together again: the actor ends and its successor reads the journal.

use std::collections::{BTreeMap, VecDeque};

use bytes::Bytes;
use keukentafel::domain::ids::{DocumentId, GemeenteId, MedewerkerId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::guard::{ClientId, Known};
use keukentafel::protocol::close;
use keukentafel::protocol::rt::ServerMessage;
use keukentafel::protocol::view::{Auteur, Documentstatus};
use keukentafel::store::{Appended, DocumentAppend, DocumentStatus, DocumentUpdate, Outcome, Refusal, Write};
use ractor::ActorRef;
use yrs::Doc;

use super::actor::Msg;
use super::followers::Followers;
use super::handle::Stand;
use super::open::{self, Opened, Quarantine};
use super::outgoing;
use super::presence::Presence;
use super::presence_elders::Elders;
use super::rows::{Ring, Row};
use super::snapshot::Snapshots;
use super::stands::Stands;
use super::strikes::Strikes;
use super::timers::Timers;
use crate::deps::Deps;
use crate::directory::{Admitted, Slot};
use crate::herlezen::Herlezen;
use crate::hub::{Class, ConnId, Dialect};
use crate::limits::{COMMIT_RETRY, DOCUMENT_BATCH_ROWS};
use crate::weigering::Weigering;

/// An accepted update on its way to the journal.
pub(super) struct Pending {
    pub(super) conn: ConnId,
    /// The frame it came in.
    pub(super) nr: u64,
    pub(super) update: DocumentUpdate,
    /// The mailbox slots of its frame: what is not committed yet still counts as waiting.
    pub(super) _slot: Option<Slot>,
}

/// See the module.
pub(super) struct Live {
    pub(super) document: DocumentId,
    pub(super) gemeente: GemeenteId,
    pub(super) deps: Deps,
    pub(super) myself: ActorRef<Admitted<Msg>>,
    pub(super) doc: Doc,
    pub(super) seq: u64,
    /// The row at which the log is said to be.
    pub(super) said: u64,
    /// It is to be read on whatever was said of it: whether it takes text may be otherwise, or something could not be judged, and it could not be read.
    pub(super) te_verversen: bool,
    pub(super) herlezen: Herlezen,
    /// What others of this node know of where it stands.
    stand: Stands,
    pub(super) clients: BTreeMap<ClientId, Option<MedewerkerId>>,
    pub(super) status: DocumentStatus,
    /// `vast` is what stood before a row that does not apply: it is shown, and nothing is written over what follows it.
    pub(super) quarantine: Option<Quarantine>,
    pub(super) vooruit: Known,
    pub(super) queue: VecDeque<Pending>,
    pub(super) in_flight: Vec<Pending>,
    /// Bytes of what waits, in the queue and in flight.
    pub(super) waiting_bytes: usize,
    /// Rows that this actor accepted, and how many of them are stored.
    pub(super) accepted: u64,
    pub(super) stored: u64,
    pub(super) ring: Ring,
    pub(super) snapshots: Snapshots,
    pub(super) followers: Followers,
    pub(super) strikes: Strikes,
    /// At which row each person was first shown the text, since when they have had the right without a break. As many as
    /// deelnemers, as long as the document is awake.
    pub(super) first_seen: BTreeMap<MedewerkerId, (Wie, u64)>,
    pub(super) presence: Presence,
    pub(super) elders: Elders,
    pub(super) timers: Timers,
}

impl Live {
    pub(super) fn new(
        document: DocumentId,
        gemeente: GemeenteId,
        deps: Deps,
        myself: ActorRef<Admitted<Msg>>,
        opened: Opened,
        stand: Stands,
    ) -> Self {
        stand.at(opened.quarantine.map_or(opened.seq, |_| u64::MAX));
        let followers = Followers::new(deps.numbers.next(), opened.seq);
        let snapshots = Snapshots::new(&opened);
        Self {
            document,
            gemeente,
            deps,
            myself,
            doc: opened.doc,
            seq: opened.seq,
            said: 0,
            te_verversen: false,
            herlezen: Herlezen::default(),
            stand,
            clients: opened.clients,
            status: opened.status,
            quarantine: opened.quarantine,
            vooruit: opened.known,
            queue: VecDeque::new(),
            in_flight: Vec::new(),
            waiting_bytes: 0,
            accepted: 0,
            stored: 0,
            ring: Ring::default(),
            snapshots,
            followers,
            strikes: Strikes::default(),
            first_seen: BTreeMap::new(),
            presence: Presence::default(),
            elders: Elders::default(),
            timers: Timers::default(),
        }
    }

    /// Whether nothing of it is on its way to the journal.
    pub(super) fn is_settled(&self) -> bool {
        self.queue.is_empty() && self.in_flight.is_empty()
    }

    /// Hands the next batch to the committer, unless one is under way. Never waits.
    pub(super) fn pump(&mut self) {
        if !self.in_flight.is_empty() || self.queue.is_empty() {
            return;
        }
        let count = self.queue.len().min(DOCUMENT_BATCH_ROWS);
        let batch: Vec<_> = self.queue.drain(..count).collect();
        let updates = batch.iter().map(|pending| pending.update.clone()).collect();
        let append = DocumentAppend { gemeente: self.gemeente, document: self.document, updates };
        let myself = self.myself.clone();
        let done = move |outcome| drop(myself.cast(Admitted::internal(Msg::Committed(outcome))));
        if self.deps.committer.submit(Write::Document(append), done).is_ok() {
            self.in_flight = batch;
            return;
        }
        // The committer is full: nothing was handed over, so nothing is lost by offering it again.
        for pending in batch.into_iter().rev() {
            self.queue.push_front(pending);
        }
        self.myself.send_after(COMMIT_RETRY, || Admitted::internal(Msg::Retry));
    }

    /// The batch in flight has its outcome.
    ///
    /// # Errors
    /// When it failed: everything accepted after `vast` is void, and the actor must end.
    pub(super) async fn committed(&mut self, outcome: Outcome) -> Result<(), Weigering> {
        let seq_first = match outcome {
            Ok(Ok(Appended::Document { seq_first })) => seq_first,
            // An answer to another kind of write: nothing can be said about ours.
            Ok(Ok(Appended::Done { .. } | Appended::Repeated { .. } | Appended::Kept)) => {
                return Err(self.failed(Weigering::Onbekend, None));
            }
            Ok(Err(refusal)) => {
                let taken = match &refusal {
                    Refusal::ClientTaken { client, .. } => Some(*client),
                    Refusal::DocumentClosed { .. } => {
                        self.followers.close_yjs(close::GONE);
                        None
                    }
                    Refusal::Conflict { .. }
                    | Refusal::Claimed { .. }
                    | Refusal::CommandReused
                    | Refusal::Missing
                    | Refusal::ConceptElders { .. }
                    | Refusal::ConceptWeg
                    | Refusal::ConceptenVol
                    | Refusal::LeaseVoorbij { .. }
                    | Refusal::Full => None,
                };
                return Err(self.failed(refusal.into(), taken));
            }
            Err(fault) => return Err(self.failed(fault.into(), None)),
        };
        // Another node wrote between: what it wrote comes first.
        let read = seq_first <= self.seq + 1 || self.lees_bij().await?;
        let rows = self.durable(seq_first);
        if read {
            let binds = rows.iter().flat_map(|(_, pending)| {
                pending.update.binds.iter().map(|client| (*client, pending.update.door))
            });
            let binds = binds.collect();
            let row = |(seq, pending): (u64, Pending)| Row {
                seq,
                bytes: pending.update.bytes.into(),
                from: Some(pending.conn),
            };
            self.evolve(rows.into_iter().map(row).collect(), binds)?;
            self.bij(0).await?;
        } else {
            // What is between cannot be read now: after it all of this is read from the journal, too.
            self.said = rows.last().map_or(self.said, |(seq, _)| self.said.max(*seq));
            self.followers.tell(&[]);
        }
        self.pump();
        Ok(())
    }

    /// The batch in flight is stored, from this row on: its authors hear so, without a flush.
    fn durable(&mut self, seq_first: u64) -> Vec<(u64, Pending)> {
        let batch: Vec<_> = (seq_first..).zip(std::mem::take(&mut self.in_flight)).collect();
        metrics::counter!("keukentafel_document_rows_total").increment(batch.len() as u64);
        self.stored += batch.len() as u64;
        self.waiting_bytes -= batch.iter().map(|(_, pending)| pending.update.bytes.len()).sum::<usize>();
        if let Some((last, _)) = batch.last() {
            self.followers.ack(self.stored, *last);
            self.deps.bus.document(self.gemeente, self.document, *last);
        }
        batch
    }

    /// Memory follows the journal, then everybody hears it. Rows that are held already are skipped.
    pub(super) fn evolve(
        &mut self,
        rows: Vec<Row>,
        binds: Vec<(ClientId, Option<MedewerkerId>)>,
    ) -> Result<(), Weigering> {
        let rows: Vec<_> = rows.into_iter().filter(|row| row.seq > self.seq).collect();
        for row in &rows {
            open::apply(&self.doc, &row.bytes).inspect_err(|fault| {
                let document = self.document;
                tracing::error!(document.id = %document, %fault, "a row of document {document} does not apply");
            })?;
            self.seq = row.seq;
            self.stand.at(row.seq);
            self.snapshots.grow(row.bytes.len());
            self.ring.push(row.clone());
        }
        self.tell_auteurs(binds);
        #[cfg(feature = "proef-eerst-zenden")]
        let rows: Vec<Row> = rows.into_iter().filter(|row| row.from.is_none()).collect();
        self.followers.tell(&rows);
        self.snapshot_when_due();
        Ok(())
    }

    fn tell_auteurs(&mut self, binds: Vec<(ClientId, Option<MedewerkerId>)>) {
        let mut new = Vec::new();
        for (client, door) in binds {
            if self.clients.insert(client, door).is_none() {
                new.push(self.auteur(client, door));
            }
        }
        if !new.is_empty() {
            self.followers.tell_rt(&ServerMessage::Auteurs { a: self.followers.a, b: new });
        }
    }

    fn auteur(&self, client: ClientId, door: Option<MedewerkerId>) -> Auteur {
        Auteur { client, door: door.map(|id| self.deps.namen.door(id)) }
    }

    /// Who writes under which client id, as committed.
    pub(super) fn auteurs(&self) -> Vec<Auteur> {
        self.clients.iter().map(|(client, door)| self.auteur(*client, *door)).collect()
    }

    /// Tells the authors of everything that is void now; the others are told to come back when the followers are dropped.
    fn failed(&mut self, why: Weigering, taken: Option<ClientId>) -> Weigering {
        let code = why.code();
        metrics::counter!("keukentafel_document_batches_failed_total", "code" => code).increment(1);
        let mut told: BTreeMap<ConnId, u64> = BTreeMap::new();
        for pending in self.in_flight.iter().chain(&self.queue) {
            if taken.is_none_or(|client| pending.update.binds.contains(&client)) {
                told.insert(pending.conn, pending.nr);
            }
        }
        let a = self.followers.a;
        for (conn, nr) in told {
            if let Some(follower) = self.followers.get_mut(conn)
                && follower.dialect() == Dialect::Rt
            {
                let message = ServerMessage::Geweigerd { a, nr, code, reden: code };
                follower.conn.push(Class::Control, outgoing::json(&message));
            }
        }
        why
    }

    /// The whole committed text as one update.
    ///
    /// # Errors
    /// [`Weigering::Onbekend`] when it cannot be encoded; nothing partial is ever handed out.
    pub(super) fn whole(&mut self) -> Result<Bytes, Weigering> {
        let bytes = self.snapshots.whole(&self.doc, self.seq)?;
        self.note_size(bytes.len());
        Ok(bytes)
    }

    /// What the edge shows of it beside its text.
    pub(super) fn stand(&self) -> Stand {
        let status = match (self.quarantine, self.status) {
            (Some(_), _) => Documentstatus::Quarantaine,
            (None, DocumentStatus::Open) => Documentstatus::Open,
            (None, DocumentStatus::Bevroren) => Documentstatus::Bevroren,
            (None, DocumentStatus::Getekend) => Documentstatus::Getekend,
        };
        Stand { status, auteurs: self.auteurs() }
    }
}
