//! Linda finds people here and in the BRP, a process of its own over the real protocol, and finds who is known here when it is away.

use keukentafel_tests::{Mens, Sim, TestApp};
use serde_json::{Value, json};

async fn zoek(app: &TestApp, linda: &Mens, vraag: Value) -> Value {
    let answer = app.post(linda, "/api/v1/personen/zoek", &vraag).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.json()
}

fn op_naam(naam: &str, geboortedatum: &str) -> Value {
    json!({ "naam": naam, "geboortedatum": geboortedatum })
}

fn rijen(found: &Value) -> Vec<(String, String, bool)> {
    let word = |value: &Value| value.as_str().unwrap().to_owned();
    let items = found["items"].as_array().unwrap();
    items.iter().map(|one| (word(&one["naam"]), word(&one["bron"]), one["klinkt_als"] == true)).collect()
}

fn rij(naam: &str, bron: &str, klinkt_als: bool) -> (String, String, bool) {
    (naam.to_owned(), bron.to_owned(), klinkt_als)
}

// shows C2-L3
#[tokio::test]
async fn who_is_known_here_comes_first_and_the_brp_is_marked() {
    let brp = Sim::brp();
    let app = TestApp::start_met_brp(&brp).await;
    let linda = app.login("linda").await;
    let found = zoek(&app, &linda, op_naam("Maria Verhoef", "1958-03-14")).await;
    assert_eq!(
        (rijen(&found), &found["brp"]),
        (vec![rij("Maria Verhoef", "bekend", false)], &"geantwoord".into())
    );
    assert!(found["items"][0].get("bsn").is_none(), "who is known here is meant by id: {found}");
    // Known here and not, with a name that only sounds so.
    let found = zoek(&app, &linda, op_naam("Verhoeff", "1958-03-14")).await;
    let heard = vec![rij("Maria Verhoef", "bekend", true), rij("Pieter Verhoeven", "brp", true)];
    assert_eq!(rijen(&found), heard, "Marja Vermeulen begins the same and sounds otherwise");
    let found = zoek(&app, &linda, op_naam("Johanna Verhoeff", "1961-02-11")).await;
    assert_eq!(rijen(&found), vec![rij("Johanna Verhoeff", "brp", false)]);
    let found = zoek(&app, &linda, op_naam("van Oosterling", "1986-07-07")).await;
    assert_eq!(found["items"][0]["adres_geheim"], true);
    assert!(found["items"][0].get("adresregel").is_none(), "{found}");
    // By number: one who is not known here; one who is, about whom there is nothing to ask.
    let found = zoek(&app, &linda, json!({ "bsn": "999990123" })).await;
    assert_eq!(
        (rijen(&found), &found["brp"]),
        (vec![rij("Johanna Verhoeff", "brp", false)], &"geantwoord".into())
    );
    let found = zoek(&app, &linda, json!({ "bsn": "999990019" })).await;
    assert_eq!(
        (rijen(&found), &found["brp"]),
        (vec![rij("Maria Verhoef", "bekend", false)], &"niet_gevraagd".into())
    );
    app.stop().await;
}

// shows C2-L3
#[tokio::test]
async fn each_question_to_the_brp_is_in_the_trail_with_its_purpose_and_nobodys_data() {
    let brp = Sim::brp();
    let app = TestApp::start_met_brp(&brp).await;
    let linda = app.login("linda").await;
    zoek(&app, &linda, op_naam("Johanna Verhoeff", "1961-02-11")).await;
    zoek(&app, &linda, json!({ "bsn": "999990123" })).await;
    let taken = app.post(&linda, "/api/v1/personen/uit-brp", &json!({ "bsn": "999990123" })).await;
    assert_eq!(taken.status, 201, "{}", taken.body);
    let trail = app.trail().await;
    let asked: Vec<_> = trail.iter().filter(|line| line.row.handeling.starts_with("brp.")).collect();
    assert_eq!(asked.len(), 3);
    for line in asked {
        assert!(line.row.object.starts_with("brp/intake/"), "{}", line.row.object);
        assert_eq!(line.row.wie.unwrap().to_string(), linda.id);
    }
    for line in &trail {
        let told = format!("{} {}", line.row.handeling, line.row.object);
        assert!(!told.contains("99999") && !told.contains("Verhoeff"), "{told}");
    }
    app.stop().await;
}

