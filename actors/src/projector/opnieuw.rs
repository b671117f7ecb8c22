//! What must be drawn again after an event, and in which order: who may not look any more is off before the next frame, then lines read
//! otherwise, then whoever may look now comes in.

use std::collections::BTreeSet;

use keukentafel::domain::bevoegdheid::Kring;
use keukentafel::domain::ids::{
    GemeenteId, GesprekId, GroepId, MedewerkerId, PersoonId, PlanId, SignaalId, ZaakId,
};
use keukentafel::domain::plan::Eigenaar;
use keukentafel::protocol::topic::Topic;
use uuid::Uuid;

use super::actor::{State, revoke};
use super::bundles::{Subject, zaak_lines};
use super::following::may_follow;
use super::topics::{Aanleiding, Key};
use crate::hub::ConnId;
use crate::overzicht::{Gemeenteoverzicht, PlanRegel, SignaalRegel, ZaakRegel};

/// As what every change of a plan is told in the portal.
pub(super) const IN_PORTAAL: &str = "PlanGewijzigd";

/// What an event touches.
#[derive(Default)]
pub(super) struct Opnieuw {
    /// Lines that are told with every event that touches them.
    pub(super) luid: Vec<Topic>,
    /// Lines that are told when they read otherwise, and whose readers may have changed.
    pub(super) lines: Vec<Topic>,
    /// In registers and lists of plans.
    subjects: Vec<Subject>,
    /// Whose lists of what they are to do.
    eigenaars: BTreeSet<MedewerkerId>,
    /// Pages that are entered anew as a whole: who may know of what is on them may be others.
    paginas: BTreeSet<Topic>,
    /// Whose address may be shown otherwise.
    adressen: BTreeSet<PersoonId>,
}

impl Opnieuw {
    pub(super) fn groep(&mut self, all: &Gemeenteoverzicht, id: GroepId) {
        self.lines.push(Topic::Groep(id));
        self.subjects.push(Subject::Groep(id));
        self.aandacht(id.0);
        for persoon in all.groep(id).and_then(|regel| regel.gevormd()).into_iter().flat_map(|it| &it.leden) {
            self.aandacht(persoon.0);
        }
    }

    pub(super) fn plan(&mut self, all: &Gemeenteoverzicht, id: PlanId) {
        self.lines.extend([Topic::PlanRij(id), Topic::PlanDeelnemer(id), Topic::PlanPortaal(id)]);
        self.lines.push(Topic::PlanMeekijken(id));
        let Some(plan) = all.plan(id).and_then(PlanRegel::inhoud) else { return };
        for lid in &plan.leden {
            self.lines.extend([Topic::PlanLid(id, *lid), Topic::PlanPortaalLid(id, *lid)]);
            self.lines.extend([Topic::Meekijken(*lid), Topic::PlanBijdragen(id, *lid)]);
            self.subjects.extend([Subject::PlanLid(id, *lid), Subject::Bijdragen(id, *lid)]);
        }
        for actie in &plan.acties {
            if let Eigenaar::Medewerker(who) = actie.afspraak.eigenaar {
                self.lines.push(Topic::PlanActie(id, actie.id));
                self.eigenaars.insert(who);
                self.eigenaars.extend(all.vervangers(&[who]));
            }
        }
        self.subjects.push(Subject::Plan(id));
        self.paginas.insert(Topic::Plan(id));
        self.paginas.extend(plan.signalen.iter().map(|landed| Topic::Signaal(*landed)));
    }

    /// What an event of a zaak touches by itself. Of what changes nothing for them, who may only know that it runs hear nothing: not by
    /// content, moment or number. Nor does who sees nothing but the besluit that waits in it.
    pub(super) fn zaak(&mut self, zaak: ZaakId, dat: bool, akkoord: bool) {
        let only_dat = |line: &Topic| {
            matches!(line, Topic::ZaakDat(_) | Topic::ZaakVerdeling(_) | Topic::ZaakHuishouden(_))
        };
        let besluit = |line: &Topic| matches!(line, Topic::ZaakBesluit(_) | Topic::ZaakTeAccorderen(_));
        let told = |line: &Topic| (dat || !only_dat(line)) && (dat || akkoord || !besluit(line));
        self.luid.extend(zaak_lines(zaak).into_iter().filter(told));
        if !dat {
            // By when somebody must be spoken to stands there alone, and can be over by itself.
            self.lines.push(Topic::ZaakVerdeling(zaak));
        }
    }

