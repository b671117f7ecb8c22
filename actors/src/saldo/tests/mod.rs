//! One rekening after another on paused time, the journal in memory and a source that does as it is told.

pub(crate) mod bron;
mod bronnen;
mod volgorde;
mod wie;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use keukentafel::clock::{ManualClock, Moment};
use keukentafel::domain::aggregate::Context;
use keukentafel::domain::beheerrekening::{BeheerrekeningCommand, Beheervorm, KlantId};
use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::domain::ids::{
    BeheerrekeningId, CommandId, ContactId, DocumentId, GemeenteId, GesprekId, HuishoudenId, MedewerkerId,
    PersoonId, ZaakId,
};
use keukentafel::domain::medewerker::{Rol, Wie};
use keukentafel::poort::allegro::{Allegro, Reservering, Transactie, Waarneming};
use keukentafel::protocol::view::{Door, MedewerkerKort};
use keukentafel::rng::SeededRng;
use keukentafel::store::{MemoryJournal, SharedJournal, StreamKind, Write};
use serde_json::Value;
use tokio::sync::Notify;
use tokio::time::Instant;
use uuid::Uuid;

use super::Saldi;
use crate::bus::Bus;
use crate::committer::Committer;
use crate::deps::{Deps, Namen, Rechten};
use crate::entity::{Ask, Bijvangst, EntityKey, Kop};
use crate::hub::pipe::Pipe;
use crate::hub::{Conn, ConnId, Dialect, TopicNumbers};
use bron::Testbron;

const GEMEENTE: GemeenteId = GemeenteId(Uuid::from_u128(9));
const HUUB: PersoonId = PersoonId(Uuid::from_u128(6));
const START: i64 = 1_795_593_600_000_000;

/// A rekening decides rights on its own state; nobody else is asked.
struct Niemand;

impl Rechten for Niemand {
    fn op_zaak(&self, _: &Wie, _: ZaakId) -> Toegang {
        unreachable!("no zaak here")
    }
    fn op_persoon(&self, _: &Wie, _: PersoonId) -> Toegang {
        unreachable!("no persoon here")
    }
    fn op_gesprek(&self, _: &Wie, _: GesprekId) -> Toegang {
        unreachable!("no gesprek here")
    }
    fn op_document(&self, _: &Wie, _: DocumentId) -> Toegang {
        unreachable!("no document here")
    }
    fn op_contact(&self, _: &Wie, _: ContactId) -> Toegang {
        unreachable!("no contact here")
    }
    fn op_huishouden(&self, _: &Wie, _: HuishoudenId) -> Toegang {
        unreachable!("no huishouden here")
    }
    fn op_rekening(&self, _: &Wie, _: BeheerrekeningId) -> Toegang {
        unreachable!("asked of its state")
    }
}

impl Namen for Niemand {
    fn door(&self, id: MedewerkerId) -> Door {
        Door { id, naam: "-".into(), namens: None }
    }
    fn mag_leiden(&self, _: MedewerkerId) -> bool {
        true
    }

    fn heeft_rol(&self, _: MedewerkerId, _: keukentafel::domain::medewerker::Rol) -> bool {
        true
    }

    fn toe_te_wijzen(&self, _: GemeenteId) -> Vec<MedewerkerKort> {
        Vec::new()
    }
}

fn wie(rol: Rol, persoon: Option<PersoonId>) -> Wie {
    Wie {
        id: MedewerkerId(Uuid::from_u128(16)),
        naam: "Ik".into(),
        rol,
        gemeente: GEMEENTE,
        persoon,
        machtiging: None,
        sessie: Uuid::from_u128(5),
    }
}

fn huub() -> Wie {
    Wie { id: MedewerkerId(Uuid::from_u128(11)), ..wie(Rol::Inwoner, Some(HUUB)) }
}

pub(crate) fn klant(n: u64) -> KlantId {
    KlantId::parse(&format!("KT-{n}")).unwrap()
}

