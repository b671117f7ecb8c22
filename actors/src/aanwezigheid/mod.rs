//! Who has a zaak or a plan open: one actor per node, nothing of it is kept.
//!
//! Following `zaak/<id>@tafel` or `plan/<id>@tafel` is being there. Somebody leaves when their last connection does, or ten seconds after
//! its last frame. Who sits there is a *latest* topic: told at once, and after that at the pace of [`Latest`]. A place (colour) belongs to a person for as long as they are in the room.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;
use std::time::Duration;

use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::domain::ids::{GemeenteId, MedewerkerId};
use keukentafel::protocol::rt::{How, ServerMessage};
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::Aanwezige;
use ractor::{Actor, ActorCell, ActorProcessingErr, ActorRef, ActorRuntime};
use serde_json::value::{RawValue, to_raw_value};
use tokio::sync::oneshot;

use crate::boek::initiaal;
use crate::deps::Deps;
use crate::directory::Reply;
use crate::entity::encode;
use crate::hub::{Class, Conn, ConnId, Latest, TopicNumber};
use crate::limits::{PLEKKEN, PRESENCE_GONE};
use crate::weigering::Weigering;

/// How often lost connections are looked for.
const SWEEP: Duration = Duration::from_secs(2);

enum Msg {
    Volg {
        conn: Arc<Conn>,
        tafel: Topic,
        r: u64,
        reply: Reply<TopicNumber>,
    },
    Verlaat {
        conn: Arc<Conn>,
        tafel: Topic,
    },
    Vertrek(Arc<Conn>),
    Recheck {
        gemeente: GemeenteId,
        tafels: Vec<Topic>,
    },
    /// What changed in a room may be told.
    Ronde(Key),
    Sweep,
}

/// Hands messages to the actor.
#[derive(Clone)]
pub struct Aanwezigheid {
    actor: ActorRef<Msg>,
}

impl Aanwezigheid {
    /// Starts with nobody there.
    #[must_use]
    pub fn start(deps: Deps) -> Self {
        let spawned = ActorRuntime::spawn_instant(None, Host { deps }, ());
        let Ok((actor, _)) = spawned else { unreachable!("an actor without a name always spawns") };
        drop(actor.send_interval(SWEEP, || Msg::Sweep));
        Self { actor }
    }

    /// `conn` has the zaak or plan of this topic open from now on.
    ///
    /// # Errors
    /// What may not be seen does not exist.
    pub async fn volg(&self, conn: &Arc<Conn>, tafel: Topic, r: u64) -> Result<TopicNumber, Weigering> {
        let (reply, answer) = oneshot::channel();
        self.actor
            .cast(Msg::Volg { conn: Arc::clone(conn), tafel, r, reply })
            .map_err(|_| Weigering::Bezig)?;
        answer.await.unwrap_or(Err(Weigering::Bezig))
    }

    /// It has it open no more.
    pub fn verlaat(&self, conn: &Arc<Conn>, tafel: Topic) {
        drop(self.actor.cast(Msg::Verlaat { conn: Arc::clone(conn), tafel }));
    }

    /// It is gone.
    pub fn vertrek(&self, conn: &Arc<Conn>) {
        drop(self.actor.cast(Msg::Vertrek(Arc::clone(conn))));
    }

    /// Rights on these changed.
    pub fn recheck(&self, gemeente: GemeenteId, tafels: &[Topic]) {
        drop(self.actor.cast(Msg::Recheck { gemeente, tafels: tafels.to_vec() }));
    }

    /// Who watches over it.
    pub(crate) fn cell(&self) -> ActorCell {
        self.actor.get_cell()
    }

    /// Ends.
    pub fn stop(&self) {
        self.actor.stop(None);
    }
}

struct Host {
    deps: Deps,
}

struct Zittende {
    naam: String,
    plek: u8,
    conns: BTreeSet<ConnId>,
}

struct Kamer {
    fanout: Latest,
    zittend: BTreeMap<MedewerkerId, Zittende>,
    v: u64,
}

type Key = (GemeenteId, Topic);

struct State {
    myself: ActorRef<Msg>,
    kamers: HashMap<Key, Kamer>,
    /// Rises with each value of any room, so that no version of a room comes twice.
    v: u64,
}

impl Actor for Host {
    type Msg = Msg;
    type State = State;
    type Arguments = ();

    async fn pre_start(&self, myself: ActorRef<Msg>, (): ()) -> Result<State, ActorProcessingErr> {
        Ok(State { myself, kamers: HashMap::new(), v: 0 })
    }

    async fn handle(&self, _: ActorRef<Msg>, msg: Msg, state: &mut State) -> Result<(), ActorProcessingErr> {
        match msg {
            Msg::Volg { conn, tafel, r, reply } => drop(reply.send(self.volg(state, &conn, tafel, r))),
            Msg::Verlaat { conn, tafel } => state.uit(&conn, (conn.wie().gemeente, tafel)),
            Msg::Vertrek(conn) => state.overal_uit(&conn),
            Msg::Recheck { gemeente, tafels } => self.recheck(state, gemeente, &tafels),
            Msg::Ronde(key) => state.ronde(key),
            Msg::Sweep => state.sweep(),
        }
        Ok(())
    }
}

impl Host {
    fn mag(&self, conn: &Conn, tafel: Topic) -> bool {
        let (wie, rechten) = (conn.wie(), &self.deps.rechten);
        let toegang = if let Topic::ZaakTafel(zaak) = tafel {
            rechten.op_zaak(wie, zaak)
        } else if let Topic::PlanTafel(plan) = tafel {
            rechten.op_plan(wie, plan)
        } else {
            Toegang::Niets
        };
        toegang >= Toegang::Wat
    }

