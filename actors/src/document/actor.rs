//! The actor of one document: loads, hands each message to [`Live`], sleeps.

use std::sync::Arc;

use bytes::Bytes;
use keukentafel::domain::ids::{DocumentId, GemeenteId};
use keukentafel::protocol::rt::Pos;
use keukentafel::store::Outcome;
use ractor::{Actor, ActorProcessingErr, ActorRef};
use uuid::Uuid;

use super::bij::NietGelezen;
use super::handle::{Stand, Tekstversie};
use super::live::Live;
use super::stands::Awake;
use super::{open, tekst};
use crate::bus::Caret;
use crate::deps::Deps;
use crate::directory::{Admitted, Kind, Passivation, Reply, Slot, Start};
use crate::hub::{Conn, ConnId, TopicNumber};
use crate::limits::{DOCUMENT_MAILBOX, DOCUMENT_SLOT_BYTES, SLEEP_SNAPSHOT_ROWS};
use crate::weigering::Weigering;

/// What a document is sent.
pub(super) enum Msg {
    /// A connection wants to follow.
    Open { conn: Arc<Conn>, r: u64, pos: Option<Pos>, reply: Reply<TopicNumber> },
    /// A frame of y-protocols messages.
    Sync { conn: Arc<Conn>, nr: u64, messages: Vec<Bytes> },
    /// A presence frame.
    Awareness { conn: Arc<Conn>, update: Bytes },
    /// A connection follows no more.
    Leave(ConnId),
    /// A slow connection has room again.
    Resync(Arc<Conn>),
    /// Rights changed.
    Recheck,
    /// The committed text, plain.
    Tekst { gemeente: GemeenteId, reply: Reply<String> },
    /// The same, with its place in the log.
    Versie { gemeente: GemeenteId, reply: Reply<Tekstversie> },
    /// It may have closed or opened.
    Ververs,
    /// Its log stands at this row: another node may have written.
    Bij(u64),
    /// What could not be read before is tried again.
    Herlees,
    /// Who is in the room at another node, named by its process.
    Elders { process: Uuid, carets: Vec<Caret> },
    /// Another node asks who is in the room.
    WieIsDaar,
    /// What is known beside the text.
    Stand { gemeente: GemeenteId, reply: Reply<Stand> },
    /// The batch in flight has its outcome.
    Committed(Outcome),
    /// The journal answered about a snapshot up to `seq`.
    SnapshotKept { seq: u64, kept: bool },
    /// Rows may be offered to the committer again.
    Retry,
    /// Presence may be relayed.
    PresenceDue,
    /// Presence may be gone.
    PresenceGone,
    /// Other nodes are told again who is here, and those of whom nothing is heard go.
    PresenceAgain,
    /// Nobody followed for a while, if the count is still this.
    Idle(u64),
    /// Finish and sleep.
    WindDown,
    /// Fails as a fault in the handler would.
    #[cfg(test)]
    Panic,
}

/// Documents as a kind of actor.
#[derive(Clone)]
pub(super) struct Documenten {
    pub(super) deps: Deps,
    pub(super) awake: Awake,
}

impl Kind for Documenten {
    const NAME: &'static str = "document";
    const MAILBOX: usize = DOCUMENT_MAILBOX;
    type Id = DocumentId;
    type Seed = GemeenteId;
    type Msg = Msg;
    type Actor = DocumentActor;

    fn weight(msg: &Msg) -> u32 {
        let bytes: usize =
            if let Msg::Sync { messages, .. } = msg { messages.iter().map(Bytes::len).sum() } else { 0 };
        u32::try_from(bytes / DOCUMENT_SLOT_BYTES).map_or(u32::MAX, |slots| slots.saturating_add(1))
    }

    fn actor(&self) -> DocumentActor {
        DocumentActor { deps: self.deps.clone(), awake: self.awake.clone() }
    }

    fn wind_down() -> Msg {
        Msg::WindDown
    }
}

/// See the module.
pub(super) struct DocumentActor {
    deps: Deps,
    awake: Awake,
}

