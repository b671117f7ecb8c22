//! Ten thousand events a second into one dashboard: how many frames its viewers get and how old the figures on them are.
//! `cargo run --release -p keukentafel-actors --example dashboard_rate -- [events/s] [seconds] [viewers]`.
//!
//! In one process, on the real parts: events go through the committer into the SQLite journal on disk, the projector follows the
//! journal's feed, and frames leave through a connection's outbox. What is missing is HTTP before it and a socket behind it, which
//! on one machine would be what is measured: `loadtest dashboard` has those, at the rate that they allow. Afterwards the read side
//! is started anew from the same file and held against a recount.

use std::collections::HashMap;
use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use keukentafel::clock::{Clock, SystemClock};
use keukentafel::domain::ids::{
    CommandId, DocumentId, GemeenteId, GesprekId, MedewerkerId, PersoonId, ZaakId,
};
use keukentafel::domain::medewerker::{Medewerker, Rol, Wie};
use keukentafel::domain::rollen::Rollen;
use keukentafel::domain::zaak::{Kanaal, Melding, Urgentie, Zaak, ZaakEvent};
use keukentafel::domain::zaaktype::Zaaktype;
use keukentafel::protocol::topic::Topic;
use keukentafel::rng::{Rng, SystemRng};
use keukentafel::store::sqlite::{EpochChoice, OpenOptions};
use keukentafel::store::{
    Append, Appended, EventHeader, InstallationKey, NewEvent, SharedJournal, SqliteJournal, StreamAppend,
    StreamId, StreamKind, Write, codec,
};
use keukentafel_actors::boek::Medewerkersboek;
use keukentafel_actors::committer::Committer;
use keukentafel_actors::deps::Deps;
use keukentafel_actors::hub::{Conn, ConnEvent, ConnId, Dialect, TopicNumbers, Wire};
use keukentafel_actors::overzicht::caseload::klopt;
use keukentafel_actors::overzicht::{GedeeldOverzicht, Overzicht};
use keukentafel_actors::projector::{Herzien, Projector};
use tokio::sync::Notify;

const MEDEWERKERS: u128 = 60;
const ZAKEN: usize = 4_000;
/// Streams that one append touches: below what a command may.
const PER_APPEND: usize = 25;
/// Appends leave this often.
const TURN: Duration = Duration::from_millis(20);
const GEMEENTE: GemeenteId = GemeenteId(uuid::Uuid::from_u128(9));

type Fallible<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> Fallible<()> {
    let asked: Vec<u64> = std::env::args().skip(1).filter_map(|text| text.parse().ok()).collect();
    let [rate, seconds, viewers] =
        [(0, 10_000), (1, 10), (2, 50)].map(|(at, usual)| asked.get(at).copied().unwrap_or(usual));
    let folder = std::env::temp_dir().join(format!("dashboard_rate-{}", std::process::id()));
    std::fs::create_dir(&folder)?;
    let done = run(&folder.join("journal.sqlite"), rate, seconds, viewers).await;
    std::fs::remove_dir_all(&folder)?;
    done
}

async fn run(path: &Path, rate: u64, seconds: u64, viewers: u64) -> Fallible<()> {
    let journal = SqliteJournal::open(OpenOptions {
        path: path.to_owned(),
        key: InstallationKey::generate(&SystemRng),
        rng: Arc::new(SystemRng),
        clock: Arc::new(SystemClock::default()),
        node: "bench".into(),
        epoch: EpochChoice::Keep,
    })
    .await?;
    let shared = SharedJournal::new(journal.clone());
    let node = Node::start(&shared).await?;
    let mut feeder = Feeder::default();
    feeder.register(&node).await?;
    let screens: Vec<_> = (0..viewers).map(|n| Screen::open(n + 1)).collect();
    for screen in &screens {
        node.projector
            .volg(&screen.conn, Topic::Caseload(GEMEENTE), 1, None)
            .await
            .map_err(|e| e.to_string())?;
    }
    let wanted = rate * seconds;
    let begun = Instant::now();
    let mut turns = tokio::time::interval(TURN);
    let mut late = Duration::ZERO;
    while feeder.assigned < wanted {
        turns.tick().await;
        let due = wanted.min(rate * u64::try_from(begun.elapsed().as_millis())? / 1000);
        late = late.max(Duration::from_millis(due.saturating_sub(feeder.assigned) * 1000 / rate));
        while feeder.assigned < due {
            feeder.assign(&node)?;
        }
    }
    let fed = begun.elapsed();
    feeder.all_told().await;
    node.projector.catch_up().await;
    let caught_up = begun.elapsed();
    // The last value is on its way within two rounds.
    tokio::time::sleep(Duration::from_millis(300)).await;
    report(&feeder, &screens, fed, caught_up, late);
    let before = node.overzicht.lees().gemeente(GEMEENTE).ok_or("nothing was counted")?.caseload().clone();
    node.projector.stop().await;
    let vandaag = SystemClock::default().now().day();
    let again = Node::start(&shared).await?;
    let all = again.overzicht.lees();
    let all = all.gemeente(GEMEENTE).ok_or("nothing was kept")?;
    let same = *all.caseload() == before && klopt(all, vandaag);
    println!("after another start: {}", if same { "equal to a recount of the journal" } else { "NOT EQUAL" });
    if same { Ok(()) } else { Err("the counts differ".into()) }
}

