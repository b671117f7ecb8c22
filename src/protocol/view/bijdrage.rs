//! What leden bring into a plan: as who works on the plan sees it, and as the lid does.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Door;
use crate::clock::Moment;
use crate::domain::ids::{ActieId, DoelId, DoelreactieId, PersoonId, PlanId};
use crate::domain::plan::Instemming;

/// What somebody who leads a plan said to a lid.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct WoordWat {
    /// What.
    pub tekst: String,
    /// Who.
    pub door: Door,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub op: Moment,
}

/// That it was read.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct GelezenWat {
    /// By whom.
    pub door: Door,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub op: Moment,
}

/// What a lid said of a goal, for who works on the plan.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct DoelreactieWat {
    /// Which.
    pub id: DoelreactieId,
    /// Which lid.
    pub door: PersoonId,
    /// In one word.
    pub instemming: Instemming,
    /// In their own words.
    pub tekst: Option<String>,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub op: Moment,
    /// When the goal was last put in other words since; `null` while it reads as it did.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub herschreven: Option<Moment>,
    /// That it was read; `null` while nobody who leads the plan did.
    pub gelezen: Option<GelezenWat>,
    /// What was answered; `null` while nothing was.
    pub antwoord: Option<WoordWat>,
}

/// That a lid, who said that an action is done, says that it is not yet.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct NogNietWat {
    /// What they said with it.
    pub toelichting: Option<String>,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub op: Moment,
    /// When somebody who leads the plan saw it; `null` while nobody did.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub gezien: Option<Moment>,
}

/// That a lid says that an action is done, for who works on the plan.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ActiemeldingWat {
    /// Which lid.
    pub door: PersoonId,
    /// What they said with it.
    pub toelichting: Option<String>,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub op: Moment,
    /// What was asked of them since; it waits for them then.
    pub vraag: Option<WoordWat>,
    /// That they said since that it is not done yet; `null` while they say that it is.
    pub nog_niet: Option<NogNietWat>,
    /// When it was opened again after it was confirmed.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub heropend: Option<Moment>,
}

/// What one said of a goal, in the portal.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct MijnReactie {
    /// Of which goal, by the id that the portal has for it.
    pub doel: DoelId,
    /// In one word.
    pub instemming: Instemming,
    /// In one's own words.
    pub tekst: Option<String>,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub op: Moment,
    /// When the goal was last put in other words since; `null` while it reads as it did.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub herschreven: Option<Moment>,
    /// That it was read; `null` while nobody did.
    pub gelezen: Option<GelezenWat>,
    /// What was answered; `null` while nothing was.
    pub antwoord: Option<WoordWat>,
}

/// What one said of an action, in the portal: that it is done, with what became of that.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct MijnMelding {
    /// Of which action, by the id that the portal has for it.
    pub actie: ActieId,
    /// What one said with it.
    pub toelichting: Option<String>,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub op: Moment,
    /// What was asked since; `null` while it waits for who leads the plan.
    pub vraag: Option<WoordWat>,
    /// That one said since that it is not done yet; `null` while one says that it is.
    pub nog_niet: Option<NogNietWat>,
    /// When it was confirmed; `null` while it is not.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub bevestigd: Option<Moment>,
    /// When it was opened again after it was confirmed.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub heropend: Option<Moment>,
    /// What one said of it before that, the oldest first, with what was asked then.
    pub eerder: Vec<ActiemeldingWat>,
}

/// What one lid brought into a plan that runs, for that lid alone: of what is shown to them now, and was not kept from them since.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PlanBijdragen {
    /// Which plan.
    pub plan: PlanId,
    /// Who.
    pub persoon: PersoonId,
    /// What they said of goals, in the order in which they did.
    pub reacties: Vec<MijnReactie>,
    /// What they said of actions: that they are done, or not yet.
    pub meldingen: Vec<MijnMelding>,
}

/// What waits for who leads a plan.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Bijdragesoort {
    /// A lid said something of a goal, and nobody read it.
    Doelreactie,
    /// A lid says that an action is done, and nobody said whether it is.
    Actiemelding,
    /// A lid says that what they had reported is not done yet, and nobody saw it.
    NogNiet,
}

/// That a lid brought something into a plan that one leads, and nobody looked yet. Nothing of what was said, and not by whom.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Serialize, Deserialize, ToSchema)]
pub struct Bijdragevermelding {
    /// Into which plan.
    pub plan: PlanId,
    /// What.
    pub soort: Bijdragesoort,
    /// Which reaction or action.
    #[schema(value_type = String, format = Uuid)]
    pub id: uuid::Uuid,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub op: Moment,
}
