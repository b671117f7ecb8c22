//! What stands beside the text of a document, and its versions.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Door, GedaanDoor};
use crate::clock::Moment;
use crate::domain::ids::{DocumentId, MedewerkerId, OpmerkingId};

/// An answer to a remark.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ReactieWat {
    /// Who.
    pub door: Door,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub op: Moment,
    /// What.
    pub tekst: String,
    /// Who is named in it.
    pub genoemd: Vec<MedewerkerId>,
}

/// A remark about words in the text.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct OpmerkingWat {
    /// Which; the mark on the words has the same id.
    pub id: OpmerkingId,
    /// Who made it.
    pub door: Door,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub op: Moment,
    /// The words as they were then.
    pub citaat: String,
    /// What is said of them.
    pub tekst: String,
    /// Who is named in it.
    pub genoemd: Vec<MedewerkerId>,
    /// Answers, oldest first.
    pub reacties: Vec<ReactieWat>,
    /// Who dealt with it and when; absent while it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub afgehandeld: Option<GedaanDoor>,
    /// Who is named and did not read it since.
    pub ongelezen: Vec<MedewerkerId>,
}

/// A version that has a name.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct BenoemdeVersieWat {
    /// The last row of the log that it holds.
    pub seq: u64,
    /// What it is called.
    pub naam: String,
    /// Who named it.
    pub door: Door,
    /// When it was named.
    #[schema(value_type = String, format = DateTime)]
    pub op: Moment,
}

/// What stands beside the text of a document, for who may read it.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct KantlijnWat {
    /// Which document.
    pub document: DocumentId,
    /// Remarks, oldest first; those that were dealt with too.
    pub opmerkingen: Vec<OpmerkingWat>,
    /// Versions with a name, in the order in which they were named.
    pub versies: Vec<BenoemdeVersieWat>,
    /// The version of the margin.
    pub versie: u64,
}

/// What made this one to look back at.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Versiesoort {
    /// People wrote, and then for a while did not.
    Geschreven,
    /// Somebody gave it a name.
    Benoemd,
    /// It was laid down for a besluit.
    Vastgelegd,
}

/// A version of a document in the list of them.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct VersieRij {
    /// The last row of the log that it holds.
    pub seq: u64,
    /// When that row was written.
    #[schema(value_type = String, format = DateTime)]
    pub op: Moment,
    /// Who wrote since the version before it; empty for the template.
    pub door: Vec<Door>,
    /// What made it one.
    pub soort: Versiesoort,
    /// What it is called, when somebody gave it a name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub naam: Option<String>,
}

/// The versions of a document that one may look back at.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct VersiesWat {
    /// The newest first.
    pub items: Vec<VersieRij>,
    /// There are older ones that are not in this list.
    pub meer: bool,
}
