//! Toekenningen as shown: who stands in for whom, and whose glas is broken.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Door, LidKort, MedewerkerKort};
use crate::clock::Moment;
use crate::domain::ids::{PersoonId, PlanId, ToekenningId, ZaakId};
use crate::domain::toekenning::{Oordeel, Toestemmingstand};

/// Somebody stands in for somebody.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct VervangingWat {
    /// Which toekenning.
    pub id: ToekenningId,
    /// Who is away.
    pub afwezige: Door,
    /// Who stands in.
    pub vervanger: Door,
    /// From this moment on.
    #[schema(value_type = String, format = DateTime)]
    pub van: Moment,
    /// The last day.
    #[schema(value_type = String, format = Date)]
    pub tot_en_met: Date,
    /// Why.
    pub reden: String,
    /// Whether it holds now; otherwise it has yet to begin.
    pub geldt: bool,
}

/// A broken glas.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct GlasWat {
    /// Which toekenning.
    pub id: ToekenningId,
    /// Of which plan.
    pub plan: PlanId,
    /// Whose plan it is, by name: in the list of what is to be judged. Nobody elsewhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub leden: Vec<LidKort>,
    /// Who looks.
    pub wie: Door,
    /// Since when.
    #[schema(value_type = String, format = DateTime)]
    pub van: Moment,
    /// Until when at most.
    #[schema(value_type = String, format = DateTime)]
    pub tot: Moment,
    /// Why.
    pub reden: String,
    /// By the record a regisseur or a vervanger could act; who broke it stated that they could not.
    pub verklaard: bool,
    /// Whether it holds now.
    pub geldt: bool,
    /// Who ended it before its time, and when.
    pub beeindigd: Option<GlasBeeindigd>,
    /// What the privacy officer said of it.
    pub beoordeling: Option<GlasBeoordelingWat>,
}

/// The end of a glas before its time.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct GlasBeeindigd {
    /// By whom.
    pub door: Door,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub op: Moment,
}

/// What came of looking back at a glas.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct GlasBeoordelingWat {
    /// Whether it was right.
    pub oordeel: Oordeel,
    /// In a line or two.
    pub toelichting: String,
    /// By whom.
    pub door: Door,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub op: Moment,
}

/// What somebody has to do with toekenningen now: `toekenningen/<medewerker-id>` and `GET /toekenningen`.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ToekenningenWat {
    /// For whom they stand in, now or soon.
    pub vervangt: Vec<VervangingWat>,
    /// Who stands in for them, now or soon.
    pub vervangen_door: Vec<VervangingWat>,
    /// The glas that they broke and that holds.
    pub glas: Vec<GlasWat>,
    /// Broken on plans that they lead, and not judged yet.
    pub glas_op_plannen: Vec<GlasWat>,
    /// What they asked consent for, the last on each zaak: what runs first, then the newest.
    pub toestemmingen: Vec<ToestemmingVanMij>,
}

/// Consent that somebody asked, as they see it: nothing of the zaak or the person stands in it.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ToestemmingVanMij {
    /// Which toekenning.
    pub id: ToekenningId,
    /// To read which zaak.
    pub zaak: ZaakId,
    /// What for, in their own words.
    pub doel: String,
    /// The last day.
    #[schema(value_type = String, format = Date)]
    pub tot_en_met: Date,
    /// While it waits: the last day for an answer.
    #[schema(value_type = Option<String>, format = Date)]
    pub antwoord_voor: Option<Date>,
    /// Where it stands.
    pub stand: Toestemmingstand,
}

/// Consent as who answers sees it.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ToestemmingWat {
    /// Which toekenning.
    pub id: ToekenningId,
    /// Who wants to read, or may.
    pub wie: Door,
    /// What that one does, in words for a resident.
    pub rol_naam: String,
    /// What kind of zaak.
    pub zaaktype_naam: String,
    /// Its number.
    pub zaaknummer: String,
    /// What for.
    pub doel: String,
    /// The last day.
    #[schema(value_type = String, format = Date)]
    pub tot_en_met: Date,
    /// While it waits: the last day for an answer.
    #[schema(value_type = Option<String>, format = Date)]
    pub antwoord_voor: Option<Date>,
}

/// What a person is asked and what they said yes to: `toestemmingen/<persoon-id>`.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ToestemmingenWat {
    /// Who.
    pub persoon: PersoonId,
    /// Their name.
    pub naam: String,
    /// What waits for an answer, oldest first.
    pub gevraagd: Vec<ToestemmingWat>,
    /// What holds.
    pub geldt: Vec<ToestemmingWat>,
}

/// `GET /zaken/{id}/toestemming`, for who may ask: whom.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ToestemmingMogelijk {
    /// The person whom the zaak is about.
    pub naam: String,
    /// Who has gezag over them answers.
    pub via_gezag: bool,
}

/// What the privacy officer looks back at: `glazen/<gemeente-id>` and `GET /glas`.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct GlazenWat {
    /// Not judged yet, oldest first; what holds now is among them.
    pub items: Vec<GlasWat>,
    /// How many there are, when that is more than are shown.
    pub aantal: usize,
}

/// A plan that a medewerker leads, as far as whoever distributes work knows of it: that it runs.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PlanDat {
    /// Which.
    pub id: PlanId,
    /// Who lead it.
    pub regisseurs: Vec<Door>,
    /// When it began.
    #[schema(value_type = String, format = DateTime)]
    pub begonnen_op: Moment,
}

/// `GET /medewerkers/{id}/vervangers`.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct VervangersWat {
    /// Who could stand in, by name.
    pub kandidaten: Vec<MedewerkerKort>,
    /// Who does, now or soon.
    pub items: Vec<VervangingWat>,
}
