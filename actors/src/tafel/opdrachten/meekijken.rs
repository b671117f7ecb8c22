//! Commands about what leden of a groep let each other see.

use keukentafel::domain::bevoegdheid::mag_laten_meekijken;
use keukentafel::domain::ids::{PlanId, ToekenningId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::toekenning::{Meekijken, ToekenningCommand};
use keukentafel::limits::DOEL_CHARS_MAX;
use keukentafel::protocol::body::NieuwMeekijken;
use keukentafel::protocol::view::Uitgevoerd;
use keukentafel::store::{Claim, StreamId, StreamKind};

use crate::entity::Bijvangst;
use crate::tafel::invoer::Velden;
use crate::tafel::{Kop, Tafel};
use crate::weigering::Weigering;

/// Looks at what one already lets others see, before the asker is told to come back: two tabs at once need two.
const TRIES: usize = 3;

impl Tafel {
    /// Each time that somebody lets another see something claims its place after the one before. Of two at once, one finds it taken, looks
    /// again, and sees that it runs or that it is one too many.
    pub(super) async fn laat_meekijken(
        &self,
        wie: &Wie,
        naam: &'static str,
        plan: PlanId,
        typed: &NieuwMeekijken,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let mut last = Err(Weigering::Bezig);
        for _ in 0..TRIES {
            let looked = self.lees_meekijken(wie, plan, typed);
            let (command, claim) = self.gekeurd(wie, naam, kop, looked).await?;
            let (id, bij) = (self.nieuw_id(), Bijvangst { claims: vec![claim], ..Bijvangst::default() });
            last = self.vraag(&self.actors.toekenningen, wie, naam, id, command, bij, kop).await;
            if last != Err(Weigering::Bezig) {
                break;
            }
            self.projector.catch_up().await;
        }
        last
    }

    fn lees_meekijken(
        &self,
        wie: &Wie,
        plan: PlanId,
        typed: &NieuwMeekijken,
    ) -> Result<(ToekenningCommand, Claim), Weigering> {
        let NieuwMeekijken { aan, wat, tot_en_met } = typed;
        let (feiten, te_veel, keren) = {
            let all = self.overzicht.lees();
            let all = all.gemeente(wie.gemeente).ok_or(Weigering::NIET_GEVONDEN)?;
            let feiten = all.meekijkfeiten(wie, plan, *aan, *wat).ok_or(Weigering::NIET_GEVONDEN)?;
            let it = Meekijken { plan, van: feiten.van, aan: *aan, wat: *wat };
            (feiten, all.meekijken_te_veel(&it), all.keren_laten_meekijken(it.van))
        };
        if !mag_laten_meekijken(wie, &feiten) {
            return Err(Weigering::NIET_GEVONDEN);
        }
        let mut velden = Velden::default();
        let tot_en_met = velden.datum("tot_en_met", Some(tot_en_met));
        let tot_en_met = velden.klaar(tot_en_met)?.ok_or(Weigering::Onbekend)?;
        if let Some(code) = te_veel {
            return Err(Weigering::Geweigerd { code });
        }
        let claim = Claim { scope: "meekijken", key: format!("{}/{}", feiten.van, keren + 1) };
        Ok((ToekenningCommand::LaatMeekijken { plan, wat: *wat, feiten, tot_en_met }, claim))
    }

    pub(super) async fn stop_meekijken(
        &self,
        wie: &Wie,
        naam: &'static str,
        toekenning: ToekenningId,
        reden: &str,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let (plan, command) = self.gekeurd(wie, naam, kop, self.lees_stop(wie, toekenning, reden)).await?;
        // Who stands in for a regisseur does so here too: the stream of a toekenning knows of no plan.
        let namens = self.deps.rechten.namens(wie, StreamId { kind: StreamKind::Plan, id: plan.0 });
        let (id, bij) = (toekenning.0, Bijvangst::default());
        self.vraag_namens(&self.actors.toekenningen, wie, namens, naam, id, command, bij, kop).await
    }

    fn lees_stop(
        &self,
        wie: &Wie,
        toekenning: ToekenningId,
        reden: &str,
    ) -> Result<(PlanId, ToekenningCommand), Weigering> {
        let (plan, regisseurs) = {
            let all = self.overzicht.lees();
            let all = all.gemeente(wie.gemeente).ok_or(Weigering::NIET_GEVONDEN)?;
            let found = all.plan_van_meekijken(toekenning);
            let leads = |(plan, _): &(PlanId, _)| all.zicht_op_plan(wie, *plan).alles;
            found.filter(leads).ok_or(Weigering::NIET_GEVONDEN)?
        };
        let mut velden = Velden::default();
        let reden = velden.line("reden", reden, DOEL_CHARS_MAX);
        Ok((plan, velden.klaar(ToekenningCommand::StopMeekijken { regisseurs, reden })?))
    }
}
