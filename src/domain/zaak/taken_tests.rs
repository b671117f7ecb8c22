use jiff::civil::date;
use uuid::Uuid;

use super::*;
use crate::domain::aggregate::{Aggregate, Context};
use crate::domain::check::{check, ik, now, wie};
use crate::domain::ids::TaakId;
use crate::domain::medewerker::Rol;
use crate::domain::mens::Mens;
use crate::domain::wat::Wat;
use crate::limits::TAKEN_MAX;

const EMMA: MedewerkerId = MedewerkerId(Uuid::from_u128(2));
const TAAK: TaakId = TaakId(Uuid::from_u128(70));

fn geregistreerd() -> ZaakEvent {
    ZaakEvent::MeldingGeregistreerd {
        zaaknummer: "ZAAK-2026-000001".into(),
        zaaktype: Zaaktype::MeldingWmo,
        persoon: PersoonId(Uuid::from_u128(5)),
        melder: MedewerkerId(Uuid::from_u128(8)),
        melding: Melding {
            onderwerp: "Hulp in huis".into(),
            toelichting: None,
            kanaal: Kanaal::Balie,
            urgentie: Urgentie::Gewoon,
        },
        contact: None,
        bevestiging: None,
        uiterlijk_op: date(2027, 1, 6),
    }
}

fn toegewezen(behandelaars: &[MedewerkerId]) -> ZaakEvent {
    ZaakEvent::ZaakToegewezen { behandelaars: behandelaars.to_vec(), reden: None }
}

fn klaargezet(taak: TaakId, eigenaar: MedewerkerId) -> ZaakEvent {
    ZaakEvent::TaakKlaargezet { taak, omschrijving: "School bellen".into(), eigenaar, dag: date(2026, 12, 1) }
}

fn zet_klaar(eigenaar: MedewerkerId) -> ZaakCommand {
    ZaakCommand::Taak(TaakCommand::ZetKlaar {
        taak: TAAK,
        omschrijving: "School bellen".into(),
        eigenaar,
        dag: date(2026, 12, 1),
    })
}

fn taak(command: TaakCommand) -> ZaakCommand {
    ZaakCommand::Taak(command)
}

// shows C2-K3
#[test]
fn a_taak_is_for_today_or_later_and_for_no_year_that_was_typed_wrong() {
    let given = [geregistreerd(), toegewezen(&[ik(), EMMA])];
    let on = |dag| {
        let omschrijving = Wat::from("School bellen");
        taak(TaakCommand::ZetKlaar { taak: TAAK, omschrijving, eigenaar: EMMA, dag })
    };
    for wrong in [date(1999, 1, 1), date(2026, 11, 24), date(2031, 11, 26), date(9999, 1, 1)] {
        check::<Zaak>(Rol::Wmoconsulent, &given, on(wrong), Err(TaakRefusal::Dag.into()));
    }
    for dag in [date(2026, 11, 25), date(2031, 11, 25)] {
        let omschrijving = Wat::from("School bellen");
        let set = ZaakEvent::TaakKlaargezet { taak: TAAK, omschrijving, eigenaar: EMMA, dag };
        check::<Zaak>(Rol::Wmoconsulent, &given, on(dag), Ok(vec![set]));
    }
}

/// A zaak of ik and Emma, with one taak of Emma.
fn given() -> Vec<ZaakEvent> {
    vec![geregistreerd(), toegewezen(&[ik(), EMMA]), klaargezet(TAAK, EMMA)]
}

fn with(more: &[ZaakEvent]) -> Vec<ZaakEvent> {
    given().into_iter().chain(more.iter().cloned()).collect()
}

fn after(events: &[ZaakEvent]) -> Taak {
    let zaak = events.iter().fold(Zaak::default(), |zaak, event| zaak.evolve(event, now()));
    zaak.lopend().unwrap().taak(TAAK).unwrap().clone()
}

fn fout(refusal: TaakRefusal) -> Result<Vec<ZaakEvent>, ZaakRefusal> {
    Err(ZaakRefusal::Taak(refusal))
}

