//! What somebody is to do, over all plans: live, by the calendar, and only theirs.

use keukentafel::domain::ids::{ActieId, PlanId};
use keukentafel::domain::plan::{Actiestand, Eigenaar, Voor};
use keukentafel::protocol::body::NieuweVervanging;
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::ActieRij;
use std::time::Duration;

use super::plannen::{Casus, actie, casus};
use super::tafelgenoot::Tafelgenoot;
use super::*;

const DAY_MICROS: i64 = 86_400_000_000;

impl Huis {
    async fn te_doen(&self, wie: &Wie) -> Vec<ActieRij> {
        self.tafel.acties(wie, None, 50).await.unwrap().0
    }

    /// Midnight has passed, and the projector has looked at the clock, as it does once a second.
    async fn nacht(&self) {
        self.clock.advance(DAY_MICROS);
        tokio::time::advance(Duration::from_secs(1)).await;
        self.tafel.projector.catch_up().await;
    }
}

fn op(plan: PlanId, wie: &Wie, datum: &str, herinnering: Option<&str>) -> Opdracht {
    Opdracht::LegActieVast {
        plan,
        doel: None,
        voor: Voor::Groep,
        omschrijving: format!("Voor {datum}"),
        eigenaar: Eigenaar::Medewerker(wie.id),
        datum: datum.to_owned(),
        herinnering: herinnering.map(str::to_owned),
        achterhouden: None,
    }
}

fn words(frames: &[serde_json::Value]) -> Vec<(String, String)> {
    let word = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let told = frames.iter().filter(|frame| frame["b"].get("stand").is_some());
    told.map(|frame| (word(&frame["k"]), word(&frame["b"]["stand"]))).collect()
}

// shows KING-AC1, N-3
#[tokio::test(start_paused = true)]
async fn midnight_makes_a_reminder_of_an_action_and_then_makes_it_late_without_any_event() {
    let Casus { huis, plan, .. } = casus().await;
    let mut tab = Tafelgenoot::new(kevin());
    tab.volgt(&huis, Topic::Acties(kevin().id)).await.unwrap();
    assert_eq!(tab.soorten(), ["ok", "snap"]);
    huis.doet(&rianne(), op(plan, &kevin(), "2026-11-27", None)).await.unwrap();
    huis.doet(&rianne(), op(plan, &kevin(), "2026-12-20", Some("2026-11-28"))).await.unwrap();
    huis.doet(&rianne(), op(plan, &emma(), "2026-11-26", None)).await.unwrap();
    let came = words(&tab.gehoord());
    assert_eq!(came.iter().map(|(_, stand)| stand.as_str()).collect::<Vec<_>>(), ["later", "later"]);
    let events = huis.journal.committed().len();
    let day = |stand: &str| ("DagBegonnen".to_owned(), stand.to_owned());
    huis.nacht().await;
    assert_eq!(words(&tab.gehoord()), [day("herinnering")], "26 November: the day before");
    huis.nacht().await;
    assert_eq!(tab.soorten(), Vec::<String>::new(), "27 November: the day itself reads the same");
    assert_eq!(huis.te_doen(&kevin()).await[0].stand, Actiestand::Herinnering);
    huis.nacht().await;
    let mut told = words(&tab.gehoord());
    told.sort();
    assert_eq!(told, [day("herinnering"), day("te_laat")], "28 November: late, and asked to be reminded");
    assert_eq!(huis.journal.committed().len(), events + 1, "one look, and nothing happened");
}

