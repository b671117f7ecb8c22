//! A consistent copy while others write.

use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, SqliteConnection};

use super::conn::fault;
use super::verify::GUARDS;
use super::{OpenOptions, sql};
use crate::store::crypto::Keys;
use crate::store::opening::OpenError;
use crate::store::tables::verify::{self, Verified};
use crate::store::{Fault, RestoreError};

/// Copies `from` into the new file `to`, compacted. It runs on a connection of its own, so that no reader waits for it.
pub(super) async fn backup(from: &Path, to: &Path) -> Result<(), Fault> {
    let unwritable = |error: std::io::Error| Fault::Unavailable(format!("{}: {error}", to.display()));
    let target = to.to_str().ok_or_else(|| Fault::Unavailable("the path is not UTF-8".into()))?;
    // Made here, so that only its owner may read it; SQLite takes an empty file.
    let made = std::fs::File::options().write(true).create_new(true).mode(0o600).open(to);
    made.map_err(unwritable)?;
    let source = SqliteConnectOptions::new().filename(from).read_only(true);
    let mut conn = source.connect().await.map_err(fault)?;
    let copied = sqlx::query("vacuum into ?1").bind(target.to_owned()).execute(&mut conn).await;
    conn.close().await.map_err(fault)?;
    copied.map_err(fault)?;
    // SQLite does not sync what it vacuums into.
    std::fs::File::open(to).and_then(|file| file.sync_all()).map_err(unwritable)
}

/// A copy of the file that `options` name into the new file `to`, also while a server has it open; the copy is another history from the start, and it is
/// verified. What is damaged is worth a copy too: it stays, and what is wrong with it is in the answer.
///
/// # Errors
/// [`RestoreError`] when there is no copy, or it is under another key.
pub async fn backup_of(options: &OpenOptions, to: &Path) -> Result<Verified, RestoreError> {
    let keys = Keys::new(&options.key);
    let mut source = SqliteConnectOptions::new().filename(&options.path).read_only(true).connect().await?;
    let check: Vec<u8> =
        sqlx::query_scalar("select key_check from installation where id = 1").fetch_one(&mut source).await?;
    source.close().await?;
    if check != keys.check() {
        return Err(OpenError::WrongKey.into());
    }
    backup(&options.path, to).await?;
    let mut conn = SqliteConnectOptions::new().filename(to).connect().await?;
    // Whoever opens it later need not know that it is a copy.
    let epoch = options.rng.uuid(options.clock.now());
    sqlx::query("update installation set epoch = ?1 where id = 1")
        .bind(epoch.as_bytes().to_vec())
        .execute(&mut conn)
        .await?;
    let verified = whole(&mut conn, &keys).await?;
    conn.close().await?;
    Ok(verified)
}

/// Everything of a file that one connection has for itself.
pub(super) async fn whole(conn: &mut SqliteConnection, keys: &Keys) -> Result<Verified, Fault> {
    let found: String = sqlx::query_scalar(sql::INTEGRITY).fetch_one(&mut *conn).await.map_err(fault)?;
    if found != "ok" {
        return Err(Fault::Corrupt(found));
    }
    verify::all(conn, keys, GUARDS, &[]).await
}
