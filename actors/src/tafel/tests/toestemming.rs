//! Consent: a colleague asks, the person says yes or no, and takes it back; each live.

use keukentafel::domain::document::Documentsoort;
use keukentafel::domain::ids::{DocumentId, ToekenningId};
use keukentafel::domain::persoon::Gezagsgrond;
use keukentafel::domain::toekenning::Toestemmingstand;
use keukentafel::limits::TOESTEMMINGEN_LOPEND_MAX;
use keukentafel::protocol::body::{
    HouderKeuze, NieuwGezag, NieuweToestemmingsvraag, NieuweVervanging, Uitspraak,
};
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::ZaakAntwoord;
use serde_json::Value;

use super::tafelgenoot::Tafelgenoot;
use super::*;

const DAY: i64 = 24 * 3600 * 1_000_000;
const MILLI: i64 = 1_000;
const GEWEIGERD: Result<Uitgevoerd, Weigering> = Err(Weigering::NIET_GEVONDEN);

/// Maria has a zaak with Emma and one with Peter; Emma knows that the other one runs.
struct Casus {
    huis: Huis,
    maria: PersoonId,
    wmo: ZaakId,
    bijstand: ZaakId,
}

async fn casus() -> Casus {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let wmo = huis.melding(maria, Zaaktype::MeldingWmo).await;
    let bijstand = huis.melding(maria, Zaaktype::AanvraagBijzondereBijstand).await;
    huis.toewijzen(wmo, &[&emma()]).await;
    huis.toewijzen(bijstand, &[&peter()]).await;
    Casus { huis, maria, wmo, bijstand }
}

fn vraag(zaak: ZaakId, tot_en_met: &str) -> Opdracht {
    let (doel, tot_en_met) = ("De hulp op elkaar afstemmen".to_owned(), tot_en_met.to_owned());
    Opdracht::VraagToestemming { zaak, vraag: NieuweToestemmingsvraag { doel, tot_en_met } }
}

fn geef(toekenning: ToekenningId) -> Opdracht {
    Opdracht::GeefToestemming { toekenning }
}

fn weiger(toekenning: ToekenningId) -> Opdracht {
    Opdracht::WeigerToestemming { toekenning }
}

fn trek_in(toekenning: ToekenningId) -> Opdracht {
    Opdracht::TrekToekenningIn { toekenning }
}

impl Casus {
    fn zelf(&self) -> Wie {
        maria_zelf(self.maria)
    }

    /// Later than what was asked before: which of two came last is in their ids, to the millisecond.
    async fn gevraagd(&self, wie: &Wie, zaak: ZaakId, tot_en_met: &str) -> ToekenningId {
        self.huis.clock.advance(MILLI);
        ToekenningId(self.huis.doet(wie, vraag(zaak, tot_en_met)).await.unwrap().id)
    }

    /// Emma asked to read Peter's zaak, and Maria said yes.
    async fn gegeven(&self) -> ToekenningId {
        let toekenning = self.gevraagd(&emma(), self.bijstand, "2026-12-31").await;
        self.huis.doet(&self.zelf(), geef(toekenning)).await.unwrap();
        toekenning
    }

    async fn leest(&self, wie: &Wie, zaak: ZaakId) -> bool {
        matches!(self.huis.tafel.zaak(wie, zaak).await, Ok(Some(ZaakAntwoord::Wat(_))))
    }

    async fn weet(&self, wie: &Wie, zaak: ZaakId) -> bool {
        matches!(self.huis.tafel.zaak(wie, zaak).await, Ok(Some(ZaakAntwoord::Dat(_))))
    }

    async fn later(&self, micros: i64) {
        self.huis.clock.advance(micros);
        self.huis.tafel.klok_verzet();
        self.huis.tafel.projector.catch_up().await;
    }

    async fn stand(&self, wie: &Wie) -> Vec<Toestemmingstand> {
        let all = self.huis.tafel.toekenningen(wie).await.unwrap();
        all.toestemmingen.iter().map(|it| it.stand).collect()
    }
}

