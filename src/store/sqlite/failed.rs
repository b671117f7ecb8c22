//! What an error of the database means for whoever waits.

use crate::store::{Fault, Outcome, Refusal};

/// SQLite's result codes that decide something here (`sqlite3.h`); the low byte is the primary code.
mod code {
    pub(super) const READONLY: i32 = 8;
    pub(super) const CORRUPT: i32 = 11;
    pub(super) const FULL: i32 = 13;
    pub(super) const NOTADB: i32 = 26;
    pub(super) const IOERR_FSYNC: i32 = 10 | (4 << 8);
    pub(super) const IOERR_DIR_FSYNC: i32 = 10 | (5 << 8);
    pub(super) const IOERR_WRITE: i32 = 10 | (3 << 8);
    pub(super) const IOERR_TRUNCATE: i32 = 10 | (6 << 8);
    pub(super) const IOERR_SHMSIZE: i32 = 10 | (19 << 8);
}

/// Why a transaction did not come about. Nothing of it remains.
#[derive(Debug)]
pub(crate) enum Failed {
    /// The disk takes no more.
    Full,
    /// Anything else.
    Fault(Fault),
}

impl Failed {
    /// What every write of the batch hears.
    pub(crate) fn outcomes(&self, count: usize) -> Vec<Outcome> {
        match self {
            Self::Full => vec![Ok(Err(Refusal::Full)); count],
            Self::Fault(fault) => vec![Err(fault.clone()); count],
        }
    }

    /// As a fault, for work that has no refusals.
    pub(crate) fn fault(self) -> Fault {
        match self {
            Self::Full => Fault::Unavailable("the disk takes no more writes".into()),
            Self::Fault(fault) => fault,
        }
    }
}

impl From<Fault> for Failed {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl From<sqlx::Error> for Failed {
    fn from(error: sqlx::Error) -> Self {
        // The text of a database error holds names of tables and codes, never a bound value.
        Self::of_code(result_code(&error), error.to_string())
    }
}

impl Failed {
    /// What SQLite's extended result code means for whoever writes.
    pub(super) fn of_code(found: Option<i32>, text: String) -> Self {
        match found {
            Some(code::IOERR_WRITE | code::IOERR_TRUNCATE | code::IOERR_SHMSIZE) => Self::Full,
            Some(found) if matches!(found & 0xff, code::FULL | code::READONLY) => Self::Full,
            Some(_) | None => Self::Fault(fault_of_code(found, text)),
        }
    }
}

/// What an error means for a reader.
pub(crate) fn fault(error: sqlx::Error) -> Fault {
    fault_of_code(result_code(&error), error.to_string())
}

fn fault_of_code(found: Option<i32>, text: String) -> Fault {
    match found {
        Some(code::IOERR_FSYNC | code::IOERR_DIR_FSYNC) => Fault::SyncFailed(text),
        Some(found) if matches!(found & 0xff, code::CORRUPT | code::NOTADB) => Fault::Corrupt(text),
        Some(found) => Fault::Unavailable(format!("{text} (sqlite {found})")),
        None => Fault::Unavailable(text),
    }
}

fn result_code(error: &sqlx::Error) -> Option<i32> {
    error.as_database_error()?.code()?.parse().ok()
}
