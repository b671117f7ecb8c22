//! Verdicts on groep, plan and signaal, typed by hand with the row that asks them.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::*;
use crate::domain::check::{ik, wie};
use crate::domain::medewerker::Machtiging;
use crate::domain::signaal::Signaalsoort;

const ANDER: MedewerkerId = MedewerkerId(Uuid::from_u128(2));
const MARIA: PersoonId = PersoonId(Uuid::from_u128(5));
const DYLAN: PersoonId = PersoonId(Uuid::from_u128(6));

fn feiten(regisseur: MedewerkerId, zaken: &[(PersoonId, MedewerkerId)]) -> PlanFeiten {
    PlanFeiten {
        regisseurs: vec![regisseur],
        zaken: zaken.iter().map(|(persoon, who)| (*persoon, vec![*who])).collect(),
        leden: vec![MARIA, DYLAN],
        ..PlanFeiten::default()
    }
}

fn zicht(rol: Rol, feiten: &PlanFeiten) -> (Toegang, BTreeSet<PersoonId>) {
    let zicht = op_plan(&wie(rol), feiten);
    (zicht.toegang(), zicht.leden)
}

// shows KING-PL8, KING-RG3, KING-R6d, KING-R6e
#[test]
fn a_regisseur_sees_all_a_behandelaar_the_groep_and_whom_they_work_for() {
    let both = BTreeSet::from([MARIA, DYLAN]);
    let (none, dylan) = (BTreeSet::new(), BTreeSet::from([DYLAN]));
    let leads = feiten(ik(), &[]);
    let works = feiten(ANDER, &[(DYLAN, ik()), (MARIA, ANDER)]);
    let neither = feiten(ANDER, &[(DYLAN, ANDER)]);
    for rol in Rol::ALLE {
        let as_leader = if rol == Rol::Regisseur { Toegang::Schrijven } else { Toegang::Niets };
        let seen = if rol == Rol::Regisseur { &both } else { &none };
        assert_eq!(zicht(rol, &leads), (as_leader, seen.clone()), "{rol:?}");
        let handles = rol.behandelt() || rol == Rol::Werkcoach;
        let (toegang, seen) = if handles { (Toegang::Dat, &dylan) } else { (Toegang::Niets, &none) };
        assert_eq!(zicht(rol, &works), (toegang, seen.clone()), "{rol:?}");
        assert_eq!(zicht(rol, &neither), (Toegang::Niets, none.clone()), "{rol:?}");
    }
}

// shows KING-PL3, ENS-S5
#[test]
fn a_zaak_that_one_may_know_of_can_be_in_a_plan_and_a_confidential_one_never() {
    for zaaktype in Zaaktype::ALLE {
        for zo_ver in [Toegang::Niets, Toegang::Dat, Toegang::Wat, Toegang::Schrijven] {
            let then = zaaktype != Zaaktype::OnderzoekRechtmatigheid && zo_ver != Toegang::Niets;
            assert_eq!(mag_koppelen(zaaktype, zo_ver), then, "{zaaktype:?} {zo_ver:?}");
        }
    }
}

fn inwoner(persoon: PersoonId) -> Wie {
    Wie { persoon: Some(persoon), ..wie(Rol::Inwoner) }
}

