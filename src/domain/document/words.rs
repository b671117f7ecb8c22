//! Commands, events and refusals of a document.

use serde::{Deserialize, Serialize};

use super::Documentsoort;
use crate::domain::aggregate::RefusalCode;
use crate::domain::ids::{GesprekId, MedewerkerId, OpmerkingId};
use crate::domain::wat::Wat;

/// What may be asked of a document.
#[derive(Clone, Debug)]
pub enum DocumentCommand {
    /// Begin.
    Open {
        /// What kind of text.
        documentsoort: Documentsoort,
        /// The talk it belongs to.
        gesprek: GesprekId,
        /// The version of its template.
        sjabloon: u32,
    },
    /// Say something of words in the text.
    MaakOpmerking {
        /// A new id.
        opmerking: OpmerkingId,
        /// The words.
        citaat: Wat,
        /// What is said of them.
        tekst: Wat,
        /// Who is named in it; that they may read the document was looked at.
        genoemd: Vec<MedewerkerId>,
    },
    /// Answer a remark.
    BeantwoordOpmerking {
        /// Which.
        opmerking: OpmerkingId,
        /// What.
        tekst: Wat,
        /// Who is named in it; that they may read the document was looked at.
        genoemd: Vec<MedewerkerId>,
    },
    /// It was dealt with.
    HandelOpmerkingAf {
        /// Which.
        opmerking: OpmerkingId,
    },
    /// It was not, after all.
    HeropenOpmerking {
        /// Which.
        opmerking: OpmerkingId,
    },
    /// The asker read in which they were named.
    LeesOpmerking {
        /// Which.
        opmerking: OpmerkingId,
    },
    /// Give a version a name, or another one.
    BenoemVersie {
        /// The last row of the log that it holds; that it is there was looked at.
        seq: u64,
        /// The name.
        naam: Wat,
    },
}

/// What can have happened to a document.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(tag = "soort", content = "gegevens")]
pub enum DocumentEvent {
    /// It began.
    DocumentGeopend {
        /// What kind of text.
        documentsoort: Documentsoort,
        /// The talk it belongs to.
        gesprek: GesprekId,
        /// The version of its template.
        sjabloon: u32,
    },
    /// Somebody said something of words in the text.
    OpmerkingGemaakt {
        /// Which remark.
        opmerking: OpmerkingId,
        /// Who.
        door: MedewerkerId,
        /// The words as they were.
        citaat: Wat,
        /// What was said of them.
        tekst: Wat,
        /// Who was named in it.
        genoemd: Vec<MedewerkerId>,
    },
    /// Somebody answered.
    OpmerkingBeantwoord {
        /// Which remark.
        opmerking: OpmerkingId,
        /// Who.
        door: MedewerkerId,
        /// What.
        tekst: Wat,
        /// Who was named in it.
        genoemd: Vec<MedewerkerId>,
    },
    /// It was dealt with.
    OpmerkingAfgehandeld {
        /// Which remark.
        opmerking: OpmerkingId,
        /// By whom.
        door: MedewerkerId,
    },
    /// It was not, after all.
    OpmerkingHeropend {
        /// Which remark.
        opmerking: OpmerkingId,
        /// Who says so.
        door: MedewerkerId,
    },
    /// Somebody who was named read it.
    OpmerkingGelezen {
        /// Which remark.
        opmerking: OpmerkingId,
        /// Who.
        door: MedewerkerId,
    },
    /// A version was named.
    VersieBenoemd {
        /// The last row of the log that it holds.
        seq: u64,
        /// What it is called.
        naam: Wat,
        /// Who named it.
        door: MedewerkerId,
    },
}

/// Why it is not done.
#[derive(Copy, Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum DocumentRefusal {
    /// No such document, or not for the asker: the same to them.
    #[error("no such document")]
    Onbekend,
    /// The id is in use.
    #[error("exists already")]
    BestaatAl,
    /// No such remark here.
    #[error("no such remark")]
    OpmerkingOnbekend,
    /// It was dealt with: whoever has more to say of it opens it again.
    #[error("was dealt with")]
    Afgehandeld,
    /// It has as many answers as one can have.
    #[error("too many answers")]
    TeVeelReacties,
    /// More people than a talk has.
    #[error("too many people named")]
    TeVeelGenoemd,
    /// The margin is full.
    #[error("the margin is full")]
    KantlijnVol,
}

impl RefusalCode for DocumentRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Onbekend => "niet_gevonden",
            Self::BestaatAl => "document.bestaat_al",
            Self::OpmerkingOnbekend => "opmerking.onbekend",
            Self::Afgehandeld => "opmerking.afgehandeld",
            Self::TeVeelReacties => "opmerking.te_veel_reacties",
            Self::TeVeelGenoemd => "opmerking.te_veel_genoemd",
            Self::KantlijnVol => "opmerking.kantlijn_vol",
        }
    }
}