/// A committer, a projector and their read side.
struct Node {
    committer: Committer,
    projector: Projector,
    overzicht: GedeeldOverzicht,
}

struct Nobody;

impl Herzien for Nobody {
    fn zaak(&self, _: GemeenteId, _: &[ZaakId], _: PersoonId) {}
    fn gesprek(&self, _: GemeenteId, _: GesprekId, _: &[DocumentId]) {}
    fn plan(&self, _: GemeenteId, _: keukentafel::domain::ids::PlanId) {}
    fn signaal(&self, _: GemeenteId, _: keukentafel::domain::ids::SignaalId) {}
    fn contacten(&self, _: GemeenteId, _: &[keukentafel::domain::ids::ContactId]) {}
    fn identiteit(&self, _: GemeenteId, _: MedewerkerId, _: &keukentafel::domain::identiteit::Identiteit) {}
    fn verslagen(&self, _: &[DocumentId]) {}
    fn bij(&self, _: GemeenteId, _: keukentafel::store::StreamId, _: u64) {}
    fn rekening(&self, _: GemeenteId, _: keukentafel::domain::ids::BeheerrekeningId) {}
}

impl Node {
    async fn start(journal: &SharedJournal) -> Fallible<Self> {
        let (rng, clock) = (Arc::new(SystemRng), Arc::new(SystemClock::default()));
        let new_events = Arc::new(Notify::new());
        let committer = Committer::start(journal.clone(), Arc::clone(&new_events), Arc::new(|_| {}));
        let kept: Overzicht = Projector::restore(journal).await?;
        let overzicht = GedeeldOverzicht::new(kept);
        let rollen = Rollen::een(Rol::Wmoconsulent)?;
        let medewerkers = (1..=MEDEWERKERS).map(|n| Medewerker {
            id: MedewerkerId(uuid::Uuid::from_u128(n)),
            naam: format!("Medewerker {n}"),
            rollen: rollen.clone(),
            gemeente: GEMEENTE,
            persoon: None,
            machtiging: None,
        });
        let boek = Medewerkersboek::new(medewerkers.collect(), Vec::new());
        let deps = Deps {
            journal: journal.clone(),
            committer: committer.clone(),
            clock,
            rng,
            numbers: Arc::new(TopicNumbers::default()),
            rechten: Arc::new(overzicht.clone()),
            namen: Arc::new(boek),
            epoch: "bench".into(),
        };
        let projector = Projector::start(deps, overzicht.clone(), Arc::new(Nobody), new_events).await?;
        Ok(Self { committer, projector, overzicht })
    }
}

/// What was recorded, and when each place in the feed was durable.
#[derive(Default)]
struct Feeder {
    zaken: Vec<(ZaakId, u64)>,
    next: usize,
    assigned: u64,
    durable: Arc<Mutex<Vec<(u64, Instant)>>>,
    refused: Arc<AtomicU64>,
    submitted: u64,
}

