//! Groepen and plans over real sockets: the story of six, its refusals, and who sees which part.

use keukentafel::clock::{Clock, SystemClock};
use keukentafel::store::AuditUitkomst;
use keukentafel_tests::{Mens, Opening, TestApp};
use serde_json::{Value, json};

const ABSENT: &str = "019ab000-0000-7000-8000-00000000dead";

/// A day, so many from today.
fn over_dagen(dagen: i64) -> String {
    SystemClock::default().now().plus_micros(dagen * 24 * 3600 * 1_000_000).day().to_string()
}

async fn refused_lines(app: &TestApp) -> usize {
    app.trail().await.iter().filter(|line| line.row.uitkomst == AuditUitkomst::Geweigerd).count()
}

async fn persoon(app: &TestApp, mens: &Mens, bsn: &str) -> String {
    let found = app.post(mens, "/api/v1/personen/zoek", &json!({ "bsn": bsn })).await.json();
    found["items"][0]["id"].as_str().unwrap().to_owned()
}

fn id(answer: &keukentafel_tests::Answer) -> String {
    assert!((200..300).contains(&answer.status), "{}", answer.body);
    answer.json()["id"].as_str().unwrap().to_owned()
}

/// A day that lies so many days ahead, whenever this runs.
fn over(dagen: i64) -> String {
    use keukentafel::clock::{Clock, SystemClock};
    SystemClock::default().now().plus_micros(dagen * 86_400_000_000).day().to_string()
}

/// Rianne, with a plan of Maria and Dylan.
struct Casus {
    app: TestApp,
    rianne: Mens,
    maria: String,
    dylan: String,
    groep: String,
    plan: String,
}

async fn casus() -> Casus {
    let app = TestApp::start().await;
    let rianne = app.login("regisseur").await;
    let maria = persoon(&app, &rianne, "999990019").await;
    let dylan = persoon(&app, &rianne, "999990020").await;
    let body = json!({ "leden": [maria, dylan], "waarom": "Wij willen samen beter helpen." });
    let groep = id(&app.post(&rianne, "/api/v1/groepen", &body).await);
    let plan = id(&app.post(&rianne, &format!("/api/v1/groepen/{groep}/plan"), &json!({})).await);
    Casus { app, rianne, maria, dylan, groep, plan }
}

