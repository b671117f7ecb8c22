//! Toekenningen on the wire: whoever has one gains what it gives at its begin, and loses it at its end, on every open screen.
//!
//! One timer stands for the next moment at which any of them begins or ends. The rights themselves need no timer: they are asked with
//! the time at each look. What the timer does is that nobody has to look.

use std::collections::BTreeSet;
use std::time::Duration;

use jiff::ToSpan;
use keukentafel::clock::Moment;
use keukentafel::domain::ids::{
    BeheerrekeningId, ContactId, DocumentId, GemeenteId, GesprekId, MedewerkerId, PersoonId, PlanId,
    SignaalId, ToekenningId, ZaakId,
};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::toekenning::{Meekijken, Voorwerp};
use keukentafel::protocol::topic::Topic;

use super::actor::State;
use super::following::may_follow;
use super::opnieuw::IN_PORTAAL;
use super::topics::Aanleiding;
use crate::hub::ConnId;
use crate::overzicht::{Gemeenteoverzicht, PlanRegel, Raakt};

/// As what it is told that consent holds no more, or again, by what is known of who gave it.
const TOESTEMMING: &str = "ToestemmingGewijzigd";

/// As what every change of it is told.
const MEEKIJKEN: &str = "MeekijkenGewijzigd";

/// What somebody may look into otherwise because of a toekenning.
#[derive(Default)]
pub(super) struct Geraakt {
    zaken: Vec<(PersoonId, Vec<ZaakId>)>,
    contacten: Vec<ContactId>,
    gesprekken: Vec<(GesprekId, Vec<DocumentId>)>,
    plannen: BTreeSet<PlanId>,
    signalen: Vec<SignaalId>,
    rekeningen: Vec<BeheerrekeningId>,
}

impl Geraakt {
    fn door(all: &Gemeenteoverzicht, voorwerp: Voorwerp) -> Self {
        let mut found = match voorwerp {
            Voorwerp::Vervanging { afwezige } => Self::werk_van(all, afwezige),
            Voorwerp::Glas { plan } => Self { plannen: BTreeSet::from([plan]), ..Self::default() },
            // Told apart, before this.
            Voorwerp::Meekijken { .. } => Self::default(),
            Voorwerp::Inzage { zaak } => Self {
                zaken: all
                    .zaak(zaak)
                    .and_then(|regel| regel.lopend())
                    .map(|lopend| (lopend.persoon, vec![zaak]))
                    .into_iter()
                    .collect(),
                contacten: all.contacten_van(&[zaak]),
                ..Self::default()
            },
        };
        let led = found.plannen.iter().filter_map(|plan| all.plan(*plan).and_then(PlanRegel::inhoud));
        found.signalen = led.flat_map(|plan| plan.signalen.iter().copied()).collect();
        found
    }

    /// All that is about this person or about who lives with them.
    pub(super) fn rond(all: &Gemeenteoverzicht, persoon: PersoonId) -> Self {
        let thuis = all.huisgenoten(persoon);
        let own: Vec<ZaakId> = all.zaken_van(persoon).collect();
        let gesprekken = own.iter().flat_map(|zaak| all.gesprekken_van(*zaak));
        let plannen: BTreeSet<PlanId> =
            all.plannen_van(persoon).chain(own.iter().flat_map(|zaak| all.plannen_van_zaak(*zaak))).collect();
        let landed = plannen.iter().filter_map(|plan| all.plan(*plan).and_then(PlanRegel::inhoud));
        let landed = landed.flat_map(|plan| plan.signalen.iter().copied());
        let over_groep = all.groepen_van(persoon).flat_map(|groep| all.signalen_over_groep(groep));
        Self {
            contacten: all
                .contacten_van(&own)
                .into_iter()
                .chain(all.contacten_waarin_spreekt(persoon))
                .collect(),
            gesprekken: gesprekken.map(|(id, regel)| (id, regel.documenten().to_vec())).collect(),
            signalen: landed.chain(over_groep).chain(all.signalen_over(persoon)).collect(),
            rekeningen: all.rekeningen_van_persoon(persoon),
            zaken: thuis.into_iter().map(|lid| (lid, all.zaken_van(lid).collect())).collect(),
            plannen,
        }
    }

