//! Somebody who works here as an actor: whether they are there. Nobody follows it; what of it others may know stands on the dashboard.

use keukentafel::domain::beschikbaarheid::{Beschikbaarheid, BeschikbaarheidEvent};
use keukentafel::domain::bevoegdheid::{Leesrecht, Toegang};
use keukentafel::domain::medewerker::Wie;
use keukentafel::protocol::topic::Topic;
use keukentafel::store::{EventHeader, StreamKind};
use serde_json::value::RawValue;
use uuid::Uuid;

use super::concept::{Concept, Verkregen};
use super::geschiedregel::Geschiedregel;
use crate::deps::{Deps, Namen};
use crate::overzicht::Onderwerp;

impl Concept for Beschikbaarheid {
    const NAME: &'static str = "medewerker";
    const KIND: StreamKind = StreamKind::Medewerker;

    /// Their own zaken is the nearest that there is; it is never served from here.
    fn topic(id: Uuid) -> Topic {
        Topic::Werkvoorraad(id.into())
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
        Vec::new()
    }

    fn regel(_: &BeschikbaarheidEvent, _: &EventHeader, _: u64, _: &dyn Namen) -> Option<Geschiedregel> {
        None
    }
}
