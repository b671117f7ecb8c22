//! How a rekening stood at one moment, as Allegro says.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::clock::Moment;
use crate::domain::geld::Eurocent;

/// For which moment the source says something. Observations are in this order, never in that of their arrival.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Serialize, Deserialize)]
pub struct Peil {
    /// The moment.
    pub as_of: Moment,
    /// The source's own counter, for observations of the same moment.
    pub source_seq: u64,
}

/// A pot: money set aside for something.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize)]
pub struct Reservering {
    /// Its code, unique within the rekening.
    pub code: String,
    /// Its name.
    pub naam: String,
    /// What it is for.
    pub doel: String,
    /// What is in it.
    pub saldo: Eurocent,
    /// What should be in it in the end; `None` when there is no such goal.
    pub streef: Option<Eurocent>,
}

/// A loan that is paid back from the rekening.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize)]
pub struct Lening {
    /// What was lent.
    pub hoofdsom: Eurocent,
    /// What is still to be paid.
    pub openstaand: Eurocent,
    /// What one term is.
    pub termijn: Eurocent,
    /// How many terms there are.
    pub termijnen: u16,
    /// How many of them are paid.
    pub betaald: u16,
    /// What should have been paid and is not.
    pub achterstand: Eurocent,
    /// When the next term is due.
    pub volgende_op: Option<Date>,
}

/// A booking on the rekening.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize)]
pub struct Transactie {
    /// Its id at the source, unique within the rekening.
    pub id: String,
    /// Day of booking.
    pub datum: Date,
    /// What it says.
    pub omschrijving: String,
    /// How much, negative when it went off.
    pub bedrag: Eurocent,
    /// Between this one and the one before it there may be others that the source did not name: it named as many as it does at once,
    /// and none of them was known. Recorded by us, never said by the source.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub gat: bool,
}

/// How a rekening stood at one moment. `Debug` shows no amount and no text.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize)]
pub struct Waarneming {
    /// For which moment.
    pub peil: Peil,
    /// What is on it.
    pub saldo: Eurocent,
    /// The pots, in the source's order.
    pub reserveringen: Vec<Reservering>,
    /// What is in no pot; negative when too much was spent.
    pub vrij: Eurocent,
    /// Set apart for payments that have not left yet.
    pub onderweg: Eurocent,
    /// A loan, where there is one.
    pub lening: Option<Lening>,
    /// The last transactions, newest first.
    pub transacties: Vec<Transactie>,
}

impl Waarneming {
    /// Whether the parts make up the balance, to the cent.
    #[must_use]
    pub fn klopt(&self) -> bool {
        let potten = self.reserveringen.iter().map(|pot| pot.saldo);
        Eurocent::som(potten.chain([self.vrij, self.onderweg])) == Some(self.saldo)
    }

    /// Whether it says the same as `other`, save for when and the transactions.
    #[must_use]
    pub fn staat_als(&self, other: &Self) -> bool {
        self.saldo == other.saldo
            && self.reserveringen == other.reserveringen
            && self.vrij == other.vrij
            && self.onderweg == other.onderweg
            && self.lening == other.lening
    }
}

macro_rules! verborgen {
    ($($name:ident),+ $(,)?) => {$(
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(***)"))
            }
        }
    )+};
}

verborgen!(Reservering, Lening, Transactie);

impl fmt::Debug for Waarneming {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Waarneming(***, as_of {}, seq {})", self.peil.as_of, self.peil.source_seq)
    }
}
