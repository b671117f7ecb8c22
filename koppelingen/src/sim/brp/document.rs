//! Makes of the typed persons what the BRP says of them.

use jiff::civil::Date;
use keukentafel::domain::tekst;
use serde_json::{Map, Value, json};

use super::personen::{
    Bijzonder, DeelDatum, GEZAG, Gezag, OUDERSCHAP, PERSONEN, Persoon, Plek, VERBINTENISSEN, WONINGEN, Woning,
};

/// The place that does not exist, and its municipality code that was not given out.
const WOONPLAATS: &str = "Wiedermeer";
const GEMEENTE: &str = "9998";

/// Everybody, as JSON of the standard's `Persoon`.
pub(super) fn alle() -> Vec<Value> {
    PERSONEN.iter().map(persoon).collect()
}

fn persoon(persoon: &Persoon) -> Value {
    let mut fields = Map::new();
    let mut put = |name: &str, value: Value| drop(fields.insert(name.to_owned(), value));
    put("burgerservicenummer", persoon.bsn.into());
    put("naam", naam(persoon, true));
    put("geslacht", geslacht(persoon.geslacht));
    put("geboorte", json!({"datum": datum(persoon.geboren)}));
    put("gemeenteVanInschrijving", json!({"code": GEMEENTE, "omschrijving": WOONPLAATS}));
    let (verblijfplaats, adressering) = plek(persoon.plek);
    put("verblijfplaats", verblijfplaats);
    put("adressering", adressering);
    match persoon.bijzonder {
        Bijzonder::Niets => {}
        Bijzonder::Geheim => put("geheimhoudingPersoonsgegevens", true.into()),
        Bijzonder::Overleden(op) => {
            put("overlijden", json!({"datum": datum(op)}));
            put("opschortingBijhouding", opschorting("O", "overlijden", op));
        }
        Bijzonder::Vertrokken(op) => put("opschortingBijhouding", opschorting("E", "emigratie", op)),
        Bijzonder::Onderzoek(sinds) => {
            put("inOnderzoek", json!({"geslacht": true, "datumIngangOnderzoekPersoon": datum(sinds)}))
        }
    }
    for (name, list) in relaties(persoon.bsn) {
        if !list.is_empty() {
            put(name, list.into());
        }
    }
    Value::Object(fields)
}

fn opschorting(code: &str, omschrijving: &str, op: DeelDatum) -> Value {
    json!({"reden": {"code": code, "omschrijving": omschrijving}, "datum": datum(op)})
}

/// A date with what is known of it.
fn datum(deel: DeelDatum) -> Value {
    let numbers: Vec<i16> = deel.split('-').filter_map(|part| part.parse().ok()).collect();
    match *numbers.as_slice() {
        [jaar, maand, dag] => {
            let dag = i8::try_from(maand)
                .ok()
                .zip(i8::try_from(dag).ok())
                .and_then(|(m, d)| Date::new(jaar, m, d).ok());
            let lang = dag.map(tekst::dag).unwrap_or_default();
            json!({"type": "Datum", "datum": deel, "langFormaat": lang})
        }
        [jaar, maand] => {
            let dag = i8::try_from(maand).ok().and_then(|m| Date::new(jaar, m, 1).ok());
            let lang = dag.map(|dag| tekst::dag(dag).split_off(2)).unwrap_or_default();
            json!({"type": "JaarMaandDatum", "jaar": jaar, "maand": maand, "langFormaat": lang})
        }
        [jaar] => json!({"type": "JaarDatum", "jaar": jaar, "langFormaat": jaar.to_string()}),
        _ => json!({"type": "DatumOnbekend", "onbekend": true, "langFormaat": "onbekend"}),
    }
}

fn geslacht(code: char) -> Value {
    let omschrijving = match code {
        'M' => "man",
        'V' => "vrouw",
        _ => "onbekend",
    };
    json!({"code": code, "omschrijving": omschrijving})
}

