//! A letter as an actor. It is shown with its zaak, from the read side.

use keukentafel::domain::brief::Brief;
use keukentafel::protocol::topic::Topic;
use keukentafel::store::StreamKind;
use uuid::Uuid;

use super::concept::Concept;
use crate::overzicht::Onderwerp;

impl Concept for Brief {
    const NAME: &'static str = "brief";
    const KIND: StreamKind = StreamKind::Brief;

    /// A zaak is the nearest that there is; it is never served from here.
    fn topic(id: Uuid) -> Topic {
        Topic::ZaakWat(id.into())
    }

    fn over(&self, _: Uuid) -> Vec<Onderwerp> {
        self.vraag().map(|vraag| Onderwerp::Persoon(vraag.persoon)).into_iter().collect()
    }
}
