//! Bodies about the taken of a zaak.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::ids::{MedewerkerId, TaakId};

/// `POST /zaken/{id}/taken`.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NieuweTaak {
    /// In one line.
    pub omschrijving: String,
    /// Which behandelaar does it.
    pub eigenaar: MedewerkerId,
    /// The day on which it should be done, `2026-12-10`.
    pub dag: String,
}

/// `POST /zaken/{id}/taken/gedaan`, `…/heropenen` and `…/vervallen`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EenTaak {
    /// Which.
    pub taak: TaakId,
}

/// `POST /zaken/{id}/taken/toewijzen`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Taaktoewijzing {
    /// Which.
    pub taak: TaakId,
    /// Which behandelaar does it from now on.
    pub eigenaar: MedewerkerId,
}
