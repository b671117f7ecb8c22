//! Coming in through a provider of identities: the municipality's own for who works here, a DigiD broker for residents.
//!
//! ```text
//!  GET /inloggen/{deur} ── cookie __Host-kt-oidc ──> provider ──> GET /inloggen/{deur}/terug ──> a session, or a page that says why not
//! ```
//! What a login began with travels in a sealed cookie that only this browser has; nothing is kept here of who has not come in.

mod config;
mod groepen;
mod koekje;
mod navraag;
mod route;
mod terug;
pub(crate) mod uitlog;

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::Context;
use axum::Router;
use axum::routing::get;
use keukentafel::clock::{Clock, Moment};
use keukentafel::domain::ids::GemeenteId;
use keukentafel::protocol::view::{Deur, Ingangen};
use keukentafel::rng::Rng;
use keukentafel::store::{Herkomstsleutel, InstallationKey, Verlengsleutel};
use keukentafel_koppelingen::oidc::{Bevestigd, Claimnamen, Clientbewijs, Provider, ProviderConfig};

pub use config::{Identiteitsconfig, OidcFout, OidcSettings, ProviderSetting};

use crate::app::App;
use crate::limits::{SLEUTEL_MISSERS_BURST, SLEUTEL_MISSERS_PER_SECOND};
use crate::rate::Bucket;
use crate::session::{Binnenkomst, Herkomst, Navraag};
use groepen::Groepentabel;
use koekje::Zegel;
pub(crate) use navraag::vraag_na;
use uitlog::Berichten;
pub(crate) use uitlog::{UITGELOGD, is_uitgelogd, uitgelogd};

/// The doors that this installation has.
pub(crate) struct Deuren {
    gemeente: GemeenteId,
    medewerker: Option<Provider>,
    inwoner: Option<Provider>,
    groepen: Groepentabel,
    zegel: Zegel,
    /// How many refusals of strangers may still be written down.
    vreemden: Mutex<Bucket>,
    /// With which whom a provider logged in is remembered.
    herkomst: Herkomstsleutel,
    /// With which is kept what a provider gave along to be asked again, and how often it is.
    verleng: Verlengsleutel,
    navraag: Duration,
    /// What providers said of who logged out there.
    uitgelogd: Berichten,
}

impl Deuren {
    /// From what was set up; `basis` is our own address as browsers know it.
    ///
    /// # Errors
    /// A message that names the setting.
    pub(crate) fn new(
        config: &Identiteitsconfig,
        basis: &str,
        clock: &Arc<dyn Clock>,
        key: &InstallationKey,
    ) -> anyhow::Result<Self> {
        let provider = |setting: &Option<ProviderSetting>, deur: Deur| {
            setting.as_ref().map(|setting| build(setting, deur, basis, clock)).transpose()
        };
        Ok(Self {
            gemeente: config.gemeente,
            medewerker: provider(&config.medewerker, Deur::Medewerker)
                .context("KEUKENTAFEL_OIDC_MEDEWERKER")?,
            inwoner: provider(&config.inwoner, Deur::Inwoner).context("KEUKENTAFEL_OIDC_INWONER")?,
            groepen: Groepentabel::new(config.groepen.clone()),
            zegel: Zegel::new(&key.inlogzegel()),
            vreemden: Mutex::new(Bucket::full(
                SLEUTEL_MISSERS_BURST,
                SLEUTEL_MISSERS_PER_SECOND,
                clock.now(),
            )),
            herkomst: key.herkomstsleutel(),
            verleng: key.verlengsleutel(),
            navraag: config.navraag,
            uitgelogd: Berichten::new(clock.now()),
        })
    }

    /// The doors that were set up, with what their provider calls itself and whether it can be asked now.
    pub(crate) async fn bereikbaar(&self) -> Vec<(Deur, String, bool)> {
        let mut told = Vec::new();
        for deur in [Deur::Medewerker, Deur::Inwoner] {
            if let Some(provider) = self.provider(deur) {
                told.push((deur, provider.issuer().to_owned(), provider.bereikbaar().await.is_ok()));
            }
        }
        told
    }

    fn provider(&self, deur: Deur) -> Option<&Provider> {
        match deur {
            Deur::Demo => None,
            Deur::Medewerker => self.medewerker.as_ref(),
            Deur::Inwoner => self.inwoner.as_ref(),
        }
    }

