//! The actor of one rekening: its messages, its life, and who follows it.

use std::sync::Arc;

use keukentafel::domain::beheerrekening::{Beheerrekening, Peil};
use keukentafel::domain::bevoegdheid::{Toegang, op_rekening};
use keukentafel::domain::ids::Version;
use keukentafel::poort::PoortFout;
use keukentafel::poort::allegro::Waarneming;
use keukentafel::protocol::rt::{How, ServerMessage};
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::SaldoWat;
use keukentafel::store::{Outcome, StreamId, StreamKind};
use ractor::{Actor, ActorProcessingErr, ActorRef};
use serde_json::value::to_raw_value;
use tokio::time::Instant;

use super::bron::Bron;
use super::haal::{Haaluitslag, Halen};
use super::handle::TransactiePagina;
use super::herkans::Herkansingen;
use super::live::Live;
use super::schrijf::Schrijven;
use super::verschil::Verschillen;
use super::versheid::Versheid;
use crate::deps::Deps;
use crate::directory::{Admitted, Kind, Passivation, Reply, Start};
use crate::entity::{Ask, EntityKey, encode};
use crate::herlezen::Herlezen;
use crate::hub::{Class, Conn, ConnId, Latest, TopicNumber};
use crate::limits::{ENTITY_IDLE, ENTITY_MAILBOX};
use crate::weigering::Weigering;

/// Everything that can be said to a rekening.
pub(crate) enum Msg {
    /// Do this.
    Execute(Box<Ask<Beheerrekening>>),
    /// The batch that was under way.
    Committed(Outcome),
    /// Show it. Rights were looked at by who asks.
    Bekijk(Reply<Option<SaldoWat>>),
    /// Show what was booked on it, after this transaction, at most so many.
    Transacties { na: Option<String>, aantal: usize, reply: Reply<Option<TransactiePagina>> },
    /// This connection follows it from now on.
    Volg { conn: Arc<Conn>, r: u64, reply: Reply<TopicNumber> },
    /// It follows no more.
    Verlaat(ConnId),
    /// It lost frames and has room again.
    Resync(Arc<Conn>),
    /// Rights changed: whoever may not look any more must not see it any more.
    Recheck,
    /// The journal holds this version of it.
    Bij(Version),
    /// What could not be read before is tried again.
    Herlees,
    /// Ask the source now; who waits for it hears what came of it.
    Haal(Option<Reply<Haaluitslag>>),
    /// The source answered, or did not.
    Gehaald(Result<Option<Waarneming>, PoortFout>),
    /// Time to ask the source. Only the alarm that was set last counts.
    Wekker(u64),
    /// The last good answer may have grown old.
    Verouder,
    /// What changed may be told.
    Ronde,
    /// Time to see whether anybody still needs it.
    Tick,
    /// Finish and go.
    WindDown,
}

/// The kind of actor that a beheerrekening lives as.
pub(crate) struct Saldo {
    deps: Deps,
    bron: Option<Bron>,
    verschillen: Verschillen,
    herkansingen: Herkansingen,
}

impl Saldo {
    pub(super) fn new(
        deps: Deps,
        bron: Option<Bron>,
        verschillen: Verschillen,
        herkansingen: Herkansingen,
    ) -> Self {
        Self { deps, bron, verschillen, herkansingen }
    }
}

impl Kind for Saldo {
    const NAME: &'static str = "beheerrekening";
    const MAILBOX: usize = ENTITY_MAILBOX;
    type Id = EntityKey;
    type Seed = ();
    type Msg = Msg;
    type Actor = SaldoActor;

    fn actor(&self) -> SaldoActor {
        let (deps, bron) = (self.deps.clone(), self.bron.clone());
        let (verschillen, herkansingen) = (self.verschillen.clone(), self.herkansingen.clone());
        SaldoActor { deps, bron, verschillen, herkansingen }
    }

    fn wind_down() -> Msg {
        Msg::WindDown
    }
}

/// The actor of one rekening.
pub(crate) struct SaldoActor {
    deps: Deps,
    bron: Option<Bron>,
    verschillen: Verschillen,
    herkansingen: Herkansingen,
}

pub(super) type Me = ActorRef<Admitted<Msg>>;

/// Whether it can answer.
#[derive(Copy, Clone, Eq, PartialEq)]
pub(super) enum Phase {
    /// It holds what is committed.
    Awake,
    /// It could not be read; whoever asks hears that, and the next one finds a new start.
    Failed,
    /// It goes; what still comes is dropped, and its sender finds the successor.
    Going,
}

