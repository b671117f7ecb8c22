//! A document whose log holds a row that does not apply, as the outside hears of it.

use keukentafel::clock::Moment;
use keukentafel::domain::ids::DocumentId;
use keukentafel::store::{DocumentAppend, DocumentUpdate, Journal, Write};
use keukentafel_tests::{Opening, TestApp};
use serde_json::json;

const CODE: &str = "document.quarantaine";

// shows G35, G41
#[tokio::test]
async fn a_document_in_quarantine_opens_for_reading_and_says_so() {
    let app = TestApp::start().await;
    let kevin = app.login("kevin").await;
    let zaak = app.gedeelde_zaak(&kevin).await;
    let made = app
        .post(&kevin, &format!("/api/v1/zaken/{zaak}/documenten"), &json!({ "soort": "gespreksverslag" }))
        .await;
    let id = made.json()["id"].as_str().unwrap().to_owned();
    let document = DocumentId(id.parse().unwrap());
    let path = format!("/api/v1/documenten/{id}");
    let row = DocumentUpdate {
        door: None,
        sessie: None,
        at: Moment::from_micros(1),
        bytes: vec![0xFF; 9],
        binds: vec![],
    };
    let write = Write::Document(DocumentAppend { gemeente: app.gemeente(), document, updates: vec![row] });
    app.journal().commit(vec![write]).await.remove(0).unwrap().unwrap();

    assert_eq!(app.get(&kevin, &path).await.json()["status"], "quarantaine");
    let tekst = app.get(&kevin, &format!("{path}/tekst")).await;
    assert_eq!((tekst.status, tekst.code().as_str()), (409, CODE));
    assert!(tekst.json()["detail"].as_str().unwrap().contains("helpdesk"));
    let trail = app.trail().await;
    let last = &trail.last().unwrap().row;
    assert_eq!((last.handeling.as_str(), last.code.as_deref()), ("document.tekst", Some(CODE)));

    let own = Opening { path: "/rt", mens: Some(&kevin), origin: Some("") };
    let mut rt = app.socket(own).await.unwrap_or_else(|status| unreachable!("{status}"));
    rt.send(&json!({ "t": "hallo", "tab": id })).await;
    rt.send(&json!({ "t": "sub", "r": 1, "topic": format!("document/{id}") })).await;
    let ok = rt.until("ok").await;
    let notice = rt.until("let_op").await;
    assert_eq!((&notice["a"], &notice["code"]), (&ok["a"], &json!(CODE)));
    // Another document is as ever.
    let made = app
        .post(&kevin, &format!("/api/v1/zaken/{zaak}/documenten"), &json!({ "soort": "gespreksverslag" }))
        .await;
    let other = made.json()["id"].as_str().unwrap().to_owned();
    assert_eq!(app.get(&kevin, &format!("/api/v1/documenten/{other}")).await.json()["status"], "open");
    assert_eq!(app.get(&kevin, &format!("/api/v1/documenten/{other}/tekst")).await.status, 200);
    app.stop().await;
}
