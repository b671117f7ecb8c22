//! How long it takes to verify a record, to export it and to put it back: `cargo run --release --example copy_rate`, with `scripts/with-postgres.sh` for
//! PostgreSQL too. A hundred thousand events of 400 bytes in ten thousand streams, each stream with a line of the trail.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use keukentafel::clock::{Clock, SystemClock};
use keukentafel::domain::ids::{CommandId, GemeenteId, MedewerkerId};
use keukentafel::rng::{Rng, SystemRng};
use keukentafel::store::opening::EpochChoice;
use keukentafel::store::{
    Append, AuditRow, EventHeader, InstallationKey, Journal, NewEvent, PostgresJournal, SqliteJournal,
    StoredJournal, StreamAppend, StreamId, StreamKind, Write, postgres, sqlite,
};
use uuid::Uuid;

const STREAMS: usize = 10_000;
const EVENTS_EACH: usize = 10;
const EVENT_BYTES: usize = 400;
/// Streams that begin in one commit.
const BATCH: usize = 100;

type Done<T> = Result<T, Box<dyn std::error::Error>>;

#[tokio::main]
async fn main() -> Done<()> {
    let folder = std::env::temp_dir().join(format!("copy_rate-{}", std::process::id()));
    std::fs::create_dir(&folder)?;
    let done = run(&folder, std::env::var("KEUKENTAFEL_TEST_POSTGRES").ok()).await;
    std::fs::remove_dir_all(&folder)?;
    done
}

async fn run(folder: &Path, server: Option<String>) -> Done<()> {
    let key = InstallationKey::generate(&SystemRng);
    let file = |name: &str| sqlite::OpenOptions {
        path: folder.join(name),
        key: key.clone(),
        rng: Arc::new(SystemRng),
        clock: Arc::new(SystemClock::default()),
        node: "bench".into(),
        epoch: EpochChoice::Keep,
    };
    let at = |url: String| postgres::OpenOptions {
        url,
        key: key.clone(),
        rng: Arc::new(SystemRng),
        clock: Arc::new(SystemClock::default()),
        node: "bench".into(),
        epoch: EpochChoice::Keep,
    };
    let journal = StoredJournal::Sqlite(SqliteJournal::open(file("een")).await?);
    let to = measure("SQLite", &journal, folder).await?;
    journal.close().await;
    let started = Instant::now();
    sqlite::backup_of(&file("een"), &folder.join("kopie")).await?;
    told("SQLite: backup", started);
    let started = Instant::now();
    sqlite::restore(&file("twee"), &to, &mut |_, _| {}).await?;
    told("SQLite: put back into a file", started);
    let Some(server) = server else { return Ok(()) };
    let schema = |name: &str| format!("copy_rate_{name}_{}", std::process::id());
    let url = postgres::make_schema(&server, &schema("een")).await?;
    let started = Instant::now();
    postgres::restore(&at(url), &to, &mut |_, _| {}).await?;
    told("SQLite: put back into PostgreSQL", started);
    let url = postgres::make_schema(&server, &schema("twee")).await?;
    let journal = StoredJournal::Postgres(PostgresJournal::open(at(url)).await?);
    let to = measure("PostgreSQL", &journal, folder).await?;
    journal.close().await;
    let started = Instant::now();
    sqlite::restore(&file("drie"), &to, &mut |_, _| {}).await?;
    told("PostgreSQL: put back into a file", started);
    Ok(())
}

fn told(what: &str, started: Instant) {
    println!("{what}: {:.1} s", started.elapsed().as_secs_f64());
}

/// Fills it, verifies it and exports it; answers where.
async fn measure(what: &str, journal: &StoredJournal, folder: &Path) -> Done<std::path::PathBuf> {
    let gemeente = GemeenteId(id());
    for _ in 0..STREAMS / BATCH {
        for outcome in journal.shared().commit((0..BATCH).map(|_| begin(gemeente)).collect()).await {
            outcome??;
        }
    }
    let started = Instant::now();
    let verified = journal.verify_against(&[]).await?;
    told(&format!("{what}: verify {} events, {} wrong", verified.events, verified.bad.len()), started);
    let (to, started) = (folder.join(what), Instant::now());
    journal.export(&to, SystemClock::default().now(), &mut |_, _| {}).await?;
    told(&format!("{what}: export"), started);
    Ok(to)
}

fn begin(gemeente: GemeenteId) -> Write {
    let (now, command) = (SystemClock::default().now(), CommandId(id()));
    let header = EventHeader {
        soort: "ZaakToegewezen".into(),
        schema: 1,
        at: now,
        geldig_op: None,
        door: Some(MedewerkerId(id())),
        namens: None,
        rol: Some("regisseur".into()),
        cmd_id: command,
        oorzaak: None,
    };
    let event = NewEvent { header, body: vec![b'x'; EVENT_BYTES] };
    let stream = StreamId { kind: StreamKind::Zaak, id: id() };
    Write::Append(Append {
        gemeente,
        command,
        request_hash: [0; 32],
        streams: vec![StreamAppend { stream, expected: 0, events: vec![event; EVENTS_EACH] }],
        claims: Vec::new(),
        documents: Vec::new(),
        statuses: Vec::new(),
        outbox: Vec::new(),
        stukken: Vec::new(),
        concepten: Vec::new(),
        wist: Vec::new(),
        audit: vec![AuditRow::new(now, "zaak.lezen", "zaak/1")],
        answer: b"{}".to_vec(),
    })
}

fn id() -> Uuid {
    SystemRng.uuid(SystemClock::default().now())
}
