//! A person: who they are, how to reach them, who decides for them, and what the BRP says.

mod bescherming;
mod brp;
mod decide;
mod evolve;
mod gezag;
mod words;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_bescherming;
#[cfg(test)]
mod tests_gezag;

use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

use super::bsn::Bsn;
use super::ids::MedewerkerId;
pub use bescherming::{Beschermgrond, Bescherming};
pub use brp::{BrpMomentopname, BrpVeld};
pub use gezag::{Gezag, Gezaghouder, Gezagsbron, Gezagsgrond, MEERDERJARIG};
pub use words::{
    Adres, Berichtvoorkeur, Beschrijving, Identificatie, PersoonCommand, PersoonEvent, PersoonRefusal,
    Persoonsgegevens,
};

/// What the journal knows of a person.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
pub enum Persoon {
    /// Nothing was registered under this id.
    #[default]
    Onbekend,
    /// Somebody is known here.
    Bekend(Box<Bekend>),
}

/// Somebody who is known here.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Bekend {
    /// Who.
    pub identiteit: Identiteit,
    /// Who has or had gezag over them, in the order in which it was recorded.
    pub gezag: Vec<Gezag>,
    /// What was recorded as gezag and taken back as wrong, and was not recorded anew since. Nothing follows from it.
    #[serde(default)]
    pub herroepen: Vec<Gezag>,
    /// What the BRP said the last time that it was taken over.
    pub brp: Option<Box<BrpMomentopname>>,
    /// How they want to hear that there is something for them; nothing while they chose nothing.
    #[serde(default)]
    pub berichtweg: Option<Berichtvoorkeur>,
    /// The last protection of their dossier, whether it holds or not; nothing when it was taken away.
    #[serde(default)]
    pub bescherming: Option<Box<Bescherming>>,
    /// Which colleague this is, for who works here and is known as a resident too.
    #[serde(default)]
    pub medewerker: Option<MedewerkerId>,
    /// Their further accounts; none without a first.
    #[serde(default)]
    pub ook_medewerker: Vec<MedewerkerId>,
}

/// Whether it is known who somebody is.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub enum Identiteit {
    /// Only by a description.
    Beschreven(Beschrijving),
    /// By name.
    Vastgesteld(Persoonsgegevens),
}

/// Nobody alive was born before this day.
pub const GEBOREN_VANAF: Date = date(1880, 1, 1);

/// How somebody is named of whom nobody knows who it is.
pub const ONBEKENDE: &str = "Onbekende persoon";

impl Persoon {
    /// Somebody who is known here, in whichever way.
    #[must_use]
    pub fn bekend(&self) -> Option<&Bekend> {
        match self {
            Self::Onbekend => None,
            Self::Bekend(bekend) => Some(bekend),
        }
    }

    /// The details of who is known by name.
    #[must_use]
    pub fn gegevens(&self) -> Option<&Persoonsgegevens> {
        match &self.bekend()?.identiteit {
            Identiteit::Beschreven(_) => None,
            Identiteit::Vastgesteld(gegevens) => Some(gegevens),
        }
    }

    /// The BSN, when known.
    #[must_use]
    pub fn bsn(&self) -> Option<&Bsn> {
        self.gegevens().and_then(|gegevens| gegevens.bsn.as_ref())
    }

    /// How one says who this is.
    #[must_use]
    pub fn naam(&self) -> Option<String> {
        let known = self.bekend()?;
        Some(match &known.identiteit {
            Identiteit::Beschreven(_) => ONBEKENDE.to_owned(),
            Identiteit::Vastgesteld(gegevens) => gegevens.volledige_naam(),
        })
    }

    /// The last protection of the dossier, whether it holds or not.
    #[must_use]
    pub fn bescherming(&self) -> Option<&Bescherming> {
        self.bekend()?.bescherming.as_deref()
    }

    /// Which colleague this is, where that was recorded: under each of their accounts.
    pub fn medewerkers(&self) -> impl Iterator<Item = MedewerkerId> + '_ {
        let known = self.bekend().into_iter();
        known.flat_map(|known| known.medewerker.iter().chain(&known.ook_medewerker)).copied()
    }

    /// Whether the address is kept from others: the person asked the BRP so.
    #[must_use]
    pub fn adres_geheim(&self) -> bool {
        self.bekend().and_then(|known| known.brp.as_ref()).is_some_and(|brp| brp.geheimhouding)
    }
}
