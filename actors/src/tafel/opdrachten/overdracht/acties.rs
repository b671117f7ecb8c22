//! What somebody was to do in plans goes along: to a colleague who then sees that part of the plan, and otherwise to who is responsible
//! for it. At no place of the feed is it nobody's (KING-R4b, N-34).

use std::collections::{BTreeSet, HashMap};

use keukentafel::domain::aggregate::{Aggregate, Context};
use keukentafel::domain::ids::{ActieId, MedewerkerId, PersoonId, PlanId, ZaakId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::plan::{Inhoud, Plan, PlanCommand, PlanEvent, Voor};

use super::geweigerd;
use crate::overzicht::Gemeenteoverzicht;
use crate::weigering::Weigering;

/// Whose work goes to whom in this part.
pub(super) struct Wissel<'a> {
    pub(super) van: MedewerkerId,
    /// Each colleague as every role that they may choose when they come in.
    pub(super) collegas: &'a [(MedewerkerId, Vec<Wie>)],
    /// Who gets which zaak.
    pub(super) zaken: HashMap<ZaakId, MedewerkerId>,
}

/// What a colleague will see of a plan.
#[derive(Default)]
struct Straks {
    groep: bool,
    leden: BTreeSet<PersoonId>,
}

impl Wissel<'_> {
    /// What happens to a plan: its regie, when it is handed over too, and what waits there for whoever leaves. With how many actions.
    pub(super) fn op_plan(
        &self,
        all: &Gemeenteoverzicht,
        (id, plan): (PlanId, &Plan),
        regie: Option<MedewerkerId>,
        context: &Context,
    ) -> Result<(Vec<PlanEvent>, usize), Weigering> {
        let mut events = Vec::new();
        let mut plan = plan.clone();
        if let Some(aan) = regie {
            let command = PlanCommand::NeemRegieOver { van: self.van, aan };
            events = plan.decide(&command, context).map_err(geweigerd)?;
            plan = events.iter().fold(plan, |plan, event| plan.evolve(event, context.now));
        }
        let Some(inhoud) = plan.lopend() else { return Ok((events, 0)) };
        let acties = self.naar_wie(all, id, inhoud);
        let count = acties.len();
        if count > 0 {
            let command = PlanCommand::DraagActiesOver { van: self.van, acties };
            events.extend(plan.decide(&command, context).map_err(geweigerd)?);
        }
        Ok((events, count))
    }

    fn naar_wie(&self, all: &Gemeenteoverzicht, id: PlanId, plan: &Inhoud) -> Vec<(ActieId, MedewerkerId)> {
        let waiting: Vec<_> = plan.acties.iter().filter(|actie| actie.wacht_op(self.van)).collect();
        if waiting.is_empty() {
            return Vec::new();
        }
        let may = |who| plan.leden.iter().all(|lid| all.werkbezwaar(who, *lid).is_none());
        let straks: Vec<_> = self
            .collegas
            .iter()
            .filter(|(who, _)| may(*who))
            .map(|(who, als)| (*who, self.straks(all, id, plan, als)))
            .collect();
        let sees = |straks: &Straks, voor| match voor {
            Voor::Groep => straks.groep,
            Voor::Lid(lid) => straks.leden.contains(&lid),
        };
        let naar = |voor| {
            let found = straks.iter().find(|(_, straks)| sees(straks, voor));
            found.map_or(plan.verantwoordelijk, |(who, _)| *who)
        };
        waiting.into_iter().map(|actie| (actie.id, naar(actie.afspraak.voor))).collect()
    }

    fn straks(&self, all: &Gemeenteoverzicht, id: PlanId, plan: &Inhoud, als: &[Wie]) -> Straks {
        let behandelaars = |zaak: ZaakId, now: &[MedewerkerId]| match self.zaken.get(&zaak) {
            Some(aan) => now.iter().map(|who| if *who == self.van { *aan } else { *who }).collect(),
            None => now.to_vec(),
        };
        als.iter().fold(Straks::default(), |mut straks, wie| {
            let zicht = all.zicht_op_plan_als(wie, id, plan.regisseurs.clone(), behandelaars);
            straks.groep |= zicht.groep;
            straks.leden.extend(zicht.leden);
            straks
        })
    }
}
