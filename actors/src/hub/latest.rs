//! A topic of which only the newest value counts, at a pace that a reader can follow.
//!
//! The first value goes out at once. Nobody gets another within [`LATEST_EVERY`]; what changes meanwhile takes the place of what
//! waits, and the last value always goes out. Followers are served in rounds of the topic, so that a frame is encoded once and
//! a crowd of newcomers makes no crowd of alarms.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use tokio::time::Instant;

use super::conn::{Conn, ConnId};
use super::fanout::{Fanout, TopicNumber};
use super::outbox::Class;
use crate::limits::LATEST_EVERY;

/// A latest topic and who follows it. Owned by the one actor that publishes it, which also keeps its alarm: whenever a method
/// answers a time, [`Latest::round`] is to be called after it.
#[derive(Debug)]
pub struct Latest {
    fanout: Fanout,
    /// Version and frame.
    newest: Option<(u64, Bytes)>,
    /// When a value last went out to all.
    last_round: Option<Instant>,
    /// The version that each follower was sent last, and when.
    sent: HashMap<ConnId, (u64, Instant)>,
    /// A round is to come.
    alarm: bool,
}

impl Latest {
    /// A topic without followers or value.
    #[must_use]
    pub fn new(number: TopicNumber) -> Self {
        let fanout = Fanout::new(number);
        Self { fanout, newest: None, last_round: None, sent: HashMap::new(), alarm: false }
    }

    /// Its number.
    #[must_use]
    pub fn number(&self) -> TopicNumber {
        self.fanout.number()
    }

    /// Whether nobody follows it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.fanout.is_empty()
    }

    /// Who follows it.
    #[must_use]
    pub fn subscribers(&self) -> &[Arc<Conn>] {
        self.fanout.subscribers()
    }

    /// Adds a follower and sends it the present value at once: that answers its question, whatever the pace. Asking again is
    /// answered again.
    pub fn join(&mut self, conn: &Arc<Conn>) {
        self.fanout.add(conn);
        if let Some((v, frame)) = &self.newest {
            self.sent.insert(conn.id(), (*v, Instant::now()));
            conn.send(Class::Latest(self.fanout.number()), frame.clone());
        }
    }

    /// Removes a follower: what waits for it is not sent any more. `true` when it was one.
    pub fn remove(&mut self, conn: ConnId) -> bool {
        self.sent.remove(&conn);
        self.fanout.remove(conn)
    }

    /// Keeps the followers for whom `keep` holds and hands back the others, who get nothing more.
    pub fn expel(&mut self, keep: impl FnMut(&Conn) -> bool) -> Vec<Arc<Conn>> {
        let gone = self.fanout.expel(keep);
        for conn in &gone {
            self.sent.remove(&conn.id());
        }
        gone
    }

    /// A new value; `v` is above all before it. It goes out now or with the next round. Answers how long until that round, when
    /// nobody was told yet.
    pub fn set(&mut self, v: u64, frame: Bytes) -> Option<Duration> {
        self.newest = Some((v, frame));
        if self.alarm {
            return None;
        }
        let wait = self.last_round.map_or(Duration::ZERO, |last| LATEST_EVERY.saturating_sub(last.elapsed()));
        if wait.is_zero() {
            return self.send_round();
        }
        self.alarm = true;
        Some(wait)
    }

    /// The time that was answered has passed. Answers the time until the next round, where one is needed.
    pub fn round(&mut self) -> Option<Duration> {
        if !std::mem::take(&mut self.alarm) {
            return None;
        }
        self.send_round()
    }

    /// Sends the newest value to all who do not have it, save those who got another a moment ago: they are for the next round.
    fn send_round(&mut self) -> Option<Duration> {
        let (v, frame) = self.newest.as_ref()?;
        let now = Instant::now();
        self.last_round = Some(now);
        let class = Class::Latest(self.fanout.number());
        for conn in self.fanout.subscribers() {
            match self.sent.get(&conn.id()) {
                Some((has, _)) if has == v => {}
                Some((_, at)) if now - *at < LATEST_EVERY => self.alarm = true,
                Some(_) | None => {
                    self.sent.insert(conn.id(), (*v, now));
                    conn.send(class, frame.clone());
                }
            }
        }
        self.alarm.then_some(LATEST_EVERY)
    }
}