    fn werk_van(all: &Gemeenteoverzicht, who: MedewerkerId) -> Self {
        let own: Vec<ZaakId> = all.zaken_van_behandelaar(who).collect();
        let led: BTreeSet<PlanId> = all.plannen_van_regisseur(who).collect();
        let persoon = |zaak: &ZaakId| all.zaak(*zaak)?.lopend().map(|zaak| zaak.persoon);
        let works_for = own.iter().filter_map(persoon).flat_map(|persoon| all.huisgenoten(persoon));
        let leden =
            led.iter().filter_map(|plan| all.plan(*plan)?.inhoud()).flat_map(|plan| plan.leden.clone());
        let personen: BTreeSet<PersoonId> = works_for.chain(leden).collect();
        let per_persoon = personen.into_iter().map(|persoon| (persoon, all.zaken_van(persoon).collect()));
        Self {
            zaken: per_persoon.collect(),
            contacten: all.contacten_van(&own),
            gesprekken: all.gesprekken_met(who),
            plannen: led.into_iter().chain(own.iter().flat_map(|zaak| all.plannen_van_zaak(*zaak))).collect(),
            signalen: Vec::new(),
            rekeningen: all.rekeningen_van_behandelaar(who),
        }
    }
}

impl State {
    /// A toekenning was given or ended, or its time came or went.
    pub(super) fn toekenning_changed(&mut self, gemeente: GemeenteId, id: ToekenningId, why: &Aanleiding) {
        for line in self.toekenning_werkt(gemeente, id, why) {
            self.publish_if_other((gemeente, line), why);
        }
    }

    /// Who gains or loses what by it does so; the lists that it stands in, to be told after that.
    fn toekenning_werkt(
        &mut self,
        gemeente: GemeenteId,
        id: ToekenningId,
        why: &Aanleiding,
    ) -> BTreeSet<Topic> {
        if self.meekijken_changed(gemeente, id, why) {
            return BTreeSet::new();
        }
        let (Raakt { aan, wie, persoon, voorwerp }, geraakt) = {
            let all = self.overzicht.lees();
            let Some(all) = all.gemeente(gemeente) else { return BTreeSet::new() };
            let Some(raakt) = all.raakt(id) else { return BTreeSet::new() };
            let geraakt = raakt.voorwerp.map(|voorwerp| Geraakt::door(all, voorwerp));
            (raakt, geraakt)
        };
        let is_glas = matches!(voorwerp, Some(Voorwerp::Glas { .. }));
        // What was asked and not given opens nothing yet.
        if let Some(geraakt) = geraakt {
            let aan = BTreeSet::from([aan]);
            self.mensen_kwijt(gemeente, &aan);
            self.herzie(gemeente, &geraakt);
            self.mensen_erbij(gemeente, &aan);
            self.latest.tell(gemeente, &aan);
            // What waits in the plans of who is away waits for who stands in.
            self.nieuw_changed(gemeente, aan, why.at);
        }
        let theirs = wie.into_iter().map(Topic::Toekenningen);
        let glazen = is_glas.then_some(Topic::Glazen(gemeente));
        theirs.chain(persoon.map(Topic::Toestemmingen)).chain(glazen).collect()
    }

    /// Others have or had gezag over this person now: consent that was given by gezag may hold no more. Why is not told with it, as who asked may not
    /// know of the gezag.
    pub(super) fn gezag_changed(&mut self, gemeente: GemeenteId, persoon: PersoonId, at: Moment) {
        let given = {
            let all = self.overzicht.lees();
            all.gemeente(gemeente).map(|all| all.op_gezag(persoon)).unwrap_or_default()
        };
        let why = Aanleiding { soort: TOESTEMMING.to_owned(), at, door: None };
        for id in given {
            self.toekenning_changed(gemeente, id, &why);
        }
    }

