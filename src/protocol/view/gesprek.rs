//! A talk and what is written about it.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Door, LidKort};
use crate::clock::Moment;
use crate::domain::document::Documentsoort;
use crate::domain::gesprek::Gesprekplek;
use crate::domain::ids::{DocumentId, GesprekId, ZaakId};

/// When and where a talk is held, for who takes part.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AfspraakWat {
    /// When it begins.
    #[schema(value_type = String, format = DateTime)]
    pub begin: Moment,
    /// Where.
    pub plek: Gesprekplek,
    /// Why it is not held after all; absent while it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub afgezegd: Option<String>,
}

/// A planned talk in a list: of who takes part, and in the portal of whom it is with. It says where by a kind and never by an address, and not
/// which zaken it is about: of one of several somebody may not know.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AfspraakRij {
    /// Which.
    pub gesprek: GesprekId,
    /// The report that is made with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<DocumentId>,
    /// With whom, when it is about one person only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub persoon: Option<LidKort>,
    /// When it begins.
    #[schema(value_type = String, format = DateTime)]
    pub begin: Moment,
    /// Where.
    pub plek: Gesprekplek,
    /// Who comes of those who work here.
    pub met: Vec<Door>,
    /// It is not held after all.
    pub afgezegd: bool,
}

/// A talk.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct GesprekWat {
    /// Which.
    pub id: GesprekId,
    /// The zaken it is about.
    pub zaken: Vec<ZaakId>,
    /// Who takes part.
    pub deelnemers: Vec<Door>,
    /// What is written about it.
    pub documenten: Vec<DocumentId>,
    /// When and where it is held; absent when nothing was agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub afspraak: Option<AfspraakWat>,
    /// The version of the gesprek.
    pub versie: u64,
}

/// A document in a list.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct DocumentKort {
    /// Which.
    pub id: DocumentId,
    /// What kind of text.
    pub soort: Documentsoort,
    /// What people call it.
    pub titel: String,
    /// The talk it belongs to.
    pub gesprek: GesprekId,
    /// Who may read and write it.
    pub deelnemers: Vec<Door>,
    /// When it began.
    #[schema(value_type = String, format = DateTime)]
    pub geopend_op: Moment,
    /// When and where the talk is held; absent when nothing was agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub afspraak: Option<AfspraakWat>,
}

/// Whether a document takes text.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Documentstatus {
    /// People write.
    Open,
    /// Being signed.
    Bevroren,
    /// Signed.
    Getekend,
    /// A stored row does not apply: it is shown as it stood before, for reading only.
    Quarantaine,
}

/// Who writes under a Yjs client id.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Auteur {
    /// The Yjs client id.
    pub client: u64,
    /// Whose it is; `null` for the template.
    pub door: Option<Door>,
}

/// A document, without its text.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct DocumentWat {
    /// Which.
    pub id: DocumentId,
    /// What kind of text.
    pub soort: Documentsoort,
    /// What people call it.
    pub titel: String,
    /// Whether it takes text.
    pub status: Documentstatus,
    /// The talk it belongs to.
    pub gesprek: GesprekId,
    /// The zaken it is about.
    pub zaken: Vec<ZaakId>,
    /// Who may read and write it.
    pub deelnemers: Vec<Door>,
    /// Who writes under which client id.
    pub auteurs: Vec<Auteur>,
    /// When it began.
    #[schema(value_type = String, format = DateTime)]
    pub geopend_op: Moment,
}
