//! Money: whole euro cents, added up with care.

use std::fmt;

use serde::{Deserialize, Serialize};

/// An amount in whole euro cents, negative when it is owed. `Debug` shows nothing of it: amounts never reach a log.
#[derive(Copy, Clone, Default, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Eurocent(i64);

impl Eurocent {
    /// Nothing.
    pub const NUL: Self = Self(0);

    /// So many cents.
    #[must_use]
    pub const fn van(cents: i64) -> Self {
        Self(cents)
    }

    /// So many cents.
    #[must_use]
    pub const fn cents(self) -> i64 {
        self.0
    }

    /// This and `other`; `None` beyond what 64 bits hold.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// This without `other`; `None` beyond what 64 bits hold.
    #[must_use]
    pub fn zonder(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// All of these together; `None` beyond what 64 bits hold.
    #[must_use]
    pub fn som(bedragen: impl IntoIterator<Item = Self>) -> Option<Self> {
        bedragen.into_iter().try_fold(Self::NUL, Self::plus)
    }

    /// As people here write it, for a letter or a page: `€ 1.234,56`, `€ -0,05`. Not `Display`, by which it would end in a log.
    #[must_use]
    pub fn geschreven(self) -> String {
        let cents = self.0.unsigned_abs();
        let euros = (cents / 100).to_string();
        let mut grouped = String::with_capacity(euros.len() * 4 / 3 + 1);
        for (at, digit) in euros.chars().enumerate() {
            if at > 0 && (euros.len() - at).is_multiple_of(3) {
                grouped.push('.');
            }
            grouped.push(digit);
        }
        let sign = if self.0 < 0 { "-" } else { "" };
        format!("€ {sign}{grouped},{:02}", cents % 100)
    }
}

impl fmt::Debug for Eurocent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Eurocent(***)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_written_as_people_here_write_it() {
        for (cents, text) in [
            (0, "€ 0,00"),
            (5, "€ 0,05"),
            (-5, "€ -0,05"),
            (12_345, "€ 123,45"),
            (100_000, "€ 1.000,00"),
            (-123_456_789, "€ -1.234.567,89"),
            (i64::MIN, "€ -92.233.720.368.547.758,08"),
        ] {
            assert_eq!(Eurocent::van(cents).geschreven(), text);
        }
    }

    #[test]
    fn what_does_not_fit_is_no_amount() {
        assert_eq!(Eurocent::van(i64::MAX).plus(Eurocent::van(1)), None);
        assert_eq!(Eurocent::van(i64::MIN).zonder(Eurocent::van(1)), None);
        assert_eq!(Eurocent::som([i64::MAX, 1].map(Eurocent::van)), None);
        assert_eq!(Eurocent::som([2, -3].map(Eurocent::van)), Some(Eurocent::van(-1)));
        assert_eq!(Eurocent::som([]), Some(Eurocent::NUL));
    }

    #[test]
    fn an_amount_does_not_show_in_a_log() {
        assert_eq!(format!("{:?}", Eurocent::van(12_345)), "Eurocent(***)");
    }
}
