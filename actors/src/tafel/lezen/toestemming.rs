//! Looking at consent.

use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::domain::ids::ZaakId;
use keukentafel::domain::medewerker::Wie;
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::{ToestemmingMogelijk, ToestemmingenWat};

use crate::tafel::Tafel;
use crate::weigering::Weigering;

impl Tafel {
    /// What is asked of those for whom `wie` answers, and what holds: themselves first, then each child. Nothing for who answers for
    /// nobody.
    ///
    /// # Errors
    /// When the trail cannot be reached.
    pub async fn toestemmingen(&self, wie: &Wie) -> Result<Vec<ToestemmingenWat>, Weigering> {
        self.in_zicht(async |look| {
            let personen = {
                let all = self.overzicht.lees();
                all.gemeente(wie.gemeente).map(|all| all.antwoordt_voor(wie)).unwrap_or_default()
            };
            for persoon in &personen {
                let object = format!("toestemmingen/{persoon}");
                self.gekeken(&look, wie, "toestemmingen.lezen", object, Toegang::Wat).await?;
            }
            let all = self.overzicht.lees();
            let Some(all) = all.gemeente(wie.gemeente) else { return Ok(Vec::new()) };
            let still = personen.into_iter().filter(|persoon| all.mag_antwoorden(wie, *persoon));
            let shown = |persoon| {
                let recht = Topic::Toestemmingen(persoon).leesrecht()?;
                all.toestemmingen_van(persoon, &recht, &*self.deps.namen)
            };
            Ok(still.filter_map(shown).collect())
        })
        .await
    }

    /// Whom `wie` may ask for consent to read a zaak; `None` when there is nothing to ask for them.
    ///
    /// # Errors
    /// When the trail cannot be reached.
    pub async fn toestemming_mogelijk(
        &self,
        wie: &Wie,
        zaak: ZaakId,
    ) -> Result<Option<ToestemmingMogelijk>, Weigering> {
        self.in_zicht(async |look| {
            let found = {
                let all = self.overzicht.lees();
                all.gemeente(wie.gemeente).and_then(|all| all.toestemming_mogelijk(wie, zaak))
            };
            let toegang = if found.is_some() { Toegang::Dat } else { Toegang::Niets };
            self.gekeken(&look, wie, "toestemming.lezen", format!("zaak/{zaak}"), toegang).await?;
            Ok(found)
        })
        .await
    }
}
