//! Looking at beheerrekeningen, and what their source tells us.

use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::domain::ids::BeheerrekeningId;
use keukentafel::domain::medewerker::Wie;
use keukentafel::poort::allegro::KlantId;
use keukentafel::protocol::view::{RekeningKort, RekeningWat};

use crate::entity::EntityKey;
use crate::saldo::TransactiePagina;
use crate::tafel::Tafel;
use crate::weigering::Weigering;

impl Tafel {
    /// The rekeningen that are `wie`'s own or that they look after.
    ///
    /// # Errors
    /// When the trail cannot be reached.
    pub async fn rekeningen(&self, wie: &Wie) -> Result<Vec<RekeningKort>, Weigering> {
        self.in_zicht(async |look| {
            let ids = {
                let all = self.overzicht.lees();
                all.gemeente(wie.gemeente).map(|all| all.rekeningen_van(wie)).unwrap_or_default()
            };
            let rows: Vec<_> = ids.into_iter().filter_map(|id| self.rekening_kort(wie, id)).collect();
            let shown =
                rows.iter().filter_map(|rij| rij.persoon.as_ref()).map(|persoon| persoon.id).collect();
            self.lijst_gekeken(&look, wie, "rekeningen.lijst", "rekeningen", shown).await?;
            Ok(rows)
        })
        .await
    }

    fn rekening_kort(&self, wie: &Wie, id: BeheerrekeningId) -> Option<RekeningKort> {
        let all = self.overzicht.lees();
        let all = all.gemeente(wie.gemeente)?;
        let regel = all.rekening(id)?;
        let persoon = all.persoon(regel.persoon()).and_then(|known| known.kort(regel.persoon()));
        let verschil = self.actors.saldi.heeft_verschil(wie.gemeente, id);
        let onjuist = self.actors.saldi.is_onjuist(wie.gemeente, id);
        Some(regel.kort(id, persoon, verschil, onjuist, &*self.deps.namen))
    }

    /// A rekening, with how it stands.
    ///
    /// # Errors
    /// When the trail or the journal cannot be reached.
    pub async fn rekening(&self, wie: &Wie, id: BeheerrekeningId) -> Result<Option<RekeningWat>, Weigering> {
        self.in_zicht(async |look| {
            let toegang = self.deps.rechten.op_rekening(wie, id);
            self.gekeken(&look, wie, "rekening.lezen", format!("beheerrekening/{id}"), toegang).await?;
            if toegang < Toegang::Wat {
                return Ok(None);
            }
            let Some(rekening) = self.rekening_kort(wie, id) else { return Ok(None) };
            let saldo = self.actors.saldi.bekijk(EntityKey { gemeente: wie.gemeente, id: id.0 }).await?;
            Ok(saldo.map(|saldo| RekeningWat { rekening, saldo }))
        })
        .await
    }

    /// What was booked on a rekening, newest first, after transaction `na`.
    ///
    /// # Errors
    /// When the trail or the journal cannot be reached.
    pub async fn transacties(
        &self,
        wie: &Wie,
        id: BeheerrekeningId,
        na: Option<&str>,
        aantal: usize,
    ) -> Result<Option<TransactiePagina>, Weigering> {
        self.in_zicht(async |look| {
            let toegang = self.deps.rechten.op_rekening(wie, id);
            self.gekeken(&look, wie, "rekening.transacties", format!("beheerrekening/{id}"), toegang).await?;
            if toegang < Toegang::Wat {
                return Ok(None);
            }
            self.actors.saldi.transacties(EntityKey { gemeente: wie.gemeente, id: id.0 }, na, aantal).await
        })
        .await
    }

    /// The source says that these customers changed: each rekening of theirs is asked for at once. Nobody named: who changed is asked
    /// first. Says nothing about whom we know.
    ///
    /// # Errors
    /// [`Weigering::Bezig`] when one of them cannot be asked for now; the source says it again then, or the next question finds it.
    pub async fn allegro_hint(&self, klanten: &[KlantId]) -> Result<(), Weigering> {
        if klanten.is_empty() {
            self.veeg_nu.notify_one();
            return Ok(());
        }
        let rekeningen: Vec<_> = {
            let all = self.overzicht.lees();
            klanten.iter().flat_map(|klant| all.rekeningen_van_klant(klant)).collect()
        };
        for (gemeente, rekening) in rekeningen {
            self.actors.saldi.hint(gemeente, rekening).await?;
        }
        Ok(())
    }
}
