//! How much work there is: over HTTP and `/rt`, to who distributes it and to nobody else.

use keukentafel_tests::{Mens, Opening, Request, Socket, TestApp};
use serde_json::{Value, json};

const TAB: &str = "019ab000-0000-7000-8000-00000000dead";

async fn rt(app: &TestApp, mens: &Mens) -> Socket {
    let own = Opening { path: "/rt", mens: Some(mens), origin: Some("") };
    let mut rt = app.socket(own).await.unwrap_or_else(|status| unreachable!("{status}"));
    rt.send(&json!({ "t": "hallo", "tab": TAB })).await;
    rt.until("welkom").await;
    rt
}

async fn gemeente(app: &TestApp, mens: &Mens) -> String {
    app.get(mens, "/api/v1/ik").await.json()["gemeente"]["id"].as_str().unwrap().to_owned()
}

/// A zaak of the demonstration that nobody has.
async fn wachtend(app: &TestApp, mens: &Mens, zaaktype: &str) -> String {
    let list = app.get(mens, &format!("/api/v1/zaken?lijst=wachtend&zaaktype={zaaktype}")).await.json();
    list["items"][0]["id"].as_str().unwrap().to_owned()
}

/// Reads dashboards until one is as wanted.
async fn bord(rt: &mut Socket, wanted: impl Fn(&Value) -> bool) -> Value {
    loop {
        let frame = rt.until("latest").await;
        if wanted(&frame["b"]) {
            return frame["b"].clone();
        }
    }
}

fn aantal(bord: &Value, wie: &Mens) -> u64 {
    let rows = bord["medewerkers"].as_array().unwrap();
    rows.iter().find(|row| row["id"] == *wie.id).unwrap()["telling"]["aantal"].as_u64().unwrap()
}

// shows C2-L5, KING-R4a, KING-R4c
#[tokio::test]
async fn the_caseload_is_there_for_who_distributes_and_for_nobody_else() {
    let app = TestApp::start().await;
    let (verdeler, kevin) = (app.login("werkverdeler").await, app.login("kevin").await);
    let manager = app.login("wijkteammanager").await;
    let gemeente = gemeente(&app, &verdeler).await;
    let drill = format!("/api/v1/caseload/medewerkers/{}", kevin.id);
    let topic = format!("caseload/{gemeente}");
    for mens in [&verdeler, &manager] {
        let seen = app.get(mens, "/api/v1/caseload").await.json();
        assert_eq!(seen["totaal"]["aantal"], 6);
        assert_eq!(seen["wachtend"]["aantal"], 2);
        let regisseur = |row: &&Value| row["rol"] == "regisseur";
        assert!(seen["medewerkers"].as_array().unwrap().iter().any(|row| regisseur(&row)));
        let zaken = app.get(mens, &drill).await.json();
        let rows = zaken["items"].as_array().unwrap();
        assert_eq!(rows.len() as u64, aantal(&seen, &kevin));
        assert!(rows.iter().all(|row| row["toegang"] == "dat" && row.get("persoon").is_none()), "{zaken}");
        let mut rt = rt(&app, mens).await;
        rt.send(&json!({ "t": "sub", "r": 1, "topic": topic })).await;
        rt.until("ok").await;
        let live = rt.until("latest").await["b"].clone();
        assert_eq!((&live["totaal"], &live["verloop"]), (&seen["totaal"], &seen["verloop"]));
        // Canaries: who, about what and how urgent is nowhere in it.
        let text = live.to_string() + &zaken.to_string();
        for hidden in ["Verhoef", "Haddad", "Dylan", "wasmachine", "dyslexie", "spoed", "urgentie", "99999"] {
            assert!(!text.contains(hidden), "{hidden}");
        }
    }
    let absent = "/api/v1/caseload/medewerkers/019ab000-0000-7000-8000-00000000dead";
    let nothing = app.get(&verdeler, absent).await;
    assert_eq!(nothing.status, 404);
    for persona in ["peter", "kevin", "emma", "linda", "maria", "bestuur", "privacyfunctionaris"] {
        let mens = app.login(persona).await;
        for path in ["/api/v1/caseload", drill.as_str(), absent] {
            let refused = app.get(&mens, path).await;
            assert_eq!((refused.status, &refused.body), (404, &nothing.body), "{persona} {path}");
        }
        let mut rt = rt(&app, &mens).await;
        for wanted in [topic.as_str(), "caseload/019ab000-0000-7000-8000-00000000dead"] {
            rt.send(&json!({ "t": "sub", "r": 1, "topic": wanted })).await;
            assert_eq!(rt.until("err").await["code"], "niet_gevonden", "{persona} {wanted}");
        }
    }
    let trail = app.trail().await;
    let looks = trail.iter().filter(|line| line.row.handeling == "caseload.lezen");
    assert!(looks.clone().count() >= 9 && looks.filter(|line| line.row.code.is_some()).count() >= 7);
    app.stop().await;
}

