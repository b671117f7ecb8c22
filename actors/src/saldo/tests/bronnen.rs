//! The pace at which the source is asked, and what is seen while it does not answer.

use keukentafel::poort::limits::PEIL_VOORUIT_MAX;
use keukentafel::poort::{Onjuist, PoortFout};

use super::*;

// shows N-4
#[tokio::test(start_paused = true)]
async fn a_page_that_is_open_is_asked_for_quickly_after_a_change_and_slower_when_quiet() {
    let huis = Huis::open().await;
    huis.bron.zegt(&stand(1, 0, 1, 100));
    let rekening = huis.rekening(1).await;
    huis.wacht(600).await;
    assert_eq!(huis.bron.vragen(&klant(1)).len(), 1, "nobody looks: asked once, when it was opened");
    let phone = Tab::van(huub());
    huis.volgt(&phone, rekening).await;
    huis.wacht(230).await;
    let asked = huis.bron.vragen(&klant(1));
    assert_eq!(tussenpozen(&asked[1..]), [15, 30, 60, 60, 60]);
    huis.bron.zegt(&stand(1, 1, 2, 80));
    huis.wacht(90).await;
    let asked = huis.bron.vragen(&klant(1));
    assert_eq!(tussenpozen(&asked[6..]), [60, 15, 15]);
    huis.saldi.verlaat(&phone.conn, rekening);
    huis.wacht(600).await;
    let after = huis.bron.vragen(&klant(1)).len();
    assert!(after <= asked.len() + 1, "nobody looks any more: {after}");
}

// shows SHV1-PRE4, N-4
#[tokio::test(start_paused = true)]
async fn a_source_that_is_away_leaves_what_it_said_last_and_is_never_a_zero() {
    let huis = Huis::open().await;
    huis.bron.zegt(&stand(1, 0, 1, 100));
    let rekening = huis.rekening(1).await;
    let mut phone = Tab::van(huub());
    huis.volgt(&phone, rekening).await;
    let first = huis.saldi.bekijk(EntityKey { gemeente: GEMEENTE, id: rekening.0 }).await.unwrap().unwrap();
    phone.ziet();
    huis.bron.is_weg(&klant(1));
    huis.wacht(300).await;
    assert_eq!(phone.ziet(), [gezien("verouderd", Some("bron_weg"), Some(100))], "told once");
    let away = huis.saldi.bekijk(EntityKey { gemeente: GEMEENTE, id: rekening.0 }).await.unwrap().unwrap();
    assert_eq!(away.bijgewerkt_om, first.bijgewerkt_om, "as of the last good answer");
    assert_eq!(huis.waargenomen(), 1, "and nothing is recorded");
    huis.bron.zegt(&stand(1, 0, 1, 100));
    huis.wacht(60).await;
    let back = phone.ziet();
    assert_eq!(back, [gezien("vers", None, Some(100))]);
    let again = huis.saldi.bekijk(EntityKey { gemeente: GEMEENTE, id: rekening.0 }).await.unwrap().unwrap();
    assert!(again.bijgewerkt_om > first.bijgewerkt_om);
}

// shows SHV1-PRE4, N-4
#[tokio::test(start_paused = true)]
async fn before_the_first_answer_there_are_no_amounts_at_all() {
    let huis = Huis::open().await;
    huis.bron.is_weg(&klant(1));
    let rekening = huis.rekening(1).await;
    let mut phone = Tab::van(huub());
    huis.volgt(&phone, rekening).await;
    huis.wacht(1).await;
    huis.bron.antwoordt(&klant(1), Ok(None));
    huis.wacht(40).await;
    assert_eq!(
        phone.ziet(),
        [
            gezien("onbekend", None, None),
            gezien("onbekend", Some("bron_weg"), None),
            gezien("onbekend", Some("klant_onbekend"), None),
        ]
    );
    assert_eq!(huis.waargenomen(), 0);
}

