//! What must hold in the end, by what people were told and what the record has; nothing is asked of the nodes that they could make up.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use keukentafel::domain::ids::TaakId;
use keukentafel::protocol::body::Opdracht;
use keukentafel::protocol::view::ZaakAntwoord;
use keukentafel::store::{FeedEvent, Journal, Position, StoredEvent};
use serde_json::Value;
use tokio::sync::oneshot;
use tokio::time::Instant;
use yrs::updates::decoder::Decode;
use yrs::{Doc, GetString, ReadTxn, StateVector, Transact, Update};

use super::scherm::{Doe, Gezien};
use super::wereld::Wereld;
use crate::overzicht::Overzicht;
use crate::tafel::tests::{GEMEENTE, emil, kevin};

/// A right that ended may be on an open screen for as long, when nothing is heard of other nodes (G27).
const UIT_NA: Duration = Duration::from_secs(5);

impl Wereld {
    pub(super) async fn oordeel(&mut self) {
        let events = self.zaak_events().await;
        self.opdrachten_zijn_eenmaal_gedaan(&events).await;
        self.spoor_klopt();
        self.nodes_zijn_het_eens().await;
        let mut schermen = Vec::new();
        for (aan, lopend) in std::mem::take(&mut self.schermen) {
            let (vertel, verteld) = oneshot::channel();
            // One that failed tells why below.
            drop(aan.send(Doe::Vertel(vertel)));
            drop(aan);
            let gezien = verteld.await;
            lopend.await.unwrap();
            schermen.push(gezien.unwrap());
        }
        self.schermen_zijn_bij(&schermen, events.len() as u64).await;
        self.geen_woord_is_weg(&schermen).await;
        self.emil_ziet_niet_te_veel(schermen.iter().find(|one| one.wie.id == emil().id).unwrap(), &events);
    }

    async fn zaak_events(&self) -> Vec<FeedEvent> {
        let stream = self.gedeeld.stream();
        let mut events = self.journal.feed(Position(0), usize::MAX).await.unwrap();
        events.retain(|event| event.stream == stream);
        assert!((1..).zip(&events).all(|(n, event)| event.event.version == n), "versions are dense");
        events
    }

    /// What somebody was told was done, was done once; what they were told was not, was not.
    async fn opdrachten_zijn_eenmaal_gedaan(&self, events: &[FeedEvent]) {
        let feed = self.journal.feed(Position(0), usize::MAX).await.unwrap();
        let mut nummers = BTreeSet::new();
        for one in &self.uitkomsten {
            let of_it = |event: &&FeedEvent| event.event.header.cmd_id == one.id;
            let times = feed.iter().filter(of_it).count();
            let once = match Soort::van(&one.opdracht) {
                // One of two who say so is first.
                Soort::Afronden(taak) => {
                    let needle = taak.to_string();
                    let done = |event: &&StoredEvent| {
                        event.header.soort == "TaakAfgerond" && tekst(event).contains(&needle)
                    };
                    let all = events.iter().map(|event| &event.event);
                    assert!(all.filter(done).count() <= 1, "{needle} was done twice");
                    1
                }
                Soort::Melden => {
                    let nummer =
                        one.antwoord.as_ref().ok().map(|antwoord| antwoord.zaaknummer.clone().unwrap());
                    assert!(nummer.is_none_or(|nummer| nummers.insert(nummer)), "a number was given twice");
                    times.max(1)
                }
                // It may have been so already.
                Soort::Toewijzen => times.min(1),
                Soort::Klaarzetten => 1,
            };
            let fits = match &one.antwoord {
                Ok(_) => times == once,
                // What nobody could tell may have been done; never twice.
                Err(_) if one.onzeker => times <= once,
                Err(_) => times == 0,
            };
            assert!(fits, "{:?} {:?}: {times} times", one.opdracht, one.antwoord);
        }
    }

    /// Who was told that something was done has it in the trail.
    fn spoor_klopt(&self) {
        let lines: BTreeSet<_> = self.journal.audit().into_iter().filter_map(|(_, row)| row.cmd_id).collect();
        for one in self.uitkomsten.iter().filter(|one| one.antwoord.is_ok()) {
            assert!(lines.contains(&one.id), "{:?} {:?} has no line", one.opdracht, one.antwoord);
        }
    }

    /// What each node made of the feed is what somebody makes who reads it from the first event on.
    async fn nodes_zijn_het_eens(&self) {
        let feed = self.journal.feed(Position(0), usize::MAX).await.unwrap();
        let mut alone = Overzicht::default();
        for event in &feed {
            alone.apply(event).unwrap();
        }
        let kept = |overzicht: &Overzicht| {
            let mut all = serde_json::from_slice(&overzicht.kopie().to_bytes().unwrap()).unwrap();
            op_volgorde(&mut all);
            all
        };
        let alone: Value = kept(&alone);
        for (n, huis) in self.huizen().enumerate() {
            assert!(huis.tafel.is_healthy(), "node {n} is well");
            assert_eq!(
                kept(&huis.tafel.overzicht().lees()),
                alone,
                "the read side of node {n} and the record"
            );
        }
    }

