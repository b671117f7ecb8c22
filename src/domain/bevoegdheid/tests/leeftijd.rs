//! Verdicts on minors and who has gezag over them, typed by hand with the row that asks them.

use jiff::civil::{Date, date};

use super::*;
use crate::domain::bevoegdheid::Leeftijd;

const DYLAN: Date = date(2014, 5, 22);

// shows KING-R1e, C2-R1
#[test]
fn an_age_begins_on_the_birthday() {
    for (dag, then) in [
        (date(2026, 5, 21), Leeftijd::TotTwaalf),
        (date(2026, 5, 22), Leeftijd::TwaalfTotZestien),
        (date(2030, 5, 21), Leeftijd::TwaalfTotZestien),
        (date(2030, 5, 22), Leeftijd::VanafZestien),
        (date(2032, 5, 21), Leeftijd::VanafZestien),
        (date(2032, 5, 22), Leeftijd::Meerderjarig),
    ] {
        assert_eq!(Leeftijd::op(Some(DYLAN), dag), then, "{dag}");
    }
    let leap = Some(date(2016, 2, 29));
    assert_eq!(Leeftijd::op(leap, date(2034, 2, 28)), Leeftijd::VanafZestien);
    assert_eq!(Leeftijd::op(leap, date(2034, 3, 1)), Leeftijd::Meerderjarig);
    assert_eq!(Leeftijd::op(None, DYLAN), Leeftijd::Meerderjarig);
}

// shows KING-R1e
#[test]
fn who_has_gezag_sees_that_it_runs_until_sixteen_and_the_minor_from_twelve() {
    let mut zelf = wie(Rol::Inwoner);
    zelf.persoon = Some(MARIA);
    let mut ouder = wie(Rol::Inwoner);
    ouder.persoon = Some(PersoonId(Uuid::from_u128(6)));
    let zaak = feiten(Zaaktype::AanvraagJeugdhulp, &[ANDER], ANDER);
    for (leeftijd, own, other) in [
        (Leeftijd::TotTwaalf, Toegang::Niets, Toegang::Dat),
        (Leeftijd::TwaalfTotZestien, Toegang::Dat, Toegang::Dat),
        (Leeftijd::VanafZestien, Toegang::Dat, Toegang::Niets),
        (Leeftijd::Meerderjarig, Toegang::Dat, Toegang::Niets),
    ] {
        let known = Verband { leeftijd: Some(leeftijd), ..Verband::default() };
        assert_eq!(op_zaak(&zelf, &zaak, known), own, "{leeftijd:?}");
        assert_eq!(op_zaak(&ouder, &zaak, known), Toegang::Niets, "without gezag: {leeftijd:?}");
        let gezag = Verband { gezag: true, ..known };
        assert_eq!(op_zaak(&ouder, &zaak, gezag), other, "{leeftijd:?}");
    }
    // Nobody else sees anything by it, and of a confidential matter nobody does.
    let gezag = Verband { gezag: true, leeftijd: Some(Leeftijd::TotTwaalf), ..Verband::default() };
    for rol in Rol::ALLE.into_iter().filter(|rol| *rol != Rol::Inwoner) {
        assert_eq!(
            op_zaak(&wie(rol), &zaak, gezag),
            op_zaak(&wie(rol), &zaak, Verband::default()),
            "{rol:?}"
        );
    }
    let secret = feiten(Zaaktype::OnderzoekRechtmatigheid, &[ANDER], ANDER);
    assert_eq!(op_zaak(&ouder, &secret, gezag), Toegang::Niets);
}
