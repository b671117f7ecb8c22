//! What becomes of each kind of frame.

use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::store::Write;
use serde_json::Value;
use yrs::{XmlElementPrelim, XmlFragment, XmlTextPrelim};

use super::klant::*;
use super::support::*;
use crate::hub::Closing;
use crate::hub::Dialect::{Rt, Yjs};
use crate::limits::STRIKE_WINDOW;

fn reden(got: &[Got]) -> Option<String> {
    got.iter().find_map(|one| match one.text("geweigerd") {
        Some(value) => value["reden"].as_str().map(str::to_owned),
        None => one.denied(),
    })
}

/// A node that no editor of ours makes.
fn forbidden(klant: &Klant) -> Vec<u8> {
    klant.edit(|root, txn| {
        root.push_back(txn, XmlElementPrelim::empty("script"));
    })
}

// shows G13
#[tokio::test(start_paused = true)]
async fn what_adds_nothing_writes_no_row_and_is_acked() {
    let node = Node::start().await;
    let mut kevin = Klant::joined(&node, KEVIN, Rt, 10).await;
    let update = kevin.paragraph("een");
    let nr = kevin.sends(&node, vec![update_message(&update)]).await;
    kevin.acked(&node, nr).await;
    let before = node.rows().await;
    for again in [update_message(&update), kevin.step2()] {
        let nr = kevin.sends(&node, vec![again]).await;
        node.barrier().await;
        assert_eq!(kevin.reads(), [Got::Ack { nr, seq: 2 }], "at once");
    }
    assert_eq!(node.rows().await, before);
}

// shows G01
#[tokio::test(start_paused = true)]
async fn what_is_known_only_from_a_row_in_flight_is_acked_with_that_row() {
    let node = Node::start().await;
    let mut kevin = Klant::joined(&node, KEVIN, Rt, 10).await;
    let mut thuis = Klant::joined(&node, KEVIN, Rt, 11).await;
    node.memory().hold();
    let update = kevin.paragraph("een");
    kevin.sends(&node, vec![update_message(&update)]).await;
    let nr = thuis.sends(&node, vec![update_message(&update)]).await;
    node.barrier().await;
    assert_eq!(thuis.reads(), [], "not durable yet, whoever sent it");
    node.memory().release();
    thuis.acked(&node, nr).await;
}

// shows G01, G13
#[tokio::test(start_paused = true)]
async fn a_gap_is_asked_for_and_no_ack_covers_it() {
    let node = Node::start().await;
    let mut kevin = Klant::joined(&node, KEVIN, Rt, 10).await;
    kevin.paragraph("nooit verstuurd");
    for _ in 0..5 {
        kevin.types(&node, "leunt erop").await;
    }
    node.barrier().await;
    let got = kevin.reads();
    assert_eq!(got, vec![Got::Step1; 5], "asked for, not refused, no strike");
    // Something that can be taken does not make the frames before it stored.
    let mut other = Klant::new(KEVIN, Rt, 12);
    other.doc = doc(12);
    let update = other.paragraph("los");
    kevin.sends(&node, vec![update_message(&update)]).await;
    node.memory().arrived(2).await;
    node.barrier().await;
    until_rows(&node, 2).await;
    assert!(!kevin.reads().iter().any(|one| matches!(one, Got::Ack { .. })));
    let nr = kevin.sends(&node, vec![kevin.step2()]).await;
    kevin.acked(&node, nr).await;
    assert!(node.tekst().await.contains("nooit verstuurd"));
}

// shows C2-E4
#[tokio::test(start_paused = true)]
async fn nobody_writes_under_somebody_elses_id() {
    for dialect in [Rt, Yjs] {
        let node = Node::start().await;
        let mut kevin = Klant::joined(&node, KEVIN, Rt, 10).await;
        let nr = kevin.types(&node, "van kevin").await;
        kevin.acked(&node, nr).await;
        let mut emma = Klant::joined(&node, EMMA, dialect, 20).await;
        let (loads, rows) = (node.loads(), node.rows().await);
        let forged = kevin.paragraph("zogenaamd van kevin");
        emma.sends(&node, vec![update_message(&forged)]).await;
        node.barrier().await;
        let got = emma.reads();
        assert_eq!(reden(&got).as_deref(), Some("document.client_van_ander"));
        assert_eq!(got.last(), Some(&Got::Step1));
        assert_eq!(node.loads(), loads + 1, "the journal was asked before she was refused");
        assert_eq!(node.rows().await, rows);
    }
}

