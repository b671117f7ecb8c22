//! Looks that are looked back at: found in the trail, once each, and there until somebody else judged them.

use std::time::Duration;

use keukentafel::domain::ids::NazichtId;
use keukentafel::domain::nazicht::{Nazichtoordeel, Nazichtsoort};
use keukentafel::domain::persoon::Beschermgrond;
use keukentafel::protocol::body::{
    Nazichtbeoordeling, NieuwGlas, NieuweBescherming, NieuweVervanging, Vertrek,
};
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::NazichtenWat;
use keukentafel::store::{AuditRow, Leases};

use super::nodes::verstrijkt;
use super::tafelgenoot::Tafelgenoot;
use super::*;
use crate::limits::LEASE_DUUR;
use crate::tafel::nazicht::Lezen;

const DAY: i64 = 24 * 60 * 60 * 1_000_000;

/// Another privacy officer: nobody in the book, so that names are a dash.
fn paula() -> Wie {
    Wie { id: MedewerkerId(Uuid::from_u128(98)), naam: "Paula".to_owned(), ..pieter() }
}

fn oordeel(nazicht: u128, oordeel: Nazichtoordeel, maatregel: Option<&str>, regels: u32) -> Opdracht {
    let beoordeling = Nazichtbeoordeling {
        oordeel,
        toelichting: "Gevraagd waarom".to_owned(),
        maatregel: maatregel.map(str::to_owned),
        regels,
    };
    Opdracht::BeoordeelNazicht { nazicht: NazichtId(Uuid::from_u128(nazicht)), beoordeling }
}

fn gegrond(nazicht: NazichtId, regels: u32) -> Opdracht {
    oordeel(nazicht.0.as_u128(), Nazichtoordeel::Gegrond, None, regels)
}

impl Huis {
    /// Which colleague this person is.
    async fn koppelt(&self, persoon: PersoonId, wie: &Wie) {
        let medewerker = Some(wie.id);
        self.doet(&pieter(), Opdracht::LegMedewerkerVast { persoon, medewerker, niet_meer: false })
            .await
            .unwrap();
    }

    /// The list, once all of the trail was read.
    async fn na_te_kijken(&self) -> NazichtenWat {
        self.tafel.zie_na(Lezen::Alles(None)).await.unwrap();
        self.tafel.nazichten(&pieter()).await.unwrap().unwrap()
    }

    /// Of whom and why there are items without a verdict.
    async fn open_items(&self) -> Vec<(MedewerkerId, PersoonId, Nazichtsoort)> {
        let list = self.na_te_kijken().await;
        let mut found: Vec<_> =
            list.items.iter().map(|rij| (rij.medewerker.id, rij.persoon.id, rij.soort)).collect();
        found.sort_unstable();
        found
    }

    fn lines(&self, handeling: &str) -> Vec<AuditRow> {
        let rows = self.journal.audit().into_iter().map(|(_, row)| row);
        rows.filter(|row| row.handeling == handeling).collect()
    }
}

// shows X-24, N-9: own family
#[tokio::test]
async fn a_look_at_who_is_close_is_one_item_a_day_however_often() {
    let huis = Huis::open().await;
    let (maria, dylan) = (huis.maria().await, huis.dylan().await);
    let zaak = huis.melding(dylan, Zaaktype::AanvraagJeugdhulp).await;
    huis.toewijzen(zaak, &[&kevin()]).await;
    // Kevin is Maria, for this test; Dylan lives with her.
    huis.koppelt(maria, &kevin()).await;
    // What was done before it was known is looked back at too; nobody looked at anybody close.
    assert_eq!(huis.open_items().await, vec![(linda().id, maria, Nazichtsoort::Collega)]);
    let typed = super::huishouden::samen(&[maria, dylan]);
    huis.doet(&linda(), typed).await.unwrap();
    for _ in 0..3 {
        huis.tafel.zaak(&kevin(), zaak).await.unwrap().unwrap();
    }
    // What Linda did with Maria is a look at a colleague; what Kevin did, one at his own circle.
    let kring = (kevin().id, dylan, Nazichtsoort::EigenKring);
    let found = huis.open_items().await;
    assert!(found.contains(&kring), "{found:?}");
    assert!(found.contains(&(linda().id, maria, Nazichtsoort::Collega)), "{found:?}");
    assert!(!found.iter().any(|(who, about, _)| *who == linda().id && *about == dylan), "{found:?}");
    assert_eq!(huis.lines("OpenNazicht").len(), found.len(), "each once");
    huis.clock.advance(DAY);
    huis.tafel.zaak(&kevin(), zaak).await.unwrap().unwrap();
    assert_eq!(huis.open_items().await.iter().filter(|item| **item == kring).count(), 2, "another day");
}

