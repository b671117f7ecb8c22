//! The bell of a resident's log: tells who has `inzage/<id>` open that somebody looked, and nothing more. The page then asks again.
//!
//! One actor per node, nothing of it is kept. It rings for what the resident may be told of alone: also an event that says nothing would
//! tell that there was something to withhold.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use keukentafel::clock::Moment;
use keukentafel::domain::bevoegdheid::op_inzage;
use keukentafel::domain::ids::{GemeenteId, PersoonId};
use keukentafel::protocol::rt::{How, ServerMessage};
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::InzageBel;
use ractor::{Actor, ActorCell, ActorProcessingErr, ActorRef, ActorRuntime};
use serde_json::value::{RawValue, to_raw_value};
use tokio::sync::oneshot;

use crate::deps::Deps;
use crate::directory::Reply;
use crate::entity::encode;
use crate::hub::{Class, Conn, Latest, TopicNumber};
use crate::limits::SPOREN_SPELING_MICROS;
use crate::weigering::Weigering;

enum Msg {
    Volg {
        conn: Arc<Conn>,
        persoon: PersoonId,
        r: u64,
        reply: Reply<TopicNumber>,
    },
    Verlaat {
        conn: Arc<Conn>,
        persoon: PersoonId,
    },
    Resync {
        conn: Arc<Conn>,
        persoon: PersoonId,
    },
    Gezien {
        gemeente: GemeenteId,
        personen: Vec<(PersoonId, Moment)>,
    },
    /// What waits of a topic may be told.
    Ronde(Key),
}

type Key = (GemeenteId, PersoonId);

/// Hands messages to the actor.
#[derive(Clone)]
pub struct Inzagebel {
    actor: ActorRef<Msg>,
    open: Open,
}

/// For which looks it rang on a topic.
#[derive(Clone, Debug)]
pub(crate) struct Rang {
    /// What is older rings no more: of before it was followed, or than clocks of nodes differ.
    vanaf: Moment,
    /// When the looks were, from then on.
    bij: BTreeSet<Moment>,
}

impl Rang {
    fn sinds(now: Moment) -> Self {
        Self { vanaf: now.plus_micros(1), bij: BTreeSet::new() }
    }

    /// From when on looks may not have rung.
    pub(crate) fn vanaf(&self) -> Moment {
        self.vanaf
    }

    /// Whether it rang for a look at this moment.
    pub(crate) fn ging_bij(&self, at: Moment) -> bool {
        at < self.vanaf || self.bij.contains(&at)
    }

    fn luid(&mut self, at: Moment) {
        self.bij.insert(at);
        let last = self.bij.last().copied().unwrap_or(at);
        self.vanaf = self.vanaf.max(last.plus_micros(-SPOREN_SPELING_MICROS));
        self.bij = self.bij.split_off(&self.vanaf);
    }
}

/// Topics that somebody follows, and what rang there: while there are none, a look costs nothing here.
#[derive(Clone, Default)]
struct Open(Arc<Mutex<HashMap<Key, Rang>>>);

impl Open {
    fn lock(&self) -> MutexGuard<'_, HashMap<Key, Rang>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inzagebel {
    /// Starts with nobody there.
    #[must_use]
    pub fn start(deps: Deps) -> Self {
        let open = Open::default();
        let spawned = ActorRuntime::spawn_instant(None, Host { deps, open: open.clone() }, ());
        let Ok((actor, _)) = spawned else { unreachable!("an actor without a name always spawns") };
        Self { actor, open }
    }

    /// `conn` hears of looks at this person's dossier from now on.
    ///
    /// # Errors
    /// What may not be seen does not exist.
    pub async fn volg(&self, conn: &Arc<Conn>, persoon: PersoonId, r: u64) -> Result<TopicNumber, Weigering> {
        let (reply, answer) = oneshot::channel();
        self.actor
            .cast(Msg::Volg { conn: Arc::clone(conn), persoon, r, reply })
            .map_err(|_| Weigering::Bezig)?;
        answer.await.unwrap_or(Err(Weigering::Bezig))
    }

    /// It hears of them no more.
    pub fn verlaat(&self, conn: &Arc<Conn>, persoon: PersoonId) {
        drop(self.actor.cast(Msg::Verlaat { conn: Arc::clone(conn), persoon }));
    }

    /// Frames were dropped while the reader was slow.
    pub fn resync(&self, conn: &Arc<Conn>, persoon: PersoonId) {
        drop(self.actor.cast(Msg::Resync { conn: Arc::clone(conn), persoon }));
    }

    /// Whether anybody listens.
    #[must_use]
    pub fn luistert_iemand(&self) -> bool {
        !self.open.lock().is_empty()
    }

    /// Whether this one has their own log open here.
    pub(crate) fn luistert(&self, gemeente: GemeenteId, persoon: PersoonId) -> bool {
        self.open.lock().contains_key(&(gemeente, persoon))
    }