// shows G34
#[tokio::test(start_paused = true)]
async fn three_refused_frames_in_a_minute_put_out_and_slower_ones_do_not() {
    for dialect in [Rt, Yjs] {
        let node = Node::start().await;
        let mut kevin = Klant::joined(&node, KEVIN, dialect, 10).await;
        let mut emma = Klant::joined(&node, EMMA, Rt, 20).await;
        let bad = update_message(&forbidden(&Klant::new(KEVIN, Rt, 11)));
        for garbage in [vec![9, 9, 9], bad.clone()] {
            kevin.sends(&node, vec![garbage]).await;
            node.barrier().await;
            assert!(reden(&kevin.reads()).is_some());
        }
        tokio::time::advance(STRIKE_WINDOW).await;
        let mut got = Vec::new();
        for strike in 1..=3 {
            assert_eq!(kevin.conn.closing(), None, "before strike {strike}");
            assert!(!is_revoked(&got), "before strike {strike}");
            kevin.sends(&node, vec![bad.clone()]).await;
            node.barrier().await;
            got = kevin.reads();
        }
        assert_eq!(reden(&got).as_deref(), Some("document.knoop_onbekend"));
        assert_eq!(kevin.conn.closing(), (dialect == Yjs).then_some(Closing(4403)));
        assert_eq!(is_revoked(&got), dialect == Rt);
        assert_eq!(emma.reads(), [], "nobody else notices");
        assert_eq!(node.rows().await, 1);
    }
}

fn is_revoked(got: &[Got]) -> bool {
    got.last().is_some_and(|one| one.text("revoked").is_some())
}

// shows G34
#[tokio::test(start_paused = true)]
async fn who_is_put_out_of_a_document_keeps_the_socket_and_begins_not_anew() {
    let node = Node::start().await;
    let mut kevin = Klant::joined(&node, KEVIN, Rt, 10).await;
    let mut emma = Klant::joined(&node, EMMA, Rt, 20).await;
    kevin.shows(&node, 10, 1, Some(Value::Bool(true))).await;
    emma.reads();
    let bad = update_message(&forbidden(&Klant::new(KEVIN, Rt, 11)));
    for _ in 0..3 {
        kevin.sends(&node, vec![bad.clone()]).await;
    }
    node.barrier().await;
    assert!(is_revoked(&kevin.reads()));
    assert_eq!(emma.reads(), [Got::Presence(vec![(10, 1, None)])], "he is not in the room any more");
    kevin.sends(&node, vec![bad.clone()]).await;
    let nr = emma.types(&node, "zonder kevin").await;
    emma.acked(&node, nr).await;
    assert_eq!(kevin.reads(), []);
    assert_eq!(kevin.conn.closing(), None);
    // He may come back; one more is one too many still.
    kevin.opens(&node).await.unwrap();
    kevin.reads();
    let nr = kevin.answers(&node).await;
    kevin.acked(&node, nr).await;
    kevin.sends(&node, vec![bad.clone()]).await;
    node.barrier().await;
    assert!(is_revoked(&kevin.reads()));
    tokio::time::advance(STRIKE_WINDOW).await;
    kevin.opens(&node).await.unwrap();
    kevin.reads();
    kevin.sends(&node, vec![bad]).await;
    node.barrier().await;
    assert!(!is_revoked(&kevin.reads()), "after the window it is forgotten");
}

