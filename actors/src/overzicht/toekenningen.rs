//! Toekenningen: who has which right for how long. Whether one holds is asked with the present moment at each look, so that a
//! right ends by itself, also when nothing happens.

use std::collections::{BTreeSet, HashMap};
use std::fmt;
use std::sync::Arc;

use keukentafel::clock::{Clock, ManualClock, Moment, SystemClock};
use keukentafel::domain::bevoegdheid::Leesrecht;
use keukentafel::domain::ids::{MedewerkerId, PersoonId, PlanId, ToekenningId};
use keukentafel::domain::medewerker::{Rol, Wie};
use keukentafel::domain::toekenning::{Toekenning, Verleend, Voorwerp};
use keukentafel::limits::GLAZEN_GETOOND_MAX;
use keukentafel::protocol::view::{GlasWat, GlazenWat, LidKort, ToekenningenWat, VervangingWat};
use keukentafel::store::{Fault, FeedEvent, StreamId, StreamKind};
use serde::{Deserialize, Serialize};

use super::apply::fold;
use super::meekijken::Meekijkers;
use super::toekenning_wat::{glas, vervanging};
use super::toestemmingen::Toestemmingen;
use super::{Gemeenteoverzicht, Overzicht, Wijziging};
use crate::deps::Namen;

/// The clock by which rights hold: the node's own. Until a node hands its own in, the machine's.
#[derive(Clone)]
pub(super) struct Klok(Arc<dyn Clock>);

impl Klok {
    /// One that stands still: what held at a moment.
    pub(super) fn stil(op: Moment) -> Self {
        Self(Arc::new(ManualClock::at(op)))
    }
}

impl Default for Klok {
    fn default() -> Self {
        Self(Arc::new(SystemClock::default()))
    }
}

impl fmt::Debug for Klok {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Klok({})", self.0.now())
    }
}

/// A toekenning, with its version.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ToekenningRegel {
    toekenning: Toekenning,
    versie: u64,
}

impl ToekenningRegel {
    pub(super) fn toekenning(&self) -> &Toekenning {
        &self.toekenning
    }

    /// The moments at which it begins or ends, when it has not ended at `now`.
    fn grenzen(&self, now: Moment) -> Vec<Moment> {
        // What a regisseur stopped stands with whose it is until its last day.
        let open = |it: &&Verleend| it.loopt_nog(now) || (it.gestopt.is_some() && now < it.tot);
        let given = self.verleend().filter(open).map(|it| vec![it.van, it.tot]);
        let asked = self.toekenning.gevraagd().filter(|it| it.open_op(now)).map(|it| vec![it.vervalt_op]);
        given.or(asked).unwrap_or_default()
    }

    /// What was given; `None` of what was asked and not given.
    #[must_use]
    pub fn verleend(&self) -> Option<&Verleend> {
        self.toekenning.verleend()
    }
}

/// The toekenningen of one municipality. What has ended is in none of the indices: a look costs what holds and not what ever held.
#[derive(Debug, Default)]
pub(super) struct Toekenningen {
    pub(super) klok: Klok,
    pub(super) alle: HashMap<ToekenningId, ToekenningRegel>,
    aan: HashMap<MedewerkerId, BTreeSet<ToekenningId>>,
    vervangingen_van: HashMap<MedewerkerId, BTreeSet<ToekenningId>>,
    /// Moments at which one begins or ends, that are still to come.
    grenzen: BTreeSet<(Moment, ToekenningId)>,
    /// Of each plan every glas that was not looked back at.
    glas_op_plan: HashMap<PlanId, BTreeSet<ToekenningId>>,
    /// The same of all plans: ids rise with time.
    te_beoordelen: BTreeSet<ToekenningId>,
    /// Of these what is about consent. It is in none of the others.
    pub(super) toestemmingen: Toestemmingen,
    /// And what leden of a groep let each other see, which is in none of the others either.
    pub(super) meekijkers: Meekijkers,
}

