//! A consistent copy while others write.

use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection};

use super::failed::fault;
use crate::store::Fault;

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