// shows G34, N-11
#[tokio::test(start_paused = true)]
async fn what_an_honest_client_sends_in_vain_is_no_strike_and_asked_for_once() {
    let node = Node::start().await;
    let mut emma = Klant::joined(&node, EMMA, Rt, 20).await;
    node.rechten.set(EMMA, Toegang::Wat);
    for _ in 0..5 {
        emma.types(&node, "mag niet").await;
        node.barrier().await;
        let got = emma.reads();
        assert_eq!(reden(&got).as_deref(), Some("document.alleen_lezen"));
        assert_eq!(got.last(), Some(&Got::Step1));
    }
    emma.answers(&node).await;
    node.barrier().await;
    let got = emma.reads();
    assert_eq!(reden(&got).as_deref(), Some("document.alleen_lezen"));
    assert_eq!(got.len(), 1, "asked again she would answer the same for ever: {got:?}");
    assert_eq!(emma.conn.closing(), None);
    let trailed = node.memory().committed().into_iter().flatten();
    let trailed = trailed.filter(|write| matches!(write, Write::Audit { .. })).count();
    assert_eq!(trailed, 3, "not one for every key");
    // With the right come all her words.
    node.rechten.set(EMMA, Toegang::Schrijven);
    emma.types(&node, "mag weer").await;
    node.barrier().await;
    assert_eq!(emma.reads(), [Got::Step1]);
    let nr = emma.answers(&node).await;
    emma.acked(&node, nr).await;
    assert!(node.tekst().await.contains("mag niet"));
    assert!(node.tekst().await.contains("mag weer"));
}

// shows G34
#[tokio::test(start_paused = true)]
async fn a_stock_provider_that_writes_without_right_is_closed_at_the_third() {
    let node = Node::start().await;
    node.rechten.set(EMMA, Toegang::Wat);
    let mut emma = Klant::joined(&node, EMMA, Yjs, 20).await;
    for strike in 1..=3 {
        assert_eq!(emma.conn.closing(), None, "before strike {strike}");
        emma.types(&node, "mag niet").await;
        node.barrier().await;
        assert_eq!(reden(&emma.reads()).as_deref(), Some("document.alleen_lezen"));
    }
    assert_eq!(emma.conn.closing(), Some(Closing(4403)));
}

// shows G34
#[tokio::test(start_paused = true)]
async fn what_came_before_the_refused_message_of_a_frame_stands_but_is_not_acked() {
    let node = Node::start().await;
    let mut kevin = Klant::joined(&node, KEVIN, Rt, 10).await;
    let good = kevin.paragraph("goed");
    let bad = forbidden(&Klant::new(KEVIN, Rt, 11));
    kevin.sends(&node, vec![update_message(&good), update_message(&bad)]).await;
    until_rows(&node, 2).await;
    let got = kevin.reads();
    assert!(got.contains(&Got::Rows { seq_from: 2, count: 1 }));
    assert!(
        !got.iter().any(|one| matches!(one, Got::Ack { .. })),
        "its author must not believe it is stored whole"
    );
}

// shows N-11, G23
#[tokio::test(start_paused = true)]
async fn who_may_only_read_syncs_and_writes_nothing() {
    let node = Node::start().await;
    node.rechten.set(EMMA, Toegang::Wat);
    let mut kevin = Klant::joined(&node, KEVIN, Rt, 10).await;
    let mut emma = Klant::joined(&node, EMMA, Yjs, 20).await;
    assert!(emma.has("1. Verhaal"), "she reads");
    emma.sends(&node, vec![emma.step2()]).await;
    node.barrier().await;
    assert_eq!(emma.reads(), [], "a stock provider's empty SyncStep2 is no offence");
    emma.types(&node, "mag niet").await;
    node.barrier().await;
    assert_eq!(reden(&emma.reads()).as_deref(), Some("document.alleen_lezen"));
    assert_eq!(kevin.reads(), []);
}

