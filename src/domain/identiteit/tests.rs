use std::collections::BTreeSet;

use uuid::Uuid;

use super::*;
use crate::domain::check::check;
use crate::domain::ids::PersoonId;
use crate::domain::medewerker::{Machtiging, Rol};

fn wie(naam: &str, rollen: &[Rol]) -> Inschrijving {
    let rollen = Rollen::new(rollen.iter().copied()).unwrap();
    Inschrijving { naam: naam.to_owned(), rollen, persoon: None, machtiging: None }
}

fn in_(inschrijving: Inschrijving) -> IdentiteitCommand {
    IdentiteitCommand::SchrijfIn(inschrijving)
}

fn ingeschreven(inschrijving: Inschrijving) -> IdentiteitEvent {
    IdentiteitEvent::Ingeschreven(inschrijving)
}

// shows KING-R3
#[test]
fn the_first_login_is_recorded_and_the_next_only_when_something_changed() {
    let noor = wie("Noor Bouwman", &[Rol::Kcc]);
    let known = [ingeschreven(noor.clone())];
    check::<Identiteit>(Rol::Systeem, &[], in_(noor.clone()), Ok(known.to_vec()));
    check::<Identiteit>(Rol::Systeem, &known, in_(noor), Ok(vec![]));
    let both = wie("Noor Jansen", &[Rol::Kcc, Rol::Regisseur]);
    check::<Identiteit>(
        Rol::Systeem,
        &known,
        in_(both.clone()),
        Ok(vec![
            IdentiteitEvent::NaamGewijzigd { naam: "Noor Jansen".into() },
            IdentiteitEvent::RollenGewijzigd { rollen: both.rollen },
        ]),
    );
}

#[test]
fn who_has_no_role_any_more_is_out_until_there_is_one_again() {
    let noor = wie("Noor Bouwman", &[Rol::Kcc]);
    let known = [ingeschreven(noor.clone())];
    let out = IdentiteitEvent::Uitgeschreven {};
    check::<Identiteit>(Rol::Systeem, &known, IdentiteitCommand::SchrijfUit, Ok(vec![out.clone()]));
    check::<Identiteit>(Rol::Systeem, &[], IdentiteitCommand::SchrijfUit, Ok(vec![]));
    let gone = [ingeschreven(noor.clone()), out];
    check::<Identiteit>(Rol::Systeem, &gone, IdentiteitCommand::SchrijfUit, Ok(vec![]));
    check::<Identiteit>(Rol::Systeem, &gone, in_(noor.clone()), Ok(vec![ingeschreven(noor)]));
}

#[test]
fn nobody_records_who_they_are_themselves() {
    for rol in Rol::ALLE.into_iter().filter(|rol| *rol != Rol::Systeem) {
        let asked = in_(wie("Noor Bouwman", &[Rol::Kcc]));
        check::<Identiteit>(rol, &[], asked, Err(IdentiteitRefusal::NietBevoegd));
        check::<Identiteit>(rol, &[], IdentiteitCommand::SchrijfUit, Err(IdentiteitRefusal::NietBevoegd));
    }
}

#[test]
fn the_account_of_one_person_is_never_that_of_another_and_a_name_deceives_nobody() {
    let of = |n| Inschrijving {
        persoon: Some(PersoonId(Uuid::from_u128(n))),
        ..wie("Maria Verhoef", &[Rol::Inwoner])
    };
    let known = [ingeschreven(of(1))];
    check::<Identiteit>(Rol::Systeem, &known, in_(of(2)), Err(IdentiteitRefusal::AnderePersoon));
    for naam in ["", " ", "Kevin\u{202E}", " Kevin", &"x".repeat(300)] {
        let asked = in_(wie(naam, &[Rol::Kcc]));
        check::<Identiteit>(Rol::Systeem, &[], asked, Err(IdentiteitRefusal::Naam));
    }
}

// shows X-11
#[test]
fn a_mandate_is_of_one_for_another_and_stays_between_those_two() {
    let of = |gemachtigde, voor| {
        let machtiging = Machtiging {
            gemachtigde: PersoonId(Uuid::from_u128(gemachtigde)),
            voor: PersoonId(Uuid::from_u128(voor)),
        };
        Inschrijving { machtiging: Some(machtiging), ..wie("Gerard Verhoef", &[Rol::Inwoner]) }
    };
    let known = [ingeschreven(of(2, 1))];
    check::<Identiteit>(Rol::Systeem, &[], in_(of(2, 1)), Ok(known.to_vec()));
    check::<Identiteit>(Rol::Systeem, &known, in_(of(2, 1)), Ok(vec![]));
    let other = wie("Gerard Verhoef", &[Rol::Inwoner]);
    for asked in [of(2, 3), of(3, 1), other] {
        check::<Identiteit>(Rol::Systeem, &known, in_(asked), Err(IdentiteitRefusal::AnderePersoon));
    }
    check::<Identiteit>(Rol::Systeem, &[], in_(of(1, 1)), Err(IdentiteitRefusal::Machtiging));
    let both = Inschrijving { persoon: Some(PersoonId(Uuid::from_u128(2))), ..of(2, 1) };
    check::<Identiteit>(Rol::Systeem, &[], in_(both), Err(IdentiteitRefusal::Machtiging));
}

#[test]
fn an_id_is_the_same_for_the_same_account_and_no_other() {
    let pair = |gemachtigde, voor| {
        let [gemachtigde, voor] = [gemachtigde, voor].map(|n| PersoonId(Uuid::from_u128(n)));
        medewerker_van_gemachtigde(Machtiging { gemachtigde, voor })
    };
    let ids: BTreeSet<_> = [
        medewerker_van("https://a", "kevin"),
        medewerker_van("https://a", "kevin"),
        medewerker_van("https://ak", "evin"),
        medewerker_van("https://b", "kevin"),
        medewerker_van_inwoner(PersoonId(Uuid::from_u128(1))),
        medewerker_van_inwoner(PersoonId(Uuid::from_u128(2))),
        pair(1, 2),
        pair(1, 2),
        pair(2, 1),
    ]
    .into();
    assert_eq!(ids.len(), 7);
    assert!(ids.iter().all(|id| id.0.get_version_num() == 7));
}
