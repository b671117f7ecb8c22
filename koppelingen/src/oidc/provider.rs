//! One provider for one door.

use std::sync::Arc;

use keukentafel::clock::{Clock, Moment};
use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreErrorResponseType, CoreGenderClaim, CoreIdTokenVerifier,
    CoreJsonWebKey, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm, CoreResponseType,
    CoreRevocableToken, CoreRevocationErrorResponse, CoreTokenIntrospectionResponse, CoreTokenType,
};
use openidconnect::{
    AuthType, AuthenticationContextClass, AuthenticationFlow, AuthorizationCode, Client, ClientId,
    ClientSecret, CsrfToken, EmptyExtraTokenFields, EndpointMaybeSet, EndpointNotSet, EndpointSet, IdToken,
    IdTokenClaims, IdTokenFields, IssuerUrl, LogoutRequest, Nonce, PkceCodeChallenge, PkceCodeVerifier,
    PostLogoutRedirectUrl, ProviderMetadataWithLogout, RedirectUrl, RequestTokenError, Scope,
    StandardErrorResponse, StandardTokenResponse, TokenResponse,
};

use super::bewijs::Clientbewijs;
use super::bron::{Bron, Waarvoor};
use super::claims::{Claimnamen, Claims, Vertegenwoordigt};
use super::fout::{OidcFout, other_key};
use super::http::Http;
use super::uitlog::{Sleutelfout, Uitgelogd, Uitlogtoken};
use super::verleng::Verlenging;
use crate::caller::ConfigFout;
use crate::limits::{OIDC_CLOCKS_APART_SECONDS, OIDC_SUBJECT_BYTES_MAX};

type Fields = IdTokenFields<
    Claims,
    EmptyExtraTokenFields,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJwsSigningAlgorithm,
>;
pub(super) type Tokens = StandardTokenResponse<Fields, CoreTokenType>;
pub(super) type Token =
    IdToken<Claims, CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm>;
type OidcClient = Client<
    Claims,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    Tokens,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// How an assertion is called that is a token of our own (RFC 7523).
pub(super) const ASSERTION_TYPE: (&str, &str) =
    ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");

/// Signatures that are taken, by the provider's own key.
pub(super) const HANDTEKENINGEN: [CoreJwsSigningAlgorithm; 3] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
];

/// How a provider was set up.
#[derive(Debug)]
pub struct ProviderConfig {
    /// What it calls itself: the address under which it describes itself.
    pub issuer: String,
    /// What it calls us.
    pub client: String,
    /// How we prove that.
    pub bewijs: Clientbewijs,
    /// Where it sends a browser back to: exactly this.
    pub terug: String,
    /// Where it sends a browser after ending its own session.
    pub na_uitloggen: String,
    /// What is asked for besides `openid`.
    pub scopes: Vec<String>,
    /// The levels (`acr`) with which one may come in, the one to ask for first. Empty: whatever the provider does.
    pub niveaus: Vec<String>,
    /// The levels with which one may prove anew who one is; the same rule.
    pub niveaus_stap_op: Vec<String>,
    /// In which claims it says what we need.
    pub claims: Claimnamen,
}

/// What a browser begins a login with, and must come back with. Made by whoever asks, from chance.
#[derive(Clone)]
pub struct Geheimen {
    /// Comes back in the address.
    pub state: String,
    /// Comes back in the id token.
    pub nonce: String,
    /// Shows that who brings the code is who began (PKCE).
    pub verifier: String,
}

impl std::fmt::Debug for Geheimen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Geheimen(***)")
    }
}

/// What is asked of a provider.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum Vraag {
    /// Who is this?
    Inloggen,
    /// Is it still them? Proved anew, at or after this moment.
    StapOp {
        /// When it was asked.
        sinds: Moment,
    },
}

/// Somebody for whom a provider vouched. What is in it is theirs: `Debug` shows nothing.
pub struct Bevestigd {
    /// Which provider says so.
    pub issuer: String,
    /// What it calls them.
    pub subject: String,
    /// How colleagues call them, where it says so.
    pub naam: Option<String>,
    /// Their groups.
    pub groepen: Vec<String>,
    /// Their BSN, where it says so.
    pub bsn: Option<String>,
    /// Whether they come for another.
    pub vertegenwoordigt: Vertegenwoordigt,
    /// What it calls its own session with them, where it says so.
    pub sid: Option<String>,
    /// With what it can be asked again whether this still holds, where it gave that along.
    pub verlenging: Option<Verlenging>,
}

impl std::fmt::Debug for Bevestigd {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Bevestigd(***)")
    }
}

/// A provider, as it is asked.
pub struct Provider {
    config: ProviderConfig,
    client: ClientId,
    terug: RedirectUrl,
    na_uitloggen: PostLogoutRedirectUrl,
    pub(super) bron: Bron,
    clock: Arc<dyn Clock>,
}

