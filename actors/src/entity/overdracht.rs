//! An overdracht as an actor: it is done once, and nobody follows it. What changed hands tells so itself.

use keukentafel::domain::bevoegdheid::{Leesrecht, Toegang};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::overdracht::{Overdracht, OverdrachtEvent};
use keukentafel::protocol::topic::Topic;
use keukentafel::store::{EventHeader, StreamKind};
use serde_json::value::RawValue;
use uuid::Uuid;

use super::concept::{Concept, Verkregen};
use super::geschiedregel::Geschiedregel;
use crate::deps::{Deps, Namen};
use crate::overzicht::Onderwerp;

impl Concept for Overdracht {
    const NAME: &'static str = "overdracht";
    const KIND: StreamKind = StreamKind::Overdracht;

    /// The zaken of somebody are the nearest that there is; it is never served from here.
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

    /// Each zaak and plan that changes hands says so in a line of its own.
    fn over(&self, _: Uuid) -> Vec<Onderwerp> {
        Vec::new()
    }

    fn regel(_: &OverdrachtEvent, _: &EventHeader, _: u64, _: &dyn Namen) -> Option<Geschiedregel> {
        None
    }
}
