//! Commands, events and refusals of a gesprek.

use serde::{Deserialize, Serialize};

use super::Gesprekplek;
use crate::clock::Moment;
use crate::domain::aggregate::RefusalCode;
use crate::domain::ids::{DocumentId, MedewerkerId, ZaakId};
use crate::domain::wat::Wat;

/// What may be asked of a gesprek.
#[derive(Clone, Debug)]
pub enum GesprekCommand {
    /// Begin, with a first document.
    Open {
        /// The zaken it is about; that the asker may write on each was checked against those zaken.
        zaken: Vec<ZaakId>,
        /// Who takes part, the asker among them.
        deelnemers: Vec<MedewerkerId>,
        /// The report that is made with it.
        document: DocumentId,
    },
    /// Others come in or go.
    WijzigDeelnemers {
        /// Who comes in.
        erbij: Vec<MedewerkerId>,
        /// Who goes.
        eraf: Vec<MedewerkerId>,
    },
    /// Agree when and where it is held, or agree otherwise.
    Plan {
        /// When it begins.
        begin: Moment,
        /// Where.
        plek: Gesprekplek,
    },
    /// It is not held after all.
    ZegAf {
        /// Why, for who takes part.
        reden: Wat,
    },
}

/// What can have happened to a gesprek.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(tag = "soort", content = "gegevens")]
pub enum GesprekEvent {
    /// It began.
    GesprekGeopend {
        /// The zaken it is about.
        zaken: Vec<ZaakId>,
        /// Who takes part.
        deelnemers: Vec<MedewerkerId>,
        /// The first document.
        document: DocumentId,
    },
    /// Somebody takes part from now on.
    DeelnemerToegevoegd {
        /// Who.
        deelnemer: MedewerkerId,
    },
    /// Somebody takes part no more; what they had open leaves their screen.
    DeelnemerVerwijderd {
        /// Who.
        deelnemer: MedewerkerId,
    },
    /// It was agreed when and where it is held.
    GesprekGepland {
        /// When it begins.
        begin: Moment,
        /// Where.
        plek: Gesprekplek,
    },
    /// It is held at another moment or place.
    GesprekVerplaatst {
        /// When it begins.
        begin: Moment,
        /// Where.
        plek: Gesprekplek,
    },
    /// It is not held.
    GesprekAfgezegd {
        /// Why.
        reden: Wat,
    },
}

/// Why it is not done.
#[derive(Copy, Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum GesprekRefusal {
    /// No such gesprek, or not a deelnemer of it: the same to the asker.
    #[error("no such gesprek")]
    Onbekend,
    /// The id is in use.
    #[error("exists already")]
    BestaatAl,
    /// The asker must take part.
    #[error("the asker does not take part")]
    ZonderZichzelf,
    /// More than a talk can have.
    #[error("too many deelnemers")]
    TeVeelDeelnemers,
    /// A report that nobody may read any more would be lost.
    #[error("nobody would be left")]
    LaatsteDeelnemer,
    /// No zaak, or more than a talk can be about.
    #[error("impossible number of zaken")]
    Zaken,
    /// Who stands in for a deelnemer does not make themselves one.
    #[error("a vervanger adds themselves")]
    NietZelf,
    /// In the past, or further ahead than anybody looks.
    #[error("not a moment that can be agreed")]
    Moment,
    /// Nothing was agreed.
    #[error("nothing was agreed")]
    GeenAfspraak,
    /// What has begun is not called off.
    #[error("it has begun")]
    AlBegonnen,
}

impl RefusalCode for GesprekRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Onbekend => "niet_gevonden",
            Self::BestaatAl => "gesprek.bestaat_al",
            Self::ZonderZichzelf => "gesprek.zonder_uzelf",
            Self::TeVeelDeelnemers => "gesprek.te_veel_deelnemers",
            Self::LaatsteDeelnemer => "gesprek.laatste_deelnemer",
            Self::Zaken => "gesprek.zaken",
            Self::NietZelf => "vervanging.niet_zelf",
            Self::Moment => "gesprek.moment",
            Self::GeenAfspraak => "gesprek.geen_afspraak",
            Self::AlBegonnen => "gesprek.al_begonnen",
        }
    }
}
