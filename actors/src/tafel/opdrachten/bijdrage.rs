//! Commands about what leden bring into a plan: theirs from the portal, and what who leads the plan does with it.

use keukentafel::domain::ids::{ActieId, DoelreactieId, PlanId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::plan::{Bijdrage, Instemming, PlanCommand};
use keukentafel::limits::BIJDRAGE_CHARS_MAX;
use keukentafel::protocol::body::{NieuweActiemelding, NieuweDoelreactie};
use keukentafel::protocol::view::Uitgevoerd;

use crate::entity::Bijvangst;
use crate::tafel::invoer::Velden;
use crate::tafel::{Kop, Tafel};
use crate::weigering::Weigering;

/// What a lid says of what they were to do.
#[derive(Copy, Clone)]
pub(super) enum Gemeld {
    /// That it is done.
    Gedaan,
    /// That it is not done yet.
    NogNiet,
}

impl Tafel {
    /// A lid says what they think of a goal that the portal shows them.
    pub(super) async fn reageer_op_doel(
        &self,
        wie: &Wie,
        naam: &'static str,
        plan: PlanId,
        typed: &NieuweDoelreactie,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let bijdrage = self.gekeurd(wie, naam, kop, self.lees_doelreactie(wie, plan, typed)).await?;
        self.draag_bij(wie, naam, plan, bijdrage, kop).await
    }

    fn lees_doelreactie(
        &self,
        wie: &Wie,
        plan: PlanId,
        typed: &NieuweDoelreactie,
    ) -> Result<Bijdrage, Weigering> {
        let (doel, zicht) = {
            let all = self.overzicht.lees();
            let found = all.gemeente(wie.gemeente).and_then(|all| all.doel_in_portaal(wie, plan, typed.doel));
            found.ok_or(Weigering::NIET_GEVONDEN)?
        };
        let mut velden = Velden::default();
        let tekst = match typed.instemming {
            // Who wants to say something about it says it.
            Instemming::Opmerking => {
                let typed = typed.tekst.as_deref().unwrap_or_default();
                Some(velden.alinea("tekst", typed, BIJDRAGE_CHARS_MAX))
            }
            Instemming::Eens | Instemming::Oneens => {
                velden.alinea_opt("tekst", typed.tekst.as_deref(), BIJDRAGE_CHARS_MAX)
            }
        };
        velden.klaar(Bijdrage::ReageerOpDoel {
            reactie: DoelreactieId(self.nieuw_id()),
            doel,
            instemming: typed.instemming,
            tekst,
            spreekt_voor: zicht.spreekt_voor,
        })
    }

    /// A lid says whether they did what the portal shows them that they were to do.
    pub(super) async fn meld_eigen_actie(
        &self,
        wie: &Wie,
        naam: &'static str,
        plan: PlanId,
        (typed, gemeld): (&NieuweActiemelding, Gemeld),
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let bijdrage = self.gekeurd(wie, naam, kop, self.lees_actiemelding(wie, plan, typed, gemeld)).await?;
        self.draag_bij(wie, naam, plan, bijdrage, kop).await
    }

    fn lees_actiemelding(
        &self,
        wie: &Wie,
        plan: PlanId,
        typed: &NieuweActiemelding,
        gemeld: Gemeld,
    ) -> Result<Bijdrage, Weigering> {
        let (actie, zicht) = {
            let all = self.overzicht.lees();
            let all = all.gemeente(wie.gemeente);
            let found = all.and_then(|all| all.actie_in_portaal(wie, plan, typed.actie));
            found.ok_or(Weigering::NIET_GEVONDEN)?
        };
        let mut velden = Velden::default();
        let toelichting = velden.alinea_opt("toelichting", typed.toelichting.as_deref(), BIJDRAGE_CHARS_MAX);
        let spreekt_voor = zicht.spreekt_voor;
        velden.klaar(match gemeld {
            Gemeld::Gedaan => Bijdrage::MeldEigenActieGedaan { actie, toelichting, spreekt_voor },
            Gemeld::NogNiet => Bijdrage::MeldEigenActieNogNiet { actie, toelichting, spreekt_voor },
        })
    }

    async fn draag_bij(
        &self,
        wie: &Wie,
        naam: &'static str,
        plan: PlanId,
        bijdrage: Bijdrage,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let command = PlanCommand::Bijdrage(bijdrage);
        self.vraag(&self.actors.plannen, wie, naam, plan.0, command, Bijvangst::default(), kop).await
    }

    /// Who leads the plan answers what a lid said of a goal.
    pub(super) async fn beantwoord_doelreactie(
        &self,
        wie: &Wie,
        naam: &'static str,
        plan: PlanId,
        (reactie, typed): (DoelreactieId, &str),
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let command = |_: &Self| {
            let mut velden = Velden::default();
            let tekst = velden.alinea("tekst", typed, BIJDRAGE_CHARS_MAX);
            velden.klaar(PlanCommand::Bijdrage(Bijdrage::BeantwoordDoelreactie { reactie, tekst }))
        };
        self.op_plan(wie, naam, plan, command, kop).await
    }

    /// Who leads the plan asks on about what a lid says is done.
    pub(super) async fn vraag_door_over_actie(
        &self,
        wie: &Wie,
        naam: &'static str,
        plan: PlanId,
        (actie, typed): (ActieId, &str),
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let command = |_: &Self| {
            let mut velden = Velden::default();
            let vraag = velden.alinea("vraag", typed, BIJDRAGE_CHARS_MAX);
            velden.klaar(PlanCommand::Bijdrage(Bijdrage::VraagDoorOverActie { actie, vraag }))
        };
        self.op_plan(wie, naam, plan, command, kop).await
    }
}
