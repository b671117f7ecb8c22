//! What only a file can tell of itself, before the rows are looked at.

use sqlx::SqlitePool;

use super::conn::fault;
use super::open::TRIGGERS;
use super::sql;
use crate::store::crypto::Keys;
use crate::store::tables::verify::{self, BadRow, Guards, Verified};
use crate::store::{Fault, SignedHead};

/// The triggers of a file.
pub(crate) const GUARDS: Guards = Guards { count: TRIGGERS, table: "sqlite_schema" };

pub(super) async fn all(readers: &SqlitePool, keys: &Keys, seen: &[SignedHead]) -> Result<Verified, Fault> {
    // One transaction, so that heads and rows are of the same moment.
    let mut tx = readers.begin().await.map_err(fault)?;
    let found = sqlx::query_scalar(sql::INTEGRITY).fetch_one(&mut *tx).await;
    let found: String = match found.map_err(fault) {
        Ok(found) => found,
        Err(Fault::Corrupt(why)) => why,
        Err(fault @ (Fault::Unavailable(_) | Fault::SyncFailed(_))) => return Err(fault),
    };
    if found != "ok" {
        // What is broken gives other rows each time: nothing that is read from it says anything.
        let bad = vec![BadRow { table: "database", row: "file".into(), why: found }];
        return Ok(Verified { bad, ..Verified::default() });
    }
    verify::all(&mut *tx, keys, GUARDS, seen).await
}

pub(super) async fn trail(readers: &SqlitePool, keys: &Keys, seen: &[SignedHead]) -> Result<Verified, Fault> {
    let mut tx = readers.begin().await.map_err(fault)?;
    verify::trail(&mut *tx, keys, GUARDS, seen, Verified::default()).await
}
