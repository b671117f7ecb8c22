//! A huishouden: who factually live together.
//!
//! What the BRP says and what is so are two facts, and both are kept (C2-N2). Somebody is a member of at most one huishouden at a time; that
//! is guarded by a claim on their n-th membership, counted from the first ([`lid_sleutel`]). Not the same as a groep (KING-ZT15).

mod decide;
mod evolve;
mod words;

#[cfg(test)]
mod tests;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::ids::PersoonId;
use crate::limits::LEDEN_MAX;
pub use words::{
    AfwijkendVerblijf, HuishoudenCommand, HuishoudenEvent, HuishoudenRefusal, Lidbron, NieuwLid,
    Verblijfsbron,
};

/// What the journal knows of a huishouden.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
pub enum Huishouden {
    /// Nothing happened under this id.
    #[default]
    Onbekend,
    /// These live together.
    Vastgesteld {
        /// In the order in which they came; nobody twice.
        leden: Vec<Lid>,
        /// Of whom a residence here was taken back as wrong, and not recorded anew since: the last [`LEDEN_MAX`] of them.
        #[serde(default)]
        herroepen: Vec<PersoonId>,
    },
}

/// Somebody who lives in a huishouden.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Lid {
    /// Who.
    pub persoon: PersoonId,
    /// From where we know it.
    pub bron: Lidbron,
    /// Since when, where known.
    pub vanaf: Option<Date>,
    /// That they live here otherwise than the BRP says.
    pub verblijf: Option<AfwijkendVerblijf>,
    /// Whether they became a member by that alone.
    #[serde(default)]
    pub door_verblijf: bool,
}

impl Huishouden {
    /// Who lives there.
    #[must_use]
    pub fn leden(&self) -> &[Lid] {
        match self {
            Self::Onbekend => &[],
            Self::Vastgesteld { leden, .. } => leden,
        }
    }

    /// The membership of `persoon`.
    #[must_use]
    pub fn lid(&self, persoon: PersoonId) -> Option<&Lid> {
        self.leden().iter().find(|lid| lid.persoon == persoon)
    }
}

/// The key of the claim for somebody's n-th membership (from 1) of any huishouden. Two who put one person in two huishoudens at the same
/// instant both want the same key, and one of them gets it.
#[must_use]
pub fn lid_sleutel(persoon: PersoonId, n: u32) -> String {
    format!("{persoon}:{n}")
}
