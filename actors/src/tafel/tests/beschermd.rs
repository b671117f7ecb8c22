//! Protected dossiers: of somebody who is not named all of it goes, on open screens too, and each look is told to who looks after them.

use keukentafel::domain::document::Documentsoort;
use keukentafel::domain::ids::{DocumentId, PlanId};
use keukentafel::domain::persoon::Beschermgrond;
use keukentafel::protocol::body::{
    Beschermingswijziging, NieuwHuishouden, NieuweBescherming, NieuweGroep, PersoonVraag,
    Werkvoorraadoverdracht,
};
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::ZaakAntwoord;
use serde_json::Value;

use super::tafelgenoot::Tafelgenoot;
use super::*;
use crate::overzicht::ZakenFilter;
use crate::overzicht::caseload::klopt;

const DAY: i64 = 24 * 60 * 60 * 1_000_000;
const NIET_GENOEMD: Weigering = Weigering::Geweigerd { code: "bescherming.niet_genoemd" };

pub(super) fn bescherm(persoon: PersoonId, mensen: &[&Wie], dagen: (Option<&str>, Option<&str>)) -> Opdracht {
    Opdracht::BeschermDossier {
        persoon,
        bescherming: NieuweBescherming {
            grond: Beschermgrond::EigenMedewerker,
            vanaf: dagen.0.map(str::to_owned),
            tot_en_met: dagen.1.map(str::to_owned),
            medewerkers: mensen.iter().map(|wie| wie.id).collect(),
        },
    }
}

impl Huis {
    pub(super) async fn beschermt(&self, persoon: PersoonId, mensen: &[&Wie]) {
        self.doet(&pieter(), bescherm(persoon, mensen, (None, None))).await.unwrap();
    }

    pub(super) async fn straks(&self, micros: i64) {
        self.clock.advance(micros);
        self.tafel.klok_verzet();
        self.tafel.projector.catch_up().await;
    }

    /// What the trail says of looks at protected dossiers is told.
    pub(super) async fn telt(&self) {
        self.tafel.tel_openingen().await;
        self.tafel.projector.catch_up().await;
    }

    async fn lijst(&self, wie: &Wie) -> usize {
        let all = ZakenFilter { aantal: 50, lijst: crate::overzicht::Lijst::Alle, ..ZakenFilter::default() };
        self.tafel.zaken(wie, &all).await.unwrap().0.len()
    }

    fn telt_goed(&self) -> (u64, bool) {
        let all = self.tafel.overzicht().lees();
        let all = all.gemeente(GEMEENTE).unwrap();
        let today = jiff::civil::date(2026, 11, 25);
        (all.caseload().beeld(|_| true, today).totaal.aantal, klopt(all, today))
    }
}

fn soorten(frames: &[Value]) -> Vec<&str> {
    frames.iter().map(|frame| frame["t"].as_str().unwrap()).collect()
}

/// Maria's zaak with Emma and Emil, and a report of Emma's talk.
async fn van_emma(huis: &Huis) -> (PersoonId, ZaakId, DocumentId) {
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.toewijzen(zaak, &[&emma(), &emil()]).await;
    let open =
        Opdracht::OpenDocument { zaak, soort: Documentsoort::Gespreksverslag, zaken: None, deelnemers: None };
    let document = DocumentId(huis.doet(&emma(), open).await.unwrap().id);
    (maria, zaak, document)
}

