//! Two nodes at one database: what is done at one holds at the other.

use keukentafel::clock::{Clock, SystemClock};
use keukentafel_tests::{Answer, Mens, Node, Opening, Request, Socket, TestApp, twee_nodes};
use serde_json::{Value, json};

async fn rt(app: &TestApp, mens: &Mens) -> Socket {
    let opening = Opening { path: "/rt", mens: Some(mens), origin: Some("") };
    let mut rt = app.socket(opening).await.unwrap_or_else(|status| unreachable!("{status}"));
    rt.send(&json!({ "t": "hallo", "tab": "019ab000-0000-7000-8000-00000000beef" })).await;
    rt.until("welkom").await;
    rt
}

fn cookie(answer: &Answer) -> String {
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.header("set-cookie").unwrap().split(';').next().unwrap().to_owned()
}

async fn is_in(app: &TestApp, mens: &Mens) -> bool {
    app.get(mens, "/api/v1/ik").await.status == 200
}

// shows G08, G27, G37
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_is_of_all_nodes_and_ends_on_all_of_them() {
    let Some([een, twee]) = twee_nodes().await else { return };
    let kevin = een.app.login("kevin").await;
    assert!(is_in(&twee.app, &kevin).await, "at once");
    // A fresh proof on one node: another secret, and the sockets on the other come back with it.
    let open = rt(&twee.app, &kevin).await;
    let fresh = cookie(&een.app.post(&kevin, "/demo/stap-op", &json!({})).await);
    assert_eq!(open.closed().await, 4501);
    let kevin_nu = Mens { cookie: fresh, ..kevin.clone() };
    assert!(is_in(&twee.app, &kevin_nu).await && !is_in(&twee.app, &kevin).await);
    let ik = twee.app.get(&kevin_nu, "/api/v1/ik").await.json();
    assert!(ik["sessie"]["opgestapt_tot"].is_string(), "{ik}");
    // Out on one node, with the sockets of the other.
    let (open, other) = (rt(&twee.app, &kevin_nu).await, twee.app.login("kevin").await);
    assert_eq!(een.app.post(&kevin_nu, "/api/v1/uitloggen", &json!({})).await.status, 204);
    assert_eq!(open.closed().await, 4401);
    assert!(!is_in(&twee.app, &kevin_nu).await && is_in(&een.app, &other).await);
    // Everywhere else, from one.
    let (here, open) = (een.app.login("kevin").await, rt(&twee.app, &other).await);
    assert_eq!(een.app.post(&here, "/api/v1/sessies/beeindig-andere", &json!({})).await.status, 204);
    assert_eq!(open.closed().await, 4401);
    let list = twee.app.get(&here, "/api/v1/sessies").await.json();
    assert_eq!(list["items"].as_array().unwrap().len(), 1, "{list}");
    // A node that is killed takes no session along.
    een.kill();
    assert!(is_in(&twee.app, &here).await && !is_in(&twee.app, &other).await);
    twee.stop();
}

// shows C1-K2
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_somebody_did_at_one_node_is_shown_by_the_other() {
    let Some([een, twee]) = twee_nodes().await else { return };
    let kevin = een.app.login("kevin").await;
    let zaak = een.app.gedeelde_zaak(&kevin).await;
    let path = format!("/api/v1/zaken/{zaak}");
    twee.app.get(&kevin, &path).await;
    let answer = taak(&een.app, &kevin, &path, "Bellen").await;
    let on = |place: &str| Request::get(&path).from(&kevin).with("x-keukentafel-positie", place);
    let shown = twee.app.send(on(&answer["positie"].to_string())).await;
    assert_eq!(shown.json()["versie"], answer["versie"], "{}", shown.body);
    // What is no place is refused, and one that is not there yet holds nobody up for good.
    assert_eq!(twee.app.send(on("morgen")).await.code(), "invoer.versie");
    assert_eq!(twee.app.send(on("9007199254740991")).await.status, 200);
    // And on the line.
    let mut open = rt(&twee.app, &kevin).await;
    let answer = taak(&een.app, &kevin, &path, "Mailen").await;
    let sub =
        json!({ "t": "sub", "r": 1, "topic": format!("zaak/{zaak}@wat"), "positie": answer["positie"] });
    open.send(&sub).await;
    let snap = open.until("snap").await;
    assert!(snap["b"].to_string().contains("Mailen"), "{snap}");
    stop(een, twee);
}

/// Sets a taak down for Kevin; what the command answered.
async fn taak(app: &TestApp, kevin: &Mens, path: &str, omschrijving: &str) -> Value {
    let day = SystemClock::default().now().plus_micros(24 * 60 * 60 * 1_000_000).day().to_string();
    let taak = json!({ "omschrijving": omschrijving, "eigenaar": kevin.id, "dag": day });
    let done = app.post(kevin, &format!("{path}/taken"), &taak).await;
    assert!(matches!(done.status, 200 | 201), "{}", done.body);
    done.json()
}

fn stop(een: Node, twee: Node) {
    een.stop();
    twee.stop();
}