// shows KING-AC1, KING-PL8
#[tokio::test]
async fn the_list_holds_what_is_mine_open_and_mine_to_see_over_all_plans() {
    let Casus { huis, plan, maria, dylan, jeugd, .. } = casus().await;
    let mut tab = Tafelgenoot::new(kevin());
    tab.volgt(&huis, Topic::Acties(kevin().id)).await.unwrap();
    tab.gehoord();
    huis.doet(&rianne(), actie(plan, Voor::Lid(dylan), &kevin())).await.unwrap();
    huis.doet(&rianne(), op(plan, &kevin(), "2026-11-25", None)).await.unwrap();
    let own = huis.groep(&rianne(), &[maria]).await;
    let other = huis.plan(&rianne(), own).await;
    huis.doet(&rianne(), op(other, &rianne(), "2026-11-26", None)).await.unwrap();
    huis.doet(&rianne(), op(plan, &rianne(), "2026-11-25", None)).await.unwrap();
    let came: Vec<_> = tab.gehoord().into_iter().filter(|frame| frame["t"] == "lid").collect();
    assert_eq!(came.len(), 2);
    assert!(came[0]["topic"].as_str().unwrap().starts_with(&format!("plan/{plan}/actie/")));
    let his = huis.te_doen(&kevin()).await;
    let seen: Vec<_> = his.iter().map(|rij| (rij.omschrijving.as_str(), rij.stand, rij.voor.len())).collect();
    let first = ("Voor 2026-11-25", Actiestand::Herinnering, 2);
    assert_eq!(seen, [first, ("Bel de school", Actiestand::Later, 1)], "by day");
    assert_eq!(his[1].voor[0].naam, "Dylan Verhoef");
    let hers: Vec<_> = huis.te_doen(&rianne()).await.into_iter().map(|rij| rij.plan).collect();
    assert_eq!(hers, [plan, other], "over all plans");
    // By page, and nobody else's.
    let (page, next, _) = huis.tafel.acties(&kevin(), None, 1).await.unwrap();
    assert_eq!((page.len(), next), (1, Some((his[0].datum, his[0].id))));
    let (page, next, _) = huis.tafel.acties(&kevin(), next, 1).await.unwrap();
    assert_eq!((page, next), (vec![his[1].clone()], None));
    let mut emma_tab = Tafelgenoot::new(emma());
    let line = Topic::PlanActie(plan, his[0].id);
    for topic in [Topic::Acties(kevin().id), line, Topic::PlanActie(plan, ActieId(Uuid::from_u128(404)))] {
        assert_eq!(emma_tab.volgt(&huis, topic).await, Err(Weigering::NIET_GEVONDEN), "{topic}");
    }
    assert!(emma_tab.gehoord().is_empty() && huis.te_doen(&emma()).await.is_empty());
    // Done it goes, and it comes back when it was not.
    huis.doet(&kevin(), Opdracht::MeldActieGedaan { plan, actie: his[0].id }).await.unwrap();
    assert_eq!(tab.soorten(), ["eraf"]);
    huis.doet(&kevin(), Opdracht::HeropenActie { plan, actie: his[0].id }).await.unwrap();
    assert_eq!(tab.soorten(), ["lid"]);
    // Who is taken off the zaak sees no more of the plan, and of what he was to do in it.
    huis.toewijzen(jeugd, &[&emma()]).await;
    let gone = tab.soorten();
    assert_eq!(gone.len(), 2, "{gone:?}");
    assert!(gone.iter().all(|kind| kind == "revoked" || kind == "eraf"), "{gone:?}");
    assert_eq!(huis.te_doen(&kevin()).await, []);
    let close = Opdracht::SluitPlan { plan: other, resultaat: "Klaar".to_owned() };
    huis.doet(&rianne(), close).await.unwrap();
    assert_eq!(huis.te_doen(&rianne()).await.len(), 1, "of a plan that ended nothing waits");
}

// shows KING-AC1, KING-R4d
#[tokio::test(start_paused = true)]
async fn who_stands_in_for_the_owner_is_reminded_too_and_only_as_long_as_that_holds() {
    let Casus { huis, plan, .. } = casus().await;
    huis.doet(&rianne(), op(plan, &kevin(), "2026-11-28", None)).await.unwrap();
    let vervanging = NieuweVervanging {
        vervanger: vera().id,
        vanaf: "2026-11-26".to_owned(),
        tot_en_met: "2026-11-28".to_owned(),
        reden: "Vakantie".to_owned(),
    };
    huis.doet(&kevin(), Opdracht::WijsVervangerAan { medewerker: kevin().id, vervanging }).await.unwrap();
    let mut tab = Tafelgenoot::new(vera());
    tab.volgt(&huis, Topic::Acties(vera().id)).await.unwrap();
    assert_eq!(
        (tab.soorten(), huis.te_doen(&vera()).await),
        (vec!["ok".to_owned(), "snap".to_owned()], vec![])
    );
    let night = async || {
        huis.clock.advance(DAY_MICROS);
        huis.tafel.klok_verzet();
        huis.tafel.projector.catch_up().await;
    };
    night().await;
    assert_eq!(tab.soorten(), ["lid"], "26 November: it is hers too from its first day");
    assert_eq!(huis.te_doen(&vera()).await[0].eigenaar.naam, "Kevin", "and says whose it is");
    night().await;
    let told = words(&tab.gehoord());
    assert_eq!(told, [("DagBegonnen".to_owned(), "herinnering".to_owned())], "27 November: the day before");
    huis.doet(&rianne(), op(plan, &kevin(), "2026-12-20", None)).await.unwrap();
    assert_eq!(tab.soorten(), ["lid"], "what comes meanwhile comes to her too");
    let actie = huis.te_doen(&vera()).await[0].id;
    huis.doet(&vera(), Opdracht::MeldActieGedaan { plan, actie }).await.unwrap();
    assert_eq!(tab.soorten(), ["eraf"]);
    night().await;
    night().await;
    let gone = tab.soorten();
    assert!(gone.iter().all(|kind| kind == "revoked" || kind == "eraf") && !gone.is_empty(), "{gone:?}");
    assert_eq!(huis.te_doen(&vera()).await, [], "29 November: he is back");
    assert_eq!(huis.te_doen(&kevin()).await.len(), 1);
}
