use uuid::Uuid;

use super::*;
use crate::clock::Moment;
use crate::domain::check::{check, ik, now};
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
        GesprekEvent::DeelnemerVerwijderd { deelnemer: ander(2) },
        GesprekEvent::DeelnemerToegevoegd { deelnemer: ander(3) },
    ];
    check::<Gesprek>(Rol::Jeugdconsulent, &[geopend(&[ik(), ander(2)])], change, Ok(then));
}

/// So many days after the moment of a check.
fn over_dagen(n: i64) -> Moment {
    now().plus_micros(n * 24 * 3_600_000_000)
}

fn gepland(n: i64, plek: Gesprekplek) -> GesprekEvent {
    GesprekEvent::GesprekGepland { begin: over_dagen(n), plek }
}

fn plan(n: i64, plek: Gesprekplek) -> GesprekCommand {
    GesprekCommand::Plan { begin: over_dagen(n), plek }
}

fn zeg_af() -> GesprekCommand {
    GesprekCommand::ZegAf { reden: "Maria is ziek".into() }
}

fn afgezegd() -> GesprekEvent {
    GesprekEvent::GesprekAfgezegd { reden: "Maria is ziek".into() }
}

// shows C2-K3
#[test]
fn a_talk_is_planned_moved_called_off_and_planned_anew() {
    let open = geopend(&[ik(), ander(2)]);
    let rol = Rol::Jeugdconsulent;
    let thuis = Gesprekplek::Thuis;
    check::<Gesprek>(rol, std::slice::from_ref(&open), plan(2, thuis), Ok(vec![gepland(2, thuis)]));
    let planned = [open, gepland(2, thuis)];
    check::<Gesprek>(rol, &planned, plan(2, thuis), Ok(vec![]));
    for (n, plek) in [(3, thuis), (2, Gesprekplek::Bellen)] {
        let moved = GesprekEvent::GesprekVerplaatst { begin: over_dagen(n), plek };
        check::<Gesprek>(rol, &planned, plan(n, plek), Ok(vec![moved]));
    }
    check::<Gesprek>(rol, &planned, zeg_af(), Ok(vec![afgezegd()]));
    let called_off = [planned.to_vec(), vec![afgezegd()]].concat();
    check::<Gesprek>(rol, &called_off, zeg_af(), Ok(vec![]));
    check::<Gesprek>(rol, &called_off, plan(2, thuis), Ok(vec![gepland(2, thuis)]));
}

// shows C2-K3
#[test]
fn only_a_moment_that_comes_is_agreed_and_what_was_held_is_not_called_off() {
    let open = geopend(&[ik()]);
    let rol = Rol::Wmoconsulent;
    for n in [-1, 0, 365 * 6] {
        let asked = plan(n, Gesprekplek::Thuis);
        check::<Gesprek>(rol, std::slice::from_ref(&open), asked, Err(GesprekRefusal::Moment));
    }
    check::<Gesprek>(rol, std::slice::from_ref(&open), zeg_af(), Err(GesprekRefusal::GeenAfspraak));
    let held = [open, gepland(-1, Gesprekplek::Thuis)];
    check::<Gesprek>(rol, &held, zeg_af(), Err(GesprekRefusal::AlBegonnen));
    // After it, another one is agreed: that moves nothing.
    check::<Gesprek>(rol, &held, plan(2, Gesprekplek::Bellen), Ok(vec![gepland(2, Gesprekplek::Bellen)]));
}

// shows C2-R4, C2-K3
#[test]
fn who_takes_no_part_plans_nothing_and_calls_nothing_off() {
    let other = [geopend(&[ander(2)]), gepland(2, Gesprekplek::Thuis)];
    for asked in [plan(3, Gesprekplek::Thuis), zeg_af()] {
        check::<Gesprek>(Rol::Wmoconsulent, &other, asked, Err(GesprekRefusal::Onbekend));
    }
}
