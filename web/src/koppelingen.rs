//! The outside systems that this installation is connected with: from settings to ports.

use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use anyhow::Context;
use keukentafel::clock::Clock;
use keukentafel::poort::brp::Brp;
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
    /// Persons.
    pub brp: Option<Koppeling>,
}

impl Koppelingen {
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
