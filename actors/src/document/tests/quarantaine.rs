//! A row in the log that does not apply: the document as it stood before it, and not a letter more or less.

use keukentafel::clock::Moment;
use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::protocol::view::Documentstatus;
use keukentafel::store::{DocumentAppend, DocumentUpdate, Journal, Write};
use serde_json::Value;

use super::klant::*;
use super::support::*;
use crate::hub::Closing;
use crate::hub::Dialect::{Rt, Yjs};
use crate::limits::{DOCUMENT_IDLE, SLEEP_SNAPSHOT_ROWS};
use crate::weigering::Weigering;

const CODE: &str = "document.quarantaine";

impl Node {
    /// Puts rows in the log as the journal takes them from any node: unjudged.
    async fn stores(&self, rows: Vec<Vec<u8>>) {
        let row = |bytes| DocumentUpdate {
            door: Some(KEVIN),
            sessie: None,
            at: Moment::from_micros(1),
            bytes,
            binds: vec![],
        };
        let updates = rows.into_iter().map(row).collect();
        let write = Write::Document(DocumentAppend { gemeente: GEMEENTE, document: DOC, updates });
        self.memory().commit(vec![write]).await.remove(0).unwrap().unwrap();
    }

    /// The actor ends; who asks next makes it load again.
    async fn falls_asleep(&self) {
        self.documents.panic(DOC);
        drop(self.documents.stand(GEMEENTE, DOC).await);
    }

    /// What was written since the first `batches`, save lines of the trail.
    fn written_since(&self, batches: usize) -> Vec<Write> {
        let writes = self.memory().committed().into_iter().skip(batches).flatten();
        writes.filter(|write| !matches!(write, Write::Audit { .. })).collect()
    }
}

/// The codes of notices.
fn notices(got: &[Got]) -> Vec<String> {
    let code = |value: &Value| value["code"].as_str().unwrap().to_owned();
    got.iter().filter_map(|one| one.text("let_op").map(code)).collect()
}

fn redenen(got: &[Got]) -> Vec<String> {
    let reden = |value: &Value| value["reden"].as_str().unwrap().to_owned();
    got.iter().filter_map(|one| one.text("geweigerd").map(reden)).collect()
}

/// A node where Kevin wrote "eerst", then a row that does not apply came in the log, then his "later". He has all of it.
async fn poisoned(bad: Vec<u8>) -> (Node, Klant) {
    let node = Node::start().await;
    let mut kevin = Klant::joined(&node, KEVIN, Rt, 10).await;
    let nr = kevin.types(&node, "eerst").await;
    kevin.acked(&node, nr).await;
    let later = kevin.paragraph("later");
    node.stores(vec![bad, later]).await;
    node.falls_asleep().await;
    kevin.reads();
    (node, kevin)
}

/// What leans on a paragraph that never came.
fn gap() -> Vec<u8> {
    let klant = Klant::new(KEVIN, Rt, 11);
    klant.paragraph("ontbreekt");
    klant.paragraph("leunt daarop")
}

// shows G35
#[tokio::test(start_paused = true)]
async fn it_opens_as_it_stood_before_the_row_and_says_so_everywhere() {
    let cut = Klant::new(KEVIN, Rt, 12).paragraph("afgekapt");
    for bad in [vec![0xFF; 9], Vec::new(), gap(), cut[..cut.len() - 3].to_vec()] {
        let (node, _kevin) = poisoned(bad.clone()).await;
        let before = node.memory().committed().len();
        let mut emma = Klant::new(EMMA, Rt, 20);
        emma.opens(&node).await.unwrap();
        let got = emma.reads();
        assert_eq!(notices(&got), [CODE], "{bad:?}");
        let ok = got.iter().find_map(|one| one.text("ok")).unwrap();
        assert_eq!((&ok["v"], &ok["how"]), (&2.into(), &"snapshot".into()));
        assert!(emma.has("eerst") && !emma.has("later"), "{bad:?}");
        let mut thuis = Klant::new(KEVIN, Yjs, 30);
        thuis.opens(&node).await.unwrap();
        thuis.sends(&node, vec![thuis.step1()]).await;
        node.barrier().await;
        assert_eq!(thuis.reads().iter().filter_map(Got::denied).collect::<Vec<_>>(), [CODE]);
        assert!(thuis.has("eerst") && !thuis.has("later"));
        assert_eq!(node.documents.tekst(GEMEENTE, DOC).await, Err(Weigering::QUARANTAINE));
        let stand = node.documents.stand(GEMEENTE, DOC).await.unwrap();
        assert_eq!(stand.status, Documentstatus::Quarantaine);
        assert_eq!(node.written_since(before), [], "opening writes nothing");
    }
}

