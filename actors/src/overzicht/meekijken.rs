//! What leden of a groep let each other see (KING-R1f, KING-R1g). Whether it holds is asked with the present moment at each look; and only while
//! both are leden of a plan that runs.

use std::collections::{BTreeSet, HashMap};

use keukentafel::clock::Moment;
use keukentafel::domain::bevoegdheid::{Meekijkfeiten, Toegang, ziet_eigen_meekijkers};
use keukentafel::domain::ids::{MedewerkerId, PersoonId, PlanId, ToekenningId, ZaakId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::toekenning::{Meekijken, Meekijkstand, Meekijkwat, Toekenning, Verleend};
use keukentafel::limits::MEEKIJKEN_LOPEND_MAX;
use keukentafel::protocol::view::{LidKort, MeekijkRij, MeekijkZaak, MeekijkenInPlan, MeekijkenVanMij};

use super::toekenningen::uit;
use super::{Gemeenteoverzicht, PlanRegel};

/// What leden let each other see in one municipality, of which the last day is not over.
#[derive(Debug, Default)]
pub(super) struct Meekijkers {
    /// By whose it is.
    van: HashMap<PersoonId, BTreeSet<ToekenningId>>,
    /// By who sees it.
    aan: HashMap<PersoonId, BTreeSet<ToekenningId>>,
    /// By plan.
    op_plan: HashMap<PlanId, BTreeSet<ToekenningId>>,
    /// How often this person ever let somebody see something.
    keren: HashMap<PersoonId, u64>,
}

impl Meekijkers {
    pub(super) fn zet(&mut self, id: ToekenningId, toekenning: &Toekenning, now: Moment) {
        let Some(verleend) = toekenning.verleend().filter(|it| now < it.tot) else { return };
        let Some(Meekijken { plan, van, aan, .. }) = verleend.meekijken() else { return };
        self.van.entry(van).or_default().insert(id);
        self.aan.entry(aan).or_default().insert(id);
        self.op_plan.entry(plan).or_default().insert(id);
    }

    /// One that was not there before: it counts for good, also when it ends.
    pub(super) fn tel(&mut self, toekenning: &Toekenning) {
        if let Some(Meekijken { van, .. }) = toekenning.verleend().and_then(Verleend::meekijken) {
            *self.keren.entry(van).or_default() += 1;
        }
    }

    pub(super) fn vergeet(&mut self, id: ToekenningId, verleend: &Verleend) {
        let Some(Meekijken { plan, van, aan, .. }) = verleend.meekijken() else { return };
        uit(&mut self.van, van, id);
        uit(&mut self.aan, aan, id);
        uit(&mut self.op_plan, plan, id);
    }
}

impl Gemeenteoverzicht {
    fn meekijken<'a>(
        &'a self,
        ids: Option<&'a BTreeSet<ToekenningId>>,
    ) -> impl Iterator<Item = (ToekenningId, &'a Verleend, Meekijken)> {
        ids.into_iter().flatten().filter_map(|id| {
            let verleend = self.toekenning(*id)?;
            Some((*id, verleend, verleend.meekijken()?))
        })
    }

    /// Whether both are leden of this plan, and it runs.
    fn samen(&self, plan: PlanId, een: PersoonId, ander: PersoonId) -> bool {
        let running = self.plan(plan).and_then(PlanRegel::lopend);
        running.is_some_and(|plan| plan.leden.contains(&een) && plan.leden.contains(&ander))
    }

    /// What others let this person see now.
    fn geldt_voor(&self, aan: PersoonId) -> impl Iterator<Item = Meekijken> + '_ {
        let now = self.nu();
        let open = self.meekijken(self.toekenningen.meekijkers.aan.get(&aan));
        open.filter(move |(_, verleend, it)| verleend.geldt_op(now) && self.samen(it.plan, it.van, it.aan))
            .map(|(_, _, it)| it)
    }

    /// The leden who let this person see their part of a plan now.
    pub(super) fn laten_meekijken(&self, aan: PersoonId, plan: PlanId) -> Vec<PersoonId> {
        let parts = self.geldt_voor(aan).filter(|it| it.plan == plan && it.wat == Meekijkwat::EigenDeel);
        parts.map(|it| it.van).collect()
    }

    /// The zaken of others of which `wie` may know in the portal, because those let them.
    #[must_use]
    pub fn zaken_van_medeleden(&self, wie: &Wie) -> Vec<ZaakId> {
        let Some(persoon) = wie.persoon else { return Vec::new() };
        let zaak = |it: Meekijken| match it.wat {
            Meekijkwat::Zaak(zaak) if self.portaalzicht(wie, it.plan).groep => Some(zaak),
            Meekijkwat::Zaak(_) | Meekijkwat::EigenDeel => None,
        };
        self.geldt_voor(persoon).filter_map(zaak).collect()
    }

    /// Whether `wie` may know of this zaak because its person lets them.
    #[must_use]
    pub(super) fn weet_door_medelid(&self, wie: &Wie, zaak: ZaakId) -> bool {
        self.zaken_van_medeleden(wie).contains(&zaak)
    }

    /// How far `wie` may look at this zaak because its person lets them: that it runs, and only where the table of rights says so.
    #[must_use]
    pub fn toegang_als_medelid(&self, wie: &Wie, zaak: ZaakId) -> Toegang {
        if self.weet_door_medelid(wie, zaak) {
            self.toegang_bij_persoon(wie, zaak).min(Toegang::Dat)
        } else {
            Toegang::Niets
        }
    }

    /// How `wie` stands to what they want to let another lid see; `None` when the plan is not theirs.
    #[must_use]
    pub fn meekijkfeiten(
        &self,
        wie: &Wie,
        plan: PlanId,
        aan: PersoonId,
        wat: Meekijkwat,
    ) -> Option<Meekijkfeiten> {
        let van = wie.persoon.filter(|_| self.portaalzicht(wie, plan).groep)?;
        let eigen = match wat {
            Meekijkwat::EigenDeel => true,
            Meekijkwat::Zaak(zaak) => {
                let own = self.zaak(zaak).and_then(|it| it.lopend()).is_some_and(|it| it.persoon == van);
                own && self.toegang(wie, zaak) > Toegang::Niets
            }
        };
        let leeftijd = self.leeftijd(van, self.nu().day());
        Some(Meekijkfeiten { van, leeftijd, aan, samen: self.samen(plan, van, aan), eigen })
    }

    /// How often this person ever let somebody see something: the next time is one further, and can be had once.
    #[must_use]
    pub fn keren_laten_meekijken(&self, van: PersoonId) -> u64 {
        self.toekenningen.meekijkers.keren.get(&van).copied().unwrap_or_default()
    }

    /// Why it is one too many.
    #[must_use]
    pub fn meekijken_te_veel(&self, it: &Meekijken) -> Option<&'static str> {
        let now = self.nu();
        let open = self.meekijken(self.toekenningen.meekijkers.van.get(&it.van));
        let open: Vec<_> = open.filter(|(_, verleend, _)| verleend.loopt_nog(now)).collect();
        if open.iter().any(|(_, _, other)| other == it) {
            Some("meekijken.loopt_al")
        } else if open.len() >= MEEKIJKEN_LOPEND_MAX {
            Some("meekijken.te_veel")
        } else {
            None
        }
    }

    /// The plan of this, and who leads it; `None` when it is no such toekenning.
    #[must_use]
    pub fn plan_van_meekijken(&self, id: ToekenningId) -> Option<(PlanId, Vec<MedewerkerId>)> {
        let plan = self.toekenning(id)?.meekijken()?.plan;
        Some((plan, self.plan(plan)?.inhoud()?.regisseurs.clone()))
    }

    /// Whether `wie` sees what this person lets others see.
    #[must_use]
    pub fn ziet_meekijkers_van(&self, wie: &Wie, persoon: PersoonId) -> bool {
        ziet_eigen_meekijkers(wie, persoon, self.leeftijd(persoon, self.nu().day()))
    }

    /// What a person lets others see, for that person: what runs, and what a regisseur stopped.
    #[must_use]
    pub fn meekijken_van(&self, persoon: PersoonId) -> MeekijkenVanMij {
        let open = self.meekijken(self.toekenningen.meekijkers.van.get(&persoon));
        MeekijkenVanMij { persoon, items: open.filter_map(|it| self.meekijkrij(&it)).collect() }
    }

    /// What the leden of a plan let each other see, for who leads it.
    #[must_use]
    pub fn meekijken_in_plan(&self, plan: PlanId) -> Option<MeekijkenInPlan> {
        self.plan(plan)?.inhoud()?;
        let open = self.meekijken(self.toekenningen.meekijkers.op_plan.get(&plan));
        Some(MeekijkenInPlan { plan, items: open.filter_map(|it| self.meekijkrij(&it)).collect() })
    }

    fn meekijkrij(&self, (id, verleend, it): &(ToekenningId, &Verleend, Meekijken)) -> Option<MeekijkRij> {
        let now = self.nu();
        let running = self.samen(it.plan, it.van, it.aan) && now < verleend.tot;
        let stand = match (&verleend.gestopt, verleend.loopt_nog(now)) {
            (Some(_), _) => Meekijkstand::Gestopt,
            (None, true) if verleend.geldt_op(now) => Meekijkstand::Geldt,
            (None, true) => Meekijkstand::Bedenktijd,
            // Taken back, it never was.
            (None, false) => return None,
        };
        let lid = |id: PersoonId| LidKort { id, naam: self.bij_naam(id).naam };
        let zaak = |id: ZaakId| {
            let lopend = self.zaak(id)?.lopend()?;
            let (zaaktype_naam, zaaknummer) = (lopend.zaaktype.naam().to_owned(), lopend.zaaknummer.clone());
            Some(MeekijkZaak { id, zaaktype_naam, zaaknummer })
        };
        running.then(|| MeekijkRij {
            id: *id,
            plan: it.plan,
            van: lid(it.van),
            aan: lid(it.aan),
            zaak: match it.wat {
                Meekijkwat::EigenDeel => None,
                Meekijkwat::Zaak(id) => zaak(id),
            },
            begint_op: verleend.van,
            tot_en_met: verleend.tot.plus_micros(-1).day(),
            stand,
        })
    }
}
