//! Writing together: what is durable is shown, and only that.

use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::store::memory::Failure;
use keukentafel::store::{DocumentStatus, Fault};
use serde_json::Value;

use super::klant::*;
use super::support::*;
use crate::hub::Dialect::{Rt, Yjs};
use crate::hub::{Closing, Dialect};

fn rows(got: &[Got]) -> usize {
    got.iter().map(|one| if let Got::Rows { count, .. } = one { *count } else { 0 }).sum()
}

fn refusals(got: &[Got]) -> Vec<(String, String)> {
    let text = |value: &Value, key: &str| value[key].as_str().unwrap().to_owned();
    let refused = got.iter().filter_map(|one| one.text("geweigerd"));
    refused.map(|value| (text(value, "code"), text(value, "reden"))).collect()
}

// shows N-1, C2-E4, G13
#[tokio::test(start_paused = true)]
async fn everybody_who_writes_together_ends_with_one_text() {
    let node = Node::start().await;
    let mut kevin = Klant::joined(&node, KEVIN, Rt, 10).await;
    let mut emma = Klant::joined(&node, EMMA, Yjs, 20).await;
    let mut thuis = Klant::joined(&node, KEVIN, Yjs, 30).await;
    thuis.types(&node, "van thuis:").await;
    let mut last = 0;
    for round in 0..20 {
        last = kevin.types(&node, &format!("kevin {round}")).await;
        emma.types(&node, &format!("emma {round}")).await;
        let more = append_to_last_text(&thuis.doc, &format!(" en {round} 🙂é"));
        thuis.sends(&node, vec![update_message(&more)]).await;
        if round % 3 == 0 {
            emma.reads();
            thuis.reads();
        }
    }
    // The ack of a frame that came after all others.
    last = last.max(kevin.types(&node, "tot slot").await);
    kevin.acked(&node, last).await;
    emma.reads();
    thuis.reads();
    assert_eq!(kevin.whole(), emma.whole());
    assert_eq!(kevin.whole(), thuis.whole());
    assert!((0..20).all(|round| emma.has(&format!("kevin {round}")) && kevin.has(&format!("emma {round}"))));
    assert!(kevin.has(" en 19 🙂é"));
    let mut late = Klant::new(EMMA, Rt, 40);
    late.opens(&node).await.unwrap();
    late.reads();
    assert_eq!(late.whole(), kevin.whole());
}

// shows G01, G02
#[tokio::test(start_paused = true)]
async fn nobody_is_told_anything_before_it_is_durable() {
    for dialect in [Rt, Yjs] {
        let node = Node::start().await;
        let mut kevin = Klant::joined(&node, KEVIN, Rt, 10).await;
        let mut emma = Klant::joined(&node, EMMA, dialect, 20).await;
        node.memory().hold();
        let nr = kevin.types(&node, "nog niet").await;
        node.memory().arrived(2).await;
        node.barrier().await;
        assert_eq!(kevin.reads(), [], "no ack");
        assert_eq!(emma.reads(), [], "no text");
        assert!(!node.tekst().await.contains("nog niet"), "nor in what is read");
        let mut late = Klant::joined(&node, EMMA, dialect, 21).await;
        assert!(!late.has("nog niet"), "nor in a snapshot or SyncStep2");
        node.memory().release();
        let got = kevin.acked(&node, nr).await;
        assert!(got.contains(&Got::Ack { nr, seq: 2 }));
        for reader in [&mut emma, &mut late] {
            reader.reads();
            assert!(reader.has("nog niet"));
        }
    }
}

