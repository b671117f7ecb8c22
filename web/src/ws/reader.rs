//! Reads one connection's messages, as fast as its allowance lets it.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::io;
use std::sync::Arc;

use keukentafel::clock::Clock;

use super::frame::{Fault, Message, Parser};
use super::line::Line;
use crate::limits::{FRAMES_BURST, FRAMES_PER_SECOND, READ_BYTES};
use crate::rate::Bucket;

thread_local! {
    /// Where bytes land before they are parsed. One for the thread: a connection that says nothing holds no buffer.
    static SCRATCH: RefCell<Vec<u8>> = RefCell::new(vec![0; READ_BYTES]);
}

/// Why there is nothing more to read.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(super) enum End {
    /// The other side is gone.
    Gone,
    /// What it sent is not WebSocket.
    Fault(Fault),
}

/// Reads one connection.
pub(super) struct Reader {
    line: Arc<Line>,
    clock: Arc<dyn Clock>,
    parser: Parser,
    ready: VecDeque<Message>,
    ended: Option<End>,
    allowance: Bucket,
}

impl Reader {
    /// `begun` are bytes that came in with the upgrade.
    pub(super) fn new(line: Arc<Line>, clock: Arc<dyn Clock>, begun: &[u8]) -> Self {
        let allowance = Bucket::full(FRAMES_BURST, FRAMES_PER_SECOND, clock.now());
        let mut reader =
            Self { line, clock, parser: Parser::default(), ready: VecDeque::new(), ended: None, allowance };
        reader.feed(begun);
        reader
    }

    /// The next message. Whoever sends too many is read more slowly: what they sent waits in their own kernel.
    pub(super) async fn next(&mut self) -> Result<Message, End> {
        loop {
            if let Some(message) = self.ready.pop_front() {
                if self.ready.is_empty() {
                    self.ready = VecDeque::new();
                }
                if let Some(wait) = self.allowance.take_on_credit(self.clock.now()) {
                    metrics::counter!("keukentafel_ws_slowed_total").increment(1);
                    tokio::time::sleep(wait).await;
                }
                metrics::counter!("keukentafel_ws_frames_in_total").increment(1);
                return Ok(message);
            }
            if let Some(end) = self.ended {
                return Err(end);
            }
            let line = Arc::clone(&self.line);
            if line.socket.stream().readable().await.is_err() {
                return Err(End::Gone);
            }
            self.read();
        }
    }

    fn read(&mut self) {
        let line = Arc::clone(&self.line);
        SCRATCH.with_borrow_mut(|scratch| match line.socket.stream().try_read(scratch) {
            Ok(0) => self.ended = Some(End::Gone),
            Ok(n) => {
                line.heard();
                self.feed(&scratch[..n]);
            }
            Err(e) if matches!(e.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::Interrupted) => {}
            Err(_) => self.ended = Some(End::Gone),
        });
    }

    fn feed(&mut self, bytes: &[u8]) {
        if let Err(fault) = self.parser.feed(bytes, &mut self.ready) {
            self.ended = Some(End::Fault(fault));
        }
    }
}
