//! Whose data a line shows: whom the trail names before somebody sees it (ADR 8).

use keukentafel::domain::ids::{GroepId, PersoonId};
use keukentafel::protocol::topic::Topic;

use super::{Gemeenteoverzicht, HuishoudenRegel};

impl Gemeenteoverzicht {
    /// Whose data this line of a page or list shows. What is shown as *dat* names nobody.
    #[must_use]
    pub fn personen_op_lijn(&self, line: Topic) -> Vec<PersoonId> {
        let zaak = |id| self.persoon_van_zaak(id).into_iter().collect();
        match line {
            Topic::ZaakRij(id)
            | Topic::ZaakHuishouden(id)
            | Topic::ZaakBesluit(id)
            | Topic::ZaakTeAccorderen(id)
            | Topic::ZaakTaak(id, _) => zaak(id),
            Topic::Afspraak(id) => self.gesprekspartner(id).into_iter().collect(),
            Topic::HuishoudenWat(id) => {
                let leden = self.huishouden(id).map(HuishoudenRegel::leden).unwrap_or_default();
                leden.iter().map(|lid| lid.persoon).collect()
            }
            Topic::Groep(id) => self.leden(id),
            Topic::PlanRij(id)
            | Topic::PlanDeelnemer(id)
            | Topic::PlanPortaal(id)
            | Topic::PlanMeekijken(id) => self.leden_van_plan(id),
            Topic::PlanLid(_, lid) | Topic::PlanPortaalLid(_, lid) | Topic::PlanBijdragen(_, lid) => {
                vec![lid]
            }
            Topic::PlanActie(plan, actie) => self.voor_wie(plan, actie),
            Topic::SignaalRij(id) => {
                let gemeld = self.signaal(id).and_then(|regel| regel.gemeld());
                gemeld.map(|signaal| self.personen_in(&signaal.betreft)).unwrap_or_default()
            }
            Topic::Aandacht(over, _) => self.personen_bij_aandacht(over),
            Topic::Toestemmingen(persoon) => vec![persoon],
            Topic::Beschermd(_) => self.beschermde_personen(),
            Topic::Nazicht(_) => self.personen_in_nazicht(),
            Topic::Glazen(_) => self.personen_in_glazen(),
            // Under *dat*, about oneself alone, of nobody, or no line: who asks for content or for a page is named as they ask.
            Topic::ZaakDat(_)
            | Topic::ZaakVerdeling(_)
            | Topic::SignaalDat(_)
            | Topic::Meekijken(_)
            | Topic::Toekenningen(_)
            | Topic::Nieuw(_)
            | Topic::Leiding(_)
            | Topic::ZaakWat(_)
            | Topic::ZaakTafel(_)
            | Topic::ZaakBrieven(_)
            | Topic::Persoon(_)
            | Topic::Gesprek(_)
            | Topic::Kantlijn(_)
            | Topic::Contact(_)
            | Topic::Document(_)
            | Topic::Saldo(_)
            | Topic::Inzage(_)
            | Topic::PlanWat(_)
            | Topic::PlanTafel(_)
            | Topic::SignaalWat(_)
            | Topic::Werkvoorraad(_)
            | Topic::Gesprekken(_)
            | Topic::Caseload(_)
            | Topic::Huishouden(_)
            | Topic::Thuis(_)
            | Topic::Plan(_)
            | Topic::Plannen(_)
            | Topic::Acties(_)
            | Topic::Signaal(_)
            | Topic::Signalen(_) => Vec::new(),
        }
    }

    /// Whom several signalen are about that are shown together.
    pub(super) fn personen_bij_aandacht(&self, over: uuid::Uuid) -> Vec<PersoonId> {
        let leden = self.leden(GroepId(over));
        if leden.is_empty() { vec![PersoonId(over)] } else { leden }
    }
}