// shows KING-G1, KING-G3, KING-PL1, KING-PL3, KING-PL4, KING-PL8, KING-RG3
#[tokio::test]
async fn rianne_makes_a_groep_starts_its_plan_and_kevin_sees_his_part() {
    let Casus { app, rianne, maria, dylan, groep, plan } = casus().await;
    let path = |rest: &str| format!("/api/v1/plannen/{plan}{rest}");
    // The second is refused and points to the first.
    let again = app.post(&rianne, "/api/v1/groepen", &json!({ "leden": [dylan, maria] })).await;
    assert_eq!((again.status, again.code().as_str()), (409, "groep.bestaat_al"));
    assert_eq!(again.json()["verwijst_naar"], groep.as_str());
    let second = app.post(&rianne, &format!("/api/v1/groepen/{groep}/plan"), &json!({})).await;
    assert_eq!((second.status, second.code().as_str()), (409, "groep.plan_loopt_al"));
    assert_eq!(second.json()["verwijst_naar"], plan.as_str());
    // That a zaak of hers runs she sees because she leads the plan; linking it shows no more.
    let zaken = app.get(&rianne, &format!("/api/v1/zaken?lijst=alle&persoon={dylan}")).await.json();
    let zaak = zaken["items"][0]["id"].as_str().unwrap().to_owned();
    assert_eq!(zaken["items"][0]["toegang"], "dat");
    assert_eq!(app.post(&rianne, &path("/zaken"), &json!({ "zaak": zaak })).await.status, 200);
    assert_eq!(app.get(&rianne, &format!("/api/v1/zaken/{zaak}")).await.json()["toegang"], "dat");
    let goals = [
        (json!("groep"), "Samen eten aan tafel"),
        (json!({ "lid": maria }), "Maria heeft een avond voor zichzelf"),
        (json!({ "lid": dylan }), "Dylan gaat weer naar school"),
    ];
    for (voor, text) in &goals {
        let set = json!({ "voor": voor, "omschrijving": text });
        assert_eq!(app.post(&rianne, &path("/doelen"), &set).await.status, 200);
    }
    let (kevin, peter) = (app.login("kevin").await, app.login("peter").await);
    let part = app.get(&kevin, &path("")).await;
    assert_eq!(part.json()["toegang"], "dat");
    assert!(part.header("etag").is_none() && !part.body.contains("versie"), "{part:?}");
    assert!(part.body.contains("Samen eten") && part.body.contains("weer naar school"));
    assert!(!part.body.contains("een avond voor zichzelf"), "{}", part.body);
    assert_eq!(app.get(&peter, &path("")).await.status, 404, "his zaak is not in it");
    let nowhere = app.get(&peter, &format!("/api/v1/plannen/{ABSENT}")).await;
    assert_eq!(app.get(&peter, &path("")).await.body, nowhere.body);
    // What one is to do one may tick off, without a number of what is elsewhere.
    let task = json!({ "voor": { "lid": dylan }, "omschrijving": "Bel de school", "datum": over(20),
        "eigenaar": { "medewerker": kevin.id }, "herinnering": over(19) });
    assert_eq!(app.post(&rianne, &path("/acties"), &task).await.status, 200);
    let seen = app.get(&kevin, &path("")).await.json();
    let actie = seen["leden"][0]["acties"][0]["id"].clone();
    let done = app.post(&kevin, &path("/acties/gedaan"), &json!({ "actie": actie })).await;
    assert_eq!((done.status, &done.json()["versie"]), (200, &0.into()));
    assert!(done.header("etag").is_none());
    let wat = app.get(&rianne, &path("")).await.json();
    assert!(wat["acties"][0]["gedaan_op"].is_string());
    assert_eq!(wat["tijdlijn"][0]["soort"], "ActieGedaan");
    app.stop().await;
}

// shows KING-PL4
#[tokio::test]
async fn two_who_start_at_once_get_one_plan_between_them() {
    let Casus { app, rianne, groep, plan, .. } = casus().await;
    let ruben = app.login("regisseur2").await;
    let join = json!({ "regisseur": ruben.id });
    assert_eq!(app.post(&rianne, &format!("/api/v1/plannen/{plan}/regisseurs"), &join).await.status, 200);
    let close = json!({ "resultaat": "Klaar" });
    assert_eq!(app.post(&ruben, &format!("/api/v1/plannen/{plan}/sluiten"), &close).await.status, 200);
    let start = format!("/api/v1/groepen/{groep}/plan");
    let body = json!({});
    let (one, other) = tokio::join!(app.post(&rianne, &start, &body), app.post(&ruben, &start, &body));
    let (won, lost) = if one.status == 201 { (one, other) } else { (other, one) };
    assert_eq!((won.status, lost.status, lost.code().as_str()), (201, 409, "groep.plan_loopt_al"));
    assert_eq!(lost.json()["verwijst_naar"], won.json()["id"]);
    app.stop().await;
}

struct Rij {
    wat: &'static str,
    path: String,
    body: Value,
    status: u16,
    code: &'static str,
}

