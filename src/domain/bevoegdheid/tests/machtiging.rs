//! Verdicts on who comes in for a resident, typed by hand with the row that asks them.

use super::*;
use crate::clock::Moment;
use crate::domain::bevoegdheid::Leeftijd;
use crate::domain::medewerker::Machtiging;
use crate::domain::mens::Mens;
use crate::domain::persoon::{Beschermgrond, Bescherming};

const GERARD: PersoonId = PersoonId(Uuid::from_u128(6));

fn gerard_voor(voor: PersoonId) -> Wie {
    Wie { machtiging: Some(Machtiging { gemachtigde: GERARD, voor }), ..wie(Rol::Inwoner) }
}

fn maria() -> Wie {
    Wie { persoon: Some(MARIA), ..wie(Rol::Inwoner) }
}

static NIEMAND_ANDERS: Mens =
    Mens { accounts: std::collections::BTreeSet::new(), personen: std::collections::BTreeSet::new() };
const MEERDERJARIG: Verband<'_> = Verband {
    mens: &NIEMAND_ANDERS,
    zelfde_persoon: false,
    regisseur: false,
    zelfde_huishouden: false,
    vervanger: false,
    toestemming: false,
    medelid: false,
    gezag: false,
    leeftijd: Some(Leeftijd::Meerderjarig),
};

// shows X-11, C2-R1
#[test]
fn who_comes_in_for_an_adult_sees_what_that_one_sees_of_a_zaak_and_of_nobody_else() {
    for zaaktype in Zaaktype::ALLE {
        let zaak = feiten(zaaktype, &[ANDER], ANDER);
        let own = op_zaak(&maria(), &zaak, MEERDERJARIG);
        assert_eq!(op_zaak(&gerard_voor(MARIA), &zaak, MEERDERJARIG), own, "{zaaktype:?}");
        assert_eq!(own, if zaaktype.vertrouwelijk() { Toegang::Niets } else { Toegang::Dat });
        assert_eq!(op_zaak(&gerard_voor(GERARD), &zaak, MEERDERJARIG), Toegang::Niets, "of another");
    }
    let jeugd = feiten(Zaaktype::AanvraagJeugdhulp, &[ANDER], ANDER);
    let found = grond_op_zaak(&gerard_voor(MARIA), &jeugd, MEERDERJARIG);
    assert_eq!(found, Some((Toegang::Dat, Relatie::Gemachtigde)), "the trail says why");
}

// shows X-11, KING-R1e
#[test]
fn a_mandate_about_a_minor_gives_nothing() {
    let zaak = feiten(Zaaktype::AanvraagJeugdhulp, &[ANDER], ANDER);
    for leeftijd in [Leeftijd::TotTwaalf, Leeftijd::TwaalfTotZestien, Leeftijd::VanafZestien] {
        let known = Verband { leeftijd: Some(leeftijd), ..Verband::default() };
        assert_eq!(op_zaak(&gerard_voor(MARIA), &zaak, known), Toegang::Niets, "{leeftijd:?}");
    }
    let unknown = Verband::default();
    assert_eq!(op_zaak(&gerard_voor(MARIA), &zaak, unknown), Toegang::Niets, "nobody said how old");
}

// shows X-11, N-8, KING-R6e, KING-R1d
#[test]
fn a_mandate_is_for_zaken_data_and_money_and_for_nothing_that_is_ones_own_alone() {
    let gerard = gerard_voor(MARIA);
    assert_eq!(op_persoon(&gerard, MARIA, Toegang::Niets), Toegang::Wat);
    assert_eq!(op_rekening(&gerard, MARIA, &[ANDER], &[]), Toegang::Wat);
    for other in [GERARD, PersoonId(Uuid::from_u128(7))] {
        assert_eq!(op_persoon(&gerard, other, Toegang::Niets), Toegang::Niets);
        assert_eq!(op_rekening(&gerard, other, &[ANDER], &[]), Toegang::Niets);
    }
    for persoon in [MARIA, GERARD] {
        assert!(!op_inzage(&gerard, persoon), "who looked is told to the one it is about");
        let asked = Antwoorder { persoon, leeftijd: Leeftijd::Meerderjarig, gezag: false };
        assert!(!mag_toestemming_geven(&gerard, &asked), "consent is given in person");
    }
    assert_eq!(op_gesprek(&gerard, &[ANDER], &[]), Toegang::Niets);
    assert_eq!(op_huishouden(&gerard, false, false), Toegang::Niets);
    let plan =
        PlanFeiten { leden: vec![MARIA, GERARD], participanten: vec![GERARD], ..PlanFeiten::default() };
    assert_eq!(op_plan(&gerard, &plan).toegang(), Toegang::Niets, "in a plan stand others too");
}

// shows X-11
#[test]
fn in_any_other_role_a_mandate_gives_nothing() {
    let zaak = feiten(Zaaktype::MeldingWmo, &[ANDER], ANDER);
    for rol in Rol::ALLE.into_iter().filter(|rol| *rol != Rol::Inwoner) {
        let who = Wie { rol, ..gerard_voor(MARIA) };
        assert_eq!(op_zaak(&who, &zaak, MEERDERJARIG), op_zaak(&wie(rol), &zaak, MEERDERJARIG), "{rol:?}");
        assert_eq!(op_rekening(&who, MARIA, &[ANDER], &[]), op_rekening(&wie(rol), MARIA, &[ANDER], &[]));
    }
}

// shows
#[test]
fn a_protected_dossier_keeps_out_who_comes_in_for_its_person_and_not_the_person() {
    let bescherming = Bescherming::new(Beschermgrond::EigenMedewerker, Moment::from_micros(1), None, vec![]);
    let now = Moment::from_micros(2);
    assert!(afgeschermd(&gerard_voor(MARIA), false, &bescherming, now));
    assert!(!afgeschermd(&maria(), true, &bescherming, now));
}
