use keukentafel::domain::document::Documentsoort;
use keukentafel::domain::ids::{DocumentId, PlanId, ToekenningId};
use keukentafel::domain::plan::Voor;
use keukentafel::domain::toekenning::Oordeel;
use keukentafel::protocol::body::{GlasBeoordeling, NieuwGlas, NieuweVervanging};
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::{PlanAntwoord, ZaakAntwoord};
use keukentafel::store::{AuditFilter, Journal, Position};
use serde_json::Value;

use super::tafelgenoot::Tafelgenoot;
use super::*;

const MINUTE: i64 = 60_000_000;
const DAY: i64 = 24 * 60 * MINUTE;

impl Huis {
    /// The clock is moved, and everybody has heard what that changes when this returns.
    async fn later(&self, micros: i64) {
        self.clock.advance(micros);
        self.tafel.klok_verzet();
        self.tafel.projector.catch_up().await;
    }

    async fn vervangt(&self, wie: &Wie, afwezige: &Wie, vervanger: &Wie, vanaf: &str) -> ToekenningId {
        let made = self.doet(wie, vervanging(afwezige, vervanger, vanaf)).await.unwrap();
        self.tafel.projector.catch_up().await;
        ToekenningId(made.id)
    }

    /// Everything that was recorded, as kind of event, who did it, and for whom.
    async fn gedaan(&self) -> Vec<(String, Option<MedewerkerId>, Option<MedewerkerId>)> {
        let feed = self.journal.feed(Position(0), 500).await.unwrap();
        let header = |event: keukentafel::store::FeedEvent| event.event.header;
        feed.into_iter().map(header).map(|it| (it.soort, it.door, it.namens)).collect()
    }
}

fn vervanging(afwezige: &Wie, vervanger: &Wie, vanaf: &str) -> Opdracht {
    Opdracht::WijsVervangerAan {
        medewerker: afwezige.id,
        vervanging: NieuweVervanging {
            vervanger: vervanger.id,
            vanaf: vanaf.to_owned(),
            tot_en_met: "2026-11-27".to_owned(),
            reden: "Vakantie".to_owned(),
        },
    }
}

/// Dylan's zaak with Kevin, and its report that only Kevin may read.
async fn van_kevin(huis: &Huis) -> (ZaakId, DocumentId) {
    let dylan = huis.dylan().await;
    let zaak = huis.melding(dylan, Zaaktype::AanvraagJeugdhulp).await;
    huis.toewijzen(zaak, &[&kevin()]).await;
    let open =
        Opdracht::OpenDocument { zaak, soort: Documentsoort::Gespreksverslag, zaken: None, deelnemers: None };
    let document = DocumentId(huis.doet(&kevin(), open).await.unwrap().id);
    (zaak, document)
}

fn soorten(frames: &[Value]) -> Vec<&str> {
    frames.iter().map(|frame| frame["t"].as_str().unwrap()).collect()
}

// shows KING-R4d, X-25, N-9, N-12
#[tokio::test]
async fn who_stands_in_gets_it_at_the_begin_and_loses_it_at_the_end_on_open_screens() {
    let huis = Huis::open().await;
    let (zaak, document) = van_kevin(&huis).await;
    huis.vervangt(&kevin(), &kevin(), &vera(), "2026-11-26").await;
    assert_eq!(huis.tafel.zaak(&vera(), zaak).await, Ok(None), "not before its day");
    let mut tab = Tafelgenoot::new(vera());
    tab.volgt(&huis, Topic::Werkvoorraad(vera().id)).await.unwrap();
    assert_eq!(tab.volgt(&huis, Topic::ZaakWat(zaak)).await, Err(Weigering::NIET_GEVONDEN));
    tab.gehoord();

    huis.later(DAY).await;
    let heard = tab.gehoord();
    assert!(soorten(&heard).contains(&"lid"), "{heard:?}");
    assert!(matches!(huis.tafel.zaak(&vera(), zaak).await, Ok(Some(ZaakAntwoord::Schrijven(_)))));
    assert!(huis.tafel.tekst(&vera(), document).await.unwrap().is_some());
    for topic in [Topic::ZaakWat(zaak), Topic::Document(document)] {
        tab.volgt(&huis, topic).await.unwrap();
    }
    tab.gehoord();

    huis.later(2 * DAY).await;
    assert_eq!(huis.tafel.zaak(&vera(), zaak).await, Ok(None), "not after its last day");
    assert_eq!(huis.tafel.tekst(&vera(), document).await, Ok(None));
    // The zaak and the document have looked again when they answer.
    huis.doet(&kevin(), Opdracht::NeemInBehandeling { zaak }).await.unwrap();
    assert!(huis.tafel.tekst(&kevin(), document).await.unwrap().is_some());
    let heard = soorten(&tab.gehoord()).into_iter().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(heard.iter().filter(|kind| *kind == "revoked").count(), 3, "{heard:?}");
    assert!(!heard.contains(&"ev".to_owned()), "{heard:?}");
}

