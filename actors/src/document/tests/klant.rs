//! A client: a Yjs document and a socket of memory.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use bytes::Bytes;
use keukentafel::domain::ids::*;
use keukentafel::guard::{AwarenessEntry, encode_awareness, parse_awareness};
use keukentafel::protocol::frame::{ServerFrame, read_server, write_varint};
use keukentafel::protocol::rt::Pos;
use serde_json::Value;
use yrs::updates::decoder::Decode;
use yrs::updates::encoder::Encode;
use yrs::{
    Doc, GetString, OffsetKind, Options, ReadTxn, StateVector, Text, Transact, Update, XmlElementPrelim,
    XmlFragment, XmlTextPrelim,
};

use super::support::*;
use crate::hub::pipe::Pipe;
use crate::hub::{Conn, ConnId, Dialect};
use crate::weigering::Weigering;

static CONNECTIONS: AtomicU64 = AtomicU64::new(1);

/// What a client was sent.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Got {
    Text(Value),
    Rows {
        seq_from: u64,
        count: usize,
    },
    Ack {
        nr: u64,
        seq: u64,
    },
    Step1,
    Step2,
    /// One row, on `/yjs`.
    Update,
    Presence(Vec<(u64, u32, Option<Value>)>),
    Denied(String),
    Close(u16),
}

impl Got {
    /// The text frame of this kind.
    pub(super) fn text(&self, t: &str) -> Option<&Value> {
        if let Self::Text(value) = self { Some(value).filter(|value| value["t"] == t) } else { None }
    }

    pub(super) fn denied(&self) -> Option<String> {
        if let Self::Denied(code) = self { Some(code.clone()) } else { None }
    }
}

pub(super) struct Klant {
    pub(super) conn: Arc<Conn>,
    pub(super) pipe: Pipe,
    pub(super) doc: Doc,
    nr: u64,
    /// What the server said last that it holds.
    held: StateVector,
}

impl Klant {
    pub(super) fn new(wie_id: MedewerkerId, dialect: Dialect, client: u32) -> Self {
        let pipe = Pipe::with_room(usize::MAX / 2);
        let id = ConnId(CONNECTIONS.fetch_add(1, Ordering::Relaxed));
        let conn = Conn::new(id, wie(wie_id), dialect, Box::new(pipe.clone()));
        Self { conn, pipe, doc: doc(client), nr: 0, held: StateVector::default() }
    }

    pub(super) async fn opens(&self, node: &Node) -> Result<u32, Weigering> {
        node.documents.open(&self.conn, DOC, 1, None).await
    }

    pub(super) async fn opens_from(&self, node: &Node, v: u64) -> Result<u32, Weigering> {
        let e = node.memory_epoch();
        node.documents.open(&self.conn, DOC, 1, Some(Pos { e, v })).await
    }

    /// A client that has synced both ways and read what it was sent.
    pub(super) async fn joined(node: &Node, wie: MedewerkerId, dialect: Dialect, client: u32) -> Self {
        let mut klant = Self::new(wie, dialect, client);
        klant.opens(node).await.unwrap();
        if dialect == Dialect::Yjs {
            klant.sends(node, vec![klant.step1()]).await;
        }
        klant.reads();
        klant.answers(node).await;
        node.barrier().await;
        klant.reads();
        klant
    }

    /// Sends one frame; answers its number.
    pub(super) async fn sends(&mut self, node: &Node, messages: Vec<Vec<u8>>) -> u64 {
        self.nr += 1;
        let nr = if self.conn.dialect() == Dialect::Rt { self.nr } else { 0 };
        let messages = messages.into_iter().map(Bytes::from).collect();
        node.documents.sync(&self.conn, DOC, nr, messages).await.unwrap();
        nr
    }

    /// Answers the server's SyncStep1.
    pub(super) async fn answers(&mut self, node: &Node) -> u64 {
        let missing = self.doc.transact().encode_diff_v1(&self.held);
        self.sends(node, vec![message(1, &missing)]).await
    }

    /// Types a paragraph and sends it.
    pub(super) async fn types(&mut self, node: &Node, line: &str) -> u64 {
        let update = self.paragraph(line);
        self.sends(node, vec![update_message(&update)]).await
    }

    /// A new paragraph in the own document, as an update.
    pub(super) fn paragraph(&self, line: &str) -> Vec<u8> {
        self.edit(|root, txn| {
            let paragraph = root.push_back(txn, XmlElementPrelim::empty("paragraph"));
            paragraph.push_back(txn, XmlTextPrelim::new(line));
        })
    }

