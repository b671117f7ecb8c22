//! The source of balances, with the bounds that we set ourselves towards it.

use std::sync::Arc;

use keukentafel::poort::allegro::{Allegro, Cursor, KlantId, Mutaties, Waarneming};
use keukentafel::poort::{PoortFout, Storing};
use tokio::sync::Semaphore;

use crate::limits::{SALDO_HAAL_WAIT, SALDO_HALEN_MAX};

/// The source, shared by all rekeningen of this node.
#[derive(Clone)]
pub(super) struct Bron {
    allegro: Arc<dyn Allegro>,
    /// Questions under way.
    beurten: Arc<Semaphore>,
}

impl Bron {
    pub(super) fn new(allegro: Arc<dyn Allegro>) -> Self {
        Self { allegro, beurten: Arc::new(Semaphore::new(SALDO_HALEN_MAX)) }
    }

    /// How a customer's rekening stands. Waits for its turn, and altogether no longer than [`SALDO_HAAL_WAIT`].
    pub(super) async fn haal(&self, klant: KlantId) -> Result<Option<Waarneming>, PoortFout> {
        let this = self.clone();
        // In a task of its own: an adapter that panics is a source out of order, and nothing that ends a rekening.
        let question = tokio::spawn(async move {
            let _beurt = this.beurten.acquire().await;
            this.allegro.overzicht(&klant).await
        });
        let ender = question.abort_handle();
        let answer = match tokio::time::timeout(SALDO_HAAL_WAIT, question).await {
            Ok(Ok(answer)) => answer,
            Ok(Err(_)) => Err(PoortFout::Storing(Storing::Serverfout)),
            Err(_) => {
                ender.abort();
                Err(PoortFout::Storing(Storing::TeLaat))
            }
        };
        let uitslag = match &answer {
            Ok(_) => "goed",
            Err(PoortFout::Storing(_)) => "storing",
            Err(PoortFout::OnjuistAntwoord(_)) => "onjuist",
            Err(PoortFout::Geweigerd { .. }) => "geweigerd",
        };
        metrics::counter!("keukentafel_saldo_gehaald_total", "uitslag" => uitslag).increment(1);
        answer
    }

    /// Who changed since `cursor`.
    pub(super) async fn mutaties(&self, cursor: Option<&Cursor>) -> Result<Mutaties, PoortFout> {
        self.allegro.mutaties(cursor).await
    }
}
