//! Opening a journal, whichever database it is in.

use super::KeyError;

/// The newest schema that this binary knows, of each database.
pub const SCHEMA: i64 = 7;

/// Which history the opened database continues.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum EpochChoice {
    /// The one that stands in it.
    Keep,
    /// A new one: the database is a restored copy, and what others saw after it was made may be gone.
    Renew,
}

/// Why a journal cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Another process has it open.
    #[error(
        "the database {path} is in use by another process: stop that one first, or name another database"
    )]
    InUse {
        /// The database. What is locked is the `.slot` beside it.
        path: String,
    },
    /// Another process writes under the same name of a node.
    #[error(
        "a node with the name {node} is at work already: stop that one first, or give this one a name of its own"
    )]
    NodeInUse {
        /// The name.
        node: String,
    },
    /// The server of the database is older than what this needs.
    #[error("the database server has version {found}, PostgreSQL 15 or newer is needed")]
    OldServer {
        /// Its version, as it says it.
        found: String,
    },
    /// The database was written by a newer binary.
    #[error("the database has schema {found}, this binary knows {SCHEMA}: start a newer one")]
    NewerSchema {
        /// The schema that stands in it.
        found: i64,
    },
    /// The database was not brought up to date, or nothing was ever kept in it. Only who changes nothing minds.
    #[error(
        "the database has schema {found}, this binary needs {SCHEMA}: bring it up to date first (migrate)"
    )]
    OlderSchema {
        /// The schema that stands in it; 0 when there is none.
        found: i64,
    },
    /// A migration cannot be applied, or differs from what was applied.
    #[error("migrating the database: {0}")]
    Migrate(#[from] sqlx::migrate::MigrateError),
    /// The database does not keep what it says it keeps.
    #[error("the database runs with {setting} = {found}, it must be {needed}")]
    NotDurable {
        /// Which setting.
        setting: &'static str,
        /// What was read back.
        found: String,
        /// What it must be.
        needed: &'static str,
    },
    /// The database was made with another installation key.
    #[error("the installation key is not the one that this database was made with")]
    WrongKey,
    /// There is no installation key.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// The file cannot be made or locked.
    #[error("{path}: {source}")]
    File {
        /// Which file.
        path: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// The database cannot be opened or read.
    #[error("opening the database: {0}")]
    Database(#[from] sqlx::Error),
}
