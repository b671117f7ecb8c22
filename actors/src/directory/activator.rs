//! The actor that starts the others of its kind. Being one queue, it cannot start two for one id.

use std::collections::HashMap;
use std::marker::PhantomData;
use std::sync::{Arc, PoisonError, RwLock};

use keukentafel::store::Journal;
use ractor::{Actor, ActorId, ActorProcessingErr, ActorRef, ActorStatus, SupervisionEvent};
use tokio::sync::oneshot;
use tokio::time::Instant;

use super::budget::Budget;
use super::mailbox::{Admitted, Mailbox};
use super::{Kind, Start};
use crate::weigering::Weigering;

/// Live mailboxes, for the short way past the activator. Written only by it.
pub(super) type Index<K> = Arc<RwLock<HashMap<<K as Kind>::Id, Mailbox<<K as Kind>::Msg>>>>;

type Found<K> = Result<Mailbox<<K as Kind>::Msg>, Weigering>;

pub(super) enum Ask<K: Kind> {
    /// The live mailbox; `dead` is one that was found ended.
    Get { id: K::Id, seed: K::Seed, dead: Option<ActorId>, reply: oneshot::Sender<Found<K>> },
    /// An actor would end.
    Passivate { id: K::Id, actor: ActorId, why: Rest },
    /// An actor ended before it began, which its supervisor is not told otherwise.
    StartFailed { actor: ActorId },
    /// Everybody finishes; answered when the last one has.
    WindDown { reply: oneshot::Sender<()> },
}

/// Why an actor would end.
#[derive(Copy, Clone, Eq, PartialEq)]
pub(super) enum Rest {
    /// Nothing needs it now. Whoever asks again finds another, however often that is.
    Idle,
    /// It could not load. As one that died: an id that keeps failing is left alone for a while.
    Failed,
    /// The store was away when it was to load. That says nothing of this id: when the store is there again, so is this.
    Away,
}

/// How an actor asks to go to sleep.
pub struct Passivation<K: Kind> {
    id: K::Id,
    activator: ActorRef<Ask<K>>,
}

impl<K: Kind> Passivation<K> {
    /// Asks that `myself`, whom nothing ails, ends once its queue is handled. See [`Kind`] for what it promises from now on.
    pub fn ask(&self, myself: &ActorRef<Admitted<K::Msg>>) {
        self.end(myself, Rest::Idle);
    }

    /// As [`Self::ask`], of one that could not load.
    pub fn failed(&self, myself: &ActorRef<Admitted<K::Msg>>) {
        self.end(myself, Rest::Failed);
    }

    /// As [`Self::failed`], where this is the store that could not be read. That it is away it says itself: a fault alone may be of what is read.
    pub fn unread(&self, myself: &ActorRef<Admitted<K::Msg>>, journal: &impl Journal) {
        self.end(myself, if journal.is_away() { Rest::Away } else { Rest::Failed });
    }

    fn end(&self, myself: &ActorRef<Admitted<K::Msg>>, why: Rest) {
        let asked = self.activator.cast(Ask::Passivate { id: self.id, actor: myself.get_id(), why });
        if asked.is_err() {
            // The directory is gone already; nobody can look this actor up any more.
            myself.stop(None);
        }
    }
}

enum Slot<K: Kind> {
    Live(Mailbox<K::Msg>),
    /// It takes nothing new; these callers wait for its successor.
    Draining {
        old: Mailbox<K::Msg>,
        /// Why it asked to end, when it did.
        why: Option<Rest>,
        waiting: Vec<(K::Seed, oneshot::Sender<Found<K>>)>,
    },
}

/// How an actor came to its end.
#[derive(Copy, Clone, Eq, PartialEq)]
enum End {
    /// Its queue was through, or it was stopped.
    Finished,
    /// It panicked, gave up, or never began.
    Died,
}

pub(super) struct Activator<K>(PhantomData<fn() -> K>);

