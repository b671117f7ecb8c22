//! Finds the one live actor of an id, or starts it. One directory per kind of actor.
//!
//! ```text
//!   caller ── send / ask ──► Directory ── cached mailbox ─────────────► actor
//!                               │ none, or it has ended                   │ idle: Passivation::ask
//!                               └──────── Get ────► Activator ◄───────────┘
//!                                                   one slot per id: Live | Draining(waiting callers)
//! ```
//!
//! Promises: at most one live actor per id on this node; a start that failed is never kept; whoever asks while an actor goes to
//! sleep waits for its successor; an actor that panics takes no other along; an id that keeps failing is left alone for a while, one that sleeps often is not.
//! It never knows what the actors do, and it reads and writes nothing.

mod activator;
mod budget;
mod handle;
mod mailbox;

#[cfg(test)]
mod tests;

use std::fmt::Display;
use std::hash::Hash;

use ractor::Actor;

pub use activator::Passivation;
pub use handle::Directory;
pub use mailbox::{Admitted, Mailbox, Reply, Slot};

/// One kind of actor: how it is called, bounded, started and told to stop.
///
/// What an actor of a kind promises in return:
/// - it loads in `post_start`, so that nobody waits for it but its own callers;
/// - when its load fails it answers what waits with the failure and says so ([`Passivation::failed`], [`Passivation::unread`]); it never pretends to be empty;
/// - it asks for [`Passivation`] only when nothing of it is under way, and from then on drops unanswered what still reaches it:
///   the asker looks it up again and finds the successor.
pub trait Kind: Send + Sync + Sized + 'static {
    /// For metrics and logs.
    const NAME: &'static str;
    /// Messages from outside that may wait for one actor.
    const MAILBOX: usize;
    /// What it is found by.
    type Id: Copy + Eq + Hash + Display + Send + Sync + 'static;
    /// What a start needs besides the id, such as the municipality.
    type Seed: Clone + Send + Sync + 'static;
    /// What it is sent.
    type Msg: Send + 'static;
    /// The actor.
    type Actor: Actor<Msg = Admitted<Self::Msg>, Arguments = Start<Self>>;

    /// How many slots a message takes: more than one for a large one, so that slots bound bytes too.
    fn weight(_msg: &Self::Msg) -> u32 {
        1
    }

    /// A new actor, not yet started.
    fn actor(&self) -> Self::Actor;

    /// Tells an actor to finish what is under way and then ask for [`Passivation`].
    fn wind_down() -> Self::Msg;
}

/// What an actor is started with.
pub struct Start<K: Kind> {
    /// What it is found by.
    pub id: K::Id,
    /// What its first caller knew.
    pub seed: K::Seed,
    /// How it asks to go to sleep.
    pub passivation: Passivation<K>,
}
