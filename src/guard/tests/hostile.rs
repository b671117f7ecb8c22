//! The hostile inputs 35 to 53, each with the code by which it is refused.

use super::*;
use crate::guard::bounds::*;
use crate::guard::reader::{write_buffer, write_number};

const ROOT_PARENT: &str = "01 07 64656661756c74";

/// An update of one section, without deletions.
fn update(client: ClientId, clock: u64, structs: &[Vec<u8>]) -> Vec<u8> {
    let mut out = vec![1];
    for number in [structs.len() as u64, client, clock] {
        write_number(&mut out, number);
    }
    structs.iter().for_each(|bytes| out.extend_from_slice(bytes));
    out.push(0);
    out
}

/// An update of deletions only.
fn deletions(client: ClientId, ranges: &[(u64, u64)]) -> Vec<u8> {
    let mut out = vec![0, 1];
    write_number(&mut out, client);
    write_number(&mut out, ranges.len() as u64);
    for (start, len) in ranges {
        write_number(&mut out, *start);
        write_number(&mut out, *len);
    }
    out
}

fn element(parent: &str, name: &str) -> Vec<u8> {
    let mut out = [hex("07"), hex(parent), vec![3]].concat();
    write_buffer(&mut out, name.as_bytes());
    out
}

fn text_in(parent: &str) -> Vec<u8> {
    hex(&["07", parent, "06"].concat())
}

fn format(parent: &str, key: &str, json: &str) -> Vec<u8> {
    let mut out = hex(&["06", parent].concat());
    write_buffer(&mut out, key.as_bytes());
    write_buffer(&mut out, json.as_bytes());
    out
}

fn attribute(parent: &str, name: &str, value: &str) -> Vec<u8> {
    let mut out = hex(&["28", parent].concat());
    write_buffer(&mut out, name.as_bytes());
    out.extend_from_slice(&[1, 119]);
    write_buffer(&mut out, value.as_bytes());
    out
}

/// A document of client 100 (writer 1): a paragraph 0, its text 1, and "Gesprek" from 2 to 9.
fn held() -> Known {
    let mut string = hex("04 00 64 01");
    write_buffer(&mut string, b"Gesprek");
    let bytes = update(100, 0, &[element(ROOT_PARENT, "paragraph"), text_in("00 64 00"), string]);
    let mut known = Known::default();
    known.apply(&accepted(&known, &bytes, writer(1)));
    known
}

/// A frame by writer 2, who has the document open.
fn check(bytes: &[u8], expected: &str) {
    let known = held();
    let before = (known_clocks(&known), known.size());
    assert_eq!(word(&known, bytes, writer(2)), expected, "{:02x?}", &bytes[..bytes.len().min(60)]);
    assert_eq!((known_clocks(&known), known.size()), before, "a judgement changes nothing");
}

// shows Yjs input 35
#[test]
fn text_that_is_not_utf8_is_refused() {
    check(&hex("010307000401017407616c6c7fff7000"), "document.utf8");
    check(&update(200, 0, &[hex("04 00 64 01 02 c328")]), "document.utf8");
}

// shows Yjs input 36
#[test]
fn what_is_cut_off_anywhere_is_refused() {
    let whole = update(
        200,
        0,
        &[
            element(ROOT_PARENT, "heading"),
            attribute("00 c801 00", "level", "2"),
            format("00 64 01", "bold", "{}"),
        ],
    );
    check(&whole, "accept");
    for end in 0..whole.len() {
        let result = parse_update(&whole[..end], &Bounds::frame());
        assert!(matches!(result, Err(Refusal::Truncated | Refusal::Count)), "{end}: {result:?}");
    }
    check(&[], "document.afgekapt");
    check(&[0], "document.afgekapt");
    check(&[0, 0], "known");
    check(&[0, 0, 0], "document.bytes_over");
}

// shows Yjs input 37, 38, 47
#[test]
fn counts_and_lengths_beyond_the_frame_are_refused_unread() {
    check(&hex("8080808001"), "document.aantal");
    check(&hex("00 8080808001"), "document.aantal");
    check(&hex("01 ffffffff0f 64 00 00"), "document.aantal");
    check(&hex("01 01 c801 00 04 00 64 01 ffffffff0f"), "document.afgekapt");
    check(&hex("01 01 c801 00 28 00 64 00 01 61 ffffffff0f 7e 00"), "document.aantal");
    check(&hex("00 01 64 ffffffff0f 00 01"), "document.aantal");
    check(&vec![0; FRAME_BYTES_MAX + 1], "document.te_groot");
}

