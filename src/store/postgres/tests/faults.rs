//! Opening, and what goes wrong.

use super::*;
use crate::store::conformance::{KEVIN, begins, bodies, claims, document, text, update};
use crate::store::opening::SCHEMA;
use crate::store::postgres::conn::failed_of_code;
use crate::store::postgres::{open as opening, sql};
use crate::store::tables::verify::sql as verify;
use crate::store::tables::{Failed, copy, sql as shared};
use crate::store::{Appended, Fault, Journal, Position, Write};

#[tokio::test]
async fn every_statement_can_be_prepared() {
    let Some((_journal, url)) = fresh().await else { return };
    let mut conn = beside(&url).await;
    let own = sql::ALL.iter().map(|(name, text)| (*name, *text));
    let both = shared::ALL.iter().chain(verify::ALL).map(|(name, statement)| (*name, statement.postgres));
    let inserts = shared::ALL_INSERTS.iter().map(|(name, insert)| (*name, insert.statement.postgres));
    let copies = copy::tables().iter().flat_map(|table| {
        let insert = format!("copy {} in", table.name).leak() as &str;
        [(table.name, table.select.postgres), (insert, table.insert.statement.postgres)]
    });
    for (name, text) in own.chain(both).chain(inserts).chain(copies) {
        let prepared = format!("prepare \"{name}\" as {text}");
        let done = sqlx::raw_sql(AssertSqlSafe(prepared)).execute(&mut conn).await;
        assert!(done.is_ok(), "{name}: {}", done.unwrap_err());
    }
}

#[test]
fn both_databases_have_the_same_migrations() {
    let names = |all: [(i64, &str, &str); 7]| all.map(|(version, name, _)| format!("{version} {name}"));
    assert_eq!(names(opening::MIGRATIONS), names(crate::store::sqlite::MIGRATIONS));
    assert_eq!(opening::MIGRATIONS[6].0, SCHEMA);
}

#[tokio::test]
async fn a_name_is_of_one_process_and_a_key_of_one_database() {
    let Some((journal, url)) = fresh().await else { return };
    let again = PostgresJournal::open(options(&url, "een")).await.err();
    assert!(matches!(again, Some(OpenError::NodeInUse { ref node }) if node == "een"), "{again:?}");
    let other = crate::store::InstallationKey::parse(&"2b".repeat(32)).unwrap();
    let other = PostgresJournal::open(OpenOptions { key: other, ..options(&url, "twee") }).await.err();
    assert!(matches!(other, Some(OpenError::WrongKey)), "{other:?}");
    journal.close().await;
    assert_eq!(open(&url, "een").await.epoch(), journal.epoch());
    let closed = append_outcome(&journal).await;
    assert!(matches!(closed, Err(Fault::Unavailable(_))), "{closed:?}");
}

async fn append_outcome(journal: &PostgresJournal) -> crate::store::Outcome {
    journal.commit(vec![Write::Append(adds(1, zaak(1), 0, &["a"]))]).await.remove(0)
}

#[tokio::test]
async fn a_newer_schema_is_refused() {
    let Some((journal, url)) = fresh().await else { return };
    journal.close().await;
    sqlx::raw_sql("insert into _sqlx_migrations (version, description, success, checksum, execution_time) values (99, 'later', true, '', 0)")
        .execute(&mut beside(&url).await)
        .await
        .unwrap();
    let newer = PostgresJournal::open(options(&url, "een")).await.err();
    assert!(matches!(newer, Some(OpenError::NewerSchema { found: 99 })), "{newer:?}");
}

/// As after `pg_dump` and a restore in another cluster: transactions are counted anew, the feed goes on, and it is another history.
// shows G12
#[tokio::test]
async fn in_another_cluster_the_feed_goes_on_in_another_epoch() {
    let Some((journal, url)) = fresh().await else { return };
    append(&journal, adds(1, zaak(1), 0, &["before"])).await.unwrap();
    journal.close().await;
    let mut conn = beside(&url).await;
    // Far ahead of any transaction of this cluster.
    let far =
        "alter table event disable trigger user; update event set position = position + 8192 * 1000000000000;
        alter table event enable trigger user";
    sqlx::raw_sql(far).execute(&mut conn).await.unwrap();
    let copy = open(&url, "een").await;
    assert_ne!(copy.epoch(), journal.epoch());
    append(&copy, adds(2, zaak(1), 1, &["after"])).await.unwrap();
    let feed = copy.feed(Position(0), 10).await.unwrap();
    let told: Vec<_> = feed.iter().map(|event| event.event.version).collect();
    assert_eq!(told, [1, 2]);
    assert_eq!(bodies(&copy, zaak(1)).await, ["before", "after"]);
    copy.close().await;
    assert_eq!(open(&url, "een").await.epoch(), copy.epoch(), "and stays so");
    let renewed = OpenOptions { epoch: EpochChoice::Renew, ..options(&url, "twee") };
    assert_ne!(PostgresJournal::open(renewed).await.unwrap().epoch(), copy.epoch());
}

