use std::collections::{BTreeSet, HashMap};

use keukentafel::domain::aggregate::Aggregate;
use keukentafel::domain::ids::{MedewerkerId, PlanId};
use keukentafel::domain::plan::{Plan, Voor};
use keukentafel::domain::zaak::Zaak;
use keukentafel::limits::OVERDRACHT_DEEL_MAX;
use keukentafel::protocol::body::Werkvoorraadoverdracht;
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::{ActieWat, EigenaarWat};
use keukentafel::store::{FeedEvent, Journal, Position, StreamKind, codec};

use super::plannen::{Casus, actie, casus};
use super::tafelgenoot::Tafelgenoot;
use super::*;

fn over(van: &Wie, aan: &[&Wie]) -> Opdracht {
    let aan = aan.iter().map(|wie| wie.id).collect();
    let overdracht = Werkvoorraadoverdracht { aan, reden: "Langdurig afwezig".to_owned() };
    Opdracht::DraagWerkvoorraadOver { medewerker: van.id, overdracht }
}

impl Huis {
    /// Whose each action of a plan is, as `wie` sees it.
    async fn van_wie(&self, wie: &Wie, plan: PlanId) -> Vec<MedewerkerId> {
        let eigenaar = |actie: &ActieWat| match &actie.eigenaar {
            EigenaarWat::Medewerker(door) => door.id,
            EigenaarWat::Lid(lid) => unreachable!("of a medewerker in these tests: {lid:?}"),
        };
        self.wat(wie, plan).await.acties.iter().map(eigenaar).collect()
    }

    async fn feed(&self) -> Vec<FeedEvent> {
        let mut all: Vec<FeedEvent> = Vec::new();
        loop {
            let after = all.last().map_or(Position(0), |event| event.position);
            let page = self.journal.feed(after, 500).await.unwrap();
            if page.is_empty() {
                return all;
            }
            all.extend(page);
        }
    }
}

/// Plays the feed and looks after each event: a zaak that was assigned has somebody, a plan exactly one who is responsible and leads it.
fn nooit_zonder(feed: &[FeedEvent]) {
    let (mut zaken, mut plannen) = (HashMap::new(), HashMap::new());
    for event in feed {
        let (id, at) = (event.stream.id, event.event.header.at);
        match event.stream.kind {
            StreamKind::Zaak => {
                let happened = codec::decode::<Zaak>(&event.event).unwrap().unwrap();
                let (before, assigned): (Zaak, bool) = zaken.remove(&id).unwrap_or_default();
                let zaak = before.evolve(&happened, at);
                let has = zaak.lopend().is_some_and(|zaak| !zaak.behandelaars.is_empty());
                assert!(!assigned || has, "nobody at {:?}", event.position);
                let waits = zaak.lopend().into_iter().flat_map(|zaak| zaak.open_taken());
                assert!(
                    waits.into_iter().all(|taak| taak.eigenaar.is_some()),
                    "nobody's at {:?}",
                    event.position
                );
                zaken.insert(id, (zaak, assigned || has));
            }
            StreamKind::Plan => {
                let happened = codec::decode::<Plan>(&event.event).unwrap().unwrap();
                let plan: Plan = plannen.remove(&id).unwrap_or_default();
                let plan = plan.evolve(&happened, at);
                let held = plan.inhoud().unwrap();
                assert!(held.regisseurs.contains(&held.verantwoordelijk), "at {:?}", event.position);
                plannen.insert(id, plan);
            }
            StreamKind::Persoon
            | StreamKind::Gesprek
            | StreamKind::Document
            | StreamKind::Huishouden
            | StreamKind::Contact
            | StreamKind::Groep
            | StreamKind::Identiteit
            | StreamKind::Signaal
            | StreamKind::Beheerrekening
            | StreamKind::Medewerker
            | StreamKind::Toekenning
            | StreamKind::Overdracht
            | StreamKind::Nazicht
            | StreamKind::Brief => {}
        }
    }
}

