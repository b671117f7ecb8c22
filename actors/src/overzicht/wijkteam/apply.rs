//! Events of groep, plan and signaal into the read side.

use keukentafel::domain::groep::Groep;
use keukentafel::domain::ids::{GroepId, PlanId, SignaalId};
use keukentafel::domain::plan::{Inhoud, Plan};
use keukentafel::domain::signaal::{Betreft, Signaal, SignaalEvent};
use keukentafel::store::{Fault, FeedEvent};

use super::{GroepRegel, PlanRegel, SignaalRegel, Wijkteam};
use crate::overzicht::Gemeenteoverzicht;
use crate::overzicht::apply::{Wijziging, fold};

impl Gemeenteoverzicht {
    pub(in crate::overzicht) fn signaal_event(
        &mut self,
        id: SignaalId,
        event: &FeedEvent,
    ) -> Result<Option<Wijziging>, Fault> {
        if event.event.body.is_some() {
            return self.wijkteam.signaal_event(id, event);
        }
        // Its key was destroyed. Of what was not known here nothing changes; that it was is counted.
        let (over, plannen) = (self.aandacht_door(id), self.geland_in(id).collect());
        self.wijkteam.vernietigd += u64::from(event.event.header.soort == SignaalEvent::VERNIETIGD);
        let known = self.wijkteam.vergeet_signaal(id);
        Ok(known.then_some(Wijziging::SignaalVernietigd { signaal: id, over, plannen }))
    }
}

impl Wijkteam {
    pub(in crate::overzicht) fn groep_event(
        &mut self,
        id: GroepId,
        event: &FeedEvent,
    ) -> Result<Option<Wijziging>, Fault> {
        let before = self.groepen.get(&id).map_or_else(Groep::default, |regel| regel.groep.clone());
        let groep = fold(before, event)?;
        if groep.gevormd().is_none() {
            return Ok(None);
        }
        self.zet_groep(id, GroepRegel { groep, positie: event.position });
        self.herzie_groep(id);
        Ok(Some(Wijziging::Groep(id)))
    }

    pub(in crate::overzicht) fn plan_event(
        &mut self,
        id: PlanId,
        event: &FeedEvent,
    ) -> Result<Option<Wijziging>, Fault> {
        let before = self.plannen.get(&id).map_or_else(Plan::default, |regel| regel.plan.clone());
        let (led_by, held) = (leading(&before), before.inhoud().map_or(0, |plan| plan.signalen.len()));
        let plan = fold(before, event)?;
        let Some(inhoud) = plan.inhoud() else { return Ok(None) };
        let rechten = leading(&plan) != led_by;
        let signaal = inhoud.signalen.get(held).copied();
        let groep = inhoud.groep;
        self.zet_plan(id, PlanRegel { plan, versie: event.event.version, positie: event.position });
        match signaal {
            Some(signaal) => self.herzie_signaal(signaal),
            None => self.herzie_plan(id),
        }
        self.herzie_groep(groep);
        Ok(Some(Wijziging::Plan { plan: id, rechten, signaal }))
    }

    fn signaal_event(&mut self, id: SignaalId, event: &FeedEvent) -> Result<Option<Wijziging>, Fault> {
        let before = self.signalen.get(&id).map_or_else(Signaal::default, |regel| regel.signaal.clone());
        let mut signaal = fold(before, event)?;
        if let Signaal::Gemeld(gemeld) = &mut signaal {
            for inzending in &mut gemeld.inzendingen {
                inzending.toelichting = None;
            }
        } else {
            return Ok(None);
        }
        self.zet_signaal(id, SignaalRegel { signaal, positie: event.position });
        self.herzie_signaal(id);
        Ok(Some(Wijziging::Signaal(id)))
    }

    pub(in crate::overzicht) fn zet_groep(&mut self, id: GroepId, regel: GroepRegel) {
        if let Some(groep) = regel.gevormd() {
            self.op_samenstelling.insert(groep.leden.clone(), id);
            self.op_vormer.entry(groep.gevormd_door).or_default().insert(id);
            for lid in &groep.leden {
                self.groepen_van.entry(*lid).or_default().insert(id);
            }
        }
        self.groepen.insert(id, regel);
    }

    pub(in crate::overzicht) fn zet_plan(&mut self, id: PlanId, regel: PlanRegel) {
        if let Some(plan) = regel.inhoud() {
            for regisseur in &plan.regisseurs {
                self.op_regisseur.entry(*regisseur).or_default().insert(id);
            }
            for lid in &plan.leden {
                self.plannen_van.entry(*lid).or_default().insert(id);
            }
            for gekoppeld in &plan.zaken {
                self.op_zaak.entry(gekoppeld.zaak).or_default().insert(id);
            }
        }
        let landed = regel.inhoud().map(|plan| plan.signalen.clone()).unwrap_or_default();
        self.plannen.insert(id, regel);
        for signaal in landed {
            self.geland.entry(signaal).or_default().insert(id);
            self.herzie_register(signaal);
        }
    }

    pub(in crate::overzicht) fn zet_signaal(&mut self, id: SignaalId, regel: SignaalRegel) {
        if let Some(key) = regel.gemeld().and_then(|signaal| signaal.betreft.sleutel()) {
            self.op_betreft.entry(key).or_default().insert(id);
        }
        self.signalen.insert(id, regel);
        self.herzie_register(id);
    }

    /// Nothing of it is kept; whether there was anything.
    fn vergeet_signaal(&mut self, id: SignaalId) -> bool {
        let known = self.signalen.remove(&id).is_some();
        // It stays under each key that it ever had: the one of somebody unknown, and of whom it turned out to be about.
        self.op_betreft.retain(|_, about| {
            about.remove(&id);
            !about.is_empty()
        });
        self.geland.remove(&id);
        self.register.remove(&id);
        self.herzie_signaal(id);
        known
    }

    /// After a signaal, or a plan in which it is, became otherwise.
    fn herzie_register(&mut self, id: SignaalId) {
        let open = self.signalen.get(&id).and_then(SignaalRegel::gemeld);
        let open = open.is_some_and(keukentafel::domain::signaal::Gemeld::is_open);
        if open && !self.ligt_in_plan(id) {
            self.register.insert(id);
        } else {
            self.register.remove(&id);
        }
    }

    /// The keys under which the signalen of a plan's persons and groep are.
    pub(super) fn sleutels_van(plan: &Inhoud) -> impl Iterator<Item = String> {
        let leden = plan.leden.iter().map(|lid| Betreft::sleutel_persoon(*lid));
        leden.chain([Betreft::sleutel_groep(plan.groep)])
    }
}

/// What decides who may see a plan and what it lets them see beside it: who leads it, and whether it runs.
fn leading(plan: &Plan) -> Option<(bool, Vec<keukentafel::domain::ids::MedewerkerId>)> {
    plan.inhoud().map(|inhoud| (plan.lopend().is_some(), inhoud.regisseurs.clone()))
}
