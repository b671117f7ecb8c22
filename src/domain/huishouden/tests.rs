use jiff::civil::date;
use uuid::Uuid;

use super::*;
use crate::domain::check::check;
use crate::domain::medewerker::Rol;
use crate::limits::LEDEN_MAX;

const MARIA: PersoonId = PersoonId(Uuid::from_u128(5));
const DYLAN: PersoonId = PersoonId(Uuid::from_u128(6));
const DYLANS_GEBOORTE: Date = date(2017, 5, 22);

fn lid(persoon: PersoonId) -> NieuwLid {
    NieuwLid { persoon, bron: Lidbron::Brp, vanaf: Some(date(1999, 1, 1)), geboren: Some(date(1979, 3, 4)) }
}

fn toegevoegd(persoon: PersoonId, bron: Lidbron, vanaf: Date) -> HuishoudenEvent {
    HuishoudenEvent::LidToegevoegd { persoon, bron, vanaf: Some(vanaf) }
}

fn marias() -> Vec<HuishoudenEvent> {
    vec![HuishoudenEvent::HuishoudenVastgesteld {}, toegevoegd(MARIA, Lidbron::Brp, date(1999, 1, 1))]
}

fn verblijf(vanaf: Date) -> AfwijkendVerblijf {
    AfwijkendVerblijf {
        vanaf,
        toelichting: "Woont bij zijn oma; de inschrijving volgt.".into(),
        bron: Verblijfsbron::RechterlijkeUitspraak,
    }
}

fn dylans() -> Vec<HuishoudenEvent> {
    vec![
        toegevoegd(DYLAN, Lidbron::Handmatig, date(2026, 5, 1)),
        HuishoudenEvent::AfwijkendVerblijfVastgesteld {
            persoon: DYLAN,
            verblijf: verblijf(date(2026, 5, 1)),
        },
    ]
}

// shows C2-K2
#[test]
fn a_huishouden_begins_with_who_is_registered_there() {
    check::<Huishouden>(
        Rol::Jeugdconsulent,
        &[],
        HuishoudenCommand::StelVast(vec![lid(MARIA)]),
        Ok(marias()),
    );
    let none = HuishoudenCommand::StelVast(vec![]);
    check::<Huishouden>(Rol::Jeugdconsulent, &[], none, Err(HuishoudenRefusal::Leden));
    let twice = HuishoudenCommand::StelVast(vec![lid(MARIA), lid(MARIA)]);
    check::<Huishouden>(Rol::Jeugdconsulent, &[], twice, Err(HuishoudenRefusal::Leden));
    let again = HuishoudenCommand::StelVast(vec![lid(MARIA)]);
    check::<Huishouden>(Rol::Jeugdconsulent, &marias(), again.clone(), Err(HuishoudenRefusal::BestaatAl));
    check::<Huishouden>(Rol::Werkverdeler, &[], again, Err(HuishoudenRefusal::NietBevoegd));
}

// shows C2-N2
#[test]
fn dylan_lives_at_marias_before_the_brp_knows() {
    let command = HuishoudenCommand::VerblijfWijktAf {
        persoon: DYLAN,
        geboren: Some(DYLANS_GEBOORTE),
        verblijf: verblijf(date(2026, 5, 1)),
        geclaimd: true,
    };
    check::<Huishouden>(Rol::Jeugdconsulent, &marias(), command.clone(), Ok(dylans()));
    let after = [marias(), dylans()].concat();
    check::<Huishouden>(Rol::Jeugdconsulent, &after, command, Ok(vec![]));
    let tomorrow = HuishoudenCommand::VerblijfWijktAf {
        persoon: DYLAN,
        geboren: None,
        verblijf: verblijf(date(2026, 11, 26)),
        geclaimd: true,
    };
    check::<Huishouden>(Rol::Jeugdconsulent, &marias(), tomorrow, Err(HuishoudenRefusal::Toekomst));
}

