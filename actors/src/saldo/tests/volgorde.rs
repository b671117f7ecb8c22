//! Order: what is newer is never followed by what is older, and nothing is told that is not recorded.

use keukentafel::protocol::view::Saldostand;
use keukentafel::store::memory::Failure;

use super::*;

const HOOGSTENS: usize = crate::limits::SALDO_HALEN_MAX;

// shows SHV1-C4, SHV1-PRE5, N-4
#[tokio::test(start_paused = true)]
async fn who_opens_the_page_sees_what_the_source_says_and_then_each_change_once() {
    let huis = Huis::open().await;
    huis.bron.zegt(&stand(1, 0, 1, 100));
    let rekening = huis.rekening(1).await;
    let (mut phone, mut tablet) = (Tab::van(huub()), Tab::van(huub()));
    huis.volgt(&phone, rekening).await;
    huis.volgt(&tablet, rekening).await;
    assert_eq!(phone.ziet(), [gezien("vers", None, Some(100))]);
    assert_eq!(tablet.ziet(), [gezien("vers", None, Some(100))]);
    huis.bron.zegt(&stand(1, 5, 2, 80));
    huis.saldi.hint(GEMEENTE, rekening).await.unwrap();
    huis.wacht(1).await;
    assert_eq!(phone.ziet(), [gezien("vers", None, Some(80))]);
    assert_eq!(tablet.ziet(), [gezien("vers", None, Some(80))]);
    assert_eq!(huis.gebeurd(), ["RekeningGeopend", "SaldoWaargenomen", "SaldoWaargenomen"]);
}

// shows N-4
#[tokio::test(start_paused = true)]
async fn what_comes_out_of_order_or_again_changes_nothing() {
    let huis = Huis::open().await;
    huis.bron.zegt(&stand(1, 10, 10, 100));
    let rekening = huis.rekening(1).await;
    let mut phone = Tab::van(huub());
    huis.volgt(&phone, rekening).await;
    assert_eq!(phone.ziet(), [gezien("vers", None, Some(100))]);
    for late in [stand(1, 9, 99, 50), stand(1, 10, 9, 60), stand(1, 10, 10, 70)] {
        huis.bron.zegt(&late);
        huis.saldi.hint(GEMEENTE, rekening).await.unwrap();
        huis.wacht(1).await;
    }
    assert!(phone.ziet().iter().all(|(_, _, vrij)| *vrij == Some(100)));
    assert_eq!(huis.waargenomen(), 1);
    // The same moment with a higher counter is newer.
    huis.bron.zegt(&stand(1, 10, 11, 90));
    huis.saldi.hint(GEMEENTE, rekening).await.unwrap();
    huis.wacht(1).await;
    assert_eq!(phone.ziet(), [gezien("vers", None, Some(90))]);
}

// shows N-4
#[tokio::test(start_paused = true)]
async fn answers_of_before_do_not_keep_a_balance_fresh() {
    let huis = Huis::open().await;
    huis.bron.zegt(&stand(1, 10, 10, 100));
    let rekening = huis.rekening(1).await;
    let mut phone = Tab::van(huub());
    huis.volgt(&phone, rekening).await;
    assert_eq!(phone.ziet(), [gezien("vers", None, Some(100))]);
    huis.bron.zegt(&stand(1, 9, 9, 50));
    huis.wacht(300).await;
    assert_eq!(phone.ziet(), [gezien("verouderd", None, Some(100))]);
}

