//! A contact with a resident: who spoke, what was said, and the meldingen that came of it.
//!
//! One contact can begin several zaken about different people. Its short report belongs to all of them and stands in one place (C2-N5).

mod decide;
mod evolve;
mod words;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use super::ids::MedewerkerId;
use super::wat::Wat;
use super::zaak::Kanaal;
use crate::clock::Moment;
pub use words::{
    Antwoord, ContactCommand, ContactEvent, ContactRefusal, Contactmelding, Identiteitscontrole, Spreker,
    VERSLAG_SJABLOON, Verslagvraag,
};

/// What the journal knows of a contact.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
pub enum Contact {
    /// Nothing happened under this id.
    #[default]
    Onbekend,
    /// It took place.
    Geregistreerd(Box<Geregistreerd>),
}

/// A contact that took place.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Geregistreerd {
    /// The way in.
    pub kanaal: Kanaal,
    /// Who spoke.
    pub spreker: Spreker,
    /// How it was seen that they are who they say.
    pub controle: Identiteitscontrole,
    /// The short report, in the order of its template.
    pub verslag: Vec<Antwoord>,
    /// The meldingen that came of it.
    pub meldingen: Vec<Contactmelding>,
    /// Who wrote it.
    pub auteur: MedewerkerId,
    /// When.
    pub op: Moment,
    /// What its author added later.
    pub aanvullingen: Vec<Aanvulling>,
}

/// What the author of a report added to it later.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Aanvulling {
    /// When.
    pub op: Moment,
    /// What.
    pub tekst: Wat,
}

impl Contact {
    /// The contact, when there was one.
    #[must_use]
    pub fn geregistreerd(&self) -> Option<&Geregistreerd> {
        match self {
            Self::Onbekend => None,
            Self::Geregistreerd(inhoud) => Some(inhoud),
        }
    }
}
