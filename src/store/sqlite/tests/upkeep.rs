//! Reopening, packing, pruning, the trail, export and backup.

use std::sync::atomic::Ordering;

use super::*;
use crate::limits::COMMAND_ANSWER_DAYS;
use crate::store::conformance::{ANDERE, EMMA, bodies, command};
use crate::store::{AuditFilter, Concepten, Journal};

// shows G01
#[tokio::test]
async fn reopening_gives_everything_back() {
    let (journal, folder) = fresh().await;
    fill(&journal, "x").await;
    let feed = journal.feed(Position(0), 100).await.unwrap();
    let state = journal.open_document(GEMEENTE, document(1)).await.unwrap();
    let rows = journal.document_rows(GEMEENTE, document(1), 0, 5_000).await.unwrap();
    let epoch = journal.epoch();
    journal.close().await;
    let journal = SqliteJournal::open(options(&folder)).await.unwrap();
    assert_eq!(journal.epoch(), epoch);
    assert_eq!(journal.feed(Position(0), 100).await.unwrap(), feed);
    assert_eq!(journal.open_document(GEMEENTE, document(1)).await.unwrap(), state);
    assert_eq!(journal.document_rows(GEMEENTE, document(1), 0, 5_000).await.unwrap(), rows);
    assert_eq!(journal.projection("lijst").await.unwrap(), Some((Position(2), b"x".to_vec())));
    // shows C2-L2
    let typed = journal.concept(van(KEVIN), moment(5)).await.unwrap().unwrap();
    assert_eq!(typed.inhoud, b"x");
    // The chains go on where they were.
    append(&journal, Append { audit: vec![audit_row(1, "zaak/1")], ..adds(50, zaak(1), 2, &["y"]) })
        .await
        .unwrap();
    assert_eq!(journal.verify().await.unwrap().bad, []);
}

// shows G06
#[tokio::test]
async fn packed_rows_leave_their_table_and_two_snapshots_stay() {
    let (journal, folder) = fresh().await;
    fill(&journal, "x").await;
    let mut conn = beside(&folder).await;
    assert_eq!(count(&mut conn, "select count(*) from document_chunk").await, 2);
    assert_eq!(count(&mut conn, "select count(*) from document_row").await, 100);
    assert_eq!(count(&mut conn, "select count(*) from document_snapshot").await, 2);
    let seq = 2_095;
    let state = Write::Snapshot { gemeente: GEMEENTE, document: document(1), seq, bytes: b"y".to_vec() };
    commit(&journal, state).await.unwrap();
    assert_eq!(count(&mut conn, "select min(seq) from document_snapshot").await, 2_090);
    assert_eq!(count(&mut conn, "select count(*) from document_snapshot").await, 2);
    let verified = journal.verify().await.unwrap();
    assert_eq!((verified.bad, verified.document_rows, verified.events), (vec![], 2_100, 6));
}

#[tokio::test]
async fn answers_are_kept_for_their_days() {
    let folder = tempfile::tempdir().unwrap();
    let clock = Arc::new(ManualClock::at(moment(0)));
    let open = OpenOptions { clock: Arc::<ManualClock>::clone(&clock), ..options(&folder) };
    let journal = SqliteJournal::open(open).await.unwrap();
    append(&journal, adds(1, zaak(1), 0, &["x"])).await.unwrap();
    clock.advance(COMMAND_ANSWER_DAYS * 86_400_000_000);
    append(&journal, adds(2, zaak(2), 0, &["x"])).await.unwrap();
    assert_eq!(journal.prune_answers(moment(0)).await.unwrap(), 0);
    assert_eq!(journal.prune_answers(moment(0).plus_micros(1)).await.unwrap(), 1);
    assert_eq!(journal.answer(GEMEENTE, command(1)).await.unwrap(), None);
    assert!(journal.answer(GEMEENTE, command(2)).await.unwrap().is_some());
}

// shows G29
#[tokio::test]
async fn the_trail_is_read_by_object_person_and_time() {
    let (journal, _folder) = fresh().await;
    let mut rows = Vec::new();
    for n in 0..30 {
        let wie = [Some(KEVIN), Some(EMMA), None][usize::try_from(n).unwrap() % 3];
        rows.push(AuditRow { wie, ..audit_row(n, if n % 2 == 0 { "zaak/1" } else { "zaak/2" }) });
    }
    for gemeente in [GEMEENTE, ANDERE] {
        commit(&journal, Write::Audit { gemeente, rows: rows.clone() }).await.unwrap();
    }
    let all = AuditFilter::periode(GEMEENTE, moment(0), moment(100), 100);
    let read = async |filter: AuditFilter| {
        let lines = journal.read_audit(&filter).await.unwrap();
        lines.into_iter().map(|line| line.row).collect::<Vec<_>>()
    };
    let pick =
        |keep: &dyn Fn(&AuditRow) -> bool| rows.iter().filter(|row| keep(row)).cloned().collect::<Vec<_>>();
    assert_eq!(read(all.clone()).await, rows);
    let object = Some("zaak/1".to_owned());
    let by_object = AuditFilter { object: object.clone(), ..all.clone() };
    assert_eq!(read(by_object).await, pick(&|row| row.object == "zaak/1"));
    let by_wie = AuditFilter { wie: Some(EMMA), ..all.clone() };
    assert_eq!(read(by_wie).await, pick(&|row| row.wie == Some(EMMA)));
    let both = AuditFilter { object, wie: Some(EMMA), limit: 2, ..all.clone() };
    let expected = pick(&|row| row.object == "zaak/1" && row.wie == Some(EMMA));
    assert_eq!(read(both).await, expected[..2]);
    let window = AuditFilter { from: moment(5), until: moment(8), ..all.clone() };
    assert_eq!(read(window).await, rows[5..8]);
    let page = AuditFilter { na: Some((moment(9), 10)), limit: 5, ..all };
    assert_eq!(read(page).await, rows[10..15]);
}

