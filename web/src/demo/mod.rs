//! Demo mode: made-up people, a page to become one of them, and a clock that can be moved. None of it exists under `serve`.

mod budgetbeheer;
mod data;
mod fill;
mod loopback;
mod pages;
mod personas;
mod samen;
#[cfg(test)]
mod tests;
mod wijkteam;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;

use axum::Router;
use axum::routing::{get, post};
use keukentafel::clock::Clock;
use keukentafel::domain::ids::{MedewerkerId, PersoonId};
use keukentafel::domain::medewerker::Machtiging;

pub(crate) use fill::fill;
pub use personas::met_collegas;
pub(crate) use personas::{GEMEENTE, boek, bronnen};
use personas::{persona, personas};

use crate::app::App;
use crate::limits::{LOGIN_BURST, LOGIN_PER_SECOND};
use crate::rate::Bucket;

/// What demo mode remembers.
pub(crate) struct Demo {
    wall: Arc<dyn Clock>,
    /// Which registered person a resident is: they are entered through the interface, which hands out the ids.
    inwoners: RwLock<HashMap<MedewerkerId, PersoonId>>,
    /// Logins per persona, so that a flood for one keeps nobody else out.
    logins: Mutex<HashMap<MedewerkerId, Bucket>>,
}

impl Demo {
    pub(crate) fn new(wall: Arc<dyn Clock>) -> Self {
        Self { wall, inwoners: RwLock::default(), logins: Mutex::default() }
    }

    /// The person that a resident is.
    pub(crate) fn persoon_van(&self, inwoner: MedewerkerId) -> Option<PersoonId> {
        self.inwoners.read().unwrap_or_else(PoisonError::into_inner).get(&inwoner).copied()
    }

    /// For whom a persona comes in. Who they are themselves is not in the demonstration's data: their id stands for it.
    pub(crate) fn machtiging_van(&self, id: MedewerkerId) -> Option<Machtiging> {
        let namens = personas().find(|persona| persona.id() == id)?.namens?;
        let voor = self.persoon_van(persona(namens)?.id())?;
        Some(Machtiging { gemachtigde: PersoonId(id.0), voor })
    }

    fn is_persoon(&self, inwoner: MedewerkerId, persoon: PersoonId) {
        self.inwoners.write().unwrap_or_else(PoisonError::into_inner).insert(inwoner, persoon);
    }

    /// Takes a login of somebody; when there were too many: how long to wait.
    fn may_log_in(&self, who: MedewerkerId) -> Result<(), Duration> {
        let now = self.wall.now();
        let mut logins = self.logins.lock().unwrap_or_else(PoisonError::into_inner);
        logins.entry(who).or_insert_with(|| Bucket::full(LOGIN_BURST, LOGIN_PER_SECOND, now)).take(now)
    }
}

/// Adds the addresses of demo mode.
pub(crate) fn routes(router: Router<Arc<App>>) -> Router<Arc<App>> {
    router
        .route("/demo/personas", get(pages::personas))
        .route("/demo/login", post(pages::login))
        .route("/demo/stap-op", post(pages::stap_op))
        .route("/demo/klok", post(pages::klok))
}