// shows Yjs input 39
#[test]
fn values_nested_too_deep_are_refused() {
    let nested = |depth: usize| [hex("28 00 64 00 01 61 01"), [117, 1].repeat(depth), vec![126]].concat();
    check(&update(200, 0, &[nested(VALUE_DEPTH_MAX - 1)]), "accept");
    check(&update(200, 0, &[nested(VALUE_DEPTH_MAX)]), "document.te_diep");
    check(&update(200, 0, &[nested(10_000)]), "document.te_diep");
    let json = |depth: usize| format("00 64 01", "bold", &["[".repeat(depth), "]".repeat(depth)].concat());
    check(&update(200, 0, &[json(VALUE_DEPTH_MAX)]), "accept");
    check(&update(200, 0, &[json(VALUE_DEPTH_MAX + 1)]), "document.te_diep");
}

// shows Yjs input 40
#[test]
fn types_nested_too_deep_are_refused_also_over_many_frames() {
    let nested = |depth: u64| {
        let mut structs = vec![element(ROOT_PARENT, "blockquote")];
        for clock in 1..depth {
            let mut parent = vec![0, 0xc8, 0x01];
            write_number(&mut parent, clock - 1);
            let digits: String = parent.iter().map(|byte| format!("{byte:02x}")).collect();
            structs.push(element(&digits, "blockquote"));
        }
        structs
    };
    check(&update(200, 0, &nested(u64::from(TYPE_DEPTH_MAX))), "accept");
    check(&update(200, 0, &nested(u64::from(TYPE_DEPTH_MAX) + 1)), "document.te_diep");
    check(&update(200, 0, &nested(3_000)), "document.te_diep");
    let mut known = Known::default();
    let mut last = "";
    for (clock, found) in nested(40).into_iter().enumerate() {
        let bytes = update(200, clock as u64, &[found]);
        last = word(&known, &bytes, writer(2));
        if last != "accept" {
            assert_eq!(clock, usize::from(TYPE_DEPTH_MAX));
            break;
        }
        known.apply(&accepted(&known, &bytes, writer(2)));
    }
    assert_eq!(last, "document.te_diep");
    // Beside the deepest stands another as deep: it has no parent on the wire, only a neighbour.
    check_beside(&known, "accept");
}

fn check_beside(known: &Known, expected: &str) {
    let beside = [hex("87 c801 1f 03"), b"\x0ablockquote".to_vec()].concat();
    let inside = element("00 c801 20", "blockquote");
    assert_eq!(word(known, &update(200, 32, std::slice::from_ref(&beside)), writer(2)), expected);
    assert_eq!(word(known, &update(200, 32, &[beside, inside]), writer(2)), "document.te_diep");
}

// shows Yjs input 41
#[test]
fn length_zero_is_refused() {
    check(&hex("01010100000000"), "document.lengte_nul");
    check(&hex("01 01 c801 00 0a 00 00"), "document.lengte_nul");
    check(&hex("01 01 c801 00 01 00 64 01 00 00"), "document.lengte_nul");
    check(&hex("01 01 c801 00 04 00 64 01 00 00"), "document.lengte_nul");
    check(&hex("01 01 c801 00 28 00 64 00 01 61 00 00"), "document.lengte_nul");
    check(&hex("01 00 c801 00 00 00 00"), "document.lengte_nul");
    check(&deletions(100, &[(2, 0)]), "document.lengte_nul");
}

// shows Yjs input 42, 43
#[test]
fn who_writes_under_anothers_id_is_foreign() {
    check(&hex("01 01 64 09 00 ffffffff0f 00"), "document.klok");
    check(&hex("01 01 64 09 00 05 00"), "foreign");
    check(&hex("01 01 64 00 00 0a 00"), "foreign");
    check(&update(100, 9, &[hex("84 64 08 01 61")]), "foreign");
    // Nobody's id is not his either: only the server knows whose it was.
    let mut known = Known::default();
    known.admit(&frame(&update(100, 0, &[element(ROOT_PARENT, "paragraph")]))).unwrap();
    let more = update(100, 1, &[element(ROOT_PARENT, "paragraph")]);
    assert_eq!(word(&known, &more, writer(1)), "foreign");
    known.bind(100, writer(1));
    assert_eq!(word(&known, &more, writer(1)), "accept");
    known.bind(100, writer(2));
    assert_eq!(known.owner(100), Some(writer(1)), "the first binding stays");
}

