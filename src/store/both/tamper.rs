//! What somebody changes past the journal is named, in either database by the same row.

use std::collections::BTreeSet;

use super::{Kind, Place};
use crate::store::chain::audit_line;
use crate::store::conformance::filled::fill;
use crate::store::conformance::{GEMEENTE, audit_row, commit, moment};
use crate::store::crypto::hex;
use crate::store::{AuditRow, Write};

use crate::domain::ids::PersoonId;

/// What is changed, the table that is named for it, and what stands in the row that is.
const CASES: &[(&str, &str, &str)] = &[
    // Flipped.
    (
        "update event set body = cast(substr(body, 1, 20) || x'01020304' || substr(body, 25) as blob) where stream = {2} and version = 1",
        "event",
        "002 version 1",
    ),
    (
        "update event set door = x'00000000000000000000000000000012' where stream = {2} and version = 2",
        "event",
        "002 version 2",
    ),
    ("update event set at = at + 1 where stream = {1} and version = 1", "event", "001 version 1"),
    ("update event set soort = 'ZaakGesloten' where stream = {1} and version = 1", "event", "001 version 1"),
    ("update event set chain = zeroblob(32) where stream = {1} and version = 2", "event", "001 version 2"),
    ("update event set body = null where stream = {1} and version = 2", "event", "001 version 2"),
    ("update event set door = x'0011' where stream = {3} and version = 2", "event", "003 version 2"),
    ("update data_key set wrapped = zeroblob(61) where stream = {2}", "data_key", "002"),
    ("update stuk set body = zeroblob(60) where id = x'00000000000000000000000000000066'", "stuk", "066"),
    ("update stuk set body = null where id = x'00000000000000000000000000000066'", "stuk", "066"),
    ("update document_row set body = zeroblob(60) where seq = 2010", "document_row", "seq 2010"),
    ("update document_row set door = null where seq = 2011", "document_row", "seq 2011"),
    (
        "update document_chunk set body = zeroblob(100) where seq_first = 1001",
        "document_chunk",
        "rows 1001 to 2000",
    ),
    (
        "update document_chunk set chain = zeroblob(32) where seq_first = 1",
        "document_chunk",
        "rows 1 to 1000",
    ),
    ("update document set chain = zeroblob(32)", "document", "seq 2100"),
    ("update document_snapshot set body = zeroblob(80) where seq = 2090", "document_snapshot", "seq 2090"),
    ("update concept set verloopt_op = verloopt_op + 1", "concept", "contact of"),
    ("update concept set body = zeroblob(80)", "concept", "contact of"),
    ("update stream_head set chain = zeroblob(32) where stream = {2}", "stream_head", "002 version 2"),
    // Deleted.
    ("delete from event where stream = {1} and version = 1", "event", "001 version 2"),
    ("delete from event where stream = {1} and version = 2", "stream_head", "001 version 2"),
    ("delete from stream_head where stream = {2}", "stream_head", "002"),
    ("delete from document_row where seq = 2012", "document_row", "seq 2013"),
    ("delete from document_row where seq = 2100", "document", "seq 2100"),
    ("delete from document_chunk where seq_first = 1", "document_chunk", "rows 1001 to 2000"),
    ("delete from document", "document", "001"),
    (
        "delete from concept_persoon where persoon = x'0000000000000000000000000000003a'",
        "concept",
        "contact of",
    ),
    // Swapped.
    (
        "update event set body = (select e.body from event e where e.stream = {1} and e.version = 1) where stream = {1} and version = 2",
        "event",
        "001 version 2",
    ),
    (
        "update event set position = position + 100 where stream = {1} and version = 1",
        "event",
        "001 version 2",
    ),
    (
        "update document_row set seq = 9999 where seq = 2050; update document_row set seq = 2050 where seq = 2051; update document_row set seq = 2051 where seq = 9999",
        "document_row",
        "seq 2050",
    ),
    // Cut off, or a whole stream taken out with all that told of it.
    (
        "delete from event where stream = {3} and version = 2; update stream_head set version = 1, chain = (select chain from event where stream = {3} and version = 1) where stream = {3}",
        "audit",
        "link 3, position",
    ),
    (
        "delete from event where stream = {3}; delete from stream_head where stream = {3}",
        "audit",
        "link 3, position",
    ),
    (
        "delete from event where stream = {1}; delete from stream_head where stream = {1}",
        "audit",
        "link 1, position",
    ),
    (
        "delete from event where stream = {1}; delete from stream_head where stream = {1}; delete from stuk; delete from outbox",
        "data_key",
        "zaak/00000000-0000-0000-0000-000000000001",
    ),
    // The trail.
    ("update audit set wie = null where n = 4", "audit", "line 4"),
    ("update audit set uitkomst = 'geweigerd' where n = 7", "audit", "line 7"),
    ("update audit set gemeente = zeroblob(16) where n = 1", "audit", "line 1"),
    ("delete from audit where n = 5", "audit", "line 5"),
    ("delete from audit where n = 7", "audit", "line 7"),
    ("delete from audit_link where link = 2", "audit_link", "link 2"),
    ("delete from audit_link where link = 4", "audit", "line 7"),
    ("update audit_link set chain = zeroblob(32) where link = 2", "audit_link", "link 2 (lines 3 to 4)"),
    ("update audit_link set versie = 1 where link = 2", "audit", "line 3"),
    ("update audit set grond = 'behandelaar' where n = 6", "audit", "line 6"),
    ("update audit set sha = zeroblob(32) where n = 6", "audit", "line 6"),
    (
        "insert into audit_betrokkene ({node_in}gemeente, persoon, at, n) values ({node}x'00000000000000000000000000000009', zeroblob(16), 1, 2)",
        "audit",
        "line 2",
    ),
    (
        "insert into audit_betrokkene ({node_in}gemeente, persoon, at, n) values ({node}zeroblob(16), zeroblob(16), 1, 99)",
        "audit_betrokkene",
        "line 99",
    ),
    // What was signed and is no more: cut off so that the chain holds, and heads changed or taken away.
    (
        "delete from audit where n = 7; delete from audit_betrokkene; delete from audit_link where link = 4",
        "audit_head",
        "day 20717 (link 4)",
    ),
    (
        "delete from audit; delete from audit_betrokkene; delete from audit_link",
        "audit_head",
        "day 20717 (link 4)",
    ),
    ("update audit_head set link = 3, lines = 6 where day = 20717", "audit_head", "day 20717 (link 3)"),
    ("update audit_head set signature = zeroblob(64) where day = 20718", "audit_head", "day 20718 (link 4)"),
    ("delete from audit_head where day = 20717", "audit_head", "day 20718 (link 4)"),
    ("update audit_head set node = 'twee' where day = 20718", "audit_head", "twee day 20718"),
    (
        "update audit set n = 99 where n = 3; update audit set n = 3 where n = 4; update audit set n = 4 where n = 99",
        "audit",
        "line 3",
    ),
];

