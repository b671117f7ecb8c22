//! How much work there is and who has it: numbers and weight, never content (C2-L5, KING-R4a).

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::ZaakRij;
use crate::clock::Moment;
use crate::domain::ids::{GemeenteId, MedewerkerId};
use crate::domain::medewerker::Rol;
use crate::domain::zaak::Zaakstatus;
use crate::domain::zaaktype::Domein;

/// A pile of zaken, counted.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Telling {
    /// How many zaken.
    pub aantal: u64,
    /// Their weight together, in minutes of work a week.
    pub gewicht: u64,
    /// Of them: with the last day of the legal term behind them.
    pub te_laat: u64,
    /// Of them: to be finished this week, and not late.
    pub deze_week: u64,
    /// Of them, by state; a state without zaken is left out.
    #[schema(value_type = BTreeMap<String, u64>)]
    pub per_status: BTreeMap<Zaakstatus, u64>,
    /// The day on which the oldest of them came in.
    #[schema(value_type = Option<String>, format = Date)]
    pub oudste: Option<Date>,
}

/// The work in one field of law.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct TeamCaseload {
    /// Which.
    pub domein: Domein,
    /// All zaken of it.
    pub telling: Telling,
    /// Of them: those that nobody has.
    pub wachtend: Telling,
}

/// From when until when somebody is away.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AfwezigWat {
    /// The first day.
    #[schema(value_type = String, format = Date)]
    pub vanaf: Date,
    /// The last day; `null` while nobody knows.
    #[schema(value_type = Option<String>, format = Date)]
    pub tot_en_met: Option<Date>,
    /// Whether it holds today.
    pub nu: bool,
}

/// The work of one medewerker.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct MedewerkerCaseload {
    /// Who.
    pub id: MedewerkerId,
    /// Their name.
    pub naam: String,
    /// What stands on their chair.
    pub initiaal: String,
    /// Their role; `null` for who works here no more.
    pub rol: Option<Rol>,
    /// What people call the role.
    pub rol_naam: String,
    /// The field of law they work in.
    pub team: Option<Domein>,
    /// What they work on. Their part of the weight, where they share a zaak.
    pub telling: Telling,
    /// Running plans that they lead, alone or with others (KING-R4a). A plan has no weight.
    pub plannen: u64,
    /// When they are away, now or from a day to come.
    pub afwezig: Option<AfwezigWat>,
}

/// How many zaken were open at the end of a day.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct DagAantal {
    /// The day.
    #[schema(value_type = String, format = Date)]
    pub dag: Date,
    /// How many.
    pub aantal: u64,
}

/// The whole dashboard: what everybody in one role may know of the work in one gemeente.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct CaseloadWat {
    /// Of which gemeente.
    pub gemeente: GemeenteId,
    /// Everything that was recorded until this moment is counted.
    #[schema(value_type = String, format = DateTime)]
    pub bijgewerkt_op: Moment,
    /// The last place in the feed that is counted.
    pub positie: u64,
    /// The day, in the Netherlands, by which *te laat* and *deze week* are judged.
    #[schema(value_type = String, format = Date)]
    pub dag: Date,
    /// All zaken, each once; the weight of all who work on them together.
    pub totaal: Telling,
    /// Of them: those that nobody has.
    pub wachtend: Telling,
    /// Running plans, each once, however many lead it.
    pub plannen: u64,
    /// By field of law.
    pub teams: Vec<TeamCaseload>,
    /// By medewerker, the heaviest load first.
    pub medewerkers: Vec<MedewerkerCaseload>,
    /// Medewerkers for whom there was no room here. They are counted in the totals.
    pub niet_getoond: u64,
    /// The last 31 days, today last.
    pub verloop: Vec<DagAantal>,
}

/// `GET /caseload/medewerkers/{id}`: the zaken that are counted for one medewerker.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct MedewerkerZaken {
    /// Whose, with the count.
    pub medewerker: MedewerkerCaseload,
    /// The day by which the count was made.
    #[schema(value_type = String, format = Date)]
    pub dag: Date,
    /// The zaken, as *dat*, by legal date.
    pub items: Vec<ZaakRij>,
    /// Where the next page begins; `null` when there is none.
    pub volgende: Option<String>,
}