    /// One lid lets another see something, or does so no more: whether this was about that. Who sees it gains or loses it without a word; whose it is
    /// and who leads the plan read how it stands, and by whose hand is no part of it.
    fn meekijken_changed(&mut self, gemeente: GemeenteId, id: ToekenningId, why: &Aanleiding) -> bool {
        let it = {
            let all = self.overzicht.lees();
            all.gemeente(gemeente).and_then(|all| all.toekenning(id)?.meekijken())
        };
        let Some(Meekijken { plan, van, aan, .. }) = it else { return false };
        self.portaal_changed(gemeente, |wie| wie.persoon == Some(aan));
        self.bijdragen_opnieuw(gemeente, why.at);
        let why = Aanleiding { soort: MEEKIJKEN.to_owned(), at: why.at, door: None };
        self.publish_if_other((gemeente, Topic::Meekijken(van)), &why);
        self.publish_if_other((gemeente, Topic::PlanMeekijken(plan)), &why);
        true
    }

    /// It is known now that these accounts are this person, or no more: what they may not see about themselves, or of their own work under
    /// another account, leaves their screens at once.
    pub(super) fn accounts_changed(
        &mut self,
        gemeente: GemeenteId,
        persoon: PersoonId,
        accounts: &BTreeSet<MedewerkerId>,
    ) {
        let geraakt = {
            let all = self.overzicht.lees();
            let Some(all) = all.gemeente(gemeente) else { return };
            Geraakt::rond(all, persoon)
        };
        self.mensen_kwijt(gemeente, accounts);
        self.herzie(gemeente, &geraakt);
        self.mensen_erbij(gemeente, accounts);
        self.latest.tell(gemeente, accounts);
    }

    /// Others lead a plan now: whoever does sees its glas, and who did so does not.
    pub(super) fn regie_changed(&mut self, gemeente: GemeenteId, why: &Aanleiding) {
        for line in self.lines.open(gemeente, |topic| matches!(topic, Topic::Toekenningen(_))) {
            self.publish_if_other((gemeente, line), why);
        }
    }

    /// Tells of every boundary that is over; how long until the next, when the timer must be set for it.
    pub(super) fn grenzen(&mut self) -> Option<Duration> {
        let now = self.deps.clock.now();
        if self.overzicht.lees().volgende_grens().is_some_and(|grens| grens <= now) {
            let why = Aanleiding { soort: "ToekenningLooptAf".to_owned(), at: now, door: None };
            let over = self.overzicht.schrijf(|all| all.over_de_grens(now));
            // Rights of all of them first, and each list once: of what ends at one moment nobody waits for the lists of another.
            let lists = over.into_iter().flat_map(|(gemeente, id)| {
                let lines = self.toekenning_werkt(gemeente, id, &why);
                lines.into_iter().map(move |line| (gemeente, line))
            });
            for key in lists.collect::<BTreeSet<_>>() {
                self.publish_if_other(key, &why);
            }
        }
        self.beschermingen_over(now);
        self.andere_dag(now);
        let midnight = Moment::start_of(now.day().saturating_add(1.day()));
        let next = {
            let all = self.overzicht.lees();
            all.volgende_grens().into_iter().chain(all.volgende_bescherming()).chain([midnight]).min()
        };
        next.and_then(|grens| self.wekker.zet(grens, now))
    }