fn naam(persoon: &Persoon, eigen: bool) -> Value {
    let mut fields = Map::new();
    let voorletters: String =
        persoon.voornamen.split(' ').filter_map(|naam| naam.chars().next()).flat_map(|c| [c, '.']).collect();
    let parts = [
        ("voornamen", persoon.voornamen),
        ("voorletters", &voorletters),
        ("voorvoegsel", persoon.voorvoegsel),
        ("geslachtsnaam", persoon.geslachtsnaam),
    ];
    for (name, part) in parts {
        if !part.is_empty() {
            fields.insert(name.to_owned(), part.into());
        }
    }
    if eigen {
        fields.insert("volledigeNaam".to_owned(), volledig(persoon).into());
    }
    Value::Object(fields)
}

fn volledig(persoon: &Persoon) -> String {
    let parts = [persoon.voornamen, persoon.voorvoegsel, persoon.geslachtsnaam];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Where somebody is registered, and what one writes on an envelope.
fn plek(plek: Plek) -> (Value, Value) {
    match plek {
        Plek::Woont(at) => adres(at, "W", "woonadres", false),
        Plek::Briefadres(at) => adres(at, "B", "briefadres", false),
        Plek::Niet(at) => adres(at, "W", "woonadres", true),
        Plek::Buitenland(code, land) => {
            let land = json!({"code": code, "omschrijving": land});
            (
                json!({"type": "VerblijfplaatsBuitenland", "verblijfadres": {"land": land}, "datumVan": datum("2023-08-01")}),
                json!({"land": land}),
            )
        }
        Plek::Onbekend => {
            (json!({"type": "VerblijfplaatsOnbekend", "datumVan": datum("2025-01-15")}), json!({}))
        }
    }
}

fn adres(at: usize, code: &str, functie: &str, niet: bool) -> (Value, Value) {
    let Some(woning) = WONINGEN.get(at) else { return (Value::Null, Value::Null) };
    let Woning { straat, huisnummer, huisletter, toevoeging, postcode } = woning;
    let mut verblijfadres = json!({
        "officieleStraatnaam": straat,
        "korteStraatnaam": straat,
        "huisnummer": huisnummer,
        "postcode": postcode,
        "woonplaats": WOONPLAATS,
    });
    let mut regel = format!("{straat} {huisnummer}");
    for (name, part, between) in [("huisletter", huisletter, ""), ("huisnummertoevoeging", toevoeging, " ")] {
        if let (Some(part), Some(fields)) = (part, verblijfadres.as_object_mut()) {
            fields.insert(name.to_owned(), (*part).into());
            regel = format!("{regel}{between}{part}");
        }
    }
    let mut verblijfplaats = json!({
        "type": "Adres",
        "verblijfadres": verblijfadres,
        "functieAdres": {"code": code, "omschrijving": functie},
        "adresseerbaarObjectIdentificatie": object(at),
        "nummeraanduidingIdentificatie": format!("{GEMEENTE}20{:010}", at + 1),
        "datumVan": datum("2015-04-01"),
    });
    if let (true, Some(fields)) = (niet, verblijfplaats.as_object_mut()) {
        fields.insert("indicatieVastgesteldVerblijftNietOpAdres".to_owned(), true.into());
    }
    let (cijfers, letters) = postcode.split_at(4);
    let plaats = WOONPLAATS.to_uppercase();
    (verblijfplaats, json!({"adresregel1": regel, "adresregel2": format!("{cijfers} {letters}  {plaats}")}))
}

/// The BAG's id of a home.
pub(super) fn object(at: usize) -> String {
    format!("{GEMEENTE}01{:010}", at + 1)
}

fn wie(bsn: &str) -> Option<&'static Persoon> {
    PERSONEN.iter().find(|persoon| persoon.bsn == bsn)
}

/// Somebody as they stand with a relative.
fn verwant(bsn: &str) -> Option<Map<String, Value>> {
    let persoon = wie(bsn)?;
    let value = json!({
        "burgerservicenummer": bsn,
        "naam": naam(persoon, false),
        "geboorte": {"datum": datum(persoon.geboren)},
    });
    match value {
        Value::Object(fields) => Some(fields),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => None,
    }
}

