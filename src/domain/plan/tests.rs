use jiff::civil::{Date, date};
use uuid::Uuid;

use super::*;
use crate::domain::aggregate::Aggregate;
use crate::domain::check::{check, ik, now};
use crate::domain::ids::MedewerkerId;
use crate::domain::medewerker::Rol;

pub(super) const ANDER: MedewerkerId = MedewerkerId(Uuid::from_u128(2));
pub(super) const MARIA: PersoonId = PersoonId(Uuid::from_u128(5));
pub(super) const DYLAN: PersoonId = PersoonId(Uuid::from_u128(6));
pub(super) const DOEL: DoelId = DoelId(Uuid::from_u128(20));
pub(super) const ACTIE: ActieId = ActieId(Uuid::from_u128(30));
const ZAAK: ZaakId = ZaakId(Uuid::from_u128(40));
const DAG: Date = date(2026, 12, 10);

pub(super) fn begonnen(regisseur: MedewerkerId) -> PlanEvent {
    PlanEvent::PlanBegonnen {
        groep: GroepId(Uuid::from_u128(1)),
        leden: vec![MARIA, DYLAN],
        regisseurs: vec![regisseur],
        aanleiding: None,
        vorig: None,
    }
}

fn begin() -> PlanCommand {
    PlanCommand::Begin {
        groep: GroepId(Uuid::from_u128(1)),
        leden: vec![MARIA, DYLAN],
        collegas: vec![ik()],
        aanleiding: None,
        vorig: None,
    }
}

pub(super) fn set_goal(voor: Voor, achterhouden: Option<Achterhouding>) -> PlanCommand {
    PlanCommand::StelDoel { doel: DOEL, voor, omschrijving: "Weer naar school".into(), achterhouden }
}

pub(super) fn set_action(afspraak: Afspraak, achterhouden: Option<Achterhouding>) -> PlanCommand {
    PlanCommand::LegActieVast { actie: ACTIE, afspraak, achterhouden }
}

pub(super) fn doel(voor: Voor) -> PlanEvent {
    PlanEvent::DoelGesteld { doel: DOEL, voor, omschrijving: "Weer naar school".into(), in_portaal: true }
}

pub(super) fn afspraak(voor: Voor, eigenaar: Eigenaar) -> Afspraak {
    Afspraak {
        doel: None,
        voor,
        omschrijving: "Bel de school".into(),
        eigenaar,
        datum: DAG,
        herinnering: None,
    }
}

pub(super) fn actie(afspraak: Afspraak) -> PlanEvent {
    PlanEvent::ActieVastgelegd { actie: ACTIE, afspraak, in_portaal: true }
}

// shows KING-PL1
#[test]
fn who_begins_a_plan_is_responsible_for_it() {
    check::<Plan>(Rol::Regisseur, &[], begin(), Ok(vec![begonnen(ik())]));
    check::<Plan>(Rol::Regisseur, &[begonnen(ik())], begin(), Err(PlanRefusal::BestaatAl));
    check::<Plan>(Rol::Jeugdconsulent, &[], begin(), Err(PlanRefusal::NietBevoegd));
}

// shows KING-RG3
#[test]
fn who_led_the_plan_before_leads_the_next_one_too() {
    let next = PlanCommand::Begin {
        groep: GroepId(Uuid::from_u128(1)),
        leden: vec![MARIA, DYLAN],
        collegas: vec![ANDER, ik()],
        aanleiding: None,
        vorig: None,
    };
    let both = PlanEvent::PlanBegonnen {
        groep: GroepId(Uuid::from_u128(1)),
        leden: vec![MARIA, DYLAN],
        regisseurs: vec![ik(), ANDER],
        aanleiding: None,
        vorig: None,
    };
    check::<Plan>(Rol::Regisseur, &[], next, Ok(vec![both.clone()]));
    // The one who began it is the responsible one: the other may leave.
    let out = PlanCommand::VerwijderRegisseur { regisseur: ANDER };
    let left = PlanEvent::RegisseurVertrokken { regisseur: ANDER };
    check::<Plan>(Rol::Regisseur, &[both], out, Ok(vec![left]));
}

