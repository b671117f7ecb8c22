//! A protected dossier against every way out that was not made for it: who is not named learns nothing by a huishouden that is open, a signaal
//! that becomes one with another, a groep, a list of what waits, or a taak; and what they try stands in the trail.

use keukentafel::clock::Clock;
use keukentafel::domain::persoon::Beschermgrond;
use keukentafel::protocol::body::{NieuwHuishouden, NieuwSignaal, NieuweBescherming, NieuweGroep};
use keukentafel::protocol::topic::Topic;
use serde_json::{Value, json};

use super::signalen::{bron, over_maria, signaal, soort_van};
use super::tafelgenoot::Tafelgenoot;
use super::*;

const DAY: i64 = 24 * 60 * 60 * 1_000_000;

fn bescherm(persoon: PersoonId, mensen: &[&Wie], tot_en_met: Option<&str>) -> Opdracht {
    Opdracht::BeschermDossier {
        persoon,
        bescherming: NieuweBescherming {
            grond: Beschermgrond::EigenMedewerker,
            vanaf: None,
            tot_en_met: tot_en_met.map(str::to_owned),
            medewerkers: mensen.iter().map(|wie| wie.id).collect(),
        },
    }
}

/// What the last frame says of somebody who lives there.
fn lid(frames: &[Value], persoon: PersoonId) -> Option<Value> {
    let leden =
        frames.iter().rfind(|frame| frame["b"]["leden"].is_array())?["b"]["leden"].as_array()?.clone();
    leden.into_iter().find(|lid| lid["persoon"]["id"] == json!(persoon))
}

// shows X-24, C2-K2
#[tokio::test]
async fn on_an_open_huishouden_only_the_name_is_left_and_all_is_back_at_the_end() {
    let huis = Huis::open().await;
    let (maria, dylan) = (huis.maria().await, huis.dylan().await);
    let zaak = huis.melding(dylan, Zaaktype::AanvraagJeugdhulp).await;
    huis.toewijzen(zaak, &[&kevin()]).await;
    let woont = |persoon: PersoonId| json!({ "persoon": persoon, "bron": "brp" });
    let typed: NieuwHuishouden =
        serde_json::from_value(json!({ "leden": [woont(maria), woont(dylan)] })).unwrap();
    let thuis = huis.doet(&linda(), Opdracht::StelHuishoudenVast(typed)).await.unwrap().id;
    let mut tab = Tafelgenoot::new(kevin());
    tab.volgt(&huis, Topic::HuishoudenWat(thuis.into())).await.unwrap();
    assert!(lid(&tab.gehoord(), maria).unwrap()["persoon"]["geboortedatum"].is_string());
    huis.doet(&pieter(), bescherm(maria, &[&emma()], Some("2026-11-26"))).await.unwrap();
    let heard = tab.gehoord();
    let [frame] = heard.as_slice() else { unreachable!("one frame: {heard:?}") };
    assert_eq!((&frame["k"], &frame["door"]), (&json!("Gewijzigd"), &Value::Null), "not why, nor by whom");
    let left = lid(&heard, maria).unwrap();
    assert_eq!(left["persoon"]["naam"], "Maria Verhoef");
    assert!(left["persoon"]["geboortedatum"].is_null());
    huis.clock.advance(2 * DAY);
    huis.tafel.klok_verzet();
    huis.tafel.projector.catch_up().await;
    assert!(lid(&tab.gehoord(), maria).unwrap()["persoon"]["geboortedatum"].is_string(), "back by itself");
}

// shows X-24, KING-ZT24
#[tokio::test]
async fn an_unknown_who_turns_out_to_be_protected_shows_nothing_of_other_reports_on_the_way() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let about = NieuwSignaal { naam: Some("Mevrouw op 4".to_owned()), ..signaal(soort_van("overlast")) };
    huis.doet(&buurman(), Opdracht::MeldSignaal(about)).await.unwrap();
    let unknown = huis.register(&rianne()).await[0].id;
    huis.clock.advance(3_600_000_000);
    huis.doet(&pieter(), bescherm(maria, &[&emma()], None)).await.unwrap();
    huis.doet(&bron(90), over_maria(soort_van("overlast"))).await.unwrap();
    let mut tab = Tafelgenoot::new(kevin());
    tab.volgt(&huis, Topic::SignaalWat(unknown)).await.unwrap();
    tab.gehoord();
    huis.doet(&emma(), Opdracht::WijsPersoonAan { signaal: unknown, persoon: maria }).await.unwrap();
    huis.rust().await;
    let heard = tab.gehoord();
    assert!(heard.iter().any(|frame| frame["t"] == "revoked"), "{heard:?}");
    assert!(heard.iter().all(|frame| frame["b"].is_null()), "and not a word before it: {heard:?}");
}