    /// Whose own log is open, and for which looks it rang there.
    pub(crate) fn open(&self) -> Vec<((GemeenteId, PersoonId), Rang)> {
        self.open.lock().iter().map(|(key, rang)| (*key, rang.clone())).collect()
    }

    /// Somebody looked at these dossiers; it stands in the trail.
    pub fn gezien(&self, gemeente: GemeenteId, personen: Vec<(PersoonId, Moment)>) {
        if !personen.is_empty() {
            drop(self.actor.cast(Msg::Gezien { gemeente, personen }));
        }
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
    open: Open,
}

struct State {
    myself: ActorRef<Msg>,
    open: Open,
    bellen: HashMap<Key, Latest>,
    /// Rises with each value of any topic, so that no version comes twice.
    v: u64,
}

impl Actor for Host {
    type Msg = Msg;
    type State = State;
    type Arguments = ();

    async fn pre_start(&self, myself: ActorRef<Msg>, (): ()) -> Result<State, ActorProcessingErr> {
        Ok(State { myself, open: self.open.clone(), bellen: HashMap::new(), v: 0 })
    }

    async fn handle(&self, _: ActorRef<Msg>, msg: Msg, state: &mut State) -> Result<(), ActorProcessingErr> {
        match msg {
            Msg::Volg { conn, persoon, r, reply } => {
                let answer = self.volg(state, &conn, persoon, r);
                if answer.is_ok() {
                    // Before the answer: whoever has it may count on the next ring.
                    let key = (conn.wie().gemeente, persoon);
                    self.open.lock().entry(key).or_insert_with(|| Rang::sinds(self.deps.clock.now()));
                }
                drop(reply.send(answer));
            }
            Msg::Verlaat { conn, persoon } => {
                let key = (conn.wie().gemeente, persoon);
                if let Some(bel) = state.bellen.get_mut(&key) {
                    bel.remove(conn.id());
                    if bel.is_empty() {
                        state.bellen.remove(&key);
                        self.open.lock().remove(&key);
                    }
                }
            }
            Msg::Resync { conn, persoon } => {
                let key = (conn.wie().gemeente, persoon);
                let bel = state.bellen.get(&key);
                if let Some(bel) = bel.filter(|bel| bel.subscribers().iter().any(|it| it.id() == conn.id())) {
                    let again = ServerMessage::Resync { a: bel.number(), v: state.v };
                    conn.send(Class::Control, encode(&again));
                }
            }
            Msg::Gezien { gemeente, personen } => {
                let mut looks: BTreeMap<PersoonId, Vec<Moment>> = BTreeMap::new();
                for (persoon, at) in personen {
                    looks.entry(persoon).or_default().push(at);
                }
                for (persoon, when) in looks {
                    state.luid((gemeente, persoon), &when);
                }
            }
            Msg::Ronde(key) => {
                if let Some(bel) = state.bellen.get_mut(&key) {
                    let wait = bel.round();
                    state.wake_after(key, wait);
                }
            }
        }
        Ok(())
    }
}

impl Host {
    fn volg(
        &self,
        state: &mut State,
        conn: &Arc<Conn>,
        persoon: PersoonId,
        r: u64,
    ) -> Result<TopicNumber, Weigering> {
        let wie = conn.wie();
        if conn.is_closing() || !op_inzage(wie, persoon) {
            return Err(Weigering::NIET_GEVONDEN);
        }
        let bel = state
            .bellen
            .entry((wie.gemeente, persoon))
            .or_insert_with(|| Latest::new(self.deps.numbers.next()));
        let a = bel.number();
        let (topic, e) = (Topic::Inzage(persoon).to_string(), self.deps.epoch.to_string());
        let ok = ServerMessage::Ok { r, a, topic, e, v: state.v, how: How::Snapshot };
        conn.push(Class::Control, encode(&ok));
        conn.flush();
        bel.join(conn);
        Ok(a)
    }
}

impl State {
    /// Rings once for all of these looks.
    fn luid(&mut self, key: Key, when: &[Moment]) {
        let Some(at) = when.iter().max().copied() else { return };
        let Some(bel) = self.bellen.get_mut(&key) else { return };
        self.open.lock().entry(key).and_modify(|rang| when.iter().for_each(|at| rang.luid(*at)));
        self.v += 1;
        let Ok(b): Result<Box<RawValue>, _> = to_raw_value(&InzageBel { gezien_op: at }) else { return };
        let wait = bel.set(self.v, encode(&ServerMessage::Latest { a: bel.number(), v: self.v, b: &b }));
        self.wake_after(key, wait);
    }

    fn wake_after(&self, key: Key, wait: Option<Duration>) {
        if let Some(wait) = wait {
            self.myself.send_after(wait, move || Msg::Ronde(key));
        }
    }
}
