//! Looking at a contact.

use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::domain::ids::ContactId;
use keukentafel::domain::medewerker::Wie;
use keukentafel::protocol::view::{ContactAntwoord, ContactWat};

use crate::overzicht::Zicht;
use crate::tafel::Tafel;
use crate::weigering::Weigering;

impl Tafel {
    /// A contact with its report, and those of its zaken that `wie` may know of.
    ///
    /// # Errors
    /// When the trail or the journal cannot be reached.
    pub async fn contact(&self, wie: &Wie, id: ContactId) -> Result<Option<ContactAntwoord>, Weigering> {
        self.in_zicht(async |look| {
            let toegang = self.deps.rechten.op_contact(wie, id);
            self.gekeken(&look, wie, "contact.lezen", format!("contact/{id}"), toegang).await?;
            if toegang < Toegang::Wat {
                return Ok(None);
            }
            let seen: Option<ContactWat> = self.bekijk(&self.actors.contacten, wie, id.0).await?;
            let Some(contact) = seen else { return Ok(None) };
            let all = self.overzicht.lees();
            let Some(all) = all.gemeente(wie.gemeente) else { return Ok(None) };
            let zaken = all.contact(id).map(|regel| regel.zaken.clone()).unwrap_or_default();
            let mens = all.mens(wie);
            let row = |zaak| {
                let toegang = Some(all.toegang(wie, zaak)).filter(|toegang| *toegang > Toegang::Niets)?;
                let regel = all.zaak(zaak)?;
                let lopend = regel.lopend()?;
                let zicht = Zicht::van(wie, &mens, lopend, toegang).bij_persoon();
                regel.rij(zaak, zicht, all.persoon(lopend.persoon), &*self.deps.namen)
            };
            Ok(Some(ContactAntwoord { contact, zaken: zaken.into_iter().filter_map(row).collect() }))
        })
        .await
    }
}
