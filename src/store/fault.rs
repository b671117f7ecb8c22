//! The two ways in which a write fails.

use super::StreamId;
use crate::domain::ids::{DocumentId, Version};

/// The write was understood and not done; nothing changed. The caller can act on it.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum Refusal {
    /// A stream holds another version than expected: somebody was first.
    #[error("stream {stream} is at version {actual}")]
    Conflict {
        /// The stream that moved.
        stream: StreamId,
        /// Its present version.
        actual: Version,
    },
    /// The claim `(scope, key)` is taken already.
    #[error("claim in scope {scope} is taken")]
    Claimed {
        /// Which kind of uniqueness was hurt, such as `zaaknummer`.
        scope: &'static str,
    },
    /// The command id was used before, with another request.
    #[error("command id was used for another request")]
    CommandReused,
    /// The document takes no more text.
    #[error("document {document} is not open")]
    DocumentClosed {
        /// Which document.
        document: DocumentId,
    },
    /// A Yjs client id belongs to another writer of this document.
    #[error("client id {client} of document {document} belongs to somebody else")]
    ClientTaken {
        /// Which document.
        document: DocumentId,
        /// The contested id.
        client: u64,
    },
    /// The stream, document or key is not there (any more), or the trail has no line to sign yet.
    #[error("not found")]
    Missing,
    /// The concept was changed, made or thrown away elsewhere since it was read.
    #[error("the concept is at version {versie}")]
    ConceptElders {
        /// Its present version; 0 when there is none.
        versie: u64,
    },
    /// What was to be handed in is no concept any more, or another one by now: it was handed in, thrown away or gone on with elsewhere.
    #[error("the concept was handed in or gone on with elsewhere")]
    ConceptWeg,
    /// Somebody has as many concepten as one can have.
    #[error("too many concepten")]
    ConceptenVol,
    /// The turn in which it was to be written is another node's by now.
    #[error("the turn at {naam} is another node's")]
    LeaseVoorbij {
        /// Which work.
        naam: &'static str,
    },
    /// The disk is full or read-only: nothing is written until there is space again.
    #[error("the disk takes no more writes")]
    Full,
}

/// The store itself failed. Nothing is known about the write; whoever waits reloads and repeats with the same command id.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Fault {
    /// The store cannot be reached or is shutting down.
    #[error("the journal is not available: {0}")]
    Unavailable(String),
    /// What is stored cannot be read: a wrong key, a broken chain, a type nobody knows. Never skipped.
    #[error("the journal holds something unreadable: {0}")]
    Corrupt(String),
    /// A sync to disk failed. What was written may be lost: the process must stop at once, without answer or retry.
    #[error("a sync to disk failed: {0}")]
    SyncFailed(String),
}
