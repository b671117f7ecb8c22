//! The made-up accounts, as data.

use jiff::civil::{Date, date};
use keukentafel::clock::Moment;

use super::rekening::{Lening, Pot, Rekening, Transactie};

/// Huub van Peeters of the demonstration.
pub(super) const HUUB: &str = "KT-000068";

/// Somebody else, whose account nobody should mix up with his.
pub(super) const ANDER: &str = "KT-000421";

/// The accounts at the beginning, whose last change was at `now`.
pub(super) fn eerste(now: Moment) -> [(&'static str, Rekening); 2] {
    let today = now.day();
    let huub = Rekening {
        potten: vec![
            pot("ENERGIE", "Energie-afrekening", "De jaarafrekening van gas en stroom", 21_500, Some(40_000)),
            pot(
                "BELASTING",
                "Gemeentelijke belasting",
                "Afvalstoffenheffing en waterschap",
                13_250,
                Some(31_800),
            ),
            pot("KLEDING", "Kleding", "Winterjas en schoenen", 12_500, Some(20_000)),
            pot("VAKANTIE", "Vakantie", "Een week weg in de zomer", 8_000, Some(60_000)),
        ],
        vrij: 4_735,
        onderweg: 61_250,
        // L1: 3.600,00 without interest in 18 terms of 200,00; five were paid.
        lening: Some(Lening {
            hoofdsom_cents: 360_000,
            openstaand_cents: 260_000,
            termijn_cents: 20_000,
            termijnen: 18,
            betaald: 5,
            achterstand_cents: 0,
            volgende_op: Some(earlier(today, -12)),
        }),
        transacties: vec![
            transactie("A107", earlier(today, 1), "Leefgeld week", -6_500),
            transactie("A106", earlier(today, 3), "Zorgpremie", -14_210),
            transactie("A105", earlier(today, 4), "Zorgtoeslag", 12_900),
            transactie("A104", earlier(today, 6), "Aflossing lening, termijn 5 van 18", -20_000),
            transactie("A103", earlier(today, 8), "Leefgeld week", -6_500),
            transactie("A102", earlier(today, 9), "Huur", -61_250),
            transactie("A101", earlier(today, 10), "Loon", 168_400),
        ],
        ..leeg(now)
    };
    let ander = Rekening {
        potten: vec![pot("ZORG", "Eigen risico", "De rekening van het ziekenhuis", 9_900, Some(38_500))],
        vrij: -1_280,
        onderweg: 0,
        transacties: vec![transactie("B001", earlier(today, 2), "Leefgeld week", -5_500)],
        ..leeg(now)
    };
    [(HUUB, huub), (ANDER, ander)]
}

fn leeg(sinds: Moment) -> Rekening {
    Rekening {
        seq: 0,
        sinds,
        vrij: 0,
        onderweg: 0,
        potten: Vec::new(),
        lening: None,
        transacties: Vec::new(),
        vorige: None,
    }
}

fn pot(code: &str, naam: &str, doel: &str, cents: i64, streef_cents: Option<i64>) -> Pot {
    Pot { code: code.to_owned(), naam: naam.to_owned(), doel: doel.to_owned(), cents, streef_cents }
}

fn transactie(id: &str, datum: Date, omschrijving: &str, cents: i64) -> Transactie {
    Transactie { id: id.to_owned(), datum, omschrijving: omschrijving.to_owned(), cents }
}

/// So many days before `day`; after it when negative.
fn earlier(day: Date, days: i64) -> Date {
    day.checked_sub(jiff::Span::new().days(days)).unwrap_or(date(2026, 1, 1))
}