// shows X-24, KING-G4
#[tokio::test]
async fn no_groep_is_made_of_a_dossier_that_is_closed_to_who_makes_it_and_the_try_is_known() {
    let huis = Huis::open().await;
    let (maria, dylan) = (huis.maria().await, huis.dylan().await);
    for regisseur in [rianne(), ruben()] {
        huis.tafel.heeft_gevonden(&regisseur, [maria, dylan]);
    }
    huis.doet(&pieter(), bescherm(maria, &[&ruben()], None)).await.unwrap();
    let vorm = || Opdracht::VormGroep(NieuweGroep { leden: vec![maria, dylan], waarom: waarom() });
    let onbekend = Err(Weigering::Velden(vec![("leden", "invoer.persoon_onbekend")]));
    assert_eq!(huis.doet(&rianne(), vorm()).await.map(|_| ()), onbekend, "there is none yet");
    huis.doet(&ruben(), vorm()).await.unwrap();
    assert_eq!(huis.doet(&rianne(), vorm()).await.map(|_| ()), onbekend, "and the same when there is");
    let openingen = huis.tafel.openingen(&pieter()).await.unwrap().unwrap();
    let tried = openingen.iter().filter(|line| line.handeling == "dossier.geweerd").count();
    assert_eq!(tried, 2, "{openingen:?}");
}

// shows X-24, KING-G2
#[tokio::test]
async fn on_an_open_groep_only_the_name_is_left_of_who_stands_around_it_and_all_is_back_at_the_end() {
    let huis = Huis::open().await;
    let (maria, dylan) = (huis.maria().await, huis.dylan().await);
    let groep = huis.groep(&rianne(), &[dylan]).await;
    huis.tafel.heeft_gevonden(&rianne(), [maria]);
    let erbij = Opdracht::VoegParticipantToe { groep, persoon: maria, hoedanigheid: "oma".to_owned() };
    huis.doet(&rianne(), erbij).await.unwrap();
    let mut tab = Tafelgenoot::new(rianne());
    tab.volgt(&huis, Topic::Groep(groep)).await.unwrap();
    let around = |frames: &[Value]| frames.last().unwrap()["b"]["participanten"][0]["persoon"].clone();
    assert!(around(&tab.gehoord())["geboortedatum"].is_string());
    huis.doet(&pieter(), bescherm(maria, &[&emma()], Some("2026-11-26"))).await.unwrap();
    let heard = tab.gehoord();
    let [frame] = heard.as_slice() else { unreachable!("one frame, at once: {heard:?}") };
    assert_eq!((&frame["k"], &frame["door"]), (&json!("Gewijzigd"), &Value::Null), "not why, nor by whom");
    assert_eq!(around(&heard)["naam"], "Maria Verhoef");
    assert!(around(&heard)["geboortedatum"].is_null());
    huis.clock.advance(2 * DAY);
    huis.tafel.klok_verzet();
    huis.tafel.projector.catch_up().await;
    assert!(around(&tab.gehoord())["geboortedatum"].is_string(), "back by itself");
}

// shows X-24, KING-RG1
#[tokio::test]
async fn what_waits_for_who_leads_the_team_names_no_plan_of_a_protected_dossier() {
    let huis = Huis::open().await;
    let (maria, dylan) = (huis.maria().await, huis.dylan().await);
    let groep = huis.groep(&rianne(), &[maria, dylan]).await;
    let plan = huis.plan(&rianne(), groep).await;
    let mut tab = Tafelgenoot::new(wendy());
    tab.volgt(&huis, Topic::Leiding(GEMEENTE)).await.unwrap();
    huis.doet(&pieter(), bescherm(maria, &[&ruben()], None)).await.unwrap();
    tab.gehoord();
    let give = |regisseur: &Wie| Opdracht::WijsRegisseurAan { plan, regisseur: regisseur.id };
    for regisseur in [ruben(), rianne()] {
        let refused = huis.doet(&wendy(), give(&regisseur)).await;
        assert_eq!(refused.map(|_| ()), Err(Weigering::NIET_GEVONDEN), "who is named cannot be tried out");
    }
    let now = huis.tafel.overzicht().lees();
    let wat = now.gemeente(GEMEENTE).unwrap().leiding(huis.clock.now().day(), &*huis.tafel.deps.namen);
    assert!(wat.zonder_regisseur.is_empty() && wat.pogingen.is_empty());
}

