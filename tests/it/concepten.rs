//! `/api/v1/concepten`: what one typed and did not hand in.

use keukentafel::store::{StreamId, StreamKind};
use keukentafel_tests::{Answer, Mens, Request, TestApp};
use serde_json::{Value, json};

const MELDING: &str = "/api/v1/concepten/melding";

async fn put(app: &TestApp, mens: &Mens, body: &Value, versie: Option<&str>) -> Answer {
    let request = Request::put(MELDING, body).from(mens);
    app.send(match versie {
        Some(etag) => request.with("if-match", etag),
        None => request,
    })
    .await
}

async fn grietje(app: &TestApp, linda: &Mens) -> String {
    let body = json!({ "voornamen": "Grietje", "achternaam": "Concept", "geboortedatum": "1951-02-03" });
    app.post(linda, "/api/v1/personen", &body).await.json()["id"].as_str().unwrap().to_owned()
}

// shows C2-L2
#[tokio::test]
async fn it_is_kept_changed_read_back_and_handed_in() {
    let app = TestApp::start().await;
    let linda = app.login("linda").await;
    let persoon = grietje(&app, &linda).await;
    assert_eq!(app.get(&linda, MELDING).await.json(), json!({ "concept": null }));
    let body = json!({ "personen": [persoon], "velden": { "melding.onderwerp": "De trap" } });
    let kept = put(&app, &linda, &body, None).await;
    assert_eq!(kept.status, 200, "{}", kept.body);
    let first = kept.header("etag").unwrap().to_owned();
    assert_eq!(first, format!("\"{}\"", kept.json()["versie"]));
    // Blind, or on top of what was not there: somebody is asked.
    let other = json!({ "personen": [persoon], "velden": { "melding.onderwerp": "Het bad" } });
    for odd in [None, Some("\"7\"")] {
        let conflict = put(&app, &linda, &other, odd).await;
        assert_eq!((conflict.status, conflict.code().as_str()), (409, "opdracht.conflict"));
        assert_eq!(conflict.json()["versie"], kept.json()["versie"]);
    }
    let more = json!({ "personen": [persoon], "velden": { "melding.onderwerp": "De trap en het bad" } });
    let kept = put(&app, &linda, &more, Some(&first)).await;
    assert_eq!(kept.status, 200, "{}", kept.body);
    let read = app.get(&linda, MELDING).await;
    assert_eq!(read.header("etag"), kept.header("etag"));
    assert_eq!(read.header("cache-control"), Some("no-store"));
    let read = read.json()["concept"].clone();
    assert_eq!(read["velden"], more["velden"]);
    assert_eq!(read["personen"][0]["naam"], "Grietje Concept");
    // On another browser of hers too, and of nobody else's.
    let elders = app.login("linda").await;
    assert_eq!(app.get(&elders, MELDING).await.json()["concept"], read);
    assert_eq!(app.get(&app.login("kevin").await, MELDING).await.json(), json!({ "concept": null }));
    let melding = json!({
        "persoon": persoon, "zaaktype": "MELDING-WMO", "onderwerp": "De trap", "kanaal": "balie",
        "concept": read["versie"]
    });
    assert_eq!(app.post(&elders, "/api/v1/meldingen", &melding).await.status, 201);
    assert_eq!(app.get(&linda, MELDING).await.json(), json!({ "concept": null }));
    app.stop().await;
}

// shows C2-L2, I14
#[tokio::test]
async fn it_is_behind_the_same_doors_as_everything() {
    let app = TestApp::start().await;
    let linda = app.login("linda").await;
    let body = json!({ "velden": { "melding.onderwerp": "De trap" } });
    let kept = put(&app, &linda, &body, None).await;
    let etag = kept.header("etag").unwrap().to_owned();
    // Nobody, a page of somebody else's, and who may not hand it in.
    for request in [Request::get(MELDING), Request::put(MELDING, &body), Request::delete(MELDING)] {
        assert_eq!(app.send(request).await.code(), "sessie.geen");
    }
    for request in [
        Request::put(MELDING, &body).from(&linda).without("x-keukentafel"),
        Request::delete(MELDING).from(&linda).without("x-keukentafel"),
        Request::put(MELDING, &body).from(&linda).with("origin", "https://elders.nl"),
    ] {
        assert_eq!(app.send(request).await.code(), "herkomst");
    }
    for persona in ["samira", "bestuur"] {
        let other = app.login(persona).await;
        for request in [Request::get(MELDING), Request::put(MELDING, &body), Request::delete(MELDING)] {
            assert_eq!(app.send(request.from(&other)).await.code(), "niet_bevoegd", "{persona}");
        }
    }
    // A form that there is not is as an address that there is not; and so is one of a zaak that one may not know of.
    let absent = app.get(&linda, "/api/v1/onzin").await;
    let zaak = "019ab000-0000-7000-8000-00000000000a";
    for path in [
        "/api/v1/concepten/wachtwoord".to_owned(),
        format!("/api/v1/concepten/besluit?onderwerp={zaak}"),
        "/api/v1/concepten/besluit".to_owned(),
        format!("{MELDING}?onderwerp={zaak}"),
    ] {
        let answer = app.get(&linda, &path).await;
        assert_eq!((answer.status, answer.body), (404, absent.body.clone()), "{path}");
    }
    assert_eq!(app.send(Request::delete(MELDING).from(&linda)).await.code(), "invoer.versie");
    let gone = Request::delete(MELDING).from(&linda).with("if-match", &etag);
    assert_eq!(app.send(gone.clone()).await.status, 204);
    assert_eq!(app.send(gone).await.status, 204, "gone already");
    app.stop().await;
}

// shows C2-L2, G32
#[tokio::test]
async fn who_is_erased_takes_along_what_is_about_them() {
    let app = TestApp::start().await;
    let linda = app.login("linda").await;
    let persoon = grietje(&app, &linda).await;
    let body = json!({ "personen": [persoon], "velden": { "melding.onderwerp": "De trap" } });
    assert_eq!(put(&app, &linda, &body, None).await.status, 200);
    let trail = app.trail().await.last().unwrap().row.clone();
    let stream = StreamId { kind: StreamKind::Persoon, id: persoon.parse().unwrap() };
    app.journal().erase_stream(app.gemeente(), stream, trail).await.unwrap();
    assert_eq!(app.get(&linda, MELDING).await.json(), json!({ "concept": null }));
    assert_eq!(app.journal().verify().await.unwrap().bad, []);
    app.stop().await;
}
