use std::collections::BTreeSet;

use keukentafel::domain::bsn::Bsn;
use serde_json::{Value, json};

use super::personen::PERSONEN;
use super::{document, vraag};
use crate::openapi::OpenApi;
use crate::sim::server::Reply;

fn ask(question: &Value) -> (u16, Value) {
    let Reply { status, body, .. } = vraag::antwoord(question.as_object().unwrap(), &document::alle());
    (status.as_u16(), serde_json::from_slice(&body).unwrap())
}

fn found(question: &Value) -> Vec<String> {
    let (status, answer) = ask(question);
    assert_eq!(status, 200, "{answer}");
    let personen = answer["personen"].as_array().unwrap();
    personen.iter().map(|persoon| persoon["burgerservicenummer"].as_str().unwrap().to_owned()).collect()
}

fn zoek(geslachtsnaam: &str, geboortedatum: &str) -> Value {
    json!({"type": "ZoekMetGeslachtsnaamEnGeboortedatum", "geslachtsnaam": geslachtsnaam, "geboortedatum": geboortedatum,
        "fields": ["burgerservicenummer"]})
}

// shows X-56
#[test]
fn the_persons_are_made_up_and_many() {
    let bsns: BTreeSet<&str> = PERSONEN.iter().map(|persoon| persoon.bsn).collect();
    assert_eq!(bsns.len(), PERSONEN.len());
    assert!(bsns.len() >= 40, "{}", bsns.len());
    for bsn in bsns {
        assert!(Bsn::parse(bsn).is_ok() && bsn.starts_with("9999"), "{bsn}");
    }
}

#[test]
fn names_are_found_whole_or_by_their_beginning() {
    assert_eq!(found(&zoek("verhoef", "1958-03-14")), ["999990019"]);
    assert_eq!(found(&zoek("Verhoeff", "1958-03-14")), [""; 0]);
    assert_eq!(found(&zoek("VER*", "1958-03-14")), ["999990019", "999990111", "999990135"]);
    assert_eq!(found(&zoek("Verhoef", "1954-10-01")), [""; 0], "who died is not found");
    let mut dead = zoek("Verhoef", "1954-10-01");
    dead["inclusiefOverledenPersonen"] = true.into();
    assert_eq!(found(&dead), ["999990159"]);
}

// shows C2-N1
#[test]
fn the_brp_alone_shows_marias_household_without_dylan() {
    let at = |woning| {
        found(&json!({"type": "ZoekMetAdresseerbaarObjectIdentificatie", "fields": ["burgerservicenummer"],
            "adresseerbaarObjectIdentificatie": document::object(woning)}))
    };
    assert_eq!(
        at(super::personen::TURFKADE),
        ["999990019", "999990202"],
        "and Bram, who only gets mail there"
    );
    let (_, answer) =
        ask(&json!({"type": "RaadpleegMetBurgerservicenummer", "burgerservicenummer": ["999990020"],
        "fields": ["gezag", "verblijfplaats.verblijfadres.officieleStraatnaam"]}));
    let dylan = &answer["personen"][0];
    assert_eq!(dylan["verblijfplaats"]["verblijfadres"]["officieleStraatnaam"], "Bleekveld");
    assert_eq!(dylan["gezag"][0]["type"], "Voogdij");
    assert_eq!(dylan["gezag"][0]["derden"][0]["burgerservicenummer"], "999990019");
}

#[test]
fn only_what_was_asked_is_sent_and_what_is_always_sent() {
    let (_, answer) =
        ask(&json!({"type": "RaadpleegMetBurgerservicenummer", "fields": ["kinderen.burgerservicenummer"],
        "burgerservicenummer": ["999990019", "999990160"]}));
    assert_eq!(
        answer["personen"],
        json!([{"kinderen": [{"burgerservicenummer": "999990081"}]}, {"geheimhoudingPersoonsgegevens": true}])
    );
}

