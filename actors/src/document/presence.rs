//! Who is in the room, and where their cursor stands. Never stored, never in the way of text.
//!
//! A client says which of its own ids stands where; who that is, the server fills in. An entry under somebody else's id is
//! dropped without a word, because stock providers send back whatever they know. Bounds: [`PRESENCE_IDS_PER_CONNECTION`] ids a connection,
//! [`CURSOR_BYTES_MAX`] of cursor, ten relays a second for each id.

use std::collections::BTreeMap;
use std::time::Duration;

use keukentafel::domain::ids::MedewerkerId;
use keukentafel::domain::medewerker::Wie;
use keukentafel::guard::{AwarenessEntry, ClientId, Writer};
use serde_json::{Value, json};
use tokio::time::Instant;

use crate::bus::Caret;
use crate::hub::ConnId;
use crate::limits::{CURSOR_BYTES_MAX, PLEKKEN, PRESENCE_EVERY, PRESENCE_IDS_PER_CONNECTION};

/// What a relay carries: client id, its clock, its state or nothing when it left.
pub(super) type Told = Vec<(ClientId, u32, Option<Value>)>;

/// The colour of each place as CSS (the light values of the face's `plek-1` to `plek-8`).
const KLEUREN: [&str; PLEKKEN as usize] =
    ["#2450ac", "#8a2e6a", "#1e6b52", "#a0460c", "#5b43a6", "#0d6577", "#6b5a00", "#4d5b6b"];

struct Entry {
    conn: ConnId,
    wie: MedewerkerId,
    clock: u32,
    state: Value,
    relayed: Instant,
    /// Changed since it was relayed.
    waits: bool,
}

/// Everybody in one room.
#[derive(Default)]
pub(super) struct Presence {
    entries: BTreeMap<ClientId, Entry>,
    /// Kept while the document is awake, so that who comes back sits where they sat. As many as deelnemers.
    plekken: BTreeMap<MedewerkerId, u8>,
}

