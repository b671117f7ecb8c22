//! A document that grows large.

use keukentafel::domain::bevoegdheid::Toegang;
use yrs::XmlFragment;

use super::klant::*;
use super::support::*;
use crate::hub::Dialect::{Rt, Yjs};

/// How often a client was told that the document is large.
fn told(got: &[Got]) -> usize {
    got.iter().filter(|one| one.text("let_op").is_some_and(|value| value["code"] == "document.groot")).count()
}

/// Types so many pages of 250 KB, and counts what Kevin is told.
async fn pages(node: &Node, kevin: &mut Klant, count: usize) -> usize {
    let page = "x".repeat(250_000);
    let mut warned = 0;
    for _ in 0..count {
        let nr = kevin.types(node, &page).await;
        warned += told(&kevin.acked(node, nr).await);
    }
    node.barrier().await;
    warned + told(&kevin.reads())
}

// shows G40, G41
#[tokio::test(start_paused = true)]
async fn who_writes_is_told_once_for_each_time_it_grows_large() {
    let node = Node::start().await;
    node.rechten.set(EMMA, Toegang::Wat);
    let mut kevin = Klant::joined(&node, KEVIN, Rt, 10).await;
    let mut emma = Klant::joined(&node, EMMA, Rt, 20).await;
    let mut thuis = Klant::joined(&node, KEVIN, Yjs, 30).await;
    assert_eq!(pages(&node, &mut kevin, 19).await, 0, "below 5 MB");
    assert_eq!(pages(&node, &mut kevin, 3).await, 1, "once when it passes");
    assert_eq!(pages(&node, &mut kevin, 3).await, 0, "and not again");
    assert_eq!(told(&emma.reads()), 0, "who only reads can do nothing about it");
    assert!(thuis.reads().iter().all(|one| one.denied().is_none()), "a stock provider knows no notices");
    // Who comes in later to write must know it too, also after it slept.
    for _ in 0..2 {
        let mut later = Klant::new(KEVIN, Rt, 40);
        later.opens(&node).await.unwrap();
        assert_eq!(told(&later.reads()), 1);
        let mut lezer = Klant::new(EMMA, Rt, 41);
        lezer.opens(&node).await.unwrap();
        assert_eq!(told(&lezer.reads()), 0);
        node.documents.leave(later.conn.id(), DOC).await;
        node.documents.leave(lezer.conn.id(), DOC).await;
        node.documents.panic(DOC);
        node.barrier().await;
    }
    let mut kevin = Klant::joined(&node, KEVIN, Rt, 11).await;
    // Below the bound with some room, and over it again: another crossing.
    let gone = kevin.edit(|root, txn| {
        let last = root.len(txn) - 1;
        root.remove_range(txn, last - 11, 11);
    });
    let nr = kevin.sends(&node, vec![update_message(&gone)]).await;
    kevin.acked(&node, nr).await;
    assert_eq!(pages(&node, &mut kevin, 4).await, 0);
    let mut later = Klant::new(KEVIN, Rt, 42);
    later.opens(&node).await.unwrap();
    assert_eq!(told(&later.reads()), 0, "it is not large now");
    assert_eq!(pages(&node, &mut kevin, 6).await, 1);
}
