//! Who has a zaak or a plan open: one actor per node, nothing of it is kept. Nodes tell each other who sits at theirs; of a node that says
//! nothing any more everybody leaves.
//!
//! Following `zaak/<id>@tafel` or `plan/<id>@tafel` is being there. Somebody leaves when their last connection does, or ten seconds after
//! its last frame. At which part of a zaak somebody looks their page says, and it goes with them. Who sits there is a *latest* topic: told at once, and after that at the pace of [`Latest`]. A place (colour) belongs to a person for as long as they are in the room.

mod kamer;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;
use std::time::Duration;

use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::domain::ids::{GemeenteId, MedewerkerId};
use keukentafel::protocol::rt::{How, ServerMessage};
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::Zaakdeel;
use ractor::{Actor, ActorCell, ActorProcessingErr, ActorRef, ActorRuntime};
use serde_json::value::{RawValue, to_raw_value};
use tokio::sync::oneshot;
use tokio::time::Instant;
use uuid::Uuid;

use crate::bus::{Bus, Present};
use crate::deps::Deps;
use crate::directory::Reply;
use crate::entity::encode;
use crate::hub::{Class, Conn, Latest, TopicNumber};
use crate::limits::PRESENCE_AGAIN;
use crate::weigering::Weigering;

pub(crate) use kamer::Hier;
use kamer::Kamer;

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
    Kijkt {
        conn: Arc<Conn>,
        tafel: Topic,
        deel: Option<Zaakdeel>,
    },
    Vertrek(Arc<Conn>),
    Recheck {
        gemeente: GemeenteId,
        tafels: Vec<Topic>,
    },
    /// Who is in a room at another node, named by its process.
    Elders {
        process: Uuid,
        key: Key,
        wie: Hier,
    },
    /// Another node asks who is in a room here.
    WieIsDaar(Key),
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

    /// At which part it looks. Of who does not sit there it says nothing.
    pub fn kijkt_naar(&self, conn: &Arc<Conn>, tafel: Topic, deel: Option<Zaakdeel>) {
        drop(self.actor.cast(Msg::Kijkt { conn: Arc::clone(conn), tafel, deel }));
    }

    /// It is gone.
    pub fn vertrek(&self, conn: &Arc<Conn>) {
        drop(self.actor.cast(Msg::Vertrek(Arc::clone(conn))));
    }

    /// Who is in a room at another node, all of them.
    pub(crate) fn elders(&self, process: Uuid, key: Key, wie: Hier) {
        drop(self.actor.cast(Msg::Elders { process, key, wie }));
    }

    /// Another node asks who is in a room here.
    pub(crate) fn wie_is_daar(&self, key: Key) {
        drop(self.actor.cast(Msg::WieIsDaar(key)));
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

pub(crate) type Key = (GemeenteId, Topic);

struct State {
    myself: ActorRef<Msg>,
    bus: Bus,
    kamers: HashMap<Key, Kamer>,
    /// Rises with each value of any room, so that no version of a room comes twice.
    v: u64,
}

impl Actor for Host {
    type Msg = Msg;
    type State = State;
    type Arguments = ();

    async fn pre_start(&self, myself: ActorRef<Msg>, (): ()) -> Result<State, ActorProcessingErr> {
        Ok(State { myself, bus: self.deps.bus.clone(), kamers: HashMap::new(), v: 0 })
    }

    async fn handle(&self, _: ActorRef<Msg>, msg: Msg, state: &mut State) -> Result<(), ActorProcessingErr> {
        match msg {
            Msg::Volg { conn, tafel, r, reply } => drop(reply.send(self.volg(state, &conn, tafel, r))),
            Msg::Verlaat { conn, tafel } => state.uit(&conn, (conn.wie().gemeente, tafel)),
            Msg::Kijkt { conn, tafel, deel } => state.kijkt(&conn, (conn.wie().gemeente, tafel), deel),
            Msg::Vertrek(conn) => state.overal_uit(&conn),
            Msg::Recheck { gemeente, tafels } => self.recheck(state, gemeente, &tafels),
            Msg::Elders { process, key, wie } => self.elders(state, process, key, wie),
            Msg::WieIsDaar(key) => state.zeg(key, true),
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
        let bus = &self.deps.bus;
        let kamer = state.kamers.entry(key).or_insert_with(|| {
            bus.ask(key);
            let fanout = Latest::new(self.deps.numbers.next());
            Kamer { fanout, zittend: BTreeMap::new(), v: 0, gezegd: None }
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

    /// What is said is who sits there, all of them: who was and is not named any more has left.
    fn elders(&self, state: &mut State, process: Uuid, key: Key, wie: Hier) {
        let Some(kamer) = state.kamers.get_mut(&key) else { return };
        let before = kamer.stand();
        let named: BTreeSet<MedewerkerId> = wie.iter().map(|(who, _)| *who).collect();
        for (who, zittende) in &mut kamer.zittend {
            if !named.contains(who) {
                zittende.elders.remove(&process);
            }
        }
        kamer.zittend.retain(|_, zittende| !zittende.is_weg());
        let now = Instant::now();
        for (who, deel) in wie {
            let naam = || self.deps.namen.door(who).naam;
            kamer.zittende(who, naam).elders.insert(process, (now, deel));
        }
        if kamer.stand() != before {
            state.publish(key);
        }
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

impl State {
    fn publish(&mut self, key: Key) {
        self.v += 1;
        let Some(kamer) = self.kamers.get_mut(&key) else { return };
        kamer.v = self.v;
        let Ok(b): Result<Box<RawValue>, _> = to_raw_value(&kamer.aanwezigen()) else { return };
        let frame = encode(&ServerMessage::Latest { a: kamer.fanout.number(), v: kamer.v, b: &b });
        let wait = kamer.fanout.set(kamer.v, frame);
        self.wake_after(key, wait);
        self.zeg(key, false);
    }

    /// Tells other nodes who sits here: when that changed, and again after a while. `nogmaals` also when it did not.
    fn zeg(&mut self, key: Key, nogmaals: bool) {
        if !self.bus.reaches_others() {
            return;
        }
        let Some(kamer) = self.kamers.get_mut(&key) else { return };
        let (now, hier) = (Instant::now(), kamer.hier());
        let again =
            |said: &Instant| !hier.is_empty() && now.saturating_duration_since(*said) >= PRESENCE_AGAIN;
        let due = match &kamer.gezegd {
            None => !hier.is_empty(),
            Some((said, before)) => *before != hier || again(said),
        };
        if due || nogmaals {
            self.bus.present(key, Present::Tafel(hier.clone()));
            kamer.gezegd = Some((now, hier));
        }
    }

    /// Told when it reads otherwise for who sits there.
    fn kijkt(&mut self, conn: &Conn, key: Key, deel: Option<Zaakdeel>) {
        self.v += 1;
        let when = self.v;
        let Some(kamer) = self.kamers.get_mut(&key) else { return };
        let Some(zittende) = kamer.zittend.get_mut(&conn.wie().id) else { return };
        if !zittende.conns.contains(&conn.id()) {
            return;
        }
        let before = zittende.deel();
        match deel {
            Some(deel) => drop(zittende.delen.insert(conn.id(), (when, deel))),
            None => drop(zittende.delen.remove(&conn.id())),
        }
        if zittende.deel() != before {
            self.publish(key);
        }
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
            self.bus.present(key, Present::Tafel(Vec::new()));
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
            self.zeg(key, false);
        }
    }
}

#[cfg(test)]
mod tests;