impl Presence {
    /// Takes what a connection says about itself; `owner` is who a client id is bound to in the text. Answers what to relay now;
    /// the rest waits for [`Presence::due`].
    pub(super) fn take(
        &mut self,
        conn: ConnId,
        wie: &Wie,
        said: &[AwarenessEntry<'_>],
        owner: impl Fn(ClientId) -> Option<Writer>,
        now: Instant,
    ) -> Told {
        let mut told = Told::new();
        for one in said {
            let somebody_elses = owner(one.client).is_some_and(|writer| writer != Writer(wie.id.0))
                || self.entries.get(&one.client).is_some_and(|entry| entry.wie != wie.id);
            if somebody_elses {
                continue;
            }
            match &one.state {
                None => told.extend(self.takes_leave(one.client, one.clock)),
                Some(state) => told.extend(self.stands(conn, wie, one.client, one.clock, state, now)),
            }
        }
        told
    }

    fn takes_leave(&mut self, client: ClientId, clock: u32) -> Option<(ClientId, u32, Option<Value>)> {
        if clock < self.entries.get(&client)?.clock {
            return None;
        }
        self.entries.remove(&client);
        Some((client, clock, None))
    }

    fn stands(
        &mut self,
        conn: ConnId,
        wie: &Wie,
        client: ClientId,
        clock: u32,
        state: &Value,
        now: Instant,
    ) -> Option<(ClientId, u32, Option<Value>)> {
        let known = self.entries.get(&client);
        // The same clock is a repeat, save from a new connection of the same client: that one greets the room again.
        if known.is_some_and(|entry| clock < entry.clock || clock == entry.clock && entry.conn == conn) {
            return None;
        }
        if known.is_none() && self.of(conn).count() >= PRESENCE_IDS_PER_CONNECTION {
            return None;
        }
        let relays = known.is_none_or(|entry| now - entry.relayed >= PRESENCE_EVERY);
        let relayed = if relays { now } else { known.map_or(now, |entry| entry.relayed) };
        let state = identified(wie.id, &wie.naam, self.plek(wie.id), state.get("cursor"));
        let entry = Entry { conn, wie: wie.id, clock, state: state.clone(), relayed, waits: !relays };
        self.entries.insert(client, entry);
        relays.then_some((client, clock, Some(state)))
    }

    /// What waited and may go now.
    pub(super) fn due(&mut self, now: Instant) -> Told {
        let due =
            self.entries.iter_mut().filter(|(_, entry)| entry.waits && now - entry.relayed >= PRESENCE_EVERY);
        due.map(|(client, entry)| {
            (entry.waits, entry.relayed) = (false, now);
            (*client, entry.clock, Some(entry.state.clone()))
        })
        .collect()
    }

    /// How long until [`Presence::due`] has something.
    pub(super) fn due_in(&self, now: Instant) -> Option<Duration> {
        let waiting = self.entries.values().filter(|entry| entry.waits);
        waiting.map(|entry| (entry.relayed + PRESENCE_EVERY).saturating_duration_since(now)).min()
    }

    /// A connection left the room.
    pub(super) fn leave(&mut self, conn: ConnId) -> Told {
        let gone: Vec<_> = self.of(conn).collect();
        gone.into_iter()
            .filter_map(|client| self.entries.remove(&client).map(|entry| (client, entry.clock, None)))
            .collect()
    }

    /// Everybody, for who comes in.
    pub(super) fn all(&self) -> Told {
        self.entries.iter().map(|(client, entry)| (*client, entry.clock, Some(entry.state.clone()))).collect()
    }

    /// Whether nobody is.
    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Everybody, for other nodes.
    pub(super) fn carets(&self) -> Vec<Caret> {
        let one = |(client, entry): (&ClientId, &Entry)| Caret {
            client: *client,
            clock: entry.clock,
            wie: entry.wie,
            cursor: entry.state.get("cursor").cloned(),
        };
        self.entries.iter().map(one).collect()
    }

    /// Somebody at another node as they are shown here; nothing when that client is here.
    pub(super) fn drawn(&mut self, caret: &Caret, naam: &str) -> Option<Value> {
        if self.entries.contains_key(&caret.client) {
            return None;
        }
        Some(identified(caret.wie, naam, self.plek(caret.wie), caret.cursor.as_ref()))
    }

    /// Whether this connection is seen in the room.
    pub(super) fn shows(&self, conn: ConnId) -> bool {
        self.of(conn).next().is_some()
    }

    fn of(&self, conn: ConnId) -> impl Iterator<Item = ClientId> {
        self.entries.iter().filter(move |(_, entry)| entry.conn == conn).map(|(client, _)| *client)
    }

    /// The same person, the same place. A newcomer gets one that nobody present has, as long as there are.
    fn plek(&mut self, wie: MedewerkerId) -> u8 {
        if let Some(plek) = self.plekken.get(&wie) {
            return *plek;
        }
        let taken = |plek: u8| {
            let sitting = |id: &MedewerkerId| self.entries.values().any(|entry| entry.wie == *id);
            let holders = self.plekken.iter().filter(|(_, held)| **held == plek);
            (holders.clone().filter(|(id, _)| sitting(id)).count(), holders.count())
        };
        let plek = (1..=PLEKKEN).min_by_key(|plek| taken(*plek)).unwrap_or(1);
        self.plekken.insert(wie, plek);
        plek
    }
}

/// The state as others get it: the identity is the session's, the cursor the client's; nothing else goes through.
fn identified(wie: MedewerkerId, naam: &str, plek: u8, cursor: Option<&Value>) -> Value {
    let kleur = KLEUREN.get(usize::from(plek) - 1).copied().unwrap_or(KLEUREN[0]);
    let user = json!({
        "id": wie, "naam": naam, "name": naam, "kleur": kleur, "color": kleur, "plek": plek,
    });
    match cursor {
        Some(cursor) if cursor.to_string().len() <= CURSOR_BYTES_MAX => {
            json!({ "user": user, "cursor": cursor })
        }
        Some(_) | None => json!({ "user": user }),
    }
}
