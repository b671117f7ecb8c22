//! Connections with outside systems.
//!
//! - [`brp`] and [`allegro`]: the real adapters behind the ports of `keukentafel::poort`. Each is built from a config by one function.
//! - [`mail`]: mail by SMTP, behind its port.
//! - [`oidc`]: who somebody is, from a provider of identities.
//! - [`sim`]: simulators of those systems, each a process of its own (`sim-brp`, `sim-allegro`, `sim-mail`). The server never runs this code.
//!
//! Every question goes through one [`Caller`](caller): a bound on what is under way, a breaker, a time limit and a bound on the answer.
//! The contracts, the faults and what our side makes of each stand in `docs/koppelingen/`.
//!
//! *Invariant: nothing is believed unread. What is not as the contract says is an error with a name; it never becomes nothing or zero.*
//! *Invariant: no BSN, name or amount in a log line, a URL or a metric.*

pub mod allegro;
mod breaker;
pub mod brp;
mod caller;
pub mod limits;
pub mod mail;
pub mod oidc;
#[cfg(test)]
mod openapi;
pub mod sim;

pub use caller::ConfigFout;
