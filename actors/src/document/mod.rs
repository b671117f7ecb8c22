//! One text that people write together.
//!
//! ```text
//!  Documents ──► Directory ──► DocumentActor
//!                               │ actor.rs     load, dispatch, sleep
//!                               └─ Live        vast (yrs, up to seq) + vooruit (guard) + queue + one batch in flight
//!                                   intake.rs     judges frames          open.rs      snapshot + tail → memory
//!                                   live.rs       batch → commit → tell  snapshot.rs  memory → snapshot
//!                                   subscribe.rs  in, catching up, out   presence.rs  cursors, never stored
//!                                   followers.rs  who looks on           acks.rs      who is told "opgeslagen"
//!                                   outgoing.rs   bytes of both dialects timers.rs    what happens by itself
//!                                   strikes.rs    who breaks the rules      presence_elders.rs  cursors at other nodes
//!                                   stands.rs     which rows are held, for who compares
//!                                   bij.rs        reads on what other nodes wrote
//! ```
//!
//! Promises: no byte of a client reaches yrs unjudged; nobody sees or is told of text that is not durable; what could not be
//! stored is said to its author and shown to nobody; a document that cannot be loaded is an error, never an empty document; one with a
//! row that does not apply is shown as it stood before that row, says so, and takes no text.

mod acks;
mod actor;
mod bij;
mod followers;
mod handle;
mod intake;
mod live;
mod open;
mod outgoing;
mod presence;
mod presence_elders;
mod rows;
mod sjabloon;
mod snapshot;
mod stands;
mod strikes;
mod subscribe;
mod tekst;
mod timers;
mod toen;
mod versies;

#[cfg(test)]
mod tests;

pub use handle::{Documents, Stand, Tekstversie};
pub use sjabloon::eerste_update;
pub(crate) use toen::{staat_toen, tekst_toen};
pub(crate) use versies::{Logboek, logboek};
