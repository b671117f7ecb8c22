//! The day that something is agreed for: a taak of a zaak, an actie of a plan.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::limits::AFSPRAAK_JAREN_MAX;

/// Whether something can be agreed for this day: today or later, and no further than anybody looks ahead. What was to be done before today
/// is late from its first moment, and a year that is far off was typed wrong.
#[must_use]
pub fn kan_op(dag: Date, vandaag: Date) -> bool {
    (vandaag..=vandaag.saturating_add(AFSPRAAK_JAREN_MAX.years())).contains(&dag)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    // shows KING-AC1, C2-K3
    #[test]
    fn from_today_until_as_far_as_anybody_looks_ahead() {
        let vandaag = date(2028, 2, 29);
        for (dag, can) in [
            (date(1999, 1, 1), false),
            (date(2028, 2, 28), false),
            (vandaag, true),
            (date(2033, 2, 28), true),
            (date(2033, 3, 1), false),
            (date(9999, 12, 31), false),
        ] {
            assert_eq!(kan_op(dag, vandaag), can, "{dag}");
        }
        assert!(kan_op(Date::MAX, Date::MAX), "the end of the calendar is no reason to stop");
    }
}
