//! A besluit and a look back over real sockets: who is refused, with which answer, and that what is hidden is not there.

use keukentafel_tests::{Mens, TestApp};
use serde_json::{Value, json};

const ABSENT: &str = "019ab000-0000-7000-8000-00000000dead";

/// A zaak on which Peter works.
async fn bijstand(app: &TestApp, linda: &Mens, peter: &Mens) -> String {
    zaak_van(app, linda, peter, "AANVRAAG-BIJZONDERE-BIJSTAND").await
}

/// A zaak of this type on which somebody works.
async fn zaak_van(app: &TestApp, linda: &Mens, peter: &Mens, zaaktype: &str) -> String {
    let typed = json!({ "voornamen": "Grietje", "achternaam": "Proef", "geboortedatum": "1951-02-03" });
    let persoon = app.post(linda, "/api/v1/personen", &typed).await.json()["id"].clone();
    let melding = json!({ "persoon": persoon, "zaaktype": zaaktype, "onderwerp": "Bril",
        "kanaal": "balie", "urgentie": "gewoon" });
    let zaak = app.post(linda, "/api/v1/meldingen", &melding).await.json()["id"].as_str().unwrap().to_owned();
    let assign = json!({ "behandelaars": [peter.id] });
    assert_eq!(app.post(linda, &format!("/api/v1/zaken/{zaak}/toewijzen"), &assign).await.status, 200);
    let begin = app.post(peter, &format!("/api/v1/zaken/{zaak}/in-behandeling"), &json!({})).await;
    assert_eq!(begin.status, 200, "{}", begin.body);
    zaak
}

fn besluit(motivering: &str) -> Value {
    json!({ "soort": "toekennen", "motivering": motivering,
        "regels": [{ "omschrijving": "Bril", "bedrag_cents": 15_000 }] })
}

// shows C1-P7, C2-K8, N-13, G20, G24
#[tokio::test]
async fn a_besluit_goes_from_peter_by_theo_and_to_nobody_else() {
    let app = TestApp::start().await;
    let (linda, peter, theo) =
        (app.login("linda").await, app.login("peter").await, app.login("toetser").await);
    let zaak = bijstand(&app, &linda, &peter).await;
    let at = |tail: &str| format!("/api/v1/zaken/{zaak}/besluit{tail}");
    let made = app.post(&peter, &at(""), &besluit("Geheime reden")).await;
    assert_eq!(made.status, 200, "{}", made.body);
    let shown = app.get(&theo, &at("")).await;
    assert_eq!(shown.status, 200, "{}", shown.body);
    let hash = shown.json()["besluit"]["hash"].clone();
    let own = app.post(&peter, &at("/accorderen"), &json!({ "hash": hash })).await;
    assert_eq!((own.status, own.code()), (403, "besluit.eigen_werk".to_owned()));
    for persona in ["samira", "maria", "kevin", "emma", "werkverdeler", "vervanger", "backoffice", "bestuur"]
    {
        let mens = app.login(persona).await;
        let (seen, none) =
            (app.get(&mens, &at("")).await, app.get(&mens, &format!("/api/v1/zaken/{ABSENT}/besluit")).await);
        assert_eq!((seen.status, &seen.body), (404, &none.body), "{persona}");
        let tried = app.post(&mens, &at("/accorderen"), &json!({ "hash": hash })).await;
        assert!(matches!(tried.status, 403 | 404), "{persona}: {}", tried.body);
        let page = app.get(&mens, &format!("/api/v1/zaken/{zaak}")).await;
        assert!(!page.body.contains("Geheime reden"), "{persona}");
    }
    let silent = app.post(&theo, &at("/afwijzen"), &json!({ "hash": hash, "reden": "" })).await;
    assert_eq!(silent.status, 422);
    assert_eq!(app.post(&theo, &at("/accorderen"), &json!({ "hash": hash })).await.status, 200);
    let change = json!({ "hash": hash, "besluit": besluit("Toch anders") });
    assert_eq!(app.post(&peter, &at("/wijzigen"), &change).await.status, 200);
    let void = app.post(&theo, &at("/accorderen"), &json!({ "hash": hash })).await;
    assert_eq!((void.status, void.code()), (409, "besluit.andere_versie".to_owned()));
    let next = app.get(&theo, &at("")).await.json()["besluit"]["hash"].clone();
    let early = app.post(&peter, &at("/nemen"), &json!({ "hash": next })).await;
    assert_eq!((early.status, early.code()), (409, "besluit.zonder_akkoord".to_owned()));
    assert_eq!(app.post(&theo, &at("/accorderen"), &json!({ "hash": next })).await.status, 200);
    assert_eq!(app.post(&peter, &at("/nemen"), &json!({ "hash": next })).await.status, 200);
    let late = app.post(&peter, &at("/wijzigen"), &json!({ "hash": next, "besluit": besluit("x") })).await;
    assert_eq!((late.status, late.code()), (409, "besluit.staat_vast".to_owned()));
    let refused = app.trail().await.into_iter().filter(|line| {
        line.row.handeling == "Accordeer" && line.row.code.as_deref() == Some("besluit.eigen_werk")
    });
    assert_eq!(refused.count(), 1, "his own try stands in the trail");
    app.stop().await;
}