// shows N-9, X-26: live, and the reading of it is in the trail
#[tokio::test]
async fn it_is_on_the_open_list_of_the_reviewer_by_itself() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    huis.koppelt(maria, &emma()).await;
    huis.na_te_kijken().await;
    let mut tab = Tafelgenoot::new(pieter());
    tab.volgt(&huis, Topic::Nazicht(GEMEENTE)).await.unwrap();
    for wie in [wendy(), emma(), bestuur()] {
        let not = Tafelgenoot::new(wie);
        assert_eq!(not.volgt(&huis, Topic::Nazicht(GEMEENTE)).await, Err(Weigering::NIET_GEVONDEN));
    }
    tab.gehoord();
    let mut progress = huis.tafel.projector.vooruitgang();
    // Refused, and tried all the same.
    assert_eq!(huis.tafel.persoon(&peter(), maria).await, Ok(None));
    let told = loop {
        let frame = tab.gehoord().into_iter().rfind(|frame| {
            frame["t"] == "ev"
                && frame["b"]["items"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .any(|one| one["medewerker"]["naam"] == "Peter")
        });
        match frame {
            Some(frame) => break frame,
            None => progress.changed().await.unwrap(),
        }
    };
    let row = told["b"]["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["medewerker"]["naam"] == "Peter")
        .unwrap();
    assert_eq!((row["soort"].as_str(), row["te_laat"].as_bool()), (Some("collega"), Some(false)));
    let id: NazichtId = serde_json::from_value(row["id"].clone()).unwrap();
    let wat = huis.tafel.nazicht(&pieter(), id).await.unwrap().unwrap();
    let did: Vec<_> =
        wat.regels.iter().map(|regel| (regel.handeling.as_str(), regel.code.as_deref())).collect();
    assert_eq!(did, vec![("persoon.lezen", Some("niet_gevonden"))]);
    assert_eq!(huis.tafel.nazicht(&wendy(), id).await, Ok(None));
    let read = huis.lines("nazicht.lezen");
    assert_eq!(read[0].betrokkenen, vec![maria]);
    assert_eq!(read[0].object, format!("nazicht/{id}"));
}

// shows X-24: protected; N-9: glass and standing in, of whom the line says so itself
#[tokio::test]
async fn a_protected_dossier_a_glass_and_standing_in_are_looked_back_at() {
    let huis = Huis::open().await;
    let (maria, dylan) = (huis.maria().await, huis.dylan().await);
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.toewijzen(zaak, &[&emma()]).await;
    huis.clock.advance(1);
    let bescherming = NieuweBescherming {
        grond: Beschermgrond::BekendPersoon,
        vanaf: None,
        tot_en_met: None,
        medewerkers: vec![emma().id],
    };
    huis.doet(&pieter(), Opdracht::BeschermDossier { persoon: maria, bescherming }).await.unwrap();
    assert_eq!(huis.open_items().await, vec![], "before it was protected, and by who looks after it");
    huis.clock.advance(1);
    huis.tafel.zaak(&emma(), zaak).await.unwrap().unwrap();
    let first = (emma().id, maria, Nazichtsoort::Beschermd);
    assert_eq!(huis.open_items().await, vec![first]);

    let groep = huis.groep(&rianne(), &[dylan]).await;
    let plan = Opdracht::StartPlan { groep, aanleiding: None };
    let plan = huis.doet(&rianne(), plan).await.unwrap().id.into();
    let reden = "Melding van geweld, er moet nu iets".to_owned();
    let glas = NieuwGlas { reden, minuten: 60, niemand_kan: true };
    huis.doet(&wendy(), Opdracht::BreekGlas { plan, glas }).await.unwrap();
    huis.tafel.plan(&wendy(), plan).await.unwrap().unwrap();
    let vervanging = NieuweVervanging {
        vervanger: ruben().id,
        vanaf: "2026-11-25".to_owned(),
        tot_en_met: "2026-11-27".to_owned(),
        reden: "Verlof".to_owned(),
    };
    let medewerker = rianne().id;
    huis.doet(&rianne(), Opdracht::WijsVervangerAan { medewerker, vervanging }).await.unwrap();
    huis.tafel.plan(&ruben(), plan).await.unwrap().unwrap();
    let mut then =
        vec![first, (wendy().id, dylan, Nazichtsoort::Glas), (ruben().id, dylan, Nazichtsoort::Vervanging)];
    then.sort_unstable();
    assert_eq!(huis.open_items().await, then);
}

// shows N-9: cannot be skipped, late with a name, judged once, by somebody else; what came after the verdict is another item
#[tokio::test]
async fn an_item_stays_until_somebody_else_judged_it_and_then_for_good() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    huis.koppelt(maria, &emma()).await;
    huis.clock.advance(1);
    huis.tafel.persoon(&linda(), maria).await.unwrap().unwrap();
    let item = huis.na_te_kijken().await.items[0].clone();
    assert_eq!((item.medewerker.id, item.uitspraak.is_none()), (linda().id, true));
    let seen = || async {
        u32::try_from(huis.tafel.nazicht(&pieter(), item.id).await.unwrap().unwrap().regels.len()).unwrap()
    };
    let regels = seen().await;
    for (wie, when, then) in [
        (wendy(), gegrond(item.id, regels), Weigering::NIET_GEVONDEN),
        (linda(), gegrond(item.id, regels), Weigering::NIET_GEVONDEN),
        (pieter(), gegrond(item.id, regels + 1), Weigering::Geweigerd { code: "nazicht.meer_regels" }),
        (
            pieter(),
            oordeel(item.id.0.as_u128(), Nazichtoordeel::NietGegrond, None, regels),
            Weigering::Geweigerd { code: "nazicht.maatregel_nodig" },
        ),
    ] {
        assert_eq!(huis.doet(&wie, when).await, Err(then));
    }
    huis.clock.advance(15 * DAY);
    let late = huis.na_te_kijken().await;
    assert_eq!((late.aantal, late.te_laat, late.items[0].te_laat), (1, 1, true), "it stays, and is late");

    let talk = oordeel(item.id.0.as_u128(), Nazichtoordeel::NietGegrond, Some("Gesprek"), seen().await);
    huis.doet(&pieter(), talk).await.unwrap();
    let done = huis.na_te_kijken().await;
    assert_eq!((done.aantal, done.te_laat, done.gedaan.len()), (0, 0, 1));
    let said = done.gedaan[0].uitspraak.clone().unwrap();
    assert_eq!((said.maatregel.as_deref(), said.door.id), (Some("Gesprek"), pieter().id));
    let again = huis.doet(&paula(), gegrond(item.id, seen().await)).await;
    assert_eq!(again, Err(Weigering::Geweigerd { code: "nazicht.al_gedaan" }));
    assert_eq!(huis.lines("BeoordeelNazicht").last().unwrap().betrokkenen, vec![maria]);
}

