//! All open sockets of this node: one timer pings them, notices the dead and the stalled, and ends those whose session ended.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use keukentafel::domain::medewerker::Wie;
use keukentafel::protocol::close;
use keukentafel::protocol::rt::ServerMessage;
use keukentafel_actors::hub::{Class, Conn, ConnId, Dialect, ping, text};
use keukentafel_actors::limits::STALL;
use uuid::Uuid;

use super::line::{Line, LineWire, Seconds};
use crate::limits::{PING_EVERY_SECONDS, RT_DEAD_SECONDS, YJS_DEAD_SECONDS, YJS_PING_EVERY_SECONDS};
use crate::serve::Socket;
use crate::session::SessionKey;

/// The register of open sockets.
pub(crate) struct Lines {
    per_session: usize,
    next: AtomicU64,
    pub(crate) seconds: Arc<Seconds>,
    open: Mutex<Open>,
}

#[derive(Default)]
struct Open {
    lines: HashMap<ConnId, (Arc<Conn>, Arc<Line>)>,
    per_session: HashMap<Uuid, usize>,
}

impl Lines {
    /// Nobody yet; each session may have so many.
    pub(crate) fn new(per_session: usize) -> Self {
        Self { per_session, next: AtomicU64::new(0), seconds: Arc::default(), open: Mutex::default() }
    }

    /// Whether this session may open one more.
    pub(crate) fn has_room(&self, session: Uuid) -> bool {
        self.lock().per_session.get(&session).is_none_or(|open| *open < self.per_session)
    }

    /// A socket that is open from now on.
    pub(crate) fn open(
        &self,
        socket: Socket,
        wie: Wie,
        session: SessionKey,
        dialect: Dialect,
    ) -> (Arc<Conn>, Arc<Line>) {
        let id = ConnId(self.next.fetch_add(1, Ordering::Relaxed) + 1);
        let line = Line::new(socket, session, wie.sessie, Arc::clone(&self.seconds));
        let conn = Conn::new(id, wie, dialect, Box::new(LineWire(Arc::clone(&line))));
        let mut open = self.lock();
        *open.per_session.entry(line.session_id).or_default() += 1;
        open.lines.insert(id, (Arc::clone(&conn), Arc::clone(&line)));
        drop(open);
        metrics::gauge!("keukentafel_sockets", "dialect" => word(dialect)).increment(1);
        (conn, line)
    }

    /// A socket is gone.
    pub(crate) fn forget(&self, conn: &Conn) {
        let mut open = self.lock();
        let Some((_, line)) = open.lines.remove(&conn.id()) else { return };
        if let Some(count) = open.per_session.get_mut(&line.session_id) {
            *count -= 1;
            if *count == 0 {
                open.per_session.remove(&line.session_id);
            }
        }
        drop(open);
        metrics::gauge!("keukentafel_sockets", "dialect" => word(conn.dialect())).decrement(1);
    }

    /// Closes every socket of a session.
    pub(crate) fn end_session(&self, session: Uuid) {
        self.close_session(session, close::SESSION_ENDED);
    }

    /// Closes every socket of a session that goes on under another secret: with that they may come back.
    pub(crate) fn replace_session(&self, session: Uuid) {
        self.close_session(session, close::SESSION_REPLACED);
    }

    fn close_session(&self, session: Uuid, code: u16) {
        for (conn, line) in self.all() {
            if line.session_id == session {
                conn.close(code);
            }
        }
    }

    /// Closes every socket with this code.
    pub(crate) fn close_all(&self, code: u16) {
        for (conn, _) in self.all() {
            conn.close(code);
        }
    }

    /// Tells every `/rt` something that must arrive.
    pub(crate) fn tell_all(&self, message: &ServerMessage<'_>) {
        let frame = encode(message);
        for (conn, _) in self.all() {
            if conn.dialect() == Dialect::Rt {
                conn.send(Class::Control, frame.clone());
            }
        }
    }

    /// How many are open.
    pub(crate) fn count(&self) -> usize {
        self.lock().lines.len()
    }

    /// One second has passed: pings the share whose turn it is, and ends the dead and the stalled.
    pub(crate) fn tick(&self) {
        let now = self.seconds.next();
        let rt_ping = encode(&ServerMessage::Ping { n: u64::from(now) });
        let ws_ping = ping();
        for (conn, line) in self.all() {
            if u64::from(line.stalled_for()) >= STALL.as_secs()
                || line.silent_for() > dead_after(conn.dialect())
            {
                conn.close(close::SLOW);
            } else if its_turn(&conn, now) {
                let frame = match conn.dialect() {
                    Dialect::Rt => &rt_ping,
                    Dialect::Yjs => &ws_ping,
                };
                conn.send(Class::Control, frame.clone());
            }
        }
    }

    /// Sending takes each connection's own lock and may write, so the register's lock is not held meanwhile.
    fn all(&self) -> Vec<(Arc<Conn>, Arc<Line>)> {
        self.lock().lines.values().cloned().collect()
    }

    fn lock(&self) -> MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Pings are spread: at each second the share of connections whose number comes up.
fn its_turn(conn: &Conn, now: u32) -> bool {
    let every = match conn.dialect() {
        Dialect::Rt => PING_EVERY_SECONDS,
        Dialect::Yjs => YJS_PING_EVERY_SECONDS,
    };
    conn.id().0 % u64::from(every) == u64::from(now % every)
}

fn dead_after(dialect: Dialect) -> u32 {
    match dialect {
        Dialect::Rt => RT_DEAD_SECONDS,
        Dialect::Yjs => YJS_DEAD_SECONDS,
    }
}

fn word(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Rt => "rt",
        Dialect::Yjs => "yjs",
    }
}

/// A message as a complete text frame.
pub(crate) fn encode(message: &ServerMessage<'_>) -> Bytes {
    match serde_json::to_string(message) {
        Ok(json) => text(&json),
        Err(e) => unreachable!("wire messages serialise: {e}"),
    }
}
