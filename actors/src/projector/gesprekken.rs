//! Who listens for news of the talks they take part in.
//!
//! The topic says *that* something changed among one's own talks and documents, never what: that is asked over HTTP, where rights are
//! looked at. Its version counts the reader's own news only, so nobody hears of a talk of others, not by content, number or moment.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use keukentafel::domain::ids::{GemeenteId, MedewerkerId};
use keukentafel::protocol::rt::ServerMessage;
use serde_json::value::RawValue;

use crate::entity::encode;
use crate::hub::{Class, Conn, ConnId, Fanout, TopicNumber, TopicNumbers};

/// Whose news.
type Key = (GemeenteId, MedewerkerId);

struct Nieuws {
    fanout: Fanout,
    v: u64,
}

/// The topics `gesprekken/<medewerker-id>` that somebody follows.
#[derive(Default)]
pub(super) struct Gesprekkennieuws {
    open: HashMap<Key, Nieuws>,
    conns: HashMap<ConnId, Key>,
}

impl Gesprekkennieuws {
    /// `conn` listens from now on; hands back the topic's number and version.
    pub(super) fn follow(&mut self, conn: &Arc<Conn>, numbers: &TopicNumbers) -> (TopicNumber, u64) {
        let key = (conn.wie().gemeente, conn.wie().id);
        let nieuws =
            self.open.entry(key).or_insert_with(|| Nieuws { fanout: Fanout::new(numbers.next()), v: 0 });
        nieuws.fanout.add(conn);
        self.conns.insert(conn.id(), key);
        (nieuws.fanout.number(), nieuws.v)
    }

    /// It listens no more.
    pub(super) fn leave(&mut self, conn: ConnId) {
        let Some(key) = self.conns.remove(&conn) else { return };
        let Some(nieuws) = self.open.get_mut(&key) else { return };
        nieuws.fanout.remove(conn);
        if nieuws.fanout.is_empty() {
            self.open.remove(&key);
        }
    }

    /// Something changed for these people, each told once.
    pub(super) fn tell(&mut self, gemeente: GemeenteId, who: &BTreeSet<MedewerkerId>) {
        for who in who {
            let Some(nieuws) = self.open.get_mut(&(gemeente, *who)) else { continue };
            nieuws.v += 1;
            let frame = encode(&value(nieuws.fanout.number(), nieuws.v));
            nieuws.fanout.publish_latest(&frame);
        }
    }
}

/// What `conn` hears first: how far the count is.
pub(super) fn greet(conn: &Conn, a: TopicNumber, v: u64) {
    conn.send(Class::Latest(a), encode(&value(a, v)));
}

fn value(a: TopicNumber, v: u64) -> ServerMessage<'static> {
    ServerMessage::Latest { a, v, b: RawValue::NULL }
}
