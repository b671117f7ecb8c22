//! Consent: a question, an answer, and an end.

use jiff::ToSpan;
use jiff::civil::Date;
use uuid::Uuid;

use super::*;
use crate::domain::aggregate::{Aggregate, Context};
use crate::domain::bevoegdheid::{Antwoorder, Leeftijd, Toegang, Vraagfeiten};
use crate::domain::check::{check, ik, now, wie};
use crate::domain::ids::PersoonId;
use crate::domain::medewerker::Wie;
use crate::domain::mens::Mens;
use crate::domain::zaaktype::Zaaktype;
use crate::limits::{TOESTEMMING_ANTWOORD_DAGEN, TOESTEMMING_DAGEN_MAX};

const ZAAK: ZaakId = ZaakId(Uuid::from_u128(4));
const KEVIN: MedewerkerId = MedewerkerId(Uuid::from_u128(2));
const MARIA: PersoonId = PersoonId(Uuid::from_u128(5));
const OUDER: PersoonId = PersoonId(Uuid::from_u128(6));
const DOEL: &str = "De hulp op elkaar afstemmen";
const DAY: i64 = 24 * 60 * 60 * 1_000_000;

fn feiten() -> Vraagfeiten {
    Vraagfeiten { zaaktype: Zaaktype::MeldingWmo, persoon: MARIA, toegang: Toegang::Dat, werkt_voor: true }
}

fn day(ahead: i64) -> Date {
    now().day().checked_add(ahead.days()).unwrap()
}

/// The first moment after a day so far ahead.
fn after(ahead: i64) -> crate::clock::Moment {
    crate::clock::Moment::start_of(day(ahead + 1))
}

fn vraag(feiten: Vraagfeiten, doel: &str, ahead: i64) -> ToekenningCommand {
    ToekenningCommand::VraagToestemming { zaak: ZAAK, feiten, doel: doel.into(), tot_en_met: day(ahead) }
}

fn gevraagd(aan: MedewerkerId, ahead: i64) -> ToekenningEvent {
    ToekenningEvent::ToestemmingGevraagd {
        zaak: ZAAK,
        persoon: MARIA,
        aan,
        rol: Rol::Jeugdconsulent,
        doel: DOEL.into(),
        tot: after(ahead),
        vervalt_op: after(ahead.min(TOESTEMMING_ANTWOORD_DAGEN)),
    }
}

fn gegeven(ahead: i64) -> ToekenningEvent {
    gegeven_door(MARIA, ahead)
}

fn gegeven_door(gever: PersoonId, ahead: i64) -> ToekenningEvent {
    ToekenningEvent::ToekenningVerleend {
        voorwerp: Voorwerp::Inzage { zaak: ZAAK },
        aan: KEVIN,
        rol: Rol::Jeugdconsulent,
        van: now(),
        tot: after(ahead),
        reden: DOEL.into(),
        door: ik(),
        verklaard: false,
        gever: Some(gever),
    }
}

fn inwoner(persoon: PersoonId) -> Wie {
    Wie { persoon: Some(persoon), ..wie(Rol::Inwoner) }
}

fn van(leeftijd: Leeftijd, gezag: bool) -> Antwoorder {
    Antwoorder { persoon: MARIA, leeftijd, gezag }
}

/// As [`check`], for whom and when it is asked.
#[track_caller]
fn check_op(
    (wie, now): (Wie, crate::clock::Moment),
    given: &[ToekenningEvent],
    when: &ToekenningCommand,
    then: Result<Vec<ToekenningEvent>, ToekenningRefusal>,
) {
    let at = crate::domain::check::now();
    let state = given.iter().fold(Toekenning::default(), |state, event| state.evolve(event, at));
    assert_eq!(state.decide(when, &Context { wie, now, namens: None, mens: Mens::default() }), then);
}

// shows KING-R6e: request with purpose, until a date
#[test]
fn who_helps_the_same_person_asks_with_a_purpose_until_a_day() {
    let asks = Rol::Jeugdconsulent;
    check::<Toekenning>(asks, &[], vraag(feiten(), DOEL, 60), Ok(vec![gevraagd(ik(), 60)]));
    // After its last day there is nothing to say yes to, however long a question waits.
    check::<Toekenning>(asks, &[], vraag(feiten(), DOEL, 2), Ok(vec![gevraagd(ik(), 2)]));
    check::<Toekenning>(asks, &[], vraag(feiten(), DOEL, 0), Ok(vec![gevraagd(ik(), 0)]));
    for (when, then) in [
        (vraag(feiten(), "Hulp afstemmen", 60), ToekenningRefusal::DoelTeKort),
        (vraag(feiten(), DOEL, -1), ToekenningRefusal::DagVoorbij),
        (vraag(feiten(), DOEL, TOESTEMMING_DAGEN_MAX + 1), ToekenningRefusal::TeVer),
    ] {
        check::<Toekenning>(asks, &[], when, Err(then));
    }
    let twice = vraag(feiten(), DOEL, 60);
    check::<Toekenning>(asks, &[gevraagd(ik(), 60)], twice, Err(ToekenningRefusal::BestaatAl));
}

