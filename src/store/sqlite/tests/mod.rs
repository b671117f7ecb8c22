//! What only the SQLite journal has to show, beside the suite.

mod damage;
mod differential;
mod faults;
mod sporen;
mod upkeep;

use std::path::PathBuf;
use std::sync::Arc;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, SqliteConnection};
use tempfile::TempDir;
use uuid::Uuid;

use super::{EpochChoice, OpenOptions, SqliteJournal};
use crate::clock::ManualClock;
use crate::domain::ids::PersoonId;
use crate::rng::SystemRng;
use crate::store::conformance::concepten::van;
use crate::store::conformance::filled::fill;
use crate::store::conformance::{
    GEMEENTE, KEVIN, adds, append, audit_row, begins, claims, commit, commit_all, conformance, document,
    moment, text, update, zaak,
};
use crate::store::{Append, AuditRow, InstallationKey, OutboxRow, Position, Write};

pub(super) fn options(folder: &TempDir) -> OpenOptions {
    OpenOptions {
        path: path(folder),
        key: InstallationKey::parse(&"2a".repeat(32)).unwrap(),
        rng: Arc::new(SystemRng),
        clock: Arc::new(ManualClock::at(moment(0))),
        node: "een".into(),
        epoch: EpochChoice::Keep,
    }
}

fn path(folder: &TempDir) -> PathBuf {
    folder.path().join("journal.sqlite")
}

pub(super) async fn fresh() -> (SqliteJournal, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    (SqliteJournal::open(options(&folder)).await.unwrap(), folder)
}

/// A connection beside the journal, as an administrator with a tool has.
async fn beside(folder: &TempDir) -> SqliteConnection {
    SqliteConnectOptions::new().filename(path(folder)).connect().await.unwrap()
}

async fn count(conn: &mut SqliteConnection, sql: &'static str) -> i64 {
    sqlx::query_scalar(sql).fetch_one(conn).await.unwrap()
}

mod in_sqlite {
    use super::conformance;

    conformance!(super::fresh);
}
