//! The shell around decide and evolve.

use std::collections::VecDeque;
use std::marker::PhantomData;
use std::sync::Arc;

use keukentafel::domain::ids::GemeenteId;
use keukentafel::protocol::rt::Pos;
use keukentafel::protocol::view::Uitgevoerd;
use keukentafel::store::{Fault, Outcome, Refusal, StreamId, Write};
use ractor::{Actor, ActorProcessingErr, ActorRef};
use serde_json::value::RawValue;
use uuid::Uuid;

use super::answer::{fail, refuse, stored};
use super::ask::Ask;
use super::concept::Concept;
use super::decision::{Decided, decide, met_versie};
use super::live::Live;
use super::over::{meegekeken, over_wie};
use crate::deps::Deps;
use crate::directory::{Admitted, Kind, Passivation, Reply, Slot, Start};
use crate::herlezen::Herlezen;
use crate::hub::{Conn, ConnId, Fanout, TopicNumber};
use crate::limits::{CONFLICT_RETRIES, CONFLICT_RETRIES_ANDERE, ENTITY_IDLE, ENTITY_MAILBOX};
use crate::weigering::Weigering;

/// What an entity is found by: nothing of one municipality is ever reached from another.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Hash)]
pub struct EntityKey {
    /// Of which municipality.
    pub gemeente: GemeenteId,
    /// Which one.
    pub id: Uuid,
}

impl std::fmt::Display for EntityKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(&self.id, f)
    }
}

/// What is shown of an entity: its version and its content.
pub(crate) type Bekeken = Option<(u64, Box<RawValue>)>;

/// Everything that can be said to an entity.
pub(crate) enum Msg<C: Concept> {
    /// Do this.
    Execute(Box<Ask<C>>),
    /// The batch that was under way.
    Committed(Outcome),
    /// Show it. Rights were looked at by who asks.
    Bekijk(Reply<Bekeken>),
    /// This connection follows it from now on.
    Volg { conn: Arc<Conn>, r: u64, pos: Option<Pos>, reply: Reply<TopicNumber> },
    /// It follows no more.
    Verlaat(ConnId),
    /// It lost frames and has room again.
    Resync(Arc<Conn>),
    /// Rights changed: whoever may not look any more must not see it any more.
    Recheck,
    /// Its stream stands at this version: another transaction may have added to it.
    Bij(u64),
    /// What could not be read before is tried again.
    Herlees,
    /// Time to see whether anybody still needs it.
    Tick,
    /// What waited when this was sent has been handled.
    Through,
    /// Finish and go.
    WindDown,
}

/// The kind of actor that a concept lives as.
pub(crate) struct Entity<C> {
    deps: Deps,
    concept: PhantomData<fn() -> C>,
}

impl<C> Entity<C> {
    pub(crate) fn new(deps: Deps) -> Self {
        Self { deps, concept: PhantomData }
    }
}

impl<C: Concept> Kind for Entity<C> {
    const NAME: &'static str = C::NAME;
    const MAILBOX: usize = ENTITY_MAILBOX;
    type Id = EntityKey;
    type Seed = ();
    type Msg = Msg<C>;
    type Actor = EntityActor<C>;

    fn actor(&self) -> EntityActor<C> {
        EntityActor { deps: self.deps.clone(), concept: PhantomData }
    }

    fn wind_down() -> Msg<C> {
        Msg::WindDown
    }
}

/// An entity of one kind.
pub(crate) struct EntityActor<C> {
    deps: Deps,
    concept: PhantomData<fn() -> C>,
}

pub(super) type Me<C> = ActorRef<Admitted<Msg<C>>>;

/// An ask with the slot that it takes in the mailbox until it is answered: what waits here is bounded too.
struct Waiting<C: Concept> {
    ask: Box<Ask<C>>,
    slot: Slot,
}

struct UnderWay<C: Concept> {
    ask: Waiting<C>,
    decided: Decided<C>,
    attempt: usize,
}

/// Whether an entity can answer.
enum Phase {
    /// It holds what is committed.
    Awake,
    /// It could not be read; whoever asks hears that, and the next one finds a new start.
    Failed,
    /// It goes; what still comes is dropped, and its sender finds the successor.
    Going,
}

/// Whether an entity of which there is nothing has looked if more waits for it.
#[derive(Copy, Clone, Eq, PartialEq)]
enum Round {
    /// Not yet.
    None,
    /// [`Msg::Through`] is in the queue, and nothing came before it.
    Quiet,
    /// The same, and something did.
    Busy,
}

/// An entity and what is under way.
pub(crate) struct State<C: Concept> {
    pub(super) key: EntityKey,
    pub(super) deps: Deps,
    passivation: Passivation<Entity<C>>,
    phase: Phase,
    pub(super) live: Live<C>,
    pub(super) fanout: Fanout,
    /// Whether what its followers have was drawn without a part that is kept back.
    pub(super) verhuld: bool,
    under_way: Option<UnderWay<C>>,
    waiting: VecDeque<Waiting<C>>,
    /// The version at which the journal is said to be.
    pub(super) gezegd: u64,
    pub(super) herlezen: Herlezen,
    /// Something was asked since the last tick.
    used: bool,
    round: Round,
    /// It was told to finish.
    winding_down: bool,
}

