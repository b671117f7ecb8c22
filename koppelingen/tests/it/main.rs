//! The adapters against the simulators as processes of their own, over real sockets.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

mod allegro;
mod allegro_storing;
mod brp;
mod brp_storing;
mod mail;
mod proces;
