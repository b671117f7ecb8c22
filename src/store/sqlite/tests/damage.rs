//! Damage, tampering and erasure.

use sqlx::{AssertSqlSafe, Executor};

use super::*;
use crate::store::conformance::{ANDERE, bodies};
use crate::store::crypto::hex;
use crate::store::sqlite::open::TRIGGERS;
use crate::store::{Fault, Journal, Refusal, StreamId, StreamKind};

const CANARY: &str = "KANARIE-Maria-999990019";

fn contains(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}

/// The canary as it could stand anywhere: as such, as UTF-16, as hex.
fn forms(text: &str) -> [Vec<u8>; 4] {
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    [
        text.as_bytes().to_vec(),
        wide,
        hex(text.as_bytes()).into_bytes(),
        hex(text.as_bytes()).to_uppercase().into(),
    ]
}

fn files_hold_no_canary(folder: &TempDir) {
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        for form in ["KANARIE", "999990019"].iter().flat_map(|text| forms(text)) {
            assert!(!contains(&bytes, &form), "{} holds {:?}", path.display(), form);
        }
    }
}

// shows G32, G33
#[tokio::test]
async fn no_content_stands_in_the_files() {
    let (journal, folder) = fresh().await;
    fill(&journal, CANARY).await;
    files_hold_no_canary(&folder);
    journal.close().await;
    files_hold_no_canary(&folder);
    // The search itself finds what is there.
    assert!(contains(&std::fs::read(path(&folder)).unwrap(), b"ZaakToegewezen"));
}

// shows G29
#[tokio::test]
async fn the_database_refuses_changes_in_place() {
    let (journal, folder) = fresh().await;
    fill(&journal, "x").await;
    let mut conn = beside(&folder).await;
    for statement in [
        "delete from event",
        "update event set door = null where position = 1",
        "update event set body = x'00'",
        "delete from audit",
        "update audit set object = 'zaak/9'",
        "delete from audit_betrokkene",
        "update audit_betrokkene set at = 1",
        "delete from audit_link",
        "update audit_link set node = 'x'",
        "delete from audit_head",
        "update audit_head set link = 1",
        "delete from claim",
        "update claim set scope = 'x'",
        "delete from data_key",
        "update data_key set wrapped = x'00'",
        "update data_key set kind = 'x', wrapped = null, destroyed_at = 1",
        "delete from stream_head",
        "update stream_head set version = 1",
        "delete from document",
        "update document set seq = 1",
        "delete from document_row",
        "update document_row set at = 1",
        "delete from document_chunk",
        "update document_chunk set body = x'00'",
        "delete from document_client",
        "update document_client set door = null",
        "update command set request_hash = zeroblob(32)",
        "delete from stuk",
        "update stuk set body = x'00'",
        "update stuk set body = null, stream = zeroblob(16)",
    ] {
        let refused = conn.execute(statement).await;
        assert!(refused.is_err_and(|error| error.as_database_error().is_some()), "{statement}");
    }
    assert_eq!(journal.verify().await.unwrap().bad, []);
}

#[test]
fn every_trigger_is_counted() {
    let sql = crate::store::sqlite::open::MIGRATIONS.map(|(_, _, sql)| sql).concat();
    assert_eq!(sql.matches("create trigger").count(), TRIGGERS);
}

