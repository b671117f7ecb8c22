//! Who somebody is, as an actor. Nobody follows it: the book of medewerkers has what others may know.

use keukentafel::domain::bevoegdheid::{Leesrecht, Toegang};
use keukentafel::domain::identiteit::{Identiteit, IdentiteitEvent};
use keukentafel::domain::medewerker::Wie;
use keukentafel::protocol::topic::Topic;
use keukentafel::store::{EventHeader, StreamKind};
use serde_json::value::RawValue;
use uuid::Uuid;

use super::concept::{Concept, Verkregen};
use super::geschiedregel::Geschiedregel;
use crate::deps::{Deps, Namen};
use crate::overzicht::Onderwerp;

impl Concept for Identiteit {
    const NAME: &'static str = "identiteit";
    const KIND: StreamKind = StreamKind::Identiteit;

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

    fn regel(_: &IdentiteitEvent, _: &EventHeader, _: u64, _: &dyn Namen) -> Option<Geschiedregel> {
        None
    }
}
