//! The huishouden as an actor. It decides; what is shown of it is made of the persons who live there too, so the projector shows it.

use keukentafel::domain::bevoegdheid::{Leesrecht, Toegang};
use keukentafel::domain::huishouden::{Huishouden, HuishoudenEvent};
use keukentafel::domain::medewerker::Wie;
use keukentafel::protocol::topic::Topic;
use keukentafel::store::{EventHeader, StreamKind};
use serde_json::value::RawValue;
use uuid::Uuid;

use super::concept::{Concept, Verkregen};
use super::geschiedregel::Geschiedregel;
use crate::deps::{Deps, Namen};
use crate::overzicht::Onderwerp;

impl Concept for Huishouden {
    const NAME: &'static str = "huishouden";
    const KIND: StreamKind = StreamKind::Huishouden;

    fn topic(id: Uuid) -> Topic {
        Topic::HuishoudenWat(id.into())
    }

    fn toegang(deps: &Deps, wie: &Wie, id: Uuid) -> Toegang {
        deps.rechten.op_huishouden(wie, id.into())
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
        self.leden().iter().map(|lid| Onderwerp::Persoon(lid.persoon)).collect()
    }

    fn regel(_: &HuishoudenEvent, _: &EventHeader, _: u64, _: &dyn Namen) -> Option<Geschiedregel> {
        None
    }
}