// shows X-25, KING-R4d
#[tokio::test]
async fn acts_are_recorded_and_shown_as_vera_for_kevin() {
    let huis = Huis::open().await;
    let (zaak, _) = van_kevin(&huis).await;
    huis.vervangt(&werkverdeler(), &kevin(), &vera(), "2026-11-25").await;
    huis.doet(&vera(), Opdracht::NeemInBehandeling { zaak }).await.unwrap();
    let open =
        Opdracht::OpenDocument { zaak, soort: Documentsoort::Gespreksverslag, zaken: None, deelnemers: None };
    huis.doet(&vera(), open).await.unwrap();
    let done = huis.gedaan().await;
    for soort in ["InBehandelingGenomen", "GesprekGeopend"] {
        let last = done.iter().rfind(|(other, ..)| other == soort).unwrap();
        assert_eq!((last.1, last.2), (Some(vera().id), Some(kevin().id)), "{soort}");
    }
    let Ok(Some(ZaakAntwoord::Schrijven(wat))) = huis.tafel.zaak(&kevin(), zaak).await else {
        unreachable!("Kevin sees his zaak")
    };
    let door = wat.tijdlijn.first().and_then(|line| line.door.clone()).unwrap();
    assert_eq!((door.naam.as_str(), door.namens.as_deref()), ("Vera", Some("Kevin")));
}

// shows KING-R4d: what somebody has for a while they do not take for good, and do not pass on
#[tokio::test]
async fn a_vervanger_takes_nothing_for_good_and_passes_nothing_on() {
    let huis = Huis::open().await;
    let (zaak, _) = van_kevin(&huis).await;
    huis.vervangt(&kevin(), &kevin(), &vera(), "2026-11-25").await;
    let refused = Err(Weigering::Geweigerd { code: "niet_bevoegd" });
    let take = Opdracht::WijsToe { zaak, behandelaars: vec![kevin().id, emma().id], reden: None };
    assert_eq!(huis.doet(&vera(), take).await, refused);
    assert_eq!(huis.doet(&vera(), vervanging(&kevin(), &emma(), "2026-11-25")).await, refused);
    let refused = Err(Weigering::Geweigerd { code: "vervanging.past_niet" });
    assert_eq!(huis.doet(&werkverdeler(), vervanging(&vera(), &emma(), "2026-11-25")).await, refused);
    // Rianne's plan is Ruben's for a while; who stands in for Ruben does not get it.
    let maria = huis.maria().await;
    let groep = huis.groep(&rianne(), &[maria]).await;
    let plan = huis.plan(&rianne(), groep).await;
    huis.vervangt(&rianne(), &rianne(), &ruben(), "2026-11-25").await;
    huis.vervangt(&ruben(), &ruben(), &vera(), "2026-11-25").await;
    assert!(matches!(huis.tafel.plan(&ruben(), plan).await, Ok(Some(PlanAntwoord::Schrijven(_)))));
    assert_eq!(huis.tafel.plan(&vera(), plan).await, Ok(None));
    let add = Opdracht::VoegRegisseurToe { plan, regisseur: ruben().id };
    assert_eq!(huis.doet(&ruben(), add).await, Err(Weigering::Geweigerd { code: "niet_bevoegd" }));
}

