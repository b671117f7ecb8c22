//! An export that is put back is the same record, in whichever database, and another history from there on.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::{Beside, Kind, Place};
use crate::domain::ids::{MedewerkerId, PersoonId, Version};
use crate::store::conformance::concepten::van;
use crate::store::conformance::filled::fill;
use crate::store::conformance::{
    EMMA, GEMEENTE, KEVIN, adds, append, audit_row, command, commit, document, moment, text, update, zaak,
};
use crate::store::{
    Append, AuditFilter, AuditRow, Concepten, DocumentState, FeedEvent, Journal, Position, Refusal,
    SharedJournal, SignedHead, StoredAnswer, StoredConcept, StoredEvent, StoredJournal, StoredUpdate,
    StreamId, StreamKind, Unsent, Verified, Write,
};

/// Everything that the rest of the program can read of a record.
#[derive(Debug, PartialEq)]
struct Content {
    feed: Vec<FeedEvent>,
    streams: BTreeMap<StreamId, Vec<StoredEvent>>,
    document: Option<DocumentState>,
    rows: Vec<StoredUpdate>,
    answers: Vec<Option<StoredAnswer>>,
    /// By node and number: in which order lines of one moment stand differs.
    trail: BTreeMap<(String, u64), AuditRow>,
    heads: Vec<SignedHead>,
    stukken: Vec<Option<Vec<u8>>>,
    unsent: Vec<Unsent>,
    concept: Option<StoredConcept>,
    head_key: [u8; 32],
}

async fn content(journal: &SharedJournal) -> Content {
    let feed = journal.feed(Position(0), 10_000).await.unwrap();
    let mut streams = BTreeMap::new();
    for event in &feed {
        if let Entry::Vacant(stream) = streams.entry(event.stream) {
            stream.insert(journal.load(GEMEENTE, event.stream, 0).await.unwrap());
        }
    }
    let (mut answers, mut stukken) = (Vec::new(), Vec::new());
    for n in 1..=12 {
        answers.push(journal.answer(GEMEENTE, command(n)).await.unwrap());
        let id = uuid::Uuid::from_u128(100 + n);
        stukken.push(journal.stuk(GEMEENTE, zaak(n), id).await.unwrap());
    }
    let lines = AuditFilter::periode(GEMEENTE, moment(-1), moment(1_000_000), 10_000);
    let lines = journal.read_audit(&lines).await.unwrap();
    Content {
        feed,
        streams,
        document: journal.open_document(GEMEENTE, document(1)).await.unwrap(),
        rows: journal.document_rows(GEMEENTE, document(1), 0, 10_000).await.unwrap(),
        answers,
        trail: lines.into_iter().map(|line| ((line.node, line.n), line.row)).collect(),
        heads: journal.signed_heads(-1, 100).await.unwrap(),
        stukken,
        unsent: journal.unsent(100).await.unwrap(),
        concept: journal.concept(van(KEVIN), moment(5)).await.unwrap(),
        head_key: journal.head_key(),
    }
}

/// Something in every table, a stream that was erased, and where there can be two nodes both at work.
async fn filled(place: &Place) -> StoredJournal {
    let journal = place.open("een").await;
    fill(&journal.shared(), "x").await;
    let wist = vec![zaak(3)];
    append(
        &journal.shared(),
        Append { wist, audit: vec![audit_row(5, "zaak/3")], ..adds(11, zaak(4), 0, &["y"]) },
    )
    .await
    .unwrap();
    if let Place::Postgres(_) = place {
        let other = place.open("twee").await;
        let rows = vec![AuditRow { betrokkenen: vec![PersoonId(KEVIN.0)], ..audit_row(6, "zaak/4") }];
        append(&other.shared(), Append { audit: rows, ..adds(12, zaak(4), 1, &["z"]) }).await.unwrap();
        commit(&other.shared(), Write::SignHead { at: moment(7) }).await.unwrap();
        other.close().await;
    }
    journal
}

async fn export(journal: &StoredJournal, folder: &tempfile::TempDir) -> std::path::PathBuf {
    let to = folder.path().join("uitvoer");
    let mut told = Vec::new();
    journal.export(&to, moment(9), &mut |table, rows| told.push((table, rows))).await.unwrap();
    assert!(told.contains(&("document_chunk", 2)), "{told:?}");
    to
}

