//! Waking, failing, sleeping.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use keukentafel::domain::ids::DocumentId;
use keukentafel::limits::SNAPSHOT_AFTER_ROWS;
use keukentafel::store::{Journal, Write};
use uuid::Uuid;

use super::klant::*;
use super::support::*;
use crate::hub::Closing;
use crate::hub::Dialect::{Rt, Yjs};
use crate::limits::{DOCUMENT_IDLE, SLEEP_SNAPSHOT_ROWS};
use crate::weigering::Weigering;

fn snapshots(node: &Node) -> Vec<u64> {
    node.memory()
        .committed()
        .into_iter()
        .flatten()
        .filter_map(|write| match write {
            Write::Snapshot { seq, .. } => Some(seq),
            Write::Append(_)
            | Write::Document(_)
            | Write::Audit { .. }
            | Write::Compact { .. }
            | Write::Onder { .. }
            | Write::Projection { .. }
            | Write::Concept(_)
            | Write::SignHead { .. } => None,
        })
        .collect()
}

#[tokio::test(start_paused = true)]
async fn ten_who_open_at_once_cause_one_load() {
    let node = Arc::new(Node::start().await);
    let opens: Vec<_> = (0..10)
        .map(|n| {
            let node = Arc::clone(&node);
            tokio::spawn(async move { Klant::new(KEVIN, Rt, n).opens(&node).await })
        })
        .collect();
    let mut numbers = Vec::new();
    for open in opens {
        numbers.push(open.await.unwrap().unwrap());
    }
    assert_eq!(node.loads(), 1);
    numbers.dedup();
    assert_eq!(numbers.len(), 1, "one topic number for all");
}

// shows G05
#[tokio::test(start_paused = true)]
async fn a_load_that_fails_is_an_error_and_never_an_empty_document() {
    let node = Node::start().await;
    node.journal.failing.store(true, Ordering::SeqCst);
    let mut kevin = Klant::new(KEVIN, Rt, 10);
    assert_eq!(kevin.opens(&node).await, Err(Weigering::Onbekend));
    assert_eq!(node.documents.tekst(GEMEENTE, DOC).await, Err(Weigering::Onbekend));
    assert_eq!(kevin.reads(), []);
    kevin.types(&node, "in het niets").await;
    node.journal.failing.store(false, Ordering::SeqCst);
    kevin.opens(&node).await.unwrap();
    kevin.reads();
    assert!(kevin.has("1. Verhaal"));
    assert_eq!(node.rows().await, 1, "nothing was written by the one that failed");
    let absent = DocumentId(Uuid::from_u128(404));
    assert_eq!(node.documents.tekst(GEMEENTE, absent).await, Err(Weigering::NIET_GEVONDEN));
}

// shows N-29, G35
#[tokio::test(start_paused = true)]
async fn a_document_that_fails_takes_no_other_along_and_its_people_come_back() {
    let node = Node::start().await;
    let other = DocumentId(Uuid::from_u128(0xD0D));
    node.begin(other, Vec::new()).await;
    let mut kevin = Klant::joined(&node, KEVIN, Rt, 10).await;
    let thuis = Klant::joined(&node, EMMA, Yjs, 30).await;
    let elders = Klant::new(EMMA, Rt, 20);
    node.documents.open(&elders.conn, other, 1, None).await.unwrap();
    let loads = node.loads();
    node.documents.panic(DOC);
    node.barrier().await;
    assert!(matches!(kevin.reads().as_slice(), [Got::Text(value)] if value["t"] == "resync"));
    assert_eq!(thuis.conn.closing(), Some(Closing(1013)));
    assert_eq!(elders.conn.closing(), None);
    node.documents.tekst(GEMEENTE, other).await.unwrap();
    assert_eq!(node.loads(), loads + 1, "only the one that failed was loaded again");
    // A frame that was on its way does no harm, and coming back brings its text.
    kevin.types(&node, "onderweg").await;
    kevin.opens(&node).await.unwrap();
    let nr = kevin.sends(&node, vec![kevin.step2()]).await;
    kevin.acked(&node, nr).await;
    assert!(node.tekst().await.contains("onderweg"));
}

