//! The actor behind each persoon, zaak and gesprek: one at a time per id, with the rules of its [`Concept`].
//!
//! ```text
//!  ask ──> decide ──> committer ──> Committed ──> evolve ──> tell subscribers, answer
//!            │refused: audit row, answer            │conflict: reload the tail, decide again
//! ```
//! The state is what is committed (*vast*). One batch is under way at most; asks that come meanwhile wait, so that each decision
//! stands on facts. The handler never waits for a commit.

mod actor;
mod answer;
mod ask;
mod concept;
mod contact;
mod decision;
mod gesprek;
mod huishouden;
mod live;
mod persoon;
mod zaak;

pub use actor::EntityKey;
pub(crate) use actor::{Entity, Msg};
pub(crate) use answer::encode;
pub use ask::{AntwoordDelen, Ask, Bijvangst, Gedaan, Kop};
pub use concept::Concept;
