//! Each fault of the simulated Allegro, one by one: what still works then (docs/OPERATIONS.md), and that it is well again afterwards.

use keukentafel_tests::{Huis, Mens, TestApp};
use serde_json::{Value, json};

use crate::rekeningen::{HUUB, Pagina, boek, cents, vers, zijn_rekening};

/// Huub with his page open while things go wrong.
struct Toestand {
    app: TestApp,
    huub: Mens,
    rekening: String,
    page: Pagina,
    /// What else goes on meanwhile.
    huis: Huis,
    /// What is on the rekening, as the source would say.
    saldo: i64,
}

impl Toestand {
    async fn open() -> Self {
        let app = TestApp::start_met_bronnen().await;
        let huub = app.login("huub").await;
        let rekening = zijn_rekening(&app, &huub).await;
        let mut page = Pagina::open(&app, &huub, &rekening).await;
        let saldo = cents(&page.tot(vers).await["bedragen"]["saldo_cents"]);
        let huis = Huis::open(&app).await;
        Self { app, huub, rekening, page, huis, saldo }
    }

    async fn storing(&mut self, storing: Value) {
        self.app.bronnen().allegro.storing(&storing).await;
    }

    async fn boekt(&mut self) {
        boek(&mut self.app, -100, &json!([])).await;
        self.saldo -= 100;
    }

    /// The source says what is on the rekening, and the page shows it.
    async fn is_vers(&mut self) {
        let saldo = self.saldo;
        self.page.tot(|b| vers(b) && cents(&b["bedragen"]["saldo_cents"]) == saldo).await;
    }

    /// The page says that it cannot look now and why, and shows what it showed, as of then; reading goes on.
    async fn is_verouderd(&mut self, storing: &str, saldo: i64) {
        let b = self.page.tot(|b| b["stand"] == "verouderd").await;
        assert_eq!((b["storing"].as_str(), cents(&b["bedragen"]["saldo_cents"])), (Some(storing), saldo));
        assert!(b["bijgewerkt_om"].is_string());
        let seen = self.app.get(&self.huub, &format!("/api/v1/rekeningen/{}", self.rekening)).await;
        assert_eq!((seen.status, &seen.json()["saldo"]["bedragen"]), (200, &b["bedragen"]));
        let page =
            self.app.get(&self.huub, &format!("/api/v1/rekeningen/{}/transacties", self.rekening)).await;
        assert_eq!(page.status, 200);
        self.huis.werkt(&self.app, storing).await;
    }

    /// A fault that takes nothing away: the page comes to show what the source says, and the rest goes on.
    async fn gaat_door(&mut self, why: &str) {
        self.is_vers().await;
        self.huis.werkt(&self.app, why).await;
    }

    /// With this fault nothing new is seen, and nothing of what was is lost. Without it all is well again.
    async fn bij(&mut self, fault: Value, storing: &str) {
        let before = self.saldo;
        self.storing(fault).await;
        self.boekt().await;
        self.is_verouderd(storing, before).await;
        self.storing(json!({})).await;
        self.boekt().await;
        self.is_vers().await;
    }
}

// shows SHV1-PRE4, SHV1-RV5, N-4
#[tokio::test]
async fn what_still_works_when_allegro_answers_wrong_or_not() {
    let mut toestand = Toestand::open().await;
    for (fault, storing) in [
        (json!({ "weg": "503" }), "bron_weg"),
        (json!({ "weg": "dicht" }), "bron_weg"),
        (json!({ "fout": "vorm" }), "onjuist_antwoord"),
        (json!({ "fout": "html" }), "onjuist_antwoord"),
        (json!({ "fout": "type" }), "onjuist_antwoord"),
        (json!({ "fout": "leeg" }), "onjuist_antwoord"),
        (json!({ "fout": "groot" }), "onjuist_antwoord"),
        (json!({ "fout": "ander" }), "onjuist_antwoord"),
        (json!({ "fout": "som" }), "klopt_niet"),
    ] {
        toestand.bij(fault, storing).await;
    }
    toestand.app.stop().await;
}

// shows SHV1-PRE4, N-4
#[tokio::test]
async fn what_still_works_when_allegro_is_slow() {
    let mut toestand = Toestand::open().await;
    toestand.storing(json!({ "traag": 250 })).await;
    toestand.boekt().await;
    toestand.gaat_door("slow").await;
    for fault in [json!({ "traag": 60_000 }), json!({ "weg": "hang" })] {
        toestand.bij(fault, "bron_weg").await;
    }
    toestand.app.stop().await;
}

// shows SHV1-PRE4, SHV1-RV4, N-4
#[tokio::test]
async fn what_still_works_when_allegro_repeats_itself_or_is_out_of_order() {
    let mut toestand = Toestand::open().await;
    toestand.storing(json!({ "dubbel": true })).await;
    toestand.boekt().await;
    toestand.gaat_door("repeats").await;
    // Every other answer is of before the last booking. The page refuses to go back; with the next answer it is up to date.
    toestand.storing(json!({ "volgorde": true })).await;
    toestand.boekt().await;
    toestand.boekt().await;
    assert_eq!(toestand.app.hint(HUUB, 0).await.status, 202);
    toestand.gaat_door("out of order").await;
    toestand.app.stop().await;
}

