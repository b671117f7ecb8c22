//! The memory journal under the suite, and the pieces that both journals share.

use std::os::unix::fs::PermissionsExt;
use std::sync::Arc;

use uuid::Uuid;

use super::chain::{
    AuditLink, RowHeader, audit_line, audit_link, audit_link_1, event_header, link, row_header, sha256,
};
use super::conformance::{
    EMMA, GEMEENTE, KEVIN, adds, append, audit_row, begins, bodies, commit, conformance, document, moment,
    text, update, zaak,
};
use super::crypto::{Keys, hex};
use super::heads::{HeadKey, LastHead, TrailEnd};
use super::memory::{Failure, MemoryJournal};
use super::{
    Appended, AuditRow, Fault, InstallationKey, Journal, KeyError, Position, Refusal, StreamId, StreamKind,
    Write,
};
use crate::domain::ids::PersoonId;
use crate::rng::SeededRng;

async fn memory() -> (MemoryJournal, ()) {
    (MemoryJournal::new(Uuid::from_u128(1)), ())
}

mod in_memory {
    use super::*;
    conformance!(super::memory);
}

#[tokio::test]
async fn held_commits_pass_in_order() {
    let journal = Arc::new(MemoryJournal::new(Uuid::from_u128(1)));
    journal.hold();
    let tasks: Vec<_> = (1..=3)
        .map(|n| {
            let journal = Arc::clone(&journal);
            async move { append(&*journal, adds(n, zaak(n), 0, &["x"])).await }
        })
        .map(tokio::spawn)
        .collect();
    journal.arrived(3).await;
    assert_eq!(journal.committed().len(), 0);
    journal.let_through(1);
    let mut tasks = tasks.into_iter();
    assert_eq!(tasks.next().unwrap().await.unwrap(), Ok(Appended::Done { position: Position(1) }));
    assert_eq!(journal.committed().len(), 1);
    journal.release();
    for task in tasks {
        task.await.unwrap().unwrap();
    }
    assert_eq!(journal.committed().len(), 3);
}

#[tokio::test]
async fn failures_come_in_the_order_asked_for() {
    let (journal, ()) = memory().await;
    let lost = Fault::Unavailable("cut".into());
    journal.fail_next(2, &Failure::Full);
    journal.fail_next(1, &Failure::Fault(lost.clone()));
    journal.fail_next(1, &Failure::LostAnswer(lost));
    let write = || vec![Write::Append(adds(1, zaak(1), 0, &["x"]))];
    assert!(matches!(journal.commit(write()).await[0], Ok(Err(Refusal::Full))));
    assert!(matches!(journal.commit(write()).await[0], Ok(Err(Refusal::Full))));
    assert!(journal.commit(write()).await[0].is_err());
    assert_eq!(bodies(&journal, zaak(1)).await, [""; 0]);
    assert!(journal.commit(write()).await[0].is_err());
    assert_eq!(bodies(&journal, zaak(1)).await, ["x"]);
    assert!(matches!(journal.commit(write()).await[0], Ok(Ok(Appended::Repeated { .. }))));
}

#[tokio::test]
async fn what_is_erased_is_gone_and_its_headers_are_not() {
    let (journal, ()) = memory().await;
    append(&journal, adds(1, zaak(1), 0, &["x"])).await.unwrap();
    append(&journal, begins(2, document(2), vec![update(KEVIN, 1, b"a", &[])])).await.unwrap();
    journal.erase_stream(GEMEENTE, zaak(1), audit_row(1, "zaak/1"));
    let stream = StreamId { kind: StreamKind::Document, id: document(2).0 };
    journal.erase_stream(GEMEENTE, stream, audit_row(1, "document/2"));
    assert_eq!(journal.load(GEMEENTE, zaak(1), 0).await.unwrap()[0].body, None);
    assert_eq!(append(&journal, adds(3, zaak(1), 1, &["y"])).await, Err(Refusal::Missing));
    assert_eq!(journal.open_document(GEMEENTE, document(2)).await.unwrap(), None);
    let refused = commit(&journal, text(document(2), vec![update(KEVIN, 1, b"b", &[])])).await;
    assert_eq!(refused, Err(Refusal::Missing));
    assert_eq!(journal.audit().len(), 2);
}

