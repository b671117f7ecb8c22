//! What is sent: the bodies of commands and questions. Unknown fields are refused.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::view::AdresWat;
use crate::domain::document::Documentsoort;
use crate::domain::ids::{GesprekId, MedewerkerId, PersoonId, ZaakId};
use crate::domain::zaak::{Kanaal, Urgentie};
use crate::domain::zaaktype::Zaaktype;

/// `POST /personen/zoek`: a BSN, or a name with a date of birth.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PersoonVraag {
    /// BSN.
    #[serde(default)]
    pub bsn: Option<String>,
    /// (Part of) a name.
    #[serde(default)]
    pub naam: Option<String>,
    /// Date of birth, `1958-03-14`.
    #[serde(default)]
    pub geboortedatum: Option<String>,
}

/// `POST /personen`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NieuwePersoon {
    /// BSN; some people have none.
    #[serde(default)]
    pub bsn: Option<String>,
    /// First names.
    pub voornamen: String,
    /// Prefix.
    #[serde(default)]
    pub voorvoegsel: Option<String>,
    /// Family name.
    pub achternaam: String,
    /// Date of birth, `1958-03-14`.
    #[serde(default)]
    pub geboortedatum: Option<String>,
    /// Telephone.
    #[serde(default)]
    pub telefoon: Option<String>,
    /// Address.
    #[serde(default)]
    pub adres: Option<AdresWat>,
}

/// `POST /personen/{id}/contact`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NieuwContact {
    /// Telephone; `null` takes it away.
    pub telefoon: Option<String>,
}

/// `POST /meldingen`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NieuweMelding {
    /// Who it is about.
    pub persoon: PersoonId,
    /// What kind of matter.
    pub zaaktype: Zaaktype,
    /// One line.
    pub onderwerp: String,
    /// The short report.
    #[serde(default)]
    pub toelichting: Option<String>,
    /// The way in.
    pub kanaal: Kanaal,
    /// How soon.
    #[serde(default)]
    pub urgentie: Urgentie,
}

/// `POST /zaken/{id}/toewijzen`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Toewijzing {
    /// The whole new set.
    pub behandelaars: Vec<MedewerkerId>,
    /// Why, where it needs saying.
    #[serde(default)]
    pub reden: Option<String>,
}

/// A body without fields.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Leeg {}

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

/// A command, whichever way it came in: HTTP makes one from path and body, `/rt` carries it as it is.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(tag = "name", content = "b", deny_unknown_fields)]
pub enum Opdracht {
    /// Register a person.
    RegistreerPersoon(NieuwePersoon),
    /// Change how a person can be reached.
    WijzigContact {
        /// Who.
        persoon: PersoonId,
        /// How.
        telefoon: Option<String>,
    },
    /// Register a melding.
    RegistreerMelding(NieuweMelding),
    /// Say who works on a zaak.
    WijsToe {
        /// Which.
        zaak: ZaakId,
        /// The whole new set.
        behandelaars: Vec<MedewerkerId>,
        /// Why.
        #[serde(default)]
        reden: Option<String>,
    },
    /// Begin on a zaak.
    NeemInBehandeling {
        /// Which.
        zaak: ZaakId,
    },
    /// Begin a document, with the talk it belongs to.
    OpenDocument {
        /// On which zaak.
        zaak: ZaakId,
        /// What kind of text.
        soort: Documentsoort,
        /// The zaken it is about.
        #[serde(default)]
        zaken: Option<Vec<ZaakId>>,
        /// Who may read and write it.
        #[serde(default)]
        deelnemers: Option<Vec<MedewerkerId>>,
    },
    /// Say who takes part in a talk.
    WijzigDeelnemers {
        /// Which.
        gesprek: GesprekId,
        /// Who comes in.
        #[serde(default)]
        erbij: Vec<MedewerkerId>,
        /// Who goes.
        #[serde(default)]
        eraf: Vec<MedewerkerId>,
    },
}

impl Opdracht {
    /// The name, as in the trail and on `/rt`.
    #[must_use]
    pub fn naam(&self) -> &'static str {
        match self {
            Self::RegistreerPersoon(_) => "RegistreerPersoon",
            Self::WijzigContact { .. } => "WijzigContact",
            Self::RegistreerMelding(_) => "RegistreerMelding",
            Self::WijsToe { .. } => "WijsToe",
            Self::NeemInBehandeling { .. } => "NeemInBehandeling",
            Self::OpenDocument { .. } => "OpenDocument",
            Self::WijzigDeelnemers { .. } => "WijzigDeelnemers",
        }
    }
}
