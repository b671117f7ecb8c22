//! What a provider says when somebody logged out there (OpenID Connect Back-Channel Logout 1.0): a token that it signed, straight to us. The
//! crate reads id tokens alone; this one is read here, and its signature is verified with the keys that the crate has.

#[cfg(test)]
mod tests;

use std::fmt;

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use keukentafel::clock::Moment;
use openidconnect::core::{CoreJsonWebKey, CoreJsonWebKeySet, CoreJwsSigningAlgorithm};
use openidconnect::{JsonWebKey, JsonWebKeyAlgorithm, JsonWebKeyUse, JwsSigningAlgorithm};
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::limits::{
    OIDC_CLOCKS_APART_SECONDS, OIDC_SUBJECT_BYTES_MAX, OIDC_UITLOG_BYTES_MAX, OIDC_UITLOG_SECONDS_MAX,
};
use crate::oidc::fout::OidcFout;
use crate::oidc::provider::HANDTEKENINGEN;

/// The one event that such a token tells.
const GEBEURTENIS: &str = "http://schemas.openid.net/event/backchannel-logout";

/// Somebody logged out at a provider. `Debug` shows nothing: the subject can be a BSN.
#[derive(Clone, Eq, PartialEq)]
pub struct Uitgelogd {
    /// Who, as the provider calls them; all of their sessions when it names none.
    pub subject: Option<String>,
    /// Which session of theirs, as the provider calls it.
    pub sid: Option<String>,
    /// What this message is called: it is taken once.
    pub jti: String,
    /// When it was said. Whoever came in later came in again.
    pub gezegd_op: Moment,
    /// From when on the message is too old to be taken.
    pub verloopt_op: Moment,
}

impl fmt::Debug for Uitgelogd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Uitgelogd(***)")
    }
}

/// Why no key made this signature.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(super) enum Sleutelfout {
    /// There is no such key among them: they may have changed.
    Onbekend,
    /// There is, and it did not.
    Klopt,
}

/// A token as it came, in parts.
pub(super) struct Uitlogtoken<'t> {
    alg: CoreJwsSigningAlgorithm,
    kid: Option<String>,
    /// What was signed: header and claims.
    signed: &'t str,
    claims: &'t str,
    signature: Vec<u8>,
}

#[derive(Deserialize)]
struct Kop {
    alg: CoreJwsSigningAlgorithm,
    kid: Option<String>,
    typ: Option<String>,
    crit: Option<Value>,
}

/// What stands in it. Only made of a token whose signature holds.
pub(super) struct Gezegd(Map<String, Value>);

impl<'t> Uitlogtoken<'t> {
    /// Takes it apart; nothing of it is believed yet.
    pub(super) fn lees(token: &'t str) -> Result<Self, OidcFout> {
        if token.len() > OIDC_UITLOG_BYTES_MAX {
            return Err(OidcFout::Token);
        }
        let (signed, signature) = token.rsplit_once('.').ok_or(OidcFout::Token)?;
        let (header, claims) = signed.split_once('.').ok_or(OidcFout::Token)?;
        let kop: Kop = serde_json::from_slice(&decode(header)?).map_err(|_| OidcFout::Token)?;
        // An explicit type of another kind of token, or something that has to be understood and is not.
        let kind = kop.typ.as_deref().map(|typ| typ.to_ascii_lowercase());
        let kind = kind.as_deref().map(|typ| typ.strip_prefix("application/").unwrap_or(typ));
        if !matches!(kind, None | Some("jwt" | "logout+jwt")) || kop.crit.is_some() {
            return Err(OidcFout::Token);
        }
        if !HANDTEKENINGEN.contains(&kop.alg) {
            return Err(OidcFout::Handtekening);
        }
        Ok(Self { alg: kop.alg, kid: kop.kid, signed, claims, signature: decode(signature)? })
    }

