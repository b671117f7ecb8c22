//! What the nodes of one installation tell each other: hints, and who is present. Never content, and nothing that counts (ADR 20).
//!
//! ```text
//!  committer, documents, presence ──> Slate (coalesced, bounded) ──> line.rs ──> Transport (redis.rs) ──> the others
//!  Hears (projector, documents, presence) <────────────────────────  line.rs <── Transport <───────────── the others
//! ```
//! A hint says that the record moved; whoever hears it reads the record. So a hint that is lost, doubled or late costs time and nothing else.
//! Nobody waits for the bus: what is to be said is written on a slate, which the line wipes as it sends.
//!
//! - [`Mode::Together`]: the line is up, which is known because what this node says comes back to it.
//! - [`Mode::LogTail`]: it is not, or there is none. The record is looked at several times a second; presence is of this node alone.
//! - No mode at all: there is no other node.
//!
//! *Invariant: after the line came up everything that is awake is held against the record before a hint is relied on, and once in a while
//! all the same.*

mod line;
mod message;
pub mod redis;
#[cfg(test)]
pub(crate) mod scripted;
mod slate;
#[cfg(test)]
mod tests;

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use bytes::Bytes;
use keukentafel::clock::Moment;
use keukentafel::domain::ids::{DocumentId, GemeenteId, PersoonId};
use keukentafel::protocol::topic::Topic;
use keukentafel::rng::Rng;
use keukentafel::store::Position;
use tokio::sync::{Notify, watch};
use uuid::Uuid;

pub(crate) use message::{Caret, Present};

use slate::Slate;

/// How this node hears of what others record.
#[derive(Clone, Default)]
pub enum Others {
    /// There are none: the database is of this node alone.
    #[default]
    None,
    /// There may be, and nothing goes between them: the record is looked at often.
    ByRecord,
    /// Over this.
    Over(Arc<dyn Transport>),
}

/// How it is now.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum Mode {
    /// The record is looked at often.
    LogTail,
    /// Hints come and go.
    Together,
}

/// The transport is away, or what it gave cannot be used; with what it said, which names nobody.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("{0}")]
pub struct Broken(pub String);

/// What a transport answers later.
pub type Later<'a, T> = Pin<Box<dyn Future<Output = Result<T, Broken>> + Send + 'a>>;

/// A way to say something to every node of the installation at once, this one included. It keeps nothing and promises nothing.
pub trait Transport: Send + Sync + 'static {
    /// Connects and subscribes: what is sent after this answered is heard, until the line breaks.
    fn open(&self) -> Later<'_, (Box<dyn Outward>, Box<dyn Inward>)>;
}

/// The half of a line that speaks.
pub trait Outward: Send {
    /// Says this to all.
    fn send(&mut self, message: Bytes) -> Later<'_, ()>;
}

/// The half that listens.
pub trait Inward: Send {
    /// The next thing that somebody said. May be dropped while it waits, and nothing is lost by that.
    fn next(&mut self) -> Later<'_, Bytes>;
}

/// A room in which people are present: a document, or the table of a zaak or plan.
pub(crate) type Room = (GemeenteId, Topic);

/// Whoever is told what other nodes say. Called from the line; must not block.
pub(crate) trait Hears: Send + Sync + 'static {
    /// Whether there still is a node to tell.
    fn is_there(&self) -> bool;
    /// The feed stands at least here; without a place, somewhere else than before.
    fn feed(&self, at: Option<Position>);
    /// The log of a document stands at this row.
    fn document(&self, document: DocumentId, seq: u64);
    /// Everybody who is in a room at another node, named by its process, now.
    fn present(&self, process: Uuid, room: Room, who: Present);
    /// Another node asks who is in a room here.
    fn asked(&self, room: Room);
    /// Somebody looked at this person's dossier; the trail has it.
    fn gezien(&self, gemeente: GemeenteId, persoon: PersoonId, at: Moment);
    /// A protected dossier was opened; the trail has it.
    fn geopend(&self, gemeente: GemeenteId, at: Moment);
}

