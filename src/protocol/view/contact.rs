//! A contact and its short report.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Door, ZaakRij};
use crate::clock::Moment;
use crate::domain::contact::{Identiteitscontrole, Verslagvraag};
use crate::domain::ids::{ContactId, PersoonId};
use crate::domain::zaak::Kanaal;

/// Who spoke.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "soort", rename_all = "snake_case")]
pub enum SprekerWat {
    /// Somebody who is known here.
    Persoon {
        /// Who.
        persoon: PersoonId,
        /// As they were named then.
        naam: String,
        /// Under which number they can be called back.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        telefoon: Option<String>,
    },
    /// Somebody else.
    Ander {
        /// Their name.
        naam: String,
        /// How they stand to the persons whom it is about.
        relatie: Option<String>,
        /// Under which number they can be called back.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        telefoon: Option<String>,
    },
    /// Somebody who does not say who they are.
    Anoniem,
}

/// An answer in the short report.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AntwoordWat {
    /// To which question.
    pub vraag: Verslagvraag,
    /// In the words of who took it in.
    pub tekst: String,
}

/// What was added to a report.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AanvullingWat {
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub op: Moment,
    /// What.
    pub tekst: String,
}

/// A contact with its report. Which zaken came of it is not in it: each reader may know of others.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ContactWat {
    /// Which.
    pub id: ContactId,
    /// The way in.
    pub kanaal: Kanaal,
    /// Who spoke.
    pub spreker: SprekerWat,
    /// How it was seen that they are who they say.
    pub controle: Identiteitscontrole,
    /// The short report, in the order of its questions.
    pub verslag: Vec<AntwoordWat>,
    /// What its author added, oldest first.
    pub aanvullingen: Vec<AanvullingWat>,
    /// Who wrote it.
    pub auteur: Door,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub op: Moment,
    /// The version of the contact.
    pub versie: u64,
}

/// `GET /contacten/{id}`: a contact, and those of its zaken that the reader may know of.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ContactAntwoord {
    /// The contact.
    pub contact: ContactWat,
    /// Its zaken, as far as the reader may look.
    pub zaken: Vec<ZaakRij>,
}