    /// The taken of a zaak, and the lists of who works on it or did until now.
    pub(super) fn taken(&mut self, all: &Gemeenteoverzicht, zaak: ZaakId, voorheen: &[MedewerkerId]) {
        let Some(lopend) = all.zaak(zaak).and_then(ZaakRegel::lopend).filter(|it| !it.taken.is_empty())
        else {
            return;
        };
        self.lines.extend(lopend.taken.iter().map(|taak| Topic::ZaakTaak(zaak, taak.id)));
        self.eigenaars.extend(lopend.behandelaars.iter().chain(voorheen));
    }

    /// When these talks are held, and the lists of who takes part in one or did until now, or to whom it comes in the portal.
    pub(super) fn afspraken(
        &mut self,
        gesprekken: impl IntoIterator<Item = GesprekId>,
        mensen: impl IntoIterator<Item = MedewerkerId>,
    ) {
        self.lines.extend(gesprekken.into_iter().map(Topic::Afspraak));
        self.eigenaars.extend(mensen);
    }

    pub(super) fn signaal(&mut self, all: &Gemeenteoverzicht, id: SignaalId) {
        self.lines.extend([Topic::SignaalDat(id), Topic::SignaalRij(id)]);
        self.subjects.push(Subject::Signaal(id));
        self.paginas.insert(Topic::Signaal(id));
        self.eigenaars.extend(all.wie_het_raakt(id));
        // What went up in it is where it is.
        let within = all.signaal(id).and_then(SignaalRegel::gemeld).map(|signaal| &signaal.samengevoegd);
        within.into_iter().flatten().for_each(|other| self.signaal(all, *other));
        self.paginas.extend(all.geland_in(id).map(Topic::Plan));
        all.aandacht_door(id).into_iter().for_each(|over| self.aandacht(over));
    }

    /// One that is not there any more: what it was about and where it lay is told by who saw it go.
    pub(super) fn signaal_weg(&mut self, id: SignaalId, over: &[Uuid], plannen: &[PlanId]) {
        self.lines.extend([Topic::SignaalDat(id), Topic::SignaalRij(id)]);
        self.subjects.push(Subject::Signaal(id));
        self.paginas.insert(Topic::Signaal(id));
        self.paginas.extend(plannen.iter().copied().map(Topic::Plan));
        over.iter().for_each(|over| self.aandacht(*over));
    }

    fn aandacht(&mut self, over: Uuid) {
        self.lines.extend(Kring::ALLE.map(|kring| Topic::Aandacht(over, kring)));
        self.subjects.push(Subject::Aandacht(over));
    }

    /// Who may know of the zaken of these persons may be others: the pages of their huishoudens and of their plans.
    pub(super) fn rond(&mut self, all: &Gemeenteoverzicht, personen: &[PersoonId]) {
        for persoon in personen {
            self.paginas.extend(all.plannen_van(*persoon).map(Topic::Plan));
            self.paginas.insert(Topic::Thuis(*persoon));
            if let Some(thuis) = all.huishouden_van(*persoon) {
                self.lines.push(Topic::HuishoudenWat(thuis));
                self.paginas.insert(Topic::Huishouden(thuis));
            }
        }
    }

    /// Where these persons live may be shown otherwise: on their own page, and in the signalen about them.
    pub(super) fn adres(&mut self, all: &Gemeenteoverzicht, personen: &[PersoonId]) {
        self.adressen.extend(personen);
        let about = personen.iter().flat_map(|persoon| all.signalen_over(*persoon));
        self.lines.extend(about.map(Topic::SignaalRij));
    }

    /// This page.
    pub(super) fn pagina(&mut self, pagina: Topic) {
        self.paginas.insert(pagina);
    }
}

impl State {
    pub(super) fn opnieuw(
        &self,
        gemeente: GemeenteId,
        fill: impl FnOnce(&Gemeenteoverzicht, &mut Opnieuw),
    ) -> Opnieuw {
        let mut todo = Opnieuw::default();
        if let Some(all) = self.overzicht.lees().gemeente(gemeente) {
            fill(all, &mut todo);
        }
        todo
    }

    pub(super) fn redraw(&mut self, gemeente: GemeenteId, todo: Opnieuw, why: &Aanleiding) {
        self.herzien.personen(gemeente, &todo.adressen);
        self.expel_lines(gemeente, todo.luid.iter().chain(&todo.lines).copied());
        let touched = self.touched(gemeente, &todo);
        for (conn, bundle) in &touched {
            if is_page(*bundle) {
                self.leave_all(*conn, *bundle, gemeente);
            } else {
                for subject in &todo.subjects {
                    self.leave_where_changed(*conn, *bundle, gemeente, *subject);
                }
            }
        }
        for line in todo.luid {
            self.publish((gemeente, line), why);
        }
        for line in todo.lines {
            self.publish_if_other((gemeente, line), why);
        }
        for (conn, bundle) in touched {
            if is_page(bundle) {
                self.enter_all(conn, bundle, gemeente);
            } else {
                for subject in &todo.subjects {
                    self.enter(conn, bundle, gemeente, *subject);
                }
            }
        }
    }

