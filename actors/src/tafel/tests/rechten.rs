use keukentafel::domain::document::Documentsoort;
use keukentafel::domain::ids::{DocumentId, GesprekId};
use keukentafel::domain::zaaktype::Zaaktype;
use keukentafel::protocol::body::Opdracht;
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::ZaakAntwoord;

use super::tafelgenoot::Tafelgenoot;
use super::*;
use crate::limits::LATEST_EVERY;

async fn verslag(huis: &Huis, zaak: ZaakId) -> (DocumentId, GesprekId) {
    let open =
        Opdracht::OpenDocument { zaak, soort: Documentsoort::Gespreksverslag, zaken: None, deelnemers: None };
    let done = huis.doet(&kevin(), open).await.unwrap();
    (DocumentId(done.id), done.gesprek.unwrap())
}

/// Maria's Wmo-zaak with Kevin and Emma, and her bijzondere bijstand with Peter.
async fn casus(huis: &Huis) -> ZaakId {
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.toewijzen(zaak, &[&kevin(), &emma()]).await;
    let bijstand = huis.melding(maria, Zaaktype::AanvraagBijzondereBijstand).await;
    huis.toewijzen(bijstand, &[&peter()]).await;
    zaak
}

// shows C2-N7, C2-R3, C2-R4, KING-R6d
#[tokio::test]
async fn peter_knows_that_it_runs_and_not_what_is_in_it() {
    let huis = Huis::open().await;
    let zaak = casus(&huis).await;
    let (document, gesprek) = verslag(&huis, zaak).await;
    assert!(matches!(huis.tafel.zaak(&peter(), zaak).await, Ok(Some(ZaakAntwoord::Dat(_)))));
    assert_eq!(huis.tafel.document(&peter(), document).await, Ok(None));
    assert_eq!(huis.tafel.tekst(&peter(), document).await, Ok(None));
    assert_eq!(huis.tafel.gesprek(&peter(), gesprek).await, Ok(None));
    assert_eq!(huis.tafel.documenten(&peter(), zaak).await.unwrap().unwrap(), []);
    let mut tab = Tafelgenoot::new(peter());
    for topic in [
        Topic::ZaakWat(zaak),
        Topic::ZaakRij(zaak),
        Topic::ZaakTafel(zaak),
        Topic::Document(document),
        Topic::Gesprek(gesprek),
        Topic::Werkvoorraad(kevin().id),
        Topic::Gesprekken(kevin().id),
    ] {
        assert_eq!(tab.volgt(&huis, topic).await, Err(Weigering::NIET_GEVONDEN), "{topic}");
    }
    tab.volgt(&huis, Topic::ZaakDat(zaak)).await.unwrap();
    let heard = tab.gehoord();
    let shown = heard[1]["b"].to_string();
    for hidden in ["Maria", "Verhoef", "Hulp in huis", "Geheim verhaal"] {
        assert!(!shown.contains(hidden), "{hidden} in {shown}");
    }
}

#[tokio::test]
async fn what_is_not_there_and_what_may_not_be_seen_are_the_same() {
    let huis = Huis::open().await;
    let zaak = casus(&huis).await;
    let (document, _) = verslag(&huis, zaak).await;
    let absent = DocumentId(Uuid::from_u128(404));
    assert_eq!(huis.tafel.tekst(&peter(), document).await, huis.tafel.tekst(&peter(), absent).await);
    assert_eq!(huis.tafel.zaak(&bestuur(), zaak).await, huis.tafel.zaak(&bestuur(), ZaakId(absent.0)).await);
}

#[tokio::test]
async fn nothing_crosses_from_one_gemeente_to_another() {
    let huis = Huis::open().await;
    let zaak = casus(&huis).await;
    let (document, _) = verslag(&huis, zaak).await;
    let elders = Wie { gemeente: ELDERS, ..kevin() };
    assert_eq!(huis.tafel.zaak(&elders, zaak).await, Ok(None));
    assert_eq!(huis.tafel.tekst(&elders, document).await, Ok(None));
    assert!(huis.tafel.tekst(&kevin(), document).await.unwrap().is_some());
    let take = Opdracht::NeemInBehandeling { zaak };
    assert_eq!(huis.doet(&elders, take).await, Err(Weigering::NIET_GEVONDEN));
    let mut tab = Tafelgenoot::new(elders);
    assert_eq!(tab.volgt(&huis, Topic::ZaakWat(zaak)).await, Err(Weigering::NIET_GEVONDEN));
    assert!(tab.gehoord().is_empty());
}

