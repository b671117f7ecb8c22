//! The trail in a file: each row that was touched is named, just that one, also in a trail that began before lines had hashes.

use sqlx::{AssertSqlSafe, Executor};

use super::*;
use crate::store::chain::{AuditLink, START, audit_link_1};
use crate::store::conformance::EMMA;
use crate::store::crypto::hex;
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
