use uuid::Uuid;

use super::*;
use crate::domain::aggregate::Aggregate;
use crate::domain::check::{check, ik, now};
use crate::domain::ids::{PersoonId, PlanId};
use crate::domain::medewerker::Rol;

fn persoon(n: u128) -> PersoonId {
    PersoonId(Uuid::from_u128(n))
}

fn plan(n: u128) -> PlanId {
    PlanId(Uuid::from_u128(n))
}

fn gevormd() -> GroepEvent {
    GroepEvent::GroepGevormd {
        leden: vec![persoon(5), persoon(6)],
        aanleiding: None,
        door: ik(),
        waarom: None,
    }
}

fn vorm(leden: &[u128]) -> GroepCommand {
    vorm_met(leden, &[], None)
}

fn vorm_met(leden: &[u128], onbekend: &[u128], waarom: Option<&str>) -> GroepCommand {
    let personen = |of: &[u128]| of.iter().map(|n| persoon(*n)).collect();
    GroepCommand::Vorm {
        leden: personen(leden),
        aanleiding: None,
        plan: None,
        onbekend: personen(onbekend),
        waarom: waarom.map(Into::into),
    }
}

// shows KING-G1, N-8, X-26
#[test]
fn of_somebody_whom_its_maker_does_not_know_of_a_groep_has_a_reason_that_they_are_told() {
    let reason = "Wij willen dit gezin samen beter helpen.";
    for short in [None, Some(""), Some("zorgen"), Some("negentien tekens...")] {
        check::<Groep>(Rol::Regisseur, &[], vorm_met(&[5, 6], &[6], short), Err(GroepRefusal::Waarom));
    }
    let formed = |voor: &[u128]| GroepEvent::GroepGevormd {
        leden: vec![persoon(5), persoon(6)],
        aanleiding: None,
        door: ik(),
        waarom: Some(Waarom { tekst: reason.into(), voor: voor.iter().map(|n| persoon(*n)).collect() }),
    };
    check::<Groep>(Rol::Regisseur, &[], vorm_met(&[6, 5], &[6], Some(reason)), Ok(vec![formed(&[6])]));
    // Who knows them all need not say why; who does is heard.
    check::<Groep>(Rol::Regisseur, &[], vorm_met(&[5, 6], &[], Some(reason)), Ok(vec![formed(&[])]));
    check::<Groep>(Rol::Regisseur, &[], vorm_met(&[5, 6], &[], None), Ok(vec![gevormd()]));
    check::<Groep>(Rol::Regisseur, &[], vorm_met(&[5, 6], &[9], None), Ok(vec![gevormd()]));
    assert!(!format!("{:?}", formed(&[6])).contains("school"), "no log holds it");
}

// shows KING-G1, KING-G3
#[test]
fn a_groep_is_its_set_of_persons() {
    check::<Groep>(Rol::Regisseur, &[], vorm(&[6, 5, 6]), Ok(vec![gevormd()]));
    check::<Groep>(Rol::Regisseur, &[], vorm(&[]), Err(GroepRefusal::GeenLeden));
    let crowd: Vec<u128> = (1..40).collect();
    check::<Groep>(Rol::Regisseur, &[], vorm(&crowd), Err(GroepRefusal::TeVeelLeden));
    assert_eq!(sleutel(&[persoon(6), persoon(5), persoon(6)]), sleutel(&[persoon(5), persoon(6)]));
    assert_ne!(sleutel(&[persoon(5)]), sleutel(&[persoon(5), persoon(6)]));
}

#[test]
fn only_a_regisseur_makes_one() {
    for rol in Rol::ALLE.into_iter().filter(|rol| *rol != Rol::Regisseur) {
        check::<Groep>(rol, &[], vorm(&[5]), Err(GroepRefusal::NietBevoegd));
    }
}

// shows KING-PL1, KING-PL4
#[test]
fn one_plan_at_a_time() {
    let start = |n| GroepCommand::StartPlan { plan: plan(n) };
    let gestart = |n| GroepEvent::PlanGestart { plan: plan(n) };
    check::<Groep>(Rol::Regisseur, &[gevormd()], start(1), Ok(vec![gestart(1)]));
    check::<Groep>(Rol::Regisseur, &[gevormd(), gestart(1)], start(2), Err(GroepRefusal::PlanLooptAl));
    let vrij = GroepEvent::GroepVrijgekomen { plan: plan(1) };
    check::<Groep>(Rol::Regisseur, &[gevormd(), gestart(1), vrij], start(2), Ok(vec![gestart(2)]));
    check::<Groep>(Rol::Regisseur, &[], start(1), Err(GroepRefusal::Onbekend));
}

