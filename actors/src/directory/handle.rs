//! What others hold of a kind of actor.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use ractor::{ActorCell, ActorId, ActorRef, ActorRuntime};
use tokio::sync::oneshot;

use super::Kind;
use super::activator::{Activator, Ask, Index};
use super::mailbox::{Mailbox, NotSent, Reply};
use crate::limits::{CALL_WAIT, LOOKUPS_MAX, STOP_WAIT};
use crate::weigering::Weigering;

/// The live actors of one kind, by id.
pub struct Directory<K: Kind> {
    activator: ActorRef<Ask<K>>,
    index: Index<K>,
}

impl<K: Kind> Clone for Directory<K> {
    fn clone(&self) -> Self {
        Self { activator: self.activator.clone(), index: Arc::clone(&self.index) }
    }
}

impl<K: Kind> Directory<K> {
    /// An empty directory. Must be called inside a runtime.
    ///
    /// # Panics
    /// Never: an actor without a name always spawns.
    #[must_use]
    pub fn start(kind: K) -> Self {
        let index: Index<K> = Arc::new(RwLock::new(HashMap::new()));
        let spawned = ActorRuntime::spawn_instant(None, Activator::new(), (kind, Arc::clone(&index)));
        let Ok((activator, _)) = spawned else { unreachable!("an actor without a name always spawns") };
        Self { activator, index }
    }

    /// Who watches over the activator.
    pub(crate) fn cell(&self) -> ActorCell {
        self.activator.get_cell()
    }

    /// Sends, waiting for a slot: a socket's reader stops reading meanwhile. Starts the actor when it is not there.
    ///
    /// # Errors
    /// [`Weigering::Bezig`] when it cannot be started now.
    pub async fn send(&self, id: K::Id, seed: &K::Seed, msg: K::Msg) -> Result<(), Weigering> {
        self.deliver(id, seed, msg).await.map(drop)
    }

    /// Sends without waiting for a slot.
    ///
    /// # Errors
    /// [`Weigering::Bezig`] when too much waits for this actor, or it cannot be started now.
    pub async fn try_send(&self, id: K::Id, seed: &K::Seed, mut msg: K::Msg) -> Result<(), Weigering> {
        let mut dead = None;
        for _ in 0..LOOKUPS_MAX {
            let mailbox = self.mailbox(id, seed, dead).await?;
            let weight = weight::<K>(&msg);
            match mailbox.try_send(msg, weight) {
                Ok(()) => return Ok(()),
                Err(NotSent::Full) => return Err(Weigering::Bezig),
                Err(NotSent::Ended(back)) => (msg, dead) = (back, Some(mailbox.id())),
            }
        }
        Err(Weigering::Bezig)
    }

    /// Asks and waits for the answer. `make` is called again when the actor ended without one, so what it asks must bear a
    /// repeat: a question, or a command with its own id.
    ///
    /// # Errors
    /// What the actor answers; [`Weigering::Bezig`] when it cannot be started now; [`Weigering::Onbekend`] without an answer in
    /// time.
    pub async fn ask<T>(
        &self,
        id: K::Id,
        seed: &K::Seed,
        make: impl Fn(Reply<T>) -> K::Msg + Send,
    ) -> Result<T, Weigering> {
        for _ in 0..LOOKUPS_MAX {
            let (reply, answer) = oneshot::channel();
            let mailbox = self.deliver(id, seed, make(reply)).await?;
            match tokio::time::timeout(CALL_WAIT, answer).await {
                Ok(Ok(answered)) => return answered,
                // It died or went to sleep. Its end is near; without waiting for it the next try could meet it once more.
                Ok(Err(_)) => drop(mailbox.actor().get_cell().wait(Some(CALL_WAIT)).await),
                Err(_) => return Err(Weigering::Onbekend),
            }
        }
        Err(Weigering::Onbekend)
    }

    /// Tells an actor that is awake; a sleeping one needs not know. Takes no slot. `true` when there was one.
    pub fn notify(&self, id: K::Id, msg: K::Msg) -> bool {
        self.cached(id).is_some_and(|mailbox| mailbox.notify(msg))
    }

    /// The ids that are awake.
    #[must_use]
    pub fn awake(&self) -> Vec<K::Id> {
        self.index.read().unwrap_or_else(PoisonError::into_inner).keys().copied().collect()
    }

    /// Lets every actor finish, within [`STOP_WAIT`]; afterwards nothing starts any more.
    pub async fn stop(&self) {
        let (reply, ended) = oneshot::channel();
        if self.activator.cast(Ask::WindDown { reply }).is_ok()
            && tokio::time::timeout(STOP_WAIT, ended).await.is_err()
        {
            let soort = K::NAME;
            tracing::error!(actor.soort = soort, "actors of {soort} did not finish in time and are cut off");
        }
        // Ends what is left of its children too.
        self.activator.stop(None);
    }

    async fn deliver(
        &self,
        id: K::Id,
        seed: &K::Seed,
        mut msg: K::Msg,
    ) -> Result<Mailbox<K::Msg>, Weigering> {
        let mut dead = None;
        for _ in 0..LOOKUPS_MAX {
            let mailbox = self.mailbox(id, seed, dead).await?;
            let weight = weight::<K>(&msg);
            match mailbox.send(msg, weight).await {
                Ok(()) => return Ok(mailbox),
                Err(NotSent::Full) => return Err(Weigering::Bezig),
                Err(NotSent::Ended(back)) => (msg, dead) = (back, Some(mailbox.id())),
            }
        }
        Err(Weigering::Bezig)
    }

    async fn mailbox(
        &self,
        id: K::Id,
        seed: &K::Seed,
        dead: Option<ActorId>,
    ) -> Result<Mailbox<K::Msg>, Weigering> {
        if let Some(mailbox) = self.cached(id).filter(|mailbox| Some(mailbox.id()) != dead) {
            return Ok(mailbox);
        }
        let (reply, found) = oneshot::channel();
        let ask = Ask::Get { id, seed: seed.clone(), dead, reply };
        self.activator.cast(ask).map_err(|_| Weigering::Bezig)?;
        match tokio::time::timeout(CALL_WAIT, found).await {
            Ok(Ok(found)) => found,
            Ok(Err(_)) | Err(_) => Err(Weigering::Bezig),
        }
    }

    fn cached(&self, id: K::Id) -> Option<Mailbox<K::Msg>> {
        self.index.read().unwrap_or_else(PoisonError::into_inner).get(&id).cloned()
    }
}

/// No message weighs more than the whole mailbox: it would wait for ever.
fn weight<K: Kind>(msg: &K::Msg) -> u32 {
    K::weight(msg).clamp(1, u32::try_from(K::MAILBOX).unwrap_or(u32::MAX))
}
