//! Verdicts on consent, typed by hand with the row that asks them.

use super::*;

// shows KING-R6e, N-33: of what a person said yes to the content, to read; of a confidential zaak never
#[test]
fn who_helps_a_person_reads_what_that_person_says_yes_to() {
    let gives = Verband { toestemming: true, ..Verband::default() };
    for rol in Rol::ALLE {
        for zaaktype in Zaaktype::ALLE {
            let zaak = feiten(zaaktype, &[ANDER], ANDER);
            let without = op_zaak(&wie(rol), &zaak, Verband::default());
            let reads = rol.behandelt() && zaaktype != Zaaktype::OnderzoekRechtmatigheid;
            let then = if reads { Toegang::Wat } else { without };
            assert_eq!(op_zaak(&wie(rol), &zaak, gives), then, "{rol:?} {zaaktype:?}");
        }
    }
    let jeugd = feiten(Zaaktype::AanvraagJeugdhulp, &[ANDER], ANDER);
    let found = grond_op_zaak(&wie(Rol::Wmoconsulent), &jeugd, gives);
    assert_eq!(found, Some((Toegang::Wat, Relatie::Toestemming)), "the trail says why");
}

// shows X-24: what somebody gets for a while opens nothing about themselves
#[test]
fn nobody_reads_their_own_zaak_by_consent() {
    let mut own = wie(Rol::Wmoconsulent);
    own.persoon = Some(MARIA);
    let zaak = feiten(Zaaktype::AanvraagJeugdhulp, &[ANDER], ANDER);
    let gives = Verband { toestemming: true, ..Verband::default() };
    assert_eq!(op_zaak(&own, &zaak, gives), Toegang::Niets);
}

// shows KING-R6e, C2-N9: the reports of talks stay with who took part
#[test]
fn consent_opens_no_gespreksverslag() {
    for rol in Rol::ALLE {
        assert_eq!(op_gesprek(&wie(rol), &[ANDER], &[]), Toegang::Niets, "{rol:?}");
    }
}
