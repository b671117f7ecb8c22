//! Who has the document open, and what each has certainly got.

use std::sync::Arc;

use bytes::Bytes;
use keukentafel::protocol::close;
use keukentafel::protocol::rt::ServerMessage;
use tokio::time::Instant;

use super::acks::Acks;
use super::outgoing;
use super::rows::Row;
use crate::hub::{Class, Conn, ConnId, Dialect, TopicNumber};

/// One connection that follows the document.
pub(super) struct Follower {
    pub(super) conn: Arc<Conn>,
    pub(super) acks: Acks,
    /// All rows up to here are out of our hands. What was queued after it may have been dropped together with a later frame, so
    /// only an empty outbox moves it.
    sure: Option<u64>,
    /// It has been sent something whole to build on.
    based: bool,
    /// Something was dropped: nothing more until the outbox is empty.
    behind: bool,
    pub(super) last_frame: Instant,
    /// It was sent SyncStep1 and has not answered.
    pub(super) asked: bool,
    /// Something of it could not be judged, and was not asked for since.
    pub(super) put_off: bool,
}

impl Follower {
    /// One that is sent SyncStep1 as it comes in.
    pub(super) fn new(conn: &Arc<Conn>, now: Instant) -> Self {
        Self {
            conn: Arc::clone(conn),
            acks: Acks::new(),
            sure: None,
            based: false,
            behind: false,
            last_frame: now,
            asked: true,
            put_off: false,
        }
    }

    pub(super) fn dialect(&self) -> Dialect {
        self.conn.dialect()
    }

    /// What it holds by its own word.
    pub(super) fn holds(&mut self, seq: u64) {
        self.sure = Some(seq);
    }

    /// Where to continue after a loss; `None`: from the beginning.
    pub(super) fn sure(&self) -> Option<u64> {
        self.sure
    }

    /// Sends what it asked for, outside the budget: rows or a snapshot, up to `seq`.
    pub(super) fn send_base(&mut self, a: TopicNumber, frames: impl IntoIterator<Item = Bytes>, seq: u64) {
        self.based = true;
        self.behind = false;
        for frame in frames {
            self.conn.push(Class::Bulk(a), frame);
        }
        self.flushed(seq);
    }

    fn flushed(&mut self, seq: u64) {
        if self.conn.flush() && self.based && !self.behind {
            self.sure = Some(seq);
        }
    }

    /// Acks what is stored now. Only `/rt` numbers its frames.
    pub(super) fn ack(&mut self, a: TopicNumber, done: u64, seq: u64) {
        if let Some((nr, needs)) = self.acks.stored(done)
            && self.dialect() == Dialect::Rt
        {
            self.conn.push(Class::Control, outgoing::ack(a, nr, seq.saturating_sub(done - needs)));
        }
    }
}

/// Everybody who follows, in order of arrival. Whoever is still here when the actor ends, however it ends, is told to come back.
pub(super) struct Followers {
    pub(super) a: TopicNumber,
    list: Vec<Follower>,
    /// The last row told, for those who are told to come back.
    seq: u64,
}

