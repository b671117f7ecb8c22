//! What is simulated: nodes, the record, the bus, clocks, and people who go on; and the seeded hand that disturbs all of it.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use keukentafel::domain::ids::{CommandId, DocumentId, PersoonId, TaakId, ZaakId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::zaaktype::Zaaktype;
use keukentafel::protocol::body::Opdracht;
use keukentafel::protocol::view::Uitgevoerd;
use keukentafel::rng::{Rng, SeededRng};
use keukentafel::store::{Journal, MemoryJournal, SharedJournal, StreamId, StreamKind};
use tokio::sync::mpsc;
use tokio::task::{JoinHandle, JoinSet};
use tokio::time::{Instant, timeout};
use uuid::Uuid;

use super::lijn::{Gebeurd, Lijn, Stand, Storing};
use super::scherm::{Doe, Scherm, TIK};
use crate::bus::Others;
use crate::bus::scripted::{Scripted, Weather};
use crate::entity::Kop;
use crate::tafel::Tafel;
use crate::tafel::tests::besluiten::verslag;
use crate::tafel::tests::{Buiten, Huis, emil, emma, kevin, linda, melding, werkverdeler};
use crate::weigering::Weigering;

/// How many things happen before all is mended.
const STAPPEN: u32 = 120;
/// A caller waits no longer for a node.
const GEDULD: Duration = Duration::from_secs(5);

/// What everybody's task knows.
pub(super) struct Gedeeld {
    nodes: Mutex<Vec<(u64, Option<Tafel>)>>,
    persoon: PersoonId,
    pub(super) zaak: ZaakId,
    pub(super) document: DocumentId,
    pub(super) epoch: Uuid,
}

impl Gedeeld {
    pub(super) fn stream(&self) -> StreamId {
        StreamId { kind: StreamKind::Zaak, id: self.zaak.0 }
    }

    /// The node at this place with the number of its process, when it is up.
    pub(super) fn node(&self, n: usize) -> Option<(u64, Tafel)> {
        let nodes = self.nodes.lock().unwrap();
        let (generatie, tafel) = &nodes[n];
        Some((*generatie, tafel.clone()?))
    }
}

/// A command and what its caller was told in the end.
pub(super) struct Uitkomst {
    pub(super) id: CommandId,
    pub(super) opdracht: Opdracht,
    pub(super) antwoord: Result<Uitgevoerd, Weigering>,
    /// Some answer was lost before the last one.
    pub(super) onzeker: bool,
}

struct Plek {
    huis: Option<Huis>,
    lijn: Arc<Lijn>,
    /// Until which step it is disturbed.
    gestoord_tot: Option<u32>,
}

pub(super) struct Wereld {
    seed: u64,
    rng: SeededRng,
    pub(super) journal: Arc<MemoryJournal>,
    bus: Scripted,
    plekken: Vec<Plek>,
    pub(super) gedeeld: Arc<Gedeeld>,
    pub(super) schermen: Vec<(mpsc::UnboundedSender<Doe>, JoinHandle<()>)>,
    lopend: JoinSet<Uitkomst>,
    pub(super) uitkomsten: Vec<Uitkomst>,
    pub(super) getypt: Vec<String>,
    opdrachten: u64,
    taken: Vec<TaakId>,
    emil_erbij: bool,
    bus_weg: bool,
    generatie: u64,
    pub(super) gebeurd: Gebeurd,
    pub(super) gevallen: usize,
    begonnen: Instant,
    spoor: Arc<Mutex<Vec<String>>>,
}