impl Feeder {
    async fn register(&mut self, node: &Node) -> Fallible<()> {
        for n in (0..ZAKEN).step_by(PER_APPEND) {
            let streams = (n..n + PER_APPEND).map(|n| {
                let zaak = ZaakId(id());
                self.zaken.push((zaak, 1));
                stream(zaak, 0, &melding(n))
            });
            let write = append(streams.collect::<Fallible<Vec<_>>>()?);
            node.committer.write(write).await??.map_err(|refusal| format!("{refusal:?}"))?;
        }
        node.projector.catch_up().await;
        Ok(())
    }

    /// Until every append has its outcome.
    async fn all_told(&self) {
        loop {
            let told = self.durable.lock().unwrap_or_else(PoisonError::into_inner).len() as u64;
            if told + self.refused.load(Ordering::Relaxed) >= self.submitted {
                return;
            }
            tokio::time::sleep(TURN).await;
        }
    }

    fn assign(&mut self, node: &Node) -> Fallible<()> {
        let mut streams = Vec::with_capacity(PER_APPEND);
        for _ in 0..PER_APPEND {
            let at = self.next % self.zaken.len();
            self.next += 1;
            let (zaak, versie) = &mut self.zaken[at];
            let who =
                |n: usize| MedewerkerId(uuid::Uuid::from_u128((self.next * n) as u128 % MEDEWERKERS + 1));
            let mut behandelaars = vec![who(1), who(7)];
            behandelaars.sort_unstable();
            behandelaars.dedup();
            streams.push(stream(*zaak, *versie, &ZaakEvent::ZaakToegewezen { behandelaars, reden: None })?);
            *versie += 1;
        }
        let (durable, refused) = (Arc::clone(&self.durable), Arc::clone(&self.refused));
        let told = move |outcome: keukentafel::store::Outcome| match outcome {
            Ok(Ok(Appended::Done { position })) => {
                let mut durable = durable.lock().unwrap_or_else(PoisonError::into_inner);
                durable.push((position.0, Instant::now()));
            }
            _ => drop(refused.fetch_add(1, Ordering::Relaxed)),
        };
        node.committer.submit(append(streams), told)?;
        self.submitted += 1;
        self.assigned += PER_APPEND as u64;
        Ok(())
    }
}

fn melding(n: usize) -> ZaakEvent {
    let zaaktype = Zaaktype::ALLE[n % Zaaktype::ALLE.len()];
    ZaakEvent::MeldingGeregistreerd {
        contact: None,
        bevestiging: None,
        zaaknummer: format!("ZAAK-2026-{n:06}"),
        zaaktype,
        persoon: PersoonId(id()),
        melder: MedewerkerId(uuid::Uuid::from_u128(1)),
        melding: Melding {
            onderwerp: "Hulp in huis".into(),
            toelichting: None,
            kanaal: Kanaal::Balie,
            urgentie: if n.is_multiple_of(5) { Urgentie::Spoed } else { Urgentie::Gewoon },
        },
        uiterlijk_op: SystemClock::default().now().day(),
    }
}

fn stream(zaak: ZaakId, expected: u64, event: &ZaakEvent) -> Fallible<StreamAppend> {
    let (soort, body) = codec::encode::<Zaak>(event)?;
    let header = EventHeader {
        soort,
        schema: 1,
        at: SystemClock::default().now(),
        geldig_op: None,
        door: Some(MedewerkerId(uuid::Uuid::from_u128(1))),
        namens: None,
        rol: Some("werkverdeler".into()),
        cmd_id: CommandId(id()),
        oorzaak: None,
    };
    let stream = StreamId { kind: StreamKind::Zaak, id: zaak.0 };
    Ok(StreamAppend { stream, expected, events: vec![NewEvent { header, body }] })
}

fn append(streams: Vec<StreamAppend>) -> Write {
    Write::Append(Append {
        gemeente: GEMEENTE,
        command: CommandId(id()),
        request_hash: [0; 32],
        streams,
        claims: Vec::new(),
        documents: Vec::new(),
        statuses: Vec::new(),
        outbox: Vec::new(),
        concepten: Vec::new(),
        wist: Vec::new(),
        audit: Vec::new(),
        answer: b"{}".to_vec(),
    })
}

fn id() -> uuid::Uuid {
    SystemRng.uuid(SystemClock::default().now())
}

