//! What is new for somebody in their werkvoorraad.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Door;
use crate::domain::ids::{DocumentId, OpmerkingId, ZaakId};

/// That somebody was named in a remark beside a document that they may read, and did not read it since. Nothing of what was said.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Vermelding {
    /// Beside which document.
    pub document: DocumentId,
    /// In which remark, or in an answer to it.
    pub opmerking: OpmerkingId,
    /// Who named them last.
    pub door: Door,
}

/// What is new for one medewerker: ids of zaken that stand in their werkvoorraad, and nothing of them; and where they were named.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct NieuwWat {
    /// Given to them, and not opened by them since.
    pub toegewezen: Vec<ZaakId>,
    /// Of what waits for somebody: what they did open, or took in themselves. All else that waits is new for them.
    pub gezien: Vec<ZaakId>,
    /// Where they were named, and did not look since.
    #[serde(default)]
    pub genoemd: Vec<Vermelding>,
}
