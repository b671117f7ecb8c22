//! What leden of a groep let each other see. Who sees it has no view of this: to them it is there or not.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::LidKort;
use crate::clock::Moment;
use crate::domain::ids::{PersoonId, PlanId, ToekenningId, ZaakId};
use crate::domain::toekenning::Meekijkstand;

/// A zaak that somebody lets another know of.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct MeekijkZaak {
    /// Which.
    pub id: ZaakId,
    /// What kind.
    pub zaaktype_naam: String,
    /// Its number.
    pub zaaknummer: String,
}

/// One lid lets another see something.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct MeekijkRij {
    /// Which toekenning.
    pub id: ToekenningId,
    /// In which plan.
    pub plan: PlanId,
    /// Whose it is.
    pub van: LidKort,
    /// Who sees it.
    pub aan: LidKort,
    /// That this zaak runs; `null` when it is their part of the plan.
    pub zaak: Option<MeekijkZaak>,
    /// Before this moment nobody sees it.
    #[schema(value_type = String, format = DateTime)]
    pub begint_op: Moment,
    /// The last day.
    #[schema(value_type = String, format = Date)]
    pub tot_en_met: Date,
    /// Where it stands.
    pub stand: Meekijkstand,
}

/// What a person lets others see: `meekijken/<persoon-id>`.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct MeekijkenVanMij {
    /// Whose it is.
    pub persoon: PersoonId,
    /// Oldest first.
    pub items: Vec<MeekijkRij>,
}

/// What the leden of a plan let each other see: `plan/<id>@meekijken`.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct MeekijkenInPlan {
    /// Of which plan.
    pub plan: PlanId,
    /// Oldest first.
    pub items: Vec<MeekijkRij>,
}
