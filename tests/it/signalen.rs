//! Signalen over real sockets: the interface with a key per source and its faults, and that nobody sees a source who may not.

use keukentafel::store::AuditUitkomst;
use keukentafel_tests::{Answer, Mens, Opening, Request, TestApp};
use serde_json::{Value, json};

const INKOMEND: &str = "/api/v1/signalen/inkomend";
const SCHOOL: &str = "demo-sleutel-school";
const BRINK: &str = "demo-sleutel-woningstichting";
const DYLAN: &str = "999990020";

async fn refused_lines(app: &TestApp) -> usize {
    app.trail().await.iter().filter(|line| line.row.uitkomst == AuditUitkomst::Geweigerd).count()
}

/// As an outside system sends it: no cookie, no header of our client.
fn melding(key: &str, body: &Value) -> Request {
    Request::post(INKOMEND, body).without("x-keukentafel").with("x-signaalsleutel", key)
}

async fn register(app: &TestApp, mens: &Mens) -> Vec<Value> {
    let list = app.get(mens, "/api/v1/signalen?stand=alle").await;
    list.json()["items"].as_array().cloned().unwrap_or_default()
}

fn body(extra: &Value) -> Value {
    let mut body = json!({ "kenmerk": "K-1", "soort": "schoolverzuim", "bsn": DYLAN });
    body.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
    body
}

// shows KING-ZT24, H3, H11
#[tokio::test]
async fn what_a_source_sends_wrongly_is_refused_written_down_and_changes_nothing() {
    let app = TestApp::start().await;
    let rianne = app.login("regisseur").await;
    let before = register(&app, &rianne).await;
    let good = || melding(SCHOOL, &body(&json!({})));
    let bad = |extra: Value| melding(SCHOOL, &body(&extra));
    let raw = |bytes: &[u8]| {
        Request::raw_post(INKOMEND, bytes).without("x-keukentafel").with("x-signaalsleutel", SCHOOL)
    };
    let long = "x".repeat(5000);
    let big = format!("{{\"kenmerk\":\"{}\"}}", "1".repeat(70_000));
    for (wat, request, status, code) in [
        ("no key", good().without("x-signaalsleutel"), 401, "signaal.sleutel"),
        ("a wrong key", melding("demo-sleutel", &body(&json!({}))), 401, "signaal.sleutel"),
        ("an empty key", melding("", &body(&json!({}))), 401, "signaal.sleutel"),
        ("a session is no key", good().without("x-signaalsleutel").from(&rianne), 401, "signaal.sleutel"),
        ("too big", raw(big.as_bytes()), 413, "invoer.te_groot"),
        ("not JSON", good().with("content-type", "text/plain"), 415, "invoer.soort"),
        ("cut off", raw(b"{\"kenmerk\":"), 400, "invoer.geen_json"),
        ("doubled", raw(b"{\"kenmerk\":\"a\",\"kenmerk\":\"b\"}"), 422, "invoer.dubbele_sleutel"),
        ("unknown field", bad(json!({ "rol": "regisseur" })), 422, "invoer.onbekend_veld"),
        ("whose it is is not asked", bad(json!({ "bron": "politie" })), 422, "invoer.onbekend_veld"),
        ("an id of ours", bad(json!({ "persoon": rianne.id })), 422, "invoer.onbekend_veld"),
        (
            "surer than its key",
            bad(json!({ "betrouwbaarheid": "vastgesteld" })),
            422,
            "signaal.betrouwbaarheid",
        ),
        ("no reference", bad(json!({ "kenmerk": " " })), 422, "invoer.leeg"),
        ("no kind", bad(json!({ "soort": "roddel" })), 422, "invoer.keuze_onbekend"),
        ("a BSN that is none", bad(json!({ "bsn": "123456789" })), 422, "invoer.bsn_ongeldig"),
        ("zeros", bad(json!({ "bsn": "000000000" })), 422, "invoer.bsn_ongeldig"),
        ("a number", bad(json!({ "bsn": 999_990_020 })), 422, "invoer.waarde_ongeldig"),
        ("about nobody", bad(json!({ "bsn": null })), 422, "invoer.leeg"),
        ("no such day", bad(json!({ "waargenomen_op": "2026-02-30" })), 422, "invoer.datum_ongeldig"),
        ("tomorrow", bad(json!({ "waargenomen_op": "2199-01-01" })), 422, "signaal.waargenomen"),
        ("born tomorrow", bad(json!({ "geboortedatum": "2199-01-01" })), 422, "invoer.geboortedatum"),
        ("too long", bad(json!({ "toelichting": long })), 422, "invoer.te_lang"),
        ("turning text", bad(json!({ "naam": "a\u{202e}b" })), 422, "invoer.tekens"),
    ] {
        let lines = refused_lines(&app).await;
        let answer = app.send(request).await;
        assert_eq!((answer.status, answer.code().as_str()), (status, code), "{wat}: {}", answer.body);
        assert!(answer.json()["detail"].as_str().is_some_and(|text| text.len() > 10), "{wat}");
        assert_eq!(refused_lines(&app).await, lines + 1, "{wat} is in the trail once");
    }
    let foreign = app.send(good().with("origin", "https://elders.example")).await;
    assert_eq!(foreign.status, 403, "a page in a browser is no source");
    assert_eq!(register(&app, &rianne).await, before);
    let trail = app.trail().await;
    let by_school = trail.iter().filter(|line| line.row.rol.as_deref() == Some("signaalbron"));
    assert!(
        by_school.clone().all(|line| line.row.sessie.is_none() || line.row.sessie == Some(uuid::Uuid::nil()))
    );
    assert!(by_school.count() >= 23);
    app.stop().await;
}

