//! Gezag, the BRP's picture, and somebody of whom nobody knows who it is.

use jiff::civil::{Date, date};
use uuid::Uuid;

use super::*;
use crate::domain::check::{check, gegevens, now};
use crate::domain::ids::PersoonId;
use crate::domain::medewerker::Rol;
use crate::poort::Doel;

fn bsn(digits: &str) -> Bsn {
    Bsn::parse(digits).unwrap()
}

fn dylan(born: Option<Date>) -> PersoonEvent {
    PersoonEvent::PersoonGeregistreerd(Persoonsgegevens {
        geboortedatum: born,
        ..gegevens("Dylan", "Verhoef")
    })
}

fn oma() -> Gezaghouder {
    Gezaghouder::Persoon { persoon: PersoonId(Uuid::from_u128(5)) }
}

fn voogdij(houder: Gezaghouder, vanaf: Option<Date>, tot: Option<Date>) -> Gezag {
    let bron = Gezagsbron::Rechter {
        gerecht: "Rechtbank Overijssel".into(),
        uitspraak_op: date(2026, 4, 20),
        kenmerk: None,
    };
    Gezag { houder, grond: Gezagsgrond::Voogdij, bron, vanaf, tot }
}

fn momentopname(bsn_digits: &str, adres: Option<Adres>) -> Box<BrpMomentopname> {
    Box::new(BrpMomentopname {
        op: now(),
        doel: Doel::Jeugdhulp,
        verzoek: Uuid::from_u128(3),
        gevraagd: vec!["naam".into()],
        bsn: bsn(bsn_digits),
        voornamen: Some("Dylan".into()),
        voorvoegsel: None,
        geslachtsnaam: Some("Verhoef".into()),
        geboortedatum: Some(date(2017, 5, 22)),
        adres,
        adres_sinds: None,
        adresseerbaar_object: None,
        geheimhouding: false,
        in_onderzoek: false,
        opschorting: None,
    })
}

fn adres(huisnummer: &str) -> Adres {
    Adres {
        straat: "Turfkade".into(),
        huisnummer: huisnummer.into(),
        postcode: "9999 XA".into(),
        plaats: "Wiedermeer".into(),
    }
}

// shows C2-N1
#[test]
fn custody_by_court_is_recorded_once_with_its_holder_ground_and_source() {
    let gezag = voogdij(oma(), Some(date(2026, 5, 1)), None);
    let given = [dylan(Some(date(2017, 5, 22)))];
    let recorded = PersoonEvent::GezagVastgelegd(gezag.clone());
    let command = PersoonCommand::LegGezagVast(gezag);
    check::<Persoon>(Rol::Jeugdconsulent, &given, command.clone(), Ok(vec![recorded.clone()]));
    check::<Persoon>(Rol::Jeugdconsulent, &[given[0].clone(), recorded], command.clone(), Ok(vec![]));
    check::<Persoon>(Rol::Frontoffice, &given, command.clone(), Err(PersoonRefusal::NietBevoegd));
    check::<Persoon>(Rol::Jeugdconsulent, &[], command, Err(PersoonRefusal::Onbekend));
}

// shows C2-N1
#[test]
fn custody_is_over_minors_and_within_a_life() {
    let cases = [
        (Some(date(2008, 5, 1)), Some(date(2026, 5, 1)), None, PersoonRefusal::GezagMeerderjarig),
        (Some(date(2017, 5, 22)), Some(date(2017, 5, 21)), None, PersoonRefusal::GezagPeriode),
        (None, Some(date(2026, 5, 1)), Some(date(2026, 5, 1)), PersoonRefusal::GezagPeriode),
    ];
    for (born, vanaf, tot, refusal) in cases {
        let command = PersoonCommand::LegGezagVast(voogdij(oma(), vanaf, tot));
        check::<Persoon>(Rol::Jeugdconsulent, &[dylan(born)], command, Err(refusal));
    }
    // The day before somebody comes of age it still can begin.
    let command = PersoonCommand::LegGezagVast(voogdij(oma(), Some(date(2026, 4, 30)), None));
    let then = vec![PersoonEvent::GezagVastgelegd(voogdij(oma(), Some(date(2026, 4, 30)), None))];
    check::<Persoon>(Rol::Wmoconsulent, &[dylan(Some(date(2008, 5, 1)))], command, Ok(then));
}

