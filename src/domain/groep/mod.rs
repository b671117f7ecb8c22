//! A groep: persons that a regisseur looks at together, by judgement. Not the huishouden (KING-G1).

mod decide;
mod words;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use super::ids::{MedewerkerId, PersoonId, PlanId, SignaalId};
use crate::clock::Moment;
pub use words::{GEEN_WAAROM, GroepCommand, GroepEvent, GroepRefusal, Participant, Waarom};

/// What the journal knows of a groep.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
pub enum Groep {
    /// Nothing happened under this id.
    #[default]
    Onbekend,
    /// It is there.
    Gevormd(Box<Gevormd>),
}

/// A groep that is there.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Gevormd {
    /// The persons, in the order of their ids. Their set makes the groep what it is (KING-G3).
    pub leden: Vec<PersoonId>,
    /// Who stand around it.
    pub participanten: Vec<Participant>,
    /// The signaal that led to it.
    pub aanleiding: Option<SignaalId>,
    /// Why these persons, where that was said.
    #[serde(default)]
    pub waarom: Option<Waarom>,
    /// Who made it; they look after it until a plan has regisseurs.
    pub gevormd_door: MedewerkerId,
    /// When it was made.
    pub gevormd_op: Moment,
    /// The plan that runs: one at most.
    pub plan: Option<PlanId>,
    /// Plans that ran before, the last one last.
    pub eerdere: Vec<PlanId>,
    /// Who wanted to make it once more without knowing of it, the last [`POGINGEN_MAX`](crate::limits::POGINGEN_MAX).
    pub pogingen: Vec<Poging>,
}

/// Somebody wanted to make a groep that is there already, and may not know of it.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Poging {
    /// Who.
    pub door: MedewerkerId,
    /// When.
    pub op: Moment,
}

impl Groep {
    /// The groep, when it is one.
    #[must_use]
    pub fn gevormd(&self) -> Option<&Gevormd> {
        match self {
            Self::Onbekend => None,
            Self::Gevormd(gevormd) => Some(gevormd),
        }
    }
}

impl Gevormd {
    /// The plan that runs, or else the last one.
    #[must_use]
    pub fn laatste_plan(&self) -> Option<PlanId> {
        self.plan.or(self.eerdere.last().copied())
    }
}

/// These persons as the key by which their groep is unique: each once, in the order of their ids.
#[must_use]
pub fn samenstelling(leden: &[PersoonId]) -> Vec<PersoonId> {
    let mut set = leden.to_vec();
    set.sort_unstable();
    set.dedup();
    set
}

/// [`samenstelling`] as the text that is claimed.
#[must_use]
pub fn sleutel(leden: &[PersoonId]) -> String {
    samenstelling(leden).iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}
