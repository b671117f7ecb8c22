//! Streams, claims and commands.

use super::*;
use crate::store::{Position, StoredEvent};

// shows 1 of design §10, G01
pub(crate) async fn append_then_load_gives_it_back(journal: &impl Journal) {
    let added = adds(1, zaak(1), 0, &[r#"{"a":1}"#, r#"{"b":"é"}"#]);
    let expected: Vec<StoredEvent> = added.streams[0]
        .events
        .iter()
        .zip(1..)
        .map(|(event, version)| StoredEvent {
            version,
            header: event.header.clone(),
            body: Some(event.body.clone()),
        })
        .collect();
    let done = append(journal, added).await;
    let last = journal.feed(Position(0), 9).await.unwrap().pop().unwrap().position;
    assert_eq!(done, Ok(Appended::Done { position: last }));
    assert_eq!(journal.load(GEMEENTE, zaak(1), 0).await.unwrap(), expected);
    assert_eq!(journal.load(GEMEENTE, zaak(2), 0).await.unwrap(), []);
}

pub(crate) async fn load_after_a_version_gives_the_rest(journal: &impl Journal) {
    append(journal, adds(1, zaak(1), 0, &["a", "b", "c"])).await.unwrap();
    for (after, expected) in [(0, vec![1, 2, 3]), (1, vec![2, 3]), (3, vec![]), (9, vec![])] {
        let events = journal.load(GEMEENTE, zaak(1), after).await.unwrap();
        assert_eq!(events.iter().map(|event| event.version).collect::<Vec<_>>(), expected);
    }
}

pub(crate) async fn versions_are_dense_and_a_conflict_names_the_present_one(journal: &impl Journal) {
    append(journal, adds(1, zaak(1), 0, &["a", "b"])).await.unwrap();
    for (n, expected) in [(2, 0), (3, 1), (4, 3)] {
        let refused = append(journal, adds(n, zaak(1), expected, &["x"])).await;
        assert_eq!(refused, Err(Refusal::Conflict { stream: zaak(1), actual: 2 }));
    }
    let absent = append(journal, adds(5, zaak(2), 1, &["x"])).await;
    assert_eq!(absent, Err(Refusal::Conflict { stream: zaak(2), actual: 0 }));
    append(journal, adds(6, zaak(1), 2, &["c"])).await.unwrap();
    assert_eq!(bodies(journal, zaak(1)).await, ["a", "b", "c"]);
}

pub(crate) async fn one_command_moves_all_its_streams_or_none(journal: &impl Journal) {
    append(journal, adds(1, zaak(2), 0, &["there"])).await.unwrap();
    let mut both = adds(2, zaak(1), 0, &["a"]);
    both.streams.extend(adds(2, zaak(2), 0, &["b"]).streams);
    both.claims = claims(2, "zaaknummer", &["ZAAK-1"]).claims;
    both.documents = begins(2, document(1), vec![update(KEVIN, 1, b"t", &[5])]).documents;
    let refused = append(journal, both.clone()).await;
    assert_eq!(refused, Err(Refusal::Conflict { stream: zaak(2), actual: 1 }));
    assert_eq!(bodies(journal, zaak(1)).await, [""; 0]);
    assert_eq!(journal.open_document(GEMEENTE, document(1)).await.unwrap(), None);

    both.streams[1].expected = 1;
    append(journal, both).await.unwrap();
    assert_eq!(bodies(journal, zaak(1)).await, ["a"]);
    assert_eq!(bodies(journal, zaak(2)).await, ["there", "b"]);
}

pub(crate) async fn a_later_write_sees_an_earlier_one_of_its_batch(journal: &impl Journal) {
    let batch = vec![
        Write::Append(adds(1, zaak(1), 0, &["a"])),
        Write::Append(adds(2, zaak(1), 1, &["b"])),
        Write::Append(adds(3, zaak(1), 1, &["too late"])),
    ];
    let outcomes = commit_all(journal, batch).await;
    assert!(outcomes[0].is_ok() && outcomes[1].is_ok());
    assert_eq!(outcomes[2], Err(Refusal::Conflict { stream: zaak(1), actual: 2 }));
    assert_eq!(bodies(journal, zaak(1)).await, ["a", "b"]);
}

pub(crate) async fn a_refused_write_leaves_its_neighbours_alone(journal: &impl Journal) {
    let batch = vec![
        Write::Append(adds(1, zaak(1), 0, &["a"])),
        Write::Append(adds(2, zaak(2), 7, &["refused"])),
        Write::Audit { gemeente: GEMEENTE, rows: vec![audit_row(1, "zaak/2")] },
        text(document(9), vec![update(KEVIN, 1, b"refused", &[])]),
        Write::Append(adds(3, zaak(3), 0, &["c"])),
    ];
    let outcomes = commit_all(journal, batch).await;
    let done: Vec<bool> = outcomes.iter().map(Result::is_ok).collect();
    assert_eq!(done, [true, false, true, false, true]);
    assert_eq!(bodies(journal, zaak(1)).await, ["a"]);
    assert_eq!(bodies(journal, zaak(2)).await, [""; 0]);
    assert_eq!(bodies(journal, zaak(3)).await, ["c"]);
}

pub(crate) async fn a_claim_is_taken_once(journal: &impl Journal) {
    append(journal, claims(1, "zaaknummer", &["ZAAK-1"])).await.unwrap();
    let refused = append(journal, claims(2, "zaaknummer", &["ZAAK-2", "ZAAK-1"])).await;
    assert_eq!(refused, Err(Refusal::Claimed { scope: "zaaknummer" }));
    // The refused command took nothing.
    append(journal, claims(3, "zaaknummer", &["ZAAK-2"])).await.unwrap();
}

pub(crate) async fn two_claims_in_one_batch_and_in_one_command(journal: &impl Journal) {
    let batch = vec![
        Write::Append(claims(1, "bsn", &["999990019"])),
        Write::Append(claims(2, "bsn", &["999990019"])),
        Write::Append(claims(3, "bsn", &["999990020", "999990020"])),
    ];
    let outcomes = commit_all(journal, batch).await;
    assert!(outcomes[0].is_ok());
    assert_eq!(outcomes[1], Err(Refusal::Claimed { scope: "bsn" }));
    assert_eq!(outcomes[2], Err(Refusal::Claimed { scope: "bsn" }));
}

pub(crate) async fn a_claim_holds_within_its_municipality_and_scope(journal: &impl Journal) {
    append(journal, claims(1, "bsn", &["999990019"])).await.unwrap();
    append(journal, claims(2, "zaaknummer", &["999990019"])).await.unwrap();
    append(journal, Append { gemeente: ANDERE, ..claims(3, "bsn", &["999990019"]) }).await.unwrap();
    let again = append(journal, Append { gemeente: ANDERE, ..claims(4, "bsn", &["999990019"]) }).await;
    assert_eq!(again, Err(Refusal::Claimed { scope: "bsn" }));
}

pub(crate) async fn a_repeated_command_gets_its_old_answer(journal: &impl Journal) {
    let first = adds(1, zaak(1), 0, &["a"]);
    append(journal, first.clone()).await.unwrap();
    append(journal, adds(2, zaak(1), 1, &["b"])).await.unwrap();
    // It answers as it did then, whatever else it holds now.
    let repeated = Append { answer: b"other".to_vec(), ..first.clone() };
    assert_eq!(append(journal, repeated).await, Ok(Appended::Repeated { answer: first.answer.clone() }));
    assert_eq!(bodies(journal, zaak(1)).await, ["a", "b"]);
    let stored = journal.answer(GEMEENTE, command(1)).await.unwrap();
    let (request_hash, answer) = (first.request_hash, first.answer);
    assert_eq!(stored, Some(crate::store::StoredAnswer { request_hash, answer }));
    assert_eq!(journal.answer(GEMEENTE, command(3)).await.unwrap(), None);
}

pub(crate) async fn a_command_id_with_another_request_is_refused(journal: &impl Journal) {
    append(journal, adds(1, zaak(1), 0, &["a"])).await.unwrap();
    let other = Append { request_hash: hash(99), ..adds(1, zaak(1), 1, &["b"]) };
    assert_eq!(append(journal, other).await, Err(Refusal::CommandReused));
    assert_eq!(bodies(journal, zaak(1)).await, ["a"]);
}

pub(crate) async fn a_repeat_within_one_batch(journal: &impl Journal) {
    let first = adds(1, zaak(1), 0, &["a"]);
    let other = Append { request_hash: hash(99), ..first.clone() };
    let batch = vec![Write::Append(first.clone()), Write::Append(first.clone()), Write::Append(other)];
    let outcomes = commit_all(journal, batch).await;
    assert!(matches!(outcomes[0], Ok(Appended::Done { .. })));
    assert_eq!(outcomes[1], Ok(Appended::Repeated { answer: first.answer }));
    assert_eq!(outcomes[2], Err(Refusal::CommandReused));
    assert_eq!(bodies(journal, zaak(1)).await, ["a"]);
}

pub(crate) async fn a_refused_command_may_be_tried_again(journal: &impl Journal) {
    assert!(append(journal, adds(1, zaak(1), 4, &["a"])).await.is_err());
    assert_eq!(journal.answer(GEMEENTE, command(1)).await.unwrap(), None);
    append(journal, adds(1, zaak(1), 0, &["a"])).await.unwrap();
}

pub(crate) async fn answers_are_forgotten_by_when_the_command_was_done(journal: &impl Journal) {
    let only_a_line = Append { audit: vec![audit_row(1, "zaak/1")], ..claims(1, "bsn", &["999990019"]) };
    append(journal, only_a_line).await.unwrap();
    append(journal, adds(2, zaak(1), 0, &["a"])).await.unwrap();
    assert_eq!(journal.prune_answers(moment(0)).await.unwrap(), 0, "neither was done before that");
    let later = moment(60_000_000);
    let mut gone = 0;
    loop {
        match journal.prune_answers(later).await.unwrap() {
            0 => break,
            some => gone += some,
        }
    }
    assert_eq!(gone, 2, "the one without an event too");
    for n in [1, 2] {
        assert_eq!(journal.answer(GEMEENTE, command(n)).await.unwrap(), None, "{n}");
    }
    // What was claimed stays claimed: that is how something comes in once for good.
    let again = append(journal, claims(1, "bsn", &["999990019"])).await;
    assert_eq!(again, Err(Refusal::Claimed { scope: "bsn" }));
}

pub(crate) async fn a_command_may_leave_only_a_line_in_the_trail(journal: &impl Journal) {
    let before = append(journal, adds(1, zaak(1), 0, &["a", "b"])).await;
    let only = Append { audit: vec![audit_row(1, "zaak/1")], ..bare(2) };
    assert_eq!(append(journal, only).await, before, "the feed ends where it did");
}

pub(crate) async fn another_municipality_sees_nothing(journal: &impl Journal) {
    append(journal, adds(1, zaak(1), 0, &["a"])).await.unwrap();
    assert_eq!(journal.load(ANDERE, zaak(1), 0).await.unwrap(), []);
    assert_eq!(journal.answer(ANDERE, command(1)).await.unwrap(), None);
    // The same ids are other things there.
    let same = Append { gemeente: ANDERE, ..adds(1, zaak(1), 0, &["theirs"]) };
    assert!(matches!(append(journal, same).await, Ok(Appended::Done { .. })));
    assert_eq!(bodies(journal, zaak(1)).await, ["a"]);
}
