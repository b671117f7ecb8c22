//! Commands, events and refusals about who somebody is.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Inschrijving;
use crate::domain::aggregate::RefusalCode;
use crate::domain::rollen::Rollen;

/// What may be asked. Only the program itself asks, when a provider vouched for somebody.
#[derive(Clone, Debug)]
pub enum IdentiteitCommand {
    /// This is who logs in, and what the provider says of them now.
    SchrijfIn(Inschrijving),
    /// The provider gives them no role any more.
    SchrijfUit,
}

/// What can have happened.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize)]
#[serde(tag = "soort", content = "gegevens")]
pub enum IdentiteitEvent {
    /// Somebody logged in for the first time, or again after having had no role.
    Ingeschreven(Inschrijving),
    /// They are called otherwise.
    NaamGewijzigd {
        /// As colleagues call them now.
        naam: String,
    },
    /// They have other roles.
    RollenGewijzigd {
        /// What they may work as now.
        rollen: Rollen,
    },
    /// They have no role any more.
    Uitgeschreven {},
}

impl fmt::Debug for IdentiteitEvent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ingeschreven(inschrijving) => write!(f, "Ingeschreven({inschrijving:?})"),
            Self::NaamGewijzigd { .. } => f.write_str("NaamGewijzigd(***)"),
            Self::RollenGewijzigd { rollen } => write!(f, "RollenGewijzigd({rollen:?})"),
            Self::Uitgeschreven {} => f.write_str("Uitgeschreven"),
        }
    }
}

/// Why it is not done.
#[derive(Copy, Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum IdentiteitRefusal {
    /// Nobody says who they are themselves.
    #[error("only the program records who somebody is")]
    NietBevoegd,
    /// The account of one person is never that of another.
    #[error("another person")]
    AnderePersoon,
    /// No mandate: for oneself, or beside one's own affairs.
    #[error("no mandate")]
    Machtiging,
    /// No name of a person: empty, too long, or with characters that deceive.
    #[error("no name")]
    Naam,
}

impl RefusalCode for IdentiteitRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NietBevoegd => "niet_bevoegd",
            Self::AnderePersoon => "inloggen.andere_persoon",
            Self::Machtiging => "inloggen.machtiging_eigen",
            Self::Naam => "inloggen.geen_naam",
        }
    }
}
