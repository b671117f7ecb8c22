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
mod besluit;
mod bij;
mod bijkomend;
mod brief;
mod concept;
mod contact;
mod decision;
mod geschiedregel;
mod gesprek;
mod groep;
mod herspeel;
mod huishouden;
mod identiteit;
mod kantlijn;
mod live;
mod medewerker;
mod nazicht;
mod over;
mod overdracht;
mod persoon;
mod plan;
mod signaal;
mod toekenning;
mod volgers;
mod zaak;

pub use actor::EntityKey;
pub(crate) use actor::{Entity, Msg};
pub(crate) use answer::{encode, refuse, stored};
pub use ask::{AntwoordDelen, Ask, Bijvangst, Gedaan, Kop};
#[cfg(test)]
pub(crate) use besluit::VIER_OGEN;
pub(crate) use besluit::besluit_wat;
pub use bijkomend::Bijkomend;
pub use concept::Concept;
pub(crate) use decision::{Decided, decide};
pub use geschiedregel::Geschiedregel;
pub(crate) use herspeel::{Grens, Toen, herspeel, stappen, toestand};
