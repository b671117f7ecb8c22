//! What the leden see of a plan, and what is kept from them for a reason.

use jiff::ToSpan;
use jiff::civil::Date;

use super::tests::{ACTIE, ANDER, DOEL, DYLAN, MARIA, actie, afspraak, begonnen, doel, set_action, set_goal};
use super::*;
use crate::domain::aggregate::Aggregate;
use crate::domain::check::{check, ik, now};
use crate::domain::medewerker::Rol;
use crate::limits::ACHTERHOUDEN_DAGEN_MAX;

/// Kept away until so many days from now, and looked at again on that one.
fn waarom(tot: i64, herzien: i64) -> Achterhouding {
    let dag = |days: i64| now().day().saturating_add(days.days());
    Achterhouding { reden: "Eerst samen bespreken".into(), tot_en_met: dag(tot), herzien_op: dag(herzien) }
}

fn away(onderdeel: Onderdeel, tot: i64) -> PlanEvent {
    PlanEvent::OnderdeelAchtergehouden { onderdeel, achterhouding: waarom(tot, tot) }
}

const HET_DOEL: Onderdeel = Onderdeel::Doel(DOEL);

// shows KING-R1c
#[test]
fn what_is_for_the_groep_is_kept_away_with_a_reason_an_end_and_a_day_to_look_again() {
    let given = [begonnen(ik()), doel(Voor::Groep)];
    let keep = |waarom| PlanCommand::HoudAchter { onderdeel: HET_DOEL, achterhouding: waarom };
    let max = ACHTERHOUDEN_DAGEN_MAX;
    for (tot, herzien, then) in [
        (30, 14, None),
        (0, 0, None),
        (max, max, None),
        (-1, -1, Some(PlanRefusal::AchterhoudenTot)),
        (max + 1, 14, Some(PlanRefusal::AchterhoudenTot)),
        (30, 31, Some(PlanRefusal::AchterhoudenHerzien)),
        (30, -1, Some(PlanRefusal::AchterhoudenHerzien)),
    ] {
        let kept =
            PlanEvent::OnderdeelAchtergehouden { onderdeel: HET_DOEL, achterhouding: waarom(tot, herzien) };
        let then = then.map_or_else(|| Ok(vec![kept]), Err);
        check::<Plan>(Rol::Regisseur, &given, keep(waarom(tot, herzien)), then);
    }
    let again = [given[0].clone(), given[1].clone(), away(HET_DOEL, 30)];
    check::<Plan>(Rol::Regisseur, &again, keep(waarom(30, 30)), Ok(vec![]));
    check::<Plan>(
        Rol::Regisseur,
        &again,
        PlanCommand::DeelOnderdeel { onderdeel: HET_DOEL },
        Ok(vec![PlanEvent::OnderdeelGedeeld { onderdeel: HET_DOEL }]),
    );
}

// shows KING-R1a, KING-R1c
#[test]
fn what_is_about_one_lid_is_not_kept_from_them_and_what_is_not_there_neither() {
    let given = [begonnen(ik()), doel(Voor::Lid(DYLAN))];
    let keep = |onderdeel| PlanCommand::HoudAchter { onderdeel, achterhouding: waarom(9, 9) };
    check::<Plan>(Rol::Regisseur, &given, keep(HET_DOEL), Err(PlanRefusal::AlleenGroep));
    check::<Plan>(Rol::Regisseur, &given, keep(Onderdeel::Actie(ACTIE)), Err(PlanRefusal::Onbekend));
    check::<Plan>(
        Rol::Regisseur,
        &given[..1],
        set_goal(Voor::Lid(DYLAN), Some(waarom(9, 9))),
        Err(PlanRefusal::AlleenGroep),
    );
    let share = PlanCommand::DeelOnderdeel { onderdeel: Onderdeel::Actie(ACTIE) };
    check::<Plan>(Rol::Regisseur, &given, share, Err(PlanRefusal::Onbekend));
    let theirs = [begonnen(ANDER), doel(Voor::Groep)];
    check::<Plan>(Rol::Regisseur, &theirs, keep(HET_DOEL), Err(PlanRefusal::Onbekend));
}

// shows KING-R1c
#[test]
fn what_is_kept_away_from_its_first_moment_was_never_shared() {
    let unshared = |mut event| {
        if let PlanEvent::DoelGesteld { in_portaal, .. } | PlanEvent::ActieVastgelegd { in_portaal, .. } =
            &mut event
        {
            *in_portaal = false;
        }
        event
    };
    let set = vec![unshared(doel(Voor::Groep)), away(HET_DOEL, 9)];
    check::<Plan>(Rol::Regisseur, &[begonnen(ik())], set_goal(Voor::Groep, Some(waarom(9, 9))), Ok(set));
    let step = afspraak(Voor::Groep, Eigenaar::Lid(MARIA));
    let set = vec![unshared(actie(step.clone())), away(Onderdeel::Actie(ACTIE), 9)];
    check::<Plan>(Rol::Regisseur, &[begonnen(ik())], set_action(step, Some(waarom(9, 9))), Ok(set));
}

fn shown(events: &[PlanEvent], voor: Voor, dag: Date) -> (usize, usize) {
    let plan = events.iter().fold(Plan::default(), |state, event| state.evolve(event, now()));
    let plan = plan.inhoud().unwrap();
    (plan.doelen_in_portaal(voor, dag).count(), plan.acties_in_portaal(voor, dag).count())
}

// shows KING-R1b, KING-R1c, KING-R1d
#[test]
fn a_part_shows_what_was_shared_of_it_and_an_action_goes_with_its_goal() {
    let dag = |days: i64| now().day().saturating_add(days.days());
    let mut step = afspraak(Voor::Groep, Eigenaar::Lid(MARIA));
    step.doel = Some(DOEL);
    let plan = vec![begonnen(ik()), doel(Voor::Groep), actie(step)];
    assert_eq!(shown(&plan, Voor::Groep, dag(0)), (1, 1));
    assert_eq!(shown(&plan, Voor::Lid(MARIA), dag(0)), (0, 0));
    let goal_away = [plan.clone(), vec![away(HET_DOEL, 9)]].concat();
    assert_eq!(shown(&goal_away, Voor::Groep, dag(9)), (0, 0), "its action would tell of it");
    assert_eq!(shown(&goal_away, Voor::Groep, dag(10)), (1, 1), "after the last day");
    let step_away = [plan.clone(), vec![away(Onderdeel::Actie(ACTIE), 9)]].concat();
    assert_eq!(shown(&step_away, Voor::Groep, dag(9)), (1, 0));
    let back = [step_away, vec![PlanEvent::OnderdeelGedeeld { onderdeel: Onderdeel::Actie(ACTIE) }]].concat();
    assert_eq!(shown(&back, Voor::Groep, dag(0)), (1, 1));
    let before = PlanEvent::DoelGesteld {
        doel: DOEL,
        voor: Voor::Groep,
        omschrijving: "Van voor het portaal".into(),
        in_portaal: false,
    };
    let old = [begonnen(ik()), before];
    assert_eq!(shown(&old, Voor::Groep, dag(0)), (0, 0), "what was written for colleagues stays so");
    let share = PlanCommand::DeelOnderdeel { onderdeel: HET_DOEL };
    let gedeeld = PlanEvent::OnderdeelGedeeld { onderdeel: HET_DOEL };
    check::<Plan>(Rol::Regisseur, &old, share.clone(), Ok(vec![gedeeld]));
    check::<Plan>(Rol::Regisseur, &plan, share, Ok(vec![]));
}