// shows C2-N1
#[test]
fn a_court_decides_first_and_about_what_is_at_hand() {
    let ruled = |uitspraak_op, vanaf| {
        let bron =
            Gezagsbron::Rechter { gerecht: "Rechtbank Overijssel".into(), uitspraak_op, kenmerk: None };
        Gezag { bron, ..voogdij(oma(), Some(vanaf), None) }
    };
    let given = [dylan(Some(date(2017, 5, 22)))];
    let impossible = [
        (date(2026, 11, 26), date(2026, 11, 26)),
        (date(2026, 5, 1), date(2026, 4, 30)),
        (date(2026, 5, 1), date(2027, 11, 26)),
        (date(2026, 5, 1), date(9999, 12, 31)),
    ];
    for (uitspraak_op, vanaf) in impossible {
        let command = PersoonCommand::LegGezagVast(ruled(uitspraak_op, vanaf));
        check::<Persoon>(Rol::Jeugdconsulent, &given, command, Err(PersoonRefusal::GezagUitspraak));
    }
    for vanaf in [date(2026, 11, 25), date(2027, 11, 25)] {
        let gezag = ruled(date(2026, 11, 25), vanaf);
        let then = vec![PersoonEvent::GezagVastgelegd(gezag.clone())];
        check::<Persoon>(Rol::Jeugdconsulent, &given, PersoonCommand::LegGezagVast(gezag), Ok(then));
    }
}

// shows C2-N1
#[test]
fn custody_ends_on_a_day_and_only_that_holders() {
    let moeder = Gezaghouder::Ander { naam: "Linde Verhoef".into() };
    let given = [
        dylan(Some(date(2017, 5, 22))),
        PersoonEvent::GezagVastgelegd(voogdij(moeder.clone(), Some(date(2020, 1, 1)), None)),
        PersoonEvent::GezagVastgelegd(voogdij(oma(), Some(date(2026, 5, 1)), None)),
    ];
    let end = |houder: &Gezaghouder, op| PersoonCommand::BeeindigGezag { houder: houder.clone(), op };
    let ended = PersoonEvent::GezagBeeindigd { houder: moeder.clone(), op: date(2026, 5, 1) };
    check::<Persoon>(Rol::Regisseur, &given, end(&moeder, date(2026, 5, 1)), Ok(vec![ended.clone()]));
    check::<Persoon>(
        Rol::Regisseur,
        &given,
        end(&moeder, date(2019, 1, 1)),
        Err(PersoonRefusal::GezagPeriode),
    );
    let after: Vec<_> = given.iter().cloned().chain([ended]).collect();
    check::<Persoon>(Rol::Regisseur, &after, end(&moeder, date(2026, 5, 1)), Ok(vec![]));
    let vader = Gezaghouder::Ander { naam: "Onbekend".into() };
    check::<Persoon>(
        Rol::Regisseur,
        &after,
        end(&vader, date(2026, 5, 1)),
        Err(PersoonRefusal::GezagOnbekend),
    );
    let state = after.iter().fold(Persoon::default(), |state, event| {
        crate::domain::aggregate::Aggregate::evolve(state, event, now())
    });
    let holds = |day| {
        let gezag = &state.bekend().unwrap().gezag;
        gezag.iter().filter(|gezag| gezag.geldt_op(day)).map(|gezag| gezag.houder.clone()).collect::<Vec<_>>()
    };
    assert_eq!(holds(date(2026, 4, 30)), [moeder]);
    assert_eq!(holds(date(2026, 5, 1)), [oma()]);
}