fn rijen(casus: &Casus, stranger: &str, doel: &str) -> Vec<Rij> {
    let rij = |wat, path: String, body, status, code| Rij { wat, path, body, status, code };
    let plan = |rest: &str| format!("/api/v1/plannen/{}{rest}", casus.plan);
    let groep = |rest: &str| format!("/api/v1/groepen/{}{rest}", casus.groep);
    let actie = |extra: Value| {
        let mut body = json!({ "voor": "groep", "omschrijving": "Bel", "datum": over(20),
            "eigenaar": { "lid": casus.maria } });
        body.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
        body
    };
    let goal = |extra: Value| {
        let mut body = json!({ "voor": "groep", "omschrijving": "Iets" });
        body.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
        body
    };
    let long = "x".repeat(500);
    let new = "/api/v1/groepen".to_owned();
    vec![
        rij("nobody", new.clone(), json!({ "leden": [] }), 422, "groep.geen_leden"),
        rij("a stranger", new.clone(), json!({ "leden": [ABSENT] }), 422, "invoer.persoon_onbekend"),
        rij("unknown field", new, json!({ "leden": [], "naam": "x" }), 422, "invoer.onbekend_veld"),
        rij("no groep", format!("/api/v1/groepen/{ABSENT}/plan"), json!({}), 404, "niet_gevonden"),
        rij("no signaal", groep("/plan"), json!({ "aanleiding": ABSENT }), 422, "invoer.signaal_onbekend"),
        rij(
            "a lid",
            groep("/participanten"),
            json!({ "persoon": casus.maria, "hoedanigheid": "oma" }),
            422,
            "groep.is_lid",
        ),
        rij(
            "as nothing",
            groep("/participanten"),
            json!({ "persoon": stranger, "hoedanigheid": " " }),
            422,
            "invoer.leeg",
        ),
        rij("empty goal", plan("/doelen"), goal(json!({ "omschrijving": "" })), 422, "invoer.leeg"),
        rij("long goal", plan("/doelen"), goal(json!({ "omschrijving": long })), 422, "invoer.te_lang"),
        rij(
            "for a stranger",
            plan("/doelen"),
            goal(json!({ "voor": { "lid": stranger } })),
            422,
            "plan.geen_lid",
        ),
        rij("for what", plan("/doelen"), goal(json!({ "voor": "iedereen" })), 422, "invoer.keuze_onbekend"),
        rij(
            "no goal",
            plan("/doelen/afronden"),
            json!({ "doel": ABSENT, "uitkomst": "behaald" }),
            404,
            "niet_gevonden",
        ),
        rij(
            "ended goal",
            plan("/doelen/wijzigen"),
            json!({ "doel": doel, "omschrijving": "Anders" }),
            409,
            "plan.doel_afgerond",
        ),
        rij("a day gone by", plan("/acties"), actie(json!({ "datum": over(-1) })), 422, "plan.dag"),
        rij("a year typed wrong", plan("/acties"), actie(json!({ "datum": "9999-12-31" })), 422, "plan.dag"),
        rij("no day", plan("/acties"), actie(json!({ "datum": "2026-02-30" })), 422, "invoer.datum_ongeldig"),
        rij(
            "late reminder",
            plan("/acties"),
            actie(json!({ "herinnering": over(21) })),
            422,
            "plan.herinnering",
        ),
        rij(
            "stranger's task",
            plan("/acties"),
            actie(json!({ "eigenaar": { "lid": stranger } })),
            422,
            "plan.geen_lid",
        ),
        rij(
            "nobody's task",
            plan("/acties"),
            actie(json!({ "eigenaar": { "medewerker": ABSENT } })),
            422,
            "invoer.medewerker_onbekend",
        ),
        rij(
            "withheld for no reason",
            plan("/achterhouden"),
            json!({ "onderdeel": { "doel": doel }, "achterhouden": { "reden": "", "tot_en_met": over_dagen(9), "herzien_op": over_dagen(9) } }),
            422,
            "invoer.leeg",
        ),
        rij(
            "withheld until a day that is none",
            plan("/achterhouden"),
            json!({ "onderdeel": { "doel": doel }, "achterhouden": { "reden": "Iets", "tot_en_met": "morgen", "herzien_op": over_dagen(9) } }),
            422,
            "invoer.datum_ongeldig",
        ),
        rij(
            "withheld too long",
            plan("/achterhouden"),
            json!({ "onderdeel": { "doel": doel }, "achterhouden": { "reden": "Iets", "tot_en_met": over_dagen(400), "herzien_op": over_dagen(400) } }),
            422,
            "plan.achterhouden_tot",
        ),
        rij(
            "shares nothing",
            plan("/delen"),
            json!({ "onderdeel": { "actie": ABSENT } }),
            404,
            "niet_gevonden",
        ),
        rij(
            "shares what",
            plan("/delen"),
            json!({ "onderdeel": { "zaak": ABSENT } }),
            422,
            "invoer.keuze_onbekend",
        ),
        rij("no action", plan("/acties/gedaan"), json!({ "actie": ABSENT }), 404, "niet_gevonden"),
        rij("no zaak", plan("/zaken"), json!({ "zaak": ABSENT }), 404, "niet_gevonden"),
        rij("not linked", plan("/zaken/loskoppelen"), json!({ "zaak": ABSENT }), 404, "niet_gevonden"),
        rij(
            "no regisseur",
            plan("/regisseurs"),
            json!({ "regisseur": ABSENT }),
            422,
            "invoer.medewerker_onbekend",
        ),
        rij(
            "the responsible one",
            plan("/regisseurs/verwijderen"),
            json!({ "regisseur": casus.rianne.id }),
            409,
            "plan.verantwoordelijk_blijft",
        ),
        rij("to a stranger", plan("/overdragen"), json!({ "regisseur": ABSENT }), 422, "plan.geen_regisseur"),
        rij("no result", plan("/sluiten"), json!({ "resultaat": "" }), 422, "invoer.leeg"),
        rij("no plan", format!("/api/v1/plannen/{ABSENT}/doelen"), goal(json!({})), 404, "niet_gevonden"),
    ]
}

