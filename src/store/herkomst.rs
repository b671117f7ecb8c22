//! What is remembered of whom a provider of identities logged in, so that it can be told again when the provider says that they are out. Never
//! the word itself: at a broker for residents that can be their BSN, and a hash of nine digits is read back in seconds. Without the
//! installation key, which does not lie beside the file of sessions, these marks say nothing.

use std::fmt;

use super::chain::Canon;
use super::crypto::keyed_hash;

/// Makes marks.
#[derive(Clone)]
pub struct Herkomstsleutel([u8; 32]);

/// A mark.
pub type Merk = [u8; 32];

impl Herkomstsleutel {
    pub(super) fn new(key: [u8; 32]) -> Self {
        Self(key)
    }

    /// Of somebody, as this issuer calls them.
    #[must_use]
    pub fn van_subject(&self, issuer: &str, subject: &str) -> Merk {
        self.merk("subject", issuer, subject)
    }

    /// Of a session at this issuer, as it calls it.
    #[must_use]
    pub fn van_sessie(&self, issuer: &str, sid: &str) -> Merk {
        self.merk("sid", issuer, sid)
    }

    fn merk(&self, soort: &str, issuer: &str, naam: &str) -> Merk {
        let mut canon = Canon::new("kt.herkomst.1");
        canon.text(soort).text(issuer).text(naam);
        keyed_hash(&self.0, &canon.done())
    }
}

impl fmt::Debug for Herkomstsleutel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Herkomstsleutel(***)")
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use crate::store::InstallationKey;

    // shows G36
    #[test]
    fn a_mark_is_of_one_kind_one_issuer_one_name_and_one_installation() {
        let key = |digits: &str| InstallationKey::parse(&digits.repeat(32)).unwrap().herkomstsleutel();
        let (ours, other) = (key("2a"), key("2b"));
        let marks: BTreeSet<_> = [
            ours.van_subject("https://a", "999990019"),
            ours.van_subject("https://a", "999990019"),
            ours.van_subject("https://a9", "99990019"),
            ours.van_sessie("https://a", "999990019"),
            other.van_subject("https://a", "999990019"),
        ]
        .into();
        assert_eq!(marks.len(), 4);
        assert_eq!(format!("{ours:?}"), "Herkomstsleutel(***)");
    }
}
