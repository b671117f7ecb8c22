//! The table as loaded: that every line lands in it, and that nothing stands there that no line says.

use std::collections::BTreeSet;

use super::*;

/// A line for a cell that cannot be would be lost in silence.
#[test]
fn every_line_is_about_a_cell_that_can_be() {
    for regel in TABEL {
        for zaaktype in Zaaktype::ALLE {
            assert!(Beleidsobject::Zaak(zaaktype).relaties().contains(&regel.relatie), "{regel:?}");
        }
    }
    for lijn in LIJNEN {
        assert!(lijn.beleidsobject.relaties().contains(&lijn.relatie), "{lijn:?}");
    }
    for relatie in Planrelatie::ALLE {
        for deel in Plandeel::ALLE {
            assert!(Beleidsobject::Plan(deel).relaties().contains(&relatie.relatie()), "{relatie:?}");
        }
    }
}

#[test]
fn there_is_a_cell_for_every_role_thing_and_standing_and_its_word_is_its_own() {
    let beleid = Beleid::uit_lijnen();
    let per_role: usize =
        Beleidsobject::alle().into_iter().map(|beleidsobject| beleidsobject.relaties().len()).sum();
    let words: BTreeSet<_> = beleid.cellen().map(|(cel, _)| cel.word()).collect();
    assert_eq!(words.len(), Rol::ALLE.len() * per_role);
    assert_eq!(words.len(), beleid.cellen().count());
}

// shows KING-R7, KING-R8, KING-R9, KING-R10, KING-R11
#[test]
fn who_steers_by_figures_gets_nothing_of_any_person() {
    let figures = [Rol::Controller, Rol::Beleidsanalist, Rol::Inkoper, Rol::PlanningEnControl, Rol::Bestuur];
    for (cel, toegang) in beleid().cellen().filter(|(cel, _)| figures.contains(&cel.rol)) {
        // What anybody has who wrote, takes part in or reads something; these roles never come to stand so.
        let by_part = matches!(cel.relatie, Relatie::Auteur | Relatie::Deelnemer | Relatie::ZietInhoud);
        assert!(toegang == Toegang::Niets || by_part, "{}", cel.word());
    }
}

// shows C1-R5, C2-R5, C1-M3
#[test]
fn the_policy_is_read_by_who_sets_it_up_and_who_looks_after_it() {
    for rol in Rol::ALLE {
        let may = matches!(rol, Rol::FunctioneelBeheerder | Rol::Privacyfunctionaris);
        assert_eq!(mag(rol, Handeling::BeleidZien), may, "{rol:?}");
    }
}
