//! Judges a question as the BRP does, answers it from the persons, and leaves out what was not asked.

use std::cmp::Ordering;

use http::StatusCode;
use serde_json::{Map, Value, json};

use crate::limits::BSN_PER_QUESTION_MAX;
use crate::sim::server::Reply;

/// Hits above which the BRP wants a better question.
const TREFFERS_MAX: usize = 30;

/// Fields that one question can name.
const FIELDS_MAX: usize = 130;

/// What a value must look like.
#[derive(Copy, Clone)]
enum Vorm {
    Bsns,
    /// A text that may end in `*` after so many letters; 0 is none.
    Naam(usize),
    Voorvoegsel,
    Geslacht,
    Datum,
    Gemeente,
    Postcode,
    Nummer,
    Letter,
    Toevoeging,
    Straat,
    Zestien,
    JaNee,
}

/// A kind of question: what it needs, what it can have, and the fields beyond the limited person that it can ask for.
struct Soort {
    name: &'static str,
    needs: &'static [&'static str],
    can: &'static [&'static str],
    more: &'static [&'static str],
}

/// Groups that a search can ask for.
const BEPERKT: &[&str] = &["burgerservicenummer", "naam", "geboorte", "geslacht", "leeftijd", "adressering"];

/// Groups that a lookup can ask for beside those. What the BRP sends unasked is not among them.
const HEEL: &[&str] = &[
    "aNummer",
    "overlijden",
    "gemeenteVanInschrijving",
    "datumInschrijvingInGemeente",
    "datumEersteInschrijvingGBA",
    "verblijfplaats",
    "nationaliteiten",
    "verblijfstitel",
    "immigratie",
    "kinderen",
    "ouders",
    "partners",
    "gezag",
    "indicatieGezagMinderjarige",
    "indicatieCurateleRegister",
    "europeesKiesrecht",
    "uitsluitingKiesrecht",
];

/// What is sent unasked.
const VANZELF: &[&str] =
    &["geheimhoudingPersoonsgegevens", "opschortingBijhouding", "inOnderzoek", "rni", "verificatie"];

const SOORTEN: &[Soort] = &[
    Soort { name: "RaadpleegMetBurgerservicenummer", needs: &["burgerservicenummer"], can: &[], more: HEEL },
    Soort {
        name: "ZoekMetGeslachtsnaamEnGeboortedatum",
        needs: &["geslachtsnaam", "geboortedatum"],
        can: &["voornamen", "voorvoegsel", "geslacht", "inclusiefOverledenPersonen"],
        more: &[],
    },
    Soort {
        name: "ZoekMetNaamEnGemeenteVanInschrijving",
        needs: &["geslachtsnaam", "voornamen", "gemeenteVanInschrijving"],
        can: &["voorvoegsel", "geslacht", "inclusiefOverledenPersonen"],
        more: &[],
    },
    Soort {
        name: "ZoekMetPostcodeEnHuisnummer",
        needs: &["postcode", "huisnummer"],
        can: &[
            "huisletter",
            "huisnummertoevoeging",
            "geslachtsnaam",
            "geboortedatum",
            "inclusiefOverledenPersonen",
        ],
        more: &[],
    },
    Soort {
        name: "ZoekMetStraatHuisnummerEnGemeenteVanInschrijving",
        needs: &["straat", "huisnummer", "gemeenteVanInschrijving"],
        can: &["huisletter", "huisnummertoevoeging", "inclusiefOverledenPersonen"],
        more: &[],
    },
    Soort {
        name: "ZoekMetNummeraanduidingIdentificatie",
        needs: &["nummeraanduidingIdentificatie"],
        can: &["inclusiefOverledenPersonen"],
        more: &[],
    },
    Soort {
        name: "ZoekMetAdresseerbaarObjectIdentificatie",
        needs: &["adresseerbaarObjectIdentificatie"],
        can: &["inclusiefOverledenPersonen"],
        more: &["gezag"],
    },
];

