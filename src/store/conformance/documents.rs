//! Text of documents.

use super::*;
use crate::limits::CHUNK_ROWS;
use crate::store::{DocumentStatus, StatusChange, StoredUpdate};

const D: u128 = 0xd0c;

async fn begin(journal: &impl Journal) {
    append(journal, begins(1, document(D), vec![])).await.unwrap();
}

async fn rows(journal: &impl Journal, after: u64, limit: usize) -> Vec<StoredUpdate> {
    journal.document_rows(GEMEENTE, document(D), after, limit).await.unwrap()
}

fn turn(n: u128, from: DocumentStatus, to: DocumentStatus, seq: Option<u64>) -> Append {
    Append { statuses: vec![StatusChange { document: document(D), from, to, seq }], ..bare(n) }
}

fn snapshot(seq: u64, bytes: &[u8]) -> Write {
    Write::Snapshot { gemeente: GEMEENTE, document: document(D), seq, bytes: bytes.to_vec() }
}

// shows G01, G02
pub(crate) async fn rows_are_dense_over_batches(journal: &impl Journal) {
    begin(journal).await;
    let batch = vec![
        text(document(D), vec![update(KEVIN, 1, b"a", &[]), update(KEVIN, 2, b"b", &[])]),
        text(document(D), vec![update(EMMA, 3, b"c", &[])]),
    ];
    let outcomes = commit_all(journal, batch).await;
    assert_eq!(outcomes, [Ok(Appended::Document { seq_first: 1 }), Ok(Appended::Document { seq_first: 3 })]);
    let next = commit(journal, text(document(D), vec![update(KEVIN, 4, b"d", &[])])).await;
    assert_eq!(next, Ok(Appended::Document { seq_first: 4 }));
    let expected: Vec<StoredUpdate> = [(KEVIN, b"a"), (KEVIN, b"b"), (EMMA, b"c"), (KEVIN, b"d")]
        .into_iter()
        .zip(1..)
        .map(|((door, bytes), seq)| StoredUpdate {
            seq,
            door: Some(door),
            at: moment(seq.cast_signed()),
            bytes: bytes.to_vec(),
        })
        .collect();
    assert_eq!(rows(journal, 0, 100).await, expected);
    assert_eq!(rows(journal, 1, 2).await, expected[1..3]);
    assert_eq!(rows(journal, 4, 100).await, []);
}

pub(crate) async fn a_new_document_begins_with_its_template(journal: &impl Journal) {
    let mut template = update(KEVIN, 1, b"template", &[77]);
    template.door = None;
    append(journal, begins(1, document(D), vec![template, update(KEVIN, 2, b"x", &[5])])).await.unwrap();
    let state = journal.open_document(GEMEENTE, document(D)).await.unwrap().unwrap();
    assert_eq!((state.status, state.seq, state.snapshot), (DocumentStatus::Open, 2, None));
    assert_eq!(state.tail[0].door, None);
    assert_eq!(state.tail[1].bytes, b"x");
    assert_eq!(state.clients, [(5, Some(KEVIN)), (77, None)]);
}

pub(crate) async fn a_document_begins_once(journal: &impl Journal) {
    begin(journal).await;
    let again = append(journal, begins(2, document(D), vec![])).await;
    let stream = StreamId { kind: StreamKind::Document, id: document(D).0 };
    assert_eq!(again, Err(Refusal::Conflict { stream, actual: 0 }));
}

pub(crate) async fn text_for_an_absent_document_is_refused(journal: &impl Journal) {
    let refused = commit(journal, text(document(D), vec![update(KEVIN, 1, b"a", &[])])).await;
    assert_eq!(refused, Err(Refusal::Missing));
    assert_eq!(commit(journal, snapshot(1, b"s")).await, Err(Refusal::Missing));
    assert_eq!(rows(journal, 0, 10).await, []);
    // One that begins earlier in the batch is there.
    let batch = vec![
        Write::Append(begins(1, document(D), vec![])),
        text(document(D), vec![update(KEVIN, 1, b"a", &[])]),
    ];
    assert_eq!(commit_all(journal, batch).await[1], Ok(Appended::Document { seq_first: 1 }));
}

pub(crate) async fn a_client_id_belongs_to_its_first_writer(journal: &impl Journal) {
    begin(journal).await;
    let large = u64::MAX;
    commit(journal, text(document(D), vec![update(KEVIN, 1, b"a", &[5, large])])).await.unwrap();
    let taken = commit(journal, text(document(D), vec![update(EMMA, 2, b"b", &[6, 5])])).await;
    assert_eq!(taken, Err(Refusal::ClientTaken { document: document(D), client: 5 }));
    // The same writer may bind it again; within one batch the first to come has it.
    let batch = vec![
        text(document(D), vec![update(KEVIN, 3, b"c", &[5])]),
        text(document(D), vec![update(EMMA, 4, b"d", &[8])]),
        text(document(D), vec![update(KEVIN, 5, b"e", &[8])]),
    ];
    let outcomes = commit_all(journal, batch).await;
    assert!(outcomes[0].is_ok() && outcomes[1].is_ok());
    assert_eq!(outcomes[2], Err(Refusal::ClientTaken { document: document(D), client: 8 }));
    let mut clients = journal.open_document(GEMEENTE, document(D)).await.unwrap().unwrap().clients;
    clients.sort_unstable();
    assert_eq!(clients, [(5, Some(KEVIN)), (8, Some(EMMA)), (large, Some(KEVIN))]);
}

