//! Bodies about looking back at looks.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::ids::MedewerkerId;
use crate::domain::nazicht::Nazichtoordeel;

/// `POST /nazicht/{id}/beoordelen`.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Nazichtbeoordeling {
    /// Whether there was a reason for the look.
    pub oordeel: Nazichtoordeel,
    /// Why, in a line or two.
    pub toelichting: String,
    /// What is done about it; asked where there was no reason.
    #[serde(default)]
    pub maatregel: Option<String>,
    /// How many lines of the trail lay before the one who judges.
    pub regels: u32,
}

/// `POST /personen/{id}/medewerker`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Medewerkerkoppeling {
    /// Which colleague this person is, under one account more when they are one already; nobody (any more) when absent.
    #[serde(default)]
    pub medewerker: Option<MedewerkerId>,
    /// They are not this one (any more).
    #[serde(default)]
    pub niet_meer: bool,
}