// shows C2-N1
#[test]
fn gezag_that_was_wrongly_recorded_is_taken_back_and_stays_on_record() {
    let wrong = voogdij(oma(), Some(date(2026, 5, 1)), None);
    let right = voogdij(Gezaghouder::Ander { naam: "Linde Verhoef".into() }, Some(date(2026, 5, 1)), None);
    let given = [
        dylan(Some(date(2017, 5, 22))),
        PersoonEvent::GezagVastgelegd(wrong.clone()),
        PersoonEvent::GezagVastgelegd(right.clone()),
        PersoonEvent::GezagBeeindigd { houder: oma(), op: date(2026, 9, 1) },
    ];
    let back =
        |gezag: &Gezag| PersoonCommand::HerroepGezag { gezag: gezag.clone(), reden: "Verkeerd".into() };
    let stood = Gezag { tot: Some(date(2026, 9, 1)), ..wrong.clone() };
    let taken = PersoonEvent::GezagHerroepen { gezag: stood, reden: "Verkeerd".into() };
    check::<Persoon>(Rol::Wmoconsulent, &given, back(&wrong), Ok(vec![taken.clone()]));
    check::<Persoon>(Rol::Frontoffice, &given, back(&wrong), Err(PersoonRefusal::NietBevoegd));
    // Another ruling, ground or day is another record.
    let other = Gezag { vanaf: Some(date(2026, 5, 2)), ..wrong.clone() };
    check::<Persoon>(Rol::Wmoconsulent, &given, back(&other), Err(PersoonRefusal::GezagOnbekend));
    let after: Vec<_> = given.iter().cloned().chain([taken.clone()]).collect();
    check::<Persoon>(Rol::Regisseur, &after, back(&wrong), Ok(vec![]));
    let fold = |events: &[PersoonEvent]| {
        events.iter().fold(Persoon::default(), |state, event| {
            crate::domain::aggregate::Aggregate::evolve(state, event, now())
        })
    };
    assert_eq!(fold(&after).bekend().unwrap().gezag, std::slice::from_ref(&right));
    // It turns out to be so after all, and then not again: each is recorded.
    let again = PersoonEvent::GezagVastgelegd(wrong.clone());
    let so = PersoonCommand::LegGezagVast(wrong.clone());
    check::<Persoon>(Rol::Regisseur, &after, so, Ok(vec![again.clone()]));
    let after: Vec<_> = after.into_iter().chain([again]).collect();
    let taken = PersoonEvent::GezagHerroepen { gezag: wrong.clone(), reden: "Verkeerd".into() };
    check::<Persoon>(Rol::Regisseur, &after, back(&wrong), Ok(vec![taken]));
}

// shows C2-N1
#[test]
fn what_the_brp_said_can_be_taken_back_whenever_it_was_asked() {
    let said = |op| Gezag { bron: Gezagsbron::Brp { op }, ..voogdij(oma(), None, None) };
    let recorded = said(now());
    let given = [dylan(Some(date(2017, 5, 22))), PersoonEvent::GezagVastgelegd(recorded.clone())];
    let gezag = said(crate::clock::Moment::from_micros(0));
    let command = PersoonCommand::HerroepGezag { gezag, reden: "Ander kind".into() };
    let taken = PersoonEvent::GezagHerroepen { gezag: recorded, reden: "Ander kind".into() };
    check::<Persoon>(Rol::Regisseur, &given, command, Ok(vec![taken]));
}

// shows C2-L1
#[test]
fn an_unknown_person_is_identified_later_and_keeps_their_telephone() {
    let beschrijving =
        Beschrijving { tekst: "Jongen van een jaar of negen".into(), telefoon: Some("06".into()) };
    let given = [PersoonEvent::OnbekendeGeregistreerd(beschrijving.clone())];
    check::<Persoon>(
        Rol::Frontoffice,
        &[],
        PersoonCommand::RegistreerOnbekende(beschrijving),
        Ok(given.to_vec()),
    );
    let wie = gegevens("Dylan", "Verhoef");
    let command =
        PersoonCommand::StelIdentiteitVast { gegevens: wie.clone(), wijze: Identificatie::Identiteitsbewijs };
    let known =
        PersoonEvent::IdentiteitVastgesteld { gegevens: wie, wijze: Identificatie::Identiteitsbewijs };
    check::<Persoon>(Rol::Frontoffice, &given, command.clone(), Ok(vec![known.clone()]));
    let after = [given[0].clone(), known];
    check::<Persoon>(Rol::Frontoffice, &after, command, Err(PersoonRefusal::IdentiteitStaatVast));
    let state = after.iter().fold(Persoon::default(), |state, event| {
        crate::domain::aggregate::Aggregate::evolve(state, event, now())
    });
    assert_eq!(state.gegevens().unwrap().telefoon, Some("06".into()));
    assert_eq!(state.naam().as_deref(), Some("Dylan Verhoef"));
}