fn taken(answer: &Answer) -> (String, String) {
    assert_eq!(answer.status, 201, "{}", answer.body);
    let json = answer.json();
    let fields: Vec<_> = json.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(fields, ["inzending", "kenmerk"], "a source hears of its own report and no more");
    (json["inzending"].as_str().unwrap().to_owned(), json["kenmerk"].as_str().unwrap().to_owned())
}

// shows KING-ZT24, KING-SI3
#[tokio::test]
async fn a_reference_is_its_sources_own_and_comes_in_once() {
    let app = TestApp::start().await;
    let rianne = app.login("regisseur").await;
    let count = register(&app, &rianne).await.len();
    let rent = json!({ "kenmerk": "WB-7", "soort": "huurachterstand", "naam": "Piet Nieuw", "geboortedatum": "1970-01-02" });
    let first = taken(&app.send(melding(BRINK, &rent)).await);
    assert_eq!(taken(&app.send(melding(BRINK, &rent)).await), first, "again is the same");
    assert_eq!(register(&app, &rianne).await.len(), count + 1);
    // The same reference with something else is a mistake of the source's, and it hears so.
    let mut other = rent.clone();
    other["naam"] = "Iemand Anders".into();
    let reused = app.send(melding(BRINK, &other)).await;
    assert_eq!((reused.status, reused.code().as_str()), (422, "opdracht.sleutel_hergebruikt"));
    // Somebody else's reference opens nothing: it is a report of one's own, and here a repeat of the same about the same person.
    let theirs = taken(&app.send(melding(SCHOOL, &rent)).await);
    assert_ne!(theirs.0, first.0);
    let rows = register(&app, &rianne).await;
    let row = rows.iter().find(|row| row["betreft"]["nog_onbekend"]["naam"] == "Piet Nieuw").unwrap();
    assert_eq!((rows.len(), &row["keren"]), (count + 1, &2.into()));
    assert_eq!(row["bronnen"], json!(["school", "woningstichting"]));
    // Long after what commands answered is forgotten, and when a repeat would be a new signaal, it is still the same.
    for later in ["P15D", "P30D"] {
        let verder = app.post(&rianne, "/demo/klok", &json!({ "vooruit": later })).await;
        assert_eq!(verder.status, 200, "{}", verder.body);
        assert_eq!(taken(&app.send(melding(BRINK, &rent)).await), first, "{later}");
        let reused = app.send(melding(BRINK, &other)).await;
        assert_eq!((reused.status, reused.code().as_str()), (422, "opdracht.sleutel_hergebruikt"), "{later}");
        let after = register(&app, &rianne).await;
        let row = after.iter().find(|row| row["betreft"]["nog_onbekend"]["naam"] == "Piet Nieuw").unwrap();
        assert_eq!((after.len(), &row["keren"]), (count + 1, &2.into()), "{later}");
    }
    app.stop().await;
}

#[tokio::test]
async fn a_source_that_floods_waits_and_keeps_no_other_out() {
    let app = TestApp::start().await;
    let report = |n: usize| json!({ "kenmerk": format!("F-{n}"), "soort": "overig", "naam": "Flip" });
    let mut refused = None;
    for n in 0..200 {
        let answer = app.send(melding(BRINK, &report(n))).await;
        if answer.status != 201 {
            refused = Some(answer);
            break;
        }
    }
    let refused = refused.unwrap();
    assert_eq!((refused.status, refused.code().as_str()), (429, "te_vaak"));
    assert!(refused.header("retry-after").is_some_and(|wait| wait.parse::<u64>().unwrap() > 0));
    assert_eq!(app.send(melding(SCHOOL, &report(999))).await.status, 201);
    app.stop().await;
}

