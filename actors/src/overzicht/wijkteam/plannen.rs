//! Plans as they are looked up and shown.

use keukentafel::domain::bevoegdheid::{self, Leesrecht, PlanFeiten, Planzicht};
use keukentafel::domain::ids::{MedewerkerId, PersoonId, PlanId, ZaakId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::plan::{
    Actie, Actiemelding, Doelreactie, Doelstelling, Eigenaar, Inhoud, NogNiet, Voor, Woord,
};
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::{
    ActieWat, ActiemeldingWat, DoelWat, DoelreactieWat, EigenaarWat, GelezenWat, LidKort, NogNietWat,
    PlanDeelnemer, PlanGezien, PlanLid, PlanRij, WoordWat,
};

use super::PlanRegel;
use crate::deps::Namen;
use crate::overzicht::Gemeenteoverzicht;

impl Gemeenteoverzicht {
    /// A plan.
    #[must_use]
    pub fn plan(&self, plan: PlanId) -> Option<&PlanRegel> {
        self.wijkteam.plannen.get(&plan)
    }

    /// Every plan that runs.
    pub fn lopende_plannen(&self) -> impl Iterator<Item = &Inhoud> {
        self.wijkteam.plannen.values().filter_map(PlanRegel::lopend)
    }

    /// The running plans in which something waits for somebody to do it. Goes over all of them: it is asked when a whole werkvoorraad is
    /// handed over, and for nothing else.
    pub fn plannen_met_actie_van(&self, who: MedewerkerId) -> impl Iterator<Item = PlanId> + '_ {
        let running = self.wijkteam.plannen.iter().filter_map(|(id, regel)| Some((*id, regel.lopend()?)));
        running
            .filter_map(move |(id, plan)| plan.acties.iter().any(|actie| actie.wacht_op(who)).then_some(id))
    }

    /// What `wie` would see of a plan with these regisseurs, and with these behandelaars of its zaken: after something that has not
    /// happened yet. Only what they work on counts, not what holds for a while.
    #[must_use]
    pub fn zicht_op_plan_als(
        &self,
        wie: &Wie,
        plan: PlanId,
        regisseurs: Vec<MedewerkerId>,
        behandelaars: impl Fn(ZaakId, &[MedewerkerId]) -> Vec<MedewerkerId>,
    ) -> Planzicht {
        let inhoud = self.plan(plan).and_then(PlanRegel::inhoud);
        let Some(inhoud) = inhoud.filter(|_| !self.plan_afgeschermd(wie, plan)) else {
            return Planzicht::default();
        };
        let zaken = inhoud.zaken.iter();
        let zaken = zaken.map(|it| (it.persoon, behandelaars(it.zaak, self.behandelaars(it.zaak)))).collect();
        bevoegdheid::op_plan(wie, &PlanFeiten { regisseurs, zaken, ..self.feiten(inhoud) })
    }

    /// The plans in which a zaak is or was.
    pub fn plannen_van_zaak(&self, zaak: ZaakId) -> impl Iterator<Item = PlanId> + '_ {
        self.wijkteam.op_zaak.get(&zaak).into_iter().flatten().copied()
    }

    /// The plans of a person's groepen.
    pub fn plannen_van(&self, persoon: PersoonId) -> impl Iterator<Item = PlanId> + '_ {
        self.wijkteam.plannen_van.get(&persoon).into_iter().flatten().copied()
    }

    /// Whether `wie`, as one of these, leads a running plan of a groep to which this person belongs. A plan that is closed to them opens
    /// nothing.
    #[must_use]
    pub fn regisseert(&self, wie: &Wie, mensen: &[MedewerkerId], persoon: PersoonId) -> bool {
        self.plannen_van(persoon).any(|id| {
            let running = self.plan(id).and_then(PlanRegel::lopend);
            let leads = running.is_some_and(|plan| plan.regisseurs.iter().any(|who| mensen.contains(who)));
            leads && !self.plan_afgeschermd(wie, id)
        })
    }

    /// What `wie` sees of a plan.
    #[must_use]
    pub fn zicht_op_plan(&self, wie: &Wie, plan: PlanId) -> Planzicht {
        if self.plan_afgeschermd(wie, plan) {
            return Planzicht::default();
        }
        let inhoud = self.plan(plan).and_then(PlanRegel::inhoud);
        let feiten = |inhoud: &Inhoud| PlanFeiten {
            vervangt: self.vervangt_voor(wie, &inhoud.leden),
            glas: self.heeft_glas(wie, plan) && !self.is_een_van(wie, &inhoud.leden),
            ..self.feiten(inhoud)
        };
        inhoud.map(|inhoud| bevoegdheid::op_plan(wie, &feiten(inhoud))).unwrap_or_default()
    }

    /// Whether `wie` is kept out of a plan: one of its leden has a protected dossier, and what is agreed with a groep is agreed with each.
    #[must_use]
    pub fn plan_afgeschermd(&self, wie: &Wie, plan: PlanId) -> bool {
        let inhoud = self.plan(plan).and_then(PlanRegel::inhoud);
        inhoud.is_some_and(|plan| self.een_afgeschermd(wie, plan.leden.iter().copied()))
    }

    /// The plans that somebody leads or led.
    pub fn plannen_van_regisseur(&self, who: MedewerkerId) -> impl Iterator<Item = PlanId> + '_ {
        let known = self.wijkteam.op_regisseur.get(&who).into_iter().flatten().copied();
        known.filter(move |plan| {
            self.plan(*plan).and_then(PlanRegel::inhoud).is_some_and(|plan| plan.regisseurs.contains(&who))
        })
    }

    fn feiten(&self, plan: &Inhoud) -> PlanFeiten {
        let groep = self.groep(plan.groep).and_then(super::GroepRegel::gevormd);
        PlanFeiten {
            regisseurs: plan.regisseurs.clone(),
            zaken: plan.zaken.iter().map(|it| (it.persoon, self.behandelaars(it.zaak).to_vec())).collect(),
            leden: plan.leden.clone(),
            participanten: groep
                .map(|groep| groep.participanten.iter().map(|who| who.persoon).collect())
                .unwrap_or_default(),
            ..PlanFeiten::default()
        }
    }

    /// The plans of which `wie` sees something by their work or that of whom they stand in for.
    #[must_use]
    pub fn mijn_plannen(&self, wie: &Wie) -> Vec<PlanId> {
        let als = self.als(wie);
        let led = als.iter().filter_map(|who| self.wijkteam.op_regisseur.get(who)).flatten().copied();
        let zaken = als.iter().flat_map(|who| self.zaken_van_behandelaar(*who));
        let mut all: Vec<_> = led.chain(zaken.flat_map(|zaak| self.plannen_van_zaak(zaak))).collect();
        all.sort_unstable();
        all.dedup();
        all.retain(|plan| self.zicht_op_plan(wie, *plan).groep);
        all
    }

    /// A plan's line for its regisseurs.
    #[must_use]
    pub fn plan_rij(&self, id: PlanId, namen: &dyn Namen) -> Option<PlanRij> {
        let plan = self.plan(id)?.inhoud()?;
        Some(PlanRij {
            id,
            groep: plan.groep,
            leden: plan.leden.iter().map(|lid| self.bij_naam(*lid)).collect(),
            regisseurs: plan.regisseurs.iter().map(|who| namen.door(*who)).collect(),
            verantwoordelijk: plan.verantwoordelijk,
            begonnen_op: plan.begonnen_op,
            afgesloten_op: plan.einde.as_ref().map(|einde| einde.op),
            open_doelen: plan.doelen.iter().filter(|doel| doel.uitkomst.is_none()).count(),
            open_acties: plan.acties.iter().filter(|actie| actie.gedaan_op.is_none()).count(),
            zonder_regisseur: zonder_regisseur(plan, namen),
        })
    }

    /// Of a plan what is for the groep.
    #[must_use]
    pub fn plan_deelnemer(&self, id: PlanId, recht: &Leesrecht, namen: &dyn Namen) -> Option<PlanDeelnemer> {
        let plan = self.plan(id)?.inhoud()?;
        let lid = |lid: &PersoonId| LidKort { id: *lid, naam: self.bij_naam(*lid).naam };
        let (doelen, acties) = voor(plan, Voor::Groep, recht, namen);
        Some(PlanDeelnemer {
            id,
            leden: plan.leden.iter().map(lid).collect(),
            regisseurs: plan.regisseurs.iter().map(|who| namen.door(*who)).collect(),
            verantwoordelijk: plan.verantwoordelijk,
            zonder_regisseur: zonder_regisseur(plan, namen),
            begonnen_op: plan.begonnen_op,
            afgesloten_op: plan.einde.as_ref().map(|einde| einde.op),
            doelen,
            acties,
        })
    }

    /// Of a plan what is for one lid.
    #[must_use]
    pub fn plan_lid(
        &self,
        id: PlanId,
        persoon: PersoonId,
        recht: &Leesrecht,
        namen: &dyn Namen,
    ) -> Option<PlanLid> {
        let plan = self.plan(id)?.inhoud()?;
        let (doelen, acties) = voor(plan, Voor::Lid(persoon), recht, namen);
        plan.leden.contains(&persoon).then_some(PlanLid { plan: id, persoon, doelen, acties })
    }

    /// A plan as who works on a zaak in it sees it.
    #[must_use]
    pub fn plan_gezien(&self, id: PlanId, zicht: &Planzicht, namen: &dyn Namen) -> Option<PlanGezien> {
        let leden = zicht
            .leden
            .iter()
            .filter_map(|lid| self.plan_lid(id, *lid, &Topic::PlanLid(id, *lid).leesrecht()?, namen));
        let recht = Topic::PlanDeelnemer(id).leesrecht()?;
        Some(PlanGezien { groep: self.plan_deelnemer(id, &recht, namen)?, leden: leden.collect() })
    }
}