// shows KING-R6e, X-24: only who works for the person and knows that it runs; of a confidential zaaktype there is nothing to ask
#[test]
fn to_all_others_there_is_nothing_to_ask() {
    for rol in Rol::ALLE {
        let state = Toekenning::default();
        let context = Context { wie: wie(rol), now: now(), namens: None, mens: Mens::default() };
        let found = state.decide(&vraag(feiten(), DOEL, 60), &context);
        if rol.behandelt() {
            assert!(found.is_ok(), "{rol:?}");
        } else {
            assert_eq!(found, Err(ToekenningRefusal::Onbekend), "{rol:?}");
        }
    }
    for feiten in [
        Vraagfeiten { werkt_voor: false, ..feiten() },
        Vraagfeiten { toegang: Toegang::Niets, ..feiten() },
        Vraagfeiten { toegang: Toegang::Wat, ..feiten() },
        Vraagfeiten { toegang: Toegang::Schrijven, ..feiten() },
        Vraagfeiten { zaaktype: Zaaktype::OnderzoekRechtmatigheid, ..feiten() },
    ] {
        let when = vraag(feiten, DOEL, 60);
        check::<Toekenning>(Rol::ConsulentInkomen, &[], when, Err(ToekenningRefusal::Onbekend));
    }
    let own = Wie { persoon: Some(MARIA), ..wie(Rol::Jeugdconsulent) };
    check_op((own, now()), &[], &vraag(feiten(), DOEL, 60), Err(ToekenningRefusal::Onbekend));
}

// shows KING-R6e, KING-R1e: the person from sixteen on, below it who has gezag; nobody else
#[test]
fn the_person_answers_and_for_a_child_who_has_gezag() {
    use Leeftijd::{Meerderjarig, TotTwaalf, TwaalfTotZestien, VanafZestien};
    let given = [gevraagd(KEVIN, 60)];
    for (leeftijd, self_may) in
        [(TotTwaalf, false), (TwaalfTotZestien, false), (VanafZestien, true), (Meerderjarig, true)]
    {
        for (who, gezag, may) in [
            (inwoner(MARIA), false, self_may),
            (inwoner(OUDER), true, !self_may),
            (inwoner(OUDER), false, false),
        ] {
            let refused = Err(ToekenningRefusal::Onbekend);
            let yes =
                ToekenningCommand::GeefToestemming { antwoorder: van(leeftijd, gezag), vervallen: false };
            let then = if may {
                Ok(who.persoon.map(|it| gegeven_door(it, 60)).into_iter().collect())
            } else {
                refused.clone()
            };
            check_op((who.clone(), now()), &given, &yes, then);
            let no =
                ToekenningCommand::WeigerToestemming { antwoorder: van(leeftijd, gezag), vervallen: false };
            let refusal = ToekenningEvent::ToestemmingGeweigerd { door: ik() };
            check_op((who, now()), &given, &no, if may { Ok(vec![refusal]) } else { refused });
        }
    }
    for rol in Rol::ALLE.into_iter().filter(|rol| *rol != Rol::Inwoner) {
        let who = Wie { persoon: Some(MARIA), ..wie(rol) };
        let yes =
            ToekenningCommand::GeefToestemming { antwoorder: van(Meerderjarig, false), vervallen: false };
        check_op((who, now()), &given, &yes, Err(ToekenningRefusal::Onbekend));
    }
    // Who answers for one person does not for another.
    let other = Antwoorder { persoon: OUDER, ..van(Meerderjarig, false) };
    let yes = ToekenningCommand::GeefToestemming { antwoorder: other, vervallen: false };
    check_op((inwoner(OUDER), now()), &given, &yes, Err(ToekenningRefusal::Onbekend));
}