#[test]
fn erasing_is_bounded_per_frame() {
    let erase = |len: u64| {
        let mut gc = vec![0];
        write_number(&mut gc, len);
        update(200, 0, &[gc])
    };
    check(&erase(u64::from(ERASED_CLOCKS_MAX)), "accept");
    check(&erase(u64::from(ERASED_CLOCKS_MAX) + 1), "document.te_veel_gewist");
}

// shows Yjs input 44
#[test]
fn a_gap_is_never_kept_however_often_it_comes() {
    let known = held();
    for clock in 0..20_000 {
        let bytes = update(200, 1_000_000 + clock, &[hex("04 00 64 01 01 61")]);
        assert_eq!(word(&known, &bytes, writer(2)), "gap");
    }
    check(&update(200, 0, &[hex("0a 05"), hex("84 64 08 01 61")]), "gap");
    check(&update(200, 0, &[hex("84 64 09 01 61")]), "gap");
    check(&update(200, 0, &[hex("44 ac02 00 01 61")]), "gap");
    check(&update(200, 0, &[element("00 ac02 00", "paragraph")]), "gap");
    // What the writer typed and deleted again, when the typing did not reach us.
    assert_eq!(word(&known, &deletions(100, &[(9, 1)]), writer(1)), "gap");
}

// shows Yjs input 45
#[test]
fn clocks_that_wrap_are_refused() {
    let top = u64::from(CLOCK_MAX);
    check(&update(200, top, &[hex("04 00 64 01 01 61")]), "document.klok");
    check(&update(200, top - 1, &[hex("04 00 64 01 02 6161")]), "document.klok");
    check(&update(200, u64::from(u32::MAX), &[hex("00 01")]), "document.klok");
    check(&update(200, 0, &[hex("00 feffffff07"), hex("00 feffffff07")]), "document.klok");
    check(&deletions(100, &[(top, 1)]), "document.klok");
    check(&deletions(100, &[(u64::from(u32::MAX), u64::from(u32::MAX))]), "document.klok");
}

// shows Yjs input 46
#[test]
fn deletions_are_bounded_and_only_of_what_exists() {
    check(&deletions(100, &[(0, 9)]), "accept");
    check(&deletions(100, &[(0, 10)]), "document.verwijdert_onbekend");
    check(&deletions(777, &[(0, 1)]), "document.verwijdert_onbekend");
    let many = |count: usize| deletions(100, &vec![(2, 1); count]);
    check(&many(DELETE_RANGES_MAX), "accept");
    check(&many(DELETE_RANGES_MAX + 1), "document.te_veel_verwijderd");
    check(&hex("00 01 64 8080808010"), "document.aantal");
    check(&hex("00 02 64 01 02 01 64 01 03 01"), "document.client_dubbel");
}

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

#[test]
fn structs_that_wait_for_each_other_are_refused() {
    check(&update(200, 0, &[hex("84 c801 00 01 61")]), "document.kring");
    check(&update(200, 0, &[hex("84 c801 01 01 61"), hex("84 64 03 01 61")]), "document.kring");
    check(&hex("02 01 c801 00 84 c901 00 01 61 01 c901 00 84 c801 00 01 61 00"), "document.kring");
    // In any order that can be resolved they are taken.
    check(&hex("02 02 c801 00 84 64 03 01 61 84 c901 00 01 61 01 c901 00 84 c801 00 01 61 00"), "accept");
    check(&hex("02 01 c801 00 84 c901 00 01 61 01 c901 00 84 64 03 01 61 00"), "accept");
    check(&hex("02 01 c801 00 00 01 01 c801 01 00 01 00"), "document.client_dubbel");
}

