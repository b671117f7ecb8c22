//! Groepen, plans and signalen on the wire: their lines, the pages made of them, and who must look again after an event.
//!
//! A line here is told only when it reads otherwise than before, and its version counts only that: whoever sees a part of a plan
//! learns nothing of the rest, not by a frame, a number or a moment.

use std::collections::BTreeSet;

use keukentafel::domain::bevoegdheid::{Kring, Toegang};
use keukentafel::domain::ids::{GemeenteId, GroepId, PersoonId, PlanId, SignaalId, ZaakId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::protocol::rt::ServerMessage;
use keukentafel::protocol::topic::Topic;
use serde_json::value::{RawValue, to_raw_value};
use uuid::Uuid;

use super::actor::State;
use super::bundles::{Subject, members, zaak_line};
use super::following::may_follow;
use super::topics::Aanleiding;
use crate::deps::Namen;
use crate::entity::encode;
use crate::hub::Class;
use crate::overzicht::{Gemeenteoverzicht, PlanRegel};

/// What stands in one of these bundles for `wie`, at the moment that it is opened.
pub(super) fn members_of(all: &Gemeenteoverzicht, wie: &Wie, bundle: Topic) -> Vec<Subject> {
    if let Topic::Signalen(_) = bundle {
        let about = all.aandacht_voor(wie).into_iter().map(|item| Subject::Aandacht(item.id));
        return about.chain(all.register().map(Subject::Signaal)).collect();
    }
    if let Topic::Plannen(_) = bundle {
        let groepen = all.mijn_groepen(wie).into_iter().map(Subject::Groep);
        return groepen.chain(all.mijn_plannen(wie).into_iter().map(Subject::Plan)).collect();
    }
    let Topic::Plan(id) = bundle else { return Vec::new() };
    let Some(plan) = all.plan(id).and_then(PlanRegel::inhoud) else { return Vec::new() };
    let leden = plan.leden.iter().map(|lid| Subject::PlanLid(id, *lid));
    let zaken = plan.zaken.iter().map(|it| Subject::Zaak(it.zaak));
    let signalen = plan.signalen.iter().map(|signaal| Subject::Signaal(*signaal));
    std::iter::once(Subject::Plan(id)).chain(leden).chain(zaken).chain(signalen).collect()
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
            if zicht.alles { Some(Topic::PlanRij(id)) } else { part }
        }
        (Topic::Plan(id), Subject::PlanLid(of, lid)) if of == id => {
            let zicht = all.zicht_op_plan(wie, id);
            (!zicht.alles && zicht.leden.contains(&lid)).then_some(Topic::PlanLid(id, lid))
        }
        (Topic::Plan(id), Subject::Zaak(zaak)) => {
            let linked = all.plan(id)?.inhoud()?.zaken.iter().any(|it| it.zaak == zaak);
            zaak_line(zaak, all.toegang(wie, zaak)).filter(|_| linked && all.zicht_op_plan(wie, id).groep)
        }
        (Topic::Plan(id), Subject::Signaal(signaal)) => {
            let landed = all.plan(id)?.inhoud()?.signalen.contains(&signaal);
            (landed && all.zicht_op_plan(wie, id).alles).then_some(Topic::SignaalRij(signaal))
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
        Topic::PlanRij(id) => plan(id).alles,
        Topic::PlanDeelnemer(id) | Topic::Plan(id) => plan(id).groep,
        Topic::PlanLid(id, lid) => plan(id).leden.contains(&lid),
        Topic::SignaalDat(id) => signaal(id) >= Toegang::Dat,
        Topic::SignaalRij(id) => signaal(id) >= Toegang::Wat,
        Topic::Signalen(gemeente) => gemeente == wie.gemeente && Kring::van(wie.rol).is_some(),
        Topic::Plannen(who) => who == wie.id,
        Topic::Aandacht(..)
        | Topic::PlanWat(_)
        | Topic::PlanTafel(_)
        | Topic::SignaalWat(_)
        | Topic::ZaakDat(_)
        | Topic::ZaakRij(_)
        | Topic::ZaakWat(_)
        | Topic::ZaakTafel(_)
        | Topic::Persoon(_)
        | Topic::Gesprek(_)
        | Topic::Werkvoorraad(_)
        | Topic::Gesprekken(_)
        | Topic::Document(_)
        | Topic::ZaakHuishouden(_)
        | Topic::Contact(_)
        | Topic::HuishoudenWat(_)
        | Topic::Huishouden(_)
        | Topic::Saldo(_)
        | Topic::Inzage(_)
        | Topic::Caseload(_) => false,
    }
}

