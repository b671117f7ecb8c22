//! Envelopes, presence, state vectors, numbers: the form of frames beside updates.

use super::*;
use serde_json::json;

fn refused<T: std::fmt::Debug>(result: Result<T, Refusal>) -> Refusal {
    result.expect_err("expected a refusal")
}

#[test]
fn envelopes_of_a_stock_provider_are_read() {
    assert_eq!(parse_message(&[0, 0, 1, 0]), Ok(Message::SyncStep1(StateVector::default())));
    assert_eq!(parse_message(&[0, 1, 2, 0, 0]), Ok(Message::SyncStep2(&[0, 0])));
    assert_eq!(parse_message(&[0, 2, 2, 0, 0]), Ok(Message::Update(&[0, 0])));
    assert_eq!(parse_message(&[1, 1, 0]), Ok(Message::Awareness(&[0])));
    assert_eq!(parse_message(&[3]), Ok(Message::QueryAwareness));
}

#[test]
fn envelopes_that_no_client_sends_are_refused() {
    let check = |frame: &[u8], refusal| assert_eq!(refused(parse_message(frame)), refusal, "{frame:?}");
    check(&[], Refusal::Truncated);
    check(&[2, 0, 1, 65], Refusal::Message);
    check(&[9], Refusal::Message);
    check(&[0, 3, 0], Refusal::Message);
    check(&[0, 2, 3, 0, 0], Refusal::Truncated);
    check(&[0, 2, 2, 0, 0, 0], Refusal::TrailingBytes);
    check(&[3, 0], Refusal::TrailingBytes);
    check(&[0x80, 0, 1, 0], Refusal::Number);
    check(&vec![0; 2 * 1024 * 1024], Refusal::TooLarge);
}

#[test]
fn state_vectors_are_bounded_and_come_back_as_they_went() {
    let vector = StateVector::parse(&hex("02 b960 05 07 00")).unwrap();
    assert_eq!((vector.get(12_345), vector.get(7), vector.len()), (5, 0, 2));
    assert_eq!(StateVector::parse(&vector.encode()), Ok(vector.clone()));
    assert_eq!(yrs::StateVector::decode_v1(&vector.encode()).unwrap().len(), 2);
    let check =
        |bytes: &str, refusal| assert_eq!(refused(StateVector::parse(&hex(bytes))), refusal, "{bytes}");
    check("8080808001", Refusal::Count);
    check("02 0701 0702", Refusal::ClientTwice);
    check("01 07 ffffffff0f", Refusal::Clock);
    check("01 808080808080801007", Refusal::Number);
    check("01 07 01 00", Refusal::TrailingBytes);
}

#[test]
fn client_ids_up_to_the_largest_safe_integer_reach_yrs_unchanged() {
    let mut update = hex("0101 ffffffffffffff0f 00 0701");
    update.extend_from_slice(b"\x07default\x06\x00");
    let known = Known::default();
    let taken = accepted(&known, &update, writer(1));
    let doc = document(1);
    apply(&doc, &taken.bytes);
    assert_eq!(clocks(&doc), BTreeMap::from([((1 << 53) - 1, 1)]));
    let above = hex("0101 8080808080808010 00 0001 00");
    assert_eq!(refused(parse_update(&above, &Bounds::frame())), Refusal::Number);
}

#[test]
fn presence_is_read_and_written() {
    let entries = [(7, 3, Some(json!({"user": {"name": "Emma"}}))), (1 << 40, 1, None)];
    let bytes = encode_awareness(&entries);
    let read = parse_awareness(&bytes).unwrap();
    let back: Vec<_> = read.into_iter().map(|entry| (entry.client, entry.clock, entry.state)).collect();
    assert_eq!(back, entries);
    let update = yrs::sync::AwarenessUpdate::decode_v1(&bytes).unwrap();
    assert_eq!(update.clients.len(), 2);
}

