//! Commands, events and refusals of a nazicht.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Geval;
use crate::clock::Moment;
use crate::domain::aggregate::RefusalCode;
use crate::domain::ids::MedewerkerId;
use crate::domain::wat::Wat;

/// What is said of a look afterwards.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Nazichtoordeel {
    /// There was a reason for it.
    Gegrond,
    /// There was none.
    NietGegrond,
}

/// Lines of the trail that lay before who judged.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Gezien {
    /// How many.
    pub regels: u32,
    /// When the last was written; what comes later that day is another item.
    pub tot: Moment,
}

/// What may be asked.
#[derive(Clone, Debug)]
pub enum NazichtCommand {
    /// The trail has a look that is looked back at.
    Open(Geval),
    /// Judge it.
    Beoordeel {
        /// Whether there was a reason.
        oordeel: Nazichtoordeel,
        /// Why, in a line or two.
        toelichting: Wat,
        /// What is done about it.
        maatregel: Option<Wat>,
        /// How many lines lay before the one who judges.
        regels: u32,
        /// What the trail has now.
        nu: Gezien,
        /// The person is the one who judges, or close to them.
        eigen_kring: bool,
    },
}

/// What can have happened.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(tag = "soort", content = "gegevens")]
pub enum NazichtEvent {
    /// A look is to be looked back at.
    NazichtGeopend(Geval),
    /// Somebody did, and said so.
    NazichtGedaan {
        /// Whether there was a reason.
        oordeel: Nazichtoordeel,
        /// Why.
        toelichting: Wat,
        /// What is done about it.
        maatregel: Option<Wat>,
        /// By whom.
        door: MedewerkerId,
        /// What lay before them.
        gezien: Gezien,
    },
}

/// Why it is not done.
#[derive(Copy, Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum NazichtRefusal {
    /// No such item, or none that this person may know of.
    #[error("no such item")]
    Onbekend,
    /// Nobody judges their own look.
    #[error("own look")]
    EigenBlik,
    /// Nobody judges looks at their own dossier, or of who is close to them.
    #[error("own circle")]
    EigenKring,
    /// It was judged already.
    #[error("judged already")]
    AlGedaan,
    /// There was no reason to look: then something is done about it.
    #[error("nothing is done about it")]
    MaatregelNodig,
    /// They looked again since the list was read.
    #[error("more lines than were seen")]
    MeerRegels,
}

impl RefusalCode for NazichtRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Onbekend => "niet_gevonden",
            Self::EigenBlik => "nazicht.eigen_blik",
            Self::EigenKring => "nazicht.eigen_kring",
            Self::AlGedaan => "nazicht.al_gedaan",
            Self::MaatregelNodig => "nazicht.maatregel_nodig",
            Self::MeerRegels => "nazicht.meer_regels",
        }
    }
}
