//! Consent over real sockets: asked, given, read, taken back; and to everybody else it is not there.

use keukentafel::clock::{Clock, SystemClock};
use keukentafel_tests::{Answer, Mens, Opening, Socket, TestApp};
use serde_json::{Value, json};

const ABSENT: &str = "019ab000-0000-7000-8000-00000000dead";

fn id(answer: &Answer) -> String {
    assert!((200..300).contains(&answer.status), "{}", answer.body);
    answer.json()["id"].as_str().unwrap().to_owned()
}

async fn rt(app: &TestApp, mens: &Mens) -> Socket {
    let own = Opening { path: "/rt", mens: Some(mens), origin: Some("") };
    let mut rt = app.socket(own).await.unwrap_or_else(|status| unreachable!("{status}"));
    rt.send(&json!({ "t": "hallo", "tab": ABSENT })).await;
    rt.until("welkom").await;
    rt
}

async fn sub(rt: &mut Socket, topic: &str) -> Value {
    rt.send(&json!({ "t": "sub", "r": 1, "topic": topic })).await;
    rt.until("ok").await;
    rt.until("snap").await["b"].clone()
}

fn over_twee_maanden() -> String {
    const DAY: i64 = 24 * 60 * 60 * 1_000_000;
    SystemClock::default().now().plus_micros(60 * DAY).day().to_string()
}

/// A zaak of Maria with Emma, and one with Peter.
async fn zaken(app: &TestApp, linda: &Mens, maria: &str) -> (String, String) {
    let all = app.get(linda, "/api/v1/medewerkers").await.json();
    let who = |naam: &str| {
        let mut found = all["items"].as_array().unwrap().iter();
        found.find(|one| one["naam"].as_str().unwrap().starts_with(naam)).unwrap()["id"].clone()
    };
    let mut made = Vec::new();
    for (zaaktype, naam) in [("MELDING-WMO", "Emma"), ("AANVRAAG-BIJZONDERE-BIJSTAND", "Peter")] {
        let melding =
            json!({ "persoon": maria, "zaaktype": zaaktype, "onderwerp": "Hulp in huis", "kanaal": "balie" });
        let zaak = id(&app.post(linda, "/api/v1/meldingen", &melding).await);
        let to = json!({ "behandelaars": [who(naam)] });
        assert_eq!(app.post(linda, &format!("/api/v1/zaken/{zaak}/toewijzen"), &to).await.status, 200);
        made.push(zaak);
    }
    (made.remove(0), made.remove(0))
}

// shows KING-R6e, N-33, G23, G27
#[tokio::test]
async fn emma_reads_along_when_maria_says_yes_and_until_she_takes_it_back() {
    let app = TestApp::start().await;
    let (linda, emma, maria) = (app.login("linda").await, app.login("emma").await, app.login("maria").await);
    let wie = app.get(&maria, "/api/v1/ik").await.json()["persoon"].as_str().unwrap().to_owned();
    let (_, bijstand) = zaken(&app, &linda, &wie).await;
    let path = format!("/api/v1/zaken/{bijstand}");
    assert_eq!(app.get(&emma, &path).await.json()["toegang"], "dat");
    let mut portaal = rt(&app, &maria).await;
    let begin = sub(&mut portaal, &format!("toestemmingen/{wie}")).await;
    assert_eq!(begin["gevraagd"], json!([]));

    let can = app.get(&emma, &format!("{path}/toestemming")).await;
    assert_eq!(can.json()["via_gezag"], false, "{}", can.body);
    let short = app
        .post(&emma, &format!("{path}/toestemming"), &json!({ "doel": "Hulp", "tot_en_met": "2099-01-01" }))
        .await;
    assert_eq!((short.status, short.code().as_str()), (422, "toestemming.doel_te_kort"));
    let last = over_twee_maanden();
    let vraag = json!({ "doel": "De hulp op elkaar afstemmen", "tot_en_met": last });
    let toekenning = id(&app.post(&emma, &format!("{path}/toestemming"), &vraag).await);
    let asked = portaal.until("ev").await;
    assert_eq!(asked["b"]["gevraagd"][0]["doel"], "De hulp op elkaar afstemmen");
    assert_eq!(app.get(&emma, &path).await.json()["toegang"], "dat", "asked is not given");

    let yes = app.post(&maria, &format!("/api/v1/toestemmingen/{toekenning}/geven"), &json!({})).await;
    assert_eq!(yes.status, 200, "{}", yes.body);
    assert_eq!(app.get(&emma, &path).await.json()["toegang"], "wat");
    let mut tab = rt(&app, &emma).await;
    let shown = sub(&mut tab, &format!("zaak/{bijstand}@wat")).await;
    assert_eq!(shown["onderwerp"], "Hulp in huis");
    let begin = app.post(&emma, &format!("{path}/in-behandeling"), &json!({})).await;
    assert_eq!(begin.status, 403, "to read, not to change: {}", begin.body);

    let stop = app.post(&maria, &format!("/api/v1/toekenningen/{toekenning}/intrekken"), &json!({})).await;
    assert_eq!(stop.status, 200, "{}", stop.body);
    tab.until("revoked").await;
    let after = app.get(&emma, &path).await.json();
    assert!(after["toegang"] == "dat" && after.get("onderwerp").is_none(), "{after}");
    app.stop().await;
}