/// Guards every chain that exists: these values may never change.
#[test]
fn links_are_golden() {
    let event = super::conformance::event(super::conformance::command(9), "{}");
    let header = event_header(GEMEENTE, zaak(1), 3, &event.header);
    let row = RowHeader { seq: 4, door: Some(EMMA), sessie: None, at: moment(1) };
    let row = row_header(GEMEENTE, document(2), &row);
    let lines = [(GEMEENTE, audit_row(1, "zaak/1"))];
    let full = AuditRow {
        namens: Some(KEVIN),
        betrokkenen: vec![PersoonId(Uuid::from_u128(1)), PersoonId(Uuid::from_u128(2))],
        grond: Some("behandelaar".into()),
        doel: Some("zaak/1".into()),
        systeem: Some("brp".into()),
        ..audit_row(1, "zaak/1")
    };
    let line = audit_line(5, GEMEENTE, &full);
    let audit_head = AuditLink { node: "node", link: 2, n_first: 5, position: 8 };
    let end = TrailEnd { link: 2, lines: 5, chain: [1; 32] };
    let last = LastHead { day: 1, sealed: [2; 32] };
    let made = [
        link(&[1; 32], &header, &sha256(b"body")),
        link(&[1; 32], &row, &sha256(b"body")),
        audit_link_1(&[1; 32], &audit_head, &lines),
        line,
        audit_link(&[1; 32], &audit_head, &[line]),
        sha256(&HeadKey::from_seed(&[3; 32]).sign("node", end, Some(last), moment(2)).signature),
    ];
    assert_eq!(
        made.map(|link| hex(&link)[..16].to_owned()),
        [
            "ee3a46912452fdaf",
            "ee724a307fbaeef5",
            "d3ef1f282119dbbd",
            "c6d80729b15b7a37",
            "679afe59e97c0ec2",
            "4999b0ec87eb7ff5"
        ]
    );
}

#[test]
fn keys_parse_and_stay_masked() {
    let digits = "00112233445566778899aabbccddeeff00112233445566778899AABBCCDDEEFF";
    let base64 = "ABEiM0RVZneImaq7zN3u/wARIjNEVWZ3iJmqu8zd7v8=";
    let check = |text: &str| Keys::new(&InstallationKey::parse(text).unwrap()).check();
    assert_eq!(check(digits), check(&format!(" {base64}\n")));
    let rest = &digits[2..];
    for wrong in ["", "00", rest, &format!("+f{rest}"), &digits.repeat(2), "é".repeat(32).as_str()] {
        assert!(matches!(InstallationKey::parse(wrong), Err(KeyError::Malformed)), "{wrong}");
    }
    assert_eq!(format!("{:?}", InstallationKey::parse(digits).unwrap()), "InstallationKey(***)");
}

#[test]
fn a_key_file_is_made_once_and_for_its_owner_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("installation.key");
    let rng = SeededRng::new(1);
    let check = |key: InstallationKey| Keys::new(&key).check();
    let made = check(InstallationKey::load_or_create(&path, &rng).unwrap());
    assert_eq!(check(InstallationKey::load_or_create(&path, &rng).unwrap()), made);
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
    let exposed = InstallationKey::load_or_create(&path, &rng);
    assert!(matches!(exposed, Err(KeyError::Exposed { mode: 0o640, .. })));
}

#[test]
fn a_body_opens_only_under_its_own_header() {
    let rng = SeededRng::new(2);
    let keys = Keys::new(&InstallationKey::generate(&rng));
    let (key, wrapped) = keys.make(&rng, GEMEENTE, zaak(1));
    let closed = key.close(&rng, b"header", b"text");
    assert_eq!(key.open(b"header", &closed).as_deref(), Some(b"text".as_slice()));
    assert_eq!(key.open(b"other", &closed), None);
    for place in 0..closed.len() {
        let mut flipped = closed.clone();
        flipped[place] ^= 1;
        assert_eq!(key.open(b"header", &flipped), None);
        assert_eq!(key.open(b"header", &closed[..place]), None);
    }
    assert!(keys.unwrap(GEMEENTE, zaak(1), &wrapped).is_ok());
    assert!(keys.unwrap(GEMEENTE, zaak(2), &wrapped).is_err());
}
