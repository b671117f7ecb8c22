//! Who may protect a dossier, for whom and for how long.

use uuid::Uuid;

use super::*;
use crate::clock::Moment;
use crate::domain::aggregate::Aggregate;
use crate::domain::check::{check, gegevens, now};
use crate::domain::ids::MedewerkerId;
use crate::domain::medewerker::Rol;
use crate::limits::{ACCOUNTS_PER_MENS_MAX, BESCHERMING_MEDEWERKERS_MAX};

const DAY: i64 = 24 * 60 * 60 * 1_000_000;

fn maria() -> PersoonEvent {
    PersoonEvent::PersoonGeregistreerd(gegevens("Maria", "Verhoef"))
}

fn wie(n: u128) -> MedewerkerId {
    MedewerkerId(Uuid::from_u128(n))
}

fn later(days: i64) -> Moment {
    now().plus_micros(days * DAY)
}

fn bescherming(van: Moment, tot: Option<Moment>) -> Bescherming {
    Bescherming::new(Beschermgrond::EigenMedewerker, van, tot, vec![wie(3), wie(2), wie(3)])
}

fn vraag(it: Bescherming) -> PersoonCommand {
    let Bescherming { grond, van, tot, medewerkers } = it;
    PersoonCommand::Bescherm { grond, van: Some(van), tot, medewerkers }
}

fn wijzig(tot: Option<Moment>, medewerkers: Vec<MedewerkerId>) -> PersoonCommand {
    PersoonCommand::WijzigBescherming { grond: Beschermgrond::EigenMedewerker, tot, medewerkers }
}

// shows X-24
#[test]
fn the_privacy_officer_and_the_manager_protect_and_nobody_else() {
    for rol in Rol::ALLE {
        let may = matches!(rol, Rol::Privacyfunctionaris | Rol::Wijkteammanager);
        let refused = Err(PersoonRefusal::NietBevoegd);
        let it = bescherming(now(), None);
        let done = Ok(vec![PersoonEvent::DossierBeschermd(it.clone())]);
        check::<Persoon>(rol, &[maria()], vraag(it.clone()), if may { done } else { refused.clone() });
        let given = [maria(), PersoonEvent::DossierBeschermd(it)];
        let lifted = Ok(vec![PersoonEvent::BeschermingOpgeheven {}]);
        check::<Persoon>(rol, &given, PersoonCommand::HefBeschermingOp, if may { lifted } else { refused });
    }
}

// shows X-24
#[test]
fn it_begins_now_or_later_ends_after_that_and_names_somebody() {
    let officer = Rol::Privacyfunctionaris;
    let ask = |it: Bescherming, then| {
        check::<Persoon>(officer, &[maria()], vraag(it), then);
    };
    let nu = bescherming(now(), None);
    let from_now_on = PersoonCommand::Bescherm {
        grond: nu.grond,
        van: None,
        tot: None,
        medewerkers: nu.medewerkers.clone(),
    };
    check::<Persoon>(officer, &[maria()], from_now_on, Ok(vec![PersoonEvent::DossierBeschermd(nu)]));
    let good = bescherming(later(1), Some(later(2)));
    assert_eq!(good.medewerkers, [wie(2), wie(3)], "in order, each once");
    ask(good.clone(), Ok(vec![PersoonEvent::DossierBeschermd(good)]));
    for wrong in [(later(-1), None), (later(1), Some(later(1))), (later(2), Some(later(1)))] {
        ask(bescherming(wrong.0, wrong.1), Err(PersoonRefusal::BeschermingPeriode));
    }
    let named = |how_many: usize| {
        let who = (0..how_many).map(|n| wie(n as u128 + 1)).collect();
        Bescherming { medewerkers: who, ..bescherming(now(), None) }
    };
    ask(named(0), Err(PersoonRefusal::BeschermingMedewerkers));
    ask(named(BESCHERMING_MEDEWERKERS_MAX + 1), Err(PersoonRefusal::BeschermingMedewerkers));
    let most = named(BESCHERMING_MEDEWERKERS_MAX);
    ask(most.clone(), Ok(vec![PersoonEvent::DossierBeschermd(most)]));
    check::<Persoon>(officer, &[], PersoonCommand::HefBeschermingOp, Err(PersoonRefusal::Onbekend));
}

