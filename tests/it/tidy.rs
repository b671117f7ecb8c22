//! Rules of the house that a compiler does not know.

use std::fs;
use std::path::{Path, PathBuf};

/// The project's folder.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

fn files(folder: &str, ending: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut todo = vec![root().join(folder)];
    while let Some(next) = todo.pop() {
        for entry in fs::read_dir(&next).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() && !matches!(name.as_str(), "target" | "node_modules" | "dist") {
                todo.push(path);
            } else if name.ends_with(ending) {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    assert!(!found.is_empty(), "{folder} holds no {ending}");
    found
}

fn rust() -> Vec<(PathBuf, String)> {
    ["src", "actors/src", "brieven/src", "koppelingen", "web/src", "loadtest/src", "tests"]
        .into_iter()
        .flat_map(|folder| files(folder, ".rs"))
        .collect()
}

#[test]
fn the_domain_and_the_ports_know_no_io() {
    for (path, text) in files("src/domain", ".rs").into_iter().chain(files("src/poort", ".rs")) {
        for word in [
            "tokio",
            "sqlx",
            "std::fs",
            "std::net",
            "async fn",
            ".await",
            "crate::store",
            "SystemClock",
            "SystemRng",
        ] {
            assert!(!text.contains(word), "{} mentions {word}", path.display());
        }
    }
}

#[test]
fn only_the_store_has_sql() {
    /// Puts a row in the feed that no store would: there is no other way to have one that cannot be read.
    const STRANGE_ROW: &str = "tests/support/feed.rs";
    /// Makes a place in the database for the nodes of one test.
    const PLACE: &str = "tests/support/nodes.rs";
    for (path, text) in rust() {
        let name = path.to_string_lossy().into_owned();
        if name.contains("/src/store/") || name.ends_with("tidy.rs") {
            continue;
        }
        if name.ends_with(STRANGE_ROW) || name.ends_with(PLACE) {
            continue;
        }
        assert!(!text.contains("sqlx::"), "{name} uses sqlx outside the store");
    }
}

#[test]
fn only_letters_know_typst() {
    for (path, text) in rust() {
        let name = path.to_string_lossy().into_owned();
        let own = name.contains("/brieven/src/") || name.ends_with("tidy.rs");
        assert!(own || !(text.contains("typst::") || text.contains("typst_")), "{name} uses typst");
    }
}

#[test]
fn only_the_proof_of_rights_changes_the_policy_and_invites_colleagues() {
    for word in ["beleid_van(", "met_collegas("] {
        let calls = rust().into_iter().filter(|(path, text)| {
            let defined = text.contains(&format!("pub fn {word}"));
            text.contains(word) && !defined && !path.ends_with("tests/it/tidy.rs")
        });
        let callers: Vec<_> = calls.map(|(path, _)| path.strip_prefix(root()).unwrap().to_owned()).collect();
        assert_eq!(callers, [Path::new("tests/proofs/beleid.rs")], "{word}");
    }
}

#[test]
fn the_guard_stands_before_yrs_and_does_not_know_it() {
    for (path, text) in files("src/guard", ".rs") {
        let name = path.to_string_lossy().into_owned();
        if !name.contains("/tests") {
            assert!(!text.contains("yrs::"), "{name} uses yrs");
            assert!(!text.contains("unsafe"), "{name} is unsafe");
        }
    }
}

#[test]
fn no_file_grows_beyond_a_room() {
    const LINES_MAX: usize = 450;
    /// The one list of all commands: an enum cannot be cut, and each of its fields says what it is.
    const LIST: &str = "src/protocol/body/opdracht.rs";
    for (path, text) in rust().into_iter().filter(|(path, _)| !path.ends_with(LIST)) {
        let lines = text.lines().count();
        assert!(lines <= LINES_MAX, "{} has {lines} lines; give a concept a file of its own", path.display());
    }
}

#[test]
fn no_module_is_called_after_nothing() {
    for (path, _) in rust() {
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        assert!(
            !matches!(stem.as_str(), "util" | "utils" | "helpers" | "common" | "misc"),
            "{}",
            path.display()
        );
    }
}

#[test]
fn nothing_is_left_unfinished_or_switched_off() {
    /// There the clock is the simulation's own, and nobody waits for anything.
    const SIMULATED: &str = "actors/src/tafel/tests/simulatie";
    for (path, text) in rust() {
        if path.ends_with("tidy.rs") {
            continue;
        }
        for word in
            ["todo!(", "unimplemented!(", "FIXME", "XXX", "#[ignore", "#[allow(", "tokio::time::sleep("]
        {
            let may = !is_test(&path) || path.to_string_lossy().contains(SIMULATED);
            let slow = word.starts_with("tokio") && may;
            assert!(slow || !text.contains(word), "{} has {word}", path.display());
        }
    }
}

#[test]
fn every_fault_that_operations_promises_something_of_has_its_test() {
    let page = fs::read_to_string(root().join("docs/OPERATIONS.md")).unwrap();
    let tests = ["tests/it", "src", "actors/src", "koppelingen/tests"]
        .into_iter()
        .flat_map(|folder| files(folder, ".rs"));
    let tests: String = tests.map(|(_, text)| text).collect();
    let mut rows = 0;
    for section in page.split("### ").filter(|section| section.starts_with("What still works")) {
        for row in section.lines().filter(|line| line.starts_with("| ")).skip(2) {
            let last = row.trim_end_matches(" |").rsplit("| ").next().unwrap();
            let named = last.split('`').nth(1);
            let there = named.is_some_and(|name| tests.contains(&format!("fn {name}()")));
            assert!(there || last == "the same", "no test {named:?} for {row}");
            rows += 1;
        }
    }
    assert!(rows >= 25, "{rows} rows");
}

fn is_test(path: &Path) -> bool {
    let name = path.to_string_lossy();
    name.contains("/tests/") || name.ends_with("tests.rs")
}

#[test]
fn the_words_of_the_domain_are_in_the_woordenlijst() {
    let list = fs::read_to_string(root().join("docs/woordenlijst.md")).unwrap().to_lowercase();
    for (path, text) in files("src/domain", ".rs") {
        for line in text.lines() {
            let Some(name) = ["pub struct ", "pub enum "]
                .into_iter()
                .find_map(|start| line.trim_start().strip_prefix(start))
            else {
                continue;
            };
            let name: String = name.chars().take_while(char::is_ascii_alphanumeric).collect();
            let stem = first_word(&name).to_lowercase();
            let craft = ["context", "aggregate", "refusal", "event", "command"];
            let known = craft.contains(&stem.as_str()) || list.contains(&stem);
            assert!(
                known,
                "{name} in {} starts with {stem}, which docs/woordenlijst.md does not have",
                path.display()
            );
        }
    }
}

/// `ZaakCommand` → `Zaak`; `PersoonRefusal` → `Persoon`.
fn first_word(name: &str) -> &str {
    let end =
        name.char_indices().skip(1).find(|(_, c)| c.is_ascii_uppercase()).map_or(name.len(), |(at, _)| at);
    &name[..end]
}

/// Whatever stands in the trail has words for who reads it.
#[test]
fn every_handeling_has_its_words() {
    let known =
        |handeling: &str| keukentafel::domain::inzage::HANDELINGEN.iter().any(|(code, _)| *code == handeling);
    let mut seen = 0;
    for (path, text) in files("actors/src", ".rs").into_iter().chain(files("web/src", ".rs")) {
        if is_test(&path) {
            continue;
        }
        let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for call in
            ["gekeken(wie, \"", "gekeken( wie, \"", "regels(wie, \"", "regel(wie, \"", "brp_gevraagd(wie, \""]
        {
            for rest in flat.split(call).skip(1) {
                let handeling = rest.split('"').next().unwrap_or_default();
                assert!(known(handeling), "{} writes {handeling}, which has no words", path.display());
                seen += 1;
            }
        }
    }
    let commands = files("src/protocol/body", "opdrachtnaam.rs").remove(0).1;
    let names = commands.split("fn naam(&self)").nth(1).unwrap();
    for rest in names.split("=> \"").skip(1) {
        let name = rest.split('"').next().unwrap_or_default();
        assert!(known(name), "the command {name} has no words");
        seen += 1;
    }
    assert!(seen > 60, "only {seen} were found");
}

/// Views with text that say nothing of anybody.
const ZEGT_NIETS_VAN_IEMAND: &[&str] = &[
    "NieuweZaak",
    "Uitgevoerd",
    "BeleidsobjectWat",
    "CelWat",
    "IngangWat",
    "GemeenteKort",
    "RolKort",
    "Rolkeuze",
    "Verder",
    "SoortWat",
    "MeekijkZaak",
    "VerslagversieWat",
    "SessieRij",
];

// shows G23, G33: ADR 17
#[test]
fn a_view_with_text_or_an_amount_in_it_does_not_show_it_when_printed() {
    let mut seen = 0;
    for (path, text) in files("src/protocol/view", ".rs") {
        for (at, _) in text.match_indices("\npub struct ") {
            let body = &text[at..text[at..].find("\n}").map_or(text.len(), |end| at + end)];
            let name: String =
                body["\npub struct ".len()..].chars().take_while(char::is_ascii_alphanumeric).collect();
            let fields = body.lines().filter(|line| !line.trim_start().starts_with("//"));
            let says = fields
                .filter(|line| line.contains("pub "))
                .any(|line| ["String", "RawValue", "Eurocent", "Bsn"].iter().any(|word| line.contains(word)));
            let derives = text[..at].rsplit("#[derive(").next().unwrap().split(")]").next().unwrap();
            let shows = derives.contains("Debug") && !ZEGT_NIETS_VAN_IEMAND.contains(&&*name);
            assert!(!(says && shows), "{name} in {} shows what it says", path.display());
            seen += usize::from(says);
        }
    }
    assert!(seen > 60, "{seen} views say something");
}

/// Text in the domain that is of nobody: words of the program and its lists, numbers of zaken and pots.
const TEKST_VAN_NIEMAND: &[&str] = &[
    "Rekeningdeel.Reservering",
    "Kijk.handeling",
    "Kijk.object",
    "Kijk.grond",
    "Inzageregel.grond",
    "Blik.handeling",
    "Blik.object",
    "Blik.grond",
    "Soortgegevens.code",
    "Soortgegevens.naam",
    "SoortenFout.Code",
    "SoortenFout.Dubbel",
    "SoortenFout.Naam",
    "SoortenFout.Zichtbaar",
    "Gemaakt.sjabloon",
    "Vastgelegd.sjabloon",
    "SoortenFout.Bewaarjaren",
    "Lopend.zaaknummer",
    "ZaakCommand.zaaknummer",
    "ZaakEvent.zaaknummer",
];

/// What holds text that is no content and hides it by hand: names, addresses, who somebody is. Their texts stand in the record as they are.
const VERBERGT_ZELF: &[&str] = &[
    "Adres",
    "Berichtvoorkeur",
    "Beschrijving",
    "BrpMomentopname",
    "Bsn",
    "Gezaghouder",
    "Iban",
    "Identiteit",
    "IdentiteitEvent",
    "Inschrijving",
    "KlantId",
    "Medewerker",
    "Naamdelen",
    "Persoonsgegevens",
    "Reservering",
    "Spreker",
    "Transactie",
    "Veld",
    "VerslagGegevens",
    "Wat",
    "Wie",
    "Weergave",
];

/// Of each public type in a file its name, whether it derives `Debug`, and the lines of its fields.
fn typen(text: &str) -> Vec<(String, bool, Vec<&str>)> {
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let starts = ["\npub struct ", "\npub enum ", "\npub(crate) struct ", "\npub(crate) enum "];
    let mut found = Vec::new();
    for (at, start) in starts.iter().flat_map(|start| text.match_indices(start)) {
        let name = text[at + start.len()..].chars().take_while(char::is_ascii_alphanumeric).collect();
        let rest = &text[at..];
        // A tuple ends on its line.
        let head = rest[1..].find('\n').map_or(rest.len(), |end| end + 1);
        let end = if rest[..head].ends_with(';') { head } else { rest.find("\n}").unwrap_or(rest.len()) };
        let fields = rest[1..end].lines().filter(|line| !line.trim_start().starts_with("//"));
        let attributes = text[..at].rsplit("\n\n").next().unwrap_or_default();
        let shows = attributes.lines().any(|line| line.starts_with("#[derive(") && line.contains("Debug"));
        found.push((name, shows, fields.collect()));
    }
    found
}

/// The name of the field or variant that a line with text declares; `None` without text.
fn tekstveld(line: &str) -> Option<String> {
    let of_the_program = line.contains("&'static str");
    let words: Vec<_> = line.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').collect();
    let says = !of_the_program && words.iter().any(|word| ["String", "str"].contains(word));
    let names = words.iter().filter(|word| !matches!(**word, "pub" | "crate" | "struct" | ""));
    says.then(|| names.copied().next().unwrap_or_default().to_owned())
}

// shows G23, G33: ADR 17
#[test]
fn text_in_the_domain_is_content_or_is_hidden_by_hand() {
    let mut seen = Vec::new();
    for (path, text) in files("src/domain", ".rs") {
        if is_test(&path) || path.to_string_lossy().contains("tests_") {
            continue;
        }
        for (name, shows, fields) in typen(&text) {
            let says: Vec<_> = fields.into_iter().filter_map(tekstveld).collect();
            let open = says.iter().find(|field| !TEKST_VAN_NIEMAND.contains(&&*format!("{name}.{field}")));
            let by_hand = VERBERGT_ZELF.contains(&&*name) && !shows;
            let at = path.display();
            assert!(open.is_none() || by_hand, "{name} in {at} has text that is no Wat: {}", says.join(", "));
            seen.extend(says.iter().map(|field| format!("{name}.{field}")));
            seen.extend((by_hand && !says.is_empty()).then_some(name));
        }
    }
    for known in TEKST_VAN_NIEMAND.iter().chain(VERBERGT_ZELF) {
        assert!(seen.iter().any(|name| name == known), "{known} is listed and has no text");
    }
}

/// Where content becomes text for a reader: a topic, or a verdict of the policy. Anybody else hands the right on that they got.
// shows G23: ADR 17
#[test]
fn the_right_to_read_content_comes_from_a_topic_or_a_verdict() {
    for (path, text) in rust() {
        if is_test(&path) || path.ends_with("src/domain/bevoegdheid/leesrecht.rs") || path.ends_with("wat.rs")
        {
            continue;
        }
        let at = path.display();
        for hand in ["Toegang::Wat.leesrecht", "Toegang::Schrijven.leesrecht"] {
            assert!(!text.contains(hand), "{at} gives itself the right to read");
        }
        let topics = path.ends_with("src/protocol/eisen.rs");
        assert!(topics || !text.contains("Leesrecht::van_onderwerp"), "{at} makes a right to read by hand");
        let reads = path.ends_with("src/store/codec/mod.rs");
        assert!(reads || !text.contains("wat::bewaard("), "{at} serialises content as the record does");
    }
}
