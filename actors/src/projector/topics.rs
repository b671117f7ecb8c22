//! The lines that lists and pages are made of, such as a zaak under *dat* and under *wat*.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use bytes::Bytes;
use keukentafel::clock::Moment;
use keukentafel::domain::ids::{GemeenteId, MedewerkerId};
use keukentafel::protocol::rt::ServerMessage;
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::Door;
use serde_json::value::RawValue;

use crate::entity::encode;
use crate::hub::{Conn, ConnId, Fanout, TopicNumber, TopicNumbers};

/// One line: what it is about, under which view, in which municipality.
pub(super) type Key = (GemeenteId, Topic);

/// What happened, as told with a new line.
pub(super) struct Aanleiding {
    pub(super) soort: String,
    pub(super) at: Moment,
    pub(super) door: Option<Door>,
}

/// Why a connection follows a line.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd)]
pub(super) enum Why {
    /// It asked for it.
    Zelf,
    /// It is in this open bundle.
    Bundel(Topic),
}

/// The lines that somebody follows. A connection can follow one for both reasons and hears it once; asking again for the same reason
/// changes nothing.
#[derive(Default)]
pub(super) struct Lines {
    fanouts: HashMap<Key, Fanout>,
    holds: HashMap<(ConnId, Key), BTreeSet<Why>>,
}

impl Lines {
    pub(super) fn follow(
        &mut self,
        conn: &Arc<Conn>,
        key: Key,
        why: Why,
        numbers: &TopicNumbers,
    ) -> TopicNumber {
        let fanout = self.fanouts.entry(key).or_insert_with(|| Fanout::new(numbers.next()));
        fanout.add(conn);
        self.holds.entry((conn.id(), key)).or_default().insert(why);
        fanout.number()
    }

    /// One reason less; the topic's number when there was that reason.
    pub(super) fn leave(&mut self, conn: ConnId, key: Key, why: Why) -> Option<TopicNumber> {
        let reasons = self.holds.get_mut(&(conn, key))?;
        if !reasons.remove(&why) {
            return None;
        }
        let last = reasons.is_empty();
        if last {
            self.holds.remove(&(conn, key));
        }
        let fanout = self.fanouts.get_mut(&key)?;
        let number = fanout.number();
        if last {
            fanout.remove(conn);
        }
        if fanout.is_empty() {
            self.fanouts.remove(&key);
        }
        Some(number)
    }

    pub(super) fn publish(&mut self, key: Key, v: u64, view: &RawValue, why: &Aanleiding) {
        let Some(fanout) = self.fanouts.get_mut(&key) else { return };
        let frame: Bytes = encode(&ServerMessage::Ev {
            a: fanout.number(),
            v,
            k: &why.soort,
            at: why.at,
            door: why.door.clone(),
            b: view,
        });
        fanout.publish(v, &frame);
    }

    pub(super) fn fanout(&self, key: &Key) -> Option<&Fanout> {
        self.fanouts.get(key)
    }

    /// Ends every hold of those for whom `keep` fails, and hands them back with the topic's number.
    pub(super) fn expel(
        &mut self,
        key: Key,
        keep: impl FnMut(&Conn) -> bool,
    ) -> Vec<(Arc<Conn>, TopicNumber)> {
        let Some(fanout) = self.fanouts.get_mut(&key) else { return Vec::new() };
        let number = fanout.number();
        let gone = fanout.expel(keep);
        if fanout.is_empty() {
            self.fanouts.remove(&key);
        }
        for conn in &gone {
            self.holds.remove(&(conn.id(), key));
        }
        gone.into_iter().map(|conn| (conn, number)).collect()
    }

    /// The lines that somebody follows on any of their connections.
    pub(super) fn van_mens(&self, gemeente: GemeenteId, who: MedewerkerId) -> Vec<Topic> {
        let open = self.fanouts.iter().filter(|((of, _), _)| *of == gemeente);
        let theirs = open.filter(|(_, fanout)| fanout.subscribers().iter().any(|conn| conn.wie().id == who));
        theirs.map(|((_, topic), _)| *topic).collect()
    }

    /// The lines of this kind that anybody follows.
    pub(super) fn open(&self, gemeente: GemeenteId, kind: impl Fn(&Topic) -> bool) -> Vec<Topic> {
        let open = self.fanouts.keys().filter(|(of, topic)| *of == gemeente && kind(topic));
        open.map(|(_, topic)| *topic).collect()
    }

    /// Every line that `conn` follows, let go.
    pub(super) fn leave_all(&mut self, conn: ConnId) {
        let keys: Vec<Key> = self.holds.keys().filter(|(who, _)| *who == conn).map(|(_, key)| *key).collect();
        for key in keys {
            self.holds.insert((conn, key), BTreeSet::from([Why::Zelf]));
            self.leave(conn, key, Why::Zelf);
        }
    }
}