// shows G24
#[tokio::test(start_paused = true)]
async fn without_right_there_is_no_document_and_nothing_is_loaded() {
    let node = Node::start().await;
    node.rechten.set(EMMA, Toegang::Dat);
    let emma = Klant::new(EMMA, Rt, 20);
    let refused = emma.opens(&node).await;
    assert_eq!(refused, Err(crate::weigering::Weigering::NIET_GEVONDEN));
    assert_eq!(node.loads(), 0);
    assert_eq!(emma.pipe.taken(), b"");
    let elsewhere = keukentafel::domain::ids::GemeenteId(uuid::Uuid::from_u128(8));
    let other = node.documents.tekst(elsewhere, DOC).await;
    assert_eq!(other, Err(crate::weigering::Weigering::NIET_GEVONDEN));
    assert!(
        node.tekst().await.contains("Verhaal"),
        "who asked for the wrong municipality was in nobody's way"
    );
    let other = node.documents.tekst(elsewhere, DOC).await;
    assert_eq!(other, Err(crate::weigering::Weigering::NIET_GEVONDEN));
}

// shows N-12, G27
#[tokio::test(start_paused = true)]
async fn who_loses_the_right_loses_the_text_at_once() {
    let node = Node::start().await;
    let mut kevin = Klant::joined(&node, KEVIN, Rt, 10).await;
    let mut emma = Klant::joined(&node, EMMA, Rt, 20).await;
    let mut thuis = Klant::joined(&node, EMMA, Yjs, 21).await;
    emma.shows(&node, 20, 1, Some(Value::Bool(true))).await;
    for klant in [&mut kevin, &mut emma, &mut thuis] {
        klant.reads();
    }
    node.rechten.set(EMMA, Toegang::Niets);
    node.documents.recheck(DOC);
    node.barrier().await;
    assert!(matches!(emma.reads().as_slice(), [Got::Text(value)] if value["t"] == "revoked"));
    assert_eq!(thuis.conn.closing(), Some(Closing(4403)));
    assert_eq!(kevin.reads(), [Got::Presence(vec![(20, 1, None)])], "and she is not in the room any more");
    thuis.reads();
    let nr = kevin.types(&node, "zonder emma").await;
    kevin.acked(&node, nr).await;
    assert_eq!(emma.reads(), []);
    assert_eq!(thuis.reads(), []);
    emma.types(&node, "toch").await;
    node.barrier().await;
    assert_eq!(node.rows().await, 2, "nor does she write");
}

#[tokio::test(start_paused = true)]
async fn a_full_document_takes_deletions_and_nothing_else() {
    let node = Node::start().await;
    let mut kevin = Klant::joined(&node, KEVIN, Rt, 10).await;
    let page = "x".repeat(900_000);
    let mut full = None;
    for _ in 0..30 {
        let nr = kevin.types(&node, &page).await;
        let got = kevin.answered(&node).await;
        if let Some(reden) = reden(&got) {
            full = Some((nr, reden));
            break;
        }
    }
    assert_eq!(full, Some((24, "document.vol".to_owned())), "22 pages of 900 KB are below 20 MB");
    for _ in 0..4 {
        kevin.answers(&node).await;
        node.barrier().await;
        let got = kevin.reads();
        assert_eq!(reden(&got).as_deref(), Some("document.vol"));
        assert!(!got.contains(&Got::Step1) && !is_revoked(&got), "he waits, and stays: {got:?}");
    }
    let mut emma = Klant::joined(&node, EMMA, Rt, 20).await;
    let gone = emma.edit(|root, txn| {
        let last = root.len(txn) - 1;
        root.remove_range(txn, last - 9, 9);
    });
    let nr = emma.sends(&node, vec![update_message(&gone)]).await;
    emma.acked(&node, nr).await;
    let small = emma.edit(|root, txn| {
        let paragraph = root.push_back(txn, XmlElementPrelim::empty("paragraph"));
        paragraph.push_back(txn, XmlTextPrelim::new("weer ruimte"));
    });
    let nr = emma.sends(&node, vec![update_message(&small)]).await;
    emma.acked(&node, nr).await;
    assert!(node.tekst().await.contains("weer ruimte"));
    // He is asked for what did not fit as soon as something of his is taken.
    kevin.reads();
    let gone = kevin.edit(|root, txn| root.remove_range(txn, 1, 1));
    kevin.sends(&node, vec![update_message(&gone)]).await;
    assert!(kevin.answered(&node).await.contains(&Got::Step1));
    let nr = kevin.answers(&node).await;
    kevin.acked(&node, nr).await;
}