// shows X-25, N-12
#[tokio::test]
async fn taken_back_it_ends_at_once() {
    let huis = Huis::open().await;
    let (zaak, _) = van_kevin(&huis).await;
    let toekenning = huis.vervangt(&kevin(), &kevin(), &vera(), "2026-11-25").await;
    let mut tab = Tafelgenoot::new(vera());
    tab.volgt(&huis, Topic::ZaakWat(zaak)).await.unwrap();
    tab.volgt(&huis, Topic::Toekenningen(vera().id)).await.unwrap();
    tab.gehoord();
    let back = || Opdracht::TrekToekenningIn { toekenning };
    assert_eq!(huis.doet(&emma(), back()).await, Err(Weigering::NIET_GEVONDEN));
    huis.doet(&kevin(), back()).await.unwrap();
    huis.tafel.projector.catch_up().await;
    assert!(matches!(huis.tafel.zaak(&kevin(), zaak).await, Ok(Some(_))));
    assert_eq!(huis.tafel.zaak(&vera(), zaak).await, Ok(None));
    let heard = tab.gehoord();
    assert!(soorten(&heard).contains(&"revoked"), "{heard:?}");
    let told = heard.iter().rfind(|frame| frame["t"] == "ev").unwrap();
    assert_eq!(told["b"]["vervangt"], serde_json::json!([]));
}

/// Rianne's plan of Maria, and a signaal-free world around it.
async fn van_rianne(huis: &Huis) -> PlanId {
    let maria = huis.maria().await;
    let groep = huis.groep(&rianne(), &[maria]).await;
    huis.plan(&rianne(), groep).await
}

pub(super) fn glas(plan: PlanId, niemand_kan: bool) -> Opdracht {
    let reden = "Melding van geweld, niemand is bereikbaar".to_owned();
    Opdracht::BreekGlas { plan, glas: NieuwGlas { reden, minuten: 60, niemand_kan } }
}

// shows KING-R4e, N-9, G28
#[tokio::test]
async fn the_glass_reads_one_plan_for_an_hour_and_is_told_at_once() {
    let huis = Huis::open().await;
    let plan = van_rianne(&huis).await;
    assert_eq!(huis.tafel.plan(&wendy(), plan).await, Ok(None));
    assert_eq!(huis.doet(&kevin(), glas(plan, false)).await, Err(Weigering::NIET_GEVONDEN));
    let chain = Err(Weigering::Geweigerd { code: "glas.iemand_kan" });
    assert_eq!(huis.doet(&wendy(), glas(plan, false)).await, chain, "Rianne is there");

    let (mut regie, mut toezicht) = (Tafelgenoot::new(rianne()), Tafelgenoot::new(pieter()));
    regie.volgt(&huis, Topic::Toekenningen(rianne().id)).await.unwrap();
    toezicht.volgt(&huis, Topic::Glazen(GEMEENTE)).await.unwrap();
    regie.gehoord();
    toezicht.gehoord();
    huis.doet(&wendy(), glas(plan, true)).await.unwrap();
    for (tab, key) in [(&mut regie, "glas_op_plannen"), (&mut toezicht, "items")] {
        let told = tab.gehoord().into_iter().rfind(|frame| frame["t"] == "ev").unwrap();
        assert_eq!(told["b"][key][0]["wie"]["naam"], "Wendy");
        assert_eq!(told["b"][key][0]["verklaard"], true);
    }
    // Who judges it reads whose plan it was, and finds it in the trail of that plan.
    let open = huis.tafel.glazen(&pieter()).await.unwrap().unwrap();
    assert_eq!(open.items[0].leden.iter().map(|lid| &*lid.naam).collect::<Vec<_>>(), ["Maria Verhoef"]);
    let own = huis.tafel.toekenningen(&rianne()).await.unwrap();
    assert!(own.glas_op_plannen[0].leden.is_empty());
    let of_plan = AuditFilter { object: Some(format!("plan/{plan}")), ..super::sporen::alles() };
    let (lines, _) = huis.tafel.sporen(&pieter(), &of_plan).await.unwrap().unwrap();
    assert!(lines.iter().any(|line| line.handeling == "BreekGlas" && line.code.is_none()));

    let Ok(Some(PlanAntwoord::Wat(wat))) = huis.tafel.plan(&wendy(), plan).await else {
        unreachable!("by the glass the plan is read")
    };
    let line = wat.tijdlijn.iter().find(|line| line.soort == "GlasGebroken").unwrap();
    assert!(line.reden.as_deref().unwrap().starts_with("Melding van geweld"));
    let change = Opdracht::SluitPlan { plan, resultaat: "Klaar".to_owned() };
    assert_eq!(huis.doet(&wendy(), change).await, Err(Weigering::Geweigerd { code: "niet_bevoegd" }));
    let mut tab = Tafelgenoot::new(wendy());
    for topic in [Topic::PlanWat(plan), Topic::Plan(plan)] {
        tab.volgt(&huis, topic).await.unwrap();
    }
    tab.gehoord();

    huis.later(60 * MINUTE).await;
    assert_eq!(huis.tafel.plan(&wendy(), plan).await, Ok(None), "it ends by itself");
    assert!(huis.tafel.plan(&rianne(), plan).await.unwrap().is_some());
    let heard = tab.gehoord();
    assert!(soorten(&heard).iter().filter(|kind| **kind == "revoked").count() >= 2, "{heard:?}");
}

