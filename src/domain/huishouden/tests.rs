use jiff::civil::date;
use uuid::Uuid;

use super::*;
use crate::domain::check::check;
use crate::domain::medewerker::Rol;
use crate::limits::LEDEN_MAX;

const MARIA: PersoonId = PersoonId(Uuid::from_u128(5));
const DYLAN: PersoonId = PersoonId(Uuid::from_u128(6));

fn lid(persoon: PersoonId) -> NieuwLid {
    NieuwLid { persoon, bron: Lidbron::Brp, vanaf: Some(date(1999, 1, 1)) }
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
        verblijf: verblijf(date(2026, 5, 1)),
        geclaimd: true,
    };
    check::<Huishouden>(Rol::Jeugdconsulent, &marias(), command.clone(), Ok(dylans()));
    let after = [marias(), dylans()].concat();
    check::<Huishouden>(Rol::Jeugdconsulent, &after, command, Ok(vec![]));
    let tomorrow = HuishoudenCommand::VerblijfWijktAf {
        persoon: DYLAN,
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
        verblijf: verblijf(date(2026, 5, 1)),
        geclaimd: true,
    };
    let then = HuishoudenEvent::AfwijkendVerblijfVastgesteld {
        persoon: MARIA,
        verblijf: verblijf(date(2026, 5, 1)),
    };
    check::<Huishouden>(Rol::Wmoconsulent, &marias(), command, Ok(vec![then]));
}

#[test]
fn coming_and_going_are_recorded_once_each() {
    let come = HuishoudenCommand::VoegLidToe {
        lid: NieuwLid { persoon: DYLAN, bron: Lidbron::Handmatig, vanaf: None },
        geclaimd: true,
    };
    let came = HuishoudenEvent::LidToegevoegd { persoon: DYLAN, bron: Lidbron::Handmatig, vanaf: None };
    check::<Huishouden>(Rol::Frontoffice, &marias(), come.clone(), Ok(vec![came]));
    let after = [marias(), dylans()].concat();
    check::<Huishouden>(Rol::Frontoffice, &after, come, Ok(vec![]));
    let go = |op| HuishoudenCommand::LidVertrekt { persoon: DYLAN, op };
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
    let there = HuishoudenCommand::VerblijfWijktAf { persoon: DYLAN, verblijf, geclaimd: false };
    check::<Huishouden>(Rol::Frontoffice, &marias(), there.clone(), Err(HuishoudenRefusal::LidElders));
    check::<Huishouden>(Rol::Frontoffice, &[marias(), dylans()].concat(), there, Ok(vec![]));
}
