//! What Allegro's adapter answers when nothing is wrong.

use std::sync::Arc;

use jiff::civil::Date;
use keukentafel::clock::{Clock, SystemClock};
use keukentafel::poort::PoortFout;
use keukentafel::poort::allegro::{Allegro, CURSOR_ONBEKEND, Cursor, KlantId, Waarneming};
use keukentafel_koppelingen::allegro::hint::{HANDTEKENING, HintFout, HintKey};
use keukentafel_koppelingen::allegro::{AllegroConfig, AllegroHttp};
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;

use crate::proces::{SLEUTEL, Sim, folder};

pub(crate) fn huub() -> KlantId {
    KlantId::parse("KT-000068").unwrap()
}

pub(crate) fn adapter(sim: &Sim) -> AllegroHttp {
    AllegroHttp::new(AllegroConfig::new(&sim.url, SLEUTEL), Arc::new(SystemClock::default())).unwrap()
}

pub(crate) async fn overzicht(allegro: &AllegroHttp) -> Waarneming {
    allegro.overzicht(&huub()).await.unwrap().unwrap()
}

fn loon() -> Value {
    json!({"klant": "KT-000068", "omschrijving": "Loon", "cents": 168_400,
        "verdeling": [{"code": "KLEDING", "cents": 2_500}, {"code": "ENERGIE", "cents": 5_000}]})
}

fn pot(waarneming: &Waarneming, code: &str) -> i64 {
    waarneming.reserveringen.iter().find(|pot| pot.code == code).unwrap().cents
}

// shows SHV1-C4, N-4
#[tokio::test]
async fn a_booking_moves_balance_and_pots_and_is_newer() {
    let folder = folder();
    let sim = Sim::allegro(folder.path());
    let allegro = adapter(&sim);
    let before = overzicht(&allegro).await;
    assert_eq!(before.saldo_cents, 121_235);
    let lening = before.lening.clone().unwrap();
    assert_eq!((lening.hoofdsom_cents, lening.termijnen, lening.termijn_cents), (360_000, 18, 20_000), "L1");
    assert_eq!(lening.openstaand_cents, 360_000 - i64::from(lening.betaald) * 20_000);
    let start = allegro.mutaties(None).await.unwrap();
    assert!(start.klanten.contains(&huub()) && !start.meer);
    let none = allegro.mutaties(Some(&start.cursor)).await.unwrap();
    assert!(none.klanten.is_empty());

    assert_eq!(sim.post("/_boek", &loon()).await.0, 200);
    let after = overzicht(&allegro).await;
    assert!(after.is_nieuwer_dan(&before) && after.source_seq > before.source_seq);
    assert_eq!(after.saldo_cents, before.saldo_cents + 168_400);
    assert_eq!(pot(&after, "KLEDING"), pot(&before, "KLEDING") + 2_500);
    assert_eq!(after.vrij_cents, before.vrij_cents + 168_400 - 7_500);
    assert_eq!(after.transacties[0].omschrijving, "Loon");
    let changed = allegro.mutaties(Some(&none.cursor)).await.unwrap();
    assert_eq!(changed.klanten, [huub()]);
    assert!(allegro.mutaties(Some(&changed.cursor)).await.unwrap().klanten.is_empty());

    let term =
        json!({"klant": "KT-000068", "omschrijving": "Termijn 6", "cents": -20_000, "aflossing": true});
    assert_eq!(sim.post("/_boek", &term).await.0, 200);
    let lening = overzicht(&allegro).await.lening.unwrap();
    assert_eq!((lening.openstaand_cents, lening.betaald), (240_000, 6));
}

#[tokio::test]
async fn who_or_what_is_not_known_is_said_so() {
    let folder = folder();
    let sim = Sim::allegro(folder.path());
    let allegro = adapter(&sim);
    assert!(allegro.overzicht(&KlantId::parse("KT-999").unwrap()).await.unwrap().is_none());
    for cursor in ["0123456789abcdef.1", "x"] {
        let refused = allegro.mutaties(Some(&Cursor::parse(cursor).unwrap())).await.map(|_| ());
        assert_eq!(refused, Err(PoortFout::Geweigerd { code: CURSOR_ONBEKEND.to_owned() }));
    }
    let other =
        AllegroHttp::new(AllegroConfig::new(&sim.url, "x"), Arc::new(SystemClock::default())).unwrap();
    let refused = other.overzicht(&huub()).await.map(|_| ());
    assert_eq!(refused, Err(PoortFout::Geweigerd { code: "niet_aangemeld".to_owned() }));
    for (path, body, status) in [
        ("/_boek", json!({"klant": "KT-1", "omschrijving": "x", "cents": 1}), 404),
        ("/_boek", json!({"klant": "KT-000068", "omschrijving": "x", "cents": 1.5}), 400),
        (
            "/_boek",
            json!({"klant": "KT-000068", "omschrijving": "x", "cents": 0, "verdeling": [{"code": "KLEDING", "cents": -12_501}]}),
            409,
        ),
        ("/_klant", json!({"klant": "KT-000068"}), 409),
        ("/_klant", json!({"klant": "999990068"}), 400),
        ("/_niets", json!({}), 404),
    ] {
        assert_eq!(sim.post(path, &body).await.0, status, "{path} {body}");
    }
}

