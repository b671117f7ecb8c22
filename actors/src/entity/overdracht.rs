//! An overdracht as an actor: it is done once, and nobody follows it. What changed hands tells so itself.

use keukentafel::domain::overdracht::Overdracht;
use keukentafel::protocol::topic::Topic;
use keukentafel::store::StreamKind;
use uuid::Uuid;

use super::concept::Concept;
use crate::overzicht::Onderwerp;

impl Concept for Overdracht {
    const NAME: &'static str = "overdracht";
    const KIND: StreamKind = StreamKind::Overdracht;

    /// The zaken of somebody are the nearest that there is; it is never served from here.
    fn topic(id: Uuid) -> Topic {
        Topic::Werkvoorraad(id.into())
    }

    /// Each zaak and plan that changes hands says so in a line of its own.
    fn over(&self, _: Uuid) -> Vec<Onderwerp> {
        Vec::new()
    }
}
