//! What waits for a second pair of eyes.

use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::domain::ids::ZaakId;
use keukentafel::domain::medewerker::Wie;
use keukentafel::protocol::view::ZaakBesluit;

use crate::tafel::Tafel;
use crate::weigering::Weigering;

impl Tafel {
    /// The besluit that waits in a zaak for a second pair of eyes, for who may be that. `None` as when it is not there.
    ///
    /// # Errors
    /// When the trail cannot be reached.
    pub async fn zaak_besluit(&self, wie: &Wie, zaak: ZaakId) -> Result<Option<ZaakBesluit>, Weigering> {
        self.in_zicht(async |look| {
            let toegang = {
                let all = self.overzicht.lees();
                all.gemeente(wie.gemeente).map_or(Toegang::Niets, |all| all.toegang_besluit(wie, zaak))
            };
            self.gekeken(&look, wie, "besluit.lezen", format!("zaak/{zaak}"), toegang).await?;
            let Some(recht) = toegang.leesrecht() else { return Ok(None) };
            let all = self.overzicht.lees();
            Ok(all.gemeente(wie.gemeente).and_then(|all| all.zaak_besluit(zaak, &recht, &*self.deps.namen)))
        })
        .await
    }
}