// shows G01
#[tokio::test(start_paused = true)]
async fn a_frame_that_came_to_nobody_is_acked_by_no_later_one() {
    let node = Node::start().await;
    let mut kevin = Klant::joined(&node, KEVIN, Rt, 10).await;
    node.documents.panic(DOC);
    node.barrier().await;
    kevin.types(&node, "aan niemand").await;
    kevin.opens_from(&node, 1).await.unwrap();
    // Nothing shows from this one that another came before it: it is of another id.
    let later = Klant::new(KEVIN, Rt, 12).paragraph("daarna");
    kevin.sends(&node, vec![update_message(&later)]).await;
    until_rows(&node, 2).await;
    let got = kevin.reads();
    assert!(got.contains(&Got::Rows { seq_from: 2, count: 1 }));
    assert!(!got.iter().any(|one| matches!(one, Got::Ack { .. })), "{got:?}");
    let nr = kevin.answers(&node).await;
    kevin.acked(&node, nr).await;
    assert!(node.tekst().await.contains("aan niemand"));
}

// shows G01
#[tokio::test(start_paused = true)]
async fn who_types_before_the_handshake_is_done_hears_of_it_with_the_handshake() {
    let node = Node::start().await;
    let mut kevin = Klant::new(KEVIN, Rt, 10);
    kevin.opens(&node).await.unwrap();
    kevin.reads();
    kevin.types(&node, "meteen").await;
    until_rows(&node, 2).await;
    assert!(!kevin.reads().iter().any(|one| matches!(one, Got::Ack { .. })));
    let nr = kevin.answers(&node).await;
    node.barrier().await;
    assert_eq!(kevin.reads(), [Got::Ack { nr, seq: 2 }], "all is stored, so at once");
    // The same while the commit is still under way: with the commit.
    let mut emma = Klant::new(EMMA, Rt, 20);
    emma.opens(&node).await.unwrap();
    emma.reads();
    node.memory().hold();
    emma.types(&node, "ook meteen").await;
    let nr = emma.answers(&node).await;
    node.barrier().await;
    assert_eq!(emma.reads(), []);
    node.memory().release();
    assert!(emma.acked(&node, nr).await.contains(&Got::Ack { nr, seq: 3 }));
    let nr = emma.types(&node, "en gewoon verder").await;
    emma.acked(&node, nr).await;
}

// shows G06
#[tokio::test(start_paused = true)]
async fn a_snapshot_and_its_tail_are_the_same_as_all_rows() {
    let node = Node::start().await;
    let mut kevin = Klant::joined(&node, KEVIN, Rt, 10).await;
    let mut nr = 0;
    for row in 0..SNAPSHOT_AFTER_ROWS + 60 {
        nr = kevin.types(&node, &format!("regel {row}")).await;
        if row % 50 == 0 {
            kevin.acked(&node, nr).await;
        }
    }
    kevin.acked(&node, nr).await;
    let tekst = node.tekst().await;
    let kept = snapshots(&node);
    assert_eq!(kept.len(), 1, "one in all those rows");
    node.documents.panic(DOC);
    node.barrier().await;
    let state = node.memory().open_document(GEMEENTE, DOC).await.unwrap().unwrap();
    assert_eq!(state.snapshot.as_ref().map(|(seq, _)| *seq), kept.first().copied());
    assert!(!state.tail.is_empty());
    assert_eq!(node.tekst().await, tekst);
    let mut emma = Klant::joined(&node, EMMA, Rt, 20).await;
    emma.reads();
    assert_eq!(emma.whole(), node.replayed().await);
    assert_eq!(emma.whole(), kevin.whole());
    // And one can write on it.
    let nr = emma.types(&node, "verder").await;
    emma.acked(&node, nr).await;
}