/// `{1}` is the id of the first zaak.
fn with_ids(text: &str) -> String {
    (1..=3).fold(text.to_owned(), |text, n| text.replace(&format!("{{{n}}}"), &format!("x'{n:032x}'")))
}

async fn tampering_is_named(kind: Kind) {
    let Some(place) = Place::new(kind).await else { return };
    let journal = place.open("een").await;
    fill(&journal.shared(), "x").await;
    commit(&journal.shared(), Write::SignHead { at: moment(86_400_000_000) }).await.unwrap();
    let verified = journal.verify_against(&[]).await.unwrap();
    assert_eq!((verified.bad, verified.heads), (vec![], 2));
    assert_eq!((verified.events, verified.document_rows, verified.audit), (6, 2_100, 7));
    journal.close().await;
    let mut beside = place.beside().await;
    let mut wrong = Vec::new();
    for (tamper, table, row) in CASES {
        beside.begin().await;
        beside.run(&with_ids(tamper)).await;
        let bad = beside.verify().await.unwrap().bad;
        beside.run("rollback").await;
        // One cut can show in more than one place.
        if !bad.iter().any(|bad| bad.table == *table && bad.row.contains(row)) {
            wrong.push(format!("{tamper}: {bad:?}"));
        }
    }
    assert_eq!(wrong, [""; 0]);
    assert_eq!(beside.verify().await.unwrap().bad, [], "all of it was undone");
}

// shows G07, G29
#[tokio::test]
async fn tampering_with_a_file_is_named() {
    tampering_is_named(Kind::File).await;
}

// shows G07, G29
#[tokio::test]
async fn tampering_with_a_server_is_named() {
    tampering_is_named(Kind::Postgres).await;
}

fn look(n: i64) -> AuditRow {
    AuditRow {
        betrokkenen: vec![PersoonId(uuid::Uuid::from_u128(0x3a41a))],
        grond: Some("behandelaar".into()),
        doel: Some("zaak/1".into()),
        ..audit_row(n, "zaak/1")
    }
}

