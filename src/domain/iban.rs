//! The number of a bank account: ISO 13616, with its check by 97.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A valid IBAN, without spaces and in capitals. Its `Debug` shows nothing; it has no `Display`.
#[derive(Clone, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Iban(String);

/// The text is not an IBAN.
#[derive(Copy, Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("not a valid iban")]
pub struct IbanFout;

/// Characters that an IBAN has at least: those of Norway (IBAN Registry, SWIFT).
const CHARS_MIN: usize = 15;

/// Characters that it has at most (ISO 13616-1).
const CHARS_MAX: usize = 34;

/// Characters of one of the Netherlands: land, check, four of the bank, ten digits.
const CHARS_NL: usize = 18;

/// Letters of the bank in a Dutch one.
const BANK_NL: usize = 4;

/// The country and the two digits of the check.
const KOP: usize = 4;

/// What the check is by (ISO 7064, MOD 97-10).
const DELER: u32 = 97;

/// Check digits that the rule of 97 never gives: the same remainder has a lower one (ISO 13616-1).
const CONTROLE: std::ops::RangeInclusive<u32> = 2..=98;

/// Last characters that are shown of a number that somebody is to recognise.
const GETOOND: usize = 3;

impl Iban {
    /// Reads one as people write it: spaces are passed over, small letters are as good as capitals.
    ///
    /// # Errors
    /// [`IbanFout`] for what has another length or shape, or does not pass the check.
    pub fn parse(text: &str) -> Result<Self, IbanFout> {
        let packed: String = text.chars().filter(|c| *c != ' ').map(|c| c.to_ascii_uppercase()).collect();
        let shaped = (CHARS_MIN..=CHARS_MAX).contains(&packed.len())
            && packed.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase());
        let (Some(kop), Some(rekening)) = (packed.get(..KOP), packed.get(KOP..)) else {
            return Err(IbanFout);
        };
        let (land, controle) = kop.split_at(2);
        // `parse` alone would take a sign too.
        let controle = controle.bytes().all(|b| b.is_ascii_digit()).then(|| controle.parse::<u32>());
        let counts = land.bytes().all(|b| b.is_ascii_uppercase())
            && matches!(controle, Some(Ok(digits)) if CONTROLE.contains(&digits));
        let fits_land = land != "NL" || is_nederlands(rekening);
        let checked = rest(rekening.bytes().chain(kop.bytes())) == Some(1);
        if shaped && counts && fits_land && checked { Ok(Self(packed)) } else { Err(IbanFout) }
    }

    /// By which somebody knows their own again, and nobody finds another's: the country and the last three characters, `NL..300`.
    #[must_use]
    pub fn gemaskeerd(&self) -> String {
        let (land, last) = (self.0.get(..2), self.0.get(self.0.len().saturating_sub(GETOOND)..));
        format!("{}..{}", land.unwrap_or_default(), last.unwrap_or_default())
    }

    /// All of it, for whom it is paid by or who must check it.
    #[must_use]
    pub fn voluit(&self) -> &str {
        &self.0
    }
}

/// Four letters of a bank and ten digits.
fn is_nederlands(rekening: &str) -> bool {
    let (bank, nummer) = rekening.split_at_checked(BANK_NL).unwrap_or_default();
    KOP + rekening.len() == CHARS_NL
        && bank.bytes().all(|b| b.is_ascii_uppercase())
        && nummer.bytes().all(|b| b.is_ascii_digit())
}

/// What is left of a number in digits and letters, where a letter counts for two digits (A is 10): bounded at every step.
fn rest(mut chars: impl Iterator<Item = u8>) -> Option<u32> {
    chars.try_fold(0, |rest, c| {
        let value = char::from(c).to_digit(36)?;
        let shift = if value < 10 { 10 } else { 100 };
        Some((rest * shift + value) % DELER)
    })
}

impl fmt::Debug for Iban {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Iban(***)")
    }
}