/// Whether a plan that runs is without somebody who is responsible: its regisseur left, or works as something else now.
pub(super) fn zonder_regisseur(plan: &Inhoud, namen: &dyn Namen) -> bool {
    plan.einde.is_none() && !namen.mag_leiden(plan.verantwoordelijk)
}

fn voor(plan: &Inhoud, voor: Voor, recht: &Leesrecht, namen: &dyn Namen) -> (Vec<DoelWat>, Vec<ActieWat>) {
    let doelen =
        plan.doelen.iter().filter(|doel| doel.voor == voor).map(|doel| doel_wat(plan, doel, recht, namen));
    let acties = plan.acties.iter().filter(|actie| actie.afspraak.voor == voor);
    (doelen.collect(), acties.map(|actie| actie_wat(actie, recht, namen)).collect())
}

/// A goal as shown to who works on the plan.
pub(crate) fn doel_wat(plan: &Inhoud, doel: &Doelstelling, recht: &Leesrecht, namen: &dyn Namen) -> DoelWat {
    let reacties = plan.reacties.iter().filter(|reactie| reactie.doel == doel.id);
    DoelWat {
        reacties: reacties.map(|reactie| reactie_wat(reactie, recht, namen)).collect(),
        id: doel.id,
        voor: doel.voor,
        omschrijving: doel.omschrijving.lees(recht).clone(),
        uitkomst: doel.uitkomst,
    }
}

