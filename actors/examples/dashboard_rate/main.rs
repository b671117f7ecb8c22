//! Ten thousand events a second into one dashboard: how many frames its viewers get and how old the figures on them are.
//! `cargo run --release -p keukentafel-actors --example dashboard_rate -- [events/s] [seconds] [viewers] [--telbaar]`.
//!
//! In one process, on the real parts: events go through the committer into the SQLite journal on disk, the projector follows the
//! journal's feed, and frames leave through a connection's outbox. What is missing is HTTP before it and a socket behind it, which
//! on one machine would be what is measured: `loadtest dashboard` has those, at the rate that they allow. Afterwards the read side
//! is started anew from the same file and held against a recount.
//!
//! It ends with its bars, and fails when one is not met; `--telbaar` judges counts only, for a build that is not optimised.

mod bars;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use bars::{Judged, Measured, Screen};
use keukentafel::clock::{Clock, SystemClock};
use keukentafel::domain::ids::{
    CommandId, DocumentId, GemeenteId, GesprekId, MedewerkerId, PersoonId, ZaakId,
};
use keukentafel::domain::medewerker::{Medewerker, Rol};
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
use keukentafel_actors::bus::Bus;
use keukentafel_actors::committer::Committer;
use keukentafel_actors::deps::Deps;
use keukentafel_actors::hub::TopicNumbers;
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
/// The last value must be on every screen within this.
const ARRIVE: Duration = Duration::from_secs(20);
const GEMEENTE: GemeenteId = GemeenteId(uuid::Uuid::from_u128(9));

type Fallible<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> Fallible<()> {
    let asked: Vec<u64> = std::env::args().skip(1).filter_map(|text| text.parse().ok()).collect();
    let [rate, seconds, viewers] =
        [(0, 10_000), (1, 10), (2, 50)].map(|(at, usual)| asked.get(at).copied().unwrap_or(usual));
    let judged =
        if std::env::args().any(|word| word == "--telbaar") { Judged::Counts } else { Judged::CountsAndRate };
    let folder = std::env::temp_dir().join(format!("dashboard_rate-{}", std::process::id()));
    std::fs::create_dir(&folder)?;
    let done = run(&folder.join("journal.sqlite"), rate, seconds, viewers).await;
    std::fs::remove_dir_all(&folder)?;
    let measured = done?;
    measured.print();
    if measured.judge(rate, judged) { Ok(()) } else { Err("a bar is not met".into()) }
}

async fn run(path: &Path, rate: u64, seconds: u64, viewers: u64) -> Fallible<Measured> {
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
            .volg(&screen.conn, Topic::Caseload(GEMEENTE), 1, None, BTreeSet::new())
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
    feeder.all_told().await;
    let recorded = begun.elapsed();
    node.projector.catch_up().await;
    let caught_up = begun.elapsed();
    feeder.shown_to(&screens).await;
    let mut measured = Measured::of(&feeder, &screens);
    (measured.recorded, measured.caught_up, measured.late) = (recorded, caught_up, late);
    let before = node.overzicht.lees().gemeente(GEMEENTE).ok_or("nothing was counted")?.caseload().clone();
    node.projector.stop().await;
    let vandaag = SystemClock::default().now().day();
    let again = Node::start(&shared).await?;
    let all = again.overzicht.lees();
    let all = all.gemeente(GEMEENTE).ok_or("nothing was kept")?;
    measured.same = *all.caseload() == before && klopt(all, vandaag);
    Ok(measured)
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
    fn personen(&self, _: GemeenteId, _: &std::collections::BTreeSet<PersoonId>) {}
    fn rekening(&self, _: GemeenteId, _: keukentafel::domain::ids::BeheerrekeningId) {}
}

impl Node {
    async fn start(journal: &SharedJournal) -> Fallible<Self> {
        let (rng, clock) = (Arc::new(SystemRng), Arc::new(SystemClock::default()));
        let new_events = Arc::new(Notify::new());
        let committer =
            Committer::start(journal.clone(), Arc::clone(&new_events), Bus::none(), Arc::new(|_| {}));
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
            bus: Bus::none(),
            epoch: "bench".into(),
        };
        // Figures name nobody: the trail is asked for nothing.
        let (projector, _) = Projector::start(deps, overzicht.clone(), Arc::new(Nobody), new_events).await?;
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

    /// Until everybody was shown what counts the last of them, or it takes too long.
    async fn shown_to(&self, screens: &[Screen]) {
        let last = self.durable().iter().map(|(position, _)| *position).max();
        let shown = |screen: &Screen| screen.last_position() == last;
        let end = Instant::now() + ARRIVE;
        while Instant::now() < end && !screens.iter().all(shown) {
            tokio::time::sleep(TURN).await;
        }
    }

    fn durable(&self) -> Vec<(u64, Instant)> {
        self.durable.lock().unwrap_or_else(PoisonError::into_inner).clone()
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
        stukken: Vec::new(),
        concepten: Vec::new(),
        wist: Vec::new(),
        audit: Vec::new(),
        answer: b"{}".to_vec(),
    })
}

fn id() -> uuid::Uuid {
    SystemRng.uuid(SystemClock::default().now())
}
