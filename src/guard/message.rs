//! The y-protocols frame around an update: which message it is, and nothing after it.

use super::bounds::{AWARENESS_BYTES_MAX, CLIENTS_PER_DOCUMENT_MAX, FRAME_BYTES_MAX};
use super::reader::{Reader, write_number};
use super::{ClientId, Clock, Refusal};
use std::collections::BTreeMap;

/// Messages, as y-protocols numbers them.
const SYNC: u64 = 0;
const AWARENESS: u64 = 1;
const QUERY_AWARENESS: u64 = 3;
const STEP_1: u64 = 0;
const STEP_2: u64 = 1;
const UPDATE: u64 = 2;
/// Bytes around an update in its frame: two kinds and a length.
const ENVELOPE_BYTES_MAX: usize = 16;

/// A frame of a client. The message by which a server refuses (2, auth) is never the client's.
#[derive(Debug, PartialEq, Eq)]
pub enum Message<'a> {
    /// What the client holds; it asks for the rest.
    SyncStep1(StateVector),
    /// What we lacked, in answer to ours: an update, not yet parsed.
    SyncStep2(&'a [u8]),
    /// An edit: an update, not yet parsed.
    Update(&'a [u8]),
    /// Presence, not yet parsed.
    Awareness(&'a [u8]),
    /// The client asks who is present.
    QueryAwareness,
}

/// Parses the envelope of a frame, and a state vector whole.
///
/// # Errors
/// The rule that the frame breaks.
pub fn parse_message(frame: &[u8]) -> Result<Message<'_>, Refusal> {
    if frame.len() > FRAME_BYTES_MAX + ENVELOPE_BYTES_MAX {
        return Err(Refusal::TooLarge);
    }
    let mut reader = Reader::new(frame);
    let message = match reader.number()? {
        SYNC => {
            let step = reader.number()?;
            let body = reader.buffer()?;
            match step {
                STEP_1 => Message::SyncStep1(StateVector::parse(body)?),
                STEP_2 => Message::SyncStep2(body),
                UPDATE => Message::Update(body),
                _ => return Err(Refusal::Message),
            }
        }
        AWARENESS => {
            let body = reader.buffer()?;
            if body.len() > AWARENESS_BYTES_MAX {
                return Err(Refusal::TooLarge);
            }
            Message::Awareness(body)
        }
        QUERY_AWARENESS => Message::QueryAwareness,
        _ => return Err(Refusal::Message),
    };
    reader.end()?;
    Ok(message)
}

/// Per client the clock up to which somebody holds everything. Bounded by the clients one document may hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StateVector(pub(super) BTreeMap<ClientId, Clock>);

impl StateVector {
    pub(super) fn parse(bytes: &[u8]) -> Result<Self, Refusal> {
        let mut reader = Reader::new(bytes);
        let count = reader.count(2)?;
        if count > CLIENTS_PER_DOCUMENT_MAX {
            return Err(Refusal::TooManyClients);
        }
        let mut clocks = BTreeMap::new();
        for _ in 0..count {
            let client = reader.client()?;
            if clocks.insert(client, reader.clock()?).is_some() {
                return Err(Refusal::ClientTwice);
            }
        }
        reader.end()?;
        Ok(Self(clocks))
    }

    /// The clock up to which this client's structs are held; 0 for one never seen.
    #[must_use]
    pub fn get(&self, client: ClientId) -> Clock {
        self.0.get(&client).copied().unwrap_or(0)
    }

    /// All clients with their clocks, in order of id.
    pub fn iter(&self) -> impl Iterator<Item = (ClientId, Clock)> + '_ {
        self.0.iter().map(|(client, clock)| (*client, *clock))
    }

    /// How many clients it names.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether it names none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The bytes of a state vector as in SyncStep1, without its envelope. Highest client first, as Yjs does.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut out = Vec::new();
        write_number(&mut out, self.0.len() as u64);
        for (client, clock) in self.0.iter().rev() {
            write_number(&mut out, *client);
            write_number(&mut out, u64::from(*clock));
        }
        out
    }
}