// shows C2-L3
#[tokio::test]
async fn with_the_brp_away_who_is_known_here_is_found_and_the_answer_says_so() {
    let mut brp = Sim::brp();
    let app = TestApp::start_met_brp(&brp).await;
    let linda = app.login("linda").await;
    let check = async |why: &str| {
        let found = zoek(&app, &linda, op_naam("Maria Verhoef", "1958-03-14")).await;
        assert_eq!(rijen(&found), vec![rij("Maria Verhoef", "bekend", false)], "{why}");
        assert_eq!(found["brp"], "niet_bereikbaar", "{why}");
    };
    for fault in [
        json!({ "weg": "503" }),
        json!({ "weg": "dicht" }),
        json!({ "fout": "html" }),
        json!({ "fout": "ander" }),
    ] {
        brp.storing(&fault).await;
        check(&fault.to_string()).await;
    }
    brp.dood();
    check("its process ended").await;
    let taken = app.post(&linda, "/api/v1/personen/uit-brp", &json!({ "bsn": "999990123" })).await;
    assert_eq!((taken.status, taken.code().as_str()), (503, "brp.niet_bereikbaar"));
    // Registering by hand goes on.
    let typed = json!({ "bsn": "999990123", "voornamen": "Johanna", "achternaam": "Verhoeff" });
    assert_eq!(app.post(&linda, "/api/v1/personen", &typed).await.status, 201);
    app.stop().await;
}

// shows C2-L3, C2-N1, C2-N2
#[tokio::test]
async fn what_is_taken_over_is_a_picture_beside_our_own_data() {
    let brp = Sim::brp();
    let app = TestApp::start_met_brp(&brp).await;
    let (linda, kevin) = (app.login("linda").await, app.login("kevin").await);
    // Somebody new, once.
    let body = json!({ "bsn": "999990123" });
    let made = app.post(&linda, "/api/v1/personen/uit-brp", &body).await;
    assert_eq!(made.status, 201, "{}", made.body);
    let path = format!("/api/v1/personen/{}", made.json()["id"].as_str().unwrap());
    let seen = app.get(&linda, &path).await.json();
    assert_eq!((&seen["naam"], &seen["adres"]["huisnummer"]), (&"Johanna Verhoeff".into(), &"26A".into()));
    assert_eq!((&seen["brp"]["doel"], &seen["brp"]["wijkt_af"]), (&"intake".into(), &json!([])));
    let again = app.post(&linda, "/api/v1/personen/uit-brp", &body).await;
    assert_eq!(again.code(), "persoon.bsn_bestaat_al");
    // Dylan: the BRP knows the custody, and another address than was written down here is not written over.
    let dylan = zoek(&app, &kevin, json!({ "bsn": "999990020" })).await["items"][0]["id"].clone();
    let dylan = dylan.as_str().unwrap().to_owned();
    let path = format!("/api/v1/personen/{dylan}");
    let before = app.get(&kevin, &path).await.json();
    let took = app.post(&kevin, &format!("{path}/uit-brp"), &json!({ "doel": "jeugdhulp" })).await;
    assert_eq!(took.status, 200, "{}", took.body);
    let after = app.get(&kevin, &path).await.json();
    for own in ["naam", "adres", "geboortedatum", "telefoon"] {
        assert_eq!(after[own], before[own], "{own}");
    }
    assert_eq!(after["brp"]["adres"]["straat"], "Bleekveld");
    let sources: Vec<_> =
        after["gezag"].as_array().unwrap().iter().map(|gezag| gezag["bron"]["soort"].clone()).collect();
    assert_eq!(sources, ["rechter", "brp"], "by court in the demo, and by the BRP: both are kept");
    // Somebody who works for nobody of them cannot.
    let peter = app.login("huub").await;
    assert_eq!(app.post(&peter, &format!("{path}/uit-brp"), &json!({})).await.status, 404);
    app.stop().await;
}

