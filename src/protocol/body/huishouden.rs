//! Bodies about a huishouden and about gezag.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::huishouden::{Lidbron, Verblijfsbron};
use crate::domain::ids::PersoonId;
use crate::domain::persoon::Gezagsgrond;

/// Somebody who lives in a huishouden.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LidKeuze {
    /// Who.
    pub persoon: PersoonId,
    /// From where we know it.
    pub bron: Lidbron,
    /// Since when, `2026-05-01`.
    #[serde(default)]
    pub vanaf: Option<String>,
}

/// `POST /huishoudens`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NieuwHuishouden {
    /// Who live together, at least one.
    pub leden: Vec<LidKeuze>,
}

/// `POST /huishoudens/{id}/vertrek`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Vertrek {
    /// Who.
    pub persoon: PersoonId,
    /// Since when.
    pub op: String,
}

/// `POST /huishoudens/{id}/verblijf`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Verblijf {
    /// Who. Who is no member yet becomes one.
    pub persoon: PersoonId,
    /// Since when.
    pub vanaf: String,
    /// Why, in a sentence.
    pub toelichting: String,
    /// From where we know it.
    pub bron: Verblijfsbron,
}

/// Who has gezag.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(tag = "soort", rename_all = "snake_case", deny_unknown_fields)]
pub enum HouderKeuze {
    /// Somebody who is known here.
    Persoon {
        /// Who.
        persoon: PersoonId,
    },
    /// Somebody who is not, or an institution.
    Ander {
        /// Their name.
        naam: String,
    },
}

/// A decision of a court that somebody of us has seen.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Uitspraak {
    /// Which court.
    pub gerecht: String,
    /// When, `2026-04-20`.
    pub uitspraak_op: String,
    /// The number of the decision.
    #[serde(default)]
    pub kenmerk: Option<String>,
}

/// `POST /personen/{id}/gezag`: gezag by decision of a court. What the BRP says of gezag comes with what is taken over from it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NieuwGezag {
    /// Who has it.
    pub houder: HouderKeuze,
    /// On what ground.
    pub grond: Gezagsgrond,
    /// The decision.
    pub uitspraak: Uitspraak,
    /// From when.
    #[serde(default)]
    pub vanaf: Option<String>,
    /// The first day on which it does not hold.
    #[serde(default)]
    pub tot: Option<String>,
}

/// `POST /personen/{id}/gezag/einde`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GezagEinde {
    /// Whose gezag ends.
    pub houder: HouderKeuze,
    /// The first day on which it does not hold.
    pub op: String,
}

/// `POST /personen/{id}/gezag/herroeping`: this gezag was wrongly recorded.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GezagHerroeping {
    /// Whose it was said to be.
    pub houder: HouderKeuze,
    /// On what ground.
    pub grond: Gezagsgrond,
    /// The decision; absent when the BRP said so.
    #[serde(default)]
    pub uitspraak: Option<Uitspraak>,
    /// From when, where that was recorded.
    #[serde(default)]
    pub vanaf: Option<String>,
    /// Why it was wrong, in a sentence.
    pub reden: String,
}

/// `POST /huishoudens/{id}/verblijf/herroeping`: that somebody lives there otherwise than the BRP says was wrongly recorded.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VerblijfHerroeping {
    /// Who.
    pub persoon: PersoonId,
    /// Why it was wrong, in a sentence.
    pub reden: String,
}