/// What each role sees of a register, typed by hand: kinds by word, with whether the content is there.
fn verdict(persona: &str, soort: &str) -> Option<bool> {
    let content: &[&str] = match soort {
        "huurachterstand" | "energie_afsluiting" | "overlast" | "overig" => {
            &["kevin", "emma", "regisseur", "regisseur2"]
        }
        "schoolverzuim" | "zorgen_om_kind" => &["kevin", "regisseur", "regisseur2"],
        "zorgmijding" => &["emma", "regisseur", "regisseur2"],
        "partnergeweld" => &["regisseur", "regisseur2"],
        other => unreachable!("no such kind: {other}"),
    };
    match persona {
        "wijkteammanager" => Some(false),
        who if content.contains(&who) => Some(true),
        _ => None,
    }
}

// shows KING-SI2, KING-SI3, KING-ZT25, KING-R4c, C2-R3, C2-R4
#[tokio::test]
async fn each_persona_sees_the_register_that_the_policy_says_and_no_other_sees_a_source() {
    let app = TestApp::start().await;
    let rianne = app.login("regisseur").await;
    for (n, soort) in ["partnergeweld", "zorgmijding"].into_iter().enumerate() {
        let report = json!({ "kenmerk": format!("P-{n}"), "soort": soort, "bsn": "999990019",
            "toelichting": "geheime toelichting" });
        assert_eq!(app.send(melding(BRINK, &report)).await.status, 201);
    }
    let whole = register(&app, &rianne).await;
    assert!(whole.len() >= 6, "{whole:?}");
    for persona in [
        "kevin",
        "emma",
        "regisseur2",
        "wijkteammanager",
        "peter",
        "linda",
        "kcc",
        "werkverdeler",
        "maria",
        "samira",
        "buurman",
        "ketenpartner",
        "privacyfunctionaris",
        "bestuur",
        "toetser",
        "miriam",
    ] {
        let mens = app.login(persona).await;
        let list = app.get(&mens, "/api/v1/signalen?stand=alle").await;
        let rows =
            if list.status == 404 { Vec::new() } else { list.json()["items"].as_array().cloned().unwrap() };
        let expected: Vec<_> = whole
            .iter()
            .filter(|row| verdict(persona, row["signaalsoort"].as_str().unwrap()).is_some())
            .collect();
        assert_eq!(rows.len(), expected.len(), "{persona}: {}", list.body);
        for row in &whole {
            let id = row["id"].as_str().unwrap();
            let seen = app.get(&mens, &format!("/api/v1/signalen/{id}")).await;
            match verdict(persona, row["signaalsoort"].as_str().unwrap()) {
                None => assert_eq!(seen.status, 404, "{persona}"),
                Some(false) => {
                    assert_eq!(seen.json()["toegang"], "dat");
                    let text = format!("{}{}", seen.body, list.body);
                    for hidden in ["betreft", "bron", "inzendingen", "Verhoef", "Haddad", "geheime", "9999"] {
                        assert!(!text.contains(hidden), "{persona} reads {hidden}");
                    }
                }
                Some(true) => assert_eq!(seen.json()["toegang"], "schrijven", "{persona}"),
            }
        }
    }
    app.stop().await;
}