/// Whoever has the file can count hashes as well as we can, and makes a chain that holds. They cannot sign.
// shows G29
#[tokio::test]
async fn a_trail_that_was_written_anew_is_not_the_one_that_was_signed() {
    let (journal, folder) = fresh().await;
    fill(&journal, "x").await;
    let seen = journal.signed_heads(-1, 9).await.unwrap();
    let verified = journal.verify_against(&seen).await.unwrap();
    assert_eq!((verified.bad, verified.heads), (vec![], 1), "one that stands here too counts once");
    let mut conn = beside(&folder).await;
    let before: Vec<u8> =
        sqlx::query_scalar("select chain from audit_link where link = 3").fetch_one(&mut conn).await.unwrap();
    let anew = AuditRow { betrokkenen: vec![PersoonId(Uuid::from_u128(7))], ..audit_row(3, "zaak/9") };
    let line = crate::store::chain::audit_line(7, GEMEENTE, &anew);
    let head = crate::store::chain::AuditLink { node: "een", link: 4, n_first: 7, position: 6 };
    let made = crate::store::chain::audit_link(&before.try_into().unwrap(), &head, &[line]);
    for statement in [
        "drop trigger audit_fixed".to_owned(),
        "drop trigger audit_link_fixed".to_owned(),
        format!("update audit set object = 'zaak/9', sha = x'{}' where n = 7", hex(&line)),
        format!("update audit_link set chain = x'{}' where link = 4", hex(&made)),
    ] {
        conn.execute(AssertSqlSafe(statement)).await.unwrap();
    }
    let bad = journal.verify().await.unwrap().bad.remove(0);
    assert_eq!((bad.table, bad.row.as_str()), ("audit_head", "een day 20717 (link 4)"));
    // Nor is it when the head is taken away too: one that was kept elsewhere still shows it.
    conn.execute("drop trigger audit_head_kept").await.unwrap();
    conn.execute("delete from audit_head").await.unwrap();
    let bad = journal.verify().await.unwrap().bad.remove(0);
    assert_eq!(bad.table, "sqlite_schema", "the chain itself holds; only the triggers tell");
    let bad = journal.verify_against(&seen).await.unwrap().bad.remove(0);
    assert_eq!((bad.table, bad.why.contains("not the one that was signed")), ("audit_head", true));
}

/// The head goes on from the one before it, also over a restart.
#[tokio::test]
async fn heads_follow_one_another_over_a_restart() {
    let (journal, folder) = fresh().await;
    fill(&journal, "x").await;
    journal.close().await;
    let journal = SqliteJournal::open(options(&folder)).await.unwrap();
    for day in [0, 1, 1, 2] {
        commit(&journal, Write::SignHead { at: moment(day * 86_400_000_000) }).await.unwrap();
    }
    let verified = journal.verify().await.unwrap();
    assert_eq!((verified.bad, verified.heads), (vec![], 3));
}

#[tokio::test]
async fn a_missing_trigger_is_named() {
    let (journal, folder) = fresh().await;
    beside(&folder).await.execute("drop trigger audit_kept").await.unwrap();
    assert_eq!(journal.verify().await.unwrap().bad.remove(0).table, "sqlite_schema");
}

// shows G05: what cannot be read is a fault and never an empty stream
#[tokio::test]
async fn a_hole_is_a_fault_and_not_a_shorter_history() {
    let (journal, folder) = fresh().await;
    fill(&journal, "x").await;
    let mut conn = beside(&folder).await;
    for statement in [
        "drop trigger event_kept",
        "drop trigger document_row_only_packed",
        "delete from event where position = 1",
        "delete from document_row where seq = 2100",
    ] {
        conn.execute(statement).await.unwrap();
    }
    assert!(matches!(journal.load(GEMEENTE, zaak(1), 0).await, Err(Fault::Corrupt(_))));
    assert!(matches!(journal.open_document(GEMEENTE, document(1)).await, Err(Fault::Corrupt(_))));
}

// shows G06
#[tokio::test]
async fn a_bad_snapshot_costs_no_text() {
    let (journal, folder) = fresh().await;
    fill(&journal, "x").await;
    let whole = journal.document_rows(GEMEENTE, document(1), 0, 5_000).await.unwrap();
    let mut conn = beside(&folder).await;
    conn.execute("update document_snapshot set body = zeroblob(80) where seq = 2090").await.unwrap();
    let state = journal.open_document(GEMEENTE, document(1)).await.unwrap().unwrap();
    assert_eq!(state.snapshot, Some((2_050, b"x".to_vec())));
    assert_eq!(state.tail, whole[2_050..]);
    conn.execute("update document_snapshot set body = zeroblob(80)").await.unwrap();
    let state = journal.open_document(GEMEENTE, document(1)).await.unwrap().unwrap();
    assert_eq!((state.snapshot, state.tail), (None, whole));
}

