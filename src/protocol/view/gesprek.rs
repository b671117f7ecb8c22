//! A talk and what is written about it.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Door;
use crate::clock::Moment;
use crate::domain::document::Documentsoort;
use crate::domain::ids::{DocumentId, GesprekId, ZaakId};

/// A talk.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct GesprekWat {
    /// Which.
    pub id: GesprekId,
    /// The zaken it is about.
    pub zaken: Vec<ZaakId>,
    /// Who takes part.
    pub deelnemers: Vec<Door>,
    /// What is written about it.
    pub documenten: Vec<DocumentId>,
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
