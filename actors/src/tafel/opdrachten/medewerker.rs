//! Commands about who works here.

use keukentafel::domain::beschikbaarheid::{Afwezigheid, BeschikbaarheidCommand};
use keukentafel::domain::ids::{MedewerkerId, ZaakId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::protocol::view::Uitgevoerd;

use crate::entity::Bijvangst;
use crate::tafel::{Kop, Tafel, invoer};
use crate::weigering::Weigering;

impl Tafel {
    pub(super) async fn meld_afwezig(
        &self,
        wie: &Wie,
        naam: &'static str,
        medewerker: MedewerkerId,
        vanaf: &str,
        tot_en_met: Option<&str>,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        self.gekeurd(wie, naam, kop, self.collega(wie, medewerker)).await?;
        let (vanaf, tot_en_met) = self.gekeurd(wie, naam, kop, invoer::periode(vanaf, tot_en_met)).await?;
        let afwezigheid = Afwezigheid { vanaf, tot_en_met };
        let command = BeschikbaarheidCommand::MeldAfwezig { medewerker, afwezigheid };
        self.vraag(&self.actors.medewerkers, wie, naam, medewerker.0, command, Bijvangst::default(), kop)
            .await
    }

    pub(super) async fn meld_terug(
        &self,
        wie: &Wie,
        naam: &'static str,
        medewerker: MedewerkerId,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        self.gekeurd(wie, naam, kop, self.collega(wie, medewerker)).await?;
        let command = BeschikbaarheidCommand::MeldTerug { medewerker };
        self.vraag(&self.actors.medewerkers, wie, naam, medewerker.0, command, Bijvangst::default(), kop)
            .await
    }

    /// A zaak was opened. Whether it was new for them the read side knows; what was not is no event.
    pub(super) async fn merk_gezien(
        &self,
        wie: &Wie,
        naam: &'static str,
        zaak: ZaakId,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        self.gekeurd(wie, naam, kop, self.weet_van(wie, zaak)).await?;
        let versie = {
            let all = self.overzicht.lees();
            all.gemeente(wie.gemeente).and_then(|all| all.nieuw_voor(wie, zaak))
        };
        let command = BeschikbaarheidCommand::MerkGezien { medewerker: wie.id, zaak, versie };
        self.vraag(&self.actors.medewerkers, wie, naam, wie.id.0, command, Bijvangst::default(), kop).await
    }

    /// Who works here knows who else does; for residents, and for who is not there, nobody is.
    pub(super) fn collega(&self, wie: &Wie, medewerker: MedewerkerId) -> Result<(), Weigering> {
        let both = [wie.id, medewerker].into_iter().all(|who| self.boek.werkt_hier(wie.gemeente, who));
        if both { Ok(()) } else { Err(Weigering::NIET_GEVONDEN) }
    }
}