// shows G01
#[tokio::test(start_paused = true)]
async fn what_waits_for_one_commit_goes_into_the_next_as_one() {
    let node = Node::start().await;
    let mut kevin = Klant::joined(&node, KEVIN, Rt, 10).await;
    node.memory().hold();
    let mut nr = 0;
    for line in ["een", "twee", "drie", "vier"] {
        nr = kevin.types(&node, line).await;
    }
    node.barrier().await;
    node.memory().release();
    let got = kevin.acked(&node, nr).await;
    let acks: Vec<_> = got.iter().filter(|one| matches!(one, Got::Ack { .. })).collect();
    assert_eq!(acks, [&Got::Ack { nr: 2, seq: 2 }, &Got::Ack { nr: 5, seq: 5 }]);
    assert!(got.contains(&Got::Rows { seq_from: 3, count: 3 }), "rows stay rows, in one frame");
}

// shows G01, G02, G03
#[tokio::test(start_paused = true)]
async fn a_commit_that_fails_was_seen_by_nobody_and_its_author_hears_it() {
    let fault = || Fault::Unavailable("asked to".into());
    for (failure, code, kept) in [
        (Failure::Full, "opslag.vol", false),
        (Failure::Fault(fault()), "opdracht.uitkomst_onbekend", false),
        (Failure::LostAnswer(fault()), "opdracht.uitkomst_onbekend", true),
    ] {
        let node = Node::start().await;
        let mut kevin = Klant::joined(&node, KEVIN, Rt, 10).await;
        let mut emma = Klant::joined(&node, EMMA, Rt, 20).await;
        let thuis = Klant::joined(&node, EMMA, Yjs, 30).await;
        node.memory().fail_next(1, &failure);
        node.memory().hold();
        kevin.types(&node, "verloren").await;
        kevin.types(&node, "en wat erachter komt").await;
        node.barrier().await;
        node.memory().release();
        until(&node, || thuis.conn.is_closing()).await;
        let got = kevin.reads();
        assert_eq!(refusals(&got), [(code.to_owned(), code.to_owned())]);
        assert!(got.iter().any(|one| matches!(one, Got::Text(value) if value["t"] == "resync")));
        assert_eq!(rows(&emma.reads()), 0);
        assert_eq!(thuis.conn.closing(), Some(Closing(1013)));
        assert!(!emma.has("verloren") && !thuis.has("verloren"));
        // Who was told to come back gets what the journal says, no more and no less.
        let mut back = Klant::joined(&node, EMMA, Rt, 40).await;
        assert_eq!(back.whole(), node.replayed().await);
        assert_eq!(back.has("verloren"), kept);
        // And the author's text arrives after all, once.
        kevin.opens(&node).await.unwrap();
        let nr = kevin.sends(&node, vec![kevin.step2()]).await;
        kevin.acked(&node, nr).await;
        back.reads();
        assert!(back.has("verloren") && back.has("en wat erachter komt"));
        assert_eq!(back.whole(), kevin.whole());
    }
}

// shows G21
#[tokio::test(start_paused = true)]
async fn a_document_that_was_signed_meanwhile_takes_nothing() {
    let node = Node::start().await;
    let mut kevin = Klant::joined(&node, KEVIN, Rt, 10).await;
    let thuis = Klant::joined(&node, EMMA, Yjs, 30).await;
    node.closes(DocumentStatus::Bevroren).await;
    kevin.types(&node, "te laat").await;
    until(&node, || thuis.conn.is_closing()).await;
    assert_eq!(thuis.conn.closing(), Some(Closing(4410)));
    let vast = "document.vastgesteld".to_owned();
    assert_eq!(refusals(&kevin.reads()), [(vast.clone(), vast.clone())]);
    kevin.opens(&node).await.unwrap();
    kevin.reads();
    kevin.types(&node, "nog eens").await;
    node.barrier().await;
    assert_eq!(refusals(&kevin.reads()), [("DOCUMENT_FRAME_GEWEIGERD".to_owned(), vast)]);
    assert!(!node.tekst().await.contains("laat"));
}

