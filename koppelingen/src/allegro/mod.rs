//! Allegro over our own small contract (`docs/koppelingen/allegro.md`): poll with a cursor, and hints that somebody changed.

pub mod hint;
#[cfg(test)]
mod tests;
mod wire;

use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use keukentafel::clock::Clock;
use keukentafel::poort::allegro::{Allegro, Cursor, KlantId, Mutaties, Waarneming};
use keukentafel::poort::limits::{MUTATIES_PAGE_MAX, TRANSACTIES_MAX};
use keukentafel::poort::{Antwoord, Onjuist, PoortFout};

use crate::caller::{Caller, CallerConfig, ConfigFout};
use crate::limits::{ALLEGRO_BODY_BYTES_MAX, ANSWER_WAIT, CALLS_MAX};

/// The refusal code for a customer that the source does not know.
const KLANT_ONBEKEND: &str = "klant_onbekend";

/// How to reach Allegro.
#[derive(Clone)]
pub struct AllegroConfig {
    /// Where it is. `http` only on this machine.
    pub basis_url: String,
    /// The key that goes into `Authorization: Bearer …`.
    pub sleutel: String,
    /// Time for one question with its answer.
    pub wacht: Duration,
    /// Questions under way at once.
    pub tegelijk: usize,
}

impl AllegroConfig {
    /// With the usual bounds: five seconds, eight questions at once.
    #[must_use]
    pub fn new(basis_url: impl Into<String>, sleutel: impl Into<String>) -> Self {
        Self { basis_url: basis_url.into(), sleutel: sleutel.into(), wacht: ANSWER_WAIT, tegelijk: CALLS_MAX }
    }
}

impl fmt::Debug for AllegroConfig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "AllegroConfig({}, ***, {:?}, {})", self.basis_url, self.wacht, self.tegelijk)
    }
}

/// Allegro's adapter.
pub struct AllegroHttp {
    caller: Caller,
    clock: Arc<dyn Clock>,
}

impl fmt::Debug for AllegroHttp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AllegroHttp")
    }
}

impl AllegroHttp {
    /// Builds the adapter; nothing is asked yet.
    ///
    /// # Errors
    /// [`ConfigFout`] when the address or the key cannot be right, or TLS does not come up.
    pub fn new(config: AllegroConfig, clock: Arc<dyn Clock>) -> Result<Self, ConfigFout> {
        if config.sleutel.is_empty() {
            return Err(ConfigFout::Sleutel);
        }
        let caller = CallerConfig {
            system: "allegro",
            basis_url: config.basis_url,
            key: ("Authorization", format!("Bearer {}", config.sleutel)),
            wait: config.wacht,
            at_once: config.tegelijk,
            body_bytes_max: ALLEGRO_BODY_BYTES_MAX,
        };
        Ok(Self { caller: Caller::new(caller, Arc::clone(&clock))?, clock })
    }

    async fn een(&self, klant: &KlantId) -> Result<Option<Waarneming>, PoortFout> {
        let question = wire::Overzichtvraag { klant: klant.nummer(), transacties: TRANSACTIES_MAX };
        let reply = match self.caller.post("v1/overzicht", &question).await {
            Err(PoortFout::Geweigerd { code }) if code == KLANT_ONBEKEND => return Ok(None),
            reply => reply?,
        };
        let waarneming = reply.read::<wire::Overzicht>()?.waarneming().map_err(PoortFout::OnjuistAntwoord)?;
        if waarneming.klant != *klant {
            return Err(PoortFout::OnjuistAntwoord(Onjuist::NietGevraagd));
        }
        waarneming.toets(self.clock.now()).map_err(PoortFout::OnjuistAntwoord)?;
        Ok(Some(waarneming))
    }

    async fn sinds(&self, cursor: Option<&Cursor>) -> Result<Mutaties, PoortFout> {
        let max = MUTATIES_PAGE_MAX.to_string();
        let mut query = vec![("max", max.as_str())];
        query.extend(cursor.map(|cursor| ("na", cursor.tekst())));
        let answer: wire::Mutaties = self.caller.get("v1/mutaties", &query).await?.read()?;
        // Twice as many, so that repeats do not count against it.
        if answer.klanten.len() > 2 * MUTATIES_PAGE_MAX {
            return Err(PoortFout::OnjuistAntwoord(Onjuist::BuitenGrens));
        }
        let vorm = PoortFout::OnjuistAntwoord(Onjuist::Vorm);
        let klanten: Option<BTreeSet<KlantId>> =
            answer.klanten.iter().map(|nummer| KlantId::parse(nummer)).collect();
        let next = Cursor::parse(&answer.cursor).ok_or_else(|| vorm.clone())?;
        // With more to come and the cursor where it was, we would ask for ever.
        if answer.meer && cursor == Some(&next) {
            return Err(vorm);
        }
        Ok(Mutaties { cursor: next, klanten: klanten.ok_or(vorm)?.into_iter().collect(), meer: answer.meer })
    }
}

fn log<T>(what: &'static str, outcome: &Result<T, PoortFout>) {
    match outcome {
        Ok(_) => tracing::debug!(system = "allegro", what, "the source was asked"),
        Err(fout) => tracing::warn!(system = "allegro", what, %fout, "the source was asked in vain"),
    }
}

impl Allegro for AllegroHttp {
    fn overzicht<'a>(&'a self, klant: &'a KlantId) -> Antwoord<'a, Option<Waarneming>> {
        Box::pin(async move {
            let outcome = self.een(klant).await;
            log("overzicht", &outcome);
            outcome
        })
    }

    fn mutaties<'a>(&'a self, cursor: Option<&'a Cursor>) -> Antwoord<'a, Mutaties> {
        Box::pin(async move {
            let outcome = self.sinds(cursor).await;
            log("mutaties", &outcome);
            outcome
        })
    }
}
