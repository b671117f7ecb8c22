//! What waits for who leads the team: no content, and of whom it is about nothing (KING-R4c).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Door;
use crate::clock::Moment;
use crate::domain::ids::PlanId;

/// `leiding/<gemeente-id>`.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct LeidingWat {
    /// Plans of which nobody is responsible but the team (KING-RG1), the one that is so longest first.
    pub zonder_regisseur: Vec<PlanZonderRegisseur>,
    /// Who wanted to make a groep that others look after and of which they may not know, the newest first (KING-G3).
    pub pogingen: Vec<GroepPoging>,
}

/// A plan whose regisseur may not lead it any more.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PlanZonderRegisseur {
    /// Which.
    pub plan: PlanId,
    /// Who was responsible.
    pub was: Door,
    /// Who lead it too, and still may.
    pub ook: Vec<Door>,
    /// When it began.
    #[schema(value_type = String, format = DateTime)]
    pub begonnen_op: Moment,
}

/// Somebody wanted to make a groep that is there.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct GroepPoging {
    /// Who.
    pub door: Door,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub op: Moment,
    /// Who look after the groep that is there.
    pub bij: Vec<Door>,
}
