//! Commands about a person beyond the first registration: who this turns out to be, what the BRP says, who decides for them.

use keukentafel::domain::aggregate::RefusalCode;
use keukentafel::domain::bevoegdheid::{Handeling, Toegang, mag};
use keukentafel::domain::bsn::Bsn;
use keukentafel::domain::ids::PersoonId;
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::persoon::{
    BrpMomentopname, Gezag, Gezaghouder, Identificatie, PersoonCommand, PersoonRefusal,
};
use keukentafel::poort::Doel;
use keukentafel::protocol::body::{
    GezagEinde, GezagHerroeping, HouderKeuze, IdentificatieKeuze, NieuwGezag, NieuwUitBrp, NieuweIdentiteit,
    NieuweOnbekende, OpnieuwUitBrp,
};
use keukentafel::protocol::view::Uitgevoerd;
use keukentafel::store::Claim;

use crate::entity::Bijvangst;
use crate::tafel::uit_brp::{gezag_over, momentopname};
use crate::tafel::{Kop, Tafel, invoer};
use crate::weigering::Weigering;

impl Tafel {
    pub(super) async fn registreer_onbekende(
        &self,
        wie: &Wie,
        naam: &'static str,
        typed: &NieuweOnbekende,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let beschrijving = self.gekeurd(wie, naam, kop, invoer::onbekende(typed)).await?;
        let command = PersoonCommand::RegistreerOnbekende(beschrijving);
        self.vraag(&self.actors.personen, wie, naam, self.nieuw_id(), command, Bijvangst::default(), kop)
            .await
    }

    pub(super) async fn stel_identiteit_vast(
        &self,
        wie: &Wie,
        naam: &'static str,
        persoon: PersoonId,
        typed: &NieuweIdentiteit,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let gegevens = self.gekeurd(wie, naam, kop, invoer::persoon(&typed.persoon)).await?;
        self.gekeurd(wie, naam, kop, self.zie_persoon(wie, persoon)).await?;
        let wijze = match typed.wijze {
            IdentificatieKeuze::Identiteitsbewijs => Identificatie::Identiteitsbewijs,
            IdentificatieKeuze::EigenOpgave => Identificatie::EigenOpgave,
        };
        let bijvangst = bsn_claim(gegevens.bsn.as_ref());
        let command = PersoonCommand::StelIdentiteitVast { gegevens, wijze };
        self.vraag(&self.actors.personen, wie, naam, persoon.0, command, bijvangst, kop).await
    }

    pub(super) async fn neem_over_uit_brp(
        &self,
        wie: &Wie,
        naam: &'static str,
        typed: &NieuwUitBrp,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        if let Some(done) = self.eerder_gedaan(wie, kop).await? {
            return Ok(done);
        }
        let bsn = self.gekeurd(wie, naam, kop, invoer::bsn(&typed.bsn)).await?;
        let (momentopname, gezag) = self.raadpleeg(wie, naam, &bsn, typed.doel.into(), kop).await?;
        let command = PersoonCommand::NeemOverUitBrp { momentopname, velden: Vec::new(), gezag };
        self.vraag(&self.actors.personen, wie, naam, self.nieuw_id(), command, bsn_claim(Some(&bsn)), kop)
            .await
    }

    pub(super) async fn neem_opnieuw_over(
        &self,
        wie: &Wie,
        naam: &'static str,
        persoon: PersoonId,
        typed: &OpnieuwUitBrp,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        if let Some(done) = self.eerder_gedaan(wie, kop).await? {
            return Ok(done);
        }
        self.gekeurd(wie, naam, kop, self.zie_persoon(wie, persoon)).await?;
        let own = {
            let all = self.overzicht.lees();
            let regel = all.gemeente(wie.gemeente).and_then(|all| all.persoon(persoon));
            regel.and_then(|regel| regel.persoon().bsn().cloned())
        };
        let bsn = match (&own, &typed.bsn) {
            (Some(own), _) => Ok(own.clone()),
            (None, Some(typed)) => invoer::bsn(typed),
            (None, None) => Err(Weigering::Velden(vec![("bsn", "invoer.leeg")])),
        };
        let bsn = self.gekeurd(wie, naam, kop, bsn).await?;
        let (momentopname, gezag) = self.raadpleeg(wie, naam, &bsn, typed.doel.into(), kop).await?;
        let bijvangst = if own.is_some() { Bijvangst::default() } else { bsn_claim(Some(&bsn)) };
        let command = PersoonCommand::NeemOverUitBrp { momentopname, velden: typed.velden.clone(), gezag };
        self.vraag(&self.actors.personen, wie, naam, persoon.0, command, bijvangst, kop).await
    }

