//! A full disk, a second process, a reader that stops waiting, a key that slipped through.

use sqlx::{Executor, SqlSafeStr};

use super::*;
use crate::store::conformance::bodies;
use crate::store::sqlite::conn::failed_of_code;
use crate::store::sqlite::writer::Job;
use crate::store::sqlite::{OpenError, SCHEMA, open, sql};
use crate::store::tables::verify::sql as verify;
use crate::store::tables::{Failed, copy, sql as shared};
use crate::store::{Appended, Fault, Journal, Refusal};

async fn run(journal: &SqliteJournal, statement: &'static str) {
    journal.job(|reply| Job::Run { statement, reply }).await.unwrap();
}

// shows G03
#[tokio::test]
async fn a_full_disk_refuses_all_and_takes_again_once_there_is_space() {
    let (journal, _folder) = fresh().await;
    fill(&journal, "x").await;
    run(&journal, "pragma max_page_count = 1").await;
    let large = "x".repeat(2_000_000);
    let batch = |n| {
        vec![
            Write::Append(adds(n, zaak(50 + n), 0, &["small"])),
            Write::Append(adds(n + 1, zaak(60 + n), 0, &[&large])),
        ]
    };
    for _ in 0..3 {
        let outcomes = journal.commit(batch(100)).await;
        assert!(outcomes.iter().all(|outcome| matches!(outcome, Ok(Err(Refusal::Full)))), "{outcomes:?}");
        assert_eq!(bodies(&journal, zaak(150)).await, [""; 0]);
    }
    // Reading goes on meanwhile.
    assert_eq!(bodies(&journal, zaak(1)).await, ["x", "x"]);
    run(&journal, "pragma max_page_count = 4294967294").await;
    commit_all(&journal, batch(100)).await.into_iter().for_each(|outcome| assert!(outcome.is_ok()));
    assert_eq!(journal.verify().await.unwrap().bad, []);
}

// shows G03
#[tokio::test]
async fn a_read_only_disk_refuses_all() {
    let (journal, _folder) = fresh().await;
    run(&journal, "pragma query_only = on").await;
    let refused = journal.commit(vec![Write::Append(adds(1, zaak(1), 0, &["x"]))]).await;
    assert!(matches!(refused[0], Ok(Err(Refusal::Full))), "{refused:?}");
    run(&journal, "pragma query_only = off").await;
    append(&journal, adds(1, zaak(1), 0, &["x"])).await.unwrap();
}

/// A reference that is used twice breaks a unique key in the middle of a batch.
#[tokio::test]
async fn a_unique_key_that_slipped_through_undoes_the_whole_batch() {
    let (journal, _folder) = fresh().await;
    let message = |n| {
        let outbox = vec![OutboxRow { id: Uuid::from_u128(1), kanaal: "mail".into(), body: vec![] }];
        Write::Append(Append { outbox, ..adds(n, zaak(n), 0, &["x"]) })
    };
    let outcomes = journal.commit(vec![message(1), message(2)]).await;
    assert!(outcomes.iter().all(|outcome| matches!(outcome, Err(Fault::Unavailable(_)))), "{outcomes:?}");
    assert_eq!(journal.feed(Position(0), 9).await.unwrap(), []);
    assert_eq!(commit(&journal, message(1)).await, Ok(Appended::Done { position: Position(1) }));
    assert_eq!(journal.verify().await.unwrap().bad, []);
}

// shows G01: who stops waiting takes nothing away and leaves nothing half done
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_dropped_commit_is_done_or_not() {
    let (journal, _folder) = fresh().await;
    for n in 1..=40 {
        let journal = journal.clone();
        let write = adds(n, zaak(n), 0, &["a", "b", "c"]);
        let task = tokio::spawn(async move { append(&journal, write).await });
        for _ in 0..n % 5 {
            tokio::task::yield_now().await;
        }
        task.abort();
    }
    append(&journal, adds(100, zaak(100), 0, &["last"])).await.unwrap();
    for n in 1..=40 {
        let events = bodies(&journal, zaak(n)).await.len();
        assert!(events == 0 || events == 3, "{events}");
        let again = append(&journal, adds(n, zaak(n), 0, &["a", "b", "c"])).await.unwrap();
        assert_eq!(matches!(again, Appended::Repeated { .. }), events == 3);
    }
    assert_eq!(journal.verify().await.unwrap().bad, []);
}

#[tokio::test]
async fn a_second_open_is_refused_until_the_first_is_closed() {
    let (journal, folder) = fresh().await;
    let second = SqliteJournal::open(options(&folder)).await;
    assert!(matches!(second.err().unwrap(), OpenError::InUse { path } if path.ends_with("journal.sqlite")));
    journal.close().await;
    let second = SqliteJournal::open(options(&folder)).await.unwrap();
    append(&second, adds(1, zaak(1), 0, &["x"])).await.unwrap();
    // The closed one answers, and does nothing.
    let late = journal.commit(vec![Write::Append(adds(2, zaak(2), 0, &["x"]))]).await;
    assert!(matches!(late[0], Err(Fault::Unavailable(_))));
    journal.close().await;
}