// shows N-4
#[tokio::test(start_paused = true)]
async fn a_slow_source_is_waited_for_and_then_given_up_and_its_late_answer_counts_for_nothing() {
    let huis = Huis::open().await;
    huis.bron.zegt(&stand(1, 0, 1, 100));
    let rekening = huis.rekening(1).await;
    let mut phone = Tab::van(huub());
    huis.volgt(&phone, rekening).await;
    phone.ziet();
    huis.bron.houdt_vast();
    huis.bron.zegt(&stand(1, 1, 2, 80));
    huis.wacht(1).await;
    huis.saldi.hint(GEMEENTE, rekening).await.unwrap();
    huis.wacht(6).await;
    assert_eq!(phone.ziet(), [], "still fresh: it was heard of a moment ago");
    huis.wacht(3).await;
    assert_eq!(phone.ziet(), [gezien("verouderd", Some("bron_weg"), Some(100))]);
    huis.bron.laat_los();
    huis.klaar().await;
    assert_eq!(phone.ziet(), [], "nobody waits for that answer any more");
    huis.wacht(60).await;
    assert_eq!(phone.ziet(), [gezien("vers", None, Some(80))]);
    assert_eq!(huis.bron.hoogste().1, 1);
}

// shows N-4
#[tokio::test(start_paused = true)]
async fn sums_that_are_wrong_are_a_difference_and_never_shown() {
    let huis = Huis::open().await;
    huis.bron.zegt(&stand(1, 0, 1, 100));
    let rekening = huis.rekening(1).await;
    let mut phone = Tab::van(huub());
    huis.volgt(&phone, rekening).await;
    phone.ziet();
    // As the adapter refuses it …
    huis.bron.antwoordt(&klant(1), Err(PoortFout::OnjuistAntwoord(Onjuist::SomKloptNiet)));
    huis.saldi.hint(GEMEENTE, rekening).await.unwrap();
    huis.wacht(1).await;
    assert_eq!(phone.ziet(), [gezien("verouderd", Some("klopt_niet"), Some(100))]);
    assert!(huis.saldi.heeft_verschil(GEMEENTE, rekening));
    let restarted = Huis::op(Arc::clone(&huis.journal), Arc::clone(&huis.bron)).await;
    assert!(restarted.saldi.heeft_verschil(GEMEENTE, rekening), "a difference outlives a restart");
    huis.bron.zegt(&stand(1, 1, 2, 90));
    huis.saldi.hint(GEMEENTE, rekening).await.unwrap();
    huis.wacht(1).await;
    assert_eq!(phone.ziet(), [gezien("vers", None, Some(90))]);
    assert!(!huis.saldi.heeft_verschil(GEMEENTE, rekening));
    // … and as the rules refuse it, should an adapter let it through.
    let mut wrong = stand(1, 2, 3, 50);
    wrong.saldo_cents += 1;
    huis.bron.zegt(&wrong);
    huis.saldi.hint(GEMEENTE, rekening).await.unwrap();
    huis.wacht(1).await;
    assert_eq!(phone.ziet(), [gezien("verouderd", Some("klopt_niet"), Some(90))]);
    assert_eq!(huis.waargenomen(), 2);
    // Another kind of nonsense, and an answer about somebody else, cannot be right; a source that refuses us is one that is away.
    huis.bron.antwoordt(&klant(1), Err(PoortFout::OnjuistAntwoord(Onjuist::Vorm)));
    huis.saldi.hint(GEMEENTE, rekening).await.unwrap();
    huis.wacht(1).await;
    assert_eq!(phone.ziet(), [gezien("verouderd", Some("onjuist_antwoord"), Some(90))]);
    huis.bron.antwoordt(&klant(1), Err(PoortFout::OnjuistAntwoord(Onjuist::BuitenGrens)));
    huis.saldi.hint(GEMEENTE, rekening).await.unwrap();
    huis.wacht(1).await;
    assert_eq!(phone.ziet(), [], "the same trouble is told once");
    huis.bron.antwoordt(&klant(1), Err(PoortFout::Geweigerd { code: "niet_aangemeld".into() }));
    huis.saldi.hint(GEMEENTE, rekening).await.unwrap();
    huis.wacht(1).await;
    assert_eq!(phone.ziet(), [gezien("verouderd", Some("bron_weg"), Some(90))]);
    huis.bron.antwoordt(&klant(1), Ok(Some(stand(2, 9, 9, 1))));
    huis.saldi.hint(GEMEENTE, rekening).await.unwrap();
    huis.wacht(1).await;
    let wrong = gezien("verouderd", Some("onjuist_antwoord"), Some(90));
    assert_eq!((phone.ziet(), huis.waargenomen()), (vec![wrong], 2));
    assert!(huis.saldi.heeft_verschil(GEMEENTE, rekening), "a source that is away mends no difference");
}

