//! A beheerrekening: the rekening in which the gemeente keeps somebody's money for them.
//!
//! Allegro is the book of record. What we hold are observations of it, each as an event, and a ledger of our own that says which part
//! of the money (a pot, the free part, what is under way) each of them moved, booked twice.
//! *Invariant: pots + free + under way = balance, after every event.*

mod boeking;
mod decide;
mod evolve;
mod klant;
mod waarneming;
mod words;

#[cfg(test)]
mod tests;

use std::collections::VecDeque;

use crate::clock::Moment;
use crate::domain::ids::{MedewerkerId, PersoonId};

pub use boeking::{Boekregel, Rekeningdeel};
pub use decide::{draag_over, na_overdracht};
pub use klant::KlantId;
pub use waarneming::{Lening, Peil, Reservering, Transactie, Waarneming};
pub use words::{
    BeheerrekeningCommand, BeheerrekeningEvent, BeheerrekeningRefusal, Beheervorm, Verwerking, Waargenomen,
};

/// What the journal knows of a beheerrekening.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub enum Beheerrekening {
    /// Nothing happened under this id.
    #[default]
    Onbekend,
    /// It runs.
    Geopend(Box<Rekening>),
}

/// A beheerrekening that runs.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Rekening {
    /// Whose money it is.
    pub persoon: PersoonId,
    /// Under which number Allegro knows them.
    pub klant: KlantId,
    /// How much of the money the gemeente keeps.
    pub vorm: Beheervorm,
    /// Who in budgetbeheer looks after it.
    pub behandelaars: Vec<MedewerkerId>,
    /// Since when.
    pub sinds: Moment,
    /// How it stood when it was last seen to have changed; `None` before the first time.
    pub laatst: Option<Stand>,
    /// What was booked on it, newest first, at most [`crate::limits::TRANSACTIES_BEWAARD_MAX`].
    pub transacties: VecDeque<Transactie>,
}

/// How a rekening stood, and when we recorded that.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Stand {
    /// The observation, without its transactions.
    pub waarneming: Waarneming,
    /// When it was recorded.
    pub vastgelegd_op: Moment,
}

impl Beheerrekening {
    /// The rekening, when there is one.
    #[must_use]
    pub fn rekening(&self) -> Option<&Rekening> {
        match self {
            Self::Onbekend => None,
            Self::Geopend(rekening) => Some(rekening),
        }
    }
}
