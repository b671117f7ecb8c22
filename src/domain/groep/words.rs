//! Commands, events and refusals of a groep.

use serde::{Deserialize, Serialize};

use crate::domain::aggregate::RefusalCode;
use crate::domain::ids::{MedewerkerId, PersoonId, PlanId, SignaalId};
use crate::domain::wat::Wat;

/// Somebody around the groep who is no lid of it, such as a neighbour (KING-G2). What is about the groep is not about them.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Participant {
    /// Who.
    pub persoon: PersoonId,
    /// As what: `buurman`, `mentor`.
    pub hoedanigheid: Wat,
}

/// Why a groep was made of persons, and to whom that is told.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Waarom {
    /// In words.
    pub tekst: Wat,
    /// Whom the maker did not know of by their work until then: they read it where they see who looked.
    pub voor: Vec<PersoonId>,
}

/// What may be asked of a groep. That the asker may look at it was checked by who asks it.
#[derive(Clone, Debug)]
pub enum GroepCommand {
    /// Begin, with persons chosen by judgement (KING-G1). The set is claimed, so that it is there once (KING-G3).
    Vorm {
        /// The persons.
        leden: Vec<PersoonId>,
        /// The signaal that led to it (KING-SI4).
        aanleiding: Option<SignaalId>,
        /// A plan that begins with it.
        plan: Option<PlanId>,
        /// Those of the leden of whom the maker knows nothing by their work.
        onbekend: Vec<PersoonId>,
        /// Why these persons, in words.
        waarom: Option<Wat>,
    },
    /// A plan begins. The groep is where two at the same instant meet: one open plan at a time (KING-PL4).
    StartPlan {
        /// The plan, whose own stream begins in the same transaction.
        plan: PlanId,
    },
    /// Somebody stands around it from now on.
    VoegParticipantToe(Participant),
    /// Somebody does so no more.
    VerwijderParticipant {
        /// Who.
        persoon: PersoonId,
    },
    /// Its plan was closed: there is room for another. The system asks this.
    MaakVrij {
        /// Which plan.
        plan: PlanId,
    },
    /// Somebody who may not know of it wanted to make it once more, and was refused (ADR 10).
    NoteerPoging,
}

/// What can have happened to a groep.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(tag = "soort", content = "gegevens")]
pub enum GroepEvent {
    /// It began.
    GroepGevormd {
        /// The persons, in the order of their ids.
        leden: Vec<PersoonId>,
        /// The signaal that led to it.
        aanleiding: Option<SignaalId>,
        /// Who made it.
        door: MedewerkerId,
        /// Why these persons, where that was said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        waarom: Option<Waarom>,
    },
    /// A plan began.
    PlanGestart {
        /// Which.
        plan: PlanId,
    },
    /// Somebody stands around it from now on.
    ParticipantToegevoegd(Participant),
    /// Somebody does so no more.
    ParticipantVerwijderd {
        /// Who.
        persoon: PersoonId,
    },
    /// The plan ended; another may begin.
    GroepVrijgekomen {
        /// Which plan it was.
        plan: PlanId,
    },
    /// Somebody who may not know of it wanted to make it once more, and was refused.
    PogingGeweigerd {
        /// Who.
        door: MedewerkerId,
    },
}

/// What who gives no reason hears.
pub const GEEN_WAAROM: &str = "groep.waarom";

/// Why it is not done.
#[derive(Copy, Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum GroepRefusal {
    /// No such groep, or none that this person may know of.
    #[error("no such groep")]
    Onbekend,
    /// The id is in use.
    #[error("exists already")]
    BestaatAl,
    /// The role may not do this.
    #[error("not allowed")]
    NietBevoegd,
    /// A groep is of somebody.
    #[error("no leden")]
    GeenLeden,
    /// More than a groep can have.
    #[error("too many leden")]
    TeVeelLeden,
    /// A plan runs.
    #[error("a plan runs")]
    PlanLooptAl,
    /// Lid and participant are different roles: nobody is both.
    #[error("is a lid")]
    IsLid,
    /// Of somebody whom one does not know of by one's work a groep is made for a reason, which is told to them.
    #[error("no reason is given")]
    Waarom,
}

impl RefusalCode for GroepRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Onbekend => "niet_gevonden",
            Self::BestaatAl => "groep.bestaat_al",
            Self::NietBevoegd => "niet_bevoegd",
            Self::GeenLeden => "groep.geen_leden",
            Self::TeVeelLeden => "groep.te_veel_leden",
            Self::PlanLooptAl => "groep.plan_loopt_al",
            Self::IsLid => "groep.is_lid",
            Self::Waarom => GEEN_WAAROM,
        }
    }
}