/// A rekening and what is under way.
pub(crate) struct State {
    pub(super) key: EntityKey,
    pub(super) deps: Deps,
    pub(super) bron: Option<Bron>,
    pub(super) verschillen: Verschillen,
    pub(super) herkansingen: Herkansingen,
    passivation: Passivation<Saldo>,
    phase: Phase,
    pub(super) live: Live,
    pub(super) latest: Latest,
    /// The version at which the journal is said to be.
    pub(super) gezegd: Version,
    pub(super) herlezen: Herlezen,
    /// The version of the rekening that was told last, and how many values under it.
    told: (u64, u64),
    pub(super) schrijven: Schrijven,
    pub(super) halen: Halen,
    pub(super) versheid: Versheid,
    /// The newest observation that was believed, recorded or not: nothing before it is news.
    pub(super) gezien: Option<Peil>,
    /// An alarm for growing old is set.
    pub(super) veroudert: bool,
    used: bool,
    winding_down: bool,
}

impl Actor for SaldoActor {
    type Msg = Admitted<Msg>;
    type State = State;
    type Arguments = Start<Saldo>;

    async fn pre_start(&self, _: Me, start: Start<Saldo>) -> Result<State, ActorProcessingErr> {
        Ok(State {
            key: start.id,
            deps: self.deps.clone(),
            bron: self.bron.clone(),
            verschillen: self.verschillen.clone(),
            herkansingen: self.herkansingen.clone(),
            passivation: start.passivation,
            phase: Phase::Awake,
            live: Live::default(),
            latest: Latest::new(self.deps.numbers.next()),
            gezegd: 0,
            herlezen: Herlezen::default(),
            told: (0, 0),
            schrijven: Schrijven::default(),
            halen: Halen::new(),
            versheid: Versheid::default(),
            gezien: None,
            veroudert: false,
            used: true,
            winding_down: false,
        })
    }

    /// Loads here and not in `pre_start`: only whoever asks for this rekening waits for it.
    async fn post_start(&self, me: Me, state: &mut State) -> Result<(), ActorProcessingErr> {
        if let Err(fault) = state.reload().await {
            let stream = state.stream();
            tracing::error!(stream = %stream, fault = %fault, "{stream} cannot be read");
            state.phase = Phase::Failed;
            state.passivation.unread(&me, &state.deps.journal);
            return Ok(());
        }
        drop(me.send_interval(ENTITY_IDLE, || Admitted::internal(Msg::Tick)));
        Ok(())
    }

    async fn handle(
        &self,
        me: Me,
        admitted: Admitted<Msg>,
        state: &mut State,
    ) -> Result<(), ActorProcessingErr> {
        match state.phase {
            Phase::Awake => state.awake(&me, admitted).await,
            Phase::Failed => {
                fail(admitted.msg);
                Ok(())
            }
            Phase::Going => Ok(()),
        }
    }
}

impl State {
    async fn awake(&mut self, me: &Me, admitted: Admitted<Msg>) -> Result<(), ActorProcessingErr> {
        let Admitted { msg, slot } = admitted;
        self.used |= !matches!(msg, Msg::Tick | Msg::Verouder | Msg::Bij(_) | Msg::Herlees);
        match msg {
            Msg::Execute(ask) => self.vraag_bijgelezen(me, ask, slot).await?,
            Msg::Committed(outcome) => self.committed(me, outcome).await?,
            Msg::Bekijk(reply) => {
                let read = self.bijgelezen(me).await?;
                drop(reply.send(read.map(|()| self.saldo())));
            }
            Msg::Transacties { na, aantal, reply } => {
                let read = self.bijgelezen(me).await?;
                drop(reply.send(read.map(|()| self.live.transacties(na.as_deref(), aantal))));
            }
            Msg::Volg { conn, r, reply } => {
                let read = self.bijgelezen(me).await?;
                drop(reply.send(read.and_then(|()| self.volg(me, &conn, r))));
            }
            Msg::Verlaat(conn) => drop(self.latest.remove(conn)),
            Msg::Resync(conn) => self.resync(&conn),
            Msg::Recheck => self.recheck(),
            Msg::Bij(versie) => self.bij(me, versie).await?,
            Msg::Herlees => {
                self.herlezen.ging();
                self.bij(me, 0).await?;
            }
            Msg::Haal(reply) => self.haal_nu(me, reply),
            Msg::Gehaald(antwoord) => self.gehaald(me, antwoord),
            Msg::Wekker(nr) => self.wekker(me, nr),
            Msg::Verouder => self.verouder(me),
            Msg::Ronde => {
                let wait = self.latest.round();
                wake_round(me, wait);
            }
            Msg::Tick => self.tick(me),
            Msg::WindDown => self.winding_down = true,
        }
        // Of what is not there nothing needs to stay awake: ids that somebody made up cost one load each.
        let absent = self.live.versie == 0 && self.latest.is_empty();
        if (self.winding_down || absent) && self.schrijven.is_idle() {
            self.go(me);
        }
        Ok(())
    }

    fn tick(&mut self, me: &Me) {
        self.recheck();
        let idle = self.schrijven.is_idle() && self.halen.is_idle() && self.latest.is_empty();
        if idle && !std::mem::take(&mut self.used) {
            self.go(me);
        }
    }

    fn go(&mut self, me: &Me) {
        self.phase = Phase::Going;
        self.passivation.ask(me);
    }

