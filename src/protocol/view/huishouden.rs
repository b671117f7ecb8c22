//! A huishouden: who lives there, who decides for whom, and what runs.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{AdresWat, PersoonKort, ZaakRij};
use crate::clock::Moment;
use crate::domain::huishouden::{Lidbron, Verblijfsbron};
use crate::domain::ids::{HuishoudenId, PersoonId};
use crate::domain::persoon::Gezagsgrond;

/// From where gezag is known.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "soort", rename_all = "snake_case")]
pub enum GezagsbronWat {
    /// The BRP said so.
    Brp {
        /// When it was asked.
        #[schema(value_type = String, format = DateTime)]
        op: Moment,
    },
    /// A court decided so.
    Rechter {
        /// Which court.
        gerecht: String,
        /// When.
        #[schema(value_type = String, format = Date)]
        uitspraak_op: Date,
        /// The number of the decision.
        kenmerk: Option<String>,
    },
}

/// That somebody has or had gezag over a person.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct GezagWat {
    /// Who has it, when known here.
    pub persoon: Option<PersoonId>,
    /// Their name. In the view of a person only of who is not known here.
    pub naam: Option<String>,
    /// On what ground.
    pub grond: Gezagsgrond,
    /// From where we know it.
    pub bron: GezagsbronWat,
    /// From when.
    #[schema(value_type = Option<String>, format = Date)]
    pub vanaf: Option<Date>,
    /// The first day on which it does not hold.
    #[schema(value_type = Option<String>, format = Date)]
    pub tot: Option<Date>,
}

/// That somebody lives here otherwise than the BRP says.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct VerblijfWat {
    /// Since when.
    #[schema(value_type = String, format = Date)]
    pub vanaf: Date,
    /// Why.
    pub toelichting: String,
    /// From where we know it.
    pub bron: Verblijfsbron,
}

/// Somebody who lives in a huishouden.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct LidWat {
    /// Who.
    pub persoon: PersoonKort,
    /// From where we know that they live here.
    pub bron: Lidbron,
    /// Since when.
    #[schema(value_type = Option<String>, format = Date)]
    pub vanaf: Option<Date>,
    /// That they live here otherwise than the BRP says.
    pub verblijf: Option<VerblijfWat>,
    /// Where they are registered, as far as known. Absent when they keep it from others.
    pub ingeschreven: Option<AdresWat>,
    /// Whether they keep their address from others.
    pub adres_geheim: bool,
    /// Who has gezag over them now.
    pub gezag: Vec<GezagWat>,
}

/// Who lives together. The zaken are not in it: each reader may know of others.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct HuishoudenWat {
    /// Which.
    pub id: HuishoudenId,
    /// Who lives there, in the order in which they came.
    pub leden: Vec<LidWat>,
    /// The version of the huishouden.
    pub versie: u64,
}

/// Of which leden the reader may record something now.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct HuishoudenMag {
    /// Where they live: that they moved out, or that what stands there is not so.
    pub verblijf: Vec<PersoonId>,
    /// Who has gezag over them.
    pub gezag: Vec<PersoonId>,
}

/// `GET /huishoudens/{id}`, `GET /personen/{id}/huishouden`: who lives there, and what runs for them as far as the reader may know.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct HuishoudenAntwoord {
    /// Who lives there; `null` while nobody recorded with whom this person lives.
    pub huishouden: Option<HuishoudenWat>,
    /// What runs, by legal date: with the person it is about, and no further than the reader may look.
    pub zaken: Vec<ZaakRij>,
    /// What the reader may record of whom.
    pub mag: HuishoudenMag,
}

/// Somebody who is registered at the same address.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Huisgenoot {
    /// Who, when known here.
    pub persoon: Option<PersoonId>,
    /// Their BSN, to take them over; absent when they are known here.
    pub bsn: Option<String>,
    /// Their name.
    pub naam: String,
    /// Their date of birth, when all of it is known.
    #[schema(value_type = Option<String>, format = Date)]
    pub geboortedatum: Option<Date>,
    /// Whether they are a member of another huishouden already.
    pub woont_elders: bool,
}

/// `GET /personen/{id}/huishouden/voorstel`: who is registered at the address of this person.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct HuishoudenVoorstel {
    /// Whether the BRP answered.
    pub brp: super::BrpStand,
    /// Who is registered there, the person themselves among them.
    pub huisgenoten: Vec<Huisgenoot>,
}