impl TryFrom<String> for Iban {
    type Error = IbanFout;
    fn try_from(text: String) -> Result<Self, IbanFout> {
        Self::parse(&text)
    }
}

impl From<Iban> for String {
    fn from(iban: Iban) -> Self {
        iban.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The examples of the IBAN Registry of SWIFT, for the shortest, the longest and some between.
    const GOED: [&str; 6] = [
        "NL91ABNA0417164300",
        "BE68539007547034",
        "DE89370400440532013000",
        "NO9386011117947",
        "MT84MALT011000012345MTLCAST001S",
        "LC55HEMM000100010012001200023015",
    ];

    #[test]
    fn only_what_passes_the_check_is_an_iban() {
        for good in GOED {
            assert_eq!(Iban::parse(good).unwrap().voluit(), good);
        }
        for wrong in [
            "",
            "NL",
            "NL91ABNA0417164301",
            "NL19ABNA0417164300",
            "NL91ABNA041716430",
            "BE6853900754703",
            "9191ABNA0417164300",
            "NLX1ABNA0417164300",
            "NL91ABNA0417164300\u{200B}",
            "NL91ABNA-0417164300",
            "ＮＬ91ABNA0417164300",
            "MT84MALT011000012345MTLCAST001SMTLC",
        ] {
            assert_eq!(Iban::parse(wrong), Err(IbanFout), "{wrong}");
        }
    }

    /// Exhaustive over one digit and over two neighbours that changed places: the errors people make (ISO 7064).
    #[test]
    fn one_wrong_digit_or_two_that_changed_places_are_found() {
        for good in GOED {
            for at in 0..good.len() {
                for other in b'0'..=b'9' {
                    let mut typed = good.as_bytes().to_vec();
                    if typed[at].is_ascii_digit() && typed[at] != other {
                        typed[at] = other;
                        let typed = String::from_utf8(typed).unwrap();
                        assert_eq!(Iban::parse(&typed), Err(IbanFout), "{typed}");
                    }
                }
                let mut typed = good.as_bytes().to_vec();
                if at + 1 < typed.len() && typed[at] != typed[at + 1] {
                    typed.swap(at, at + 1);
                    let typed = String::from_utf8(typed).unwrap();
                    assert_eq!(Iban::parse(&typed), Err(IbanFout), "{typed}");
                }
            }
        }
    }

    #[test]
    fn a_dutch_one_has_a_bank_of_letters_and_a_number_of_digits() {
        // These pass the check by 97 and are of no Dutch shape: too short, a digit in the bank, a letter in the number.
        for rekening in ["ABNA041716430", "ABN00417164300", "ABNA041716430A"] {
            let controle = (2..=98)
                .map(|digits| format!("NL{digits:02}{rekening}"))
                .find(|text| rest(text[KOP..].bytes().chain(text[..KOP].bytes())) == Some(1));
            let text = controle.unwrap();
            assert_eq!(Iban::parse(&text), Err(IbanFout), "{text}");
        }
    }

    #[test]
    fn it_is_read_as_people_write_it_and_kept_in_one_way() {
        let read = Iban::parse(" nl91 abna 0417 1643 00 ").unwrap();
        assert_eq!(read, Iban::parse("NL91ABNA0417164300").unwrap());
        let stored = serde_json::to_string(&read).unwrap();
        assert_eq!(stored, "\"NL91ABNA0417164300\"");
        assert_eq!(serde_json::from_str::<Iban>(&stored).unwrap(), read);
        assert!(serde_json::from_str::<Iban>("\"NL91ABNA0417164301\"").is_err());
    }

    // shows G33
    #[test]
    fn what_is_printed_or_masked_does_not_tell_the_number() {
        let iban = Iban::parse("NL91ABNA0417164300").unwrap();
        assert_eq!((format!("{iban:?}"), iban.gemaskeerd()), ("Iban(***)".to_owned(), "NL..300".to_owned()));
    }
}