fn soorten(frames: &[Value]) -> Vec<&str> {
    frames.iter().map(|frame| frame["t"].as_str().unwrap()).collect()
}

/// The last value of a topic that a tab was told.
fn laatste(frames: &[Value], key: &str) -> Value {
    frames.iter().rfind(|frame| frame["t"] == "ev" && frame["b"].get(key).is_some()).unwrap()["b"][key]
        .clone()
}

// shows KING-R6e, N-33: request with purpose, approval, access until a date, withdrawal is live
#[tokio::test]
async fn she_asks_maria_says_yes_she_reads_and_it_stops_at_once_when_taken_back() {
    let casus = casus().await;
    let (huis, maria, bijstand) = (&casus.huis, casus.zelf(), casus.bijstand);
    let open = Opdracht::OpenDocument {
        zaak: bijstand,
        soort: Documentsoort::Gespreksverslag,
        zaken: None,
        deelnemers: None,
    };
    let verslag = DocumentId(huis.doet(&peter(), open).await.unwrap().id);
    let (mut portaal, mut tab) = (Tafelgenoot::new(maria.clone()), Tafelgenoot::new(emma()));
    portaal.volgt(huis, Topic::Toestemmingen(casus.maria)).await.unwrap();
    for topic in [Topic::Toekenningen(emma().id), Topic::ZaakDat(bijstand)] {
        tab.volgt(huis, topic).await.unwrap();
    }
    assert_eq!(tab.volgt(huis, Topic::ZaakWat(bijstand)).await, Err(Weigering::NIET_GEVONDEN));
    portaal.gehoord();
    tab.gehoord();

    let toekenning = casus.gevraagd(&emma(), bijstand, "2026-12-31").await;
    huis.tafel.projector.catch_up().await;
    let asked = laatste(&portaal.gehoord(), "gevraagd");
    let told = [&asked[0]["wie"]["naam"], &asked[0]["zaaktype_naam"], &asked[0]["tot_en_met"]];
    assert_eq!(told, ["Emma", "Bijzondere bijstand", "2026-12-31"]);
    assert_eq!(
        (&asked[0]["doel"], &asked[0]["antwoord_voor"]),
        (&"De hulp op elkaar afstemmen".into(), &"2026-12-25".into())
    );
    assert_eq!(laatste(&tab.gehoord(), "toestemmingen")[0]["stand"], "gevraagd");
    assert!(casus.weet(&emma(), bijstand).await, "asked is not given");

    huis.doet(&maria, geef(toekenning)).await.unwrap();
    assert_eq!(laatste(&tab.gehoord(), "toestemmingen")[0]["stand"], "geldt");
    assert!(casus.leest(&emma(), bijstand).await);
    assert_eq!(huis.tafel.tekst(&emma(), verslag).await, Ok(None), "a talk stays with who took part");
    let begin = Opdracht::NeemInBehandeling { zaak: bijstand };
    assert_eq!(huis.doet(&emma(), begin).await, Err(Weigering::Geweigerd { code: "niet_bevoegd" }));
    tab.volgt(huis, Topic::ZaakWat(bijstand)).await.unwrap();
    tab.volgt(huis, Topic::ZaakRij(bijstand)).await.unwrap();
    tab.gehoord();
    huis.doet(&peter(), Opdracht::NeemInBehandeling { zaak: bijstand }).await.unwrap();
    assert!(soorten(&tab.gehoord()).contains(&"ev"), "what happens to it comes to her");

    portaal.gehoord();
    huis.doet(&maria, trek_in(toekenning)).await.unwrap();
    huis.tafel.projector.catch_up().await;
    // The zaak has looked again when it answers.
    assert!(huis.tafel.zaak(&peter(), bijstand).await.unwrap().is_some());
    assert!(casus.weet(&emma(), bijstand).await);
    let heard = tab.gehoord();
    assert_eq!(soorten(&heard).iter().filter(|kind| **kind == "revoked").count(), 2, "{heard:?}");
    assert_eq!(laatste(&heard, "toestemmingen")[0]["stand"], "ingetrokken");
    assert_eq!(laatste(&portaal.gehoord(), "geldt"), serde_json::json!([]));
}

