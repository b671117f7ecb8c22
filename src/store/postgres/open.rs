//! Opening: the server asked whether it keeps what it says, the schema brought up to date, the key checked, the node's name taken.

use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{AssertSqlSafe, ConnectOptions, PgConnection, PgPool, SqlSafeStr};
use uuid::Uuid;

use super::sql;
use crate::clock::Clock;
use crate::rng::Rng;
use crate::store::InstallationKey;
use crate::store::crypto::Keys;
use crate::store::opening::{EpochChoice, OpenError, SCHEMA};

/// Readers at work at the same time, of one node.
const READERS: u32 = 8;
/// How long a reader waits for a connection.
pub(super) const ACQUIRE: Duration = Duration::from_secs(5);
/// Connections for what nodes share beside the record: one that looks, one that changes, and one for each of both that hangs.
const BESIDE: u32 = 4;
/// How long one of them is waited for. Half of what a node may go without a look.
const BESIDE_ACQUIRE: Duration = Duration::from_secs(2);
/// Whoever changes a session holds up others who do. A node that stands still in the middle lets go, and the others do not wait as long as they
/// may go without a look.
const BESIDE_PATIENCE: [(&str, &str); 3] =
    [("lock_timeout", "1s"), ("statement_timeout", "2s"), ("idle_in_transaction_session_timeout", "2s")];
/// Prepared statements kept per connection; all that there are fit.
const STATEMENTS: usize = 128;
/// The oldest server whose promises were tried.
const SERVER: i32 = 150_000;

/// Every migration: version, name and text. Never edited once released (`migrations/README.md`).
pub(crate) const MIGRATIONS: [(i64, &str, &str); 7] = [
    (1, "begin", include_str!("../../../migrations/postgres/0001_begin.sql")),
    (2, "audit_head", include_str!("../../../migrations/postgres/0002_audit_head.sql")),
    (3, "audit_nen7513", include_str!("../../../migrations/postgres/0003_audit_nen7513.sql")),
    (4, "concept", include_str!("../../../migrations/postgres/0004_concept.sql")),
    (5, "stuk", include_str!("../../../migrations/postgres/0005_stuk.sql")),
    (6, "nodes", include_str!("../../../migrations/postgres/0006_nodes.sql")),
    (7, "naam_van_een_schakel", include_str!("../../../migrations/postgres/0007_naam_van_een_schakel.sql")),
];

/// Triggers that guard the tables of this schema.
pub(crate) const TRIGGERS: usize = 46;

/// What is needed to open a journal.
#[derive(Clone)]
pub struct OpenOptions {
    /// The database, as `postgres://user@host:port/name`; may hold a password, so it is never printed.
    pub url: String,
    /// The key under which everything is.
    pub key: InstallationKey,
    /// Draws nonces and keys: [`crate::rng::SystemRng`] save in tests.
    pub rng: Arc<dyn Rng>,
    /// Dates answers of commands and keys.
    pub clock: Arc<dyn Clock>,
    /// Names this node in the chain of the trail. Of all nodes at one database each has its own.
    pub node: String,
    /// Which history it continues.
    pub epoch: EpochChoice,
}

/// What opening gives.
pub(super) struct Opened {
    pub(super) readers: PgPool,
    pub(super) beside: PgPool,
    pub(super) keys: Keys,
    pub(super) epoch: Uuid,
    /// The node's number.
    pub(super) nr: i64,
    pub(super) connect: PgConnectOptions,
    /// Holds the node's name for as long as it lives.
    pub(super) first: PgConnection,
}

/// Makes a schema of this name in the database at `url`, and says under which address it is opened: several installations can share a server.
/// The name is letters, digits and underscores.
///
/// # Errors
/// [`OpenError::Database`] when the server cannot be reached, or has one of that name.
pub async fn make_schema(url: &str, name: &str) -> Result<String, OpenError> {
    let plain: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
    let mut conn = PgConnectOptions::from_str(url)?.connect().await?;
    sqlx::raw_sql(AssertSqlSafe(format!("create schema {plain}"))).execute(&mut conn).await?;
    sqlx::Connection::close(conn).await?;
    let and = if url.contains('?') { '&' } else { '?' };
    Ok(format!("{url}{and}options[search_path]={plain}"))
}

pub(super) async fn open(options: &OpenOptions) -> Result<Opened, OpenError> {
    let connect = connect_options(options)?;
    let mut first = connect.connect().await?;
    is_durable(&mut first).await?;
    migrate(&mut first, SCHEMA).await?;
    let keys = Keys::new(&options.key);
    if !take_name(&mut first, &options.node).await? {
        return Err(OpenError::NodeInUse { node: options.node.clone() });
    }
    let (epoch, nr) = installation(&mut first, options, &keys).await?;
    let readers = PgPoolOptions::new()
        .max_connections(READERS)
        .acquire_timeout(ACQUIRE)
        .connect_with(connect.clone())
        .await?;
    let beside = PgPoolOptions::new()
        .max_connections(BESIDE)
        .acquire_timeout(BESIDE_ACQUIRE)
        .connect_lazy_with(connect.clone().options(BESIDE_PATIENCE));
    Ok(Opened { readers, beside, keys, epoch, nr, connect, first })
}