#[tokio::test]
async fn a_message_is_sent_once_marked() {
    let (journal, folder) = fresh().await;
    fill(&journal, "brief").await;
    let own = OutboxRow { id: Uuid::from_u128(77), kanaal: "zgw".into(), body: b"own".to_vec() };
    append(&journal, Append { outbox: vec![own.clone()], ..crate::store::conformance::bare(60) })
        .await
        .unwrap();
    let unsent = journal.unsent(10).await.unwrap();
    assert_eq!(unsent.len(), 4);
    assert_eq!((unsent[0].row.body.as_slice(), &unsent[3].row), (b"brief".as_slice(), &own));
    assert_eq!(journal.unsent(1).await.unwrap(), unsent[..1]);
    for _ in 0..2 {
        journal.mark_sent(GEMEENTE, unsent[0].row.id).await.unwrap();
        assert_eq!(journal.unsent(10).await.unwrap(), unsent[1..]);
    }
    assert_eq!(count(&mut beside(&folder).await, "select count(body) from outbox").await, 3);
}

#[tokio::test]
async fn an_export_holds_every_row_closed_and_a_document_opened() {
    let (journal, folder) = fresh().await;
    fill(&journal, "KANARIE").await;
    let to = folder.path().join("uit");
    journal.export(&to, moment(0), &mut |_, _| {}).await.unwrap();
    let lines = |table: &str| -> Vec<serde_json::Value> {
        let text = std::fs::read_to_string(to.join(format!("{table}.jsonl"))).unwrap();
        assert!(!text.contains("KANARIE") && !text.contains("4b414e41524945"), "{table}");
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    };
    for (table, expected) in [
        ("event", 6),
        ("document_row", 100),
        ("document_chunk", 2),
        ("audit", 7),
        ("concept", 1),
        ("concept_persoon", 2),
        ("claim", 3),
        ("stuk", 3),
        ("data_key", 4),
        ("audit_head", 1),
        ("audit_head_key", 1),
    ] {
        assert_eq!(lines(table).len(), expected, "{table}");
    }
    let event = &lines("event")[0];
    assert_eq!(event["soort"], "ZaakToegewezen");
    assert_eq!(event["chain"].as_str().unwrap().len(), 64);
    assert!(journal.export(&to, moment(0), &mut |_, _| {}).await.is_err());
    // The heads come back as they were, and the key beside them is theirs.
    let heads = SqliteJournal::read_heads(&to.join("audit_head.jsonl")).unwrap();
    assert_eq!(heads, journal.signed_heads(-1, 9).await.unwrap());
    assert_eq!(lines("audit_head_key")[0]["public_key"], crate::store::crypto::hex(&journal.head_key()));
    assert!(SqliteJournal::read_heads(&to.join("audit.jsonl")).is_err(), "lines of another kind");

    let to = folder.path().join("document.jsonl");
    assert_eq!(journal.export_document(GEMEENTE, document(1), &to).await.unwrap(), 2_100);
    let text = std::fs::read_to_string(&to).unwrap();
    let rows: Vec<serde_json::Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(rows.iter().zip(1..).all(|(row, seq): (_, u64)| row["seq"] == seq));
    assert_eq!(rows[1_500]["update"], "4b414e41524945");
    assert_eq!(rows[1_500]["door"], KEVIN.to_string());
    assert!(rows[1_500]["sessie"].is_string() && rows[1_500]["at"].is_string());
}

// shows G07
#[tokio::test]
async fn a_backup_opens_as_another_epoch() {
    let (journal, folder) = fresh().await;
    fill(&journal, "x").await;
    let to = folder.path().join("kopie.sqlite");
    journal.backup(&to).await.unwrap();
    assert!(journal.backup(&to).await.is_err());
    append(&journal, adds(70, zaak(1), 2, &["later"])).await.unwrap();
    let copy = OpenOptions { path: to, epoch: EpochChoice::Renew, ..options(&folder) };
    let copy = SqliteJournal::open(copy).await.unwrap();
    assert_ne!(copy.epoch(), journal.epoch());
    assert_eq!(bodies(&copy, zaak(1)).await, ["x", "x"]);
    assert_eq!(copy.verify().await.unwrap().bad, []);
}

#[tokio::test]
async fn what_is_done_is_counted() {
    let (journal, _folder) = fresh().await;
    fill(&journal, "x").await;
    assert!(append(&journal, adds(80, zaak(1), 0, &["x"])).await.is_err());
    let stats = journal.stats();
    assert_eq!(stats.commits.load(Ordering::Relaxed), 7);
    assert_eq!(stats.rows.load(Ordering::Relaxed), 6 + 7 + 1 + 2_100 + 1);
    assert_eq!(stats.refused.load(Ordering::Relaxed), 1);
    let buckets = stats.commit_buckets.iter().map(|bucket| bucket.load(Ordering::Relaxed));
    assert_eq!(buckets.sum::<u64>(), 7);
    let told = journal.statistics().await.unwrap();
    assert_eq!((told.events, told.streams, told.documents, told.document_rows), (6, 3, 1, 2_100));
    assert_eq!((told.audit, told.outbox, told.concepten), (7, 3, 1));
    assert!(told.bytes > 0 && told.log_bytes > 0);
}
