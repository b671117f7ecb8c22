//! Integration: what holds over the whole tree, and the server over real sockets.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

mod balie;
mod brp;
mod huishouden;
mod invoer;
mod peter;
mod quarantaine;
mod tidy;
