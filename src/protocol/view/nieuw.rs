//! What is new for somebody in their werkvoorraad.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Bijdragevermelding, Door};
use crate::domain::ids::{BriefId, DocumentId, OpmerkingId, ZaakId};

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

/// That the mail about a letter did not arrive, and that nobody posted it since. Nothing of the letter, and no address.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Onbezorgd {
    /// Of which zaak.
    pub zaak: ZaakId,
    /// Which letter.
    pub brief: BriefId,
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
    /// Of the zaken that they work on: letters of which the mail did not arrive, until they went on paper.
    #[serde(default)]
    pub onbezorgd: Vec<Onbezorgd>,
    /// Of the plans that they lead: what leden brought in and nobody looked at yet.
    #[serde(default)]
    pub bijdragen: Vec<Bijdragevermelding>,
}
