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
        "spreker": { "soort": "ander", "naam": "Ada", "relatie": "buurvrouw", "telefoon": "06 1234 5678" },
        "controle": "geen",
        "verslag": [{ "vraag": "veiligheid", "tekst": "Hij slaapt buiten." }],
        "meldingen": [
            { "persoon": onbekend, "zaaktype": "AANVRAAG-JEUGDHULP", "onderwerp": "Slaapt buiten", "urgentie": "crisis",
              "behandelaars": [kevin.id] },
            { "persoon": selam, "zaaktype": "MELDING-WMO", "onderwerp": "Opvang" },
        ],
    });
    // What is wrong is said of the melding where it is, and of the number as of any other.
    let mut wrong = body.clone();
    wrong["meldingen"][1]["onderwerp"] = json!("o".repeat(201));
    wrong["spreker"]["telefoon"] = json!("buurvrouw");
    let velden = |answer: Value| {
        answer["velden"].as_array().map(|all| all.iter().map(|one| one["veld"].clone()).collect::<Vec<_>>())
    };
    let refused = app.post(&linda, "/api/v1/contacten", &wrong).await;
    assert_eq!((refused.status, velden(refused.json())), (422, Some(vec![json!("spreker.telefoon")])));
    wrong["spreker"]["telefoon"] = json!(null);
    let refused = app.post(&linda, "/api/v1/contacten", &wrong).await;
    assert_eq!((refused.status, velden(refused.json())), (422, Some(vec![json!("meldingen.1.onderwerp")])));
    let made = app.post(&linda, "/api/v1/contacten", &body).await;
    assert_eq!(made.status, 201, "{}", made.body);
    // Who is to call back has the number with the report.
    let contact = format!("/api/v1/contacten/{}", made.json()["id"].as_str().unwrap());
    assert_eq!(app.get(&kevin, &contact).await.json()["contact"]["spreker"]["telefoon"], "06 1234 5678");
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

// shows C2-L1, C2-L2, G24
#[tokio::test]
async fn what_a_contact_or_a_huishouden_cannot_be_is_refused_by_field_and_leaves_nothing() {
    let app = TestApp::start().await;
    let (linda, kevin) = (app.login("linda").await, app.login("kevin").await);
    let (maria, dylan) = (persoon(&app, &linda, "999990019").await, persoon(&app, &linda, "999990020").await);
    let good = contact(&maria, &dylan, &kevin);
    let with = |change: &dyn Fn(&mut Value)| {
        let mut body = good.clone();
        change(&mut body);
        body
    };
    let before = app.get(&linda, "/api/v1/zaken?lijst=mijn&aantal=200").await.json()["items"]
        .as_array()
        .unwrap()
        .len();
    let long = "x".repeat(4_001);
    let rows: Vec<(&str, Value, u16, &str)> = vec![
        ("an unknown field", with(&|b| b["auteur"] = json!(kevin.id)), 422, "invoer.onbekend_veld"),
        (
            "a field of a melding",
            with(&|b| b["meldingen"][0]["zaaknummer"] = json!("ZAAK-2026-000001")),
            422,
            "invoer.onbekend_veld",
        ),
        (
            "an unknown question",
            with(&|b| b["verslag"][0]["vraag"] = json!("diagnose")),
            422,
            "invoer.keuze_onbekend",
        ),
        ("too long an answer", with(&|b| b["verslag"][0]["tekst"] = json!(long)), 422, "invoer.te_lang"),
        ("a turned answer", with(&|b| b["verslag"][0]["tekst"] = json!("a\u{202E}b")), 422, "invoer.tekens"),
        ("no answer", with(&|b| b["verslag"] = json!([])), 422, "contact.verslag_leeg"),
        ("nobody", with(&|b| b["meldingen"] = json!([])), 422, "contact.meldingen"),
        (
            "somebody who is not there",
            with(&|b| b["meldingen"][0]["persoon"] = json!(kevin.id)),
            422,
            "invoer.persoon_onbekend",
        ),
        (
            "a speaker who is not there",
            with(&|b| b["spreker"]["persoon"] = json!(kevin.id)),
            422,
            "invoer.persoon_onbekend",
        ),
        (
            "a speaker with a name too many",
            with(&|b| b["spreker"]["naam"] = json!("Ada")),
            422,
            "invoer.onbekend_veld",
        ),
        (
            "a resident as handler",
            with(&|b| b["meldingen"][0]["behandelaars"] = json!([maria])),
            422,
            "invoer.medewerker_onbekend",
        ),
    ];
    for (what, body, status, code) in rows {
        let answer = app.post(&linda, "/api/v1/contacten", &body).await;
        assert_eq!((answer.status, answer.code().as_str()), (status, code), "{what}: {}", answer.body);
    }
    let after = app.get(&linda, "/api/v1/zaken?lijst=mijn&aantal=200").await.json()["items"]
        .as_array()
        .unwrap()
        .len();
    assert_eq!(after, before);
    let home = app.get(&linda, &format!("/api/v1/personen/{maria}/huishouden")).await.json();
    let home = format!("/api/v1/huishoudens/{}", home["huishouden"]["id"].as_str().unwrap());
    let verblijf = |vanaf: &str, tekst: &str| json!({ "persoon": dylan, "vanaf": vanaf, "toelichting": tekst, "bron": "huisbezoek" });
    for (path, body, code) in [
        (format!("{home}/verblijf"), verblijf("2026-02-30", "x"), "invoer.datum_ongeldig"),
        (format!("{home}/verblijf"), verblijf("2999-01-01", "x"), "huishouden.toekomst"),
        (format!("{home}/verblijf"), verblijf("2026-05-01", &"x".repeat(501)), "invoer.te_lang"),
        (
            format!("{home}/vertrek"),
            json!({ "persoon": kevin.id, "op": "2026-05-01" }),
            "huishouden.geen_lid",
        ),
        ("/api/v1/huishoudens".to_owned(), json!({ "leden": [] }), "huishouden.leden"),
        ("/api/v1/personen/onbekend".to_owned(), json!({ "beschrijving": " " }), "invoer.leeg"),
        ("/api/v1/personen/uit-brp".to_owned(), json!({ "bsn": "123456789" }), "invoer.bsn_ongeldig"),
        ("/api/v1/personen/uit-brp".to_owned(), json!({ "bsn": "999990123" }), "brp.niet_ingericht"),
    ] {
        assert_eq!(app.post(&linda, &path, &body).await.code(), code, "{path} {body}");
    }
    app.stop().await;
}
