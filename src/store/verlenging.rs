//! What a provider of identities gave along so that it can be asked again, as a session keeps it: closed. It opens something at the provider,
//! and the file of sessions lies in the open. Bound to whom it was given for, so that nobody's can be put in the place of another's.

use std::fmt;

use super::chain::Canon;
use super::crypto::{StreamKey, hex};
use super::herkomst::Merk;
use crate::rng::Rng;

/// Closes and opens.
#[derive(Clone)]
pub struct Verlengsleutel(StreamKey);

impl Verlengsleutel {
    pub(super) fn new(key: StreamKey) -> Self {
        Self(key)
    }

    /// As it is kept.
    #[must_use]
    pub fn sluit(&self, rng: &dyn Rng, van: Merk, verlenging: &str) -> Vec<u8> {
        self.0.close(rng, &binding(van), verlenging.as_bytes())
    }

    /// As the provider gave it; `None` when it was given for somebody else, or is anything else.
    #[must_use]
    pub fn open(&self, van: Merk, dicht: &[u8]) -> Option<String> {
        String::from_utf8(self.0.open(&binding(van), dicht)?).ok()
    }
}

fn binding(van: Merk) -> Vec<u8> {
    let mut canon = Canon::new("kt.verlenging.1");
    canon.text(&hex(&van));
    canon.done()
}

impl fmt::Debug for Verlengsleutel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Verlengsleutel(***)")
    }
}

#[cfg(test)]
mod tests {
    use crate::rng::SeededRng;
    use crate::store::InstallationKey;

    // shows G36, G37
    #[test]
    fn it_opens_for_whom_it_was_given_with_the_key_of_this_installation_and_not_otherwise() {
        let key = |digits: &str| InstallationKey::parse(&digits.repeat(32)).unwrap().verlengsleutel();
        let (ours, other, rng) = (key("2a"), key("2b"), SeededRng::new(7));
        let dicht = ours.sluit(&rng, [1; 32], "heel-geheim");
        assert!(!String::from_utf8_lossy(&dicht).contains("geheim"));
        assert_eq!(ours.open([1; 32], &dicht).as_deref(), Some("heel-geheim"));
        assert_eq!(ours.open([2; 32], &dicht), None);
        assert_eq!(other.open([1; 32], &dicht), None);
        assert_eq!(ours.open([1; 32], b""), None);
        assert_eq!(format!("{ours:?}"), "Verlengsleutel(***)");
    }
}
