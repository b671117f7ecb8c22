//! What the system has to do because of what happened. It is worked out from what is, and not remembered: after a crash the same
//! comes out, and its command ids are the same, so that each is done exactly once.

use keukentafel::domain::ids::{GroepId, PlanId, SignaalId};
use keukentafel::domain::signaal::Betreft;
use keukentafel::store::Position;

use super::{SignaalRegel, Wijkteam};

/// One thing to do.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub enum Reactie {
    /// The signaal is about somebody in the groep of this running plan: it lands there (KING-SI5).
    Land {
        /// Which.
        signaal: SignaalId,
        /// Where.
        plan: PlanId,
    },
    /// The plan has it: the signaal itself is to know.
    Koppel {
        /// Which.
        signaal: SignaalId,
        /// Where.
        plan: PlanId,
    },
    /// The plan ended: the groep is free for another.
    MaakVrij {
        /// Which.
        groep: GroepId,
        /// Which plan.
        plan: PlanId,
    },
}

impl Wijkteam {
    /// What there is to do, with the event that led to it.
    pub(in crate::overzicht) fn te_doen(&self) -> impl Iterator<Item = (Reactie, Position)> {
        self.reacties.iter().map(|(reactie, oorzaak)| (*reactie, *oorzaak))
    }

    /// After a start: everything once.
    pub(in crate::overzicht) fn herzie_alles(&mut self) {
        for signaal in self.signalen.keys().copied().collect::<Vec<_>>() {
            self.herzie_signaal(signaal);
        }
        for groep in self.groepen.keys().copied().collect::<Vec<_>>() {
            self.herzie_groep(groep);
        }
    }

    pub(super) fn herzie_groep(&mut self, id: GroepId) {
        self.reacties
            .retain(|reactie, _| !matches!(reactie, Reactie::MaakVrij { groep, .. } if *groep == id));
        let Some(plan) = self.groepen.get(&id).and_then(|regel| regel.gevormd()?.plan) else { return };
        let Some(regel) = self.plannen.get(&plan) else { return };
        if regel.lopend().is_none() {
            self.reacties.insert(Reactie::MaakVrij { groep: id, plan }, regel.positie);
        }
    }

    /// After a plan began or ended: the signalen of its persons.
    pub(super) fn herzie_plan(&mut self, id: PlanId) {
        let Some(plan) = self.plannen.get(&id).and_then(super::PlanRegel::inhoud) else { return };
        let keys = Self::sleutels_van(plan);
        let about: Vec<SignaalId> = keys.flat_map(|key| self.over(&key).collect::<Vec<_>>()).collect();
        for signaal in about {
            self.herzie_signaal(signaal);
        }
    }

    pub(super) fn herzie_signaal(&mut self, id: SignaalId) {
        self.reacties.retain(|reactie, _| match reactie {
            Reactie::Land { signaal, .. } | Reactie::Koppel { signaal, .. } => *signaal != id,
            Reactie::MaakVrij { .. } => true,
        });
        let Some(regel) = self.signalen.get(&id) else { return };
        let Some(gemeld) = regel.gemeld() else { return };
        let mut todo = Vec::new();
        if gemeld.is_open() {
            todo.extend(self.waar_het_landt(id, regel));
        }
        if let (None, Some(plan)) = (gemeld.plan, self.geland.get(&id).and_then(|plans| plans.first())) {
            let since = self.plannen.get(plan).map_or(regel.positie, |plan| plan.positie);
            todo.push((Reactie::Koppel { signaal: id, plan: *plan }, since.max(regel.positie)));
        }
        self.reacties.extend(todo);
    }

    fn waar_het_landt<'a>(
        &'a self,
        id: SignaalId,
        regel: &'a SignaalRegel,
    ) -> impl Iterator<Item = (Reactie, Position)> + 'a {
        let betreft = regel.gemeld().map(|gemeld| &gemeld.betreft);
        let plans: Vec<PlanId> = match betreft {
            Some(Betreft::Persoon(persoon)) => {
                self.plannen_van.get(persoon).into_iter().flatten().copied().collect()
            }
            Some(Betreft::Groep(groep)) => {
                self.groepen.get(groep).and_then(|groep| groep.gevormd()?.plan).into_iter().collect()
            }
            Some(Betreft::NogOnbekend(_)) | None => Vec::new(),
        };
        plans.into_iter().filter_map(move |plan| {
            let running = self.plannen.get(&plan)?;
            let lacks = !running.lopend()?.signalen.contains(&id);
            let since = running.positie.max(regel.positie);
            lacks.then_some((Reactie::Land { signaal: id, plan }, since))
        })
    }
}
