//! A besluit on a zaak: what is proposed, who made it, and whether a second pair of eyes agreed (C1-P7, N-13, C2-K8, C2-N11).
//!
//! Agreement is given to a version, by the hash of what is in it ([`versiehash`]), and never by anybody who contributed to it. Who
//! contributed adds up: whoever made an earlier version of a proposal on this zaak, or wrote in the report that it rests on, stays a
//! contributor of every later one, also after the proposal was withdrawn and made anew. So no order of acts makes a maker the second pair
//! of eyes of their own work.

mod hash;
mod words;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::geld::Eurocent;
use super::ids::{DocumentId, MedewerkerId, PersoonId};
use super::medewerker::Wie;
use super::wat::Wat;
use crate::clock::Moment;
pub use hash::{Versiehash, teksthash, versiehash};
pub use words::{BesluitCommand, BesluitRefusal, Voorgesteld};

/// What is decided (Awb 1:3, 4:5).
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Besluitsoort {
    /// What was asked is given.
    Toekennen,
    /// A part of it is given.
    Deels,
    /// It is not given.
    Afwijzen,
    /// It is not looked at: what was needed for that did not come (Awb 4:5).
    BuitenBehandeling,
}

impl Besluitsoort {
    /// All of them, in the order in which a form shows them.
    pub const ALLE: [Self; 4] = [Self::Toekennen, Self::Deels, Self::Afwijzen, Self::BuitenBehandeling];

    /// The word on the wire and in the hash.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Toekennen => "toekennen",
            Self::Deels => "deels",
            Self::Afwijzen => "afwijzen",
            Self::BuitenBehandeling => "buiten_behandeling",
        }
    }

    /// Whether something is given, so that there are lines that say what.
    #[must_use]
    pub fn geeft(self) -> bool {
        match self {
            Self::Toekennen | Self::Deels => true,
            Self::Afwijzen | Self::BuitenBehandeling => false,
        }
    }
}

/// One thing that is given: a provision, an amount, or both.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Besluitregel {
    /// What, in a line.
    pub omschrijving: Wat,
    /// How much, where it is money.
    pub bedrag: Option<Wat<Eurocent>>,
}

/// The report that a besluit rests on, as it stood. Its text changes no more as long as the proposal stands.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Verslagversie {
    /// Which document.
    pub document: DocumentId,
    /// The last row of its log.
    pub seq: u64,
    /// SHA-256 over its plain text there ([`teksthash`]).
    pub hash: Versiehash,
    /// It was fixed for good before: nothing of it changes with this proposal.
    pub vast: bool,
}

/// What is in one version of a besluit.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Besluitinhoud {
    /// What is decided.
    pub soort: Besluitsoort,
    /// Why (Awb 3:46).
    pub motivering: Wat,
    /// What is given.
    pub regels: Vec<Besluitregel>,
    /// What it rests on.
    pub verslag: Option<Verslagversie>,
}

impl Besluitinhoud {
    fn wis(&mut self) {
        self.motivering.wis();
        self.regels.clear();
    }
}

/// Somebody who made a part of a version. A person, not an account: whoever has two is one.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Serialize, Deserialize)]
pub struct Bijdrager {
    /// Under which account.
    pub medewerker: MedewerkerId,
    /// Which natural person that is, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub persoon: Option<PersoonId>,
}

impl Bijdrager {
    /// Whoever acts now.
    #[must_use]
    pub fn van(wie: &Wie) -> Self {
        Self { medewerker: wie.id, persoon: wie.persoon }
    }
}

/// A version that was offered.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Voorstel {
    /// Which one of this zaak, from 1.
    pub nummer: u32,
    /// What is in it.
    pub inhoud: Besluitinhoud,
    /// The hash of that.
    pub hash: Versiehash,
    /// Who offered it.
    pub door: MedewerkerId,
    /// When.
    pub op: Moment,
}

/// That somebody agreed with a version.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Akkoord {
    /// Who.
    pub door: MedewerkerId,
    /// When.
    pub op: Moment,
}

/// How far a besluit is.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub enum Besluitstand {
    /// A version waits for a second pair of eyes.
    Voorgesteld(Voorstel),
    /// Somebody agreed with exactly this version.
    Geaccordeerd(Voorstel, Akkoord),
    /// Somebody did not agree: it must become another version, or go.
    Afgewezen {
        /// Which version.
        voorstel: Voorstel,
        /// Who.
        door: MedewerkerId,
        /// Why.
        reden: Wat,
        /// When.
        op: Moment,
    },
    /// Its maker took it back.
    Ingetrokken,
    /// It was decided: nothing of it changes any more.
    Genomen {
        /// Which version.
        voorstel: Voorstel,
        /// Who agreed, where that was asked.
        akkoord: Option<Akkoord>,
        /// Who decided.
        door: MedewerkerId,
        /// When.
        op: Moment,
    },
}

/// A besluit in the making, or made.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Besluitvorming {
    /// Everybody who contributed to a version of it, each once.
    pub bijdragers: Vec<Bijdrager>,
    /// How many versions were offered.
    pub nummer: u32,
    /// How far it is.
    pub stand: Besluitstand,
}

impl Besluitvorming {
    /// The version that it is about now.
    #[must_use]
    pub fn voorstel(&self) -> Option<&Voorstel> {
        match &self.stand {
            Besluitstand::Voorgesteld(voorstel)
            | Besluitstand::Geaccordeerd(voorstel, _)
            | Besluitstand::Afgewezen { voorstel, .. }
            | Besluitstand::Genomen { voorstel, .. } => Some(voorstel),
            Besluitstand::Ingetrokken => None,
        }
    }

    /// The version that waits for a second pair of eyes.
    #[must_use]
    pub fn wacht(&self) -> Option<&Voorstel> {
        match &self.stand {
            Besluitstand::Voorgesteld(voorstel) => Some(voorstel),
            Besluitstand::Geaccordeerd(..)
            | Besluitstand::Afgewezen { .. }
            | Besluitstand::Ingetrokken
            | Besluitstand::Genomen { .. } => None,
        }
    }

    /// Without its words, for a list.
    #[must_use]
    pub fn zonder_woorden(mut self) -> Self {
        match &mut self.stand {
            Besluitstand::Afgewezen { voorstel, reden, .. } => {
                reden.wis();
                voorstel.inhoud.wis();
            }
            Besluitstand::Voorgesteld(voorstel)
            | Besluitstand::Geaccordeerd(voorstel, _)
            | Besluitstand::Genomen { voorstel, .. } => voorstel.inhoud.wis(),
            Besluitstand::Ingetrokken => {}
        }
        self
    }
}
