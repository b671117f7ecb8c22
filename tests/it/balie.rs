//! Linda's desk: one contact, two meldingen, one report.

use keukentafel_tests::{Mens, Opening, TestApp};
use serde_json::{Value, json};

async fn persoon(app: &TestApp, linda: &Mens, bsn: &str) -> String {
    let found = app.post(linda, "/api/v1/personen/zoek", &json!({ "bsn": bsn })).await.json();
    found["items"][0]["id"].as_str().unwrap().to_owned()
}

fn contact(maria: &str, dylan: &str, kevin: &Mens) -> Value {
    json!({
        "kanaal": "balie",
        "spreker": { "soort": "persoon", "persoon": maria },
        "controle": "identiteitsbewijs",
        "verslag": [{ "vraag": "hulpvraag", "tekst": "Zij redt het niet meer alleen." }],
        "meldingen": [
            { "persoon": maria, "zaaktype": "MELDING-WMO", "onderwerp": "Hulp in huis" },
            { "persoon": dylan, "zaaktype": "AANVRAAG-JEUGDHULP", "onderwerp": "Slaapt slecht",
              "urgentie": "spoed", "behandelaars": [kevin.id] },
        ],
    })
}

// shows C2-N4, C2-N5, C2-L2, C2-L4
#[tokio::test]
async fn two_meldingen_in_one_contact_reach_the_werkvoorraad_and_the_colleague_live() {
    let app = TestApp::start().await;
    let (linda, kevin, emma) = (app.login("linda").await, app.login("kevin").await, app.login("emma").await);
    let (maria, dylan) = (persoon(&app, &linda, "999990019").await, persoon(&app, &linda, "999990020").await);
    let mut lists = Vec::new();
    for mens in [&kevin, &emma] {
        let opening = Opening { path: "/rt", mens: Some(mens), origin: Some("") };
        let mut rt = app.socket(opening).await.unwrap_or_else(|status| unreachable!("{status}"));
        rt.send(&json!({ "t": "hallo", "tab": "019ab000-0000-7000-8000-00000000beef" })).await;
        rt.until("welkom").await;
        rt.send(&json!({ "t": "sub", "r": 1, "topic": format!("werkvoorraad/{}", mens.id) })).await;
        rt.until("snap").await;
        lists.push(rt);
    }
    let made = app.post(&linda, "/api/v1/contacten", &contact(&maria, &dylan, &kevin)).await;
    assert_eq!(made.status, 201, "{}", made.body);
    let (id, meldingen) = (made.json()["id"].as_str().unwrap().to_owned(), made.json()["meldingen"].clone());
    assert_eq!(made.header("location").unwrap(), format!("/api/v1/contacten/{id}"));
    let [wmo, jeugd] = meldingen.as_array().unwrap().as_slice() else { unreachable!("{meldingen}") };
    // Kevin's own; for Emma what waits in her team.
    let [kevins, emmas] = lists.as_mut_slice() else { unreachable!() };
    // (It waits in his team between its two events.)
    let mut own = kevins.until("lid").await;
    while own["b"]["toegang"] == "dat" {
        own = kevins.until("lid").await;
    }
    assert_eq!((&own["b"]["zaaknummer"], &own["b"]["toegang"]), (&jeugd["zaaknummer"], &"wat".into()));
    let waits = emmas.until("lid").await;
    assert_eq!((&waits["b"]["zaaknummer"], &waits["b"]["toegang"]), (&wmo["zaaknummer"], &"dat".into()));
    // The report is one, read from the zaak that somebody may read.
    let zaak = format!("/api/v1/zaken/{}", jeugd["zaak"].as_str().unwrap());
    assert_eq!(app.get(&kevin, &zaak).await.json()["contact"], id);
    let path = format!("/api/v1/contacten/{id}");
    let (his, none) = (app.get(&kevin, &path).await.json(), app.get(&emma, &path).await);
    assert_eq!(his["contact"]["verslag"][0]["tekst"], "Zij redt het niet meer alleen.");
    assert_eq!(his["contact"]["spreker"]["naam"], "Maria Verhoef");
    let absent = app.get(&emma, "/api/v1/contacten/019ab000-0000-7000-8000-00000000dead").await;
    assert_eq!((none.status, &none.body), (404, &absent.body), "dat on Maria's zaak opens nothing of it");
    let add = json!({ "tekst": "Zij belde terug." });
    assert_eq!(app.post(&linda, &format!("{path}/aanvullingen"), &add).await.status, 200);
    assert_eq!(app.post(&kevin, &format!("{path}/aanvullingen"), &add).await.status, 403);
    assert_eq!(app.post(&emma, &format!("{path}/aanvullingen"), &add).await.status, 404);
    app.stop().await;
}

// shows C2-L1
#[tokio::test]
async fn somebody_unknown_and_somebody_without_a_number_can_have_a_melding() {
    let app = TestApp::start().await;
    let (linda, kevin) = (app.login("linda").await, app.login("kevin").await);
    let unknown = json!({ "beschrijving": "Jongen van een jaar of negen, spreekt geen Nederlands" });
    let made = app.post(&linda, "/api/v1/personen/onbekend", &unknown).await;
    assert_eq!(made.status, 201, "{}", made.body);
    let onbekend = made.json()["id"].as_str().unwrap().to_owned();
    let without =
        app.post(&linda, "/api/v1/personen", &json!({ "voornamen": "Selam", "achternaam": "Tesfay" })).await;
    let selam = without.json()["id"].as_str().unwrap().to_owned();
    let body = json!({
        "kanaal": "balie",
        "spreker": { "soort": "ander", "naam": "Ada", "relatie": "buurvrouw" },
        "controle": "geen",
        "verslag": [{ "vraag": "veiligheid", "tekst": "Hij slaapt buiten." }],
        "meldingen": [
            { "persoon": onbekend, "zaaktype": "AANVRAAG-JEUGDHULP", "onderwerp": "Slaapt buiten", "urgentie": "crisis",
              "behandelaars": [kevin.id] },
            { "persoon": selam, "zaaktype": "MELDING-WMO", "onderwerp": "Opvang" },
        ],
    });
    let made = app.post(&linda, "/api/v1/contacten", &body).await;
    assert_eq!(made.status, 201, "{}", made.body);
    let path = format!("/api/v1/personen/{onbekend}");
    assert_eq!(app.get(&kevin, &path).await.json()["naam"], "Onbekende persoon");
    let known = json!({ "persoon": { "voornamen": "Dawit", "achternaam": "Tesfay", "bsn": "999990056" },
        "wijze": "identiteitsbewijs" });
    let taken = app.post(&kevin, &format!("{path}/identiteit"), &known).await;
    assert_eq!(taken.code(), "persoon.bsn_bestaat_al", "that number is Ilyas's");
    let known =
        json!({ "persoon": { "voornamen": "Dawit", "achternaam": "Tesfay" }, "wijze": "eigen_opgave" });
    assert_eq!(app.post(&kevin, &format!("{path}/identiteit"), &known).await.status, 200);
    assert_eq!(app.get(&kevin, &path).await.json()["naam"], "Dawit Tesfay");
    app.stop().await;
}