// shows KING-R6e, G23, G24: to all others there is nothing to ask, to answer or to follow
#[tokio::test]
async fn to_all_others_a_question_is_as_if_it_were_not_there() {
    let app = TestApp::start().await;
    let (linda, emma, maria) = (app.login("linda").await, app.login("emma").await, app.login("maria").await);
    let wie = app.get(&maria, "/api/v1/ik").await.json()["persoon"].as_str().unwrap().to_owned();
    let (wmo, bijstand) = zaken(&app, &linda, &wie).await;
    let last = over_twee_maanden();
    let vraag = json!({ "doel": "De hulp op elkaar afstemmen", "tot_en_met": last });
    let none = app.post(&emma, &format!("/api/v1/zaken/{ABSENT}/toestemming"), &vraag).await;
    for persona in ["linda", "peter", "wijkteammanager", "vervanger", "maria", "privacyfunctionaris"] {
        let mens = app.login(persona).await;
        let asked = app.post(&mens, &format!("/api/v1/zaken/{bijstand}/toestemming"), &vraag).await;
        assert_eq!((asked.status, &asked.body), (404, &none.body), "{persona}");
        let looked = app.get(&mens, &format!("/api/v1/zaken/{bijstand}/toestemming")).await;
        assert_eq!((looked.status, &looked.body), (404, &none.body), "{persona}");
    }
    let own = app.post(&emma, &format!("/api/v1/zaken/{wmo}/toestemming"), &vraag).await;
    assert_eq!((own.status, &own.body), (404, &none.body), "what she works on she reads");
    let toekenning = id(&app.post(&emma, &format!("/api/v1/zaken/{bijstand}/toestemming"), &vraag).await);
    for persona in ["emma", "peter", "linda", "buurman", "vervanger", "privacyfunctionaris"] {
        let mens = app.login(persona).await;
        for answer in ["geven", "weigeren"] {
            let refused =
                app.post(&mens, &format!("/api/v1/toestemmingen/{toekenning}/{answer}"), &json!({})).await;
            let absent =
                app.post(&mens, &format!("/api/v1/toestemmingen/{ABSENT}/{answer}"), &json!({})).await;
            assert_eq!((refused.status, &refused.body), (404, &absent.body), "{persona}");
        }
        assert_eq!(app.get(&mens, "/api/v1/toestemmingen").await.json()["items"], json!([]), "{persona}");
        let mut tab = rt(&app, &mens).await;
        tab.send(&json!({ "t": "sub", "r": 1, "topic": format!("toestemmingen/{wie}") })).await;
        assert_eq!(tab.until("err").await["code"], "niet_gevonden", "{persona}");
    }
    app.stop().await;
}