/// One of these lines as everybody under its view may see it.
pub(super) fn render(all: &Gemeenteoverzicht, topic: Topic, namen: &dyn Namen) -> Option<Box<RawValue>> {
    match topic {
        Topic::Groep(id) => to_raw_value(&all.groep_wat(id, namen)?).ok(),
        Topic::PlanRij(id) => to_raw_value(&all.plan_rij(id, namen)?).ok(),
        Topic::PlanDeelnemer(id) => to_raw_value(&all.plan_deelnemer(id, namen)?).ok(),
        Topic::PlanLid(id, lid) => to_raw_value(&all.plan_lid(id, lid, namen)?).ok(),
        Topic::SignaalDat(id) => to_raw_value(&all.signaal_rij(id, Toegang::Dat)?).ok(),
        Topic::SignaalRij(id) => to_raw_value(&all.signaal_rij(id, Toegang::Wat)?).ok(),
        Topic::Aandacht(over, kring) => to_raw_value(&all.aandacht(over, kring)?).ok(),
        Topic::PlanWat(_)
        | Topic::Plan(_)
        | Topic::PlanTafel(_)
        | Topic::Plannen(_)
        | Topic::Signalen(_)
        | Topic::SignaalWat(_)
        | Topic::ZaakDat(_)
        | Topic::ZaakRij(_)
        | Topic::ZaakWat(_)
        | Topic::ZaakTafel(_)
        | Topic::Persoon(_)
        | Topic::Gesprek(_)
        | Topic::Werkvoorraad(_)
        | Topic::Gesprekken(_)
        | Topic::Document(_)
        | Topic::ZaakHuishouden(_)
        | Topic::Contact(_)
        | Topic::HuishoudenWat(_)
        | Topic::Huishouden(_)
        | Topic::Saldo(_)
        | Topic::Inzage(_)
        | Topic::Caseload(_) => None,
    }
}

/// What must be drawn again after an event.
#[derive(Default)]
struct Opnieuw {
    lines: Vec<Topic>,
    /// In registers and lists of plans.
    subjects: Vec<Subject>,
    /// Whose pages.
    plannen: BTreeSet<PlanId>,
}

impl Opnieuw {
    fn groep(&mut self, all: &Gemeenteoverzicht, id: GroepId) {
        self.lines.push(Topic::Groep(id));
        self.subjects.push(Subject::Groep(id));
        self.aandacht(id.0);
        for persoon in all.groep(id).and_then(|regel| regel.gevormd()).into_iter().flat_map(|it| &it.leden) {
            self.aandacht(persoon.0);
        }
    }

    fn plan(&mut self, all: &Gemeenteoverzicht, id: PlanId) {
        self.lines.extend([Topic::PlanRij(id), Topic::PlanDeelnemer(id)]);
        let leden = all.plan(id).and_then(PlanRegel::inhoud).into_iter().flat_map(|plan| &plan.leden);
        self.lines.extend(leden.map(|lid| Topic::PlanLid(id, *lid)));
        self.subjects.push(Subject::Plan(id));
        self.plannen.insert(id);
    }

    fn signaal(&mut self, all: &Gemeenteoverzicht, id: SignaalId) {
        self.lines.extend([Topic::SignaalDat(id), Topic::SignaalRij(id)]);
        self.subjects.push(Subject::Signaal(id));
        self.plannen.extend(all.geland_in(id));
        all.aandacht_door(id).into_iter().for_each(|over| self.aandacht(over));
    }

    fn aandacht(&mut self, over: Uuid) {
        self.lines.extend(Kring::ALLE.map(|kring| Topic::Aandacht(over, kring)));
        self.subjects.push(Subject::Aandacht(over));
    }
}

