//! A gesprek: a talk with its deelnemers, who are the audience of what is written about it.

mod afspraak;
mod decide;
mod words;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use super::ids::{DocumentId, MedewerkerId, ZaakId};
pub use afspraak::{Afspraak, Gesprekplek};
pub use words::{GesprekCommand, GesprekEvent, GesprekRefusal};

/// What the journal knows of a gesprek.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
pub enum Gesprek {
    /// Nothing happened under this id.
    #[default]
    Onbekend,
    /// People may take part and write.
    Open {
        /// The zaken it is about.
        zaken: Vec<ZaakId>,
        /// Who may read and write what belongs to it, and nobody else (design §10.4).
        deelnemers: Vec<MedewerkerId>,
        /// What is written about it.
        documenten: Vec<DocumentId>,
        /// When and where it is held, as it was last agreed.
        #[serde(default)]
        afspraak: Option<Afspraak>,
    },
}

impl Gesprek {
    /// Whether `medewerker` takes part.
    #[must_use]
    pub fn neemt_deel(&self, medewerker: MedewerkerId) -> bool {
        match self {
            Self::Onbekend => false,
            Self::Open { deelnemers, .. } => deelnemers.contains(&medewerker),
        }
    }
}
