//! Every fault of the BRP, one by one, and what the port answers.

use std::sync::Arc;
use std::time::Duration;

use jiff::civil::date;
use keukentafel::clock::{Clock, ManualClock, Moment, SystemClock};
use keukentafel::poort::brp::Brp;
use keukentafel::poort::{Doel, Onjuist, PoortFout, Storing};
use keukentafel_koppelingen::brp::{BrpConfig, BrpHaalCentraal};
use keukentafel_koppelingen::limits::{BREAKER_FAILURES, BREAKER_OPEN_MICROS};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::brp::{bsn, doel, turfkade, vraag};
use crate::proces::{SLEUTEL, Sim, folder};

/// Short, for faults that are waited out.
const WACHT: Duration = Duration::from_millis(400);

fn adapter(url: &str, wacht: Duration, clock: Arc<dyn Clock>) -> BrpHaalCentraal {
    BrpHaalCentraal::new(BrpConfig { wacht, ..BrpConfig::new(url, SLEUTEL) }, clock).unwrap()
}

/// With this fault on, each of the port's questions fails so; with it off again, each is answered.
async fn check(sim: &Sim, storing: Value, then: PoortFout) {
    let patient = adapter(&sim.url, Duration::from_secs(20), Arc::new(SystemClock::default()));
    let hasty = adapter(&sim.url, WACHT, Arc::new(SystemClock::default()));
    let brp = if then == PoortFout::Storing(Storing::TeLaat) { &hasty } else { &patient };
    let maria = bsn("999990019");
    let name = vraag("Verhoef", date(1958, 3, 14));
    sim.storing(storing.clone()).await;
    assert_eq!(brp.raadpleeg(&maria, doel(Doel::Wmo)).await.map(|_| ()), Err(then.clone()), "{storing}");
    assert_eq!(brp.zoek(&name, doel(Doel::Wmo)).await.map(|_| ()), Err(then.clone()), "{storing}");
    assert_eq!(brp.op_adres(&turfkade(), doel(Doel::Wmo)).await.map(|_| ()), Err(then), "{storing}");
    sim.storing(json!({})).await;
    assert!(patient.raadpleeg(&maria, doel(Doel::Wmo)).await.unwrap().is_some(), "{storing} is over");
}

// shows C1-P3, N-36
#[tokio::test]
async fn every_fault_has_its_name_and_none_looks_like_nobody() {
    let folder = folder();
    let sim = Sim::brp(folder.path());
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
        ("type", Onjuist::Vorm),
        ("leeg", Onjuist::Vorm),
        ("groot", Onjuist::TeGroot),
        ("ander", Onjuist::NietGevraagd),
    ] {
        check(&sim, json!({"fout": fout}), PoortFout::OnjuistAntwoord(then)).await;
    }
    for wrong in
        [json!({"fout": "som"}), json!({"weg": "half"}), json!({"traag": 60_001}), json!({"sloom": 1})]
    {
        assert_eq!(sim.post("/_storing", &wrong).await.0, 400, "{wrong}");
    }
}

#[tokio::test]
async fn slow_is_still_an_answer_and_repeats_are_passed_over() {
    let folder = folder();
    let sim = Sim::brp(folder.path());
    let brp = adapter(&sim.url, Duration::from_secs(20), Arc::new(SystemClock::default()));
    let name = vraag("Verhoeff", date(1958, 3, 14));
    sim.storing(json!({"traag": 30, "dubbel": true})).await;
    assert!(brp.raadpleeg(&bsn("999990019"), doel(Doel::Wmo)).await.unwrap().is_some());
    assert_eq!(brp.zoek(&name, doel(Doel::Wmo)).await.unwrap().len(), 3);
    assert_eq!(brp.op_adres(&turfkade(), doel(Doel::Wmo)).await.unwrap().len(), 1);
}

/// The BRP has nothing by which an older answer could be known: who keeps one keeps its time beside it.
#[tokio::test]
async fn an_older_answer_looks_like_any_other() {
    let folder = folder();
    let sim = Sim::brp(folder.path());
    let brp = adapter(&sim.url, Duration::from_secs(20), Arc::new(SystemClock::default()));
    let persoon = json!({"burgerservicenummer": "999990081", "naam": {"geslachtsnaam": "Bakels"}});
    assert_eq!(sim.post("/_persoon", &persoon).await.0, 200);
    for (volgorde, naam) in [(false, "Bakels"), (true, "Verhoef"), (false, "Bakels")] {
        sim.storing(json!({"volgorde": volgorde})).await;
        let linde = brp.raadpleeg(&bsn("999990081"), doel(Doel::Wmo)).await.unwrap().unwrap();
        assert_eq!(linde.naam.geslachtsnaam.as_deref(), Some(naam));
    }
}

