//! Two nodes at one journal: what is done at one is on the screens of the other, whatever the bus between them does.

use std::time::Duration;

use keukentafel::domain::ids::DocumentId;
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::ZaakAntwoord;
use keukentafel::store::{Journal, Position};
use serde_json::Value;

use super::besluiten::{schrijf, verslag};
use super::tafelgenoot::Tafelgenoot;
use super::*;
use crate::bus::Mode;
use crate::bus::scripted::{Scripted, Weather};
use crate::limits::{BUS_SWEEP, LOG_TAIL_MAX, PRESENCE_ELDERS_GONE};

/// Longer than anything that a node does by itself takes.
const LONG: Duration = Duration::from_secs(60);

pub(super) async fn twee(bus: &Scripted) -> [Huis; 2] {
    let journal = Arc::new(MemoryJournal::new(Uuid::from_u128(42)));
    let node = async |n| {
        let over = Others::Over(Arc::new(bus.clone()));
        Huis::met_anderen(Arc::clone(&journal), n, over).await
    };
    let nodes = [node(0).await, node(1).await];
    for huis in &nodes {
        huis.hoort(Mode::Together).await;
    }
    nodes
}

/// Time passes on the paused clock, and everybody does what they can meanwhile.
pub(super) async fn verstrijkt(tijd: Duration) {
    const STEP: Duration = Duration::from_millis(50);
    for _ in 0..tijd.as_millis() / STEP.as_millis() {
        tokio::time::advance(STEP).await;
        for _ in 0..50 {
            tokio::task::yield_now().await;
        }
    }
}

impl Huis {
    pub(super) async fn hoort(&self, mode: Mode) {
        let mut now = self.tafel.deps.bus.mode().unwrap();
        tokio::time::timeout(LONG, now.wait_for(|now| *now == mode)).await.unwrap().unwrap();
    }

    /// Everything that is recorded has passed here.
    pub(super) async fn bij(&self) {
        let feed = self.journal.feed(Position(0), usize::MAX).await.unwrap();
        let end = feed.last().unwrap().position;
        assert!(self.tafel.projector.passed(end, LONG).await, "the feed was read");
    }

    /// A zaak of Kevin and Emma, with a report that both write in.
    pub(super) async fn keukentafel(&self) -> (ZaakId, DocumentId) {
        let dylan = self.dylan().await;
        let zaak = self.melding(dylan, Zaaktype::AanvraagJeugdhulp).await;
        self.toewijzen(zaak, &[&kevin(), &emma()]).await;
        let document = verslag(self, zaak, &kevin(), &[&kevin(), &emma()]).await;
        (zaak, document)
    }

    pub(super) async fn zet_taak(&self, wie: &Wie, zaak: ZaakId, omschrijving: &str) {
        let (omschrijving, dag) = (omschrijving.to_owned(), "2026-12-01".to_owned());
        let taak = Opdracht::ZetTaakKlaar { zaak, omschrijving, eigenaar: kevin().id, dag };
        self.tafel.voer_uit(wie, taak, self.kop()).await.unwrap();
    }

    pub(super) async fn taken(&self, wie: &Wie, zaak: ZaakId) -> Vec<String> {
        match self.tafel.zaak(wie, zaak).await.unwrap().unwrap() {
            ZaakAntwoord::Wat(wat) | ZaakAntwoord::Schrijven(wat) => {
                wat.taken.into_iter().map(|taak| taak.omschrijving).collect()
            }
            ZaakAntwoord::Dat(_) => unreachable!("{} sees the content", wie.naam),
        }
    }
}

pub(super) fn versies(frames: &[Value]) -> Vec<u64> {
    frames.iter().filter(|frame| frame["t"] == "ev").map(|frame| frame["v"].as_u64().unwrap()).collect()
}

