//! Commands, events and refusals of a huishouden.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::aggregate::RefusalCode;
use crate::domain::ids::PersoonId;
use crate::domain::wat::Wat;

/// From where we know that somebody lives in a huishouden.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Lidbron {
    /// Registered at the same address.
    Brp,
    /// Somebody of us heard or saw it.
    Handmatig,
}

/// From where we know that somebody lives elsewhere than the BRP says.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verblijfsbron {
    /// They, or who takes care of them, say so.
    EigenVerklaring,
    /// Somebody of us was there.
    Huisbezoek,
    /// A court decided so.
    RechterlijkeUitspraak,
    /// School, a care provider or the like.
    Ketenpartner,
}

/// That somebody factually lives in this huishouden while the BRP has them elsewhere.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct AfwijkendVerblijf {
    /// Since when.
    pub vanaf: Date,
    /// Why, in a sentence.
    pub toelichting: Wat,
    /// From where we know it.
    pub bron: Verblijfsbron,
}

/// Somebody with whom a huishouden begins.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub struct NieuwLid {
    /// Who.
    pub persoon: PersoonId,
    /// From where we know it.
    pub bron: Lidbron,
    /// Since when, where known.
    pub vanaf: Option<Date>,
    /// When they were born, where known: nobody lives anywhere before.
    pub geboren: Option<Date>,
}

/// What may be asked of a huishouden.
#[derive(Clone, Debug)]
pub enum HuishoudenCommand {
    /// These live together.
    StelVast(Vec<NieuwLid>),
    /// Somebody lives there too.
    VoegLidToe {
        /// Who, since when and how we know.
        lid: NieuwLid,
        /// Whether the membership was claimed with this command. Without, nobody becomes a member by it.
        geclaimd: bool,
    },
    /// Somebody lives there no more.
    LidVertrekt {
        /// Who.
        persoon: PersoonId,
        /// As with [`NieuwLid`].
        geboren: Option<Date>,
        /// Since when.
        op: Date,
    },
    /// Somebody factually lives there while the BRP has them elsewhere. Who is no member yet becomes one.
    VerblijfWijktAf {
        /// Who.
        persoon: PersoonId,
        /// As with [`NieuwLid`].
        geboren: Option<Date>,
        /// Since when, why, and how we know.
        verblijf: AfwijkendVerblijf,
        /// As with `VoegLidToe`.
        geclaimd: bool,
    },
    /// That somebody lives there otherwise than the BRP says was wrongly recorded: it never was so. Who became a member by it is none.
    HerroepVerblijf {
        /// Who.
        persoon: PersoonId,
        /// Why it was wrong.
        reden: Wat,
    },
}

/// What can have happened to a huishouden.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(tag = "soort", content = "gegevens")]
pub enum HuishoudenEvent {
    /// It was recorded; its members follow.
    HuishoudenVastgesteld {},
    /// Somebody lives there.
    LidToegevoegd {
        /// Who.
        persoon: PersoonId,
        /// From where we know it.
        bron: Lidbron,
        /// Since when.
        vanaf: Option<Date>,
    },
    /// Somebody lives there no more.
    LidVertrokken {
        /// Who.
        persoon: PersoonId,
        /// Since when.
        op: Date,
    },
    /// Somebody lives there otherwise than the BRP says.
    AfwijkendVerblijfVastgesteld {
        /// Who.
        persoon: PersoonId,
        /// Since when, why, and how we know.
        verblijf: AfwijkendVerblijf,
    },
    /// That was wrongly recorded. That it was stays in the record.
    VerblijfHerroepen {
        /// Who.
        persoon: PersoonId,
        /// As it stood.
        verblijf: AfwijkendVerblijf,
        /// Why it was wrong.
        reden: Wat,
        /// Whether they became a member by it, and so are none.
        lid_vervalt: bool,
    },
}

/// Why it is not done.
#[derive(Copy, Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum HuishoudenRefusal {
    /// No such huishouden, or one that is not there for this person.
    #[error("no such huishouden")]
    Onbekend,
    /// The id is in use.
    #[error("exists already")]
    BestaatAl,
    /// The role may not do this.
    #[error("not allowed")]
    NietBevoegd,
    /// No member, or more than can live together.
    #[error("impossible number of members")]
    Leden,
    /// Not a member.
    #[error("no member")]
    GeenLid,
    /// Lives there as the BRP says, as far as is known here.
    #[error("no residence that differs")]
    GeenVerblijf,
    /// Lives in another huishouden, as far as is known here.
    #[error("lives elsewhere")]
    LidElders,
    /// What is to come is no fact yet.
    #[error("a day to come")]
    Toekomst,
    /// Before they were born, or before anybody who lives now was.
    #[error("before they were born")]
    VoorGeboorte,
    /// They would leave before they came.
    #[error("impossible period")]
    Periode,
}

impl RefusalCode for HuishoudenRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Onbekend => "niet_gevonden",
            Self::BestaatAl => "huishouden.bestaat_al",
            Self::NietBevoegd => "niet_bevoegd",
            Self::Leden => "huishouden.leden",
            Self::GeenLid => "huishouden.geen_lid",
            Self::GeenVerblijf => "huishouden.geen_verblijf",
            Self::LidElders => "huishouden.lid_elders",
            Self::Toekomst => "huishouden.toekomst",
            Self::VoorGeboorte => "huishouden.voor_geboorte",
            Self::Periode => "huishouden.periode",
        }
    }
}