// shows X-24, KING-R3, KING-SI5
#[tokio::test]
async fn a_plan_that_is_closed_to_who_leads_it_opens_nothing_about_its_other_leden() {
    let huis = Huis::open().await;
    let (maria, dylan) = (huis.maria().await, huis.dylan().await);
    let zaak = huis.melding(dylan, Zaaktype::AanvraagJeugdhulp).await;
    let groep = huis.groep(&rianne(), &[maria, dylan]).await;
    let plan = huis.plan(&rianne(), groep).await;
    let erbij = Opdracht::VoegRegisseurToe { plan, regisseur: ruben().id };
    huis.doet(&rianne(), erbij).await.unwrap();
    let about = NieuwSignaal { persoon: Some(dylan), ..signaal(soort_van("overlast")) };
    huis.doet(&linda(), Opdracht::MeldSignaal(about)).await.unwrap();
    huis.rust().await;
    let signaal = huis.wat(&rianne(), plan).await.signalen[0];
    let sees = async |wie: &Wie| {
        let runs = huis.tafel.zaak(wie, zaak).await.unwrap().is_some();
        (runs, huis.tafel.signaal(wie, signaal).await.unwrap().is_some())
    };
    assert_eq!((sees(&rianne()).await, sees(&ruben()).await), ((true, true), (true, true)));
    let mut open = Tafelgenoot::new(rianne());
    for topic in [Topic::ZaakDat(zaak), Topic::SignaalRij(signaal), Topic::SignaalWat(signaal)] {
        open.volgt(&huis, topic).await.unwrap();
    }
    open.gehoord();
    huis.doet(&pieter(), bescherm(maria, &[&ruben()], None)).await.unwrap();
    huis.rust().await;
    assert_eq!((sees(&rianne()).await, sees(&ruben()).await), ((false, false), (true, true)));
    let gone = open.gehoord().iter().filter(|frame| frame["t"] == "revoked").count();
    assert_eq!(gone, 3, "nor on a page that was open");
}

// shows X-24, C2-N6
#[tokio::test]
async fn no_taak_is_given_to_who_is_kept_out_of_the_dossier() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.toewijzen(zaak, &[&emma(), &emil()]).await;
    huis.doet(&pieter(), bescherm(maria, &[&emma()], None)).await.unwrap();
    let taak = |eigenaar: &Wie| Opdracht::ZetTaakKlaar {
        zaak,
        omschrijving: "Bel de huisarts".to_owned(),
        eigenaar: eigenaar.id,
        dag: "2026-12-10".to_owned(),
    };
    let refused = huis.doet(&emma(), taak(&emil())).await;
    assert_eq!(refused.map(|_| ()), Err(Weigering::Geweigerd { code: "bescherming.niet_genoemd" }));
    huis.doet(&emma(), taak(&emma())).await.unwrap();
}

// shows X-24, C2-L4: what was decided of a dossier is no answer to who has no say in it
#[tokio::test]
async fn who_may_not_give_the_work_does_not_hear_whom_it_will_be_closed_to() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.toewijzen(zaak, &[&emma()]).await;
    let Opdracht::BeschermDossier { bescherming, .. } = bescherm(maria, &[&emma()], None) else {
        unreachable!("that is the command")
    };
    let straks = NieuweBescherming { vanaf: Some("2026-12-24".to_owned()), ..bescherming };
    huis.doet(&pieter(), Opdracht::BeschermDossier { persoon: maria, bescherming: straks }).await.unwrap();
    let code = async |wie: &Wie, opdracht: Opdracht| huis.doet(wie, opdracht).await.unwrap_err().code();
    let geef = || Opdracht::WijsToe { zaak, behandelaars: vec![emil().id], reden: None };
    let taak = || Opdracht::ZetTaakKlaar {
        zaak,
        omschrijving: "Bel de huisarts".to_owned(),
        eigenaar: emil().id,
        dag: "2026-12-10".to_owned(),
    };
    for who in [wie(KARIN), emil()] {
        assert_eq!(code(&who, geef()).await, "niet_bevoegd", "{} gives no work", who.naam);
        assert_eq!(code(&who, taak()).await, "niet_bevoegd", "{} writes nothing there", who.naam);
    }
    assert_eq!(code(&linda(), geef()).await, "zaak.al_toegewezen", "she handed it on");
    for opdracht in [geef(), taak()] {
        assert_eq!(code(&emma(), opdracht).await, "bescherming.niet_genoemd");
    }
}