fn relaties(bsn: &'static str) -> [(&'static str, Vec<Value>); 4] {
    let kinderen = OUDERSCHAP.iter().filter(|(ouders, _)| ouders.contains(&bsn));
    let kinderen = kinderen.filter_map(|(_, kind)| verwant(kind)).map(Value::Object);
    let ouders =
        OUDERSCHAP.iter().filter(|(_, kind)| *kind == bsn).flat_map(|(ouders, _)| ouders.iter().enumerate());
    let ouders = ouders.filter_map(|(at, ouder)| {
        let mut fields = verwant(ouder)?;
        fields.insert("ouderAanduiding".to_owned(), (at + 1).to_string().into());
        fields.insert("geslacht".to_owned(), geslacht(wie(ouder)?.geslacht));
        Some(Value::Object(fields))
    });
    let partners = VERBINTENISSEN.iter().filter_map(|(a, b, soort, sinds, tot)| {
        let ander = if *a == bsn { b } else { a };
        if *a != bsn && *b != bsn {
            return None;
        }
        let mut fields = verwant(ander)?;
        let omschrijving = if *soort == 'H' { "huwelijk" } else { "geregistreerd partnerschap" };
        fields.insert("soortVerbintenis".to_owned(), json!({"code": soort, "omschrijving": omschrijving}));
        fields.insert("aangaanHuwelijkPartnerschap".to_owned(), json!({"datum": datum(sinds)}));
        if let Some(tot) = tot {
            fields.insert("ontbindingHuwelijkPartnerschap".to_owned(), json!({"datum": datum(tot)}));
        }
        Some(Value::Object(fields))
    });
    let gezag = GEZAG.iter().filter(|(kind, gezag)| *kind == bsn || dragers(*gezag).contains(&bsn));
    let gezag = gezag.map(|(kind, gezag)| gezagsrelatie(kind, *gezag));
    [
        ("kinderen", kinderen.collect()),
        ("ouders", ouders.collect()),
        ("partners", partners.collect()),
        ("gezag", gezag.collect()),
    ]
}

fn dragers(gezag: Gezag) -> Vec<&'static str> {
    match gezag {
        Gezag::Beide(a, b) | Gezag::Samen(a, b) => vec![a, b],
        Gezag::Een(a) | Gezag::Voogdij(a) => vec![a],
        Gezag::Niemand(_) | Gezag::Onduidelijk(_) => Vec::new(),
    }
}

fn gezagsrelatie(kind: &str, gezag: Gezag) -> Value {
    let noem =
        |bsn: &str| json!({"burgerservicenummer": bsn, "naam": {"volledigeNaam": wie(bsn).map(volledig)}});
    let derde = |bsn: &str| {
        let mut derde = noem(bsn);
        if let Some(fields) = derde.as_object_mut() {
            fields.insert("type".to_owned(), "BekendeDerde".into());
        }
        derde
    };
    let minderjarige = noem(kind);
    match gezag {
        Gezag::Beide(a, b) => {
            json!({"type": "GezamenlijkOuderlijkGezag", "minderjarige": minderjarige, "ouders": [noem(a), noem(b)]})
        }
        Gezag::Een(a) => {
            json!({"type": "EenhoofdigOuderlijkGezag", "minderjarige": minderjarige, "ouder": noem(a)})
        }
        Gezag::Samen(a, b) => {
            json!({"type": "GezamenlijkGezag", "minderjarige": minderjarige, "ouder": noem(a), "derde": derde(b)})
        }
        Gezag::Voogdij(a) => json!({"type": "Voogdij", "minderjarige": minderjarige, "derden": [derde(a)]}),
        Gezag::Niemand(waarom) => {
            json!({"type": "TijdelijkGeenGezag", "minderjarige": minderjarige, "toelichting": waarom})
        }
        Gezag::Onduidelijk(waarom) => {
            json!({"type": "GezagNietTeBepalen", "minderjarige": minderjarige, "toelichting": waarom})
        }
    }
}
