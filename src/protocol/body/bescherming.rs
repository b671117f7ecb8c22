//! Bodies about protected dossiers.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::ids::MedewerkerId;
use crate::domain::persoon::Beschermgrond;

/// `POST /personen/{id}/bescherming`.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NieuweBescherming {
    /// Why.
    pub grond: Beschermgrond,
    /// The first day, `JJJJ-MM-DD`; from now on when absent or today.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vanaf: Option<String>,
    /// The last day; without an end when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tot_en_met: Option<String>,
    /// Who may work on the dossier.
    pub medewerkers: Vec<MedewerkerId>,
}

/// `POST /personen/{id}/bescherming/wijzigen`.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Beschermingswijziging {
    /// Why.
    pub grond: Beschermgrond,
    /// The last day; without an end when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tot_en_met: Option<String>,
    /// Who may work on the dossier.
    pub medewerkers: Vec<MedewerkerId>,
}
