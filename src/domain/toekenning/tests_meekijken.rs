//! One lid lets another see something of theirs: what is given, when it begins, and who ends it.

use jiff::ToSpan;
use uuid::Uuid;

use super::*;
use crate::domain::aggregate::{Aggregate, Context};
use crate::domain::bevoegdheid::{Leeftijd, Meekijkfeiten};
use crate::domain::check::{now, wie};
use crate::domain::identiteit::medewerker_van_inwoner;
use crate::domain::medewerker::Wie;
use crate::domain::mens::Mens;
use crate::domain::wat::Wat;
use crate::limits::{BEDENKTIJD_UREN, TOESTEMMING_DAGEN_MAX};

const MARIA: PersoonId = PersoonId(Uuid::from_u128(5));
const JAN: PersoonId = PersoonId(Uuid::from_u128(6));
const PLAN: PlanId = PlanId(Uuid::from_u128(4));
const RIANNE: MedewerkerId = MedewerkerId(Uuid::from_u128(7));
const UUR: i64 = 3_600_000_000;

fn maria() -> Wie {
    Wie { persoon: Some(MARIA), ..wie(Rol::Inwoner) }
}

fn feiten() -> Meekijkfeiten {
    Meekijkfeiten { van: MARIA, leeftijd: Leeftijd::Meerderjarig, aan: JAN, samen: true, eigen: true }
}

fn geef(dagen: i64) -> ToekenningCommand {
    let (wat, tot_en_met) = (Meekijkwat::EigenDeel, now().day().saturating_add(dagen.days()));
    ToekenningCommand::LaatMeekijken { plan: PLAN, wat, feiten: feiten(), tot_en_met }
}

fn gegeven(dagen: i64) -> ToekenningEvent {
    ToekenningEvent::ToekenningVerleend {
        voorwerp: Voorwerp::Meekijken { plan: PLAN, van: MARIA, aan: JAN, wat: Meekijkwat::EigenDeel },
        aan: medewerker_van_inwoner(JAN),
        rol: Rol::Inwoner,
        van: now().plus_micros(BEDENKTIJD_UREN * UUR),
        tot: Moment::start_of(now().day().saturating_add((dagen + 1).days())),
        reden: Wat::default(),
        door: maria().id,
        verklaard: false,
        gever: None,
    }
}

fn check(
    (given, who): (&[ToekenningEvent], Wie),
    when: ToekenningCommand,
    then: Result<Vec<ToekenningEvent>, ToekenningRefusal>,
) {
    let state = given.iter().fold(Toekenning::default(), |state, event| state.evolve(event, now()));
    let context = Context { wie: who, now: now(), namens: None, mens: Mens::default() };
    assert_eq!(state.decide(&when, &context), then, "{when:?}");
}

// shows KING-R1f, KING-R1g
#[test]
fn it_begins_after_the_time_to_think_and_ends_with_its_last_day() {
    check((&[], maria()), geef(30), Ok(vec![gegeven(30)]));
    check((&[], maria()), geef(TOESTEMMING_DAGEN_MAX), Ok(vec![gegeven(TOESTEMMING_DAGEN_MAX)]));
    check((&[], maria()), geef(TOESTEMMING_DAGEN_MAX + 1), Err(ToekenningRefusal::MeekijkenTeVer));
    // Today is over within the time to think.
    check((&[], maria()), geef(0), Err(ToekenningRefusal::BinnenBedenktijd));
    check((&[gegeven(30)], maria()), geef(30), Err(ToekenningRefusal::BestaatAl));
    check((&[], Wie { persoon: Some(JAN), ..maria() }), geef(30), Err(ToekenningRefusal::Onbekend));
    let state = Toekenning::default().evolve(&gegeven(30), now());
    let it = state.verleend().unwrap();
    let at = |hours: i64| it.geldt_op(now().plus_micros(hours * UUR));
    assert!(!at(0) && !at(BEDENKTIJD_UREN - 1) && at(BEDENKTIJD_UREN));
    assert_eq!(it.meekijken().map(|it| (it.van, it.aan, it.plan)), Some((MARIA, JAN, PLAN)));
    assert_eq!(state.toestemming_op(now()), None, "it is no consent to read a zaak");
}

// shows KING-R1f, KING-R1g
#[test]
fn whose_it_is_takes_it_back_and_who_sees_it_ends_nothing() {
    let back = || ToekenningCommand::TrekIn { regisseurs: vec![RIANNE], antwoorder: None };
    let ingetrokken = ToekenningEvent::ToekenningIngetrokken { door: maria().id };
    check((&[gegeven(30)], maria()), back(), Ok(vec![ingetrokken.clone()]));
    check((&[gegeven(30), ingetrokken], maria()), back(), Ok(vec![]));
    let jan = Wie { id: medewerker_van_inwoner(JAN), persoon: Some(JAN), ..maria() };
    check((&[gegeven(30)], jan), back(), Err(ToekenningRefusal::Onbekend));
    let rianne = Wie { id: RIANNE, ..wie(Rol::Regisseur) };
    check((&[gegeven(30)], rianne), back(), Err(ToekenningRefusal::Onbekend));
}

// shows KING-R1g
#[test]
fn a_regisseur_of_the_plan_stops_it_with_a_reason() {
    let stop = || ToekenningCommand::StopMeekijken {
        regisseurs: vec![RIANNE],
        reden: "Zij stond onder druk".into(),
    };
    let rianne = Wie { id: RIANNE, ..wie(Rol::Regisseur) };
    let gestopt = ToekenningEvent::MeekijkenGestopt { door: RIANNE, reden: "Zij stond onder druk".into() };
    check((&[gegeven(30)], rianne.clone()), stop(), Ok(vec![gestopt.clone()]));
    check((&[gegeven(30), gestopt.clone()], rianne.clone()), stop(), Ok(vec![]));
    check((&[], rianne.clone()), stop(), Err(ToekenningRefusal::Onbekend));
    check((&[gegeven(30)], maria()), stop(), Err(ToekenningRefusal::Onbekend));
    check((&[gegeven(30)], wie(Rol::Regisseur)), stop(), Err(ToekenningRefusal::Onbekend));
    let state =
        [gegeven(30), gestopt].iter().fold(Toekenning::default(), |it, event| it.evolve(event, now()));
    let it = state.verleend().unwrap();
    assert!(!it.loopt_nog(now().plus_micros(48 * UUR)));
    assert_eq!(it.gestopt, Some("Zij stond onder druk".into()));
    let glas = ToekenningEvent::ToekenningVerleend {
        voorwerp: Voorwerp::Glas { plan: PLAN },
        aan: RIANNE,
        rol: Rol::Wijkteammanager,
        van: now(),
        tot: now().plus_micros(UUR),
        reden: "Nood".into(),
        door: RIANNE,
        verklaard: false,
        gever: None,
    };
    check((&[glas], rianne), stop(), Err(ToekenningRefusal::Onbekend));
}
