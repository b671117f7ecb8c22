//! Signalen that concern somebody come to them by themselves: as who works for the person, or leads the plan in which they land.

use keukentafel::domain::signaal::Afhandeling;
use keukentafel::protocol::topic::Topic;
use serde_json::Value;

use super::signalen::{bron, over_maria, soort_van};
use super::tafelgenoot::Tafelgenoot;
use super::*;

impl Huis {
    /// The lines of signalen in what somebody is to do, as they open it now.
    async fn aangaand(&self, wie: Wie) -> Vec<Value> {
        let topic = Topic::Acties(wie.id);
        let mut tab = Tafelgenoot::new(wie);
        tab.volgt(self, topic).await.unwrap();
        let lines = tab.gehoord().into_iter().map(|frame| frame["b"].clone());
        lines.filter(|line| line.get("signaalsoort").is_some()).collect()
    }
}

// shows KING-SI3, KING-R4, N-3
#[tokio::test]
async fn who_works_for_the_person_and_may_read_it_hears_of_it_at_once_and_nobody_else() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.toewijzen(zaak, &[&emma()]).await;
    let mut own = Tafelgenoot::new(emma());
    own.volgt(&huis, Topic::Acties(emma().id)).await.unwrap();
    own.gehoord();
    huis.doet(&bron(90), over_maria(soort_van("zorgmijding"))).await.unwrap();
    huis.rust().await;
    let came = own.gehoord();
    assert_eq!((came.len(), &came[0]["t"]), (1, &"lid".into()), "{came:?}");
    assert!(!came[0].to_string().contains("Geheim verhaal"), "the line of the register, and no more");
    // Emil is of the same part of the team and does not work for Maria.
    assert!(huis.aangaand(emil()).await.is_empty());
    let id = huis.register(&emma()).await[0].id;
    let done = Opdracht::HandelSignaalAf { signaal: id, afhandeling: Afhandeling::GeenActie };
    huis.doet(&emma(), done).await.unwrap();
    assert!(huis.aangaand(emma()).await.is_empty(), "what was dealt with is no news");
}

// shows KING-R4c, KING-G4
#[tokio::test]
async fn of_what_one_may_only_know_that_it_is_there_it_is_not_said_whom_it_is_about() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.toewijzen(zaak, &[&emma()]).await;
    huis.doet(&bron(90), over_maria(soort_van("partnergeweld"))).await.unwrap();
    huis.rust().await;
    assert!(huis.aangaand(emma()).await.is_empty(), "that it came to her would say that it is about Maria");
}

// shows KING-SI5, KING-RS6
#[tokio::test]
async fn who_leads_the_plan_in_which_it_lands_has_it_and_loses_it_with_the_plan() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let groep = huis.groep(&rianne(), &[maria]).await;
    let plan = huis.plan(&rianne(), groep).await;
    let mut own = Tafelgenoot::new(rianne());
    own.volgt(&huis, Topic::Acties(rianne().id)).await.unwrap();
    own.gehoord();
    huis.doet(&bron(90), over_maria(soort_van("partnergeweld"))).await.unwrap();
    huis.rust().await;
    assert!(own.soorten().contains(&"lid".to_owned()));
    huis.doet(&rianne(), Opdracht::VoegRegisseurToe { plan, regisseur: ruben().id }).await.unwrap();
    huis.doet(&rianne(), Opdracht::DraagRegieOver { plan, regisseur: ruben().id }).await.unwrap();
    let out = Opdracht::VerwijderRegisseur { plan, regisseur: rianne().id };
    huis.doet(&ruben(), out).await.unwrap();
    assert!(huis.aangaand(rianne()).await.is_empty());
    assert_eq!(huis.aangaand(ruben()).await.len(), 1);
}
