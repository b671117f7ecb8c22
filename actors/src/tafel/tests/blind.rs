//! The feed cannot be read: rights that ended are not known to have ended, so nothing that they guard goes out.

use std::time::Duration;

use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::ZaakAntwoord;
use keukentafel::store::Fault;

use super::nodes::verstrijkt;
use super::tafelgenoot::Tafelgenoot;
use super::*;

/// The promise of G27.
const PROMISED: Duration = Duration::from_secs(5);

/// Emma works on a zaak; then the feed goes away, and after that the zaak is given to Emil.
async fn emma_loses_it_unseen(away: impl FnOnce(&MemoryJournal)) -> (Huis, ZaakId) {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.toewijzen(zaak, &[&emma()]).await;
    assert!(huis.tafel.zaak(&emma(), zaak).await.unwrap().is_some());
    away(&huis.journal);
    let reden = Some("Emma is met verlof".to_owned());
    let given = Opdracht::WijsToe { zaak, behandelaars: vec![emil().id], reden };
    let done = huis.tafel.voer_uit(&werkverdeler(), given, huis.kop()).await.unwrap();
    assert!(!done.gezien, "it is done, and this node does not see it");
    (huis, zaak)
}

/// Until the node says so, and no later than it promised.
async fn until(huis: &Huis, blind: bool) {
    let mut told = huis.tafel.blind();
    let said = tokio::time::timeout(PROMISED, told.wait_for(|now| *now == blind)).await;
    assert!(said.is_ok(), "it is told within the five seconds");
}

async fn she_has_lost_it(huis: &Huis, zaak: ZaakId) {
    let of = |wie: Wie| async move { huis.tafel.zaak(&wie, zaak).await.unwrap().unwrap() };
    assert!(matches!(of(emma()).await, ZaakAntwoord::Dat(_)), "what she lost she has lost");
    assert!(matches!(of(emil()).await, ZaakAntwoord::Schrijven(_)), "and he has it");
}

async fn nothing_goes_out(huis: &Huis, zaak: ZaakId) {
    let trail = huis.journal.audit().len();
    let blind = Err(Weigering::GeenZicht);
    assert_eq!(huis.tafel.zaak(&emma(), zaak).await.map(drop), blind);
    assert_eq!(huis.tafel.documenten(&emma(), zaak).await.map(drop), blind);
    assert_eq!(huis.tafel.nieuw(&emma()).await.map(drop), blind);
    assert_eq!(huis.tafel.rekeningen(&mirjam()).await.map(drop), blind);
    assert_eq!(huis.tafel.medewerkers(&linda()).await.map(drop), blind);
    assert_eq!(huis.tafel.glazen(&pieter()).await.map(drop), blind);
    assert_eq!(huis.tafel.caseload(&manager()).await.map(drop), blind);
    assert_eq!(huis.tafel.plannen(&rianne()).await.map(drop), blind);
    let mut tab = Tafelgenoot::new(emma());
    for topic in [Topic::ZaakWat(zaak), Topic::Werkvoorraad(emma().id)] {
        assert_eq!(tab.volgt(huis, topic).await.map(drop), blind, "{topic}");
    }
    assert!(tab.gehoord().is_empty());
    let take = huis.tafel.voer_uit(&emma(), Opdracht::NeemInBehandeling { zaak }, huis.kop()).await;
    assert_eq!(take.map(drop), blind, "nor is anything done by a right that may have ended");
    assert!(!huis.tafel.is_healthy());
    assert_eq!(huis.journal.audit().len(), trail, "that it was refused the edge writes down");
}

// shows G27, N-12: fail closed
#[tokio::test(start_paused = true)]
async fn a_node_that_cannot_read_the_feed_gives_nothing_and_goes_on_by_itself() {
    let broken = |journal: &MemoryJournal| journal.break_feed(Fault::Unavailable("no feed".to_owned()));
    let (huis, zaak) = emma_loses_it_unseen(broken).await;
    until(&huis, true).await;
    nothing_goes_out(&huis, zaak).await;
    huis.journal.mend_feed();
    until(&huis, false).await;
    she_has_lost_it(&huis, zaak).await;
    assert!(huis.tafel.is_healthy());
}

// shows G27: the loop that reads is stuck
#[tokio::test(start_paused = true)]
async fn a_feed_that_does_not_answer_is_one_that_cannot_be_read() {
    let (huis, zaak) = emma_loses_it_unseen(MemoryJournal::silence_feed).await;
    until(&huis, true).await;
    nothing_goes_out(&huis, zaak).await;
    huis.journal.mend_feed();
    until(&huis, false).await;
    she_has_lost_it(&huis, zaak).await;
}

/// It is known at once and not only when the feed has been out of sight for a while: nothing is asked of a database that is away.
// shows G11, G27: read-only while the database is away
#[tokio::test(start_paused = true)]
async fn a_node_whose_database_is_away_refuses_at_once_and_goes_on_by_itself() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.toewijzen(zaak, &[&emma()]).await;
    let events = huis.journal.audit().len();
    huis.journal.be_away(true);
    let take = async || {
        huis.tafel.voer_uit(&emma(), Opdracht::NeemInBehandeling { zaak }, huis.kop()).await.map(drop)
    };
    assert_eq!(take().await, Err(Weigering::GeenZicht));
    assert_eq!(huis.tafel.zaak(&emma(), zaak).await.map(drop), Err(Weigering::GeenZicht));
    assert_eq!(huis.journal.audit().len(), events);
    assert_eq!(huis.tafel.audit(emma().gemeente, Vec::new()).await, Err(Weigering::GeenZicht));
    assert!(!*huis.tafel.blind().borrow(), "who has a page open keeps it");
    huis.journal.be_away(false);
    take().await.unwrap();
}

// shows G27: no false alarm
#[tokio::test(start_paused = true)]
async fn a_node_on_which_nothing_happens_sees() {
    let huis = Huis::open().await;
    let mut told = huis.tafel.blind();
    assert!(tokio::time::timeout(12 * PROMISED, told.changed()).await.is_err(), "a quiet minute");
    assert!(huis.tafel.is_healthy());
}

// shows G27: what was allowed then may have ended since
#[tokio::test(start_paused = true)]
async fn a_look_whose_line_takes_longer_than_sight_lasts_shows_nothing() {
    for (waited, shown) in [(Duration::from_secs(2), true), (PROMISED, false)] {
        let huis = Huis::open().await;
        let maria = huis.maria().await;
        let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
        huis.toewijzen(zaak, &[&emma()]).await;
        let mut tab = Tafelgenoot::new(emma());
        huis.journal.hold();
        let wie = emma();
        let looks =
            async { tokio::join!(huis.tafel.zaak(&wie, zaak), tab.volgt(&huis, Topic::ZaakWat(zaak))) };
        let later = async {
            verstrijkt(waited).await;
            huis.journal.release();
        };
        let ((read, followed), ()) = tokio::join!(looks, later);
        assert!(huis.tafel.is_healthy(), "the feed is seen all the while");
        assert_eq!((read.is_ok(), followed.is_ok()), (shown, shown), "after {waited:?}");
        assert_eq!(tab.gehoord().is_empty(), !shown);
    }
}