    /// What the BRP says now.
    async fn raadpleeg(
        &self,
        wie: &Wie,
        naam: &'static str,
        bsn: &Bsn,
        doel: Doel,
        kop: Kop,
    ) -> Result<(Box<BrpMomentopname>, Vec<Gezag>), Weigering> {
        let refuse = |code| Weigering::Geweigerd { code };
        let may = mag(wie.rol, Handeling::BrpRaadplegen);
        self.gekeurd(wie, naam, kop, if may { Ok(()) } else { Err(refuse("niet_bevoegd")) }).await?;
        let port = self.brp.as_ref().ok_or(refuse("brp.niet_ingericht"));
        let brp = self.gekeurd(wie, naam, kop, port).await?;
        let doelbinding = self.doelbinding(wie, doel, kop.command.0);
        let about = self.overzicht.lees().gemeente(wie.gemeente).and_then(|all| all.op_bsn(bsn));
        self.brp_gevraagd(wie, "brp.raadplegen", &doelbinding, about.as_slice()).await?;
        let answer = match brp.raadpleeg(bsn, doelbinding).await {
            Ok(Some(persoon)) => Ok(persoon),
            Ok(None) => Err(refuse("brp.onbekend")),
            Err(_) => Err(refuse("brp.niet_bereikbaar")),
        };
        let persoon = self.gekeurd(wie, naam, kop, answer).await?;
        let all = self.overzicht.lees();
        let all = all.gemeente(wie.gemeente);
        let gezag = gezag_over(&persoon, |bsn| all.and_then(|all| all.op_bsn(bsn)));
        Ok((Box::new(momentopname(&persoon, doelbinding.verzoek)), gezag))
    }

    pub(super) async fn leg_gezag_vast(
        &self,
        wie: &Wie,
        naam: &'static str,
        persoon: PersoonId,
        typed: &NieuwGezag,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        self.gekeurd(wie, naam, kop, self.zie_persoon(wie, persoon)).await?;
        self.herinner_houder(wie, &typed.houder).await?;
        let houder = self.gekeurd(wie, naam, kop, self.houder(wie, persoon, &typed.houder)).await?;
        let gezag = self.gekeurd(wie, naam, kop, invoer::gezag(typed, houder)).await?;
        let command = PersoonCommand::LegGezagVast(gezag);
        self.vraag(&self.actors.personen, wie, naam, persoon.0, command, Bijvangst::default(), kop).await
    }

    pub(super) async fn beeindig_gezag(
        &self,
        wie: &Wie,
        naam: &'static str,
        persoon: PersoonId,
        typed: &GezagEinde,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        self.gekeurd(wie, naam, kop, self.zie_persoon(wie, persoon)).await?;
        self.herinner_houder(wie, &typed.houder).await?;
        let houder = self.gekeurd(wie, naam, kop, self.houder(wie, persoon, &typed.houder)).await?;
        let op = self.gekeurd(wie, naam, kop, invoer::dag("op", &typed.op)).await?;
        let command = PersoonCommand::BeeindigGezag { houder, op };
        self.vraag(&self.actors.personen, wie, naam, persoon.0, command, Bijvangst::default(), kop).await
    }

    pub(super) async fn herroep_gezag(
        &self,
        wie: &Wie,
        naam: &'static str,
        persoon: PersoonId,
        typed: &GezagHerroeping,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        self.gekeurd(wie, naam, kop, self.zie_persoon(wie, persoon)).await?;
        // Who holds it by mistake is named where it stands, to all who may see it: they need not be somebody whom one works for.
        let (gezag, reden) = self.gekeurd(wie, naam, kop, invoer::herroepen_gezag(typed)).await?;
        let command = PersoonCommand::HerroepGezag { gezag, reden };
        self.vraag(&self.actors.personen, wie, naam, persoon.0, command, Bijvangst::default(), kop).await
    }

    async fn herinner_houder(&self, wie: &Wie, typed: &HouderKeuze) -> Result<(), Weigering> {
        match typed {
            HouderKeuze::Persoon { persoon } => self.herinner(wie, &[*persoon]).await,
            HouderKeuze::Ander { .. } => Ok(()),
        }
    }

    fn houder(&self, wie: &Wie, over: PersoonId, typed: &HouderKeuze) -> Result<Gezaghouder, Weigering> {
        match typed {
            HouderKeuze::Persoon { persoon } if *persoon == over => {
                Err(Weigering::Geweigerd { code: PersoonRefusal::GezagZelf.code() })
            }
            HouderKeuze::Persoon { persoon } => {
                self.is_er_voor(wie, *persoon)?;
                Ok(Gezaghouder::Persoon { persoon: *persoon })
            }
            HouderKeuze::Ander { naam } => invoer::houder_ander(naam),
        }
    }

    /// A person at whom somebody may not look is not there for them.
    pub(super) fn zie_persoon(&self, wie: &Wie, persoon: PersoonId) -> Result<(), Weigering> {
        let here = self.deps.rechten.op_persoon(wie, persoon) >= Toegang::Wat;
        if here { Ok(()) } else { Err(Weigering::NIET_GEVONDEN) }
    }
}

fn bsn_claim(bsn: Option<&Bsn>) -> Bijvangst {
    let claims = bsn.map(|bsn| Claim { scope: "bsn", key: bsn.digits().to_owned() }).into_iter().collect();
    Bijvangst { claims, ..Bijvangst::default() }
}