// shows KING-R4e, KING-R4c: who may not look into a plan hears of no number of what happened in it
#[tokio::test]
async fn who_breaks_the_glass_or_takes_a_plan_over_is_told_no_version_of_it() {
    let huis = Huis::open().await;
    let plan = van_rianne(&huis).await;
    huis.doel(&rianne(), plan, Voor::Groep, "Samen eten").await;
    let stale = Kop { if_v: Some(999_999), ..huis.kop() };
    let conflict = huis.tafel.voer_uit(&wendy(), glas(plan, true), stale).await;
    assert_eq!(conflict.unwrap_err(), Weigering::Conflict { versie: 0, eerder: None });
    assert_eq!(huis.doet(&wendy(), glas(plan, true)).await.unwrap().versie, 0);
    // Rianne, whose it is, hears who was first.
    let stale = Kop { if_v: Some(999_999), ..huis.kop() };
    let change = Opdracht::SluitPlan { plan, resultaat: "Klaar".to_owned() };
    let own = huis.tafel.voer_uit(&rianne(), change, stale).await.unwrap_err();
    let Weigering::Conflict { versie, eerder: Some(eerder) } = own else { unreachable!("{own:?}") };
    assert_eq!((versie, eerder.soort.as_str()), (3, "GlasGebroken"));
}

// shows KING-R4e: regisseur, then vervanger, then glass
#[tokio::test]
async fn the_chain_is_regisseur_then_vervanger_then_glass() {
    let huis = Huis::open().await;
    let plan = van_rianne(&huis).await;
    let away = |wie: &Wie| Opdracht::MeldAfwezig {
        medewerker: wie.id,
        vanaf: "2026-11-25".to_owned(),
        tot_en_met: None,
    };
    huis.doet(&rianne(), away(&rianne())).await.unwrap();
    huis.vervangt(&rianne(), &rianne(), &ruben(), "2026-11-25").await;
    let chain = Err(Weigering::Geweigerd { code: "glas.iemand_kan" });
    assert_eq!(huis.doet(&wendy(), glas(plan, false)).await, chain, "Ruben stands in and is there");
    huis.doet(&ruben(), away(&ruben())).await.unwrap();
    huis.doet(&wendy(), glas(plan, false)).await.unwrap();
}