// shows G27
#[tokio::test]
async fn whoever_is_taken_off_a_zaak_sees_no_later_frame() {
    let huis = Huis::open().await;
    let zaak = casus(&huis).await;
    let mut tab = Tafelgenoot::new(kevin());
    tab.volgt(&huis, Topic::ZaakWat(zaak)).await.unwrap();
    tab.volgt(&huis, Topic::ZaakTafel(zaak)).await.unwrap();
    tab.gehoord();
    huis.toewijzen(zaak, &[&emma()]).await;
    let begin = Opdracht::NeemInBehandeling { zaak };
    huis.doet(&emma(), begin).await.unwrap();
    let heard = tab.soorten();
    assert_eq!(heard.iter().filter(|kind| *kind == "revoked").count(), 2, "{heard:?}");
    assert!(!heard.contains(&"ev".to_owned()), "{heard:?}");
}

// shows C2-K4, G27
#[tokio::test]
async fn whoever_leaves_a_talk_loses_its_document() {
    let huis = Huis::open().await;
    let zaak = casus(&huis).await;
    let (document, gesprek) = verslag(&huis, zaak).await;
    assert!(huis.tafel.tekst(&emma(), document).await.unwrap().is_some());
    let out = Opdracht::WijzigDeelnemers { gesprek, erbij: vec![], eraf: vec![emma().id] };
    huis.doet(&kevin(), out).await.unwrap();
    assert_eq!(huis.tafel.tekst(&emma(), document).await, Ok(None));
    assert_eq!(huis.tafel.documenten(&emma(), zaak).await.unwrap().unwrap(), []);
}

// shows N-2
#[tokio::test]
async fn who_sits_at_a_zaak_is_seen_there_and_leaves_with_the_last_tab() {
    let huis = Huis::open().await;
    let zaak = casus(&huis).await;
    let (mut one, two, mut three) =
        (Tafelgenoot::new(kevin()), Tafelgenoot::new(emma()), Tafelgenoot::new(emma()));
    one.volgt(&huis, Topic::ZaakTafel(zaak)).await.unwrap();
    two.volgt(&huis, Topic::ZaakTafel(zaak)).await.unwrap();
    three.volgt(&huis, Topic::ZaakTafel(zaak)).await.unwrap();
    let heard = three.gehoord();
    let last = heard.last().unwrap();
    assert_eq!(last["b"].as_array().unwrap().len(), 2, "Emma once, with two tabs");
    assert_ne!(last["b"][0]["plek"], last["b"][1]["plek"]);
    huis.tafel.vertrek(&two.conn, &[Topic::ZaakTafel(zaak)]).await;
    huis.tafel.vertrek(&three.conn, &[Topic::ZaakTafel(zaak)]).await;
    // A question to the same actor: its answer means that what was sent before is done.
    Tafelgenoot::new(emma()).volgt(&huis, Topic::ZaakTafel(ZaakId(Uuid::from_u128(1)))).await.unwrap_err();
    one.volgt(&huis, Topic::ZaakTafel(zaak)).await.unwrap();
    let heard = one.gehoord();
    let names: Vec<_> =
        heard.last().unwrap()["b"].as_array().unwrap().iter().map(|who| who["naam"].clone()).collect();
    assert_eq!(names, ["Kevin"]);
}

#[tokio::test]
async fn asking_the_same_again_and_again_is_asking_once() {
    let huis = Huis::open().await;
    let zaak = casus(&huis).await;
    let mut tab = Tafelgenoot::new(peter());
    for _ in 0..300 {
        tab.volgt(&huis, Topic::ZaakDat(zaak)).await.unwrap();
    }
    huis.tafel.unsub(&tab.conn, Topic::ZaakDat(zaak)).await;
    tab.gehoord();
    huis.doet(&emma(), Opdracht::NeemInBehandeling { zaak }).await.unwrap();
    assert_eq!(tab.soorten(), Vec::<String>::new());
    assert!(huis.tafel.is_healthy());
}

