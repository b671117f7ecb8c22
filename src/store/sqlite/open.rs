//! Opening: one process per file, durability read back, the schema brought up to date, the key checked.

use std::fs::{File, TryLockError};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, SqlSafeStr, SqliteConnection, SqlitePool};
use uuid::Uuid;

use crate::clock::Clock;
use crate::rng::Rng;
use crate::store::InstallationKey;
use crate::store::crypto::Keys;
use crate::store::opening::{EpochChoice, OpenError, SCHEMA};
use crate::store::tables::rows::stored;
use crate::store::tables::verify::ketens;

/// Readers at work at the same time. More than the cores of a small machine gains nothing.
const READERS: u32 = 4;
/// How long a statement waits for a lock; only a tool beside the server (a backup) can hold one.
const BUSY: Duration = Duration::from_secs(5);
/// How long a reader waits for a connection.
const ACQUIRE: Duration = Duration::from_secs(5);
/// Prepared statements kept per connection; all that there are fit.
const STATEMENTS: usize = 128;
/// Bytes to which the write-ahead log is cut back once it was longer.
const WAL_BYTES_KEPT: &str = "67108864";

/// Every migration: version, name and text. Never edited once released (`migrations/README.md`).
pub(crate) const MIGRATIONS: [(i64, &str, &str); 7] = [
    (1, "begin", include_str!("../../../migrations/sqlite/0001_begin.sql")),
    (2, "audit_head", include_str!("../../../migrations/sqlite/0002_audit_head.sql")),
    (3, "audit_nen7513", include_str!("../../../migrations/sqlite/0003_audit_nen7513.sql")),
    (4, "concept", include_str!("../../../migrations/sqlite/0004_concept.sql")),
    (5, "stuk", include_str!("../../../migrations/sqlite/0005_stuk.sql")),
    (6, "nodes", include_str!("../../../migrations/sqlite/0006_nodes.sql")),
    (7, "naam_van_een_schakel", include_str!("../../../migrations/sqlite/0007_naam_van_een_schakel.sql")),
];

/// Triggers that guard the tables of this schema.
pub(crate) const TRIGGERS: usize = 27;

/// What is needed to open a journal.
#[derive(Clone)]
pub struct OpenOptions {
    /// The database file. `-wal`, `-shm` and `.slot` stand beside it.
    pub path: PathBuf,
    /// The key under which everything is.
    pub key: InstallationKey,
    /// Draws nonces and keys: [`crate::rng::SystemRng`] save in tests.
    pub rng: Arc<dyn Rng>,
    /// Dates answers of commands and keys.
    pub clock: Arc<dyn Clock>,
    /// Names this node in the chain of the trail.
    pub node: String,
    /// Which history it continues.
    pub epoch: EpochChoice,
}

/// What opening gives.
pub(crate) struct Opened {
    pub(crate) slot: File,
    pub(crate) writer: SqliteConnection,
    pub(crate) readers: SqlitePool,
    pub(crate) keys: Keys,
    pub(crate) epoch: Uuid,
    /// The chain of the trail that this node goes on with.
    pub(crate) keten: i64,
}

pub(crate) async fn open(options: &OpenOptions) -> Result<Opened, OpenError> {
    let slot = take_slot(&options.path)?;
    make_file(&options.path)?;
    let mut writer = connect_writer(&options.path).await?;
    migrate(&mut writer, SCHEMA).await?;
    let keys = Keys::new(&options.key);
    let epoch = installation(&mut writer, options, &keys).await?;
    let keten = eigen_keten(&mut writer, &options.node).await?;
    // The log stands beside it by now. SQLite syncs that name too, and ignores it when that fails.
    sync_folder(&options.path)?;
    let readers = SqlitePoolOptions::new()
        .max_connections(READERS)
        .acquire_timeout(ACQUIRE)
        .connect_with(base(&options.path).read_only(true))
        .await?;
    Ok(Opened { slot, writer, readers, keys, epoch, keten })
}

/// The writing connection, its durability read back.
pub(crate) async fn connect_writer(path: &Path) -> Result<SqliteConnection, OpenError> {
    let mut writer = base(path)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .pragma("secure_delete", "on")
        // The writer moves the log itself: SQLite would swallow a failed sync of its own checkpoint.
        .pragma("wal_autocheckpoint", "0")
        .pragma("journal_size_limit", WAL_BYTES_KEPT)
        .connect()
        .await?;
    let mode: String = sqlx::query_scalar("pragma journal_mode").fetch_one(&mut writer).await?;
    must_be("journal_mode", mode, "wal")?;
    let synchronous: i64 = sqlx::query_scalar("pragma synchronous").fetch_one(&mut writer).await?;
    must_be("synchronous", synchronous.to_string(), "2")?;
    let foreign: i64 = sqlx::query_scalar("pragma foreign_keys").fetch_one(&mut writer).await?;
    must_be("foreign_keys", foreign.to_string(), "1")?;
    Ok(writer)
}

