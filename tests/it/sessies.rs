//! Sessions of one person: a role that is chosen, a fresh proof, and where one is logged in. With a provider beside it: `make proof-identity`.

use keukentafel::clock::{Clock, SystemClock};
use keukentafel_tests::{Answer, Mens, Opening, Request, TestApp};
use serde_json::{Value, json};

/// Logged in, maybe without a role yet.
async fn binnen(app: &TestApp, persona: &str) -> Mens {
    let answer = app.send(Request::post("/demo/login", &json!({ "persona": persona }))).await;
    Mens { cookie: cookie(&answer), id: String::new() }
}

fn cookie(answer: &Answer) -> String {
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.header("set-cookie").unwrap().split(';').next().unwrap().to_owned()
}

async fn kies(app: &TestApp, mens: &Mens, rol: &str) -> Answer {
    app.post(mens, "/api/v1/sessie/rol", &json!({ "rol": rol })).await
}

// shows G36, G37
#[tokio::test]
async fn who_has_two_roles_is_nobody_until_one_is_chosen_and_then_that() {
    let app = TestApp::start().await;
    let half = binnen(&app, "noor").await;
    for path in ["/api/v1/ik", "/api/v1/zaken", "/api/v1/sessies"] {
        let answer = app.get(&half, path).await;
        assert_eq!((answer.status, answer.code().as_str()), (403, "sessie.rol_kiezen"), "{path}");
        assert_eq!(answer.json()["ga_naar"], "/rol");
    }
    let opening = Opening { path: "/rt", mens: Some(&half), origin: Some("") };
    assert_eq!(app.socket(opening).await.err(), Some(403));
    let keuze = app.get(&half, "/api/v1/sessie/rol").await.json();
    assert_eq!(keuze["nu"], Value::Null);
    let rollen: Vec<_> = keuze["items"].as_array().unwrap().iter().map(|item| item["rol"].clone()).collect();
    assert_eq!(rollen, ["frontoffice", "kcc"]);
    assert_eq!(kies(&app, &half, "regisseur").await.code(), "sessie.rol_onbekend");

    let chosen = Mens { cookie: cookie(&kies(&app, &half, "frontoffice").await), id: String::new() };
    assert_eq!(app.get(&chosen, "/api/v1/ik").await.json()["rol"], "frontoffice");
    assert_eq!(app.get(&half, "/api/v1/ik").await.status, 401, "the secret of before opens nothing");
    let trail = app.trail().await;
    let rows = |handeling: &str| trail.iter().filter(|line| line.row.handeling == handeling).count();
    assert_eq!(rows("sessie.rol"), 1);
    app.stop().await;
}

// shows G37
#[tokio::test]
async fn another_role_asks_for_a_fresh_proof_and_open_sockets_come_back_with_it() {
    let app = TestApp::start().await;
    let half = binnen(&app, "noor").await;
    let first = Mens { cookie: cookie(&kies(&app, &half, "frontoffice").await), id: String::new() };
    let opening = Opening { path: "/rt", mens: Some(&first), origin: Some("") };
    let mut rt = app.socket(opening).await.unwrap_or_else(|status| unreachable!("{status}"));
    rt.send(&json!({ "t": "hallo", "tab": "019ab000-0000-7000-8000-00000000beef" })).await;
    rt.until("welkom").await;

    let refused = kies(&app, &first, "kcc").await;
    assert_eq!((refused.status, refused.code().as_str()), (403, "sessie.stap_op"));
    assert_eq!(refused.json()["ga_naar"], "/stap-op");
    let fresh = app.post(&first, "/demo/stap-op", &json!({})).await;
    let fresh = Mens { cookie: cookie(&fresh), id: String::new() };
    assert_eq!(rt.closed().await, 4501);
    assert!(app.get(&fresh, "/api/v1/ik").await.json()["sessie"]["opgestapt_tot"].is_string());
    let other = Mens { cookie: cookie(&kies(&app, &fresh, "kcc").await), id: String::new() };
    assert_eq!(app.get(&other, "/api/v1/ik").await.json()["rol"], "kcc");
    app.stop().await;
}

