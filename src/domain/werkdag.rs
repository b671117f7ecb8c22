//! Which days are werkdagen: what the Algemene termijnenwet does not call a Saturday, a Sunday or an algemeen erkende feestdag (art. 3),
//! and no collective day off that a gemeente chose for itself.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};

/// Whether people work on this day by the law.
#[must_use]
pub fn is_werkdag(dag: Date) -> bool {
    !matches!(dag.weekday(), Weekday::Saturday | Weekday::Sunday) && !is_feestdag(dag)
}

/// The day that is `aantal` werkdagen after `dag`; of no days: `dag` itself, whatever it is. At the end of the calendar its last day.
#[must_use]
pub fn werkdagen_na(dag: Date, aantal: u8) -> Date {
    let (mut at, mut left) = (dag, aantal);
    while left > 0 && at < Date::MAX {
        at = at.saturating_add(1.day());
        if is_werkdag(at) {
            left -= 1;
        }
    }
    at
}

/// The algemeen erkende feestdagen and the days that are equal to them (Algemene termijnenwet art. 3 lid 1 and 2).
fn is_feestdag(dag: Date) -> bool {
    let vast = match (dag.month(), dag.day()) {
        // Nieuwjaarsdag, 5 mei (every year: it is not bound to the lustrum here), both kerstdagen.
        (1, 1) | (5, 5) | (12, 25 | 26) => true,
        // Koningsdag, a day earlier when it would be a Sunday (Koninklijk besluit of 2013).
        (4, 27) => dag.weekday() != Weekday::Sunday,
        (4, 26) => dag.weekday() == Weekday::Saturday,
        _ => false,
    };
    vast || na_pasen(dag)
}

/// Goede Vrijdag, tweede paasdag, Hemelvaartsdag, tweede pinksterdag.
fn na_pasen(dag: Date) -> bool {
    let Some(paaszondag) = paaszondag(dag.year()) else { return false };
    [-2, 1, 39, 50].into_iter().any(|days: i32| paaszondag.saturating_add(days.days()) == dag)
}

/// The first Sunday after the first full moon of spring, by the Gregorian reckoning (Meeus, Jones and Butcher).
fn paaszondag(jaar: i16) -> Option<Date> {
    let y = i32::from(jaar);
    if y < 1 {
        return None;
    }
    let (gulden, eeuw, rest) = (y % 19, y / 100, y % 100);
    let correctie = (eeuw - (eeuw + 8) / 25 + 1) / 3;
    let maan = (19 * gulden + eeuw - eeuw / 4 - correctie + 15) % 30;
    let zondag = (32 + 2 * (eeuw % 4) + 2 * (rest / 4) - maan - rest % 4) % 7;
    let laat = (gulden + 11 * maan + 22 * zondag) / 451;
    let plaats = maan + zondag - 7 * laat + 114;
    let (month, day) = (i8::try_from(plaats / 31).ok()?, i8::try_from(plaats % 31 + 1).ok()?);
    matches!(month, 3 | 4).then(|| date(jaar, month, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The free days of a year that are on no Saturday or Sunday.
    fn vrij(jaar: i16) -> Vec<String> {
        let days = (0..366).map(|n: i32| date(jaar, 1, 1).saturating_add(n.days()));
        let weekend = |dag: &Date| matches!(dag.weekday(), Weekday::Saturday | Weekday::Sunday);
        let free = days.filter(|dag| dag.year() == jaar && !weekend(dag) && !is_werkdag(*dag));
        free.map(|dag| dag.strftime("%m-%d").to_string()).collect()
    }

    // shows C2-L4
    #[test]
    fn the_free_days_of_known_years() {
        assert_eq!(
            vrij(2026),
            ["01-01", "04-03", "04-06", "04-27", "05-05", "05-14", "05-25", "12-25"],
            "tweede kerstdag is a Saturday"
        );
        assert_eq!(vrij(2027), ["01-01", "03-26", "03-29", "04-27", "05-05", "05-06", "05-17"]);
        assert_eq!(vrij(2024), ["01-01", "03-29", "04-01", "05-09", "05-20", "12-25", "12-26"]);
    }

    #[test]
    fn koningsdag_is_a_day_earlier_when_it_would_be_a_sunday() {
        // 27 April 2025 was a Sunday: it was kept on Saturday, and the Monday after was a werkdag.
        assert!(is_feestdag(date(2025, 4, 26)) && !is_feestdag(date(2025, 4, 27)));
        assert!(is_werkdag(date(2025, 4, 28)));
        assert!(!is_werkdag(date(2026, 4, 27)) && !is_feestdag(date(2026, 4, 26)));
    }

    #[test]
    fn easter_of_years_that_are_known() {
        for (jaar, month, day) in [
            (1961, 4, 2),
            (2000, 4, 23),
            (2008, 3, 23),
            (2025, 4, 20),
            (2026, 4, 5),
            (2027, 3, 28),
            (2038, 4, 25),
        ] {
            assert_eq!(paaszondag(jaar), Some(date(jaar, month, day)), "{jaar}");
        }
        assert_eq!(paaszondag(-4), None);
    }

    #[test]
    fn werkdagen_go_over_what_is_free() {
        for (from, n, to) in [
            (date(2026, 11, 25), 1, date(2026, 11, 26)),
            // Friday, Saturday and Sunday have Monday after them.
            (date(2026, 11, 27), 1, date(2026, 11, 30)),
            (date(2026, 11, 28), 1, date(2026, 11, 30)),
            (date(2026, 11, 29), 1, date(2026, 11, 30)),
            // From Maundy Thursday over Goede Vrijdag and Easter.
            (date(2026, 4, 2), 1, date(2026, 4, 7)),
            (date(2026, 4, 2), 3, date(2026, 4, 9)),
            (date(2026, 12, 24), 1, date(2026, 12, 28)),
            (date(2026, 12, 31), 1, date(2027, 1, 4)),
            (date(2026, 11, 28), 0, date(2026, 11, 28)),
        ] {
            assert_eq!(werkdagen_na(from, n), to, "{from} and {n}");
        }
        assert_eq!(werkdagen_na(Date::MAX, 3), Date::MAX, "the end of the calendar is no reason to stop");
    }
}
