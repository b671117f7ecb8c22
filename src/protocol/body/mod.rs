//! What is sent: the bodies of commands and questions. Unknown fields are refused. One file per concept.

mod beheerrekening;
mod gesprek;
mod medewerker;
mod persoon;
mod zaak;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::document::Documentsoort;
use crate::domain::ids::{GesprekId, MedewerkerId, PersoonId, ZaakId};
pub use beheerrekening::NieuweRekening;
pub use gesprek::{Deelnemerswijziging, NieuwDocument};
pub use medewerker::Afwezigmelding;
pub use persoon::{NieuwContact, NieuwePersoon, PersoonVraag};
pub use zaak::{Leeg, NieuweMelding, Toewijzing};

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
    /// Take a zaak of one's team that nobody has.
    NeemZaak {
        /// Which.
        zaak: ZaakId,
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
    /// Begin to keep somebody's money.
    OpenRekening(NieuweRekening),
    /// Somebody is away.
    MeldAfwezig {
        /// Who.
        medewerker: MedewerkerId,
        /// The first day, `JJJJ-MM-DD`.
        vanaf: String,
        /// The last day; absent while nobody knows.
        #[serde(default)]
        tot_en_met: Option<String>,
    },
    /// Somebody is back, or does not go after all.
    MeldTerug {
        /// Who.
        medewerker: MedewerkerId,
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
            Self::NeemZaak { .. } => "NeemZaak",
            Self::NeemInBehandeling { .. } => "NeemInBehandeling",
            Self::OpenDocument { .. } => "OpenDocument",
            Self::WijzigDeelnemers { .. } => "WijzigDeelnemers",
            Self::OpenRekening(_) => "OpenRekening",
            Self::MeldAfwezig { .. } => "MeldAfwezig",
            Self::MeldTerug { .. } => "MeldTerug",
        }
    }
}
