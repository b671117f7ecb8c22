//! Signalen over time and source (KING-ZT22, N-21): when is it time that somebody looks at them together?
//!
//! A rule on a window, and nothing more: it counts what was reported and says which. Nobody gets a score.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::domain::ids::SignaalId;

/// So many signalen …
pub const PATROON_AANTAL: usize = 3;

/// … within so many months. A repeat of the same signaal counts once.
pub const PATROON_MAANDEN: i32 = 6;

/// The newest signalen that lie within the window together, oldest first; `None` when they are too few. `signalen` are
/// those of one person or one groep, each with the day on which it came in, in any order.
#[must_use]
pub fn patroon(signalen: &[(Date, SignaalId)]) -> Option<Vec<SignaalId>> {
    let mut all = signalen.to_vec();
    all.sort_unstable();
    all.dedup();
    for end in (PATROON_AANTAL..=all.len()).rev() {
        let upto = all.get(..end)?;
        let (last, _) = upto.last()?;
        let from = last.saturating_sub(PATROON_MAANDEN.months());
        let within: Vec<_> = upto.iter().filter(|(day, _)| *day > from).map(|(_, id)| *id).collect();
        if within.len() >= PATROON_AANTAL {
            return Some(within);
        }
    }
    None
}