// shows item 6 of reliability §0
#[tokio::test]
async fn the_writer_syncs_every_commit() {
    let (journal, folder) = fresh().await;
    journal.close().await;
    let mut writer = open::connect_writer(&path(&folder)).await.unwrap();
    assert_eq!(count(&mut writer, "pragma synchronous").await, 2);
    assert_eq!(count(&mut writer, "pragma wal_autocheckpoint").await, 0);
    assert_eq!(count(&mut writer, "pragma secure_delete").await, 1);
    let weak = open::must_be("synchronous", "1".into(), "2");
    assert!(matches!(weak, Err(OpenError::NotDurable { setting: "synchronous", .. })));
}

#[tokio::test]
async fn a_newer_schema_is_refused_and_named() {
    let (journal, folder) = fresh().await;
    journal.close().await;
    let mut conn = beside(&folder).await;
    conn.execute(
        "insert into _sqlx_migrations (version, description, success, checksum, execution_time)
            values (99, 'later', true, x'00', 0)",
    )
    .await
    .unwrap();
    let refused = SqliteJournal::open(options(&folder)).await.err().unwrap();
    assert!(matches!(refused, OpenError::NewerSchema { found: 99 }));
    assert!(refused.to_string().contains("99") && refused.to_string().contains(&SCHEMA.to_string()));
}

#[tokio::test]
async fn an_older_schema_is_brought_up() {
    let folder = tempfile::tempdir().unwrap();
    let mut writer = open::connect_writer_new(&path(&folder)).await;
    open::migrate(&mut writer, SCHEMA - 1).await.unwrap();
    sqlx::Connection::close(writer).await.unwrap();
    let journal = SqliteJournal::open(options(&folder)).await.unwrap();
    append(&journal, adds(1, zaak(1), 0, &["x"])).await.unwrap();
    assert_eq!(journal.statistics().await.unwrap().schema, SCHEMA);
}

#[tokio::test]
async fn another_key_is_refused() {
    let (journal, folder) = fresh().await;
    journal.close().await;
    let other = OpenOptions { key: InstallationKey::parse(&"2b".repeat(32)).unwrap(), ..options(&folder) };
    assert!(matches!(SqliteJournal::open(other).await.err().unwrap(), OpenError::WrongKey));
}

#[tokio::test]
async fn every_statement_prepares() {
    let (_journal, folder) = fresh().await;
    let mut conn = beside(&folder).await;
    let own = sql::ALL.iter().map(|(name, text)| (*name, *text));
    let both = shared::ALL.iter().chain(verify::ALL).map(|(name, statement)| (*name, statement.sqlite));
    let inserts = shared::ALL_INSERTS.iter().flat_map(|(name, insert)| {
        let group = insert.group.map(|(_, text)| (*name, text));
        std::iter::once((*name, insert.statement.sqlite)).chain(group)
    });
    let copies = copy::tables().iter().flat_map(|table| {
        let group = table.insert.group.map(|(_, text)| (table.name, text));
        [(table.name, table.select.sqlite), (table.name, table.insert.statement.sqlite)]
            .into_iter()
            .chain(group)
    });
    for (name, statement) in own.chain(both).chain(inserts).chain(copies) {
        let prepared = conn.prepare(statement.into_sql_str()).await;
        assert!(prepared.is_ok(), "{name}: {:?}", prepared.err());
        assert_eq!(statement, statement.to_lowercase(), "{name}");
    }
    assert!(sql::ALL.len() + shared::ALL.len() + verify::ALL.len() > 80);
}

/// The extended codes of `sqlite3.h` and what follows from them.
#[test]
fn a_failed_sync_is_no_full_disk() {
    let verdict = |code| match failed_of_code(Some(code), String::new()) {
        Failed::Full => "full",
        Failed::InTheWay(_) | Failed::Gone(_) => "several nodes",
        Failed::Fault(Fault::SyncFailed(_)) => "sync",
        Failed::Fault(Fault::Corrupt(_)) => "corrupt",
        Failed::Fault(Fault::Unavailable(_)) => "unavailable",
    };
    for (code, expected) in [
        (13, "full"),
        (8, "full"),
        (8 | (3 << 8), "full"),
        (778, "full"),
        (1546, "full"),
        (4874, "full"),
        (1034, "sync"),
        (1290, "sync"),
        (11, "corrupt"),
        (26, "corrupt"),
        (266, "unavailable"),
        (5, "unavailable"),
        (2067, "unavailable"),
    ] {
        assert_eq!(verdict(code), expected, "{code}");
    }
}
