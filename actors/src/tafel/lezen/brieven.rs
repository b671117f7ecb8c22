//! Letters of a zaak, for who sees its content and for whom they are.

use keukentafel::domain::besluit::Versiehash;
use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::domain::brief::{Brief, Briefvorm};
use keukentafel::domain::ids::{BriefId, PersoonId, ZaakId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::protocol::view::{BerichtwegWat, BriefWat};
use keukentafel::store::{Journal, StreamId, StreamKind};

use crate::tafel::Tafel;
use crate::weigering::Weigering;

impl Tafel {
    /// The letters of a zaak, with where each is. `None` when they are not there for `wie`.
    ///
    /// # Errors
    /// When the trail cannot be reached.
    pub async fn brieven(&self, wie: &Wie, zaak: ZaakId) -> Result<Option<Vec<BriefWat>>, Weigering> {
        self.in_zicht(async |look| {
            let toegang = self.toegang_brieven(wie, zaak);
            self.gekeken(&look, wie, "brieven.lijst", format!("zaak/{zaak}"), toegang).await?;
            if toegang < Toegang::Wat {
                return Ok(None);
            }
            let all = self.overzicht.lees();
            Ok(all.gemeente(wie.gemeente).map(|all| all.brieven_van(zaak)))
        })
        .await
    }

    /// The bytes of a letter in this form. `None` when it is not there for `wie`, was not made yet, or was erased.
    ///
    /// # Errors
    /// When the trail or the journal cannot be reached, or the bytes are not those that were made.
    pub async fn brief(
        &self,
        wie: &Wie,
        zaak: ZaakId,
        brief: BriefId,
        vorm: Briefvorm,
    ) -> Result<Option<Vec<u8>>, Weigering> {
        self.in_zicht(async |look| {
            let toegang = self.toegang_brieven(wie, zaak);
            let stuk = {
                let all = self.overzicht.lees();
                let found = all.gemeente(wie.gemeente).and_then(|all| all.brief_van(zaak, brief));
                found.and_then(Brief::gemaakt).map(|made| made.stuk(vorm)).filter(|_| toegang >= Toegang::Wat)
            };
            let looked = if stuk.is_some() { toegang } else { Toegang::Niets };
            self.gekeken(&look, wie, "brief.lezen", format!("zaak/{zaak}"), looked).await?;
            let Some(stuk) = stuk else { return Ok(None) };
            let stream = StreamId { kind: StreamKind::Brief, id: brief.0 };
            let bytes = self.deps.journal.stuk(wie.gemeente, stream, stuk.id).await?;
            if let Some(bytes) = &bytes
                && Versiehash::over(bytes) != stuk.hash
            {
                tracing::error!(brief.id = %brief, "letter {brief} is not the one that was made");
                return Err(Weigering::Onbekend);
            }
            Ok(bytes)
        })
        .await
    }

    /// How somebody wants to hear that there is something for them. `None` when they are not there for `wie`.
    ///
    /// # Errors
    /// When the trail cannot be reached.
    pub async fn berichtweg(
        &self,
        wie: &Wie,
        persoon: PersoonId,
    ) -> Result<Option<BerichtwegWat>, Weigering> {
        self.in_zicht(async |look| {
            let toegang = self.deps.rechten.op_persoon(wie, persoon);
            let far = if toegang >= Toegang::Wat { toegang } else { Toegang::Niets };
            self.gekeken(&look, wie, "berichtweg.lezen", format!("persoon/{persoon}"), far).await?;
            if far == Toegang::Niets {
                return Ok(None);
            }
            let all = self.overzicht.lees();
            Ok(all.gemeente(wie.gemeente).and_then(|all| all.berichtweg_wat(persoon)))
        })
        .await
    }

    pub(in crate::tafel) fn toegang_brieven(&self, wie: &Wie, zaak: ZaakId) -> Toegang {
        let all = self.overzicht.lees();
        all.gemeente(wie.gemeente).map_or(Toegang::Niets, |all| all.toegang_brieven(wie, zaak))
    }
}
