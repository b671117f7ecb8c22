//! A plan, in each of its views.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{ActiemeldingWat, DoelreactieWat, Door, NietInPortaal, PersoonKort, Tijdlijnregel};
use crate::clock::Moment;
use crate::domain::ids::{ActieId, DoelId, GroepId, MedewerkerId, PersoonId, PlanId, SignaalId, ZaakId};
use crate::domain::plan::{Uitkomst, Voor};

/// A goal.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct DoelWat {
    /// Which.
    pub id: DoelId,
    /// For whom.
    pub voor: Voor,
    /// In a line or two.
    pub omschrijving: String,
    /// How it ended; `null` while it is open.
    pub uitkomst: Option<Uitkomst>,
    /// What leden said of it.
    pub reacties: Vec<DoelreactieWat>,
}

/// Who does something.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum EigenaarWat {
    /// Somebody who works here.
    Medewerker(Door),
    /// A lid of the groep.
    Lid(PersoonId),
}

/// An action.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ActieWat {
    /// Which.
    pub id: ActieId,
    /// The goal that it serves.
    pub doel: Option<DoelId>,
    /// For whom.
    pub voor: Voor,
    /// In a line or two.
    pub omschrijving: String,
    /// Who does it.
    pub eigenaar: EigenaarWat,
    /// When it should be done.
    #[schema(value_type = String, format = Date)]
    pub datum: Date,
    /// When the owner wants to be reminded.
    #[schema(value_type = Option<String>, format = Date)]
    pub herinnering: Option<Date>,
    /// When it was done; `null` while it is not.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub gedaan_op: Option<Moment>,
    /// That a lid says it is done; it stays when somebody confirmed that.
    pub gemeld: Option<ActiemeldingWat>,
    /// What leden reported of it before that, the oldest first: after something was asked, or before it was opened again.
    pub eerder_gemeld: Vec<ActiemeldingWat>,
}

/// A zaak that belongs to a plan; what of it one may see comes with the zaak.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct GekoppeldWat {
    /// Which.
    pub zaak: ZaakId,
    /// Whom it is about.
    pub persoon: PersoonId,
}

/// How a plan ended.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct EindeWat {
    /// What came of it.
    pub resultaat: String,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub op: Moment,
}

/// *Wat*: a plan with all that is in it. The names of the leden come with `plan/<id>@rij`.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PlanWat {
    /// Which.
    pub id: PlanId,
    /// Of which groep.
    pub groep: GroepId,
    /// The persons of the groep.
    pub leden: Vec<PersoonId>,
    /// Who have full rights.
    pub regisseurs: Vec<Door>,
    /// Which of them is responsible.
    pub verantwoordelijk: MedewerkerId,
    /// Goals.
    pub doelen: Vec<DoelWat>,
    /// Actions.
    pub acties: Vec<ActieWat>,
    /// Goals and actions that were not shared with the leden, or are kept from them.
    pub niet_in_portaal: Vec<NietInPortaal>,
    /// Zaken that belong to it.
    pub zaken: Vec<GekoppeldWat>,
    /// Signalen that landed here.
    pub signalen: Vec<SignaalId>,
    /// The signaal that led to it.
    pub aanleiding: Option<SignaalId>,
    /// The plan that the groep had before.
    pub vorig: Option<PlanId>,
    /// When it began.
    #[schema(value_type = String, format = DateTime)]
    pub begonnen_op: Moment,
    /// How it ended; `null` while it runs.
    pub einde: Option<EindeWat>,
    /// The version of the plan.
    pub versie: u64,
    /// What happened, newest first.
    pub tijdlijn: Vec<Tijdlijnregel>,
}

/// A plan's line in a list, for its regisseurs.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PlanRij {
    /// Which.
    pub id: PlanId,
    /// Of which groep.
    pub groep: GroepId,
    /// The persons of the groep.
    pub leden: Vec<PersoonKort>,
    /// Who have full rights.
    pub regisseurs: Vec<Door>,
    /// Which of them is responsible.
    pub verantwoordelijk: MedewerkerId,
    /// When it began.
    #[schema(value_type = String, format = DateTime)]
    pub begonnen_op: Moment,
    /// When it ended; `null` while it runs.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub afgesloten_op: Option<Moment>,
    /// Goals that are open.
    pub open_doelen: usize,
    /// Actions that are not done.
    pub open_acties: usize,
    /// Whether who is responsible may not lead any more: until somebody else does, the wijkteam is (KING-RG1).
    pub zonder_regisseur: bool,
}

/// A lid of a groep, by name.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct LidKort {
    /// Who.
    pub id: PersoonId,
    /// Their name.
    pub naam: String,
}

/// Of a plan what is for the groep, for who works on a zaak in it: no version, and no number of what is elsewhere in the plan.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PlanDeelnemer {
    /// Which.
    pub id: PlanId,
    /// The persons of the groep.
    pub leden: Vec<LidKort>,
    /// Who lead it.
    pub regisseurs: Vec<Door>,
    /// Which of them is responsible.
    pub verantwoordelijk: MedewerkerId,
    /// Whether who is responsible may not lead any more: until somebody else does, the wijkteam is (KING-RG1).
    pub zonder_regisseur: bool,
    /// When it began.
    #[schema(value_type = String, format = DateTime)]
    pub begonnen_op: Moment,
    /// When it ended; `null` while it runs.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub afgesloten_op: Option<Moment>,
    /// Goals for the groep.
    pub doelen: Vec<DoelWat>,
    /// Actions for the groep.
    pub acties: Vec<ActieWat>,
}

/// Of a plan what is for one lid, for who works for that lid.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PlanLid {
    /// Which plan.
    pub plan: PlanId,
    /// Who.
    pub persoon: PersoonId,
    /// Goals for this lid.
    pub doelen: Vec<DoelWat>,
    /// Actions for this lid.
    pub acties: Vec<ActieWat>,
}

/// A plan as who works on a zaak in it sees it.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PlanGezien {
    /// What is for the groep.
    pub groep: PlanDeelnemer,
    /// What is for the leden one works for.
    pub leden: Vec<PlanLid>,
}

/// `GET /plannen/{id}`: as far as the reader may look.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "toegang", rename_all = "snake_case")]
pub enum PlanAntwoord {
    /// A part.
    Dat(PlanGezien),
    /// All of it, to read: by a broken glas.
    Wat(PlanWat),
    /// All of it, which the reader may change.
    Schrijven(PlanWat),
}