// shows G35
#[tokio::test(start_paused = true)]
async fn nothing_is_written_over_it_and_who_tries_keeps_text_and_place() {
    let (node, mut kevin) = poisoned(gap()).await;
    let before = node.memory().committed().len();
    // Kevin has what came after the row; that it is there cannot be said, and it is not taken from him.
    kevin.opens(&node).await.unwrap();
    kevin.reads();
    assert!(kevin.has("later"));
    let mut emma = Klant::joined(&node, EMMA, Rt, 20).await;
    for turn in 0..5 {
        kevin.answers(&node).await;
        emma.types(&node, &format!("poging {turn}")).await;
        // What others wrote after the row comes along in what she has: no id is taken from anybody.
        let all = kevin.step2();
        emma.sends(&node, vec![all]).await;
        node.barrier().await;
        for (klant, refused) in [(&mut kevin, 1), (&mut emma, 2)] {
            let got = klant.reads();
            assert_eq!(redenen(&got), vec![CODE; refused], "{got:?}");
            let quiet = !got.iter().any(|one| matches!(one, Got::Ack { .. } | Got::Step1 | Got::Rows { .. }));
            assert!(quiet && !got.iter().any(|one| one.text("revoked").is_some()), "{got:?}");
        }
    }
    assert!(kevin.has("later") && emma.has("poging 4"));
    assert_eq!(node.written_since(before), []);
    // What breaks the rules is a strike as ever.
    for _ in 0..3 {
        emma.sends(&node, vec![update_message(&[0xFF; 9])]).await;
    }
    node.barrier().await;
    assert!(emma.reads().iter().any(|one| one.text("revoked").is_some()));
    // Who only reads is acked for having nothing, and sees who else is here.
    let mut ander = Klant::new(EMMA, Rt, 21);
    node.rechten.set(EMMA, Toegang::Wat);
    ander.opens(&node).await.unwrap();
    kevin.shows(&node, 10, 1, Some(serde_json::json!({ "cursor": null }))).await;
    let nr = ander.sends(&node, vec![message(1, &[0, 0])]).await;
    let got = ander.acked(&node, nr).await;
    assert!(got.iter().any(|one| matches!(one, Got::Presence(_))), "{got:?}");
}

// shows G35
#[tokio::test(start_paused = true)]
async fn a_stock_provider_that_goes_on_writing_is_put_out_and_one_that_reads_is_not() {
    let (node, _kevin) = poisoned(vec![0xFF]).await;
    let mut schrijver = Klant::joined(&node, KEVIN, Yjs, 30).await;
    let lezer = Klant::joined(&node, EMMA, Yjs, 31).await;
    for _ in 0..3 {
        assert_eq!(schrijver.conn.closing(), None);
        schrijver.types(&node, "nee").await;
        node.barrier().await;
        assert!(schrijver.reads().iter().all(|one| *one != Got::Step1), "it is not asked for the same again");
    }
    assert_eq!(schrijver.conn.closing(), Some(Closing(4403)));
    assert_eq!(lezer.conn.closing(), None);
}

#[tokio::test(start_paused = true)]
async fn it_leaves_no_snapshot_when_it_sleeps_and_wakes_as_it_was() {
    let node = Node::start().await;
    let kevin = Klant::joined(&node, KEVIN, Rt, 10).await;
    let lines = (0..=SLEEP_SNAPSHOT_ROWS).map(|n| kevin.paragraph(&format!("regel {n}"))).collect();
    node.stores(lines).await;
    node.stores(vec![vec![0xFF]]).await;
    node.falls_asleep().await;
    let before = node.memory().committed().len();
    let loads = node.loads();
    tokio::time::advance(DOCUMENT_IDLE * 2).await;
    until(&node, || node.loads() > loads).await;
    assert_eq!(node.written_since(before), []);
    assert_eq!(node.documents.tekst(GEMEENTE, DOC).await, Err(Weigering::QUARANTAINE));
}

// shows G35
#[tokio::test(start_paused = true)]
async fn a_row_of_another_node_that_does_not_apply_ends_in_quarantine_and_not_in_a_loop() {
    let node = Node::start().await;
    let mut kevin = Klant::joined(&node, KEVIN, Rt, 10).await;
    node.stores(vec![gap()]).await;
    let loads = node.loads();
    kevin.types(&node, "daarna").await;
    until(&node, || node.loads() > loads).await;
    let got = kevin.reads();
    assert!(got.iter().any(|one| one.text("resync").is_some()), "{got:?}");
    assert!(!got.iter().any(|one| matches!(one, Got::Ack { .. })), "{got:?}");
    kevin.opens(&node).await.unwrap();
    assert_eq!(notices(&kevin.reads()), [CODE]);
    assert!(kevin.has("daarna"), "what he typed stays with him");
    let loads = node.loads();
    for _ in 0..20 {
        node.barrier().await;
    }
    assert_eq!(node.loads(), loads, "it stays awake");
}

// shows G06
#[tokio::test(start_paused = true)]
async fn a_snapshot_that_does_not_apply_costs_time_and_no_text() {
    let node = Node::start().await;
    let mut kevin = Klant::joined(&node, KEVIN, Rt, 10).await;
    for line in ["een", "twee", "drie"] {
        let nr = kevin.types(&node, line).await;
        kevin.acked(&node, nr).await;
    }
    let tekst = node.tekst().await;
    let snapshot = Write::Snapshot { gemeente: GEMEENTE, document: DOC, seq: 3, bytes: vec![0xFF; 40] };
    node.memory().commit(vec![snapshot]).await.remove(0).unwrap().unwrap();
    node.falls_asleep().await;
    assert_eq!(node.tekst().await, tekst);
    let mut emma = Klant::joined(&node, EMMA, Rt, 20).await;
    assert_eq!(emma.whole(), kevin.whole());
    let nr = emma.types(&node, "vier").await;
    emma.acked(&node, nr).await;
    assert_eq!(node.rows().await, 5);
    // With a bad row besides, it is the log up to that row.
    node.stores(vec![gap()]).await;
    node.falls_asleep().await;
    let mut later = Klant::new(KEVIN, Rt, 40);
    later.opens(&node).await.unwrap();
    assert_eq!(notices(&later.reads()), [CODE]);
    assert!(later.has("drie") && later.has("vier"));
}

// shows G05
#[tokio::test(start_paused = true)]
async fn before_the_first_row_there_is_no_document_to_show() {
    let node = Node::with(vec![vec![0xFF; 9]]).await;
    let mut kevin = Klant::new(KEVIN, Rt, 10);
    assert_eq!(kevin.opens(&node).await, Err(Weigering::Onbekend));
    assert_eq!(kevin.reads(), []);
    assert_eq!(node.documents.stand(GEMEENTE, DOC).await, Err(Weigering::Onbekend));
}
