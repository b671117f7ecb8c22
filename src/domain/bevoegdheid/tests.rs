//! Verdicts typed by hand, with the row that asks them; the table is checked against these, not against itself.

mod beleid;
mod huishouden;
mod leeftijd;
mod machtiging;
mod toestemming;
mod vervanging;

use uuid::Uuid;

use super::*;
use crate::domain::check::{ik, wie};

const ANDER: MedewerkerId = MedewerkerId(Uuid::from_u128(2));
const MARIA: PersoonId = PersoonId(Uuid::from_u128(5));

fn feiten(zaaktype: Zaaktype, behandelaars: &[MedewerkerId], melder: MedewerkerId) -> ZaakFeiten {
    ZaakFeiten {
        zaaktype,
        persoon: MARIA,
        melder: Some(melder),
        behandelaars: behandelaars.to_vec(),
        wacht_op_akkoord: None,
    }
}

// shows C2-R1, C2-R2, C2-R3, C2-R4, C2-R5, C2-R6, C2-R7, C2-N7, KING-R4c, KING-R5c, KING-R6d
#[test]
fn verdicts_on_a_zaak() {
    use Toegang::{Dat, Niets, Schrijven, Wat};
    use Zaaktype::{
        AanvraagBijzondereBijstand as BijzBijstand, AanvraagJeugdhulp as Jeugd, MeldingWmo as Wmo,
    };
    let own = [ik()];
    let theirs = [ANDER];
    let rows: &[(Rol, Zaaktype, &[MedewerkerId], MedewerkerId, bool, Toegang)] = &[
        (Rol::Jeugdconsulent, Jeugd, &own, ANDER, false, Schrijven),
        (Rol::Jeugdconsulent, Wmo, &own, ANDER, false, Schrijven),
        (Rol::Jeugdconsulent, Jeugd, &theirs, ANDER, false, Dat),
        (Rol::Jeugdconsulent, Wmo, &theirs, ANDER, false, Niets),
        (Rol::Jeugdconsulent, BijzBijstand, &theirs, ANDER, true, Dat),
        (Rol::Wmoconsulent, Jeugd, &theirs, ANDER, false, Niets),
        (Rol::Wmoconsulent, Jeugd, &theirs, ANDER, true, Dat),
        (Rol::Wmoconsulent, Wmo, &theirs, ANDER, false, Dat),
        (Rol::ConsulentInkomen, Wmo, &theirs, ANDER, true, Dat),
        (Rol::ConsulentInkomen, Wmo, &theirs, ANDER, false, Niets),
        (Rol::Frontoffice, Wmo, &theirs, ik(), false, Wat),
        (Rol::Frontoffice, Wmo, &theirs, ANDER, false, Dat),
        (Rol::Frontoffice, Jeugd, &theirs, ANDER, false, Niets),
        (Rol::Kcc, Jeugd, &theirs, ANDER, false, Niets),
        (Rol::Kcc, Wmo, &theirs, ANDER, false, Dat),
        (Rol::Werkverdeler, Jeugd, &theirs, ANDER, false, Dat),
        (Rol::Wijkteammanager, Jeugd, &own, ANDER, false, Dat),
        (Rol::FunctioneelBeheerder, Wmo, &theirs, ANDER, true, Niets),
        (Rol::FunctioneelBeheerder, Wmo, &own, ANDER, false, Niets),
        (Rol::Backoffice, Wmo, &theirs, ANDER, false, Niets),
        (Rol::Backoffice, Wmo, &own, ANDER, false, Schrijven),
        (Rol::Regisseur, Wmo, &theirs, ANDER, false, Niets),
        (Rol::Privacyfunctionaris, Wmo, &theirs, ANDER, false, Dat),
        (Rol::Controller, Wmo, &theirs, ANDER, true, Niets),
        (Rol::Beleidsanalist, Wmo, &theirs, ANDER, true, Niets),
        (Rol::Bestuur, Wmo, &theirs, ANDER, true, Niets),
        (Rol::Inkoper, Wmo, &theirs, ANDER, true, Niets),
        (Rol::PlanningEnControl, Wmo, &theirs, ANDER, true, Niets),
        (Rol::Vervanger, Wmo, &theirs, ANDER, false, Niets),
        (Rol::Toetser, Wmo, &theirs, ANDER, false, Niets),
        (Rol::Ketenpartner, Wmo, &theirs, ANDER, true, Niets),
        (Rol::Groepsparticipant, Wmo, &theirs, ANDER, true, Niets),
        (Rol::Inwoner, Wmo, &theirs, ANDER, false, Niets),
    ];
    for (rol, zaaktype, behandelaars, melder, zelfde_persoon, then) in rows {
        let found = op_zaak(
            &wie(*rol),
            &feiten(*zaaktype, behandelaars, *melder),
            Verband { zelfde_persoon: *zelfde_persoon, ..Verband::default() },
        );
        assert_eq!(found, *then, "{rol:?} {zaaktype:?} {behandelaars:?} {zelfde_persoon}");
    }
}

// shows C2-R1
#[test]
fn a_resident_sees_that_their_own_zaak_runs() {
    let mut maria = wie(Rol::Inwoner);
    maria.persoon = Some(MARIA);
    assert_eq!(
        op_zaak(&maria, &feiten(Zaaktype::MeldingWmo, &[ANDER], ANDER), Verband::default()),
        Toegang::Dat
    );
}

