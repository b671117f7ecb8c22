//! One open socket.

use std::io;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use std::time::Duration;

use bytes::Bytes;
use keukentafel::domain::medewerker::Wie;
use tokio::time::Instant;

use super::fanout::TopicNumber;
use super::outbox::{Class, Outbox, Pushed};
use super::ws;

/// A connection's number on this node.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub struct ConnId(pub u64);

/// Which protocol a connection speaks; a document is sent differently on each.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum Dialect {
    /// `/rt`: topics and numbered document frames.
    Rt,
    /// `/yjs/{id}`: the stock y-websocket protocol, one document.
    Yjs,
}

/// The socket below: the edge implements it over a raw TCP stream.
pub trait Wire: Send + Sync + 'static {
    /// Writes without waiting, as much as the kernel takes.
    ///
    /// # Errors
    /// `WouldBlock` when it takes nothing now; anything else is the end of the connection.
    fn try_write(&self, slices: &[io::IoSlice<'_>]) -> io::Result<usize>;

    /// Tells the connection's own task what it must see to.
    fn notify(&self, event: ConnEvent);
}

/// What a connection's task must see to.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum ConnEvent {
    /// The kernel takes nothing: wait until it does, then call [`Conn::flush`].
    Blocked,
    /// Everything is out and some topics lost frames: ask [`Conn::take_dropped`].
    Drained,
    /// Close with [`Conn::closing`].
    Close,
}

/// How a connection ends.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub struct Closing(pub u16);

/// One open socket, shared by all that send to it.
pub struct Conn {
    id: ConnId,
    wie: Wie,
    dialect: Dialect,
    outbox: Mutex<Outbox>,
    wire: Box<dyn Wire>,
    /// The close code, 0 while open.
    closing: AtomicU64,
    blocked: AtomicBool,
    since: Instant,
    /// Milliseconds after `since` at which the last frame came in.
    heard: AtomicU64,
}

/// Frames written in one call; more does not make the system call cheaper.
const SLICES_MAX: usize = 32;

impl Conn {
    /// An open socket of `wie`.
    #[must_use]
    pub fn new(id: ConnId, wie: Wie, dialect: Dialect, wire: Box<dyn Wire>) -> Arc<Self> {
        Arc::new(Self {
            id,
            wie,
            dialect,
            outbox: Mutex::default(),
            wire,
            closing: AtomicU64::new(0),
            blocked: AtomicBool::new(false),
            since: Instant::now(),
            heard: AtomicU64::new(0),
        })
    }

    /// Its number.
    #[must_use]
    pub fn id(&self) -> ConnId {
        self.id
    }

    /// Who is at the other end.
    #[must_use]
    pub fn wie(&self) -> &Wie {
        &self.wie
    }

    /// Which protocol it speaks.
    #[must_use]
    pub fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// A frame came in: the other end is there.
    pub fn touch(&self) {
        let millis = u64::try_from(self.since.elapsed().as_millis()).unwrap_or(u64::MAX);
        self.heard.store(millis, Ordering::Relaxed);
    }

    /// When the last frame came in; when it opened, before the first.
    #[must_use]
    pub fn heard_at(&self) -> Instant {
        self.since + Duration::from_millis(self.heard.load(Ordering::Relaxed))
    }

    /// How long nothing came in.
    #[must_use]
    pub fn silent_for(&self) -> Duration {
        self.heard_at().elapsed()
    }

    /// Puts a frame in the outbox without writing yet; follow with [`Conn::flush`]. `false` when it was dropped.
    pub fn push(&self, class: Class, frame: Bytes) -> bool {
        if self.is_closing() {
            return false;
        }
        let pushed = self.lock().push(class, frame);
        match pushed {
            Pushed::Kept => true,
            Pushed::Dropped => false,
            Pushed::Overflow => {
                self.close(keukentafel::protocol::close::SLOW);
                false
            }
        }
    }

    /// Puts a frame in the outbox and writes what can be written.
    pub fn send(&self, class: Class, frame: Bytes) -> bool {
        let kept = self.push(class, frame);
        self.flush();
        kept
    }

    /// Writes as much of the outbox as the kernel takes. `true` when nothing waits any more.
    pub fn flush(&self) -> bool {
        let mut outbox = self.lock();
        while !outbox.is_empty() {
            let mut slices = Vec::with_capacity(SLICES_MAX);
            outbox.slices(&mut slices, SLICES_MAX);
            match self.wire.try_write(&slices) {
                Ok(0) => return self.broken(outbox),
                Ok(n) => outbox.advance(n),
                Err(e) if e.kind() == io::ErrorKind::WouldBlock => {
                    drop(outbox);
                    if !self.blocked.swap(true, Ordering::AcqRel) {
                        self.wire.notify(ConnEvent::Blocked);
                    }
                    return false;
                }
                Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
                Err(_) => return self.broken(outbox),
            }
        }
        let dropped = outbox.has_dropped();
        drop(outbox);
        if dropped {
            self.wire.notify(ConnEvent::Drained);
        }
        true
    }

    /// The other end is gone: nothing will go out any more, so nothing waits any more.
    fn broken(&self, outbox: MutexGuard<'_, Outbox>) -> bool {
        drop(outbox);
        self.close(keukentafel::protocol::close::RESTART);
        *self.lock() = Outbox::default();
        true
    }

    /// The kernel takes bytes again.
    pub fn unblocked(&self) -> bool {
        self.blocked.store(false, Ordering::Release);
        self.flush()
    }

    /// The topics that lost something while the reader was slow; asking clears the marks.
    #[must_use]
    pub fn take_dropped(&self) -> Vec<TopicNumber> {
        self.lock().take_dropped()
    }

    /// Whether a snapshot of this topic still waits to go out.
    #[must_use]
    pub fn awaits_bulk(&self, a: TopicNumber) -> bool {
        self.lock().holds_bulk(a)
    }

    /// Forgets what waits of a topic that this connection follows no more.
    pub fn forget(&self, a: TopicNumber) {
        self.lock().forget(a);
    }

    /// Asks for the end, with this code; only the first call counts.
    pub fn close(&self, code: u16) {
        let first =
            self.closing.compare_exchange(0, u64::from(code), Ordering::AcqRel, Ordering::Acquire).is_ok();
        if first {
            let frame = ws::close(code);
            self.lock().push(Class::Control, frame);
            self.wire.notify(ConnEvent::Close);
        }
    }

    /// The code it is closing with, if it is.
    #[must_use]
    pub fn closing(&self) -> Option<Closing> {
        match u16::try_from(self.closing.load(Ordering::Acquire)) {
            Ok(0) | Err(_) => None,
            Ok(code) => Some(Closing(code)),
        }
    }

    /// Whether it is closing.
    #[must_use]
    pub fn is_closing(&self) -> bool {
        self.closing.load(Ordering::Acquire) != 0
    }

    fn lock(&self) -> MutexGuard<'_, Outbox> {
        self.outbox.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl std::fmt::Debug for Conn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Conn({}, {:?})", self.id.0, self.dialect)
    }
}
