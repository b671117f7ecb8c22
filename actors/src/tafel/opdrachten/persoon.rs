//! Commands about a person.

use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::domain::ids::PersoonId;
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::persoon::PersoonCommand;
use keukentafel::protocol::body::NieuwePersoon;
use keukentafel::protocol::view::Uitgevoerd;
use keukentafel::store::Claim;

use crate::tafel::{Kop, Tafel, invoer};

use crate::entity::Bijvangst;
use crate::weigering::Weigering;

impl Tafel {
    pub(super) async fn registreer_persoon(
        &self,
        wie: &Wie,
        naam: &'static str,
        typed: &NieuwePersoon,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let gegevens = self.gekeurd(wie, naam, kop, invoer::persoon(typed)).await?;
        let claims =
            gegevens.bsn.iter().map(|bsn| Claim { scope: "bsn", key: bsn.digits().to_owned() }).collect();
        let id = self.nieuw_id();
        let command = PersoonCommand::Registreer(gegevens);
        let bijvangst = Bijvangst { claims, ..Bijvangst::default() };
        self.vraag(&self.actors.personen, wie, naam, id, command, bijvangst, kop).await
    }

    pub(super) async fn wijzig_contact(
        &self,
        wie: &Wie,
        naam: &'static str,
        persoon: PersoonId,
        telefoon: Option<&str>,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let telefoon = self.gekeurd(wie, naam, kop, invoer::telefoon(telefoon)).await?;
        let zicht = if self.deps.rechten.op_persoon(wie, persoon) >= Toegang::Wat {
            Ok(())
        } else {
            Err(Weigering::NIET_GEVONDEN)
        };
        self.gekeurd(wie, naam, kop, zicht).await?;
        let command = PersoonCommand::WijzigTelefoon(telefoon);
        self.vraag(&self.actors.personen, wie, naam, persoon.0, command, Bijvangst::default(), kop).await
    }
}
