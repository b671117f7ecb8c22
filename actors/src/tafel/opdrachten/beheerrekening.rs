//! Commands about a beheerrekening.

use keukentafel::domain::beheerrekening::{BeheerrekeningCommand, KlantId};
use keukentafel::domain::bevoegdheid::{Handeling, Toegang, mag};
use keukentafel::domain::ids::PersoonId;
use keukentafel::domain::medewerker::Wie;
use keukentafel::protocol::body::NieuweRekening;
use keukentafel::protocol::view::Uitgevoerd;
use keukentafel::store::Claim;

use crate::entity::{Ask, Bijvangst, EntityKey};
use crate::tafel::{Kop, Tafel};
use crate::weigering::Weigering;

impl Tafel {
    pub(super) async fn open_rekening(
        &self,
        wie: &Wie,
        naam: &'static str,
        typed: &NieuweRekening,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        self.gekeurd(wie, naam, kop, mag_openen(wie)).await?;
        let wrong = || Weigering::Velden(vec![("klant", "invoer.klant_ongeldig")]);
        let klant = self.gekeurd(wie, naam, kop, KlantId::parse(&typed.klant).ok_or_else(wrong)).await?;
        self.gekeurd(wie, naam, kop, self.kent(wie, typed.persoon)).await?;
        // One rekening per customer of Allegro: two would each show the same money.
        let claims = vec![Claim { scope: "allegro_klant", key: klant.nummer().to_owned() }];
        let command = BeheerrekeningCommand::OpenRekening { persoon: typed.persoon, klant, vorm: typed.vorm };
        let key = EntityKey { gemeente: wie.gemeente, id: self.nieuw_id() };
        let context = self.context(wie);
        let make = |reply| Ask {
            command: command.clone(),
            handeling: naam,
            context: context.clone(),
            kop,
            bijvangst: Bijvangst { claims: claims.clone(), ..Bijvangst::default() },
            oorzaak: None,
            reply,
        };
        let antwoord = self.actors.saldi.vraag(key, make).await?;
        Ok(self.met_positie(antwoord).await)
    }

    /// The rekening is of somebody in whose matters `wie` works; to whom one may not look, that person is not there.
    fn kent(&self, wie: &Wie, persoon: PersoonId) -> Result<(), Weigering> {
        if self.deps.rechten.op_persoon(wie, persoon) >= Toegang::Wat {
            return Ok(());
        }
        Err(Weigering::Velden(vec![("persoon", "invoer.persoon_onbekend")]))
    }
}

fn mag_openen(wie: &Wie) -> Result<(), Weigering> {
    if mag(wie.rol, Handeling::RekeningOpenen) {
        Ok(())
    } else {
        Err(Weigering::Geweigerd { code: "niet_bevoegd" })
    }
}
