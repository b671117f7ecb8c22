//! A nazicht as an actor. Nobody follows one; the list stands on a line of the projector.

use keukentafel::domain::bevoegdheid::{Leesrecht, Toegang};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::nazicht::{Nazicht, NazichtEvent};
use keukentafel::protocol::topic::Topic;
use keukentafel::store::{EventHeader, StreamKind};
use serde_json::value::RawValue;
use uuid::Uuid;

use super::concept::{Concept, Verkregen};
use super::geschiedregel::Geschiedregel;
use crate::deps::{Deps, Namen};
use crate::overzicht::Onderwerp;

impl Concept for Nazicht {
    const NAME: &'static str = "nazicht";
    const KIND: StreamKind = StreamKind::Nazicht;

    /// The list is the nearest that there is; it is never served from here.
    fn topic(id: Uuid) -> Topic {
        Topic::Nazicht(id.into())
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
        self.geval().map(|(geval, _)| Onderwerp::Persoon(geval.persoon)).into_iter().collect()
    }

    fn regel(_: &NazichtEvent, _: &EventHeader, _: u64, _: &dyn Namen) -> Option<Geschiedregel> {
        None
    }
}
