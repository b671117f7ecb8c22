//! The gesprek as an actor.

use keukentafel::domain::bevoegdheid::{self, Leesrecht, Toegang};
use keukentafel::domain::gesprek::{Gesprek, GesprekEvent};
use keukentafel::domain::medewerker::Wie;
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::GesprekWat;
use keukentafel::store::{EventHeader, StreamKind};
use serde_json::value::{RawValue, to_raw_value};
use uuid::Uuid;

use super::concept::{Concept, Verkregen};
use super::geschiedregel::Geschiedregel;
use crate::deps::{Deps, Namen};
use crate::overzicht::{Onderwerp, afspraak_wat};

impl Concept for Gesprek {
    const NAME: &'static str = "gesprek";
    const KIND: StreamKind = StreamKind::Gesprek;

    fn topic(id: Uuid) -> Topic {
        Topic::Gesprek(id.into())
    }

    fn toegang(deps: &Deps, wie: &Wie, id: Uuid) -> Toegang {
        deps.rechten.op_gesprek(wie, id.into())
    }

    fn eigen_toegang(&self, wie: &Wie, verkregen: &Verkregen) -> Option<Toegang> {
        match self {
            Self::Onbekend => None,
            Self::Open { deelnemers, .. } => {
                Some(bevoegdheid::op_gesprek(wie, deelnemers, &verkregen.vervangt))
            }
        }
    }

    fn render(
        &self,
        id: Uuid,
        versie: u64,
        _: &[Geschiedregel],
        namen: &dyn Namen,
        recht: &Leesrecht,
    ) -> Option<Box<RawValue>> {
        let Self::Open { zaken, deelnemers, documenten, afspraak } = self else { return None };
        let wat = GesprekWat {
            id: id.into(),
            zaken: zaken.clone(),
            deelnemers: deelnemers.iter().map(|who| namen.door(*who)).collect(),
            documenten: documenten.clone(),
            afspraak: afspraak.as_ref().map(|it| afspraak_wat(it, recht)),
            versie,
        };
        to_raw_value(&wat).ok()
    }

    fn over(&self, _: Uuid) -> Vec<Onderwerp> {
        match self {
            Self::Onbekend => Vec::new(),
            Self::Open { zaken, .. } => zaken.iter().copied().map(Onderwerp::Zaak).collect(),
        }
    }

    fn regel(_: &GesprekEvent, _: &EventHeader, _: u64, _: &dyn Namen) -> Option<Geschiedregel> {
        None
    }
}