impl Wereld {
    /// Two or three nodes, Kevin and Emma at a zaak with a report, and Emil, who is let in and put out of it. What happens is written in `spoor`.
    pub(super) async fn begin(seed: u64, spoor: Arc<Mutex<Vec<String>>>) -> Self {
        let rng = SeededRng::new(seed);
        let journal = Arc::new(MemoryJournal::new(Uuid::from_u128(42)));
        let bus = Scripted::new(seed);
        let gedeeld = Gedeeld {
            nodes: Mutex::default(),
            persoon: PersoonId(Uuid::nil()),
            zaak: ZaakId(Uuid::nil()),
            document: DocumentId(Uuid::nil()),
            epoch: journal.epoch(),
        };
        let mut wereld = Self {
            seed,
            rng,
            journal,
            bus,
            plekken: Vec::new(),
            gedeeld: Arc::new(gedeeld),
            schermen: Vec::new(),
            lopend: JoinSet::new(),
            uitkomsten: Vec::new(),
            getypt: Vec::new(),
            opdrachten: 0,
            taken: Vec::new(),
            emil_erbij: false,
            bus_weg: false,
            generatie: 0,
            gebeurd: Gebeurd::default(),
            gevallen: 0,
            begonnen: Instant::now(),
            spoor,
        };
        let count = if seed.is_multiple_of(2) { 2 } else { 3 };
        for n in 0..count {
            let lijn = Lijn::new(Arc::clone(&wereld.journal), seed * 10 + n, Arc::clone(&wereld.gebeurd));
            wereld.plekken.push(Plek { huis: None, lijn, gestoord_tot: None });
            wereld.gedeeld.nodes.lock().unwrap().push((0, None));
        }
        wereld.start(0).await;
        wereld.aan_tafel().await;
        for n in 1..wereld.plekken.len() {
            wereld.start(n).await;
        }
        for (n, (wie, schrijft)) in [(kevin(), true), (emma(), true), (emil(), false)].into_iter().enumerate()
        {
            let node = n % wereld.plekken.len();
            let client = 5000 + u32::try_from(n).unwrap();
            let scherm = Scherm::new(wie, schrijft, client, node, Arc::clone(&wereld.gedeeld));
            let (aan, doe) = mpsc::unbounded_channel();
            wereld.schermen.push((aan, tokio::spawn(scherm.leeft(doe))));
        }
        wereld.verstrijkt(Duration::from_secs(2)).await;
        wereld
    }

    /// The zaak and its report, on a day on which nothing fails.
    async fn aan_tafel(&mut self) {
        let huis = self.plekken[0].huis.as_ref().unwrap();
        let dylan = huis.dylan().await;
        let zaak = huis.melding(dylan, Zaaktype::AanvraagJeugdhulp).await;
        huis.toewijzen(zaak, &[&kevin(), &emma()]).await;
        let document = verslag(huis, zaak, &kevin(), &[&kevin(), &emma()]).await;
        let nodes = std::mem::take(&mut *self.gedeeld.nodes.lock().unwrap());
        self.gedeeld = Arc::new(Gedeeld {
            nodes: Mutex::new(nodes),
            persoon: dylan,
            zaak,
            document,
            epoch: self.journal.epoch(),
        });
    }

    fn kans(&self, van_de_honderd: u32) -> bool {
        self.rng.u32() % 100 < van_de_honderd
    }

    fn een_van(&self, n: usize) -> usize {
        self.rng.u32() as usize % n
    }

    fn noteer(&self, wat: String) {
        let at = self.begonnen.elapsed().as_millis();
        self.spoor.lock().unwrap().push(format!("{at:>6} ms  {wat}"));
    }

    /// Starts a process at this place; `false` when the record does not let it.
    async fn start(&mut self, n: usize) -> bool {
        self.generatie += 1;
        let zaad = self.seed.wrapping_mul(1_000_003).wrapping_add(self.generatie);
        let buiten = Buiten {
            others: Others::Over(Arc::new(self.bus.clone())),
            node: n as u64,
            zaad: Some(zaad),
            lijn: Some(SharedJournal::from_arc(Arc::clone(&self.plekken[n].lijn))),
            ..Buiten::default()
        };
        let begin = Huis::probeer(Arc::clone(&self.journal), buiten, Vec::new());
        let Ok(Ok(huis)) = timeout(GEDULD, begin).await else { return false };
        self.gedeeld.nodes.lock().unwrap()[n] = (self.generatie, Some(huis.tafel.clone()));
        self.plekken[n].huis = Some(huis);
        true
    }

    /// The process at this place is killed: nothing that it still tries reaches anything.
    fn dood(&mut self, n: usize) {
        self.plekken[n].lijn.zet(Stand::Dood);
        self.plekken[n].lijn = self.nieuwe_lijn();
        self.gedeeld.nodes.lock().unwrap()[n].1 = None;
        if let Some(huis) = self.plekken[n].huis.take() {
            // Reaps its tasks; the record and the bus are gone for it.
            tokio::spawn(async move { drop(timeout(GEDULD, huis.tafel.stop()).await) });
        }
    }

    fn nieuwe_lijn(&self) -> Arc<Lijn> {
        let seed = self.seed * 1000 + self.generatie;
        Lijn::new(Arc::clone(&self.journal), seed, Arc::clone(&self.gebeurd))
    }

