//! Commands about a plan.

use jiff::civil::Date;
use keukentafel::domain::bevoegdheid::{Handeling, Planzicht, Toegang, mag, mag_koppelen};
use keukentafel::domain::ids::{ActieId, DoelId, MedewerkerId, PlanId, ZaakId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::plan::{Achterhouding, Afspraak, Eigenaar, Onderdeel, PlanCommand, Voor};
use keukentafel::domain::wat::Wat;
use keukentafel::limits::DOEL_CHARS_MAX;
use keukentafel::protocol::body::{NieuwDoel, NieuweAchterhouding, NieuweActie};
use keukentafel::protocol::view::Uitgevoerd;
use keukentafel::store::Position;

use crate::deps::Namen;
use crate::entity::Bijvangst;
use crate::overzicht::{PlanRegel, Reactie};
use crate::tafel::invoer::Velden;
use crate::tafel::{Kop, Tafel};
use crate::weigering::Weigering;

/// A line or two, as typed in `veld`.
fn tekst(veld: &'static str, typed: &str) -> Result<Wat, Weigering> {
    let mut velden = Velden::default();
    let line = velden.line(veld, typed, DOEL_CHARS_MAX);
    velden.klaar(line)
}

impl Tafel {
    /// A command that only a regisseur of the plan may give.
    pub(super) async fn op_plan(
        &self,
        wie: &Wie,
        naam: &'static str,
        plan: PlanId,
        command: impl FnOnce(&Self) -> Result<PlanCommand, Weigering>,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let keuring = self.regisseert(wie, plan).and_then(|()| command(self));
        let command = self.gekeurd(wie, naam, kop, keuring).await?;
        self.vraag(&self.actors.plannen, wie, naam, plan.0, command, Bijvangst::default(), kop).await
    }

    /// Who sees a part of a plan hears that this is not theirs to do; to who sees nothing of it, it is not there.
    fn regisseert(&self, wie: &Wie, plan: PlanId) -> Result<(), Weigering> {
        let zicht = self.zicht(wie, plan);
        match (zicht.alles, zicht.groep) {
            (true, _) => Ok(()),
            (false, true) => Err(Weigering::Geweigerd { code: "niet_bevoegd" }),
            (false, false) => Err(Weigering::NIET_GEVONDEN),
        }
    }

    fn zicht(&self, wie: &Wie, plan: PlanId) -> Planzicht {
        let all = self.overzicht.lees();
        all.gemeente(wie.gemeente).map(|all| all.zicht_op_plan(wie, plan)).unwrap_or_default()
    }

    /// Whether the plan's version would tell `wie` of what they do not see of it.
    pub(super) fn ziet_een_deel(&self, wie: &Wie, plan: PlanId) -> bool {
        !self.zicht(wie, plan).alles
    }

    /// Whether somebody of the same gemeente may lead a plan, in one of their roles.
    pub(super) fn mag_regisseren(&self, wie: &Wie, regisseur: MedewerkerId) -> bool {
        self.boek.medewerker(regisseur).is_some_and(|who| {
            let mut rollen = who.rollen.alle().iter();
            who.gemeente == wie.gemeente && rollen.any(|rol| mag(*rol, Handeling::Regisseren))
        })
    }

    pub(super) async fn voeg_regisseur_toe(
        &self,
        wie: &Wie,
        naam: &'static str,
        plan: PlanId,
        regisseur: MedewerkerId,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let command = |this: &Self| {
            this.mogen_leiden(wie, plan, &[regisseur])?;
            if this.mag_regisseren(wie, regisseur) {
                Ok(PlanCommand::VoegRegisseurToe { regisseur })
            } else {
                Err(Weigering::Velden(vec![("regisseur", "invoer.medewerker_onbekend")]))
            }
        };
        self.op_plan(wie, naam, plan, command, kop).await
    }

    /// A plan whose regisseur may not lead it any more gets another one, from who leads the team and does not look into it (KING-RG1).
    pub(super) async fn wijs_regisseur_aan(
        &self,
        wie: &Wie,
        naam: &'static str,
        plan: PlanId,
        regisseur: MedewerkerId,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let command = self.gekeurd(wie, naam, kop, self.overname(wie, plan, regisseur)).await?;
        self.vraag(&self.actors.plannen, wie, naam, plan.0, command, Bijvangst::default(), kop).await
    }

    fn overname(&self, wie: &Wie, plan: PlanId, regisseur: MedewerkerId) -> Result<PlanCommand, Weigering> {
        if !mag(wie.rol, Handeling::WerkvoorraadOverdragen) {
            return Err(Weigering::Geweigerd { code: "niet_bevoegd" });
        }
        let van = {
            let all = self.overzicht.lees();
            let all = all.gemeente(wie.gemeente).filter(|all| !all.plan_afgeschermd(wie, plan));
            let running = all.and_then(|all| all.plan(plan)?.lopend().cloned());
            running.ok_or(Weigering::NIET_GEVONDEN)?.verantwoordelijk
        };
        // Of a plan that has a regisseur they know nothing: handing over work that goes on is another command, with a reason.
        if self.boek.mag_leiden(van) {
            return Err(Weigering::NIET_GEVONDEN);
        }
        if !self.mag_regisseren(wie, regisseur) {
            return Err(Weigering::Velden(vec![("regisseur", "invoer.medewerker_onbekend")]));
        }
        self.mogen_leiden(wie, plan, &[regisseur])?;
        Ok(PlanCommand::NeemRegieOver { van, aan: regisseur })
    }

    pub(super) async fn stel_doel(
        &self,
        wie: &Wie,
        naam: &'static str,
        plan: PlanId,
        typed: &NieuwDoel,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let command = |this: &Self| {
            let mut velden = Velden::default();
            let omschrijving = velden.line("omschrijving", &typed.omschrijving, DOEL_CHARS_MAX);
            let achterhouden = achterhouding(&mut velden, typed.achterhouden.as_ref());
            let (doel, voor) = (DoelId(this.nieuw_id()), typed.voor);
            velden.klaar(PlanCommand::StelDoel { doel, voor, omschrijving, achterhouden })
        };
        self.op_plan(wie, naam, plan, command, kop).await
    }

    /// What is for the groep stays away from its leden, with a reason and until a day.
    pub(super) async fn houd_achter(
        &self,
        wie: &Wie,
        naam: &'static str,
        plan: PlanId,
        onderdeel: Onderdeel,
        typed: &NieuweAchterhouding,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let command = |_: &Self| {
            let mut velden = Velden::default();
            let achterhouding = achterhouding(&mut velden, Some(typed));
            let achterhouding = velden.klaar(achterhouding)?.ok_or(Weigering::Onbekend)?;
            Ok(PlanCommand::HoudAchter { onderdeel, achterhouding })
        };
        self.op_plan(wie, naam, plan, command, kop).await
    }

    pub(super) async fn wijzig_doel(
        &self,
        wie: &Wie,
        naam: &'static str,
        plan: PlanId,
        doel: DoelId,
        omschrijving: &str,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let command = |_: &Self| {
            let omschrijving = tekst("omschrijving", omschrijving)?;
            Ok(PlanCommand::WijzigDoel { doel, omschrijving })
        };
        self.op_plan(wie, naam, plan, command, kop).await
    }

    pub(super) async fn leg_actie_vast(
        &self,
        wie: &Wie,
        naam: &'static str,
        plan: PlanId,
        typed: &NieuweActie,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let command = |this: &Self| {
            let (afspraak, achterhouden) = lees(typed)?;
            this.eigenaar_ziet_het(wie, plan, &afspraak)?;
            Ok(PlanCommand::LegActieVast { actie: ActieId(this.nieuw_id()), afspraak, achterhouden })
        };
        self.op_plan(wie, naam, plan, command, kop).await
    }

    /// Nobody gets something to do that they may not see: not a stranger to the plan, and not about a lid for whom they do not work.
    fn eigenaar_ziet_het(&self, wie: &Wie, plan: PlanId, afspraak: &Afspraak) -> Result<(), Weigering> {
        let Eigenaar::Medewerker(id) = afspraak.eigenaar else { return Ok(()) };
        let niet = |code| Err(Weigering::Velden(vec![("eigenaar", code)]));
        let Some(who) = self.boek.medewerker(id).filter(|who| who.gemeente == wie.gemeente) else {
            return niet("invoer.medewerker_onbekend");
        };
        // In whichever of their roles: they choose one when they come in.
        let als = who.rollen.alle().iter().filter_map(|rol| who.als(*rol, uuid::Uuid::nil()));
        let zicht: Vec<_> = als.map(|who| self.zicht(&who, plan)).collect();
        let all = self.overzicht.lees();
        let inhoud = all.gemeente(wie.gemeente).and_then(|all| all.plan(plan)?.inhoud());
        let doel = afspraak.doel.and_then(|doel| inhoud?.doel(doel));
        let sees = match doel.map_or(afspraak.voor, |doel| doel.voor) {
            Voor::Groep => zicht.iter().any(|zicht| zicht.groep),
            Voor::Lid(lid) => zicht.iter().any(|zicht| zicht.leden.contains(&lid)),
        };
        if sees { Ok(()) } else { niet("plan.eigenaar_ziet_dit_niet") }
    }

    /// Whose action it is may say so too, and hears of no other.
    pub(super) async fn zet_actie(
        &self,
        wie: &Wie,
        naam: &'static str,
        plan: PlanId,
        actie: ActieId,
        command: PlanCommand,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        self.gekeurd(wie, naam, kop, self.mag_zetten(wie, plan, actie)).await?;
        self.vraag(&self.actors.plannen, wie, naam, plan.0, command, Bijvangst::default(), kop).await
    }

    fn mag_zetten(&self, wie: &Wie, plan: PlanId, actie: ActieId) -> Result<(), Weigering> {
        let zicht = self.zicht(wie, plan);
        if zicht.alles {
            return Ok(());
        }
        let vervangt = self.deps.rechten.vervangt(wie);
        let all = self.overzicht.lees();
        let inhoud = all.gemeente(wie.gemeente).and_then(|all| all.plan(plan)).and_then(PlanRegel::inhoud);
        let afspraak = inhoud.and_then(|plan| plan.actie(actie)).map(|actie| &actie.afspraak);
        let als = std::iter::once(wie.id).chain(vervangt).collect::<Vec<_>>();
        let seen = afspraak.filter(|afspraak| match afspraak.voor {
            Voor::Groep => zicht.groep,
            Voor::Lid(lid) => zicht.leden.contains(&lid),
        });
        match seen {
            None => Err(Weigering::NIET_GEVONDEN),
            Some(Afspraak { eigenaar: Eigenaar::Medewerker(who), .. }) if als.contains(who) => Ok(()),
            Some(_) => Err(Weigering::Geweigerd { code: "niet_bevoegd" }),
        }
    }

    pub(super) async fn koppel_zaak(
        &self,
        wie: &Wie,
        naam: &'static str,
        plan: PlanId,
        zaak: ZaakId,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let command = |this: &Self| {
            let all = this.overzicht.lees();
            let known = all.gemeente(wie.gemeente).and_then(|all| {
                let lopend = all.zaak(zaak)?.lopend()?;
                mag_koppelen(lopend.zaaktype, all.toegang(wie, zaak)).then_some(lopend)
            });
            let persoon = known.ok_or(Weigering::NIET_GEVONDEN)?.persoon;
            Ok(PlanCommand::KoppelZaak { zaak, persoon })
        };
        self.op_plan(wie, naam, plan, command, kop).await
    }

    pub(super) async fn sluit_plan(
        &self,
        wie: &Wie,
        naam: &'static str,
        plan: PlanId,
        resultaat: &str,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let command = |_: &Self| Ok(PlanCommand::SluitPlan { resultaat: tekst("resultaat", resultaat)? });
        let done = self.op_plan(wie, naam, plan, command, kop).await?;
        // So that whoever closed it can start another at once. When this does not come through now, it does soon.
        let groep = {
            let all = self.overzicht.lees();
            all.gemeente(wie.gemeente).and_then(|all| Some(all.plan(plan)?.inhoud()?.groep))
        };
        if let Some(groep) = groep {
            let free = Reactie::MaakVrij { groep, plan };
            drop(self.reageer(wie.gemeente, free, Position(done.positie), None).await);
            self.projector.catch_up().await;
        }
        Ok(done)
    }

    /// How far somebody may look at a plan.
    pub(in crate::tafel) fn op_plan_toegang(&self, wie: &Wie, plan: PlanId) -> (Planzicht, Toegang) {
        let zicht = self.zicht(wie, plan);
        let toegang = zicht.toegang();
        (zicht, toegang)
    }
}

/// Why something is kept from the leden and for how long, as typed; `None` too when it does not fit, and then `velden` says so.
fn achterhouding(velden: &mut Velden, typed: Option<&NieuweAchterhouding>) -> Option<Achterhouding> {
    let typed = typed?;
    let reden = velden.line("achterhouden.reden", &typed.reden, DOEL_CHARS_MAX);
    let tot_en_met = velden.datum("achterhouden.tot_en_met", Some(&typed.tot_en_met));
    let herzien_op = velden.datum("achterhouden.herzien_op", Some(&typed.herzien_op));
    Some(Achterhouding { reden, tot_en_met: tot_en_met?, herzien_op: herzien_op? })
}

fn lees(typed: &NieuweActie) -> Result<(Afspraak, Option<Achterhouding>), Weigering> {
    let mut velden = Velden::default();
    let omschrijving = velden.line("omschrijving", &typed.omschrijving, DOEL_CHARS_MAX);
    let datum = velden.datum("datum", Some(&typed.datum));
    let herinnering = velden.datum("herinnering", typed.herinnering.as_deref());
    let achterhouden = achterhouding(&mut velden, typed.achterhouden.as_ref());
    let NieuweActie { doel, voor, eigenaar, .. } = typed;
    let datum = velden.klaar(datum)?.unwrap_or(Date::MIN);
    let afspraak =
        Afspraak { doel: *doel, voor: *voor, omschrijving, eigenaar: *eigenaar, datum, herinnering };
    Ok((afspraak, achterhouden))
}
