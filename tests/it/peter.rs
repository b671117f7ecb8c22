//! Peter has no part in what Kevin and Emma write: refused on every way in alike, and he knows that it runs.

use keukentafel_tests::{Opening, TestApp};
use serde_json::json;

// shows C2-N7, C2-R3, C2-R4, KING-R6d, G23, G24
#[tokio::test]
async fn peter_is_refused_over_http_rt_and_yjs_alike_and_sees_dat() {
    let app = TestApp::start().await;
    let (kevin, peter) = (app.login("kevin").await, app.login("peter").await);
    let zaak = app.gedeelde_zaak(&kevin).await;
    let made = app
        .post(&kevin, &format!("/api/v1/zaken/{zaak}/documenten"), &json!({ "soort": "gespreksverslag" }))
        .await;
    assert_eq!(made.status, 201, "{}", made.body);
    let (document, gesprek) =
        (made.json()["id"].as_str().unwrap().to_owned(), made.json()["gesprek"].clone());
    let gesprek = gesprek.as_str().unwrap();

    // HTTP: the same answer as for what is not there.
    let absent = "019ab000-0000-7000-8000-00000000dead";
    for (path, nowhere) in [
        (format!("/api/v1/documenten/{document}"), format!("/api/v1/documenten/{absent}")),
        (format!("/api/v1/documenten/{document}/tekst"), format!("/api/v1/documenten/{absent}/tekst")),
        (format!("/api/v1/gesprekken/{gesprek}"), format!("/api/v1/gesprekken/{absent}")),
    ] {
        let (refused, none) = (app.get(&peter, &path).await, app.get(&peter, &nowhere).await);
        assert_eq!((refused.status, &refused.body), (404, &none.body), "{path}");
        assert_eq!(app.get(&kevin, &path).await.status, 200, "{path} is there for Kevin");
    }
    let dat = app.get(&peter, &format!("/api/v1/zaken/{zaak}")).await.json();
    assert_eq!(dat["toegang"], "dat");
    assert!(dat.get("onderwerp").is_none() && dat.get("persoon").is_none(), "{dat}");

    // /rt: wat and document are not there, dat is.
    let own = Opening { path: "/rt", mens: Some(&peter), origin: Some("") };
    let mut rt = app.socket(own).await.unwrap_or_else(|status| unreachable!("{status}"));
    rt.send(&json!({ "t": "hallo", "tab": absent })).await;
    rt.until("welkom").await;
    for topic in [
        format!("zaak/{zaak}@wat"),
        format!("zaak/{zaak}@rij"),
        format!("zaak/{zaak}@tafel"),
        format!("document/{document}"),
        format!("gesprek/{gesprek}@wat"),
        format!("document/{absent}"),
    ] {
        rt.send(&json!({ "t": "sub", "r": 1, "topic": topic })).await;
        assert_eq!(rt.until("err").await["code"], "niet_gevonden", "{topic}");
    }
    rt.send(&json!({ "t": "sub", "r": 2, "topic": format!("zaak/{zaak}@dat") })).await;
    rt.until("ok").await;
    let line = rt.until("snap").await;
    assert_eq!(line["b"]["toegang"], "dat");
    assert!(line["b"].get("persoon").is_none(), "{line}");

    // /yjs: opens and closes for good, the same for what is not there.
    for id in [document.as_str(), absent] {
        let path = format!("/yjs/{id}");
        let socket = app
            .socket(Opening { path: &path, ..own })
            .await
            .unwrap_or_else(|status| unreachable!("{status}"));
        assert_eq!(socket.closed().await, 4403, "{path}");
    }
    let refused = app.trail().await.into_iter().filter(|line| {
        line.row.wie.is_some_and(|who| who.0.to_string() == peter.id) && line.row.code.is_some()
    });
    assert!(refused.count() >= 14, "each refusal is in the trail");
    app.stop().await;
}

// shows G36
#[tokio::test]
async fn no_socket_opens_from_elsewhere_or_without_a_session() {
    let app = TestApp::start().await;
    let kevin = app.login("kevin").await;
    for path in ["/rt", "/yjs/019ab000-0000-7000-8000-00000000dead"] {
        let from = |origin| Opening { path, mens: Some(&kevin), origin };
        for origin in [None, Some("null"), Some("http://127.0.0.1.evil.nl"), Some("http://127.0.0.1:1")] {
            assert_eq!(app.socket(from(origin)).await.err(), Some(403), "{path} from {origin:?}");
        }
        let nobody = Opening { path, mens: None, origin: Some("") };
        assert_eq!(app.socket(nobody).await.err(), Some(401), "{path}");
    }
    app.stop().await;
}
