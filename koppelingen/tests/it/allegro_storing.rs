//! Every fault of Allegro, one by one, and what the port answers.

use std::sync::Arc;
use std::time::Duration;

use keukentafel::clock::{Clock, ManualClock, SystemClock};
use keukentafel::poort::allegro::Allegro;
use keukentafel::poort::{Onjuist, PoortFout, Storing};
use keukentafel_koppelingen::allegro::{AllegroConfig, AllegroHttp};
use keukentafel_koppelingen::limits::{BREAKER_FAILURES, BREAKER_OPEN_MICROS};
use serde_json::{Value, json};

use crate::allegro::{adapter, huub, overzicht};
use crate::proces::{SLEUTEL, Sim, folder};

/// With this fault on, the account is not known to be anything; with it off again, it is what it was.
async fn check(sim: &Sim, storing: Value, then: PoortFout) {
    let with = |wacht| {
        let config = AllegroConfig { wacht, ..AllegroConfig::new(&sim.url, SLEUTEL) };
        AllegroHttp::new(config, Arc::new(SystemClock::default())).unwrap()
    };
    let (patient, hasty) = (with(Duration::from_secs(20)), with(Duration::from_millis(400)));
    let allegro = if then == PoortFout::Storing(Storing::TeLaat) { &hasty } else { &patient };
    sim.storing(json!({})).await;
    let saldo = overzicht(&patient).await.saldo_cents;
    sim.storing(storing.clone()).await;
    assert_eq!(allegro.overzicht(&huub()).await.map(|_| ()), Err(then.clone()), "{storing}");
    let about_one =
        [Onjuist::NietGevraagd, Onjuist::SomKloptNiet].map(PoortFout::OnjuistAntwoord).contains(&then);
    let mutaties = allegro.mutaties(None).await.map(|_| ());
    assert_eq!(mutaties, if about_one { Ok(()) } else { Err(then) }, "{storing}");
    sim.storing(json!({})).await;
    assert_eq!(overzicht(&patient).await.saldo_cents, saldo, "{storing} is over");
}

// shows SHV1-PRE4, N-4, N-36
#[tokio::test]
async fn every_fault_has_its_name_and_none_looks_like_zero() {
    let folder = folder();
    let sim = Sim::allegro(folder.path());
    for (storing, then) in [
        (json!({"traag": 60_000}), Storing::TeLaat),
        (json!({"weg": "hang"}), Storing::TeLaat),
        (json!({"weg": "503"}), Storing::Serverfout),
        (json!({"weg": "dicht"}), Storing::Onbereikbaar),
    ] {
        check(&sim, storing, PoortFout::Storing(then)).await;
    }
    for (fout, then) in [
        ("vorm", Onjuist::Vorm),
        ("html", Onjuist::Vorm),
        ("leeg", Onjuist::Vorm),
        ("groot", Onjuist::TeGroot),
        ("ander", Onjuist::NietGevraagd),
        ("som", Onjuist::SomKloptNiet),
    ] {
        check(&sim, json!({"fout": fout}), PoortFout::OnjuistAntwoord(then)).await;
    }
    // Amounts as texts; the list of who changed has no numbers to spoil.
    sim.storing(json!({"fout": "type"})).await;
    let spoiled = adapter(&sim).overzicht(&huub()).await.map(|_| ());
    assert_eq!(spoiled, Err(PoortFout::OnjuistAntwoord(Onjuist::Vorm)));
}

// shows SHV1-C4, N-4
#[tokio::test]
async fn repeats_and_older_pictures_are_known_for_what_they_are() {
    let folder = folder();
    let sim = Sim::allegro(folder.path());
    let allegro = adapter(&sim);
    let before = overzicht(&allegro).await;
    let start = allegro.mutaties(None).await.unwrap();
    let booking = json!({"klant": "KT-000068", "omschrijving": "Zorgtoeslag", "cents": 12_900});
    assert_eq!(sim.post("/_boek", &booking).await.0, 200);
    sim.storing(json!({"volgorde": true})).await;
    let first = overzicht(&allegro).await;
    let second = overzicht(&allegro).await;
    assert!(first.is_nieuwer_dan(&before));
    assert_eq!(second.saldo_cents, before.saldo_cents, "an older picture after a newer one");
    assert!(!second.is_nieuwer_dan(&first), "and it is known");
    assert!(overzicht(&allegro).await.is_nieuwer_dan(&first));

    sim.storing(json!({"dubbel": true})).await;
    let once = overzicht(&allegro).await;
    let again = overzicht(&allegro).await;
    assert!(again == once && !again.is_nieuwer_dan(&once));
    let mut changed = allegro.mutaties(Some(&start.cursor)).await.unwrap().klanten;
    let many = changed.len();
    changed.dedup();
    assert!(changed.contains(&huub()) && changed.len() == many, "each once");
}

// shows SHV1-PRE4
#[tokio::test]
async fn a_source_that_keeps_failing_is_left_alone_and_tried_again() {
    let folder = folder();
    let sim = Sim::allegro(folder.path());
    let clock = Arc::new(ManualClock::at(SystemClock::default().now()));
    let config = AllegroConfig { wacht: Duration::from_secs(20), ..AllegroConfig::new(&sim.url, SLEUTEL) };
    let allegro = AllegroHttp::new(config, Arc::clone(&clock) as _).unwrap();
    sim.storing(json!({"weg": "dicht"})).await;
    for _ in 0..BREAKER_FAILURES {
        assert_eq!(allegro.overzicht(&huub()).await, Err(PoortFout::Storing(Storing::Onbereikbaar)));
    }
    sim.storing(json!({})).await;
    let alone = allegro.mutaties(None).await.map(|_| ());
    assert_eq!(alone, Err(PoortFout::Storing(Storing::Onderbroken)), "all questions of the source");
    clock.advance(BREAKER_OPEN_MICROS);
    assert!(allegro.overzicht(&huub()).await.unwrap().is_some());
    assert!(allegro.mutaties(None).await.is_ok());
}
