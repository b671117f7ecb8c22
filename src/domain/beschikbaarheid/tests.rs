use jiff::civil::{Date, date};
use uuid::Uuid;

use super::*;
use crate::domain::check::{check, ik, now};
use crate::domain::ids::{MedewerkerId, ZaakId};
use crate::domain::medewerker::Rol;

const ANDER: MedewerkerId = MedewerkerId(Uuid::from_u128(2));

fn meld(medewerker: MedewerkerId, vanaf: Date, tot_en_met: Option<Date>) -> BeschikbaarheidCommand {
    BeschikbaarheidCommand::MeldAfwezig { medewerker, afwezigheid: Afwezigheid { vanaf, tot_en_met } }
}

fn gemeld(vanaf: Date, tot_en_met: Option<Date>) -> BeschikbaarheidEvent {
    BeschikbaarheidEvent::AfwezigGemeld { vanaf, tot_en_met }
}

// shows C2-L5
#[test]
fn somebody_reports_themselves_away_and_back() {
    let (monday, friday) = (date(2026, 11, 30), Some(date(2026, 12, 4)));
    let away = gemeld(monday, friday);
    check::<Beschikbaarheid>(Rol::Wmoconsulent, &[], meld(ik(), monday, friday), Ok(vec![away]));
    check::<Beschikbaarheid>(Rol::Wmoconsulent, &[away], meld(ik(), monday, friday), Ok(vec![]));
    let back = BeschikbaarheidCommand::MeldTerug { medewerker: ik() };
    check::<Beschikbaarheid>(
        Rol::Wmoconsulent,
        &[away],
        back,
        Ok(vec![BeschikbaarheidEvent::TerugGemeld {}]),
    );
    check::<Beschikbaarheid>(Rol::Wmoconsulent, &[], back, Ok(vec![]));
}

// shows C2-L5, KING-R4a
#[test]
fn who_distributes_reports_others_and_nobody_else_does() {
    let today = now().day();
    for rol in Rol::ALLE {
        let may = matches!(rol, Rol::Werkverdeler | Rol::Wijkteammanager);
        let then = if may { Ok(vec![gemeld(today, None)]) } else { Err(BeschikbaarheidRefusal::NietBevoegd) };
        check::<Beschikbaarheid>(rol, &[], meld(ANDER, today, None), then);
        let back = BeschikbaarheidCommand::MeldTerug { medewerker: ANDER };
        let then = if may { Ok(vec![]) } else { Err(BeschikbaarheidRefusal::NietBevoegd) };
        check::<Beschikbaarheid>(rol, &[], back, then);
    }
}

#[test]
fn impossible_periods_are_refused() {
    let today = now().day();
    let periods = [
        (date(2026, 12, 4), Some(date(2026, 12, 3)), BeschikbaarheidRefusal::Periode),
        (date(2026, 11, 1), Some(date(2026, 11, 24)), BeschikbaarheidRefusal::Periode),
        (date(2029, 1, 1), None, BeschikbaarheidRefusal::TeLang),
        (today, Some(date(2029, 1, 1)), BeschikbaarheidRefusal::TeLang),
        (date(1999, 1, 1), None, BeschikbaarheidRefusal::TeLang),
    ];
    for (vanaf, tot_en_met, then) in periods {
        check::<Beschikbaarheid>(Rol::Wmoconsulent, &[], meld(ik(), vanaf, tot_en_met), Err(then));
    }
}

#[test]
fn absence_ends_with_its_last_day() {
    let away = Beschikbaarheid::Afwezig(Afwezigheid {
        vanaf: date(2026, 11, 25),
        tot_en_met: Some(date(2026, 11, 27)),
    });
    for (dag, geldt, bekend) in [
        (date(2026, 11, 24), false, true),
        (date(2026, 11, 25), true, true),
        (date(2026, 11, 27), true, true),
        (date(2026, 11, 28), false, false),
    ] {
        let known = away.afwezig(dag);
        assert_eq!((known.is_some_and(|away| away.geldt_op(dag)), known.is_some()), (geldt, bekend), "{dag}");
    }
}

// shows C2-K1
#[test]
fn what_was_new_is_seen_once_and_by_oneself() {
    let zaak = ZaakId(Uuid::from_u128(7));
    let merk = |medewerker, versie| BeschikbaarheidCommand::MerkGezien { medewerker, zaak, versie };
    let seen = BeschikbaarheidEvent::ZaakGezien { zaak, versie: 3 };
    check::<Beschikbaarheid>(Rol::Jeugdconsulent, &[], merk(ik(), Some(3)), Ok(vec![seen]));
    check::<Beschikbaarheid>(Rol::Jeugdconsulent, &[], merk(ik(), None), Ok(vec![]));
    let not_mine = Err(BeschikbaarheidRefusal::NietBevoegd);
    check::<Beschikbaarheid>(Rol::Werkverdeler, &[], merk(ANDER, Some(3)), not_mine);
    // Whether somebody is away has nothing to do with it.
    let away = gemeld(now().day(), None);
    let state = [away, seen].iter().fold(Beschikbaarheid::default(), |state, event| {
        crate::domain::aggregate::Aggregate::evolve(state, event, now())
    });
    assert!(state.afwezig(now().day()).is_some());
}