// shows N-9: a look after the verdict on the same day is not lost, and what was judged is not opened again
#[tokio::test]
async fn what_came_after_the_verdict_is_another_item_of_that_day() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    huis.koppelt(maria, &emma()).await;
    huis.clock.advance(1);
    huis.tafel.persoon(&linda(), maria).await.unwrap().unwrap();
    let first = huis.na_te_kijken().await.items[0].clone();
    let regels = huis.tafel.nazicht(&pieter(), first.id).await.unwrap().unwrap().regels.len();
    huis.doet(&pieter(), gegrond(first.id, u32::try_from(regels).unwrap())).await.unwrap();
    assert_eq!(huis.na_te_kijken().await.aantal, 0);
    huis.clock.advance(1);
    huis.tafel.persoon(&linda(), maria).await.unwrap().unwrap();
    let second = huis.na_te_kijken().await.items;
    assert_eq!(second.len(), 1);
    assert_ne!(second[0].id, first.id);
    assert_eq!(second[0].dag, first.dag);
    let wat = huis.tafel.nazicht(&pieter(), second[0].id).await.unwrap().unwrap();
    assert_eq!(wat.regels.len(), 1, "only what came after");
}

// shows N-9: derived from the record; the same after a start, and nothing twice
#[tokio::test]
async fn another_node_on_the_same_record_finds_the_same_items() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    huis.koppelt(maria, &emma()).await;
    huis.clock.advance(1);
    huis.tafel.persoon(&linda(), maria).await.unwrap().unwrap();
    let before = huis.na_te_kijken().await;
    huis.tafel.projector.catch_up().await;
    let other = Huis::on(Arc::clone(&huis.journal)).await;
    let after = other.na_te_kijken().await;
    assert_eq!((before.items, before.koppelingen), (after.items, after.koppelingen));
    assert_eq!(other.lines("OpenNazicht").len(), 1);
}