// shows N-4
#[tokio::test(start_paused = true)]
async fn an_answer_of_a_moment_to_come_is_refused_and_does_not_stop_those_of_now() {
    let huis = Huis::open().await;
    huis.bron.zegt(&stand(1, 0, 1, 100));
    let rekening = huis.rekening(1).await;
    let mut phone = Tab::van(huub());
    huis.volgt(&phone, rekening).await;
    phone.ziet();
    let hint = async |said: &Waarneming| {
        huis.bron.zegt(said);
        huis.saldi.hint(GEMEENTE, rekening).await.unwrap();
        huis.wacht(1).await;
    };
    let ahead = i64::try_from(PEIL_VOORUIT_MAX.as_secs()).unwrap();
    hint(&stand(1, ahead + 60, 2, 999)).await;
    assert_eq!(phone.ziet(), [gezien("verouderd", Some("onjuist_antwoord"), Some(100))]);
    assert!(huis.saldi.is_onjuist(GEMEENTE, rekening), "listed");
    assert_eq!(huis.waargenomen(), 1);
    hint(&stand(1, 2, 2, 80)).await;
    assert_eq!(phone.ziet(), [gezien("vers", None, Some(80))]);
    assert!(!huis.saldi.is_onjuist(GEMEENTE, rekening));
    // Clocks are never quite equal.
    hint(&stand(1, ahead, 3, 70)).await;
    assert_eq!(phone.ziet(), [gezien("vers", None, Some(70))]);
}

#[tokio::test(start_paused = true)]
async fn without_a_source_what_is_recorded_is_shown_with_its_time() {
    let huis = Huis::open().await;
    huis.bron.zegt(&stand(1, 0, 1, 100));
    let rekening = huis.rekening(1).await;
    huis.wacht(1).await;
    huis.saldi.stop().await;
    let later = Huis::met(Arc::clone(&huis.journal), Arc::clone(&huis.bron), None).await;
    let mut phone = Tab::van(huub());
    later.volgt(&phone, rekening).await;
    later.wacht(1).await;
    let seen = phone.ziet();
    assert_eq!(seen.last(), Some(&gezien("verouderd", Some("bron_weg"), Some(100))));
    let saldo = later.saldi.bekijk(EntityKey { gemeente: GEMEENTE, id: rekening.0 }).await.unwrap().unwrap();
    assert!(saldo.bijgewerkt_om.is_some());
}

// shows N-4
#[tokio::test(start_paused = true)]
async fn who_comes_back_after_a_while_is_not_told_that_the_source_is_away() {
    let huis = Huis::open().await;
    huis.bron.zegt(&stand(1, 0, 1, 100));
    let rekening = huis.rekening(1).await;
    let first = Tab::van(huub());
    huis.volgt(&first, rekening).await;
    huis.saldi.verlaat(&first.conn, rekening);
    huis.wacht(200).await;
    let mut again = Tab::van(huub());
    huis.volgt(&again, rekening).await;
    huis.wacht(1).await;
    assert_eq!(again.ziet(), [gezien("onbekend", None, Some(100)), gezien("vers", None, Some(100))]);
}