// shows X-24
#[tokio::test]
async fn who_is_not_named_loses_all_of_it_at_once_and_has_it_back_at_the_end() {
    let huis = Huis::open().await;
    let (maria, zaak, document) = van_emma(&huis).await;
    let all = [
        Topic::Werkvoorraad(emil().id),
        Topic::ZaakWat(zaak),
        Topic::ZaakRij(zaak),
        Topic::Persoon(maria),
        Topic::Document(document),
    ];
    let (mut emil_tab, mut emma_tab) = (Tafelgenoot::new(emil()), Tafelgenoot::new(emma()));
    for topic in all {
        emil_tab.volgt(&huis, topic).await.unwrap();
        let hers = if topic == all[0] { Topic::Werkvoorraad(emma().id) } else { topic };
        emma_tab.volgt(&huis, hers).await.unwrap();
    }
    emil_tab.gehoord();
    emma_tab.gehoord();
    assert_eq!((huis.lijst(&emil()).await, huis.lijst(&werkverdeler()).await), (1, 1));
    assert_eq!(huis.telt_goed(), (1, true));

    huis.doet(&pieter(), bescherm(maria, &[&emma()], (None, Some("2026-11-26")))).await.unwrap();
    // Who sees it still has the zaak, the talk and the text look again when they answer.
    assert!(huis.tafel.zaak(&emma(), zaak).await.unwrap().is_some());
    assert!(huis.tafel.persoon(&emma(), maria).await.unwrap().is_some());
    assert!(huis.tafel.tekst(&emma(), document).await.unwrap().is_some());
    let heard = emil_tab.gehoord();
    let gone = soorten(&heard).iter().filter(|kind| **kind == "revoked").count();
    assert_eq!(gone, 4, "{heard:?}");
    assert!(heard.iter().all(|frame| frame["b"].is_null()), "and not a word of it before: {heard:?}");
    assert!(!soorten(&emma_tab.gehoord()).contains(&"revoked"), "Emma is named");

    for other in [emil(), linda(), werkverdeler(), manager(), pieter(), kevin()] {
        assert_eq!(huis.tafel.zaak(&other, zaak).await, Ok(None), "{}", other.naam);
        assert_eq!(huis.tafel.persoon(&other, maria).await, Ok(None), "{}", other.naam);
        assert_eq!(huis.tafel.tekst(&other, document).await, Ok(None), "{}", other.naam);
        assert_eq!(huis.lijst(&other).await, 0, "{}", other.naam);
    }
    assert_eq!(huis.telt_goed(), (0, true), "no count holds it");
    let neem = Opdracht::NeemInBehandeling { zaak };
    assert_eq!(huis.doet(&emil(), neem).await, Err(Weigering::NIET_GEVONDEN), "also who works on it");
    let zelf = maria_zelf(maria);
    assert!(matches!(huis.tafel.zaak(&zelf, zaak).await, Ok(Some(ZaakAntwoord::Dat(_)))), "Maria herself");

    emil_tab.gehoord();
    huis.straks(2 * DAY).await;
    assert!(huis.tafel.zaak(&emil(), zaak).await.unwrap().is_some());
    assert!(soorten(&emil_tab.gehoord()).contains(&"lid"), "his list has it again by itself");
    assert_eq!(huis.telt_goed(), (1, true));
}

// shows X-24
#[tokio::test]
async fn the_desk_finds_the_name_registers_and_sees_nothing_after() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    huis.beschermt(maria, &[&emma()]).await;
    let vraag: PersoonVraag = serde_json::from_str(r#"{"bsn":"123456782"}"#).unwrap();
    let found = huis.tafel.personen_zoek(&linda(), &vraag).await.unwrap().items;
    let [hit] = found.as_slice() else { unreachable!("she is found") };
    assert_eq!((hit.naam.as_str(), hit.geboortedatum, hit.adresregel.clone()), ("Maria Verhoef", None, None));
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    assert_eq!(huis.tafel.zaak(&linda(), zaak).await, Ok(None));
    assert!(huis.tafel.zaak(&emma(), zaak).await.unwrap().is_some(), "who is named sees that it waits");
    let wat = huis.tafel.beschermd(&pieter()).await.unwrap().unwrap();
    assert_eq!((wat.items[0].wachtend, wat.items[0].persoon.geboortedatum), (1, None));
    let thuis = huis.tafel.huishouden_van(&linda(), maria).await.unwrap().unwrap();
    assert!(thuis.huishouden.is_none() && thuis.zaken.is_empty());
}

