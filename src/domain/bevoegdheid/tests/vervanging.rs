//! Verdicts on who stands in for somebody, typed by hand with the row that asks them.

use super::*;
use crate::domain::bevoegdheid::{Beleidsobject, PlanFeiten, Relatie, op_groep, op_plan};

const KEVIN: MedewerkerId = ANDER;

// shows KING-R4d, X-25
#[test]
fn who_stands_in_for_a_behandelaar_does_the_work_and_a_vervanger_sees_nothing_without() {
    let zaak = feiten(Zaaktype::AanvraagJeugdhulp, &[KEVIN], KEVIN);
    let grant = Verband { vervanger: true, ..Verband::default() };
    for rol in Rol::ALLE {
        let works = rol.behandelt() || rol == Rol::Vervanger;
        let with = op_zaak(&wie(rol), &zaak, grant);
        let without = op_zaak(&wie(rol), &zaak, Verband::default());
        assert_eq!(with, if works { Toegang::Schrijven } else { without }, "{rol:?}");
    }
    assert_eq!(op_zaak(&wie(Rol::Vervanger), &zaak, Verband::default()), Toegang::Niets);
    // KING-R6d: what runs beside it, also for who stands in; of who lives there nothing by the role of vervanger alone.
    let beside = Verband { zelfde_persoon: true, ..Verband::default() };
    assert_eq!(op_zaak(&wie(Rol::Vervanger), &zaak, beside), Toegang::Dat);
    let home = Verband { zelfde_huishouden: true, ..Verband::default() };
    assert_eq!(op_zaak(&wie(Rol::Vervanger), &zaak, home), Toegang::Niets);
}

// shows KING-R4d
#[test]
fn who_stands_in_for_a_deelnemer_goes_on_with_the_report() {
    for rol in Rol::ALLE {
        let works = rol.behandelt() || rol == Rol::Vervanger;
        let then = if works { Toegang::Schrijven } else { Toegang::Niets };
        assert_eq!(op_gesprek(&wie(rol), &[KEVIN], &[KEVIN]), then, "{rol:?}");
        assert_eq!(op_gesprek(&wie(rol), &[KEVIN], &[ik()]), Toegang::Niets, "{rol:?}");
    }
}

// shows KING-R4d, KING-R4e
#[test]
fn of_a_plan_who_stands_in_sees_what_the_absent_sees_and_a_glass_reads() {
    let lead = |vervangt: &[MedewerkerId], glas| PlanFeiten {
        regisseurs: vec![KEVIN],
        leden: vec![MARIA],
        vervangt: vervangt.to_vec(),
        glas,
        ..PlanFeiten::default()
    };
    for rol in Rol::ALLE {
        let stands_in = op_plan(&wie(rol), &lead(&[KEVIN], false)).toegang();
        let leads = matches!(rol, Rol::Regisseur | Rol::Vervanger);
        assert_eq!(stands_in, if leads { Toegang::Schrijven } else { Toegang::Niets }, "{rol:?}");
        let broken = op_plan(&wie(rol), &lead(&[], true));
        let manager = rol == Rol::Wijkteammanager;
        assert_eq!(broken.toegang(), if manager { Toegang::Wat } else { Toegang::Niets }, "{rol:?}");
        assert!(!broken.alles, "never to change: {rol:?}");
        let groep = op_groep(&wie(rol), KEVIN, Some(&[KEVIN]), &[KEVIN]);
        assert_eq!(groep, if leads { Toegang::Wat } else { Toegang::Niets }, "{rol:?}");
    }
}

// shows X-24: what somebody gets for a while opens nothing about themselves
#[test]
fn nobody_stands_in_over_their_own_plan_or_breaks_its_glass() {
    for rol in [Rol::Regisseur, Rol::Vervanger, Rol::Wijkteammanager] {
        let mut own = wie(rol);
        own.persoon = Some(MARIA);
        let feiten = PlanFeiten {
            regisseurs: vec![KEVIN],
            leden: vec![MARIA],
            vervangt: vec![KEVIN],
            glas: true,
            ..PlanFeiten::default()
        };
        assert_eq!(op_plan(&own, &feiten).toegang(), Toegang::Niets, "{rol:?}");
    }
}

// shows KING-R4e, KING-R4c, G28: the glass is of a plan and of what landed in it (ADR 16)
#[test]
fn a_glass_is_a_relation_to_a_plan_and_a_signaal_and_to_nothing_else() {
    for object in Beleidsobject::alle() {
        let by_glass = object.relaties().contains(&Relatie::Glas);
        let of_a_plan = matches!(object, Beleidsobject::Plan(_) | Beleidsobject::Signaal(_));
        assert_eq!(by_glass, of_a_plan, "{object:?}");
    }
}