#[tokio::test]
async fn one_reference_is_one_booking() {
    let folder = folder();
    let sim = Sim::allegro(folder.path());
    let allegro = adapter(&sim);
    let before = overzicht(&allegro).await;
    let mut booking = loon();
    booking["kenmerk"] = "ons-kenmerk-1".into();
    let (_, first) = sim.post("/_boek", &booking).await;
    let (_, second) = sim.post("/_boek", &booking).await;
    assert_eq!((&first["source_seq"], &second["herhaald"]), (&second["source_seq"], &json!(true)));
    booking["cents"] = 1.into();
    assert_eq!(sim.post("/_boek", &booking).await.0, 409);
    assert_eq!(overzicht(&allegro).await.saldo_cents, before.saldo_cents + 168_400);
}

#[tokio::test]
async fn changes_come_by_page() {
    let folder = folder();
    let sim = Sim::allegro(folder.path());
    for number in 0..500 {
        assert_eq!(sim.post("/_klant", &json!({"klant": format!("KT-9{number:05}")})).await.0, 200);
    }
    let allegro = adapter(&sim);
    let first = allegro.mutaties(None).await.unwrap();
    assert_eq!((first.klanten.len(), first.meer), (500, true));
    let rest = allegro.mutaties(Some(&first.cursor)).await.unwrap();
    assert_eq!((rest.klanten.len(), rest.meer), (2, false));
}

// shows SHV1-C4
#[tokio::test]
async fn what_was_booked_survives_a_kill_at_any_moment() {
    let folder = folder();
    let mut sim = Sim::allegro(folder.path());
    let before = overzicht(&adapter(&sim)).await;
    let cursor = adapter(&sim).mutaties(None).await.unwrap().cursor;
    let booking = json!({"klant": "KT-000068", "omschrijving": "Bijschrijving", "cents": 100});
    let (told, mut tells) = tokio::sync::watch::channel(0);
    let teller = sim.teller();
    let booker = tokio::spawn(async move {
        while teller.post("/_boek", &booking).await == Some(200) {
            told.send_modify(|acked| *acked += 1);
        }
        *told.borrow()
    });
    tells.wait_for(|acked| *acked >= 20).await.unwrap();
    sim.kill();
    let acked: i64 = booker.await.unwrap();
    let sim = Sim::allegro(folder.path());
    let after = overzicht(&adapter(&sim)).await;
    let booked = (after.saldo_cents - before.saldo_cents) / 100;
    // One more was under way, and nobody was told of it.
    assert!((acked..=acked + 1).contains(&booked), "{booked} were booked, {acked} acknowledged");
    assert!(after.is_nieuwer_dan(&before));
    let changed = adapter(&sim).mutaties(Some(&cursor)).await.unwrap();
    assert_eq!(changed.klanten, [huub()], "the cursor of before the kill still holds");
}

/// Takes one POST, answers 204 and hands over its signature and body.
async fn hint(listener: &TcpListener) -> (String, Vec<u8>) {
    let (stream, _) = listener.accept().await.unwrap();
    let mut stream = BufReader::new(stream);
    let (mut signature, mut length) = (String::new(), 0);
    loop {
        let mut line = String::new();
        stream.read_line(&mut line).await.unwrap();
        let Some((name, value)) = line.trim().split_once(": ") else {
            if line.trim().is_empty() {
                break;
            }
            continue;
        };
        match name {
            HANDTEKENING => value.clone_into(&mut signature),
            "content-length" => length = value.parse().unwrap(),
            _ => {}
        }
    }
    let mut body = vec![0; length];
    stream.read_exact(&mut body).await.unwrap();
    stream.write_all(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n").await.unwrap();
    (signature, body)
}

// shows N-4
#[tokio::test]
async fn a_booking_is_hinted_with_a_signature_and_without_amounts() {
    const SECRET: &str = "een gedeeld geheim van de proef";
    let folder = folder();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/hints", listener.local_addr().unwrap());
    let sim = Sim::allegro_hinting(folder.path(), &url, SECRET);
    let key = HintKey::new(SECRET.as_bytes()).unwrap();
    let now = || SystemClock::default().now();
    sim.storing(json!({"zonder_hint": true})).await;
    let ander = json!({"klant": "KT-000421", "omschrijving": "Toeslag", "cents": 100});
    assert_eq!(sim.post("/_boek", &ander).await.0, 200);
    sim.storing(json!({"dubbel": true})).await;
    assert_eq!(sim.post("/_boek", &loon()).await.0, 200);
    for _ in 0..2 {
        let (signature, body) = hint(&listener).await;
        let hint = key.lees(Some(&signature), &body, now()).unwrap();
        assert_eq!(hint.klanten, [huub()], "the one before was not hinted; this one is, twice");
        assert_eq!(String::from_utf8(body.clone()).unwrap(), r#"{"klanten":["KT-000068"]}"#);
        let forged = HintKey::new(b"een heel ander geheim").unwrap();
        assert_eq!(forged.lees(Some(&signature), &body, now()), Err(HintFout::Handtekening));
    }
    let today: Date = now().day();
    assert!(overzicht(&adapter(&sim)).await.transacties[0].datum == today);
}
