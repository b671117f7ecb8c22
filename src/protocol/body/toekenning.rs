//! Bodies about toekenningen.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::ids::{MedewerkerId, PersoonId};
use crate::domain::toekenning::{Meekijkwat, Oordeel};

/// `POST /medewerkers/{id}/vervanger`.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NieuweVervanging {
    /// Who stands in.
    pub vervanger: MedewerkerId,
    /// The first day, `JJJJ-MM-DD`.
    pub vanaf: String,
    /// The last day.
    pub tot_en_met: String,
    /// Why; who is concerned reads it.
    pub reden: String,
}

/// `POST /plannen/{id}/meekijken`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NieuwMeekijken {
    /// Which other lid of the groep.
    pub aan: PersoonId,
    /// What of oneself.
    pub wat: Meekijkwat,
    /// The last day, `JJJJ-MM-DD`.
    pub tot_en_met: String,
}

/// `POST /toekenningen/{id}/stoppen`.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Meekijkstop {
    /// Why; who leads the plan reads it back in the trail.
    pub reden: String,
}

/// `POST /plannen/{id}/glas`.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NieuwGlas {
    /// Why, in twenty characters or more.
    pub reden: String,
    /// For how many minutes, 60 at most.
    pub minuten: i64,
    /// By the record a regisseur or a vervanger can act; the asker states that none of them can.
    #[serde(default)]
    pub niemand_kan: bool,
}

/// `POST /zaken/{id}/toestemming`.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NieuweToestemmingsvraag {
    /// What for, in a few words; the person reads it.
    pub doel: String,
    /// The last day, `JJJJ-MM-DD`.
    pub tot_en_met: String,
}

/// `POST /toekenningen/{id}/beoordelen`.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GlasBeoordeling {
    /// Whether it was right.
    pub oordeel: Oordeel,
    /// Why, in a line or two.
    pub toelichting: String,
}

/// `POST /medewerkers/{id}/werkvoorraad/overdragen`.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Werkvoorraadoverdracht {
    /// Who take it over; each item goes to who can do it and has the least.
    pub aan: Vec<MedewerkerId>,
    /// Why; it stands with each zaak.
    pub reden: String,
}