/// A transaction that somebody forgot would hold up the feed of everybody, and all that it named. A node that stands still in the middle of one
/// loses it before the others would lose sight of the feed (`actors/src/limits.rs`, `BLIND_AFTER`); it begins it again when it goes on.
pub(super) fn connect_options(options: &OpenOptions) -> Result<PgConnectOptions, OpenError> {
    let connect = PgConnectOptions::from_str(&options.url)?
        .application_name(&format!("keukentafel {}", options.node))
        .statement_cache_capacity(STATEMENTS)
        .options([
            ("synchronous_commit", "on"),
            ("default_transaction_isolation", "read committed"),
            ("statement_timeout", "30s"),
            ("lock_timeout", "10s"),
            ("idle_in_transaction_session_timeout", "3s"),
        ])
        .disable_statement_logging();
    Ok(connect)
}

/// Whether the server is new enough and keeps what it says; answers what was read back.
pub(super) async fn is_durable(conn: &mut PgConnection) -> Result<Vec<(&'static str, String)>, OpenError> {
    let (number, version): (i32, String) = sqlx::query_as(
        "select current_setting('server_version_num')::int, current_setting('server_version')",
    )
    .fetch_one(&mut *conn)
    .await?;
    if number < SERVER {
        return Err(OpenError::OldServer { found: version });
    }
    let mut read_back = Vec::new();
    for (setting, needed) in [("fsync", "on"), ("full_page_writes", "on"), ("synchronous_commit", "on")] {
        let found: String =
            sqlx::query_scalar("select current_setting($1)").bind(setting).fetch_one(&mut *conn).await?;
        if found != needed {
            return Err(OpenError::NotDurable { setting, found, needed });
        }
        read_back.push((setting, found));
    }
    Ok(read_back)
}

/// Brings the schema up to `target`, unless it is newer than this binary knows. Nodes that start at the same time wait for each other.
pub(super) async fn migrate(conn: &mut PgConnection, target: i64) -> Result<(), OpenError> {
    let table: bool = sqlx::query_scalar(sql::HAS_MIGRATIONS).fetch_one(&mut *conn).await?;
    if table {
        let found: Option<i64> =
            sqlx::query_scalar("select max(version) from _sqlx_migrations").fetch_one(&mut *conn).await?;
        if let Some(found) = found.filter(|found| *found > SCHEMA) {
            return Err(OpenError::NewerSchema { found });
        }
    }
    let migrations = MIGRATIONS.iter().map(|(version, name, sql)| {
        let sql = AssertSqlSafe(*sql).into_sql_str();
        Migration::new(*version, (*name).into(), MigrationType::Simple, sql, false)
    });
    Migrator::with_migrations(migrations.collect()).run_to(target, conn).await?;
    Ok(())
}

/// Whether this connection is the only one that writes under this name, for as long as it lives.
pub(super) async fn take_name(conn: &mut PgConnection, node: &str) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(sql::TAKE_NAME).bind(node.to_owned()).fetch_one(conn).await
}

async fn installation(
    conn: &mut PgConnection,
    options: &OpenOptions,
    keys: &Keys,
) -> Result<(Uuid, i64), OpenError> {
    let now = options.clock.now();
    let fresh = options.rng.uuid(now);
    let mut tx = sqlx::Connection::begin(conn).await?;
    sqlx::query(sql::LOCK_INSTALLATION).execute(&mut *tx).await?;
    sqlx::query(sql::INSERT_INSTALLATION)
        .bind(fresh.as_bytes().to_vec())
        .bind(keys.check().to_vec())
        .bind(now.micros())
        .execute(&mut *tx)
        .await?;
    let (mut epoch, check, elsewhere): (Vec<u8>, Vec<u8>, bool) =
        sqlx::query_as(sql::INSTALLATION).fetch_one(&mut *tx).await?;
    if check != keys.check() {
        return Err(OpenError::WrongKey);
    }
    // Where transactions are counted anew, events go on after those that are there; and what others saw after the copy was made may be gone.
    if elsewhere {
        sqlx::query(sql::COUNT_ANEW).execute(&mut *tx).await?;
    }
    if elsewhere || options.epoch == EpochChoice::Renew {
        epoch = fresh.as_bytes().to_vec();
        sqlx::query(sql::RENEW_EPOCH).bind(epoch.clone()).execute(&mut *tx).await?;
        // Who logged out after the copy was made is in it as if they had not: whoever was in logs in again.
        // Counted first, as everybody does who changes them: no session begins meanwhile, and nobody waits for the other.
        for end in [sql::SESSIE_WIJZIGT, sql::SESSIES_VAN_EERDER, sql::SESSIE_EINDIGT] {
            sqlx::query(end).execute(&mut *tx).await?;
        }
    }
    sqlx::query(sql::INSERT_NODE).bind(options.node.clone()).execute(&mut *tx).await?;
    let nr: i64 = sqlx::query_scalar(sql::NODE).bind(options.node.clone()).fetch_one(&mut *tx).await?;
    tx.commit().await?;
    let epoch =
        Uuid::from_slice(&epoch).map_err(|error| OpenError::Database(sqlx::Error::Decode(error.into())))?;
    Ok((epoch, nr))
}