// shows KING-R6e: until a date, and a question that nobody answers
#[tokio::test]
async fn it_ends_after_its_last_day_and_a_question_lapses_after_thirty() {
    let casus = casus().await;
    casus.gegeven().await;
    let second = casus.huis.melding(casus.maria, Zaaktype::AanvraagLevensonderhoud).await;
    casus.huis.toewijzen(second, &[&peter()]).await;
    let waits = casus.gevraagd(&emma(), second, "2027-06-30").await;
    let (mut tab, mut portaal) = (Tafelgenoot::new(emma()), Tafelgenoot::new(casus.zelf()));
    tab.volgt(&casus.huis, Topic::ZaakWat(casus.bijstand)).await.unwrap();
    portaal.volgt(&casus.huis, Topic::Toestemmingen(casus.maria)).await.unwrap();
    tab.gehoord();
    portaal.gehoord();
    casus.later(30 * DAY).await;
    assert!(casus.leest(&emma(), casus.bijstand).await);
    assert_eq!(casus.stand(&emma()).await, [Toestemmingstand::Gevraagd, Toestemmingstand::Geldt]);
    casus.later(DAY).await;
    assert_eq!(laatste(&portaal.gehoord(), "gevraagd"), serde_json::json!([]), "nobody answered");
    let late = casus.huis.doet(&casus.zelf(), geef(waits)).await;
    assert_eq!(late, Err(Weigering::Geweigerd { code: "toestemming.vraag_voorbij" }));
    casus.later(6 * DAY).await;
    assert!(casus.weet(&emma(), casus.bijstand).await, "after its last day");
    assert!(casus.huis.tafel.zaak(&peter(), casus.bijstand).await.unwrap().is_some());
    assert!(soorten(&tab.gehoord()).contains(&"revoked"));
    assert_eq!(casus.stand(&emma()).await, [Toestemmingstand::Verlopen, Toestemmingstand::Voorbij]);
}

// shows KING-R6e: it counts in the role in which it was asked, for who works for the person
#[tokio::test]
async fn it_counts_in_its_role_and_while_she_works_for_maria() {
    let casus = casus().await;
    casus.gegeven().await;
    let other = Wie { rol: Rol::Regisseur, ..emma() };
    assert!(casus.weet(&other, casus.bijstand).await, "in another role only that it runs");
    let vervanging = NieuweVervanging {
        vervanger: vera().id,
        vanaf: "2026-11-25".to_owned(),
        tot_en_met: "2026-11-27".to_owned(),
        reden: "Vakantie".to_owned(),
    };
    let stands_in = Opdracht::WijsVervangerAan { medewerker: emma().id, vervanging };
    casus.huis.doet(&emma(), stands_in).await.unwrap();
    assert!(casus.weet(&vera(), casus.bijstand).await, "who stands in does not read by her consent");
    assert_eq!(casus.huis.doet(&vera(), vraag(casus.bijstand, "2026-12-01")).await, GEWEIGERD);

    let mut tab = Tafelgenoot::new(emma());
    tab.volgt(&casus.huis, Topic::ZaakWat(casus.bijstand)).await.unwrap();
    tab.gehoord();
    casus.huis.toewijzen(casus.wmo, &[&emil()]).await;
    assert_eq!(casus.huis.tafel.zaak(&emma(), casus.bijstand).await, Ok(None));
    assert!(casus.huis.tafel.zaak(&peter(), casus.bijstand).await.unwrap().is_some());
    assert!(soorten(&tab.gehoord()).contains(&"revoked"));
    casus.huis.toewijzen(casus.wmo, &[&emma()]).await;
    assert!(casus.leest(&emma(), casus.bijstand).await, "Maria did not take it back");
}