// shows Yjs input 37
#[test]
fn presence_out_of_bounds_is_refused() {
    let check = |bytes: &[u8], refusal| assert_eq!(refused(parse_awareness(bytes)), refusal);
    let one = |json: &str| {
        let mut bytes = hex("01 07 01");
        reader::write_buffer(&mut bytes, json.as_bytes());
        bytes
    };
    check(&hex("8080808001"), Refusal::Count);
    check(&one("{"), Refusal::Json);
    check(&one(""), Refusal::Count);
    check(&one(r#""\ud800""#), Refusal::Json);
    check(&one(&"[".repeat(10_000)), Refusal::TooDeep);
    check(&one(&format!("\"{}\"", "x".repeat(17_000))), Refusal::TooLarge);
    check(&[one("1"), vec![0]].concat(), Refusal::TrailingBytes);
    check(&hex("01 07 01 02 ffff"), Refusal::Utf8);
    check(&vec![0; 70_000], Refusal::TooLarge);
    let many: Vec<_> = (0..300).map(|client| (client, 1, None)).collect();
    check(&encode_awareness(&many), Refusal::AwarenessEntries);
}

#[test]
fn every_refusal_has_a_code_of_its_own() {
    let codes = [
        Refusal::Truncated,
        Refusal::TrailingBytes,
        Refusal::TooLarge,
        Refusal::Utf8,
        Refusal::Number,
        Refusal::LengthZero,
        Refusal::Count,
        Refusal::TooDeep,
        Refusal::Clock,
        Refusal::Client,
        Refusal::ClientTwice,
        Refusal::TooManyClients,
        Refusal::StructKind,
        Refusal::ContentKind,
        Refusal::NodeName,
        Refusal::MarkName,
        Refusal::Attribute,
        Refusal::Json,
        Refusal::Link,
        Refusal::Root,
        Refusal::Parent,
        Refusal::Neighbours,
        Refusal::Cycle,
        Refusal::ErasedTooMuch,
        Refusal::DeletesUnknown,
        Refusal::DeleteRanges,
        Refusal::Message,
        Refusal::AwarenessEntries,
        Refusal::Missing,
    ]
    .map(Refusal::code);
    assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len());
    assert!(codes.iter().all(|code| code.starts_with("document.")));
}

#[test]
fn ranges_join_and_show_their_gaps() {
    let set = ids::RangeSet::from_ranges(vec![(5, 7), (1, 2), (7, 9), (2, 3), (20, 30), (22, 24), (4, 21)]);
    assert_eq!(set.iter().collect::<Vec<_>>(), [(1, 3), (4, 30)]);
    // One by one, in any order, and many at once: the same.
    let mut chance = Chance(5);
    for _ in 0..300 {
        let mut range = || {
            let start = chance.below(200) as Clock;
            (start, start + 1 + chance.below(9) as Clock)
        };
        let some: Vec<(Clock, Clock)> = (0..40).map(|_| range()).collect();
        let (mut singly, mut at_once) = (ids::RangeSet::default(), ids::RangeSet::default());
        for range in &some {
            singly.extend(&ids::RangeSet::from_ranges(vec![*range]));
        }
        for half in some.chunks(20) {
            at_once.extend(&ids::RangeSet::from_ranges(half.to_vec()));
        }
        assert_eq!(singly, ids::RangeSet::from_ranges(some.clone()));
        assert_eq!(at_once, singly);
        let held = |clock| some.iter().any(|(start, end)| (*start..*end).contains(&clock));
        let mut lacking = Vec::new();
        singly.gaps(50, 90, |start, end| lacking.extend(start..end));
        assert_eq!(lacking, (50..90).filter(|clock| !held(*clock)).collect::<Vec<_>>());
    }
    let mut gaps = Vec::new();
    set.gaps(0, 35, |start, end| gaps.push((start, end)));
    assert_eq!(gaps, [(0, 1), (3, 4), (30, 35)]);
    gaps.clear();
    set.gaps(5, 30, |start, end| gaps.push((start, end)));
    assert_eq!(gaps, []);
}
