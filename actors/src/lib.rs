//! Everything that lives: who is awake, what they hold, and who hears of it.
//!
//! ```text
//!                         Tafel (what the edge talks to)
//!        ┌───────────┬──────────┴──┬──────────────┬───────────────┐
//!   Directory    Directory     Directory      Documents        Projector        Aanwezigheid      Saldi
//!   of persoon   of zaak       of gesprek     (directory of    the read side,    who has a zaak    (directory of
//!      │            │             │           documents)       lists             open              rekeningen)
//!   entity       entity        entity         document
//!      └────────────┴──────┬──────┴──────────────┘
//!                      Committer ──> Journal          bus: other nodes hear that the journal moved, and read it
//! ```
//! An actor is a cache with a queue; the journal is the record. Nothing here knows SQL or HTTP, and no rule is decided here.

pub mod aanwezigheid;
mod beurt;
pub mod boek;
pub mod bus;
pub mod committer;
pub mod deps;
pub mod directory;
pub mod document;
pub mod entity;
mod herlezen;
pub mod hub;
pub mod inzagebel;
pub mod limits;
pub mod overzicht;
pub mod projector;
pub mod saldo;
pub mod tafel;
mod toezicht;
pub mod weigering;