// shows ENS-S5, C1-P7: whatever they are here, by the session or by what the record knows of the account
#[test]
fn who_works_here_hears_nothing_of_a_confidential_matter_about_themselves() {
    let (nobody, by_record) = (Mens::default(), Mens { personen: [MARIA].into(), ..Mens::default() });
    let every = |mens| Verband {
        mens,
        zelfde_persoon: true,
        regisseur: true,
        zelfde_huishouden: true,
        vervanger: true,
        toestemming: true,
        ..Verband::default()
    };
    for zaaktype in Zaaktype::ALLE {
        let waits = ZaakFeiten { wacht_op_akkoord: Some(Vec::new()), ..feiten(zaaktype, &[ik()], ik()) };
        for rol in Rol::ALLE {
            let wie = wie(rol);
            let other = op_zaak(&wie, &waits, every(&nobody));
            let own = op_zaak(&wie, &waits, every(&by_record));
            let known = if zaaktype.vertrouwelijk() { Toegang::Niets } else { own };
            assert_eq!(own, known, "{rol:?} {zaaktype:?}");
            assert_eq!(grond_op_zaak(&wie, &waits, every(&by_record)).is_some(), own > Toegang::Niets);
            assert!(own <= other, "{rol:?} {zaaktype:?}: about oneself nobody sees more");
            assert!(!rol.behandelt() || other > Toegang::Niets, "{rol:?} {zaaktype:?}");
        }
    }
}

// shows C2-R4, C2-N9
#[test]
fn wat_on_the_zaak_opens_no_gespreksverslag() {
    for rol in Rol::ALLE {
        assert_eq!(op_gesprek(&wie(rol), &[ANDER], &[]), Toegang::Niets, "{rol:?}");
        assert_eq!(op_gesprek(&wie(rol), &[ANDER, ik()], &[]), Toegang::Schrijven, "{rol:?}");
    }
}

#[test]
fn whoever_behandelt_has_a_line_in_the_table() {
    for rol in Rol::ALLE.into_iter().filter(|rol| rol.behandelt()) {
        let line = TABEL.iter().any(|regel| regel.rol == rol && regel.relatie == Relatie::Behandelaar);
        assert!(line, "{rol:?} can be assigned a zaak that it may not see");
    }
}

#[test]
fn only_the_desk_and_who_sees_a_zaak_see_the_person() {
    for rol in Rol::ALLE {
        let found = op_persoon(&wie(rol), MARIA, Toegang::Niets);
        let desk = matches!(rol, Rol::Frontoffice | Rol::Kcc);
        assert_eq!(found, if desk { Toegang::Wat } else { Toegang::Niets }, "{rol:?}");
    }
}

// shows SHV1-A1r, SHV1-A2r, SHV1-RV1
#[test]
fn a_rekening_is_there_for_whose_it_is_and_who_looks_after_it() {
    for rol in Rol::ALLE {
        let mut own = wie(rol);
        own.persoon = Some(MARIA);
        let whose = if rol == Rol::Inwoner { Toegang::Wat } else { Toegang::Niets };
        assert_eq!(op_rekening(&own, MARIA, &[ANDER], &[]), whose, "{rol:?}");
        let looks_after =
            if rol == Rol::MedewerkerBudgetbeheer { Toegang::Schrijven } else { Toegang::Niets };
        assert_eq!(op_rekening(&wie(rol), MARIA, &[ANDER, ik()], &[]), looks_after, "{rol:?}");
        assert_eq!(op_rekening(&wie(rol), MARIA, &[ANDER], &[]), Toegang::Niets, "{rol:?}");
        assert_eq!(mag(rol, Handeling::RekeningOpenen), rol == Rol::MedewerkerBudgetbeheer, "{rol:?}");
    }
}
// shows C2-L5, KING-R4a, KING-R4c
#[test]
fn only_who_distributes_sees_the_caseload() {
    for rol in Rol::ALLE {
        let may = matches!(rol, Rol::Werkverdeler | Rol::Wijkteammanager);
        assert_eq!(mag(rol, Handeling::CaseloadZien), may, "{rol:?}");
    }
}

// What a role may know of a zaaktype is what any one of them may know of a zaak of it to which they do not stand otherwise.
#[test]
fn a_shared_frame_counts_what_everybody_in_the_role_may_know_of() {
    for rol in Rol::ALLE {
        for zaaktype in Zaaktype::ALLE {
            let stranger = op_zaak(&wie(rol), &feiten(zaaktype, &[ANDER], ANDER), Verband::default());
            assert_eq!(op_rol(rol, zaaktype), stranger, "{rol:?} {zaaktype:?}");
        }
    }
    assert_eq!(op_rol(Rol::Frontoffice, Zaaktype::AanvraagJeugdhulp), Toegang::Niets);
    assert_eq!(op_rol(Rol::Frontoffice, Zaaktype::MeldingWmo), Toegang::Dat);
    assert_eq!(op_rol(Rol::Werkverdeler, Zaaktype::AanvraagJeugdhulp), Toegang::Dat);
}
