//! Who is logged in, as several nodes share it: a table beside the journal and not in it. Rows are overwritten, end within the day and prove
//! nothing (ADR 21). With one node on one machine there is no table, and a file has it.

use uuid::Uuid;

use crate::clock::Moment;
use crate::domain::ids::MedewerkerId;

/// The key of a session: SHA-256 of what stands in the cookie.
pub type Sessiehash = [u8; 32];

/// A session as the table has it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Sessierij {
    /// Its key.
    pub sleutel: Sessiehash,
    /// Whose.
    pub medewerker: MedewerkerId,
    /// When something was last done in it, as far as that was written.
    pub actief_op: Moment,
    /// All else of it; stored encrypted, bound to its key and whose it is.
    pub inhoud: Vec<u8>,
    /// With what its provider is asked again, where that gave it along.
    pub navraag: Option<Navraagrij>,
}

/// With what a provider is asked again.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Navraagrij {
    /// The same for as long as it is gone on with, whatever the session's key is by then.
    pub id: Uuid,
    /// When it was asked last.
    pub op: Moment,
    /// What to ask with, closed by whoever hands it in.
    pub dicht: Vec<u8>,
}

/// How far a node has read the table.
#[derive(Copy, Clone, Debug, Default, Eq, PartialEq)]
pub struct Sessiestand {
    /// Changes that were counted.
    pub wijziging: u64,
    /// Changes in which a session ended.
    pub einde: u64,
}

/// What became of the table since it was read.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Sessiewijziging {
    /// How far this reads.
    pub stand: Sessiestand,
    /// Sessions that began or changed.
    pub rijen: Vec<Sessierij>,
    /// Of those that the reader held, the ones that are not there any more.
    pub weg: Vec<Sessiehash>,
}

/// How many sessions there may be, over all nodes.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub struct Sessiegrens {
    /// Of one person: the one that was active longest ago makes room.
    pub per_persoon: usize,
    /// Altogether: beyond it none begins.
    pub totaal: usize,
}

/// What became of a session that was to begin.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Sessiebegin {
    /// It is there; these of the same person made room.
    Begonnen(Vec<Sessiehash>),
    /// There are as many as there may be.
    Vol,
}
