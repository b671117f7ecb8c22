//! What waits for who leads the team.

use jiff::ToSpan;
use jiff::civil::Date;
use keukentafel::domain::groep::Gevormd;
use keukentafel::domain::ids::{MedewerkerId, PersoonId};
use keukentafel::protocol::view::{GroepPoging, LeidingWat, PlanZonderRegisseur};

use super::plannen::zonder_regisseur;
use super::{GroepRegel, PlanRegel};
use crate::deps::Namen;
use crate::overzicht::Gemeenteoverzicht;

/// Days that an attempt is shown: time to speak with each other.
const POGING_DAGEN: i32 = 30;

/// Lines of each kind that are shown at once.
const GETOOND_MAX: usize = 100;

impl Gemeenteoverzicht {
    /// What waits for who leads the team, as it is on `vandaag`. All who lead it read the same: so nothing about a protected dossier stands
    /// in it. A plan of such a one waits in the list of protected dossiers.
    #[must_use]
    pub fn leiding(&self, vandaag: Date, namen: &dyn Namen) -> LeidingWat {
        let open = |leden: &[PersoonId]| !leden.iter().any(|lid| self.is_beschermd(*lid));
        let running = self.wijkteam.plannen.iter().filter_map(|(id, regel)| Some((*id, regel.lopend()?)));
        let mut without: Vec<_> = running
            .filter(|(_, plan)| zonder_regisseur(plan, namen) && open(&plan.leden))
            .map(|(id, plan)| PlanZonderRegisseur {
                plan: id,
                was: namen.door(plan.verantwoordelijk),
                ook: plan
                    .regisseurs
                    .iter()
                    .filter(|who| namen.mag_leiden(**who))
                    .map(|who| namen.door(*who))
                    .collect(),
                begonnen_op: plan.begonnen_op,
            })
            .collect();
        without.sort_unstable_by_key(|it| (it.begonnen_op, it.plan));
        without.truncate(GETOOND_MAX);
        let since = vandaag.saturating_sub(POGING_DAGEN.days());
        let made = self.wijkteam.groepen.values().filter_map(GroepRegel::gevormd);
        let made = made.filter(|groep| open(&groep.leden));
        let tried = made.flat_map(|groep| groep.pogingen.iter().map(move |poging| (groep, poging)));
        let mut pogingen: Vec<_> = tried
            .filter(|(_, poging)| poging.op.day() >= since)
            .map(|(groep, poging)| GroepPoging {
                door: namen.door(poging.door),
                op: poging.op,
                bij: self.wie_verzorgt(groep).into_iter().map(|who| namen.door(who)).collect(),
            })
            .collect();
        pogingen.sort_unstable_by_key(|it| std::cmp::Reverse((it.op, it.door.id)));
        pogingen.truncate(GETOOND_MAX);
        LeidingWat { zonder_regisseur: without, pogingen }
    }

    /// How many plans of this person run without anybody who is responsible.
    pub(in crate::overzicht) fn plannen_zonder_regisseur(
        &self,
        persoon: PersoonId,
        namen: &dyn Namen,
    ) -> usize {
        let running = self.plannen_van(persoon).filter_map(|plan| self.plan(plan)?.lopend());
        running.filter(|plan| zonder_regisseur(plan, namen)).count()
    }

    /// Who look after a groep: the regisseurs of its plan that runs or ran last, or whoever made it.
    fn wie_verzorgt(&self, groep: &Gevormd) -> Vec<MedewerkerId> {
        let plan = groep.laatste_plan().and_then(|plan| self.plan(plan)).and_then(PlanRegel::inhoud);
        plan.map_or_else(|| vec![groep.gevormd_door], |plan| plan.regisseurs.clone())
    }
}