#[tokio::test]
async fn a_process_that_is_gone_is_not_reachable() {
    let folder = folder();
    let mut sim = Sim::brp(folder.path());
    let brp = adapter(&sim.url, Duration::from_secs(20), Arc::new(SystemClock::default()));
    assert!(brp.raadpleeg(&bsn("999990019"), doel(Doel::Wmo)).await.is_ok());
    sim.kill();
    let gone = Err(PoortFout::Storing(Storing::Onbereikbaar));
    assert!(brp.raadpleeg(&bsn("999990019"), doel(Doel::Wmo)).await == gone);
}

/// The first connection is refused; then somebody listens.
#[tokio::test]
async fn a_question_whose_connection_was_refused_is_put_once_more() {
    const NOBODY: &str = r#"{"type":"RaadpleegMetBurgerservicenummer","personen":[]}"#;
    let addr = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let brp = adapter(&format!("http://{addr}"), Duration::from_secs(20), Arc::new(SystemClock::default()));
    let maria = bsn("999990019");
    let (answer, ()) = tokio::join!(brp.raadpleeg(&maria, doel(Doel::Wmo)), async {
        let listener = TcpListener::bind(addr).await.unwrap();
        drop(tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.unwrap();
            // An answer before the question would be none.
            assert!(stream.read(&mut [0; 4096]).await.unwrap() > 0);
            let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length";
            stream.write_all(format!("{head}: {}\r\n\r\n{NOBODY}", NOBODY.len()).as_bytes()).await.unwrap();
            // Stays on the line until who asked has read it.
            drop(stream.read_to_end(&mut Vec::new()).await);
        }));
    });
    assert!(answer.unwrap().is_none());
}

// shows N-36
#[tokio::test]
async fn a_source_that_keeps_failing_is_left_alone_and_tried_again() {
    let folder = folder();
    let sim = Sim::brp(folder.path());
    let clock = Arc::new(ManualClock::at(Moment::from_micros(0)));
    let brp = adapter(&sim.url, Duration::from_secs(20), Arc::clone(&clock) as _);
    let maria = bsn("999990019");
    let ask = || brp.raadpleeg(&maria, doel(Doel::Wmo));
    let failing = Err(PoortFout::Storing(Storing::Serverfout));
    let alone = Err(PoortFout::Storing(Storing::Onderbroken));
    sim.storing(json!({"weg": "503"})).await;
    for _ in 0..BREAKER_FAILURES {
        assert!(ask().await == failing);
    }
    sim.storing(json!({})).await;
    assert!(ask().await == alone, "not asked, though it is back");
    clock.advance(BREAKER_OPEN_MICROS);
    sim.storing(json!({"weg": "503"})).await;
    assert!(ask().await == failing, "one trial");
    sim.storing(json!({})).await;
    clock.advance(BREAKER_OPEN_MICROS);
    assert!(ask().await == alone, "twice as long");
    clock.advance(BREAKER_OPEN_MICROS);
    assert!(ask().await.unwrap().is_some());
    assert!(ask().await.unwrap().is_some());
    // What it says wrong is no reason to leave it alone.
    sim.storing(json!({"fout": "leeg"})).await;
    for _ in 0..=BREAKER_FAILURES {
        assert!(ask().await == Err(PoortFout::OnjuistAntwoord(Onjuist::Vorm)));
    }
}

#[tokio::test]
async fn more_questions_than_fit_are_not_asked() {
    let folder = folder();
    let sim = Sim::brp(folder.path());
    let config = BrpConfig { wacht: WACHT, tegelijk: 1, ..BrpConfig::new(&sim.url, SLEUTEL) };
    let brp = BrpHaalCentraal::new(config, Arc::new(SystemClock::default())).unwrap();
    sim.storing(json!({"weg": "hang"})).await;
    let maria = bsn("999990019");
    let ask = || brp.raadpleeg(&maria, doel(Doel::Wmo));
    let (first, second, third) = tokio::join!(ask(), ask(), ask());
    assert!(first == Err(PoortFout::Storing(Storing::TeLaat)));
    assert!(second.is_err());
    assert!(third == Err(PoortFout::Storing(Storing::Druk)));
}
