//! Contacts: who wrote the report, and to which zaken it belongs. What stands in it is not kept here.

use keukentafel::clock::Moment;
use keukentafel::domain::bevoegdheid::{self, Toegang};
use keukentafel::domain::contact::{Contact, ContactEvent};
use keukentafel::domain::ids::{ContactId, MedewerkerId, ZaakId};
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
            Some(ContactEvent::ContactGeregistreerd { auteur, meldingen, .. }) => {
                let zaken = meldingen.iter().map(|melding| melding.zaak).collect();
                self.contacten.insert(id, ContactRegel { auteur, op: event.event.header.at, zaken });
            }
            // The report is with its actor.
            Some(ContactEvent::VerslagAangevuld { .. }) | None => {}
        }
        Ok(None)
    }
}