/// A viewer: takes every byte at once and remembers when each frame came.
struct Screen {
    conn: Arc<Conn>,
    frames: Arc<Mutex<Vec<(Instant, Vec<u8>)>>>,
}

struct Taker(Arc<Mutex<Vec<(Instant, Vec<u8>)>>>);

impl Wire for Taker {
    fn try_write(&self, slices: &[io::IoSlice<'_>]) -> io::Result<usize> {
        let mut frames = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        frames.extend(slices.iter().map(|slice| (now, slice.to_vec())));
        Ok(slices.iter().map(|slice| slice.len()).sum())
    }

    fn notify(&self, _: ConnEvent) {}
}

impl Screen {
    fn open(n: u64) -> Self {
        let frames = Arc::default();
        let wie = Wie {
            id: MedewerkerId(uuid::Uuid::from_u128(1000 + u128::from(n))),
            naam: format!("Kijker {n}"),
            rol: if n.is_multiple_of(2) { Rol::Werkverdeler } else { Rol::Wijkteammanager },
            gemeente: GEMEENTE,
            persoon: None,
            machtiging: None,
            sessie: id(),
        };
        let conn = Conn::new(ConnId(n), wie, Dialect::Rt, Box::new(Taker(Arc::clone(&frames))));
        Self { conn, frames }
    }

    /// When each dashboard came, up to which place it counts, and how many bytes it was.
    fn boards(&self) -> Vec<(Instant, u64, usize)> {
        let frames = self.frames.lock().unwrap_or_else(PoisonError::into_inner);
        let read = |(at, bytes): &(Instant, Vec<u8>)| {
            let json = bytes.iter().position(|byte| *byte == b'{').map(|begin| &bytes[begin..])?;
            let value: serde_json::Value = serde_json::from_slice(json).ok()?;
            Some((*at, value["b"]["positie"].as_u64()?, bytes.len()))
        };
        frames.iter().filter_map(read).collect()
    }
}

fn report(feeder: &Feeder, screens: &[Screen], fed: Duration, caught_up: Duration, late: Duration) {
    let events = feeder.assigned as f64;
    let mut most: usize = 0;
    let mut frames = 0;
    let mut waits: Vec<Duration> = Vec::new();
    let durable = feeder.durable.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let mut seen_last = HashMap::new();
    for (n, screen) in screens.iter().enumerate() {
        let boards = screen.boards();
        frames += boards.len();
        for (at, ..) in &boards {
            let within =
                boards.iter().filter(|(other, ..)| other >= at && *other - *at < Duration::from_secs(1));
            most = most.max(within.count());
        }
        let mut next = 0;
        for (position, since) in &durable {
            while next < boards.len() && boards[next].1 < *position {
                next += 1;
            }
            let Some((shown, ..)) = boards.get(next) else { break };
            waits.push(shown.saturating_duration_since(*since));
        }
        seen_last.insert(n, boards.last().map(|(_, position, bytes)| (*position, *bytes)));
    }
    waits.sort_unstable();
    let at = |share: usize| waits.get((waits.len() * share / 100).min(waits.len().saturating_sub(1)));
    let ms = |wait: Option<&Duration>| wait.map_or(f64::NAN, |wait| wait.as_secs_f64() * 1000.0);
    println!("events: {events:.0} in {:.2} s = {:.0}/s", fed.as_secs_f64(), events / fed.as_secs_f64());
    println!("feeder behind its schedule, at most: {} ms", late.as_millis());
    println!("read side caught up after the last: {} ms", (caught_up - fed).as_millis());
    println!("appends refused: {}", feeder.refused.load(Ordering::Relaxed));
    println!("frames: {frames} to {} viewers; most in any second, one viewer: {most}", screens.len());
    println!(
        "staleness (durable to shown): p50 {:.0} ms, p99 {:.0} ms, max {:.0} ms",
        ms(at(50)),
        ms(at(99)),
        ms(waits.last())
    );
    let last = durable.iter().map(|(position, _)| *position).max();
    let whole = seen_last.values().filter(|seen| seen.map(|(position, _)| position) == last).count();
    let bytes = seen_last.values().flatten().map(|(_, bytes)| *bytes).max().unwrap_or(0);
    println!("viewers with the last value: {whole} of {}; bytes of a frame: {bytes}", screens.len());
}
