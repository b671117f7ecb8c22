//! The WebSockets `/rt` and `/yjs/{document}`: from the handshake to the last byte.
//!
//! Frames to a client are written by whoever has something to say, into the connection's bounded outbox (`hub::Conn`). Here is the
//! other half: who may open a socket, what it says, and how it ends.

mod connection;
mod frame;
#[cfg(test)]
mod frame_tests;
mod handshake;
mod line;
mod lines;
mod reader;
mod rt;
mod rt_document;
mod topics;
mod yjs;

pub(crate) use handshake::{open_rt, open_yjs};
pub(crate) use lines::Lines;
