//! What a provider says about itself: where to send a browser, where to ask, and which keys it signs with. Asked once in a while, and its keys
//! again when a token is signed with one that we do not know.

use std::sync::Arc;

use keukentafel::clock::{Clock, Moment};
use openidconnect::core::CoreJsonWebKeySet;
use openidconnect::{IssuerUrl, ProviderMetadataWithLogout};
use tokio::sync::Mutex;

use super::fout::OidcFout;
use super::http::Http;
use crate::limits::{
    OIDC_KEYS_AGAIN_MAX, OIDC_KEYS_AGAIN_MICROS, OIDC_METADATA_MICROS, OIDC_UITLOG_KEYS_AGAIN_MAX,
};

/// The latest of what a provider said about itself.
pub(super) struct Bron {
    issuer: IssuerUrl,
    http: Http,
    clock: Arc<dyn Clock>,
    /// Held while asking, so that many logins at once ask once.
    known: Mutex<Option<Known>>,
}

struct Known {
    metadata: ProviderMetadataWithLogout,
    asked_at: Moment,
    /// When its keys were asked for again, within the window.
    again: Gevraagd,
}

/// When keys were asked for again, for what was still believed of a login, and for messages that anybody can send: those must not use up what
/// logins need.
#[derive(Default)]
struct Gevraagd {
    inloggen: Vec<Moment>,
    uitloggen: Vec<Moment>,
}

/// For what keys are asked again.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(super) enum Waarvoor {
    /// Somebody logs in, by a code that the provider took.
    Inloggen,
    /// Somebody says that somebody logged out.
    Uitloggen,
}

impl Gevraagd {
    /// Whether they may be asked for once more.
    fn nog_eens(&mut self, waarvoor: Waarvoor, now: Moment) -> bool {
        let (list, most) = match waarvoor {
            Waarvoor::Inloggen => (&mut self.inloggen, OIDC_KEYS_AGAIN_MAX),
            Waarvoor::Uitloggen => (&mut self.uitloggen, OIDC_UITLOG_KEYS_AGAIN_MAX),
        };
        list.retain(|at| now.micros() - at.micros() < OIDC_KEYS_AGAIN_MICROS);
        let room = list.len() < most;
        if room {
            list.push(now);
        }
        room
    }
}

impl Bron {
    pub(super) fn new(issuer: IssuerUrl, http: Http, clock: Arc<dyn Clock>) -> Self {
        Self { issuer, http, clock, known: Mutex::new(None) }
    }

    pub(super) fn http(&self) -> &Http {
        &self.http
    }

    /// What it says, not older than it may be. When it cannot be asked now, what it said before still holds.
    pub(super) async fn metadata(&self) -> Result<ProviderMetadataWithLogout, OidcFout> {
        let now = self.clock.now();
        let mut known = self.known.lock().await;
        if let Some(known) = &*known
            && now.micros() - known.asked_at.micros() < OIDC_METADATA_MICROS
        {
            return Ok(known.metadata.clone());
        }
        let asked = ProviderMetadataWithLogout::discover_async(self.issuer.clone(), &self.http).await;
        match (asked, &mut *known) {
            (Ok(metadata), slot) => {
                let again = slot.take().map(|known| known.again).unwrap_or_default();
                *slot = Some(Known { metadata: metadata.clone(), asked_at: now, again });
                Ok(metadata)
            }
            (Err(_), Some(known)) => Ok(known.metadata.clone()),
            (Err(_), None) => Err(OidcFout::Onbereikbaar),
        }
    }

    /// What it says, with its keys of this moment; `None` when they were asked for too often of late.
    pub(super) async fn with_new_keys(
        &self,
        waarvoor: Waarvoor,
    ) -> Result<Option<ProviderMetadataWithLogout>, OidcFout> {
        let now = self.clock.now();
        let mut known = self.known.lock().await;
        let Some(known) = &mut *known else { return Ok(None) };
        if !known.again.nog_eens(waarvoor, now) {
            return Ok(None);
        }
        let keys = CoreJsonWebKeySet::fetch_async(known.metadata.jwks_uri(), &self.http).await;
        let keys = keys.map_err(|_| OidcFout::Onbereikbaar)?;
        known.metadata = known.metadata.clone().set_jwks(keys);
        Ok(Some(known.metadata.clone()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // shows G36
    #[test]
    fn what_anybody_can_send_uses_up_nothing_that_a_login_needs() {
        let mut asked = Gevraagd::default();
        let now = Moment::from_micros(1_800_000_000_000_000);
        let taken = (0..100).filter(|_| asked.nog_eens(Waarvoor::Uitloggen, now)).count();
        assert_eq!(taken, OIDC_UITLOG_KEYS_AGAIN_MAX);
        let logins = (0..100).filter(|_| asked.nog_eens(Waarvoor::Inloggen, now)).count();
        assert_eq!(logins, OIDC_KEYS_AGAIN_MAX);
        assert!(asked.nog_eens(Waarvoor::Uitloggen, now.plus_micros(OIDC_KEYS_AGAIN_MICROS)));
    }
}
