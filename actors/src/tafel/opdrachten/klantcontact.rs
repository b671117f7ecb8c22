//! That somebody was spoken to in a running zaak (KING-KC1).

use keukentafel::domain::ids::{KlantcontactId, ZaakId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::zaak::{NoteerContact, Noteerder, ZaakCommand};
use keukentafel::limits::{KLANTCONTACT_CHARS_MAX, ONDERWERP_CHARS_MAX};
use keukentafel::protocol::body::NieuwKlantcontact;
use keukentafel::protocol::view::Uitgevoerd;

use crate::tafel::invoer::Velden;
use crate::tafel::{Kop, Tafel};
use crate::weigering::Weigering;

impl Tafel {
    pub(super) async fn noteer_contact(
        &self,
        wie: &Wie,
        naam: &'static str,
        zaak: ZaakId,
        (als, typed): (Noteerder, &NieuwKlantcontact),
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        self.gekeurd(wie, naam, kop, self.weet_van(wie, zaak)).await?;
        let command = self.gekeurd(wie, naam, kop, self.lees_contact(als, typed)).await?;
        self.vraag_zaak(wie, naam, zaak, ZaakCommand::NoteerContact(command), kop).await
    }

    fn lees_contact(&self, als: Noteerder, typed: &NieuwKlantcontact) -> Result<NoteerContact, Weigering> {
        let mut velden = Velden::default();
        let met = velden.line("met", &typed.met, ONDERWERP_CHARS_MAX);
        let verslag = velden.alinea("verslag", &typed.verslag, KLANTCONTACT_CHARS_MAX);
        let dag = velden.datum("dag", Some(&typed.dag));
        let dag = velden.klaar(dag)?.unwrap_or_default();
        let id = KlantcontactId(self.nieuw_id());
        Ok(NoteerContact { id, als, weg: typed.weg, uitkomst: typed.uitkomst, met, verslag, dag })
    }
}