fn id(n: u64) -> BeheerrekeningId {
    BeheerrekeningId(Uuid::from_u128(u128::from(n) + 1000))
}

/// How the rekening of customer `n` stands: at this second, with this counter, so much free and as much in one pot.
pub(crate) fn stand(n: u64, second: i64, source_seq: u64, cents: i64) -> Waarneming {
    Waarneming {
        klant: klant(n),
        as_of: Moment::from_micros(START + second * 1_000_000),
        source_seq,
        saldo_cents: cents * 2,
        reserveringen: vec![Reservering {
            code: "P".into(),
            naam: "Pot".into(),
            doel: "Sparen".into(),
            cents,
            streef_cents: None,
        }],
        vrij_cents: cents,
        onderweg_cents: 0,
        lening: None,
        transacties: vec![Transactie {
            id: format!("T{source_seq}"),
            datum: Moment::from_micros(START).day(),
            omschrijving: "Boeking".into(),
            cents,
        }],
    }
}

/// The rekeningen of a node, their source, and the journal below.
struct Huis {
    saldi: Saldi,
    bron: Arc<Testbron>,
    journal: Arc<MemoryJournal>,
    clock: Arc<ManualClock>,
}

impl Huis {
    async fn open() -> Self {
        Self::op(Arc::new(MemoryJournal::new(Uuid::from_u128(1))), Arc::default()).await
    }

    /// A node on what another left behind.
    async fn op(journal: Arc<MemoryJournal>, bron: Arc<Testbron>) -> Self {
        Self::met(journal, Arc::clone(&bron), Some(bron as Arc<dyn Allegro>)).await
    }

    async fn met(
        journal: Arc<MemoryJournal>,
        bron: Arc<Testbron>,
        allegro: Option<Arc<dyn Allegro>>,
    ) -> Self {
        static NODES: AtomicU64 = AtomicU64::new(1);
        let shared = SharedJournal::from_arc(Arc::clone(&journal));
        let clock = Arc::new(ManualClock::at(Moment::from_micros(START)));
        let node = NODES.fetch_add(1, Ordering::Relaxed);
        let deps = Deps {
            committer: Committer::start(
                shared.clone(),
                Arc::new(Notify::new()),
                Bus::none(),
                Arc::new(|_| {}),
            ),
            journal: shared,
            clock: Arc::<ManualClock>::clone(&clock),
            rng: Arc::new(SeededRng::new(node)),
            numbers: Arc::new(TopicNumbers::default()),
            rechten: Arc::new(Niemand),
            namen: Arc::new(Niemand),
            bus: Bus::none(),
            epoch: "e".into(),
        };
        Self { saldi: Saldi::start(deps, allegro).await, bron, journal, clock }
    }

    /// A rekening for customer `n`, of Huub.
    async fn rekening(&self, n: u64) -> BeheerrekeningId {
        let key = EntityKey { gemeente: GEMEENTE, id: id(n).0 };
        let make = |reply| Ask {
            command: BeheerrekeningCommand::OpenRekening {
                persoon: HUUB,
                klant: klant(n),
                vorm: Beheervorm::Plus,
            },
            handeling: "OpenRekening",
            context: Context {
                mens: keukentafel::domain::mens::Mens::default(),
                wie: wie(Rol::MedewerkerBudgetbeheer, None),
                now: Moment::from_micros(START),
                namens: None,
            },
            kop: Kop {
                command: CommandId(Uuid::from_u128(u128::from(n))),
                request_hash: [1; 32],
                if_v: None,
            },
            bijvangst: Bijvangst::default(),
            oorzaak: None,
            reply,
        };
        self.saldi.vraag(key, make).await.unwrap();
        self.klaar().await;
        id(n)
    }

    async fn volgt(&self, tab: &Tab, rekening: BeheerrekeningId) {
        self.saldi.volg(&tab.conn, rekening, 1).await.unwrap();
        self.klaar().await;
    }

