//! Somebody who works here as an actor: whether they are there. Nobody follows it; what of it others may know stands on the dashboard.

use keukentafel::domain::beschikbaarheid::Beschikbaarheid;
use keukentafel::protocol::topic::Topic;
use keukentafel::store::StreamKind;
use uuid::Uuid;

use super::concept::Concept;
use crate::overzicht::Onderwerp;

impl Concept for Beschikbaarheid {
    const NAME: &'static str = "medewerker";
    const KIND: StreamKind = StreamKind::Medewerker;

    /// Their own zaken is the nearest that there is; it is never served from here.
    fn topic(id: Uuid) -> Topic {
        Topic::Werkvoorraad(id.into())
    }

    fn over(&self, _: Uuid) -> Vec<Onderwerp> {
        Vec::new()
    }
}
