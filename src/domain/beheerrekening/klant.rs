//! Under which number Allegro knows somebody.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::limits::KLANT_CHARS_MAX;

/// The customer number in Allegro. Its `Debug` shows nothing: it points to a person with debts.
#[derive(Clone, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct KlantId(String);

/// Not a customer number.
#[derive(Copy, Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("not a customer number")]
pub struct KlantFout;

impl KlantId {
    /// Reads a customer number: letters, digits and dashes. `None` for anything else, and for nine digits, which would be a BSN.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let known = (1..=KLANT_CHARS_MAX).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        let bsn = text.len() == 9 && text.bytes().all(|b| b.is_ascii_digit());
        (known && !bsn).then(|| Self(text.to_owned()))
    }

    /// As text, for where it must be sent or matched.
    #[must_use]
    pub fn nummer(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for KlantId {
    type Error = KlantFout;
    fn try_from(text: String) -> Result<Self, KlantFout> {
        Self::parse(&text).ok_or(KlantFout)
    }
}

impl From<KlantId> for String {
    fn from(klant: KlantId) -> Self {
        klant.0
    }
}

impl fmt::Debug for KlantId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KlantId(***)")
    }
}