// shows X-24, X-26: also a question that is none
#[tokio::test]
async fn who_looks_for_somebody_to_protect_has_a_line_also_where_nothing_was_asked() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let ask = async |text: &str| {
        let vraag: PersoonVraag = serde_json::from_str(text).unwrap();
        huis.tafel.beschermd_personen(&pieter(), &vraag).await
    };
    let leeg = ask(r#"{"naam":" ","geboortedatum":"1958-03-14"}"#).await.unwrap_err();
    assert_eq!(ask(r#"{"bsn":"123456782"}"#).await.unwrap().unwrap()[0].id, maria);
    let lines = huis.sporen_van(&pieter(), "persoon.zoeken").await;
    let codes: Vec<_> = lines.iter().map(|line| line.row.code.as_deref()).collect();
    assert_eq!(codes, [Some(leeg.code()), None]);
}

// shows X-24, G24
#[tokio::test]
async fn to_a_colleague_a_closed_dossier_and_a_person_they_do_not_know_are_the_same() {
    let nobody = PersoonId(Uuid::from_u128(404));
    for together in [false, true] {
        let huis = Huis::open().await;
        let (maria, dylan) = (huis.maria().await, huis.dylan().await);
        let lid = |persoon: PersoonId| serde_json::json!({ "persoon": persoon, "bron": "brp" });
        let leden = serde_json::json!({ "leden": [lid(maria), lid(dylan)] });
        let typed: NieuwHuishouden = serde_json::from_value(leden).unwrap();
        if together {
            huis.doet(&linda(), Opdracht::StelHuishoudenVast(typed)).await.unwrap();
        }
        huis.beschermt(maria, &[&emma()]).await;
        for wie in [kevin(), peter(), rianne(), wendy()] {
            for who in [maria, dylan, nobody] {
                assert_eq!(huis.tafel.huishouden_van(&wie, who).await, Ok(None), "{} {together}", wie.naam);
            }
        }
        let seen = huis.tafel.huishouden_van(&linda(), maria).await.unwrap().unwrap();
        assert!(seen.huishouden.is_none() && seen.zaken.is_empty(), "the desk goes on");
        // Who works for a housemate sees the same huishouden by way of either, with no more than a name of who is protected.
        let zaak = huis.melding(dylan, Zaaktype::AanvraagJeugdhulp).await;
        huis.toewijzen(zaak, &[&kevin()]).await;
        let by_dylan = huis.tafel.huishouden_van(&kevin(), dylan).await.unwrap().unwrap();
        let by_maria = huis.tafel.huishouden_van(&kevin(), maria).await;
        assert_eq!(by_maria, Ok(together.then_some(by_dylan)));
    }
}

// shows X-24, C2-K1
#[tokio::test]
async fn the_list_of_what_is_new_tells_nothing_of_a_dossier_that_was_closed_since() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    let mut desk = Tafelgenoot::new(linda());
    desk.volgt(&huis, Topic::Nieuw(linda().id)).await.unwrap();
    assert_eq!(huis.tafel.nieuw(&linda()).await.unwrap().gezien, [zaak], "she took it in herself");
    desk.gehoord();
    huis.beschermt(maria, &[&emma()]).await;
    let heard = desk.gehoord();
    let [frame] = heard.as_slice() else { unreachable!("it leaves her list: {heard:?}") };
    assert_eq!((&frame["k"], &frame["door"]), (&Value::from("NieuwGewijzigd"), &Value::Null));
    assert!(frame["b"]["gezien"].as_array().unwrap().is_empty());
    huis.doet(&emma(), Opdracht::NeemZaak { zaak }).await.unwrap();
    assert!(desk.gehoord().is_empty(), "who has it now, and when, is told to nobody who may not know");
    assert!(huis.tafel.nieuw(&linda()).await.unwrap().gezien.is_empty());
}

// shows X-24
#[tokio::test]
async fn work_goes_to_whoever_is_named_also_in_a_whole_werkvoorraad() {
    let huis = Huis::open().await;
    let (maria, zaak, _) = van_emma(&huis).await;
    let open = huis.melding(huis.dylan().await, Zaaktype::MeldingWmo).await;
    huis.toewijzen(open, &[&emma()]).await;
    huis.beschermt(maria, &[&emma()]).await;
    let toe = |wie: &Wie| Opdracht::WijsToe { zaak, behandelaars: vec![emma().id, wie.id], reden: None };
    assert_eq!(huis.doet(&emma(), toe(&kevin())).await, Err(NIET_GENOEMD));
    let over = Opdracht::DraagWerkvoorraadOver {
        medewerker: emma().id,
        overdracht: Werkvoorraadoverdracht { aan: vec![emil().id], reden: "Ziek".to_owned() },
    };
    let done = huis.doet(&manager(), over.clone()).await.unwrap();
    assert_eq!(done.resterend, Some(0), "and no number tells of what stays");
    let behandelaars = |id| {
        let all = huis.tafel.overzicht().lees();
        all.gemeente(GEMEENTE).unwrap().behandelaars(id).to_vec()
    };
    assert_eq!(behandelaars(open), [emil().id]);
    assert!(behandelaars(zaak).contains(&emma().id), "what may go to none of them stays");
    assert!(huis.tafel.zaak(&emil(), zaak).await.unwrap().is_none());
    let leeg = Err(Weigering::Geweigerd { code: "overdracht.leeg" });
    assert_eq!(huis.doet(&manager(), over.clone()).await, leeg);

    let wijzig = Beschermingswijziging {
        grond: Beschermgrond::EigenMedewerker,
        tot_en_met: None,
        medewerkers: vec![emma().id, emil().id],
    };
    huis.doet(&manager(), Opdracht::WijzigBescherming { persoon: maria, bescherming: wijzig }).await.unwrap();
    huis.doet(&manager(), over).await.unwrap();
    assert_eq!(behandelaars(zaak), [emil().id]);
}

// shows X-24, KING-R4b
#[tokio::test]
async fn of_several_who_get_a_werkvoorraad_the_one_who_is_named_gets_what_is_protected() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.toewijzen(zaak, &[&kevin()]).await;
    huis.beschermt(maria, &[&kevin(), &emma()]).await;
    let overdracht = Werkvoorraadoverdracht { aan: vec![emil().id, emma().id], reden: "Ziek".to_owned() };
    let over = Opdracht::DraagWerkvoorraadOver { medewerker: kevin().id, overdracht };
    huis.doet(&manager(), over).await.unwrap();
    let all = huis.tafel.overzicht().lees();
    assert_eq!(all.gemeente(GEMEENTE).unwrap().behandelaars(zaak), [emma().id]);
}

