//! Commands, events and refusals of a person.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::domain::aggregate::RefusalCode;
use crate::domain::bsn::Bsn;

/// Where somebody lives.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize)]
pub struct Adres {
    /// Street.
    pub straat: String,
    /// House number with letter or addition.
    pub huisnummer: String,
    /// Postcode, `1234 AB`.
    pub postcode: String,
    /// Place.
    pub plaats: String,
}

/// Who somebody is. `Debug` shows nothing of it.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize)]
pub struct Persoonsgegevens {
    /// BSN; some people have none, or not yet (C2-L1).
    pub bsn: Option<Bsn>,
    /// First names.
    pub voornamen: String,
    /// Prefix, such as `van 't`.
    pub voorvoegsel: Option<String>,
    /// Family name.
    pub achternaam: String,
    /// Date of birth, when known.
    pub geboortedatum: Option<Date>,
    /// Telephone.
    pub telefoon: Option<String>,
    /// Address.
    pub adres: Option<Adres>,
}

impl Persoonsgegevens {
    /// The name as one says it.
    #[must_use]
    pub fn volledige_naam(&self) -> String {
        let mut parts = vec![self.voornamen.as_str()];
        parts.extend(self.voorvoegsel.as_deref());
        parts.push(&self.achternaam);
        parts.join(" ")
    }
}

impl fmt::Debug for Persoonsgegevens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Persoonsgegevens(***)")
    }
}

impl fmt::Debug for Adres {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Adres(***)")
    }
}

/// What may be asked of a person's stream.
#[derive(Clone, Debug)]
pub enum PersoonCommand {
    /// Begin.
    Registreer(Persoonsgegevens),
    /// Another telephone number.
    WijzigTelefoon(Option<String>),
}

/// What can have happened to a person's stream.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(tag = "soort", content = "gegevens")]
pub enum PersoonEvent {
    /// The person is known here from now on.
    PersoonGeregistreerd(Persoonsgegevens),
    /// The telephone number changed.
    TelefoonGewijzigd {
        /// The new one; `None` when it was taken away.
        telefoon: Option<String>,
    },
}

/// Why it is not done.
#[derive(Copy, Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum PersoonRefusal {
    /// No such person.
    #[error("no such person")]
    Onbekend,
    /// The id is in use.
    #[error("registered already")]
    BestaatAl,
    /// The role may not do this.
    #[error("not allowed")]
    NietBevoegd,
    /// Born in the future, or before 1880.
    #[error("impossible date of birth")]
    Geboortedatum,
}

impl RefusalCode for PersoonRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Onbekend => "niet_gevonden",
            Self::BestaatAl => "persoon.bestaat_al",
            Self::NietBevoegd => "niet_bevoegd",
            Self::Geboortedatum => "invoer.geboortedatum",
        }
    }
}