// shows KING-RG1, KING-RG3, N-34
#[test]
fn there_is_always_exactly_one_responsible_one() {
    let add = PlanCommand::VoegRegisseurToe { regisseur: ANDER };
    let added = PlanEvent::RegisseurToegevoegd { regisseur: ANDER };
    let over = PlanCommand::DraagRegieOver { aan: ANDER };
    let handed = PlanEvent::RegieOvergedragen { van: ik(), aan: ANDER };
    let out = |regisseur| PlanCommand::VerwijderRegisseur { regisseur };
    check::<Plan>(Rol::Regisseur, &[begonnen(ik())], add.clone(), Ok(vec![added.clone()]));
    check::<Plan>(Rol::Regisseur, &[begonnen(ik())], over.clone(), Err(PlanRefusal::GeenRegisseur));
    let duo = [begonnen(ik()), added];
    check::<Plan>(Rol::Regisseur, &duo, add, Ok(vec![]));
    check::<Plan>(Rol::Regisseur, &duo, over.clone(), Ok(vec![handed.clone()]));
    check::<Plan>(Rol::Regisseur, &duo, out(ik()), Err(PlanRefusal::VerantwoordelijkBlijft));
    check::<Plan>(
        Rol::Regisseur,
        &duo,
        out(ANDER),
        Ok(vec![PlanEvent::RegisseurVertrokken { regisseur: ANDER }]),
    );
    let after = [duo[0].clone(), duo[1].clone(), handed];
    check::<Plan>(Rol::Regisseur, &after, over, Ok(vec![]));
    check::<Plan>(
        Rol::Regisseur,
        &after,
        out(ik()),
        Ok(vec![PlanEvent::RegisseurVertrokken { regisseur: ik() }]),
    );
}

// shows KING-RG3
#[test]
fn a_duo_has_the_same_rights_and_others_none() {
    let set = set_goal(Voor::Groep, None);
    let duo = [begonnen(ANDER), PlanEvent::RegisseurToegevoegd { regisseur: ik() }];
    check::<Plan>(Rol::Regisseur, &duo, set.clone(), Ok(vec![doel(Voor::Groep)]));
    check::<Plan>(Rol::Regisseur, &[begonnen(ANDER)], set.clone(), Err(PlanRefusal::Onbekend));
    check::<Plan>(Rol::Regisseur, &[], set.clone(), Err(PlanRefusal::Onbekend));
    check::<Plan>(Rol::Jeugdconsulent, &duo, set, Err(PlanRefusal::NietBevoegd));
}

// shows KING-PL8
#[test]
fn a_goal_is_for_the_groep_or_for_one_lid_of_it() {
    let set = |voor| set_goal(voor, None);
    let given = [begonnen(ik())];
    check::<Plan>(Rol::Regisseur, &given, set(Voor::Lid(DYLAN)), Ok(vec![doel(Voor::Lid(DYLAN))]));
    let stranger = PersoonId(Uuid::from_u128(77));
    check::<Plan>(Rol::Regisseur, &given, set(Voor::Lid(stranger)), Err(PlanRefusal::GeenLid));
    let given = [begonnen(ik()), doel(Voor::Groep)];
    let other = PlanCommand::WijzigDoel { doel: DOEL, omschrijving: "Elke dag naar school".into() };
    let changed = PlanEvent::DoelGewijzigd { doel: DOEL, omschrijving: "Elke dag naar school".into() };
    check::<Plan>(Rol::Regisseur, &given, other.clone(), Ok(vec![changed]));
    let reached = PlanCommand::RondDoelAf { doel: DOEL, uitkomst: Uitkomst::Behaald };
    let done = PlanEvent::DoelAfgerond { doel: DOEL, uitkomst: Uitkomst::Behaald };
    check::<Plan>(Rol::Regisseur, &given, reached.clone(), Ok(vec![done.clone()]));
    let ended = [given[0].clone(), given[1].clone(), done];
    check::<Plan>(Rol::Regisseur, &ended, reached, Ok(vec![]));
    check::<Plan>(Rol::Regisseur, &ended, other.clone(), Err(PlanRefusal::DoelAfgerond));
    // Taken up again it is a goal as it was, and once is enough.
    let again = PlanCommand::HeropenDoel { doel: DOEL };
    let open = PlanEvent::DoelHeropend { doel: DOEL };
    check::<Plan>(Rol::Regisseur, &ended, again.clone(), Ok(vec![open.clone()]));
    check::<Plan>(Rol::Jeugdconsulent, &ended, again.clone(), Err(PlanRefusal::NietBevoegd));
    check::<Plan>(Rol::Regisseur, &given, again.clone(), Ok(vec![]));
    check::<Plan>(Rol::Regisseur, &given[..1], again, Err(PlanRefusal::Onbekend));
    let resumed = [ended.as_slice(), &[open]].concat();
    let changed = PlanEvent::DoelGewijzigd { doel: DOEL, omschrijving: "Elke dag naar school".into() };
    check::<Plan>(Rol::Regisseur, &resumed, other, Ok(vec![changed]));
}

