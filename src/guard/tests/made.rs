//! Frames made by hand, and the document that they are sent to.

use super::*;
use crate::guard::reader::{write_buffer, write_number};

pub(super) const ROOT_PARENT: &str = "01 07 64656661756c74";

/// An update of one section, without deletions.
pub(super) fn update(client: ClientId, clock: u64, structs: &[Vec<u8>]) -> Vec<u8> {
    let mut out = vec![1];
    for number in [structs.len() as u64, client, clock] {
        write_number(&mut out, number);
    }
    structs.iter().for_each(|bytes| out.extend_from_slice(bytes));
    out.push(0);
    out
}

/// An update of deletions only.
pub(super) fn deletions(client: ClientId, ranges: &[(u64, u64)]) -> Vec<u8> {
    let mut out = vec![0, 1];
    write_number(&mut out, client);
    write_number(&mut out, ranges.len() as u64);
    for (start, len) in ranges {
        write_number(&mut out, *start);
        write_number(&mut out, *len);
    }
    out
}

pub(super) fn element(parent: &str, name: &str) -> Vec<u8> {
    let mut out = [hex("07"), hex(parent), vec![3]].concat();
    write_buffer(&mut out, name.as_bytes());
    out
}

pub(super) fn text_in(parent: &str) -> Vec<u8> {
    hex(&["07", parent, "06"].concat())
}

pub(super) fn format(parent: &str, key: &str, json: &str) -> Vec<u8> {
    let mut out = hex(&["06", parent].concat());
    write_buffer(&mut out, key.as_bytes());
    write_buffer(&mut out, json.as_bytes());
    out
}

pub(super) fn attribute(parent: &str, name: &str, value: &str) -> Vec<u8> {
    let mut out = hex(&["28", parent].concat());
    write_buffer(&mut out, name.as_bytes());
    out.extend_from_slice(&[1, 119]);
    write_buffer(&mut out, value.as_bytes());
    out
}

/// A document of client 100 (writer 1): a paragraph 0, its text 1, and "Gesprek" from 2 to 9.
pub(super) fn held() -> Known {
    let mut known = Known::default();
    known.apply(&accepted(&known, &held_bytes(), writer(1)));
    known
}

/// A frame by writer 2, who has the document open.
pub(super) fn check(bytes: &[u8], expected: &str) {
    let known = held();
    let before = (known_clocks(&known), known.size());
    assert_eq!(word(&known, bytes, writer(2)), expected, "{:02x?}", &bytes[..bytes.len().min(60)]);
    assert_eq!((known_clocks(&known), known.size()), before, "a judgement changes nothing");
}

/// The bytes behind `held`.
pub(super) fn held_bytes() -> Vec<u8> {
    let mut string = hex("04 00 64 01");
    write_buffer(&mut string, b"Gesprek");
    update(100, 0, &[element(ROOT_PARENT, "paragraph"), text_in("00 64 00"), string])
}
