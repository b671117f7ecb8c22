//! A document as a stream of its own: that it began, what kind it is, to which gesprek it belongs, and what stands in its margin. What
//! stands in it is the log of updates, which is not a matter of rules.
//!
//! Remarks and names of versions are beside the text and never in it: so no letter and no page of a resident has them. They end with the
//! key of the document.

mod decide;
mod kantlijn;
mod words;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::ids::GesprekId;
pub use kantlijn::{BenoemdeVersie, Kantlijn, Opmerking, Opmerkingstand, Reactie};
pub use words::{DocumentCommand, DocumentEvent, DocumentRefusal};

/// What kind of text it is.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Documentsoort {
    /// The report of a talk at the kitchen table.
    Gespreksverslag,
}

impl Documentsoort {
    /// What people call it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Gespreksverslag => "Gespreksverslag",
        }
    }
}

/// What the journal knows of a document's life beside its text. `Bevroren` and `Getekend` come with signing.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
pub enum Document {
    /// Nothing happened under this id.
    #[default]
    Onbekend,
    /// People write.
    Open {
        /// What kind of text.
        documentsoort: Documentsoort,
        /// The talk whose deelnemers are its one audience.
        gesprek: GesprekId,
        /// The version of the template it began with.
        sjabloon: u32,
        /// What stands beside the text. The read side keeps nothing of it.
        #[serde(skip)]
        kantlijn: Kantlijn,
    },
}

impl Document {
    /// What stands beside the text; `None` while there is no document.
    #[must_use]
    pub fn kantlijn(&self) -> Option<&Kantlijn> {
        match self {
            Self::Onbekend => None,
            Self::Open { kantlijn, .. } => Some(kantlijn),
        }
    }
}