// shows X-24
#[tokio::test]
async fn a_plan_and_a_huishouden_tell_the_name_and_no_more() {
    let huis = Huis::open().await;
    let (maria, dylan) = (huis.maria().await, huis.dylan().await);
    let zaak = huis.melding(dylan, Zaaktype::AanvraagJeugdhulp).await;
    huis.toewijzen(zaak, &[&kevin()]).await;
    let other = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.toewijzen(other, &[&emma()]).await;
    let lid =
        |persoon: PersoonId| serde_json::json!({ "persoon": persoon, "bron": "brp", "vanaf": "2026-01-15" });
    let leden = serde_json::json!({ "leden": [lid(maria), lid(dylan)] });
    let typed: NieuwHuishouden = serde_json::from_value(leden).unwrap();
    let thuis = huis.doet(&linda(), Opdracht::StelHuishoudenVast(typed)).await.unwrap().id;
    huis.tafel.heeft_gevonden(&rianne(), [maria, dylan]);
    let groep = Opdracht::VormGroep(NieuweGroep { leden: vec![maria, dylan], waarom: waarom() });
    let groep = huis.doet(&rianne(), groep).await.unwrap().id.into();
    let plan = Opdracht::StartPlan { groep, aanleiding: None };
    let plan = PlanId(huis.doet(&rianne(), plan).await.unwrap().id);
    assert!(huis.tafel.plan(&rianne(), plan).await.unwrap().is_some());
    let seen = huis.tafel.huishouden(&emma(), thuis.into()).await.unwrap().unwrap();
    assert_eq!(seen.zaken.len(), 2);

    huis.beschermt(dylan, &[&kevin()]).await;
    assert!(huis.tafel.plan(&rianne(), plan).await.unwrap().is_none());
    assert!(huis.tafel.groep(&rianne(), groep).await.unwrap().is_none());
    let seen = huis.tafel.huishouden(&emma(), thuis.into()).await.unwrap().unwrap();
    assert_eq!(seen.zaken.iter().map(|rij| rij.id).collect::<Vec<_>>(), [other]);
    let leden = seen.huishouden.unwrap().leden;
    let of = |id| leden.iter().find(|lid| lid.persoon.id == id).unwrap();
    assert_eq!(of(dylan).persoon.naam, "Dylan Verhoef");
    assert_eq!((of(dylan).persoon.geboortedatum, of(dylan).gezag.len()), (None, 0));
    assert!(of(maria).persoon.geboortedatum.is_some());
    assert_eq!((of(dylan).vanaf, of(maria).vanaf.is_some()), (None, true), "nor since when they live there");
    let glas = keukentafel::protocol::body::NieuwGlas {
        reden: "Niemand is bereikbaar en het kan niet wachten".to_owned(),
        minuten: 30,
        niemand_kan: true,
    };
    let breek = Opdracht::BreekGlas { plan, glas };
    assert_eq!(huis.doet(&wendy(), breek).await, Err(Weigering::NIET_GEVONDEN));
    assert_eq!(huis.tafel.plannen_van(&wendy(), rianne().id).await.unwrap().unwrap().len(), 0);
}