// shows KING-R4b, N-34
#[tokio::test]
async fn a_whole_werkvoorraad_goes_in_one_action_live_on_both_sides() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let mut zaken = Vec::new();
    for _ in 0..3 {
        let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
        huis.toewijzen(zaak, &[&emma()]).await;
        zaken.push(zaak);
    }
    let (mut van, mut naar) = (Tafelgenoot::new(emma()), Tafelgenoot::new(emil()));
    van.volgt(&huis, Topic::Werkvoorraad(emma().id)).await.unwrap();
    van.volgt(&huis, Topic::ZaakWat(zaken[0])).await.unwrap();
    naar.volgt(&huis, Topic::Werkvoorraad(emil().id)).await.unwrap();
    van.gehoord();
    naar.gehoord();
    for other in [kevin(), emma(), linda(), bestuur()] {
        assert_eq!(huis.doet(&other, over(&emma(), &[&emil()])).await, Err(Weigering::NIET_GEVONDEN));
    }
    let none = Err(Weigering::Geweigerd { code: "overdracht.niemand_past" });
    assert_eq!(huis.doet(&manager(), over(&emma(), &[&kevin()])).await, none);
    let done = huis.doet(&manager(), over(&emma(), &[&emil()])).await.unwrap();
    assert_eq!(done.resterend, Some(0));
    huis.tafel.projector.catch_up().await;
    // The zaak itself reads on, also where it was awake.
    assert!(huis.tafel.zaak(&emil(), zaken[0]).await.unwrap().is_some());
    let (left, came) = (van.soorten(), naar.soorten());
    assert_eq!(came.iter().filter(|kind| *kind == "lid").count(), 3, "{came:?}");
    assert!(left.iter().filter(|kind| *kind == "revoked" || *kind == "eraf").count() >= 3, "{left:?}");
    let feed = huis.feed().await;
    let last = feed.last().unwrap().event.header.cmd_id;
    let moved = feed.iter().filter(|event| event.event.header.cmd_id == last);
    let streams: BTreeSet<_> = moved.map(|event| event.stream.id).collect();
    assert_eq!(streams.len(), 4, "three zaken and the record of it, in one transaction");
    nooit_zonder(&feed);
    let empty = Err(Weigering::Geweigerd { code: "overdracht.leeg" });
    assert_eq!(huis.doet(&manager(), over(&emma(), &[&emil()])).await, empty);
}

// shows KING-R4b, N-34
#[tokio::test]
async fn more_than_one_transaction_takes_goes_in_parts_that_say_how_much_is_left() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    for _ in 0..OVERDRACHT_DEEL_MAX + 3 {
        let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
        huis.toewijzen(zaak, &[&emma()]).await;
    }
    let first = huis.doet(&werkverdeler(), over(&emma(), &[&emil()])).await.unwrap();
    assert_eq!(first.resterend, Some(3));
    let second = huis.doet(&werkverdeler(), over(&emma(), &[&emil()])).await.unwrap();
    assert_eq!(second.resterend, Some(0));
    let all = huis.tafel.overzicht().lees();
    let all = all.gemeente(GEMEENTE).unwrap();
    assert_eq!(all.zaken_van_behandelaar(emma().id).count(), 0);
    assert_eq!(all.zaken_van_behandelaar(emil().id).count(), OVERDRACHT_DEEL_MAX + 3);
}

// shows KING-R4b, KING-RG1, N-34
#[tokio::test]
async fn a_plan_is_led_by_exactly_one_responsible_at_every_place_of_the_feed() {
    let huis = Huis::open().await;
    let (maria, dylan) = (huis.maria().await, huis.dylan().await);
    let mut plannen = Vec::new();
    for leden in [vec![maria], vec![maria, dylan]] {
        let groep = huis.groep(&rianne(), &leden).await;
        plannen.push(huis.plan(&rianne(), groep).await);
    }
    let mut tab = Tafelgenoot::new(rianne());
    tab.volgt(&huis, Topic::PlanWat(plannen[0])).await.unwrap();
    tab.gehoord();
    huis.doet(&manager(), over(&rianne(), &[&ruben()])).await.unwrap();
    huis.tafel.projector.catch_up().await;
    let sees = |wie: Wie, plan: PlanId| {
        let tafel = huis.tafel.clone();
        async move { tafel.plan(&wie, plan).await.unwrap().is_some() }
    };
    for plan in plannen {
        assert!(sees(ruben(), plan).await && !sees(rianne(), plan).await && !sees(manager(), plan).await);
    }
    assert!(tab.soorten().contains(&"revoked".to_owned()));
    nooit_zonder(&huis.feed().await);
}

