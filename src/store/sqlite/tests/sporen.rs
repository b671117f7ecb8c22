//! The trail in a file: each row that was touched is named, just that one, also in a trail that began before lines had hashes.

use std::collections::BTreeSet;

use sqlx::{AssertSqlSafe, Executor};

use super::*;
use crate::store::chain::{AuditLink, START, audit_line, audit_link_1};
use crate::store::conformance::EMMA;
use crate::store::crypto::hex;
use crate::store::sqlite::Verified;
use crate::store::{AuditFilter, Journal};

const MARIA: PersoonId = PersoonId(Uuid::from_u128(0x3a41a));

fn look(n: i64) -> AuditRow {
    AuditRow {
        betrokkenen: vec![MARIA],
        grond: Some("behandelaar".into()),
        doel: Some("zaak/1".into()),
        ..audit_row(n, "zaak/1")
    }
}

/// Twelve lines under four links.
async fn twelve() -> (SqliteJournal, TempDir) {
    let (journal, folder) = fresh().await;
    for link in 0..4 {
        let rows = (0..3).map(|n| look(link * 3 + n)).collect();
        commit(&journal, Write::Audit { gemeente: GEMEENTE, rows }).await.unwrap();
    }
    (journal, folder)
}

/// The trail after these statements, which go past the guards.
async fn after(statements: &[&str]) -> Verified {
    let (journal, folder) = twelve().await;
    let mut conn = beside(&folder).await;
    let triggers: Vec<(String, String)> =
        sqlx::query_as("select name, sql from sqlite_schema where type = 'trigger'")
            .fetch_all(&mut conn)
            .await
            .unwrap();
    for (name, _) in &triggers {
        conn.execute(AssertSqlSafe(format!("drop trigger {name}"))).await.unwrap();
    }
    for statement in statements {
        conn.execute(AssertSqlSafe((*statement).to_owned())).await.unwrap();
    }
    for (_, sql) in triggers {
        conn.execute(AssertSqlSafe(sql)).await.unwrap();
    }
    journal.verify_trail(&[]).await.unwrap()
}

async fn check(given: &[&str], table: &str, then: &[&str]) {
    let verified = after(given).await;
    let named: BTreeSet<_> =
        verified.bad.iter().filter(|bad| bad.table == table).map(|bad| bad.row.as_str()).collect();
    assert_eq!(named, then.iter().copied().collect(), "{given:?}: {:?}", verified.bad);
    assert!(!verified.bad.is_empty(), "{given:?}");
}

// shows G29
#[tokio::test]
async fn each_row_that_was_touched_is_named_and_no_other() {
    assert_eq!(after(&[]).await.bad, []);
    check(
        &["update audit set handeling = 'x' where n in (2, 5, 11)"],
        "audit",
        &["line 2", "line 5", "line 11"],
    )
    .await;
    check(&["delete from audit where n in (3, 12)"], "audit", &["line 3", "line 12"]).await;
    check(&["delete from audit_betrokkene where n = 7"], "audit", &["line 7"]).await;
    check(&["update audit_betrokkene set persoon = zeroblob(16) where n = 8"], "audit", &["line 8"]).await;
    check(
        &["update audit_link set chain = zeroblob(32) where link = 2"],
        "audit_link",
        &["link 2 (lines 4 to 6)"],
    )
    .await;
    check(&["update audit_link set node = 'ander' where link = 3"], "audit_link", &["link 3 (lines 7 to 9)"])
        .await;
    check(
        &[
            "update audit set n = 99 where n = 4",
            "update audit set n = 4 where n = 10",
            "update audit set n = 10 where n = 99",
        ],
        "audit",
        &["line 4", "line 10"],
    )
    .await;
    check(
        &["insert into audit (n, gemeente, at, handeling, object, uitkomst) values (13, zeroblob(16), 1, 'a', 'b', 'gelukt')"],
        "audit",
        &["line 13"],
    )
    .await;
}

/// Somebody who also counts the line's own hash anew is not believed by the link over it.
#[tokio::test]
async fn a_line_with_a_fitting_hash_is_named_by_its_link() {
    let mut row = look(4);
    row.object = "zaak/9".into();
    let sha = hex(&audit_line(5, GEMEENTE, &row));
    let change = format!("update audit set object = 'zaak/9', sha = x'{sha}' where n = 5");
    check(&[change.as_str()], "audit_link", &["link 2 (lines 4 to 6)"]).await;
}

/// A trail that began with the first version of its links goes on with the second, and both are held to what they were.
#[tokio::test]
async fn a_trail_of_before_still_holds() {
    let (journal, folder) = fresh().await;
    let mut conn = beside(&folder).await;
    let old = audit_row(1, "zaak/1");
    let head = AuditLink { node: "een", link: 1, n_first: 1, position: 0 };
    let chain = hex(&audit_link_1(&START, &head, &[(GEMEENTE, old.clone())]));
    let (gemeente, wie) = (hex(GEMEENTE.0.as_bytes()), hex(EMMA.0.as_bytes()));
    for statement in [
        format!(
            "insert into audit (n, gemeente, at, wie, rol, handeling, object, uitkomst)
             values (1, x'{gemeente}', {}, x'{wie}', 'consulent', 'zaak.lezen', 'zaak/1', 'gelukt')",
            old.at.micros()
        ),
        format!(
            "insert into audit_link (link, node, n_first, n_last, position, chain) values (1, 'een', 1, 1, 0, x'{chain}')"
        ),
    ] {
        conn.execute(AssertSqlSafe(statement)).await.unwrap();
    }
    journal.close().await;
    let journal = SqliteJournal::open(options(&folder)).await.unwrap();
    commit(&journal, Write::Audit { gemeente: GEMEENTE, rows: vec![look(2)] }).await.unwrap();
    let verified = journal.verify_trail(&[]).await.unwrap();
    assert_eq!((verified.bad, verified.audit), (vec![], 2));
    conn.execute("drop trigger audit_fixed").await.unwrap();
    conn.execute("update audit set grond = 'melder' where n = 1").await.unwrap();
    assert_eq!(journal.verify_trail(&[]).await.unwrap().bad[0].row, "line 1");
}

// shows G29
#[tokio::test]
async fn a_line_comes_back_with_its_node() {
    let (journal, _folder) = twelve().await;
    let filter = AuditFilter::periode(GEMEENTE, moment(0), moment(100), 100);
    let lines = journal.read_audit(&filter).await.unwrap();
    assert_eq!(lines.len(), 12);
    assert_eq!((lines[4].n, lines[4].node.as_str(), &lines[4].row), (5, "een", &look(4)));
}
