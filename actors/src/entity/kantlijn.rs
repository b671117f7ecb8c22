//! What stands beside the text of a document, as an actor. The text itself is the document actor's.

use keukentafel::domain::bevoegdheid::{Leesrecht, Toegang};
use keukentafel::domain::document::{
    BenoemdeVersie, Document, DocumentEvent, Opmerking, Opmerkingstand, Reactie,
};
use keukentafel::domain::medewerker::Wie;
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::{BenoemdeVersieWat, GedaanDoor, KantlijnWat, OpmerkingWat, ReactieWat};
use keukentafel::store::{EventHeader, StreamKind};
use serde_json::value::{RawValue, to_raw_value};
use uuid::Uuid;

use super::concept::{Concept, Verkregen};
use super::geschiedregel::Geschiedregel;
use crate::deps::{Deps, Namen};
use crate::overzicht::Onderwerp;

impl Concept for Document {
    const NAME: &'static str = "kantlijn";
    const KIND: StreamKind = StreamKind::Document;

    fn topic(id: Uuid) -> Topic {
        Topic::Kantlijn(id.into())
    }

    fn toegang(deps: &Deps, wie: &Wie, id: Uuid) -> Toegang {
        deps.rechten.op_document(wie, id.into())
    }

    fn eigen_toegang(&self, _: &Wie, _: &Verkregen) -> Option<Toegang> {
        // Who takes part stands with its gesprek.
        None
    }

    fn render(
        &self,
        id: Uuid,
        versie: u64,
        _: &[Geschiedregel],
        namen: &dyn Namen,
        recht: &Leesrecht,
    ) -> Option<Box<RawValue>> {
        let kantlijn = self.kantlijn()?;
        let wat = KantlijnWat {
            document: id.into(),
            opmerkingen: kantlijn.opmerkingen.iter().map(|it| opmerking(it, recht, namen)).collect(),
            versies: kantlijn.versies.iter().map(|it| benoemd(it, recht, namen)).collect(),
            versie,
        };
        to_raw_value(&wat).ok()
    }

    fn over(&self, _: Uuid) -> Vec<Onderwerp> {
        // The read side knows whom its gesprek is about; a remark is never the first that is heard of a document.
        Vec::new()
    }

    fn regel(_: &DocumentEvent, _: &EventHeader, _: u64, _: &dyn Namen) -> Option<Geschiedregel> {
        None
    }
}

fn opmerking(it: &Opmerking, recht: &Leesrecht, namen: &dyn Namen) -> OpmerkingWat {
    OpmerkingWat {
        id: it.id,
        door: namen.door(it.door),
        op: it.op,
        citaat: it.citaat.lees(recht).clone(),
        tekst: it.tekst.lees(recht).clone(),
        genoemd: it.genoemd.clone(),
        reacties: it.reacties.iter().map(|it| reactie(it, recht, namen)).collect(),
        afgehandeld: match it.stand {
            Opmerkingstand::Open => None,
            Opmerkingstand::Afgehandeld { door, op } => Some(GedaanDoor { door: namen.door(door), op }),
        },
        ongelezen: it.ongelezen.clone(),
    }
}

fn reactie(it: &Reactie, recht: &Leesrecht, namen: &dyn Namen) -> ReactieWat {
    let (door, genoemd) = (namen.door(it.door), it.genoemd.clone());
    ReactieWat { door, op: it.op, tekst: it.tekst.lees(recht).clone(), genoemd }
}

fn benoemd(it: &BenoemdeVersie, recht: &Leesrecht, namen: &dyn Namen) -> BenoemdeVersieWat {
    BenoemdeVersieWat { seq: it.seq, naam: it.naam.lees(recht).clone(), door: namen.door(it.door), op: it.op }
}