// shows N-4
#[tokio::test(start_paused = true)]
async fn what_was_seen_and_was_no_news_still_overtakes_what_is_older() {
    let huis = Huis::open().await;
    huis.bron.zegt(&stand(1, 0, 1, 100));
    let rekening = huis.rekening(1).await;
    let mut phone = Tab::van(huub());
    huis.volgt(&phone, rekening).await;
    // The same amounts at a later moment: nothing to record.
    let mut same = stand(1, 30, 3, 100);
    same.transacties = stand(1, 0, 1, 100).transacties;
    huis.bron.zegt(&same);
    huis.saldi.hint(GEMEENTE, rekening).await.unwrap();
    huis.wacht(1).await;
    // From in between, and late.
    huis.bron.zegt(&stand(1, 20, 2, 55));
    huis.saldi.hint(GEMEENTE, rekening).await.unwrap();
    huis.wacht(1).await;
    assert_eq!(huis.waargenomen(), 1);
    assert!(phone.ziet().iter().all(|(_, _, vrij)| *vrij == Some(100)));
}

// shows N-4, G26
#[tokio::test(start_paused = true)]
async fn nothing_is_told_before_it_is_recorded() {
    let huis = Huis::open().await;
    huis.bron.zegt(&stand(1, 0, 1, 100));
    let rekening = huis.rekening(1).await;
    let mut phone = Tab::van(huub());
    huis.volgt(&phone, rekening).await;
    phone.ziet();
    huis.journal.hold();
    huis.bron.zegt(&stand(1, 1, 2, 80));
    huis.saldi.hint(GEMEENTE, rekening).await.unwrap();
    huis.wacht(5).await;
    assert_eq!(phone.ziet(), [], "it is under way to the journal");
    huis.journal.release();
    huis.klaar().await;
    assert_eq!(phone.ziet(), [gezien("vers", None, Some(80))]);
    // What cannot be recorded is not told; what stands is said to be old.
    huis.journal.fail_next(1, &Failure::Full);
    huis.bron.zegt(&stand(1, 2, 3, 60));
    huis.saldi.hint(GEMEENTE, rekening).await.unwrap();
    huis.wacht(1).await;
    assert_eq!(phone.ziet(), [gezien("verouderd", Some("niet_vastgelegd"), Some(80))]);
    huis.wacht(60).await;
    assert_eq!(phone.ziet(), [gezien("vers", None, Some(60))], "asked again, and recorded then");
}

// shows N-4, SHV1-RV4
#[tokio::test(start_paused = true)]
async fn a_restart_brings_nothing_older_back() {
    let huis = Huis::open().await;
    huis.bron.zegt(&stand(1, 100, 5, 100));
    let rekening = huis.rekening(1).await;
    let mut before = Tab::van(huub());
    huis.volgt(&before, rekening).await;
    huis.bron.zegt(&stand(1, 200, 6, 80));
    huis.saldi.hint(GEMEENTE, rekening).await.unwrap();
    huis.wacht(1).await;
    before.ziet();
    let told = *before.versies.last().unwrap();
    huis.saldi.stop().await;

    // The source is somebody else's replica now, and behind.
    huis.bron.zegt(&stand(1, 150, 5, 999));
    let later = Huis::op(Arc::clone(&huis.journal), Arc::clone(&huis.bron)).await;
    let mut after = Tab::van(huub());
    later.volgt(&after, rekening).await;
    later.wacht(2).await;
    let seen = after.ziet();
    assert_eq!(seen, [gezien("onbekend", None, Some(80))], "what is recorded, until the source answers");
    let key = EntityKey { gemeente: GEMEENTE, id: rekening.0 };
    let recorded = later.saldi.bekijk(key).await.unwrap().unwrap().bijgewerkt_om;
    // Of the moment that is recorded, and another story.
    later.bron.zegt(&stand(1, 200, 6, 999));
    later.wacht(120).await;
    assert_eq!(
        after.ziet(),
        [],
        "an answer of before, or against itself, is no news and makes nothing fresh"
    );
    let still = later.saldi.bekijk(key).await.unwrap().unwrap();
    assert_eq!((still.stand, still.bijgewerkt_om), (Saldostand::Onbekend, recorded));
    assert_eq!(later.waargenomen(), 2);
    later.bron.zegt(&stand(1, 200, 6, 80));
    later.saldi.hint(GEMEENTE, rekening).await.unwrap();
    later.wacht(1).await;
    assert_eq!(after.ziet(), [gezien("vers", None, Some(80))], "it says what is recorded");
    later.bron.zegt(&stand(1, 300, 7, 70));
    later.saldi.hint(GEMEENTE, rekening).await.unwrap();
    later.wacht(1).await;
    assert_eq!(after.ziet(), [gezien("vers", None, Some(70))]);
    assert!(told < *after.versies.last().unwrap(), "versions of new amounts rise over a restart");
}