// shows SHV1-PRE4, SHV1-RV4, N-4
#[tokio::test]
async fn without_hints_a_booking_comes_with_the_next_question() {
    let mut toestand = Toestand::open().await;
    toestand.storing(json!({ "zonder_hint": true })).await;
    toestand.boekt().await;
    toestand.gaat_door("no hints").await;
    toestand.app.stop().await;
}

// shows SHV1-PRE4, SHV1-RV4, N-4
#[tokio::test]
async fn what_still_works_when_allegro_is_gone_and_comes_back() {
    let mut toestand = Toestand::open().await;
    toestand.boekt().await;
    toestand.is_vers().await;
    let before = toestand.saldo;
    toestand.app.bronnen().allegro.dood();
    assert_eq!(toestand.app.hint(HUUB, 0).await.status, 202);
    toestand.is_verouderd("bron_weg", before).await;
    // Who opens the page now sees the same, and its time.
    let mut other = Pagina::open(&toestand.app, &toestand.huub, &toestand.rekening).await;
    let seen = other.tot(|_| true).await;
    assert_eq!(
        (seen["stand"].as_str(), cents(&seen["bedragen"]["saldo_cents"])),
        (Some("verouderd"), before)
    );
    toestand.app.bronnen().allegro.weer_op();
    toestand.boekt().await;
    toestand.is_vers().await;
    toestand.app.stop().await;
}

// shows SHV1-PRE4, N-4
#[tokio::test]
async fn what_is_shown_when_allegro_does_not_know_the_customer() {
    let mut app = TestApp::start_met_bronnen().await;
    let (linda, verdeler) = (app.login("linda").await, app.login("werkverdeler").await);
    let mirjam = app.login("medewerker-budgetbeheer").await;
    let person = json!({ "voornamen": "Nieuw", "achternaam": "In beheer" });
    let id = |answer: keukentafel_tests::Answer| answer.json()["id"].as_str().unwrap().to_owned();
    let persoon = id(app.post(&linda, "/api/v1/personen", &person).await);
    let melding = json!({ "persoon": persoon, "zaaktype": "AANVRAAG-BIJZONDERE-BIJSTAND", "onderwerp": "Beheer", "kanaal": "balie" });
    let zaak = id(app.post(&linda, "/api/v1/meldingen", &melding).await);
    let assign = json!({ "behandelaars": [mirjam.id] });
    assert_eq!(app.post(&verdeler, &format!("/api/v1/zaken/{zaak}/toewijzen"), &assign).await.status, 200);
    let body = json!({ "persoon": persoon, "klant": "KT-777777", "vorm": "basis" });
    let rekening = id(app.post(&mirjam, "/api/v1/rekeningen", &body).await);
    let mut page = Pagina::open(&app, &mirjam, &rekening).await;
    let seen = page.tot(|b| b["storing"] == "klant_onbekend").await;
    assert_eq!((&seen["stand"], &seen["bedragen"]), (&"onbekend".into(), &Value::Null), "never a zero");
    Huis::open(&app).await.werkt(&app, "unknown customer").await;
    // Allegro comes to know them; the hint is that they changed.
    let klant = json!({ "klant": "KT-777777", "vrij_cents": 4200 });
    assert_eq!(app.bronnen().allegro.post("/_klant", &klant).await.status, 200);
    assert_eq!(app.hint("KT-777777", 0).await.status, 202);
    assert_eq!(page.tot(vers).await["bedragen"]["saldo_cents"], 4200);
    app.stop().await;
}

// shows SHV1-PRE4, N-4
#[tokio::test]
async fn what_is_shown_when_allegro_refuses_our_key() {
    let app = TestApp::start_met_bronnen_onder("een-andere-sleutel").await;
    let huub = app.login("huub").await;
    let rekening = zijn_rekening(&app, &huub).await;
    let mut page = Pagina::open(&app, &huub, &rekening).await;
    let seen = page.tot(|b| !b["storing"].is_null()).await;
    assert_eq!((&seen["storing"], &seen["bedragen"]), (&"bron_weg".into(), &Value::Null), "never a zero");
    Huis::open(&app).await.werkt(&app, "another key").await;
    app.stop().await;
}

// shows N-4, N-36
#[tokio::test]
async fn a_balance_goes_on_whatever_is_wrong_with_the_brp() {
    let mut toestand = Toestand::open().await;
    for fault in [
        json!({ "weg": "503" }),
        json!({ "weg": "dicht" }),
        json!({ "weg": "hang" }),
        json!({ "traag": 60_000 }),
        json!({ "fout": "html" }),
        json!({ "fout": "groot" }),
    ] {
        toestand.app.bronnen().brp.storing(&fault).await;
        toestand.boekt().await;
        toestand.is_vers().await;
    }
    toestand.app.stop().await;
}
