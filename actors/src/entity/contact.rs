//! The contact as an actor: its report stands here and nowhere else.

use keukentafel::domain::bevoegdheid::{Leesrecht, Toegang};
use keukentafel::domain::contact::{Aanvulling, Antwoord, Contact, ContactEvent, Spreker};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::wat::Wat;
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::{AanvullingWat, AntwoordWat, ContactWat, SprekerWat};
use keukentafel::store::{EventHeader, StreamKind};
use serde_json::value::{RawValue, to_raw_value};
use uuid::Uuid;

use super::actor::EntityKey;
use super::concept::{Concept, Verkregen};
use super::geschiedregel::Geschiedregel;
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

    fn render(
        &self,
        id: Uuid,
        versie: u64,
        _: &[Geschiedregel],
        namen: &dyn Namen,
        recht: &Leesrecht,
    ) -> Option<Box<RawValue>> {
        to_raw_value(&wat(self, id, versie, recht, namen)?).ok()
    }

    fn verhuld(deps: &Deps, key: EntityKey) -> bool {
        deps.rechten.spreker_beschermd(key.gemeente, key.id.into())
    }

    fn render_verhuld(
        &self,
        id: Uuid,
        versie: u64,
        _: &[Geschiedregel],
        namen: &dyn Namen,
        recht: &Leesrecht,
    ) -> Option<Box<RawValue>> {
        let mut wat = wat(self, id, versie, recht, namen)?;
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

    fn regel(_: &ContactEvent, _: &EventHeader, _: u64, _: &dyn Namen) -> Option<Geschiedregel> {
        None
    }
}

/// The contact with all that is known, the number of who spoke too.
fn wat(contact: &Contact, id: Uuid, versie: u64, recht: &Leesrecht, namen: &dyn Namen) -> Option<ContactWat> {
    let inhoud = contact.geregistreerd()?;
    let antwoord = |it: &Antwoord| AntwoordWat { vraag: it.vraag, tekst: it.tekst.lees(recht).clone() };
    let aanvulling = |it: &Aanvulling| AanvullingWat { op: it.op, tekst: it.tekst.lees(recht).clone() };
    Some(ContactWat {
        id: id.into(),
        kanaal: inhoud.kanaal,
        spreker: spreker_wat(&inhoud.spreker, recht),
        controle: inhoud.controle,
        verslag: inhoud.verslag.iter().map(antwoord).collect(),
        aanvullingen: inhoud.aanvullingen.iter().map(aanvulling).collect(),
        auteur: namen.door(inhoud.auteur),
        op: inhoud.op,
        versie,
    })
}

fn spreker_wat(spreker: &Spreker, recht: &Leesrecht) -> SprekerWat {
    let lees = |wat: &Option<Wat>| wat.as_ref().map(|wat| wat.lees(recht).clone());
    match spreker {
        Spreker::Persoon { persoon, naam, telefoon } => {
            SprekerWat::Persoon { persoon: *persoon, naam: naam.clone(), telefoon: lees(telefoon) }
        }
        Spreker::Ander { naam, relatie, telefoon } => {
            SprekerWat::Ander { naam: naam.clone(), relatie: lees(relatie), telefoon: lees(telefoon) }
        }
        Spreker::Anoniem => SprekerWat::Anoniem,
    }
}
