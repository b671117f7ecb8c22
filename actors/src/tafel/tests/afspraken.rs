//! Planned talks: who takes part and whom it is with see when it is, live, and nobody else.

use keukentafel::domain::document::Documentsoort;
use keukentafel::domain::gesprek::Gesprekplek;
use keukentafel::domain::ids::{DocumentId, GesprekId};
use keukentafel::protocol::topic::Topic;
use serde_json::Value;

use super::tafelgenoot::Tafelgenoot;
use super::*;

const DAY: i64 = 24 * 3600 * 1_000_000;

/// A talk of Kevin and Emma about Maria.
struct Casus {
    huis: Huis,
    maria: PersoonId,
    zaak: ZaakId,
    gesprek: GesprekId,
    document: DocumentId,
}

async fn casus() -> Casus {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.toewijzen(zaak, &[&kevin(), &emma(), &emil()]).await;
    let deelnemers = Some(vec![kevin().id, emma().id]);
    let soort = Documentsoort::Gespreksverslag;
    let open = Opdracht::OpenDocument { zaak, soort, zaken: None, deelnemers };
    let done = huis.doet(&kevin(), open).await.unwrap();
    Casus { huis, maria, zaak, gesprek: done.gesprek.unwrap(), document: DocumentId(done.id) }
}

fn plan(gesprek: GesprekId, dag: &str, tijd: &str, plek: Gesprekplek) -> Opdracht {
    Opdracht::PlanGesprek { gesprek, dag: dag.to_owned(), tijd: tijd.to_owned(), plek }
}

fn zeg_af(gesprek: GesprekId) -> Opdracht {
    Opdracht::ZegGesprekAf { gesprek, reden: "Collega ziek".to_owned() }
}

impl Casus {
    async fn plant(&self, dag: &str, tijd: &str) {
        self.huis.doet(&kevin(), plan(self.gesprek, dag, tijd, Gesprekplek::Thuis)).await.unwrap();
    }

    /// Somebody with their list open.
    async fn lijst(&self, wie: Wie) -> Tafelgenoot {
        let topic = Topic::Acties(wie.id);
        let mut tab = Tafelgenoot::new(wie);
        tab.volgt(&self.huis, topic).await.unwrap();
        tab.gehoord();
        tab
    }

    /// The lines of planned talks that somebody gets when they open their list now.
    async fn ziet(&self, wie: Wie) -> Vec<Value> {
        let topic = Topic::Acties(wie.id);
        let mut tab = Tafelgenoot::new(wie);
        tab.volgt(&self.huis, topic).await.unwrap();
        let lines = tab.gehoord().into_iter().map(|frame| frame["b"].clone());
        lines.filter(|line| line.get("gesprek").is_some()).collect()
    }

    fn zelf(&self) -> Wie {
        maria_zelf(self.maria)
    }
}

// shows C2-K3, C2-K4
#[tokio::test]
async fn who_takes_part_and_whom_it_is_with_see_live_when_it_is() {
    let casus = casus().await;
    let Casus { huis, gesprek, .. } = &casus;
    let (mut own, mut thuis) = (casus.lijst(emma()).await, casus.lijst(casus.zelf()).await);
    let (mut other, mut outside) = (casus.lijst(emil()).await, casus.lijst(peter()).await);
    casus.plant("2026-12-01", "10:30").await;
    for tab in [&mut own, &mut thuis] {
        let came = tab.gehoord();
        assert_eq!((came.len(), &came[0]["t"]), (1, &"lid".into()), "{came:?}");
        let line = &came[0]["b"];
        // Half past ten in the Netherlands, in winter.
        assert_eq!((&line["begin"], &line["plek"]), (&"2026-12-01T09:30:00Z".into(), &"thuis".into()));
        assert_eq!(line["persoon"]["naam"], "Maria Verhoef");
        let met: Vec<_> = line["met"].as_array().unwrap().iter().map(|who| who["naam"].clone()).collect();
        assert_eq!(met, ["Kevin", "Emma"]);
        assert!(line.get("zaken").is_none() && line.get("adres").is_none(), "{line}");
    }
    // Emil works on the zaak and takes no part in the talk; Peter has nothing to do with it.
    assert_eq!((other.soorten(), outside.soorten()), (vec![], vec![]));
    huis.doet(&emma(), plan(*gesprek, "2026-12-02", "09:00", Gesprekplek::Bellen)).await.unwrap();
    for tab in [&mut own, &mut thuis] {
        let came = tab.gehoord();
        assert_eq!((&came[0]["t"], &came[0]["b"]["plek"]), (&"ev".into(), &"bellen".into()), "{came:?}");
    }
    huis.doet(&emma(), zeg_af(*gesprek)).await.unwrap();
    for tab in [&mut own, &mut thuis] {
        let came = tab.gehoord();
        assert_eq!(came[0]["b"]["afgezegd"], true, "{came:?}");
        assert!(!came[0].to_string().contains("Collega ziek"), "why is for who takes part: {came:?}");
    }
    let wat = huis.tafel.gesprek(&kevin(), *gesprek).await.unwrap().unwrap();
    assert_eq!(wat.afspraak.unwrap().afgezegd.as_deref(), Some("Collega ziek"));
    let kort = huis.tafel.documenten(&kevin(), casus.zaak).await.unwrap().unwrap();
    assert!(kort[0].id == casus.document && kort[0].afspraak.is_some());
}