// shows KING-R1b, KING-R1d
#[test]
fn in_the_portal_a_lid_sees_the_groep_and_their_own_part() {
    let maria = inwoner(MARIA);
    // What colleagues see of it is not hers.
    assert_eq!(op_plan(&maria, &feiten(ANDER, &[])), Planzicht::default());
    let plan = Portaalfeiten {
        leden: vec![MARIA, DYLAN],
        leeftijd: Some(Leeftijd::Meerderjarig),
        kinderen: Vec::new(),
        laten_meekijken: Vec::new(),
    };
    let own =
        Portaalzicht { groep: true, leden: BTreeSet::from([MARIA]), spreekt_voor: BTreeSet::from([MARIA]) };
    assert_eq!(op_plan_in_portaal(&maria, &plan), own);
    let stranger = inwoner(PersoonId(Uuid::from_u128(7)));
    assert_eq!(op_plan_in_portaal(&stranger, &plan), Portaalzicht::default());
    for rol in Rol::ALLE.into_iter().filter(|rol| *rol != Rol::Inwoner) {
        let other = Wie { rol, ..inwoner(MARIA) };
        assert_eq!(op_plan_in_portaal(&other, &plan), Portaalzicht::default(), "{rol:?}");
    }
    // Who comes in for her is nobody of the groep: in the plan stand others too.
    let voor = Machtiging { gemachtigde: PersoonId(Uuid::from_u128(8)), voor: MARIA };
    let broer = Wie { machtiging: Some(voor), ..wie(Rol::Inwoner) };
    assert_eq!(op_plan_in_portaal(&broer, &plan), Portaalzicht::default());
}

// shows KING-R1f
#[test]
fn who_lets_another_lid_see_their_part_does_so_in_a_groep_of_both() {
    let plan = |leden: &[PersoonId], laten_meekijken: &[PersoonId]| Portaalfeiten {
        leden: leden.to_vec(),
        leeftijd: Some(Leeftijd::Meerderjarig),
        laten_meekijken: laten_meekijken.to_vec(),
        ..Portaalfeiten::default()
    };
    let maria = inwoner(MARIA);
    let seen = op_plan_in_portaal(&maria, &plan(&[MARIA, DYLAN], &[DYLAN]));
    assert_eq!(seen.leden, BTreeSet::from([MARIA, DYLAN]));
    assert_eq!(seen.spreekt_voor, BTreeSet::from([MARIA]), "to read it is not to speak of it");
    assert_eq!(op_plan_in_portaal(&maria, &plan(&[MARIA], &[DYLAN])).leden, BTreeSet::from([MARIA]));
    assert_eq!(op_plan_in_portaal(&maria, &plan(&[DYLAN], &[DYLAN])), Portaalzicht::default());
    let zaak = |zaaktype| ZaakFeiten {
        zaaktype,
        persoon: DYLAN,
        melder: Some(ANDER),
        behandelaars: vec![ANDER],
        wacht_op_akkoord: None,
    };
    let lets = Verband { medelid: true, leeftijd: Some(Leeftijd::Meerderjarig), ..Verband::default() };
    for zaaktype in Zaaktype::ALLE {
        let dat = if zaaktype.vertrouwelijk() { Toegang::Niets } else { Toegang::Dat };
        assert_eq!(op_zaak(&maria, &zaak(zaaktype), lets), dat, "{zaaktype:?}");
        let without = Verband { medelid: false, ..lets };
        assert_eq!(op_zaak(&maria, &zaak(zaaktype), without), Toegang::Niets, "{zaaktype:?}");
        for rol in Rol::ALLE.into_iter().filter(|rol| *rol != Rol::Inwoner) {
            let other = op_zaak(&wie(rol), &zaak(zaaktype), lets);
            assert_eq!(other, op_zaak(&wie(rol), &zaak(zaaktype), Verband::default()), "{rol:?}");
        }
    }
}

// shows KING-R1f, KING-R1g
#[test]
fn only_somebody_themselves_lets_another_lid_see_something_of_theirs() {
    let feiten =
        Meekijkfeiten { van: MARIA, leeftijd: Leeftijd::Meerderjarig, aan: DYLAN, samen: true, eigen: true };
    let maria = inwoner(MARIA);
    assert!(mag_laten_meekijken(&maria, &feiten));
    assert!(mag_laten_meekijken(&maria, &Meekijkfeiten { leeftijd: Leeftijd::VanafZestien, ..feiten }));
    for other in [
        Meekijkfeiten { leeftijd: Leeftijd::TwaalfTotZestien, ..feiten },
        Meekijkfeiten { aan: MARIA, ..feiten },
        Meekijkfeiten { samen: false, ..feiten },
        Meekijkfeiten { eigen: false, ..feiten },
        Meekijkfeiten { van: DYLAN, aan: MARIA, ..feiten },
    ] {
        assert!(!mag_laten_meekijken(&maria, &other), "{other:?}");
    }
    for rol in Rol::ALLE.into_iter().filter(|rol| *rol != Rol::Inwoner) {
        assert!(!mag_laten_meekijken(&Wie { rol, ..inwoner(MARIA) }, &feiten), "{rol:?}");
    }
}