/// Brings the schema up to `target`, unless it is newer than this binary knows.
pub(crate) async fn migrate(writer: &mut SqliteConnection, target: i64) -> Result<(), OpenError> {
    let table: Option<String> = sqlx::query_scalar(
        "select name from sqlite_schema where type = 'table' and name = '_sqlx_migrations'",
    )
    .fetch_optional(&mut *writer)
    .await?;
    if table.is_some() {
        let found: Option<i64> =
            sqlx::query_scalar("select max(version) from _sqlx_migrations").fetch_one(&mut *writer).await?;
        if let Some(found) = found.filter(|found| *found > SCHEMA) {
            return Err(OpenError::NewerSchema { found });
        }
    }
    let migrations = MIGRATIONS.iter().map(|(version, name, sql)| {
        let sql = AssertSqlSafe(*sql).into_sql_str();
        Migration::new(*version, (*name).into(), MigrationType::Simple, sql, false)
    });
    Migrator::with_migrations(migrations.collect()).run_to(target, writer).await?;
    Ok(())
}

fn base(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .foreign_keys(true)
        .busy_timeout(BUSY)
        .statement_cache_capacity(STATEMENTS)
        .disable_statement_logging()
}

pub(super) fn must_be(setting: &'static str, found: String, needed: &'static str) -> Result<(), OpenError> {
    if found == needed { Ok(()) } else { Err(OpenError::NotDurable { setting, found, needed }) }
}

/// A file that is made here, with nothing in it.
#[cfg(test)]
pub(super) async fn connect_writer_new(path: &Path) -> SqliteConnection {
    make_file(path).unwrap();
    connect_writer(path).await.unwrap()
}

/// The lock that keeps a second process out, for as long as the file is open; the system frees it when the process dies.
pub(super) fn take_slot(path: &Path) -> Result<File, OpenError> {
    let mut name = path.as_os_str().to_owned();
    name.push(".slot");
    let beside = PathBuf::from(name);
    let failed = |source| OpenError::File { path: beside.display().to_string(), source };
    let slot = File::options().create(true).truncate(false).write(true).mode(0o600).open(&beside);
    let slot = slot.map_err(failed)?;
    match slot.try_lock() {
        Ok(()) => Ok(slot),
        Err(TryLockError::WouldBlock) => Err(OpenError::InUse { path: path.display().to_string() }),
        Err(TryLockError::Error(source)) => Err(failed(source)),
    }
}

/// Makes the database file for its owner alone, and its name durable; SQLite does neither.
pub(super) fn make_file(path: &Path) -> Result<(), OpenError> {
    let failed = |source| OpenError::File { path: path.display().to_string(), source };
    let file = File::options().create(true).truncate(false).write(true).mode(0o600).open(path);
    file.and_then(|file| file.sync_all()).map_err(failed)?;
    sync_folder(path)
}

pub(super) fn sync_folder(path: &Path) -> Result<(), OpenError> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let failed = |source| OpenError::File { path: folder.display().to_string(), source };
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(failed)
}

async fn installation(
    writer: &mut SqliteConnection,
    options: &OpenOptions,
    keys: &Keys,
) -> Result<Uuid, OpenError> {
    let now = options.clock.now();
    let fresh = options.rng.uuid(now);
    sqlx::query("insert into installation (id, epoch, key_check, made_at) values (1, ?1, ?2, ?3) on conflict do nothing")
        .bind(fresh.as_bytes().as_slice())
        .bind(keys.check().as_slice())
        .bind(now.micros())
        .execute(&mut *writer)
        .await?;
    let (epoch, check): (Vec<u8>, Vec<u8>) =
        sqlx::query_as("select epoch, key_check from installation where id = 1")
            .fetch_one(&mut *writer)
            .await?;
    if check != keys.check() {
        return Err(OpenError::WrongKey);
    }
    match options.epoch {
        EpochChoice::Keep => {
            Uuid::from_slice(&epoch).map_err(|error| OpenError::Database(sqlx::Error::Decode(error.into())))
        }
        EpochChoice::Renew => {
            sqlx::query("update installation set epoch = ?1 where id = 1")
                .bind(fresh.as_bytes().as_slice())
                .execute(&mut *writer)
                .await?;
            Ok(fresh)
        }
    }
}

/// A copy of a database with several nodes has a chain of each: who has the name of one goes on there, everybody else in the chain that each file has.
async fn eigen_keten(writer: &mut SqliteConnection, node: &str) -> Result<i64, OpenError> {
    let ketens = ketens(writer)
        .await
        .map_err(|failed| OpenError::Database(sqlx::Error::Protocol(failed.to_string())))?;
    let own = ketens.into_iter().find(|keten| keten.node == node).map_or(0, |keten| keten.nr);
    Ok(stored(own))
}

/// Closes what opening gave, the writer last so that it moves the log into the database.
pub(crate) async fn close(readers: &SqlitePool, writer: SqliteConnection) {
    readers.close().await;
    if let Err(error) = writer.close().await {
        tracing::error!(%error, "The journal's writer did not close well: {error}");
    }
}