    pub(super) fn stream(&self) -> StreamId {
        StreamId { kind: StreamKind::Beheerrekening, id: self.key.id }
    }

    pub(super) fn saldo(&self) -> Option<SaldoWat> {
        self.live.saldo(self.key.id.into(), &self.versheid, Instant::now())
    }

    fn volg(&mut self, me: &Me, conn: &Arc<Conn>, r: u64) -> Result<TopicNumber, Weigering> {
        // Looked at again, now that nothing can come in between: the right may have ended while the trail took the look.
        if conn.is_closing() || self.live.rekening().is_none() || !self.may(conn) {
            return Err(Weigering::NIET_GEVONDEN);
        }
        let first = self.latest.is_empty();
        if first {
            self.versheid.opnieuw(Instant::now());
        }
        let a = self.latest.number();
        let (topic, e) = (Topic::Saldo(self.key.id.into()).to_string(), self.deps.epoch.to_string());
        if first {
            self.tell(me);
        }
        let v = self.told_version();
        conn.push(Class::Control, encode(&ServerMessage::Ok { r, a, topic, e, v, how: How::Snapshot }));
        self.latest.join(conn);
        if first {
            self.kijkt_iemand(me);
        }
        Ok(a)
    }

    fn resync(&self, conn: &Arc<Conn>) {
        if self.latest.subscribers().iter().any(|other| other.id() == conn.id()) {
            let a = self.latest.number();
            conn.send(Class::Control, encode(&ServerMessage::Resync { a, v: self.told_version() }));
        }
    }

    /// Rights before amounts: who may not look any more is off before the next value.
    pub(super) fn recheck(&mut self) {
        let a = self.latest.number();
        let mut latest = std::mem::replace(&mut self.latest, Latest::new(a));
        let gone = latest.expel(|conn| self.may(conn));
        self.latest = latest;
        for conn in gone {
            conn.forget(a);
            conn.send(Class::Control, encode(&ServerMessage::Revoked { a }));
        }
    }

    fn may(&self, conn: &Conn) -> bool {
        let wie = conn.wie();
        let toegang = |rekening: &keukentafel::domain::beheerrekening::Rekening| {
            let own = self.deps.rechten.mens(wie).is(wie, rekening.persoon);
            let vervangt = if own { Vec::new() } else { self.deps.rechten.vervangt(wie) };
            op_rekening(wie, rekening.persoon, &rekening.behandelaars, &vervangt)
        };
        let stream = StreamId { kind: StreamKind::Beheerrekening, id: self.key.id };
        wie.gemeente == self.key.gemeente
            && !self.deps.rechten.afgeschermd(wie, stream)
            && self.live.rekening().map(toegang) >= Some(Toegang::Wat)
    }

    /// Something of the value changed: whoever follows hears it.
    pub(super) fn publish(&mut self, me: &Me) {
        self.recheck();
        if !self.latest.is_empty() {
            self.tell(me);
        }
    }

    fn tell(&mut self, me: &Me) {
        let Some(b) = self.saldo().and_then(|saldo| to_raw_value(&saldo).ok()) else { return };
        let (versie, times) = self.told;
        self.told = (self.live.versie, if versie == self.live.versie { times + 1 } else { 0 });
        let v = self.told_version();
        let frame = encode(&ServerMessage::Latest { a: self.latest.number(), v, b: &b });
        let wait = self.latest.set(v, frame);
        wake_round(me, wait);
    }

    /// Rises with the rekening's version first: an older amount has a lower version, over restarts too. A value of an unchanged
    /// rekening comes at most once in 200 ms, so the lower half lasts for a month of that.
    fn told_version(&self) -> u64 {
        let (versie, times) = self.told;
        (versie << 24) | times.min((1 << 24) - 1)
    }
}

fn wake_round(me: &Me, wait: Option<std::time::Duration>) {
    if let Some(wait) = wait {
        drop(me.send_after(wait, || Admitted::internal(Msg::Ronde)));
    }
}

/// Nothing can be said of a rekening that could not be read, and nothing was done to it.
fn fail(msg: Msg) {
    let unknown = Weigering::Onbekend;
    match msg {
        Msg::Execute(ask) => drop(ask.reply.send(Err(unknown))),
        Msg::Bekijk(reply) => drop(reply.send(Err(unknown))),
        Msg::Transacties { reply, .. } => drop(reply.send(Err(unknown))),
        Msg::Volg { reply, .. } => drop(reply.send(Err(unknown))),
        Msg::Haal(Some(reply)) => drop(reply.send(Err(unknown))),
        Msg::Haal(None)
        | Msg::Committed(_)
        | Msg::Verlaat(_)
        | Msg::Resync(_)
        | Msg::Recheck
        | Msg::Bij(_)
        | Msg::Herlees
        | Msg::Gehaald(_)
        | Msg::Wekker(_)
        | Msg::Verouder
        | Msg::Ronde
        | Msg::Tick
        | Msg::WindDown => {}
    }
}
