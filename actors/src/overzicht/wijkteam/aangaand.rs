//! Signalen that concern somebody: as who leads a plan in which one landed, or who works on a zaak of whom it is about (KING-SI3).

use std::collections::BTreeSet;

use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::domain::ids::{MedewerkerId, SignaalId};
use keukentafel::domain::medewerker::Wie;

use super::{PlanRegel, SignaalRegel};
use crate::overzicht::Gemeenteoverzicht;

impl Gemeenteoverzicht {
    /// Who leads a plan in which a signaal landed or works for whom it is about, and who stands in for them; whether they may read it is asked by itself.
    #[must_use]
    pub fn wie_het_raakt(&self, id: SignaalId) -> BTreeSet<MedewerkerId> {
        let Some(signaal) = self.signaal(id).and_then(SignaalRegel::gemeld) else { return BTreeSet::new() };
        let plans = self.geland_in(id).filter_map(|plan| self.plan(plan).and_then(PlanRegel::inhoud));
        let led = plans.flat_map(|plan| plan.regisseurs.iter().copied());
        let zaken =
            self.personen_in(&signaal.betreft).into_iter().flat_map(|persoon| self.zaken_van(persoon));
        let work: Vec<_> = zaken.flat_map(|zaak| self.behandelaars(zaak).to_vec()).collect();
        let own: Vec<_> = led.chain(work).collect();
        own.iter().copied().chain(self.vervangers(&own)).collect()
    }

    /// Whether an open signaal concerns `wie`, who may read about whom it is: to others that it is there would say that.
    #[must_use]
    pub fn signaal_raakt(&self, wie: &Wie, id: SignaalId) -> bool {
        let open = self.signaal(id).and_then(SignaalRegel::gemeld).is_some_and(|signaal| signaal.is_open());
        open && self.geheel(id) == id
            && self.toegang_signaal(wie, id) >= Toegang::Wat
            && self.wie_het_raakt(id).contains(&wie.id)
    }

    /// The open signalen that concern `wie`.
    #[must_use]
    pub fn mijn_signalen(&self, wie: &Wie) -> Vec<SignaalId> {
        let als = self.als(wie);
        let led = als.iter().flat_map(|who| self.plannen_van_regisseur(*who).collect::<Vec<_>>());
        let landed = led
            .filter_map(|plan| self.plan(plan).and_then(PlanRegel::inhoud))
            .flat_map(|plan| plan.signalen.iter().copied());
        let zaken = als.iter().flat_map(|who| self.zaken_van_behandelaar(*who));
        let personen: BTreeSet<_> = zaken.filter_map(|zaak| self.persoon_van_zaak(zaak)).collect();
        let about = personen.into_iter().flat_map(|persoon| self.signalen_over(persoon));
        let all: BTreeSet<_> = landed.chain(about).collect();
        all.into_iter().filter(|id| self.signaal_raakt(wie, *id)).collect()
    }
}
