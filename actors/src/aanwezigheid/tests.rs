//! Who sits at a zaak, told at a pace: paused time, a socket of memory.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use keukentafel::clock::{ManualClock, Moment};
use keukentafel::domain::ids::{
    BeheerrekeningId, ContactId, DocumentId, GesprekId, HuishoudenId, PersoonId, ZaakId,
};
use keukentafel::domain::medewerker::{Rol, Wie};
use keukentafel::protocol::view::Door;
use keukentafel::rng::SeededRng;
use keukentafel::store::{MemoryJournal, SharedJournal};
use serde_json::Value;
use tokio::sync::Notify;
use tokio::time::Instant;
use uuid::Uuid;

use super::*;
use crate::bus::Bus;
use crate::committer::Committer;
use crate::deps::{Namen, Rechten};
use crate::hub::pipe::Pipe;
use crate::hub::{ConnId, Dialect, TopicNumbers};
use crate::limits::LATEST_EVERY;

const ZAAK: Topic = Topic::ZaakTafel(ZaakId(Uuid::from_u128(7)));
const KEVIN: u128 = 1;
const EMMA: u128 = 2;
const FATMA: u128 = 3;

/// Everybody may look, save who is out.
#[derive(Default)]
struct Uit(Mutex<BTreeSet<MedewerkerId>>);

impl Rechten for Uit {
    fn op_zaak(&self, wie: &Wie, _: ZaakId) -> Toegang {
        if self.0.lock().unwrap().contains(&wie.id) { Toegang::Dat } else { Toegang::Wat }
    }
    fn op_persoon(&self, _: &Wie, _: PersoonId) -> Toegang {
        Toegang::Niets
    }
    fn op_gesprek(&self, _: &Wie, _: GesprekId) -> Toegang {
        Toegang::Niets
    }
    fn op_contact(&self, _: &Wie, _: ContactId) -> Toegang {
        Toegang::Niets
    }
    fn op_huishouden(&self, _: &Wie, _: HuishoudenId) -> Toegang {
        Toegang::Niets
    }
    fn op_document(&self, _: &Wie, _: DocumentId) -> Toegang {
        Toegang::Niets
    }
    fn op_rekening(&self, _: &Wie, _: BeheerrekeningId) -> Toegang {
        Toegang::Niets
    }
}

struct Niemand;

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

    fn toe_te_wijzen(&self, _: GemeenteId) -> Vec<keukentafel::protocol::view::MedewerkerKort> {
        Vec::new()
    }
}

struct Huis {
    aanwezigheid: Aanwezigheid,
    uit: Arc<Uit>,
}

impl Huis {
    fn open() -> Self {
        let uit = Arc::new(Uit::default());
        let journal = SharedJournal::new(MemoryJournal::new(Uuid::from_u128(1)));
        let deps = Deps {
            committer: Committer::start(
                journal.clone(),
                Arc::new(Notify::new()),
                Bus::none(),
                Arc::new(|_| {}),
            ),
            journal,
            clock: Arc::new(ManualClock::at(Moment::from_micros(1))),
            rng: Arc::new(SeededRng::new(1)),
            numbers: Arc::new(TopicNumbers::default()),
            rechten: Arc::clone(&uit) as Arc<dyn Rechten>,
            namen: Arc::new(Niemand),
            bus: Bus::none(),
            epoch: "e".into(),
        };
        Self { aanwezigheid: Aanwezigheid::start(deps), uit }
    }

    async fn volgt(&self, tab: &Tab) {
        self.aanwezigheid.volg(&tab.conn, ZAAK, 1).await.unwrap();
    }

    /// Time passes, and everybody does what they can.
    async fn wacht(&self, millis: u64) {
        tokio::time::advance(Duration::from_millis(millis)).await;
        self.klaar().await;
    }

    async fn klaar(&self) {
        for _ in 0..20 {
            tokio::task::yield_now().await;
        }
    }
}

static NEXT: AtomicU64 = AtomicU64::new(1);

struct Tab {
    conn: Arc<Conn>,
    pipe: Pipe,
    /// The values that came in: when, the version, who.
    waarden: Vec<(Instant, u64, Vec<u128>)>,
    soorten: Vec<String>,
    /// Who, and at which part, in the last of them.
    laatste: Vec<(u128, Option<String>)>,
}