// shows C2-N7
#[tokio::test]
async fn who_sees_only_that_it_runs_does_not_hear_of_the_person() {
    let huis = Huis::open().await;
    let zaak = casus(&huis).await;
    let Some(ZaakAntwoord::Schrijven(wat)) = huis.tafel.zaak(&kevin(), zaak).await.unwrap() else {
        unreachable!()
    };
    let (mut peter_tab, mut kevin_tab) = (Tafelgenoot::new(peter()), Tafelgenoot::new(kevin()));
    peter_tab.volgt(&huis, Topic::ZaakDat(zaak)).await.unwrap();
    kevin_tab.volgt(&huis, Topic::Persoon(wat.persoon)).await.unwrap();
    peter_tab.gehoord();
    kevin_tab.gehoord();
    let new = Opdracht::WijzigContact { persoon: wat.persoon, telefoon: Some("06 1234 5678".into()) };
    huis.doet(&kevin(), new).await.unwrap();
    assert_eq!(kevin_tab.soorten(), ["ev"]);
    assert_eq!(peter_tab.soorten(), Vec::<String>::new());
}

// shows G27
#[tokio::test]
async fn a_right_that_ends_while_the_trail_takes_the_look_shows_nothing() {
    let huis = std::sync::Arc::new(Huis::open().await);
    let zaak = casus(&huis).await;
    let mut tab = Tafelgenoot::new(kevin());
    huis.journal.hold();
    let conn = std::sync::Arc::clone(&tab.conn);
    let (asking, held) = (std::sync::Arc::clone(&huis), std::sync::Arc::clone(&huis));
    let before = huis.journal.committed().len();
    let look = tokio::spawn(async move { asking.tafel.sub(&conn, 1, Topic::ZaakWat(zaak), None).await });
    held.journal.arrived(1).await;
    // The look waits for its line in the trail. Behind it Emma takes Kevin off, and both become true.
    let away = tokio::spawn(async move { held.toewijzen(zaak, &[&emma()]).await });
    huis.journal.release();
    away.await.unwrap();
    let answer = look.await.unwrap();
    assert!(huis.journal.committed().len() > before);
    if answer.is_ok() {
        // The look was first: then the right's end has taken it back.
        assert_eq!(tab.soorten().last().map(String::as_str), Some("revoked"));
    } else {
        assert_eq!(answer, Err(Weigering::NIET_GEVONDEN));
        assert_eq!(tab.soorten(), Vec::<String>::new());
    }
}

// shows C2-N7, C2-K4
#[tokio::test(start_paused = true)]
async fn news_of_a_talk_reaches_who_takes_part_in_it_and_nobody_else() {
    let huis = Huis::open().await;
    let zaak = casus(&huis).await;
    let mut tabs = [kevin(), emma(), linda(), peter()].map(Tafelgenoot::new);
    for tab in &mut tabs {
        let own = Topic::Gesprekken(tab.conn.wie().id);
        tab.volgt(&huis, own).await.unwrap();
        assert_eq!(tab.soorten(), ["ok", "latest"]);
    }
    let [mut kevin_tab, mut emma_tab, mut linda_tab, mut peter_tab] = tabs;
    let (_, gesprek) = verslag(&huis, zaak).await;
    next_round(&huis).await;
    for tab in [&mut kevin_tab, &mut emma_tab] {
        let heard = tab.gehoord();
        let last = heard.last().unwrap();
        assert!(last["t"] == "latest" && last["b"].is_null() && last["v"].as_u64().unwrap() > 0, "{last}");
    }
    // Whoever goes hears it once more, and nothing of what comes after.
    let out = Opdracht::WijzigDeelnemers { gesprek, erbij: vec![], eraf: vec![emma().id] };
    huis.doet(&kevin(), out).await.unwrap();
    next_round(&huis).await;
    assert_eq!(emma_tab.soorten(), ["latest"]);
    let alone = Opdracht::OpenDocument {
        zaak,
        soort: Documentsoort::Gespreksverslag,
        zaken: None,
        deelnemers: Some(vec![kevin().id]),
    };
    huis.doet(&kevin(), alone).await.unwrap();
    next_round(&huis).await;
    assert!(kevin_tab.soorten().len() > 1);
    for tab in [&mut emma_tab, &mut linda_tab, &mut peter_tab] {
        assert_eq!(tab.soorten(), Vec::<String>::new());
    }
    huis.tafel.unsub(&kevin_tab.conn, Topic::Gesprekken(kevin().id)).await;
    verslag(&huis, zaak).await;
    next_round(&huis).await;
    assert_eq!(kevin_tab.soorten(), Vec::<String>::new());
}

/// A round of the latest topics has passed, and everything that was sent before it has arrived.
pub(super) async fn next_round(huis: &Huis) {
    tokio::time::advance(LATEST_EVERY).await;
    huis.tafel.projector.catch_up().await;
    tokio::time::advance(LATEST_EVERY).await;
    huis.tafel.projector.catch_up().await;
}
