//! How many rows a second the SQLite journal makes durable: `cargo run --release --example journal_rate`.
//!
//! Rows of 40 bytes over 64 documents, in batches of several sizes; then commands of one event each. One batch at a time, as
//! the committer hands them in, so that the time of a commit is that of a batch.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use keukentafel::clock::{Clock, SystemClock};
use keukentafel::domain::ids::{CommandId, DocumentId, GemeenteId, MedewerkerId, PersoonId};
use keukentafel::rng::{Rng, SystemRng};
use keukentafel::store::sqlite::{EpochChoice, OpenOptions, SqliteJournal};
use keukentafel::store::{
    Append, AuditRow, DocumentAppend, DocumentUpdate, EventHeader, InstallationKey, Journal, NewDocument,
    NewEvent, StreamAppend, StreamId, StreamKind, Write,
};

const DOCUMENTS: usize = 64;
const BATCHES: [usize; 4] = [1, 16, 64, 512];
const ROWS: usize = 40_000;
const ROW_BYTES: usize = 40;

struct Bench {
    journal: SqliteJournal,
    gemeente: GemeenteId,
    door: MedewerkerId,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::temp_dir().join(format!("journal_rate-{}", std::process::id()));
    std::fs::create_dir(&folder)?;
    let done = run(folder.join("journal.sqlite")).await;
    std::fs::remove_dir_all(&folder)?;
    done
}

async fn run(path: PathBuf) -> Result<(), Box<dyn std::error::Error>> {
    let options = OpenOptions {
        path,
        key: InstallationKey::generate(&SystemRng),
        rng: Arc::new(SystemRng),
        clock: Arc::new(SystemClock::default()),
        node: "bench".into(),
        epoch: EpochChoice::Keep,
    };
    let journal = SqliteJournal::open(options).await?;
    let bench = Bench { journal, gemeente: GemeenteId(id()), door: MedewerkerId(id()) };
    let documents: Vec<DocumentId> = (0..DOCUMENTS).map(|_| DocumentId(id())).collect();
    let mut begin = bench.command(Vec::new());
    begin.documents = documents.iter().map(|id| NewDocument { id: *id, updates: Vec::new() }).collect();
    bench.commit(vec![Write::Append(begin)]).await?;
    for size in BATCHES {
        let rows = if size == 1 { ROWS / 10 } else { ROWS };
        let batches = (0..rows / size)
            .map(|n| (0..size).map(|i| bench.row(documents[(n * size + i) % DOCUMENTS])).collect())
            .collect();
        bench.measure("document rows", size, batches).await?;
    }
    for size in BATCHES {
        let commands = if size == 1 { ROWS / 20 } else { ROWS / 2 };
        let batches = (0..commands / size).map(|_| (0..size).map(|_| bench.event()).collect()).collect();
        bench.measure("commands", size, batches).await?;
    }
    // A look as it was before lines said about whom they are, at one person, and at a list of twenty.
    for about in [0, 1, 20] {
        for size in BATCHES {
            let looks = if size == 1 { ROWS / 20 } else { ROWS / 2 };
            let batches = (0..looks / size).map(|_| (0..size).map(|_| bench.look(about)).collect()).collect();
            bench.measure(&format!("looks at {about:>2} people"), size, batches).await?;
        }
    }
    let started = Instant::now();
    let verified = bench.journal.verify_trail(&[]).await?;
    println!("verify the trail: {} lines in {:.1} s", verified.audit, started.elapsed().as_secs_f64());
    let started = Instant::now();
    let verified = bench.journal.verify().await?;
    println!("verify: {verified:?} in {:.1} s", started.elapsed().as_secs_f64());
    bench.journal.close().await;
    Ok(())
}

impl Bench {
    async fn measure(
        &self,
        what: &str,
        size: usize,
        batches: Vec<Vec<Write>>,
    ) -> Result<(), Box<dyn std::error::Error>> {
        let count = batches.len() * size;
        let mut times = Vec::with_capacity(batches.len());
        let started = Instant::now();
        for batch in batches {
            let begun = Instant::now();
            self.commit(batch).await?;
            times.push(begun.elapsed());
        }
        let rate = count as f64 / started.elapsed().as_secs_f64();
        times.sort_unstable();
        let at = |part: usize| times[(times.len() - 1) * part / 100].as_secs_f64() * 1000.0;
        println!("{what}, {size:>3} a batch: {rate:>8.0}/s, p50 {:.2} ms, p99 {:.2} ms", at(50), at(99));
        Ok(())
    }

    async fn commit(&self, batch: Vec<Write>) -> Result<(), Box<dyn std::error::Error>> {
        for outcome in self.journal.commit(batch).await {
            outcome??;
        }
        Ok(())
    }

    fn row(&self, document: DocumentId) -> Write {
        let mut bytes = vec![0; ROW_BYTES];
        SystemRng.fill(&mut bytes);
        let update = DocumentUpdate {
            door: Some(self.door),
            sessie: Some(self.door.0),
            at: SystemClock::default().now(),
            bytes,
            binds: vec![7],
        };
        Write::Document(DocumentAppend { gemeente: self.gemeente, document, updates: vec![update] })
    }

    fn event(&self) -> Write {
        let mut append = self.command(Vec::new());
        let header = EventHeader {
            soort: "ZaakToegewezen".into(),
            schema: 1,
            at: SystemClock::default().now(),
            geldig_op: None,
            door: Some(self.door),
            namens: None,
            rol: Some("regisseur".into()),
            cmd_id: append.command,
            oorzaak: None,
        };
        let events = vec![NewEvent { header, body: vec![b'x'; 200] }];
        let stream = StreamId { kind: StreamKind::Zaak, id: id() };
        append.streams = vec![StreamAppend { stream, expected: 0, events }];
        append.audit = vec![AuditRow {
            wie: Some(self.door),
            rol: Some("regisseur".into()),
            betrokkenen: vec![PersoonId(id())],
            grond: Some("behandelaar".into()),
            doel: Some(stream.to_string()),
            cmd_id: Some(append.command),
            ..AuditRow::new(SystemClock::default().now(), "WijsToe", stream.to_string())
        }];
        Write::Append(append)
    }

    fn look(&self, about: usize) -> Write {
        let zaak = format!("zaak/{}", id());
        let row = AuditRow {
            wie: Some(self.door),
            rol: Some("regisseur".into()),
            sessie: Some(self.door.0),
            grond: (about > 0).then(|| "behandelaar".to_owned()),
            doel: (about > 0).then(|| zaak.clone()),
            ..AuditRow::new(SystemClock::default().now(), "zaak.lezen", zaak)
        };
        let rows = row.over((0..about).map(|_| PersoonId(id())));
        Write::Audit { gemeente: self.gemeente, rows }
    }

    fn command(&self, streams: Vec<StreamAppend>) -> Append {
        Append {
            gemeente: self.gemeente,
            command: CommandId(id()),
            request_hash: [1; 32],
            streams,
            claims: Vec::new(),
            documents: Vec::new(),
            statuses: Vec::new(),
            outbox: Vec::new(),
            stukken: Vec::new(),
            concepten: Vec::new(),
            wist: Vec::new(),
            audit: Vec::new(),
            answer: b"{}".to_vec(),
        }
    }
}

fn id() -> uuid::Uuid {
    SystemRng.uuid(SystemClock::default().now())
}