// shows KING-R6e: one answer, in time
#[test]
fn a_question_is_answered_once_and_not_too_late() {
    let mine = van(Leeftijd::Meerderjarig, false);
    let yes = ToekenningCommand::GeefToestemming { antwoorder: mine, vervallen: false };
    let no = ToekenningCommand::WeigerToestemming { antwoorder: mine, vervallen: false };
    let me = || (inwoner(MARIA), now());
    let asked = gevraagd(KEVIN, 60);
    let refused = ToekenningEvent::ToestemmingGeweigerd { door: ik() };
    check_op(me(), &[asked.clone(), gegeven(60)], &yes, Ok(vec![]));
    check_op(me(), &[asked.clone(), gegeven(60)], &no, Err(ToekenningRefusal::AlBeantwoord));
    // Done already would say that it holds.
    for ja in [true, false] {
        let late = match ja {
            true => ToekenningCommand::GeefToestemming { antwoorder: mine, vervallen: true },
            false => ToekenningCommand::WeigerToestemming { antwoorder: mine, vervallen: true },
        };
        let fell = Err(ToekenningRefusal::Vervallen);
        check_op(me(), &[asked.clone(), gegeven(60)], &late, fell);
    }
    check_op(me(), &[asked.clone(), refused.clone()], &no, Ok(vec![]));
    check_op(me(), &[asked.clone(), refused], &yes, Err(ToekenningRefusal::AlBeantwoord));
    let end = after(TOESTEMMING_ANTWOORD_DAGEN);
    let in_time = (inwoner(MARIA), end.plus_micros(-1));
    check_op(
        in_time,
        std::slice::from_ref(&asked),
        &no,
        Ok(vec![ToekenningEvent::ToestemmingGeweigerd { door: ik() }]),
    );
    let late = (inwoner(MARIA), end);
    check_op(late, std::slice::from_ref(&asked), &yes, Err(ToekenningRefusal::VraagVoorbij));
    let back = [asked, ToekenningEvent::ToekenningIngetrokken { door: KEVIN }];
    check_op(me(), &back, &yes, Err(ToekenningRefusal::VraagVoorbij));
    let glas = [ToekenningEvent::ToekenningVerleend {
        voorwerp: Voorwerp::Vervanging { afwezige: KEVIN },
        aan: KEVIN,
        rol: Rol::Vervanger,
        van: now(),
        tot: after(1),
        reden: "Vakantie".into(),
        door: KEVIN,
        verklaard: false,
        gever: None,
    }];
    check_op(me(), &glas, &yes, Err(ToekenningRefusal::Onbekend));
}

// shows N-33: taken back by who may answer and by who asked, by nobody else
#[test]
fn consent_is_taken_back_by_who_may_answer_and_by_who_asked() {
    let end = |antwoorder| ToekenningCommand::TrekIn { regisseurs: Vec::new(), antwoorder };
    let ended = || Ok(vec![ToekenningEvent::ToekenningIngetrokken { door: ik() }]);
    let given = [gevraagd(KEVIN, 60), gegeven(60)];
    let mine = van(Leeftijd::Meerderjarig, false);
    check_op((inwoner(MARIA), now()), &given, &end(Some(mine)), ended());
    let child = van(Leeftijd::TotTwaalf, true);
    check_op((inwoner(OUDER), now()), &given, &end(Some(child)), ended());
    let grown = van(Leeftijd::VanafZestien, true);
    check_op((inwoner(OUDER), now()), &given, &end(Some(grown)), Err(ToekenningRefusal::Onbekend));
    let kevin = Wie { id: KEVIN, ..wie(Rol::Jeugdconsulent) };
    let by_kevin = Ok(vec![ToekenningEvent::ToekenningIngetrokken { door: KEVIN }]);
    check_op((kevin.clone(), now()), &given, &end(None), by_kevin.clone());
    check_op((kevin, now()), &given[..1], &end(None), by_kevin);
    for rol in Rol::ALLE {
        check_op((wie(rol), now()), &given, &end(Some(mine)), Err(ToekenningRefusal::Onbekend));
        check_op((wie(rol), now()), &given[..1], &end(Some(mine)), Err(ToekenningRefusal::Onbekend));
    }
    let over = (inwoner(MARIA), after(60));
    check_op(over, &given, &end(Some(mine)), Ok(vec![]));
}

// shows KING-R6e, N-33
#[test]
fn where_it_stands_follows_from_what_happened_and_the_time() {
    let stand = |events: &[ToekenningEvent], days: i64| {
        let state = events.iter().fold(Toekenning::default(), |state, event| state.evolve(event, now()));
        state.toestemming_op(now().plus_micros(days * DAY))
    };
    let asked = gevraagd(KEVIN, 60);
    let back = ToekenningEvent::ToekenningIngetrokken { door: KEVIN };
    let refused = ToekenningEvent::ToestemmingGeweigerd { door: ik() };
    for (events, days, then) in [
        (vec![], 0, None),
        (vec![asked.clone()], 0, Some(Toestemmingstand::Gevraagd)),
        (vec![asked.clone()], 31, Some(Toestemmingstand::Verlopen)),
        (vec![asked.clone(), back.clone()], 0, Some(Toestemmingstand::Ingetrokken)),
        (vec![asked.clone(), refused], 31, Some(Toestemmingstand::Geweigerd)),
        (vec![asked.clone(), gegeven(60)], 31, Some(Toestemmingstand::Geldt)),
        (vec![asked.clone(), gegeven(60)], 61, Some(Toestemmingstand::Voorbij)),
        (vec![asked, gegeven(60), back], 0, Some(Toestemmingstand::Ingetrokken)),
    ] {
        assert_eq!(stand(&events, days), then, "{events:?} after {days} days");
    }
}

#[test]
fn what_it_is_for_is_in_no_debug_output() {
    let state = Toekenning::default().evolve(&gevraagd(KEVIN, 60), now());
    let refused = state.clone().evolve(&ToekenningEvent::ToestemmingGeweigerd { door: ik() }, now());
    let told = format!("{state:?} {refused:?} {:?} {:?}", gevraagd(KEVIN, 1), vraag(feiten(), DOEL, 1));
    assert!(!told.contains("afstemmen"), "{told}");
}
