//! What somebody is to do in zaken, over all of theirs (C2-N6).

use jiff::civil::Date;
use keukentafel::domain::bevoegdheid::{Leesrecht, Toegang};
use keukentafel::domain::ids::{TaakId, ZaakId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::zaak::{Taak, Taakstand};
use keukentafel::protocol::view::TaakRij;

use super::{Gemeenteoverzicht, ZaakRegel};

impl Gemeenteoverzicht {
    fn taak(&self, zaak: ZaakId, taak: TaakId) -> Option<&Taak> {
        self.zaak(zaak).and_then(ZaakRegel::lopend)?.taak(taak)
    }

    /// Whether a taak is `wie`'s to do, in a zaak of which they see the content.
    #[must_use]
    pub fn ziet_eigen_taak(&self, wie: &Wie, zaak: ZaakId, taak: TaakId) -> bool {
        let own = self.taak(zaak, taak).is_some_and(|taak| taak.eigenaar == Some(wie.id));
        own && self.toegang(wie, zaak) >= Toegang::Wat
    }

    /// Whether a taak waits for `wie`.
    #[must_use]
    pub fn taak_wacht_op(&self, wie: &Wie, zaak: ZaakId, taak: TaakId) -> bool {
        let open = self.taak(zaak, taak).is_some_and(|taak| taak.stand == Taakstand::Open);
        open && self.ziet_eigen_taak(wie, zaak, taak)
    }

    /// The taken that wait for `wie`, by day. Only who works on a zaak has any there.
    #[must_use]
    pub fn mijn_taken(&self, wie: &Wie) -> Vec<(Date, ZaakId, TaakId)> {
        let zaken = self.zaken_van_behandelaar(wie.id);
        let lopend = zaken.filter_map(|id| Some((id, self.zaak(id)?.lopend()?)));
        let all = lopend.flat_map(|(id, zaak)| zaak.open_taken().map(move |taak| (taak.dag, id, taak.id)));
        let mut taken: Vec<_> = all.filter(|(_, id, taak)| self.taak_wacht_op(wie, *id, *taak)).collect();
        taken.sort_unstable_by_key(|(day, _, taak)| (*day, *taak));
        taken
    }

    /// A taak as its owner sees it.
    #[must_use]
    pub fn taak_rij(&self, id: ZaakId, taak: TaakId, recht: &Leesrecht) -> Option<TaakRij> {
        let zaak = self.zaak(id)?.lopend()?;
        let taak = zaak.taak(taak)?;
        Some(TaakRij {
            zaak: id,
            zaaknummer: zaak.zaaknummer.clone(),
            zaaktype_naam: zaak.zaaktype.naam().to_owned(),
            persoon: self.persoon(zaak.persoon).and_then(|regel| regel.kort(zaak.persoon)),
            id: taak.id,
            omschrijving: taak.omschrijving.lees(recht).clone(),
            dag: taak.dag,
        })
    }
}