/// Of twelve lines under four links: what is done, the table, and the rows of it that are named, no other.
async fn just_these_are_named(kind: Kind) {
    let Some(place) = Place::new(kind).await else { return };
    let journal = place.open("een").await;
    for link in 0..4 {
        let rows = (0..3).map(|n| look(link * 3 + n)).collect();
        commit(&journal.shared(), Write::Audit { gemeente: GEMEENTE, rows }).await.unwrap();
    }
    journal.close().await;
    // Somebody who also counts the line's own hash anew is not believed by the link over it.
    let row = AuditRow { object: "zaak/9".into(), ..look(4) };
    let sha = hex(&audit_line(5, GEMEENTE, &row));
    let with_its_hash = format!("update audit set object = 'zaak/9', sha = x'{sha}' where n = 5");
    let cases: &[(&str, &str, &[&str])] = &[
        ("update audit set handeling = 'x' where n in (2, 5, 11)", "audit", &["line 2", "line 5", "line 11"]),
        ("delete from audit where n in (3, 12)", "audit", &["line 3", "line 12"]),
        ("delete from audit_betrokkene where n = 7", "audit", &["line 7"]),
        ("update audit_betrokkene set persoon = zeroblob(16) where n = 8", "audit", &["line 8"]),
        (
            "update audit_link set chain = zeroblob(32) where link = 2",
            "audit_link",
            &["link 2 (lines 4 to 6)"],
        ),
        ("update audit_link set {naam} = 'ander' where link = 3", "audit_link", &["link 3 (lines 7 to 9)"]),
        (
            "update audit set n = 99 where n = 4; update audit set n = 4 where n = 10; update audit set n = 10 where n = 99",
            "audit",
            &["line 4", "line 10"],
        ),
        (
            "insert into audit ({node_in}n, gemeente, at, handeling, object, uitkomst) values ({node}13, zeroblob(16), 1, 'a', 'b', 'gelukt')",
            "audit",
            &["line 13"],
        ),
        (with_its_hash.as_str(), "audit_link", &["link 2 (lines 4 to 6)"]),
    ];
    let mut beside = place.beside().await;
    for (tamper, table, rows) in cases {
        beside.begin().await;
        beside.run(tamper).await;
        let bad = beside.verify().await.unwrap().bad;
        beside.run("rollback").await;
        let named: BTreeSet<String> = bad
            .iter()
            .filter(|bad| bad.table == *table)
            .map(|bad| bad.row.trim_end_matches(" of node een").to_owned())
            .collect();
        assert_eq!(named, rows.iter().map(|row| (*row).to_owned()).collect(), "{tamper}: {bad:?}");
    }
}

// shows G29
#[tokio::test]
async fn each_row_of_the_trail_in_a_file_that_was_touched_is_named_and_no_other() {
    just_these_are_named(Kind::File).await;
}

// shows G29
#[tokio::test]
async fn each_row_of_the_trail_in_a_server_that_was_touched_is_named_and_no_other() {
    just_these_are_named(Kind::Postgres).await;
}

/// A table without its guards is told, and one whose guards do nothing.
#[tokio::test]
async fn a_guard_that_is_away_in_a_server_is_named() {
    let Some(place) = Place::new(Kind::Postgres).await else { return };
    let journal = place.open("een").await;
    let mut beside = place.beside().await;
    for away in ["drop trigger audit_kept on audit", "alter table event disable trigger event_kept"] {
        beside.run("begin").await;
        beside.run(away).await;
        assert_eq!(beside.verify().await.unwrap().bad.remove(0).table, "pg_trigger", "{away}");
        beside.run("rollback").await;
    }
    journal.close().await;
}

/// It is one moment that is verified: what others write meanwhile is neither missed nor half.
// shows G29
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_is_verified_while_two_nodes_write() {
    let Some(place) = Place::new(Kind::Postgres).await else { return };
    let nodes = [place.open("een").await, place.open("twee").await];
    fill(&nodes[0].shared(), "x").await;
    let done = std::sync::atomic::AtomicBool::new(false);
    let write = async |node: usize| {
        let journal = nodes[node].shared();
        let mut n = 1_000 * (node as u128 + 1);
        while !done.load(std::sync::atomic::Ordering::Relaxed) {
            n += 1;
            let row = vec![audit_row(1, "zaak/1")];
            let append =
                crate::store::conformance::adds(n, crate::store::conformance::zaak(n), 0, &["a", "b"]);
            let append = crate::store::Append { audit: row, ..append };
            commit(&journal, Write::Append(append)).await.unwrap();
        }
        n
    };
    let look = async {
        for _ in 0..10 {
            let verified = nodes[0].verify_against(&[]).await.unwrap();
            assert_eq!(verified.bad, []);
        }
        done.store(true, std::sync::atomic::Ordering::Relaxed);
    };
    let (one, two, ()) = tokio::join!(write(0), write(1), look);
    let verified = nodes[1].verify_against(&[]).await.unwrap();
    assert_eq!((verified.bad, verified.events as u128), (vec![], 6 + 2 * (one - 1_000 + two - 2_000)));
}

#[test]
fn what_is_done_in_both_is_said_in_both() {
    let said = super::in_postgres("update a set b = x'00ff', c = cast(zeroblob(3) as blob)");
    assert_eq!(
        said,
        "update a set b = decode('00ff', 'hex'), c = cast(decode(repeat('00', 3), 'hex') as bytea)"
    );
}

#[test]
fn every_trigger_of_a_server_is_counted() {
    let sql = crate::store::postgres::MIGRATIONS.map(|(_, _, sql)| sql).concat();
    assert_eq!(sql.matches("create trigger").count(), crate::store::postgres::GUARDS.count);
}
