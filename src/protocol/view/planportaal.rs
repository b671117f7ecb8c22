//! A plan as its leden see it in the portal, and what of it they do not see.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Door, EigenaarWat, LidKort, PlanBijdragen};
use crate::clock::Moment;
use crate::domain::ids::{ActieId, DoelId, PersoonId, PlanId};
use crate::domain::plan::{Onderdeel, Uitkomst, Voor};

/// A goal as the leden see it.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PortaalDoel {
    /// By which the portal knows it; nowhere else is it known by this, and it has another after each time that it was not shown.
    pub id: DoelId,
    /// For whom.
    pub voor: Voor,
    /// In a line or two.
    pub omschrijving: String,
    /// How it ended; `null` while it is open.
    pub uitkomst: Option<Uitkomst>,
}

/// An action as the leden see it: when its owner wants to be reminded is that one's own.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PortaalActie {
    /// By which the portal knows it; nowhere else is it known by this, and it has another after each time that it was not shown.
    pub id: ActieId,
    /// The goal that it serves.
    pub doel: Option<DoelId>,
    /// In a line or two.
    pub omschrijving: String,
    /// Who does it.
    pub eigenaar: EigenaarWat,
    /// When it should be done.
    #[schema(value_type = String, format = Date)]
    pub datum: Date,
    /// Whether it was done.
    pub gedaan: bool,
    /// When it was done, of what is about one lid. Of what is for the groep never: of what was not shown when it was done it would say so.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub gedaan_op: Option<Moment>,
    /// Whether it was said that it is done, and who leads the plan did not say so yet. What was asked on stands with who said so, in [`PlanBijdragen`].
    pub gemeld: bool,
}

/// Of a plan that runs what is for the groep and was shared with it: no version, and no number of what is elsewhere in the plan.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PlanPortaal {
    /// Which.
    pub id: PlanId,
    /// The persons of the groep.
    pub leden: Vec<LidKort>,
    /// Who leads it; `null` while nobody does and the wijkteam looks after it (KING-RG1).
    pub regisseur: Option<Door>,
    /// When it began.
    #[schema(value_type = String, format = DateTime)]
    pub begonnen_op: Moment,
    /// Goals for the groep, by their text: an order that says nothing of when they were set down. Their ids are the portal's own too.
    pub doelen: Vec<PortaalDoel>,
    /// Actions for the groep, by the day when they should be done.
    pub acties: Vec<PortaalActie>,
}

/// Of a plan that runs what is for one lid: for that lid, who has gezag over them, and whom that lid lets see it (KING-R1f).
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PlanPortaalLid {
    /// Which plan.
    pub plan: PlanId,
    /// Who.
    pub persoon: PersoonId,
    /// Goals for this lid.
    pub doelen: Vec<PortaalDoel>,
    /// Actions for this lid.
    pub acties: Vec<PortaalActie>,
}

/// A plan as one of its leden sees it.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct MijnPlan {
    /// What is for the groep.
    pub groep: PlanPortaal,
    /// What is for oneself, for the children over whom one has gezag, and for whom lets one see it.
    pub leden: Vec<PlanPortaalLid>,
    /// What one brought in oneself; `null` for who may not.
    pub bijdragen: Option<PlanBijdragen>,
}

/// Whether the leden see a goal or an action.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Portaalstand {
    /// It was set down before a plan was in the portal, and nobody shared it yet.
    Niet,
    /// It is kept from them until the end of a day.
    Achtergehouden,
}

/// Something that the leden do not see, for who leads the plan.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct NietInPortaal {
    /// What.
    pub onderdeel: Onderdeel,
    /// How it stands.
    pub stand: Portaalstand,
    /// Why.
    pub reden: Option<String>,
    /// The last day; after it they do.
    #[schema(value_type = Option<String>, format = Date)]
    pub tot_en_met: Option<Date>,
    /// The day on which it is to be looked at again.
    #[schema(value_type = Option<String>, format = Date)]
    pub herzien_op: Option<Date>,
}
