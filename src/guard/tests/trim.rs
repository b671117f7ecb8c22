//! What is stored of an update that is known in part: the rest, to the same effect.

use super::*;
use yrs::{XmlElementPrelim, XmlTextPrelim, XmlTextRef};

/// A paragraph in which everything is typed in one breath; the texts in it.
fn typed(doc: &Doc, words: &str) -> (Vec<u8>, XmlTextRef) {
    let mut txn = doc.transact_mut();
    let root = txn.get_or_insert_xml_fragment(ROOT);
    let block = root.push_back(&mut txn, XmlElementPrelim::empty("paragraph"));
    let text = block.push_back(&mut txn, XmlTextPrelim::new(""));
    text.insert(&mut txn, 0, words);
    (txn.encode_update_v1(), text)
}

fn check_cut(first: &str, rest: &str) {
    let editor = document(100);
    let (begin, block) = typed(&editor, first);
    block.push(&mut editor.transact_mut(), rest);
    let all = whole(&editor);
    let (by, mut known, server) = (writer(1), Known::default(), document(1));
    let begun = accepted(&known, &begin, by);
    known.apply(&begun);
    apply(&server, &begun.bytes);
    let cut = accepted(&known, &all, by);
    assert!(cut.bytes.len() < all.len(), "what was known is not sent again");
    known.apply(&cut);
    apply(&server, &cut.bytes);
    let other = document(2);
    apply(&other, &begin);
    apply(&other, &all);
    assert_eq!(text(&server), text(&other), "{first} + {rest}");
    assert_eq!(known_clocks(&known), clocks(&other));
    assert!(matches!(known.judge(&frame(&all), by), Verdict::Known));
    assert!(cut.binds.is_empty() && begun.binds == [100]);
}

#[test]
fn a_struct_known_in_part_is_cut() {
    check_cut("Gesprek", " met Maria");
    check_cut("é👩‍👧", "👧 thuis");
    check_cut("a", "b");
}

#[test]
fn a_cut_through_a_character_reads_as_in_yjs() {
    // Item 100:0.. is paragraph, text, then a string; the string is sent once as "a", once as "👧x".
    let (head, tail) = ("0103640007010764656661756c7403097061726167726170680700640006", "00");
    let known_part = hex(&[head, "0400640101", "61", tail].concat());
    let overlap = hex(&[head, "0400640105", "f09f91a778", tail].concat());
    let (by, mut known, server) = (writer(1), Known::default(), document(1));
    let begun = accepted(&known, &known_part, by);
    known.apply(&begun);
    apply(&server, &begun.bytes);
    let cut = accepted(&known, &overlap, by);
    apply(&server, &cut.bytes);
    assert!(text(&server).contains("a\u{fffd}x"), "{}", text(&server));
}

#[test]
fn erased_and_deleted_structs_and_values_are_cut() {
    let by = writer(1);
    let root = "010764656661756c74";
    let first = [
        // erased, 2 then 5
        ("0101640000 02 00".to_owned(), "0101640000 05 00".to_owned(), 5),
        // an item whose content is deleted
        (format!("01016400 01 {root} 02 00"), format!("01016400 01 {root} 04 00"), 4),
        // an element with an attribute of two values, then of three, all of them overwritten
        (
            format!("01026400 07 {root} 03 04 7665 6c64 28 0064 00 01 61 02 79 78 01 64 01 01 02"),
            format!("01026400 07 {root} 03 04 7665 6c64 28 0064 00 01 61 03 79 78 7e 01 64 01 01 03"),
            4,
        ),
    ];
    for (begin, all, end) in first {
        let (mut known, server) = (Known::default(), document(1));
        for bytes in [hex(&begin), hex(&all)] {
            let taken = accepted(&known, &bytes, by);
            known.apply(&taken);
            apply(&server, &taken.bytes);
            assert!(!server.transact().has_missing_updates());
        }
        assert_eq!(known_clocks(&known), BTreeMap::from([(100, end)]), "{all}");
        assert_eq!(clocks(&server), known_clocks(&known));
    }
}

#[test]
fn deletions_that_are_known_are_left_out() {
    let editor = document(100);
    let (begin, block) = typed(&editor, "abcdefghij");
    let (by, mut known) = (writer(1), Known::default());
    known.apply(&accepted(&known, &begin, by));
    let delete = |from, len| {
        let mut txn = editor.transact_mut();
        block.remove_range(&mut txn, from, len);
        txn.encode_update_v1()
    };
    let first = delete(2, 3);
    known.apply(&accepted(&known, &first, by));
    delete(0, 1);
    let both = accepted(&known, &whole(&editor), by);
    // No structs; of client 100 one range: clock 2, one long. Clocks 4..7 were known.
    assert_eq!(both.bytes, hex("00 01 64 01 02 01"));
    known.apply(&both);
    assert!(matches!(known.judge(&frame(&whole(&editor)), by), Verdict::Known));
}

#[test]
fn other_peoples_structs_that_are_held_are_skipped() {
    let (emma, kevin) = (document(100), document(200));
    let (begin, _) = typed(&emma, "Emma");
    let mut known = Known::default();
    known.apply(&accepted(&known, &begin, writer(1)));
    apply(&kevin, &begin);
    typed(&kevin, "Kevin");
    let mixed = whole(&kevin);
    assert_eq!(word(&Known::default(), &mixed, writer(2)), "accept", "first use binds");
    let taken = accepted(&known, &mixed, writer(2));
    assert_eq!(taken.binds, [200]);
    let server = document(1);
    apply(&server, &begin);
    apply(&server, &taken.bytes);
    assert_eq!(text(&server), text(&kevin));
    known.apply(&taken);
    assert_eq!((known.owner(100), known.owner(200)), (Some(writer(1)), Some(writer(2))));
    typed(&emma, "later, not yet here");
    apply(&kevin, &whole(&emma));
    assert_eq!(word(&known, &whole(&kevin), writer(2)), "foreign");
}

#[test]
fn applying_in_another_order_than_judging_ends_the_same() {
    // Two nodes: a row of another node comes between a judgement and its commit.
    let (emma, kevin) = (document(100), document(200));
    let (mine, _) = typed(&emma, "Emma");
    let (theirs, _) = typed(&kevin, "Kevin");
    let (mut committed, mut ahead) = (Known::default(), Known::default());
    let taken = accepted(&ahead, &mine, writer(1));
    ahead.apply(&taken);
    for known in [&mut committed, &mut ahead] {
        known.admit(&frame(&theirs)).unwrap();
        known.bind(200, writer(2));
    }
    committed.apply(&taken);
    committed.apply(&taken);
    let both = document(3);
    apply(&both, &mine);
    apply(&both, &theirs);
    assert_eq!(known_clocks(&committed), clocks(&both));
    assert_eq!(known_clocks(&committed), known_clocks(&ahead));
    assert_eq!(committed.size(), ahead.size());
}

#[test]
fn stored_rows_that_lean_on_unread_ones_are_missed() {
    let editor = document(100);
    let (first, block) = typed(&editor, "a");
    let second = {
        let mut txn = editor.transact_mut();
        block.push(&mut txn, "b");
        txn.encode_update_v1()
    };
    let mut known = Known::default();
    assert_eq!(known.admit(&frame(&second)), Err(Refusal::Missing));
    assert_eq!(known_clocks(&known), BTreeMap::new());
    known.admit(&frame(&first)).unwrap();
    known.admit(&frame(&second)).unwrap();
    known.admit(&frame(&first)).unwrap();
    assert_eq!(known_clocks(&known), clocks(&editor));
    assert_eq!(word(&known, &whole(&editor), writer(1)), "known");
}
