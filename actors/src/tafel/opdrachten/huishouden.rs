//! Commands about who lives together.

use jiff::civil::Date;
use keukentafel::domain::aggregate::RefusalCode;
use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::domain::huishouden::{HuishoudenCommand, HuishoudenRefusal, lid_sleutel};
use keukentafel::domain::ids::{HuishoudenId, PersoonId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::limits::LEDEN_MAX;
use keukentafel::protocol::body::{LidKeuze, NieuwHuishouden, Verblijf, VerblijfHerroeping, Vertrek};
use keukentafel::protocol::view::Uitgevoerd;
use keukentafel::store::Claim;

use crate::entity::Bijvangst;
use crate::tafel::{Kop, Tafel, invoer};
use crate::weigering::Weigering;

/// The scope of the claim that keeps somebody in one huishouden at a time.
const LID_SCOPE: &str = "huishoudenlid";

/// How often a membership is tried that this node's read side did not know of yet.
const LID_TRIES: usize = 3;

impl Tafel {
    pub(super) async fn stel_huishouden_vast(
        &self,
        wie: &Wie,
        naam: &'static str,
        typed: &NieuwHuishouden,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let leden: Result<Vec<_>, Weigering> =
            typed.leden.iter().map(|lid| invoer::lid(lid, self.geboren(wie, lid.persoon))).collect();
        let leden = self.gekeurd(wie, naam, kop, leden).await?;
        let wie_daar: Vec<_> = leden.iter().map(|lid| lid.persoon).collect();
        self.herinner(wie, &wie_daar).await?;
        self.gekeurd(wie, naam, kop, self.mag_samenbrengen(wie, &wie_daar)).await?;
        let id = HuishoudenId(self.nieuw_id());
        self.met_leden(wie, naam, id, |_| HuishoudenCommand::StelVast(leden.clone()), &wie_daar, kop).await
    }

    pub(super) async fn voeg_lid_toe(
        &self,
        wie: &Wie,
        naam: &'static str,
        huishouden: HuishoudenId,
        typed: &LidKeuze,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let lid = self.gekeurd(wie, naam, kop, invoer::lid(typed, self.geboren(wie, typed.persoon))).await?;
        self.gekeurd(wie, naam, kop, self.zie_huishouden(wie, huishouden)).await?;
        self.herinner(wie, &[lid.persoon]).await?;
        self.gekeurd(wie, naam, kop, self.mag_erbij(wie, lid.persoon)).await?;
        let command = |geclaimd| HuishoudenCommand::VoegLidToe { lid, geclaimd };
        self.met_leden(wie, naam, huishouden, command, &[lid.persoon], kop).await
    }

    pub(super) async fn lid_vertrekt(
        &self,
        wie: &Wie,
        naam: &'static str,
        huishouden: HuishoudenId,
        typed: &Vertrek,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let op = self.gekeurd(wie, naam, kop, invoer::dag("op", &typed.op)).await?;
        self.gekeurd(wie, naam, kop, self.zie_huishouden(wie, huishouden)).await?;
        self.herinner(wie, &[typed.persoon]).await?;
        self.gekeurd(wie, naam, kop, self.mag_over(wie, huishouden, typed.persoon)).await?;
        let command = HuishoudenCommand::LidVertrekt {
            persoon: typed.persoon,
            geboren: self.geboren(wie, typed.persoon),
            op,
        };
        self.vraag(&self.actors.huishoudens, wie, naam, huishouden.0, command, Bijvangst::default(), kop)
            .await
    }

    pub(super) async fn verblijf_wijkt_af(
        &self,
        wie: &Wie,
        naam: &'static str,
        huishouden: HuishoudenId,
        typed: &Verblijf,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let verblijf = self.gekeurd(wie, naam, kop, invoer::verblijf(typed)).await?;
        self.gekeurd(wie, naam, kop, self.zie_huishouden(wie, huishouden)).await?;
        self.herinner(wie, &[typed.persoon]).await?;
        self.gekeurd(wie, naam, kop, self.mag_erbij(wie, typed.persoon)).await?;
        let persoon = typed.persoon;
        let geboren = self.geboren(wie, persoon);
        let command = |geclaimd| HuishoudenCommand::VerblijfWijktAf {
            persoon,
            geboren,
            verblijf: verblijf.clone(),
            geclaimd,
        };
        self.met_leden(wie, naam, huishouden, command, &[typed.persoon], kop).await
    }

    pub(super) async fn herroep_verblijf(
        &self,
        wie: &Wie,
        naam: &'static str,
        huishouden: HuishoudenId,
        typed: &VerblijfHerroeping,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        self.gekeurd(wie, naam, kop, self.zie_huishouden(wie, huishouden)).await?;
        let reden = self.gekeurd(wie, naam, kop, invoer::herroep_reden(&typed.reden)).await?;
        self.herinner(wie, &[typed.persoon]).await?;
        self.gekeurd(wie, naam, kop, self.mag_over(wie, huishouden, typed.persoon)).await?;
        let command = HuishoudenCommand::HerroepVerblijf { persoon: typed.persoon, reden };
        let bij = Bijvangst::default();
        self.vraag(&self.actors.huishoudens, wie, naam, huishouden.0, command, bij, kop).await
    }

    /// Does what makes these people members, each under a claim that nobody else can have. A claim that is taken means that this node's
    /// read side is behind, or that somebody was first: it catches up and looks again.
    async fn met_leden(
        &self,
        wie: &Wie,
        naam: &'static str,
        huishouden: HuishoudenId,
        command: impl Fn(bool) -> HuishoudenCommand,
        leden: &[PersoonId],
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let elsewhere = Weigering::Geweigerd { code: HuishoudenRefusal::LidElders.code() };
        let mut last = Err(elsewhere.clone());
        for _ in 0..LID_TRIES {
            let claims = self.gekeurd(wie, naam, kop, self.lid_claims(wie, huishouden, leden)).await?;
            let command = command(!claims.is_empty());
            let bijvangst = Bijvangst { claims, ..Bijvangst::default() };
            last =
                self.vraag(&self.actors.huishoudens, wie, naam, huishouden.0, command, bijvangst, kop).await;
            if last.as_ref() != Err(&elsewhere) {
                break;
            }
            self.projector.catch_up().await;
        }
        last
    }

    fn lid_claims(
        &self,
        wie: &Wie,
        huishouden: HuishoudenId,
        leden: &[PersoonId],
    ) -> Result<Vec<Claim>, Weigering> {
        let all = self.overzicht.lees();
        let Some(all) = all.gemeente(wie.gemeente) else { return Ok(Vec::new()) };
        let mut claims = Vec::new();
        for lid in leden {
            match all.huishouden_van(*lid) {
                Some(home) if home == huishouden => {}
                Some(_) => return Err(Weigering::Geweigerd { code: HuishoudenRefusal::LidElders.code() }),
                None => {
                    let key = lid_sleutel(*lid, all.lidmaatschappen(*lid) + 1);
                    claims.push(Claim { scope: LID_SCOPE, key });
                }
            }
        }
        Ok(claims)
    }

    /// When somebody was born, to weigh a day by. It is not told: a refusal says only that the day cannot be.
    fn geboren(&self, wie: &Wie, persoon: PersoonId) -> Option<Date> {
        let all = self.overzicht.lees();
        all.gemeente(wie.gemeente)?.persoon(persoon)?.gegevens()?.geboortedatum
    }

    /// A huishouden has a bounded number of members, each of whom the asker may see.
    fn mag_samenbrengen(&self, wie: &Wie, leden: &[PersoonId]) -> Result<(), Weigering> {
        if leden.is_empty() || leden.len() > LEDEN_MAX {
            return Err(Weigering::Geweigerd { code: HuishoudenRefusal::Leden.code() });
        }
        for lid in leden {
            self.mag_erbij(wie, *lid)?;
        }
        Ok(())
    }

    /// Who works for one member of a huishouden may know that something runs for the others. So nobody brings in whom they may not see:
    /// the desk does.
    fn mag_erbij(&self, wie: &Wie, persoon: PersoonId) -> Result<(), Weigering> {
        self.is_er_voor(wie, persoon)?;
        if self.deps.rechten.op_persoon(wie, persoon) >= Toegang::Wat {
            return Ok(());
        }
        Err(Weigering::Geweigerd { code: "huishouden.lid_via_balie" })
    }

    /// Who works for one lid sees the whole huishouden; who goes from it, or never was there, is for who works for that one, and the desk.
    fn mag_over(&self, wie: &Wie, huishouden: HuishoudenId, persoon: PersoonId) -> Result<(), Weigering> {
        let lid = {
            let all = self.overzicht.lees();
            let home = all.gemeente(wie.gemeente).and_then(|all| all.huishouden(huishouden));
            home.is_some_and(|home| home.leden().iter().any(|lid| lid.persoon == persoon))
        };
        // Of who is no lid the huishouden itself says so.
        if !lid || self.deps.rechten.op_persoon(wie, persoon) >= Toegang::Wat {
            return Ok(());
        }
        Err(Weigering::Geweigerd { code: "huishouden.niet_uw_persoon" })
    }

    fn zie_huishouden(&self, wie: &Wie, huishouden: HuishoudenId) -> Result<(), Weigering> {
        let here = self.deps.rechten.op_huishouden(wie, huishouden) > Toegang::Niets;
        if here { Ok(()) } else { Err(Weigering::NIET_GEVONDEN) }
    }
}
