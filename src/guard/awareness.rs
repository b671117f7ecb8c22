//! Presence frames. Who may speak for which client is the caller's to judge; here only form and size.

use super::any::parse_json;
use super::bounds::{AWARENESS_BYTES_MAX, AWARENESS_ENTRIES_MAX, AWARENESS_STATE_BYTES_MAX};
use super::reader::{Reader, write_buffer, write_number};
use super::{ClientId, Refusal};
use serde_json::Value;

/// The presence of one client.
#[derive(Clone, Debug, PartialEq)]
pub struct AwarenessEntry<'a> {
    /// Whose.
    pub client: ClientId,
    /// Counts up per change; a higher one wins.
    pub clock: u32,
    /// `None` when the client left.
    pub state: Option<Value>,
    /// The state as it came, to send on unchanged.
    pub json: &'a str,
}

/// Parses a presence frame.
///
/// # Errors
/// The rule that the bytes break.
pub fn parse_awareness(bytes: &[u8]) -> Result<Vec<AwarenessEntry<'_>>, Refusal> {
    if bytes.len() > AWARENESS_BYTES_MAX {
        return Err(Refusal::TooLarge);
    }
    let mut reader = Reader::new(bytes);
    // An entry takes at least: client, clock, length and one digit.
    let count = reader.count(4)?;
    if count > AWARENESS_ENTRIES_MAX {
        return Err(Refusal::AwarenessEntries);
    }
    let mut entries = Vec::new();
    for _ in 0..count {
        let client = reader.client()?;
        let clock = reader.clock()?;
        let json = reader.string()?;
        if json.len() > AWARENESS_STATE_BYTES_MAX {
            return Err(Refusal::TooLarge);
        }
        let state = match parse_json(json)? {
            Value::Null => None,
            state @ (Value::Bool(_)
            | Value::Number(_)
            | Value::String(_)
            | Value::Array(_)
            | Value::Object(_)) => Some(state),
        };
        entries.push(AwarenessEntry { client, clock, state, json });
    }
    reader.end()?;
    Ok(entries)
}

/// The bytes of a presence frame, without its envelope.
#[must_use]
pub fn encode_awareness(entries: &[(ClientId, u32, Option<Value>)]) -> Vec<u8> {
    let mut out = Vec::new();
    write_number(&mut out, entries.len() as u64);
    for (client, clock, state) in entries {
        write_number(&mut out, *client);
        write_number(&mut out, u64::from(*clock));
        let json = state.as_ref().map_or_else(|| "null".to_owned(), Value::to_string);
        write_buffer(&mut out, json.as_bytes());
    }
    out
}
