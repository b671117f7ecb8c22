//! The lines that lists and pages are made of, such as a zaak under *dat* and under *wat*.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use bytes::Bytes;
use keukentafel::clock::Moment;
use keukentafel::domain::ids::{GemeenteId, MedewerkerId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::protocol::rt::ServerMessage;
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::Door;
use serde_json::value::RawValue;

use crate::entity::encode;
use crate::hub::{Conn, ConnId, Fanout, TopicNumber, TopicNumbers};

/// One line: what it is about, under which view, in which municipality.
pub(super) type Key = (GemeenteId, Topic);

/// What happened, as told with a new line.
#[derive(Clone)]
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

/// A line that somebody follows. It lives from its first follower to its last: another life has another number, and so another epoch.
struct Line {
    fanout: Fanout,
    /// How often it changed in this life: its version.
    v: u64,
    /// Of a line that is told only when it reads otherwise: how it was last read.
    gelezen: Option<Box<RawValue>>,
}

/// The lines that somebody follows. A connection can follow one for both reasons and hears it once; asking again for the same reason
/// changes nothing. Of a line that nobody follows nothing is kept, so there are never more here than what is on somebody's screen.
#[derive(Default)]
pub(super) struct Lines {
    lines: HashMap<Key, Line>,
    holds: HashMap<(ConnId, Key), BTreeSet<Why>>,
}

impl Lines {
    /// `conn` follows it from now on; its number and version.
    pub(super) fn follow(
        &mut self,
        conn: &Arc<Conn>,
        key: Key,
        why: Why,
        numbers: &TopicNumbers,
    ) -> (TopicNumber, u64) {
        let begin = || Line { fanout: Fanout::new(numbers.next()), v: 0, gelezen: None };
        let line = self.lines.entry(key).or_insert_with(begin);
        line.fanout.add(conn);
        self.holds.entry((conn.id(), key)).or_default().insert(why);
        (line.fanout.number(), line.v)
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
        let line = self.lines.get_mut(&key)?;
        let number = line.fanout.number();
        if last {
            line.fanout.remove(conn);
        }
        self.forget_empty(key);
        Some(number)
    }

    /// Whether anybody follows: what nobody sees need not be worked out.
    pub(super) fn is_followed(&self, key: Key) -> bool {
        self.lines.contains_key(&key)
    }

    /// Who follows it, once for each reason.
    pub(super) fn volgers(&self, key: Key) -> Vec<(Arc<Conn>, Why)> {
        let conns = self.lines.get(&key).map(|line| line.fanout.subscribers()).unwrap_or_default();
        let each = |conn: &Arc<Conn>| {
            let reasons = self.holds.get(&(conn.id(), key)).cloned().unwrap_or_default();
            let conn = Arc::clone(conn);
            reasons.into_iter().map(move |why| (Arc::clone(&conn), why))
        };
        conns.iter().flat_map(each).collect()
    }

    /// The lines of a kind that somebody follows.
    pub(super) fn followed(&self, kind: impl Fn(Topic) -> bool) -> Vec<Key> {
        self.lines.keys().copied().filter(|(_, topic)| kind(*topic)).collect()
    }

    /// The number of a line that somebody follows.
    pub(super) fn number(&self, key: Key) -> Option<TopicNumber> {
        self.lines.get(&key).map(|line| line.fanout.number())
    }

    /// The numbers of the lines that `conn` asked for itself.
    pub(super) fn asked_by(&self, conn: ConnId) -> impl Iterator<Item = TopicNumber> {
        let own = self.holds.iter().filter(move |((who, _), why)| *who == conn && why.contains(&Why::Zelf));
        own.filter_map(|((_, key), _)| self.number(*key))
    }

    /// How it was last read; `None` for a line that nobody follows or that was not kept.
    pub(super) fn gelezen(&self, key: Key) -> Option<&RawValue> {
        self.lines.get(&key)?.gelezen.as_deref()
    }

    /// It reads like this now. Another reading than the last one is another version.
    pub(super) fn lees(&mut self, key: Key, now: &RawValue) -> u64 {
        let Some(line) = self.lines.get_mut(&key) else { return 0 };
        let other = line.gelezen.as_ref().is_some_and(|before| before.get() != now.get());
        line.v += u64::from(other);
        line.gelezen = Some(now.to_owned());
        line.v
    }

    /// It changed, and reads like this now: its followers hear that, with the next version.
    pub(super) fn publish(&mut self, key: Key, view: &RawValue, why: &Aanleiding) {
        let Some(line) = self.lines.get_mut(&key) else { return };
        line.v += 1;
        if line.gelezen.is_some() {
            line.gelezen = Some(view.to_owned());
        }
        let frame: Bytes = encode(&ServerMessage::Ev {
            a: line.fanout.number(),
            v: line.v,
            k: &why.soort,
            at: why.at,
            door: why.door.clone(),
            b: view,
        });
        line.fanout.publish(line.v, &frame);
    }

    /// Ends every hold of those for whom `keep` fails, and hands them back with the topic's number.
    pub(super) fn expel(
        &mut self,
        key: Key,
        keep: impl FnMut(&Conn) -> bool,
    ) -> Vec<(Arc<Conn>, TopicNumber)> {
        let Some(line) = self.lines.get_mut(&key) else { return Vec::new() };
        let number = line.fanout.number();
        let gone = line.fanout.expel(keep);
        self.forget_empty(key);
        for conn in &gone {
            self.holds.remove(&(conn.id(), key));
        }
        gone.into_iter().map(|conn| (conn, number)).collect()
    }

    /// The lines that any of these people follow on any of their connections.
    pub(super) fn van_mensen(&self, gemeente: GemeenteId, who: &BTreeSet<MedewerkerId>) -> Vec<Topic> {
        let open = self.lines.iter().filter(|((of, _), _)| *of == gemeente);
        let theirs = open
            .filter(|(_, line)| line.fanout.subscribers().iter().any(|conn| who.contains(&conn.wie().id)));
        theirs.map(|((_, topic), _)| *topic).collect()
    }

    /// Who follows any line, of those concerned.
    pub(super) fn mensen(&self, concerned: impl Fn(&Wie) -> bool) -> BTreeSet<MedewerkerId> {
        let open = self.lines.values().flat_map(|line| line.fanout.subscribers());
        open.map(|conn| conn.wie()).filter(|wie| concerned(wie)).map(|wie| wie.id).collect()
    }

    /// The lines of this kind that anybody follows.
    pub(super) fn open(&self, gemeente: GemeenteId, kind: impl Fn(&Topic) -> bool) -> Vec<Topic> {
        let open = self.lines.keys().filter(|(of, topic)| *of == gemeente && kind(topic));
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

    fn forget_empty(&mut self, key: Key) {
        if self.lines.get(&key).is_some_and(|line| line.fanout.is_empty()) {
            self.lines.remove(&key);
        }
    }
}