// shows X-24
#[test]
fn a_protection_changes_while_it_lasts_and_one_that_ended_makes_room() {
    let officer = Rol::Privacyfunctionaris;
    let open = [maria(), PersoonEvent::DossierBeschermd(bescherming(later(-2), None))];
    let again = vraag(bescherming(now(), None));
    check::<Persoon>(officer, &open, again.clone(), Err(PersoonRefusal::AlBeschermd));
    check::<Persoon>(officer, &open, wijzig(None, vec![wie(2), wie(3)]), Ok(Vec::new()));
    let other =
        Bescherming { tot: Some(later(1)), medewerkers: vec![wie(4)], ..bescherming(later(-2), None) };
    let changed = Ok(vec![PersoonEvent::BeschermingGewijzigd(other)]);
    check::<Persoon>(officer, &open, wijzig(Some(later(1)), vec![wie(4)]), changed);
    let past = Err(PersoonRefusal::BeschermingPeriode);
    check::<Persoon>(officer, &open, wijzig(Some(later(-1)), vec![wie(4)]), past);

    let over = [maria(), PersoonEvent::DossierBeschermd(bescherming(later(-2), Some(later(-1))))];
    for command in [wijzig(None, vec![wie(4)]), PersoonCommand::HefBeschermingOp] {
        check::<Persoon>(officer, &over, command, Err(PersoonRefusal::NietBeschermd));
    }
    let new = Ok(vec![PersoonEvent::DossierBeschermd(bescherming(now(), None))]);
    check::<Persoon>(officer, &over, again.clone(), new.clone());
    let lifted = [open[0].clone(), open[1].clone(), PersoonEvent::BeschermingOpgeheven {}];
    check::<Persoon>(officer, &lifted, again, new);
}

// shows X-24: which colleague a resident is, for who looks back at looks
#[test]
fn which_colleague_somebody_is_records_who_looks_back() {
    let given = [maria()];
    let is = |medewerker| PersoonEvent::MedewerkerVastgelegd { medewerker };
    let when = |medewerker| PersoonCommand::LegMedewerkerVast { medewerker };
    let loose = |medewerker| PersoonCommand::MaakMedewerkerLos { medewerker };
    let somebody = wie(4);
    for rol in Rol::ALLE {
        let may = rol == Rol::Privacyfunctionaris;
        let then = if may { Ok(vec![is(Some(somebody))]) } else { Err(PersoonRefusal::NietBevoegd) };
        check::<Persoon>(rol, &given, when(somebody), then);
        let then = if may { Ok(vec![]) } else { Err(PersoonRefusal::NietBevoegd) };
        check::<Persoon>(rol, &given, loose(None), then);
    }
    let officer = Rol::Privacyfunctionaris;
    let known = [given[0].clone(), is(Some(somebody))];
    check::<Persoon>(officer, &known, when(somebody), Ok(vec![]));
    check::<Persoon>(officer, &known, loose(None), Ok(vec![is(None)]));
    check::<Persoon>(officer, &known, loose(Some(somebody)), Ok(vec![is(None)]));
    check::<Persoon>(officer, &known, loose(Some(wie(5))), Ok(vec![]));
    check::<Persoon>(officer, &[], when(somebody), Err(PersoonRefusal::Onbekend));
}

// shows N-13: one person can work here under more accounts than one
#[test]
fn somebody_can_be_a_colleague_under_more_accounts_than_one() {
    let officer = Rol::Privacyfunctionaris;
    let first = PersoonEvent::MedewerkerVastgelegd { medewerker: Some(wie(4)) };
    let also = |n| PersoonEvent::OokMedewerkerVastgelegd { medewerker: wie(n) };
    let gone = |n| PersoonEvent::MedewerkerLosgemaakt { medewerker: wie(n) };
    let when = |n| PersoonCommand::LegMedewerkerVast { medewerker: wie(n) };
    let loose = |n| PersoonCommand::MaakMedewerkerLos { medewerker: Some(wie(n)) };
    let two = [maria(), first, also(5)];
    check::<Persoon>(officer, &two[..2], when(5), Ok(vec![also(5)]));
    check::<Persoon>(officer, &two, when(5), Ok(vec![]));
    check::<Persoon>(officer, &two, loose(4), Ok(vec![gone(4)]));
    let left = [two.to_vec(), vec![gone(4)]].concat();
    let state = left.iter().fold(Persoon::default(), |state, event| state.evolve(event, now()));
    assert_eq!(state.medewerkers().collect::<Vec<_>>(), [wie(5)]);
    let none = PersoonEvent::MedewerkerVastgelegd { medewerker: None };
    check::<Persoon>(officer, &left, loose(5), Ok(vec![none]));
    let many = (5..4 + ACCOUNTS_PER_MENS_MAX as u128).map(also);
    let full: Vec<_> = two[..2].iter().cloned().chain(many).collect();
    check::<Persoon>(officer, &full, when(99), Err(PersoonRefusal::MedewerkersTeVeel));
}