#[test]
fn only_the_system_frees_a_groep_and_only_of_the_plan_that_runs() {
    let free = |n| GroepCommand::MaakVrij { plan: plan(n) };
    let given = [gevormd(), GroepEvent::PlanGestart { plan: plan(1) }];
    let freed = GroepEvent::GroepVrijgekomen { plan: plan(1) };
    check::<Groep>(Rol::Systeem, &given, free(1), Ok(vec![freed]));
    check::<Groep>(Rol::Systeem, &given, free(2), Ok(vec![]));
    check::<Groep>(Rol::Regisseur, &given, free(1), Err(GroepRefusal::NietBevoegd));
}

// shows KING-G2
#[test]
fn a_lid_and_a_participant_are_not_the_same() {
    let buurman = Participant { persoon: persoon(9), hoedanigheid: "buurman".into() };
    let add = GroepCommand::VoegParticipantToe;
    let added = GroepEvent::ParticipantToegevoegd(buurman.clone());
    check::<Groep>(Rol::Regisseur, &[gevormd()], add(buurman.clone()), Ok(vec![added.clone()]));
    check::<Groep>(Rol::Regisseur, &[gevormd(), added.clone()], add(buurman), Ok(vec![]));
    let maria = Participant { persoon: persoon(5), hoedanigheid: "oma".into() };
    check::<Groep>(Rol::Regisseur, &[gevormd()], add(maria), Err(GroepRefusal::IsLid));
    let gone = GroepCommand::VerwijderParticipant { persoon: persoon(9) };
    let left = GroepEvent::ParticipantVerwijderd { persoon: persoon(9) };
    check::<Groep>(Rol::Regisseur, &[gevormd(), added], gone.clone(), Ok(vec![left]));
    check::<Groep>(Rol::Regisseur, &[gevormd()], gone, Ok(vec![]));
}

// shows KING-SI4
#[test]
fn a_groepstraject_begins_in_one_step_and_keeps_what_led_to_it() {
    let aanleiding = Some(crate::domain::ids::SignaalId(Uuid::from_u128(3)));
    let GroepCommand::Vorm { leden, onbekend, waarom, .. } = vorm(&[5]) else {
        unreachable!("that is what it is")
    };
    let begin = GroepCommand::Vorm { leden, aanleiding, plan: Some(plan(1)), onbekend, waarom };
    let both = vec![
        GroepEvent::GroepGevormd { leden: vec![persoon(5)], aanleiding, door: ik(), waarom: None },
        GroepEvent::PlanGestart { plan: plan(1) },
    ];
    check::<Groep>(Rol::Regisseur, &[], begin, Ok(both));
}

// shows KING-G3
#[test]
fn that_somebody_tried_is_noted_once_a_day() {
    let tried = GroepEvent::PogingGeweigerd { door: ik() };
    let note = || GroepCommand::NoteerPoging;
    check::<Groep>(Rol::Regisseur, &[gevormd()], note(), Ok(vec![tried.clone()]));
    check::<Groep>(Rol::Regisseur, &[gevormd(), tried.clone()], note(), Ok(vec![]));
    check::<Groep>(Rol::Wmoconsulent, &[gevormd()], note(), Err(GroepRefusal::NietBevoegd));
    let many =
        (0..20).fold(Groep::default().evolve(&gevormd(), now()), |groep, _| groep.evolve(&tried, now()));
    assert_eq!(many.gevormd().unwrap().pogingen.len(), crate::limits::POGINGEN_MAX);
}

// shows KING-G4, KING-R4d: one table says it, at the way in and here
#[test]
fn who_can_change_what_is_around_a_groep_is_said_by_the_table_of_groepen() {
    for rol in Rol::ALLE {
        let buurman = Participant { persoon: persoon(9), hoedanigheid: "buurman".into() };
        let added = GroepEvent::ParticipantToegevoegd(buurman.clone());
        let may = crate::domain::bevoegdheid::kan_groep_wijzigen(rol);
        assert_eq!(may, rol == Rol::Regisseur, "{rol:?}");
        let then = if may { Ok(vec![added]) } else { Err(GroepRefusal::NietBevoegd) };
        check::<Groep>(rol, &[gevormd()], GroepCommand::VoegParticipantToe(buurman), then);
    }
}
