//! The journal in whichever database it is, for who puts the program together.

use std::path::Path;

use super::{
    Fault, JournalStats, PostgresJournal, Progress, Sessietabel, SharedJournal, SignedHead, SqliteJournal,
    Statistics, Verified,
};
use crate::clock::Moment;
use crate::domain::ids::{DocumentId, GemeenteId};

/// The journal of an installation. Cheap to clone.
#[derive(Clone)]
pub enum StoredJournal {
    /// In a file on this machine.
    Sqlite(SqliteJournal),
    /// In a PostgreSQL database, for one or several nodes.
    Postgres(PostgresJournal),
}

impl StoredJournal {
    /// For who writes and reads.
    #[must_use]
    pub fn shared(&self) -> SharedJournal {
        match self {
            Self::Sqlite(journal) => SharedJournal::new(journal.clone()),
            Self::Postgres(journal) => SharedJournal::new(journal.clone()),
        }
    }

    /// Counts since it was opened.
    #[must_use]
    pub fn stats(&self) -> &JournalStats {
        match self {
            Self::Sqlite(journal) => journal.stats(),
            Self::Postgres(journal) => journal.stats(),
        }
    }

    /// Who is logged in, of all nodes; `None` where there is one node, which keeps that itself.
    #[must_use]
    pub fn sessies(&self) -> Option<Sessietabel> {
        match self {
            Self::Sqlite(_) => None,
            Self::Postgres(journal) => Some(journal.sessies()),
        }
    }

    /// Lets what was handed in finish, then gives the database free. Later calls answer [`super::Fault::Unavailable`].
    pub async fn close(&self) {
        match self {
            Self::Sqlite(journal) => journal.close().await,
            Self::Postgres(journal) => journal.close().await,
        }
    }

    /// Checks everything, and holds the trail against heads that were `seen` before.
    ///
    /// # Errors
    /// [`Fault`] when it cannot be read at all.
    pub async fn verify_against(&self, seen: &[SignedHead]) -> Result<Verified, Fault> {
        match self {
            Self::Sqlite(journal) => journal.verify_against(seen).await,
            Self::Postgres(journal) => journal.verify_against(seen).await,
        }
    }

    /// The trail alone.
    ///
    /// # Errors
    /// [`Fault`] when it cannot be read at all.
    pub async fn verify_trail(&self, seen: &[SignedHead]) -> Result<Verified, Fault> {
        match self {
            Self::Sqlite(journal) => journal.verify_trail(seen).await,
            Self::Postgres(journal) => journal.verify_trail(seen).await,
        }
    }

    /// Counts of what stands in it.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn statistics(&self) -> Result<Statistics, Fault> {
        match self {
            Self::Sqlite(journal) => journal.statistics().await,
            Self::Postgres(journal) => journal.statistics().await,
        }
    }

    /// Writes all of it into the new folder `to`.
    ///
    /// # Errors
    /// [`Fault`], also when the folder exists; what was written by then stays.
    pub async fn export(&self, to: &Path, at: Moment, progress: Progress<'_>) -> Result<(), Fault> {
        match self {
            Self::Sqlite(journal) => journal.export(to, at, progress).await,
            Self::Postgres(journal) => journal.export(to, at, progress).await,
        }
    }

    /// Writes a document's log, opened, into the new file `to`; answers how many rows.
    ///
    /// # Errors
    /// [`Fault`], also when the file exists.
    pub async fn export_document(
        &self,
        gemeente: GemeenteId,
        document: DocumentId,
        to: &Path,
    ) -> Result<u64, Fault> {
        match self {
            Self::Sqlite(journal) => journal.export_document(gemeente, document, to).await,
            Self::Postgres(journal) => journal.export_document(gemeente, document, to).await,
        }
    }
}
