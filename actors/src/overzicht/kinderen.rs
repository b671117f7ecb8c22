//! Minors as who has gezag over them sees them in the portal.

use jiff::civil::Date;
use keukentafel::domain::bevoegdheid::{Leeftijd, Toegang};
use keukentafel::domain::ids::PersoonId;
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::persoon::Gezaghouder;
use keukentafel::protocol::view::KindWat;

use super::Gemeenteoverzicht;

impl Gemeenteoverzicht {
    /// How old somebody is on a day.
    #[must_use]
    pub fn leeftijd(&self, persoon: PersoonId, dag: Date) -> Leeftijd {
        let born = self.persoon(persoon).and_then(|regel| regel.gegevens()?.geboortedatum);
        Leeftijd::op(born, dag)
    }

    /// Whether one person has gezag over another on a day.
    pub(super) fn heeft_gezag(&self, houder: PersoonId, kind: PersoonId, dag: Date) -> bool {
        if !self.gezag_over.get(&houder).is_some_and(|over| over.contains(&kind)) {
            return false;
        }
        let known = self.persoon(kind).and_then(|regel| regel.persoon().bekend());
        known.into_iter().flat_map(|known| &known.gezag).any(|gezag| {
            gezag.geldt_op(dag)
                && matches!(gezag.houder, Gezaghouder::Persoon { persoon } if persoon == houder)
        })
    }

    /// The minors whose matters `wie` sees today because of gezag.
    pub(crate) fn kinderen(&self, wie: &Wie) -> Vec<PersoonId> {
        let Some(houder) = wie.persoon else { return Vec::new() };
        let Some(over) = self.gezag_over.get(&houder) else { return Vec::new() };
        let dag = self.nu().day();
        let sees = |kind: &&PersoonId| {
            self.leeftijd(**kind, dag).gezaghouder() > Toegang::Niets && self.heeft_gezag(houder, **kind, dag)
        };
        over.iter().filter(sees).copied().collect()
    }

    /// The same with their names and what runs for them.
    #[must_use]
    pub fn kinderen_wat(&self, wie: &Wie) -> Vec<KindWat> {
        let kinderen = self.kinderen(wie).into_iter();
        kinderen
            .filter_map(|kind| {
                let naam = self.persoon(kind)?.kort(kind)?.naam;
                let zaken = self.zaken_van(kind).filter(|zaak| self.toegang(wie, *zaak) > Toegang::Niets);
                Some(KindWat { persoon: kind, naam, zaken: zaken.collect() })
            })
            .collect()
    }
}