// shows X-24, G37
#[tokio::test]
async fn each_look_and_each_try_is_told_live_and_read_back() {
    let huis = Huis::open().await;
    let (maria, zaak, _) = van_emma(&huis).await;
    let mut tab = Tafelgenoot::new(pieter());
    tab.volgt(&huis, Topic::Beschermd(GEMEENTE)).await.unwrap();
    for other in [emma(), linda(), werkverdeler()] {
        let not = Tafelgenoot::new(other.clone());
        assert_eq!(not.volgt(&huis, Topic::Beschermd(GEMEENTE)).await, Err(Weigering::NIET_GEVONDEN));
        assert_eq!(huis.tafel.beschermd(&other).await, Ok(None));
        assert_eq!(huis.tafel.openingen(&other).await, Ok(None));
        let refused = huis.doet(&other, bescherm(maria, &[&emma()], (None, None))).await;
        assert_eq!(refused, Err(Weigering::NIET_GEVONDEN), "{}", other.naam);
    }
    assert_eq!(huis.tafel.openingen(&manager()).await, Ok(None), "the trail is the privacy officer's");
    huis.beschermt(maria, &[&emma()]).await;
    let geopend = |frames: &[Value]| {
        let last = frames.iter().rfind(|frame| frame["b"]["items"].is_array());
        last.map(|frame| frame["b"]["geopend"].as_u64().unwrap())
    };
    huis.telt().await;
    let before = geopend(&tab.gehoord()).unwrap();

    huis.tafel.zaak(&emma(), zaak).await.unwrap().unwrap();
    assert_eq!(huis.tafel.zaak(&emil(), zaak).await, Ok(None));
    let neem = Opdracht::NeemInBehandeling { zaak };
    assert_eq!(huis.doet(&emil(), neem).await, Err(Weigering::NIET_GEVONDEN));
    huis.telt().await;
    let after = geopend(&tab.gehoord()).unwrap();
    assert!(after >= before + 3, "{before} {after}");
    // Reading who looked is no look of its own: it would ring for ever.
    let found = huis.tafel.openingen(&pieter()).await.unwrap().unwrap();
    huis.tafel.beschermd(&manager()).await.unwrap().unwrap();
    huis.telt().await;
    assert_eq!(geopend(&tab.gehoord()), None);
    let said: Vec<_> = found
        .iter()
        .map(|line| (line.handeling.as_str(), line.wie.as_ref().unwrap().naam.as_str(), line.code.as_deref()))
        .collect();
    for line in [
        ("zaak.lezen", "Emma", None),
        ("zaak.lezen", "Emil", Some("niet_gevonden")),
        ("dossier.geweerd", "Emil", Some("niet_gevonden")),
        ("BeschermDossier", "Pieter", None),
    ] {
        assert!(said.contains(&line), "{line:?} in {said:?}");
    }
    huis.doet(&pieter(), Opdracht::HefBeschermingOp { persoon: maria }).await.unwrap();
    assert!(huis.tafel.zaak(&emil(), zaak).await.unwrap().is_some());
    assert_eq!(huis.tafel.beschermd(&pieter()).await.unwrap().unwrap().aantal, 0);
}