// shows C2-N2
#[test]
fn a_member_can_turn_out_to_live_there_otherwise_than_the_brp_says() {
    let command = HuishoudenCommand::VerblijfWijktAf {
        persoon: MARIA,
        geboren: None,
        verblijf: verblijf(date(2026, 5, 1)),
        geclaimd: true,
    };
    let then = HuishoudenEvent::AfwijkendVerblijfVastgesteld {
        persoon: MARIA,
        verblijf: verblijf(date(2026, 5, 1)),
    };
    check::<Huishouden>(Rol::Wmoconsulent, &marias(), command, Ok(vec![then]));
}

// shows C2-N2
#[test]
fn a_residence_that_was_wrongly_recorded_is_taken_back_with_the_membership_that_came_by_it() {
    let back = |persoon| HuishoudenCommand::HerroepVerblijf { persoon, reden: "Ander kind".into() };
    let taken = |persoon, vanaf, lid_vervalt| HuishoudenEvent::VerblijfHerroepen {
        persoon,
        verblijf: verblijf(vanaf),
        reden: "Ander kind".into(),
        lid_vervalt,
    };
    let may = date(2026, 5, 1);
    let with_dylan = [marias(), dylans()].concat();
    check::<Huishouden>(Rol::Frontoffice, &with_dylan, back(DYLAN), Ok(vec![taken(DYLAN, may, true)]));
    check::<Huishouden>(Rol::Werkverdeler, &with_dylan, back(DYLAN), Err(HuishoudenRefusal::NietBevoegd));
    check::<Huishouden>(Rol::Frontoffice, &with_dylan, back(MARIA), Err(HuishoudenRefusal::GeenVerblijf));
    check::<Huishouden>(Rol::Frontoffice, &marias(), back(DYLAN), Err(HuishoudenRefusal::GeenLid));
    let after = [with_dylan.clone(), vec![taken(DYLAN, may, true)]].concat();
    check::<Huishouden>(Rol::Frontoffice, &after, back(DYLAN), Ok(vec![]));
    let state = |events: &[HuishoudenEvent]| {
        events.iter().fold(Huishouden::default(), |state, event| {
            crate::domain::aggregate::Aggregate::evolve(state, event, crate::domain::check::now())
        })
    };
    assert!(state(&after).lid(DYLAN).is_none() && state(&after).lid(MARIA).is_some());
    // With another day in between it is the same membership.
    let june = HuishoudenEvent::AfwijkendVerblijfVastgesteld {
        persoon: DYLAN,
        verblijf: verblijf(date(2026, 6, 1)),
    };
    let moved = [with_dylan.clone(), vec![june]].concat();
    let then = Ok(vec![taken(DYLAN, date(2026, 6, 1), true)]);
    check::<Huishouden>(Rol::Frontoffice, &moved, back(DYLAN), then);
    // Who is registered there stays.
    let here = HuishoudenEvent::AfwijkendVerblijfVastgesteld { persoon: MARIA, verblijf: verblijf(may) };
    let given = [marias(), vec![here]].concat();
    check::<Huishouden>(Rol::Frontoffice, &given, back(MARIA), Ok(vec![taken(MARIA, may, false)]));
    let after = [given, vec![taken(MARIA, may, false)]].concat();
    assert_eq!(state(&after).lid(MARIA).map(|lid| lid.verblijf.is_none()), Some(true));
    check::<Huishouden>(Rol::Frontoffice, &after, back(MARIA), Ok(vec![]));
}

#[test]
fn coming_and_going_are_recorded_once_each() {
    let come = HuishoudenCommand::VoegLidToe {
        lid: NieuwLid { persoon: DYLAN, bron: Lidbron::Handmatig, vanaf: None, geboren: None },
        geclaimd: true,
    };
    let came = HuishoudenEvent::LidToegevoegd { persoon: DYLAN, bron: Lidbron::Handmatig, vanaf: None };
    check::<Huishouden>(Rol::Frontoffice, &marias(), come.clone(), Ok(vec![came]));
    let after = [marias(), dylans()].concat();
    check::<Huishouden>(Rol::Frontoffice, &after, come, Ok(vec![]));
    let go = |op| HuishoudenCommand::LidVertrekt { persoon: DYLAN, geboren: None, op };
    let gone = HuishoudenEvent::LidVertrokken { persoon: DYLAN, op: date(2026, 11, 1) };
    check::<Huishouden>(Rol::Frontoffice, &after, go(date(2026, 11, 1)), Ok(vec![gone.clone()]));
    check::<Huishouden>(Rol::Frontoffice, &after, go(date(2026, 4, 30)), Err(HuishoudenRefusal::Periode));
    check::<Huishouden>(Rol::Frontoffice, &after, go(date(2026, 11, 26)), Err(HuishoudenRefusal::Toekomst));
    let left = [after, vec![gone]].concat();
    check::<Huishouden>(Rol::Frontoffice, &left, go(date(2026, 11, 1)), Err(HuishoudenRefusal::GeenLid));
}

