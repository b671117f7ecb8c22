//! Looking at groepen, plans and signalen.

use std::collections::BTreeSet;

use jiff::civil::Date;
use keukentafel::domain::bevoegdheid::{Kring, Toegang};
use keukentafel::domain::ids::{ActieId, GroepId, HuishoudenId, PersoonId, PlanId, SignaalId, TaakId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::{
    AandachtWat, ActieRij, GroepWat, LidHuis, MijnPlan, PlanAntwoord, PlanGezien, PlanRij, SignaalAntwoord,
    SignaalRij, TaakRij,
};

use super::Tafel;
use crate::overzicht::{Gemeenteoverzicht, SignalenFilter};
use crate::weigering::Weigering;

/// The groepen that somebody looks after, the plans that they see as a whole, and those of which they see a part.
pub(super) type MijnPlannen = (Vec<GroepWat>, Vec<PlanRij>, Vec<PlanGezien>);

/// A page of the register, what asks for attention, and the last signaal of the page when there are more.
pub type Signalenpagina = (Vec<SignaalRij>, Vec<AandachtWat>, Option<SignaalId>);

impl Tafel {
    /// A groep.
    ///
    /// # Errors
    /// When the trail cannot be reached.
    pub async fn groep(&self, wie: &Wie, id: GroepId) -> Result<Option<GroepWat>, Weigering> {
        self.in_zicht(async |look| {
            let toegang = self.deps.rechten.op_groep(wie, id);
            self.gekeken(&look, wie, "groep.lezen", format!("groep/{id}"), toegang).await?;
            let all = self.overzicht.lees();
            let all = all.gemeente(wie.gemeente);
            Ok(all.and_then(|all| all.groep_wat(id, &toegang.leesrecht()?, &*self.deps.namen)))
        })
        .await
    }

    /// The groepen that `wie` looks after, their plans, and the plans of which they see a part.
    ///
    /// # Errors
    /// When the trail cannot be reached.
    pub async fn plannen(&self, wie: &Wie) -> Result<MijnPlannen, Weigering> {
        self.in_zicht(async |look| {
            // Looked at once: whom the trail names is whom is shown.
            let (about, found) = self.eigen_plannen(wie);
            self.lijst_gekeken(&look, wie, "plannen.lijst", "plannen", about).await?;
            Ok(found)
        })
        .await
    }

    fn eigen_plannen(&self, wie: &Wie) -> (Vec<PersoonId>, MijnPlannen) {
        let all = self.overzicht.lees();
        let Some(all) = all.gemeente(wie.gemeente) else { return Default::default() };
        let namen = &*self.deps.namen;
        let groep = |id| all.groep_wat(id, &Topic::Groep(id).leesrecht()?, namen);
        let groepen = all.mijn_groepen(wie).into_iter().filter_map(groep).collect();
        let (mut led, mut seen) = (Vec::new(), Vec::new());
        for id in all.mijn_plannen(wie) {
            let zicht = all.zicht_op_plan(wie, id);
            if zicht.alles {
                led.extend(all.plan_rij(id, namen));
            } else {
                seen.extend(all.plan_gezien(id, &zicht, namen));
            }
        }
        (all.in_plannen_van(wie), (groepen, led, seen))
    }

    /// The plans that `wie` sees in the portal as one of the groep, each with the parts that are theirs.
    ///
    /// # Errors
    /// When the trail cannot be reached.
    pub async fn mijn_plannen(&self, wie: &Wie) -> Result<Vec<MijnPlan>, Weigering> {
        self.in_zicht(async |look| {
            let (about, found) = {
                let all = self.overzicht.lees();
                let found = |all: &Gemeenteoverzicht| {
                    (all.in_portaal_van(wie), all.mijn_plannen_in_portaal(wie, &*self.deps.namen))
                };
                all.gemeente(wie.gemeente).map(found).unwrap_or_default()
            };
            self.lijst_gekeken(&look, wie, "mijn_plannen.lijst", "plannen", about).await?;
            Ok(found)
        })
        .await
    }

    /// What `wie` is to do, by day: a page of `aantal` after `na`, the place after it, and the day by which it was judged.
    ///
    /// # Errors
    /// When the trail cannot be reached.
    pub async fn acties(
        &self,
        wie: &Wie,
        na: Option<(Date, ActieId)>,
        aantal: usize,
    ) -> Result<(Vec<ActieRij>, Option<(Date, ActieId)>, Date), Weigering> {
        self.in_zicht(async |look| {
            let vandaag = self.deps.clock.now().day();
            let (rows, next) = self.acties_op(wie, vandaag, na, aantal);
            let about: BTreeSet<PersoonId> =
                rows.iter().flat_map(|row| &row.voor).map(|lid| lid.id).collect();
            self.lijst_gekeken(&look, wie, "acties.lijst", "acties", about.into_iter().collect()).await?;
            Ok((rows, next, vandaag))
        })
        .await
    }

    fn acties_op(
        &self,
        wie: &Wie,
        vandaag: Date,
        na: Option<(Date, ActieId)>,
        aantal: usize,
    ) -> (Vec<ActieRij>, Option<(Date, ActieId)>) {
        let all = self.overzicht.lees();
        let Some(all) = all.gemeente(wie.gemeente) else { return (Vec::new(), None) };
        let mut waiting = all.mijn_acties(wie);
        waiting.retain(|(day, _, actie)| na.is_none_or(|na| (*day, *actie) > na));
        let more = waiting.len() > aantal;
        waiting.truncate(aantal);
        let next = waiting.last().filter(|_| more).map(|(day, _, actie)| (*day, *actie));
        let row = |(_, plan, actie)| {
            let recht = Topic::PlanActie(plan, actie).leesrecht()?;
            all.actie_rij(plan, actie, vandaag, &recht, &*self.deps.namen)
        };
        (waiting.into_iter().filter_map(row).collect(), next)
    }

    /// The taken that wait for `wie` in zaken, by day: a page of `aantal` after `na`, and the place after it.
    ///
    /// # Errors
    /// When the trail cannot be reached.
    pub async fn taken(
        &self,
        wie: &Wie,
        na: Option<(Date, TaakId)>,
        aantal: usize,
    ) -> Result<(Vec<TaakRij>, Option<(Date, TaakId)>), Weigering> {
        self.in_zicht(async |look| {
            let (rows, next) = self.taken_op(wie, na, aantal);
            let about: BTreeSet<PersoonId> =
                rows.iter().filter_map(|row| row.persoon.as_ref()).map(|persoon| persoon.id).collect();
            self.lijst_gekeken(&look, wie, "taken.lijst", "taken", about.into_iter().collect()).await?;
            Ok((rows, next))
        })
        .await
    }

    fn taken_op(
        &self,
        wie: &Wie,
        na: Option<(Date, TaakId)>,
        aantal: usize,
    ) -> (Vec<TaakRij>, Option<(Date, TaakId)>) {
        let all = self.overzicht.lees();
        let Some(all) = all.gemeente(wie.gemeente) else { return (Vec::new(), None) };
        let mut waiting = all.mijn_taken(wie);
        waiting.retain(|(day, _, taak)| na.is_none_or(|na| (*day, *taak) > na));
        let more = waiting.len() > aantal;
        waiting.truncate(aantal);
        let next = waiting.last().filter(|_| more).map(|(day, _, taak)| (*day, *taak));
        let row = |(_, zaak, taak)| all.taak_rij(zaak, taak, &Topic::ZaakTaak(zaak, taak).leesrecht()?);
        (waiting.into_iter().filter_map(row).collect(), next)
    }

    /// A plan, as far as `wie` may look; `None` when it is not there for them.
    ///
    /// # Errors
    /// When the trail or the journal cannot be reached.
    pub async fn plan(&self, wie: &Wie, id: PlanId) -> Result<Option<PlanAntwoord>, Weigering> {
        self.in_zicht(async |look| {
            let (zicht, toegang) = self.op_plan_toegang(wie, id);
            self.gekeken(&look, wie, "plan.lezen", format!("plan/{id}"), toegang).await?;
            if zicht.alles {
                return Ok(self.bekijk(&self.actors.plannen, wie, id.0).await?.map(PlanAntwoord::Schrijven));
            }
            if zicht.inzage {
                return Ok(self.bekijk(&self.actors.plannen, wie, id.0).await?.map(PlanAntwoord::Wat));
            }
            // Which part is theirs may be another one by now.
            let (zicht, _) = self.op_plan_toegang(wie, id);
            if !zicht.groep {
                return Ok(None);
            }
            let all = self.overzicht.lees();
            let all = all.gemeente(wie.gemeente);
            Ok(all.and_then(|all| all.plan_gezien(id, &zicht, &*self.deps.namen)).map(PlanAntwoord::Dat))
        })
        .await
    }

    /// The register as far as `wie` may look, and what asks for attention. `None` for who is not of the wijkteam.
    ///
    /// # Errors
    /// When the trail cannot be reached.
    pub async fn signalen(
        &self,
        wie: &Wie,
        filter: &SignalenFilter,
    ) -> Result<Option<Signalenpagina>, Weigering> {
        self.in_zicht(async |look| {
            let toegang = if Kring::van(wie.rol).is_some() { Toegang::Dat } else { Toegang::Niets };
            if toegang == Toegang::Niets {
                self.gekeken(&look, wie, "signalen.lijst", "signalen".to_owned(), toegang).await?;
                return Ok(None);
            }
            let (found, shown) = {
                let all = self.overzicht.lees();
                let list = |all: &Gemeenteoverzicht| {
                    let (rows, next) = all.signalen(wie, filter);
                    let shown = all.in_signalen(rows.iter().map(|rij| (rij.id, rij.toegang)));
                    ((rows, all.aandacht_voor(wie), next), shown)
                };
                all.gemeente(wie.gemeente).map(list).unwrap_or_default()
            };
            self.lijst_gekeken(&look, wie, "signalen.lijst", "signalen", shown).await?;
            Ok(Some(found))
        })
        .await
    }

    /// A signaal, as far as `wie` may look; `None` when it is not there for them.
    ///
    /// # Errors
    /// When the trail or the journal cannot be reached.
    pub async fn signaal(&self, wie: &Wie, id: SignaalId) -> Result<Option<SignaalAntwoord>, Weigering> {
        self.in_zicht(async |look| {
            let toegang = self.deps.rechten.op_signaal(wie, id);
            self.gekeken(&look, wie, "signaal.lezen", format!("signaal/{id}"), toegang).await?;
            match toegang {
                Toegang::Niets => Ok(None),
                Toegang::Dat => {
                    let all = self.overzicht.lees();
                    let rij = all.gemeente(wie.gemeente).and_then(|all| all.signaal_rij(id, Toegang::Dat));
                    Ok(rij.map(SignaalAntwoord::Dat))
                }
                Toegang::Wat | Toegang::Schrijven => {
                    Ok(self.bekijk(&self.actors.signalen, wie, id.0).await?.map(SignaalAntwoord::Schrijven))
                }
            }
        })
        .await
    }

    /// Where these live, of those whose huishouden `wie` may open; of the others there is no way to it here.
    #[must_use]
    pub fn huizen_van(&self, wie: &Wie, leden: &[PersoonId]) -> Vec<LidHuis> {
        let known: Vec<LidHuis> = {
            let all = self.overzicht.lees();
            let Some(all) = all.gemeente(wie.gemeente) else { return Vec::new() };
            let home = |persoon: &PersoonId| {
                let huishouden = all.huishouden_van(*persoon)?;
                Some(LidHuis { persoon: *persoon, huishouden })
            };
            leden.iter().filter_map(home).collect()
        };
        let may = |it: &LidHuis| self.deps.rechten.op_huishouden(wie, it.huishouden) >= Toegang::Wat;
        known.into_iter().filter(may).collect()
    }

    /// Where the person lives whom this signaal is about, for who may open that; to all others there is no way to it here.
    #[must_use]
    pub fn huis_bij_signaal(&self, wie: &Wie, signaal: &SignaalAntwoord) -> Option<HuishoudenId> {
        let SignaalAntwoord::Schrijven(wat) = signaal else { return None };
        let home = {
            let all = self.overzicht.lees();
            all.gemeente(wie.gemeente)?.huishouden_van(wat.persoon?)?
        };
        (self.deps.rechten.op_huishouden(wie, home) >= Toegang::Wat).then_some(home)
    }
}
