//! Hints between nodes: in time, lost, too many, and while the record cannot be read.

use std::time::Duration;

use keukentafel::clock::Clock;
use keukentafel::domain::ids::DocumentId;
use keukentafel::protocol::topic::Topic;
use keukentafel::store::Position;
use serde_json::Value;

use super::besluiten::regel;
use super::nodes::{twee, versies, verstrijkt};
use super::tafelgenoot::Tafelgenoot;
use super::*;
use crate::bus::Mode;
use crate::bus::scripted::Scripted;
use crate::limits::{BELLEN_KIJK, BUS_SWEEP, HERLEES_MAX};

/// As long as a hint may take: far below the second after which a node looks at the feed by itself, let alone at documents.
const BY_HINT: Duration = Duration::from_millis(100);

/// Somebody sends this update as their page does: it goes by the document at their node.
async fn typt(huis: &Huis, scherm: &Tafelgenoot, document: DocumentId, (nr, update): (u64, &[u8])) {
    let (mut message, mut left) = (vec![0, 2], update.len());
    while left >= 0x80 {
        message.push(u8::try_from(left & 0x7f).unwrap() | 0x80);
        left >>= 7;
    }
    message.push(u8::try_from(left).unwrap());
    message.extend_from_slice(update);
    huis.tafel.documents().sync(&scherm.conn, document, nr, vec![message.into()]).await.unwrap();
}

// shows N-3, G09: by the hint, and not by the look that is made all the same
#[tokio::test(start_paused = true)]
async fn what_is_told_over_the_bus_is_there_before_any_look_without_it_would_be() {
    let bus = Scripted::new(1);
    let [een, twee] = twee(&bus).await;
    let (zaak, document) = een.keukentafel().await;
    twee.bij().await;
    let (kevin_typt, emma_kijkt) = (Tafelgenoot::new(kevin()), Tafelgenoot::new(emma()));
    kevin_typt.volgt(&een, Topic::Document(document)).await.unwrap();
    emma_kijkt.volgt(&twee, Topic::Document(document)).await.unwrap();
    // What the coming up of the bus makes them look at is over.
    verstrijkt(Duration::from_secs(2)).await;
    // Spread over the second between two looks: of these the look can be in time for one.
    for turn in 0..4 {
        let begun = tokio::time::Instant::now();
        een.zet_taak(&kevin(), zaak, &format!("taak {turn}")).await;
        twee.bij().await;
        assert!(begun.elapsed() < BY_HINT, "the feed, turn {turn}: {:?}", begun.elapsed());
        let line = format!("regel {turn}");
        let (_, update) = regel(&een, document, &line).await;
        let begun = tokio::time::Instant::now();
        typt(&een, &kevin_typt, document, (turn + 1, &update)).await;
        while !twee.tafel.tekst(&emma(), document).await.unwrap().unwrap().contains(&line) {
            assert!(begun.elapsed() < BY_HINT, "a document, turn {turn}");
            tokio::time::advance(Duration::from_millis(1)).await;
            tokio::task::yield_now().await;
        }
        verstrijkt(Duration::from_millis(250)).await;
    }
}

// shows G11, G09: the database is away for a moment, just when a hint came
#[tokio::test(start_paused = true)]
async fn who_cannot_read_on_for_a_moment_keeps_those_who_follow_and_reads_on_later() {
    let bus = Scripted::new(1);
    let [een, twee] = twee(&bus).await;
    let (zaak, document) = een.keukentafel().await;
    twee.bij().await;
    let mut emma_kijkt = Tafelgenoot::new(emma());
    for topic in [Topic::ZaakWat(zaak), Topic::Document(document)] {
        emma_kijkt.volgt(&twee, topic).await.unwrap();
    }
    emma_kijkt.gehoord();
    een.zet_taak(&kevin(), zaak, "Voor de storing").await;
    twee.bij().await;
    assert_eq!(versies(&emma_kijkt.gehoord()).len(), 1);
    let kevin_typt = Tafelgenoot::new(kevin());
    kevin_typt.volgt(&een, Topic::Document(document)).await.unwrap();
    let (_, update) = regel(&een, document, "tijdens de storing").await;
    een.journal.break_reads();
    een.zet_taak(&kevin(), zaak, "School bellen").await;
    typt(&een, &kevin_typt, document, (1, &update)).await;
    twee.bij().await;
    verstrijkt(Duration::from_secs(2)).await;
    assert_eq!(emma_kijkt.gehoord(), Vec::<Value>::new(), "nobody is sent away");
    // What is known to be behind is not shown as if it were now, and nothing is decided on it.
    assert_eq!(twee.tafel.zaak(&emma(), zaak).await, Err(Weigering::Onbekend));
    let neem = Opdracht::NeemInBehandeling { zaak };
    assert_eq!(twee.tafel.voer_uit(&emma(), neem, twee.kop()).await.map(drop), Err(Weigering::Bezig));
    een.journal.mend_reads();
    verstrijkt(HERLEES_MAX).await;
    let heard = emma_kijkt.gehoord();
    assert_eq!(versies(&heard).len(), 1, "the event that it missed, and nothing else: {heard:?}");
    assert!(heard.iter().all(|frame| frame["t"] != "resync"), "{heard:?}");
    assert_eq!(twee.taken(&emma(), zaak).await, ["Voor de storing", "School bellen"]);
    let tekst = twee.tafel.tekst(&emma(), document).await.unwrap().unwrap();
    assert!(tekst.contains("tijdens de storing"), "{tekst}");
}