/// What this node says to the others. Clones say it on the same slate; without others it says nothing.
#[derive(Clone, Default)]
pub struct Bus(Option<Arc<Shared>>);

pub(crate) struct Shared {
    slate: Slate,
    mode: watch::Sender<Mode>,
    /// Somebody says that everything is to be looked at.
    look: Notify,
    transport: Option<Arc<dyn Transport>>,
}

impl Bus {
    /// For a node with these others. Nothing goes out or comes in before [`Bus::listen`].
    #[must_use]
    pub fn new(others: Others) -> Self {
        let transport = match others {
            Others::None => return Self(None),
            Others::ByRecord => None,
            Others::Over(transport) => Some(transport),
        };
        let (slate, mode) = (Slate::default(), watch::Sender::new(Mode::LogTail));
        Self(Some(Arc::new(Shared { slate, mode, look: Notify::new(), transport })))
    }

    /// Of a node that has no others.
    #[must_use]
    pub fn none() -> Self {
        Self(None)
    }

    /// Keeps the line up for as long as somebody hears. Comes back at once when there is no line to keep.
    pub(crate) async fn listen(self, who: line::Who, hears: Arc<dyn Hears>, rng: Arc<dyn Rng>) {
        if let Some(shared) = self.0
            && let Some(transport) = shared.transport.clone()
        {
            line::keep(&shared, &*transport, &who, &*hears, &*rng).await;
        }
    }

    /// How it is, now and whenever that changes. `None` without others.
    pub(crate) fn mode(&self) -> Option<watch::Receiver<Mode>> {
        self.0.as_ref().map(|shared| shared.mode.subscribe())
    }

    /// Waits until another node says that everything is to be looked at; without others for ever.
    pub(crate) async fn look(&self) {
        match &self.0 {
            Some(shared) => shared.look.notified().await,
            None => std::future::pending().await,
        }
    }

    /// Whether others are told anything: without that nobody need work out what to tell.
    pub(crate) fn reaches_others(&self) -> bool {
        self.0.as_ref().is_some_and(|shared| shared.transport.is_some())
    }

    /// Events were recorded up to here; `None` when nobody knows how far.
    pub(crate) fn feed(&self, at: Option<Position>) {
        self.write(|slate| slate.feed(at));
    }

    /// Rows of a document were recorded up to here.
    pub(crate) fn document(&self, gemeente: GemeenteId, document: DocumentId, seq: u64) {
        self.write(|slate| slate.document(gemeente, document, seq));
    }

    /// Everybody who is in this room at this node now. What was said before about the room and did not go out yet is not said any more.
    pub(crate) fn present(&self, room: Room, who: Present) {
        self.write(|slate| slate.present(room, who));
    }

    /// Asks the others who is in this room.
    pub(crate) fn ask(&self, room: Room) {
        self.write(|slate| slate.ask(room));
    }

    /// Somebody looked at this person's dossier, and who it is about may hear that.
    pub(crate) fn gezien(&self, gemeente: GemeenteId, persoon: PersoonId, at: Moment) {
        self.write(|slate| slate.gezien(gemeente, persoon, at));
    }

    /// Somebody opened a protected dossier, or tried to.
    pub(crate) fn geopend(&self, gemeente: GemeenteId, at: Moment) {
        self.write(|slate| slate.geopend(gemeente, at));
    }

    fn write(&self, what: impl FnOnce(&Slate)) {
        if let Some(shared) = self.0.as_ref().filter(|shared| shared.transport.is_some()) {
            what(&shared.slate);
        }
    }
}

pub(crate) use line::Who;

impl std::fmt::Debug for Bus {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.0 {
            Some(shared) => write!(f, "Bus({:?})", *shared.mode.borrow()),
            None => f.write_str("Bus(none)"),
        }
    }
}