#[test]
fn a_huishouden_has_a_bound() {
    let crowd = (0..LEDEN_MAX as u128)
        .map(|n| toegevoegd(PersoonId(Uuid::from_u128(100 + n)), Lidbron::Brp, date(1999, 1, 1)));
    let full: Vec<_> = std::iter::once(HuishoudenEvent::HuishoudenVastgesteld {}).chain(crowd).collect();
    let come = HuishoudenCommand::VoegLidToe { lid: lid(DYLAN), geclaimd: true };
    check::<Huishouden>(Rol::Regisseur, &full, come, Err(HuishoudenRefusal::Leden));
}

// shows C2-N2
#[test]
fn nobody_becomes_a_member_without_a_claim_also_not_by_where_they_live() {
    let come = HuishoudenCommand::VoegLidToe { lid: lid(DYLAN), geclaimd: false };
    check::<Huishouden>(Rol::Frontoffice, &marias(), come, Err(HuishoudenRefusal::LidElders));
    let verblijf = verblijf(date(2026, 5, 1));
    let there =
        HuishoudenCommand::VerblijfWijktAf { persoon: DYLAN, geboren: None, verblijf, geclaimd: false };
    check::<Huishouden>(Rol::Frontoffice, &marias(), there.clone(), Err(HuishoudenRefusal::LidElders));
    check::<Huishouden>(Rol::Frontoffice, &[marias(), dylans()].concat(), there, Ok(vec![]));
}

// shows C2-N2
#[test]
fn nobody_lives_anywhere_before_they_were_born() {
    let born = |geboren| NieuwLid { persoon: DYLAN, bron: Lidbron::Brp, vanaf: None, geboren };
    let come = |vanaf, geboren| HuishoudenCommand::VoegLidToe {
        lid: NieuwLid { vanaf: Some(vanaf), ..born(geboren) },
        geclaimd: true,
    };
    let moved = |vanaf, geboren| HuishoudenCommand::VerblijfWijktAf {
        persoon: DYLAN,
        geboren,
        verblijf: verblijf(vanaf),
        geclaimd: true,
    };
    let left = |op, geboren| HuishoudenCommand::LidVertrekt { persoon: DYLAN, geboren, op };
    let unborn = Err(HuishoudenRefusal::VoorGeboorte);
    let there =
        [marias(), vec![HuishoudenEvent::LidToegevoegd { persoon: DYLAN, bron: Lidbron::Brp, vanaf: None }]];
    let there = there.concat();
    // Of whom the birth date is not known, the year has to be one in which somebody can have lived.
    for (geboren, day) in [(Some(DYLANS_GEBOORTE), date(2017, 5, 21)), (None, date(1879, 12, 31))] {
        check::<Huishouden>(Rol::Frontoffice, &marias(), come(day, geboren), unborn.clone());
        check::<Huishouden>(Rol::Frontoffice, &marias(), moved(day, geboren), unborn.clone());
        check::<Huishouden>(Rol::Frontoffice, &there, left(day, geboren), unborn.clone());
    }
    let on_the_day = toegevoegd(DYLAN, Lidbron::Brp, DYLANS_GEBOORTE);
    check::<Huishouden>(
        Rol::Frontoffice,
        &marias(),
        come(DYLANS_GEBOORTE, Some(DYLANS_GEBOORTE)),
        Ok(vec![on_the_day]),
    );
}