/// What a parameter must look like, and where in a person it is compared.
fn parameter(name: &str) -> Option<(Vorm, &'static str)> {
    Some(match name {
        "burgerservicenummer" => (Vorm::Bsns, "/burgerservicenummer"),
        "geslachtsnaam" => (Vorm::Naam(3), "/naam/geslachtsnaam"),
        "voornamen" => (Vorm::Naam(1), "/naam/voornamen"),
        "voorvoegsel" => (Vorm::Voorvoegsel, "/naam/voorvoegsel"),
        "geslacht" => (Vorm::Geslacht, "/geslacht/code"),
        "geboortedatum" => (Vorm::Datum, "/geboorte/datum/datum"),
        "gemeenteVanInschrijving" => (Vorm::Gemeente, "/gemeenteVanInschrijving/code"),
        "postcode" => (Vorm::Postcode, "/verblijfplaats/verblijfadres/postcode"),
        "huisnummer" => (Vorm::Nummer, "/verblijfplaats/verblijfadres/huisnummer"),
        "huisletter" => (Vorm::Letter, "/verblijfplaats/verblijfadres/huisletter"),
        "huisnummertoevoeging" => (Vorm::Toevoeging, "/verblijfplaats/verblijfadres/huisnummertoevoeging"),
        "straat" => (Vorm::Straat, "/verblijfplaats/verblijfadres/officieleStraatnaam"),
        "adresseerbaarObjectIdentificatie" => {
            (Vorm::Zestien, "/verblijfplaats/adresseerbaarObjectIdentificatie")
        }
        "nummeraanduidingIdentificatie" => (Vorm::Zestien, "/verblijfplaats/nummeraanduidingIdentificatie"),
        "inclusiefOverledenPersonen" => (Vorm::JaNee, ""),
        _ => return None,
    })
}

/// Answers a question from these persons.
pub(super) fn antwoord(vraag: &Map<String, Value>, personen: &[Value]) -> Reply {
    let (soort, fields) = match beoordeel(vraag) {
        Ok(good) => good,
        Err(wrong) => return geweigerd(&wrong),
    };
    let found: Vec<&Value> = personen.iter().filter(|persoon| past(vraag, persoon)).collect();
    if soort.more.len() < HEEL.len() && found.len() > TREFFERS_MAX {
        let detail = format!("Meer dan {TREFFERS_MAX} gevonden personen. Verfijn de zoekopdracht.");
        return Reply::refusal(
            StatusCode::BAD_REQUEST,
            &json!({"title": "Teveel zoekresultaten.", "status": 400, "detail": detail, "code": "tooManyResults"}),
        );
    }
    let personen: Vec<Value> = found.into_iter().map(|persoon| gefilterd(persoon, &fields)).collect();
    Reply::json(&json!({"type": soort.name, "personen": personen}))
}

