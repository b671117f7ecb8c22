//! How many transactions a second a node commits in PostgreSQL, beside what `pgbench` does with the same writes in the same server, turn by turn:
//! `scripts/with-postgres.sh cargo run --release --example postgres_rate`.
//!
//! Both go as fast as they can over as many connections, one transaction at a time on each, with as many rows in it. `pgbench` inserts what is ready
//! into tables with the same columns and indexes, and moves the same heads; it reads nothing, judges nothing, locks nothing by name and closes nothing
//! under a key. So the ratio is what the journal's promises cost. Arguments: seconds of a turn (5) and turns (3).

use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use keukentafel::clock::{Clock, SystemClock};
use keukentafel::domain::ids::{CommandId, DocumentId, GemeenteId, MedewerkerId, PersoonId};
use keukentafel::rng::{Rng, SystemRng};
use keukentafel::store::opening::EpochChoice;
use keukentafel::store::{
    Append, AuditRow, DocumentAppend, DocumentUpdate, EventHeader, InstallationKey, Journal, NewDocument,
    NewEvent, PostgresJournal, StreamAppend, StreamId, StreamKind, Write, postgres,
};
use uuid::Uuid;

const BATCHES: [usize; 4] = [1, 8, 32, 128];
/// Connections of a node that write text, and the one that writes commands (`src/store/postgres/route.rs`).
const TEXT_CONNECTIONS: usize = 3;
const COMMAND_CONNECTIONS: usize = 1;
const ROW_BYTES: usize = 40;
const EVENT_BYTES: usize = 400;
/// What closing under a key adds.
const CLOSED_BYTES: usize = 28;

type Done<T> = Result<T, Box<dyn std::error::Error>>;

struct Bench {
    journal: Arc<PostgresJournal>,
    gemeente: GemeenteId,
    door: MedewerkerId,
}

#[tokio::main]
async fn main() -> Done<()> {
    let mut arguments = std::env::args().skip(1);
    let seconds: u64 = arguments.next().map_or(Ok(5), |text| text.parse())?;
    let turns: usize = arguments.next().map_or(Ok(3), |text| text.parse())?;
    let server = std::env::var("KEUKENTAFEL_TEST_POSTGRES")?;
    let schema = format!("rate_{}", std::process::id());
    let url = postgres::make_schema(&server, &schema).await?;
    let options = postgres::OpenOptions {
        url,
        key: InstallationKey::generate(&SystemRng),
        rng: Arc::new(SystemRng),
        clock: Arc::new(SystemClock::default()),
        node: "bench".into(),
        epoch: EpochChoice::Keep,
    };
    let journal = Arc::new(PostgresJournal::open(options).await?);
    let bench = Bench { journal, gemeente: GemeenteId(id()), door: MedewerkerId(id()) };
    let peer = Peer::prepare(&server, &schema, seconds)?;
    for size in BATCHES {
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for _ in 0..turns {
            ours.push(bench.text(size, Duration::from_secs(seconds)).await?);
            theirs.push(peer.run("text", TEXT_CONNECTIONS, size)?);
        }
        told("lines of text", size, TEXT_CONNECTIONS, &mut ours, &mut theirs);
    }
    for size in BATCHES {
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for _ in 0..turns {
            ours.push(bench.commands(size, Duration::from_secs(seconds)).await?);
            theirs.push(peer.run("commands", COMMAND_CONNECTIONS, size)?);
        }
        told("commands", size, COMMAND_CONNECTIONS, &mut ours, &mut theirs);
    }
    bench.journal.close().await;
    peer.psql(&format!("drop schema {schema} cascade"))?;
    Ok(())
}

/// Medians of the turns, and the ratio of each turn's pair.
fn told(what: &str, size: usize, connections: usize, ours: &mut [f64], theirs: &mut [f64]) {
    let mut ratios: Vec<f64> = ours.iter().zip(theirs.iter()).map(|(ours, theirs)| ours / theirs).collect();
    let median = |values: &mut [f64]| {
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    };
    let (low, high) =
        (ratios.iter().copied().fold(f64::INFINITY, f64::min), ratios.iter().copied().fold(0.0, f64::max));
    println!(
        "{what}, {size} a transaction, {connections} connections: {:.0} transactions/s, pgbench {:.0}, ratio {:.2} ({low:.2} to {high:.2})",
        median(ours),
        median(theirs),
        median(&mut ratios),
    );
}