// shows N-34: two at once
#[tokio::test]
async fn what_changes_meanwhile_is_decided_again() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.toewijzen(zaak, &[&emma()]).await;
    let (emma, manager) = (emma(), manager());
    let begins = huis.doet(&emma, Opdracht::NeemInBehandeling { zaak });
    let (hand, begin) = tokio::join!(huis.doet(&manager, over(&emma, &[&emil()])), begins);
    hand.unwrap();
    assert!(begin.is_ok() || begin == Err(Weigering::Geweigerd { code: "niet_bevoegd" }), "{begin:?}");
    {
        let all = huis.tafel.overzicht().lees();
        assert_eq!(all.gemeente(GEMEENTE).unwrap().behandelaars(zaak), [emil().id]);
    }
    nooit_zonder(&huis.feed().await);
}

// shows KING-R4b, N-34, C2-N6: what is to be done in a zaak goes along, live on both lists
#[tokio::test]
async fn what_somebody_was_to_do_in_a_zaak_goes_along() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.toewijzen(zaak, &[&emma()]).await;
    let (omschrijving, eigenaar, dag) = ("Bezoek plannen".to_owned(), emma().id, "2026-12-01".to_owned());
    huis.doet(&emma(), Opdracht::ZetTaakKlaar { zaak, omschrijving, eigenaar, dag }).await.unwrap();
    let (mut van, mut naar) = (Tafelgenoot::new(emma()), Tafelgenoot::new(emil()));
    van.volgt(&huis, Topic::Acties(emma().id)).await.unwrap();
    naar.volgt(&huis, Topic::Acties(emil().id)).await.unwrap();
    van.gehoord();
    naar.gehoord();
    huis.doet(&manager(), over(&emma(), &[&emil()])).await.unwrap();
    let (left, came) = (van.soorten(), naar.soorten());
    assert!(left.iter().any(|kind| kind == "eraf" || kind == "revoked"), "{left:?}");
    assert_eq!(came.iter().filter(|kind| *kind == "lid").count(), 1, "{came:?}");
    assert_eq!(huis.tafel.taken(&emil(), None, 50).await.map(|(rows, _)| rows.len()), Ok(1));
    nooit_zonder(&huis.feed().await);
}

// shows KING-R4b, KING-AC1, N-34: what waits in somebody else's plan goes to who sees that part of it then, live on both lists
#[tokio::test]
async fn what_somebody_was_to_do_in_a_plan_goes_to_who_gets_to_see_it() {
    let Casus { huis, plan, maria, .. } = casus().await;
    for voor in [Voor::Groep, Voor::Lid(maria)] {
        huis.doet(&rianne(), actie(plan, voor, &emma())).await.unwrap();
    }
    huis.doet(&rianne(), actie(plan, Voor::Groep, &emma())).await.unwrap();
    let last = huis.wat(&rianne(), plan).await.acties.last().unwrap().id;
    huis.doet(&emma(), Opdracht::MeldActieGedaan { plan, actie: last }).await.unwrap();
    let (mut van, mut naar) = (Tafelgenoot::new(emma()), Tafelgenoot::new(emil()));
    van.volgt(&huis, Topic::Acties(emma().id)).await.unwrap();
    naar.volgt(&huis, Topic::Acties(emil().id)).await.unwrap();
    van.gehoord();
    naar.gehoord();
    // Ruben leads plans, and not this one: of these two only Emil comes to see her part.
    let done = huis.doet(&manager(), over(&emma(), &[&ruben(), &emil()])).await.unwrap();
    assert_eq!(done.resterend, Some(0));
    huis.tafel.projector.catch_up().await;
    let (left, came) = (van.soorten(), naar.soorten());
    assert_eq!(left.iter().filter(|kind| *kind == "eraf" || *kind == "revoked").count(), 2, "{left:?}");
    assert_eq!(came.iter().filter(|kind| *kind == "lid").count(), 2, "{came:?}");
    let (hers, his) = (emma().id, emil().id);
    assert_eq!(huis.van_wie(&rianne(), plan).await, [his, his, hers], "what is done stays with who did it");
    nooit_zonder(&huis.feed().await);
}

