//! Whether a medewerker is there: absence with a begin and, where it is known, an end. First form of the stream `medewerker`.
//!
//! Why somebody is away is asked nowhere and kept nowhere: illness is nobody's business here.

mod decide;
mod evolve;
mod words;

#[cfg(test)]
mod tests;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use words::{BeschikbaarheidCommand, BeschikbaarheidEvent, BeschikbaarheidRefusal};

/// What the journal knows of somebody's being there.
#[derive(Copy, Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
pub enum Beschikbaarheid {
    /// Nothing was said: at work.
    #[default]
    Aanwezig,
    /// Away, now or from a day to come.
    Afwezig(Afwezigheid),
}

/// From when until when somebody is away.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Afwezigheid {
    /// The first day.
    pub vanaf: Date,
    /// The last day; `None` while nobody knows.
    pub tot_en_met: Option<Date>,
}

impl Afwezigheid {
    /// Whether it holds on `dag`.
    #[must_use]
    pub fn geldt_op(&self, dag: Date) -> bool {
        self.vanaf <= dag && !self.is_voorbij(dag)
    }

    /// Whether its last day is before `dag`.
    #[must_use]
    pub fn is_voorbij(&self, dag: Date) -> bool {
        self.tot_en_met.is_some_and(|last| last < dag)
    }
}

impl Beschikbaarheid {
    /// The absence that was reported, unless it is over on `dag`.
    #[must_use]
    pub fn afwezig(&self, dag: Date) -> Option<Afwezigheid> {
        match self {
            Self::Aanwezig => None,
            Self::Afwezig(afwezigheid) => Some(*afwezigheid).filter(|away| !away.is_voorbij(dag)),
        }
    }
}
