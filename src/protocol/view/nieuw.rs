//! What is new for somebody in their werkvoorraad.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::ids::ZaakId;

/// What is new for one medewerker: ids of zaken that stand in their werkvoorraad, and nothing of them.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct NieuwWat {
    /// Given to them, and not opened by them since.
    pub toegewezen: Vec<ZaakId>,
    /// Of what waits for somebody: what they did open, or took in themselves. All else that waits is new for them.
    pub gezien: Vec<ZaakId>,
}
