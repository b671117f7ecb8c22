//! What the trail tells: to the privacy officer, and to the one whom it is about. Never any content.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{Door, PersoonKort};
use crate::clock::Moment;
use crate::domain::ids::PersoonId;
use crate::domain::inzage::Deel;
use crate::domain::medewerker::Rol;
use crate::store::AuditUitkomst;

/// A line of the trail, for the privacy officer.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SpoorRegel {
    /// Its number in the trail.
    pub n: u64,
    /// The node that wrote it.
    pub node: String,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Moment,
    /// Who; `null` when nobody was logged in.
    pub wie: Option<Door>,
    /// On whose behalf.
    pub namens: Option<Door>,
    /// In which role, as people call it.
    pub rol_naam: Option<String>,
    /// Which session, as its public id.
    pub sessie: Option<Uuid>,
    /// What was done or looked at, as a code.
    pub handeling: String,
    /// The words for it.
    pub handeling_naam: String,
    /// On which object.
    pub object: String,
    /// The number of the zaak that this is or is of, where the reader may know it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub object_zaaknummer: Option<String>,
    /// About whom.
    pub betrokkenen: Vec<BetrokkeneKort>,
    /// On which ground, as a word of the policy.
    pub grond: Option<String>,
    /// The zaak, plan or task by which they might.
    pub doel: Option<String>,
    /// The number of that zaak, where the reader may know it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doel_zaaknummer: Option<String>,
    /// The outside system that asked or was asked.
    pub systeem: Option<String>,
    /// How it ended.
    pub uitkomst: AuditUitkomst,
    /// The code of a refusal.
    pub code: Option<String>,
    /// A rule withholds it from the person; the privacy officer sees to it.
    pub achtergehouden: bool,
}

/// Somebody whom a line is about.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct BetrokkeneKort {
    /// Who.
    pub id: PersoonId,
    /// Their name, where it is known.
    pub naam: Option<String>,
}

/// Lines of the trail.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SpoorPagina {
    /// The newest first.
    pub items: Vec<SpoorRegel>,
    /// Where the next page begins; `null` when there is none.
    pub volgende: Option<String>,
}

/// Persons whose lines can be asked for.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SpoorPersonen {
    /// Exact ones first.
    pub items: Vec<PersoonKort>,
}

/// What somebody did at one part of a dossier on one day, as the person is told.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct InzageRegelWat {
    /// By name, where they know who works for them.
    pub naam: Option<String>,
    /// In which role.
    pub rol: Rol,
    /// What people call the role.
    pub rol_naam: String,
    /// The part of the organisation, where the role has one.
    pub afdeling: Option<String>,
    /// At which part.
    pub deel: Deel,
    /// The words for it, after "keek naar" or "veranderde".
    pub deel_naam: String,
    /// Why, in plain words.
    pub waarom: String,
    /// What who did it wrote about why, where they had to say so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub toelichting: Option<String>,
    /// It was changed, and not only looked at.
    pub gewijzigd: bool,
    /// Access was asked for with urgency.
    pub glas: bool,
    /// The first time that day …
    #[schema(value_type = String, format = DateTime)]
    pub van: Moment,
    /// … and the last.
    #[schema(value_type = String, format = DateTime)]
    pub tot: Moment,
    /// How often.
    pub keer: u32,
}

/// A day on which somebody looked.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct InzageDagWat {
    /// Which day.
    #[schema(value_type = String, format = Date)]
    pub dag: Date,
    /// The last first.
    pub regels: Vec<InzageRegelWat>,
}

/// Who looked at one's dossier.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct InzageWat {
    /// The last first; a day on which nobody looked is not there.
    pub dagen: Vec<InzageDagWat>,
    /// The first day of this part.
    #[schema(value_type = String, format = Date)]
    pub vanaf: Date,
    /// Ask with this as `tot` for what was before; `null` when nothing was.
    #[schema(value_type = Option<String>, format = Date)]
    pub eerder: Option<Date>,
}

/// That somebody looked.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct InzageBel {
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub gezien_op: Moment,
}
