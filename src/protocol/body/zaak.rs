//! Bodies about a zaak.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::ids::{MedewerkerId, PersoonId};
use crate::domain::zaak::{Kanaal, Urgentie};
use crate::domain::zaaktype::Zaaktype;

/// `POST /meldingen`.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NieuweMelding {
    /// Who it is about.
    pub persoon: PersoonId,
    /// What kind of matter.
    pub zaaktype: Zaaktype,
    /// One line.
    pub onderwerp: String,
    /// The short report.
    #[serde(default)]
    pub toelichting: Option<String>,
    /// The way in.
    pub kanaal: Kanaal,
    /// How soon.
    #[serde(default)]
    pub urgentie: Urgentie,
    /// The version of one's concept that this was: with this command it is no concept any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub concept: Option<u64>,
}

/// `POST /zaken/{id}/toewijzen`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Toewijzing {
    /// The whole new set.
    pub behandelaars: Vec<MedewerkerId>,
    /// Why, where it needs saying.
    #[serde(default)]
    pub reden: Option<String>,
}

/// `POST /zaken/{id}/vrijgeven`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Vrijgave {
    /// Why it waits for somebody again.
    pub reden: String,
}

/// A body without fields.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Leeg {}
