//! What every open socket needs, whichever protocol it speaks: its outbox tended while its messages are read, and an orderly end.

use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use keukentafel::protocol::close;
use keukentafel_actors::hub::{Class, Conn, TopicNumber};

use super::frame::{Message, pong};
use super::line::Line;
use super::reader::{End, Reader};
use crate::limits::CLOSE_WAIT;

/// Runs the conversation and tends the outbox beside it, until one of them ends the connection.
pub(super) async fn converse<F: Future<Output = u16>>(
    conn: &Arc<Conn>,
    line: &Arc<Line>,
    conversation: F,
    resync: impl Fn(Vec<TopicNumber>) -> BoxFuture<'static, ()>,
) {
    let conversation = AssertUnwindSafe(conversation).catch_unwind();
    tokio::select! {
        () = tend(conn, line, resync) => {}
        code = conversation => conn.close(code.unwrap_or(close::RESTART)),
    }
}

/// Sees to it that what waits goes out. Ends when the connection is to be closed.
async fn tend(conn: &Conn, line: &Line, resync: impl Fn(Vec<TopicNumber>) -> BoxFuture<'static, ()>) {
    let mut blocked = false;
    loop {
        let todo = tokio::select! {
            todo = line.todo() => todo,
            writable = line.socket.stream().writable(), if blocked => {
                if writable.is_err() {
                    return;
                }
                // When it blocks again it says so.
                blocked = false;
                if conn.unblocked() {
                    line.unblocked();
                }
                continue;
            }
        };
        if todo.close() {
            return;
        }
        blocked |= todo.blocked();
        if todo.drained() {
            let dropped = conn.take_dropped();
            if !dropped.is_empty() {
                resync(dropped).await;
            }
        }
    }
}

/// The next message that is about something: pings are answered and pongs noted on the way. `Err` is the close code.
pub(super) async fn next_message(conn: &Conn, reader: &mut Reader) -> Result<Message, u16> {
    loop {
        let next = reader.next().await;
        conn.touch();
        match next {
            Ok(Message::Ping(payload)) => {
                conn.send(Class::Control, pong(&payload));
            }
            Ok(Message::Pong) => {}
            Ok(Message::Close(_)) => return Err(1000),
            Ok(message @ (Message::Text(_) | Message::Binary(_))) => return Ok(message),
            Err(End::Gone) => return Err(close::RESTART),
            Err(End::Fault(fault)) => {
                metrics::counter!("keukentafel_ws_faults_total").increment(1);
                return Err(fault.code());
            }
        }
    }
}

/// Lets the last bytes go out, waits a moment for the other side to agree, and ends the socket.
pub(super) async fn finish(conn: &Conn, line: &Line) {
    let slow = conn.closing().is_some_and(|closing| closing.0 == close::SLOW);
    if !slow {
        drop(tokio::time::timeout(CLOSE_WAIT, last_bytes(conn, line)).await);
        line.socket.end_writing();
        drop(tokio::time::timeout(CLOSE_WAIT, until_gone(line)).await);
    }
    line.socket.end();
}

async fn last_bytes(conn: &Conn, line: &Line) {
    while !conn.flush() && !line.is_broken() {
        if line.socket.stream().writable().await.is_err() {
            return;
        }
    }
}

/// Reads what is left and throws it away: closing with unread bytes would reset the line and take the close frame with it.
async fn until_gone(line: &Line) {
    let mut nothing = [0; 512];
    loop {
        if line.socket.stream().readable().await.is_err() {
            return;
        }
        match line.socket.stream().try_read(&mut nothing) {
            Ok(0) => return,
            Ok(_) => {}
            Err(e) if e.kind() == std::io::ErrorKind::WouldBlock => {}
            Err(_) => return,
        }
    }
}

/// Counts what makes no sense, within a window.
#[derive(Debug, Default)]
pub(super) struct Strikes(Vec<i64>);

impl Strikes {
    /// One more at `now` (microseconds); `true` when it is one too many.
    pub(super) fn add(&mut self, now: i64, max: usize, window: Duration) -> bool {
        let since = now - i64::try_from(window.as_micros()).unwrap_or(i64::MAX);
        self.0.retain(|at| *at > since);
        self.0.push(now);
        self.0.len() >= max
    }
}

#[cfg(test)]
mod tests {
    use keukentafel::domain::ids::{GemeenteId, MedewerkerId};
    use keukentafel::domain::medewerker::{Rol, Wie};
    use keukentafel_actors::hub::{Dialect, text};
    use tokio::net::{TcpListener, TcpStream};
    use tokio::sync::Semaphore;
    use uuid::Uuid;

    use super::*;
    use crate::serve::Socket;
    use crate::session::SessionKey;
    use crate::ws::Lines;

    async fn pair(lines: &Lines) -> (Arc<Conn>, Arc<Line>, TcpStream) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let client = TcpStream::connect(listener.local_addr().unwrap()).await.unwrap();
        let (stream, _) = listener.accept().await.unwrap();
        let place = Arc::new(Semaphore::new(1)).try_acquire_owned().unwrap();
        let wie = Wie {
            id: MedewerkerId(Uuid::from_u128(1)),
            naam: "Kevin".into(),
            rol: Rol::Jeugdconsulent,
            gemeente: GemeenteId(Uuid::from_u128(9)),
            persoon: None,
            machtiging: None,
            sessie: Uuid::from_u128(2),
        };
        let socket = Socket::new(stream, place);
        let (conn, line) = lines.open(socket, wie, SessionKey::for_tests(), Dialect::Rt);
        (conn, line, client)
    }

    #[tokio::test]
    async fn a_peer_that_resets_the_line_ends_it_and_holds_up_nobody() {
        let lines = Lines::new(64);
        let (conn, line, client) = pair(&lines).await;
        client.set_zero_linger().unwrap();
        drop(client);
        line.socket.stream().readable().await.unwrap();
        for _ in 0..3 {
            conn.send(Class::Control, text("hoi"));
        }
        assert!(conn.is_closing() && line.is_broken());
        // On one thread: were this to spin, nothing else would ever run again, the timeout included.
        tokio::time::timeout(CLOSE_WAIT, finish(&conn, &line)).await.unwrap();
    }

    #[tokio::test]
    async fn who_does_not_read_is_closed_when_the_line_stalls_and_not_before() {
        let lines = Lines::new(64);
        let (conn, line, client) = pair(&lines).await;
        let frame = text(&"x".repeat(60_000));
        while conn.send(Class::Bulk(1), frame.clone()) && line.stalled_for() == 0 && conn.flush() {}
        for _ in 0..9 {
            lines.tick();
        }
        assert!(!conn.is_closing(), "nine seconds is slow");
        lines.tick();
        assert_eq!(conn.closing().map(|closing| closing.0), Some(close::SLOW));
        drop(client);
    }

    #[tokio::test]
    async fn sockets_of_a_session_are_counted_and_ended_together() {
        let lines = Lines::new(64);
        let (first, _, _a) = pair(&lines).await;
        let (second, _, _b) = pair(&lines).await;
        assert_eq!(lines.count(), 2);
        lines.end_session(Uuid::from_u128(3));
        assert!(!first.is_closing());
        lines.end_session(Uuid::from_u128(2));
        assert!(first.is_closing() && second.is_closing());
        lines.forget(&first);
        lines.forget(&first);
        assert_eq!(lines.count(), 1);
    }
}
