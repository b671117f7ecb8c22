//! The cookie `__Host-kt-oidc`: what a login began with, sealed, on its way to the provider and back. Only the browser that began a login has
//! it, and nobody can read or make one. The key is of the installation, so that it goes on at whichever node the browser comes back to.

use aes_gcm::aead::{Aead, Payload};
use aes_gcm::{Aes256Gcm, KeyInit, Nonce};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use http::{HeaderMap, HeaderValue, header};
use keukentafel::clock::Moment;
use keukentafel::protocol::view::Deur;
use keukentafel::rng::Rng;
use keukentafel_koppelingen::oidc::Geheimen;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::limits::{LOGIN_COOKIE_BYTES_MAX, LOGIN_DUUR};
use crate::session::micros;

const NAME: &str = "__Host-kt-oidc";
/// What is sealed is this and nothing else.
const DOEL: &[u8] = b"keukentafel inloggen 1";
const NONCE_BYTES: usize = 12;

/// A login that is under way.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Onderweg {
    pub(super) deur: Deur,
    pub(super) state: String,
    pub(super) nonce: String,
    pub(super) verifier: String,
    /// Where it goes on after that.
    pub(super) terug: Option<String>,
    /// For a fresh proof within a session: which one.
    pub(super) stap_op: Option<Uuid>,
    pub(super) begonnen_op: Moment,
}

impl Onderweg {
    /// A new one, of chance.
    pub(super) fn new(
        deur: Deur,
        terug: Option<String>,
        stap_op: Option<Uuid>,
        now: Moment,
        rng: &dyn Rng,
    ) -> Self {
        let secret = || {
            let mut bits = [0; 32];
            rng.fill(&mut bits);
            BASE64_URL_SAFE_NO_PAD.encode(bits)
        };
        let (state, nonce, verifier) = (secret(), secret(), secret());
        Self { deur, state, nonce, verifier, terug, stap_op, begonnen_op: now }
    }

    pub(super) fn geheimen(&self) -> Geheimen {
        let Self { state, nonce, verifier, .. } = self.clone();
        Geheimen { state, nonce, verifier }
    }
}

/// Seals and opens.
pub(super) struct Zegel(Aes256Gcm);

impl Zegel {
    pub(super) fn new(key: &[u8; 32]) -> Self {
        Self(Aes256Gcm::new(key.into()))
    }

    /// The cookie that a browser gets; `None` when it cannot be made.
    pub(super) fn set(&self, onderweg: &Onderweg, rng: &dyn Rng) -> Option<HeaderValue> {
        let mut nonce = [0; NONCE_BYTES];
        rng.fill(&mut nonce);
        let plain = serde_json::to_vec(onderweg).ok()?;
        let sealed = self.0.encrypt(Nonce::from_slice(&nonce), Payload { msg: &plain, aad: DOEL }).ok()?;
        let value = BASE64_URL_SAFE_NO_PAD.encode([nonce.as_slice(), &sealed].concat());
        let seconds = LOGIN_DUUR.as_secs();
        let text = format!("{NAME}={value}; HttpOnly; Secure; SameSite=Lax; Path=/; Max-Age={seconds}");
        let mut value = HeaderValue::from_str(&text).ok()?;
        value.set_sensitive(true);
        Some(value)
    }

    /// The login that a browser brings back; `None` when there is none, somebody made it up, or it took too long. Two of them is none.
    pub(super) fn open(&self, headers: &HeaderMap, now: Moment) -> Option<Onderweg> {
        let mut found = headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .filter(|(name, _)| *name == NAME)
            .map(|(_, value)| value);
        let only = found.next().filter(|_| found.next().is_none())?;
        if only.len() > LOGIN_COOKIE_BYTES_MAX {
            return None;
        }
        let bytes = BASE64_URL_SAFE_NO_PAD.decode(only).ok()?;
        let (nonce, sealed) = bytes.split_at_checked(NONCE_BYTES)?;
        let plain = self.0.decrypt(Nonce::from_slice(nonce), Payload { msg: sealed, aad: DOEL }).ok()?;
        let onderweg: Onderweg = serde_json::from_slice(&plain).ok()?;
        let age = now.micros() - onderweg.begonnen_op.micros();
        (0..=micros(LOGIN_DUUR)).contains(&age).then_some(onderweg)
    }
}

/// Takes it away: a login comes back once.
pub(super) fn clear() -> HeaderValue {
    HeaderValue::from_static("__Host-kt-oidc=; HttpOnly; Secure; SameSite=Lax; Path=/; Max-Age=0")
}

#[cfg(test)]
mod tests {
    use keukentafel::rng::SeededRng;

    use super::*;

    fn cookie(set: &HeaderValue) -> HeaderMap {
        let pair = set.to_str().unwrap().split(';').next().unwrap().to_owned();
        HeaderMap::from_iter([(header::COOKIE, pair.parse().unwrap())])
    }

    // shows G36, G37
    #[test]
    fn only_the_browser_that_began_brings_a_login_back_and_in_time() {
        let (rng, begin) = (SeededRng::new(3), Moment::from_micros(1_800_000_000_000_000));
        let (ours, other) = (Zegel::new(&[1; 32]), Zegel::new(&[2; 32]));
        let onderweg = Onderweg::new(Deur::Inwoner, Some("/portaal".into()), None, begin, &rng);
        let set = ours.set(&onderweg, &rng).unwrap();
        let text = set.to_str().unwrap();
        assert!(text.ends_with("; HttpOnly; Secure; SameSite=Lax; Path=/; Max-Age=600"), "{text}");
        assert!(!text.contains(&onderweg.state) && !text.contains("portaal"));
        let back = cookie(&set);
        assert_eq!(ours.open(&back, begin).map(|found| found.state), Some(onderweg.state));
        assert!(other.open(&back, begin).is_none(), "another process knows nothing of it");
        assert!(ours.open(&back, begin.plus_micros(600_000_001)).is_none(), "ten minutes is enough");
        assert!(ours.open(&back, begin.plus_micros(-1)).is_none());
        let mut twice = back.clone();
        twice.append(header::COOKIE, back[header::COOKIE].clone());
        assert!(ours.open(&twice, begin).is_none(), "two of them is none");
        let pair = back[header::COOKIE].to_str().unwrap();
        for wrong in ["__Host-kt-oidc=".to_owned(), format!("{pair}A"), pair.replace("=", "=A"), "x=1".into()]
        {
            let headers = HeaderMap::from_iter([(header::COOKIE, wrong.parse().unwrap())]);
            assert!(ours.open(&headers, begin).is_none(), "{wrong}");
        }
    }
}