    pub(super) fn edit(
        &self,
        how: impl FnOnce(&yrs::XmlFragmentRef, &mut yrs::TransactionMut<'_>),
    ) -> Vec<u8> {
        let root = self.doc.get_or_insert_xml_fragment("default");
        let before = self.doc.transact().state_vector();
        how(&root, &mut self.doc.transact_mut());
        self.doc.transact().encode_diff_v1(&before)
    }

    pub(super) fn step1(&self) -> Vec<u8> {
        message(0, &self.doc.transact().state_vector().encode_v1())
    }

    /// All it has.
    pub(super) fn step2(&self) -> Vec<u8> {
        message(1, &self.doc.transact().encode_state_as_update_v1(&StateVector::default()))
    }

    /// Reads everything that was sent and applies what is text.
    pub(super) fn reads(&mut self) -> Vec<Got> {
        let mut got = Vec::new();
        for (opcode, payload) in self.pipe.frames() {
            got.push(match (opcode, self.conn.dialect()) {
                (1, _) => Got::Text(serde_json::from_slice(&payload).unwrap()),
                (8, _) => Got::Close(u16::from_be_bytes([payload[0], payload[1]])),
                (2, Dialect::Rt) => self.reads_rt(&payload),
                (2, Dialect::Yjs) => self.reads_message(&payload),
                (other, _) => panic!("opcode {other}"),
            });
        }
        got
    }

    fn reads_rt(&mut self, payload: &[u8]) -> Got {
        match read_server(payload).unwrap() {
            ServerFrame::Sync { messages, .. } => self.reads_message(messages[0]),
            ServerFrame::Awareness { update, .. } => presence(update),
            ServerFrame::Committed { seq_from, updates, .. } => {
                updates.iter().for_each(|update| self.applies(update));
                Got::Rows { seq_from, count: updates.len() }
            }
            ServerFrame::Ack { nr, seq, .. } => Got::Ack { nr, seq },
        }
    }

    fn reads_message(&mut self, message: &[u8]) -> Got {
        match message {
            [0, 0, rest @ ..] => {
                self.held = StateVector::decode_v1(body(rest)).unwrap();
                Got::Step1
            }
            [0, 1, rest @ ..] => {
                self.applies(body(rest));
                Got::Step2
            }
            [0, 2, rest @ ..] => {
                self.applies(body(rest));
                Got::Update
            }
            [1, rest @ ..] => presence(body(rest)),
            [2, 0, rest @ ..] => Got::Denied(String::from_utf8(body(rest).to_vec()).unwrap()),
            other => panic!("message {other:?}"),
        }
    }

    pub(super) fn applies(&self, update: &[u8]) {
        self.doc.transact_mut().apply_update(Update::decode_v1(update).unwrap()).unwrap();
    }

    pub(super) fn has(&self, line: &str) -> bool {
        let root = self.doc.get_or_insert_xml_fragment("default");
        root.get_string(&self.doc.transact()).contains(line)
    }

    pub(super) fn whole(&self) -> Vec<u8> {
        whole(&self.doc)
    }

    /// Waits until its frame `nr` is acked and reads all that came before it, and with it.
    pub(super) async fn acked(&mut self, node: &Node, nr: u64) -> Vec<Got> {
        let mut all = Vec::new();
        for _ in 0..1000 {
            let got = self.reads();
            let done = got.iter().any(|one| matches!(one, Got::Ack { nr: acked, .. } if *acked >= nr));
            all.extend(got);
            if done {
                node.barrier().await;
                all.extend(self.reads());
                return all;
            }
            node.barrier().await;
            tokio::task::yield_now().await;
        }
        panic!("no ack of {nr}: {all:?}")
    }

    /// Reads until its last frame is acked or refused.
    pub(super) async fn answered(&mut self, node: &Node) -> Vec<Got> {
        for _ in 0..1000 {
            let got = self.reads();
            if got.iter().any(|one| matches!(one, Got::Ack { .. } | Got::Step1)) {
                return got;
            }
            node.barrier().await;
        }
        panic!("no answer")
    }

    /// Says where it stands.
    pub(super) async fn shows(&self, node: &Node, client: u64, clock: u32, state: Option<Value>) {
        let update = encode_awareness(&[(client, clock, state)]);
        node.documents.awareness(&self.conn, DOC, bytes(&update)).await.unwrap();
        node.barrier().await;
    }
}

impl Node {
    pub(super) fn memory_epoch(&self) -> String {
        keukentafel::store::Journal::epoch(self.memory()).to_string()
    }
}

pub(super) fn doc(client: u32) -> Doc {
    let client = yrs::block::ClientID::new(u64::from(client));
    Doc::with_options(Options { offset_kind: OffsetKind::Utf16, ..Options::with_client_id(client) })
}

pub(super) fn whole(doc: &Doc) -> Vec<u8> {
    doc.transact().encode_state_as_update_v1(&StateVector::default())
}

pub(super) fn update_message(update: &[u8]) -> Vec<u8> {
    message(2, update)
}

pub(super) fn message(step: u8, payload: &[u8]) -> Vec<u8> {
    let mut out = vec![0, step];
    write_varint(&mut out, payload.len() as u64);
    out.extend_from_slice(payload);
    out
}

/// More text in the last paragraph, changed in place.
pub(super) fn append_to_last_text(doc: &Doc, more: &str) -> Vec<u8> {
    let root = doc.get_or_insert_xml_fragment("default");
    let before = doc.transact().state_vector();
    {
        let mut txn = doc.transact_mut();
        let last = root.children(&txn).last().unwrap().into_xml_element().unwrap();
        let text = last.children(&txn).next().unwrap().into_xml_text().unwrap();
        let end = text.len(&txn);
        text.insert(&mut txn, end, more);
    }
    doc.transact().encode_diff_v1(&before)
}

fn presence(update: &[u8]) -> Got {
    let entries = parse_awareness(update).unwrap();
    let told = |AwarenessEntry { client, clock, state, .. }: AwarenessEntry<'_>| (client, clock, state);
    Got::Presence(entries.into_iter().map(told).collect())
}

fn body(rest: &[u8]) -> &[u8] {
    let (mut len, mut shift, mut at) = (0_usize, 0, 0);
    loop {
        let byte = rest[at];
        len |= usize::from(byte & 0x7F) << shift;
        at += 1;
        shift += 7;
        if byte & 0x80 == 0 {
            assert_eq!(rest.len(), at + len);
            return &rest[at..];
        }
    }
}
