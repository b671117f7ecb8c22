//! Frames one after another on one document: what the guard takes, yrs takes whole and to the same state.
//! The input is a row of frames, each behind its length in two bytes; the top bit says which of two writes.
#![no_main]

use keukentafel::guard::{parse_awareness, parse_message, parse_update, Bounds, Known, Message, Verdict, Writer, ROOT};
use libfuzzer_sys::fuzz_target;
use std::collections::BTreeMap;
use yrs::updates::decoder::Decode;
use yrs::{Doc, GetString, ReadTxn, Transact, Update, WriteTxn};

/// Frames of one input: enough for frames that lean on each other.
const FRAMES_MAX: usize = 16;

fuzz_target!(|bytes: &[u8]| {
    let doc = Doc::with_client_id(1);
    doc.transact_mut().get_or_insert_xml_fragment(ROOT);
    let mut known = Known::default();
    let mut rest = bytes;
    for _ in 0..FRAMES_MAX {
        let [high, low, after @ ..] = rest else { break };
        let writer = Writer(uuid::Uuid::from_u128(u128::from(high >> 7)));
        let len = usize::from(high & 0x7f) << 8 | usize::from(*low);
        let (frame, left) = after.split_at(len.min(after.len()));
        rest = left;
        receive(&doc, &mut known, frame, writer);
    }
    let txn = doc.transact();
    if let Some(root) = txn.get_xml_fragment(ROOT) {
        root.get_string(&txn);
    }
});

fn receive(doc: &Doc, known: &mut Known, frame: &[u8], writer: Writer) {
    let update = match parse_message(frame) {
        Ok(Message::Update(update) | Message::SyncStep2(update)) => update,
        Ok(Message::Awareness(entries)) => return drop(parse_awareness(entries)),
        Ok(Message::SyncStep1(_) | Message::QueryAwareness) | Err(_) => return,
    };
    let Ok(update) = parse_update(update, &Bounds::frame()) else { return };
    let Verdict::Accept(accepted) = known.judge(&update, writer) else { return };
    known.apply(&accepted);
    let decoded = Update::decode_v1(&accepted.bytes).expect("yrs reads what was accepted");
    doc.transact_mut().apply_update(decoded).expect("yrs applies what was accepted");
    let txn = doc.transact();
    assert!(!txn.has_missing_updates(), "yrs waits for something");
    let held: BTreeMap<u64, u32> = txn.state_vector().iter().map(|(client, clock)| (client.get(), *clock)).collect();
    assert_eq!(held, known.state_vector().iter().collect(), "the guard and yrs count differently");
}