// shows G09, N-3
#[tokio::test(start_paused = true)]
async fn what_is_done_at_one_node_is_on_the_screens_of_the_other() {
    let bus = Scripted::new(1);
    let [een, twee] = twee(&bus).await;
    let (zaak, document) = een.keukentafel().await;
    twee.bij().await;
    let gesprek = twee.tafel.document(&emma(), document).await.unwrap().unwrap().gesprek;
    let mut emma_kijkt = Tafelgenoot::new(emma());
    for topic in [Topic::ZaakWat(zaak), Topic::Gesprek(gesprek), Topic::Kantlijn(document)] {
        emma_kijkt.volgt(&twee, topic).await.unwrap();
    }
    emma_kijkt.gehoord();
    een.zet_taak(&kevin(), zaak, "School bellen").await;
    een.doet(
        &kevin(),
        Opdracht::MaakOpmerking {
            document,
            citaat: "drie trappen".into(),
            tekst: "Klopt dit?".into(),
            genoemd: vec![],
        },
    )
    .await
    .unwrap();
    twee.bij().await;
    assert_eq!(twee.taken(&emma(), zaak).await, ["School bellen"]);
    assert_eq!(twee.tafel.kantlijn(&emma(), document).await.unwrap().unwrap().opmerkingen.len(), 1);
    let frames = emma_kijkt.gehoord();
    let kinds: Vec<_> = frames.iter().filter_map(|frame| frame["k"].as_str()).collect();
    assert!(kinds.contains(&"TaakKlaargezet") && kinds.contains(&"OpmerkingGemaakt"), "{kinds:?}");
}

// shows G09, G11
#[tokio::test(start_paused = true)]
async fn a_bus_that_drops_doubles_and_reorders_costs_time_and_nothing_else() {
    for seed in 1..=5 {
        let bus = Scripted::new(seed);
        let nodes = twee(&bus).await;
        let [een, twee] = &nodes;
        let (zaak, document) = een.keukentafel().await;
        twee.bij().await;
        let mut schermen = [Tafelgenoot::new(kevin()), Tafelgenoot::new(emma())];
        for (scherm, huis) in schermen.iter_mut().zip(&nodes) {
            scherm.volgt(huis, Topic::ZaakWat(zaak)).await.unwrap();
            scherm.volgt(huis, Topic::Document(document)).await.unwrap();
        }
        bus.weather(Weather { dropped: 30, doubled: 30, late: 30 });
        for turn in 0..20 {
            let (huis, who) = if turn % 2 == 0 { (een, kevin()) } else { (twee, emma()) };
            huis.zet_taak(&who, zaak, &format!("taak {turn}")).await;
            schrijf(huis, document, &who, &format!("regel {turn}")).await.unwrap();
        }
        verstrijkt(2 * BUS_SWEEP).await;
        for (huis, who) in nodes.iter().zip([kevin(), emma()]) {
            huis.bij().await;
            assert_eq!(huis.taken(&who, zaak).await.len(), 20, "seed {seed}");
            let tekst = huis.tafel.tekst(&who, document).await.unwrap().unwrap();
            assert!((0..20).all(|turn| tekst.contains(&format!("regel {turn}"))), "seed {seed}: {tekst}");
        }
        for scherm in &mut schermen {
            let heard = versies(&scherm.gehoord());
            assert!(heard.windows(2).all(|two| two[1] == two[0] + 1), "seed {seed}: {heard:?}");
            assert_eq!(heard.len(), 20, "seed {seed}");
        }
    }
}

// shows G11
#[tokio::test(start_paused = true)]
async fn without_the_bus_the_record_is_looked_at_and_with_it_all_is_as_before() {
    let bus = Scripted::new(1);
    let [een, twee] = twee(&bus).await;
    let (zaak, document) = een.keukentafel().await;
    twee.bij().await;
    let emma_kijkt = Tafelgenoot::new(emma());
    emma_kijkt.volgt(&twee, Topic::Document(document)).await.unwrap();
    bus.leave();
    twee.hoort(Mode::LogTail).await;
    een.zet_taak(&kevin(), zaak, "School bellen").await;
    schrijf(&een, document, &kevin(), "zonder bus").await.unwrap();
    twee.bij().await;
    verstrijkt(2 * LOG_TAIL_MAX).await;
    assert_eq!(twee.taken(&emma(), zaak).await, ["School bellen"]);
    assert!(twee.tafel.tekst(&emma(), document).await.unwrap().unwrap().contains("zonder bus"));
    bus.come_back();
    twee.hoort(Mode::Together).await;
    assert!(twee.tafel.is_healthy());
}