impl Followers {
    pub(super) fn new(a: TopicNumber, seq: u64) -> Self {
        Self { a, list: Vec::new(), seq }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Adds a follower. A second subscription of one connection takes the place of the first.
    pub(super) fn add(&mut self, follower: Follower) {
        self.remove(follower.conn.id());
        self.list.push(follower);
    }

    pub(super) fn remove(&mut self, conn: ConnId) -> Option<Follower> {
        let place = self.list.iter().position(|follower| follower.conn.id() == conn)?;
        Some(self.list.remove(place))
    }

    pub(super) fn get_mut(&mut self, conn: ConnId) -> Option<&mut Follower> {
        self.list.iter_mut().find(|follower| follower.conn.id() == conn)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Follower> {
        self.list.iter()
    }

    /// Sends committed rows to everybody, with whatever else waits for them: one flush a connection.
    ///
    /// One frame for all of `/rt`; on `/yjs` one a row, and none to the connection that sent the row.
    pub(super) fn tell(&mut self, rows: &[Row]) {
        let (Some(first), Some(last)) = (rows.first(), rows.last()) else {
            for follower in &self.list {
                follower.conn.flush();
            }
            return;
        };
        self.seq = last.seq;
        let rt = self
            .list
            .iter()
            .any(|follower| follower.dialect() == Dialect::Rt)
            .then(|| outgoing::committed(self.a, first.seq, rows.iter().map(|row| row.bytes.as_ref())));
        let yjs: Vec<_> = match self.list.iter().any(|follower| follower.dialect() == Dialect::Yjs) {
            true => rows.iter().map(|row| (row.from, outgoing::yjs_update(&row.bytes))).collect(),
            false => Vec::new(),
        };
        let class = Class::Document(self.a);
        let mut sent = 0;
        for follower in &mut self.list {
            let conn = &follower.conn;
            let mut push = |frame: &Bytes| {
                let kept = conn.push(class, frame.clone());
                sent += u64::from(kept);
                kept
            };
            let kept = match conn.dialect() {
                _ if follower.behind => false,
                Dialect::Rt => rt.iter().all(&mut push),
                Dialect::Yjs => {
                    yjs.iter().filter(|(from, _)| *from != Some(conn.id())).all(|(_, frame)| push(frame))
                }
            };
            follower.behind = !kept;
            follower.flushed(last.seq);
        }
        metrics::counter!("keukentafel_document_broadcast_frames_total").increment(sent);
    }

    /// Acks to each writer what is stored: `done` rows of this actor, the last of them at `seq`. Without a flush.
    pub(super) fn ack(&mut self, done: u64, seq: u64) {
        let a = self.a;
        self.list.iter_mut().for_each(|follower| follower.ack(a, done, seq));
    }

    /// Sends presence to everybody. Dropped without a trace where a reader is slow.
    pub(super) fn tell_presence(&self, update: &[u8]) {
        let frames = [Dialect::Rt, Dialect::Yjs].map(|dialect| outgoing::awareness(dialect, self.a, update));
        for follower in &self.list {
            let [rt, yjs] = &frames;
            let frame = match follower.dialect() {
                Dialect::Rt => rt,
                Dialect::Yjs => yjs,
            };
            follower.conn.send(Class::Presence, frame.clone());
        }
    }

    /// Sends a text frame to everybody on `/rt`.
    pub(super) fn tell_rt(&self, message: &ServerMessage<'_>) {
        let frame = outgoing::json(message);
        for follower in self.list.iter().filter(|follower| follower.dialect() == Dialect::Rt) {
            follower.conn.push(Class::Control, frame.clone());
        }
    }

    /// Asks for what could not be judged before, by what the text holds now.
    pub(super) fn ask_put_off(&mut self, state: &[u8]) {
        let a = self.a;
        for follower in self.list.iter_mut().filter(|follower| follower.put_off) {
            (follower.put_off, follower.asked) = (false, true);
            follower.conn.send(Class::Control, outgoing::step1(follower.dialect(), a, state));
        }
    }

    /// Takes out those for whom `keep` does not hold any more.
    pub(super) fn expel(&mut self, keep: impl Fn(&Conn) -> bool) -> Vec<Follower> {
        let (stay, go) =
            std::mem::take(&mut self.list).into_iter().partition(|follower| keep(&follower.conn));
        self.list = stay;
        go
    }

    /// Ends it for everybody with this code on `/yjs`; `/rt` hears of it in its own way.
    pub(super) fn close_yjs(&mut self, code: u16) {
        for follower in self.list.iter().filter(|follower| follower.dialect() == Dialect::Yjs) {
            follower.conn.close(code);
        }
    }

    /// The node stops: its edge tells and closes the sockets of `/rt` itself.
    pub(super) fn dismiss(&mut self) {
        self.close_yjs(close::RESTART);
        self.list.clear();
    }
}

impl Drop for Followers {
    fn drop(&mut self) {
        self.close_yjs(close::BUSY);
        let frame = outgoing::json(&ServerMessage::Resync { a: self.a, v: self.seq });
        for follower in self.list.iter().filter(|follower| follower.dialect() == Dialect::Rt) {
            follower.conn.forget(self.a);
            follower.conn.send(Class::Control, frame.clone());
        }
    }
}