// shows KING-SI3
#[tokio::test]
async fn whom_a_signaal_is_about_finds_no_trace_of_it() {
    let app = TestApp::start().await;
    let (maria, rianne) = (app.login("maria").await, app.login("regisseur").await);
    let own = app.get(&maria, "/api/v1/ik").await.json()["persoon"].as_str().unwrap().to_owned();
    let pages = [
        "/api/v1/ik".to_owned(),
        "/api/v1/zaken?lijst=alle".to_owned(),
        format!("/api/v1/personen/{own}"),
        "/api/v1/plannen".to_owned(),
    ];
    let mut before = Vec::new();
    for page in &pages[1..] {
        before.push(app.get(&maria, page).await.body);
    }
    let report = json!({ "kenmerk": "M-1", "soort": "huurachterstand", "bsn": "999990019" });
    assert_eq!(app.send(melding(BRINK, &report)).await.status, 201);
    let mut after = Vec::new();
    for page in &pages[1..] {
        after.push(app.get(&maria, page).await.body);
    }
    assert_eq!(after, before);
    let rows = register(&app, &rianne).await;
    let id = rows.iter().find(|row| row["betreft"]["persoon"]["id"] == own.as_str()).unwrap()["id"].clone();
    let id = id.as_str().unwrap();
    let gemeente = app.get(&maria, "/api/v1/ik").await.json()["gemeente"]["id"].clone();
    let own_line = Opening { path: "/rt", mens: Some(&maria), origin: Some("") };
    let mut rt = app.socket(own_line).await.unwrap_or_else(|status| unreachable!("{status}"));
    rt.send(&json!({ "t": "hallo", "tab": "019ab000-0000-7000-8000-00000000dead" })).await;
    rt.until("welkom").await;
    for topic in [
        format!("signaal/{id}@dat"),
        format!("signaal/{id}@rij"),
        format!("signaal/{id}@wat"),
        format!("signalen/{}", gemeente.as_str().unwrap()),
        format!("aandacht/{own}@regie"),
        format!("aandacht/{own}@jeugd"),
    ] {
        rt.send(&json!({ "t": "sub", "r": 1, "topic": topic })).await;
        assert_eq!(rt.until("err").await["code"], "niet_gevonden", "{topic}");
    }
    // Her own report about somebody is answered alike, known or not.
    for naam in ["Huub van Peeters", "Niemand Bekend"] {
        let body = json!({ "soort": "overlast", "naam": naam, "geboortedatum": "1974-07-19" });
        let answer = app.post(&maria, "/api/v1/signalen", &body).await;
        assert_eq!(answer.status, 201, "{}", answer.body);
        assert_eq!(answer.json().as_object().unwrap().keys().collect::<Vec<_>>(), ["inzending"]);
    }
    let bsn = json!({ "soort": "overlast", "bsn": "999990068" });
    assert_eq!(app.post(&maria, "/api/v1/signalen", &bsn).await.code(), "signaal.bsn_niet_nodig");
    app.stop().await;
}

// shows KING-ZT23
#[tokio::test]
async fn a_form_offers_what_its_reader_may_say_and_no_more_is_taken() {
    let app = TestApp::start().await;
    let all = json!(["vastgesteld", "eigen_waarneming", "van_horen_zeggen"]);
    let lives_here = json!(["eigen_waarneming", "van_horen_zeggen"]);
    for (persona, offered) in
        [("maria", &lives_here), ("buurman", &lives_here), ("emma", &all), ("kcc", &all)]
    {
        let mens = app.login(persona).await;
        let form = app.get(&mens, "/api/v1/signaalsoorten").await.json();
        assert_eq!(&form["betrouwbaarheid"], offered, "{persona}");
        for hoe in ["vastgesteld", "eigen_waarneming", "van_horen_zeggen"] {
            let body = json!({ "soort": "overig", "naam": "Iemand", "betrouwbaarheid": hoe });
            let answer = app.post(&mens, "/api/v1/signalen", &body).await;
            if offered.as_array().unwrap().contains(&hoe.into()) {
                assert_eq!(answer.status, 201, "{persona} {hoe}: {}", answer.body);
            } else {
                assert_eq!(
                    (answer.status, answer.code().as_str()),
                    (422, "signaal.betrouwbaarheid"),
                    "{persona}"
                );
            }
        }
    }
    app.stop().await;
}

// shows KING-ZT25
#[tokio::test]
async fn the_register_goes_on_where_the_page_ended_and_wrong_questions_are_refused() {
    let app = TestApp::start().await;
    let rianne = app.login("regisseur").await;
    for n in 0..5 {
        let report = json!({ "kenmerk": format!("R-{n}"), "soort": "overig", "naam": format!("Naam {n}") });
        assert_eq!(app.send(melding(BRINK, &report)).await.status, 201);
    }
    let whole = register(&app, &rianne).await;
    let (mut found, mut na) = (Vec::new(), String::new());
    loop {
        let page = app.get(&rianne, &format!("/api/v1/signalen?stand=alle&aantal=2{na}")).await.json();
        found.extend(page["items"].as_array().unwrap().clone());
        assert!(page["items"].as_array().unwrap().len() <= 2);
        match page["volgende"].as_str() {
            Some(next) => na = format!("&na={next}"),
            None => break,
        }
    }
    assert_eq!(found, whole, "page by page the same");
    for wrong in ["stand=weg", "aantal=0", "aantal=201", "aantal=x", "na=1", "soort=roddel", "iets=1"] {
        let answer = app.get(&rianne, &format!("/api/v1/signalen?{wrong}")).await;
        assert!((400..500).contains(&answer.status), "{wrong}: {}", answer.status);
    }
    app.stop().await;
}
