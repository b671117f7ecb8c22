//! Hints: Allegro tells that somebody changed, so that we need not wait for the next poll. A hint carries no amount, may be lost, and
//! may come twice; whoever forges one makes us ask once in vain.

use std::fmt;

use hmac::{Hmac, Mac};
use keukentafel::clock::Moment;
use keukentafel::poort::allegro::KlantId;
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use crate::limits::{HINT_AGE_MICROS_MAX, HINT_BYTES_MAX, HINT_CUSTOMERS_MAX, HINT_KEY_BYTES_MIN};

/// The header that carries the signature: `t=<seconds since 1970>,v1=<hex of HMAC-SHA256 over "<t>.<body>">`.
pub const HANDTEKENING: &str = "keukentafel-handtekening";

/// The key that both sides hold. Its `Debug` shows nothing.
#[derive(Clone)]
pub struct HintKey(Hmac<Sha256>);

impl fmt::Debug for HintKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HintKey(***)")
    }
}

/// Somebody changed.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Hint {
    /// Who. Nobody named: ask what changed.
    pub klanten: Vec<KlantId>,
}

/// Why a hint is passed over.
#[derive(Copy, Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum HintFout {
    /// No signature, one that cannot be read, or one that is not over this body with this key.
    #[error("the signature is not right")]
    Handtekening,
    /// Signed too long ago, or in the future.
    #[error("the signature is of another time")]
    Tijd,
    /// Not in the form of the contract, or too large.
    #[error("not in the form of the contract")]
    Vorm,
}

#[derive(Serialize, Deserialize)]
struct Body {
    klanten: Vec<String>,
}

impl HintKey {
    /// From the shared secret. `None` when it is shorter than 16 bytes.
    #[must_use]
    pub fn new(secret: &[u8]) -> Option<Self> {
        if secret.len() < HINT_KEY_BYTES_MIN {
            return None;
        }
        Hmac::new_from_slice(secret).ok().map(Self)
    }

    /// The value of the header for `body`, signed at `now`.
    #[must_use]
    pub fn teken(&self, body: &[u8], now: Moment) -> String {
        let seconds = now.micros().div_euclid(1_000_000);
        let code = self.over(seconds, body).finalize().into_bytes();
        let hex: String = code.iter().map(|byte| format!("{byte:02x}")).collect();
        format!("t={seconds},v1={hex}")
    }

    /// Reads a hint that somebody posted, with the header as it came.
    ///
    /// # Errors
    /// [`HintFout`]; the hint is then nobody's and is passed over.
    pub fn lees(&self, header: Option<&str>, body: &[u8], now: Moment) -> Result<Hint, HintFout> {
        if body.len() > HINT_BYTES_MAX {
            return Err(HintFout::Vorm);
        }
        let (seconds, code) = header.and_then(parts).ok_or(HintFout::Handtekening)?;
        // Compares in constant time.
        self.over(seconds, body).verify_slice(&code).map_err(|_| HintFout::Handtekening)?;
        let age = now.micros().saturating_sub(seconds.saturating_mul(1_000_000));
        if age.saturating_abs() > HINT_AGE_MICROS_MAX {
            return Err(HintFout::Tijd);
        }
        let Body { klanten } = serde_json::from_slice(body).map_err(|_| HintFout::Vorm)?;
        if klanten.len() > HINT_CUSTOMERS_MAX {
            return Err(HintFout::Vorm);
        }
        let klanten: Option<Vec<KlantId>> = klanten.iter().map(|nummer| KlantId::parse(nummer)).collect();
        Ok(Hint { klanten: klanten.ok_or(HintFout::Vorm)? })
    }

    fn over(&self, seconds: i64, body: &[u8]) -> Hmac<Sha256> {
        self.0.clone().chain_update(seconds.to_string()).chain_update(b".").chain_update(body)
    }
}

/// A hint's body as the simulator sends it.
pub(crate) fn body(klanten: &[&str]) -> Vec<u8> {
    let klanten = klanten.iter().map(|nummer| (*nummer).to_owned()).collect();
    // Of strings only: cannot fail.
    serde_json::to_vec(&Body { klanten }).unwrap_or_default()
}

fn parts(header: &str) -> Option<(i64, [u8; 32])> {
    let (seconds, code) = header.strip_prefix("t=")?.split_once(",v1=")?;
    // `+5` and `05` are numbers too, and would sign as something else.
    let number: i64 = seconds.parse().ok().filter(|number: &i64| number.to_string() == seconds)?;
    if code.len() != 64 || !code.is_ascii() {
        return None;
    }
    let mut bytes = [0; 32];
    for (at, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(code.get(2 * at..2 * at + 2)?, 16).ok()?;
    }
    Some((number, bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(secret: &str) -> HintKey {
        HintKey::new(secret.as_bytes()).unwrap()
    }

    fn at(seconds: i64) -> Moment {
        Moment::from_micros(seconds * 1_000_000)
    }

    #[test]
    fn only_who_holds_the_key_can_hint_and_not_for_long() {
        let ours = key("een geheim van zestien");
        let body = body(&["KT-000068"]);
        let header = ours.teken(&body, at(1000));
        let read = |key: &HintKey, header: Option<&str>, body: &[u8], now| key.lees(header, body, at(now));
        assert_eq!(
            read(&ours, Some(&header), &body, 1000),
            Ok(Hint { klanten: vec![KlantId::parse("KT-000068").unwrap()] })
        );
        assert_eq!(read(&ours, Some(&header), &body, 1300).map(|_| ()), Ok(()));
        assert_eq!(read(&ours, Some(&header), &body, 1301), Err(HintFout::Tijd));
        assert_eq!(read(&ours, Some(&header), &body, 699), Err(HintFout::Tijd));
        assert_eq!(
            read(&key("een ander geheim, lang"), Some(&header), &body, 1000),
            Err(HintFout::Handtekening)
        );
        assert_eq!(read(&ours, Some(&header), b"{\"klanten\":[]}", 1000), Err(HintFout::Handtekening));
        let later = header.replace("t=1000", "t=1001");
        for wrong in [None, Some(""), Some("t=1,v1=é"), Some("t=+1000,v1="), Some(later.as_str())] {
            assert_eq!(read(&ours, wrong, &body, 1000), Err(HintFout::Handtekening), "{wrong:?}");
        }
    }

    #[test]
    fn a_signed_hint_must_still_be_one() {
        let ours = key("een geheim van zestien");
        for wrong in ["", "{}", "{\"klanten\":[\"999990068\"]}", "{\"klanten\":[7]}"] {
            let header = ours.teken(wrong.as_bytes(), at(5));
            assert_eq!(ours.lees(Some(&header), wrong.as_bytes(), at(5)), Err(HintFout::Vorm), "{wrong}");
        }
        assert!(HintKey::new(b"te kort").is_none());
    }
}