// shows N-4
#[tokio::test(start_paused = true)]
async fn the_source_is_asked_by_few_at_once_and_by_one_per_rekening() {
    let huis = Huis::open().await;
    huis.bron.houdt_vast();
    let mut tabs = Vec::new();
    for n in 1..=20 {
        huis.bron.zegt(&stand(n, 0, 1, 100));
        let rekening = huis.rekening(n).await;
        let tab = Tab::van(huub());
        huis.volgt(&tab, rekening).await;
        for _ in 0..5 {
            huis.saldi.hint(GEMEENTE, rekening).await.unwrap();
        }
        tabs.push(tab);
    }
    huis.wacht(2).await;
    assert_eq!(huis.bron.hoogste(), (HOOGSTENS, 1));
    huis.bron.laat_los();
    huis.wacht(2).await;
    for tab in &mut tabs {
        assert_eq!(tab.ziet().last(), Some(&gezien("vers", None, Some(100))));
    }
    assert_eq!(huis.bron.hoogste().1, 1);
}

#[tokio::test(start_paused = true)]
async fn a_storm_of_hints_is_a_few_questions() {
    let huis = Huis::open().await;
    huis.bron.zegt(&stand(1, 0, 1, 100));
    let rekening = huis.rekening(1).await;
    huis.wacht(1).await;
    let before = huis.bron.vragen(&klant(1)).len();
    for _ in 0..100 {
        huis.saldi.hint(GEMEENTE, rekening).await.unwrap();
        huis.wacht_millis(10).await;
    }
    let asked = huis.bron.vragen(&klant(1)).len() - before;
    assert!((4..=7).contains(&asked), "{asked} in a second");
}

// shows N-4
#[tokio::test(start_paused = true)]
async fn a_hint_during_a_question_is_asked_again_after_it() {
    let huis = Huis::open().await;
    huis.bron.zegt(&stand(1, 0, 1, 100));
    let rekening = huis.rekening(1).await;
    huis.wacht(1).await;
    let mut phone = Tab::van(huub());
    huis.bron.houdt_vast();
    huis.saldi.hint(GEMEENTE, rekening).await.unwrap();
    huis.wacht(1).await;
    // This is booked after the question under way was put, and its answer will not have it.
    huis.bron.zegt(&stand(1, 1, 2, 80));
    huis.saldi.hint(GEMEENTE, rekening).await.unwrap();
    huis.bron.laat_los();
    huis.wacht(1).await;
    huis.volgt(&phone, rekening).await;
    assert_eq!(phone.ziet(), [gezien("vers", None, Some(80))]);
}

// shows SHV1-C4, N-4
#[tokio::test(start_paused = true)]
async fn a_hint_that_has_to_wait_its_turn_is_followed_also_when_nobody_looks_yet() {
    let huis = Huis::open().await;
    huis.bron.zegt(&stand(1, 0, 1, 100));
    let rekening = huis.rekening(1).await;
    huis.saldi.hint(GEMEENTE, rekening).await.unwrap();
    // The first question is answered; the next may not be asked yet.
    huis.wacht_millis(50).await;
    huis.bron.zegt(&stand(1, 5, 2, 80));
    huis.saldi.hint(GEMEENTE, rekening).await.unwrap();
    huis.wacht(1).await;
    let mut phone = Tab::van(huub());
    huis.volgt(&phone, rekening).await;
    assert_eq!(phone.ziet().last(), Some(&gezien("vers", None, Some(80))));
    assert_eq!(huis.waargenomen(), 2);
}
