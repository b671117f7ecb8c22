//! The log cannot be read for a moment, just when it had to be: nobody is sent away, and it is read later.

use super::klant::*;
use super::support::*;
use crate::hub::Dialect::{Rt, Yjs};
use crate::limits::HERLEES_MAX;
use crate::weigering::Weigering;

fn is_resync(got: &[Got]) -> bool {
    got.iter().any(|one| one.text("resync").is_some())
}

/// The wait is over, and what was put off is read.
async fn reads_again(node: &Node) {
    node.memory().mend_reads();
    tokio::time::advance(HERLEES_MAX).await;
    node.barrier().await;
    node.barrier().await;
}

// shows G01, G11
#[tokio::test(start_paused = true)]
async fn what_is_stored_after_what_cannot_be_read_now_is_acked_and_shown_later() {
    let een = Node::start().await;
    let twee = een.second();
    let mut kevin = Klant::joined(&een, KEVIN, Rt, 10).await;
    let mut thuis = Klant::joined(&een, KEVIN, Yjs, 11).await;
    let mut emma = Klant::joined(&twee, EMMA, Rt, 20).await;
    let nr = emma.types(&twee, "van emma").await;
    emma.acked(&twee, nr).await;
    een.memory().break_reads();
    let nr = kevin.types(&een, "van kevin").await;
    let got = kevin.acked(&een, nr).await;
    assert!(got.contains(&Got::Ack { nr, seq: 3 }), "it is stored: {got:?}");
    // Text that others hold is not shown without what came before it, and nobody is sent away.
    assert!(!is_resync(&got) && !kevin.has("van emma"), "{got:?}");
    assert_eq!((thuis.reads(), thuis.conn.closing()), (Vec::new(), None));
    let nr = kevin.types(&een, "en nog wat").await;
    assert!(!is_resync(&kevin.acked(&een, nr).await), "and one goes on");
    // Nobody is given the text without what was acked, either.
    assert_eq!(een.documents.tekst(GEMEENTE, DOC).await, Err(Weigering::Onbekend));
    reads_again(&een).await;
    assert!(!is_resync(&kevin.reads()));
    thuis.reads();
    for reader in [&kevin, &thuis] {
        assert!(reader.has("van emma") && reader.has("van kevin") && reader.has("en nog wat"));
        assert_eq!(reader.whole(), een.replayed().await);
    }
    assert_eq!(thuis.conn.closing(), None);
}

// shows G11, G13
#[tokio::test(start_paused = true)]
async fn what_cannot_be_judged_now_is_asked_for_when_it_can() {
    for dialect in [Rt, Yjs] {
        let een = Node::start().await;
        let twee = een.second();
        let mut emma = Klant::joined(&twee, EMMA, Rt, 20).await;
        let mut kevin = Klant::joined(&een, KEVIN, dialect, 10).await;
        let nr = emma.types(&twee, "van emma").await;
        emma.acked(&twee, nr).await;
        een.documents.bij(DOC, een.rows().await);
        een.barrier().await;
        kevin.reads();
        // What she wrote since he had from the other node; he goes on after it at one that has not read it.
        let nr = emma.types(&twee, "en meer").await;
        emma.acked(&twee, nr).await;
        kevin.applies(&emma.whole());
        een.memory().break_reads();
        kevin.paragraph("van kevin");
        kevin.sends(&een, vec![kevin.step2()]).await;
        een.barrier().await;
        assert_eq!((kevin.reads(), kevin.conn.closing()), (Vec::new(), None), "no refusal, and no ack");
        reads_again(&een).await;
        let got = kevin.reads();
        assert!(got.contains(&Got::Step1), "it is asked for: {got:?}");
        assert!(!is_resync(&got));
        let nr = kevin.answers(&een).await;
        een.barrier().await;
        if dialect == Rt {
            kevin.acked(&een, nr).await;
        }
        until_rows(&een, 4).await;
        een.barrier().await;
        let tekst = een.tekst().await;
        assert!(tekst.contains("en meer") && tekst.contains("van kevin"), "and taken: {tekst}");
        assert_eq!(kevin.conn.closing(), None);
    }
}