// shows N-22, G09
#[tokio::test(start_paused = true)]
async fn who_comes_back_gets_exactly_the_missed_rows() {
    let node = Node::start().await;
    let mut kevin = Klant::joined(&node, KEVIN, Rt, 10).await;
    let mut emma = Klant::joined(&node, EMMA, Rt, 20).await;
    node.documents.leave(emma.conn.id(), DOC).await;
    for line in ["een", "twee", "drie"] {
        let nr = kevin.types(&node, line).await;
        kevin.acked(&node, nr).await;
    }
    assert_eq!(emma.reads(), [], "left is left");
    emma.opens_from(&node, 1).await.unwrap();
    let got = emma.reads();
    assert_eq!(how(&got), "replay");
    assert!(got.contains(&Got::Rows { seq_from: 2, count: 3 }));
    assert_eq!(emma.whole(), kevin.whole());
    emma.opens_from(&node, 4).await.unwrap();
    assert_eq!(how(&emma.reads()), "current");
    emma.opens_from(&node, 99).await.unwrap();
    assert_eq!(how(&emma.reads()), "snapshot", "more than there is");
}

// shows G31
#[tokio::test(start_paused = true)]
async fn who_comes_new_never_gets_what_was_deleted_before() {
    use yrs::XmlFragment;
    let node = Node::start().await;
    node.rechten.set(EMMA, Toegang::Niets);
    let mut kevin = Klant::joined(&node, KEVIN, Rt, 10).await;
    let nr = kevin.types(&node, "kanarie").await;
    kevin.acked(&node, nr).await;
    let gone = kevin.edit(|root, txn| {
        let last = root.len(txn) - 1;
        root.remove_range(txn, last, 1);
    });
    let nr = kevin.sends(&node, vec![update_message(&gone)]).await;
    kevin.acked(&node, nr).await;
    node.rechten.set(EMMA, Toegang::Schrijven);
    let emma = Klant::new(EMMA, Rt, 20);
    emma.opens_from(&node, 1).await.unwrap();
    let sent = emma.pipe.taken();
    assert!(!sent.windows(7).any(|piece| piece == b"kanarie"), "a claimed position opens no history");
    let mut thuis = Klant::new(EMMA, Dialect::Yjs, 30);
    thuis.opens(&node).await.unwrap();
    thuis.sends(&node, vec![thuis.step1()]).await;
    node.barrier().await;
    let sent = thuis.pipe.taken();
    assert!(!sent.windows(7).any(|piece| piece == b"kanarie"));
}

// shows G31, N-12
#[tokio::test(start_paused = true)]
async fn who_was_out_in_between_gets_the_text_and_not_what_was_written_meanwhile() {
    use yrs::XmlFragment;
    // With the socket open when the right went, and with the tab closed.
    for connected in [true, false] {
        let node = Node::start().await;
        let mut kevin = Klant::joined(&node, KEVIN, Rt, 10).await;
        let mut emma = Klant::joined(&node, EMMA, Rt, 20).await;
        if !connected {
            node.documents.leave(emma.conn.id(), DOC).await;
        }
        node.rechten.set(EMMA, Toegang::Niets);
        node.documents.recheck(DOC);
        node.barrier().await;
        emma.reads();
        let nr = kevin.types(&node, "kanarie").await;
        kevin.acked(&node, nr).await;
        let gone = kevin.edit(|root, txn| {
            let last = root.len(txn) - 1;
            root.remove_range(txn, last, 1);
        });
        let nr = kevin.sends(&node, vec![update_message(&gone)]).await;
        kevin.acked(&node, nr).await;
        node.rechten.set(EMMA, Toegang::Schrijven);
        node.documents.recheck(DOC);
        emma.opens_from(&node, 1).await.unwrap();
        let sent = emma.pipe.taken();
        assert!(!sent.windows(7).any(|piece| piece == b"kanarie"), "connected: {connected}");
        assert!(sent.windows(8).any(|piece| piece == b"snapshot"), "connected: {connected}");
        // Kevin kept his right all the time: a recheck takes nothing from him.
        kevin.opens_from(&node, 1).await.unwrap();
        assert_eq!(how(&kevin.reads()), "replay");
    }
}