    /// The open pages and lists that this touches; a page that its reader may not look at any more is ended.
    fn touched(&mut self, gemeente: GemeenteId, todo: &Opnieuw) -> Vec<(ConnId, Topic)> {
        let mut touched = self.bundles.touched(|wie, bundle| {
            let own = matches!(bundle, Topic::Acties(who) if todo.eigenaars.contains(&who));
            let list = matches!(bundle, Topic::Signalen(_) | Topic::Plannen(_)) && !todo.subjects.is_empty();
            wie.gemeente == gemeente && (own || list || todo.paginas.contains(&bundle))
        });
        touched.retain(|(conn, bundle)| {
            let open = self.bundles.get(*conn, *bundle);
            let may = open.is_some_and(|open| may_follow(&self.overzicht, open.conn.wie(), *bundle));
            if !may {
                self.end_bundle(*conn, *bundle);
            }
            may
        });
        touched
    }

    /// Tells a line to whoever follows it.
    pub(super) fn publish(&mut self, key: Key, why: &Aanleiding) {
        if self.lines.is_followed(key)
            && self.mag_verteld(key, why)
            && let Some(line) = self.render(key)
        {
            self.lines.publish(key, &line, why);
        }
    }

    /// Tells a line when it reads otherwise than when somebody last read it.
    pub(super) fn publish_if_other(&mut self, key: Key, why: &Aanleiding) {
        if self.lines.gelezen(key).is_none() {
            return;
        }
        let Some(now) = self.render(key) else {
            // It is not there any more. Whoever had it in a list has let go; nobody else may hold on to how it was.
            for (conn, a) in self.lines.expel(key, |_| false) {
                self.bundles.drop_line(conn.id(), key.1);
                revoke(&conn, a);
            }
            return;
        };
        if self.lines.gelezen(key).is_some_and(|before| before.get() == now.get()) {
            return;
        }
        // Who reported is nobody's business but of those who read the reports.
        let unnamed = matches!(key.1, Topic::SignaalDat(_) | Topic::SignaalRij(_) | Topic::Aandacht(..));
        let door = why.door.clone().filter(|_| !unnamed);
        // What its leden see is told without what happened and by whose hand: that something was kept from them, or is no longer, would be too.
        let in_portaal =
            matches!(key.1, Topic::PlanPortaal(_) | Topic::PlanPortaalLid(..) | Topic::PlanBijdragen(..));
        let why = match in_portaal {
            true => Aanleiding { soort: IN_PORTAAL.to_owned(), at: why.at, door: None },
            false => Aanleiding { soort: why.soort.clone(), at: why.at, door },
        };
        if self.mag_verteld(key, &why) {
            self.lines.publish(key, &now, &why);
        }
    }
}

/// Whether a bundle is a page, short enough to be looked at as a whole: what belongs to one thing or waits for one person. Of a longer list
/// only what was touched is looked at.
fn is_page(bundle: Topic) -> bool {
    matches!(
        bundle,
        Topic::Plan(_) | Topic::Signaal(_) | Topic::Huishouden(_) | Topic::Thuis(_) | Topic::Acties(_)
    )
}

/// Whether a line is told only when it reads otherwise: its version then counts only what its readers can see.
pub(super) fn is_quiet(topic: Topic) -> bool {
    matches!(
        topic,
        Topic::Groep(_)
            | Topic::PlanRij(_)
            | Topic::PlanDeelnemer(_)
            | Topic::PlanLid(..)
            | Topic::PlanPortaal(_)
            | Topic::PlanMeekijken(_)
            | Topic::Meekijken(_)
            | Topic::PlanPortaalLid(..)
            | Topic::PlanBijdragen(..)
            | Topic::PlanActie(..)
            | Topic::ZaakTaak(..)
            | Topic::ZaakVerdeling(_)
            | Topic::Afspraak(_)
            | Topic::ZaakBrieven(_)
            | Topic::SignaalDat(_)
            | Topic::SignaalRij(_)
            | Topic::Nieuw(_)
            | Topic::Toekenningen(_)
            | Topic::Toestemmingen(_)
            | Topic::Glazen(_)
            | Topic::Leiding(_)
            | Topic::Beschermd(_)
            | Topic::Nazicht(_)
            | Topic::HuishoudenWat(_)
            | Topic::Aandacht(..)
    )
}
