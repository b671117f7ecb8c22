//! The groep as an actor: the one place where two who start a plan meet. What it shows comes from the read side, with names.

use keukentafel::domain::bevoegdheid::{Leesrecht, Toegang};
use keukentafel::domain::groep::{Groep, GroepEvent};
use keukentafel::domain::medewerker::Wie;
use keukentafel::protocol::topic::Topic;
use keukentafel::store::{EventHeader, StreamKind};
use serde_json::value::RawValue;
use uuid::Uuid;

use super::concept::{Concept, Verkregen};
use super::geschiedregel::Geschiedregel;
use crate::deps::{Deps, Namen};
use crate::overzicht::Onderwerp;

impl Concept for Groep {
    const NAME: &'static str = "groep";
    const KIND: StreamKind = StreamKind::Groep;

    fn topic(id: Uuid) -> Topic {
        Topic::Groep(id.into())
    }

    fn toegang(deps: &Deps, wie: &Wie, id: Uuid) -> Toegang {
        deps.rechten.op_groep(wie, id.into())
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
        self.gevormd()
            .map(|groep| groep.leden.iter().copied().map(Onderwerp::Persoon).collect())
            .unwrap_or_default()
    }

    fn regel(_: &GroepEvent, _: &EventHeader, _: u64, _: &dyn Namen) -> Option<Geschiedregel> {
        None
    }
}
