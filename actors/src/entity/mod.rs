//! The actor behind each persoon, zaak, gesprek, groep, plan and signaal: one at a time per id, with the rules of its [`Concept`].
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
mod groep;
mod huishouden;
mod live;
mod medewerker;
mod over;
mod persoon;
mod plan;
mod signaal;
mod zaak;

pub use actor::EntityKey;
pub(crate) use actor::{Entity, Msg};
pub(crate) use answer::{encode, refuse, stored};
pub use ask::{AntwoordDelen, Ask, Bijvangst, Gedaan, Kop};
pub use concept::Concept;
pub(crate) use decision::{Decided, decide};
