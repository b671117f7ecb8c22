//! An export that is not whole is not put back, and nothing of it is left.

use std::path::Path;

use super::{Kind, Place};
use crate::store::conformance::filled::fill;
use crate::store::conformance::moment;
use crate::store::{InstallationKey, RestoreError, SqliteJournal, sqlite};

type Spoil = fn(&Path);

fn text(folder: &Path, file: &str) -> String {
    std::fs::read_to_string(folder.join(file)).unwrap()
}

fn put(folder: &Path, file: &str, text: &str) {
    std::fs::write(folder.join(file), text).unwrap();
}

/// What is done to an export, and what is said of it.
const SPOILT: &[(&str, Spoil, &str)] = &[
    (
        "cut in a row",
        |at| put(at, "event.jsonl", text(at, "event.jsonl").split_at(700).0),
        "event.jsonl has 1 rows, the manifest says 6",
    ),
    (
        "cut after a row",
        |at| {
            let all = text(at, "audit.jsonl");
            let lines: Vec<_> = all.lines().take(5).map(|line| format!("{line}\n")).collect();
            put(at, "audit.jsonl", &lines.concat());
        },
        "audit.jsonl has 5 rows, the manifest says 7",
    ),
    (
        "changed",
        |at| put(at, "event.jsonl", &text(at, "event.jsonl").replacen("ZaakToegewezen", "ZaakToegewezem", 1)),
        "event.jsonl was changed",
    ),
    ("longer", |at| put(at, "claim.jsonl", &(text(at, "claim.jsonl") + "{}\n")), "claim.jsonl was changed"),
    (
        "swapped",
        |at| {
            let all = text(at, "stuk.jsonl");
            let mut lines: Vec<_> = all.lines().map(|line| format!("{line}\n")).collect();
            lines.swap(0, 1);
            put(at, "stuk.jsonl", &lines.concat());
        },
        "stuk.jsonl was changed",
    ),
    (
        "no text",
        |at| std::fs::write(at.join("outbox.jsonl"), [0xff, 0xfe, b'\n']).unwrap(),
        "outbox.jsonl was changed",
    ),
    ("away", |at| std::fs::remove_file(at.join("command.jsonl")).unwrap(), "command.jsonl"),
    (
        "another count",
        |at| put(at, "manifest.json", &text(at, "manifest.json").replacen("\"rijen\": 6", "\"rijen\": 5", 1)),
        "the manifest is not the one that was signed",
    ),
    (
        "half a manifest",
        |at| put(at, "manifest.json", text(at, "manifest.json").split_at(300).0),
        "the manifest is none",
    ),
    (
        "another form",
        |at| put(at, "manifest.json", &text(at, "manifest.json").replacen("\"vorm\": 1", "\"vorm\": 2", 1)),
        "a form that this program does not know",
    ),
    ("no manifest", |at| std::fs::remove_file(at.join("manifest.json")).unwrap(), "manifest.json"),
];

