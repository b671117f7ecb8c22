//! What is written: one [`Write`] is one all-or-nothing piece; the committer groups many in one transaction.

use std::fmt;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{AuditRow, ConceptWeg, ConceptWrite, Fault, Lease, Refusal};
use crate::clock::Moment;
use crate::domain::ids::{CommandId, DocumentId, GemeenteId, MedewerkerId, Version};

/// The kinds of stream, as stored. A new kind is a new word here and nowhere else.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StreamKind {
    /// A person.
    Persoon,
    /// A zaak.
    Zaak,
    /// A talk.
    Gesprek,
    /// A document's life (not its text, which is in the document log).
    Document,
    /// Who factually live together.
    Huishouden,
    /// A contact with a resident.
    Contact,
    /// Persons looked at together.
    Groep,
    /// The plan of a groep.
    Plan,
    /// A worry that was reported.
    Signaal,
    /// A rekening in budgetbeheer.
    Beheerrekening,
    /// Somebody who works here.
    Medewerker,
    /// Who somebody is and what they may work as.
    Identiteit,
    /// Rights that somebody gets from a moment to a moment.
    Toekenning,
    /// A werkvoorraad that went to colleagues.
    Overdracht,
    /// A look that somebody else looks back at.
    Nazicht,
    /// A letter to a resident.
    Brief,
}

impl StreamKind {
    /// Every kind.
    pub const ALLE: [Self; 16] = [
        Self::Persoon,
        Self::Zaak,
        Self::Gesprek,
        Self::Document,
        Self::Huishouden,
        Self::Contact,
        Self::Groep,
        Self::Plan,
        Self::Signaal,
        Self::Beheerrekening,
        Self::Medewerker,
        Self::Identiteit,
        Self::Toekenning,
        Self::Overdracht,
        Self::Nazicht,
        Self::Brief,
    ];

    /// The word in the database and in logs.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Persoon => "persoon",
            Self::Zaak => "zaak",
            Self::Gesprek => "gesprek",
            Self::Document => "document",
            Self::Huishouden => "huishouden",
            Self::Contact => "contact",
            Self::Groep => "groep",
            Self::Plan => "plan",
            Self::Signaal => "signaal",
            Self::Beheerrekening => "beheerrekening",
            Self::Medewerker => "medewerker",
            Self::Identiteit => "identiteit",
            Self::Toekenning => "toekenning",
            Self::Overdracht => "overdracht",
            Self::Nazicht => "nazicht",
            Self::Brief => "brief",
        }
    }

    /// The kind for a stored word; `None` for a word that this version does not know.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALLE.into_iter().find(|kind| kind.word() == word)
    }
}

/// One stream: its kind and the id of what it is about.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub struct StreamId {
    /// Which kind of thing.
    pub kind: StreamKind,
    /// Which one.
    pub id: Uuid,
}

impl fmt::Display for StreamId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.kind.word(), self.id)
    }
}

/// A place in the global feed: rises with each event, without saying by how much. Below 2⁵³ in either database, so that a browser can hold it.
#[derive(Copy, Clone, Debug, Default, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize)]
pub struct Position(pub u64);

/// The plain part of an event: who, when, what kind. Never a name, a BSN or text of a case.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct EventHeader {
    /// The kind of event, such as `ZaakToegewezen`.
    pub soort: String,
    /// The schema of its body; upcasters bring older ones to the present.
    pub schema: u16,
    /// When it was recorded.
    pub at: Moment,
    /// From when it holds in the world, where that differs.
    pub geldig_op: Option<Moment>,
    /// Who did it; `None` for the system itself.
    pub door: Option<MedewerkerId>,
    /// On whose behalf, in substitution.
    pub namens: Option<MedewerkerId>,
    /// In which role.
    pub rol: Option<String>,
    /// The command that caused it.
    pub cmd_id: CommandId,
    /// The event that led to the command, where one did.
    pub oorzaak: Option<Position>,
}

/// An event about to be recorded; `body` is the JSON that is stored encrypted.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct NewEvent {
    /// Its header.
    pub header: EventHeader,
    /// Its body, as JSON text.
    pub body: Vec<u8>,
}

/// Events for one stream, on top of the version that was decided on.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct StreamAppend {
    /// The stream.
    pub stream: StreamId,
    /// The version it must hold now; 0 makes a new stream.
    pub expected: Version,
    /// What is added, at least one.
    pub events: Vec<NewEvent>,
}

/// Something of which there may be only one. Unique over `(gemeente, scope, key)` for good.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Claim {
    /// Which kind of uniqueness, such as `zaaknummer` or `bsn`.
    pub scope: &'static str,
    /// What is claimed. Personal keys are passed here in the clear and stored only as a keyed hash.
    pub key: String,
}

/// A message for the outside world, delivered at least once after the commit.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct OutboxRow {
    /// The reference by which the receiver knows a repeat.
    pub id: Uuid,
    /// Which adapter sends it.
    pub kanaal: String,
    /// What it sends, stored encrypted.
    pub body: Vec<u8>,
}

/// Something that is whole when it comes and never changes, such as a letter. Kept under the key of the command's first stream; which bytes it
/// is must stand in an event there.
#[derive(Clone, Eq, PartialEq)]
pub struct NieuwStuk {
    /// Its id, unique in the municipality.
    pub id: Uuid,
    /// The bytes, at most [`crate::limits::STUK_BYTES_MAX`].
    pub bytes: Vec<u8>,
}

impl fmt::Debug for NieuwStuk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "NieuwStuk({}, {} bytes)", self.id, self.bytes.len())
    }
}

/// Whether a document takes text.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentStatus {
    /// People write.
    Open,
    /// Being signed: intake has stopped.
    Bevroren,
    /// Signed for good.
    Getekend,
}

