//! How we prove to a provider that we are its client: with a secret that both hold, or, as the NL GOV profile asks, with a key of our own
//! (`private_key_jwt`, PS256).

use std::fmt;

use base64::Engine;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};
use keukentafel::clock::Moment;
use ring::rand::SystemRandom;
use ring::signature::{RSA_PSS_SHA256, RsaKeyPair};
use serde_json::json;

use crate::limits::OIDC_ASSERTION_SECONDS;

/// What a client proves itself with. `Debug` shows nothing of it.
pub enum Clientbewijs {
    /// A secret that both hold.
    Geheim(String),
    /// A key of our own, of which the provider has the public half.
    Sleutel {
        /// An RSA key of at least 2048 bits.
        sleutel: Box<RsaKeyPair>,
        /// How the provider calls the public half, when it has more than one.
        kid: Option<String>,
    },
}

/// Why a key cannot be used.
#[derive(Copy, Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum BewijsFout {
    /// Not one unencrypted RSA key of PKCS #8 in PEM, of 2048 bits or more.
    #[error("not an unencrypted RSA key (PKCS #8, PEM) of at least 2048 bits")]
    Sleutel,
    /// It does not sign.
    #[error("the key does not sign")]
    Tekenen,
}

impl fmt::Debug for Clientbewijs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Geheim(_) => "Clientbewijs::Geheim(***)",
            Self::Sleutel { .. } => "Clientbewijs::Sleutel(***)",
        })
    }
}

impl Clientbewijs {
    /// A key from the text of a PEM file.
    ///
    /// # Errors
    /// [`BewijsFout::Sleutel`] when it holds anything else.
    pub fn uit_pem(pem: &str, kid: Option<String>) -> Result<Self, BewijsFout> {
        let body = pem
            .trim()
            .strip_prefix("-----BEGIN PRIVATE KEY-----")
            .and_then(|rest| rest.strip_suffix("-----END PRIVATE KEY-----"))
            .ok_or(BewijsFout::Sleutel)?;
        let body: String = body.split_whitespace().collect();
        let der = BASE64_STANDARD.decode(body).map_err(|_| BewijsFout::Sleutel)?;
        // It takes no key below 2048 bits.
        let sleutel = RsaKeyPair::from_pkcs8(&der).map_err(|_| BewijsFout::Sleutel)?;
        Ok(Self::Sleutel { sleutel: Box::new(sleutel), kid })
    }

    /// The assertion that goes with a question to `audience`; `None` for who has a secret. Holds for a minute, and once: `jti` is its own.
    pub(super) fn assertion(
        &self,
        client: &str,
        audience: &str,
        jti: &str,
        now: Moment,
    ) -> Result<Option<String>, BewijsFout> {
        let Self::Sleutel { sleutel, kid } = self else { return Ok(None) };
        let seconds = now.micros().div_euclid(1_000_000);
        let header = match kid {
            Some(kid) => json!({ "alg": "PS256", "typ": "JWT", "kid": kid }),
            None => json!({ "alg": "PS256", "typ": "JWT" }),
        };
        let claims = json!({
            "iss": client,
            "sub": client,
            "aud": audience,
            "jti": jti,
            "iat": seconds,
            "exp": seconds + OIDC_ASSERTION_SECONDS,
        });
        let part = |value: &serde_json::Value| BASE64_URL_SAFE_NO_PAD.encode(value.to_string());
        let signed = format!("{}.{}", part(&header), part(&claims));
        let mut signature = vec![0; sleutel.public().modulus_len()];
        sleutel
            .sign(&RSA_PSS_SHA256, &SystemRandom::new(), signed.as_bytes(), &mut signature)
            .map_err(|_| BewijsFout::Tekenen)?;
        Ok(Some(format!("{signed}.{}", BASE64_URL_SAFE_NO_PAD.encode(signature))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_no_key_is_refused_and_a_secret_does_not_show() {
        for wrong in [
            "",
            "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----",
            "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----",
            "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
        ] {
            assert_eq!(Clientbewijs::uit_pem(wrong, None).err(), Some(BewijsFout::Sleutel), "{wrong}");
        }
        let geheim = Clientbewijs::Geheim("zeer-geheim".into());
        assert!(!format!("{geheim:?}").contains("geheim"));
        assert_eq!(geheim.assertion("kt", "https://a", "1", Moment::from_micros(0)), Ok(None));
    }
}