// shows 2 of design §10, G32
#[tokio::test]
async fn erasure_keeps_the_chain_and_nothing_else() {
    let (journal, folder) = fresh().await;
    fill(&journal, CANARY).await;
    let keys = count(&mut beside(&folder).await, "select count(wrapped) from data_key").await;
    let text_stream = StreamId { kind: StreamKind::Document, id: document(1).0 };
    for (stream, object) in [(zaak(1), "zaak/1"), (text_stream, "document/1")] {
        journal.erase_stream(GEMEENTE, stream, audit_row(9, object)).await.unwrap();
    }
    let events = journal.load(GEMEENTE, zaak(1), 0).await.unwrap();
    assert_eq!(events.iter().map(|event| event.body.clone()).collect::<Vec<_>>(), [None, None]);
    assert_eq!(journal.feed(Position(0), 1).await.unwrap()[0].event.body, None);
    assert_eq!(bodies(&journal, zaak(2)).await, [CANARY, CANARY]);
    assert_eq!(journal.open_document(GEMEENTE, document(1)).await.unwrap(), None);
    assert_eq!(journal.document_rows(GEMEENTE, document(1), 0, 9).await.unwrap(), []);
    assert_eq!(journal.projection("lijst").await.unwrap(), None);
    assert_eq!(journal.unsent(9).await.unwrap().len(), 2);
    let stored = journal.answer(GEMEENTE, crate::store::conformance::command(1)).await.unwrap().unwrap();
    assert_eq!(stored.answer, b"");
    // Nothing is added to what was erased.
    assert_eq!(append(&journal, adds(20, zaak(1), 2, &["y"])).await, Err(Refusal::Missing));
    assert_eq!(append(&journal, begins(21, document(1), vec![])).await, Err(Refusal::Missing));
    let row = text(document(1), vec![update(KEVIN, 1, b"y", &[])]);
    assert_eq!(commit(&journal, row).await, Err(Refusal::Missing));
    // Erasing again is harmless, and each time leaves its line.
    journal.erase_stream(GEMEENTE, zaak(1), audit_row(10, "zaak/1")).await.unwrap();
    let verified = journal.verify().await.unwrap();
    assert_eq!((verified.bad, verified.audit), (vec![], 10));
    let left = count(&mut beside(&folder).await, "select count(wrapped) from data_key").await;
    assert_eq!(left, keys - 2);
}

#[tokio::test]
async fn erasure_in_one_municipality_leaves_the_other_alone() {
    let (journal, _folder) = fresh().await;
    append(&journal, adds(1, zaak(1), 0, &["a"])).await.unwrap();
    journal.erase_stream(ANDERE, zaak(1), audit_row(1, "zaak/1")).await.unwrap();
    assert_eq!(bodies(&journal, zaak(1)).await, ["a"]);
}

// shows G32: the wrapped key is nowhere in the files any more
#[tokio::test]
async fn a_destroyed_key_is_in_no_file() {
    let (journal, folder) = fresh().await;
    append(&journal, adds(1, zaak(1), 0, &["a"])).await.unwrap();
    let wrapped: Vec<u8> = sqlx::query_scalar("select wrapped from data_key")
        .fetch_one(&mut beside(&folder).await)
        .await
        .unwrap();
    let holding = || {
        let files = ["journal.sqlite", "journal.sqlite-wal"].map(|name| folder.path().join(name));
        files.iter().filter(|path| contains(&std::fs::read(path).unwrap_or_default(), &wrapped)).count()
    };
    assert!(holding() > 0);
    journal.erase_stream(GEMEENTE, zaak(1), audit_row(1, "zaak/1")).await.unwrap();
    assert_eq!(holding(), 0);
}

// shows G32, KING-ZT21: nor when a command took it along
#[tokio::test]
async fn a_key_that_a_command_destroyed_is_in_no_file() {
    let (journal, folder) = fresh().await;
    append(&journal, adds(1, zaak(1), 0, &["a"])).await.unwrap();
    let wrapped: Vec<u8> = sqlx::query_scalar("select wrapped from data_key")
        .fetch_one(&mut beside(&folder).await)
        .await
        .unwrap();
    append(&journal, Append { wist: vec![zaak(1)], ..adds(2, zaak(1), 1, &["b"]) }).await.unwrap();
    for name in ["journal.sqlite", "journal.sqlite-wal"] {
        assert!(!contains(&std::fs::read(folder.path().join(name)).unwrap_or_default(), &wrapped), "{name}");
    }
    let verified = journal.verify().await.unwrap();
    assert_eq!((verified.bad, verified.events), (vec![], 2));
}
