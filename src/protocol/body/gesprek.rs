//! Bodies about a talk and its documents.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::document::Documentsoort;
use crate::domain::gesprek::Gesprekplek;
use crate::domain::ids::{MedewerkerId, OpmerkingId, ZaakId};

/// `POST /zaken/{id}/documenten`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NieuwDocument {
    /// What kind of text.
    pub soort: Documentsoort,
    /// The zaken it is about; this one when absent.
    #[serde(default)]
    pub zaken: Option<Vec<ZaakId>>,
    /// Who may read and write it; the behandelaars of this zaak when absent.
    #[serde(default)]
    pub deelnemers: Option<Vec<MedewerkerId>>,
}

/// `POST /gesprekken/{id}/deelnemers`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Deelnemerswijziging {
    /// Who comes in.
    #[serde(default)]
    pub erbij: Vec<MedewerkerId>,
    /// Who goes.
    #[serde(default)]
    pub eraf: Vec<MedewerkerId>,
}

/// `POST /gesprekken/{id}/afspraak`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NieuweAfspraak {
    /// The day, `2026-12-10`.
    pub dag: String,
    /// The time at which it begins there, `10:30`.
    pub tijd: String,
    /// Where.
    pub plek: Gesprekplek,
}

/// `POST /gesprekken/{id}/afspraak/afzeggen`.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Afzegging {
    /// Why, in one line, for who takes part.
    pub reden: String,
}

/// `POST /documenten/{id}/opmerkingen`.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NieuweOpmerking {
    /// The words in the text that it is about.
    pub citaat: String,
    /// What is said of them.
    pub tekst: String,
    /// Who is named in it, of those who may read the document: they are told.
    #[serde(default)]
    pub genoemd: Vec<MedewerkerId>,
}

/// `POST /documenten/{id}/opmerkingen/beantwoorden`.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NieuweReactie {
    /// Which remark.
    pub opmerking: OpmerkingId,
    /// What.
    pub tekst: String,
    /// Who is named in it, of those who may read the document: they are told.
    #[serde(default)]
    pub genoemd: Vec<MedewerkerId>,
}

/// `POST /documenten/{id}/opmerkingen/afhandelen`, `…/heropenen` and `…/gelezen`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EenOpmerking {
    /// Which.
    pub opmerking: OpmerkingId,
}

/// `POST /documenten/{id}/versies`.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Versienaam {
    /// What it is called from now on.
    pub naam: String,
    /// The last row of the log that it holds; how the document stands now when absent.
    #[serde(default)]
    pub seq: Option<u64>,
}