// shows
#[tokio::test]
async fn a_list_of_what_is_to_be_done_and_a_look_at_the_desk_say_about_whom_they_are() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.toewijzen(zaak, &[&emma()]).await;
    let taak = Opdracht::ZetTaakKlaar {
        zaak,
        omschrijving: "Bel de huisarts".to_owned(),
        eigenaar: emma().id,
        dag: "2026-12-10".to_owned(),
    };
    huis.doet(&emma(), taak).await.unwrap();
    huis.doet(&pieter(), bescherm(maria, &[&emma()], None)).await.unwrap();
    let (desk, own) = (Tafelgenoot::new(linda()), Tafelgenoot::new(emma()));
    drop(desk.volgt(&huis, Topic::Thuis(maria)).await);
    own.volgt(&huis, Topic::Acties(emma().id)).await.unwrap();
    let found = huis.tafel.openingen(&pieter()).await.unwrap().unwrap();
    let by = |naam: &str| found.iter().any(|line| line.wie.as_ref().unwrap().naam == naam);
    assert!(by("Linda"), "her try at the desk: {found:?}");
    assert!(found.iter().any(|line| line.object.starts_with("acties/")), "{found:?}");
}

// shows X-24
#[tokio::test]
async fn a_protection_that_is_over_asks_nobody_to_look_again() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    huis.doet(&pieter(), bescherm(maria, &[&emma()], Some("2026-11-26"))).await.unwrap();
    huis.clock.advance(3 * DAY);
    huis.tafel.klok_verzet();
    huis.tafel.projector.catch_up().await;
    let mut tab = Tafelgenoot::new(pieter());
    tab.volgt(&huis, Topic::Beschermd(GEMEENTE)).await.unwrap();
    tab.gehoord();
    let bel = Opdracht::WijzigContact { persoon: maria, telefoon: Some("06 12345678".to_owned()) };
    huis.doet(&linda(), bel).await.unwrap();
    assert!(tab.gehoord().is_empty(), "a telephone number is no change of who may look");
}

// shows X-24, C2-N5: how somebody can be reached who spoke for another
#[tokio::test]
async fn the_number_of_who_spoke_leaves_an_open_contact_when_they_are_protected_and_is_back_at_the_end() {
    let huis = Huis::open().await;
    let (maria, dylan) = (huis.maria().await, huis.dylan().await);
    let melding = json!({ "persoon": dylan, "zaaktype": "AANVRAAG-JEUGDHULP", "onderwerp": "Hulp gevraagd", "behandelaars": [kevin().id] });
    let typed = serde_json::from_value(json!({
        "kanaal": "telefoon",
        "spreker": { "soort": "persoon", "persoon": maria, "telefoon": "06 12345678" },
        "controle": "geen",
        "verslag": [{ "vraag": "hulpvraag", "tekst": "Dylan eet niet." }],
        "meldingen": [melding],
    }));
    let contact = huis.doet(&linda(), Opdracht::RegistreerContact(typed.unwrap())).await.unwrap().id;
    let topic = Topic::Contact(contact.into());
    let nummer = async || {
        let mut tab = Tafelgenoot::new(kevin());
        tab.volgt(&huis, topic).await.unwrap();
        let heard = tab.gehoord();
        let spreker = heard.iter().find(|frame| frame["t"] == "snap").unwrap()["b"]["spreker"].clone();
        assert_eq!(spreker["naam"], "Maria Verhoef", "the name is left");
        spreker["telefoon"].as_str().map(str::to_owned)
    };
    let mut open = Tafelgenoot::new(kevin());
    open.volgt(&huis, topic).await.unwrap();
    assert_eq!(nummer().await.as_deref(), Some("06 12345678"));
    open.gehoord();
    huis.doet(&pieter(), bescherm(maria, &[&emma()], Some("2026-11-26"))).await.unwrap();
    huis.tafel.projector.catch_up().await;
    // The contact has looked again when it answers; nobody opens it anew meanwhile.
    assert!(huis.tafel.contact(&kevin(), contact.into()).await.unwrap().is_some());
    assert_eq!(open.soorten(), ["resync"], "who had it open asks again");
    assert_eq!(nummer().await, None);
    huis.clock.advance(2 * DAY);
    huis.tafel.klok_verzet();
    huis.tafel.projector.catch_up().await;
    assert_eq!(nummer().await.as_deref(), Some("06 12345678"), "back by itself");
}
