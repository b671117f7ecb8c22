//! Somebody with a tab open: what the server sent them, read back from the frames.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use keukentafel::domain::medewerker::Wie;
use keukentafel::protocol::topic::Topic;
use serde_json::Value;

use super::Huis;
use crate::hub::pipe::Pipe;
use crate::hub::{Conn, ConnId, Dialect, TopicNumber};
use crate::weigering::Weigering;

static NEXT: AtomicU64 = AtomicU64::new(1);

pub(super) struct Tafelgenoot {
    pub(super) conn: Arc<Conn>,
    pipe: Pipe,
    waiting: VecDeque<Value>,
}

impl Tafelgenoot {
    pub(super) fn new(wie: Wie) -> Self {
        let pipe = Pipe::with_room(100_000_000);
        let id = ConnId(NEXT.fetch_add(1, Ordering::Relaxed));
        let conn = Conn::new(id, wie, Dialect::Rt, Box::new(pipe.clone()));
        Self { conn, pipe, waiting: VecDeque::new() }
    }

    pub(super) async fn volgt(&self, huis: &Huis, topic: Topic) -> Result<TopicNumber, Weigering> {
        huis.tafel.sub(&self.conn, 1, topic, None).await
    }

    /// Everything that came in since the last look.
    pub(super) fn gehoord(&mut self) -> Vec<Value> {
        self.read();
        self.waiting.drain(..).collect()
    }

    /// The kinds of frames that came in since the last look, for an expectation that reads as a line.
    pub(super) fn soorten(&mut self) -> Vec<String> {
        self.gehoord().iter().map(|frame| frame["t"].as_str().unwrap().to_owned()).collect()
    }

    fn read(&mut self) {
        // A document's own frames are binary, and not what these tests read.
        let text = self.pipe.frames().into_iter().filter(|(opcode, _)| *opcode == 1);
        self.waiting.extend(text.map(|(_, payload)| serde_json::from_slice::<Value>(&payload).unwrap()));
    }
}
