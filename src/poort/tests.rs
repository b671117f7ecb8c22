use jiff::civil::date;

use super::allegro::{Cursor, KlantId, Reservering, Transactie, Waarneming};
use super::brp::{AdresseerbaarObject, BrpDatum, BrpNaam};
use super::limits::PEIL_VOORUIT_MAX;
use super::{Onjuist, foutcode};
use crate::clock::Moment;

fn pot(code: &str, cents: i64) -> Reservering {
    Reservering {
        code: code.into(),
        naam: "Kleding".into(),
        doel: "Winterjas".into(),
        cents,
        streef_cents: None,
    }
}

fn transactie(id: &str, dag: i8) -> Transactie {
    Transactie { id: id.into(), datum: date(2026, 11, dag), omschrijving: "Huur".into(), cents: -5 }
}

fn waarneming(saldo_cents: i64) -> Waarneming {
    Waarneming {
        klant: KlantId::parse("KT-000417").unwrap(),
        as_of: Moment::from_micros(1_000),
        source_seq: 7,
        saldo_cents,
        reserveringen: vec![pot("ENERGIE", 12_500), pot("KLEDING", 4_000)],
        vrij_cents: -300,
        onderweg_cents: 1_000,
        lening: None,
        transacties: vec![transactie("b", 3), transactie("a", 2)],
    }
}

fn check(change: impl FnOnce(&mut Waarneming), then: Result<(), Onjuist>) {
    let mut waarneming = waarneming(17_200);
    change(&mut waarneming);
    assert_eq!(waarneming.toets(Moment::from_micros(1_000)), then);
}

// shows N-4
#[test]
fn an_observation_is_believed_only_when_the_pots_make_up_the_balance() {
    check(|_| (), Ok(()));
    check(|w| w.saldo_cents += 1, Err(Onjuist::SomKloptNiet));
    check(|w| w.saldo_cents = 0, Err(Onjuist::SomKloptNiet));
    check(|w| w.vrij_cents = 0, Err(Onjuist::SomKloptNiet));
    check(|w| w.onderweg_cents = i64::MAX, Err(Onjuist::BuitenGrens));
    check(|w| w.reserveringen.push(pot("ENERGIE", 0)), Err(Onjuist::Dubbel));
    check(|w| w.transacties.push(transactie("a", 1)), Err(Onjuist::Dubbel));
    check(|w| w.transacties.reverse(), Err(Onjuist::Vorm));
    check(
        |w| w.transacties = (0..101).map(|n| transactie(&n.to_string(), 1)).collect(),
        Err(Onjuist::BuitenGrens),
    );
    check(|w| w.reserveringen[0].naam = "n".repeat(301), Err(Onjuist::BuitenGrens));
}

// shows N-4
#[test]
fn an_observation_of_a_moment_to_come_is_not_believed() {
    let ahead = i64::try_from(PEIL_VOORUIT_MAX.as_micros()).unwrap();
    let nu = Moment::from_micros(1_000);
    check(|w| w.as_of = nu.plus_micros(ahead), Ok(()));
    check(|w| w.as_of = nu.plus_micros(ahead + 1), Err(Onjuist::Toekomst));
    check(|w| w.as_of = Moment::from_micros(i64::MAX), Err(Onjuist::Toekomst));
    check(|w| w.as_of = Moment::from_micros(i64::MIN), Ok(()));
}

// shows N-4, SHV1-C4
#[test]
fn the_source_orders_observations_and_arrival_does_not() {
    let first = waarneming(17_200);
    let mut later = first.clone();
    assert!(!later.is_nieuwer_dan(&first));
    later.source_seq += 1;
    assert!(later.is_nieuwer_dan(&first) && !first.is_nieuwer_dan(&later));
    later.source_seq = 0;
    later.as_of = first.as_of.plus_micros(1);
    assert!(later.is_nieuwer_dan(&first) && !first.is_nieuwer_dan(&later));
}

#[test]
fn a_bsn_is_no_customer_number_and_a_cursor_is_visible() {
    assert!(KlantId::parse("KT-000417").is_some());
    for wrong in ["", "999990068", "a/b", "a b", &"9".repeat(33)] {
        assert_eq!(KlantId::parse(wrong), None, "{wrong}");
    }
    assert!(Cursor::parse("17:ab").is_some());
    assert_eq!(Cursor::parse("a b"), None);
    assert!(AdresseerbaarObject::parse("9999010000000018").is_some());
    for wrong in ["0000000000000000", "999901000000001", "999901000000001a"] {
        assert_eq!(AdresseerbaarObject::parse(wrong), None, "{wrong}");
    }
}

#[test]
fn a_code_from_outside_carries_nothing_along() {
    assert_eq!(foutcode("paramsValidation"), "paramsValidation");
    assert_eq!(foutcode("999990068"), "onbekend");
    assert_eq!(foutcode("<b> \n"), "b");
    assert_eq!(foutcode(""), "onbekend");
}

#[test]
fn debug_shows_nothing_personal() {
    let naam = BrpNaam { geslachtsnaam: Some("Verhoef".into()), ..BrpNaam::default() };
    let shown = format!("{naam:?} {:?} {:?}", BrpDatum::Datum(date(1958, 3, 14)), waarneming(17_200));
    for secret in ["Verhoef", "1958", "172", "KT-000417"] {
        assert!(!shown.contains(secret), "{shown}");
    }
}