fn copied(from: &Path, to: &Path) {
    std::fs::create_dir(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}

/// Nothing that anybody could open, and no file of a try.
async fn is_empty(place: &Place) {
    match place {
        Place::File(folder) => {
            let left = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
            let left: Vec<_> = left.filter(|name| name != "journal.sqlite.slot").collect();
            assert_eq!(left, [""; 0]);
        }
        Place::Postgres(_) => {
            let journal = crate::store::PostgresJournal::open_to_read(place.server("een")).await;
            assert!(journal.is_err());
        }
    }
}

async fn what_is_not_whole_is_refused(kind: Kind) {
    let (Some(source), Some(target)) = (Place::new(Kind::File).await, Place::new(kind).await) else { return };
    let journal = source.open("een").await;
    fill(&journal.shared(), "x").await;
    let folder = tempfile::tempdir().unwrap();
    let good = folder.path().join("goed");
    journal.export(&good, moment(9), &mut |_, _| {}).await.unwrap();
    for (n, (what, spoil, expected)) in SPOILT.iter().enumerate() {
        let bad = folder.path().join(n.to_string());
        copied(&good, &bad);
        spoil(&bad);
        let told = target.restore(&bad).await.err().unwrap().to_string();
        assert!(told.contains(expected), "{what}: {told}");
        is_empty(&target).await;
    }
    if let Place::File(folder) = &target {
        // The log of a database that was moved away would be read into the new one.
        let left = folder.path().join("journal.sqlite-wal");
        std::fs::write(&left, b"of before").unwrap();
        assert!(matches!(target.restore(&good).await, Err(RestoreError::NotEmpty)));
        std::fs::remove_file(left).unwrap();
    }
    // Then the good one, once.
    target.restore(&good).await.unwrap();
    assert!(matches!(target.restore(&good).await, Err(RestoreError::NotEmpty)));
    let copy = target.open("een").await;
    assert_eq!(copy.verify_against(&[]).await.unwrap().bad, []);
}

// shows G07
#[tokio::test]
async fn what_is_not_whole_is_not_put_in_a_file() {
    what_is_not_whole_is_refused(Kind::File).await;
}

// shows G07
#[tokio::test]
async fn what_is_not_whole_is_not_put_in_a_server() {
    what_is_not_whole_is_refused(Kind::Postgres).await;
}

/// An export of a record that somebody changed is whole as an export; what is wrong with the record is found before anybody opens it.
async fn a_record_that_was_changed_is_refused(kind: Kind) {
    let (Some(source), Some(target)) = (Place::new(Kind::File).await, Place::new(kind).await) else { return };
    let journal = source.open("een").await;
    fill(&journal.shared(), "x").await;
    let mut beside = source.beside().await;
    beside.begin().await;
    beside.run("update event set soort = 'ZaakGesloten' where position = 3; update audit set object = 'zaak/9' where n = 4; commit").await;
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("uitvoer");
    journal.export(&to, moment(9), &mut |_, _| {}).await.unwrap();
    let Err(RestoreError::Bad(bad)) = target.restore(&to).await else { panic!("it was put back") };
    let named: Vec<_> = bad.iter().map(|bad| bad.table).collect();
    assert_eq!(named, ["event", "audit"]);
    is_empty(&target).await;
}

// shows G07, G29
#[tokio::test]
async fn a_record_that_was_changed_is_not_put_in_a_file() {
    a_record_that_was_changed_is_refused(Kind::File).await;
}

// shows G07, G29
#[tokio::test]
async fn a_record_that_was_changed_is_not_put_in_a_server() {
    a_record_that_was_changed_is_refused(Kind::Postgres).await;
}

/// Another key opens nothing of it, and a file that a try left is no database.
#[tokio::test]
async fn another_key_and_a_half_file_are_told_apart_from_a_good_copy() {
    let (Some(source), Some(target)) = (Place::new(Kind::File).await, Place::new(Kind::File).await) else {
        return;
    };
    let journal = source.open("een").await;
    fill(&journal.shared(), "x").await;
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("uitvoer");
    journal.export(&to, moment(9), &mut |_, _| {}).await.unwrap();
    let other = InstallationKey::parse(&"2b".repeat(32)).unwrap();
    let options = sqlite::OpenOptions { key: other, ..target.file("een") };
    let refused = sqlite::restore(&options, &to, &mut |_, _| {}).await;
    assert!(matches!(refused, Err(RestoreError::OtherKey)));
    // Of a try that was killed.
    let mut half = target.file("een").path.into_os_string();
    half.push(".half");
    std::fs::write(&half, b"half").unwrap();
    target.restore(&to).await.unwrap();
    assert!(!Path::new(&half).exists());
    SqliteJournal::open(target.file("een")).await.unwrap().close().await;
}

/// A copy of a file while its server is at work: whole, and another history without anybody saying so.
// shows G07
#[tokio::test]
async fn a_backup_is_made_beside_the_server_and_is_another_history() {
    let Some(source) = Place::new(Kind::File).await else { return };
    let journal = source.open("een").await;
    fill(&journal.shared(), "x").await;
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("journal.sqlite");
    let verified = sqlite::backup_of(&source.file("een"), &to).await.unwrap();
    assert_eq!((verified.events, verified.bad), (6, vec![]));
    assert!(sqlite::backup_of(&source.file("een"), &to).await.is_err(), "it is there already");
    let copy = Place::File(folder);
    let opened = copy.open("een").await;
    assert_ne!(
        crate::store::Journal::epoch(&opened.shared()),
        crate::store::Journal::epoch(&journal.shared())
    );
    assert_eq!(opened.verify_against(&[]).await.unwrap().bad, []);
    let other = InstallationKey::parse(&"2b".repeat(32)).unwrap();
    let options = sqlite::OpenOptions { key: other, ..source.file("een") };
    let elsewhere = tempfile::tempdir().unwrap();
    assert!(sqlite::backup_of(&options, &elsewhere.path().join("k")).await.is_err());
}