impl State {
    pub(super) fn groep_changed(&mut self, gemeente: GemeenteId, id: GroepId, why: &Aanleiding) {
        let todo = self.opnieuw(gemeente, |all, todo| todo.groep(all, id));
        self.redraw(gemeente, todo, why);
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
        });
        if rechten {
            self.plan_rights_changed(gemeente, id);
        }
        for line in &todo.lines {
            if let Topic::SignaalRij(landed) = line {
                self.herzien.signaal(gemeente, *landed);
            }
        }
        self.redraw(gemeente, todo, why);
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

    pub(super) fn signaal_changed(&mut self, gemeente: GemeenteId, id: SignaalId, why: &Aanleiding) {
        let todo = self.opnieuw(gemeente, |all, todo| todo.signaal(all, id));
        self.redraw(gemeente, todo, why);
    }

    /// Who works on a zaak of a person sees parts of the plans of that person's groepen.
    pub(super) fn behandelaars_changed(
        &mut self,
        gemeente: GemeenteId,
        zaak: ZaakId,
        persoon: PersoonId,
        why: &Aanleiding,
    ) {
        let todo = self.opnieuw(gemeente, |all, todo| {
            let plans: BTreeSet<PlanId> =
                all.plannen_van_zaak(zaak).chain(all.plannen_van(persoon)).collect();
            plans.into_iter().for_each(|plan| todo.plan(all, plan));
        });
        self.redraw(gemeente, todo, why);
    }

    /// Somebody is called otherwise.
    pub(super) fn naam_changed(&mut self, gemeente: GemeenteId, persoon: PersoonId, why: &Aanleiding) {
        let todo = self.opnieuw(gemeente, |all, todo| {
            all.plannen_van(persoon).for_each(|plan| todo.plan(all, plan));
            all.groepen_van(persoon).for_each(|groep| todo.groep(all, groep));
            all.signalen_over(persoon).for_each(|signaal| todo.signaal(all, signaal));
        });
        self.redraw(gemeente, todo, why);
    }

    fn opnieuw(&self, gemeente: GemeenteId, fill: impl FnOnce(&Gemeenteoverzicht, &mut Opnieuw)) -> Opnieuw {
        let mut todo = Opnieuw::default();
        if let Some(all) = self.overzicht.lees().gemeente(gemeente) {
            fill(all, &mut todo);
        }
        todo
    }

    /// Rights before content: who may not look any more is off before the next frame.
    fn redraw(&mut self, gemeente: GemeenteId, todo: Opnieuw, why: &Aanleiding) {
        self.expel_lines(gemeente, todo.lines.iter().copied());
        let touched = self.bundles.touched(|wie, bundle| {
            let page = matches!(bundle, Topic::Plan(id) if todo.plannen.contains(&id));
            let list = matches!(bundle, Topic::Signalen(_) | Topic::Plannen(_));
            (page || list) && wie.gemeente == gemeente
        });
        for (conn, bundle) in &touched {
            let page = matches!(bundle, Topic::Plan(_));
            let subjects = if page { self.bundles.subjects(*conn, *bundle) } else { todo.subjects.clone() };
            for subject in subjects {
                self.leave_where_changed(*conn, *bundle, gemeente, subject);
            }
        }
        for line in todo.lines {
            self.publish_if_other((gemeente, line), why);
        }
        for (conn, bundle) in touched {
            let Some(open) = self.bundles.get_mut(conn, bundle) else { continue };
            let wie = open.conn.wie().clone();
            if !may_follow(&self.overzicht, &wie, bundle) {
                self.end_bundle(conn, bundle);
                continue;
            }
            let subjects = if matches!(bundle, Topic::Plan(_)) {
                let all = self.overzicht.lees();
                all.gemeente(gemeente).map(|all| members(all, &wie, bundle)).unwrap_or_default()
            } else {
                todo.subjects.clone()
            };
            for subject in subjects {
                self.enter(conn, bundle, gemeente, subject);
            }
        }
    }

    fn end_bundle(&mut self, conn: crate::hub::ConnId, bundle: Topic) {
        let Some(open) = self.bundles.get_mut(conn, bundle) else { return };
        let conn = std::sync::Arc::clone(&open.conn);
        self.verlaat(&conn, bundle);
        let a = self.bundles.number(bundle, &self.deps.numbers);
        conn.forget(a);
        conn.send(Class::Control, encode(&ServerMessage::Revoked { a }));
    }

    /// Tells a line when it reads otherwise than when somebody last read it.
    fn publish_if_other(&mut self, key: super::topics::Key, why: &Aanleiding) {
        let Some(before) = self.gelezen.get(&key) else { return };
        let Some(now) = self.render(key) else {
            // It is not there any more. Whoever had it in a list has let go; nobody else may hold on to how it was.
            self.gelezen.remove(&key);
            *self.revisies.entry(key).or_default() += 1;
            for (conn, a) in self.lines.expel(key, |_| false) {
                conn.forget(a);
                conn.send(Class::Control, encode(&ServerMessage::Revoked { a }));
            }
            return;
        };
        if now.get() == before.get() {
            return;
        }
        *self.revisies.entry(key).or_default() += 1;
        let v = self.revisie(key);
        // Who reported is nobody's business but of those who read the reports.
        let unnamed = matches!(key.1, Topic::SignaalDat(_) | Topic::SignaalRij(_) | Topic::Aandacht(..));
        let door = why.door.clone().filter(|_| !unnamed);
        let why = Aanleiding { soort: why.soort.clone(), at: why.at, door };
        self.lines.publish(key, v, &now, &why);
        self.gelezen.insert(key, now);
    }

    /// A line for somebody who begins to follow it, with the version that it has for its readers.
    pub(super) fn render_for_reader(&mut self, key: super::topics::Key) -> Option<Box<RawValue>> {
        let now = self.render(key)?;
        if is_quiet(key.1) {
            let before = self.gelezen.insert(key, now.clone());
            if before.is_some_and(|before| before.get() != now.get()) {
                *self.revisies.entry(key).or_default() += 1;
            }
        }
        Some(now)
    }
}

/// Whether a line's version counts only what its readers can see.
fn is_quiet(topic: Topic) -> bool {
    matches!(
        topic,
        Topic::Groep(_)
            | Topic::PlanRij(_)
            | Topic::PlanDeelnemer(_)
            | Topic::PlanLid(..)
            | Topic::SignaalDat(_)
            | Topic::SignaalRij(_)
            | Topic::Aandacht(..)
    )
}