impl<K> Activator<K> {
    pub(super) fn new() -> Self {
        Self(PhantomData)
    }
}

pub(super) struct State<K: Kind> {
    kind: K,
    slots: HashMap<K::Id, Slot<K>>,
    by_actor: HashMap<ActorId, K::Id>,
    budget: Budget<K::Id>,
    index: Index<K>,
    stopping: Option<Vec<oneshot::Sender<()>>>,
}

impl<K: Kind> Actor for Activator<K> {
    type Msg = Ask<K>;
    type State = State<K>;
    type Arguments = (K, Index<K>);

    async fn pre_start(
        &self,
        _myself: ActorRef<Ask<K>>,
        (kind, index): (K, Index<K>),
    ) -> Result<State<K>, ActorProcessingErr> {
        let budget = Budget::new();
        Ok(State { kind, slots: HashMap::new(), by_actor: HashMap::new(), budget, index, stopping: None })
    }

    async fn handle(
        &self,
        myself: ActorRef<Ask<K>>,
        message: Ask<K>,
        state: &mut State<K>,
    ) -> Result<(), ActorProcessingErr> {
        match message {
            Ask::Get { id, seed, dead, reply } => state.get(&myself, id, seed, dead, reply),
            Ask::Passivate { id, actor, why } => state.passivate(id, actor, why),
            Ask::StartFailed { actor } => state.ended(&myself, actor, End::Died),
            Ask::WindDown { reply } => state.wind_down(reply),
        }
        Ok(())
    }

    /// A child that dies takes nobody along: not overriding this would end the activator and every sibling.
    async fn handle_supervisor_evt(
        &self,
        myself: ActorRef<Ask<K>>,
        event: SupervisionEvent,
        state: &mut State<K>,
    ) -> Result<(), ActorProcessingErr> {
        match event {
            SupervisionEvent::ActorTerminated(cell, ..) => state.ended(&myself, cell.get_id(), End::Finished),
            SupervisionEvent::ActorFailed(cell, error) => {
                // The error is ours and holds no personal data; a panic's message may, so only its kind is kept.
                let soort = K::NAME;
                tracing::error!(
                    actor.soort = soort,
                    known = error.is::<Weigering>(),
                    "an actor of {soort} failed"
                );
                metrics::counter!("keukentafel_actor_failed_total", "soort" => soort).increment(1);
                state.ended(&myself, cell.get_id(), End::Died);
            }
            SupervisionEvent::ActorStarted(_) | SupervisionEvent::ProcessGroupChanged(_) => {}
        }
        Ok(())
    }
}

impl<K: Kind> State<K> {
    fn get(
        &mut self,
        myself: &ActorRef<Ask<K>>,
        id: K::Id,
        seed: K::Seed,
        dead: Option<ActorId>,
        reply: oneshot::Sender<Found<K>>,
    ) {
        if self.stopping.is_some() {
            drop(reply.send(Err(Weigering::Bezig)));
            return;
        }
        match self.slots.get_mut(&id) {
            None => {
                let found = self.start(myself, id, seed);
                drop(reply.send(found));
            }
            Some(Slot::Draining { waiting, .. }) => waiting.push((seed, reply)),
            Some(Slot::Live(mailbox)) if !has_ended(mailbox, dead) => drop(reply.send(Ok(mailbox.clone()))),
            Some(Slot::Live(_)) => {
                self.set_draining(id);
                if let Some(Slot::Draining { waiting, .. }) = self.slots.get_mut(&id) {
                    waiting.push((seed, reply));
                }
            }
        }
    }

