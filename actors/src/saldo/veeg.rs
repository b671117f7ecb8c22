//! The nightly sweep: whoever changed and was not looked at is asked for once a day, so that what is recorded is never far behind.
//!
//! Allegro says cheaply who changed since a cursor. The cursor is kept only after all of them were asked for: what was cut off is
//! asked again. Of whom nothing usable came is on a list of its own ([`super::herkans`]) and holds nobody up.

use std::sync::Arc;
use std::time::Duration;

use jiff::ToSpan;
use jiff::civil::Date;
use keukentafel::clock::{Moment, amsterdam};
use keukentafel::domain::ids::{BeheerrekeningId, GemeenteId};
use keukentafel::poort::PoortFout;
use keukentafel::poort::allegro::{CURSOR_ONBEKEND, Cursor, KlantId, Mutaties};
use keukentafel::store::{Journal, Position, Write};
use serde::{Deserialize, Serialize};
use tokio::sync::Notify;

use super::bron::Bron;
use super::haal::Haaluitslag;
use super::handle::Saldi;
use super::mis::Mis;
use crate::beurt::Beurt;
use crate::deps::Deps;
use crate::limits::{SALDO_HALEN_MAX, VEEG_KIJK, VEEG_PAGINAS_MAX, VEEG_TUSSEN, VEEG_UUR};
use crate::overzicht::GedeeldOverzicht;
use crate::weigering::Weigering;

/// The name under which the place is kept.
const NAME: &str = "allegro.veeg";

/// How far the sweep came.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
struct Plek {
    /// Up to where all who changed were asked for.
    cursor: Option<String>,
    /// The last day that was swept to its end.
    dag: Option<Date>,
}

/// Why a sweep was cut off. It goes on with the next look.
#[derive(Debug, thiserror::Error)]
enum Afgebroken {
    #[error("the source: {0}")]
    Bron(#[from] PoortFout),
    #[error("the source does not answer")]
    Zwijgt,
    #[error("who is asked for again could not be kept")]
    NietBewaard,
    #[error("another node goes on with it")]
    Elders,
    #[error("the source names more changes than can be")]
    TeVeel,
}

/// Sweeps once a day, from [`VEEG_UUR`] on, and when the source says that something changed without saying what. For as long as the
/// node lives: `alive` hands out the rekeningen while it does.
pub(crate) async fn veeg_nachtelijks(
    deps: Deps,
    overzicht: GedeeldOverzicht,
    nu: Arc<Notify>,
    mut beurt: Beurt,
    alive: impl Fn() -> Option<Saldi> + Send,
) {
    let mut wait = Duration::ZERO;
    loop {
        let mut gevraagd = false;
        let asked = async {
            nu.notified().await;
            gevraagd = true;
            true
        };
        if !beurt.wacht(wait, asked).await {
            return;
        }
        wait = VEEG_KIJK;
        let Some(saldi) = alive() else { return };
        let Some(bron) = saldi.bron.clone() else { return };
        // Another node that has the turn just now does the same.
        if beurt.neem().await.is_none() {
            continue;
        }
        let mut veeg = Veeg { deps: &deps, overzicht: &overzicht, saldi, bron, beurt: &mut beurt };
        let swept = match veeg.als_het_tijd_is(gevraagd).await {
            Ok(()) => veeg.herkans().await,
            cut_off => cut_off,
        };
        if let Err(why) = swept {
            tracing::warn!(why = %why, "the sweep of rekeningen was cut off: {why}");
        }
        // However often it is asked for.
        if !beurt.wacht(VEEG_TUSSEN, std::future::pending()).await {
            return;
        }
    }
}

struct Veeg<'a> {
    deps: &'a Deps,
    overzicht: &'a GedeeldOverzicht,
    saldi: Saldi,
    bron: Bron,
    beurt: &'a mut Beurt,
}