// shows N-9: nobody judges their own look, or one at their own circle
#[tokio::test]
async fn the_reviewer_judges_neither_their_own_look_nor_one_at_their_own_circle() {
    let huis = Huis::open().await;
    let (maria, dylan) = (huis.maria().await, huis.dylan().await);
    huis.koppelt(maria, &pieter()).await;
    huis.koppelt(dylan, &emma()).await;
    let elders =
        Opdracht::LegMedewerkerVast { persoon: maria, medewerker: Some(emma().id), niet_meer: false };
    let refused = Err(Weigering::Geweigerd { code: "nazicht.collega_elders" });
    assert_eq!(huis.doet(&paula(), elders).await, refused);
    // What says that Maria is Pieter's own is not his to take away.
    for medewerker in [None, Some(pieter().id)] {
        let away = Opdracht::LegMedewerkerVast { persoon: maria, medewerker, niet_meer: true };
        let refused = Err(Weigering::Geweigerd { code: "nazicht.eigen_kring" });
        assert_eq!(huis.doet(&pieter(), away).await, refused);
    }
    huis.clock.advance(1);
    huis.tafel.persoon(&linda(), maria).await.unwrap().unwrap();
    assert_eq!(huis.tafel.persoon(&pieter(), dylan).await, Ok(None));
    for (who, about, code) in
        [(linda().id, maria, "nazicht.eigen_kring"), (pieter().id, dylan, "nazicht.eigen_blik")]
    {
        let list = huis.na_te_kijken().await.items;
        let item = list.into_iter().find(|rij| rij.medewerker.id == who && rij.persoon.id == about).unwrap();
        let wat = huis.tafel.nazicht(&pieter(), item.id).await.unwrap().unwrap();
        assert_eq!(wat.bezwaar.as_deref(), Some(code));
        let regels = u32::try_from(wat.regels.len()).unwrap();
        assert_eq!(huis.doet(&pieter(), gegrond(item.id, regels)).await, Err(Weigering::Geweigerd { code }));
        huis.doet(&paula(), gegrond(item.id, regels)).await.unwrap();
    }
}

// shows N-8: the resident is told who looked, and nothing of that somebody looks back at it
#[tokio::test]
async fn the_resident_hears_of_the_look_and_not_of_the_review() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    huis.koppelt(maria, &emma()).await;
    huis.clock.advance(1);
    huis.tafel.persoon(&linda(), maria).await.unwrap().unwrap();
    let told = |wat: keukentafel::protocol::view::InzageWat| {
        wat.dagen
            .into_iter()
            .flat_map(|dag| dag.regels)
            .map(|regel| (regel.rol, regel.keer))
            .collect::<Vec<_>>()
    };
    let me = maria_zelf(maria);
    let before = told(huis.tafel.mijn_inzage(&me, None).await.unwrap().unwrap());
    assert!(before.iter().any(|(rol, _)| *rol == Rol::Frontoffice));
    let item = huis.na_te_kijken().await.items[0].clone();
    let wat = huis.tafel.nazicht(&pieter(), item.id).await.unwrap().unwrap();
    huis.doet(&pieter(), gegrond(item.id, u32::try_from(wat.regels.len()).unwrap())).await.unwrap();
    assert_eq!(told(huis.tafel.mijn_inzage(&me, None).await.unwrap().unwrap()), before);
}

