//! The guard before yrs: no byte of a client reaches yrs unparsed.
//!
//! A frame goes through [`parse_message`], its update through [`parse_update`], and [`Known::judge`] says what is
//! to be done with it. What it accepts is trimmed to what is new; those bytes alone are stored, applied and told
//! to others. [`Known`] is the guard's memory of one document: it follows with [`Known::apply`], and is built
//! from stored bytes with [`Known::admit`].
//!
//! Nothing here does input or output, waits, or knows yrs. Nothing is reserved by a count that a client claims,
//! nothing recurses deeper than a bound, and a refusal never carries content.

mod any;
mod awareness;
pub mod bounds;
mod content;
mod cut;
mod ids;
mod integrate;
mod judge;
mod known;
mod message;
mod parse;
mod reader;
mod refusal;
#[cfg(test)]
mod tests;
mod voorstel;

pub use awareness::{AwarenessEntry, encode_awareness, parse_awareness};
pub use bounds::Bounds;
pub use content::{LINK_SCHEMES, MARKS, NODES, ROOT};
pub use judge::{Accepted, Verdict};
pub use known::Known;
pub use message::{Message, StateVector, parse_message};
pub use parse::{ParsedUpdate, parse_update};
pub use refusal::Refusal;

/// A Yjs client id as on the wire: one session of one device. At most 2^53 - 1, the largest integer that
/// JavaScript counts with; yrs drops higher bits.
pub type ClientId = u64;

/// A count of UTF-16 units and other elements that one client inserted. At most 2^31 - 1, since yrs subtracts
/// clocks as `i32`.
pub type Clock = u32;

/// Who writes. The guard only compares it.
#[derive(Copy, Clone, Eq, PartialEq, Hash, Debug)]
pub struct Writer(pub uuid::Uuid);
