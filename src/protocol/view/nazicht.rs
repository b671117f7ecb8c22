//! What the privacy officer looks back at, as shown.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{BetrokkeneKort, Door, MedewerkerKort, SpoorRegel};
use crate::clock::Moment;
use crate::domain::ids::NazichtId;
use crate::domain::nazicht::{Nazichtoordeel, Nazichtsoort};

/// The looks that are looked back at: `nazicht/<gemeente-id>` and `GET /nazicht`.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct NazichtenWat {
    /// Without a verdict, the oldest first.
    pub items: Vec<NazichtRij>,
    /// How many there are, when that is more than are shown.
    pub aantal: usize,
    /// How many of these are late.
    pub te_laat: usize,
    /// The last that were looked back at, the newest first.
    pub gedaan: Vec<NazichtRij>,
    /// Which colleague is which resident, as far as it was recorded, by name.
    pub koppelingen: Vec<KoppelingWat>,
}

/// One item: one who looked, one person, one day, one reason.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct NazichtRij {
    /// Which.
    pub id: NazichtId,
    /// Why it is looked back at.
    pub soort: Nazichtsoort,
    /// Who looked.
    pub medewerker: Door,
    /// At whose dossier.
    pub persoon: BetrokkeneKort,
    /// On which day.
    #[schema(value_type = String, format = Date)]
    pub dag: Date,
    /// Since when it waits.
    #[schema(value_type = String, format = DateTime)]
    pub op: Moment,
    /// The last day for a verdict.
    #[schema(value_type = String, format = Date)]
    pub uiterlijk: Date,
    /// That day is over, and there is none.
    pub te_laat: bool,
    /// By what was recorded since, the two do not belong together any more: it was wrong, or ended. What was looked at stays looked at.
    pub niet_meer_gekoppeld: bool,
    /// What was said; `null` while it waits.
    pub uitspraak: Option<NazichtUitspraak>,
}

/// What was said of a look.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct NazichtUitspraak {
    /// Whether there was a reason.
    pub oordeel: Nazichtoordeel,
    /// Why.
    pub toelichting: String,
    /// What is done about it.
    pub maatregel: Option<String>,
    /// Who judged.
    pub door: Door,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub op: Moment,
    /// How many lines of the trail lay before them.
    pub regels: u32,
}

/// An item with the lines of the trail on which it rests: `GET /nazicht/{id}`.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct NazichtWat {
    /// The item.
    pub rij: NazichtRij,
    /// What they did, the oldest first.
    pub regels: Vec<SpoorRegel>,
    /// They did more that day than one item holds; the rest comes after the verdict.
    pub meer: bool,
    /// Why the asker may not judge it, as the code of the refusal; `null` for who may.
    pub bezwaar: Option<String>,
}

/// That a colleague is a resident too.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct KoppelingWat {
    /// Who works here.
    pub medewerker: Door,
    /// Who that is.
    pub persoon: BetrokkeneKort,
}

/// Everybody who works here: `GET /nazicht/collegas`.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Collegas {
    /// By name.
    pub items: Vec<MedewerkerKort>,
}