// shows C2-N11, C2-E8
#[tokio::test]
async fn whether_a_colleague_must_agree_is_said_as_it_is_done() {
    let app = TestApp::start().await;
    let (linda, peter, emma) = (app.login("linda").await, app.login("peter").await, app.login("emma").await);
    let afgewezen = json!({ "soort": "afwijzen", "motivering": "Dit kan zonder ons", "regels": [] });
    let wmo = "MELDING-WMO";
    let zaken = [
        (zaak_van(&app, &linda, &peter, "AANVRAAG-BIJZONDERE-BIJSTAND").await, &peter, &afgewezen, true),
        (zaak_van(&app, &linda, &emma, wmo).await, &emma, &besluit("Omdat het helpt"), true),
        (zaak_van(&app, &linda, &emma, wmo).await, &emma, &afgewezen, false),
    ];
    for (zaak, wie, besluit, verplicht) in zaken {
        let at = |tail: &str| format!("/api/v1/zaken/{zaak}/besluit{tail}");
        assert_eq!(app.post(wie, &at(""), besluit).await.status, 200);
        let shown = app.get(wie, &format!("/api/v1/zaken/{zaak}")).await.json()["besluit"].clone();
        assert_eq!(shown["akkoord_verplicht"], verplicht);
        let alone = app.post(wie, &at("/nemen"), &json!({ "hash": shown["hash"] })).await;
        assert_eq!(alone.status == 200, !verplicht, "{}", alone.body);
    }
    app.stop().await;
}

// shows N-7, G24, G37, H18
#[tokio::test]
async fn a_look_back_asks_for_what_and_is_not_there_for_others() {
    let app = TestApp::start().await;
    let (linda, peter, wouter) =
        (app.login("linda").await, app.login("peter").await, app.login("werkverdeler").await);
    let zaak = bijstand(&app, &linda, &peter).await;
    let path = |zaak: &str, query: &str| format!("/api/v1/zaken/{zaak}/tijdreis{query}");
    let seen = app.get(&peter, &path(&zaak, "?doel=bezwaar")).await;
    assert_eq!((seen.status, &seen.json()["versie"]), (200, &json!(3)), "{}", seen.body);
    assert_eq!(seen.json()["beleid"], "huidig");
    let early = app.get(&peter, &path(&zaak, "?doel=bezwaar&op=2020-01-01T00:00:00Z")).await;
    assert_eq!((early.status, &early.json()["zaak"]), (200, &Value::Null));
    for (query, code) in [
        ("", "tijdreis.doel"),
        ("?doel=nieuwsgierig", "tijdreis.doel"),
        ("?doel=bezwaar&op=gisteren", "tijdreis.moment"),
        ("?doel=bezwaar&bekend_op=2026-13-01T00:00:00Z", "tijdreis.moment"),
        ("?doel=bezwaar&meer=1", "invoer.vraag_ongeldig"),
    ] {
        let refused = app.get(&peter, &path(&zaak, query)).await;
        assert!((400..500).contains(&refused.status) && refused.code() == code, "{query}: {}", refused.body);
    }
    let (hidden, absent) = (
        app.get(&wouter, &path(&zaak, "?doel=controle")).await,
        app.get(&wouter, &path(ABSENT, "?doel=controle")).await,
    );
    assert_eq!((hidden.status, &hidden.body), (404, &absent.body));
    // Who looks after privacy has it open at no other time, and proves anew who they are; whichever zaak it is.
    let pieter = app.login("privacyfunctionaris").await;
    for id in [zaak.as_str(), ABSENT] {
        let first = app.get(&pieter, &path(id, "?doel=controle")).await;
        assert_eq!((first.status, first.code()), (403, "sessie.stap_op".to_owned()));
    }
    let fresh = app.post(&pieter, "/demo/stap-op", &json!({})).await;
    let cookie = fresh.header("set-cookie").unwrap().split(';').next().unwrap().to_owned();
    let pieter = Mens { cookie, ..pieter };
    assert_eq!(app.get(&pieter, &path(&zaak, "?doel=controle")).await.status, 200);
    assert_eq!(app.get(&pieter, &path(ABSENT, "?doel=controle")).await.status, 404);
    let trail = app.trail().await;
    let controles = trail.iter().filter(|line| line.row.handeling == "zaak.tijdreis.controle");
    let codes: Vec<_> = controles.map(|line| line.row.code.as_deref()).collect();
    let (stap_op, weg) = (Some("sessie.stap_op"), Some("niet_gevonden"));
    assert_eq!(codes, [weg, weg, stap_op, stap_op, None, weg], "each try stands in the trail");
    let looks = app.trail().await.into_iter().filter(|line| line.row.handeling == "zaak.tijdreis.bezwaar");
    assert_eq!(looks.count(), 2, "each look with its purpose");
    app.stop().await;
}
