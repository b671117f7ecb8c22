//! The engine against a y-websocket peer in this process that can lose, double and forget.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio_tungstenite::accept_async;
use tokio_tungstenite::tungstenite::protocol::Message;

use super::drive::{Outcome, Plan, drive};
use super::seed;
use crate::channel::Transport;
use crate::site::Site;
use crate::target::Target;
use crate::yclient::{Sync, YDoc, YFrame, read_frame, write_frame};

/// What the peer does wrong with its fifth update.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
enum Fault {
    None,
    /// Nobody else gets it.
    Lose,
    /// Everybody gets it twice.
    Double,
    /// Everybody gets it, but it is not kept.
    Forget,
    /// The writer's socket is closed.
    Hang,
}

struct Room {
    kept: YDoc,
    subscribers: Vec<mpsc::UnboundedSender<Vec<u8>>>,
    updates: usize,
}

async fn peer(fault: Fault) -> Site {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let target = Target::parse(&format!("ws://{}", listener.local_addr().unwrap())).unwrap();
    let room = Arc::new(Mutex::new(Room { kept: YDoc::new(1), subscribers: Vec::new(), updates: 0 }));
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(serve(stream, room.clone(), fault));
        }
    });
    Site::vreemd(target, crate::args::Soort::YWebsocket)
}

async fn serve(stream: TcpStream, room: Arc<Mutex<Room>>, fault: Fault) {
    let (mut sink, mut source) = accept_async(stream).await.unwrap().split();
    let (own, mut outgoing) = mpsc::unbounded_channel::<Vec<u8>>();
    own.send(write_frame(Sync::Step1(&room.lock().unwrap().kept.state_vector_bytes()))).unwrap();
    room.lock().unwrap().subscribers.push(own.clone());
    let sender = tokio::spawn(async move {
        while let Some(frame) = outgoing.recv().await {
            if sink.send(Message::binary(frame)).await.is_err() {
                return;
            }
        }
    });
    while let Some(Ok(message)) = source.next().await {
        let Message::Binary(bytes) = message else { continue };
        let YFrame::Sync(sync) = read_frame(&bytes).unwrap() else { continue };
        let mut room = room.lock().unwrap();
        match sync {
            Sync::Step1(theirs) => {
                let missing = room.kept.missing(theirs).unwrap();
                own.send(write_frame(Sync::Step2(&missing))).unwrap();
            }
            Sync::Step2(update) => room.kept.apply(update).unwrap(),
            Sync::Update(update) => {
                room.updates += 1;
                let now = if room.updates == 5 { fault } else { Fault::None };
                if now == Fault::Hang {
                    sender.abort();
                    return;
                }
                if now != Fault::Forget {
                    room.kept.apply(update).unwrap();
                }
                let times = match now {
                    Fault::Lose => 0,
                    Fault::Double => 2,
                    Fault::None | Fault::Forget | Fault::Hang => 1,
                };
                // As y-websocket does: to all, the writer too.
                for subscriber in &room.subscribers {
                    for _ in 0..times {
                        let _gone = subscriber.send(bytes.to_vec());
                    }
                }
            }
        }
    }
}

/// 20 edits of each of 2 writers, with 2 readers.
async fn run(fault: Fault) -> anyhow::Result<Outcome> {
    let site = peer(fault).await;
    let plan = Plan {
        documents: vec!["een".to_owned()],
        writers: 2,
        readers: 2,
        rate: 100.0,
        per_wake: 1,
        warm: Duration::ZERO,
        measure: Duration::from_millis(200),
        tail: Duration::from_secs(if fault == Fault::Lose { 1 } else { 20 }),
        transport: Transport::Yjs,
        pid: vec![std::process::id()],
        run: 0,
    };
    drive(&site, &plan, "test").await
}

#[tokio::test]
async fn a_sound_peer_delivers_every_edit_once_to_everybody_else() {
    let outcome = run(Fault::None).await.unwrap();
    assert_eq!((outcome.lost, outcome.duplicates, outcome.resent, outcome.diverged), (0, 0, 0, 0));
    assert_eq!(outcome.written, 40);
    // Each edit reaches the other writer and both readers.
    assert_eq!(outcome.window.counts.deliveries, 120);
    assert_eq!(outcome.delivery.unwrap().count, 120);
    assert_eq!(outcome.late.unwrap().count, 40);
    assert!(outcome.ack.is_none());
    assert!(outcome.window.server_cpu.is_some());
}

#[tokio::test]
async fn a_lost_update_is_counted_for_each_who_missed_it() {
    let outcome = run(Fault::Lose).await.unwrap();
    assert_eq!((outcome.lost, outcome.duplicates), (3, 0));
    assert_eq!(outcome.diverged, 1, "{:?}", outcome.notes);
}

#[tokio::test]
async fn a_doubled_update_is_counted_for_each_who_got_it_twice() {
    let outcome = run(Fault::Double).await.unwrap();
    assert_eq!((outcome.lost, outcome.duplicates, outcome.diverged), (0, 3, 0));
    assert_eq!(outcome.window.counts.deliveries, 120);
}

#[tokio::test]
async fn what_was_delivered_but_not_kept_shows_to_a_newcomer() {
    let outcome = run(Fault::Forget).await.unwrap();
    assert_eq!((outcome.lost, outcome.duplicates, outcome.diverged), (0, 0, 1));
    assert!(outcome.notes[0].contains("newcomer"), "{:?}", outcome.notes);
}

#[tokio::test]
async fn a_client_that_is_thrown_out_ends_the_run() {
    // Whoever wrote the fifth update hears nothing of it, but its socket falls.
    let fault = run(Fault::Hang).await.map(|outcome| outcome.written).unwrap_err();
    assert!(format!("{fault:#}").contains("client"), "{fault:#}");
}

#[tokio::test]
async fn portions_leave_together_and_are_all_accounted_for() {
    let site = peer(Fault::None).await;
    let plan = Plan {
        documents: vec!["een".to_owned()],
        writers: 1,
        readers: 3,
        rate: 200.0,
        per_wake: 8,
        warm: Duration::ZERO,
        measure: Duration::from_millis(200),
        tail: Duration::from_secs(20),
        transport: Transport::Yjs,
        pid: Vec::new(),
        run: 0,
    };
    assert_eq!(plan.edits(), 40);
    let outcome = drive(&site, &plan, "test").await.unwrap();
    assert_eq!((outcome.written, outcome.lost, outcome.duplicates, outcome.diverged), (40, 0, 0, 0));
    assert_eq!(outcome.window.counts.deliveries, 120);
    assert_eq!(outcome.late.unwrap().count, 5);
}

#[tokio::test]
async fn a_planted_document_is_whole_and_can_be_written_on() {
    let site = peer(Fault::None).await;
    let seed = Arc::new(seed::make(3, 3000, u64::MAX, 500));
    let documents = vec!["een".to_owned()];
    seed::plant(&site, &documents, &seed, Transport::Yjs, "test").await.unwrap();
    let plan = Plan {
        documents,
        writers: 1,
        readers: 1,
        rate: 50.0,
        per_wake: 1,
        warm: Duration::ZERO,
        measure: Duration::from_millis(200),
        tail: Duration::from_secs(20),
        transport: Transport::Yjs,
        pid: Vec::new(),
        run: 0,
    };
    let outcome = drive(&site, &plan, "test").await.unwrap();
    assert_eq!((outcome.lost, outcome.duplicates, outcome.diverged), (0, 0, 0), "{:?}", outcome.notes);
}
