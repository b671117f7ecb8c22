use jiff::civil::date;
use keukentafel::clock::Moment;
use keukentafel::domain::bsn::Bsn;
use keukentafel::poort::brp::{
    AdresseerbaarObject, Adresvraag, BrpDatum, BrpPersoon, BrpZoekvraag, FunctieAdres, Gezagsrelatie,
    OpschortingReden, Raadpleging, Verblijfplaats,
};
use keukentafel::poort::{Doel, Onjuist};
use serde_json::{Value, json};

use super::vraag::Vraag;
use super::{lees, velden, wire};
use crate::openapi::{OpenApi, standards};

fn raadpleging(doel: Doel) -> Raadpleging {
    Raadpleging { op: Moment::from_micros(0), doel, velden: velden::persoon(doel) }
}

fn read(doel: Doel, personen: &Value) -> Result<Vec<BrpPersoon>, Onjuist> {
    let answer = json!({"type": "RaadpleegMetBurgerservicenummer", "personen": personen});
    let answer: wire::Antwoord = serde_json::from_value(answer).map_err(|_| Onjuist::Vorm)?;
    lees::personen(&answer, &raadpleging(doel))
}

fn check(persoon: Value, then: Result<(), Onjuist>) {
    let shown = persoon.to_string();
    assert_eq!(read(Doel::Jeugdhulp, &json!([persoon])).map(|_| ()), then, "{shown}");
}

fn name(geslachtsnaam: &str) -> BrpZoekvraag {
    BrpZoekvraag {
        geslachtsnaam: geslachtsnaam.to_owned(),
        geboortedatum: date(1958, 3, 14),
        voornamen: Some("Maria".to_owned()),
        voorvoegsel: None,
    }
}

fn home(postcode: &str, huisnummer: u32, letter: Option<&str>, more: Option<&str>) -> Adresvraag {
    Adresvraag::Postcode {
        postcode: postcode.to_owned(),
        huisnummer,
        huisletter: letter.map(str::to_owned),
        toevoeging: more.map(str::to_owned),
    }
}

#[test]
fn every_field_that_is_asked_is_in_the_standard_and_asked_once() {
    let Some(standard) = OpenApi::brp("every_field_that_is_asked_is_in_the_standard_and_asked_once") else {
        return;
    };
    let lookups = Doel::ALLE
        .map(velden::persoon)
        .into_iter()
        .chain([velden::BEWONER])
        .map(|fields| ("Persoon", fields));
    let searches = [velden::TREFFER, velden::OP_ADRES].map(|fields| ("PersoonBeperkt", fields));
    for (schema, fields) in lookups.chain(searches) {
        assert!(fields.contains(&"burgerservicenummer") && fields.len() <= 130);
        for (at, field) in fields.iter().enumerate() {
            assert!(standard.has_field(schema, field), "{schema} has no {field}");
            assert!(!fields[..at].contains(field), "{field} twice");
        }
    }
    assert!(
        !standard.has_field("PersoonBeperkt", "kinderen") && !standard.has_field("Persoon", "naam.roepnaam")
    );
}

// shows C2-L1
#[test]
fn questions_are_as_the_standard_says() {
    let Some(standard) = OpenApi::brp("questions_are_as_the_standard_says") else { return };
    let bsns = [Bsn::parse("999990019").unwrap()];
    let object = Adresvraag::Object(AdresseerbaarObject::parse("9998010000000001").unwrap());
    let bis = home("9999 XB", 42, Some("a"), Some("bis"));
    let (hoff, verhoef) = (name("van 't Hoff-Çelik"), name("Verhoef"));
    for question in [
        Vraag::raadpleeg(&bsns, velden::persoon(Doel::Jeugdhulp)),
        Vraag::zoek(&hoff).unwrap(),
        Vraag::zoek_ruimer(&verhoef).unwrap(),
        Vraag::op_adres(&object).unwrap(),
        Vraag::op_adres(&bis).unwrap(),
    ] {
        let body = serde_json::to_value(&question).unwrap();
        assert_eq!(standard.wrong(question.kind(), &body), Vec::<String>::new());
        assert_eq!(body["type"], question.kind());
    }
}

#[test]
fn what_the_brp_would_refuse_is_not_asked() {
    for wrong in ["", "Ver*", "*", "Ver\nhoef", "Ver_hoef", "Иванов", &"n".repeat(201)] {
        assert!(Vraag::zoek(&name(wrong)).is_none(), "{wrong}");
    }
    for short in ["", "Xu", "Ve*"] {
        assert!(Vraag::zoek_ruimer(&name(short)).is_none(), "{short}");
    }
    let wrong = [
        home("0999 XB", 1, None, None),
        home("9999  XB", 1, None, None),
        home("9999 X", 1, None, None),
        home("9999 XB", 0, None, None),
        home("9999 XB", 100_000, None, None),
        home("9999 XB", 1, Some("ab"), None),
        home("9999 XB", 1, None, Some("bisbis")),
    ];
    for adres in wrong {
        assert!(Vraag::op_adres(&adres).is_none());
    }
}