impl DocumentStatus {
    /// The word in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Bevroren => "bevroren",
            Self::Getekend => "getekend",
        }
    }

    /// The status for a stored word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Open, Self::Bevroren, Self::Getekend].into_iter().find(|status| status.word() == word)
    }
}

/// One row of a document's log: a Yjs update (v1) that the guard has accepted.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct DocumentUpdate {
    /// Who wrote it, from the session and not from the update. `None` for the template that the server writes.
    pub door: Option<MedewerkerId>,
    /// In which session.
    pub sessie: Option<Uuid>,
    /// When it was taken in.
    pub at: Moment,
    /// The update.
    pub bytes: Vec<u8>,
    /// Yjs client ids that are bound to `door` by this row, at their first use.
    pub binds: Vec<u64>,
}

/// A document that begins to exist, with its template as first rows.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct NewDocument {
    /// Its id.
    pub id: DocumentId,
    /// The first rows; `seq` starts at 1.
    pub updates: Vec<DocumentUpdate>,
}

/// A document that takes another status, in the same transaction as the event that tells so.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub struct StatusChange {
    /// Which document.
    pub document: DocumentId,
    /// The status it must have now. From `Getekend` nothing leads on.
    pub from: DocumentStatus,
    /// The status it gets.
    pub to: DocumentStatus,
    /// The `seq` that its log must stand at, where that matters: what is signed is what was read.
    pub seq: Option<u64>,
}

/// One command's effect: all of it or nothing, in one transaction.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Append {
    /// For which municipality.
    pub gemeente: GemeenteId,
    /// The command; its answer is stored with it.
    pub command: CommandId,
    /// SHA-256 over what was asked, to know a repeat from a reuse.
    pub request_hash: [u8; 32],
    /// Events, per stream. May be empty for a command that only leaves an audit row.
    pub streams: Vec<StreamAppend>,
    /// What must stay unique.
    pub claims: Vec<Claim>,
    /// Documents that begin.
    pub documents: Vec<NewDocument>,
    /// Documents that close or open, after `documents`.
    pub statuses: Vec<StatusChange>,
    /// Messages for outside.
    pub outbox: Vec<OutboxRow>,
    /// What is kept whole with it. Only with events.
    pub stukken: Vec<NieuwStuk>,
    /// What was handed in with it, and is no concept any more.
    pub concepten: Vec<ConceptWeg>,
    /// Streams whose term is over: what they said goes with this very command, its own events included ([`super::SqliteJournal::erase_stream`]).
    pub wist: Vec<StreamId>,
    /// Lines for the trail.
    pub audit: Vec<AuditRow>,
    /// The answer that a repeat of this command gets (JSON text).
    pub answer: Vec<u8>,
}

/// New rows for one document that exists. Needs no expected `seq`: merging has no order, the log has.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct DocumentAppend {
    /// For which municipality.
    pub gemeente: GemeenteId,
    /// Which document.
    pub document: DocumentId,
    /// The rows, in order.
    pub updates: Vec<DocumentUpdate>,
}

/// One all-or-nothing piece of a commit batch.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Write {
    /// A command's effect.
    Append(Append),
    /// Text of a document.
    Document(DocumentAppend),
    /// Only lines of the trail: a look, a refusal.
    Audit {
        /// For which municipality.
        gemeente: GemeenteId,
        /// The lines.
        rows: Vec<AuditRow>,
    },
    /// A document's state up to `seq`, so that opening need not replay. Kept only when newer than what is there.
    Snapshot {
        /// For which municipality.
        gemeente: GemeenteId,
        /// Which document.
        document: DocumentId,
        /// The last row it holds.
        seq: u64,
        /// The state as one Yjs update (v1).
        bytes: Vec<u8>,
    },
    /// Packs rows up to the snapshot into chunks that keep who, when and what of each.
    Compact {
        /// For which municipality.
        gemeente: GemeenteId,
        /// Which document.
        document: DocumentId,
    },
    /// A concept, which is no part of the record.
    Concept(ConceptWrite),
    /// Signs where the trail ends after this batch, once a UTC day ([`super::head_day`]) of this node; a second time on a day, or
    /// on one before, nothing is done. [`Refusal::Missing`] while there is no line to sign.
    SignHead {
        /// Now.
        at: Moment,
    },
    /// One of the others, refused when this turn is another node's by now ([`Refusal::LeaseVoorbij`]). Made by [`Write::onder`].
    Onder {
        /// The turn.
        lease: Lease,
        /// What is written in it.
        write: Box<Write>,
    },
    /// A projection's state at a position of the feed, so that a start need not read everything again.
    Projection {
        /// Which projection.
        name: &'static str,
        /// The last position it holds.
        position: Position,
        /// Its state, stored encrypted.
        bytes: Vec<u8>,
    },
}

impl Write {
    /// Itself, or what is written in a turn.
    pub(crate) fn kaal(&self) -> &Self {
        if let Self::Onder { write, .. } = self { write } else { self }
    }

    /// As [`Self::kaal`], to change it.
    pub(crate) fn kaal_mut(&mut self) -> &mut Self {
        if let Self::Onder { write, .. } = self { write } else { self }
    }
}

/// A write that was done.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Appended {
    /// A command's effect is durable.
    Done {
        /// The position of its last event (or the feed's end when it had none).
        position: Position,
    },
    /// This command was done before; this is what it answered then.
    Repeated {
        /// The stored answer (JSON text).
        answer: Vec<u8>,
    },
    /// Document rows are durable.
    Document {
        /// The `seq` of the first row of this write.
        seq_first: u64,
    },
    /// Trail, signed head, snapshot, chunk, concept or projection are durable.
    Kept,
}

/// What became of one write of a batch.
pub type Outcome = Result<Result<Appended, Refusal>, Fault>;