// shows KING-R6e: to all others there is nothing to ask, to answer or to see
#[tokio::test]
async fn to_all_others_it_is_not_there() {
    let casus = casus().await;
    let (huis, bijstand) = (&casus.huis, casus.bijstand);
    let secret = ZaakId(
        huis.doet(&peter(), melding(casus.maria, Zaaktype::OnderzoekRechtmatigheid)).await.unwrap().id,
    );
    for (wie, zaak) in [
        (kevin(), bijstand),
        (paul(), bijstand),
        (linda(), bijstand),
        (peter(), bijstand),
        (emma(), casus.wmo),
        (emma(), secret),
        (peter(), secret),
        (werkverdeler(), bijstand),
        (casus.zelf(), bijstand),
    ] {
        assert_eq!(huis.doet(&wie, vraag(zaak, "2026-12-31")).await, GEWEIGERD, "{wie:?}");
        assert_eq!(huis.tafel.toestemming_mogelijk(&wie, zaak).await, Ok(None), "{wie:?}");
    }
    let can = huis.tafel.toestemming_mogelijk(&emma(), bijstand).await.unwrap().unwrap();
    assert_eq!((can.naam.as_str(), can.via_gezag), ("Maria Verhoef", false));

    let toekenning = casus.gevraagd(&emma(), bijstand, "2026-12-31").await;
    let dylan = Wie { persoon: Some(huis.dylan().await), ..casus.zelf() };
    for wie in [emma(), peter(), kevin(), linda(), vera(), pieter(), dylan.clone()] {
        for ask in [geef(toekenning), weiger(toekenning)] {
            assert_eq!(huis.doet(&wie, ask).await, GEWEIGERD, "{wie:?}");
        }
        let tab = Tafelgenoot::new(wie.clone());
        let follows = tab.volgt(huis, Topic::Toestemmingen(casus.maria)).await;
        assert_eq!(follows, Err(Weigering::NIET_GEVONDEN), "{wie:?}");
        assert!(huis.tafel.toestemmingen(&wie).await.unwrap().is_empty() || wie.persoon == dylan.persoon);
    }
    for wie in [peter(), kevin(), dylan, casus.zelf()] {
        assert_eq!(
            huis.doet(&wie, trek_in(toekenning)).await,
            GEWEIGERD,
            "a question is not taken back by {wie:?}"
        );
    }
    let twice = huis.doet(&emma(), vraag(bijstand, "2026-12-31")).await;
    assert_eq!(twice, Err(Weigering::Geweigerd { code: "toestemming.al_gevraagd" }));
    huis.doet(&casus.zelf(), weiger(toekenning)).await.unwrap();
    assert_eq!(casus.stand(&emma()).await, [Toestemmingstand::Geweigerd]);
    assert!(casus.weet(&emma(), bijstand).await, "no is no");
}

// shows N-33
#[tokio::test]
async fn one_person_is_asked_a_few_things_at_a_time_by_each_who_asks() {
    let casus = casus().await;
    let mut zaken = vec![casus.bijstand];
    for _ in 0..3 {
        let zaak = casus.huis.melding(casus.maria, Zaaktype::AanvraagBijzondereBijstand).await;
        casus.huis.toewijzen(zaak, &[&peter()]).await;
        zaken.push(zaak);
    }
    let (last, first) = zaken.split_last().unwrap();
    for zaak in first {
        casus.gevraagd(&emma(), *zaak, "2026-12-31").await;
    }
    let full = Err(Weigering::Geweigerd { code: "toestemming.te_veel_vragen" });
    assert_eq!(casus.huis.doet(&emma(), vraag(*last, "2026-12-31")).await, full);
    let shown = casus.huis.tafel.toestemmingen(&casus.zelf()).await.unwrap();
    assert_eq!((shown.len(), shown[0].gevraagd.len()), (1, 3));
    // That Emma asked so much is nobody else's to know.
    let eigen = casus.huis.melding(casus.maria, Zaaktype::MeldingWmo).await;
    casus.huis.toewijzen(eigen, &[&emil()]).await;
    casus.gevraagd(&emil(), *last, "2026-12-31").await;
    casus.huis.doet(&casus.zelf(), weiger(shown[0].gevraagd[0].id)).await.unwrap();
    casus.gevraagd(&emma(), *last, "2026-12-31").await;
}

