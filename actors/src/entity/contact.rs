//! The contact as an actor: its report stands here and nowhere else.

use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::domain::contact::{Aanvulling, Antwoord, Contact, ContactEvent, Spreker};
use keukentafel::domain::medewerker::Wie;
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::{AanvullingWat, AntwoordWat, ContactWat, SprekerWat, Tijdlijnregel};
use keukentafel::store::{EventHeader, StreamKind};
use serde_json::value::{RawValue, to_raw_value};
use uuid::Uuid;

use super::actor::EntityKey;
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
        to_raw_value(&wat(self, id, versie, namen)?).ok()
    }

    fn verhuld(deps: &Deps, key: EntityKey) -> bool {
        deps.rechten.spreker_beschermd(key.gemeente, key.id.into())
    }

    fn render_verhuld(
        &self,
        id: Uuid,
        versie: u64,
        _: &[Tijdlijnregel],
        namen: &dyn Namen,
    ) -> Option<Box<RawValue>> {
        let mut wat = wat(self, id, versie, namen)?;
        if let SprekerWat::Persoon { telefoon, .. } = &mut wat.spreker {
            *telefoon = None;
        }
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

/// The contact with all that is known, the number of who spoke too.
fn wat(contact: &Contact, id: Uuid, versie: u64, namen: &dyn Namen) -> Option<ContactWat> {
    let inhoud = contact.geregistreerd()?;
    let antwoord = |it: &Antwoord| AntwoordWat { vraag: it.vraag, tekst: it.tekst.clone() };
    let aanvulling = |it: &Aanvulling| AanvullingWat { op: it.op, tekst: it.tekst.clone() };
    Some(ContactWat {
        id: id.into(),
        kanaal: inhoud.kanaal,
        spreker: match inhoud.spreker.clone() {
            Spreker::Persoon { persoon, naam, telefoon } => SprekerWat::Persoon { persoon, naam, telefoon },
            Spreker::Ander { naam, relatie, telefoon } => SprekerWat::Ander { naam, relatie, telefoon },
            Spreker::Anoniem => SprekerWat::Anoniem,
        },
        controle: inhoud.controle,
        verslag: inhoud.verslag.iter().map(antwoord).collect(),
        aanvullingen: inhoud.aanvullingen.iter().map(aanvulling).collect(),
        auteur: namen.door(inhoud.auteur),
        op: inhoud.op,
        versie,
    })
}