#[test]
fn new_client_ids_are_bounded_per_frame_and_document() {
    let many = |from: u64, count: u64| {
        let mut out = Vec::new();
        write_number(&mut out, count);
        for client in from..from + count {
            out.push(1);
            write_number(&mut out, client);
            out.extend_from_slice(&hex("00 84 64 03 01 61"));
        }
        out.push(0);
        out
    };
    let per_frame = SECTIONS_NEW_MAX as u64;
    check(&many(1_000, per_frame), "accept");
    check(&many(1_000, per_frame + 1), "document.te_veel_clients");
    let mut known = held();
    let server = document(1);
    apply(&server, &many_base());
    for frame in 0..CLIENTS_PER_DOCUMENT_MAX as u64 / per_frame {
        let bytes = many(1_000 + frame * per_frame, per_frame);
        match known.judge(&parse_update(&bytes, &Bounds::frame()).unwrap(), writer(2)) {
            Verdict::Accept(taken) => {
                known.apply(&taken);
                apply(&server, &taken.bytes);
            }
            Verdict::Refuse(refusal) => assert_eq!(refusal, Refusal::TooManyClients),
            other @ (Verdict::Known | Verdict::Gap | Verdict::Foreign { .. }) => panic!("{other:?}"),
        }
    }
    assert!(known.state_vector().len() > CLIENTS_PER_DOCUMENT_MAX - SECTIONS_NEW_MAX);
    assert_eq!(word(&known, &many(9, per_frame), writer(2)), "document.te_veel_clients");
    // yrs loads what is left on the stack of a worker.
    let (snapshot, clocks) = (whole(&server), known_clocks(&known));
    let load = move || {
        let copy = document(2);
        apply(&copy, &snapshot);
        assert_eq!(super::clocks(&copy), clocks);
    };
    std::thread::Builder::new().stack_size(2 * 1024 * 1024).spawn(load).unwrap().join().unwrap();
}

/// The bytes behind `held`.
fn many_base() -> Vec<u8> {
    let mut string = hex("04 00 64 01");
    write_buffer(&mut string, b"Gesprek");
    update(100, 0, &[element(ROOT_PARENT, "paragraph"), text_in("00 64 00"), string])
}

// shows Yjs input 49
#[test]
fn a_hundred_thousand_items_are_taken_and_remembered_as_one_run() {
    let mut structs = vec![hex("84 64 08 01 61")];
    for clock in 1..100_000_u64 {
        let mut found = vec![0x84, 0xc8, 0x01];
        write_number(&mut found, clock - 1);
        found.extend_from_slice(&[1, 97]);
        structs.push(found);
    }
    let (known, bytes) = (held(), update(200, 0, &structs));
    let mut grown = known.clone();
    grown.apply(&accepted(&known, &bytes, writer(2)));
    assert_eq!(grown.size(), known.size() + 1);
    assert_eq!(grown.state_vector().get(200), 100_000);
}

// shows Yjs input 50
#[test]
fn the_other_encoding_is_refused() {
    let (server, ..) = super::honest::play(3, 60);
    let bytes = server.doc.transact().encode_state_as_update_v2(&yrs::StateVector::default());
    assert!(parse_update(&bytes, &Bounds::frame()).is_err());
    assert!(parse_update(&[0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0], &Bounds::frame()).is_err());
}

// shows Yjs input 51
#[test]
fn an_update_of_another_document_leans_on_what_is_not_here() {
    let (other, editors, sent) = super::honest::play(11, 80);
    let late = &sent[sent.len() - 1];
    assert_eq!(word(&held(), late, editors[0].writer), "gap");
    // Of a document that we know, its writers' ids are theirs: nobody else brings them in.
    let whole = whole(&other.doc);
    let mut here = held();
    for (client, _) in known_clocks(&other.known) {
        other.known.owner(client).into_iter().for_each(|owner| here.bind(client, owner));
    }
    assert_eq!(word(&here, &whole, writer(99)), "foreign");
}

#[test]
fn what_parsing_keeps_is_at_most_sixteen_times_the_frame() {
    // A section takes 5 bytes on the wire and a range 2; a list doubles as it grows.
    assert!(size_of::<parse::Section<'_>>() * 2 <= 5 * 16 + 1, "{}", size_of::<parse::Section<'_>>());
    assert!(size_of::<parse::DeleteRange>() * 2 <= 2 * 16);
}
