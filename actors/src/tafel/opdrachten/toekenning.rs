//! Commands about toekenningen: who stands in for whom, and the glas of a plan.

use keukentafel::domain::aggregate::{Aggregate, RefusalCode};
use keukentafel::domain::bevoegdheid::{Handeling, mag, mag_vervangen};
use keukentafel::domain::ids::{MedewerkerId, PlanId, ToekenningId};
use keukentafel::domain::medewerker::{Medewerker, Rol, Wie};
use keukentafel::domain::plan::PlanCommand;
use keukentafel::domain::toekenning::{Toekenning, ToekenningCommand, ToekenningEvent, Voorwerp};
use keukentafel::limits::{DOEL_CHARS_MAX, TOEKENNINGEN_OPEN_MAX};
use keukentafel::protocol::body::{GlasBeoordeling, NieuwGlas, NieuweVervanging};
use keukentafel::protocol::view::Uitgevoerd;
use keukentafel::store::{StreamId, StreamKind};

use super::nieuwe_stroom;
use crate::entity::{AntwoordDelen, Bijvangst};
use crate::overzicht::PlanRegel;
use crate::tafel::invoer::Velden;
use crate::tafel::{Kop, Tafel};
use crate::weigering::Weigering;

impl Tafel {
    pub(super) async fn wijs_vervanger_aan(
        &self,
        wie: &Wie,
        naam: &'static str,
        medewerker: MedewerkerId,
        typed: &NieuweVervanging,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let keuring =
            self.collega(wie, medewerker).and_then(|()| self.lees_vervanging(wie, medewerker, typed));
        let command = self.gekeurd(wie, naam, kop, keuring).await?;
        let id = self.nieuw_id();
        self.vraag(&self.actors.toekenningen, wie, naam, id, command, Bijvangst::default(), kop).await
    }

    fn lees_vervanging(
        &self,
        wie: &Wie,
        afwezige: MedewerkerId,
        typed: &NieuweVervanging,
    ) -> Result<ToekenningCommand, Weigering> {
        let known = |who| self.boek.medewerker(who).filter(|other| other.gemeente == wie.gemeente);
        let away = known(afwezige).ok_or(Weigering::NIET_GEVONDEN)?;
        let mut velden = Velden::default();
        let van = velden.datum("vanaf", Some(&typed.vanaf));
        let tot_en_met = velden.datum("tot_en_met", Some(&typed.tot_en_met));
        let reden = velden.line("reden", &typed.reden, DOEL_CHARS_MAX);
        let stands_in = known(typed.vervanger).filter(|other| self.boek.werkt_hier(wie.gemeente, other.id));
        if stands_in.is_none() {
            velden.fout("vervanger", "invoer.medewerker_onbekend");
        }
        let (van, tot_en_met) = velden.klaar((van, tot_en_met))?;
        let (Some(van), Some(tot_en_met), Some(stands_in)) = (van, tot_en_met, stands_in) else {
            return Err(Weigering::Onbekend);
        };
        let full = {
            let all = self.overzicht.lees();
            let open = |who| all.gemeente(wie.gemeente).map_or(0, |all| all.open_toekenningen(who));
            open(afwezige).max(open(stands_in.id)) >= TOEKENNINGEN_OPEN_MAX
        };
        if full {
            return Err(Weigering::Geweigerd { code: "vervanging.te_veel" });
        }
        let (afwezige_rol, rol) = rollen_van(&away, &stands_in).ok_or(Weigering::NIET_GEVONDEN)?;
        Ok(ToekenningCommand::WijsVervangerAan {
            afwezige,
            afwezige_rol,
            vervanger: stands_in.id,
            rol,
            van,
            tot_en_met,
            reden,
        })
    }

    /// The toekenning and the line in the plan in one transaction, with the row of the trail: all before anything of the plan is shown.
    pub(super) async fn breek_glas(
        &self,
        wie: &Wie,
        naam: &'static str,
        plan: PlanId,
        typed: &NieuwGlas,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let id = ToekenningId(self.nieuw_id());
        let keuring = self.glas_begint(wie, plan, id, typed, kop);
        let (command, bijvangst) = self.gekeurd(wie, naam, kop, keuring).await?;
        self.vraag(&self.actors.plannen, wie, naam, plan.0, command, bijvangst, kop).await
    }