#[tokio::test]
async fn each_bad_input_about_a_plan_is_refused_with_its_code_is_in_the_trail_and_changes_nothing() {
    let casus = casus().await;
    let (app, rianne) = (&casus.app, &casus.rianne);
    let path = format!("/api/v1/plannen/{}", casus.plan);
    let stranger = persoon(app, rianne, "999990068").await;
    let set = json!({ "voor": "groep", "omschrijving": "Voorbij" });
    app.post(rianne, &format!("{path}/doelen"), &set).await;
    let doel = app.get(rianne, &path).await.json()["doelen"][0]["id"].as_str().unwrap().to_owned();
    let end = json!({ "doel": doel, "uitkomst": "vervallen" });
    app.post(rianne, &format!("{path}/doelen/afronden"), &end).await;
    let before = app.get(rianne, &path).await.body;
    let rows = rijen(&casus, &stranger, &doel);
    // To anybody else none of it is there, and nothing tells otherwise.
    let kevin = app.login("kevin").await;
    for rij in rows.iter().filter(|rij| rij.path.contains(&casus.plan) || rij.path.contains(&casus.groep)) {
        let answer = app.post(&kevin, &rij.path, &rij.body).await;
        let shape = answer.code().starts_with("invoer.keuze");
        assert!(answer.code() == "niet_gevonden" || shape, "{}: {}", rij.wat, answer.body);
    }
    for rij in rows {
        let lines = refused_lines(app).await;
        let answer = app.post(rianne, &rij.path, &rij.body).await;
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (rij.status, rij.code),
            "{} {}",
            rij.wat,
            answer.body
        );
        assert_eq!(refused_lines(app).await, lines + 1, "{} is in the trail once", rij.wat);
    }
    assert_eq!(app.get(rianne, &path).await.body, before);
    casus.app.stop().await;
}

// shows KING-SI5, KING-PL3
#[tokio::test]
async fn marias_signaal_lands_in_the_plan_and_kevin_hears_live_that_his_zaak_is_in_it() {
    let Casus { app, rianne, maria, dylan, plan, .. } = casus().await;
    let kevin = app.login("kevin").await;
    let hallo = json!({ "t": "hallo", "tab": ABSENT });
    let mut his = open(&app, &kevin, &hallo).await;
    his.send(&json!({ "t": "sub", "r": 1, "topic": format!("plannen/{}", kevin.id) })).await;
    his.until("snap").await;
    let mut hers = open(&app, &rianne, &hallo).await;
    hers.send(&json!({ "t": "sub", "r": 1, "topic": format!("plan/{plan}") })).await;
    hers.until("snap").await;
    let zaken = app.get(&rianne, &format!("/api/v1/zaken?lijst=alle&persoon={dylan}")).await.json();
    let link = json!({ "zaak": zaken["items"][0]["id"] });
    app.post(&rianne, &format!("/api/v1/plannen/{plan}/zaken"), &link).await;
    assert_eq!(his.until("lid").await["topic"], format!("plan/{plan}@deelnemer"));
    let report = json!({ "soort": "zorgmijding", "persoon": maria });
    assert_eq!(app.post(&kevin, "/api/v1/signalen", &report).await.status, 201);
    loop {
        let line = hers.until("lid").await;
        if line["b"]["signaalsoort"] == "zorgmijding" {
            break;
        }
    }
    let emma = app.login("emma").await;
    let list = app.get(&emma, "/api/v1/signalen?soort=zorgmijding").await.json();
    assert_eq!(list["items"], json!([]), "it is with the regisseur now");
    app.stop().await;
}

