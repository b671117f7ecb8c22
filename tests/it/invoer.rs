//! Bad input on every endpoint: a code, a Dutch text, a line in the trail, and nothing changed.

use keukentafel::store::AuditUitkomst;
use keukentafel_tests::{Mens, Request, TestApp};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const ABSENT: &str = "019ab000-0000-7000-8000-00000000dead";

async fn refused_lines(app: &TestApp) -> usize {
    app.trail().await.iter().filter(|line| line.row.uitkomst == AuditUitkomst::Geweigerd).count()
}

async fn zaken(app: &TestApp, mens: &Mens) -> Value {
    app.get(mens, "/api/v1/zaken?lijst=alle&aantal=200").await.json()
}

struct Rij {
    wat: &'static str,
    path: String,
    body: Value,
    status: u16,
    code: &'static str,
}

fn rij(wat: &'static str, path: impl Into<String>, body: Value, status: u16, code: &'static str) -> Rij {
    Rij { wat, path: path.into(), body, status, code }
}

fn rijen(zaak: &str, persoon: &str, gesprek: &str) -> Vec<Rij> {
    let melding = |extra: Value| {
        let mut body =
            json!({ "persoon": persoon, "zaaktype": "MELDING-WMO", "onderwerp": "Hulp", "kanaal": "balie" });
        body.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
        body
    };
    let person = |extra: Value| {
        let mut body = json!({ "voornamen": "Iemand", "achternaam": "Anders" });
        body.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
        body
    };
    let long = "x".repeat(300);
    vec![
        rij(
            "unknown field",
            "/api/v1/meldingen",
            melding(json!({ "rol": "regisseur" })),
            422,
            "invoer.onbekend_veld",
        ),
        rij(
            "wrong type",
            "/api/v1/meldingen",
            melding(json!({ "onderwerp": 5 })),
            422,
            "invoer.waarde_ongeldig",
        ),
        rij("empty", "/api/v1/meldingen", melding(json!({ "onderwerp": "  " })), 422, "invoer.leeg"),
        rij("too long", "/api/v1/meldingen", melding(json!({ "onderwerp": long })), 422, "invoer.te_lang"),
        rij(
            "turning text",
            "/api/v1/meldingen",
            melding(json!({ "onderwerp": "a\u{202e}b" })),
            422,
            "invoer.tekens",
        ),
        rij(
            "unknown person",
            "/api/v1/meldingen",
            melding(json!({ "persoon": ABSENT })),
            422,
            "invoer.persoon_onbekend",
        ),
        rij("BSN", "/api/v1/personen", person(json!({ "bsn": "123456789" })), 422, "invoer.bsn_ongeldig"),
        rij(
            "BSN zeros",
            "/api/v1/personen",
            person(json!({ "bsn": "000000000" })),
            422,
            "invoer.bsn_ongeldig",
        ),
        rij(
            "no such day",
            "/api/v1/personen",
            person(json!({ "geboortedatum": "2026-02-30" })),
            422,
            "invoer.datum_ongeldig",
        ),
        rij(
            "tomorrow",
            "/api/v1/personen",
            person(json!({ "geboortedatum": "2199-01-01" })),
            422,
            "invoer.geboortedatum",
        ),
        rij("no question", "/api/v1/personen/zoek", json!({ "naam": "Verhoef" }), 422, "invoer.leeg"),
        rij(
            "telephone",
            format!("/api/v1/personen/{persoon}/contact"),
            json!({ "telefoon": "geen" }),
            422,
            "invoer.telefoon_ongeldig",
        ),
        rij(
            "other person's id",
            format!("/api/v1/personen/{ABSENT}/contact"),
            json!({ "telefoon": null }),
            404,
            "niet_gevonden",
        ),
        rij(
            "nobody",
            format!("/api/v1/zaken/{zaak}/toewijzen"),
            json!({ "behandelaars": [] }),
            422,
            "zaak.geen_behandelaars",
        ),
        rij(
            "a stranger",
            format!("/api/v1/zaken/{zaak}/toewijzen"),
            json!({ "behandelaars": [ABSENT] }),
            422,
            "invoer.medewerker_onbekend",
        ),
        rij(
            "no zaak",
            format!("/api/v1/zaken/{ABSENT}/toewijzen"),
            json!({ "behandelaars": [] }),
            404,
            "niet_gevonden",
        ),
        rij("no zaak", format!("/api/v1/zaken/{ABSENT}/in-behandeling"), json!({}), 404, "niet_gevonden"),
        rij(
            "no zaak",
            format!("/api/v1/zaken/{ABSENT}/documenten"),
            json!({ "soort": "gespreksverslag" }),
            404,
            "niet_gevonden",
        ),
        rij(
            "no kind",
            format!("/api/v1/zaken/{zaak}/documenten"),
            json!({ "soort": "liefdesbrief" }),
            422,
            "invoer.keuze_onbekend",
        ),
        rij(
            "no gesprek",
            format!("/api/v1/gesprekken/{ABSENT}/deelnemers"),
            json!({ "eraf": [] }),
            404,
            "niet_gevonden",
        ),
        rij(
            "a stranger",
            format!("/api/v1/gesprekken/{gesprek}/deelnemers"),
            json!({ "erbij": [ABSENT] }),
            422,
            "invoer.medewerker_onbekend",
        ),
    ]
}