impl Toekenningen {
    pub(super) fn zet(&mut self, id: ToekenningId, regel: ToekenningRegel) {
        let now = self.klok.0.now();
        if !self.alle.contains_key(&id) {
            self.meekijkers.tel(&regel.toekenning);
        }
        self.vergeet(id);
        self.toestemmingen.zet(id, &regel.toekenning, now);
        self.meekijkers.zet(id, &regel.toekenning, now);
        let to_come = regel.grenzen(now).into_iter().filter(|grens| *grens > now);
        self.grenzen.extend(to_come.map(|grens| (grens, id)));
        let apart =
            |it: &Verleend| matches!(it.voorwerp, Voorwerp::Inzage { .. } | Voorwerp::Meekijken { .. });
        if let Some(verleend) = regel.verleend().filter(|it| !apart(it)) {
            if verleend.loopt_nog(now) {
                self.aan.entry(verleend.aan).or_default().insert(id);
                if let Voorwerp::Vervanging { afwezige } = verleend.voorwerp {
                    self.vervangingen_van.entry(afwezige).or_default().insert(id);
                }
            }
            if let (Voorwerp::Glas { plan }, None) = (verleend.voorwerp, &verleend.beoordeling) {
                self.glas_op_plan.entry(plan).or_default().insert(id);
                self.te_beoordelen.insert(id);
            }
        }
        self.alle.insert(id, regel);
    }

    /// Takes one out of every index.
    fn vergeet(&mut self, id: ToekenningId) {
        let Some(regel) = self.alle.get(&id) else { return };
        self.toestemmingen.vergeet(id, &regel.toekenning);
        if let Some(vraag) = regel.toekenning.gevraagd() {
            self.grenzen.remove(&(vraag.vervalt_op, id));
        }
        let Some(verleend) = regel.verleend() else { return };
        self.meekijkers.vergeet(id, verleend);
        uit(&mut self.aan, verleend.aan, id);
        match verleend.voorwerp {
            Voorwerp::Vervanging { afwezige } => uit(&mut self.vervangingen_van, afwezige, id),
            Voorwerp::Glas { plan } => uit(&mut self.glas_op_plan, plan, id),
            Voorwerp::Inzage { .. } | Voorwerp::Meekijken { .. } => {}
        }
        for grens in [verleend.van, verleend.tot] {
            self.grenzen.remove(&(grens, id));
        }
        self.te_beoordelen.remove(&id);
    }

    fn van<'a>(
        &'a self,
        ids: Option<&'a BTreeSet<ToekenningId>>,
    ) -> impl Iterator<Item = (ToekenningId, &'a Verleend)> {
        ids.into_iter().flatten().filter_map(|id| Some((*id, self.alle.get(id)?.verleend()?)))
    }

    /// The boundaries that are over at `now`, each once; what ended by them is let go.
    fn over(&mut self, now: Moment) -> Vec<ToekenningId> {
        let mut touched = BTreeSet::new();
        while let Some(first) = self.grenzen.first().copied().filter(|(grens, _)| *grens <= now) {
            self.grenzen.remove(&first);
            touched.insert(first.1);
        }
        for id in &touched {
            let ended = self.alle.get(id).is_some_and(|regel| regel.grenzen(now).is_empty());
            if let Some(regel) = self.alle.get(id).cloned().filter(|_| ended) {
                self.zet(*id, regel);
            }
        }
        touched.into_iter().collect()
    }
}

pub(super) fn uit<K: std::hash::Hash + Eq>(
    all: &mut HashMap<K, BTreeSet<ToekenningId>>,
    key: K,
    id: ToekenningId,
) {
    if let Some(ids) = all.get_mut(&key) {
        ids.remove(&id);
        if ids.is_empty() {
            all.remove(&key);
        }
    }
}

impl Gemeenteoverzicht {
    pub(super) fn met_klok(klok: Klok) -> Self {
        let mut all = Self::default();
        all.toekenningen.klok = klok;
        all
    }

