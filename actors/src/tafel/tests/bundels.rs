//! Pages made of many lines: what a reader who was too slow is told, and what is kept when nobody looks any more.

use keukentafel::protocol::rt::Pos;
use keukentafel::protocol::topic::Topic;
use serde_json::Value;

use super::tafelgenoot::Tafelgenoot;
use super::*;
use crate::hub::TopicNumber;

/// More members than anybody's werkvoorraad had so far on the day of this test.
const LEDEN: usize = 60;

async fn wachtend(huis: &Huis, zaaktype: Zaaktype) {
    let maria = huis.maria().await;
    for _ in 0..LEDEN {
        huis.melding(maria, zaaktype).await;
    }
}

fn number(frame: &Value) -> TopicNumber {
    TopicNumber::try_from(frame["a"].as_u64().unwrap()).unwrap()
}

fn of_kind(frames: &[Value], kind: &str) -> Vec<TopicNumber> {
    frames.iter().filter(|frame| frame["t"] == kind).map(number).collect()
}

// shows N-1, G27
#[tokio::test]
async fn of_a_page_that_lost_many_members_one_word_is_said() {
    let huis = Huis::open().await;
    wachtend(&huis, Zaaktype::AanvraagJeugdhulp).await;
    let mut tab = Tafelgenoot::new(kevin());
    let page = tab.volgt(&huis, Topic::Werkvoorraad(kevin().id)).await.unwrap();
    let opened = tab.gehoord();
    tab.volgt(&huis, Topic::Plannen(kevin().id)).await.unwrap();
    let members = of_kind(&opened, "lid");
    assert_eq!(members.len(), LEDEN);
    let line: Topic = opened[1]["topic"].as_str().unwrap().parse().unwrap();
    let own = tab.volgt(&huis, line).await.unwrap();
    tab.gehoord();
    let unknown = 4_000_000;
    let lost: Vec<_> = members.iter().copied().chain([unknown]).collect();
    huis.tafel.resync_van(&tab.conn, lost, None).await;
    huis.tafel.projector.catch_up().await;
    let mut said = of_kind(&tab.gehoord(), "resync");
    said.sort_unstable();
    let mut then = vec![page, own];
    then.sort_unstable();
    assert_eq!(said, then, "the page that was hit and the line asked for by name; not the other page");
    // Asked again, it is whole, and a member does not hear twice.
    tab.volgt(&huis, Topic::Werkvoorraad(kevin().id)).await.unwrap();
    assert_eq!(of_kind(&tab.gehoord(), "lid").len(), LEDEN);
    let Topic::ZaakVerdeling(zaak) = line else { unreachable!("what waits for a team") };
    huis.doet(&kevin(), Opdracht::NeemZaak { zaak }).await.unwrap();
    assert_eq!(tab.soorten().iter().filter(|kind| *kind == "ev").count(), 1);
}

// shows N-1
#[tokio::test]
async fn of_a_line_that_nobody_follows_nothing_is_kept_and_its_next_life_is_another() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::AanvraagJeugdhulp).await;
    let topic = Topic::ZaakDat(zaak);
    let mut first = Tafelgenoot::new(kevin());
    first.volgt(&huis, topic).await.unwrap();
    huis.toewijzen(zaak, &[&kevin()]).await;
    let heard = first.gehoord();
    let held = Pos {
        e: heard[0]["e"].as_str().unwrap().to_owned(),
        v: heard.last().unwrap()["v"].as_u64().unwrap(),
    };
    assert_eq!(held.v, 1);
    // With a reader who stayed, who comes back has missed nothing and is sent nothing.
    let mut second = Tafelgenoot::new(kevin());
    huis.tafel.sub(&second.conn, 1, topic, Some(held.clone())).await.unwrap();
    assert_eq!(second.gehoord()[0]["how"], "current");
    huis.tafel.vertrek(&first.conn, &[topic]).await;
    huis.tafel.vertrek(&second.conn, &[topic]).await;
    // Nobody looked when it changed. The same version of another life is not taken for the one that is held.
    let mut third = Tafelgenoot::new(kevin());
    huis.tafel.sub(&third.conn, 1, topic, None).await.unwrap();
    huis.toewijzen(zaak, &[&kevin(), &emma()]).await;
    let now = third.gehoord();
    assert_eq!(now.last().unwrap()["v"], held.v);
    assert_ne!(now[0]["e"], held.e);
    let mut back = Tafelgenoot::new(kevin());
    huis.tafel.sub(&back.conn, 1, topic, Some(held)).await.unwrap();
    let got = back.gehoord();
    assert_eq!(
        (&got[0]["how"], got[1]["b"]["behandelaars"].as_array().unwrap().len()),
        (&"snapshot".into(), 2)
    );
}
