//! The contact as an actor: its report stands here and nowhere else.

use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::domain::contact::{Contact, ContactEvent, Spreker};
use keukentafel::domain::medewerker::Wie;
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::{AanvullingWat, AntwoordWat, ContactWat, SprekerWat, Tijdlijnregel};
use keukentafel::store::{EventHeader, StreamKind};
use serde_json::value::{RawValue, to_raw_value};
use uuid::Uuid;

use super::concept::{Concept, Verkregen};
use crate::deps::{Deps, Namen};
use crate::overzicht::Onderwerp;

impl Concept for Contact {
    const NAME: &'static str = "contact";
    const KIND: StreamKind = StreamKind::Contact;

    fn topic(id: Uuid) -> Topic {
        Topic::Contact(id.into())
    }

    fn toegang(deps: &Deps, wie: &Wie, id: Uuid) -> Toegang {
        deps.rechten.op_contact(wie, id.into())
    }

    fn eigen_toegang(&self, wie: &Wie, _: &Verkregen) -> Option<Toegang> {
        // Whether somebody else may read depends on its zaken.
        self.geregistreerd().filter(|inhoud| inhoud.auteur == wie.id).map(|_| Toegang::Schrijven)
    }

    fn render(&self, id: Uuid, versie: u64, _: &[Tijdlijnregel], namen: &dyn Namen) -> Option<Box<RawValue>> {
        let inhoud = self.geregistreerd()?;
        let wat = ContactWat {
            id: id.into(),
            kanaal: inhoud.kanaal,
            spreker: match inhoud.spreker.clone() {
                Spreker::Persoon { persoon, naam } => SprekerWat::Persoon { persoon, naam },
                Spreker::Ander { naam, relatie } => SprekerWat::Ander { naam, relatie },
                Spreker::Anoniem => SprekerWat::Anoniem,
            },
            controle: inhoud.controle,
            verslag: inhoud
                .verslag
                .iter()
                .map(|antwoord| AntwoordWat { vraag: antwoord.vraag, tekst: antwoord.tekst.clone() })
                .collect(),
            aanvullingen: inhoud
                .aanvullingen
                .iter()
                .map(|later| AanvullingWat { op: later.op, tekst: later.tekst.clone() })
                .collect(),
            auteur: namen.door(inhoud.auteur),
            op: inhoud.op,
            versie,
        };
        to_raw_value(&wat).ok()
    }

    fn over(&self, _: Uuid) -> Vec<Onderwerp> {
        self.geregistreerd()
            .map(|it| it.meldingen.iter().map(|melding| Onderwerp::Persoon(melding.persoon)).collect())
            .unwrap_or_default()
    }

    fn regel(_: &ContactEvent, _: &EventHeader, _: u64, _: &dyn Namen) -> Option<Tijdlijnregel> {
        None
    }
}