// shows G11: what a client says costs nothing that grows
#[tokio::test(start_paused = true)]
async fn however_many_ask_for_the_end_of_the_feed_one_look_serves_all_who_wait() {
    let huis = Huis::open().await;
    huis.maria().await;
    huis.journal.silence_feed();
    let ask = || {
        let tafel = huis.tafel.clone();
        tokio::spawn(async move { tafel.lees_bij().await })
    };
    let first = ask();
    verstrijkt(Duration::from_millis(50)).await;
    let before = huis.journal.feed_asked();
    let others: Vec<_> = (0..500).map(|_| ask()).collect();
    verstrijkt(Duration::from_millis(50)).await;
    assert_eq!(huis.journal.feed_asked(), before, "one look is under way");
    huis.journal.mend_feed();
    for one in others.into_iter().chain([first]) {
        assert!(one.await.unwrap());
    }
    let looks = huis.journal.feed_asked() - before;
    assert!((1..=3).contains(&looks), "the next one, and perhaps one by the clock: {looks}");
    // Where no feed can be nobody looks.
    huis.journal.silence_feed();
    let begun = tokio::time::Instant::now();
    huis.tafel.gezien_tot(Position((1 << 53) - 1)).await;
    assert_eq!(begun.elapsed(), Duration::ZERO);
    let near = Position(huis.tafel.feedstand().0.0 + 8_192);
    huis.tafel.gezien_tot(near).await;
    assert!(begun.elapsed() > Duration::ZERO, "where it can be it is waited for");
}

// shows G11: as when the database fails every node, and each of them says so
#[tokio::test(start_paused = true)]
async fn however_often_others_say_that_all_is_to_be_looked_at_there_is_a_pause_between_looks() {
    let bus = Scripted::new(1);
    let [een, _twee] = twee(&bus).await;
    verstrijkt(Duration::from_secs(2)).await;
    let (epoch, process) = (Uuid::from_u128(42), Uuid::from_u128(77));
    let all = format!("{{\"epoch\":\"{epoch}\",\"process\":\"{process}\",\"alles\":true}}");
    let before = een.journal.feed_asked();
    for _ in 0..100 {
        bus.say(all.as_bytes());
        verstrijkt(Duration::from_millis(50)).await;
    }
    // Five seconds at two nodes: a look in each tenth, and one by the clock in each second.
    let looks = een.journal.feed_asked() - before;
    assert!((20..=120).contains(&looks), "{looks}");
}

// shows X-24, N-8, G11: what was missed while there was no bus is found in the trail, and every node counts the same
#[tokio::test(start_paused = true)]
async fn bells_and_alarms_of_while_the_bus_was_away_ring_all_the_same() {
    let bus = Scripted::new(1);
    let [een, twee] = twee(&bus).await;
    let maria = een.maria().await;
    let zaak = een.melding(maria, Zaaktype::MeldingWmo).await;
    een.toewijzen(zaak, &[&emma()]).await;
    // Looks of before it was protected are none.
    een.clock.advance(1_000_000);
    twee.clock.advance(1_000_000);
    een.beschermt(maria, &[&emma()]).await;
    twee.bij().await;
    verstrijkt(Duration::from_secs(1)).await;
    let [mut alarm, mut bel] = [pieter(), maria_zelf(maria)].map(Tafelgenoot::new);
    alarm.volgt(&twee, Topic::Beschermd(GEMEENTE)).await.unwrap();
    bel.volgt(&twee, Topic::Inzage(maria)).await.unwrap();
    let geopend = |frames: &[Value]| frames.iter().rev().find_map(|frame| frame["b"]["geopend"].as_u64());
    let luidde = |frames: &[Value]| frames.iter().any(|frame| frame["b"]["gezien_op"].is_string());
    let before = geopend(&alarm.gehoord()).unwrap();
    bel.gehoord();
    let kijkt = async || {
        for huis in [&een, &twee] {
            huis.clock.advance(1_000_000);
        }
        een.tafel.zaak(&emma(), zaak).await.unwrap().unwrap();
    };
    // By a hint, at once.
    kijkt().await;
    verstrijkt(Duration::from_millis(500)).await;
    let by_hint = geopend(&alarm.gehoord()).unwrap();
    assert_eq!((by_hint, luidde(&bel.gehoord())), (before + 1, true));
    // Without one.
    bus.leave();
    twee.hoort(Mode::LogTail).await;
    verstrijkt(BELLEN_KIJK).await;
    kijkt().await;
    verstrijkt(BELLEN_KIJK).await;
    let by_look = geopend(&alarm.gehoord()).unwrap();
    assert_eq!((by_look, luidde(&bel.gehoord())), (before + 2, true));
    // And it rings once for a look.
    bus.come_back();
    twee.hoort(Mode::Together).await;
    verstrijkt(2 * BUS_SWEEP).await;
    assert_eq!((geopend(&alarm.gehoord()), luidde(&bel.gehoord())), (None, false));
    // Whoever goes on at another node, or at one that was started anew, is told the same.
    let drie = Huis::met_anderen(Arc::clone(&een.journal), 2, Others::ByRecord).await;
    for huis in [&een, &twee, &drie] {
        assert_eq!(huis.tafel.beschermd(&pieter()).await.unwrap().unwrap().geopend, by_look);
    }
}