/// The record goes on in the copy: numbers, places, chains and claims are taken up where they were.
async fn goes_on(journal: &StoredJournal, verified: &Verified, door: MedewerkerId) {
    let shared = journal.shared();
    let before = shared.feed(Position(0), 10_000).await.unwrap();
    let end = before.last().unwrap().position;
    let version = shared.load(GEMEENTE, zaak(4), 0).await.unwrap().len() as Version;
    // What was taken stays taken, and what was done is not done again.
    let taken = crate::store::conformance::claims(90, "bsn", &["x1"]);
    assert_eq!(append(&shared, taken).await, Err(Refusal::Claimed { scope: "bsn" }));
    assert_eq!(append(&shared, adds(91, zaak(3), 2, &["y"])).await, Err(Refusal::Missing), "it was erased");
    let more = Append { audit: vec![audit_row(50, "zaak/4")], ..adds(92, zaak(4), version, &["later"]) };
    append(&shared, more).await.unwrap();
    commit(&shared, text(document(1), vec![update(door, 60, b"later", &[77])])).await.unwrap();
    let sent =
        crate::store::OutboxRow { id: uuid::Uuid::from_u128(0x900), kanaal: "mail".into(), body: vec![1] };
    append(&shared, Append { outbox: vec![sent], ..crate::store::conformance::bare(93) }).await.unwrap();
    commit(&shared, Write::SignHead { at: moment(3 * 86_400_000_000) }).await.unwrap();
    let after = shared.feed(end, 10).await.unwrap();
    assert_eq!(after.len(), 1, "it stands after all that was put back");
    assert!(after[0].position > end && after[0].position.0 < 1 << 53);
    let now = journal.verify_against(&[]).await.unwrap();
    assert_eq!(now.bad, []);
    assert_eq!(
        (now.events, now.document_rows, now.audit, now.heads),
        (verified.events + 1, verified.document_rows + 1, verified.audit + 1, verified.heads + 1)
    );
}

async fn there_and_back(from: Kind, to: Kind) {
    let (Some(source), Some(target)) = (Place::new(from).await, Place::new(to).await) else { return };
    let journal = filled(&source).await;
    let (expected, before) = (content(&journal.shared()).await, journal.verify_against(&[]).await.unwrap());
    assert_eq!(before.bad, []);
    let folder = tempfile::tempdir().unwrap();
    let uitvoer = export(&journal, &folder).await;
    assert_eq!(target.restore(&uitvoer).await.unwrap(), before);
    let copy = target.open("een").await;
    assert_eq!(content(&copy.shared()).await, expected);
    assert_ne!(copy.shared().epoch(), journal.shared().epoch());
    assert_eq!(copy.verify_against(&expected.heads).await.unwrap(), before);
    goes_on(&copy, &before, EMMA).await;
    // And back into another of the first kind, with what came after.
    let Some(back) = Place::new(from).await else { return };
    let (expected, folder) = (content(&copy.shared()).await, tempfile::tempdir().unwrap());
    let uitvoer = export(&copy, &folder).await;
    let verified = back.restore(&uitvoer).await.unwrap();
    let again = back.open("een").await;
    assert_eq!(content(&again.shared()).await, expected);
    assert_eq!(again.verify_against(&[]).await.unwrap(), verified);
    for journal in [journal, copy, again] {
        journal.close().await;
    }
}

// shows G07
#[tokio::test]
async fn from_a_file_into_a_file() {
    there_and_back(Kind::File, Kind::File).await;
}

// shows G07
#[tokio::test]
async fn from_a_file_into_a_server_and_back() {
    there_and_back(Kind::File, Kind::Postgres).await;
}

// shows G07
#[tokio::test]
async fn from_a_server_with_two_nodes_into_a_file_and_back() {
    there_and_back(Kind::Postgres, Kind::File).await;
}

// shows G07
#[tokio::test]
async fn from_a_server_into_a_server() {
    there_and_back(Kind::Postgres, Kind::Postgres).await;
}

/// In a file that came from two nodes each goes on with its own chain by its name, and whoever has another name with one of its own.
// shows G29
#[tokio::test]
async fn whoever_has_the_name_of_a_node_goes_on_with_its_chain() {
    let (Some(source), Some(target)) = (Place::new(Kind::Postgres).await, Place::new(Kind::File).await)
    else {
        return;
    };
    let journal = filled(&source).await;
    let folder = tempfile::tempdir().unwrap();
    target.restore(&export(&journal, &folder).await).await.unwrap();
    for (node, n) in [("twee", 2), ("een", 9), ("drie", 1), ("twee", 3)] {
        let journal = target.open(node).await;
        let rows = vec![audit_row(70, "zaak/9")];
        commit(&journal.shared(), Write::Audit { gemeente: GEMEENTE, rows }).await.unwrap();
        let filter = AuditFilter {
            object: Some("zaak/9".into()),
            ..AuditFilter::periode(GEMEENTE, moment(0), moment(99), 99)
        };
        let lines = journal.shared().read_audit(&filter).await.unwrap();
        assert!(lines.iter().any(|line| (line.node.as_str(), line.n) == (node, n)), "{node} {n}: {lines:?}");
        assert_eq!(journal.verify_against(&[]).await.unwrap().bad, []);
        journal.close().await;
    }
}