/// An action as shown.
pub(crate) fn actie_wat(actie: &Actie, recht: &Leesrecht, namen: &dyn Namen) -> ActieWat {
    let afspraak = &actie.afspraak;
    ActieWat {
        id: actie.id,
        doel: afspraak.doel,
        voor: afspraak.voor,
        omschrijving: afspraak.omschrijving.lees(recht).clone(),
        eigenaar: eigenaar_wat(afspraak.eigenaar, namen),
        datum: afspraak.datum,
        herinnering: afspraak.herinnering,
        gedaan_op: actie.gedaan_op,
        gemeld: actie.gemeld.as_ref().map(|melding| melding_wat(melding, recht, namen)),
        eerder_gemeld: actie.eerder_gemeld.iter().map(|before| melding_wat(before, recht, namen)).collect(),
    }
}

fn reactie_wat(reactie: &Doelreactie, recht: &Leesrecht, namen: &dyn Namen) -> DoelreactieWat {
    DoelreactieWat {
        id: reactie.id,
        door: reactie.door,
        instemming: reactie.instemming,
        tekst: reactie.tekst.as_ref().map(|tekst| tekst.lees(recht).clone()),
        op: reactie.op,
        herschreven: reactie.herschreven,
        gelezen: gelezen_wat(reactie, namen),
        antwoord: reactie.antwoord.as_ref().map(|woord| woord_wat(woord, recht, namen)),
    }
}

/// That a lid says that something is done, as shown.
pub(super) fn melding_wat(melding: &Actiemelding, recht: &Leesrecht, namen: &dyn Namen) -> ActiemeldingWat {
    ActiemeldingWat {
        door: melding.door,
        toelichting: melding.toelichting.as_ref().map(|tekst| tekst.lees(recht).clone()),
        op: melding.op,
        vraag: melding.vraag.as_ref().map(|woord| woord_wat(woord, recht, namen)),
        nog_niet: melding.nog_niet.as_ref().map(|said| nog_niet_wat(said, recht)),
        heropend: melding.heropend,
    }
}

/// That a lid says that it is not done yet, as shown.
pub(super) fn nog_niet_wat(said: &NogNiet, recht: &Leesrecht) -> NogNietWat {
    let toelichting = said.toelichting.as_ref().map(|tekst| tekst.lees(recht).clone());
    NogNietWat { toelichting, op: said.op, gezien: said.gezien }
}

/// That it was read, as shown.
pub(super) fn gelezen_wat(reactie: &Doelreactie, namen: &dyn Namen) -> Option<GelezenWat> {
    reactie.gelezen.map(|it| GelezenWat { door: namen.door(it.door), op: it.op })
}

/// What was said to a lid, as shown.
pub(super) fn woord_wat(woord: &Woord, recht: &Leesrecht, namen: &dyn Namen) -> WoordWat {
    WoordWat { tekst: woord.tekst.lees(recht).clone(), door: namen.door(woord.door), op: woord.op }
}

/// Who does it, as shown.
pub(super) fn eigenaar_wat(eigenaar: Eigenaar, namen: &dyn Namen) -> EigenaarWat {
    match eigenaar {
        Eigenaar::Medewerker(who) => EigenaarWat::Medewerker(namen.door(who)),
        Eigenaar::Lid(persoon) => EigenaarWat::Lid(persoon),
    }
}