impl Bench {
    /// A document for each connection, and whoever writes in it waits for one transaction before the next.
    async fn text(&self, size: usize, during: Duration) -> Done<f64> {
        let documents: Vec<DocumentId> = (0..TEXT_CONNECTIONS).map(by_lane).collect();
        let mut begin = self.command(Vec::new());
        begin.documents = documents.iter().map(|id| NewDocument { id: *id, updates: Vec::new() }).collect();
        self.commit(vec![Write::Append(begin)]).await?;
        let started = Instant::now();
        let writers = documents.into_iter().map(|document| async move {
            let mut count = 0_u64;
            while started.elapsed() < during {
                self.commit(vec![self.rows(document, size)]).await?;
                count += 1;
            }
            Done::Ok(count)
        });
        let counts = futures_util::future::join_all(writers).await;
        let mut total = 0;
        for count in counts {
            total += count?;
        }
        Ok(total as f64 / started.elapsed().as_secs_f64())
    }

    /// One command for each of so many zaken, again and again.
    async fn commands(&self, size: usize, during: Duration) -> Done<f64> {
        let streams: Vec<StreamId> =
            (0..size).map(|_| StreamId { kind: StreamKind::Zaak, id: id() }).collect();
        let mut version = 0;
        let started = Instant::now();
        while started.elapsed() < during {
            self.commit(streams.iter().map(|stream| self.event(*stream, version)).collect()).await?;
            version += 1;
        }
        Ok(version as f64 / started.elapsed().as_secs_f64())
    }

    async fn commit(&self, batch: Vec<Write>) -> Done<()> {
        for outcome in self.journal.commit(batch).await {
            outcome??;
        }
        Ok(())
    }

    fn rows(&self, document: DocumentId, size: usize) -> Write {
        let update = |_| {
            let mut bytes = vec![0; ROW_BYTES];
            SystemRng.fill(&mut bytes);
            DocumentUpdate {
                door: Some(self.door),
                sessie: Some(self.door.0),
                at: SystemClock::default().now(),
                bytes,
                binds: vec![7],
            }
        };
        let updates = (0..size).map(update).collect();
        Write::Document(DocumentAppend { gemeente: self.gemeente, document, updates })
    }

