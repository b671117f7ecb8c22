use std::collections::BTreeSet;

use super::*;

/// What looks like a code and is none: acts as they stand in the trail, a file.
const GEEN_CODE: &[&str] = &[
    "demo.sqlite",
    "persoon.gevonden",
    "persoon.lezen",
    "persoon.zoeken",
    "persoon.adres",
    "contact.lezen",
    "concept.lezen",
    "concept.bewaren",
    "concept.weggooien",
    "weergaven.lezen",
    "weergaven.bewaren",
    "huishouden.lezen",
    "huishouden.voorstel",
    "brp.raadplegen",
    "brp.zoeken",
    "brp.adres",
    "brieven.lijst",
    "brief.lezen",
    "berichtweg.lezen",
    "zaak.lezen",
    "zaak.tijdreis",
    "taken.lijst",
    "nieuw.lezen",
    "besluit.lezen",
    "gesprek.lezen",
    "rekening.lezen",
    "rekening.transacties",
    "sessie.begin",
    "sessie.einde",
    "sessie.rol",
    "sessie.beeindigd",
    "sessie.uitgelogd",
    "rt.opdracht",
    "rt.bericht",
    "groep.lezen",
    "plan.lezen",
    "plan.tijdlijn",
    "signaal.lezen",
    "signaal.inkomend",
    "toestemming.lezen",
    "meekijken.lezen",
    "nazicht.lezen",
    "nazicht.lijst",
];

// shows G41
#[test]
fn every_code_that_the_source_names_has_a_text() {
    const SUBJECTS: &[&str] = &[
        "medewerker",
        "invoer",
        "brief",
        "opdracht",
        "zaak",
        "taak",
        "persoon",
        "gesprek",
        "opmerking",
        "server",
        "opslag",
        "rt",
        "sessie",
        "inloggen",
        "demo",
        "rekening",
        "koppeling",
        "groep",
        "plan",
        "signaal",
        "contact",
        "concept",
        "weergaven",
        "huishouden",
        "brp",
        "besluit",
        "tijdreis",
        "bescherming",
        "nazicht",
        "toestemming",
        "meekijken",
    ];
    let web = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut seen = 0;
    for folder in [web.join("src"), web.join("../src"), web.join("../actors/src")] {
        for code in literals(&folder) {
            let subject = code.split_once('.').map_or("", |(subject, _)| subject);
            if !SUBJECTS.contains(&subject) || GEEN_CODE.contains(&&*code) {
                continue;
            }
            assert!(alle().any(|tekst| tekst.code == code), "no text for {code}");
            seen += 1;
        }
    }
    assert!(seen > 40, "only {seen} codes were found");
}

/// Everything between quotes that looks like a code, in the sources under `folder`.
fn literals(folder: &std::path::Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(literals(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            let word = |c: char| c.is_ascii_lowercase() || c == '_';
            let code = |text: &&str| {
                let two: Vec<_> = text.split('.').collect();
                two.len() == 2 && two.iter().all(|part| !part.is_empty() && part.chars().all(word))
            };
            found.extend(text.split('"').filter(code).map(str::to_owned));
        }
    }
    found
}

#[test]
fn each_code_has_one_text_in_plain_words() {
    let codes: BTreeSet<_> = alle().map(|tekst| tekst.code).collect();
    assert_eq!(codes.len(), alle().count(), "a code stands twice");
    for Tekst { code, status, titel, uitleg, .. } in alle() {
        assert!((400..=599).contains(status), "{code}");
        assert!(!titel.ends_with('.') && titel.chars().count() <= 60, "{code}: {titel}");
        assert!(uitleg.ends_with('.'), "{code}: {uitleg}");
        for zin in uitleg.split_inclusive(['.', '?']) {
            let woorden = zin.split_whitespace().count();
            assert!(woorden <= 20, "{code}: a sentence of {woorden} words: {zin}");
        }
        for moeilijk in [
            "token",
            "exception",
            "request",
            "parsen",
            "null",
            "helaas",
            "dient te",
            "servicedesk",
            "u heeft",
        ] {
            assert!(!uitleg.to_lowercase().contains(moeilijk), "{code}: {moeilijk}");
        }
    }
}