// shows KING-R1e, KING-G4, KING-G5
#[test]
fn of_a_minor_sees_who_has_gezag_in_their_own_groep_and_the_minor_from_twelve() {
    let feiten = |leden: &[PersoonId], leeftijd, kind| Portaalfeiten {
        leden: leden.to_vec(),
        leeftijd: Some(leeftijd),
        kinderen: vec![(DYLAN, kind)],
        laten_meekijken: Vec::new(),
    };
    let both = [MARIA, DYLAN];
    for (leeftijd, zelf, ouder) in [
        (Leeftijd::TotTwaalf, false, true),
        (Leeftijd::TwaalfTotZestien, true, true),
        (Leeftijd::VanafZestien, true, false),
        (Leeftijd::Meerderjarig, true, false),
    ] {
        let dylan = Portaalfeiten {
            leden: both.to_vec(),
            leeftijd: Some(leeftijd),
            kinderen: Vec::new(),
            laten_meekijken: Vec::new(),
        };
        let seen = op_plan_in_portaal(&inwoner(DYLAN), &dylan);
        assert_eq!((seen.groep, seen.leden.contains(&DYLAN)), (zelf, zelf), "{leeftijd:?}");
        let maria = op_plan_in_portaal(&inwoner(MARIA), &feiten(&both, Leeftijd::Meerderjarig, leeftijd));
        assert_eq!(maria.leden.contains(&DYLAN), ouder, "{leeftijd:?}");
        assert!(maria.leden.contains(&MARIA));
        // A plan of the child alone, or with the other parent, is not there.
        let alone = feiten(&[DYLAN], Leeftijd::Meerderjarig, leeftijd);
        assert_eq!(op_plan_in_portaal(&inwoner(MARIA), &alone), Portaalzicht::default(), "{leeftijd:?}");
    }
    let unknown =
        Portaalfeiten { leeftijd: None, ..feiten(&both, Leeftijd::Meerderjarig, Leeftijd::TotTwaalf) };
    assert_eq!(op_plan_in_portaal(&inwoner(MARIA), &unknown), Portaalzicht::default());
}

// shows KING-G4, KING-G5
#[test]
fn a_groep_is_there_for_those_who_look_after_it() {
    let rianne = wie(Rol::Regisseur);
    assert_eq!(op_groep(&rianne, ik(), None, &[]), Toegang::Schrijven);
    assert_eq!(op_groep(&rianne, ik(), Some(&[ANDER]), &[]), Toegang::Niets, "handed over");
    assert_eq!(op_groep(&rianne, ANDER, Some(&[ANDER, ik()]), &[]), Toegang::Schrijven);
    assert_eq!(op_groep(&rianne, ANDER, None, &[]), Toegang::Niets);
    for rol in Rol::ALLE.into_iter().filter(|rol| *rol != Rol::Regisseur) {
        assert_eq!(op_groep(&wie(rol), ik(), Some(&[ik()]), &[]), Toegang::Niets, "{rol:?}");
    }
}

// shows KING-PL3
#[test]
fn leading_a_plan_shows_that_zaken_run_and_no_more() {
    let zaak = ZaakFeiten {
        zaaktype: Zaaktype::AanvraagJeugdhulp,
        persoon: DYLAN,
        melder: Some(ANDER),
        behandelaars: vec![ANDER],
        wacht_op_akkoord: None,
    };
    let leads = Verband { regisseur: true, ..Verband::default() };
    assert_eq!(op_zaak(&wie(Rol::Regisseur), &zaak, leads), Toegang::Dat);
    assert_eq!(op_zaak(&wie(Rol::Regisseur), &zaak, Verband::default()), Toegang::Niets);
    assert_eq!(op_zaak(&wie(Rol::Bestuur), &zaak, leads), Toegang::Niets);
}

