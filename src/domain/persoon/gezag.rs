//! Gezag: who decides for a minor. A relation with a holder, a ground, a source and a period (C2-N1).

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::clock::Moment;
use crate::domain::ids::PersoonId;
use crate::domain::wat::Wat;

/// The age at which gezag ends by law (BW 1:233, 1:245).
pub const MEERDERJARIG: i16 = 18;

/// Who has it.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize)]
#[serde(tag = "soort", rename_all = "snake_case")]
pub enum Gezaghouder {
    /// Somebody who is known here.
    Persoon {
        /// Who.
        persoon: PersoonId,
    },
    /// Somebody who is not, or an institution.
    Ander {
        /// Their name.
        naam: String,
    },
}

/// On what ground (BW 1, titel 14).
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Gezagsgrond {
    /// A parent, alone or with the other one (BW 1:251, 1:253b).
    OuderlijkGezag,
    /// A parent together with somebody who is none (BW 1:253t).
    GezamenlijkGezag,
    /// Somebody who is no parent (BW 1:280).
    Voogdij,
    /// Somebody who is no parent, for as long as it takes (BW 1:253r, 1:297).
    TijdelijkeVoogdij,
}

/// From where we know it.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize)]
#[serde(tag = "soort", rename_all = "snake_case")]
pub enum Gezagsbron {
    /// The BRP said so.
    Brp {
        /// When it was asked.
        op: Moment,
    },
    /// A court decided so, and somebody saw the paper.
    Rechter {
        /// Which court.
        gerecht: Wat,
        /// When it decided.
        uitspraak_op: Date,
        /// The number of the decision.
        kenmerk: Option<Wat>,
    },
}

impl Gezagsbron {
    /// Whether two sources are the same one: the BRP is, however often it is asked.
    #[must_use]
    pub fn dezelfde(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Brp { .. }, Self::Brp { .. }) => true,
            (Self::Rechter { .. }, Self::Rechter { .. }) => self == other,
            (Self::Brp { .. }, Self::Rechter { .. }) | (Self::Rechter { .. }, Self::Brp { .. }) => false,
        }
    }
}

/// That somebody has gezag over the person in whose stream it stands.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize)]
pub struct Gezag {
    /// Who has it.
    pub houder: Gezaghouder,
    /// On what ground.
    pub grond: Gezagsgrond,
    /// From where we know it.
    pub bron: Gezagsbron,
    /// From when; the BRP does not say.
    pub vanaf: Option<Date>,
    /// Until when, where it ended or is to end.
    pub tot: Option<Date>,
}

impl Gezag {
    /// Whether it holds on `day`.
    #[must_use]
    pub fn geldt_op(&self, day: Date) -> bool {
        self.vanaf.is_none_or(|from| from <= day) && self.tot.is_none_or(|until| day < until)
    }

    /// Whether this is the same fact: the same holder, ground and source, from the same day.
    #[must_use]
    pub fn hetzelfde(&self, other: &Self) -> bool {
        self.houder == other.houder
            && self.grond == other.grond
            && self.bron.dezelfde(&other.bron)
            && self.vanaf == other.vanaf
    }
}

macro_rules! verborgen {
    ($($name:ident),+) => {$(
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(***)"))
            }
        }
    )+};
}

verborgen!(Gezaghouder, Gezagsbron, Gezag);