/// A parameter that is wrong, and in which way.
type Wrong = (&'static str, String);

fn beoordeel(vraag: &Map<String, Value>) -> Result<(&'static Soort, Vec<String>), Vec<Wrong>> {
    let kind = vraag.get("type").and_then(Value::as_str).unwrap_or_default();
    let Some(soort) = SOORTEN.iter().find(|soort| soort.name == kind) else {
        let code = if kind.is_empty() { "required" } else { "value" };
        return Err(vec![(code, "type".to_owned())]);
    };
    let mut wrong: Vec<Wrong> = Vec::new();
    for need in soort.needs {
        if !vraag.contains_key(*need) {
            wrong.push(("required", (*need).to_owned()));
        }
    }
    for (name, value) in vraag {
        let known = soort.needs.contains(&name.as_str())
            || soort.can.contains(&name.as_str())
            || name == "gemeenteVanInschrijving";
        match (name.as_str(), parameter(name)) {
            ("type" | "fields", _) => {}
            (_, Some((vorm, _))) if known => {
                if let Some(code) = fout(vorm, value) {
                    wrong.push((code, name.clone()));
                }
            }
            _ => wrong.push(("unknownParam", name.clone())),
        }
    }
    let fields = velden(soort, vraag.get("fields"), &mut wrong);
    if wrong.is_empty() { Ok((soort, fields)) } else { Err(wrong) }
}

fn velden(soort: &Soort, fields: Option<&Value>, wrong: &mut Vec<Wrong>) -> Vec<String> {
    let Some(list) = fields.and_then(Value::as_array) else {
        wrong.push((if fields.is_some() { "array" } else { "required" }, "fields".to_owned()));
        return Vec::new();
    };
    if list.is_empty() || list.len() > FIELDS_MAX {
        wrong.push((if list.is_empty() { "minItems" } else { "maxItems" }, "fields".to_owned()));
    }
    let mut names = Vec::new();
    for (at, field) in list.iter().enumerate() {
        let name = field.as_str().unwrap_or_default();
        let group = name.split('.').next().unwrap_or_default();
        if BEPERKT.contains(&group) || soort.more.contains(&group) {
            names.push(name.to_owned());
        } else {
            wrong.push(("fields", format!("fields.{at}.")));
        }
    }
    names
}

/// The code of what is wrong with a value.
fn fout(vorm: Vorm, value: &Value) -> Option<&'static str> {
    let text = value.as_str();
    let good = match vorm {
        Vorm::Bsns => return bsns(value),
        Vorm::Nummer => return (!matches!(value.as_u64(), Some(1..=99_999))).then_some("integer"),
        Vorm::JaNee => return (!value.is_boolean()).then_some("boolean"),
        Vorm::Datum => {
            return (text.is_none_or(|text| text.parse::<jiff::civil::Date>().is_err())).then_some("date");
        }
        Vorm::Naam(least) => text.is_some_and(|text| naam(text, least, 200, ".")),
        Vorm::Straat => text.is_some_and(|text| naam(text, 7, 80, ".")),
        Vorm::Voorvoegsel => text.is_some_and(|text| {
            (1..=10).contains(&text.len())
                && text.bytes().all(|b| b.is_ascii_alphabetic() || b == b' ' || b == b'\'')
        }),
        Vorm::Geslacht => matches!(text, Some("M" | "m" | "V" | "v" | "O" | "o")),
        Vorm::Gemeente => cijfers(text, 4),
        Vorm::Zestien => cijfers(text, 16) && text != Some("0000000000000000"),
        Vorm::Postcode => text.is_some_and(postcode),
        Vorm::Letter => {
            text.is_some_and(|text| text.len() == 1 && text.bytes().all(|b| b.is_ascii_alphabetic()))
        }
        Vorm::Toevoeging => text.is_some_and(|text| {
            (1..=4).contains(&text.len())
                && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b' ' || b == b'-')
        }),
    };
    (!good).then_some("pattern")
}

fn bsns(value: &Value) -> Option<&'static str> {
    let Some(list) = value.as_array() else { return Some("array") };
    match list.len() {
        0 => Some("minItems"),
        n if n > BSN_PER_QUESTION_MAX => Some("maxItems"),
        _ => list.iter().any(|bsn| !cijfers(bsn.as_str(), 9)).then_some("pattern"),
    }
}

fn cijfers(text: Option<&str>, many: usize) -> bool {
    text.is_some_and(|text| text.len() == many && text.bytes().all(|b| b.is_ascii_digit()))
}

fn postcode(text: &str) -> bool {
    let bare: Vec<u8> = text.replacen(' ', "", 1).into_bytes();
    let (digits, letters) = bare.split_at(bare.len().min(4));
    digits.len() == 4
        && digits.iter().all(u8::is_ascii_digit)
        && digits.first() != Some(&b'0')
        && letters.len() == 2
        && letters.iter().all(u8::is_ascii_alphabetic)
}

