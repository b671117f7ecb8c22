//! A person: who they are and how to reach them.

mod decide;
mod evolve;
mod words;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use super::bsn::Bsn;
pub use words::{Adres, PersoonCommand, PersoonEvent, PersoonRefusal, Persoonsgegevens};

/// What the journal knows of a person.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
pub enum Persoon {
    /// Nothing was registered under this id.
    #[default]
    Onbekend,
    /// Registered here.
    Geregistreerd(Box<Persoonsgegevens>),
}

impl Persoon {
    /// The details, when there are any.
    #[must_use]
    pub fn gegevens(&self) -> Option<&Persoonsgegevens> {
        match self {
            Self::Onbekend => None,
            Self::Geregistreerd(gegevens) => Some(gegevens),
        }
    }

    /// The BSN, when known.
    #[must_use]
    pub fn bsn(&self) -> Option<&Bsn> {
        self.gegevens().and_then(|gegevens| gegevens.bsn.as_ref())
    }
}
