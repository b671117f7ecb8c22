//! Huub's rekening over real sockets, with the simulated Allegro beside the server.

use keukentafel_tests::{Mens, Opening, Request, Socket, TestApp};
use serde_json::{Value, json};

/// Under which number Allegro knows Huub.
pub(crate) const HUUB: &str = "KT-000068";

const ABSENT: &str = "019ab000-0000-7000-8000-00000000dead";

/// Huub's only rekening.
pub(crate) async fn zijn_rekening(app: &TestApp, huub: &Mens) -> String {
    let mine = app.get(huub, "/api/v1/rekeningen").await.json();
    assert_eq!(mine["items"].as_array().unwrap().len(), 1, "{mine}");
    mine["items"][0]["id"].as_str().unwrap().to_owned()
}

/// A page that follows the rekening.
pub(crate) struct Pagina {
    socket: Socket,
    /// Version and amounts that came in last; neither may ever go back.
    laatste: Option<(u64, Value)>,
}

impl Pagina {
    pub(crate) async fn open(app: &TestApp, mens: &Mens, rekening: &str) -> Self {
        let opening = Opening { path: "/rt", mens: Some(mens), origin: Some("") };
        let mut socket = app.socket(opening).await.unwrap_or_else(|status| unreachable!("{status}"));
        socket.send(&json!({ "t": "hallo", "tab": ABSENT })).await;
        socket.until("welkom").await;
        socket.send(&json!({ "t": "sub", "r": 1, "topic": format!("saldo/{rekening}") })).await;
        socket.until("ok").await;
        Self { socket, laatste: None }
    }

    /// Reads values until one is as wanted. Each on the way adds up, and none is older than the one before.
    pub(crate) async fn tot(&mut self, wanted: impl Fn(&Value) -> bool) -> Value {
        loop {
            let b = self.socket.until("latest").await["b"].clone();
            self.keur(&b);
            if wanted(&b) {
                return b;
            }
        }
    }

    fn keur(&mut self, b: &Value) {
        let versie = b["versie"].as_u64().unwrap();
        let bedragen = &b["bedragen"];
        if !bedragen.is_null() {
            let potten: i64 = bedragen["reserveringen"]
                .as_array()
                .unwrap()
                .iter()
                .map(|pot| cents(&pot["saldo_cents"]))
                .sum();
            let parts = potten + cents(&bedragen["vrij_cents"]) + cents(&bedragen["onderweg_cents"]);
            assert_eq!(parts, cents(&bedragen["saldo_cents"]), "the parts make up the balance: {b}");
            assert_ne!(cents(&bedragen["saldo_cents"]), 0, "a failure is never a zero");
        }
        if let Some((before, amounts)) = &self.laatste {
            assert!(versie >= *before, "{versie} after {before}");
            assert!(versie > *before || amounts == bedragen, "one version has one set of amounts");
        }
        self.laatste = Some((versie, bedragen.clone()));
    }
}

pub(crate) fn cents(value: &Value) -> i64 {
    value.as_i64().unwrap()
}

pub(crate) fn vers(b: &Value) -> bool {
    b["stand"] == "vers"
}

/// Books something with Allegro, which hints at us.
pub(crate) async fn boek(app: &mut TestApp, cents: i64, verdeling: &Value) {
    let body = json!({ "klant": HUUB, "omschrijving": "Proef", "cents": cents, "verdeling": verdeling });
    let answer = app.bronnen().allegro.post("/_boek", &body).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
}