fn naam(text: &str, least: usize, most: usize, more: &str) -> bool {
    let (letters, wild) = text.strip_suffix('*').map_or((text, false), |letters| (letters, true));
    let known =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, 'À'..='ž' | ' ' | '-' | '\'') || more.contains(c);
    let long = letters.chars().count();
    let least = if wild { least.max(1) } else { 1 };
    (least..=most).contains(&long) && letters.chars().all(known)
}

/// Whether a person is whom the question is about.
fn past(vraag: &Map<String, Value>, persoon: &Value) -> bool {
    let reden = persoon.pointer("/opschortingBijhouding/reden/code").and_then(Value::as_str);
    let lookup = vraag.contains_key("burgerservicenummer");
    let also_dead = vraag.get("inclusiefOverledenPersonen") == Some(&Value::Bool(true));
    let shown = match reden {
        Some("F") => lookup,
        Some("O") => lookup || also_dead,
        Some(_) | None => true,
    };
    shown
        && vraag.iter().all(|(name, wanted)| match parameter(name) {
            Some((Vorm::JaNee, _)) | None => true,
            Some((_, path)) => gelijk(wanted, persoon.pointer(path)),
        })
}

fn gelijk(wanted: &Value, found: Option<&Value>) -> bool {
    let Some(found) = found else { return false };
    if let Some(list) = wanted.as_array() {
        return list.contains(found);
    }
    let (Some(wanted), Some(found)) = (wanted.as_str(), found.as_str()) else { return wanted == found };
    // Postcodes are the only texts that may be written with a space more or less.
    let fold =
        |text: &str| if postcode(text) { text.replace(' ', "").to_lowercase() } else { text.to_lowercase() };
    match wanted.strip_suffix('*') {
        Some(start) => fold(found).starts_with(&fold(start)),
        None => fold(found).cmp(&fold(wanted)) == Ordering::Equal,
    }
}

/// A person with only what was asked, and what is always sent.
fn gefilterd(persoon: &Value, fields: &[String]) -> Value {
    let mut kept = Value::Object(Map::new());
    for field in fields {
        let path: Vec<&str> = field.split('.').collect();
        copy(persoon, &mut kept, &path);
    }
    for field in VANZELF {
        copy(persoon, &mut kept, &[field]);
    }
    kept
}

/// Copies the value at `path`, through lists, with the `type` of what it passes.
fn copy(from: &Value, to: &mut Value, path: &[&str]) {
    let Some((name, rest)) = path.split_first() else { return };
    let (Some(source), Some(target)) = (from.as_object(), to.as_object_mut()) else { return };
    if let Some(kind) = source.get("type") {
        target.entry("type").or_insert_with(|| kind.clone());
    }
    match source.get(*name) {
        None => {}
        Some(value) if rest.is_empty() => drop(target.insert((*name).to_owned(), value.clone())),
        Some(Value::Array(items)) => {
            let list =
                target.entry(*name).or_insert_with(|| vec![Value::Object(Map::new()); items.len()].into());
            for (item, kept) in items.iter().zip(list.as_array_mut().into_iter().flatten()) {
                copy(item, kept, rest);
            }
        }
        Some(value) => copy(value, target.entry(*name).or_insert_with(|| Value::Object(Map::new())), rest),
    }
}

fn geweigerd(wrong: &[Wrong]) -> Reply {
    let names: Vec<&str> = wrong.iter().map(|(_, name)| name.as_str()).collect();
    let params: Vec<Value> = wrong
        .iter()
        .map(|(code, name)| json!({"code": code, "name": name, "reason": "Waarde is niet toegestaan."}))
        .collect();
    Reply::refusal(
        StatusCode::BAD_REQUEST,
        &json!({
            "type": "https://www.rfc-editor.org/rfc/rfc9110#status.400",
            "title": "Een of meerdere parameters zijn niet correct.",
            "status": 400,
            "detail": format!("De foutieve parameters zijn {}.", names.join(", ")),
            "code": "paramsValidation",
            "invalidParams": params,
        }),
    )
}
