//! Readers that do not keep up.

use super::klant::*;
use super::support::*;
use crate::hub::ConnEvent;
use crate::hub::Dialect::{Rt, Yjs};
use crate::limits::OUTBOX_BYTES;

// shows G14
#[tokio::test(start_paused = true)]
async fn a_slow_reader_loses_nothing_in_the_end() {
    for dialect in [Rt, Yjs] {
        let node = Node::start().await;
        let mut kevin = Klant::joined(&node, KEVIN, Rt, 10).await;
        let mut emma = Klant::joined(&node, EMMA, dialect, 20).await;
        let nr = kevin.types(&node, "dit kreeg zij nog").await;
        kevin.acked(&node, nr).await;
        emma.reads();
        // Her network takes half a frame and then nothing.
        emma.pipe.more(100);
        let page = "x".repeat(OUTBOX_BYTES / 8);
        for turn in 0..20 {
            let nr = kevin.types(&node, &format!("{turn} {page}")).await;
            kevin.acked(&node, nr).await;
        }
        assert!(!emma.conn.is_closing());
        emma.pipe.more(usize::MAX / 2);
        emma.pipe.events();
        emma.conn.unblocked();
        assert!(emma.pipe.events().contains(&ConnEvent::Drained));
        assert_eq!(emma.conn.take_dropped().len(), 1);
        node.documents.resync(&emma.conn, DOC).await;
        node.barrier().await;
        emma.reads();
        assert!(emma.has("19 x"));
        assert_eq!(emma.whole(), kevin.whole());
        let nr = kevin.types(&node, "en weer gewoon").await;
        kevin.acked(&node, nr).await;
        emma.reads();
        assert!(emma.has("en weer gewoon"));
    }
}

// shows G14
#[tokio::test(start_paused = true)]
async fn a_reader_that_does_not_read_has_one_answer_kept_however_often_it_asks() {
    for dialect in [Rt, Yjs] {
        let node = Node::start().await;
        let mut kevin = Klant::joined(&node, KEVIN, Rt, 10).await;
        let page = "x".repeat(OUTBOX_BYTES);
        let nr = kevin.types(&node, &page).await;
        kevin.acked(&node, nr).await;
        let mut emma = Klant::new(EMMA, dialect, 20);
        emma.pipe.more(100);
        emma.opens(&node).await.unwrap();
        for _ in 0..50 {
            match dialect {
                Rt => drop(emma.opens(&node).await.unwrap()),
                Yjs => drop(emma.sends(&node, vec![emma.step1()]).await),
            }
        }
        node.barrier().await;
        assert!(!emma.conn.is_closing());
        emma.pipe.more(usize::MAX / 2);
        emma.conn.unblocked();
        let waited = emma.pipe.taken().len();
        assert!((page.len()..3 * page.len()).contains(&waited), "{dialect:?}: {waited} bytes waited");
    }
}

// shows G14, G40
#[tokio::test(start_paused = true)]
async fn frames_that_are_not_stored_yet_hold_up_their_sender_and_nobody_else() {
    let node = Node::start().await;
    let mut kevin = Klant::joined(&node, KEVIN, Rt, 10).await;
    node.memory().hold();
    let page = "x".repeat(900_000);
    let mut sent = 0;
    let mut waits = None;
    for _ in 0..10 {
        let update = update_message(&kevin.paragraph(&page));
        let sends = kevin.sends(&node, vec![update.clone()]);
        tokio::select! {
            biased;
            _ = sends => sent += 1,
            () = nothing_happens() => {
                waits = Some(update);
                break;
            }
        }
    }
    assert_eq!(sent, 4, "4 MiB wait, the fifth frame waits at the socket");
    let other = Klant::new(EMMA, Rt, 20);
    node.memory().release();
    let nr = kevin.sends(&node, vec![waits.unwrap()]).await;
    kevin.acked(&node, nr).await;
    other.opens(&node).await.unwrap();
}

/// Long enough for everybody else to do what they can.
async fn nothing_happens() {
    for _ in 0..1000 {
        tokio::task::yield_now().await;
    }
}
