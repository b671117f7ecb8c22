//! Who somebody is and what they may work as, as the provider of identities last said. The stream begins with the first login.
//!
//! Its id is worked out from what the provider calls them ([`medewerker_van`], [`medewerker_van_inwoner`],
//! [`medewerker_van_gemachtigde`]), so that two logins at once, on
//! two nodes, are one person.

mod decide;
mod evolve;
mod herkomst;
mod words;

#[cfg(test)]
mod tests;

use std::fmt;

use serde::{Deserialize, Serialize};

use super::ids::PersoonId;
use super::medewerker::Machtiging;
use super::rollen::Rollen;

pub use herkomst::{medewerker_van, medewerker_van_gemachtigde, medewerker_van_inwoner};
pub use words::{IdentiteitCommand, IdentiteitEvent, IdentiteitRefusal};

/// What the journal knows of who somebody is.
#[derive(Clone, Default, Eq, PartialEq, Serialize, Deserialize)]
pub enum Identiteit {
    /// Never logged in.
    #[default]
    Onbekend,
    /// May come in.
    Bekend(Inschrijving),
    /// Was known, and has no role any more. The name stays: it stands beside what they did.
    Uitgeschreven {
        /// As colleagues called them.
        naam: String,
    },
}

impl fmt::Debug for Identiteit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Onbekend => f.write_str("Onbekend"),
            Self::Bekend(inschrijving) => write!(f, "Bekend({inschrijving:?})"),
            Self::Uitgeschreven { .. } => f.write_str("Uitgeschreven(***)"),
        }
    }
}

/// Somebody as they come in.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize)]
pub struct Inschrijving {
    /// As colleagues call them.
    pub naam: String,
    /// What they may work as.
    pub rollen: Rollen,
    /// For a resident: which person they are.
    pub persoon: Option<PersoonId>,
    /// For who comes in for a resident: for whom. Absent in what was written before there was such a thing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub machtiging: Option<Machtiging>,
}

impl fmt::Debug for Inschrijving {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Inschrijving({:?}, ***)", self.rollen)
    }
}

impl Identiteit {
    /// Somebody who may come in.
    #[must_use]
    pub fn bekend(&self) -> Option<&Inschrijving> {
        match self {
            Self::Bekend(inschrijving) => Some(inschrijving),
            Self::Onbekend | Self::Uitgeschreven { .. } => None,
        }
    }
}