// shows KING-PL8, KING-AC1
#[test]
fn what_serves_a_personal_goal_is_personal() {
    let mut step = afspraak(Voor::Groep, Eigenaar::Medewerker(ANDER));
    step.doel = Some(DOEL);
    let set = set_action(step.clone(), None);
    let given = [begonnen(ik()), doel(Voor::Lid(DYLAN))];
    let personal = Afspraak { voor: Voor::Lid(DYLAN), ..step };
    check::<Plan>(Rol::Regisseur, &given, set, Ok(vec![actie(personal)]));
}

// shows KING-AC1
#[test]
fn an_action_has_an_owner_a_day_and_a_reminder_before_it() {
    let given = [begonnen(ik())];
    let set = |afspraak| set_action(afspraak, None);
    let good =
        Afspraak { herinnering: Some(date(2026, 12, 8)), ..afspraak(Voor::Groep, Eigenaar::Lid(MARIA)) };
    check::<Plan>(Rol::Regisseur, &given, set(good.clone()), Ok(vec![actie(good.clone())]));
    let late = Afspraak { herinnering: Some(date(2026, 12, 11)), ..good };
    check::<Plan>(Rol::Regisseur, &given, set(late), Err(PlanRefusal::Herinnering));
    let stranger = Eigenaar::Lid(PersoonId(Uuid::from_u128(77)));
    check::<Plan>(Rol::Regisseur, &given, set(afspraak(Voor::Groep, stranger)), Err(PlanRefusal::GeenLid));
}

// shows KING-AC1
#[test]
fn an_action_and_its_reminder_are_for_today_or_later_and_for_no_year_that_was_typed_wrong() {
    let given = [begonnen(ik())];
    let on = |datum, herinnering| {
        let base = afspraak(Voor::Groep, Eigenaar::Lid(MARIA));
        PlanCommand::LegActieVast {
            actie: ACTIE,
            afspraak: Afspraak { datum, herinnering, ..base },
            achterhouden: None,
        }
    };
    for wrong in [date(1999, 1, 1), date(2026, 11, 24), date(2031, 11, 26), date(9999, 12, 31)] {
        check::<Plan>(Rol::Regisseur, &given, on(wrong, None), Err(PlanRefusal::Dag));
        check::<Plan>(Rol::Regisseur, &given, on(DAG, Some(wrong)), Err(PlanRefusal::Dag));
    }
    for datum in [date(2026, 11, 25), date(2031, 11, 25)] {
        let base = afspraak(Voor::Groep, Eigenaar::Lid(MARIA));
        let set = actie(Afspraak { datum, herinnering: None, ..base });
        check::<Plan>(Rol::Regisseur, &given, on(datum, None), Ok(vec![set]));
    }
}

// shows KING-AC1
#[test]
fn whose_action_it_is_may_say_that_it_is_done() {
    let done = PlanCommand::MeldActieGedaan { actie: ACTIE };
    let again = PlanCommand::HeropenActie { actie: ACTIE };
    let mine = [begonnen(ANDER), actie(afspraak(Voor::Groep, Eigenaar::Medewerker(ik())))];
    let gedaan = PlanEvent::ActieGedaan { actie: ACTIE };
    check::<Plan>(Rol::Jeugdconsulent, &mine, done.clone(), Ok(vec![gedaan.clone()]));
    check::<Plan>(Rol::Jeugdconsulent, &mine, again.clone(), Ok(vec![]));
    let after = [mine[0].clone(), mine[1].clone(), gedaan];
    check::<Plan>(Rol::Jeugdconsulent, &after, done.clone(), Ok(vec![]));
    check::<Plan>(Rol::Jeugdconsulent, &after, again, Ok(vec![PlanEvent::ActieHeropend { actie: ACTIE }]));
    let theirs = [begonnen(ANDER), actie(afspraak(Voor::Groep, Eigenaar::Medewerker(ANDER)))];
    check::<Plan>(Rol::Jeugdconsulent, &theirs, done, Err(PlanRefusal::Onbekend));
}

// shows KING-PL2, KING-PL3
#[test]
fn a_running_zaak_of_a_lid_belongs_to_it_by_judgement() {
    let link = |persoon| PlanCommand::KoppelZaak { zaak: ZAAK, persoon };
    let linked = PlanEvent::ZaakGekoppeld { zaak: ZAAK, persoon: MARIA };
    check::<Plan>(Rol::Regisseur, &[begonnen(ik())], link(MARIA), Ok(vec![linked.clone()]));
    check::<Plan>(Rol::Regisseur, &[begonnen(ik()), linked.clone()], link(MARIA), Ok(vec![]));
    let stranger = PersoonId(Uuid::from_u128(77));
    check::<Plan>(Rol::Regisseur, &[begonnen(ik())], link(stranger), Err(PlanRefusal::GeenLid));
    let unlink = PlanCommand::OntkoppelZaak { zaak: ZAAK };
    let gone = PlanEvent::ZaakOntkoppeld { zaak: ZAAK };
    check::<Plan>(Rol::Regisseur, &[begonnen(ik()), linked], unlink.clone(), Ok(vec![gone]));
    check::<Plan>(Rol::Regisseur, &[begonnen(ik())], unlink, Err(PlanRefusal::Onbekend));
}

