//! The burgerservicenummer: nine digits that pass the eleven-test.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A valid BSN. Its `Debug` shows nothing; it has no `Display`.
#[derive(Clone, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Bsn(String);

/// The text is not a BSN.
#[derive(Copy, Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("not a valid bsn")]
pub struct BsnFout;

/// Weights of the eleven-test, from the first digit to the last (Besluit BSN, art. 1).
const WEIGHTS: [i32; 9] = [9, 8, 7, 6, 5, 4, 3, 2, -1];

impl Bsn {
    /// Reads nine digits; spaces and dots, as on paper, are passed over.
    ///
    /// # Errors
    /// [`BsnFout`] for anything that is not nine digits passing the eleven-test, and for all zeros.
    pub fn parse(text: &str) -> Result<Self, BsnFout> {
        let digits: String = text.chars().filter(|c| !matches!(c, ' ' | '.')).collect();
        if digits.len() != WEIGHTS.len() || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(BsnFout);
        }
        let sum: i32 =
            digits.bytes().zip(WEIGHTS).map(|(digit, weight)| i32::from(digit - b'0') * weight).sum();
        if sum % 11 != 0 || digits.bytes().all(|b| b == b'0') {
            return Err(BsnFout);
        }
        Ok(Self(digits))
    }

    /// The nine digits, for where they must be shown or matched.
    #[must_use]
    pub fn digits(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Bsn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Bsn(***)")
    }
}

impl TryFrom<String> for Bsn {
    type Error = BsnFout;
    fn try_from(text: String) -> Result<Self, BsnFout> {
        Self::parse(&text)
    }
}

impl From<Bsn> for String {
    fn from(bsn: Bsn) -> Self {
        bsn.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // shows C2-L1
    #[test]
    fn only_numbers_that_pass_the_eleven_test_are_a_bsn() {
        for good in ["999993653", "123456782", "999 993 653"] {
            assert!(Bsn::parse(good).is_ok(), "{good}");
        }
        for wrong in
            ["", "12345678", "000000000", "123456789", "12345678a", "1234567820", "１２３４５６７８２"]
        {
            assert_eq!(Bsn::parse(wrong), Err(BsnFout), "{wrong}");
        }
    }

    #[test]
    fn debug_hides_the_digits() {
        let bsn = Bsn::parse("123456782").unwrap();
        assert!(!format!("{bsn:?}").contains("123456782"));
    }
}