// shows H2, E10
#[tokio::test]
async fn an_address_that_is_not_there_is_a_page_for_a_browser_and_a_problem_for_the_interface() {
    let app = TestApp::start().await;
    let browser = "text/html,application/xhtml+xml,*/*;q=0.8";
    let page = |path: &str| Request::get(path).with("accept", browser);
    for (path, status, words) in [
        ("/nergens", 404, "Naar het begin"),
        ("/demo/nergens", 404, "Naar het begin"),
        ("/%2e%2e/x", 404, "Naar het begin"),
        ("/assets/weg.js", 404, "Naar het begin"),
        ("/fout.html", 404, "Naar het begin"),
    ] {
        let answer = app.send(page(path)).await;
        assert_eq!(answer.status, status, "{path}");
        assert_eq!(answer.header("content-type"), Some("text/html; charset=utf-8"), "{path}");
        assert_eq!(answer.header("cache-control"), Some("no-store"), "{path}");
        assert!(answer.body.contains(words) && answer.body.contains("<h1>"), "{path}: {}", answer.body);
        assert!(!answer.body.contains("%titel%") && !answer.body.contains("<script"), "{path}");
    }
    for request in [page("/api/v1/nergens"), Request::get("/nergens"), page("/api/nergens")] {
        let answer = app.send(request).await;
        assert_eq!((answer.status, answer.header("content-type")), (404, Some("application/problem+json")));
    }
    let elsewhere = app.send(page("/nergens").with("host", "elders.example")).await;
    assert_eq!((elsewhere.status, elsewhere.header("content-type")), (421, Some("text/html; charset=utf-8")));
    let icon = app.send(Request::get("/favicon.ico")).await;
    assert_eq!((icon.status, icon.header("content-type")), (200, Some("image/svg+xml")));
    assert!(icon.body.starts_with("<svg"));
    app.stop().await;
}

// shows C2-L1, G41, KING-R6d
#[tokio::test]
async fn each_bad_input_is_refused_with_its_code_is_in_the_trail_and_changes_nothing() {
    let app = TestApp::start().await;
    let kevin = app.login("kevin").await;
    let zaak = app.gedeelde_zaak(&kevin).await;
    let persoon = app.get(&kevin, &format!("/api/v1/zaken/{zaak}")).await.json()["persoon"].clone();
    let made = app
        .post(&kevin, &format!("/api/v1/zaken/{zaak}/documenten"), &json!({ "soort": "gespreksverslag" }))
        .await;
    let gesprek = made.json()["gesprek"].clone();
    let before = zaken(&app, &kevin).await;
    for rij in rijen(&zaak, persoon.as_str().unwrap(), gesprek.as_str().unwrap()) {
        let lines = refused_lines(&app).await;
        let answer = app.post(&kevin, &rij.path, &rij.body).await;
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (rij.status, rij.code),
            "{} {}",
            rij.wat,
            answer.body
        );
        let problem = answer.json();
        assert!(problem["detail"].as_str().is_some_and(|text| text.len() > 10), "{}: {problem}", rij.wat);
        assert_eq!(refused_lines(&app).await, lines + 1, "{} is in the trail once", rij.wat);
    }
    assert_eq!(zaken(&app, &kevin).await, before);
    app.stop().await;
}