// shows C2-K4, G27
#[tokio::test]
async fn who_leaves_the_talk_loses_it_from_the_list_and_who_comes_in_has_it() {
    let casus = casus().await;
    let Casus { huis, gesprek, .. } = &casus;
    casus.plant("2026-12-01", "10:30").await;
    let (mut gone, mut comes) = (casus.lijst(emma()).await, casus.lijst(emil()).await);
    let change =
        Opdracht::WijzigDeelnemers { gesprek: *gesprek, erbij: vec![emil().id], eraf: vec![emma().id] };
    huis.doet(&kevin(), change).await.unwrap();
    let lost = gone.soorten();
    assert!(lost.iter().any(|kind| kind == "revoked" || kind == "eraf"), "{lost:?}");
    assert!(!lost.contains(&"ev".to_owned()), "{lost:?}");
    assert_eq!(comes.soorten(), ["lid"]);
    assert_eq!((casus.ziet(emma()).await.len(), casus.ziet(emil()).await.len()), (0, 1));
}

// shows C2-R4, C2-K3
#[tokio::test]
async fn nobody_else_plans_it_calls_it_off_or_follows_when_it_is() {
    let casus = casus().await;
    let Casus { huis, gesprek, .. } = &casus;
    casus.plant("2026-12-01", "10:30").await;
    let absent = GesprekId(Uuid::from_u128(404));
    for wie in [emil(), peter(), casus.zelf()] {
        let again = plan(*gesprek, "2026-12-03", "10:30", Gesprekplek::Thuis);
        assert_eq!(huis.doet(&wie, again).await, Err(Weigering::NIET_GEVONDEN), "{}", wie.naam);
        assert_eq!(huis.doet(&wie, zeg_af(*gesprek)).await, Err(Weigering::NIET_GEVONDEN), "{}", wie.naam);
    }
    for wie in [emil(), peter(), buurman()] {
        let tab = Tafelgenoot::new(wie);
        let refused = tab.volgt(huis, Topic::Afspraak(*gesprek)).await;
        assert_eq!(refused, tab.volgt(huis, Topic::Afspraak(absent)).await);
        assert!(refused.is_err());
    }
    assert_eq!(huis.tafel.gesprek(&casus.zelf(), *gesprek).await, Ok(None), "when, and no more of it");
}

// shows C2-K3
#[tokio::test]
async fn a_day_and_a_time_are_what_clocks_show() {
    let casus = casus().await;
    let Casus { huis, gesprek, .. } = &casus;
    for (dag, tijd) in
        [("2026-13-01", "10:30"), ("2026-12-01", "24:00"), ("2026-12-01", "10.30"), ("morgen", "")]
    {
        let wrong = huis.doet(&kevin(), plan(*gesprek, dag, tijd, Gesprekplek::Thuis)).await;
        assert!(matches!(wrong, Err(Weigering::Velden(_))), "{dag} {tijd}: {wrong:?}");
    }
    let past = huis.doet(&kevin(), plan(*gesprek, "2026-11-01", "10:30", Gesprekplek::Thuis)).await;
    assert!(matches!(past, Err(Weigering::Geweigerd { code: "gesprek.moment" })), "{past:?}");
    assert!(casus.ziet(kevin()).await.is_empty());
}

// shows C2-K3
#[tokio::test]
async fn a_talk_of_yesterday_is_in_no_list() {
    let casus = casus().await;
    casus.plant("2026-11-26", "10:30").await;
    assert_eq!(casus.ziet(kevin()).await.len(), 1);
    casus.huis.clock.advance(3 * DAY);
    assert!(casus.ziet(kevin()).await.is_empty());
    assert!(casus.ziet(casus.zelf()).await.is_empty());
}

// shows C2-R3, C2-K3
#[tokio::test]
async fn of_a_talk_about_two_persons_neither_is_named() {
    let casus = casus().await;
    let Casus { huis, zaak, .. } = &casus;
    let dylan = huis.dylan().await;
    let jeugd = huis.melding(dylan, Zaaktype::AanvraagJeugdhulp).await;
    huis.toewijzen(jeugd, &[&kevin()]).await;
    let soort = Documentsoort::Gespreksverslag;
    let zaken = Some(vec![*zaak, jeugd]);
    let open = Opdracht::OpenDocument { zaak: *zaak, soort, zaken, deelnemers: Some(vec![kevin().id]) };
    let gesprek = huis.doet(&kevin(), open).await.unwrap().gesprek.unwrap();
    huis.doet(&kevin(), plan(gesprek, "2026-12-01", "10:30", Gesprekplek::Thuis)).await.unwrap();
    let line = &casus.ziet(casus.zelf()).await[0];
    assert!(line.get("persoon").is_none(), "{line}");
}
