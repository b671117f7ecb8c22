//! `check(role, given, when, then)`: the whole of a rule's test.

use uuid::Uuid;

use super::aggregate::{Aggregate, Context};
use super::ids::{GemeenteId, MedewerkerId};
use super::medewerker::{Rol, Wie};
use super::mens::Mens;
use super::persoon::Persoonsgegevens;
use crate::clock::Moment;

/// Wednesday 25 November 2026, 9:00 in the Netherlands.
pub(crate) fn now() -> Moment {
    "2026-11-25T08:00:00Z".parse::<jiff::Timestamp>().unwrap().into()
}

/// The person who acts in a check is always medewerker 1.
pub(crate) fn ik() -> MedewerkerId {
    MedewerkerId(Uuid::from_u128(1))
}

pub(crate) fn wie(rol: Rol) -> Wie {
    Wie {
        id: ik(),
        naam: "Ik".into(),
        rol,
        gemeente: GemeenteId(Uuid::from_u128(9)),
        persoon: None,
        machtiging: None,
        sessie: Uuid::from_u128(77),
    }
}

pub(crate) fn gegevens(voornamen: &str, achternaam: &str) -> Persoonsgegevens {
    Persoonsgegevens {
        bsn: None,
        voornamen: voornamen.into(),
        voorvoegsel: None,
        achternaam: achternaam.into(),
        geboortedatum: None,
        telefoon: None,
        adres: None,
    }
}

/// Given these events, when medewerker 1 in `rol` asks this, then that.
#[track_caller]
pub(crate) fn check<A: Aggregate>(
    rol: Rol,
    given: &[A::Event],
    when: A::Command,
    then: Result<Vec<A::Event>, A::Refusal>,
) where
    A::Event: PartialEq + std::fmt::Debug,
    A::Refusal: PartialEq,
{
    let state = given.iter().fold(A::default(), |state, event| state.evolve(event, now()));
    let context = Context { wie: wie(rol), now: now(), namens: None, mens: Mens::default() };
    assert_eq!(state.decide(&when, &context), then);
}
