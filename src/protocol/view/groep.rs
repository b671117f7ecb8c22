//! A groep.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Door, PersoonKort};
use crate::clock::Moment;
use crate::domain::ids::{GroepId, HuishoudenId, PersoonId, PlanId, SignaalId};

/// A groep, for those who look after it.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct GroepWat {
    /// Which.
    pub id: GroepId,
    /// The persons.
    pub leden: Vec<PersoonKort>,
    /// Who stand around it.
    pub participanten: Vec<ParticipantWat>,
    /// The signaal that led to it.
    pub aanleiding: Option<SignaalId>,
    /// Why these persons, where that was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waarom: Option<String>,
    /// When it was made.
    #[schema(value_type = String, format = DateTime)]
    pub gevormd_op: Moment,
    /// Who made it.
    pub gevormd_door: Door,
    /// The plan that runs.
    pub plan: Option<PlanId>,
    /// Plans that ran before, the last one last.
    pub eerdere_plannen: Vec<PlanId>,
}

/// Somebody around a groep.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ParticipantWat {
    /// Who.
    pub persoon: PersoonKort,
    /// As what.
    pub hoedanigheid: String,
}

/// Where a lid of a groep lives, for who may open that.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct LidHuis {
    /// Who.
    pub persoon: PersoonId,
    /// Their huishouden.
    pub huishouden: HuishoudenId,
}