impl Tab {
    fn new(who: u128) -> Self {
        let pipe = Pipe::with_room(100_000_000);
        let wie = Wie {
            id: MedewerkerId(Uuid::from_u128(who)),
            naam: format!("Nummer {who}"),
            rol: Rol::Wmoconsulent,
            gemeente: GemeenteId(Uuid::from_u128(9)),
            persoon: None,
            machtiging: None,
            sessie: Uuid::from_u128(5),
        };
        let id = ConnId(NEXT.fetch_add(1, Ordering::Relaxed));
        let conn = Conn::new(id, wie, Dialect::Rt, Box::new(pipe.clone()));
        Self { conn, pipe, waarden: Vec::new(), soorten: Vec::new(), laatste: Vec::new() }
    }

    fn leest(&mut self) {
        let bytes = self.pipe.taken();
        let mut rest = bytes.as_slice();
        while let [0x81, len, tail @ ..] = rest {
            let (len, tail) = match len {
                126 => (usize::from(u16::from_be_bytes([tail[0], tail[1]])), &tail[2..]),
                short => (usize::from(*short), tail),
            };
            let frame: Value = serde_json::from_slice(&tail[..len]).unwrap();
            self.soorten.push(frame["t"].as_str().unwrap().to_owned());
            if frame["t"] == "latest" {
                let who = frame["b"].as_array().unwrap().iter();
                let id = |one: &Value| one["id"].as_str().unwrap().parse::<Uuid>().unwrap().as_u128();
                self.laatste = who.map(|one| (id(one), one["deel"].as_str().map(str::to_owned))).collect();
                let who = self.laatste.iter().map(|(who, _)| *who).collect();
                self.waarden.push((Instant::now(), frame["v"].as_u64().unwrap(), who));
            }
            rest = &tail[len..];
        }
        assert_eq!(rest, b"");
    }

    /// Who sits there as far as this tab was told.
    fn ziet(&mut self) -> Vec<u128> {
        self.leest();
        self.waarden.last().map(|(_, _, who)| who.clone()).unwrap_or_default()
    }
}

// shows N-2
#[tokio::test(start_paused = true)]
async fn a_busy_table_is_told_ten_times_a_second_and_as_it_is_in_the_end() {
    let huis = Huis::open();
    let mut kevin = Tab::new(KEVIN);
    huis.volgt(&kevin).await;
    assert_eq!(kevin.ziet(), [KEVIN], "at once");
    huis.wacht(1_000).await;
    let mut comings = 0;
    for _ in 0..100 {
        let tab = Tab::new(EMMA);
        huis.volgt(&tab).await;
        kevin.leest();
        huis.wacht(5).await;
        kevin.leest();
        huis.aanwezigheid.verlaat(&tab.conn, ZAAK);
        huis.wacht(5).await;
        kevin.leest();
        comings += 1;
    }
    let last = Tab::new(FATMA);
    huis.volgt(&last).await;
    huis.wacht(100).await;
    assert_eq!((comings, kevin.ziet()), (100, vec![KEVIN, FATMA]), "the last value is never lost");
    let told = kevin.waarden.len();
    assert!((8..=13).contains(&told), "{told} values in 1.1 seconds of 201 changes");
    for pair in kevin.waarden.windows(2) {
        assert!(pair[1].0 - pair[0].0 >= LATEST_EVERY, "{pair:?}");
        assert!(pair[1].1 > pair[0].1, "{pair:?}");
    }
    huis.wacht(5_000).await;
    kevin.leest();
    assert_eq!(kevin.waarden.len(), told, "nothing changed, nothing is told");
}

#[tokio::test(start_paused = true)]
async fn a_change_after_a_quiet_while_is_told_at_once() {
    let huis = Huis::open();
    let mut kevin = Tab::new(KEVIN);
    huis.volgt(&kevin).await;
    huis.wacht(100).await;
    let emma = Tab::new(EMMA);
    huis.volgt(&emma).await;
    assert_eq!(kevin.ziet(), [KEVIN, EMMA], "without any time passing");
    // And the next one, right behind it, at the end of the pause.
    huis.aanwezigheid.verlaat(&emma.conn, ZAAK);
    huis.wacht(99).await;
    assert_eq!(kevin.ziet(), [KEVIN, EMMA]);
    huis.wacht(1).await;
    assert_eq!(kevin.ziet(), [KEVIN]);
}

