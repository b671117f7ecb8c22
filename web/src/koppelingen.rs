//! The adapters to outside systems, built from what is set.

use std::sync::Arc;

use anyhow::Context;
use keukentafel::clock::Clock;
use keukentafel::poort::brp::Brp;
use keukentafel_koppelingen::brp::{BrpConfig, BrpHaalCentraal};

use crate::config::Config;

/// The BRP, where this installation has one. Nothing is asked of it yet.
///
/// # Errors
/// When its address or key cannot be right.
pub(crate) fn brp(config: &Config, clock: Arc<dyn Clock>) -> anyhow::Result<Option<Arc<dyn Brp>>> {
    let Some(bron) = &config.brp else { return Ok(None) };
    let brp = BrpHaalCentraal::new(BrpConfig::new(&bron.url, &bron.sleutel), clock).context("brp")?;
    Ok(Some(Arc::new(brp)))
}