// shows G27
#[tokio::test(start_paused = true)]
async fn a_right_that_ends_at_one_node_ends_on_the_screens_of_the_other() {
    for away in [false, true] {
        let bus = Scripted::new(1);
        let [een, twee] = twee(&bus).await;
        let (zaak, document) = een.keukentafel().await;
        twee.bij().await;
        let mut scherm = Tafelgenoot::new(emma());
        for topic in [Topic::ZaakWat(zaak), Topic::ZaakRij(zaak)] {
            scherm.volgt(&twee, topic).await.unwrap();
        }
        scherm.volgt(&twee, Topic::Document(document)).await.unwrap();
        scherm.gehoord();
        if away {
            bus.leave();
            twee.hoort(Mode::LogTail).await;
        }
        een.toewijzen(zaak, &[&kevin()]).await;
        twee.bij().await;
        assert!(
            twee.tafel
                .zaak(&emma(), zaak)
                .await
                .unwrap()
                .is_none_or(|seen| matches!(seen, ZaakAntwoord::Dat(_)))
        );
        // Whoever is asked after it has looked at its followers.
        drop(twee.tafel.zaak(&kevin(), zaak).await);
        let kinds = scherm.soorten();
        assert_eq!(kinds.iter().filter(|kind| *kind == "revoked").count(), 2, "away {away}: {kinds:?}");
    }
}

// shows G10, G12
#[tokio::test(start_paused = true)]
async fn who_was_second_at_another_node_decides_again_and_with_a_condition_hears_it() {
    let bus = Scripted::new(1);
    let [een, twee] = twee(&bus).await;
    let (zaak, _) = een.keukentafel().await;
    twee.bij().await;
    assert_eq!(twee.taken(&emma(), zaak).await.len(), 0, "it is awake there");
    bus.leave();
    let versie = een.journal.load(GEMEENTE, zaak_stream(zaak), 0).await.unwrap().len() as u64;
    een.zet_taak(&kevin(), zaak, "Eerst").await;
    let (omschrijving, dag) = ("Met een voorwaarde".to_owned(), "2026-12-01".to_owned());
    let late = Opdracht::ZetTaakKlaar { zaak, omschrijving, eigenaar: kevin().id, dag };
    let kop = Kop { if_v: Some(versie), ..twee.kop() };
    let refused = twee.tafel.voer_uit(&emma(), late, kop).await.unwrap_err();
    assert!(
        matches!(refused, Weigering::Conflict { versie: now, eerder: Some(_) } if now == versie + 1),
        "{refused:?}"
    );
    een.zet_taak(&kevin(), zaak, "Daarna").await;
    twee.zet_taak(&emma(), zaak, "Zonder voorwaarde").await;
    assert_eq!(twee.taken(&emma(), zaak).await, ["Eerst", "Daarna", "Zonder voorwaarde"]);
}

fn zaak_stream(zaak: ZaakId) -> keukentafel::store::StreamId {
    keukentafel::store::StreamId { kind: keukentafel::store::StreamKind::Zaak, id: zaak.0 }
}

fn namen(frames: &[Value]) -> Vec<String> {
    let last = frames.iter().rev().find(|frame| frame["t"] == "latest");
    let here = last.and_then(|frame| frame["b"].as_array()).cloned().unwrap_or_default();
    here.iter().map(|one| one["naam"].as_str().unwrap().to_owned()).collect()
}

// shows N-2
#[tokio::test(start_paused = true)]
async fn who_sits_at_one_node_is_seen_at_the_other_and_leaves_with_the_node() {
    let bus = Scripted::new(1);
    let [een, twee] = twee(&bus).await;
    let (zaak, _) = een.keukentafel().await;
    twee.bij().await;
    let (mut hier, mut daar) = (Tafelgenoot::new(kevin()), Tafelgenoot::new(emma()));
    hier.volgt(&een, Topic::ZaakTafel(zaak)).await.unwrap();
    daar.volgt(&twee, Topic::ZaakTafel(zaak)).await.unwrap();
    verstrijkt(Duration::from_secs(1)).await;
    assert_eq!(namen(&hier.gehoord()), ["Kevin", "Emma"]);
    assert_eq!(namen(&daar.gehoord()), ["Kevin", "Emma"]);
    een.tafel.unsub(&hier.conn, Topic::ZaakTafel(zaak)).await;
    verstrijkt(Duration::from_secs(1)).await;
    assert_eq!(namen(&daar.gehoord()), ["Emma"]);
    hier.volgt(&een, Topic::ZaakTafel(zaak)).await.unwrap();
    verstrijkt(Duration::from_secs(1)).await;
    assert_eq!(namen(&daar.gehoord()), ["Kevin", "Emma"]);
    // The other node says nothing any more: who sits there is not there.
    bus.leave();
    for _ in 0..PRESENCE_ELDERS_GONE.as_secs() + 3 {
        daar.conn.touch();
        verstrijkt(Duration::from_secs(1)).await;
    }
    assert_eq!(namen(&daar.gehoord()), ["Emma"]);
}