async fn open(app: &TestApp, mens: &Mens, hallo: &Value) -> keukentafel_tests::Socket {
    let own = Opening { path: "/rt", mens: Some(mens), origin: Some("") };
    let mut rt = app.socket(own).await.unwrap_or_else(|status| unreachable!("{status}"));
    rt.send(hallo).await;
    rt.until("welkom").await;
    rt
}

// shows KING-R1b, KING-R1c, KING-R1d
#[tokio::test]
async fn maria_reads_her_plan_in_the_portal_without_what_is_withheld_or_another_s() {
    let Casus { app, rianne, maria, dylan, plan, .. } = casus().await;
    let path = |rest: &str| format!("/api/v1/plannen/{plan}{rest}");
    let later =
        json!({ "reden": "Eerst bespreken", "tot_en_met": over_dagen(60), "herzien_op": over_dagen(30) });
    for (voor, text, achterhouden) in [
        (json!("groep"), "Samen eten aan tafel", Value::Null),
        (json!("groep"), "Nog niet voor de groep", later.clone()),
        (json!({ "lid": maria }), "Een avond voor zichzelf", Value::Null),
        (json!({ "lid": dylan }), "Weer naar school", Value::Null),
    ] {
        let set = json!({ "voor": voor, "omschrijving": text, "achterhouden": achterhouden });
        assert_eq!(app.post(&rianne, &path("/doelen"), &set).await.status, 200, "{text}");
    }
    let zij = app.login("maria").await;
    let seen = app.get(&zij, "/api/v1/mijn/plannen").await;
    let mine = seen.json()["items"].as_array().unwrap().clone();
    let one = mine.iter().find(|one| one["groep"]["id"] == *plan).unwrap().to_string();
    assert!(one.contains("Samen eten aan tafel") && one.contains("Een avond voor zichzelf"));
    for hidden in ["Nog niet voor", "bespreken", "versie", "tijdlijn"] {
        assert!(!seen.body.contains(hidden), "{hidden}: {}", seen.body);
    }
    // Of Dylan she has gezag, by a court; it is told apart from her own.
    assert!(one.contains("Weer naar school"), "{one}");
    assert!(seen.header("etag").is_none());
    for nowhere in [path(""), path("/tijdlijn")] {
        let absent = nowhere.replace(&plan, ABSENT);
        assert_eq!(app.get(&zij, &nowhere).await.body, app.get(&zij, &absent).await.body, "{nowhere}");
    }
    for other in ["samira", "huub", "buurman", "kevin", "regisseur"] {
        let who = app.login(other).await;
        assert_eq!(app.get(&who, "/api/v1/mijn/plannen").await.json()["items"], json!([]), "{other}");
    }
    let wat = app.get(&rianne, &path("")).await.json();
    let [kept] = wat["niet_in_portaal"].as_array().unwrap().as_slice() else {
        panic!("one is withheld: {wat}")
    };
    assert_eq!((&kept["stand"], &kept["reden"]), (&json!("achtergehouden"), &json!("Eerst bespreken")));
    let share = json!({ "onderdeel": kept["onderdeel"] });
    assert_eq!(app.post(&rianne, &path("/delen"), &share).await.status, 200);
    assert!(app.get(&zij, "/api/v1/mijn/plannen").await.body.contains("Nog niet voor de groep"));
    let keep = json!({ "onderdeel": kept["onderdeel"], "achterhouden": later });
    assert_eq!(app.post(&rianne, &path("/achterhouden"), &keep).await.status, 200);
    assert!(!app.get(&zij, "/api/v1/mijn/plannen").await.body.contains("Nog niet voor de groep"));
    app.stop().await;
}
