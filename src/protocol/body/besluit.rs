//! Bodies about a besluit.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::besluit::Besluitsoort;
use crate::domain::ids::DocumentId;

/// `POST /zaken/{id}/besluit`: a version of a besluit.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NieuwBesluit {
    /// What is decided.
    pub soort: Besluitsoort,
    /// Why.
    pub motivering: String,
    /// What is given; only where something is.
    #[serde(default)]
    pub regels: Vec<NieuweBesluitregel>,
    /// The report that it rests on. Its text changes no more while the proposal stands.
    #[serde(default)]
    pub verslag: Option<DocumentId>,
    /// The version of one's concept that this was: with this command it is no concept any more.
    #[serde(default)]
    pub concept: Option<u64>,
}

/// One thing that is given.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NieuweBesluitregel {
    /// What, in a line.
    pub omschrijving: String,
    /// How much in whole cents, where it is money.
    #[serde(default)]
    pub bedrag_cents: Option<i64>,
}

/// `POST /zaken/{id}/besluit/wijzigen`.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Besluitwijziging {
    /// The hash of the version that this one takes the place of.
    pub hash: String,
    /// The whole new version.
    pub besluit: NieuwBesluit,
}

/// `POST /zaken/{id}/besluit/accorderen`, `…/intrekken`, `…/nemen`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EenVersie {
    /// The hash of the version that was looked at.
    pub hash: String,
}

/// `POST /zaken/{id}/besluit/afwijzen`.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Voorstelafwijzing {
    /// The hash of the version that was looked at.
    pub hash: String,
    /// Why.
    pub reden: String,
}