pub(crate) async fn a_refused_row_binds_no_client_id(journal: &impl Journal) {
    begin(journal).await;
    commit(journal, text(document(D), vec![update(KEVIN, 1, b"a", &[5])])).await.unwrap();
    let taken =
        commit(journal, text(document(D), vec![update(EMMA, 2, b"b", &[6]), update(EMMA, 2, b"b", &[5])]));
    assert!(taken.await.is_err());
    commit(journal, text(document(D), vec![update(KEVIN, 3, b"c", &[6])])).await.unwrap();
    assert_eq!(rows(journal, 0, 10).await.len(), 2);
}

pub(crate) async fn a_closed_document_takes_no_text(journal: &impl Journal) {
    begin(journal).await;
    let batch = vec![
        Write::Append(turn(2, DocumentStatus::Open, DocumentStatus::Bevroren, None)),
        text(document(D), vec![update(KEVIN, 1, b"late", &[5])]),
    ];
    let closed = Err(Refusal::DocumentClosed { document: document(D) });
    assert_eq!(commit_all(journal, batch).await[1], closed);
    assert_eq!(commit(journal, text(document(D), vec![update(KEVIN, 1, b"late", &[])])).await, closed);
    let state = journal.open_document(GEMEENTE, document(D)).await.unwrap().unwrap();
    assert_eq!((state.status, state.seq, state.clients), (DocumentStatus::Bevroren, 0, vec![]));
    append(journal, turn(3, DocumentStatus::Bevroren, DocumentStatus::Open, None)).await.unwrap();
    commit(journal, text(document(D), vec![update(KEVIN, 1, b"again", &[])])).await.unwrap();
}

// shows G21
pub(crate) async fn a_document_closes_at_the_row_that_was_read(journal: &impl Journal) {
    begin(journal).await;
    commit(journal, text(document(D), vec![update(KEVIN, 1, b"a", &[])])).await.unwrap();
    let stream = StreamId { kind: StreamKind::Document, id: document(D).0 };
    let early = append(journal, turn(2, DocumentStatus::Open, DocumentStatus::Getekend, Some(0))).await;
    assert_eq!(early, Err(Refusal::Conflict { stream, actual: 1 }));
    append(journal, turn(3, DocumentStatus::Open, DocumentStatus::Getekend, Some(1))).await.unwrap();
}

pub(crate) async fn a_signed_document_stays_so(journal: &impl Journal) {
    begin(journal).await;
    append(journal, turn(2, DocumentStatus::Open, DocumentStatus::Getekend, None)).await.unwrap();
    let back = append(journal, turn(3, DocumentStatus::Getekend, DocumentStatus::Open, None)).await;
    assert_eq!(back, Err(Refusal::DocumentClosed { document: document(D) }));
}

// shows G06
pub(crate) async fn opening_is_the_snapshot_and_the_rest(journal: &impl Journal) {
    begin(journal).await;
    let updates = (1..=5).map(|n: u8| update(KEVIN, i64::from(n), &[n], &[])).collect();
    commit(journal, text(document(D), updates)).await.unwrap();
    let replay = rows(journal, 0, 100).await;
    let open = async || journal.open_document(GEMEENTE, document(D)).await.unwrap().unwrap();
    assert_eq!(open().await.tail, replay);
    commit(journal, snapshot(3, b"up to three")).await.unwrap();
    let state = open().await;
    assert_eq!(state.snapshot, Some((3, b"up to three".to_vec())));
    assert_eq!(state.tail, replay[3..]);
    assert_eq!(state.seq, 5);
    // The log is whole all the same.
    assert_eq!(rows(journal, 0, 100).await, replay);
}

pub(crate) async fn a_snapshot_only_grows_newer(journal: &impl Journal) {
    begin(journal).await;
    let updates = (1..=9).map(|n: u8| update(KEVIN, i64::from(n), &[n], &[])).collect();
    commit(journal, text(document(D), updates)).await.unwrap();
    let large = vec![b'x'; 200_000];
    for (seq, bytes) in [(4, b"four".as_slice()), (3, b"old"), (4, b"other four"), (6, b"six"), (8, &large)] {
        assert_eq!(commit(journal, snapshot(seq, bytes)).await, Ok(Appended::Kept));
    }
    let state = journal.open_document(GEMEENTE, document(D)).await.unwrap().unwrap();
    assert_eq!(state.snapshot, Some((8, large)));
    let beyond = commit(journal, snapshot(10, b"ten")).await;
    assert!(matches!(beyond, Err(Refusal::Conflict { actual: 9, .. })), "{beyond:?}");
}