// shows C2-E4
#[tokio::test(start_paused = true)]
async fn everybody_knows_who_writes_under_which_id() {
    let node = Node::start().await;
    let mut kevin = Klant::joined(&node, KEVIN, Rt, 10).await;
    let nr = kevin.types(&node, "een").await;
    let got = kevin.acked(&node, nr).await;
    let told = &got.iter().find_map(|one| one.text("auteurs")).unwrap()["b"];
    assert_eq!((told[0]["client"].as_u64(), told[0]["door"]["naam"].as_str()), (Some(10), Some("Kevin")));
    let auteurs = node.documents.stand(GEMEENTE, DOC).await.unwrap().auteurs;
    let known: Vec<_> =
        auteurs.iter().map(|one| (one.client, one.door.as_ref().map(|door| door.id))).collect();
    assert_eq!(known, [(10, Some(KEVIN)), (u64::from(SERVER), None)]);
}

// shows G09, G10
#[tokio::test(start_paused = true)]
async fn two_nodes_over_one_journal_end_with_one_text() {
    let node = Node::start().await;
    let other = node.second();
    let mut kevin = Klant::joined(&node, KEVIN, Rt, 10).await;
    let mut emma = Klant::joined(&other, EMMA, Rt, 20).await;
    let nr = kevin.types(&node, "hier").await;
    kevin.acked(&node, nr).await;
    let nr = emma.types(&other, "daar").await;
    let got = emma.acked(&other, nr).await;
    assert!(got.contains(&Got::Ack { nr, seq: 3 }));
    assert!(emma.has("hier"), "the hole before her own row was filled first");
    let nr = kevin.types(&node, "weer hier").await;
    kevin.acked(&node, nr).await;
    assert!(kevin.has("daar"));
    // Kevin goes on at the other node: his id is his there too, although that node never saw its last row.
    let mut moved = Klant::new(KEVIN, Rt, 11);
    moved.doc = kevin.doc.clone();
    moved.opens(&other).await.unwrap();
    let nr = moved.sends(&other, vec![moved.step2()]).await;
    moved.acked(&other, nr).await;
    let nr = moved.types(&other, "verhuisd").await;
    moved.acked(&other, nr).await;
    assert!(other.tekst().await.contains("verhuisd"));
}

fn how(got: &[Got]) -> String {
    let ok = got.iter().find_map(|one| one.text("ok")).unwrap();
    ok["how"].as_str().unwrap().to_owned()
}

// shows G09, C2-E4
#[tokio::test(start_paused = true)]
async fn what_another_node_wrote_is_shown_when_a_hint_comes_also_to_who_waits_for_a_commit() {
    let een = Node::start().await;
    let twee = een.second();
    let mut kevin = Klant::joined(&een, KEVIN, Rt, 10).await;
    let mut emma = Klant::joined(&twee, EMMA, Yjs, 20).await;
    let nr = kevin.types(&een, "van een").await;
    kevin.acked(&een, nr).await;
    twee.documents.bij(DOC, een.rows().await);
    twee.barrier().await;
    emma.reads();
    assert!(emma.has("van een"));
    // A hint that is not true costs a look.
    twee.documents.bij(DOC, 999);
    twee.barrier().await;
    let before = een.rows().await;
    een.memory().hold();
    let nr = kevin.types(&een, "eerst").await;
    een.barrier().await;
    emma.types(&twee, "daarna").await;
    twee.barrier().await;
    een.memory().let_through(1);
    kevin.acked(&een, nr).await;
    twee.documents.bij(DOC, before + 1);
    twee.barrier().await;
    een.memory().release();
    until_rows(&twee, before + 2).await;
    emma.reads();
    assert!(emma.has("eerst"), "what came between is shown");
    een.documents.bij(DOC, before + 2);
    een.barrier().await;
    kevin.reads();
    assert!(kevin.has("daarna"));
    assert_eq!(kevin.whole(), emma.whole());
    assert_eq!(kevin.whole(), een.replayed().await);
}
