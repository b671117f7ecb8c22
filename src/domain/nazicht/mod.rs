//! Nazicht: somebody else looks back at what a colleague did in a dossier that asks for it (X-24, X-26, N-9).
//!
//! A stream is one item: one who looked, one person, one day, one reason. On which lines of the trail it rests follows from these four and
//! the trail, which nobody can change; so the same looks make the same item, however often and wherever they are found.

mod aanleiding;
mod decide;
mod words;

#[cfg(test)]
mod tests;

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::ids::{GemeenteId, MedewerkerId, NazichtId, PersoonId};
use super::wat::Wat;
use crate::clock::Moment;
use crate::limits::NAZICHT_DAGEN;
pub use aanleiding::{Band, Blik, LIJSTEN, Nazichtsoort, TOEZICHT, TOEZICHT_HANDELINGEN, soorten};
pub use words::{Gezien, NazichtCommand, NazichtEvent, NazichtRefusal, Nazichtoordeel};

/// What the journal knows of an item.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
pub enum Nazicht {
    /// Nothing happened under this id.
    #[default]
    Onbekend,
    /// It waits for a verdict, and cannot go away without one.
    Open {
        /// What is looked back at.
        geval: Geval,
        /// Since when it waits.
        op: Moment,
    },
    /// It has its verdict, for good.
    Gedaan {
        /// What was looked back at.
        geval: Geval,
        /// Since when it waited.
        op: Moment,
        /// What was said.
        uitspraak: Box<Uitspraak>,
    },
}

/// What is looked back at.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize)]
pub struct Geval {
    /// Who looked.
    pub medewerker: MedewerkerId,
    /// At whose dossier.
    pub persoon: PersoonId,
    /// On which day in the Netherlands.
    pub dag: Date,
    /// Why that is looked back at.
    pub soort: Nazichtsoort,
    /// The first of these four is 1. There is a next one when they looked again that day after the verdict.
    pub reeks: u32,
    /// Only what came after this moment: the last that the verdict before was about.
    pub na: Option<Moment>,
}

impl Geval {
    /// The first of these four.
    #[must_use]
    pub fn eerste(medewerker: MedewerkerId, persoon: PersoonId, dag: Date, soort: Nazichtsoort) -> Self {
        Self { medewerker, persoon, dag, soort, reeks: 1, na: None }
    }

    /// The one after it, of what came after its verdict.
    #[must_use]
    pub fn volgende(self, na: Moment) -> Self {
        Self { reeks: self.reeks.saturating_add(1), na: Some(na), ..self }
    }

    /// Its id: the same on every node and after every start. No client can send an id of this kind: theirs are of version 7.
    #[must_use]
    pub fn id(&self, gemeente: GemeenteId) -> NazichtId {
        let Self { medewerker, persoon, dag, soort, reeks, na: _ } = self;
        let digest: [u8; 32] = Sha256::new()
            .chain_update("nazicht")
            .chain_update(gemeente.0.as_bytes())
            .chain_update(medewerker.0.as_bytes())
            .chain_update(persoon.0.as_bytes())
            .chain_update(dag.to_string())
            .chain_update(soort.word())
            .chain_update(reeks.to_be_bytes())
            .finalize()
            .into();
        let mut half = [0; 16];
        half.copy_from_slice(digest.split_at(16).0);
        NazichtId(uuid::Builder::from_custom_bytes(half).into_uuid())
    }
}

/// What was said of it.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Uitspraak {
    /// Whether there was a reason.
    pub oordeel: Nazichtoordeel,
    /// Why, in a line or two.
    pub toelichting: Wat,
    /// What is done about it.
    pub maatregel: Option<Wat>,
    /// Who judged.
    pub door: MedewerkerId,
    /// When.
    pub op: Moment,
    /// What lay before them.
    pub gezien: Gezien,
}

impl Nazicht {
    /// What is or was looked back at, and since when that waits or waited.
    #[must_use]
    pub fn geval(&self) -> Option<(&Geval, Moment)> {
        match self {
            Self::Onbekend => None,
            Self::Open { geval, op } | Self::Gedaan { geval, op, .. } => Some((geval, *op)),
        }
    }

    /// The verdict, once there is one.
    #[must_use]
    pub fn uitspraak(&self) -> Option<&Uitspraak> {
        match self {
            Self::Onbekend | Self::Open { .. } => None,
            Self::Gedaan { uitspraak, .. } => Some(uitspraak),
        }
    }
}

/// The last day on which a verdict of what waits since then is in time.
#[must_use]
pub fn uiterlijk(op: Moment) -> Date {
    op.day().saturating_add(NAZICHT_DAGEN.days())
}