    fn volg(
        &self,
        state: &mut State,
        conn: &Arc<Conn>,
        tafel: Topic,
        r: u64,
    ) -> Result<TopicNumber, Weigering> {
        if conn.is_closing() || !self.mag(conn, tafel) {
            return Err(Weigering::NIET_GEVONDEN);
        }
        let wie = conn.wie();
        let key = (wie.gemeente, tafel);
        let kamer = state.kamers.entry(key).or_insert_with(|| Kamer {
            fanout: Latest::new(self.deps.numbers.next()),
            zittend: BTreeMap::new(),
            v: 0,
        });
        kamer.ga_zitten(conn);
        let a = kamer.fanout.number();
        let (topic, e) = (tafel.to_string(), self.deps.epoch.to_string());
        let ok = ServerMessage::Ok { r, a, topic, e, v: kamer.v, how: How::Snapshot };
        conn.push(Class::Control, encode(&ok));
        state.publish(key);
        if let Some(kamer) = state.kamers.get_mut(&key) {
            kamer.fanout.join(conn);
        }
        Ok(a)
    }

    fn recheck(&self, state: &mut State, gemeente: GemeenteId, tafels: &[Topic]) {
        for tafel in tafels {
            let key = (gemeente, *tafel);
            let Some(kamer) = state.kamers.get_mut(&key) else { continue };
            let a = kamer.fanout.number();
            for conn in kamer.fanout.expel(|conn| self.mag(conn, *tafel)) {
                conn.forget(a);
                conn.send(Class::Control, encode(&ServerMessage::Revoked { a }));
                state.uit(&conn, key);
            }
        }
    }
}

impl Kamer {
    /// The place that somebody has, or the first that nobody has. The ninth person shares the first.
    fn vrije_plek(&self, who: MedewerkerId) -> u8 {
        if let Some(zittende) = self.zittend.get(&who) {
            return zittende.plek;
        }
        (1..=PLEKKEN).find(|plek| self.zittend.values().all(|other| other.plek != *plek)).unwrap_or(1)
    }

    /// Seats those who follow and were heard of late, and nobody else. `true` when that changed who is there.
    fn zet(&mut self) -> bool {
        let before: Vec<MedewerkerId> = self.zittend.keys().copied().collect();
        for zittende in self.zittend.values_mut() {
            zittende.conns.clear();
        }
        let present: Vec<Arc<Conn>> = self
            .fanout
            .subscribers()
            .iter()
            .filter(|conn| conn.silent_for() <= PRESENCE_GONE)
            .cloned()
            .collect();
        for conn in present {
            self.ga_zitten(&conn);
        }
        self.zittend.retain(|_, zittende| !zittende.conns.is_empty());
        !self.zittend.keys().eq(before.iter())
    }

    fn ga_zitten(&mut self, conn: &Conn) {
        let wie = conn.wie();
        let plek = self.vrije_plek(wie.id);
        let zittende = self.zittend.entry(wie.id).or_insert_with(|| Zittende {
            naam: wie.naam.clone(),
            plek,
            conns: BTreeSet::new(),
        });
        zittende.conns.insert(conn.id());
    }

    fn aanwezigen(&self) -> Vec<Aanwezige> {
        let one = |(id, who): (&MedewerkerId, &Zittende)| Aanwezige {
            id: *id,
            naam: who.naam.clone(),
            initiaal: initiaal(&who.naam),
            plek: who.plek,
        };
        self.zittend.iter().map(one).collect()
    }
}

impl State {
    fn publish(&mut self, key: Key) {
        self.v += 1;
        let Some(kamer) = self.kamers.get_mut(&key) else { return };
        kamer.v = self.v;
        let Ok(b): Result<Box<RawValue>, _> = to_raw_value(&kamer.aanwezigen()) else { return };
        let frame = encode(&ServerMessage::Latest { a: kamer.fanout.number(), v: kamer.v, b: &b });
        let wait = kamer.fanout.set(kamer.v, frame);
        self.wake_after(key, wait);
    }

    fn ronde(&mut self, key: Key) {
        if let Some(kamer) = self.kamers.get_mut(&key) {
            let wait = kamer.fanout.round();
            self.wake_after(key, wait);
        }
    }

    fn wake_after(&self, key: Key, wait: Option<Duration>) {
        if let Some(wait) = wait {
            self.myself.send_after(wait, move || Msg::Ronde(key));
        }
    }

    fn uit(&mut self, conn: &Conn, key: Key) {
        let Some(kamer) = self.kamers.get_mut(&key) else { return };
        if !kamer.fanout.remove(conn.id()) && !kamer.zittend.contains_key(&conn.wie().id) {
            return;
        }
        if kamer.fanout.is_empty() {
            self.kamers.remove(&key);
        } else if kamer.zet() {
            self.publish(key);
        }
    }

    fn overal_uit(&mut self, conn: &Conn) {
        let rooms: Vec<Key> =
            self.kamers.keys().copied().filter(|(gemeente, _)| *gemeente == conn.wie().gemeente).collect();
        for key in rooms {
            self.uit(conn, key);
        }
    }

    /// Whoever sent nothing for too long is not at the table, though the socket may still stand; they keep hearing who is, and sit
    /// down again with their next frame.
    fn sweep(&mut self) {
        let keys: Vec<Key> = self.kamers.keys().copied().collect();
        for key in keys {
            let Some(kamer) = self.kamers.get_mut(&key) else { continue };
            if kamer.zet() {
                self.publish(key);
            }
        }
    }
}

#[cfg(test)]
mod tests;