    /// The present moment by the node's clock.
    pub(super) fn nu(&self) -> Moment {
        self.toekenningen.klok.0.now()
    }

    /// A toekenning.
    #[must_use]
    pub fn toekenning(&self, id: ToekenningId) -> Option<&Verleend> {
        self.toekenningen.alle.get(&id)?.verleend()
    }

    /// For whom `wie` stands in now, in the role of this session. Who stands in for those stands in for nobody here: it is not passed
    /// on.
    #[must_use]
    pub fn vervangt(&self, wie: &Wie) -> Vec<MedewerkerId> {
        let mine = self.vervangt_als(wie.id).filter(|(rol, _)| *rol == wie.rol);
        let found: BTreeSet<_> = mine.map(|(_, afwezige)| afwezige).collect();
        found.into_iter().collect()
    }

    /// For whom `who` stands in now, with the role in which they do.
    pub(super) fn vervangt_als(&self, who: MedewerkerId) -> impl Iterator<Item = (Rol, MedewerkerId)> + '_ {
        let now = self.nu();
        let mine = self.toekenningen.van(self.toekenningen.aan.get(&who));
        mine.filter(move |(_, it)| it.geldt_op(now)).filter_map(|(_, it)| match it.voorwerp {
            Voorwerp::Vervanging { afwezige } => Some((it.rol, afwezige)),
            Voorwerp::Glas { .. } | Voorwerp::Inzage { .. } | Voorwerp::Meekijken { .. } => None,
        })
    }

    /// Who stands in now for one of these.
    #[must_use]
    pub fn vervangers(&self, mensen: &[MedewerkerId]) -> Vec<MedewerkerId> {
        let all = &self.toekenningen;
        let open = mensen.iter().flat_map(|who| all.van(all.vervangingen_van.get(who)));
        let now = self.nu();
        open.filter(|(_, it)| it.geldt_op(now)).map(|(_, it)| it.aan).collect()
    }

    /// `wie` and for whom they stand in now.
    pub(super) fn als(&self, wie: &Wie) -> Vec<MedewerkerId> {
        std::iter::once(wie.id).chain(self.vervangt(wie)).collect()
    }

    /// Whether `wie` broke the glas of this plan, and it holds now.
    #[must_use]
    pub fn heeft_glas(&self, wie: &Wie, plan: PlanId) -> bool {
        let Some(ids) = self.toekenningen.aan.get(&wie.id) else { return false };
        let now = self.nu();
        self.toekenningen
            .van(Some(ids))
            .any(|(_, it)| it.voorwerp == Voorwerp::Glas { plan } && it.rol == wie.rol && it.geldt_op(now))
    }

    /// For whom `wie` stands in where they have no right of their own; `None` for what they may do themselves.
    #[must_use]
    pub fn namens(&self, wie: &Wie, stream: StreamId) -> Option<MedewerkerId> {
        let vervangt = self.vervangt(wie);
        if vervangt.is_empty() {
            return None;
        }
        let id = stream.id;
        let mensen: Vec<MedewerkerId> = match stream.kind {
            StreamKind::Zaak => self.behandelaars(id.into()).to_vec(),
            StreamKind::Gesprek => self.gesprek(id.into())?.deelnemers().to_vec(),
            StreamKind::Plan => self.bij_plan(id.into()),
            StreamKind::Signaal => self.geland_in(id.into()).flat_map(|plan| self.bij_plan(plan)).collect(),
            StreamKind::Persoon
            | StreamKind::Document
            | StreamKind::Huishouden
            | StreamKind::Contact
            | StreamKind::Groep
            | StreamKind::Beheerrekening
            | StreamKind::Medewerker
            | StreamKind::Identiteit
            | StreamKind::Toekenning
            | StreamKind::Overdracht
            | StreamKind::Nazicht
            | StreamKind::Brief => return None,
        };
        if mensen.contains(&wie.id) {
            return None;
        }
        mensen.into_iter().find(|who| vervangt.contains(who))
    }

    /// Who leads a plan, and then who works on a zaak that belongs to it.
    fn bij_plan(&self, plan: PlanId) -> Vec<MedewerkerId> {
        let Some(plan) = self.plan(plan).and_then(super::PlanRegel::inhoud) else { return Vec::new() };
        let works = plan.zaken.iter().flat_map(|it| self.behandelaars(it.zaak));
        plan.regisseurs.iter().chain(works).copied().collect()
    }

    /// Whether a regisseur of this plan, or who stands in for one, is there to act on this day.
    #[must_use]
    pub fn iemand_kan(&self, plan: PlanId) -> bool {
        let now = self.nu();
        let Some(plan) = self.plan(plan).and_then(super::PlanRegel::inhoud) else { return false };
        let there =
            |who: MedewerkerId| self.afwezig(who, now.day()).is_none_or(|away| !away.geldt_op(now.day()));
        plan.regisseurs.iter().any(|regisseur| {
            let stand_ins = self.toekenningen.van(self.toekenningen.vervangingen_van.get(regisseur));
            there(*regisseur) || stand_ins.into_iter().any(|(_, it)| it.geldt_op(now) && there(it.aan))
        })
    }

    /// How many toekenningen `who` has or is stood in by, that have not ended.
    #[must_use]
    pub fn open_toekenningen(&self, who: MedewerkerId) -> usize {
        let all = &self.toekenningen;
        [all.aan.get(&who), all.vervangingen_van.get(&who)].into_iter().flatten().map(BTreeSet::len).sum()
    }

    /// Who stands in for `who`, now or soon.
    #[must_use]
    pub fn vervangen_door(
        &self,
        who: MedewerkerId,
        recht: &Leesrecht,
        namen: &dyn Namen,
    ) -> Vec<VervangingWat> {
        let (all, now) = (&self.toekenningen, self.nu());
        let open = all.van(all.vervangingen_van.get(&who)).filter(|(_, it)| it.loopt_nog(now));
        open.filter_map(|(id, it)| vervanging(id, it, now, (recht, namen))).collect()
    }

    /// What `who` has to do with toekenningen.
    #[must_use]
    pub fn toekenningen_van(
        &self,
        who: MedewerkerId,
        recht: &Leesrecht,
        namen: &dyn Namen,
    ) -> ToekenningenWat {
        let (all, now) = (&self.toekenningen, self.nu());
        let mine: Vec<_> = all.van(all.aan.get(&who)).filter(|(_, it)| it.loopt_nog(now)).collect();
        let led = self.plannen_van_regisseur(who);
        let broken = led.flat_map(|plan| all.van(all.glas_op_plan.get(&plan)).collect::<Vec<_>>());
        ToekenningenWat {
            vervangt: mine.iter().filter_map(|(id, it)| vervanging(*id, it, now, (recht, namen))).collect(),
            vervangen_door: self.vervangen_door(who, recht, namen),
            glas: mine.iter().filter_map(|(id, it)| glas(*id, it, now, (recht, namen))).collect(),
            glas_op_plannen: broken
                .filter_map(|(id, it)| glas(id, it, now, (recht, namen)))
                .take(GLAZEN_GETOOND_MAX)
                .collect(),
            toestemmingen: self.toestemmingen_voor(who, recht),
        }
    }

    /// Every glas that was not looked back at yet, oldest first.
    #[must_use]
    pub fn glazen(&self, recht: &Leesrecht, namen: &dyn Namen) -> GlazenWat {
        let (all, now) = (&self.toekenningen, self.nu());
        let open = all.van(Some(&all.te_beoordelen)).take(GLAZEN_GETOOND_MAX);
        GlazenWat {
            items: open
                .filter_map(|(id, it)| glas(id, it, now, (recht, namen)))
                .map(|one| GlasWat { leden: self.leden_bij_naam(one.plan), ..one })
                .collect(),
            aantal: all.te_beoordelen.len(),
        }
    }

    /// Whom the list of what is to be judged names.
    pub(super) fn personen_in_glazen(&self) -> Vec<PersoonId> {
        let open = self.toekenningen.van(Some(&self.toekenningen.te_beoordelen)).take(GLAZEN_GETOOND_MAX);
        let plans = open.filter_map(|(_, it)| match it.voorwerp {
            Voorwerp::Glas { plan } => Some(plan),
            Voorwerp::Vervanging { .. } | Voorwerp::Inzage { .. } | Voorwerp::Meekijken { .. } => None,
        });
        let named: BTreeSet<_> = plans.flat_map(|plan| self.leden_van_plan(plan)).collect();
        named.into_iter().collect()
    }

    /// The persons of a plan, by name alone.
    fn leden_bij_naam(&self, plan: PlanId) -> Vec<LidKort> {
        let leden = self.leden_van_plan(plan).into_iter();
        leden.map(|lid| LidKort { id: lid, naam: self.bij_naam(lid).naam }).collect()
    }

    /// Who hears of a toekenning: who has it, who is stood in for, who leads the plan.
    #[must_use]
    pub fn wie_het_aangaat(&self, verleend: &Verleend) -> BTreeSet<MedewerkerId> {
        let others = match verleend.voorwerp {
            Voorwerp::Vervanging { afwezige } => vec![afwezige],
            // The person it is about has a list of their own.
            Voorwerp::Inzage { .. } | Voorwerp::Meekijken { .. } => Vec::new(),
            Voorwerp::Glas { plan } => self
                .plan(plan)
                .and_then(super::PlanRegel::inhoud)
                .map(|plan| plan.regisseurs.clone())
                .unwrap_or_default(),
        };
        others.into_iter().chain([verleend.aan]).collect()
    }

    pub(super) fn toekenning_event(
        &mut self,
        id: ToekenningId,
        event: &FeedEvent,
    ) -> Result<Option<Wijziging>, Fault> {
        let known = self.toekenningen.alle.get(&id);
        let before = known.map_or_else(Toekenning::default, |regel| regel.toekenning.clone());
        let toekenning = fold(before, event)?;
        if toekenning == Toekenning::Onbekend {
            return Ok(None);
        }
        self.toekenningen.zet(id, ToekenningRegel { toekenning, versie: event.event.version });
        Ok(Some(Wijziging::Toekenning(id)))
    }
}

