//! A document's life. Its text is not here: that is in the document log, as Yjs updates.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::aggregate::{Aggregate, Context, RefusalCode};
use super::ids::GesprekId;
use crate::clock::Moment;

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

/// What the journal knows of a document's life. `Bevroren` and `Getekend` come with signing.
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
    },
}

/// What may be asked of a document.
#[derive(Clone, Debug)]
pub enum DocumentCommand {
    /// Begin.
    Open {
        /// What kind of text.
        documentsoort: Documentsoort,
        /// The talk it belongs to.
        gesprek: GesprekId,
        /// The version of its template.
        sjabloon: u32,
    },
}

/// What can have happened to a document.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(tag = "soort", content = "gegevens")]
pub enum DocumentEvent {
    /// It began.
    DocumentGeopend {
        /// What kind of text.
        documentsoort: Documentsoort,
        /// The talk it belongs to.
        gesprek: GesprekId,
        /// The version of its template.
        sjabloon: u32,
    },
}

/// Why it is not done.
#[derive(Copy, Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum DocumentRefusal {
    /// The id is in use.
    #[error("exists already")]
    BestaatAl,
}

impl RefusalCode for DocumentRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::BestaatAl => "document.bestaat_al",
        }
    }
}

impl Aggregate for Document {
    type Command = DocumentCommand;
    type Event = DocumentEvent;
    type Refusal = DocumentRefusal;
    const SCHEMA: u16 = 1;

    fn decide(
        &self,
        command: &DocumentCommand,
        _context: &Context,
    ) -> Result<Vec<DocumentEvent>, DocumentRefusal> {
        let DocumentCommand::Open { documentsoort, gesprek, sjabloon } = command;
        match self {
            Self::Onbekend => Ok(vec![DocumentEvent::DocumentGeopend {
                documentsoort: *documentsoort,
                gesprek: *gesprek,
                sjabloon: *sjabloon,
            }]),
            Self::Open { .. } => Err(DocumentRefusal::BestaatAl),
        }
    }

    fn evolve(self, event: &DocumentEvent, _at: Moment) -> Self {
        let DocumentEvent::DocumentGeopend { documentsoort, gesprek, sjabloon } = event;
        Self::Open { documentsoort: *documentsoort, gesprek: *gesprek, sjabloon: *sjabloon }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::check::check;
    use crate::domain::medewerker::Rol;

    #[test]
    fn a_document_begins_once() {
        let gesprek = GesprekId(Uuid::from_u128(3));
        let documentsoort = Documentsoort::Gespreksverslag;
        let open = DocumentCommand::Open { documentsoort, gesprek, sjabloon: 1 };
        let opened = DocumentEvent::DocumentGeopend { documentsoort, gesprek, sjabloon: 1 };
        check::<Document>(Rol::Jeugdconsulent, &[], open.clone(), Ok(vec![opened.clone()]));
        check::<Document>(Rol::Jeugdconsulent, &[opened], open, Err(DocumentRefusal::BestaatAl));
    }
}