    /// The actor's own load runs in its own task; this never waits for it.
    fn start(&mut self, myself: &ActorRef<Ask<K>>, id: K::Id, seed: K::Seed) -> Found<K> {
        let soort = K::NAME;
        if !self.budget.take(id, Instant::now()) {
            metrics::counter!("keukentafel_actor_starts_refused_total", "soort" => soort).increment(1);
            return Err(Weigering::Bezig);
        }
        let start = Start { id, seed, passivation: Passivation { id, activator: myself.clone() } };
        let spawned =
            ractor::ActorRuntime::spawn_linked_instant(None, self.kind.actor(), start, myself.get_cell());
        let Ok((actor, starting)) = spawned else { return Err(Weigering::Bezig) };
        metrics::counter!("keukentafel_actor_starts_total", "soort" => soort).increment(1);
        let (activator, started) = (myself.clone(), actor.get_id());
        tokio::spawn(async move {
            if !matches!(starting.await, Ok(Ok(_))) {
                drop(activator.cast(Ask::StartFailed { actor: started }));
            }
        });
        let mailbox = Mailbox::new(actor, K::MAILBOX);
        self.by_actor.insert(started, id);
        self.slots.insert(id, Slot::Live(mailbox.clone()));
        self.index.write().unwrap_or_else(PoisonError::into_inner).insert(id, mailbox.clone());
        self.measure();
        Ok(mailbox)
    }

    fn passivate(&mut self, id: K::Id, actor: ActorId, asked: Rest) {
        if !self.by_actor.contains_key(&actor) {
            return;
        }
        self.set_draining(id);
        if let Some(Slot::Draining { old, why, .. }) = self.slots.get_mut(&id)
            && old.id() == actor
        {
            *why = Some(asked);
            drop(old.actor().drain());
        }
    }

    /// Nobody new reaches it; what was on its way is still handled.
    fn set_draining(&mut self, id: K::Id) {
        self.index.write().unwrap_or_else(PoisonError::into_inner).remove(&id);
        if let Some(slot) = self.slots.get_mut(&id)
            && let Slot::Live(mailbox) = slot
        {
            *slot = Slot::Draining { old: mailbox.clone(), why: None, waiting: Vec::new() };
        }
    }

    fn ended(&mut self, myself: &ActorRef<Ask<K>>, actor: ActorId, end: End) {
        let Some(id) = self.by_actor.remove(&actor) else { return };
        self.index.write().unwrap_or_else(PoisonError::into_inner).remove(&id);
        let slot = self.slots.remove(&id);
        let well = matches!(slot, Some(Slot::Draining { why: Some(Rest::Idle | Rest::Away), .. }));
        if end == End::Finished && well {
            self.budget.give_back(id);
        }
        if let Some(Slot::Draining { waiting, .. }) = slot
            && let Some((seed, _)) = waiting.first()
        {
            let found = if self.stopping.is_some() {
                Err(Weigering::Bezig)
            } else {
                self.start(myself, id, seed.clone())
            };
            for (_, reply) in waiting {
                drop(reply.send(found.clone()));
            }
        }
        self.measure();
        self.tell_when_all_ended();
    }

    fn wind_down(&mut self, reply: oneshot::Sender<()>) {
        self.stopping.get_or_insert_default().push(reply);
        let ids: Vec<_> = self.slots.keys().copied().collect();
        for id in ids {
            if let Some(Slot::Live(mailbox)) = self.slots.get(&id) {
                mailbox.notify(K::wind_down());
            }
            self.set_draining(id);
        }
        self.tell_when_all_ended();
    }

    fn tell_when_all_ended(&mut self) {
        if self.slots.is_empty()
            && let Some(stopping) = &mut self.stopping
        {
            for reply in stopping.drain(..) {
                let _ = reply.send(());
            }
        }
    }

    fn measure(&self) {
        metrics::gauge!("keukentafel_actors_live", "soort" => K::NAME).set(self.slots.len() as f64);
    }
}

fn has_ended<M: Send + 'static>(mailbox: &Mailbox<M>, dead: Option<ActorId>) -> bool {
    dead == Some(mailbox.id()) || mailbox.actor().get_status() >= ActorStatus::Draining
}
