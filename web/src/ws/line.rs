//! What the edge knows of one open socket, and how the actors reach it ([`Wire`]).

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU8, AtomicU32, Ordering};

use keukentafel_actors::hub::{ConnEvent, Wire};
use tokio::sync::Notify;
use uuid::Uuid;

use crate::serve::Socket;
use crate::session::SessionKey;

/// Seconds since the start, moved on by one timer for all connections: asking the clock for each frame would cost more than this
/// precision is worth.
#[derive(Debug, Default)]
pub(crate) struct Seconds(AtomicU32);

impl Seconds {
    pub(crate) fn now(&self) -> u32 {
        self.0.load(Ordering::Relaxed)
    }

    /// One second has passed.
    pub(crate) fn next(&self) -> u32 {
        self.0.fetch_add(1, Ordering::Relaxed) + 1
    }
}

/// One open socket.
pub(crate) struct Line {
    pub(crate) socket: Socket,
    pub(crate) session: SessionKey,
    pub(crate) session_id: Uuid,
    seconds: Arc<Seconds>,
    wake: Notify,
    todo: AtomicU8,
    /// The kernel takes nothing.
    blocked: AtomicBool,
    /// When a byte last went out, and when one last came in.
    taken: AtomicU32,
    heard: AtomicU32,
}

/// What a connection's task must see to, since it last looked.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(crate) struct Todo(u8);

const BLOCKED: u8 = 1;
const DRAINED: u8 = 2;
const CLOSE: u8 = 4;

impl Todo {
    pub(crate) fn blocked(self) -> bool {
        self.0 & BLOCKED != 0
    }
    pub(crate) fn drained(self) -> bool {
        self.0 & DRAINED != 0
    }
    pub(crate) fn close(self) -> bool {
        self.0 & CLOSE != 0
    }
}

impl Line {
    pub(crate) fn new(
        socket: Socket,
        session: SessionKey,
        session_id: Uuid,
        seconds: Arc<Seconds>,
    ) -> Arc<Self> {
        let now = seconds.now();
        Arc::new(Self {
            socket,
            session,
            session_id,
            seconds,
            wake: Notify::new(),
            todo: AtomicU8::new(0),
            blocked: AtomicBool::new(false),
            taken: AtomicU32::new(now),
            heard: AtomicU32::new(now),
        })
    }

    /// Waits for something to see to.
    pub(crate) async fn todo(&self) -> Todo {
        loop {
            let todo = self.todo.swap(0, Ordering::AcqRel);
            if todo != 0 {
                return Todo(todo);
            }
            self.wake.notified().await;
        }
    }

    /// A byte came in.
    pub(crate) fn heard(&self) {
        self.heard.store(self.seconds.now(), Ordering::Relaxed);
    }

    /// Seconds since a byte came in.
    pub(crate) fn silent_for(&self) -> u32 {
        self.seconds.now().saturating_sub(self.heard.load(Ordering::Relaxed))
    }

    /// Everything is out.
    pub(crate) fn unblocked(&self) {
        self.blocked.store(false, Ordering::Relaxed);
    }

    /// Seconds since a byte went out, while more waits.
    pub(crate) fn stalled_for(&self) -> u32 {
        if !self.blocked.load(Ordering::Relaxed) {
            return 0;
        }
        self.seconds.now().saturating_sub(self.taken.load(Ordering::Relaxed))
    }
}

/// The actors' side of a [`Line`].
pub(crate) struct LineWire(pub(crate) Arc<Line>);

impl Wire for LineWire {
    fn try_write(&self, slices: &[io::IoSlice<'_>]) -> io::Result<usize> {
        let line = &self.0;
        let wrote = line.socket.stream().try_write_vectored(slices)?;
        line.taken.store(line.seconds.now(), Ordering::Relaxed);
        Ok(wrote)
    }

    fn notify(&self, event: ConnEvent) {
        let bit = match event {
            ConnEvent::Blocked => {
                // From now on it counts how long nothing goes out; blocking again after a vain attempt does not begin anew.
                if !self.0.blocked.swap(true, Ordering::Relaxed) {
                    self.0.taken.store(self.0.seconds.now(), Ordering::Relaxed);
                }
                BLOCKED
            }
            ConnEvent::Drained => DRAINED,
            ConnEvent::Close => CLOSE,
        };
        self.0.todo.fetch_or(bit, Ordering::AcqRel);
        self.0.wake.notify_one();
    }
}
