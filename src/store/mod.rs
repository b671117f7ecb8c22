//! The record: what the journal promises, and the only SQL of the product.
//!
//! [`Journal`] is all that the rest knows. Three implementations pass one conformance suite: `memory` for tests and
//! simulation, `sqlite` for production on one machine, `postgres` for several nodes; what the last two do alike is in `tables`. What they write, [`write`](Write) describes; what they answer when
//! it cannot be done is a [`Refusal`] (the caller can act) or a [`Fault`] (nobody may believe anything until reload).

mod admit;
#[cfg(test)]
mod both;
mod chain;
pub mod codec;
mod concept;
#[cfg(test)]
mod conformance;
mod crypto;
mod fault;
mod heads;
mod herkomst;
mod journal;
mod lease;
pub mod memory;
pub mod opening;
pub mod postgres;
mod sessie;
mod shared;
pub mod sqlite;
mod stats;
mod stored;
mod tables;
#[cfg(test)]
mod tests;
mod trail;
mod verlenging;
mod write;

pub use concept::{ConceptSleutel, ConceptWeg, ConceptWrite, Concepten, NieuwConcept, StoredConcept};
pub use crypto::{InstallationKey, KeyError};
pub use fault::{Fault, Refusal};
pub use heads::{SignedHead, head_day};
pub use herkomst::{Herkomstsleutel, Merk};
pub use journal::{
    DocumentState, DocumentTail, FeedEvent, Journal, StoredAnswer, StoredEvent, StoredUpdate, Unsent,
};
pub use lease::{Lease, Leases};
pub use memory::MemoryJournal;
pub use postgres::{PostgresJournal, Sessietabel};
pub use sessie::{Navraagrij, Sessiebegin, Sessiegrens, Sessiehash, Sessierij, Sessiestand, Sessiewijziging};
pub use shared::SharedJournal;
pub use sqlite::SqliteJournal;
pub use stats::{COMMIT_MICROS_BOUNDS, JournalStats};
pub use stored::StoredJournal;
pub use tables::copy::{Progress, RestoreError};
pub use tables::statistics::Statistics;
pub use tables::verify::{BadRow, Verified};
pub use trail::{AuditFilter, AuditLine, AuditPlek, AuditRow, AuditUitkomst, BETROKKENEN_PER_REGEL_MAX};
pub use verlenging::Verlengsleutel;
pub use write::{
    Append, Appended, Claim, DocumentAppend, DocumentStatus, DocumentUpdate, EventHeader, NewDocument,
    NewEvent, NieuwStuk, OutboxRow, Outcome, Position, StatusChange, StreamAppend, StreamId, StreamKind,
    Write,
};
