//! Rights by way of a huishouden and of a contact: a small evaluator of its own over every role, zaaktype and standing.

use super::*;

/// What the rows say, without the table: C2-K2 and C2-E2 name the consulents of jeugd and Wmo, KING-R3 the regisseur.
fn door_huishouden(rol: Rol, zaaktype: Zaaktype) -> Toegang {
    let named = [Rol::Jeugdconsulent, Rol::Wmoconsulent, Rol::Regisseur].contains(&rol);
    if named && zaaktype != Zaaktype::OnderzoekRechtmatigheid { Toegang::Dat } else { Toegang::Niets }
}

// shows C2-K2, C2-E2, N-17
#[test]
fn the_same_huishouden_gives_dat_to_whom_the_rows_name_and_nothing_more() {
    for rol in Rol::ALLE {
        for zaaktype in Zaaktype::ALLE {
            let facts = feiten(zaaktype, &[ANDER], ANDER);
            let without = op_zaak(&wie(rol), &facts, Verband::default());
            let with = op_zaak(&wie(rol), &facts, Verband { zelfde_huishouden: true, ..Verband::default() });
            assert_eq!(with, without.max(door_huishouden(rol, zaaktype)), "{rol:?} {zaaktype:?}");
        }
    }
}

// shows C2-K2, ENS-S5
#[test]
fn a_confidential_zaak_is_known_in_its_own_field_and_to_who_distributes() {
    let everything =
        Verband { zelfde_persoon: true, zelfde_huishouden: true, regisseur: true, ..Verband::default() };
    for rol in Rol::ALLE {
        // At home it is about them; who works here is somebody else.
        let zelf = matches!(rol, Rol::Inwoner | Rol::Groepsparticipant);
        let asker = Wie { persoon: zelf.then_some(MARIA), ..wie(rol) };
        let found = op_zaak(&asker, &feiten(Zaaktype::OnderzoekRechtmatigheid, &[ANDER], ANDER), everything);
        let knows = rol == Rol::ConsulentInkomen
            || matches!(rol, Rol::Werkverdeler | Rol::Wijkteammanager | Rol::Privacyfunctionaris);
        assert_eq!(found, if knows { Toegang::Dat } else { Toegang::Niets }, "{rol:?}");
    }
    let own = feiten(Zaaktype::OnderzoekRechtmatigheid, &[ik()], ANDER);
    assert_eq!(op_zaak(&wie(Rol::ConsulentInkomen), &own, Verband::default()), Toegang::Schrijven);
}

// shows C2-K2
#[test]
fn nobody_begins_a_confidential_zaak_outside_its_field() {
    for rol in Rol::ALLE {
        let may = mag_beginnen(&wie(rol), Zaaktype::OnderzoekRechtmatigheid);
        assert_eq!(may, rol == Rol::ConsulentInkomen, "{rol:?}");
        assert_eq!(
            mag_beginnen(&wie(rol), Zaaktype::MeldingWmo),
            mag(rol, Handeling::MeldingRegistreren),
            "{rol:?}"
        );
    }
}

// shows C2-K2, C2-N1
#[test]
fn a_huishouden_is_seen_by_the_desk_and_by_who_works_for_a_member() {
    use Rol::{
        Backoffice, ConsulentInkomen, Frontoffice, Jeugdconsulent, Kcc, MedewerkerBudgetbeheer, Regisseur,
        Uitkeringsadministratie, Werkcoach, Wmoconsulent,
    };
    for rol in Rol::ALLE {
        let speaks =
            [Frontoffice, Kcc, Jeugdconsulent, Wmoconsulent, ConsulentInkomen, Regisseur].contains(&rol);
        let works = speaks && !matches!(rol, Frontoffice | Kcc);
        let behind = [Backoffice, MedewerkerBudgetbeheer, Uitkeringsadministratie, Werkcoach].contains(&rol);
        let without = if matches!(rol, Frontoffice | Kcc) { Toegang::Schrijven } else { Toegang::Niets };
        let with = match (works, behind) {
            (true, _) => Toegang::Schrijven,
            (_, true) => Toegang::Wat,
            _ => without,
        };
        assert_eq!(op_huishouden(&wie(rol), false, false), without, "{rol:?}");
        assert_eq!(op_huishouden(&wie(rol), true, false), with, "{rol:?}");
    }
}

// shows C2-N5
#[test]
fn a_report_is_read_by_who_has_wat_on_one_of_its_zaken_and_added_to_by_its_author() {
    for rol in Rol::ALLE {
        for (hoogste, then) in [
            (Toegang::Niets, Toegang::Niets),
            (Toegang::Dat, Toegang::Niets),
            (Toegang::Wat, Toegang::Wat),
            (Toegang::Schrijven, Toegang::Wat),
        ] {
            assert_eq!(op_contact(&wie(rol), ANDER, hoogste), then, "{rol:?}");
            assert_eq!(op_contact(&wie(rol), ik(), hoogste), Toegang::Schrijven, "{rol:?}");
        }
    }
}
