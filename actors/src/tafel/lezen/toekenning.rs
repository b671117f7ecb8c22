//! Looking at toekenningen.

use keukentafel::domain::bevoegdheid::{Handeling, Toegang, mag, mag_vervanger_aanwijzen};
use keukentafel::domain::ids::MedewerkerId;
use keukentafel::domain::medewerker::Wie;
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::{GlazenWat, PlanDat, ToekenningenWat, VervangersWat};

use crate::overzicht::PlanRegel;
use crate::tafel::Tafel;
use crate::weigering::Weigering;

impl Tafel {
    /// What `wie` has to do with toekenningen.
    ///
    /// # Errors
    /// When the trail cannot be reached.
    pub async fn toekenningen(&self, wie: &Wie) -> Result<ToekenningenWat, Weigering> {
        self.in_zicht(async |look| {
            self.gekeken(&look, wie, "toekenningen.lezen", format!("medewerker/{}", wie.id), Toegang::Dat)
                .await?;
            let all = self.overzicht.lees();
            let found = all.gemeente(wie.gemeente).and_then(|all| {
                let recht = Topic::Toekenningen(wie.id).leesrecht()?;
                Some(all.toekenningen_van(wie.id, &recht, &*self.deps.namen))
            });
            Ok(found.unwrap_or_default())
        })
        .await
    }

    /// Every glas that waits to be looked back at; `None` for whom that is not there.
    ///
    /// # Errors
    /// When the trail cannot be reached.
    pub async fn glazen(&self, wie: &Wie) -> Result<Option<GlazenWat>, Weigering> {
        self.in_zicht(async |look| {
            let toegang = if mag(wie.rol, Handeling::GlasBeoordelen) { Toegang::Wat } else { Toegang::Niets };
            self.gekeken(&look, wie, "glas.lijst", format!("glazen/{}", wie.gemeente), toegang).await?;
            let Some(recht) = toegang.leesrecht() else { return Ok(None) };
            let all = self.overzicht.lees();
            let found = all.gemeente(wie.gemeente).map(|all| all.glazen(&recht, &*self.deps.namen));
            Ok(Some(found.unwrap_or_default()))
        })
        .await
    }

    /// Who stands in for a medewerker and who could; `None` for who has no say in that.
    ///
    /// # Errors
    /// When the trail cannot be reached.
    pub async fn vervangers(&self, wie: &Wie, who: MedewerkerId) -> Result<Option<VervangersWat>, Weigering> {
        self.in_zicht(async |look| {
            let here = self.boek.werkt_hier(wie.gemeente, who) && mag_vervanger_aanwijzen(wie, who);
            let toegang = if here { Toegang::Dat } else { Toegang::Niets };
            self.gekeken(&look, wie, "vervangers.lezen", format!("medewerker/{who}"), toegang).await?;
            if !here {
                return Ok(None);
            }
            let all = self.overzicht.lees();
            let open = all.gemeente(wie.gemeente).and_then(|all| {
                let recht = Topic::Toekenningen(who).leesrecht()?;
                Some(all.vervangen_door(who, &recht, &*self.deps.namen))
            });
            let kandidaten = self.boek.vervangers(wie.gemeente, who);
            Ok(Some(VervangersWat { kandidaten, items: open.unwrap_or_default() }))
        })
        .await
    }

    /// The running plans that a medewerker leads, as far as whoever distributes work knows of them: that they run.
    ///
    /// # Errors
    /// When the trail cannot be reached.
    pub async fn plannen_van(&self, wie: &Wie, who: MedewerkerId) -> Result<Option<Vec<PlanDat>>, Weigering> {
        self.in_zicht(async |look| {
            let here = self.boek.werkt_hier(wie.gemeente, who) && mag(wie.rol, Handeling::GlasBreken);
            let toegang = if here { Toegang::Dat } else { Toegang::Niets };
            self.gekeken(&look, wie, "plannen.medewerker", format!("medewerker/{who}"), toegang).await?;
            if !here {
                return Ok(None);
            }
            let all = self.overzicht.lees();
            let Some(all) = all.gemeente(wie.gemeente) else { return Ok(Some(Vec::new())) };
            let dat = |id| {
                let plan = all.plan(id).and_then(PlanRegel::lopend)?;
                let regisseurs = plan.regisseurs.iter().map(|who| self.deps.namen.door(*who)).collect();
                Some(PlanDat { id, regisseurs, begonnen_op: plan.begonnen_op })
            };
            Ok(Some(
                all.plannen_van_regisseur(who)
                    .filter(|id| !all.plan_afgeschermd(wie, *id))
                    .filter_map(dat)
                    .collect(),
            ))
        })
        .await
    }
}