// shows N-33, G24: how much others ask or have is in no bound that an asker meets; who says yes meets one
#[tokio::test]
async fn no_refusal_tells_an_asker_what_others_ask() {
    let casus = casus().await;
    let huis = &casus.huis;
    // Emma may read as much of Maria as one view carries; Emil, who asks nothing yet, hears nothing of that.
    let mut given = Vec::new();
    for _ in 0..TOESTEMMINGEN_LOPEND_MAX {
        let zaak = huis.melding(casus.maria, Zaaktype::AanvraagBijzondereBijstand).await;
        huis.toewijzen(zaak, &[&peter()]).await;
        let toekenning = casus.gevraagd(&emma(), zaak, "2026-12-31").await;
        huis.doet(&casus.zelf(), geef(toekenning)).await.unwrap();
        given.push(toekenning);
    }
    let own = huis.melding(casus.maria, Zaaktype::MeldingWmo).await;
    huis.toewijzen(own, &[&emil()]).await;
    let toekenning = casus.gevraagd(&emil(), casus.bijstand, "2026-12-31").await;
    // Of her own bound Emma hears, as it counts her own.
    let full = Err(Weigering::Geweigerd { code: "toestemming.te_veel" });
    assert_eq!(huis.doet(&emma(), vraag(casus.bijstand, "2026-12-31")).await, full);
    let shown = huis.tafel.toestemmingen(&casus.zelf()).await.unwrap();
    assert_eq!((shown[0].gevraagd.len(), shown[0].geldt.len()), (1, TOESTEMMINGEN_LOPEND_MAX));
    let room = Err(Weigering::Geweigerd { code: "toestemming.te_veel_gegeven" });
    assert_eq!(huis.doet(&casus.zelf(), geef(toekenning)).await, room);
    // A yes that she said before is no more of them.
    huis.doet(&casus.zelf(), geef(given[1])).await.unwrap();
    huis.doet(&casus.zelf(), trek_in(given[0])).await.unwrap();
    huis.doet(&casus.zelf(), geef(toekenning)).await.unwrap();
}

// shows KING-R1e, KING-R6e: born on 22 May 2017; from sixteen on Dylan answers himself
#[tokio::test]
async fn on_his_sixteenth_birthday_dylan_answers_and_maria_no_more() {
    let casus = casus().await;
    let huis = &casus.huis;
    let dylan = huis.dylan().await;
    let (wmo, jeugd) = (
        huis.melding(dylan, Zaaktype::MeldingWmo).await,
        huis.melding(dylan, Zaaktype::AanvraagJeugdhulp).await,
    );
    huis.toewijzen(wmo, &[&emma()]).await;
    huis.toewijzen(jeugd, &[&kevin()]).await;
    let gezag = NieuwGezag {
        houder: HouderKeuze::Persoon { persoon: casus.maria },
        grond: Gezagsgrond::Voogdij,
        uitspraak: Uitspraak {
            gerecht: "Rechtbank Noord".to_owned(),
            uitspraak_op: "2026-05-01".to_owned(),
            kenmerk: None,
        },
        vanaf: Some("2026-05-01".to_owned()),
        tot: None,
    };
    huis.tafel.heeft_gevonden(&kevin(), [casus.maria]);
    huis.doet(&kevin(), Opdracht::LegGezagVast { persoon: dylan, gezag }).await.unwrap();
    // Until 21 May 2033, the day before.
    casus.later(2369 * DAY).await;
    let zelf = Wie { persoon: Some(dylan), id: MedewerkerId(Uuid::from_u128(99)), ..casus.zelf() };
    let toekenning = casus.gevraagd(&emma(), jeugd, "2033-06-30").await;
    assert!(huis.tafel.toestemming_mogelijk(&emma(), jeugd).await.unwrap().is_none_or(|it| it.via_gezag));
    let voor = |all: Vec<keukentafel::protocol::view::ToestemmingenWat>| {
        all.into_iter().map(|it| it.naam).collect::<Vec<_>>()
    };
    assert_eq!(
        voor(huis.tafel.toestemmingen(&casus.zelf()).await.unwrap()),
        ["Maria Verhoef", "Dylan Verhoef"]
    );
    assert_eq!(huis.doet(&zelf, geef(toekenning)).await, GEWEIGERD, "fifteen");
    let mut tab = Tafelgenoot::new(casus.zelf());
    tab.volgt(huis, Topic::Toestemmingen(dylan)).await.unwrap();
    tab.gehoord();

    casus.later(DAY).await;
    assert!(soorten(&tab.gehoord()).contains(&"revoked"), "it leaves her open page at midnight");
    assert_eq!(huis.doet(&casus.zelf(), geef(toekenning)).await, GEWEIGERD);
    assert_eq!(voor(huis.tafel.toestemmingen(&casus.zelf()).await.unwrap()), ["Maria Verhoef"]);
    huis.doet(&zelf, geef(toekenning)).await.unwrap();
    assert!(casus.leest(&emma(), jeugd).await);
    assert_eq!(huis.doet(&casus.zelf(), trek_in(toekenning)).await, GEWEIGERD, "his yes is his");
    huis.doet(&zelf, trek_in(toekenning)).await.unwrap();
    assert!(casus.weet(&emma(), jeugd).await);
}