impl Provider {
    /// From what was set up. It is not asked anything yet: a provider that is away must not keep the server down.
    ///
    /// # Errors
    /// [`ConfigFout`] when an address cannot be right.
    pub fn new(config: ProviderConfig, clock: Arc<dyn Clock>) -> Result<Self, ConfigFout> {
        let wrong = |_| ConfigFout::BasisUrl;
        let issuer = IssuerUrl::new(config.issuer.clone()).map_err(wrong)?;
        let bron = Bron::new(issuer, Http::new(&config.issuer)?, Arc::clone(&clock));
        Ok(Self {
            client: ClientId::new(config.client.clone()),
            terug: RedirectUrl::new(config.terug.clone()).map_err(wrong)?,
            na_uitloggen: PostLogoutRedirectUrl::new(config.na_uitloggen.clone()).map_err(wrong)?,
            config,
            bron,
            clock,
        })
    }

    /// Whether it can be asked now: what it says of itself, and the keys that it signs with.
    ///
    /// # Errors
    /// [`OidcFout::Onbereikbaar`] when it cannot, or says what no provider says.
    pub async fn bereikbaar(&self) -> Result<(), OidcFout> {
        self.bron.metadata().await.map(drop)
    }

    /// What it calls itself.
    #[must_use]
    pub fn issuer(&self) -> &str {
        &self.config.issuer
    }

    /// Where to send a browser that wants to come in.
    ///
    /// # Errors
    /// [`OidcFout::Onbereikbaar`] when the provider never said where.
    pub async fn begin(&self, geheimen: &Geheimen, vraag: Vraag) -> Result<String, OidcFout> {
        let client = self.client(self.bron.metadata().await?);
        let Geheimen { state, nonce, verifier } = geheimen.clone();
        let challenge = PkceCodeChallenge::from_code_verifier_sha256(&PkceCodeVerifier::new(verifier));
        let flow = AuthenticationFlow::<CoreResponseType>::AuthorizationCode;
        let mut request = client
            .authorize_url(flow, move || CsrfToken::new(state), move || Nonce::new(nonce))
            .set_pkce_challenge(challenge);
        for scope in &self.config.scopes {
            request = request.add_scope(Scope::new(scope.clone()));
        }
        if let Some(level) = self.levels(vraag).first() {
            request = request.add_auth_context_value(AuthenticationContextClass::new(level.clone()));
        }
        if let Vraag::StapOp { .. } = vraag {
            request = request.set_max_age(std::time::Duration::ZERO).add_prompt(CoreAuthPrompt::Login);
        }
        Ok(request.url().0.into())
    }

    /// Makes of the code that a browser brought back somebody who is believed.
    ///
    /// # Errors
    /// Every way in which it is not so.
    pub async fn rond_af(
        &self,
        code: &str,
        geheimen: &Geheimen,
        vraag: Vraag,
    ) -> Result<Bevestigd, OidcFout> {
        let metadata = self.bron.metadata().await?;
        let tokens = self.exchange(metadata.clone(), code, geheimen).await?;
        let token = tokens.id_token().ok_or(OidcFout::Token)?;
        let verlenging = Verlenging::van(&tokens);
        let claims = match self.verify(&metadata, token, geheimen, vraag) {
            Err((_, true)) => {
                let renewed = self.bron.with_new_keys(Waarvoor::Inloggen).await?;
                let renewed = renewed.ok_or(OidcFout::Handtekening)?;
                self.verify(&renewed, token, geheimen, vraag)
            }
            verified => verified,
        };
        let who = self.believed(claims.map_err(|(fout, _)| fout)?)?;
        Ok(Bevestigd { verlenging, ..who })
    }

    /// Where the provider ends its own session; `None` when it does not say. Nothing of whose session it is goes in the address.
    pub async fn uitloggen(&self) -> Option<String> {
        let metadata = self.bron.metadata().await.ok()?;
        let at = metadata.additional_metadata().end_session_endpoint.clone()?;
        let request = LogoutRequest::from(at)
            .set_client_id(self.client.clone())
            .set_post_logout_redirect_uri(self.na_uitloggen.clone());
        Some(request.http_get_url().into())
    }

    /// Makes of a message of the provider (OpenID Connect Back-Channel Logout 1.0) whose session there is over.
    ///
    /// # Errors
    /// Every way in which it is not so.
    pub async fn uitgelogd(&self, token: &str) -> Result<Uitgelogd, OidcFout> {
        let token = Uitlogtoken::lees(token)?;
        let metadata = self.bron.metadata().await?;
        let said = match token.geverifieerd(metadata.jwks()) {
            Err(Sleutelfout::Onbekend) => {
                let renewed = self.bron.with_new_keys(Waarvoor::Uitloggen).await?;
                let renewed = renewed.ok_or(OidcFout::Handtekening)?;
                token.geverifieerd(renewed.jwks())
            }
            verified => verified,
        };
        let said = said.map_err(|_| OidcFout::Handtekening)?;
        said.geldt(self.issuer(), &self.config.client, self.clock.now())
    }

    pub(super) fn client(&self, metadata: ProviderMetadataWithLogout) -> OidcClient {
        let secret = match &self.config.bewijs {
            Clientbewijs::Geheim(secret) => Some(ClientSecret::new(secret.clone())),
            Clientbewijs::Sleutel { .. } => None,
        };
        // With a key there is no secret; the client's name then goes in the body, beside the assertion.
        let how = if secret.is_some() { AuthType::BasicAuth } else { AuthType::RequestBody };
        OidcClient::from_provider_metadata(metadata, self.client.clone(), secret)
            .set_redirect_uri(self.terug.clone())
            .set_auth_type(how)
    }

