//! The types that cross the wire, on HTTP and on `/rt`. `docs/PROTOCOL.md` is their text.
//!
//! They are made from the domain and never used inside it: a wire type changes with care for old clients, a domain type at will.

pub mod body;
pub mod close;
pub mod eisen;
pub mod frame;
pub mod problem;
pub mod rt;
pub mod topic;
pub mod view;
