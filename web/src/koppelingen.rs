//! The outside systems that this installation is connected with: from settings to ports.

use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use crate::routes::hint::Hints;
use anyhow::Context;
use keukentafel::clock::Clock;
use keukentafel::poort::allegro::Allegro;
use keukentafel::poort::brp::Brp;
use keukentafel_koppelingen::allegro::hint::HintKey;
use keukentafel_koppelingen::allegro::{AllegroConfig, AllegroHttp};
use keukentafel_koppelingen::brp::{BrpConfig, BrpHaalCentraal};
use serde::Deserialize;
/// A key that both sides hold. `Debug` shows nothing of it.
#[derive(Clone, Deserialize)]
#[serde(transparent)]
pub struct Sleutel(String);

impl FromStr for Sleutel {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Debug for Sleutel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sleutel(***)")
    }
}

impl Sleutel {
    /// The key itself, for whoever connects.
    #[must_use]
    pub fn tekst(&self) -> &str {
        &self.0
    }
}

/// Where an outside system is, and the key for it.
#[derive(Clone, Debug)]
pub struct Koppeling {
    /// Its base address.
    pub url: String,
    /// The key that it knows us by.
    pub sleutel: Sleutel,
}

/// Every outside system that was set up. What was not is not asked, and what it would say is shown as not known.
#[derive(Clone, Debug, Default)]
pub struct Koppelingen {
    /// Balances of budgetbeheer.
    pub allegro: Option<Koppeling>,
    /// The key with which Allegro signs its hints.
    pub allegro_hint_sleutel: Option<Sleutel>,
    /// Persons.
    pub brp: Option<Koppeling>,
}

impl Koppelingen {
    /// The port for balances.
    ///
    /// # Errors
    /// When address or key cannot be right.
    pub(crate) fn allegro(&self, wall: &Arc<dyn Clock>) -> anyhow::Result<Option<Arc<dyn Allegro>>> {
        let Some(Koppeling { url, sleutel }) = &self.allegro else { return Ok(None) };
        let config = AllegroConfig::new(url, sleutel.tekst());
        let adapter = AllegroHttp::new(config, Arc::clone(wall)).context("koppeling met Allegro")?;
        Ok(Some(Arc::new(adapter)))
    }

    /// Who may tell us that a balance changed.
    ///
    /// # Errors
    /// When the key is too short to keep anybody out.
    pub(crate) fn hints(&self, wall: &dyn Clock) -> anyhow::Result<Option<Hints>> {
        let Some(sleutel) = &self.allegro_hint_sleutel else { return Ok(None) };
        let key = HintKey::new(sleutel.tekst().as_bytes())
            .context("KEUKENTAFEL_ALLEGRO_HINT_SLEUTEL is te kort: minstens 16 tekens")?;
        Ok(Some(Hints::new(key, wall.now())))
    }
    /// The port for persons.
    ///
    /// # Errors
    /// When address or key cannot be right.
    pub(crate) fn brp(&self, wall: &Arc<dyn Clock>) -> anyhow::Result<Option<Arc<dyn Brp>>> {
        let Some(Koppeling { url, sleutel }) = &self.brp else { return Ok(None) };
        let config = BrpConfig::new(url, sleutel.tekst());
        let adapter = BrpHaalCentraal::new(config, Arc::clone(wall)).context("koppeling met de BRP")?;
        Ok(Some(Arc::new(adapter)))
    }
}
