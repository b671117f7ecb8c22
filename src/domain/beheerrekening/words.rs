//! Commands, events and refusals of a beheerrekening.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Boekregel, KlantId, Lening, Peil, Reservering, Transactie};
use crate::domain::aggregate::RefusalCode;
use crate::domain::geld::Eurocent;
use crate::domain::ids::{MedewerkerId, PersoonId};

/// How much of somebody's money the gemeente keeps (SHV1-PRE1).
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Beheervorm {
    /// Basisbudgetbeheer: the fixed costs are paid.
    Basis,
    /// Budgetbeheer plus: the whole income comes in here, and what is to live on goes out.
    Plus,
}

impl Beheervorm {
    /// What people call it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Basis => "basisbudgetbeheer",
            Self::Plus => "budgetbeheer plus",
        }
    }
}

/// What may be asked of a beheerrekening. That it was observed is no command: nobody gives it, so no role could
/// ([`super::Beheerrekening::verwerk_waarneming`]). Neither is that it changes hands: that is part of an overdracht ([`super::draag_over`]).
#[derive(Clone, Debug)]
pub enum BeheerrekeningCommand {
    /// Begin to keep somebody's money.
    OpenRekening {
        /// Whose.
        persoon: PersoonId,
        /// Under which number Allegro knows them.
        klant: KlantId,
        /// How much of it.
        vorm: Beheervorm,
    },
}

/// How the rekening stood, when that differed from before.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Waargenomen {
    /// For which moment the source says this.
    #[serde(flatten)]
    pub peil: Peil,
    /// What is on it.
    pub saldo: Eurocent,
    /// The pots, in the source's order.
    pub reserveringen: Vec<Reservering>,
    /// What is in no pot.
    pub vrij: Eurocent,
    /// Set apart for payments that have not left yet.
    pub onderweg: Eurocent,
    /// A loan, where there is one.
    pub lening: Option<Lening>,
    /// Transactions that were not seen before, newest first.
    pub transacties: Vec<Transactie>,
    /// What moved since the event before, booked twice: the lines are zero together.
    pub boeking: Vec<Boekregel>,
}

/// What can have happened to a beheerrekening.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(tag = "soort", content = "gegevens")]
pub enum BeheerrekeningEvent {
    /// Somebody's money is kept from now on.
    RekeningGeopend {
        /// Whose.
        persoon: PersoonId,
        /// Under which number Allegro knows them.
        klant: KlantId,
        /// How much of it.
        vorm: Beheervorm,
        /// Who looks after it.
        behandelaar: MedewerkerId,
    },
    /// It was seen to stand otherwise than before.
    SaldoWaargenomen(Box<Waargenomen>),
    /// Another looks after it from now on: it went along with a whole werkvoorraad (KING-R4b).
    RekeningOvergedragen {
        /// Who looked after it.
        van: MedewerkerId,
        /// Who does so now.
        aan: MedewerkerId,
    },
}

/// What comes of an observation that adds up.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Verwerking {
    /// The rekening stands otherwise than before: to be recorded.
    Nieuws(BeheerrekeningEvent),
    /// It is of now and says what is recorded: nothing changed.
    Zelfde,
    /// It is of before what was seen last, or says of the same moment something else. It tells nothing of now.
    Voorbij,
}

/// Why it is not done.
#[derive(Copy, Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum BeheerrekeningRefusal {
    /// No such rekening.
    #[error("no such rekening")]
    Onbekend,
    /// The id is in use.
    #[error("exists already")]
    BestaatAl,
    /// The role may not do this.
    #[error("not allowed")]
    NietBevoegd,
    /// The parts do not make up the balance: nothing of it is believed.
    #[error("the parts do not make up the balance")]
    KloptNiet,
}

impl RefusalCode for BeheerrekeningRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Onbekend => "niet_gevonden",
            Self::BestaatAl => "rekening.bestaat_al",
            Self::NietBevoegd => "niet_bevoegd",
            Self::KloptNiet => "rekening.klopt_niet",
        }
    }
}
