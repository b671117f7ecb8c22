//! Frames of a document in both dialects, as complete WebSocket bytes.
//!
//! On `/yjs` a frame is one y-protocols message; on `/rt` the same matter travels in the binary kinds of `docs/PROTOCOL.md` §3.

use bytes::Bytes;
use keukentafel::protocol::frame::{write_ack, write_awareness, write_committed, write_sync, write_varint};
use keukentafel::protocol::rt::ServerMessage;

use crate::hub::{Dialect, TopicNumber, binary, text};

const SYNC: u8 = 0;
const AWARENESS: u8 = 1;
const AUTH: u8 = 2;
const STEP_1: u8 = 0;
const STEP_2: u8 = 1;
const UPDATE: u8 = 2;
const PERMISSION_DENIED: u8 = 0;

/// "Send me what I miss": the server's state vector.
pub(super) fn step1(dialect: Dialect, a: TopicNumber, state_vector: &[u8]) -> Bytes {
    message(dialect, a, &sync(STEP_1, state_vector))
}

/// The answer to a client's SyncStep1. On `/rt` a client gets rows and snapshots instead, but may ask all the same.
pub(super) fn step2(dialect: Dialect, a: TopicNumber, update: &[u8]) -> Bytes {
    message(dialect, a, &sync(STEP_2, update))
}

/// One row for `/yjs`.
pub(super) fn yjs_update(update: &[u8]) -> Bytes {
    binary(&sync(UPDATE, update))
}

/// Who is here.
pub(super) fn awareness(dialect: Dialect, a: TopicNumber, update: &[u8]) -> Bytes {
    match dialect {
        Dialect::Rt => binary(&write_awareness(a, update)),
        Dialect::Yjs => {
            let mut out = vec![AWARENESS];
            push_bytes(&mut out, update);
            binary(&out)
        }
    }
}

/// Rows for `/rt`.
pub(super) fn committed<'a>(
    a: TopicNumber,
    seq_from: u64,
    updates: impl ExactSizeIterator<Item = &'a [u8]>,
) -> Bytes {
    binary(&write_committed(a, seq_from, updates))
}

/// Stored up to here, for `/rt`.
pub(super) fn ack(a: TopicNumber, nr: u64, seq: u64) -> Bytes {
    binary(&write_ack(a, nr, seq))
}

/// A refusal for `/yjs`: y-protocols' auth message, whose reason is the code.
pub(super) fn permission_denied(code: &str) -> Bytes {
    let mut out = vec![AUTH, PERMISSION_DENIED];
    push_bytes(&mut out, code.as_bytes());
    binary(&out)
}

/// A text frame for `/rt`.
pub(super) fn json(message: &ServerMessage<'_>) -> Bytes {
    // These types hold strings, numbers and lists: serialising them cannot fail.
    text(&serde_json::to_string(message).unwrap_or_default())
}

fn message(dialect: Dialect, a: TopicNumber, message: &[u8]) -> Bytes {
    match dialect {
        Dialect::Rt => binary(&write_sync(a, message)),
        Dialect::Yjs => binary(message),
    }
}

fn sync(step: u8, payload: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(payload.len() + 12);
    out.extend([SYNC, step]);
    push_bytes(&mut out, payload);
    out
}

fn push_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    write_varint(out, bytes.len() as u64);
    out.extend_from_slice(bytes);
}