/// The server throws the connections out between two commits: nobody hears of it.
#[tokio::test]
async fn a_connection_that_went_away_is_made_again() {
    let Some(url) = database().await else { return };
    let journal = open(&url, "weggestuurd").await;
    append(&journal, adds(1, zaak(1), 0, &["a"])).await.unwrap();
    append(&journal, begins(2, document(1), vec![update(KEVIN, 1, b"t", &[])])).await.unwrap();
    let thrown = "select count(pg_terminate_backend(pid)) from pg_stat_activity
        where application_name = 'keukentafel weggestuurd'";
    let count: i64 = sqlx::query_scalar(thrown).fetch_one(&mut beside(&url).await).await.unwrap();
    assert!(count >= 2, "{count}");
    append(&journal, adds(3, zaak(1), 1, &["b"])).await.unwrap();
    let row = text(document(1), vec![update(KEVIN, 2, b"u", &[])]);
    assert_eq!(commit(&journal, row).await, Ok(Appended::Document { seq_first: 2 }));
    assert_eq!(bodies(&journal, zaak(1)).await, ["a", "b"]);
}

/// Where the trail ends is remembered between two commits: an erasure writes a line of its own, and a connection that went away remembers nothing.
#[tokio::test]
async fn the_trail_goes_on_where_it_ended_after_an_erasure_and_a_lost_connection() {
    let Some(url) = database().await else { return };
    let journal = open(&url, "vergeten").await;
    let look = |n| Write::Audit { gemeente: GEMEENTE, rows: vec![audit_row(n, "zaak/1")] };
    append(&journal, adds(1, zaak(1), 0, &["a"])).await.unwrap();
    for write in [look(1), Write::SignHead { at: moment(2) }] {
        commit(&journal, write).await.unwrap();
    }
    journal.erase_stream(GEMEENTE, zaak(1), audit_row(3, "zaak/1")).await.unwrap();
    commit(&journal, look(4)).await.unwrap();
    let thrown = "select count(pg_terminate_backend(pid)) from pg_stat_activity
        where application_name = 'keukentafel vergeten'";
    let count: i64 = sqlx::query_scalar(thrown).fetch_one(&mut beside(&url).await).await.unwrap();
    assert!(count >= 1, "{count}");
    commit(&journal, look(5)).await.unwrap();
    assert_eq!(journal.verify().await.unwrap().bad, []);
    assert_eq!(journal.signed_heads(-1, 10).await.unwrap().len(), 1);
}

/// What stands there is not changed by anybody who can only write rows.
#[tokio::test]
async fn the_tables_refuse_what_is_not_done() {
    let Some((journal, url)) = fresh().await else { return };
    append(&journal, claims(1, "bsn", &["999990019"])).await.unwrap();
    append(&journal, adds(2, zaak(1), 0, &["a"])).await.unwrap();
    append(&journal, begins(3, document(1), vec![update(KEVIN, 1, b"t", &[4])])).await.unwrap();
    commit_all(
        &journal,
        vec![
            Write::Audit { gemeente: GEMEENTE, rows: vec![audit_row(1, "zaak/1")] },
            Write::SignHead { at: moment(1) },
        ],
    )
    .await;
    let mut conn = beside(&url).await;
    for statement in [
        "update event set soort = 'Anders'",
        "update event set body = ''",
        "delete from event",
        "truncate event",
        "update stream_head set version = version",
        "delete from claim",
        "update claim set at = 0",
        "update document set seq = seq - 1",
        "delete from document_row",
        "update document_row set at = 0",
        "delete from document_client",
        "update data_key set made_at = 0",
        "update audit set object = 'zaak/2'",
        "delete from audit_link",
        "truncate audit cascade",
        "delete from audit_head",
        "delete from node",
    ] {
        let done = sqlx::raw_sql(statement).execute(&mut conn).await;
        assert!(done.is_err(), "{statement}");
    }
    sqlx::raw_sql("update event set body = null").execute(&mut conn).await.unwrap();
}

/// The codes of the manual and what follows from them.
#[test]
fn what_a_code_means() {
    let means = |code: &str| match failed_of_code(code, "text".into()) {
        Failed::Full => "full",
        Failed::InTheWay(_) => "again",
        Failed::Gone(_) => "gone",
        Failed::Fault(Fault::Corrupt(_)) => "corrupt",
        Failed::Fault(Fault::Unavailable(_)) => "unavailable",
        Failed::Fault(Fault::SyncFailed(_)) => "sync",
    };
    let expected = [
        ("40001", "again"),
        ("40P01", "again"),
        ("23505", "again"),
        ("55P03", "unavailable"),
        ("57014", "unavailable"),
        ("53100", "full"),
        ("XX001", "corrupt"),
        ("XX002", "corrupt"),
        ("08006", "gone"),
        ("57P01", "gone"),
        ("25P03", "gone"),
        ("53300", "unavailable"),
        ("", "unavailable"),
    ];
    for (code, meaning) in expected {
        assert_eq!(means(code), meaning, "{code}");
    }
}