    async fn exchange(
        &self,
        metadata: ProviderMetadataWithLogout,
        code: &str,
        geheimen: &Geheimen,
    ) -> Result<Tokens, OidcFout> {
        // The state is of this login alone: so is what is made with it.
        let assertion = self.assertion(&metadata, &geheimen.state)?;
        let client = self.client(metadata);
        let mut request = client
            .exchange_code(AuthorizationCode::new(code.to_owned()))
            .map_err(|_| OidcFout::Onbereikbaar)?
            .set_pkce_verifier(PkceCodeVerifier::new(geheimen.verifier.clone()));
        if let Some(assertion) = assertion {
            request = request
                .add_extra_param(ASSERTION_TYPE.0, ASSERTION_TYPE.1)
                .add_extra_param("client_assertion", assertion);
        }
        request.request_async(self.bron.http()).await.map_err(|error| match error {
            RequestTokenError::ServerResponse(_) => OidcFout::CodeGeweigerd,
            RequestTokenError::Request(_) => OidcFout::Onbereikbaar,
            RequestTokenError::Parse(..) | RequestTokenError::Other(_) => OidcFout::Token,
        })
    }

    /// With what goes along to show that we are its client, when that is not a secret.
    pub(super) fn assertion(
        &self,
        metadata: &ProviderMetadataWithLogout,
        jti: &str,
    ) -> Result<Option<String>, OidcFout> {
        let audience = metadata.issuer().to_string();
        let made = self.config.bewijs.assertion(&self.config.client, &audience, jti, self.clock.now());
        made.map_err(|_| OidcFout::Token)
    }

    /// What tells a token of this provider for us from any other: signed by its own key, as a secret that both hold proves nothing of who signed.
    pub(super) fn verifier<'v>(&self, metadata: &ProviderMetadataWithLogout) -> CoreIdTokenVerifier<'v> {
        CoreIdTokenVerifier::new_public_client(
            self.client.clone(),
            metadata.issuer().clone(),
            metadata.jwks().clone(),
        )
        .set_allowed_algs(HANDTEKENINGEN)
    }

    /// The claims of a token that holds, or why it does not and whether other keys could change that.
    fn verify<'t>(
        &self,
        metadata: &ProviderMetadataWithLogout,
        token: &'t Token,
        geheimen: &Geheimen,
        vraag: Vraag,
    ) -> Result<&'t IdTokenClaims<Claims, CoreGenderClaim>, (OidcFout, bool)> {
        let levels = self.levels(vraag);
        let known = |acr: Option<&AuthenticationContextClass>| {
            let enough = levels.is_empty() || acr.is_some_and(|acr| levels.contains(acr));
            if enough { Ok(()) } else { Err("level".to_owned()) }
        };
        let verifier = self.verifier(metadata).set_auth_context_verifier_fn(known).set_auth_time_verifier_fn(
            move |at| match (vraag, at) {
                (Vraag::Inloggen, _) => Ok(()),
                (Vraag::StapOp { sinds }, Some(at)) => {
                    let since = sinds.micros().div_euclid(1_000_000) - OIDC_CLOCKS_APART_SECONDS;
                    if at.timestamp() >= since { Ok(()) } else { Err("old".to_owned()) }
                }
                (Vraag::StapOp { .. }, None) => Err("unknown".to_owned()),
            },
        );
        let nonce = Nonce::new(geheimen.nonce.clone());
        token.claims(&verifier, &nonce).map_err(|error| (OidcFout::from(&error), other_key(&error)))
    }

    pub(super) fn believed(
        &self,
        claims: &IdTokenClaims<Claims, CoreGenderClaim>,
    ) -> Result<Bevestigd, OidcFout> {
        let Claimnamen { groepen, naam, bsn } = &self.config.claims;
        let more = claims.additional_claims();
        let subject = claims.subject().as_str();
        let called = match naam.as_str() {
            "name" => claims.name().and_then(|name| name.get(None)).map(|name| name.as_str()),
            "preferred_username" => claims.preferred_username().map(|name| name.as_str()),
            other => more.tekst(other),
        };
        Ok(Bevestigd {
            issuer: claims.issuer().as_str().to_owned(),
            subject: subject.to_owned(),
            naam: called.map(str::to_owned),
            groepen: more.lijst(groepen).ok_or(OidcFout::Claim)?,
            bsn: more.bsn(bsn, subject).map(str::to_owned),
            vertegenwoordigt: more.vertegenwoordigt(),
            sid: more.tekst("sid").filter(|sid| sid.len() <= OIDC_SUBJECT_BYTES_MAX).map(str::to_owned),
            verlenging: None,
        })
    }

    fn levels(&self, vraag: Vraag) -> &[String] {
        match vraag {
            Vraag::Inloggen => &self.config.niveaus,
            Vraag::StapOp { .. } => &self.config.niveaus_stap_op,
        }
    }
}