// shows SHV1-C4, SHV1-PRE5, SHV1-RV4, SHV1-POST1a, N-4
#[tokio::test]
async fn a_booked_transaction_reaches_two_devices_and_the_medewerker() {
    let mut app = TestApp::start_met_bronnen().await;
    let (huub, mirjam) = (app.login("huub").await, app.login("medewerker-budgetbeheer").await);
    let rekening = zijn_rekening(&app, &huub).await;
    let mut phone = Pagina::open(&app, &huub, &rekening).await;
    let before = phone.tot(vers).await["bedragen"].clone();
    let mut tablet = Pagina::open(&app, &huub, &rekening).await;
    let mut desk = Pagina::open(&app, &mirjam, &rekening).await;
    assert_eq!(tablet.tot(vers).await["bedragen"], before);
    desk.tot(vers).await;
    boek(&mut app, -1250, &json!([{ "code": "KLEDING", "cents": -2000 }])).await;
    let spent = |b: &Value| cents(&b["bedragen"]["saldo_cents"]) == cents(&before["saldo_cents"]) - 1250;
    for page in [&mut phone, &mut tablet, &mut desk] {
        let after = page.tot(spent).await["bedragen"].clone();
        assert_eq!(cents(&after["vrij_cents"]), cents(&before["vrij_cents"]) + 750);
        let pot = |bedragen: &Value| {
            let potten = bedragen["reserveringen"].as_array().unwrap().clone();
            cents(&potten.iter().find(|pot| pot["code"] == "KLEDING").unwrap()["saldo_cents"])
        };
        assert_eq!(pot(&after), pot(&before) - 2000);
        assert_eq!(after["transacties"][0]["bedrag_cents"], -1250);
        assert_eq!(after["transacties"][0]["omschrijving"], "Proef");
    }
    // HTTP says the same.
    let seen = app.get(&huub, &format!("/api/v1/rekeningen/{rekening}")).await;
    assert_eq!(seen.status, 200);
    assert!(spent(&seen.json()["saldo"]));
    let page = app.get(&huub, &format!("/api/v1/rekeningen/{rekening}/transacties?aantal=3")).await.json();
    assert_eq!((page["items"].as_array().unwrap().len(), page["volgende"].is_string()), (3, true));
    let next = page["volgende"].as_str().unwrap();
    let path = format!("/api/v1/rekeningen/{rekening}/transacties?aantal=3&na={next}");
    assert_ne!(app.get(&huub, &path).await.json()["items"][0], page["items"][0]);
    app.stop().await;
}

// shows SHV1-RV1, SHV1-A1r, SHV1-A2r, G23, G24
#[tokio::test]
async fn a_rekening_is_not_there_for_others_on_any_way_in() {
    let app = TestApp::start().await;
    let huub = app.login("huub").await;
    let rekening = zijn_rekening(&app, &huub).await;
    for persona in [
        "maria",
        "linda",
        "kevin",
        "peter",
        "werkverdeler",
        "wijkteammanager",
        "privacyfunctionaris",
        "bestuur",
    ] {
        let other = app.login(persona).await;
        assert_eq!(app.get(&other, "/api/v1/rekeningen").await.json()["items"], json!([]), "{persona}");
        for path in ["", "/transacties"] {
            let refused = app.get(&other, &format!("/api/v1/rekeningen/{rekening}{path}")).await;
            let absent = app.get(&other, &format!("/api/v1/rekeningen/{ABSENT}{path}")).await;
            assert_eq!((refused.status, &refused.body), (404, &absent.body), "{persona} {path}");
        }
        let opening = Opening { path: "/rt", mens: Some(&other), origin: Some("") };
        let mut rt = app.socket(opening).await.unwrap_or_else(|status| unreachable!("{status}"));
        rt.send(&json!({ "t": "hallo", "tab": ABSENT })).await;
        rt.until("welkom").await;
        for id in [rekening.as_str(), ABSENT] {
            rt.send(&json!({ "t": "sub", "r": 1, "topic": format!("saldo/{id}") })).await;
            assert_eq!(rt.until("err").await["code"], "niet_gevonden", "{persona}");
        }
    }
    // Without a source there are no amounts, and no zero in their place.
    let own = app.get(&huub, &format!("/api/v1/rekeningen/{rekening}")).await.json();
    assert_eq!(own["saldo"]["bedragen"], Value::Null);
    assert_eq!(own["saldo"]["stand"], "onbekend");
    app.stop().await;
}

// shows SHV1-RV1
#[tokio::test]
async fn only_allegro_may_hint_and_only_for_a_while() {
    let app = TestApp::start_met_bronnen().await;
    assert_eq!(app.hint(HUUB, 0).await.status, 202);
    assert_eq!(app.hint("KT-NIEMAND", 0).await.status, 202, "it says nothing about whom we know");
    let late = app.hint(HUUB, -400).await;
    assert_eq!((late.status, late.code()), (403, "koppeling.hint_geweigerd".to_owned()));
    let path = "/api/v1/koppelingen/allegro/hint";
    let body = json!({ "klanten": [HUUB] });
    let unsigned = app.send(Request::post(path, &body).without("x-keukentafel")).await;
    assert_eq!(unsigned.status, 403);
    let forged = Request::post(path, &body).with("keukentafel-handtekening", "t=1,v1=00");
    assert_eq!(app.send(forged).await.status, 403);
    let from_a_page = app.send(Request::post(path, &body).with("origin", "https://evil.nl")).await;
    assert_eq!(from_a_page.code(), "herkomst");
    app.stop().await;
    // Where no key was set up there is no such door.
    let app = TestApp::start().await;
    assert_eq!(app.send(Request::post(path, &body)).await.status, 404);
    app.stop().await;
}
