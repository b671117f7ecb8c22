//! Verification and export of a database that others write in meanwhile: one moment, read page by page. It takes no name of a node and writes nothing.

use std::path::Path;
use std::sync::Arc;

use sqlx::ConnectOptions;
use sqlx::postgres::PgPoolOptions;
use uuid::Uuid;

use super::conn::fault;
use super::open::{self, TRIGGERS, connect_options, is_durable};
use super::pulse::Pulse;
use super::{OpenOptions, PostgresJournal, sql};
use crate::clock::Moment;
use crate::domain::ids::{DocumentId, GemeenteId};
use crate::store::crypto::Keys;
use crate::store::opening::{OpenError, SCHEMA};
use crate::store::tables::verify::{self, Guards};
use crate::store::tables::{copy, statistics};
use crate::store::{Fault, JournalStats, Progress, SignedHead, Statistics, Verified};

/// The triggers of a database.
pub(crate) const GUARDS: Guards = Guards { count: TRIGGERS, table: "pg_trigger" };

/// Connections of who only looks.
const LOOKS: u32 = 2;

/// What a server says of itself and of the database in it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Found {
    /// The version of the server.
    pub server: String,
    /// The version of the schema; `None` where there is none yet.
    pub schema: Option<i64>,
    /// Its clock less ours, in microseconds, as far as the question took no time.
    pub clock: i64,
    /// What was asked about how it keeps what it says, and answered.
    pub settings: Vec<(&'static str, String)>,
    /// Whether it was put back here from a copy and no server was started since.
    pub copied: bool,
}

/// Asks the server and looks at what stands there. Nothing is made.
///
/// # Errors
/// [`OpenError`] when it cannot be reached, is too old, does not keep what it says, or the database is under another key.
pub async fn look(options: &OpenOptions) -> Result<Found, OpenError> {
    let mut conn = connect_options(options)?.connect().await?;
    let settings = is_durable(&mut conn).await?;
    let before = options.clock.now();
    let (server, theirs): (String, i64) = sqlx::query_as(sql::SERVER).fetch_one(&mut conn).await?;
    let after = options.clock.now();
    let clock = theirs - (before.micros() + (after.micros() - before.micros()) / 2);
    let mut found = Found { server, schema: None, clock, settings, copied: false };
    let table: bool = sqlx::query_scalar(sql::HAS_MIGRATIONS).fetch_one(&mut conn).await?;
    if table {
        found.schema =
            sqlx::query_scalar("select max(version) from _sqlx_migrations").fetch_one(&mut conn).await?;
        let row: Option<(Vec<u8>, Vec<u8>, bool)> =
            sqlx::query_as(sql::INSTALLATION).fetch_optional(&mut conn).await?;
        if let Some((_, check, elsewhere)) = row {
            if check != Keys::new(&options.key).check() {
                return Err(OpenError::WrongKey);
            }
            found.copied = elsewhere;
        }
    }
    sqlx::Connection::close(conn).await?;
    Ok(found)
}

impl PostgresJournal {
    /// Opens the journal for who only reads, beside nodes that are at work: it takes no name, migrates nothing, and refuses every write.
    ///
    /// # Errors
    /// [`OpenError`] as for [`PostgresJournal::open`]; also when the schema is not that of this binary, or there is none.
    pub async fn open_to_read(options: OpenOptions) -> Result<Self, OpenError> {
        // What goes through all of it takes longer than a question may.
        let connect = connect_options(&options)?
            .options([("statement_timeout", "0"), ("idle_in_transaction_session_timeout", "0")]);
        let mut conn = connect.connect().await?;
        is_durable(&mut conn).await?;
        let table: bool = sqlx::query_scalar(sql::HAS_MIGRATIONS).fetch_one(&mut conn).await?;
        let found: Option<i64> = if table {
            sqlx::query_scalar("select max(version) from _sqlx_migrations").fetch_one(&mut conn).await?
        } else {
            None
        };
        match found {
            Some(found) if found > SCHEMA => return Err(OpenError::NewerSchema { found }),
            Some(SCHEMA) => {}
            Some(_) | None => return Err(OpenError::OlderSchema { found: found.unwrap_or(0) }),
        }
        let keys = Keys::new(&options.key);
        let row: Option<(Vec<u8>, Vec<u8>, bool)> =
            sqlx::query_as(sql::INSTALLATION).fetch_optional(&mut conn).await?;
        let (epoch, check, _) = row.ok_or(OpenError::OlderSchema { found: SCHEMA })?;
        if check != keys.check() {
            return Err(OpenError::WrongKey);
        }
        let epoch = Uuid::from_slice(&epoch)
            .map_err(|error| OpenError::Database(sqlx::Error::Decode(error.into())))?;
        let pool = || PgPoolOptions::new().max_connections(LOOKS).acquire_timeout(open::ACQUIRE);
        let readers = pool().connect_with(connect.clone()).await?;
        let beside = pool().connect_lazy_with(connect.clone());
        let pulse = Arc::new(Pulse::begin(connect));
        let stats = Arc::new(JournalStats::default());
        Ok(Self { lanes: Arc::new([]), readers, beside, pulse, keys, rng: options.rng, epoch, stats })
    }

    /// Checks every chain, every body and every signed head, at one moment and while others write. Names of each table the first row that is not as it
    /// was written, and of the trail each of them. `seen` are heads that were kept elsewhere.
    ///
    /// # Errors
    /// [`Fault`] when it cannot be read at all.
    pub async fn verify_against(&self, seen: &[SignedHead]) -> Result<Verified, Fault> {
        verify::all(&mut *self.together().await?, &self.keys, GUARDS, seen).await
    }

    /// The same, with no heads but those that stand in it.
    ///
    /// # Errors
    /// [`Fault`] when it cannot be read at all.
    pub async fn verify(&self) -> Result<Verified, Fault> {
        self.verify_against(&[]).await
    }

    /// The trail alone: every line, link and signed head of every node.
    ///
    /// # Errors
    /// [`Fault`] when it cannot be read at all.
    pub async fn verify_trail(&self, seen: &[SignedHead]) -> Result<Verified, Fault> {
        verify::trail(&mut *self.together().await?, &self.keys, GUARDS, seen, Verified::default()).await
    }

    /// Writes every table as JSON lines into the new folder `to`, as [`super::super::SqliteJournal::export`] does, of one moment.
    ///
    /// # Errors
    /// [`Fault`], also when the folder exists; what was written by then stays.
    pub async fn export(&self, to: &Path, at: Moment, progress: Progress<'_>) -> Result<(), Fault> {
        let mut tx = self.together().await?;
        copy::folder(&mut *tx, &self.keys, ("postgres", at), to, progress).await.map(drop)
    }

    /// Writes a document's log as JSON lines, opened, into the new file `to`; answers how many rows.
    ///
    /// # Errors
    /// [`Fault`], also when the file exists.
    pub async fn export_document(
        &self,
        gemeente: GemeenteId,
        document: DocumentId,
        to: &Path,
    ) -> Result<u64, Fault> {
        copy::document(&mut *self.together().await?, &self.keys, (gemeente, document), to).await
    }

    /// What `keukentafel check` tells.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn statistics(&self) -> Result<Statistics, Fault> {
        statistics::statistics(&mut *self.readers.acquire().await.map_err(fault)?).await
    }
}
