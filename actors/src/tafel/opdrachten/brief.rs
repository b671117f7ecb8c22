//! Commands about letters and how a resident hears of them.

use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::domain::brief::BriefCommand;
use keukentafel::domain::ids::{BriefId, PersoonId, ZaakId};
use keukentafel::domain::medewerker::{Rol, Wie};
use keukentafel::domain::persoon::PersoonCommand;
use keukentafel::protocol::body::NieuweBerichtweg;
use keukentafel::protocol::view::Uitgevoerd;

use crate::entity::Bijvangst;
use crate::tafel::{Kop, Tafel, invoer};
use crate::weigering::Weigering;

impl Tafel {
    pub(super) async fn kies_berichtweg(
        &self,
        wie: &Wie,
        naam: &'static str,
        persoon: PersoonId,
        typed: &NieuweBerichtweg,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let keuze = self.gekeurd(wie, naam, kop, invoer::berichtweg(typed)).await?;
        self.gekeurd(wie, naam, kop, self.zie_persoon(wie, persoon)).await?;
        // A resident chooses for themselves. Who comes in for them does not say where their mail goes.
        let zelf = wie.rol != Rol::Inwoner || wie.persoon == Some(persoon);
        let mag = if zelf { Ok(()) } else { Err(Weigering::Geweigerd { code: "niet_bevoegd" }) };
        self.gekeurd(wie, naam, kop, mag).await?;
        let command = PersoonCommand::KiesBerichtweg(keuze);
        self.vraag(&self.actors.personen, wie, naam, persoon.0, command, Bijvangst::default(), kop).await
    }

    pub(super) async fn meld_brief_gepost(
        &self,
        wie: &Wie,
        naam: &'static str,
        (zaak, brief): (ZaakId, BriefId),
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let there = {
            let all = self.overzicht.lees();
            let here = |all: &crate::overzicht::Gemeenteoverzicht| {
                all.brief_van(zaak, brief).is_some() && all.toegang(wie, zaak) >= Toegang::Wat
            };
            all.gemeente(wie.gemeente).is_some_and(here)
        };
        let there = if there { Ok(()) } else { Err(Weigering::NIET_GEVONDEN) };
        self.gekeurd(wie, naam, kop, there).await?;
        let command = BriefCommand::MeldGepost;
        self.vraag(&self.actors.brieven, wie, naam, brief.0, command, Bijvangst::default(), kop).await
    }
}
