//! Who somebody is, as an actor. Nobody follows it: the book of medewerkers has what others may know.

use keukentafel::domain::identiteit::Identiteit;
use keukentafel::protocol::topic::Topic;
use keukentafel::store::StreamKind;
use uuid::Uuid;

use super::concept::Concept;
use crate::overzicht::Onderwerp;

impl Concept for Identiteit {
    const NAME: &'static str = "identiteit";
    const KIND: StreamKind = StreamKind::Identiteit;

    /// Their own zaken is the nearest that there is; it is never served from here.
    fn topic(id: Uuid) -> Topic {
        Topic::Werkvoorraad(id.into())
    }

    fn over(&self, _: Uuid) -> Vec<Onderwerp> {
        Vec::new()
    }
}