// shows C2-L3
#[tokio::test]
async fn an_address_that_somebody_keeps_from_others_shows_to_who_works_for_them_by_itself() {
    let brp = Sim::brp();
    let app = TestApp::start_met_brp(&brp).await;
    let (linda, emma, kevin) = (app.login("linda").await, app.login("emma").await, app.login("kevin").await);
    let made = app.post(&linda, "/api/v1/personen/uit-brp", &json!({ "bsn": "999990160" })).await.json();
    let els = made["id"].as_str().unwrap().to_owned();
    let melding =
        json!({ "persoon": els, "zaaktype": "MELDING-WMO", "onderwerp": "Hulp", "kanaal": "balie" });
    let zaak =
        app.post(&linda, "/api/v1/meldingen", &melding).await.json()["id"].as_str().unwrap().to_owned();
    let assign = json!({ "behandelaars": [emma.id] });
    assert_eq!(app.post(&linda, &format!("/api/v1/zaken/{zaak}/toewijzen"), &assign).await.status, 200);
    let home = app
        .post(&emma, "/api/v1/huishoudens", &json!({ "leden": [{ "persoon": els, "bron": "brp" }] }))
        .await;
    assert_eq!(home.status, 201, "{}", home.body);
    for path in [format!("/api/v1/personen/{els}"), format!("/api/v1/personen/{els}/huishouden")] {
        for mens in [&linda, &emma] {
            let body = app.get(mens, &path).await.body;
            assert!(body.contains("\"adres_geheim\":true") && !body.contains("Kerkebuurt"), "{body}");
        }
    }
    let path = format!("/api/v1/personen/{els}/adres");
    assert_eq!(app.get(&emma, &path).await.json()["straat"], "Kerkebuurt");
    for mens in [&linda, &kevin] {
        assert_eq!(app.get(mens, &path).await.status, 404);
    }
    // Who is registered at a secret address is not asked: the answer would give it away.
    let voorstel = app.get(&emma, &format!("/api/v1/personen/{els}/huishouden/voorstel")).await.json();
    assert_eq!(voorstel, json!({ "brp": "niet_gevraagd", "huisgenoten": [] }));
    app.stop().await;
}

// shows C2-N2, C2-K2
#[tokio::test]
async fn the_brp_proposes_who_is_registered_together_and_dylan_is_not_with_maria() {
    let brp = Sim::brp();
    let app = TestApp::start_met_brp(&brp).await;
    let linda = app.login("linda").await;
    let id = async |bsn: &str| {
        zoek(&app, &linda, json!({ "bsn": bsn })).await["items"][0]["id"].as_str().unwrap().to_owned()
    };
    let namen = |voorstel: &Value| {
        let there = voorstel["huisgenoten"].as_array().unwrap();
        let mut names: Vec<_> = there.iter().map(|one| one["naam"].as_str().unwrap().to_owned()).collect();
        names.sort();
        names
    };
    let path = format!("/api/v1/personen/{}/huishouden/voorstel", id("999990019").await);
    let voorstel = app.get(&linda, &path).await.json();
    assert_eq!(namen(&voorstel), ["Maria Verhoef"]);
    let path = format!("/api/v1/personen/{}/huishouden/voorstel", id("999990032").await);
    let voorstel = app.get(&linda, &path).await.json();
    assert_eq!(namen(&voorstel), ["Ilyas Haddad", "Noor Haddad", "Samira Haddad"]);
    brp.storing(&json!({ "weg": "503" })).await;
    let voorstel = app.get(&linda, &path).await.json();
    assert_eq!(voorstel, json!({ "brp": "niet_bereikbaar", "huisgenoten": [] }));
    app.stop().await;
}
