//! The bounded way to an actor: whoever sends holds one of its slots until the message is handled or dropped.

use std::sync::Arc;

use ractor::{ActorId, ActorRef, MessagingErr};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, TryAcquireError, oneshot};

use crate::weigering::Weigering;

/// Where an answer goes. Dropped without one, the asker looks the actor up again.
pub type Reply<T> = oneshot::Sender<Result<T, Weigering>>;

/// The slots that a message takes; free again when this is dropped. Held, never read: its end is what counts.
pub struct Slot {
    _permit: Option<OwnedSemaphorePermit>,
}

/// A message with the slots that it takes.
pub struct Admitted<M> {
    /// The message.
    pub msg: M,
    /// Its slots. Who must remember the message until later (a commit) keeps them until then.
    pub slot: Slot,
}

impl<M> Admitted<M> {
    /// A message of an actor to itself or of the directory, which takes no slot: each admitted one causes few of them.
    pub fn internal(msg: M) -> Self {
        Self { msg, slot: Slot { _permit: None } }
    }

    fn with(msg: M, permit: OwnedSemaphorePermit) -> Self {
        Self { msg, slot: Slot { _permit: Some(permit) } }
    }
}

/// Why a message did not arrive; it comes back.
pub(super) enum NotSent<M> {
    /// No slot is free.
    Full,
    /// The actor has ended or takes nothing more.
    Ended(M),
}

/// Sends to one actor, within its bound.
pub struct Mailbox<M: Send + 'static> {
    actor: ActorRef<Admitted<M>>,
    slots: Arc<Semaphore>,
}

impl<M: Send + 'static> Clone for Mailbox<M> {
    fn clone(&self) -> Self {
        Self { actor: self.actor.clone(), slots: Arc::clone(&self.slots) }
    }
}

impl<M: Send + 'static> Mailbox<M> {
    pub(super) fn new(actor: ActorRef<Admitted<M>>, slots: usize) -> Self {
        Self { actor, slots: Arc::new(Semaphore::new(slots)) }
    }

    pub(super) fn actor(&self) -> &ActorRef<Admitted<M>> {
        &self.actor
    }

    pub(super) fn id(&self) -> ActorId {
        self.actor.get_id()
    }

    /// Waits for `weight` slots. A dead actor's slots come free with its queue, so this ends.
    pub(super) async fn send(&self, msg: M, weight: u32) -> Result<(), NotSent<M>> {
        match Arc::clone(&self.slots).acquire_many_owned(weight).await {
            Ok(permit) => self.cast(Admitted::with(msg, permit)),
            Err(_closed) => Err(NotSent::Ended(msg)),
        }
    }

    pub(super) fn try_send(&self, msg: M, weight: u32) -> Result<(), NotSent<M>> {
        match Arc::clone(&self.slots).try_acquire_many_owned(weight) {
            Ok(permit) => self.cast(Admitted::with(msg, permit)),
            Err(TryAcquireError::NoPermits) => Err(NotSent::Full),
            Err(TryAcquireError::Closed) => Err(NotSent::Ended(msg)),
        }
    }

    /// Takes no slot; `false` when the actor has ended.
    pub(super) fn notify(&self, msg: M) -> bool {
        self.cast(Admitted::internal(msg)).is_ok()
    }

    fn cast(&self, admitted: Admitted<M>) -> Result<(), NotSent<M>> {
        match self.actor.cast(admitted) {
            Ok(()) => Ok(()),
            Err(MessagingErr::SendErr(back)) => Err(NotSent::Ended(back.msg)),
            Err(MessagingErr::ChannelClosed | MessagingErr::InvalidActorType) => Err(NotSent::Full),
        }
    }
}