// shows N-8, G11: a hint is followed up, and never believed
#[tokio::test(start_paused = true)]
async fn a_hint_of_a_look_that_is_not_in_the_trail_rings_for_nobody_and_hides_none_that_is() {
    let bus = Scripted::new(1);
    let [een, twee] = twee(&bus).await;
    let maria = een.maria().await;
    let zaak = een.melding(maria, Zaaktype::MeldingWmo).await;
    een.toewijzen(zaak, &[&emma()]).await;
    twee.bij().await;
    verstrijkt(Duration::from_secs(1)).await;
    let mut bel = Tafelgenoot::new(maria_zelf(maria));
    bel.volgt(&twee, Topic::Inzage(maria)).await.unwrap();
    let mut luidde = || bel.gehoord().iter().any(|frame| frame["b"]["gezien_op"].is_string());
    luidde();
    let (epoch, process) = (Uuid::from_u128(42), Uuid::from_u128(77));
    let ahead = een.clock.now().plus_micros(3_600_000_000).micros();
    let looked = format!("[\"{}\",\"{}\",{ahead}]", GEMEENTE.0, maria.0);
    let said = format!("{{\"epoch\":\"{epoch}\",\"process\":\"{process}\",\"gezien\":[{looked}]}}");
    bus.say(said.as_bytes());
    verstrijkt(Duration::from_millis(500)).await;
    assert!(!luidde(), "nobody looked");
    // One that no hint tells is found all the same, as if nothing had been said.
    bus.leave();
    twee.hoort(Mode::LogTail).await;
    verstrijkt(BELLEN_KIJK).await;
    for huis in [&een, &twee] {
        huis.clock.advance(1_000_000);
    }
    een.tafel.zaak(&emma(), zaak).await.unwrap().unwrap();
    verstrijkt(BELLEN_KIJK).await;
    assert!(luidde(), "Emma looked");
    verstrijkt(2 * BELLEN_KIJK).await;
    assert!(!luidde(), "once");
}

// shows X-24, G11: what was counted before a read failed is told, and once
#[tokio::test(start_paused = true)]
async fn a_count_of_looks_that_breaks_off_tells_what_it_has_and_counts_nothing_twice() {
    let huis = Huis::open().await;
    let mut zaken = Vec::new();
    for persoon in [huis.maria().await, huis.dylan().await] {
        let zaak = huis.melding(persoon, Zaaktype::MeldingWmo).await;
        huis.toewijzen(zaak, &[&emma()]).await;
        huis.clock.advance(1_000_000);
        huis.beschermt(persoon, &[&emma()]).await;
        zaken.push(zaak);
    }
    huis.telt().await;
    let geopend = async || huis.tafel.beschermd(&pieter()).await.unwrap().unwrap().geopend;
    let before = geopend().await;
    huis.journal.break_reads();
    for zaak in zaken {
        huis.clock.advance(1_000_000);
        huis.tafel.zaak(&emma(), zaak).await.unwrap().unwrap();
    }
    verstrijkt(Duration::from_secs(1)).await;
    assert_eq!(geopend().await, before);
    // Of one of the two the trail is read.
    huis.journal.break_reads_after(1);
    huis.telt().await;
    assert_eq!(geopend().await, before + 1);
    huis.journal.mend_reads();
    huis.telt().await;
    assert_eq!(geopend().await, before + 2);
}
