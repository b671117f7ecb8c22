//! What somebody is to do, over all plans (KING-AC1).

use jiff::civil::Date;
use keukentafel::domain::bevoegdheid::Leesrecht;
use keukentafel::domain::ids::{ActieId, PersoonId, PlanId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::plan::{Actie, Eigenaar, Voor};
use keukentafel::protocol::view::{ActieRij, LidKort};

use super::PlanRegel;
use crate::deps::Namen;
use crate::overzicht::Gemeenteoverzicht;

impl Gemeenteoverzicht {
    /// Whether an action is to be done by `wie`, or by whom they stand in for, and in a part of the plan that they see.
    #[must_use]
    pub fn ziet_eigen_actie(&self, wie: &Wie, plan: PlanId, actie: ActieId) -> bool {
        let found = self.plan(plan).and_then(PlanRegel::inhoud).and_then(|plan| plan.actie(actie));
        let Some(afspraak) = found.map(|actie| &actie.afspraak) else { return false };
        let Eigenaar::Medewerker(eigenaar) = afspraak.eigenaar else { return false };
        if !self.als(wie).contains(&eigenaar) {
            return false;
        }
        let zicht = self.zicht_op_plan(wie, plan);
        match afspraak.voor {
            Voor::Groep => zicht.groep,
            Voor::Lid(lid) => zicht.leden.contains(&lid),
        }
    }

    /// Whether an action waits for `wie`: theirs, not done, in a plan that runs.
    #[must_use]
    pub fn wacht_op(&self, wie: &Wie, plan: PlanId, actie: ActieId) -> bool {
        let running = self.plan(plan).and_then(PlanRegel::lopend).and_then(|plan| plan.actie(actie));
        running.is_some_and(|actie| actie.gedaan_op.is_none()) && self.ziet_eigen_actie(wie, plan, actie)
    }

    /// The actions that wait for `wie`, by day.
    #[must_use]
    pub fn mijn_acties(&self, wie: &Wie) -> Vec<(Date, PlanId, ActieId)> {
        let plans = self.mijn_plannen(wie);
        let running = plans.into_iter().filter_map(|id| Some((id, self.plan(id)?.lopend()?)));
        let all = running.flat_map(|(id, plan)| plan.acties.iter().map(move |actie| (id, actie)));
        let own = all.filter(|(plan, actie)| self.wacht_op(wie, *plan, actie.id));
        let mut acties: Vec<_> = own.map(|(plan, actie)| (actie.afspraak.datum, plan, actie.id)).collect();
        acties.sort_unstable_by_key(|(day, _, actie)| (*day, *actie));
        acties
    }

    /// The lid that an action is for, or all of the groep.
    pub(in crate::overzicht) fn voor_wie(&self, plan: PlanId, actie: ActieId) -> Vec<PersoonId> {
        let Some(plan) = self.plan(plan).and_then(PlanRegel::inhoud) else { return Vec::new() };
        match plan.actie(actie).map(|actie| actie.afspraak.voor) {
            Some(Voor::Groep) => plan.leden.clone(),
            Some(Voor::Lid(lid)) => vec![lid],
            None => Vec::new(),
        }
    }

    /// An action as its owner sees it on `vandaag`; `None` when somebody outside is to do it.
    #[must_use]
    pub fn actie_rij(
        &self,
        plan_id: PlanId,
        actie: ActieId,
        vandaag: Date,
        recht: &Leesrecht,
        namen: &dyn Namen,
    ) -> Option<ActieRij> {
        let plan = self.plan(plan_id)?.inhoud()?;
        let Actie { id, afspraak, .. } = plan.actie(actie)?;
        let Eigenaar::Medewerker(eigenaar) = afspraak.eigenaar else { return None };
        let voor = self.voor_wie(plan_id, actie);
        Some(ActieRij {
            plan: plan_id,
            id: *id,
            omschrijving: afspraak.omschrijving.lees(recht).clone(),
            voor: voor.into_iter().map(|lid| LidKort { id: lid, naam: self.bij_naam(lid).naam }).collect(),
            eigenaar: namen.door(eigenaar),
            datum: afspraak.datum,
            stand: afspraak.stand(vandaag),
        })
    }
}