    /// Time passes, and everybody does what they can meanwhile.
    pub(super) async fn verstrijkt(&mut self, tijd: Duration) {
        let until = Instant::now() + tijd;
        while Instant::now() < until {
            tokio::time::sleep(TIK).await;
            while let Some(done) = self.lopend.try_join_next() {
                self.gedaan(done.unwrap());
            }
        }
    }

    fn gedaan(&mut self, uitkomst: Uitkomst) {
        if let (Opdracht::ZetTaakKlaar { .. }, Ok(antwoord)) = (&uitkomst.opdracht, &uitkomst.antwoord) {
            self.taken.push(TaakId(antwoord.id));
        }
        self.uitkomsten.push(uitkomst);
    }

    /// One thing happens.
    pub(super) async fn stap(&mut self, stap: u32) {
        self.herstelt(stap).await;
        match self.rng.u32() % 100 {
            0..30 => self.werkt(),
            30..50 => self.typt(),
            50..56 => self.wijst_emil(),
            56..61 => self.verplaatst(),
            61..67 => self.weer(),
            67..71 => self.bus_valt(),
            71..80 => self.stoort(stap),
            80..84 => self.valt(stap).await,
            84..87 => self.verzet_klok(),
            _ => {}
        }
        let wait = 20 + self.rng.u32() % 400;
        let wait = if self.kans(5) { wait * 10 } else { wait };
        self.verstrijkt(Duration::from_millis(wait.into())).await;
    }

    fn geef(&mut self, wie: Wie, opdracht: Opdracht) {
        self.opdrachten += 1;
        let id = CommandId(Uuid::from_u128((u128::from(self.seed) << 64) | u128::from(self.opdrachten)));
        let (gedeeld, nodes) = (Arc::clone(&self.gedeeld), self.plekken.len());
        let rng = SeededRng::new(self.seed ^ (self.opdrachten << 20));
        let kop = Kop { command: id, request_hash: [1; 32], if_v: None };
        self.noteer(format!("{} asks {}", wie.naam, opdracht.naam()));
        self.lopend.spawn(async move {
            let mut onzeker = false;
            loop {
                let node = rng.u32() as usize % nodes;
                if let Some((_, tafel)) = gedeeld.node(node) {
                    let asked = timeout(GEDULD, tafel.voer_uit(&wie, opdracht.clone(), kop)).await;
                    match asked {
                        Ok(Ok(done)) => {
                            return Uitkomst { id, opdracht, antwoord: Ok(done.antwoord), onzeker };
                        }
                        Ok(Err(Weigering::Bezig | Weigering::GeenZicht | Weigering::OpslagVol)) => {}
                        Err(_) | Ok(Err(Weigering::Onbekend)) => onzeker = true,
                        Ok(Err(refused)) => {
                            return Uitkomst { id, opdracht, antwoord: Err(refused), onzeker };
                        }
                    }
                }
                tokio::time::sleep(Duration::from_millis(100 + u64::from(rng.u32() % 500))).await;
            }
        });
    }

    fn werkt(&mut self) {
        let zaak = self.gedeeld.zaak;
        let wie = if self.kans(50) { kevin() } else { emma() };
        let n = self.opdrachten;
        if !self.taken.is_empty() && self.kans(40) {
            let taak = self.taken[self.een_van(self.taken.len())];
            // Often by two at once, of whom one is first.
            for wie in [kevin(), emma()].into_iter().skip(usize::from(self.kans(50))) {
                self.geef(wie, Opdracht::RondTaakAf { zaak, taak });
            }
        } else if self.kans(15) {
            self.geef(linda(), melding(self.gedeeld.persoon, Zaaktype::MeldingWmo));
        } else {
            let (omschrijving, dag) = (format!("taak {n}"), "2026-12-20".to_owned());
            self.geef(wie, Opdracht::ZetTaakKlaar { zaak, omschrijving, eigenaar: kevin().id, dag });
        }
    }

    fn typt(&mut self) {
        let (who, n) = (self.een_van(2), self.getypt.len());
        let regel = format!("[regel {n}]");
        self.getypt.push(regel.clone());
        self.noteer(format!("{who} types {regel}"));
        self.schermen[who].0.send(Doe::Typ(regel)).unwrap();
    }

    fn wijst_emil(&mut self) {
        self.emil_erbij = !self.emil_erbij;
        let mut behandelaars = vec![kevin().id, emma().id];
        if self.emil_erbij {
            behandelaars.push(emil().id);
        }
        let zaak = self.gedeeld.zaak;
        self.geef(werkverdeler(), Opdracht::WijsToe { zaak, behandelaars, reden: None });
    }

