//! Connections as the actors see them, and how a frame reaches many of them.
//!
//! A connection is not an actor: it is an entry with a bounded outbox. A frame is encoded once, as complete WebSocket bytes, and
//! written by whoever publishes it. The socket itself is the edge's, behind [`Wire`].

mod conn;
mod fanout;
mod latest;
mod outbox;
mod ws;

#[cfg(test)]
pub(crate) mod pipe;
#[cfg(test)]
mod tests;

pub use conn::{Closing, Conn, ConnEvent, ConnId, Dialect, Wire};
pub use fanout::{Fanout, TopicNumber, TopicNumbers};
pub use latest::Latest;
pub use outbox::Class;
pub use ws::{binary, close, ping, text};