/// Two chunks and a half, with three writers, one of them the server.
pub(crate) async fn packing_keeps_every_row(journal: &impl Journal) {
    begin(journal).await;
    let count = CHUNK_ROWS * 5 / 2;
    for first in (1..=count).step_by(500) {
        let updates = (first..first + 500).map(|seq| {
            let door = [Some(KEVIN), Some(EMMA), None][usize::try_from(seq % 3).unwrap()];
            let bytes = format!("row {seq} {}", "x".repeat(usize::try_from(seq % 50).unwrap()));
            DocumentUpdate { door, ..update(KEVIN, seq.cast_signed(), bytes.as_bytes(), &[]) }
        });
        commit(journal, text(document(D), updates.collect())).await.unwrap();
    }
    let before = rows(journal, 0, 10_000).await;
    assert_eq!(before.len() as u64, count);
    let compact = || Write::Compact { gemeente: GEMEENTE, document: document(D) };
    // Nothing is packed before two snapshots cover it.
    for write in [compact(), snapshot(count - 10, b"first"), compact(), snapshot(count, b"second"), compact()]
    {
        assert_eq!(commit(journal, write).await, Ok(Appended::Kept));
        assert_eq!(rows(journal, 0, 10_000).await, before);
    }
    for (after, limit) in [(0, 3), (998, 4), (999, 1), (1_000, 1_001), (1_999, 10), (2_499, 10)] {
        let from = usize::try_from(after).unwrap();
        let until = before.len().min(from + limit);
        assert_eq!(rows(journal, after, limit).await, before[from..until]);
    }
    let state = journal.open_document(GEMEENTE, document(D)).await.unwrap().unwrap();
    assert_eq!((state.snapshot, state.tail, state.seq), (Some((count, b"second".to_vec())), vec![], count));
    // Life goes on after it.
    let next = commit(journal, text(document(D), vec![update(EMMA, 1, b"next", &[])])).await;
    assert_eq!(next, Ok(Appended::Document { seq_first: count + 1 }));
}

pub(crate) async fn a_document_of_another_municipality_is_not_there(journal: &impl Journal) {
    append(journal, begins(1, document(D), vec![update(KEVIN, 1, b"a", &[5])])).await.unwrap();
    assert_eq!(journal.open_document(ANDERE, document(D)).await.unwrap(), None);
    assert_eq!(journal.document_rows(ANDERE, document(D), 0, 10).await.unwrap(), []);
    let there = Write::Document(DocumentAppend {
        gemeente: ANDERE,
        document: document(D),
        updates: vec![update(EMMA, 1, b"b", &[5])],
    });
    assert_eq!(commit(journal, there).await, Err(Refusal::Missing));
}

// shows G09
pub(crate) async fn what_a_document_has_beyond_a_row_is_read_without_the_rest(journal: &impl Journal) {
    begin(journal).await;
    let updates = (1..=5).map(|n: u8| update(KEVIN, i64::from(n), &[n], &[u64::from(n)])).collect();
    commit(journal, text(document(D), updates)).await.unwrap();
    commit(journal, snapshot(4, b"up to four")).await.unwrap();
    let replay = rows(journal, 0, 100).await;
    let tail = async |after, limit| {
        journal.document_tail(GEMEENTE, document(D), after, limit).await.unwrap().unwrap()
    };
    let all = tail(0, 100).await;
    assert_eq!((all.status, all.seq), (DocumentStatus::Open, 5));
    assert_eq!(all.clients.len(), 5);
    assert_eq!(all.rows, replay);
    let part = tail(2, 2).await;
    assert_eq!((part.seq, part.rows.as_slice()), (5, &replay[2..4]), "what is left out is told by the end");
    assert_eq!(tail(5, 100).await.rows, []);
    append(journal, turn(2, DocumentStatus::Open, DocumentStatus::Bevroren, None)).await.unwrap();
    assert_eq!(tail(5, 100).await.status, DocumentStatus::Bevroren);
    assert_eq!(journal.document_tail(ANDERE, document(D), 0, 100).await.unwrap(), None);
    assert_eq!(journal.document_tail(GEMEENTE, document(D + 1), 0, 100).await.unwrap(), None);
}

// shows G09, G11
pub(crate) async fn where_documents_end_is_one_question(journal: &impl Journal) {
    begin(journal).await;
    append(journal, begins(2, document(D + 1), vec![])).await.unwrap();
    commit(journal, text(document(D), vec![update(KEVIN, 1, b"a", &[]), update(EMMA, 2, b"b", &[])]))
        .await
        .unwrap();
    let asked = [document(D + 1), document(D + 2), document(D)].map(|id| (GEMEENTE, id));
    let mut ends = journal.document_seqs(&asked).await.unwrap();
    ends.sort_unstable();
    assert_eq!(ends, [((GEMEENTE, document(D)), 2), ((GEMEENTE, document(D + 1)), 0)]);
    assert_eq!(journal.document_seqs(&[(ANDERE, document(D))]).await.unwrap(), []);
    assert_eq!(journal.document_seqs(&[]).await.unwrap(), []);
}
