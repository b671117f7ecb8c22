//! Asking a provider again whether somebody is still who they were (refresh, OpenID Connect Core §12): nobody is at the door, so nothing of how
//! well they proved it is asked, and whom it is about must be compared by whoever asks.

use openidconnect::core::CoreErrorResponseType;
use openidconnect::{
    Nonce, OAuth2TokenResponse, ProviderMetadataWithLogout, RefreshToken, RequestTokenError, TokenResponse,
};

use super::bron::Waarvoor;
use super::fout::{OidcFout, other_key};
use super::provider::{ASSERTION_TYPE, Bevestigd, Provider, Token, Tokens};
use crate::limits::OIDC_VERLENGING_BYTES_MAX;

/// What a provider gave along to be asked again with. It opens something there: `Debug` shows nothing.
#[derive(Clone, Eq, PartialEq)]
pub struct Verlenging(String);

impl Verlenging {
    /// As it was kept.
    #[must_use]
    pub fn new(text: String) -> Self {
        Self(text)
    }

    /// To be kept, closed.
    #[must_use]
    pub fn tekst(&self) -> &str {
        &self.0
    }

    pub(super) fn van(tokens: &Tokens) -> Option<Self> {
        let given = tokens.refresh_token()?.secret();
        (given.len() <= OIDC_VERLENGING_BYTES_MAX).then(|| Self(given.clone()))
    }
}

impl std::fmt::Debug for Verlenging {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Verlenging(***)")
    }
}

/// What a provider said when it was asked again.
#[derive(Debug)]
pub struct Nagevraagd {
    /// Who it is by now; `None` when it says no more than that its session goes on.
    pub wie: Option<Bevestigd>,
    /// With what it is asked the next time, when that is something else.
    pub verlenging: Option<Verlenging>,
}

impl Provider {
    /// Asks whether somebody is still who they were. `keer` is of this question alone.
    ///
    /// # Errors
    /// [`OidcFout::CodeGeweigerd`] when the provider's session with them is over; anything else says nothing about them.
    pub async fn vraag_na(&self, verlenging: &Verlenging, keer: &str) -> Result<Nagevraagd, OidcFout> {
        let metadata = self.bron.metadata().await?;
        let tokens = self.verleng(metadata.clone(), verlenging, keer).await?;
        let wie = match tokens.id_token() {
            Some(token) => Some(self.opnieuw(&metadata, token).await?),
            None => None,
        };
        Ok(Nagevraagd { wie, verlenging: Verlenging::van(&tokens) })
    }

    async fn verleng(
        &self,
        metadata: ProviderMetadataWithLogout,
        verlenging: &Verlenging,
        keer: &str,
    ) -> Result<Tokens, OidcFout> {
        let assertion = self.assertion(&metadata, keer)?;
        let client = self.client(metadata);
        let token = RefreshToken::new(verlenging.0.clone());
        let mut request = client.exchange_refresh_token(&token).map_err(|_| OidcFout::Onbereikbaar)?;
        if let Some(assertion) = assertion {
            request = request
                .add_extra_param(ASSERTION_TYPE.0, ASSERTION_TYPE.1)
                .add_extra_param("client_assertion", assertion);
        }
        request.request_async(self.bron.http()).await.map_err(|error| match error {
            RequestTokenError::ServerResponse(said)
                if *said.error() == CoreErrorResponseType::InvalidGrant =>
            {
                OidcFout::CodeGeweigerd
            }
            // A page of a proxy is no verdict about anybody.
            RequestTokenError::ServerResponse(_)
            | RequestTokenError::Request(_)
            | RequestTokenError::Parse(..)
            | RequestTokenError::Other(_) => OidcFout::Onbereikbaar,
        })
    }

    async fn opnieuw(
        &self,
        metadata: &ProviderMetadataWithLogout,
        token: &Token,
    ) -> Result<Bevestigd, OidcFout> {
        // Nobody began this with a nonce of theirs; it came straight from the provider.
        let any = |_: Option<&Nonce>| -> Result<(), String> { Ok(()) };
        let first = self.verifier(metadata);
        let renewed;
        let claims = match token.claims(&first, any) {
            Err(error) if other_key(&error) => {
                let keys = self.bron.with_new_keys(Waarvoor::Inloggen).await?;
                renewed = self.verifier(&keys.ok_or(OidcFout::Handtekening)?);
                token.claims(&renewed, any)
            }
            verified => verified,
        };
        self.believed(claims.map_err(|error| OidcFout::from(&error))?)
    }
}
