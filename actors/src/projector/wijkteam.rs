//! Groepen, plans and signalen on the wire: their lines, the pages made of them, and who must look again after an event.
//!
//! A line here is told only when it reads otherwise than before, and its version counts only that: whoever sees a part of a plan
//! learns nothing of the rest, not by a frame, a number or a moment.

use jiff::civil::Date;
use keukentafel::domain::bevoegdheid::{Kring, Toegang};
use keukentafel::domain::ids::{GemeenteId, GroepId, PersoonId, PlanId, SignaalId, ZaakId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::protocol::topic::Topic;
use serde_json::value::{RawValue, to_raw_value};
use uuid::Uuid;

use super::actor::State;
use super::bundles::{Subject, zaak_line};
use super::opnieuw::Opnieuw;
use super::topics::Aanleiding;
use crate::deps::Namen;
use crate::overzicht::{Gemeenteoverzicht, PlanRegel};

/// What stands in one of these bundles for `wie`, at the moment that it is opened.
pub(super) fn members_of(all: &Gemeenteoverzicht, wie: &Wie, bundle: Topic) -> Vec<Subject> {
    if let Topic::Signalen(_) = bundle {
        let about = all.aandacht_voor(wie).into_iter().map(|item| Subject::Aandacht(item.id));
        return about.chain(all.register().map(Subject::Signaal)).collect();
    }
    if let Topic::Plannen(_) = bundle {
        let groepen = all.mijn_groepen(wie).into_iter().map(Subject::Groep);
        let plannen = all.mijn_plannen(wie).into_iter().map(Subject::Plan);
        return groepen.chain(plannen).chain(in_portaal(all, wie)).collect();
    }
    if let Topic::Acties(_) = bundle {
        let waits = all.mijn_acties(wie).into_iter();
        let acties = waits.map(|(_, plan, actie)| Subject::Actie(plan, actie));
        let taken = all.mijn_taken(wie).into_iter().map(|(_, zaak, taak)| Subject::Taak(zaak, taak));
        let talks = all.mijn_afspraken(wie).into_iter().map(Subject::Gesprek);
        let signalen = all.mijn_signalen(wie).into_iter().map(Subject::Signaal);
        return acties.chain(taken).chain(talks).chain(signalen).collect();
    }
    if let Topic::Signaal(id) = bundle {
        return all.geland_in(all.geheel(id)).map(Subject::Plan).collect();
    }
    let Topic::Plan(id) = bundle else { return Vec::new() };
    let Some(plan) = all.plan(id).and_then(PlanRegel::inhoud) else { return Vec::new() };
    let leden = plan.leden.iter().map(|lid| Subject::PlanLid(id, *lid));
    let zaken = plan.zaken.iter().map(|it| Subject::Zaak(it.zaak));
    let signalen = plan.signalen.iter().map(|signaal| Subject::Signaal(*signaal));
    std::iter::once(Subject::Plan(id)).chain(leden).chain(zaken).chain(signalen).collect()
}

/// What stands in the list of plans for one of the leden: each plan, and the parts of it that are theirs.
fn in_portaal(all: &Gemeenteoverzicht, wie: &Wie) -> Vec<Subject> {
    let each = |id| {
        let own = all.portaalzicht(wie, id).leden.into_iter().map(move |lid| Subject::PlanLid(id, lid));
        let said = wie.persoon.map(|zelf| Subject::Bijdragen(id, zelf));
        std::iter::once(Subject::Plan(id)).chain(own).chain(said)
    };
    let zaken = all.zaken_van_medeleden(wie).into_iter().map(Subject::Zaak);
    all.plannen_in_portaal(wie).into_iter().flat_map(each).chain(zaken).collect()
}

/// The line under which `subject` stands in one of these bundles for `wie` now.
pub(super) fn wanted_in(
    all: &Gemeenteoverzicht,
    wie: &Wie,
    bundle: Topic,
    subject: Subject,
) -> Option<Topic> {
    match (bundle, subject) {
        (Topic::Signalen(_), Subject::Signaal(id)) => {
            all.in_register(id).then(|| signaal_line(id, all.toegang_signaal(wie, id))).flatten()
        }
        (Topic::Signalen(_), Subject::Aandacht(over)) => {
            let line = Topic::Aandacht(over, Kring::van(wie.rol)?);
            let there = may(all, wie, line) && all.aandacht(over, Kring::van(wie.rol)?).is_some();
            there.then_some(line)
        }
        (Topic::Plannen(_), Subject::Groep(id)) => {
            (all.toegang_groep(wie, id) > Toegang::Niets).then_some(Topic::Groep(id))
        }
        (Topic::Plannen(_) | Topic::Plan(_), Subject::Plan(id)) => {
            let zicht = all.zicht_op_plan(wie, id);
            let part = zicht.groep.then_some(Topic::PlanDeelnemer(id));
            let list = matches!(bundle, Topic::Plannen(_));
            let portaal = || (list && all.portaalzicht(wie, id).groep).then_some(Topic::PlanPortaal(id));
            if zicht.ziet_alles() { Some(Topic::PlanRij(id)) } else { part.or_else(portaal) }
        }
        (Topic::Plannen(_), Subject::Zaak(zaak)) => {
            (all.toegang_als_medelid(wie, zaak) > Toegang::Niets).then_some(Topic::ZaakHuishouden(zaak))
        }
        (Topic::Plannen(_), Subject::PlanLid(id, lid)) => {
            all.portaalzicht(wie, id).leden.contains(&lid).then_some(Topic::PlanPortaalLid(id, lid))
        }
        (Topic::Plannen(_), Subject::Bijdragen(id, lid)) => {
            all.ziet_bijdragen(wie, id, lid).then_some(Topic::PlanBijdragen(id, lid))
        }
        (Topic::Signaal(id), Subject::Plan(plan)) => {
            let here = all.geland_in(all.geheel(id)).any(|landed| landed == plan);
            // Who leads one plan in which it is does not learn here of another (KING-G4).
            (here && all.zicht_op_plan(wie, plan).ziet_alles()).then_some(Topic::PlanRij(plan))
        }
        (Topic::Acties(_), Subject::Actie(plan, actie)) => {
            all.wacht_op(wie, plan, actie).then_some(Topic::PlanActie(plan, actie))
        }
        (Topic::Acties(_), Subject::Taak(zaak, taak)) => {
            all.taak_wacht_op(wie, zaak, taak).then_some(Topic::ZaakTaak(zaak, taak))
        }
        (Topic::Acties(_), Subject::Signaal(signaal)) => {
            all.signaal_raakt(wie, signaal).then_some(Topic::SignaalRij(signaal))
        }
        (Topic::Acties(_), Subject::Gesprek(gesprek)) => {
            all.ziet_afspraak(wie, gesprek).then_some(Topic::Afspraak(gesprek))
        }
        (Topic::Plan(id), Subject::PlanLid(of, lid)) if of == id => {
            let zicht = all.zicht_op_plan(wie, id);
            (!zicht.ziet_alles() && zicht.leden.contains(&lid)).then_some(Topic::PlanLid(id, lid))
        }
        (Topic::Plan(id), Subject::Zaak(zaak)) => {
            let linked = all.plan(id)?.inhoud()?.zaken.iter().any(|it| it.zaak == zaak);
            zaak_line(zaak, all.toegang(wie, zaak)).filter(|_| linked && all.zicht_op_plan(wie, id).groep)
        }
        (Topic::Plan(id), Subject::Signaal(signaal)) => {
            let landed = all.plan(id)?.inhoud()?.signalen.contains(&signaal);
            let here = landed && all.zicht_op_plan(wie, id).ziet_alles();
            // Of a plan that ended it may be with another regisseur now.
            (here && all.toegang_signaal(wie, signaal) >= Toegang::Wat).then_some(Topic::SignaalRij(signaal))
        }
        (_, _) => None,
    }
}

fn signaal_line(id: SignaalId, toegang: Toegang) -> Option<Topic> {
    match toegang {
        Toegang::Niets => None,
        Toegang::Dat => Some(Topic::SignaalDat(id)),
        Toegang::Wat | Toegang::Schrijven => Some(Topic::SignaalRij(id)),
    }
}

/// Whether `wie` may follow one of these topics.
pub(super) fn may(all: &Gemeenteoverzicht, wie: &Wie, topic: Topic) -> bool {
    if let Topic::Aandacht(over, kring) = topic {
        return all.mag_aandacht(wie, over, kring);
    }
    let signaal = |id| all.toegang_signaal(wie, id);
    let plan = |id| all.zicht_op_plan(wie, id);
    match topic {
        Topic::Groep(id) => all.toegang_groep(wie, id) > Toegang::Niets,
        Topic::PlanRij(id) => plan(id).ziet_alles(),
        Topic::PlanDeelnemer(id) | Topic::Plan(id) => plan(id).groep,
        Topic::PlanLid(id, lid) => plan(id).leden.contains(&lid),
        Topic::PlanMeekijken(id) => plan(id).ziet_alles(),
        Topic::Meekijken(persoon) => all.ziet_meekijkers_van(wie, persoon),
        Topic::PlanPortaal(id) => all.portaalzicht(wie, id).groep,
        Topic::PlanPortaalLid(id, lid) => all.portaalzicht(wie, id).leden.contains(&lid),
        Topic::PlanBijdragen(id, lid) => all.ziet_bijdragen(wie, id, lid),
        Topic::PlanActie(id, actie) => all.ziet_eigen_actie(wie, id, actie),
        Topic::SignaalDat(id) => signaal(id) >= Toegang::Dat,
        Topic::SignaalRij(id) | Topic::Signaal(id) => signaal(id) >= Toegang::Wat,
        Topic::Signalen(gemeente) => gemeente == wie.gemeente && Kring::van(wie.rol).is_some(),
        Topic::Plannen(who) | Topic::Acties(who) => who == wie.id,
        Topic::Aandacht(..)
        | Topic::PlanWat(_)
        | Topic::PlanTafel(_)
        | Topic::SignaalWat(_)
        | Topic::ZaakDat(_)
        | Topic::ZaakVerdeling(_)
        | Topic::ZaakRij(_)
        | Topic::ZaakWat(_)
        | Topic::ZaakBesluit(_)
        | Topic::ZaakTeAccorderen(_)
        | Topic::ZaakTafel(_)
        | Topic::ZaakTaak(..)
        | Topic::Afspraak(_)
        | Topic::ZaakBrieven(_)
        | Topic::Persoon(_)
        | Topic::Gesprek(_)
        | Topic::Kantlijn(_)
        | Topic::Werkvoorraad(_)
        | Topic::Nieuw(_)
        | Topic::Gesprekken(_)
        | Topic::Document(_)
        | Topic::ZaakHuishouden(_)
        | Topic::Contact(_)
        | Topic::HuishoudenWat(_)
        | Topic::Huishouden(_)
        | Topic::Thuis(_)
        | Topic::Saldo(_)
        | Topic::Toekenningen(_)
        | Topic::Toestemmingen(_)
        | Topic::Glazen(_)
        | Topic::Leiding(_)
        | Topic::Beschermd(_)
        | Topic::Nazicht(_)
        | Topic::Inzage(_)
        | Topic::Caseload(_) => false,
    }
}

/// One of these lines as everybody under its view may see it on `vandaag`.
pub(super) fn render(
    all: &Gemeenteoverzicht,
    topic: Topic,
    vandaag: Date,
    namen: &dyn Namen,
) -> Option<Box<RawValue>> {
    match topic {
        Topic::Groep(id) => to_raw_value(&all.groep_wat(id, &topic.leesrecht()?, namen)?).ok(),
        Topic::PlanRij(id) => to_raw_value(&all.plan_rij(id, namen)?).ok(),
        Topic::PlanDeelnemer(id) => to_raw_value(&all.plan_deelnemer(id, &topic.leesrecht()?, namen)?).ok(),
        Topic::PlanLid(id, lid) => to_raw_value(&all.plan_lid(id, lid, &topic.leesrecht()?, namen)?).ok(),
        Topic::PlanMeekijken(id) => to_raw_value(&all.meekijken_in_plan(id)?).ok(),
        Topic::Meekijken(persoon) => to_raw_value(&all.meekijken_van(persoon)).ok(),
        Topic::PlanPortaal(id) => {
            to_raw_value(&all.plan_portaal(id, vandaag, &topic.leesrecht()?, namen)?).ok()
        }
        Topic::PlanPortaalLid(id, lid) => {
            to_raw_value(&all.plan_portaal_lid(id, lid, vandaag, &topic.leesrecht()?, namen)?).ok()
        }
        Topic::PlanBijdragen(id, lid) => {
            to_raw_value(&all.plan_bijdragen(id, lid, vandaag, &topic.leesrecht()?, namen)?).ok()
        }
        Topic::PlanActie(id, actie) => {
            to_raw_value(&all.actie_rij(id, actie, vandaag, &topic.leesrecht()?, namen)?).ok()
        }
        Topic::SignaalDat(id) => to_raw_value(&all.signaal_rij(id, Toegang::Dat)?).ok(),
        Topic::SignaalRij(id) => to_raw_value(&all.signaal_rij(id, Toegang::Wat)?).ok(),
        Topic::Aandacht(over, kring) => to_raw_value(&all.aandacht(over, kring)?).ok(),
        Topic::PlanWat(_)
        | Topic::Plan(_)
        | Topic::PlanTafel(_)
        | Topic::Plannen(_)
        | Topic::Acties(_)
        | Topic::Signalen(_)
        | Topic::Signaal(_)
        | Topic::SignaalWat(_)
        | Topic::ZaakDat(_)
        | Topic::ZaakVerdeling(_)
        | Topic::ZaakRij(_)
        | Topic::ZaakWat(_)
        | Topic::ZaakBesluit(_)
        | Topic::ZaakTeAccorderen(_)
        | Topic::ZaakTafel(_)
        | Topic::ZaakTaak(..)
        | Topic::Afspraak(_)
        | Topic::ZaakBrieven(_)
        | Topic::Persoon(_)
        | Topic::Gesprek(_)
        | Topic::Kantlijn(_)
        | Topic::Werkvoorraad(_)
        | Topic::Nieuw(_)
        | Topic::Gesprekken(_)
        | Topic::Document(_)
        | Topic::ZaakHuishouden(_)
        | Topic::Contact(_)
        | Topic::HuishoudenWat(_)
        | Topic::Huishouden(_)
        | Topic::Thuis(_)
        | Topic::Saldo(_)
        | Topic::Toekenningen(_)
        | Topic::Toestemmingen(_)
        | Topic::Glazen(_)
        | Topic::Leiding(_)
        | Topic::Beschermd(_)
        | Topic::Nazicht(_)
        | Topic::Inzage(_)
        | Topic::Caseload(_) => None,
    }
}

impl State {
    pub(super) fn groep_changed(&mut self, gemeente: GemeenteId, id: GroepId, why: &Aanleiding) {
        let todo = self.opnieuw(gemeente, |all, todo| todo.groep(all, id));
        self.redraw(gemeente, todo, why);
        self.leiding_changed(gemeente, why);
    }

    pub(super) fn plan_changed(
        &mut self,
        gemeente: GemeenteId,
        id: PlanId,
        rechten: bool,
        signaal: Option<SignaalId>,
        why: &Aanleiding,
    ) {
        let todo = self.opnieuw(gemeente, |all, todo| {
            todo.plan(all, id);
            let Some(plan) = all.plan(id).and_then(PlanRegel::inhoud) else { return };
            todo.groep(all, plan.groep);
            let touched = plan.signalen.iter().filter(|landed| rechten || Some(**landed) == signaal);
            touched.for_each(|landed| todo.signaal(all, *landed));
            if rechten {
                todo.rond(all, &plan.leden);
            }
        });
        if rechten {
            self.plan_rights_changed(gemeente, id);
            self.regie_changed(gemeente, why);
        }
        // Also when it went to another of those who lead it, which changes no right.
        self.leiding_changed(gemeente, why);
        self.signalen_recheck(gemeente, &todo);
        self.redraw(gemeente, todo, why);
    }

    /// Who leads the team hears what waits, and not by whom: that stands in it where it is theirs to know.
    fn leiding_changed(&mut self, gemeente: GemeenteId, why: &Aanleiding) {
        let why = Aanleiding { soort: why.soort.clone(), at: why.at, door: None };
        self.publish_if_other((gemeente, Topic::Leiding(gemeente)), &why);
    }

    /// Whoever reads one of these signalen and may not any more is off before the next frame.
    fn signalen_recheck(&self, gemeente: GemeenteId, todo: &Opnieuw) {
        for line in &todo.lines {
            if let Topic::SignaalRij(touched) = line {
                self.herzien.signaal(gemeente, *touched);
            }
        }
    }

    /// Who leads a plan knows that the zaken of its leden run; who does so no more does not.
    fn plan_rights_changed(&mut self, gemeente: GemeenteId, id: PlanId) {
        let per_lid: Vec<(PersoonId, Vec<ZaakId>)> = {
            let all = self.overzicht.lees();
            let Some(all) = all.gemeente(gemeente) else { return };
            let leden = all.plan(id).and_then(PlanRegel::inhoud).map(|plan| plan.leden.clone());
            leden.into_iter().flatten().map(|lid| (lid, all.zaken_van(lid).collect())).collect()
        };
        self.herzien.plan(gemeente, id);
        for (lid, zaken) in per_lid {
            self.expel(gemeente, &zaken);
            self.herzien.zaak(gemeente, &zaken, lid);
        }
    }

    /// A signaal is not kept any more: it leaves every open page and list, and what was counted with it is counted anew.
    pub(super) fn signaal_weg(
        &mut self,
        gemeente: GemeenteId,
        id: SignaalId,
        over: &[Uuid],
        plannen: &[PlanId],
        why: &Aanleiding,
    ) {
        let todo = self.opnieuw(gemeente, |_, todo| todo.signaal_weg(id, over, plannen));
        self.signalen_recheck(gemeente, &todo);
        self.redraw(gemeente, todo, why);
        self.keep_soon = true;
    }

    pub(super) fn signaal_changed(&mut self, gemeente: GemeenteId, id: SignaalId, why: &Aanleiding) {
        let todo = self.opnieuw(gemeente, |all, todo| todo.signaal(all, id));
        self.signalen_recheck(gemeente, &todo);
        self.redraw(gemeente, todo, why);
    }
}