    /// Time passes second by second, and everybody does what they can.
    async fn wacht(&self, seconds: u64) {
        for _ in 0..seconds {
            self.wacht_millis(1000).await;
        }
    }

    async fn wacht_millis(&self, millis: u64) {
        tokio::time::advance(Duration::from_millis(millis)).await;
        self.clock.advance(i64::try_from(millis * 1000).unwrap());
        self.klaar().await;
    }

    async fn klaar(&self) {
        for _ in 0..200 {
            tokio::task::yield_now().await;
        }
    }

    /// What was recorded of rekeningen, by kind.
    fn gebeurd(&self) -> Vec<String> {
        let all = self.journal.committed().into_iter().flatten();
        let of_rekening = |write| if let Write::Append(append) = write { append.streams } else { Vec::new() };
        all.flat_map(of_rekening)
            .filter(|own| own.stream.kind == StreamKind::Beheerrekening)
            .flat_map(|own| own.events)
            .map(|event| event.header.soort)
            .collect()
    }

    fn waargenomen(&self) -> usize {
        self.gebeurd().iter().filter(|soort| *soort == "SaldoWaargenomen").count()
    }
}

/// Somebody with the page open.
struct Tab {
    conn: Arc<Conn>,
    pipe: Pipe,
    /// Versions of the values that came in, in their order.
    versies: Vec<u64>,
}

/// A value as far as these tests look at it: how fresh, the trouble, the free part.
type Gezien = (String, Option<String>, Option<i64>);

fn gezien(stand: &str, storing: Option<&str>, vrij: Option<i64>) -> Gezien {
    (stand.to_owned(), storing.map(str::to_owned), vrij)
}

impl Tab {
    fn van(wie: Wie) -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(1);
        let pipe = Pipe::with_room(100_000_000);
        let id = ConnId(NEXT.fetch_add(1, Ordering::Relaxed));
        Self { conn: Conn::new(id, wie, Dialect::Rt, Box::new(pipe.clone())), pipe, versies: Vec::new() }
    }

    /// The values that came in since the last look; those that say the same again, only later, count once.
    fn ziet(&mut self) -> Vec<Gezien> {
        let mut seen: Vec<_> =
            self.frames().iter().filter(|frame| frame["t"] == "latest").map(waarde).collect();
        seen.dedup();
        seen
    }

    fn frames(&mut self) -> Vec<Value> {
        let bytes = self.pipe.taken();
        let (mut rest, mut frames) = (bytes.as_slice(), Vec::new());
        while let [0x81, len, tail @ ..] = rest {
            let (len, tail) = match len {
                126 => (usize::from(u16::from_be_bytes([tail[0], tail[1]])), &tail[2..]),
                127 => unreachable!("no frame in these tests is that long"),
                short => (usize::from(*short), tail),
            };
            let frame: Value = serde_json::from_slice(&tail[..len]).unwrap();
            if frame["t"] == "latest" {
                let v = frame["v"].as_u64().unwrap();
                assert!(
                    self.versies.last().is_none_or(|last| *last < v),
                    "versions rise: {:?} {v}",
                    self.versies
                );
                self.versies.push(v);
            }
            frames.push(frame);
            rest = &tail[len..];
        }
        frames
    }
}

fn waarde(frame: &Value) -> Gezien {
    let b = &frame["b"];
    let bedragen = &b["bedragen"];
    if !bedragen.is_null() {
        let vrij = bedragen["vrij_cents"].as_i64().unwrap();
        assert_eq!(bedragen["saldo_cents"], vrij * 2, "parts and balance are of one moment");
        assert_eq!(bedragen["reserveringen"][0]["saldo_cents"], vrij);
    }
    (
        b["stand"].as_str().unwrap().to_owned(),
        b["storing"].as_str().map(str::to_owned),
        bedragen["vrij_cents"].as_i64(),
    )
}

/// Seconds between the questions that the source got.
fn tussenpozen(vragen: &[Instant]) -> Vec<u64> {
    vragen.windows(2).map(|two| (two[1] - two[0]).as_secs()).collect()
}
