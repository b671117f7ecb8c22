//! What a search in one's own work finds.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{PersoonKort, ZaakRij};
use crate::domain::ids::{BeheerrekeningId, GroepId, HuishoudenId, PlanId, ZaakId};

/// Where the work for somebody is seen.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "soort", rename_all = "snake_case")]
pub enum Zoekplek {
    /// The page of a huishouden.
    Huishouden {
        /// Which.
        id: HuishoudenId,
    },
    /// The page of a zaak.
    Zaak {
        /// Which.
        id: ZaakId,
    },
    /// The page of a plan.
    Plan {
        /// Which.
        id: PlanId,
    },
    /// The page of a groep.
    Groep {
        /// Which.
        id: GroepId,
    },
    /// The page of a beheerrekening.
    Rekening {
        /// Which.
        id: BeheerrekeningId,
    },
}

/// Somebody for whom the reader works.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Persoonvondst {
    /// Who. The date of birth only where the reader sees more than that something runs.
    pub persoon: PersoonKort,
    /// Not found by the name as typed; the name sounds like it.
    pub klinkt_als: bool,
    /// Where the work for them is seen.
    pub naar: Zoekplek,
}

/// `POST /zoek`: what fits best first. What the reader may not know of is not there, and is not counted.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Werkzoekantwoord {
    /// Zaken, each as far as the reader may look; at most eight.
    pub zaken: Vec<ZaakRij>,
    /// Whether more zaken fit.
    pub meer_zaken: bool,
    /// Persons for whom the reader works; at most eight.
    pub personen: Vec<Persoonvondst>,
    /// Whether more persons fit.
    pub meer_personen: bool,
}