    async fn schermen_zijn_bij(&self, schermen: &[Gezien], versie: u64) {
        for huis in self.huizen() {
            let Some(ZaakAntwoord::Wat(wat) | ZaakAntwoord::Schrijven(wat)) =
                huis.tafel.zaak(&kevin(), self.gedeeld.zaak).await.unwrap()
            else {
                panic!("Kevin sees his zaak")
            };
            let taken: Vec<_> = wat.taken.into_iter().map(|taak| taak.omschrijving).collect();
            for scherm in schermen.iter().filter(|scherm| scherm.wie.id != emil().id) {
                let held = scherm.zaak.as_ref().expect("it follows the zaak");
                let naam = &scherm.wie.naam;
                assert_eq!(held, &(versie, taken.clone()), "{naam}, who came in {} times", scherm.binnen);
            }
        }
    }

    async fn geen_woord_is_weg(&self, schermen: &[Gezien]) {
        let rows = self.journal.document_rows(GEMEENTE, self.gedeeld.document, 0, usize::MAX).await.unwrap();
        let alone = Doc::new();
        for row in &rows {
            alone.transact_mut().apply_update(Update::decode_v1(&row.bytes).unwrap()).unwrap();
        }
        // In the order in which they stand; attributes come out in any.
        let lines = |doc: &Doc| -> Vec<String> {
            let root = doc.get_or_insert_xml_fragment("default");
            let all = root.get_string(&doc.transact());
            all.split('[').skip(1).filter_map(|rest| Some(format!("[{}]", rest.split_once(']')?.0))).collect()
        };
        let stands = lines(&alone);
        let vector = |doc: &Doc| -> BTreeMap<u64, u32> {
            let sv: StateVector = doc.transact().state_vector();
            sv.iter().map(|(client, clock)| (client.get(), *clock)).collect()
        };
        for regel in &self.getypt {
            let times = stands.iter().filter(|one| *one == regel).count();
            assert_eq!(times, 1, "{regel} stands there {times} times");
        }
        for scherm in schermen.iter().filter(|scherm| scherm.wie.id != emil().id) {
            let naam = &scherm.wie.naam;
            assert!(scherm.onbevestigd.is_empty(), "{naam} waits for {:?}", scherm.onbevestigd);
            assert_eq!(scherm.rij, rows.len() as u64, "{naam} has all rows");
            assert_eq!(lines(&scherm.doc), stands, "{naam} reads what stands there");
            assert_eq!(vector(&scherm.doc), vector(&alone), "{naam} has nothing else");
        }
        for huis in self.huizen() {
            let tekst = huis.tafel.tekst(&kevin(), self.gedeeld.document).await.unwrap().unwrap();
            assert!(self.getypt.iter().all(|regel| tekst.matches(regel.as_str()).count() == 1), "{tekst}");
        }
    }

    /// Each version that Emil got came while he worked on the zaak, or within what an end may take.
    fn emil_ziet_niet_te_veel(&self, zijn: &Gezien, events: &[FeedEvent]) {
        let mut erbij = Vec::new();
        let mut nu = false;
        let gebeurd = self.gebeurd.lock().unwrap();
        for event in events {
            let when = gebeurd.iter().find(|(_, end)| *end >= event.position).unwrap().0;
            if event.event.header.soort == "ZaakToegewezen" {
                nu = tekst(&event.event).contains(&emil().id.to_string());
            }
            erbij.push((when, nu));
        }
        for (when, versie) in &zijn.versies {
            let last = erbij.iter().rev().find(|(at, _)| *at <= *when - UIT_NA).is_some_and(|(_, nu)| *nu);
            let since = erbij.iter().any(|(at, nu)| *at > *when - UIT_NA && *at <= *when && *nu);
            let told = || -> Vec<_> {
                let ago = |at: Instant| when.saturating_duration_since(at);
                erbij.iter().zip(1..).map(|((at, nu), v): (_, u64)| (v, ago(*at), *nu)).collect()
            };
            assert!(last || since, "Emil got version {versie} without a right: {:?}", told());
        }
    }
}

/// The commands of the simulation, by what a repeat of them would show.
enum Soort {
    Klaarzetten,
    Afronden(TaakId),
    Melden,
    Toewijzen,
}

impl Soort {
    fn van(opdracht: &Opdracht) -> Self {
        if let Opdracht::RondTaakAf { taak, .. } = opdracht {
            Self::Afronden(*taak)
        } else if matches!(opdracht, Opdracht::RegistreerMelding(_)) {
            Self::Melden
        } else if matches!(opdracht, Opdracht::WijsToe { .. }) {
            Self::Toewijzen
        } else {
            Self::Klaarzetten
        }
    }
}

/// What is kept of a map stands in any order.
fn op_volgorde(value: &mut Value) {
    match value {
        Value::Array(all) => {
            all.iter_mut().for_each(op_volgorde);
            all.sort_by_key(Value::to_string);
        }
        Value::Object(all) => all.values_mut().for_each(op_volgorde),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn tekst(event: &StoredEvent) -> &str {
    std::str::from_utf8(event.body.as_ref().unwrap()).unwrap()
}
