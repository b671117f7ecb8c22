//! What somebody is to do, over all plans.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Door, LidKort};
use crate::domain::ids::{ActieId, PlanId};
use crate::domain::plan::Actiestand;

/// An action that waits for its owner, who is the only one to see this line.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ActieRij {
    /// In which plan.
    pub plan: PlanId,
    /// Which.
    pub id: ActieId,
    /// In a line or two.
    pub omschrijving: String,
    /// For whom: the lid it is for, or all of the groep.
    pub voor: Vec<LidKort>,
    /// Who does it.
    pub eigenaar: Door,
    /// When it should be done.
    #[schema(value_type = String, format = Date)]
    pub datum: Date,
    /// How it stands today.
    pub stand: Actiestand,
}

/// `GET /acties`: what one is to do, by day.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct MijnActies {
    /// The day by which `stand` is judged.
    #[schema(value_type = String, format = Date)]
    pub dag: Date,
    /// The actions, the earliest first.
    pub items: Vec<ActieRij>,
    /// Where the next page begins; `null` when there is none.
    pub volgende: Option<String>,
}