#[tokio::test]
async fn requests_that_are_not_ours_are_refused_before_anything_reads_them() {
    let app = TestApp::start().await;
    let kevin = app.login("kevin").await;
    let post = || Request::post("/api/v1/personen/zoek", &json!({ "bsn": "123456782" })).from(&kevin);
    let raw = |bytes: &[u8]| Request::raw_post("/api/v1/personen/zoek", bytes).from(&kevin);
    let deep = format!("{{\"bsn\":{}{}}}", "[".repeat(100), "]".repeat(100));
    let big = format!("{{\"bsn\":\"{}\"}}", "1".repeat(70_000));
    // The head of a gzip file, some bytes, and how large it says that it is.
    let gzip = |size: u32| [&[0x1f, 0x8b, 8, 0][..], &[0; 20], &size.to_le_bytes()].concat();
    for (wat, request, status) in [
        ("no header of ours", post().without("x-keukentafel"), 403),
        ("another origin", post().with("origin", "https://elders.example"), 403),
        ("not JSON", post().with("content-type", "text/plain"), 415),
        ("no session", post().without("cookie"), 401),
        ("a made-up session", post().with("cookie", "__Host-kt=00000000000000000000000000000000"), 401),
        ("another host", post().with("host", "elders.example"), 421),
        ("doubled key", raw(b"{\"bsn\":\"123456782\",\"bsn\":\"999993653\"}"), 422),
        ("cut off", raw(b"{\"bsn\":"), 400),
        ("too deep", raw(deep.as_bytes()), 400),
        ("far too deep, and too big", raw(&b"[".repeat(100_000)), 400),
        ("too big", raw(big.as_bytes()), 413),
        ("packed", raw(&gzip(2)).with("content-encoding", "gzip"), 415),
        ("packed, and cut off", raw(b"\x1f\x8b\x08\0").with("content-encoding", "gzip"), 415),
        ("packed too much", raw(&gzip(1 << 30)).with("content-encoding", "gzip"), 413),
        ("another method in a header", post().with("x-http-method-override", "DELETE"), 405),
        ("the same by its second name", post().with("x-http-method", "DELETE"), 405),
        ("and by its third", Request::get("/api/v1/ik").from(&kevin).with("x-method-override", "PUT"), 405),
        ("no such address", Request::get("/api/v1/bestaat-niet").from(&kevin), 404),
        ("no such id", Request::get("/api/v1/zaken/een").from(&kevin), 404),
        ("wrong page", Request::get("/api/v1/zaken?aantal=-1").from(&kevin), 422),
        ("wrong place", Request::get("/api/v1/zaken?na=hier").from(&kevin), 422),
    ] {
        let answer = app.send(request).await;
        assert_eq!(answer.status, status, "{wat}: {}", answer.body);
        assert!(!answer.code().is_empty(), "{wat}");
    }
    app.stop().await;
}

// shows H8: what comes behind an offer of another protocol was not looked at, so it is nobody's next request
#[tokio::test]
async fn a_line_on_which_another_protocol_was_offered_ends_with_the_answer() {
    let app = TestApp::start().await;
    let get = |extra: &str| format!("GET /healthz HTTP/1.1\r\nhost: {}\r\n{extra}\r\n", app.address());
    let last = get("connection: close\r\n");
    for (first, answers) in
        [("", 2), ("upgrade: iets\r\n", 1), ("connection: upgrade\r\nupgrade: websocket\r\n", 1)]
    {
        let mut line = TcpStream::connect(app.address()).await.unwrap();
        line.write_all(format!("{}{last}", get(first)).as_bytes()).await.unwrap();
        let mut heard = Vec::new();
        // It may end before all was read that was sent.
        drop(line.read_to_end(&mut heard).await);
        let heard = String::from_utf8_lossy(&heard).into_owned();
        assert_eq!(heard.matches("HTTP/1.1 200").count(), answers, "{first:?}: {heard}");
    }
    app.stop().await;
}
