//! The trail over the wire: the privacy officer reads it, a resident sees who looked, and a socket is a look like any other.

use keukentafel::clock::Moment;
use keukentafel_tests::{Opening, TestApp};
use serde_json::{Value, json};

const NERGENS: &str = "019ab000-0000-7000-8000-00000000dead";

// shows X-26, N-8
#[tokio::test]
async fn who_looked_is_read_by_the_privacy_officer_and_by_who_it_is_about() {
    let app = TestApp::start().await;
    let (kevin, maria) = (app.login("kevin").await, app.login("maria").await);
    let officer = app.login("privacyfunctionaris").await;
    let zaak = app.gedeelde_zaak(&kevin).await;
    assert_eq!(app.get(&kevin, &format!("/api/v1/zaken/{zaak}")).await.status, 200);

    let path = format!("/api/v1/audit?object=zaak/{zaak}&handeling=zaak.lezen&medewerker={}", kevin.id);
    let found = app.get(&officer, &path).await;
    assert_eq!(found.status, 200, "{}", found.body);
    let line = found.json()["items"][0].clone();
    assert_eq!(line["wie"]["id"], json!(kevin.id));
    assert_eq!(line["betrokkenen"][0]["naam"], "Maria Verhoef");
    assert_eq!((&line["grond"], &line["doel"]), (&json!("behandelaar"), &json!(format!("zaak/{zaak}"))));
    assert_eq!((&line["uitkomst"], &line["node"]), (&json!("gelukt"), &json!("n1")));
    let persoon = line["betrokkenen"][0]["id"].as_str().unwrap().to_owned();

    // Page by page, each line once, and the reading is a line itself.
    let (mut na, mut seen) = (String::new(), Vec::new());
    for _ in 0..200 {
        let page = app.get(&officer, &format!("/api/v1/audit?persoon={persoon}&aantal=7{na}")).await.json();
        let lines = page["items"].as_array().unwrap().iter();
        let when = |line: &Value| -> Moment { serde_json::from_value(line["at"].clone()).unwrap() };
        seen.extend(lines.map(|line| (when(line), line["n"].as_u64().unwrap())));
        let Some(next) = page["volgende"].as_str() else { break };
        na = format!("&na={next}");
    }
    assert!(seen.len() > 7 && seen.is_sorted_by(|(one, _), (next, _)| one >= next), "newest first: {seen:?}");
    let each: std::collections::BTreeSet<_> = seen.iter().map(|(_, n)| n).collect();
    assert_eq!(each.len(), seen.len(), "each once: {seen:?}");
    let read = app.trail().await.into_iter().filter(|line| line.row.handeling == "audit.lezen");
    assert!(read.count() > 1);

    // To anybody else it is not there, whatever they ask.
    for path in [path.as_str(), "/api/v1/audit"] {
        let (refused, absent) =
            (app.get(&kevin, path).await, app.get(&kevin, &format!("/api/v1/zaken/{NERGENS}")).await);
        assert_eq!((refused.status, refused.body), (404, absent.body));
    }
    assert_eq!(app.get(&kevin, "/api/v1/mijn/inzage").await.status, 404);

    let mine = app.get(&maria, "/api/v1/mijn/inzage").await.json();
    let today = mine["dagen"][0]["regels"].as_array().unwrap().clone();
    let kevins =
        today.iter().find(|regel| regel["naam"] == "Kevin de Wit" && regel["deel"] == "zaak").unwrap();
    assert_eq!(kevins["waarom"], "Werkt aan uw zaak.");
    assert!(today.iter().all(|regel| regel["rol"] != "inwoner"), "{today:?}");
    app.stop().await;
}

#[tokio::test]
async fn a_question_that_is_none_is_refused() {
    let app = TestApp::start().await;
    let officer = app.login("privacyfunctionaris").await;
    for wrong in [
        "persoon=1",
        "medewerker=kevin",
        "van=gisteren",
        "tot=2026-13-01",
        "uitkomst=goed",
        "na=1",
        "na=01.5",
        "aantal=0",
        "aantal=201",
        "handeling=",
        "bsn=123456782",
        "object=",
    ] {
        assert_eq!(app.get(&officer, &format!("/api/v1/audit?{wrong}")).await.status, 422, "{wrong}");
    }
    let maria = app.login("maria").await;
    assert_eq!(app.get(&maria, "/api/v1/mijn/inzage?tot=ooit").await.status, 422);
    assert_eq!(app.get(&maria, "/api/v1/mijn/inzage?tot=2020-01-01").await.json()["dagen"], json!([]));
    app.stop().await;
}

// shows G29
#[tokio::test]
async fn a_socket_is_a_look_with_its_subject() {
    let app = TestApp::start().await;
    let (kevin, maria) = (app.login("kevin").await, app.login("maria").await);
    let zaak = app.gedeelde_zaak(&kevin).await;
    let made = app
        .post(&kevin, &format!("/api/v1/zaken/{zaak}/documenten"), &json!({ "soort": "gespreksverslag" }))
        .await
        .json();
    let document = made["id"].as_str().unwrap().to_owned();
    let persoon = app.get(&maria, "/api/v1/ik").await.json()["persoon"].as_str().unwrap().to_owned();
    let path = format!("/yjs/{document}");
    let opening = Opening { path: &path, mens: Some(&kevin), origin: Some("") };
    let socket = app.socket(opening).await.unwrap_or_else(|status| unreachable!("{status}"));
    // It hears what the document is, so its look is in the trail.
    let mut rt = app
        .socket(Opening { path: "/rt", ..opening })
        .await
        .unwrap_or_else(|status| unreachable!("{status}"));
    rt.send(&json!({ "t": "hallo", "tab": NERGENS })).await;
    rt.until("welkom").await;
    for topic in
        [format!("document/{document}"), format!("zaak/{zaak}@wat"), format!("persoon/{persoon}@wat")]
    {
        rt.send(&json!({ "t": "sub", "r": 1, "topic": topic })).await;
        rt.until("ok").await;
    }
    drop(socket);
    let trail = app.trail().await;
    for object in
        [format!("document/{document}"), format!("zaak/{zaak}@wat"), format!("persoon/{persoon}@wat")]
    {
        let line =
            trail.iter().find(|line| line.row.handeling == "topic.volgen" && line.row.object == object);
        let row = &line.unwrap_or_else(|| panic!("no line of {object}")).row;
        assert_eq!(
            row.betrokkenen.iter().map(ToString::to_string).collect::<Vec<_>>(),
            [persoon.as_str()],
            "{object}"
        );
        assert!(row.grond.is_some() && row.doel.is_some(), "{object}: {row:?}");
    }
    app.stop().await;
}