    /// What it says, when one of these keys signed it.
    pub(super) fn geverifieerd(&self, keys: &CoreJsonWebKeySet) -> Result<Gezegd, Sleutelfout> {
        let mut candidates = keys.keys().iter().filter(|key| self.can_be(key)).peekable();
        if candidates.peek().is_none() {
            return Err(Sleutelfout::Onbekend);
        }
        let message = self.signed.as_bytes();
        if !candidates.any(|key| key.verify_signature(&self.alg, message, &self.signature).is_ok()) {
            // Without a name of the key the one that signed may be one that we do not know yet.
            return Err(if self.kid.is_some() { Sleutelfout::Klopt } else { Sleutelfout::Onbekend });
        }
        let claims = decode(self.claims).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        claims.map(Gezegd).ok_or(Sleutelfout::Klopt)
    }

    fn can_be(&self, key: &CoreJsonWebKey) -> bool {
        let named = self.kid.as_ref().is_none_or(|kid| key.key_id().is_some_and(|id| id.as_str() == kid));
        let signs = key.key_use().is_none_or(JsonWebKeyUse::allows_signature);
        let kind = self.alg.key_type().is_some_and(|kind| kind == *key.key_type());
        let alg = match key.signing_alg() {
            JsonWebKeyAlgorithm::Algorithm(alg) => *alg == self.alg,
            JsonWebKeyAlgorithm::Unspecified => true,
            JsonWebKeyAlgorithm::Unsupported => false,
        };
        named && signs && kind && alg
    }
}

impl Gezegd {
    /// Whether it holds, now and for us.
    pub(super) fn geldt(&self, issuer: &str, client: &str, now: Moment) -> Result<Uitgelogd, OidcFout> {
        let Self(claims) = self;
        if claims.get("iss").and_then(Value::as_str) != Some(issuer) || !is_voor(claims.get("aud"), client) {
            return Err(OidcFout::Token);
        }
        // With a nonce it is an id token, or somebody tries to make one of it.
        let event = claims.get("events").and_then(|events| events.get(GEBEURTENIS));
        if claims.contains_key("nonce") || !event.is_some_and(Value::is_object) {
            return Err(OidcFout::Claim);
        }
        let second = now.micros().div_euclid(1_000_000);
        let time = |naam: &str| claims.get(naam).and_then(Value::as_i64).ok_or(OidcFout::Claim);
        let (said, until) = (time("iat")?, time("exp")?);
        let until = until.min(said.saturating_add(OIDC_UITLOG_SECONDS_MAX));
        let from = match claims.contains_key("nbf") {
            true => time("nbf")?.max(said),
            false => said,
        };
        if second >= until.saturating_add(OIDC_CLOCKS_APART_SECONDS)
            || from > second.saturating_add(OIDC_CLOCKS_APART_SECONDS)
        {
            return Err(OidcFout::Verlopen);
        }
        let (subject, sid) = (text(claims, "sub")?, text(claims, "sid")?);
        let jti = text(claims, "jti")?.ok_or(OidcFout::Claim)?;
        if subject.is_none() && sid.is_none() {
            return Err(OidcFout::Claim);
        }
        let moment = |second: i64| Moment::from_micros(second.saturating_mul(1_000_000));
        let verloopt_op = moment(until.saturating_add(OIDC_CLOCKS_APART_SECONDS));
        Ok(Uitgelogd { subject, sid, jti, gezegd_op: moment(said), verloopt_op })
    }
}

/// A claim that is absent or a text that names something.
fn text(claims: &Map<String, Value>, naam: &str) -> Result<Option<String>, OidcFout> {
    match claims.get(naam) {
        None => Ok(None),
        Some(Value::String(text)) if !text.is_empty() && text.len() <= OIDC_SUBJECT_BYTES_MAX => {
            Ok(Some(text.clone()))
        }
        Some(_) => Err(OidcFout::Claim),
    }
}

/// For us, and for nobody else beside us: of others we do not know whether they are to be trusted with what ends our sessions.
fn is_voor(audience: Option<&Value>, client: &str) -> bool {
    match audience {
        Some(Value::String(one)) => one == client,
        Some(Value::Array(many)) => !many.is_empty() && many.iter().all(|one| one.as_str() == Some(client)),
        Some(_) | None => false,
    }
}

fn decode(part: &str) -> Result<Vec<u8>, OidcFout> {
    BASE64_URL_SAFE_NO_PAD.decode(part).map_err(|_| OidcFout::Token)
}
