//! What waits for a second pair of eyes: for whom, and as they see it.

use keukentafel::domain::bevoegdheid::{self, Leesrecht, Toegang};
use keukentafel::domain::ids::ZaakId;
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::zaak::Lopend;
use keukentafel::protocol::view::{GedaanDoor, ZaakBesluit, ZaakRij};

use super::{Gemeenteoverzicht, Zicht};
use crate::deps::Namen;
use crate::entity::besluit_wat;

impl Gemeenteoverzicht {
    /// Whether something waits in this zaak for which `wie` may be the second pair of eyes.
    #[must_use]
    pub fn te_accorderen(&self, wie: &Wie, id: ZaakId) -> bool {
        let zaak = self.zaken.get(&id).and_then(|regel| regel.lopend());
        let may = |zaak: &Lopend| bevoegdheid::te_accorderen(wie, &self.mens(wie), &zaak.feiten());
        zaak.is_some_and(|zaak| may(zaak) && !self.afgeschermd(wie, zaak.persoon))
    }

    /// Every zaak in which something waits for `wie`.
    pub fn alles_te_accorderen(&self, wie: &Wie) -> impl Iterator<Item = ZaakId> {
        self.wacht_op_akkoord.iter().copied().filter(|id| self.te_accorderen(wie, *id))
    }

    /// How far `wie` may look at what waits in this zaak; *niets* when nothing does.
    #[must_use]
    pub fn toegang_besluit(&self, wie: &Wie, id: ZaakId) -> Toegang {
        match self.wachtend_besluit(id) {
            Some(zaak) if self.afgeschermd(wie, zaak.persoon) => Toegang::Niets,
            Some(zaak) => {
                bevoegdheid::op_besluit(wie, &self.mens(wie), &zaak.feiten(), self.toegang(wie, id))
            }
            None => Toegang::Niets,
        }
    }

    /// What waits in this zaak.
    #[must_use]
    pub fn zaak_besluit(&self, id: ZaakId, recht: &Leesrecht, namen: &dyn Namen) -> Option<ZaakBesluit> {
        let zaak = self.wachtend_besluit(id)?;
        let persoon = self.persoon(zaak.persoon).and_then(|regel| regel.kort(zaak.persoon));
        Some(ZaakBesluit { id, persoon, besluit: besluit_wat(zaak, recht, namen)? })
    }

    /// A zaak in which something waits, as a line of a list: that it runs, for whom, who asks and since when. Nothing of what is in it.
    #[must_use]
    pub fn rij_te_accorderen(&self, id: ZaakId, namen: &dyn Namen) -> Option<ZaakRij> {
        let zaak = self.wachtend_besluit(id)?;
        let voorstel = zaak.besluit.as_deref()?.wacht()?;
        let asked = GedaanDoor { door: namen.door(voorstel.door), op: voorstel.op };
        let rij = self.zaak(id)?.rij(id, Zicht::DAT, None, namen)?;
        let persoon = self.persoon(zaak.persoon).and_then(|regel| regel.kort(zaak.persoon));
        Some(ZaakRij { persoon, te_accorderen: Some(asked), ..rij })
    }

    fn wachtend_besluit(&self, id: ZaakId) -> Option<&Lopend> {
        let zaak = self.zaken.get(&id)?.lopend()?;
        zaak.besluit.as_deref()?.wacht().map(|_| zaak)
    }
}
