//! Bodies about a talk and its documents.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::document::Documentsoort;
use crate::domain::ids::{MedewerkerId, ZaakId};

/// `POST /zaken/{id}/documenten`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NieuwDocument {
    /// What kind of text.
    pub soort: Documentsoort,
    /// The zaken it is about; this one when absent.
    #[serde(default)]
    pub zaken: Option<Vec<ZaakId>>,
    /// Who may read and write it; the behandelaars of this zaak when absent.
    #[serde(default)]
    pub deelnemers: Option<Vec<MedewerkerId>>,
}

/// `POST /gesprekken/{id}/deelnemers`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Deelnemerswijziging {
    /// Who comes in.
    #[serde(default)]
    pub erbij: Vec<MedewerkerId>,
    /// Who goes.
    #[serde(default)]
    pub eraf: Vec<MedewerkerId>,
}