impl Overzicht {
    /// By the node's own clock from now on.
    #[must_use]
    pub fn met_klok(mut self, clock: Arc<dyn Clock>) -> Self {
        self.klok = Klok(clock);
        for all in self.gemeenten.values_mut() {
            all.toekenningen.klok = self.klok.clone();
            // What holds was judged by another clock.
            for (id, regel) in all.toekenningen.alle.clone() {
                all.toekenningen.zet(id, regel);
            }
            all.herzie_beschermingen();
        }
        self
    }

    /// The first moment that is to come at which a toekenning begins or ends.
    #[must_use]
    pub fn volgende_grens(&self) -> Option<Moment> {
        let firsts = self.gemeenten.values().filter_map(|all| all.toekenningen.grenzen.first());
        firsts.map(|(grens, _)| *grens).min()
    }

    /// The toekenningen that began or ended by now and of which nobody was told yet.
    pub fn over_de_grens(
        &mut self,
        now: Moment,
    ) -> Vec<(keukentafel::domain::ids::GemeenteId, ToekenningId)> {
        let of = |(gemeente, all): (&keukentafel::domain::ids::GemeenteId, &mut Gemeenteoverzicht)| {
            let gemeente = *gemeente;
            all.toekenningen.over(now).into_iter().map(move |id| (gemeente, id)).collect::<Vec<_>>()
        };
        self.gemeenten.iter_mut().flat_map(of).collect()
    }
}