// shows KING-R4e, KING-R4b, KING-R4c (ADR 16): a zaak has no glass; who can act is given it, and the manager reads nothing
#[tokio::test]
async fn the_glass_of_a_plan_opens_no_zaak_in_it_and_in_need_a_zaak_gets_somebody_else() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.toewijzen(zaak, &[&emma()]).await;
    let groep = huis.groep(&rianne(), &[maria]).await;
    let plan = huis.plan(&rianne(), groep).await;
    huis.doet(&rianne(), Opdracht::KoppelZaak { plan, zaak }).await.unwrap();
    huis.doet(&wendy(), glas(plan, true)).await.unwrap();
    let tab = Tafelgenoot::new(wendy());
    tab.volgt(&huis, Topic::PlanWat(plan)).await.unwrap();
    assert!(tab.volgt(&huis, Topic::ZaakWat(zaak)).await.is_err(), "a zaak in the plan stays closed");

    let reden = Some("Emma en wie voor haar invalt zijn ziek".to_owned());
    let away = Opdracht::WijsToe { zaak, behandelaars: vec![emil().id], reden };
    huis.doet(&wendy(), away).await.unwrap();
    let seen = huis.tafel.zaak(&emil(), zaak).await.unwrap();
    assert!(matches!(seen, Some(ZaakAntwoord::Schrijven(_))), "{seen:?}");
    assert!(tab.volgt(&huis, Topic::ZaakWat(zaak)).await.is_err(), "who gave it reads nothing");
}

// shows N-9: the list cannot be skipped
#[tokio::test]
async fn a_glass_stays_on_the_list_until_the_privacy_officer_judged_it() {
    let huis = Huis::open().await;
    let plan = van_rianne(&huis).await;
    let made = huis.doet(&wendy(), glas(plan, true)).await.unwrap();
    let toekenning = ToekenningId(made.id);
    huis.doet(&rianne(), Opdracht::TrekToekenningIn { toekenning }).await.unwrap();
    assert_eq!(huis.tafel.plan(&wendy(), plan).await, Ok(None), "a regisseur ended it");
    huis.later(400 * DAY).await;
    let open = huis.tafel.glazen(&pieter()).await.unwrap().unwrap();
    assert_eq!((open.aantal, open.items.len(), open.items[0].geldt), (1, 1, false));
    assert_eq!(huis.tafel.glazen(&wendy()).await, Ok(None));
    let judge = || {
        let toelichting = "Er was nood".to_owned();
        let beoordeling = GlasBeoordeling { oordeel: Oordeel::Terecht, toelichting };
        Opdracht::BeoordeelGlas { toekenning, beoordeling }
    };
    assert_eq!(huis.doet(&wendy(), judge()).await, Err(Weigering::NIET_GEVONDEN));
    huis.doet(&pieter(), judge()).await.unwrap();
    assert_eq!(huis.tafel.glazen(&pieter()).await.unwrap().unwrap().aantal, 0);
}

// shows N-9: a start in between changes nothing
#[tokio::test]
async fn after_a_start_it_holds_for_as_long_as_it_was_given() {
    let huis = Huis::open().await;
    let (zaak, _) = van_kevin(&huis).await;
    huis.vervangt(&kevin(), &kevin(), &vera(), "2026-11-25").await;
    huis.tafel.stop().await;
    let again = Huis::on(Arc::clone(&huis.journal)).await;
    assert!(matches!(again.tafel.zaak(&vera(), zaak).await, Ok(Some(ZaakAntwoord::Schrijven(_)))));
    again.later(3 * DAY).await;
    assert_eq!(again.tafel.zaak(&vera(), zaak).await, Ok(None));
}

// shows KING-R4d, N-12: what changes hands while somebody stands in
#[tokio::test]
async fn what_comes_to_the_absent_comes_to_who_stands_in_and_goes_again() {
    let huis = Huis::open().await;
    let dylan = huis.dylan().await;
    let zaak = huis.melding(dylan, Zaaktype::AanvraagJeugdhulp).await;
    huis.toewijzen(zaak, &[&emma()]).await;
    huis.vervangt(&kevin(), &kevin(), &vera(), "2026-11-25").await;
    let mut tab = Tafelgenoot::new(vera());
    tab.volgt(&huis, Topic::Werkvoorraad(vera().id)).await.unwrap();
    tab.gehoord();
    huis.toewijzen(zaak, &[&kevin()]).await;
    assert!(tab.soorten().contains(&"lid".to_owned()));
    huis.toewijzen(zaak, &[&emma()]).await;
    let heard = tab.soorten();
    assert!(heard.iter().any(|kind| kind == "revoked" || kind == "eraf"), "{heard:?}");
}
