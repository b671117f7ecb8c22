//! Bodies about a medewerker.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// `POST /medewerkers/{id}/afwezig`. Why is not asked.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Afwezigmelding {
    /// The first day, `JJJJ-MM-DD`.
    pub vanaf: String,
    /// The last day; absent while nobody knows.
    #[serde(default)]
    pub tot_en_met: Option<String>,
}