    fn event(&self, stream: StreamId, expected: u64) -> Write {
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
        let events = vec![NewEvent { header, body: vec![b'x'; EVENT_BYTES] }];
        append.streams = vec![StreamAppend { stream, expected, events }];
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

fn id() -> Uuid {
    SystemRng.uuid(SystemClock::default().now())
}

/// A document that is written over the text connection with this number.
fn by_lane(lane: usize) -> DocumentId {
    let mut bytes = id().into_bytes();
    bytes[15] = lane as u8;
    DocumentId(Uuid::from_bytes(bytes))
}

/// PostgreSQL's own generator of load, at tables that are like ours.
struct Peer {
    bin: String,
    server: String,
    folder: std::path::PathBuf,
    seconds: u64,
}

impl Peer {
    fn prepare(server: &str, schema: &str, seconds: u64) -> Done<Self> {
        let folder = std::env::temp_dir().join(schema);
        std::fs::create_dir(&folder)?;
        let bin = std::env::var("KEUKENTAFEL_TEST_POSTGRES_BIN")?;
        let peer = Self { bin, server: server.to_owned(), folder, seconds };
        peer.psql(&tables(schema))?;
        std::fs::write(peer.folder.join("text"), text_script(schema))?;
        std::fs::write(peer.folder.join("commands"), commands_script(schema))?;
        Ok(peer)
    }

    fn psql(&self, sql: &str) -> Done<()> {
        let words = ["-q", "-v", "ON_ERROR_STOP=1", "-d", &self.server, "-c", sql];
        let ran = Command::new(format!("{}/psql", self.bin)).args(words).output()?;
        if !ran.status.success() {
            return Err(String::from_utf8_lossy(&ran.stderr).into());
        }
        Ok(())
    }

    /// Transactions a second.
    fn run(&self, script: &str, connections: usize, size: usize) -> Done<f64> {
        let ran = Command::new(format!("{}/pgbench", self.bin))
            .args(["-n", "-M", "prepared", "-j", "1", "-c", &connections.to_string()])
            .args(["-T", &self.seconds.to_string(), "-D", &format!("rows={size}")])
            .arg("-f")
            .arg(self.folder.join(script))
            .arg(&self.server)
            .output()?;
        let said = String::from_utf8_lossy(&ran.stdout);
        let tps = said.lines().find_map(|line| line.strip_prefix("tps = "));
        let tps = tps
            .and_then(|rest| rest.split(' ').next())
            .ok_or_else(|| format!("pgbench said no rate: {said}{}", String::from_utf8_lossy(&ran.stderr)))?;
        Ok(tps.parse()?)
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        // What is left is two small files in a folder of the system's own.
        let _gone = std::fs::remove_dir_all(&self.folder);
    }
}

/// Tables with the columns, checks and indexes of ours, and heads for as many connections and zaken as there are.
fn tables(schema: &str) -> String {
    let like = ["document_row", "event", "command", "audit", "audit_link", "audit_betrokkene"];
    let tables: String = like
        .iter()
        .map(|name| format!("create table {schema}.p_{name} (like {schema}.{name} including all);\n"))
        .collect();
    format!(
        "{tables}
        create sequence {schema}.p_n cache 1000;
        create table {schema}.p_document (like {schema}.document including all);
        insert into {schema}.p_document select int8send(0) || int8send(0), int8send(0) || int8send(n), 'open', 0, sha256('a')
            from generate_series(0, 63) n;
        create table {schema}.p_stream_head (like {schema}.stream_head including all);
        insert into {schema}.p_stream_head select int8send(0) || int8send(0), 'zaak', int8send(0) || int8send(n), 1, sha256('a')
            from generate_series(1, 128) n;"
    )
}

fn text_script(schema: &str) -> String {
    let body = "00".repeat(ROW_BYTES + CLOSED_BYTES);
    format!(
        "begin;
        insert into {schema}.p_document_row (gemeente, document, seq, door, sessie, at, body, body_sha, chain)
            select int8send(0) || int8send(0), int8send(0) || int8send(:client_id), nextval('{schema}.p_n'), int8send(0) || int8send(1),
                int8send(0) || int8send(1), 1, '\\x{body}', '\\x{sha}', '\\x{sha}' from generate_series(1, :rows);
        update {schema}.p_document set seq = seq + :rows, chain = '\\x{sha}'
            where gemeente = int8send(0) || int8send(0) and document = int8send(0) || int8send(:client_id);
        commit;\n",
        sha = "11".repeat(32),
    )
    .replace("\n            ", " ")
    .replace("\n                ", " ")
}

fn commands_script(schema: &str) -> String {
    let (body, sha) = ("00".repeat(EVENT_BYTES + CLOSED_BYTES), "11".repeat(32));
    let object = "zaak/00000000-0000-0000-0000-000000000000";
    format!(
        "begin;
        insert into {schema}.p_event (position, gemeente, kind, stream, version, soort, schema, at, door, rol, cmd_id, body, body_sha, chain) \
            select nextval('{schema}.p_n'), int8send(0) || int8send(0), 'zaak', int8send(0) || int8send(n), nextval('{schema}.p_n'), \
                'ZaakToegewezen', 1, 1, int8send(0) || int8send(1), 'regisseur', int8send(0) || int8send(n), '\\x{body}', '\\x{sha}', '\\x{sha}' \
            from generate_series(1, :rows) n;
        insert into {schema}.p_command (gemeente, cmd_id, request_hash, answer, at) \
            select int8send(0) || int8send(0), int8send(0) || int8send(nextval('{schema}.p_n')), '\\x{sha}', '\\x{answer}', 1 \
            from generate_series(1, :rows) n;
        update {schema}.p_stream_head set version = version + 1, chain = '\\x{sha}' where gemeente = int8send(0) || int8send(0) and kind = 'zaak' \
            and stream in (select int8send(0) || int8send(n) from generate_series(1, :rows) n);
        insert into {schema}.p_audit (node, n, gemeente, at, wie, rol, handeling, object, uitkomst, cmd_id, grond, doel, sha) \
            select 1, nextval('{schema}.p_n'), int8send(0) || int8send(0), 1, int8send(0) || int8send(1), 'regisseur', 'WijsToe', '{object}', \
                'ok', int8send(0) || int8send(n), 'behandelaar', '{object}', '\\x{sha}' from generate_series(1, :rows) n;
        insert into {schema}.p_audit_betrokkene (gemeente, persoon, at, node, n) \
            select int8send(0) || int8send(0), int8send(0) || int8send(n), 1, 1, nextval('{schema}.p_n') from generate_series(1, :rows) n;
        insert into {schema}.p_audit_link (node, link, n_first, n_last, position, chain, versie) \
            select 1, n, n, n, n, '\\x{sha}', 2 from nextval('{schema}.p_n') n;
        commit;\n",
        answer = "22".repeat(2 + CLOSED_BYTES),
    )
}