// shows KING-SI5
#[test]
fn a_signaal_lands_once_and_only_the_system_lets_it() {
    let signaal = SignaalId(Uuid::from_u128(50));
    let land = PlanCommand::NeemSignaalOp { signaal };
    let landed = PlanEvent::SignaalGeland { signaal };
    check::<Plan>(Rol::Systeem, &[begonnen(ik())], land.clone(), Ok(vec![landed.clone()]));
    check::<Plan>(Rol::Systeem, &[begonnen(ik()), landed], land.clone(), Ok(vec![]));
    check::<Plan>(Rol::Regisseur, &[begonnen(ik())], land, Err(PlanRefusal::NietBevoegd));
}

#[test]
fn nothing_changes_in_a_plan_that_ended() {
    let close = PlanCommand::SluitPlan { resultaat: "Dylan gaat weer naar school".into() };
    let closed = PlanEvent::PlanAfgesloten { resultaat: "Dylan gaat weer naar school".into() };
    check::<Plan>(Rol::Regisseur, &[begonnen(ik())], close.clone(), Ok(vec![closed.clone()]));
    let ended = [begonnen(ik()), closed];
    check::<Plan>(Rol::Regisseur, &ended, close, Err(PlanRefusal::Afgesloten));
    let land = PlanCommand::NeemSignaalOp { signaal: SignaalId(Uuid::from_u128(50)) };
    check::<Plan>(Rol::Systeem, &ended, land, Err(PlanRefusal::Afgesloten));
    let add = PlanCommand::VoegRegisseurToe { regisseur: ANDER };
    check::<Plan>(Rol::Regisseur, &ended, add, Err(PlanRefusal::Afgesloten));
}

// shows KING-R4b, N-34
#[test]
fn a_colleague_takes_over_without_a_moment_of_none_or_two() {
    let (plan_of_me, colleague) = (begonnen(ik()), MedewerkerId(Uuid::from_u128(77)));
    let take = || PlanCommand::NeemRegieOver { van: ik(), aan: colleague };
    let handed = vec![
        PlanEvent::RegisseurToegevoegd { regisseur: colleague },
        PlanEvent::RegieOvergedragen { van: ik(), aan: colleague },
        PlanEvent::RegisseurVertrokken { regisseur: ik() },
    ];
    for rol in Rol::ALLE {
        let may = matches!(rol, Rol::Werkverdeler | Rol::Wijkteammanager);
        let then = if may { Ok(handed.clone()) } else { Err(PlanRefusal::NietBevoegd) };
        check::<Plan>(rol, std::slice::from_ref(&plan_of_me), take(), then);
    }
    let mut state = Plan::default().evolve(&plan_of_me, now());
    for event in &handed {
        state = state.evolve(event, now());
        let plan = state.lopend().unwrap();
        assert!(plan.regisseurs.contains(&plan.verantwoordelijk), "{event:?}");
    }
    assert_eq!(state.lopend().unwrap().regisseurs, vec![colleague]);
}

// shows KING-R4b, N-34
#[test]
fn what_waits_for_somebody_goes_to_another_and_what_is_done_does_not() {
    let done = ActieId(Uuid::from_u128(31));
    let of_me = afspraak(Voor::Groep, Eigenaar::Medewerker(ik()));
    let second = PlanEvent::ActieVastgelegd { actie: done, afspraak: of_me.clone(), in_portaal: true };
    let given = [begonnen(ANDER), actie(of_me), second, PlanEvent::ActieGedaan { actie: done }];
    let pass = |which| PlanCommand::DraagActiesOver { van: ik(), acties: vec![(which, ANDER)] };
    let passed = PlanEvent::ActieOvergedragen { actie: ACTIE, van: ik(), aan: ANDER };
    for rol in Rol::ALLE {
        let may = matches!(rol, Rol::Werkverdeler | Rol::Wijkteammanager);
        let then = if may { Ok(vec![passed.clone()]) } else { Err(PlanRefusal::NietBevoegd) };
        check::<Plan>(rol, &given, pass(ACTIE), then);
    }
    check::<Plan>(Rol::Wijkteammanager, &given, pass(done), Err(PlanRefusal::Onbekend));
    let whole: Vec<_> = given.into_iter().chain([passed]).collect();
    check::<Plan>(Rol::Wijkteammanager, &whole, pass(ACTIE), Err(PlanRefusal::Onbekend));
}
