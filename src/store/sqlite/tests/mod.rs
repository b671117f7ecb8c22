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
use crate::store::conformance::{
    GEMEENTE, KEVIN, adds, append, audit_row, begins, claims, commit, commit_all, conformance, document,
    moment, text, update, zaak,
};
use crate::store::{Append, AuditRow, InstallationKey, NieuwStuk, OutboxRow, Position, Write};

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

/// Something in every table; `mark` stands wherever content can.
async fn fill(journal: &SqliteJournal, mark: &str) {
    for n in 1..=3 {
        let stream = zaak(n);
        let outbox =
            OutboxRow { id: Uuid::from_u128(n), kanaal: "mail".into(), body: mark.as_bytes().to_vec() };
        let command = Append {
            claims: claims(1, "bsn", &[&format!("{mark}{n}")]).claims,
            outbox: vec![outbox],
            stukken: vec![NieuwStuk { id: Uuid::from_u128(100 + n), bytes: mark.as_bytes().to_vec() }],
            audit: vec![audit_row(1, &format!("zaak/{n}")), audit_row(2, &format!("zaak/{n}"))],
            answer: mark.as_bytes().to_vec(),
            ..adds(n, stream, 0, &[mark, mark])
        };
        append(journal, command).await.unwrap();
    }
    let row = |n| update(KEVIN, n, mark.as_bytes(), &[5]);
    append(journal, begins(10, document(1), vec![row(1)])).await.unwrap();
    let state = |seq| Write::Snapshot {
        gemeente: GEMEENTE,
        document: document(1),
        seq,
        bytes: mark.as_bytes().to_vec(),
    };
    let rows = (2..=2_100).map(row).collect();
    let compact = Write::Compact { gemeente: GEMEENTE, document: document(1) };
    let projection =
        Write::Projection { name: "lijst", position: Position(2), bytes: mark.as_bytes().to_vec() };
    for outcome in
        commit_all(journal, vec![text(document(1), rows), state(2_050), state(2_090), compact, projection])
            .await
    {
        outcome.unwrap();
    }
    let concept = crate::store::conformance::concepten::nieuw(van(KEVIN), 0, 4, mark);
    let concept = Write::Concept(crate::store::ConceptWrite::Bewaar(concept, vec![]));
    let about = AuditRow { betrokkenen: vec![PersoonId(Uuid::from_u128(7))], ..audit_row(3, "zaak/1") };
    let look = Write::Audit { gemeente: GEMEENTE, rows: vec![about] };
    for outcome in commit_all(journal, vec![look, concept, Write::SignHead { at: moment(3) }]).await {
        outcome.unwrap();
    }
}

mod in_sqlite {
    use super::conformance;

    conformance!(super::fresh);
}
