//! A topic and who follows it. Owned by the one actor that publishes it, so order needs no lock.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use bytes::Bytes;

use keukentafel::protocol::rt::ServerMessage;

use super::conn::{Conn, ConnId, Dialect};
use super::outbox::Class;
use super::ws::text;
use crate::limits::{RING_BYTES, RING_FRAMES};

/// A topic's number on this node: the same for every subscriber, so that one frame serves all.
pub type TopicNumber = u32;

/// Hands out topic numbers.
#[derive(Debug, Default)]
pub struct TopicNumbers(AtomicU32);

impl TopicNumbers {
    /// The next one; never 0.
    pub fn next(&self) -> TopicNumber {
        self.0.fetch_add(1, Ordering::Relaxed).wrapping_add(1).max(1)
    }
}

/// Who follows a topic, and its last frames for whoever was away a moment.
#[derive(Debug)]
pub struct Fanout {
    number: TopicNumber,
    subscribers: Vec<Arc<Conn>>,
    ring: VecDeque<(u64, Bytes)>,
    ring_bytes: usize,
}

impl Fanout {
    /// A topic without subscribers.
    #[must_use]
    pub fn new(number: TopicNumber) -> Self {
        Self { number, subscribers: Vec::new(), ring: VecDeque::new(), ring_bytes: 0 }
    }

    /// Its number.
    #[must_use]
    pub fn number(&self) -> TopicNumber {
        self.number
    }

    /// Whether nobody follows it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.subscribers.is_empty()
    }

    /// Who follows it.
    #[must_use]
    pub fn subscribers(&self) -> &[Arc<Conn>] {
        &self.subscribers
    }

    /// Adds a follower; once per connection.
    pub fn add(&mut self, conn: &Arc<Conn>) {
        if !self.subscribers.iter().any(|other| other.id() == conn.id()) {
            self.subscribers.push(Arc::clone(conn));
        }
    }

    /// Removes a follower. `true` when it was one.
    pub fn remove(&mut self, conn: ConnId) -> bool {
        let before = self.subscribers.len();
        self.subscribers.retain(|other| other.id() != conn);
        self.subscribers.len() < before
    }

    /// Keeps the followers for whom `keep` holds and hands back the others.
    pub fn expel(&mut self, mut keep: impl FnMut(&Conn) -> bool) -> Vec<Arc<Conn>> {
        let (stay, go) = std::mem::take(&mut self.subscribers).into_iter().partition(|conn| keep(conn));
        self.subscribers = stay;
        go
    }

    /// Sends the frame of version `v` to every follower and keeps it for those who come back.
    pub fn publish(&mut self, v: u64, frame: &Bytes) {
        for conn in &self.subscribers {
            conn.send(Class::Event(self.number), frame.clone());
        }
        self.remember(v, frame.clone());
    }

    /// The frames after `v`, when all of them are still here.
    #[must_use]
    pub fn since(&self, v: u64) -> Option<Vec<Bytes>> {
        let first = self.ring.front().map(|(version, _)| *version)?;
        if v + 1 < first {
            return None;
        }
        Some(self.ring.iter().filter(|(version, _)| *version > v).map(|(_, frame)| frame.clone()).collect())
    }

    fn remember(&mut self, v: u64, frame: Bytes) {
        self.ring_bytes += frame.len();
        self.ring.push_back((v, frame));
        while self.ring.len() > RING_FRAMES || self.ring_bytes > RING_BYTES {
            let Some((_, old)) = self.ring.pop_front() else { return };
            self.ring_bytes -= old.len();
        }
    }
}

impl Drop for Fanout {
    /// Whoever still follows hears that this topic must be asked for again: its actor failed, or the node stops.
    fn drop(&mut self) {
        let Ok(json) = serde_json::to_string(&ServerMessage::Resync { a: self.number, v: 0 }) else { return };
        let frame = text(&json);
        for conn in self.subscribers.drain(..).filter(|conn| conn.dialect() == Dialect::Rt) {
            conn.forget(self.number);
            conn.send(Class::Control, frame.clone());
        }
    }
}