impl Veeg<'_> {
    async fn als_het_tijd_is(&mut self, gevraagd: bool) -> Result<(), Afgebroken> {
        let today = dag_van(self.deps.clock.now());
        let mut plek = self.plek().await;
        if plek.dag == Some(today) && !gevraagd || !self.overzicht.lees().heeft_rekeningen() {
            return Ok(());
        }
        for _ in 0..VEEG_PAGINAS_MAX {
            let Mutaties { cursor, klanten, meer } = self.mutaties(&mut plek).await?;
            let rekeningen = self.van(&klanten);
            self.haal_alle(&rekeningen).await?;
            // Before the cursor passes them.
            if !self.saldi.herkansingen.is_bewaard().await {
                return Err(Afgebroken::NietBewaard);
            }
            plek.cursor = Some(cursor.tekst().to_owned());
            if !meer {
                plek.dag = Some(today);
            }
            self.bewaar(&plek).await;
            if !meer {
                return Ok(());
            }
        }
        Err(Afgebroken::TeVeel)
    }

    /// Who changed; from the beginning when the source does not know the cursor any more.
    async fn mutaties(&self, plek: &mut Plek) -> Result<Mutaties, PoortFout> {
        let cursor = plek.cursor.as_deref().and_then(Cursor::parse);
        match self.bron.mutaties(cursor.as_ref()).await {
            Err(PoortFout::Geweigerd { code }) if code == CURSOR_ONBEKEND && cursor.is_some() => {
                plek.cursor = None;
                self.bron.mutaties(None).await
            }
            answered => answered,
        }
    }

    fn van(&self, klanten: &[KlantId]) -> Vec<(GemeenteId, BeheerrekeningId)> {
        let all = self.overzicht.lees();
        klanten.iter().flat_map(|klant| all.rekeningen_van_klant(klant)).collect()
    }

    /// Asks for each, a few at once. Of whom nothing usable came is listed and asked for again later, and nobody waits for that; a source
    /// that does not answer at all ends the sweep.
    async fn haal_alle(&mut self, rekeningen: &[(GemeenteId, BeheerrekeningId)]) -> Result<(), Afgebroken> {
        for few in rekeningen.chunks(SALDO_HALEN_MAX) {
            if self.beurt.neem().await.is_none() {
                return Err(Afgebroken::Elders);
            }
            let mut asked = tokio::task::JoinSet::new();
            for (gemeente, rekening) in few.iter().copied() {
                let saldi = self.saldi.clone();
                asked.spawn(async move { (gemeente, rekening, saldi.haal(gemeente, rekening).await) });
            }
            let (mut stil, mut antwoordt) = (Vec::new(), false);
            for (gemeente, rekening, uitslag) in asked.join_all().await {
                match uitslag {
                    Ok(Haaluitslag::Mis(Mis::Zwijgt)) => stil.push((gemeente, rekening)),
                    Ok(Haaluitslag::Mis(Mis::Hapert)) => {}
                    // A rekening lists itself where that is needed.
                    Ok(Haaluitslag::Goed { .. } | Haaluitslag::Voorbij | Haaluitslag::Mis(_)) => {
                        antwoordt = true;
                    }
                    Err(gone) if gone == Weigering::NIET_GEVONDEN => {
                        self.saldi.herkansingen.klaar(gemeente, rekening);
                    }
                    // It could not be read, or its mailbox is full.
                    Err(_) => self.saldi.herkansingen.mis(gemeente, rekening, false),
                }
            }
            // Silent about these and not about others: that is about these. A source that fails for all is soon left alone by its
            // adapter, and then it is silent.
            if !stil.is_empty() && !antwoordt {
                return Err(Afgebroken::Zwijgt);
            }
            for (gemeente, rekening) in stil {
                self.saldi.herkansingen.mis(gemeente, rekening, false);
            }
        }
        Ok(())
    }

    /// Asks again for whom it is time.
    async fn herkans(&mut self) -> Result<(), Afgebroken> {
        let due = self.saldi.herkansingen.aan_de_beurt();
        self.haal_alle(&due).await
    }

    async fn plek(&self) -> Plek {
        let kept = self.deps.journal.projection(NAME).await.ok().flatten();
        kept.and_then(|(_, bytes)| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    /// Only a place to go on from: without it more is asked again.
    async fn bewaar(&mut self, plek: &Plek) {
        let position = Position(u64::try_from(self.deps.clock.now().micros()).unwrap_or(0));
        let Ok(bytes) = serde_json::to_vec(plek) else { return };
        let Some(lease) = self.beurt.neem().await else { return };
        let write = Write::Projection { name: NAME, position, bytes }.onder(Some(lease));
        drop(self.deps.committer.write(write).await);
    }
}

/// The day whose sweep is due at `now`: until [`VEEG_UUR`] it is still the day before's.
fn dag_van(now: Moment) -> Date {
    let local = now.timestamp().to_zoned(amsterdam());
    let date = local.date();
    if local.hour() >= VEEG_UUR { date } else { date.checked_sub(1.day()).unwrap_or(date) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_swept_from_three_in_the_morning_here() {
        for (at, day) in [
            ("2026-11-25T01:59:59Z", "2026-11-24"),
            ("2026-11-25T02:00:00Z", "2026-11-25"),
            ("2026-11-25T23:30:00Z", "2026-11-25"),
            ("2026-07-01T00:59:59Z", "2026-06-30"),
            ("2026-07-01T01:00:00Z", "2026-07-01"),
        ] {
            let at: jiff::Timestamp = at.parse().unwrap();
            assert_eq!(dag_van(at.into()).to_string(), day);
        }
    }
}