// shows C2-N6
#[test]
fn each_behandelaar_gets_taken_of_their_own_and_nobody_else_does() {
    let two = [geregistreerd(), toegewezen(&[ik(), EMMA])];
    for eigenaar in [ik(), EMMA] {
        let then = Ok(vec![klaargezet(TAAK, eigenaar)]);
        check::<Zaak>(Rol::Wmoconsulent, &two, zet_klaar(eigenaar), then);
    }
    let stranger = MedewerkerId(Uuid::from_u128(3));
    check::<Zaak>(Rol::Wmoconsulent, &two, zet_klaar(stranger), fout(TaakRefusal::Eigenaar));
    let wijs_toe = |eigenaar| taak(TaakCommand::WijsToe { taak: TAAK, eigenaar });
    check::<Zaak>(Rol::Wmoconsulent, &given(), wijs_toe(stranger), fout(TaakRefusal::Eigenaar));
    let given_on = ZaakEvent::TaakToegewezen { taak: TAAK, eigenaar: ik() };
    check::<Zaak>(Rol::Wmoconsulent, &given(), wijs_toe(ik()), Ok(vec![given_on]));
    check::<Zaak>(Rol::Wmoconsulent, &given(), wijs_toe(EMMA), Ok(vec![]));
}

// shows C2-N6, C2-R8
#[test]
fn only_who_may_write_in_the_zaak_touches_its_taken() {
    let others = [geregistreerd(), toegewezen(&[EMMA]), klaargezet(TAAK, EMMA)];
    for command in [
        zet_klaar(EMMA),
        taak(TaakCommand::RondAf { taak: TAAK }),
        taak(TaakCommand::Heropen { taak: TAAK }),
        taak(TaakCommand::WijsToe { taak: TAAK, eigenaar: EMMA }),
        taak(TaakCommand::LaatVervallen { taak: TAAK }),
    ] {
        // A colleague knows that the zaak runs, and no more; somebody of another field does not know that.
        check::<Zaak>(Rol::Wmoconsulent, &others, command.clone(), Err(ZaakRefusal::NietBevoegd));
        check::<Zaak>(Rol::Werkcoach, &others, command.clone(), Err(ZaakRefusal::Onbekend));
        // Who stands in for Emma does her work.
        let state = others.iter().fold(Zaak::default(), |state, event| state.evolve(event, now()));
        let context =
            Context { wie: wie(Rol::Wmoconsulent), now: now(), namens: Some(EMMA), mens: Mens::default() };
        assert!(state.decide(&command, &context).is_ok(), "{command:?}");
    }
}

// shows C2-N6
#[test]
fn a_taak_is_done_once_and_can_be_taken_up_again() {
    let done = ZaakEvent::TaakAfgerond { taak: TAAK, door: ik(), namens: None };
    let again = ZaakEvent::TaakHeropend { taak: TAAK, door: ik() };
    let lapsed = ZaakEvent::TaakVervallen { taak: TAAK, door: ik() };
    let (rond_af, heropen, vervalt) = (
        taak(TaakCommand::RondAf { taak: TAAK }),
        taak(TaakCommand::Heropen { taak: TAAK }),
        taak(TaakCommand::LaatVervallen { taak: TAAK }),
    );
    let wijs_toe = taak(TaakCommand::WijsToe { taak: TAAK, eigenaar: ik() });
    for (more, when, then) in [
        (vec![], rond_af.clone(), Ok(vec![done.clone()])),
        (vec![], heropen.clone(), Ok(vec![])),
        (vec![], vervalt.clone(), Ok(vec![lapsed.clone()])),
        (vec![done.clone()], rond_af.clone(), Ok(vec![])),
        (vec![done.clone()], heropen.clone(), Ok(vec![again.clone()])),
        (vec![done.clone()], vervalt.clone(), fout(TaakRefusal::NietOpen)),
        (vec![done.clone()], wijs_toe.clone(), fout(TaakRefusal::NietOpen)),
        (vec![lapsed.clone()], rond_af.clone(), fout(TaakRefusal::Vervallen)),
        (vec![lapsed.clone()], vervalt.clone(), Ok(vec![])),
        (vec![lapsed.clone()], heropen.clone(), Ok(vec![again.clone()])),
    ] {
        check::<Zaak>(Rol::Wmoconsulent, &with(&more), when, then);
    }
    let unknown = taak(TaakCommand::RondAf { taak: TaakId(Uuid::from_u128(71)) });
    check::<Zaak>(Rol::Wmoconsulent, &given(), unknown, fout(TaakRefusal::Onbekend));
    let gedaan = Taakstand::Gedaan { door: ik(), namens: None, op: now() };
    assert_eq!(after(&with(std::slice::from_ref(&done))).stand, gedaan);
    assert_eq!(after(&with(&[done, again])).stand, Taakstand::Open);
}

