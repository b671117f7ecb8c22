//! A nazicht as an actor. Nobody follows one; the list stands on a line of the projector.

use keukentafel::domain::nazicht::Nazicht;
use keukentafel::protocol::topic::Topic;
use keukentafel::store::StreamKind;
use uuid::Uuid;

use super::concept::Concept;
use crate::overzicht::Onderwerp;

impl Concept for Nazicht {
    const NAME: &'static str = "nazicht";
    const KIND: StreamKind = StreamKind::Nazicht;

    /// The list is the nearest that there is; it is never served from here.
    fn topic(id: Uuid) -> Topic {
        Topic::Nazicht(id.into())
    }

    fn over(&self, _: Uuid) -> Vec<Onderwerp> {
        self.geval().map(|(geval, _)| Onderwerp::Persoon(geval.persoon)).into_iter().collect()
    }
}
