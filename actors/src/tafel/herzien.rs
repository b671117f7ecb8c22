//! What an event changed, told to the actors that it is for.

use std::collections::BTreeSet;

use keukentafel::domain::identiteit::Identiteit;
use keukentafel::domain::ids::{
    BeheerrekeningId, ContactId, DocumentId, GemeenteId, GesprekId, MedewerkerId, PersoonId, PlanId,
    SignaalId, ZaakId,
};
use keukentafel::protocol::topic::Topic;
use keukentafel::store::{StreamId, StreamKind};

use super::Actors;
use crate::entity::{EntityKey, Msg};
use crate::projector::Herzien;

impl Herzien for Actors {
    fn zaak(&self, gemeente: GemeenteId, zaken: &[ZaakId], persoon: PersoonId) {
        for zaak in zaken {
            self.zaken.notify(EntityKey { gemeente, id: zaak.0 }, Msg::Recheck);
        }
        self.personen.notify(EntityKey { gemeente, id: persoon.0 }, Msg::Recheck);
        let tafels: Vec<_> = zaken.iter().map(|zaak| Topic::ZaakTafel(*zaak)).collect();
        self.aanwezigheid.recheck(gemeente, &tafels);
    }

    fn contacten(&self, gemeente: GemeenteId, contacten: &[ContactId]) {
        for contact in contacten {
            self.contacten.notify(EntityKey { gemeente, id: contact.0 }, Msg::Recheck);
        }
    }

    fn gesprek(&self, gemeente: GemeenteId, gesprek: GesprekId, documenten: &[DocumentId]) {
        self.gesprekken.notify(EntityKey { gemeente, id: gesprek.0 }, Msg::Recheck);
        for document in documenten {
            self.documents.recheck(*document);
            self.kantlijnen.notify(EntityKey { gemeente, id: document.0 }, Msg::Recheck);
        }
    }

    fn verslagen(&self, documenten: &[DocumentId]) {
        documenten.iter().for_each(|document| self.documents.ververs(*document));
    }

    fn plan(&self, gemeente: GemeenteId, plan: PlanId) {
        self.plannen.notify(EntityKey { gemeente, id: plan.0 }, Msg::Recheck);
        self.aanwezigheid.recheck(gemeente, &[Topic::PlanTafel(plan)]);
    }

    fn signaal(&self, gemeente: GemeenteId, signaal: SignaalId) {
        self.signalen.notify(EntityKey { gemeente, id: signaal.0 }, Msg::Recheck);
    }

    fn identiteit(&self, gemeente: GemeenteId, medewerker: MedewerkerId, identiteit: &Identiteit) {
        self.boek.neem_op(gemeente, medewerker, identiteit);
    }

    fn bij(&self, gemeente: GemeenteId, stream: StreamId, versie: u64) {
        let key = EntityKey { gemeente, id: stream.id };
        match stream.kind {
            StreamKind::Persoon => drop(self.personen.notify(key, Msg::Bij(versie))),
            StreamKind::Zaak => drop(self.zaken.notify(key, Msg::Bij(versie))),
            StreamKind::Gesprek => drop(self.gesprekken.notify(key, Msg::Bij(versie))),
            StreamKind::Document => drop(self.kantlijnen.notify(key, Msg::Bij(versie))),
            StreamKind::Huishouden => drop(self.huishoudens.notify(key, Msg::Bij(versie))),
            StreamKind::Contact => drop(self.contacten.notify(key, Msg::Bij(versie))),
            StreamKind::Groep => drop(self.groepen.notify(key, Msg::Bij(versie))),
            StreamKind::Plan => drop(self.plannen.notify(key, Msg::Bij(versie))),
            StreamKind::Signaal => drop(self.signalen.notify(key, Msg::Bij(versie))),
            StreamKind::Medewerker => drop(self.medewerkers.notify(key, Msg::Bij(versie))),
            StreamKind::Identiteit => drop(self.identiteiten.notify(key, Msg::Bij(versie))),
            StreamKind::Toekenning => drop(self.toekenningen.notify(key, Msg::Bij(versie))),
            StreamKind::Overdracht => drop(self.overdrachten.notify(key, Msg::Bij(versie))),
            StreamKind::Nazicht => drop(self.nazichten.notify(key, Msg::Bij(versie))),
            StreamKind::Brief => drop(self.brieven.notify(key, Msg::Bij(versie))),
            StreamKind::Beheerrekening => self.saldi.bij(key, versie),
        }
    }

    fn personen(&self, gemeente: GemeenteId, personen: &BTreeSet<PersoonId>) {
        for persoon in personen {
            self.personen.notify(EntityKey { gemeente, id: persoon.0 }, Msg::Recheck);
        }
    }

    fn rekening(&self, gemeente: GemeenteId, rekening: BeheerrekeningId) {
        self.saldi.recheck(EntityKey { gemeente, id: rekening.0 });
    }
}
