//! A copy of the record that no database is needed for: a folder with a file a table, one JSON object a row, and a manifest that is signed.
//!
//! Bodies stay closed as they are stored, keys of streams wrapped, chains and signed heads as they were made, and each event keeps its place on the feed:
//! what was hashed cannot be counted anew. Left out is what is of one place only: who is logged in (whoever has the cookie has it for there), whose turn
//! it is, and states of projections, which the feed makes again.

mod definitions;
mod export;
pub(crate) mod heads;
mod manifest;
mod restore;
mod table;

pub(crate) use export::{document, folder};

pub(crate) use restore::{Copy, Target, load};
#[cfg(test)]
pub(crate) use table::tables;

use super::Statement;
use super::sql::both;
use crate::store::opening::{OpenError, SCHEMA};
use crate::store::tables::verify::BadRow;
use crate::store::{Fault, KeyError};

/// Hears how far it is: the file, and how many rows of it are done.
pub type Progress<'a> = &'a mut (dyn FnMut(&'static str, u64) + Send);

/// Rows after which it is told how far it is.
const TELL_ROWS: u64 = 50_000;

/// Which history it is, and under which key.
const INSTALLATION: Statement = both("select epoch, key_check, made_at from installation where id = 1");
/// The schema of the database.
const APPLIED: Statement = both("select max(version) from _sqlx_migrations");

/// Why an export was not put into a database. Nothing that was read of it is there then.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    /// A file cannot be read.
    #[error("{path}: {source}")]
    File {
        /// Which file.
        path: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// There is no manifest that this program knows, or it is not the one that was signed.
    #[error("the manifest {0}")]
    Manifest(&'static str),
    /// It was made under another installation key.
    #[error("the export was made under another installation key")]
    OtherKey,
    /// It was made by a newer program.
    #[error("the export has schema {found}, this binary knows {SCHEMA}: use a newer one")]
    NewerSchema {
        /// The schema of the database that it was made of.
        found: i64,
    },
    /// A file ends before its last row.
    #[error("{file} has {found} rows, the manifest says {expected}")]
    Cut {
        /// Which file.
        file: String,
        /// Rows that stand in it.
        found: u64,
        /// Rows that were written.
        expected: u64,
    },
    /// A file is not the one that was written.
    #[error("{file} was changed after it was written")]
    Changed {
        /// Which file.
        file: String,
    },
    /// A row of a file cannot be one.
    #[error("row {row} of {file} cannot be read")]
    Row {
        /// Which file.
        file: String,
        /// Which row, from 1.
        row: u64,
    },
    /// There is something in the database already.
    #[error("the database is not empty")]
    NotEmpty,
    /// What was read does not verify.
    #[error("{} rows are not as they were written", .0.len())]
    Bad(Vec<BadRow>),
    /// The database cannot be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The database cannot be written.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<super::Failed> for RestoreError {
    fn from(failed: super::Failed) -> Self {
        Self::Fault(failed.fault())
    }
}

impl From<sqlx::Error> for RestoreError {
    fn from(error: sqlx::Error) -> Self {
        Self::Open(error.into())
    }
}

impl From<KeyError> for RestoreError {
    fn from(error: KeyError) -> Self {
        Self::Open(error.into())
    }
}
