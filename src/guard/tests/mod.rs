//! The guard against hostile bytes, and beside honest yrs and Yjs documents.

mod fixtures;
mod form;
mod honest;
mod hostile;
mod made;
mod mutate;
mod schema;
mod shown;
mod trim;

use super::*;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;
use yrs::types::text::YChange;
use yrs::updates::decoder::Decode;
use yrs::{Doc, OffsetKind, Options, ReadTxn, Text, Transact, Update, WriteTxn, Xml, XmlFragment, XmlOut};

/// A writer by number.
fn writer(number: u128) -> Writer {
    Writer(Uuid::from_u128(number))
}

/// Bytes from hexadecimal digits.
fn hex(digits: &str) -> Vec<u8> {
    let digits: Vec<u8> = digits.bytes().filter(u8::is_ascii_hexdigit).collect();
    let pair = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
    digits.chunks(2).map(pair).collect()
}

/// SplitMix64: chance from a seed, so that a failure is a number.
#[derive(Clone)]
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }
}

/// An empty document that counts as Yjs does.
fn document(client: u64) -> Doc {
    let mut options = Options::with_client_id(yrs::block::ClientID::new(client));
    options.offset_kind = OffsetKind::Utf16;
    let doc = Doc::with_options(options);
    doc.transact_mut().get_or_insert_xml_fragment(ROOT);
    doc
}

fn apply(doc: &Doc, bytes: &[u8]) {
    let update = Update::decode_v1(bytes).unwrap();
    doc.transact_mut().apply_update(update).unwrap();
}

fn whole(doc: &Doc) -> Vec<u8> {
    doc.transact().encode_state_as_update_v1(&yrs::StateVector::default())
}

/// All that a reader of the document sees, attributes and marks in order of name.
fn text(doc: &Doc) -> String {
    let mut txn = doc.transact_mut();
    let root = txn.get_or_insert_xml_fragment(ROOT);
    root.children(&txn).map(|node| shape(&node, &txn)).collect()
}

fn shape(node: &XmlOut, txn: &yrs::TransactionMut<'_>) -> String {
    match node {
        XmlOut::Element(element) => {
            let attributes: BTreeMap<_, _> =
                element.attributes(txn).map(|(key, value)| (key.to_owned(), value.to_string(txn))).collect();
            let children: String = element.children(txn).map(|child| shape(&child, txn)).collect();
            format!("<{} {attributes:?}>{children}</>", element.tag())
        }
        XmlOut::Text(text) => {
            let chunks = text.diff(txn, YChange::identity).into_iter();
            let chunks: Vec<_> = chunks
                .map(|chunk| {
                    let marks = chunk.attributes.map(|marks| {
                        marks
                            .iter()
                            .map(|(key, value)| format!("{key}={}", serde_json::to_value(value).unwrap()))
                            .collect::<BTreeSet<_>>()
                    });
                    (chunk.insert.to_string(txn), marks)
                })
                .collect();
            format!("{chunks:?}")
        }
        XmlOut::Fragment(fragment) => {
            let children: String = fragment.children(txn).map(|child| shape(&child, txn)).collect();
            format!("<>{children}</>")
        }
    }
}

/// The state vector of a document as the guard would say it.
fn clocks(doc: &Doc) -> BTreeMap<ClientId, Clock> {
    doc.transact().state_vector().iter().map(|(client, clock)| (client.get(), *clock)).collect()
}

fn known_clocks(known: &Known) -> BTreeMap<ClientId, Clock> {
    known.state_vector().iter().collect()
}

fn frame(bytes: &[u8]) -> ParsedUpdate<'_> {
    parse_update(bytes, &Bounds::frame()).unwrap()
}

fn accepted(known: &Known, bytes: &[u8], by: Writer) -> Accepted {
    match known.judge(&frame(bytes), by) {
        Verdict::Accept(accepted) => accepted,
        other @ (Verdict::Known | Verdict::Gap | Verdict::Foreign { .. } | Verdict::Refuse(_)) => {
            panic!("expected to accept {bytes:02x?}, got {other:?}")
        }
    }
}

/// What the guard holds of a document when it loads that from its own bytes.
fn known_of(doc: &Doc) -> Known {
    let bytes = whole(doc);
    let mut known = Known::default();
    known.admit(&parse_update(&bytes, &Bounds::snapshot()).unwrap()).unwrap();
    known
}

/// The verdict in one word: a code when the frame is refused.
fn word(known: &Known, bytes: &[u8], by: Writer) -> &'static str {
    match parse_update(bytes, &Bounds::frame()).map(|update| known.judge(&update, by)) {
        Err(refusal) => refusal.code(),
        Ok(Verdict::Refuse(refusal)) => refusal.code(),
        Ok(Verdict::Accept(_)) => "accept",
        Ok(Verdict::Known) => "known",
        Ok(Verdict::Gap) => "gap",
        Ok(Verdict::Foreign { .. }) => "foreign",
    }
}