// shows C2-L1
#[test]
fn whoever_had_no_bsn_can_get_one_once() {
    let given = [dylan(None)];
    let with_bsn = Persoonsgegevens { bsn: Some(bsn("123456782")), ..gegevens("Dylan", "Verhoef") };
    let command = |gegevens: &Persoonsgegevens| PersoonCommand::StelIdentiteitVast {
        gegevens: gegevens.clone(),
        wijze: Identificatie::EigenOpgave,
    };
    let known =
        PersoonEvent::IdentiteitVastgesteld { gegevens: with_bsn.clone(), wijze: Identificatie::EigenOpgave };
    check::<Persoon>(Rol::Kcc, &given, command(&with_bsn), Ok(vec![known.clone()]));
    let after = [given[0].clone(), known];
    check::<Persoon>(Rol::Kcc, &after, command(&with_bsn), Err(PersoonRefusal::IdentiteitStaatVast));
}

// shows C2-L3, C2-N2
#[test]
fn what_the_brp_says_is_kept_beside_our_own_data_and_changes_only_what_was_chosen() {
    let own = Persoonsgegevens {
        bsn: Some(bsn("123456782")),
        geboortedatum: Some(date(2017, 5, 22)),
        adres: Some(adres("18")),
        ..gegevens("Dylan", "Verhoef")
    };
    let given = [PersoonEvent::PersoonGeregistreerd(own.clone())];
    let seen = momentopname("123456782", Some(adres("201")));
    assert_eq!(seen.wijkt_af(&own), [BrpVeld::Adres]);
    let take = |velden: &[BrpVeld]| PersoonCommand::NeemOverUitBrp {
        momentopname: seen.clone(),
        velden: velden.to_vec(),
        gezag: vec![],
    };
    let kept = |velden: &[BrpVeld]| PersoonEvent::UitBrpOvergenomen {
        momentopname: seen.clone(),
        velden: velden.to_vec(),
    };
    check::<Persoon>(Rol::Jeugdconsulent, &given, take(&[]), Ok(vec![kept(&[])]));
    check::<Persoon>(
        Rol::Jeugdconsulent,
        &given,
        take(&[BrpVeld::Adres, BrpVeld::Adres]),
        Ok(vec![kept(&[BrpVeld::Adres])]),
    );
    let after = |event| {
        let events = [given[0].clone(), event];
        events.iter().fold(Persoon::default(), |state, event| {
            crate::domain::aggregate::Aggregate::evolve(state, event, now())
        })
    };
    assert_eq!(after(kept(&[])).gegevens(), Some(&own));
    assert_eq!(after(kept(&[BrpVeld::Adres])).gegevens().unwrap().adres, Some(adres("201")));
    let other = PersoonCommand::NeemOverUitBrp {
        momentopname: momentopname("999990019", None),
        velden: vec![],
        gezag: vec![],
    };
    check::<Persoon>(Rol::Jeugdconsulent, &given, other, Err(PersoonRefusal::AnderBsn));
    check::<Persoon>(Rol::Werkverdeler, &given, take(&[]), Err(PersoonRefusal::NietBevoegd));
}

// shows C2-L3
#[test]
fn somebody_new_is_taken_over_whole() {
    let seen = momentopname("123456782", None);
    let command = PersoonCommand::NeemOverUitBrp {
        momentopname: seen.clone(),
        velden: vec![],
        gezag: vec![voogdij(oma(), None, None)],
    };
    let then = vec![
        PersoonEvent::PersoonGeregistreerd(seen.gegevens().unwrap()),
        PersoonEvent::UitBrpOvergenomen { momentopname: seen.clone(), velden: BrpVeld::ALLE.to_vec() },
        PersoonEvent::GezagVastgelegd(voogdij(oma(), None, None)),
    ];
    check::<Persoon>(Rol::Frontoffice, &[], command, Ok(then));
    let nameless = Box::new(BrpMomentopname { geslachtsnaam: None, ..*seen });
    let command = PersoonCommand::NeemOverUitBrp { momentopname: nameless, velden: vec![], gezag: vec![] };
    check::<Persoon>(Rol::Frontoffice, &[], command, Err(PersoonRefusal::ZonderNaam));
}