// shows C2-N1, ENS-12
#[test]
fn a_person_is_read_whole() {
    let persoon = json!({
        "burgerservicenummer": "999990020",
        "naam": {"voornamen": "Dylan", "geslachtsnaam": "Verhoef"},
        "geboorte": {"datum": {"type": "JaarMaandDatum", "jaar": 2017, "maand": 5, "langFormaat": "mei 2017"}},
        "geslacht": {"code": "M", "omschrijving": "man"},
        "opschortingBijhouding": {"reden": {"code": "X"}},
        "verblijfplaats": {"type": "Adres", "functieAdres": {"code": "B"}, "adresseerbaarObjectIdentificatie": "0000000000000000",
            "verblijfadres": {"korteStraatnaam": "Turfkade", "huisnummer": 18, "postcode": "9999 XA", "nieuw": 1}},
        "gezag": [{"type": "Voogdij", "minderjarige": {"burgerservicenummer": "999990020"}, "inOnderzoek": true,
            "derden": [{"type": "BekendeDerde", "burgerservicenummer": "999990019"}]}],
        "onbekendVeld": {"naam": 7}
    });
    let dylan = read(Doel::Jeugdhulp, &json!([persoon])).unwrap().pop().unwrap();
    assert!(dylan.geboorte == Some(BrpDatum::JaarMaand { jaar: 2017, maand: 5 }));
    assert_eq!(dylan.opschorting.unwrap().reden, OpschortingReden::Anders, "suspended all the same");
    assert!(dylan.in_onderzoek, "doubted anywhere is doubted");
    let Some(Verblijfplaats::Adres(adres)) = dylan.verblijfplaats else { panic!("no address") };
    assert_eq!((adres.functie, adres.object.is_none()), (Some(FunctieAdres::Briefadres), true));
    assert_eq!(adres.postcode.as_deref(), Some("9999XA"));
    let gezag = dylan.gezag.unwrap().pop().unwrap();
    let Gezagsrelatie::Voogdij { derden } = gezag.relatie else { panic!("no voogdij") };
    assert!(derden[0].bsn == Bsn::parse("999990019").ok());
    assert!(dylan.ouders == Some(Vec::new()), "asked, and there are none");
    assert!(dylan.kinderen.is_none() && dylan.partners.is_none(), "not asked");
}

#[test]
fn what_cannot_be_believed_is_refused() {
    let with = |name: &str, value: Value| {
        let mut persoon = json!({"burgerservicenummer": "999990020"});
        persoon[name] = value;
        persoon
    };
    check(with("x", json!(1)), Ok(()));
    check(json!({}), Err(Onjuist::Vorm));
    check(json!([]), Err(Onjuist::Vorm));
    check(with("burgerservicenummer", json!("999990021")), Err(Onjuist::Vorm));
    check(with("burgerservicenummer", json!(999_990_020)), Err(Onjuist::Vorm));
    check(with("geslacht", json!({"code": "?"})), Err(Onjuist::Vorm));
    check(with("naam", json!({"voornamen": "a\u{0}"})), Err(Onjuist::Vorm));
    check(with("naam", json!({"voornamen": "n".repeat(301)})), Err(Onjuist::BuitenGrens));
    check(with("geboorte", json!({"datum": {"type": "Datum"}})), Err(Onjuist::Vorm));
    check(with("geboorte", json!({"datum": {"type": "Datum", "datum": "1958-02-30"}})), Err(Onjuist::Vorm));
    check(with("geboorte", json!({"datum": {"type": "Ooit", "datum": "1958-02-03"}})), Err(Onjuist::Vorm));
    check(
        with("geboorte", json!({"datum": {"type": "JaarMaandDatum", "jaar": 1958, "maand": 13}})),
        Err(Onjuist::BuitenGrens),
    );
    check(with("verblijfplaats", json!({"type": "Zwerft"})), Err(Onjuist::Vorm));
    check(
        with("verblijfplaats", json!({"type": "Adres", "functieAdres": {"code": "X"}})),
        Err(Onjuist::Vorm),
    );
    check(with("ouders", json!(vec![json!({}); 61])), Err(Onjuist::BuitenGrens));
    check(with("kinderen", json!([{}])), Err(Onjuist::NietGevraagd));
    check(with("gezag", json!([{"type": "Voogdij"}])), Err(Onjuist::Vorm));
    check(
        with("gezag", json!([{"type": "Iets", "minderjarige": {"burgerservicenummer": "999990020"}}])),
        Err(Onjuist::Vorm),
    );
    let gezag = json!([{"type": "Voogdij", "minderjarige": {"burgerservicenummer": "999990020"}, "derden": [{}, {}, {}]}]);
    check(with("gezag", gezag), Err(Onjuist::BuitenGrens));
}

#[test]
fn the_official_test_persons_are_all_read() {
    let Some(folder) = standards("the_official_test_persons_are_all_read") else { return };
    let text = std::fs::read_to_string(folder.join("brp/testpersonen.json")).unwrap();
    let all: Value = serde_json::from_str(&text).unwrap();
    let mut many = 0;
    for group in ["officieel", "project"] {
        for persoon in all[group].as_array().unwrap() {
            let mut persoon = persoon.clone();
            let doel = if persoon.get("gezag").is_some() { Doel::Huishouden } else { Doel::Inkomen };
            for (field, purpose) in
                [("ouders", Doel::Jeugdhulp), ("kinderen", Doel::Inkomen), ("gezag", Doel::Huishouden)]
            {
                let only = persoon[field].take();
                if !only.is_null() {
                    let one = json!([{"burgerservicenummer": persoon["burgerservicenummer"], field: only}]);
                    let read = read(purpose, &one);
                    assert!(read.is_ok(), "{field} of {}: {:?}", persoon["burgerservicenummer"], read.err());
                }
                persoon.as_object_mut().unwrap().remove(field);
            }
            let read = read(doel, &json!([persoon]));
            assert!(read.is_ok(), "{}: {:?}", persoon["burgerservicenummer"], read.err());
            many += 1;
        }
    }
    assert!(many >= 64, "{many}");
}