    /// With the day somebody's age changes, and gezag begins and ends (KING-R1e): who is in the portal is looked at again. Other actions
    /// are late (KING-AC1), and other looks that nobody looked back at (N-9), without any event.
    fn andere_dag(&mut self, now: Moment) {
        let today = now.day();
        if self.dag.replace(today).is_none_or(|before| before == today) {
            return;
        }
        let gemeenten: Vec<GemeenteId> = self.overzicht.lees().gemeenten().map(|(id, _)| id).collect();
        for gemeente in gemeenten {
            self.portaal_changed(gemeente, |wie| wie.in_portaal_voor().is_some());
        }
        let why = Aanleiding { soort: "DagBegonnen".to_owned(), at: now, door: None };
        // And what was kept from the leden of a plan until yesterday they see today.
        let by_day = |topic| {
            matches!(
                topic,
                Topic::PlanActie(..)
                    | Topic::PlanPortaal(_)
                    | Topic::PlanPortaalLid(..)
                    | Topic::PlanBijdragen(..)
                    | Topic::Nazicht(_)
                    // A talk of yesterday.
                    | Topic::Afspraak(_)
            )
        };
        for key in self.lines.followed(by_day) {
            self.publish_if_other(key, &why);
        }
    }

    /// For whom somebody speaks, or what they see, may be another by now: what they brought in reads otherwise, without a word of why.
    pub(super) fn bijdragen_opnieuw(&mut self, gemeente: GemeenteId, at: Moment) {
        let why = Aanleiding { soort: IN_PORTAAL.to_owned(), at, door: None };
        for key in self.lines.followed(|topic| matches!(topic, Topic::PlanBijdragen(..))) {
            if key.0 == gemeente {
                self.publish_if_other(key, &why);
            }
        }
    }

    /// Rights in the portal may be others now, for these.
    pub(super) fn portaal_changed(&mut self, gemeente: GemeenteId, concerned: impl Fn(&Wie) -> bool) {
        let concerned = |wie: &Wie| wie.gemeente == gemeente && concerned(wie);
        let mut who: BTreeSet<MedewerkerId> = self.bundles.mensen(concerned);
        who.extend(self.lines.mensen(concerned));
        self.mensen_kwijt(gemeente, &who);
        self.mensen_erbij(gemeente, &who);
    }

    pub(super) fn herzie(&self, gemeente: GemeenteId, geraakt: &Geraakt) {
        for (persoon, zaken) in &geraakt.zaken {
            self.herzien.zaak(gemeente, zaken, *persoon);
        }
        self.herzien.contacten(gemeente, &geraakt.contacten);
        for (gesprek, documenten) in &geraakt.gesprekken {
            self.herzien.gesprek(gemeente, *gesprek, documenten);
        }
        for plan in &geraakt.plannen {
            self.herzien.plan(gemeente, *plan);
        }
        for signaal in &geraakt.signalen {
            self.herzien.signaal(gemeente, *signaal);
        }
        for rekening in &geraakt.rekeningen {
            self.herzien.rekening(gemeente, *rekening);
        }
    }

    /// Rights before content: what these people may not see any more leaves their screens. All of them at once: each open line and page is asked
    /// one time, however many they are.
    pub(super) fn mensen_kwijt(&mut self, gemeente: GemeenteId, who: &BTreeSet<MedewerkerId>) {
        let held = self.lines.van_mensen(gemeente, who);
        self.expel_lines(gemeente, held.into_iter());
        for (conn, bundle) in self.open_bij(gemeente, who) {
            let Some(open) = self.bundles.get_mut(conn, bundle) else { continue };
            let wie = open.conn.wie().clone();
            if !may_follow(&self.overzicht, &wie, bundle) {
                self.end_bundle(conn, bundle);
                continue;
            }
            for subject in self.bundles.subjects(conn, bundle) {
                self.leave_where_changed(conn, bundle, gemeente, subject);
            }
        }
    }

    /// What they may see now comes on them.
    pub(super) fn mensen_erbij(&mut self, gemeente: GemeenteId, who: &BTreeSet<MedewerkerId>) {
        for (conn, bundle) in self.open_bij(gemeente, who) {
            self.enter_all(conn, bundle, gemeente);
        }
    }

    fn open_bij(&self, gemeente: GemeenteId, who: &BTreeSet<MedewerkerId>) -> Vec<(ConnId, Topic)> {
        self.bundles.touched(|wie, _| wie.gemeente == gemeente && who.contains(&wie.id))
    }
}
