//! What is sent: the bodies of commands and questions. Unknown fields are refused. One file per concept.

mod contact;
mod gesprek;
mod huishouden;
mod persoon;
mod zaak;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::document::Documentsoort;
use crate::domain::ids::{ContactId, GesprekId, HuishoudenId, MedewerkerId, PersoonId, ZaakId};
pub use contact::{NieuwAntwoord, NieuwContactmoment, NieuweAanvulling, NieuweContactmelding, SprekerKeuze};
pub use gesprek::{Deelnemerswijziging, NieuwDocument};
pub use huishouden::{
    GezagEinde, HouderKeuze, LidKeuze, NieuwGezag, NieuwHuishouden, Uitspraak, Verblijf, Vertrek,
};
pub use persoon::{
    DoelKeuze, IdentificatieKeuze, NieuwContact, NieuwUitBrp, NieuweIdentiteit, NieuweOnbekende,
    NieuwePersoon, OpnieuwUitBrp, PersoonVraag,
};
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
    /// Register somebody of whom nobody knows who it is.
    RegistreerOnbekende(NieuweOnbekende),
    /// Say who somebody is.
    StelIdentiteitVast {
        /// Somebody who is known here.
        persoon: PersoonId,
        /// Who that is.
        identiteit: NieuweIdentiteit,
    },
    /// Take somebody over from the BRP who is not known here.
    NeemOverUitBrp(NieuwUitBrp),
    /// Ask the BRP again about somebody who is known here.
    NeemOpnieuwOverUitBrp {
        /// Who.
        persoon: PersoonId,
        /// For what, and what of it.
        keuze: OpnieuwUitBrp,
    },
    /// Record who has gezag over somebody.
    LegGezagVast {
        /// Over whom.
        persoon: PersoonId,
        /// Who, why, since when.
        gezag: NieuwGezag,
    },
    /// Record that somebody's gezag ended.
    BeeindigGezag {
        /// Over whom.
        persoon: PersoonId,
        /// Whose, since when.
        einde: GezagEinde,
    },
    /// Register a contact with its meldingen.
    RegistreerContact(NieuwContactmoment),
    /// Add to the report of a contact.
    VulVerslagAan {
        /// Which.
        contact: ContactId,
        /// What.
        tekst: String,
    },
    /// Record who live together.
    StelHuishoudenVast(NieuwHuishouden),
    /// Record that somebody lives there too.
    VoegLidToe {
        /// Where.
        huishouden: HuishoudenId,
        /// Who.
        lid: LidKeuze,
    },
    /// Record that somebody lives there no more.
    LidVertrekt {
        /// Where.
        huishouden: HuishoudenId,
        /// Who, since when.
        vertrek: Vertrek,
    },
    /// Record that somebody lives there otherwise than the BRP says.
    VerblijfWijktAf {
        /// Where.
        huishouden: HuishoudenId,
        /// Who, since when, why.
        verblijf: Verblijf,
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
            Self::RegistreerOnbekende(_) => "RegistreerOnbekende",
            Self::StelIdentiteitVast { .. } => "StelIdentiteitVast",
            Self::NeemOverUitBrp(_) => "NeemOverUitBrp",
            Self::NeemOpnieuwOverUitBrp { .. } => "NeemOpnieuwOverUitBrp",
            Self::LegGezagVast { .. } => "LegGezagVast",
            Self::BeeindigGezag { .. } => "BeeindigGezag",
            Self::RegistreerContact(_) => "RegistreerContact",
            Self::VulVerslagAan { .. } => "VulVerslagAan",
            Self::StelHuishoudenVast(_) => "StelHuishoudenVast",
            Self::VoegLidToe { .. } => "VoegLidToe",
            Self::LidVertrekt { .. } => "LidVertrekt",
            Self::VerblijfWijktAf { .. } => "VerblijfWijktAf",
        }
    }
}