// shows X-24
#[tokio::test]
async fn an_item_of_who_is_no_colleague_any_more_stays_and_says_so() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    huis.koppelt(maria, &kevin()).await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.tafel.zaak(&emma(), zaak).await.unwrap().unwrap();
    let of_emma = |list: NazichtenWat| {
        let found = list.items.into_iter().find(|rij| rij.medewerker.id == emma().id);
        found.map(|rij| (rij.soort, rij.niet_meer_gekoppeld))
    };
    assert_eq!(of_emma(huis.na_te_kijken().await), Some((Nazichtsoort::Collega, false)));
    let away = Opdracht::LegMedewerkerVast { persoon: maria, medewerker: Some(kevin().id), niet_meer: true };
    huis.doet(&pieter(), away).await.unwrap();
    // It was a look at a colleague when it was done: it is judged all the same.
    assert_eq!(of_emma(huis.na_te_kijken().await), Some((Nazichtsoort::Collega, true)));
}

// shows X-24: live, where nothing of the item itself changes
#[tokio::test]
async fn an_open_list_says_by_itself_who_lives_no_more_with_a_colleague() {
    let huis = Huis::open().await;
    let (maria, dylan) = (huis.maria().await, huis.dylan().await);
    let zaak = huis.melding(dylan, Zaaktype::AanvraagJeugdhulp).await;
    huis.toewijzen(zaak, &[&kevin()]).await;
    huis.koppelt(maria, &kevin()).await;
    let thuis = huis.doet(&linda(), super::huishouden::samen(&[maria, dylan])).await.unwrap().id;
    huis.tafel.zaak(&kevin(), zaak).await.unwrap().unwrap();
    let mut tab = Tafelgenoot::new(pieter());
    tab.volgt(&huis, Topic::Nazicht(GEMEENTE)).await.unwrap();
    let kring = |frame: &serde_json::Value| {
        let items = frame["b"]["items"].as_array()?;
        let item = items.iter().find(|item| item["soort"] == "eigen_kring")?;
        item["niet_meer_gekoppeld"].as_bool()
    };
    assert_eq!(tab.gehoord().iter().find_map(kring), Some(false));
    let vertrek = Vertrek { persoon: maria, op: "2026-11-25".to_owned() };
    huis.doet(&linda(), Opdracht::LidVertrekt { huishouden: thuis.into(), vertrek }).await.unwrap();
    huis.tafel.projector.catch_up().await;
    assert_eq!(tab.gehoord().iter().find_map(kring), Some(true));
}

// shows G11, X-24: on a node that does not sweep
#[tokio::test(start_paused = true)]
async fn a_bell_that_rang_while_the_trail_could_not_be_read_is_answered_later() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    huis.koppelt(maria, &kevin()).await;
    verstrijkt(Duration::from_secs(1)).await;
    // Somebody else sweeps from now on.
    verstrijkt(LEASE_DUUR).await;
    assert!(huis.journal.take_lease("nazicht", "n9", 10 * LEASE_DUUR).await.unwrap().is_some());
    let peters = async || {
        let list = huis.tafel.nazichten(&pieter()).await.unwrap().unwrap();
        list.items.iter().any(|rij| rij.medewerker.id == peter().id)
    };
    huis.journal.break_reads();
    // Refused, and tried all the same.
    assert_eq!(huis.tafel.persoon(&peter(), maria).await, Ok(None));
    verstrijkt(Duration::from_secs(6)).await;
    assert!(!peters().await);
    huis.journal.mend_reads();
    verstrijkt(Duration::from_secs(6)).await;
    assert!(peters().await, "nobody rang for it again");
}

// shows G10, X-24: a long sweep
#[tokio::test(start_paused = true)]
async fn a_sweep_renews_its_turn_on_the_way_and_ends_when_that_is_anothers() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    huis.koppelt(maria, &kevin()).await;
    huis.na_te_kijken().await;
    let mut beurt = huis.tafel.beurt("proef");
    let free = async |duur| huis.journal.take_lease("proef", "n9", duur).await.unwrap().is_some();
    assert!(beurt.neem().await.is_some());
    tokio::time::advance(LEASE_DUUR * 2 / 3).await;
    assert_eq!(huis.tafel.zie_na(Lezen::Alles(Some(&mut beurt))).await, Ok(true));
    tokio::time::advance(LEASE_DUUR * 2 / 3).await;
    assert!(!free(LEASE_DUUR).await, "it was renewed");
    tokio::time::advance(LEASE_DUUR).await;
    assert!(free(LEASE_DUUR).await);
    // Whoever reads now hears that nothing can be read.
    huis.journal.break_reads();
    assert_eq!(huis.tafel.zie_na(Lezen::Alles(Some(&mut beurt))).await, Ok(false));
}
