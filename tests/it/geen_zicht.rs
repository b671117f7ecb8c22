//! The server cannot read the feed: it does not know any more who lost which right, and shows nothing until it does.

use keukentafel_tests::{Mens, Opening, Socket, TestApp};
use serde_json::json;

const CODE: &str = "server.geen_zicht";

async fn rt(app: &TestApp, mens: &Mens) -> Socket {
    let opening = Opening { path: "/rt", mens: Some(mens), origin: Some("") };
    let mut rt = app.socket(opening).await.unwrap_or_else(|status| unreachable!("{status}"));
    rt.send(&json!({ "t": "hallo", "tab": "019ab000-0000-7000-8000-00000000beef" })).await;
    rt.until("welkom").await;
    rt
}

// shows G27, N-12
#[tokio::test]
async fn what_rights_guard_stops_when_the_feed_cannot_be_read_and_comes_back_by_itself() {
    let app = TestApp::start().await;
    let kevin = app.login("kevin").await;
    let zaak = app.gedeelde_zaak(&kevin).await;
    let body = json!({ "soort": "gespreksverslag" });
    let made = app.post(&kevin, &format!("/api/v1/zaken/{zaak}/documenten"), &body).await;
    let document = made.json()["id"].as_str().unwrap().to_owned();
    let yjs = format!("/yjs/{document}");
    let stock = Opening { path: &yjs, mens: Some(&kevin), origin: Some("") };
    let (mut open, writer) = (rt(&app, &kevin).await, app.socket(stock).await.ok().unwrap());
    let sub = json!({ "t": "sub", "r": 1, "topic": format!("zaak/{zaak}@wat") });
    open.send(&sub).await;
    open.until("snap").await;

    let lag = ["keukentafel_feed_read_age_seconds", "keukentafel_feed_behind_seconds"];
    assert_eq!(app.figuur(lag[1]).await, Some(0.0), "at its last look it was at the end");
    assert!(app.figuur("keukentafel_feed_position").await.unwrap() > 0.0);

    app.breek_feed().await;
    app.ziet(false).await;
    for figure in lag {
        // As long as it takes to be blind.
        assert!(app.figuur(figure).await.unwrap() >= 4.5, "{figure}");
    }
    assert_eq!((open.closed().await, writer.closed().await), (4503, 4503), "every open page is let go");
    let paths = [
        format!("/api/v1/zaken/{zaak}"),
        "/api/v1/zaken?lijst=mijn".to_owned(),
        format!("/api/v1/documenten/{document}/tekst"),
        "/api/v1/medewerkers".to_owned(),
        "/api/v1/werkvoorraad/nieuw".to_owned(),
        "/api/v1/plannen".to_owned(),
    ];
    for path in &paths {
        let refused = app.get(&kevin, path).await;
        assert_eq!((refused.status, refused.code().as_str()), (503, CODE), "{path}: {}", refused.body);
        assert_eq!(refused.header("content-type"), Some("application/problem+json"), "{path}");
        assert!(refused.header("retry-after").is_some(), "{path}");
        assert!(!refused.body.contains("Verhoef"), "{path}");
    }
    let act = app.post(&kevin, &format!("/api/v1/zaken/{zaak}/in-behandeling"), &json!({})).await;
    assert_eq!((act.status, act.code().as_str()), (503, CODE));
    assert_eq!(app.get(&kevin, "/readyz").await.status, 503);
    // Whoever comes back hears why, keeps the line, and is told nothing.
    let mut back = rt(&app, &kevin).await;
    back.send(&sub).await;
    assert_eq!(back.next().await["code"], CODE);
    let again = app.socket(stock).await.ok().unwrap();
    assert_eq!(again.closed().await, 4503);
    // Who one is and to leave ask for nobody's rights.
    assert_eq!(app.get(&kevin, "/api/v1/ik").await.status, 200);
    let trail = app.trail().await;
    let told = |line: &&keukentafel::store::AuditLine| line.row.code.as_deref() == Some(CODE);
    assert!(trail.iter().filter(told).count() > paths.len(), "each refused look is in the trail");

    app.herstel_feed().await;
    app.ziet(true).await;
    back.send(&sub).await;
    back.until("snap").await;
    assert_eq!(app.get(&kevin, &paths[0]).await.status, 200);
    assert_eq!(app.get(&kevin, "/readyz").await.status, 200);
    assert!(app.figuur(lag[0]).await.unwrap() < 4.5);
    assert_eq!(app.figuur(lag[1]).await, Some(0.0));
    app.stop().await;
}
