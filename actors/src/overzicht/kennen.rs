//! Whom somebody knows of by their work: without that a person's id opens no name.

use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::domain::ids::PersoonId;
use keukentafel::domain::medewerker::Wie;

use super::Gemeenteoverzicht;

impl Gemeenteoverzicht {
    /// Whether `wie` has to do with this person now, and so knows who they are: by a zaak or a plan, a signaal, a groep, where they live.
    /// Of who is protected nobody does who is not named.
    #[must_use]
    pub fn kent(&self, wie: &Wie, persoon: PersoonId) -> bool {
        if self.persoon(persoon).is_none() || self.afgeschermd(wie, persoon) {
            return false;
        }
        self.toegang_persoon(wie, persoon) >= Toegang::Dat
            || self
                .huishouden_van(persoon)
                .is_some_and(|id| self.toegang_huishouden(wie, id) > Toegang::Niets)
            || self.groepen_van(persoon).any(|id| self.toegang_groep(wie, id) > Toegang::Niets)
            || self.signalen_over(persoon).any(|id| self.toegang_signaal(wie, id) >= Toegang::Wat)
    }

    /// Whether `wie` took this person in themselves.
    #[must_use]
    pub fn nam_op(&self, wie: &Wie, persoon: PersoonId) -> bool {
        self.persoon(persoon).is_some_and(|regel| regel.geregistreerd_door == Some(wie.id))
    }
}