// shows KING-R4b, N-34, SHV1-RV1: the money that somebody looks after goes along, and with it who may see it, live
#[tokio::test]
async fn the_rekeningen_that_somebody_looks_after_go_along() {
    let huis = Huis::open().await;
    let maria = huis.maria_in_budgetbeheer().await;
    let id = huis.opent(maria, 1).await;
    let mut van = Tafelgenoot::new(mirjam());
    van.volgt(&huis, Topic::Saldo(id)).await.unwrap();
    van.gehoord();
    // Who has no part in budgetbeheer looks after nobody's money.
    let none = Err(Weigering::Geweigerd { code: "overdracht.niemand_past" });
    assert_eq!(huis.doet(&manager(), over(&mirjam(), &[&emil()])).await, none);
    let done = huis.doet(&manager(), over(&mirjam(), &[&bob()])).await.unwrap();
    assert_eq!(done.resterend, Some(0));
    huis.tafel.projector.catch_up().await;
    assert!(huis.tafel.rekening(&mirjam(), id).await.unwrap().is_none());
    // Its actor answers after it has looked at rights again.
    assert!(huis.tafel.rekening(&bob(), id).await.unwrap().is_some());
    assert!(van.soorten().contains(&"revoked".to_owned()), "off the open screen");
    assert!(Tafelgenoot::new(bob()).volgt(&huis, Topic::Saldo(id)).await.is_ok());
    let moved = huis.feed().await;
    let last = moved.last().unwrap().event.header.cmd_id;
    let kinds = moved.iter().filter(|event| event.event.header.cmd_id == last).map(|event| event.stream.kind);
    let kinds: BTreeSet<_> = kinds.collect();
    assert!(
        kinds.contains(&StreamKind::Beheerrekening) && kinds.contains(&StreamKind::Zaak),
        "one transaction"
    );
    huis.tafel.stop().await;
    let again = Huis::on(Arc::clone(&huis.journal)).await;
    assert!(again.tafel.rekening(&bob(), id).await.unwrap().is_some(), "it outlives a restart");
}

// shows KING-R4b, SHV1-RV1, C1-P7: nobody is given their own money to look after
#[tokio::test]
async fn the_rekening_of_a_colleague_does_not_go_to_that_colleague() {
    let huis = Huis::open().await;
    let maria = huis.maria_in_budgetbeheer().await;
    let id = huis.opent(maria, 1).await;
    huis.is_collega(maria, &bob()).await;
    let none = huis.doet(&manager(), over(&mirjam(), &[&bob()])).await;
    assert_eq!(none, Err(Weigering::Geweigerd { code: "overdracht.leeg" }));
    assert!(huis.tafel.rekening(&mirjam(), id).await.unwrap().is_some(), "it stays where it is");
}

// shows KING-R4b, N-34: nobody is told of a plan that they may not see, and nothing stays behind
#[tokio::test]
async fn what_no_colleague_may_see_falls_to_who_is_responsible_for_the_plan() {
    let Casus { huis, plan, wmo, .. } = casus().await;
    huis.doet(&rianne(), actie(plan, Voor::Groep, &emma())).await.unwrap();
    // Her zaak went to another before: she has nothing but this to do.
    huis.toewijzen(wmo, &[&ruben()]).await;
    let done = huis.doet(&manager(), over(&emma(), &[&emil()])).await.unwrap();
    assert_eq!(done.resterend, Some(0));
    assert!(huis.tafel.plan(&emil(), plan).await.unwrap().is_none());
    assert_eq!(huis.van_wie(&rianne(), plan).await, [rianne().id]);
    let empty = Err(Weigering::Geweigerd { code: "overdracht.leeg" });
    assert_eq!(huis.doet(&manager(), over(&emma(), &[&emil()])).await, empty);
    nooit_zonder(&huis.feed().await);
}

// shows KING-R4b, C1-P7: also not to who sees the plan by other work in it
#[tokio::test]
async fn what_is_to_be_done_about_a_colleague_does_not_go_to_that_colleague() {
    let Casus { huis, plan, maria, jeugd, .. } = casus().await;
    huis.doet(&rianne(), actie(plan, Voor::Groep, &emma())).await.unwrap();
    huis.toewijzen(jeugd, &[&emil()]).await;
    huis.is_collega(maria, &emil()).await;
    huis.doet(&manager(), over(&emma(), &[&emil()])).await.unwrap();
    assert_eq!(huis.van_wie(&rianne(), plan).await, [rianne().id]);
    nooit_zonder(&huis.feed().await);
}

// shows KING-R4b, KING-RG1: with the regie goes what the regisseur was to do
#[tokio::test]
async fn who_takes_the_regie_over_takes_its_actions_too() {
    let Casus { huis, plan, .. } = casus().await;
    huis.doet(&rianne(), actie(plan, Voor::Groep, &rianne())).await.unwrap();
    huis.doet(&manager(), over(&rianne(), &[&ruben()])).await.unwrap();
    assert_eq!(huis.van_wie(&ruben(), plan).await, [ruben().id]);
    nooit_zonder(&huis.feed().await);
}
