//! A letter as an actor. It is shown with its zaak, from the read side.

use keukentafel::domain::bevoegdheid::{Leesrecht, Toegang};
use keukentafel::domain::brief::{Brief, BriefEvent};
use keukentafel::domain::medewerker::Wie;
use keukentafel::protocol::topic::Topic;
use keukentafel::store::{EventHeader, StreamKind};
use serde_json::value::RawValue;
use uuid::Uuid;

use super::concept::{Concept, Verkregen};
use super::geschiedregel::Geschiedregel;
use crate::deps::{Deps, Namen};
use crate::overzicht::Onderwerp;

impl Concept for Brief {
    const NAME: &'static str = "brief";
    const KIND: StreamKind = StreamKind::Brief;

    /// A zaak is the nearest that there is; it is never served from here.
    fn topic(id: Uuid) -> Topic {
        Topic::ZaakWat(id.into())
    }

    fn toegang(_: &Deps, _: &Wie, _: Uuid) -> Toegang {
        Toegang::Niets
    }

    fn eigen_toegang(&self, _: &Wie, _: &Verkregen) -> Option<Toegang> {
        None
    }

    fn render(
        &self,
        _: Uuid,
        _: u64,
        _: &[Geschiedregel],
        _: &dyn Namen,
        _: &Leesrecht,
    ) -> Option<Box<RawValue>> {
        None
    }

    fn over(&self, _: Uuid) -> Vec<Onderwerp> {
        self.vraag().map(|vraag| Onderwerp::Persoon(vraag.persoon)).into_iter().collect()
    }

    fn regel(_: &BriefEvent, _: &EventHeader, _: u64, _: &dyn Namen) -> Option<Geschiedregel> {
        None
    }
}
