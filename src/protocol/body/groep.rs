//! Bodies about a groep.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::ids::{PersoonId, SignaalId};

/// `POST /groepen`.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NieuweGroep {
    /// The persons, by judgement.
    pub leden: Vec<PersoonId>,
    /// Why these persons; asked of who has nothing to do with one of them yet, and told to that one.
    #[serde(default)]
    pub waarom: Option<String>,
}

/// `POST /groepen/{id}/participanten`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NieuweParticipant {
    /// Who.
    pub persoon: PersoonId,
    /// As what: `buurman`, `mentor`.
    pub hoedanigheid: String,
}

/// `POST /groepen/{id}/participanten/verwijderen`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ParticipantWeg {
    /// Who.
    pub persoon: PersoonId,
}

/// `POST /groepen/{id}/plan`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Planstart {
    /// The signaal that led to it.
    #[serde(default)]
    pub aanleiding: Option<SignaalId>,
}