/// Where a document is in its life.
enum Phase {
    /// Before its load.
    Asleep,
    /// At work.
    Awake(Box<Live>),
    /// Its load failed; whoever asks hears why.
    Failed(Weigering),
    /// Asked to be passivated: what still comes is dropped, and looked up again by who asked.
    Leaving,
}

/// Why it would sleep.
#[derive(Copy, Clone, Eq, PartialEq)]
enum Sleeps {
    /// Nobody follows. Ends when somebody does.
    Idle,
    /// The node stops.
    Node,
}

pub(super) struct State {
    document: DocumentId,
    gemeente: GemeenteId,
    passivation: Passivation<Documenten>,
    phase: Phase,
    sleeps: Option<Sleeps>,
    /// Before this sleep a snapshot was tried.
    tried: bool,
}

impl Actor for DocumentActor {
    type Msg = Admitted<Msg>;
    type State = State;
    type Arguments = Start<Documenten>;

    async fn pre_start(
        &self,
        _myself: ActorRef<Self::Msg>,
        start: Start<Documenten>,
    ) -> Result<State, ActorProcessingErr> {
        let Start { id, seed, passivation } = start;
        let (phase, sleeps) = (Phase::Asleep, None);
        Ok(State { document: id, gemeente: seed, passivation, phase, sleeps, tried: false })
    }

    /// Loads here and not before: meanwhile messages queue, and nobody else waits.
    async fn post_start(
        &self,
        myself: ActorRef<Self::Msg>,
        state: &mut State,
    ) -> Result<(), ActorProcessingErr> {
        let (gemeente, document) = (state.gemeente, state.document);
        // Before it is read: what is recorded after that is told to it.
        let stand = self.awake.enter(gemeente, document);
        state.phase = match open::open(&self.deps.journal, gemeente, document, self.deps.rng.u32()).await {
            Ok(opened) => {
                let mut live = Live::new(document, gemeente, self.deps.clone(), myself, opened, stand);
                live.watch_idle();
                Phase::Awake(Box::new(live))
            }
            Err(why) => {
                match &why {
                    NietGelezen::Nu(_) => state.passivation.unread(&myself, &self.deps.journal),
                    NietGelezen::Ooit(_) => state.passivation.failed(&myself),
                }
                Phase::Failed(why.into())
            }
        };
        Ok(())
    }

    async fn handle(
        &self,
        myself: ActorRef<Self::Msg>,
        message: Self::Msg,
        state: &mut State,
    ) -> Result<(), ActorProcessingErr> {
        match &mut state.phase {
            Phase::Awake(live) => {
                let Admitted { msg, slot } = message;
                handle(live, &mut state.sleeps, msg, slot).await?;
                state.sleep_when_settled(&myself);
            }
            Phase::Failed(why) => refuse(message.msg, why),
            Phase::Asleep | Phase::Leaving => {}
        }
        Ok(())
    }
}