#[tokio::test(start_paused = true)]
async fn who_comes_in_while_it_is_busy_sees_who_is_there_and_then_keeps_the_pace() {
    let huis = Huis::open();
    let mut kevin = Tab::new(KEVIN);
    huis.volgt(&kevin).await;
    huis.wacht(30).await;
    let mut emma = Tab::new(EMMA);
    huis.volgt(&emma).await;
    assert_eq!(emma.ziet(), [KEVIN, EMMA], "the answer to a question waits for no pace");
    huis.volgt(&Tab::new(FATMA)).await;
    huis.wacht(70).await;
    assert_eq!(kevin.ziet(), [KEVIN, EMMA, FATMA]);
    assert_eq!(emma.ziet(), [KEVIN, EMMA], "she had one 70 ms ago");
    huis.wacht(100).await;
    assert_eq!(emma.ziet(), [KEVIN, EMMA, FATMA]);
    assert_eq!((kevin.waarden.len(), emma.waarden.len()), (2, 2), "and nobody hears the same twice");
}

// shows G27
#[tokio::test(start_paused = true)]
async fn who_loses_the_right_gets_not_even_what_waited() {
    let huis = Huis::open();
    let mut kevin = Tab::new(KEVIN);
    let emma = Tab::new(EMMA);
    huis.volgt(&kevin).await;
    huis.volgt(&emma).await;
    kevin.leest();
    // That Emma came in waits for him; then he is taken off.
    huis.uit.0.lock().unwrap().insert(kevin.conn.wie().id);
    huis.aanwezigheid.recheck(kevin.conn.wie().gemeente, &[ZAAK]);
    huis.wacht(1_000).await;
    huis.volgt(&Tab::new(FATMA)).await;
    huis.wacht(1_000).await;
    kevin.leest();
    assert_eq!(kevin.soorten, ["ok", "latest", "revoked"]);
    assert_eq!(kevin.ziet(), [KEVIN]);
}

#[tokio::test(start_paused = true)]
async fn of_a_room_that_emptied_nothing_waits() {
    let huis = Huis::open();
    let (mut kevin, emma) = (Tab::new(KEVIN), Tab::new(EMMA));
    huis.volgt(&kevin).await;
    huis.volgt(&emma).await;
    huis.aanwezigheid.verlaat(&emma.conn, ZAAK);
    huis.aanwezigheid.verlaat(&kevin.conn, ZAAK);
    huis.wacht(1_000).await;
    kevin.leest();
    assert_eq!(kevin.soorten, ["ok", "latest"]);
    huis.volgt(&kevin).await;
    assert_eq!(kevin.ziet(), [KEVIN]);
}

impl Tab {
    /// At which part each sits there, as far as this tab was told.
    fn delen(&mut self) -> Vec<(u128, Option<String>)> {
        self.leest();
        self.laatste.clone()
    }
}

// shows N-2, N-35
#[tokio::test(start_paused = true)]
async fn at_which_part_somebody_looks_is_told_to_who_sits_there_and_goes_with_their_page() {
    let huis = Huis::open();
    let (mut kevin, emma, second) = (Tab::new(KEVIN), Tab::new(EMMA), Tab::new(EMMA));
    for tab in [&kevin, &emma, &second] {
        huis.volgt(tab).await;
    }
    let told = |deel: Option<&str>| vec![(KEVIN, None), (EMMA, deel.map(str::to_owned))];
    let says = |tab: &Tab, deel| huis.aanwezigheid.kijkt_naar(&tab.conn, ZAAK, deel);
    says(&emma, Some(Zaakdeel::Taken));
    huis.wacht(1_000).await;
    assert_eq!(kevin.delen(), told(Some("taken")));
    // The page that spoke last counts; when it closes, the other one does.
    says(&second, Some(Zaakdeel::Besluit));
    huis.wacht(1_000).await;
    assert_eq!(kevin.delen(), told(Some("besluit")));
    huis.aanwezigheid.verlaat(&second.conn, ZAAK);
    huis.wacht(1_000).await;
    assert_eq!(kevin.delen(), told(Some("taken")));
    says(&emma, None);
    huis.wacht(1_000).await;
    assert_eq!(kevin.delen(), told(None));
    // Who does not sit there says nothing.
    let outside = Tab::new(FATMA);
    let before = kevin.waarden.len();
    says(&outside, Some(Zaakdeel::Taken));
    says(&emma, None);
    huis.wacht(1_000).await;
    kevin.leest();
    assert_eq!(kevin.waarden.len(), before, "and what is the same is not told again");
}
