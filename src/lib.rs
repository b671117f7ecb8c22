//! What a zaak is, who may see it and how it is kept.
//!
//! Four layers, each knowing only those above it:
//!
//! - [`domain`]: pure rules. No IO, no clock and no chance of its own, nothing async.
//! - [`protocol`]: the types that cross the wire. They convert from the domain, never the other way round.
//! - [`guard`]: reads what a client sends into a document before any CRDT code sees it.
//! - [`store`]: the record. The only place with SQL; [`store::Journal`] is what everything else knows of it.
//!
//! Beside them [`poort`], outside systems as traits; [`clock`] and [`rng`]: time and chance, the two
//! things that a rule may only get as an argument.

pub mod clock;
pub mod domain;
pub mod guard;
pub mod limits;
pub mod poort;
pub mod protocol;
pub mod rng;
pub mod store;
