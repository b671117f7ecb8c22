//! Commands about the taken of a zaak.

use keukentafel::domain::ids::{MedewerkerId, TaakId, ZaakId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::zaak::{TaakCommand, ZaakCommand};
use keukentafel::limits::TAAK_CHARS_MAX;
use keukentafel::protocol::view::Uitgevoerd;

use crate::tafel::invoer::Velden;
use crate::tafel::{Kop, Tafel};
use crate::weigering::Weigering;

impl Tafel {
    pub(super) async fn zet_taak_klaar(
        &self,
        wie: &Wie,
        naam: &'static str,
        zaak: ZaakId,
        (omschrijving, eigenaar, dag): (&str, MedewerkerId, &str),
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        self.gekeurd(wie, naam, kop, self.weet_van(wie, zaak)).await?;
        let command = self.gekeurd(wie, naam, kop, self.lees_taak(omschrijving, eigenaar, dag)).await?;
        self.gekeurd(wie, naam, kop, self.mag_taak_geven(wie, zaak, eigenaar)).await?;
        self.vraag_zaak(wie, naam, zaak, ZaakCommand::Taak(command), kop).await
    }

    pub(super) async fn zet_taak(
        &self,
        wie: &Wie,
        naam: &'static str,
        zaak: ZaakId,
        command: TaakCommand,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        self.gekeurd(wie, naam, kop, self.weet_van(wie, zaak)).await?;
        if let TaakCommand::WijsToe { eigenaar, .. } = &command {
            self.gekeurd(wie, naam, kop, self.mag_taak_geven(wie, zaak, *eigenaar)).await?;
        }
        self.vraag_zaak(wie, naam, zaak, ZaakCommand::Taak(command), kop).await
    }

    /// Who may not write there hears that, and not that the dossier is closed to somebody, or will be.
    fn mag_taak_geven(&self, wie: &Wie, zaak: ZaakId, eigenaar: MedewerkerId) -> Result<(), Weigering> {
        self.mag_schrijven(wie, &[zaak]).and_then(|()| self.mogen_aan_zaken(wie, &[zaak], &[eigenaar]))
    }

    fn lees_taak(
        &self,
        omschrijving: &str,
        eigenaar: MedewerkerId,
        dag: &str,
    ) -> Result<TaakCommand, Weigering> {
        let mut velden = Velden::default();
        let omschrijving = velden.line("omschrijving", omschrijving, TAAK_CHARS_MAX);
        let dag = velden.datum("dag", Some(dag));
        let taak = TaakId(self.nieuw_id());
        let dag = velden.klaar(dag)?.unwrap_or_default();
        Ok(TaakCommand::ZetKlaar { taak, omschrijving, eigenaar, dag })
    }
}
