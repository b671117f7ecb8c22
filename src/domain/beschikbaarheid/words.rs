//! Commands, events and refusals of a medewerker: being there, and what they opened.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Afwezigheid;
use crate::domain::aggregate::RefusalCode;
use crate::domain::ids::{MedewerkerId, ZaakId};

/// What may be asked.
#[derive(Copy, Clone, Debug)]
pub enum BeschikbaarheidCommand {
    /// This medewerker is away; takes the place of what was said before.
    MeldAfwezig {
        /// Whose stream this is.
        medewerker: MedewerkerId,
        /// From when until when.
        afwezigheid: Afwezigheid,
    },
    /// This medewerker is back, or does not go after all.
    MeldTerug {
        /// Whose stream this is.
        medewerker: MedewerkerId,
    },
    /// This medewerker opened a zaak that was new for them.
    MerkGezien {
        /// Whose stream this is.
        medewerker: MedewerkerId,
        /// Which.
        zaak: ZaakId,
        /// The version of the zaak as the server knew it then; `None` when it was not new for them.
        versie: Option<u64>,
    },
}

/// What can have happened.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(tag = "soort", content = "gegevens")]
pub enum BeschikbaarheidEvent {
    /// Somebody is away.
    AfwezigGemeld {
        /// The first day.
        vanaf: Date,
        /// The last day; `None` while nobody knows.
        tot_en_met: Option<Date>,
    },
    /// Somebody is back.
    TerugGemeld {},
    /// Somebody opened a zaak that was new for them. What was given to them later is new again.
    ZaakGezien {
        /// Which.
        zaak: ZaakId,
        /// The version of the zaak that was there to be seen.
        versie: u64,
    },
}

/// Why it is not done.
#[derive(Copy, Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum BeschikbaarheidRefusal {
    /// Of oneself, or by who distributes the work.
    #[error("not allowed")]
    NietBevoegd,
    /// The last day is before the first, or over.
    #[error("impossible period")]
    Periode,
    /// Too far ahead, or too long.
    #[error("period too long")]
    TeLang,
}

impl RefusalCode for BeschikbaarheidRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NietBevoegd => "niet_bevoegd",
            Self::Periode => "medewerker.periode_ongeldig",
            Self::TeLang => "medewerker.periode_te_lang",
        }
    }
}