fn soort_van(word: &str) -> Signaalsoort {
    Signaalsoort::from_word(word).unwrap()
}

// shows KING-SI2, KING-SI3, KING-R4c
#[test]
fn who_sees_a_signaal_follows_its_kind() {
    use Toegang::{Dat, Niets, Schrijven};
    for (rol, huur, school, zorg, geweld) in [
        (Rol::Jeugdconsulent, Schrijven, Schrijven, Niets, Niets),
        (Rol::Wmoconsulent, Schrijven, Niets, Schrijven, Niets),
        (Rol::Regisseur, Schrijven, Schrijven, Schrijven, Schrijven),
        (Rol::Wijkteammanager, Dat, Dat, Dat, Dat),
        (Rol::Inwoner, Niets, Niets, Niets, Niets),
        (Rol::ConsulentInkomen, Niets, Niets, Niets, Niets),
        (Rol::Frontoffice, Niets, Niets, Niets, Niets),
        (Rol::Ketenpartner, Niets, Niets, Niets, Niets),
        (Rol::Signaalbron, Niets, Niets, Niets, Niets),
        (Rol::Systeem, Niets, Niets, Niets, Niets),
    ] {
        for (soort, then) in [
            (soort_van("huurachterstand"), huur),
            (soort_van("schoolverzuim"), school),
            (soort_van("zorgmijding"), zorg),
            (soort_van("partnergeweld"), geweld),
        ] {
            let feiten = SignaalFeiten {
                soort,
                zelf: false,
                bij_regisseurs: None,
                op_groep: None,
                vervangt: Vec::new(),
                glas: false,
            };
            assert_eq!(op_signaal(&wie(rol), &feiten), then, "{rol:?} {soort:?}");
            let own = SignaalFeiten { zelf: true, ..feiten };
            assert_eq!(op_signaal(&wie(rol), &own), Niets, "{rol:?} {soort:?}: about oneself");
        }
    }
}

// shows KING-SI5
#[test]
fn what_landed_in_a_plan_is_with_its_regisseurs_only() {
    for rol in Rol::ALLE {
        for (regisseurs, own) in [(vec![ANDER], false), (vec![ANDER, ik()], true)] {
            let feiten = SignaalFeiten {
                soort: soort_van("huurachterstand"),
                zelf: false,
                bij_regisseurs: Some(regisseurs),
                op_groep: None,
                vervangt: Vec::new(),
                glas: false,
            };
            let then = if own && rol == Rol::Regisseur { Toegang::Schrijven } else { Toegang::Niets };
            assert_eq!(op_signaal(&wie(rol), &feiten), then, "{rol:?} {own}");
            let about_me = SignaalFeiten { zelf: true, ..feiten };
            assert_eq!(op_signaal(&wie(rol), &about_me), Toegang::Niets, "{rol:?} {own}: about oneself");
        }
        let of_a_groep = SignaalFeiten {
            soort: soort_van("overlast"),
            zelf: false,
            bij_regisseurs: None,
            op_groep: Some(Toegang::Niets),
            vervangt: Vec::new(),
            glas: false,
        };
        assert_eq!(op_signaal(&wie(rol), &of_a_groep), Toegang::Niets, "{rol:?}");
    }
}

#[test]
fn each_kind_has_a_line_and_each_kring_a_role() {
    for soort in Signaalsoort::alle() {
        assert_eq!(Signaalsoort::from_word(soort.word()), Some(soort), "a word stands twice");
        assert_eq!(serde_json::to_value(soort).unwrap(), soort.word());
        assert!(soort.gegevens().zichtbaar.contains(&Rol::Regisseur), "somebody can always act");
    }
    for kring in Kring::ALLE {
        assert_eq!(KRINGEN.iter().filter(|(_, other)| *other == kring).count(), 1, "{kring:?}");
    }
}
