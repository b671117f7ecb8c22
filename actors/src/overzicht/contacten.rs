//! Contacts: who wrote the report, and to which zaken it belongs. What stands in it is not kept here.

use keukentafel::clock::Moment;
use keukentafel::domain::bevoegdheid::{self, Toegang};
use keukentafel::domain::contact::{Contact, ContactEvent, Spreker};
use keukentafel::domain::ids::{ContactId, MedewerkerId, PersoonId, ZaakId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::store::{Fault, FeedEvent, codec};
use serde::{Deserialize, Serialize};

use super::{Gemeenteoverzicht, Wijziging};

/// A contact, without its report.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ContactRegel {
    /// Who wrote it.
    pub auteur: MedewerkerId,
    /// When it took place.
    pub op: Moment,
    /// The zaken that it began.
    pub zaken: Vec<ZaakId>,
    /// Who spoke, where they are somebody who is known here.
    pub spreker: Option<PersoonId>,
}

impl Gemeenteoverzicht {
    /// A contact.
    #[must_use]
    pub fn contact(&self, contact: ContactId) -> Option<&ContactRegel> {
        self.contacten.get(&contact)
    }

    /// How far `wie` may look into a contact.
    #[must_use]
    pub fn toegang_contact(&self, wie: &Wie, contact: ContactId) -> Toegang {
        let Some(regel) = self.contact(contact) else { return Toegang::Niets };
        if self.een_zaak_afgeschermd(wie, &regel.zaken) {
            return Toegang::Niets;
        }
        let hoogste = regel.zaken.iter().map(|zaak| self.toegang(wie, *zaak)).max();
        bevoegdheid::op_contact(wie, regel.auteur, hoogste.unwrap_or(Toegang::Niets))
    }

    /// Whether the dossier of who spoke in a contact is protected: how they can be reached stands there only. Their name stays, as everywhere.
    #[must_use]
    pub fn spreker_beschermd(&self, contact: ContactId) -> bool {
        self.contact(contact).and_then(|regel| regel.spreker).is_some_and(|wie| self.is_beschermd(wie))
    }

    /// The contacts in which this person spoke, whomever they were about. Looks through all of them: for what happens seldom.
    pub(crate) fn contacten_waarin_spreekt(&self, persoon: PersoonId) -> impl Iterator<Item = ContactId> {
        self.contacten.iter().filter(move |(_, regel)| regel.spreker == Some(persoon)).map(|(id, _)| *id)
    }

    /// The contacts in which these zaken began.
    #[must_use]
    pub fn contacten_van(&self, zaken: &[ZaakId]) -> Vec<ContactId> {
        let mut found: Vec<_> = zaken.iter().filter_map(|zaak| self.zaak(*zaak)?.lopend()?.contact).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    pub(super) fn contact_event(
        &mut self,
        id: ContactId,
        event: &FeedEvent,
    ) -> Result<Option<Wijziging>, Fault> {
        match codec::decode::<Contact>(&event.event)? {
            Some(ContactEvent::ContactGeregistreerd { auteur, meldingen, spreker, .. }) => {
                let zaken = meldingen.iter().map(|melding| melding.zaak).collect();
                let spreker = match spreker {
                    Spreker::Persoon { persoon, .. } => Some(persoon),
                    Spreker::Ander { .. } | Spreker::Anoniem => None,
                };
                self.contacten.insert(id, ContactRegel { auteur, op: event.event.header.at, zaken, spreker });
            }
            // The report is with its actor.
            Some(ContactEvent::VerslagAangevuld { .. }) | None => {}
        }
        Ok(None)
    }
}
