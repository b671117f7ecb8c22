//! The hostile inputs 35 to 53, each with the code by which it is refused.

use super::made::*;
use super::*;
use crate::guard::bounds::*;
use crate::guard::reader::{write_buffer, write_number};

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
    check(&deletions(777, &[(0, 1)]), "gap");
    let many = |count: usize| deletions(100, &vec![(2, 1); count]);
    check(&many(DELETE_RANGES_MAX), "accept");
    check(&many(DELETE_RANGES_MAX + 1), "document.te_veel_verwijderd");
    check(&hex("00 01 64 8080808010"), "document.aantal");
    check(&hex("00 02 64 01 02 01 64 01 03 01"), "document.client_dubbel");
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

/// One struct of each of `count` clients; each leans on that of the client before it.
fn chain(from: u64, count: u64) -> Vec<u8> {
    let mut out = Vec::new();
    write_number(&mut out, count);
    for client in from..from + count {
        out.push(1);
        write_number(&mut out, client);
        out.extend_from_slice(&[0, 0x84]);
        let (before, clock) = if client == 1_000 { (100, 3) } else { (client - 1, 0) };
        write_number(&mut out, before);
        out.extend_from_slice(&[clock, 1, 97]);
    }
    out.push(0);
    out
}

#[test]
fn new_client_ids_are_bounded_per_frame_and_document() {
    let per_frame = SECTIONS_NEW_MAX as u64;
    check(&chain(1_000, per_frame), "accept");
    check(&chain(1_000, per_frame + 1), "document.te_veel_clients");
    let mut known = held();
    let server = document(1);
    apply(&server, &held_bytes());
    let frames = CLIENTS_PER_DOCUMENT_MAX as u64 / per_frame;
    // So many writers that none comes near the bound of one.
    for frame in 0..frames - 1 {
        let taken =
            accepted(&known, &chain(1_000 + frame * per_frame, per_frame), writer(2 + frame as u128 % 32));
        known.apply(&taken);
        apply(&server, &taken.bytes);
    }
    let last = chain(1_000 + (frames - 1) * per_frame, per_frame);
    assert_eq!(word(&known, &last, writer(99)), "document.te_veel_clients");
    // Loading follows the chain, and then skips over what it took: both within the stack of a worker.
    let (snapshot, clocks) = (whole(&server), known_clocks(&known));
    let load = move || {
        let copy = document(2);
        apply(&copy, &snapshot);
        assert_eq!(super::clocks(&copy), clocks);
        assert_eq!(known_clocks(&known_of(&copy)), clocks);
    };
    std::thread::Builder::new().stack_size(2 * 1024 * 1024).spawn(load).unwrap().join().unwrap();
}

#[test]
fn one_writer_fills_up_their_own_room_and_nobody_elses() {
    let per_frame = SECTIONS_NEW_MAX as u64;
    let mut known = held();
    let frames = CLIENTS_PER_WRITER_MAX as u64 / per_frame;
    let next = 1_000 + frames * per_frame;
    for frame in 0..frames {
        known.apply(&accepted(&known, &chain(1_000 + frame * per_frame, per_frame), writer(7)));
    }
    assert_eq!(word(&known, &chain(next, 1), writer(7)), "document.te_veel_clients");
    assert_eq!(word(&known, &chain(next, 1), writer(8)), "accept", "the others write on");
    // Under an id that is theirs already they write on as well.
    let theirs = next - 1;
    let mut more = vec![0x84];
    write_number(&mut more, theirs);
    more.extend_from_slice(&[0, 1, 97]);
    assert_eq!(word(&known, &update(theirs, 1, &[more]), writer(7)), "accept");
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

// yrs would show it between the letters, and Yjs nowhere: for Yjs whoever stands beside something erased is erased.
// shows C2-K6
#[test]
fn nobody_stands_between_something_erased_and_something_that_is_there() {
    let gone = || hex("00 01");
    for (leans, expected) in [
        ("c4 c801 00 64 03", "document.buren"),
        ("c4 64 02 c801 00", "document.buren"),
        ("84 c801 00", "accept"),
        ("44 c801 00", "accept"),
        ("c4 64 02 64 03", "accept"),
        // Nor between something and itself, or the wrong way round in a word: yrs and Yjs would put it at different ends.
        ("c4 64 03 64 03", "document.buren"),
        ("c4 64 05 64 03", "document.buren"),
    ] {
        let mut between = hex(leans);
        write_buffer(&mut between, b"a");
        check(&update(200, 0, &[gone(), between]), expected);
    }
}

// yrs read freed memory: half of a split value of an attribute outlived its element.
// shows C2-K6, G34
#[test]
fn an_attribute_has_one_value() {
    let level = |values: &str| [hex("28 00 64 00"), b"\x05level".to_vec(), hex(values)].concat();
    check(&update(200, 0, &[level("01 78")]), "accept");
    check(&update(200, 0, &[level("02 7d03 78")]), "document.attribuut");
    // Overwritten twice and taken away, before any of it was sent: all three go at once.
    let with = |deleted: &str| {
        let mut bytes = update(200, 0, &[level("03 7d03 78 7d05")]);
        bytes.pop();
        [bytes, hex("01 c801 01"), hex(deleted)].concat()
    };
    check(&with("00 03"), "accept");
    check(&with("00 02"), "document.attribuut");
    check(&with("01 02"), "document.attribuut");
}