    fn verplaatst(&mut self) {
        let (who, node) = (self.een_van(self.schermen.len()), self.een_van(self.plekken.len()));
        self.noteer(format!("screen {who} goes to {node}"));
        self.schermen[who].0.send(Doe::Naar(node)).unwrap();
    }

    fn weer(&mut self) {
        let [dropped, doubled, late] = [(); 3].map(|()| self.rng.u32() % 40);
        self.noteer(format!("bus: {dropped} % dropped, {doubled} % doubled, {late} % late"));
        self.bus.weather(Weather { dropped, doubled, late });
    }

    fn bus_valt(&mut self) {
        self.noteer(format!("bus: away was {}", self.bus_weg));
        if self.bus_weg {
            self.bus.come_back();
            self.bus_weg = false;
        } else if self.kans(50) {
            self.bus.leave();
            self.bus_weg = true;
        } else {
            self.bus.cut();
        }
    }

    fn stoort(&mut self, stap: u32) {
        let (n, tot) = (self.een_van(self.plekken.len()), stap + 1 + self.rng.u32() % 20);
        let plek = &mut self.plekken[n];
        plek.gestoord_tot = Some(tot);
        let wat = match self.rng.u32() % 4 {
            0 => {
                plek.lijn.zet(Stand::Weigert);
                "refused".to_owned()
            }
            1 => {
                plek.lijn.zet(Stand::Zwijgt);
                "silent".to_owned()
            }
            _ => {
                let storing = Storing { traag: self.rng.u32() % 60, mist: self.rng.u32() % 25 };
                plek.lijn.stoort(storing);
                format!("{storing:?}")
            }
        };
        self.noteer(format!("node {n}: {wat} until {tot}"));
    }

    async fn valt(&mut self, stap: u32) {
        let n = self.een_van(self.plekken.len());
        if self.kans(60) {
            // With something under way, as the worst falls do.
            self.plekken[n].lijn.stoort(Storing { traag: 100, mist: 0 });
            self.typt();
            self.werkt();
            self.verstrijkt(Duration::from_millis(50 + u64::from(self.rng.u32() % 300))).await;
        }
        self.gevallen += 1;
        if self.kans(70) {
            self.noteer(format!("node {n} is killed"));
            self.dood(n);
        } else if let Some(huis) = self.plekken[n].huis.take() {
            self.noteer(format!("node {n} stops"));
            self.gedeeld.nodes.lock().unwrap()[n].1 = None;
            drop(timeout(GEDULD, huis.tafel.stop()).await);
            self.dood(n);
        }
        self.plekken[n].gestoord_tot = Some(stap + 1 + self.rng.u32() % 15);
    }

    fn verzet_klok(&mut self) {
        let n = self.een_van(self.plekken.len());
        let Some(huis) = &self.plekken[n].huis else { return };
        let seconds = i64::from(self.rng.u32() % 7200) - 3600;
        huis.clock.advance(seconds * 1_000_000);
        huis.tafel.klok_verzet();
        self.noteer(format!("clock of {n}: {seconds} s"));
    }

    /// What was disturbed until now goes on.
    async fn herstelt(&mut self, stap: u32) {
        for n in 0..self.plekken.len() {
            if self.plekken[n].gestoord_tot.is_some_and(|tot| tot <= stap) {
                self.plekken[n].lijn.zet(Stand::Open);
                self.plekken[n].lijn.stoort(Storing::default());
                if self.plekken[n].huis.is_none() && !self.start(n).await {
                    continue;
                }
                self.plekken[n].gestoord_tot = None;
                self.noteer(format!("node {n} goes on"));
            }
        }
    }

    /// All steps, and then everything works again for as long as it takes.
    pub(super) async fn loopt(&mut self) {
        for stap in 0..STAPPEN {
            self.stap(stap).await;
        }
        self.noteer("all is mended".to_owned());
        self.bus.weather(Weather::default());
        self.bus.come_back();
        self.herstelt(u32::MAX).await;
        for plek in &self.plekken {
            assert!(plek.huis.is_some(), "every node can be started");
            plek.lijn.zet(Stand::Open);
            plek.lijn.stoort(Storing::default());
        }
        self.verstrijkt(super::RUST).await;
        assert!(self.lopend.is_empty(), "{} commands were never answered", self.lopend.len());
    }

    /// The nodes that are up.
    pub(super) fn huizen(&self) -> impl Iterator<Item = &Huis> {
        self.plekken.iter().filter_map(|plek| plek.huis.as_ref())
    }
}