async fn handle(live: &mut Live, sleeps: &mut Option<Sleeps>, msg: Msg, slot: Slot) -> Result<(), Weigering> {
    let stops = *sleeps == Some(Sleeps::Node);
    match msg {
        Msg::Committed(outcome) => live.committed(outcome).await?,
        Msg::SnapshotKept { seq, kept } => live.snapshot_kept(seq, kept),
        Msg::Retry => live.pump(),
        Msg::Leave(conn) => live.leave(conn),
        Msg::Recheck => live.recheck(),
        Msg::PresenceDue => live.presence_due(),
        Msg::PresenceGone => live.presence_gone(),
        Msg::WindDown => *sleeps = Some(Sleeps::Node),
        // The node stops: nothing new begins. Unanswered, the asker finds another node.
        Msg::Open { .. } | Msg::Sync { .. } | Msg::Awareness { .. } | Msg::Resync(_) if stops => {}
        Msg::Open { conn, r, pos, reply } => {
            *sleeps = None;
            let read =
                if live.is_behind(pos.as_ref()) { live.lees_bij().await? } else { live.is_bij().await? };
            let opened = if read { live.open(&conn, r, pos).await } else { Err(Weigering::Onbekend) };
            if reply.send(opened).is_err() {
                // Whoever asked is gone, and nobody would say so later.
                live.leave(conn.id());
            }
        }
        Msg::Sync { conn, nr, messages } => live.sync(&conn, nr, &messages, slot).await?,
        Msg::Awareness { conn, update } => live.awareness_frame(&conn, &update),
        Msg::Resync(conn) => live.resync(&conn).await?,
        Msg::Tekst { gemeente, reply } => {
            let read = live.is_bij().await?;
            drop(reply.send(match live.quarantine {
                _ if gemeente != live.gemeente => Err(Weigering::NIET_GEVONDEN),
                Some(_) => Err(Weigering::QUARANTAINE),
                None if !read => Err(Weigering::Onbekend),
                None => Ok(tekst::tekst(&live.doc)),
            }));
        }
        Msg::Versie { gemeente, reply } => {
            // What rests on it rests on what the journal has, also of another node.
            let read = live.lees_bij().await?;
            drop(reply.send(match live.quarantine {
                _ if !read => Err(Weigering::Onbekend),
                _ if gemeente != live.gemeente => Err(Weigering::NIET_GEVONDEN),
                Some(_) => Err(Weigering::QUARANTAINE),
                None => {
                    let tekst = tekst::tekst(&live.doc);
                    let voorstellen = tekst::heeft_voorstellen(&live.doc);
                    Ok(Tekstversie { seq: live.seq, tekst, status: live.status, voorstellen })
                }
            }));
        }
        Msg::Ververs => live.ververs().await?,
        Msg::Bij(seq) => live.bij(seq).await?,
        Msg::Herlees => live.herlees().await?,
        Msg::Elders { process, carets } => live.elders(process, carets),
        Msg::WieIsDaar => live.announce(),
        Msg::PresenceAgain => live.presence_again(),
        Msg::Stand { gemeente, reply } => {
            let stand = (gemeente == live.gemeente).then(|| live.stand());
            drop(reply.send(stand.ok_or(Weigering::NIET_GEVONDEN)));
        }
        Msg::Idle(count) => {
            if count == live.timers.idle && live.followers.is_empty() {
                sleeps.get_or_insert(Sleeps::Idle);
            }
        }
        #[cfg(test)]
        Msg::Panic => panic!("asked to"),
    }
    Ok(())
}

impl State {
    /// Sleeps once nothing is under way. A long tail becomes a snapshot first, if the journal takes it.
    fn sleep_when_settled(&mut self, myself: &ActorRef<Admitted<Msg>>) {
        let Phase::Awake(live) = &mut self.phase else { return };
        if self.sleeps.is_none() {
            self.tried = false;
            return;
        }
        if !live.is_settled() || live.snapshots.is_under_way() {
            return;
        }
        if live.snapshots.tail_rows > SLEEP_SNAPSHOT_ROWS && !self.tried {
            self.tried = true;
            live.snapshot();
            if live.snapshots.is_under_way() {
                return;
            }
        }
        live.followers.dismiss();
        self.passivation.ask(myself);
        self.phase = Phase::Leaving;
    }
}

/// The load failed: who waits for an answer gets it. The rest has nobody who waits.
fn refuse(msg: Msg, why: &Weigering) {
    match msg {
        Msg::Open { reply, .. } => drop(reply.send(Err(why.clone()))),
        Msg::Tekst { reply, .. } => drop(reply.send(Err(why.clone()))),
        Msg::Versie { reply, .. } => drop(reply.send(Err(why.clone()))),
        Msg::Stand { reply, .. } => drop(reply.send(Err(why.clone()))),
        Msg::Sync { .. }
        | Msg::Awareness { .. }
        | Msg::Leave(_)
        | Msg::Resync(_)
        | Msg::Recheck
        | Msg::Ververs
        | Msg::Bij(_)
        | Msg::Herlees
        | Msg::Elders { .. }
        | Msg::WieIsDaar
        | Msg::PresenceAgain
        | Msg::Committed(_)
        | Msg::SnapshotKept { .. }
        | Msg::Retry
        | Msg::PresenceDue
        | Msg::PresenceGone
        | Msg::Idle(_)
        | Msg::WindDown => {}
        #[cfg(test)]
        Msg::Panic => {}
    }
}
