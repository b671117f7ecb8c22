//! The projector's topics of which only the newest value counts: that there is news of one's talks.
//!
//! `gesprekken/<medewerker-id>` says *that* something changed among one's own talks and documents, never what: that is asked over
//! HTTP, where rights are looked at. Its version counts the reader's own news only, so nobody hears of a talk of others, not by
//! content, number or moment.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::hash::Hash;
use std::sync::Arc;
use std::time::Duration;

use keukentafel::domain::ids::{GemeenteId, MedewerkerId};
use keukentafel::protocol::rt::ServerMessage;
use keukentafel::protocol::topic::Topic;
use serde_json::value::RawValue;

use super::topics::Key;
use crate::entity::encode;
use crate::hub::{Conn, ConnId, Latest, TopicNumber, TopicNumbers};

struct Stand {
    latest: Latest,
    v: u64,
}

/// The latest topics that somebody follows. Without followers nothing is kept. A key is what everybody who follows it sees alike.
pub(super) struct LatestTopics<K = Key> {
    open: HashMap<K, Stand>,
    conns: HashMap<ConnId, HashSet<K>>,
    /// Rounds that are to come, until the actor takes them over.
    alarms: Vec<(K, Duration)>,
}

impl<K> Default for LatestTopics<K> {
    fn default() -> Self {
        Self { open: HashMap::new(), conns: HashMap::new(), alarms: Vec::new() }
    }
}

impl<K: Copy + Eq + Hash> LatestTopics<K> {
    /// The number that the topic has for its followers, and its version.
    pub(super) fn number(&mut self, key: K, numbers: &TopicNumbers) -> (TopicNumber, u64) {
        let stand =
            self.open.entry(key).or_insert_with(|| Stand { latest: Latest::new(numbers.next()), v: 0 });
        (stand.latest.number(), stand.v)
    }

    /// `conn` follows from now on and gets `value` first, unless a newer one is known here.
    pub(super) fn follow(&mut self, conn: &Arc<Conn>, key: K, value: &RawValue) {
        let Some(stand) = self.open.get_mut(&key) else { return };
        if stand.latest.is_empty() {
            let frame = encode(&ServerMessage::Latest { a: stand.latest.number(), v: stand.v, b: value });
            let wait = stand.latest.set(stand.v, frame);
            self.alarms.extend(wait.map(|wait| (key, wait)));
        }
        stand.latest.join(conn);
        self.conns.entry(conn.id()).or_default().insert(key);
    }

    /// It follows this one no more.
    pub(super) fn leave(&mut self, conn: ConnId, key: K) {
        if let Some(keys) = self.conns.get_mut(&conn) {
            keys.remove(&key);
            if keys.is_empty() {
                self.conns.remove(&conn);
            }
        }
        let Some(stand) = self.open.get_mut(&key) else { return };
        stand.latest.remove(conn);
        if stand.latest.is_empty() {
            self.open.remove(&key);
        }
    }

    /// It follows nothing any more.
    pub(super) fn leave_all(&mut self, conn: ConnId) {
        for key in self.conns.get(&conn).cloned().unwrap_or_default() {
            self.leave(conn, key);
        }
    }

    /// Whether anybody follows: what nobody sees need not be worked out.
    pub(super) fn is_open(&self, key: K) -> bool {
        self.open.contains_key(&key)
    }

    /// The topic has a new value.
    pub(super) fn set(&mut self, key: K, value: &RawValue) {
        let Some(stand) = self.open.get_mut(&key) else { return };
        stand.v += 1;
        let frame = encode(&ServerMessage::Latest { a: stand.latest.number(), v: stand.v, b: value });
        let wait = stand.latest.set(stand.v, frame);
        self.alarms.extend(wait.map(|wait| (key, wait)));
    }

    /// A round of this topic is due.
    pub(super) fn round(&mut self, key: K) {
        let Some(stand) = self.open.get_mut(&key) else { return };
        let wait = stand.latest.round();
        self.alarms.extend(wait.map(|wait| (key, wait)));
    }

    /// The rounds that were asked for since the last time.
    pub(super) fn take_alarms(&mut self) -> Vec<(K, Duration)> {
        std::mem::take(&mut self.alarms)
    }
}

impl LatestTopics {
    /// There is news for these people, each told once.
    pub(super) fn tell(&mut self, gemeente: GemeenteId, who: &BTreeSet<MedewerkerId>) {
        for who in who {
            let key = (gemeente, Topic::Gesprekken(*who));
            if self.is_open(key) {
                self.set(key, RawValue::NULL);
            }
        }
    }
}
