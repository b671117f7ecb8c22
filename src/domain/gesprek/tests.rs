use uuid::Uuid;

use super::*;
use crate::domain::check::{check, ik};
use crate::domain::medewerker::Rol;

fn ander(n: u128) -> MedewerkerId {
    MedewerkerId(Uuid::from_u128(n))
}

fn zaak() -> ZaakId {
    ZaakId(Uuid::from_u128(40))
}

fn document() -> DocumentId {
    DocumentId(Uuid::from_u128(50))
}

fn geopend(deelnemers: &[MedewerkerId]) -> GesprekEvent {
    GesprekEvent::GesprekGeopend {
        zaken: vec![zaak()],
        deelnemers: deelnemers.to_vec(),
        document: document(),
    }
}

fn open(deelnemers: &[MedewerkerId]) -> GesprekCommand {
    GesprekCommand::Open { zaken: vec![zaak()], deelnemers: deelnemers.to_vec(), document: document() }
}

// shows C2-K4
#[test]
fn kevin_opens_a_talk_with_emma() {
    let both = [ik(), ander(2)];
    check::<Gesprek>(Rol::Jeugdconsulent, &[], open(&both), Ok(vec![geopend(&both)]));
    check::<Gesprek>(Rol::Jeugdconsulent, &[], open(&[ander(2)]), Err(GesprekRefusal::ZonderZichzelf));
}

// shows C2-R4
#[test]
fn who_does_not_take_part_hears_that_it_is_not_there() {
    let change = GesprekCommand::WijzigDeelnemers { erbij: vec![ik()], eraf: vec![] };
    check::<Gesprek>(Rol::Wmoconsulent, &[geopend(&[ander(2)])], change, Err(GesprekRefusal::Onbekend));
}

#[test]
fn the_last_one_cannot_leave() {
    let change = GesprekCommand::WijzigDeelnemers { erbij: vec![], eraf: vec![ik()] };
    check::<Gesprek>(Rol::Wmoconsulent, &[geopend(&[ik()])], change, Err(GesprekRefusal::LaatsteDeelnemer));
}

#[test]
fn coming_and_going_are_recorded_once_each() {
    let change = GesprekCommand::WijzigDeelnemers {
        erbij: vec![ander(3), ander(3), ander(2)],
        eraf: vec![ander(2), ander(9)],
    };
    let then = vec![
        GesprekEvent::DeelnemerToegevoegd { deelnemer: ander(3) },
        GesprekEvent::DeelnemerVerwijderd { deelnemer: ander(2) },
    ];
    check::<Gesprek>(Rol::Jeugdconsulent, &[geopend(&[ik(), ander(2)])], change, Ok(then));
}