impl<C: Concept> Actor for EntityActor<C> {
    type Msg = Admitted<Msg<C>>;
    type State = State<C>;
    type Arguments = Start<Entity<C>>;

    async fn pre_start(&self, _: Me<C>, start: Start<Entity<C>>) -> Result<State<C>, ActorProcessingErr> {
        Ok(State {
            key: start.id,
            deps: self.deps.clone(),
            passivation: start.passivation,
            phase: Phase::Awake,
            live: Live::default(),
            fanout: Fanout::new(self.deps.numbers.next()),
            verhuld: false,
            under_way: None,
            waiting: VecDeque::new(),
            gezegd: 0,
            herlezen: Herlezen::default(),
            used: true,
            round: Round::None,
            winding_down: false,
        })
    }

    /// Loads here and not in `pre_start`: only whoever asks for this entity waits for it.
    async fn post_start(&self, me: Me<C>, state: &mut State<C>) -> Result<(), ActorProcessingErr> {
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
        me: Me<C>,
        admitted: Admitted<Msg<C>>,
        state: &mut State<C>,
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

impl<C: Concept> State<C> {
    async fn awake(&mut self, me: &Me<C>, admitted: Admitted<Msg<C>>) -> Result<(), ActorProcessingErr> {
        let Admitted { msg, slot } = admitted;
        self.used |= !matches!(msg, Msg::Tick | Msg::Recheck | Msg::Bij(_) | Msg::Herlees | Msg::Through);
        if self.round == Round::Quiet && !matches!(msg, Msg::Through) {
            self.round = Round::Busy;
        }
        match msg {
            Msg::Execute(ask) => self.vraag(me, Waiting { ask, slot }).await?,
            Msg::Committed(outcome) => self.committed(me, outcome).await?,
            Msg::Bekijk(reply) => {
                let read = self.bijgelezen(me).await?;
                drop(reply.send(read.map(|()| self.bekijk())));
            }
            Msg::Volg { conn, r, pos, reply } => {
                let read = self.bijgelezen(me).await?;
                drop(reply.send(read.and_then(|()| self.volg(&conn, r, pos.as_ref()))));
            }
            Msg::Verlaat(conn) => drop(self.fanout.remove(conn)),
            Msg::Resync(conn) => self.resync(&conn),
            Msg::Recheck => self.recheck(),
            Msg::Bij(versie) => self.bij(me, versie).await?,
            Msg::Herlees => {
                self.herlezen.ging();
                self.bij(me, 0).await?;
            }
            Msg::Tick => self.tick(me),
            Msg::WindDown => self.winding_down = true,
            Msg::Through => {
                if self.round == Round::Quiet && self.is_absent() {
                    self.go(me);
                    return Ok(());
                }
                self.round = Round::None;
            }
        }
        if self.winding_down && self.is_idle() {
            self.go(me);
        } else if self.is_absent() && self.round == Round::None {
            // Who waits behind is answered here. Dropped, they would look it up again, with a load for each of them.
            self.round = Round::Quiet;
            drop(me.cast(Admitted::internal(Msg::Through)));
        }
        Ok(())
    }

    /// Of what is not there nothing needs to stay awake: ids that somebody made up cost one load each.
    fn is_absent(&self) -> bool {
        self.live.versie == 0 && self.fanout.is_empty() && self.is_idle()
    }

    fn tick(&mut self, me: &Me<C>) {
        self.recheck();
        if self.is_idle() && self.fanout.is_empty() && !std::mem::take(&mut self.used) {
            self.go(me);
        }
    }

    fn go(&mut self, me: &Me<C>) {
        self.phase = Phase::Going;
        self.passivation.ask(me);
    }

    fn is_idle(&self) -> bool {
        self.under_way.is_none() && self.waiting.is_empty()
    }

    pub(super) fn stream(&self) -> StreamId {
        StreamId { kind: C::KIND, id: self.key.id }
    }

    /// An append of its own is under way.
    pub(super) fn schrijft(&self) -> bool {
        self.under_way.is_some()
    }

    /// Nothing is decided on what is known to be behind: a rule could refuse by it what it allows now.
    async fn vraag(&mut self, me: &Me<C>, waiting: Waiting<C>) -> Result<(), Fault> {
        if self.under_way.is_some() {
            self.waiting.push_back(waiting);
        } else if self.bijgelezen(me).await?.is_ok() {
            self.begin(me, waiting, 0);
        } else {
            drop(waiting.ask.reply.send(Err(Weigering::Bezig)));
        }
        Ok(())
    }

    fn begin(&mut self, me: &Me<C>, waiting: Waiting<C>, attempt: usize) {
        let (live, ask) = (&self.live, &waiting.ask);
        match self.decide(ask) {
            Err(weigering) => refuse(C::KIND, self.key, self.deps.clone(), waiting.ask, weigering),
            Ok((mut write, decided)) => {
                let events = decided.events.iter().map(|(event, _)| event);
                live.state.bijkomend(self.key.id, events).in_write(&mut write);
                if let Write::Append(append) = &mut write {
                    append.audit = over_wie(&self.deps, self.key, &live.state, ask, &decided, &append.audit);
                    let others = meegekeken(&self.deps, self.key, ask, &decided, &self.fanout);
                    append.audit.extend(others);
                }
                #[cfg(feature = "proef-eerst-zenden")]
                let waiting = {
                    let mut waiting = waiting;
                    super::answer::too_early(C::KIND, &mut waiting.ask, &decided.antwoord);
                    waiting
                };
                let me = me.clone();
                let told = move |outcome| drop(me.cast(Admitted::internal(Msg::Committed(outcome))));
                let write = write.onder(waiting.ask.bijvangst.onder);
                match self.deps.committer.submit(write, told) {
                    Ok(()) => self.under_way = Some(UnderWay { ask: waiting, decided, attempt }),
                    Err(_) => drop(waiting.ask.reply.send(Err(Weigering::Bezig))),
                }
            }
        }
    }

    /// Decides on what is committed. Who may only know that it is there holds the last version that told them something, and hears no other: what
    /// came after it is no reason to say that somebody was first, and neither is it told by a number.
    fn decide(&self, ask: &Ask<C>) -> Result<(Write, Decided<C>), Weigering> {
        let live = &self.live;
        let conflict = || self.conflict(ask);
        if !self.alleen_dat(ask) {
            return decide(C::KIND, self.key, (&live.state, live.versie, live.versie), ask, conflict);
        }
        let stand = (&live.state, live.versie, live.dat_versie);
        let (mut write, mut decided) = decide(C::KIND, self.key, stand, ask, conflict)?;
        let versie = live.dat_versie_na(decided.events.iter().map(|(event, header)| (event, header)));
        met_versie(&mut write, &mut decided, versie)?;
        Ok((write, decided))
    }

    fn alleen_dat(&self, ask: &Ask<C>) -> bool {
        ask.van_iemand() && self.live.state.alleen_dat(&self.deps, &ask.context.wie, self.key.id)
    }

    /// Somebody else was first: as far as whoever asks may know.
    fn conflict(&self, ask: &Ask<C>) -> Weigering {
        if self.alleen_dat(ask) { self.live.conflict_dat() } else { self.live.conflict() }
    }

    async fn committed(&mut self, me: &Me<C>, outcome: Outcome) -> Result<(), ActorProcessingErr> {
        let Some(UnderWay { ask: Waiting { ask, slot }, decided, attempt }) = self.under_way.take() else {
            return Ok(());
        };
        match outcome {
            Ok(Ok(keukentafel::store::Appended::Done { position })) => {
                self.evolve(&decided);
                let antwoord = Uitgevoerd { positie: position.0, ..decided.antwoord };
                drop(ask.reply.send(Ok(antwoord)));
            }
            Ok(Ok(keukentafel::store::Appended::Repeated { answer })) => {
                drop(ask.reply.send(stored(&answer)))
            }
            Ok(Ok(_)) => drop(ask.reply.send(Err(Weigering::Onbekend))),
            Ok(Err(Refusal::Conflict { stream, actual })) => {
                if !self.lees_bij(me).await? {
                    // Nothing was done, and nothing can be decided now.
                    if stream == self.stream() {
                        self.gezegd = self.gezegd.max(actual);
                    }
                    drop(ask.reply.send(Err(Weigering::Bezig)));
                    return self.verder(me).await;
                }
                // What the ask brings along of another stream rests on a version that whoever asked has seen: that does not change here.
                let most = if stream == self.stream() { CONFLICT_RETRIES } else { CONFLICT_RETRIES_ANDERE };
                // On what is there now the condition is looked at again: what came in between may be hidden from who asks.
                if attempt < most {
                    self.begin(me, Waiting { ask, slot }, attempt + 1);
                } else {
                    let conflict = self.conflict(&ask);
                    refuse(C::KIND, self.key, self.deps.clone(), ask, conflict);
                }
            }
            Ok(Err(refusal)) => refuse(C::KIND, self.key, self.deps.clone(), ask, refusal.into()),
            // Whoever waits hears nothing (outcome unknown) and repeats with the same command id; this actor reloads.
            Err(fault) => return Err(fault.into()),
        }
        self.verder(me).await
    }

    /// Another node may have added to it while ours was under way: it is told now, and what waits is decided on it.
    async fn verder(&mut self, me: &Me<C>) -> Result<(), ActorProcessingErr> {
        self.bij(me, 0).await?;
        while self.under_way.is_none() {
            let Some(next) = self.waiting.pop_front() else { break };
            self.vraag(me, next).await?;
        }
        Ok(())
    }

    fn evolve(&mut self, decided: &Decided<C>) {
        for (event, header) in &decided.events {
            self.live.take(event, header, &*self.deps.namen);
            self.tell(header);
        }
    }
}
