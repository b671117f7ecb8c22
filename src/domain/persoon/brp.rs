//! What was taken over from the BRP: a picture of one moment, kept beside our own data and never over them.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::words::{Adres, Persoonsgegevens};
use crate::clock::Moment;
use crate::domain::bsn::Bsn;
use crate::poort::Doel;

/// A part of the picture that becomes our own data, because somebody chose so.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum BrpVeld {
    /// First names, prefix and family name.
    Naam,
    /// Date of birth.
    Geboortedatum,
    /// Where registered.
    Adres,
}

impl BrpVeld {
    /// All of them.
    pub const ALLE: [Self; 3] = [Self::Naam, Self::Geboortedatum, Self::Adres];
}

/// What the BRP said of a person, when, and what it was asked for.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize)]
pub struct BrpMomentopname {
    /// When it answered.
    pub op: Moment,
    /// For what it was asked.
    pub doel: Doel,
    /// The request, which our trail and the adapter's log name too.
    pub verzoek: Uuid,
    /// The fields that were asked, as the BRP names them.
    pub gevraagd: Vec<String>,
    /// Who.
    pub bsn: Bsn,
    /// First names.
    pub voornamen: Option<String>,
    /// Prefix.
    pub voorvoegsel: Option<String>,
    /// Family name; who has one name only has it here.
    pub geslachtsnaam: Option<String>,
    /// Date of birth, when all of it is known.
    pub geboortedatum: Option<Date>,
    /// Where registered, when that is an address in the country.
    pub adres: Option<Adres>,
    /// Since when.
    pub adres_sinds: Option<Date>,
    /// The BAG's id of that home, 16 digits.
    pub adresseerbaar_object: Option<String>,
    /// Asked not to be given to others.
    pub geheimhouding: bool,
    /// The municipality doubts some of it.
    pub in_onderzoek: bool,
    /// Not kept up to date any more, and why (`overlijden`, `emigratie`, …).
    pub opschorting: Option<String>,
}

impl BrpMomentopname {
    /// What would be our data if all of it were taken over; `None` without a family name.
    #[must_use]
    pub fn gegevens(&self) -> Option<Persoonsgegevens> {
        Some(Persoonsgegevens {
            bsn: Some(self.bsn.clone()),
            voornamen: self.voornamen.clone().unwrap_or_default(),
            voorvoegsel: self.voorvoegsel.clone(),
            achternaam: self.geslachtsnaam.clone()?,
            geboortedatum: self.geboortedatum,
            telefoon: None,
            adres: self.adres.clone(),
        })
    }

    /// `eigen` with these parts of the picture. What the picture does not have stays as it is.
    #[must_use]
    pub fn over(&self, eigen: &Persoonsgegevens, velden: &[BrpVeld]) -> Persoonsgegevens {
        let mut nieuw = eigen.clone();
        for veld in velden {
            match veld {
                BrpVeld::Naam => {
                    if let Some(achternaam) = &self.geslachtsnaam {
                        nieuw.achternaam.clone_from(achternaam);
                        nieuw.voorvoegsel.clone_from(&self.voorvoegsel);
                        nieuw.voornamen = self.voornamen.clone().unwrap_or_default();
                    }
                }
                BrpVeld::Geboortedatum => nieuw.geboortedatum = self.geboortedatum.or(nieuw.geboortedatum),
                BrpVeld::Adres => nieuw.adres = self.adres.clone().or(nieuw.adres),
            }
        }
        nieuw
    }

    /// The parts in which `eigen` differs from the picture.
    #[must_use]
    pub fn wijkt_af(&self, eigen: &Persoonsgegevens) -> Vec<BrpVeld> {
        BrpVeld::ALLE.into_iter().filter(|veld| self.over(eigen, &[*veld]) != *eigen).collect()
    }
}

impl fmt::Debug for BrpMomentopname {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BrpMomentopname({}, ***)", self.verzoek)
    }
}