/// A machine with a file that got another name goes on in one chain; in a server each link keeps the name that it was made under.
// shows G29
#[tokio::test]
async fn a_chain_with_several_names_keeps_them() {
    let (Some(source), Some(target)) = (Place::new(Kind::File).await, Place::new(Kind::Postgres).await)
    else {
        return;
    };
    for (n, node) in (0..).zip(["oud", "nieuw", "oud", "laatst"]) {
        let journal = source.open(node).await;
        let rows = vec![audit_row(n, "zaak/1")];
        commit(&journal.shared(), Write::Audit { gemeente: GEMEENTE, rows }).await.unwrap();
        commit(&journal.shared(), Write::SignHead { at: moment(n * 86_400_000_000) }).await.unwrap();
        journal.close().await;
    }
    let journal = source.open("laatst").await;
    let (folder, before) = (tempfile::tempdir().unwrap(), journal.verify_against(&[]).await.unwrap());
    let to = folder.path().join("uitvoer");
    journal.export(&to, moment(9), &mut |_, _| {}).await.unwrap();
    assert_eq!(target.restore(&to).await.unwrap(), before);
    let copy = target.open("laatst").await;
    let lines =
        copy.shared().read_audit(&AuditFilter::periode(GEMEENTE, moment(0), moment(9), 9)).await.unwrap();
    let told: Vec<_> = lines.iter().map(|line| (line.n, line.node.as_str())).collect();
    assert_eq!(told, [(1, "oud"), (2, "nieuw"), (3, "oud"), (4, "laatst")]);
    let rows = vec![audit_row(5, "zaak/1")];
    commit(&copy.shared(), Write::Audit { gemeente: GEMEENTE, rows }).await.unwrap();
    assert_eq!(copy.verify_against(&[]).await.unwrap().audit, 5);
}

/// What came back from a dump into the same server is another table there, and begins another epoch by itself.
// shows G12
#[tokio::test]
async fn a_copy_in_the_same_server_begins_another_epoch() {
    let Some(place) = Place::new(Kind::Postgres).await else { return };
    let journal = place.open("een").await;
    append(&journal.shared(), adds(1, zaak(1), 0, &["x"])).await.unwrap();
    let epoch = journal.shared().epoch();
    journal.close().await;
    let again = place.open("een").await;
    assert_eq!(again.shared().epoch(), epoch);
    again.close().await;
    let mut beside = place.beside().await;
    beside
        .run(
            "alter table installation rename to was; create table installation (like was including all);
            insert into installation select * from was; drop table was;
            -- As of a server that had counted further than this one.
            update installation set feed_base = -8192000000000",
        )
        .await;
    let before = counted(&mut beside).await;
    let copy = place.open("een").await;
    let after = counted(&mut beside).await;
    assert_ne!(copy.shared().epoch(), epoch);
    // The next number of a transaction has the first place that is a multiple of 8192 after what is there: neither behind it nor far from it.
    let from = number(
        &mut beside,
        "select (max(e.position) / 8192 * 8192 + 8192 - i.feed_base) / 8192 from event e, installation i group by i.feed_base",
    );
    let from = from.await;
    assert!((before..=after).contains(&from), "{before} {from} {after}");
    // Opened again before anything is recorded it is at home.
    let epoch = copy.shared().epoch();
    copy.close().await;
    let copy = place.open("een").await;
    assert_eq!(copy.shared().epoch(), epoch);
    let end = copy.shared().feed(Position(0), 9).await.unwrap().pop().unwrap().position;
    append(&copy.shared(), adds(2, zaak(1), 1, &["y"])).await.unwrap();
    let feed = copy.shared().feed(Position(0), 9).await.unwrap();
    assert_eq!(feed.len(), 2);
    assert!(feed[1].position.0 > end.0 && feed[1].position.0 % 8_192 == 1, "{feed:?}");
    assert_eq!(copy.verify_against(&[]).await.unwrap().bad, []);
}

/// The first transaction that has not begun.
async fn counted(beside: &mut Beside) -> i64 {
    number(beside, "select pg_snapshot_xmax(pg_current_snapshot())::text::bigint").await
}

async fn number(beside: &mut Beside, text: &'static str) -> i64 {
    let Beside::Postgres(conn) = beside else { unreachable!("a server counts") };
    sqlx::query_scalar(text).fetch_one(conn).await.unwrap()
}

/// What only reads takes no name from a node that is at work, and writes nothing.
// shows G29
#[tokio::test]
async fn who_only_reads_is_in_nobodys_way() {
    let Some(place) = Place::new(Kind::Postgres).await else { return };
    let reads = || crate::store::PostgresJournal::open_to_read(place.server("een"));
    assert!(reads().await.is_err(), "nothing is made");
    let journal = place.open("een").await;
    fill(&journal.shared(), "x").await;
    let look = reads().await.unwrap();
    assert_eq!(look.epoch(), journal.shared().epoch());
    assert_eq!(content(&SharedJournal::new(look.clone())).await, content(&journal.shared()).await);
    let refused = look.commit(vec![Write::Append(adds(80, zaak(1), 2, &["y"]))]).await;
    assert!(refused[0].is_err());
    let stream = StreamId { kind: StreamKind::Zaak, id: zaak(1).id };
    assert!(look.erase_stream(GEMEENTE, stream, audit_row(1, "zaak/1")).await.is_err());
    look.close().await;
    append(&journal.shared(), adds(81, zaak(1), 2, &["y"])).await.unwrap();
    let mut older = place.beside().await;
    older.run("delete from _sqlx_migrations where version = 7").await;
    let pending = reads().await.err().unwrap();
    assert!(matches!(pending, crate::store::opening::OpenError::OlderSchema { found: 6 }), "{pending}");
}