#[test]
fn a_wrong_question_is_refused_with_what_is_wrong() {
    let check = |question: Value, code: &str, name: &str| {
        let (status, answer) = ask(&question);
        assert_eq!((status, &answer["code"]), (400, &json!("paramsValidation")), "{question}");
        let params = answer["invalidParams"].as_array().unwrap();
        assert!(params.iter().any(|param| param["code"] == code && param["name"] == name), "{answer}");
    };
    let lookup = |bsns: Value, fields: Value| json!({"type": "RaadpleegMetBurgerservicenummer", "burgerservicenummer": bsns, "fields": fields});
    check(json!({}), "required", "type");
    check(json!({"type": "Zoek"}), "value", "type");
    check(lookup(json!("999990019"), json!(["naam"])), "array", "burgerservicenummer");
    check(lookup(json!(["99999001"]), json!(["naam"])), "pattern", "burgerservicenummer");
    check(lookup(json!([]), json!(["naam"])), "minItems", "burgerservicenummer");
    check(lookup(json!(vec!["999990019"; 21]), json!(["naam"])), "maxItems", "burgerservicenummer");
    check(lookup(json!(["999990019"]), json!([])), "minItems", "fields");
    check(lookup(json!(["999990019"]), json!(["inOnderzoek"])), "fields", "fields.0.");
    check(zoek("Ve*", "1958-03-14"), "pattern", "geslachtsnaam");
    check(zoek("Verhoef", "1958-03"), "date", "geboortedatum");
    let mut search = zoek("Verhoef", "1958-03-14");
    search["fields"] = json!(["kinderen"]);
    check(search.clone(), "fields", "fields.0.");
    search["postcode"] = "9999 XA".into();
    check(search, "unknownParam", "postcode");
}

#[test]
fn answers_and_refusals_are_as_the_standard_says() {
    let Some(standard) = OpenApi::brp("answers_and_refusals_are_as_the_standard_says") else { return };
    let beperkt = json!(["burgerservicenummer", "naam", "geboorte", "geslacht", "adressering"]);
    let mut questions: Vec<Value> = PERSONEN
        .chunks(20)
        .map(|some| {
            let bsns: Vec<&str> = some.iter().map(|persoon| persoon.bsn).collect();
            json!({"type": "RaadpleegMetBurgerservicenummer", "burgerservicenummer": bsns, "fields": ["burgerservicenummer",
                "naam", "geboorte", "geslacht", "overlijden", "gemeenteVanInschrijving", "verblijfplaats", "adressering",
                "kinderen", "ouders", "partners", "gezag"]})
        })
        .collect();
    let home = json!({"postcode": "9999 xb", "huisnummer": 42, "huisnummertoevoeging": "bis"});
    for (kind, given) in [
        (
            "ZoekMetGeslachtsnaamEnGeboortedatum",
            json!({"geslachtsnaam": "ver*", "geboortedatum": "1958-03-14"}),
        ),
        (
            "ZoekMetNaamEnGemeenteVanInschrijving",
            json!({"geslachtsnaam": "van*", "voornamen": "*", "gemeenteVanInschrijving": "9998"}),
        ),
        ("ZoekMetPostcodeEnHuisnummer", home),
        (
            "ZoekMetStraatHuisnummerEnGemeenteVanInschrijving",
            json!({"straat": "Wilgenl*", "huisnummer": 7, "gemeenteVanInschrijving": "9998"}),
        ),
        (
            "ZoekMetNummeraanduidingIdentificatie",
            json!({"nummeraanduidingIdentificatie": "9998200000000001"}),
        ),
        (
            "ZoekMetAdresseerbaarObjectIdentificatie",
            json!({"adresseerbaarObjectIdentificatie": "9998010000000012"}),
        ),
    ] {
        let mut question = given;
        question["type"] = kind.into();
        question["fields"] = beperkt.clone();
        questions.push(question);
    }
    for question in questions {
        let kind = question["type"].as_str().unwrap();
        // The one above that no name can match.
        let refused = question["voornamen"] == "*";
        let (status, answer) = ask(&question);
        if refused {
            assert_eq!(
                (status, standard.wrong("BadRequestFoutbericht", &answer)),
                (400, Vec::new()),
                "{answer}"
            );
            continue;
        }
        assert_eq!(standard.wrong(kind, &question), Vec::<String>::new());
        assert_eq!(status, 200, "{answer}");
        assert_eq!(standard.wrong(&format!("{kind}Response"), &answer), Vec::<String>::new());
        assert!(!answer["personen"].as_array().unwrap().is_empty(), "{kind} found nobody");
    }
}