// shows C2-N6
#[test]
fn what_somebody_had_to_do_waits_for_another_when_they_are_taken_off() {
    let off = toegewezen(&[ik()]);
    let back = toegewezen(&[ik(), EMMA]);
    assert_eq!(after(&with(std::slice::from_ref(&off))).eigenaar, None);
    assert_eq!(after(&with(&[off.clone(), back])).eigenaar, None, "it does not come back by itself");
    let other = ZaakEvent::ZaakToegewezen { behandelaars: vec![EMMA], reden: None };
    assert_eq!(after(&with(&[other])).eigenaar, Some(EMMA), "who stays keeps theirs");
    // What she did stays hers; taken up again it waits for somebody.
    let done = ZaakEvent::TaakAfgerond { taak: TAAK, door: EMMA, namens: None };
    assert_eq!(after(&with(&[done.clone(), off.clone()])).eigenaar, Some(EMMA));
    let again = ZaakEvent::TaakHeropend { taak: TAAK, door: ik() };
    assert_eq!(after(&with(&[done, off, again])).eigenaar, None);
}

#[test]
fn a_zaak_holds_so_many_taken() {
    let mut full = vec![geregistreerd(), toegewezen(&[ik()])];
    for n in 0..TAKEN_MAX {
        let id = TaakId(Uuid::from_u128(1_000 + u128::try_from(n).unwrap()));
        full.push(klaargezet(id, ik()));
    }
    check::<Zaak>(Rol::Wmoconsulent, &full, zet_klaar(ik()), fout(TaakRefusal::Vol));
    full.pop();
    check::<Zaak>(Rol::Wmoconsulent, &full, zet_klaar(ik()), Ok(vec![klaargezet(TAAK, ik())]));
}

#[test]
fn what_is_to_be_done_stands_in_no_log() {
    let zaak = given().iter().fold(Zaak::default(), |zaak, event| zaak.evolve(event, now()));
    let text = format!("{:?} {:?}", zaak.lopend().unwrap().taken, zet_klaar(ik()));
    assert!(!text.contains("School"), "{text}");
}

// shows KING-R4b, N-34: what one was to do goes along, in the order in which it is never nobody's
#[test]
fn who_gets_the_zaak_of_another_gets_what_that_one_was_to_do_in_it() {
    let (emil, other, done) =
        (MedewerkerId(Uuid::from_u128(3)), TaakId(Uuid::from_u128(71)), TaakId(Uuid::from_u128(72)));
    let given = [
        geregistreerd(),
        toegewezen(&[ik(), EMMA]),
        klaargezet(TAAK, EMMA),
        klaargezet(other, ik()),
        klaargezet(done, EMMA),
        ZaakEvent::TaakAfgerond { taak: done, door: EMMA, namens: None },
    ];
    let ask = ZaakCommand::DraagOver { van: EMMA, aan: emil, reden: "Ziek".into() };
    let mut set = vec![ik(), emil];
    set.sort_unstable();
    let over = ZaakEvent::ZaakToegewezen { behandelaars: set, reden: Some("Ziek".into()) };
    let along = ZaakEvent::TaakToegewezen { taak: TAAK, eigenaar: emil };
    check::<Zaak>(Rol::Wijkteammanager, &given, ask.clone(), Ok(vec![along.clone(), over.clone()]));
    check::<Zaak>(Rol::Backoffice, &given[..1], ask, Err(ZaakRefusal::Onbekend));
    let zaak = given.iter().fold(Zaak::default(), |zaak, event| zaak.evolve(event, now()));
    let after = [along, over].iter().fold(zaak, |zaak, event| {
        let zaak = zaak.evolve(event, now());
        assert!(zaak.lopend().unwrap().open_taken().all(|taak| taak.eigenaar.is_some()), "{event:?}");
        zaak
    });
    assert_eq!(after.lopend().unwrap().taak(TAAK).unwrap().eigenaar, Some(emil));
}

// shows X-25
#[test]
fn a_taak_that_was_done_for_another_says_for_whom() {
    let given = [geregistreerd(), toegewezen(&[EMMA]), klaargezet(TAAK, EMMA)];
    let zaak = given.iter().fold(Zaak::default(), |zaak, event| zaak.evolve(event, now()));
    let context = Context { wie: wie(Rol::Vervanger), now: now(), namens: Some(EMMA), mens: Mens::default() };
    let done = zaak.decide(&taak(TaakCommand::RondAf { taak: TAAK }), &context).unwrap();
    assert_eq!(done, [ZaakEvent::TaakAfgerond { taak: TAAK, door: ik(), namens: Some(EMMA) }]);
    let stand = zaak.evolve(&done[0], now()).lopend().unwrap().taak(TAAK).unwrap().stand;
    assert_eq!(stand, Taakstand::Gedaan { door: ik(), namens: Some(EMMA), op: now() });
}
