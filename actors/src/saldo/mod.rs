//! Beheerrekeningen, live: one actor per rekening that somebody looks at or that changed.
//!
//! ```text
//!   hint, nightly sweep ──┐                                       ┌── commands (OpenRekening)
//!   somebody has it open ─┤─> Haal ──> source ──> Gehaald ──> verwerk_waarneming ──> committer ──> Committed
//!   15 … 60 s, adaptive ──┘   (at most n at once,   │ out of order, the same: nothing         │
//!                              one per rekening)    │ failure, wrong sums: only the stand     ▼
//!                                                   └──────────────────────────────> saldo/<id>: amounts + stand
//! ```
//! The amounts that are told are those that are recorded, so they never go back: not over a reconnect, not over a restart. How fresh
//! they are is told beside them and never recorded. *Invariant: a failure of the source is never a zero and never an event.*

mod actor;
mod bij;
mod bron;
mod haal;
mod handle;
mod herkans;
mod live;
mod mis;
mod ritme;
mod schrijf;
#[cfg(test)]
pub(crate) mod tests;
mod veeg;
mod verschil;
mod versheid;

pub use handle::{Saldi, TransactiePagina};
pub(crate) use veeg::veeg_nachtelijks;