    /// By what a session of this one is known again, when the provider says that they are out.
    fn herkomst(&self, who: &Bevestigd) -> Herkomst {
        let Bevestigd { issuer, subject, sid, .. } = who;
        let sid = sid.as_ref().map(|sid| self.herkomst.van_sessie(issuer, sid));
        Herkomst { subject: self.herkomst.van_subject(issuer, subject), sid }
    }

    /// How somebody comes in. Of who works here it is kept how to ask again: what they may see stands with the provider, and can change.
    fn binnenkomst(&self, who: &Bevestigd, deur: Deur, now: Moment, rng: &dyn Rng) -> Binnenkomst {
        let herkomst = self.herkomst(who);
        let given = who.verlenging.as_ref().filter(|_| deur == Deur::Medewerker);
        let dicht = given.map(|given| self.verleng.sluit(rng, herkomst.subject, given.tekst()));
        Binnenkomst { herkomst, navraag: dicht.map(|dicht| Navraag::new(rng.uuid(now), dicht, now)) }
    }

    /// Whether a refusal of somebody whom nobody knows may be written down now.
    fn mag_opschrijven(&self, now: Moment) -> bool {
        self.vreemden.lock().unwrap_or_else(PoisonError::into_inner).take(now).is_ok()
    }

    /// Where the provider of this door ends its own session, when it has one.
    pub(crate) async fn uitloggen(&self, deur: Deur) -> Option<String> {
        self.provider(deur)?.uitloggen().await
    }
}

fn build(
    setting: &ProviderSetting,
    deur: Deur,
    basis: &str,
    clock: &Arc<dyn Clock>,
) -> anyhow::Result<Provider> {
    let bewijs = match (&setting.geheim, &setting.sleutel_bestand) {
        (Some(geheim), None) => Clientbewijs::Geheim(geheim.tekst().to_owned()),
        (None, Some(path)) => {
            let pem = std::fs::read_to_string(path)
                .with_context(|| format!("de sleutel {} kan niet gelezen worden", path.display()))?;
            Clientbewijs::uit_pem(&pem, setting.sleutel_id.clone())
                .with_context(|| format!("de sleutel {}", path.display()))?
        }
        (Some(_), Some(_)) | (None, None) => {
            anyhow::bail!(
                "precies een van beide moet ingesteld zijn: het geheim, of het bestand met de sleutel"
            )
        }
    };
    let config = ProviderConfig {
        issuer: setting.url.clone(),
        client: setting.client.clone(),
        bewijs,
        terug: format!("{basis}/inloggen/{}/terug", word(deur)),
        na_uitloggen: format!("{basis}/inloggen"),
        scopes: setting.scopes.clone(),
        niveaus: setting.acr.clone(),
        niveaus_stap_op: setting.acr_stap_op.clone(),
        claims: Claimnamen {
            groepen: setting.groepen_claim.clone(),
            naam: setting.naam_claim.clone(),
            bsn: setting.bsn_claim.clone(),
        },
    };
    Ok(Provider::new(config, Arc::clone(clock))?)
}

/// The word of a door in an address.
fn word(deur: Deur) -> &'static str {
    match deur {
        Deur::Demo => "demo",
        Deur::Medewerker => "medewerker",
        Deur::Inwoner => "inwoner",
    }
}

/// Which doors there are.
pub(crate) fn ingangen(app: &App) -> Ingangen {
    let has = |deur| app.deuren.as_ref().is_some_and(|deuren| deuren.provider(deur).is_some());
    Ingangen { demo: app.demo.is_some(), medewerker: has(Deur::Medewerker), inwoner: has(Deur::Inwoner) }
}

/// Adds the addresses that a browser visits on its way in. They answer with a way to go on and never with content, so they are not in the
/// description of the interface.
pub(crate) fn routes(router: Router<Arc<App>>) -> Router<Arc<App>> {
    router
        .route("/inloggen/medewerker", get(route::medewerker))
        .route("/inloggen/medewerker/terug", get(route::medewerker_terug))
        .route("/inloggen/inwoner", get(route::inwoner))
        .route("/inloggen/inwoner/terug", get(route::inwoner_terug))
        .route("/inloggen/stap-op", get(route::stap_op))
}
