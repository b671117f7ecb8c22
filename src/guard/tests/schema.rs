//! What a document may hold: nodes, marks, links, and what goes into what.

use super::made::*;
use super::*;

// shows Yjs input 48
#[test]
fn what_the_schema_does_not_know_is_refused() {
    let one = |found: Vec<u8>, expected| check(&update(200, 0, &[found]), expected);
    one(element("01 06 736372697074", "paragraph"), "document.wortel_onbekend");
    one(element(ROOT_PARENT, "script"), "document.knoop_onbekend");
    one(hex("05 00 64 01 02 7b7d"), "document.inhoud_verboden");
    one(hex("03 00 64 01 01 00"), "document.inhoud_verboden");
    one(hex("02 00 64 01 01 01 31"), "document.inhoud_verboden");
    one(hex("09 00 64 01 01 61 7e"), "document.inhoud_verboden");
    for kind in ["00", "01", "02", "04"] {
        one(hex(&["07", ROOT_PARENT, kind].concat()), "document.inhoud_verboden");
    }
    one(hex(&["07", ROOT_PARENT, "07"].concat()), "document.soort_onbekend");
    one(hex("0b 01"), "document.soort_onbekend");
    one(hex("80 64 01 01"), "document.soort_onbekend");
    one(hex("14 00 64 01 01 61"), "document.soort_onbekend");
    one(format("00 64 01", "ychange", "{}"), "document.opmaak_onbekend");
    one(format("00 64 01", "bold--toolong00", "{}"), "document.opmaak_onbekend");
    one(format("00 64 01", "opmerking--aB3+/9Zz", "{}"), "accept");
    one(format("00 64 01", "bold", "{"), "document.json");
    one(format("00 64 01", "bold", &format!("\"{}\"", "x".repeat(5_000))), "document.attribuut");
    one(attribute("00 64 00", &"a".repeat(200), "x"), "document.attribuut");
    one(attribute("00 64 00", "href", &"d".repeat(5 * 1024)), "document.attribuut");
    one(attribute("00 64 00", "inhoud", &format!("data:{}", "A".repeat(500_000))), "document.attribuut");
}

// shows Yjs input 48
#[test]
fn links_lead_to_the_web_mail_or_telephone_only() {
    let link = |uri: &str| {
        let json = serde_json::json!({ "href": uri, "class": null }).to_string();
        update(200, 0, &[format("00 64 01", "link", &json)])
    };
    for uri in [
        "https://voorbeeld.nl/a:b",
        "http://x",
        "mailto:a@b.nl",
        "tel:14030",
        "/zaken/1:2",
        "#a:b",
        "",
        "HTTPS://X",
    ] {
        check(&link(uri), "accept");
        check(&update(200, 0, &[attribute("00 64 00", "href", uri)]), "accept");
    }
    for uri in [
        "javascript:alert(1)",
        " java\nscript:x",
        "\u{1}JAVASCRIPT:x",
        "data:text/html,x",
        "vbscript:x",
        "file:///x",
        ":x",
    ] {
        check(&link(uri), "document.link_verboden");
        check(&update(200, 0, &[attribute("00 64 00", "src", uri)]), "document.link_verboden");
    }
    check(&update(200, 0, &[attribute("00 64 00", "titel", "data: niet bekend")]), "accept");
    // A value that overwrites another has no name on the wire; it is still that of a link.
    let over = [hex("a8 c801 00 01 77"), b"\x0cjavascript:x".to_vec()].concat();
    check(&update(200, 0, &[attribute("00 64 00", "href", "/a"), over.clone()]), "document.link_verboden");
    check(&update(200, 0, &[attribute("00 64 00", "alt", "/a"), over]), "accept");
}

#[test]
fn a_parent_holds_what_it_can_hold() {
    let one = |found: Vec<u8>, expected| check(&update(200, 0, &[found]), expected);
    one(hex("04 00 64 00 01 61"), "document.ouder"); // text in a paragraph
    one(hex("04 00 64 03 01 61"), "document.ouder"); // text in text
    one(element("00 64 01", "paragraph"), "document.ouder");
    one(hex("08 00 64 00 01 7e"), "document.ouder"); // a value as a child
    one(attribute("00 64 01", "a", "b"), "document.ouder"); // a text has no attributes
    one(attribute(ROOT_PARENT, "a", "b"), "document.ouder"); // nor has the root
    one(hex("c4 64 00 64 03 01 61"), "document.buren"); // between the paragraph and its text
    one(hex("c4 64 02 64 03 01 61"), "accept");
    let value = attribute("00 64 00", "a", "b");
    check(&update(200, 0, &[value, hex("48 c801 00 01 7e")]), "document.buren");
}

/// A mark of a suggestion that says it is of this writer.
fn suggestion(kind: &str, by: u128, id: u128) -> Vec<u8> {
    let id =
        uuid::Builder::from_random_bytes(id.to_be_bytes()).with_version(uuid::Version::SortRand).into_uuid();
    let json = serde_json::json!({ "id": format!("{}:{id}", uuid::Uuid::from_u128(by)) }).to_string();
    format("00 64 01", kind, &json)
}

// shows C8: nobody proposes in another's name
#[test]
fn a_new_suggestion_is_of_who_writes_it() {
    for kind in ["insertion", "deletion", "modification", "insertion--aB3+/9Zz"] {
        check(&update(200, 0, &[suggestion(kind, 2, 7)]), "accept");
        check(&update(200, 0, &[suggestion(kind, 1, 7)]), "document.voorstel_van_ander");
        // The end of one has no name.
        check(&update(200, 0, &[format("00 64 01", kind, "null")]), "accept");
        for nameless in ["{}", "true", "{\"id\":\"7\"}", "{\"id\":\"a:b\"}", "{\"id\":null}"] {
            check(&update(200, 0, &[format("00 64 01", kind, nameless)]), "document.voorstel_naamloos");
        }
    }
    // A remark names nobody: who made it stands beside the text.
    check(&update(200, 0, &[format("00 64 01", "opmerking", "{\"id\":\"7\"}")]), "accept");
}

// shows C8
#[test]
fn a_suggestion_that_is_known_may_be_begun_anew_by_who_writes_within_it() {
    let mut known = held();
    let own = accepted(&known, &update(200, 0, &[suggestion("insertion", 2, 7)]), writer(2));
    known.apply(&own);
    assert_eq!(word(&known, &update(300, 0, &[suggestion("insertion", 2, 7)]), writer(3)), "accept");
    let other = update(300, 0, &[suggestion("insertion", 2, 8)]);
    assert_eq!(word(&known, &other, writer(3)), "document.voorstel_van_ander");
    // So it is after a load from what was stored.
    let mut loaded = held();
    loaded.admit(&frame(&own.bytes)).unwrap();
    assert_eq!(word(&loaded, &update(300, 0, &[suggestion("insertion", 2, 7)]), writer(3)), "accept");
}