// shows G37, KING-R4d
#[tokio::test]
async fn what_changes_who_may_see_what_asks_for_a_fresh_proof_at_both_doors() {
    let app = TestApp::start().await;
    let (mut kevin, vera) = (app.login("kevin").await, app.login("vervanger").await);
    let now = SystemClock::default().now();
    let vervanging = |over: i64| {
        let day = now.plus_micros(over * 24 * 60 * 60 * 1_000_000).day().to_string();
        json!({ "vervanger": vera.id, "vanaf": day, "tot_en_met": day, "reden": "Verlof" })
    };
    let first = vervanging(1);
    let path = format!("/api/v1/medewerkers/{}/vervanger", kevin.id);
    let named = async |mens: &Mens| {
        let found = app.get(mens, &format!("/api/v1/medewerkers/{}/vervangers", mens.id)).await.json();
        found["items"].as_array().unwrap().len()
    };
    let key = "019ab000-0000-7000-8000-0000000000f1";
    let ask = || Request::post(&path, &first).with("idempotency-key", key);
    let refused = app.send(ask().from(&kevin)).await;
    assert_eq!((refused.status, refused.code().as_str()), (403, "sessie.stap_op"));
    let body = json!({ "medewerker": kevin.id, "vervanging": first });
    let refused = rt_opdracht(&app, &kevin, "WijsVervangerAan", &body).await;
    assert_eq!((&refused["t"], &refused["code"]), (&json!("err"), &json!("sessie.stap_op")));
    assert_eq!(named(&kevin).await, 0, "nothing was done");
    let tried = app.trail().await;
    let tried = tried.iter().filter(|line| line.row.handeling == "WijsVervangerAan");
    let codes: Vec<_> = tried.map(|line| line.row.code.clone()).collect();
    assert_eq!(
        codes,
        [Some("sessie.stap_op".to_owned()), Some("sessie.stap_op".to_owned())],
        "both in the trail"
    );

    kevin.cookie = cookie(&app.post(&kevin, "/demo/stap-op", &json!({})).await);
    // Under the same key as before: what was refused took no key.
    assert_eq!(app.send(ask().from(&kevin)).await.status, 200);
    assert_eq!(app.send(ask().from(&kevin)).await.status, 200);
    assert_eq!(named(&kevin).await, 1, "and once");
    let other = json!({ "medewerker": kevin.id, "vervanging": vervanging(3) });
    assert_eq!(rt_opdracht(&app, &kevin, "WijsVervangerAan", &other).await["t"], "done");
    app.stop().await;
}

async fn rt_opdracht(app: &TestApp, mens: &Mens, name: &str, b: &Value) -> Value {
    let opening = Opening { path: "/rt", mens: Some(mens), origin: Some("") };
    let mut rt = app.socket(opening).await.unwrap_or_else(|status| unreachable!("{status}"));
    rt.send(&json!({ "t": "hallo", "tab": "019ab000-0000-7000-8000-00000000beef" })).await;
    rt.until("welkom").await;
    // What is refused takes no key either.
    let id = "019ab000-0000-7000-8000-0000000000f2";
    rt.send(&json!({ "t": "cmd", "r": 1, "id": id, "name": name, "b": b })).await;
    loop {
        let frame = rt.next().await;
        if frame["r"] == 1 {
            return frame;
        }
    }
}

// shows G37
#[tokio::test]
async fn somebody_sees_and_ends_their_own_sessions_and_nobody_elses() {
    let app = TestApp::start().await;
    let (desk, phone, emma) = (app.login("kevin").await, app.login("kevin").await, app.login("emma").await);
    let list = app.get(&desk, "/api/v1/sessies").await.json();
    let items = list["items"].as_array().unwrap();
    assert!(items.len() >= 2, "{list}");
    assert_eq!(items.iter().filter(|item| item["deze"] == true).count(), 1);
    let hers = app.get(&emma, "/api/v1/sessies").await.json();
    let hers = format!("/api/v1/sessies/{}/beeindigen", hers["items"][0]["id"].as_str().unwrap());
    assert_eq!(app.post(&desk, &hers, &json!({})).await.status, 404);
    assert_eq!(app.get(&emma, "/api/v1/ik").await.status, 200);

    let opening = Opening { path: "/rt", mens: Some(&phone), origin: Some("") };
    let rt = app.socket(opening).await.unwrap_or_else(|status| unreachable!("{status}"));
    assert_eq!(app.post(&desk, "/api/v1/sessies/beeindig-andere", &json!({})).await.status, 204);
    assert_eq!(rt.closed().await, 4401);
    assert_eq!(app.get(&phone, "/api/v1/ik").await.status, 401);
    let left = app.get(&desk, "/api/v1/sessies").await.json();
    let own = left["items"][0]["id"].as_str().unwrap();
    assert_eq!(left["items"].as_array().unwrap().len(), 1);
    let last = app.post(&desk, &format!("/api/v1/sessies/{own}/beeindigen"), &json!({})).await;
    assert!(last.status == 204 && last.header("set-cookie").unwrap().contains("Max-Age=0"), "{last:?}");
    assert_eq!(app.get(&desk, "/api/v1/ik").await.status, 401);
    app.stop().await;
}

// shows G37
#[tokio::test]
async fn without_a_provider_there_is_one_door_and_no_way_around_it() {
    let app = TestApp::start().await;
    let doors = app.send(Request::get("/api/v1/inloggen")).await.json();
    assert_eq!(doors, json!({ "demo": true, "medewerker": false, "inwoner": false }));
    // The page of the client, or that it was not built: no redirect to anywhere.
    for path in ["/inloggen/medewerker", "/inloggen/inwoner/terug?code=x&state=y", "/inloggen/stap-op"] {
        let answer = app.send(Request::get(path)).await;
        assert!(answer.header("location").is_none() && answer.header("set-cookie").is_none(), "{path}");
    }
    app.stop().await;
}