    fn glas_begint(
        &self,
        wie: &Wie,
        plan: PlanId,
        id: ToekenningId,
        typed: &NieuwGlas,
        kop: Kop,
    ) -> Result<(PlanCommand, Bijvangst), Weigering> {
        if !mag(wie.rol, Handeling::GlasBreken) {
            return Err(Weigering::NIET_GEVONDEN);
        }
        let iemand_kan = {
            let all = self.overzicht.lees();
            let all = all.gemeente(wie.gemeente).ok_or(Weigering::NIET_GEVONDEN)?;
            let running = all.plan(plan).and_then(PlanRegel::lopend).ok_or(Weigering::NIET_GEVONDEN)?;
            if all.is_een_van(wie, &running.leden) {
                return Err(Weigering::NIET_GEVONDEN);
            }
            // What was chosen one by one is not opened by haste.
            if all.plan_afgeschermd(wie, plan) {
                return Err(Weigering::NIET_GEVONDEN);
            }
            if all.heeft_glas(wie, plan) {
                return Err(Weigering::Geweigerd { code: "glas.al_gebroken" });
            }
            all.iemand_kan(plan)
        };
        let mut velden = Velden::default();
        let reden = velden.line("reden", &typed.reden, DOEL_CHARS_MAX);
        let reden = velden.klaar(reden)?;
        let (minuten, verklaard) = (typed.minuten, typed.niemand_kan);
        let command = ToekenningCommand::BreekGlas { plan, reden, minuten, iemand_kan, verklaard };
        let context = self.context(wie);
        let refused = |refusal: keukentafel::domain::toekenning::ToekenningRefusal| Weigering::Geweigerd {
            code: refusal.code(),
        };
        let events = Toekenning::default().decide(&command, &context).map_err(refused)?;
        let Some(ToekenningEvent::ToekenningVerleend { tot, reden, .. }) = events.first().cloned() else {
            return Err(Weigering::Onbekend);
        };
        let stream = StreamId { kind: StreamKind::Toekenning, id: id.0 };
        let bijvangst = Bijvangst {
            streams: vec![nieuwe_stroom::<Toekenning>(stream, &events, &context, kop)?],
            antwoord: AntwoordDelen { id: Some(id.0), ..AntwoordDelen::default() },
            ..Bijvangst::default()
        };
        Ok((PlanCommand::NoteerGlas { toekenning: id, reden, tot }, bijvangst))
    }

    pub(super) async fn trek_toekenning_in(
        &self,
        wie: &Wie,
        naam: &'static str,
        toekenning: ToekenningId,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let regisseurs = self.gekeurd(wie, naam, kop, self.regisseurs_bij(wie, toekenning)).await?;
        let antwoorder = self.antwoorder_op(wie, toekenning);
        let command = ToekenningCommand::TrekIn { regisseurs, antwoorder };
        let id = toekenning.0;
        self.vraag(&self.actors.toekenningen, wie, naam, id, command, Bijvangst::default(), kop).await
    }

    /// The regisseurs of the plan of a glas; nobody for another toekenning.
    fn regisseurs_bij(&self, wie: &Wie, id: ToekenningId) -> Result<Vec<MedewerkerId>, Weigering> {
        let all = self.overzicht.lees();
        let all = all.gemeente(wie.gemeente).ok_or(Weigering::NIET_GEVONDEN)?;
        if !all.kent_toekenning(id) {
            return Err(Weigering::NIET_GEVONDEN);
        }
        let Some(Voorwerp::Glas { plan }) = all.toekenning(id).map(|it| it.voorwerp) else {
            return Ok(Vec::new());
        };
        Ok(all.plan(plan).and_then(PlanRegel::inhoud).map(|plan| plan.regisseurs.clone()).unwrap_or_default())
    }

    pub(super) async fn beoordeel_glas(
        &self,
        wie: &Wie,
        naam: &'static str,
        toekenning: ToekenningId,
        typed: &GlasBeoordeling,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let may = mag(wie.rol, Handeling::GlasBeoordelen);
        let keuring =
            if may { self.regisseurs_bij(wie, toekenning).map(drop) } else { Err(Weigering::NIET_GEVONDEN) };
        let keuring = keuring.and_then(|()| {
            let mut velden = Velden::default();
            let toelichting = velden.line("toelichting", &typed.toelichting, DOEL_CHARS_MAX);
            velden.klaar(toelichting)
        });
        let toelichting = self.gekeurd(wie, naam, kop, keuring).await?;
        let command = ToekenningCommand::BeoordeelGlas { oordeel: typed.oordeel, toelichting };
        let id = toekenning.0;
        self.vraag(&self.actors.toekenningen, wie, naam, id, command, Bijvangst::default(), kop).await
    }
}

/// In which of their roles one stands in for the other: the first pair that the policy allows. Where it allows none, the first of each:
/// the decision says so, to who may know.
fn rollen_van(away: &Medewerker, stands_in: &Medewerker) -> Option<(Rol, Rol)> {
    let (from, als) = (away.rollen.alle(), stands_in.rollen.alle());
    let mut pairs = from.iter().flat_map(|rol| als.iter().map(move |other| (*rol, *other)));
    let fits = pairs.find(|(rol, other)| mag_vervangen(*rol, *other));
    fits.or_else(|| Some((*from.first()?, *als.first()?)))
}