#[tokio::test(start_paused = true)]
async fn an_idle_document_sleeps_and_leaves_a_snapshot_of_a_long_tail() {
    let node = Node::start().await;
    let mut kevin = Klant::joined(&node, KEVIN, Rt, 10).await;
    let mut nr = 0;
    for row in 0..=SLEEP_SNAPSHOT_ROWS {
        nr = kevin.types(&node, &format!("regel {row}")).await;
    }
    kevin.acked(&node, nr).await;
    let loads = node.loads();
    tokio::time::advance(DOCUMENT_IDLE * 3).await;
    node.barrier().await;
    assert_eq!(node.loads(), loads, "who has a reader does not sleep");
    node.documents.leave(kevin.conn.id(), DOC).await;
    node.barrier().await;
    tokio::time::advance(DOCUMENT_IDLE + std::time::Duration::from_secs(1)).await;
    for _ in 0..50 {
        tokio::task::yield_now().await;
    }
    assert_eq!(snapshots(&node), [SLEEP_SNAPSHOT_ROWS + 2]);
    assert!(node.tekst().await.contains("regel 50"));
    assert_eq!(node.loads(), loads + 1, "it was asleep");
}

#[tokio::test(start_paused = true)]
async fn who_opens_while_it_falls_asleep_is_in_no_gap() {
    let node = Arc::new(Node::start().await);
    let mut kevin = Klant::joined(&node, KEVIN, Rt, 10).await;
    let mut nr = 0;
    for row in 0..=SLEEP_SNAPSHOT_ROWS {
        nr = kevin.types(&node, &format!("regel {row}")).await;
    }
    kevin.acked(&node, nr).await;
    node.documents.leave(kevin.conn.id(), DOC).await;
    node.barrier().await;
    // The snapshot before its sleep hangs; meanwhile somebody comes.
    node.memory().hold();
    tokio::time::advance(DOCUMENT_IDLE + std::time::Duration::from_secs(1)).await;
    for _ in 0..50 {
        tokio::task::yield_now().await;
    }
    let emma = Klant::new(EMMA, Rt, 20);
    emma.opens(&node).await.unwrap();
    node.memory().release();
    // Others come just when it goes, again and again: each is either in the old one or in the new.
    let mut emma = emma;
    for turn in 0..20 {
        emma.reads();
        emma.answers(&node).await;
        let nr = emma.types(&node, &format!("beurt {turn}")).await;
        emma.acked(&node, nr).await;
        node.documents.leave(emma.conn.id(), DOC).await;
        node.barrier().await;
        tokio::time::advance(DOCUMENT_IDLE).await;
        for _ in 0..turn {
            tokio::task::yield_now().await;
        }
        emma.opens(&node).await.unwrap();
    }
    assert!(node.tekst().await.contains("beurt 19"));
}

// shows G08
#[tokio::test(start_paused = true)]
async fn stopping_stores_what_is_under_way_and_tells_stock_clients_to_come_back() {
    let node = Arc::new(Node::start().await);
    let mut kevin = Klant::joined(&node, KEVIN, Rt, 10).await;
    let thuis = Klant::joined(&node, EMMA, Yjs, 30).await;
    node.memory().hold();
    let nr = kevin.types(&node, "nog net").await;
    node.barrier().await;
    let stopping = Arc::clone(&node);
    let stops = tokio::spawn(async move { stopping.documents.stop().await });
    node.memory().arrived(2).await;
    for _ in 0..50 {
        tokio::task::yield_now().await;
    }
    assert!(!stops.is_finished());
    node.memory().release();
    stops.await.unwrap();
    assert!(kevin.reads().contains(&Got::Ack { nr, seq: 2 }));
    assert_eq!(thuis.conn.closing(), Some(Closing(1012)));
    assert_eq!(kevin.opens(&node).await, Err(Weigering::Bezig));
}
