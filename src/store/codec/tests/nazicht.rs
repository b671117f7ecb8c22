//! The stored form of looking back.

use jiff::civil::date;
use uuid::Uuid;

use super::golden;
use crate::clock::Moment;
use crate::domain::ids::{MedewerkerId, PersoonId};
use crate::domain::nazicht::{Geval, Gezien, Nazicht, NazichtEvent, Nazichtoordeel, Nazichtsoort};

const A: &str = "00000000-0000-0000-0000-000000000001";
const B: &str = "00000000-0000-0000-0000-000000000002";

#[test]
fn events_of_a_nazicht() {
    for soort in Nazichtsoort::ALLE {
        let word = soort.word();
        let first = Geval::eerste(
            MedewerkerId(Uuid::from_u128(1)),
            PersoonId(Uuid::from_u128(2)),
            date(2026, 11, 25),
            soort,
        );
        let body = |reeks: u32, na: &str| {
            format!(
                r#"{{"dag":"2026-11-25","medewerker":"{A}","na":{na},"persoon":"{B}","reeks":{reeks},"soort":"{word}"}}"#
            )
        };
        golden::<Nazicht>(&NazichtEvent::NazichtGeopend(first), "NazichtGeopend", &body(1, "null"));
        let next = first.volgende(Moment::from_micros(0));
        let moment = r#""1970-01-01T00:00:00Z""#;
        golden::<Nazicht>(&NazichtEvent::NazichtGeopend(next), "NazichtGeopend", &body(2, moment));
    }
    for (oordeel, word, maatregel, kept) in [
        (Nazichtoordeel::Gegrond, "gegrond", None, "null"),
        (Nazichtoordeel::NietGegrond, "niet_gegrond", Some("Gesprek".into()), r#""Gesprek""#),
    ] {
        let event = NazichtEvent::NazichtGedaan {
            oordeel,
            toelichting: "Gevraagd".into(),
            maatregel,
            door: MedewerkerId(Uuid::from_u128(1)),
            gezien: Gezien { regels: 3, tot: Moment::from_micros(0) },
        };
        let body = format!(
            r#"{{"door":"{A}","gezien":{{"regels":3,"tot":"1970-01-01T00:00:00Z"}},"maatregel":{kept},"oordeel":"{word}","toelichting":"Gevraagd"}}"#
        );
        golden::<Nazicht>(&event, "NazichtGedaan", &body);
    }
}
