//! Commands, events and refusals of a letter.

use serde::{Deserialize, Serialize};

use super::{Berichtweg, NietAangekomen, Stuk, Vraag};
use crate::domain::aggregate::RefusalCode;

/// A letter as it was made.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Vastgelegd {
    /// By which template and which version of it.
    pub sjabloon: String,
    /// By which way it is told.
    pub weg: Berichtweg,
    /// As it goes on paper.
    pub pdf: Stuk,
    /// As a page.
    pub html: Stuk,
}

/// What may be asked of a letter.
#[derive(Clone, Debug)]
pub enum BriefCommand {
    /// There is to be one.
    Vraag(Vraag),
    /// It was made so. Only the program itself.
    LegVast(Vastgelegd),
    /// The mail about it went. Only the program itself.
    MeldVerstuurd,
    /// The mail about it does not arrive. Only the program itself.
    MeldNietAangekomen(NietAangekomen),
    /// It was printed, and posted or handed over.
    MeldGepost,
}

/// What can have happened to a letter.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(tag = "soort", content = "gegevens")]
pub enum BriefEvent {
    /// There is to be one.
    BriefGevraagd(Vraag),
    /// It was made, and stays so.
    BriefGemaakt(Vastgelegd),
    /// A mail without content said so.
    BerichtVerstuurd {},
    /// That mail did not arrive.
    BerichtNietAangekomen {
        /// Why.
        waarom: NietAangekomen,
    },
    /// It went on paper.
    BriefGepost {},
}

/// Why it is not done.
#[derive(Copy, Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum BriefRefusal {
    /// No such letter.
    #[error("no such letter")]
    Onbekend,
    /// The id is in use.
    #[error("exists already")]
    BestaatAl,
    /// The role may not do this.
    #[error("not allowed")]
    NietBevoegd,
    /// It does not go on paper.
    #[error("not on paper")]
    NietOpPapier,
}

impl RefusalCode for BriefRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Onbekend => "niet_gevonden",
            Self::BestaatAl => "brief.bestaat_al",
            Self::NietBevoegd => "niet_bevoegd",
            Self::NietOpPapier => "brief.niet_op_papier",
        }
    }
}