// shows C2-L4
#[tokio::test]
async fn the_second_who_assigns_hears_who_was_first_and_nothing_is_overwritten() {
    let app = TestApp::start().await;
    let (verdeler, manager) = (app.login("werkverdeler").await, app.login("wijkteammanager").await);
    let (kevin, emma) = (app.login("kevin").await, app.login("emma").await);
    let zaak = wachtend(&app, &verdeler, "AANVRAAG-JEUGDHULP").await;
    let path = format!("/api/v1/zaken/{zaak}/toewijzen");
    let body = |mens: &Mens| json!({ "behandelaars": [mens.id] });
    let first = Request::post(&path, &body(&kevin)).from(&verdeler).with("if-match", "\"1\"");
    assert_eq!(app.send(first).await.status, 200);
    let second = Request::post(&path, &body(&emma)).from(&manager).with("if-match", "\"1\"");
    let late = app.send(second).await;
    let problem = late.json();
    assert_eq!((late.status, problem["code"].as_str().unwrap()), (409, "opdracht.conflict"));
    assert_eq!(problem["versie"], 2);
    assert_eq!(problem["door"]["naam"], "Wouter Prins");
    assert_eq!((&problem["soort"], &problem["namen"]), (&"ZaakToegewezen".into(), &json!(["Kevin de Wit"])));
    assert!(problem["at"].as_str().unwrap().ends_with('Z'));
    // The same over /rt, and for a worker who takes what is taken.
    let mut rt = rt(&app, &manager).await;
    let id = "019ab000-0000-7000-8000-00000000c0de";
    let b = json!({ "zaak": zaak, "behandelaars": [emma.id] });
    rt.send(&json!({ "t": "cmd", "r": 3, "id": id, "name": "WijsToe", "if_v": 1, "b": b })).await;
    let err = rt.until("err").await;
    assert_eq!((&err["code"], &err["door"]["naam"]), (&"opdracht.conflict".into(), &"Wouter Prins".into()));
    let now = app.get(&verdeler, &format!("/api/v1/zaken/{zaak}")).await.json();
    assert_eq!(now["behandelaars"][0]["naam"], "Kevin de Wit");
    let neem = app.post(&emma, &format!("/api/v1/zaken/{zaak}/neem"), &json!({})).await;
    assert_eq!(neem.status, 404, "of another field of law: not there");
    app.stop().await;
}

// shows C2-L4, C2-L5, N-3
#[tokio::test]
async fn a_worker_takes_a_waiting_zaak_and_every_open_board_shows_it() {
    let app = TestApp::start().await;
    let (verdeler, manager) = (app.login("werkverdeler").await, app.login("wijkteammanager").await);
    let kevin = app.login("kevin").await;
    let topic = format!("caseload/{}", gemeente(&app, &verdeler).await);
    let (mut one, mut other) = (rt(&app, &verdeler).await, rt(&app, &manager).await);
    for socket in [&mut one, &mut other] {
        socket.send(&json!({ "t": "sub", "r": 1, "topic": topic })).await;
        let begin = bord(socket, |_| true).await;
        assert_eq!(aantal(&begin, &kevin), 2);
    }
    let zaak = wachtend(&app, &kevin, "AANVRAAG-JEUGDHULP").await;
    let taken = app.post(&kevin, &format!("/api/v1/zaken/{zaak}/neem"), &json!({})).await;
    assert_eq!(taken.status, 200, "{}", taken.body);
    let positie = taken.json()["positie"].as_u64().unwrap();
    for socket in [&mut one, &mut other] {
        let after = bord(socket, |bord| bord["positie"].as_u64().unwrap() >= positie).await;
        assert_eq!((aantal(&after, &kevin), &after["wachtend"]["aantal"]), (3, &1.into()));
    }
    app.stop().await;
}

// shows C2-L5
#[tokio::test]
async fn absence_is_reported_over_http_and_a_moved_clock_makes_zaken_late() {
    let app = TestApp::start().await;
    let (verdeler, kevin) = (app.login("werkverdeler").await, app.login("kevin").await);
    let maria = app.login("maria").await;
    let topic = format!("caseload/{}", gemeente(&app, &verdeler).await);
    let dag = app.get(&verdeler, "/api/v1/caseload").await.json()["dag"].clone();
    let path = format!("/api/v1/medewerkers/{}/afwezig", kevin.id);
    let body = json!({ "vanaf": dag });
    assert_eq!(app.post(&maria, &path, &body).await.status, 404);
    assert_eq!(app.post(&app.login("peter").await, &path, &body).await.status, 403);
    let wrong = app.post(&verdeler, &path, &json!({ "vanaf": "2026-02-30" })).await;
    assert_eq!((wrong.status, &wrong.json()["velden"][0]["veld"]), (422, &"vanaf".into()));
    let mut rt = rt(&app, &verdeler).await;
    rt.send(&json!({ "t": "sub", "r": 1, "topic": topic })).await;
    rt.until("latest").await;
    assert_eq!(app.post(&verdeler, &path, &body).await.status, 200);
    let away = |bord: &Value| {
        let rows = bord["medewerkers"].as_array().unwrap();
        rows.iter().find(|row| row["id"] == *kevin.id).unwrap()["afwezig"]["nu"].as_bool()
    };
    bord(&mut rt, |bord| away(bord) == Some(true)).await;
    let terug = format!("/api/v1/medewerkers/{}/terug", kevin.id);
    assert_eq!(app.post(&kevin, &terug, &json!({})).await.status, 200);
    bord(&mut rt, |bord| away(bord).is_none()).await;
    // Every term is over within a hundred days: nothing is recorded, and all is late.
    assert_eq!(app.post(&verdeler, "/demo/klok", &json!({ "vooruit": "P100D" })).await.status, 200);
    let late = bord(&mut rt, |bord| bord["totaal"]["te_laat"] == 6).await;
    assert_ne!(late["dag"], dag);
    app.stop().await;
}
