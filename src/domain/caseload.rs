//! How heavy work is, and how it stands against the calendar (C2-L5, KING-R4a). Pure tables; who counts with them is the read side.
//!
//! Weight is minutes of work a week for one behandelaar, a whole number so that sums are exact. The figures are our own estimate and
//! no norm: a gemeente that has measured its own puts them here (`docs/bronnen.md`).

use jiff::ToSpan;
use jiff::civil::Date;

use super::zaak::Urgentie;
use super::zaaktype::Zaaktype;

/// Minutes a week that a zaak of this zaaktype asks of one behandelaar who does it alone, when nothing is urgent.
#[must_use]
pub fn basis(zaaktype: Zaaktype) -> u32 {
    match zaaktype {
        // A talk at home, a report and a beschikking within six weeks.
        Zaaktype::MeldingWmo => 90,
        // More people around the table: school, parents, a provider.
        Zaaktype::AanvraagJeugdhulp => 150,
        // One question, mostly on paper.
        Zaaktype::AanvraagBijzondereBijstand => 45,
        // Proof of income and means, then a benefit to set up.
        Zaaktype::AanvraagLevensonderhoud => 75,
        // Files to compare and a talk to prepare.
        Zaaktype::OnderzoekRechtmatigheid => 120,
    }
}

/// What urgency adds, in percents.
#[must_use]
pub fn toeslag(urgentie: Urgentie) -> u32 {
    match urgentie {
        Urgentie::Gewoon => 100,
        Urgentie::Spoed => 150,
        Urgentie::Crisis => 200,
    }
}

/// The part that each behandelaar bears, in percents. Together they spend more than one alone would: they have to agree.
#[must_use]
pub fn aandeel(behandelaars: usize) -> u32 {
    match behandelaars {
        // Who waits for somebody will ask of one what it asks of one.
        0 | 1 => 100,
        2 => 60,
        3 => 45,
        _ => 40,
    }
}

/// Minutes a week that a zaak asks of each of its behandelaars, rounded up; of one that waits: what it will ask.
#[must_use]
pub fn gewicht(zaaktype: Zaaktype, urgentie: Urgentie, behandelaars: usize) -> u32 {
    (basis(zaaktype) * toeslag(urgentie) * aandeel(behandelaars)).div_ceil(100 * 100)
}

/// How a zaak stands against its legal date.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub enum Tijdigheid {
    /// The last day of the term is over.
    TeLaat,
    /// It must be finished this week.
    DezeWeek,
    /// There is time.
    Later,
}

/// How a zaak that must be finished on `uiterlijk_op` stands on the day `vandaag`. On its last day it is not late.
#[must_use]
pub fn tijdigheid(uiterlijk_op: Date, vandaag: Date) -> Tijdigheid {
    if uiterlijk_op < vandaag {
        Tijdigheid::TeLaat
    } else if uiterlijk_op <= zondag(vandaag) {
        Tijdigheid::DezeWeek
    } else {
        Tijdigheid::Later
    }
}

/// The last day of the week (ISO 8601: Sunday) in which `vandaag` is.
#[must_use]
pub fn zondag(vandaag: Date) -> Date {
    vandaag.saturating_add((6 - vandaag.weekday().to_monday_zero_offset()).days())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    // shows C2-L5, KING-R4a
    #[test]
    fn weight_grows_with_urgency_and_is_shared() {
        let wmo = Zaaktype::MeldingWmo;
        for (urgentie, behandelaars, minutes) in [
            (Urgentie::Gewoon, 0, 90),
            (Urgentie::Gewoon, 1, 90),
            (Urgentie::Gewoon, 2, 54),
            (Urgentie::Spoed, 1, 135),
            (Urgentie::Crisis, 2, 108),
            (Urgentie::Gewoon, 3, 41),
            (Urgentie::Gewoon, 16, 36),
        ] {
            assert_eq!(gewicht(wmo, urgentie, behandelaars), minutes, "{urgentie:?} {behandelaars}");
        }
    }

    #[test]
    fn sharing_makes_a_zaak_lighter_for_each_and_not_for_all_together() {
        for zaaktype in Zaaktype::ALLE {
            for n in 1..8 {
                let (fewer, more) =
                    (gewicht(zaaktype, Urgentie::Gewoon, n), gewicht(zaaktype, Urgentie::Gewoon, n + 1));
                assert!(more <= fewer, "{zaaktype:?} {n}");
                assert!(more * (n as u32 + 1) >= fewer * n as u32, "{zaaktype:?} {n}");
            }
        }
    }

    // shows C2-L5
    #[test]
    fn a_zaak_is_late_on_the_day_after_its_last_one() {
        let wednesday = date(2026, 11, 25);
        for (uiterlijk_op, then) in [
            (date(2026, 11, 24), Tijdigheid::TeLaat),
            (date(2026, 11, 25), Tijdigheid::DezeWeek),
            (date(2026, 11, 29), Tijdigheid::DezeWeek),
            (date(2026, 11, 30), Tijdigheid::Later),
        ] {
            assert_eq!(tijdigheid(uiterlijk_op, wednesday), then, "{uiterlijk_op}");
        }
        assert_eq!(zondag(date(2026, 11, 29)), date(2026, 11, 29));
        assert_eq!(zondag(date(2026, 11, 30)), date(2026, 12, 6));
    }
}