// shows N-8, X-26: the trail says about whom, and by which ground
#[tokio::test]
async fn the_trail_says_that_she_read_by_consent() {
    let casus = casus().await;
    let toekenning = casus.gegeven().await;
    assert!(casus.leest(&emma(), casus.bijstand).await);
    casus.huis.doet(&emma(), trek_in(toekenning)).await.unwrap();
    assert!(casus.weet(&emma(), casus.bijstand).await);
    let all: Vec<_> = casus.huis.journal.audit().into_iter().map(|(_, row)| row).collect();
    let looks = all.iter().filter(|row| row.handeling == "zaak.lezen");
    let read = looks.clone().find(|row| row.grond.as_deref() == Some("toestemming")).unwrap();
    assert_eq!((read.wie, &read.betrokkenen), (Some(emma().id), &vec![casus.maria]));
    let zaak = Some(format!("zaak/{}", casus.bijstand));
    assert_eq!(read.doel, zaak);
    assert_eq!(
        looks.clone().next_back().unwrap().grond.as_deref(),
        Some("zelfde_persoon"),
        "and then no more"
    );
    for (handeling, grond) in [("VraagToestemming", "rol"), ("GeefToestemming", "betrokkene")] {
        let row = all.iter().find(|row| row.handeling == handeling).unwrap();
        let told = (&row.betrokkenen, row.grond.as_deref(), row.code.as_deref());
        assert_eq!(told, (&vec![casus.maria], Some(grond), None), "{handeling}");
    }
}

// shows N-33: a start in between changes nothing
#[tokio::test]
async fn after_a_start_what_was_asked_and_given_still_stands() {
    let casus = casus().await;
    let toekenning = casus.gegeven().await;
    let second = casus.huis.melding(casus.maria, Zaaktype::AanvraagLevensonderhoud).await;
    casus.huis.toewijzen(second, &[&peter()]).await;
    casus.gevraagd(&emma(), second, "2026-12-31").await;
    casus.huis.tafel.stop().await;
    let again = Casus { huis: Huis::on(Arc::clone(&casus.huis.journal)).await, ..casus };
    // Its clock goes on where the other one was.
    again.huis.clock.advance(1_000 * MILLI);
    assert!(again.leest(&emma(), again.bijstand).await);
    let shown = again.huis.tafel.toestemmingen(&again.zelf()).await.unwrap();
    assert_eq!((shown[0].gevraagd.len(), shown[0].geldt.len()), (1, 1));
    again.huis.doet(&again.zelf(), trek_in(toekenning)).await.unwrap();
    assert!(again.weet(&emma(), again.bijstand).await);
}
