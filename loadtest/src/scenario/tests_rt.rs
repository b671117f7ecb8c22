//! The engine against a peer in this process that speaks `/rt` as `docs/PROTOCOL.md` says.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use keukentafel::protocol::frame::{
    ClientFrame, read_client, write_ack, write_awareness, write_committed, write_sync,
};
use keukentafel::protocol::rt::{ClientMessage, SUBPROTOCOL};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio_tungstenite::accept_hdr_async;
use tokio_tungstenite::tungstenite::handshake::server::{ErrorResponse, Request, Response};
use tokio_tungstenite::tungstenite::http::HeaderValue;
use tokio_tungstenite::tungstenite::protocol::Message;

use super::drive::{Outcome, Plan, drive};
use super::seed;
use crate::channel::Transport;
use crate::site::Site;
use crate::target::Target;
use crate::yclient::{Sync, YDoc, YFrame, read_frame, write_frame};

/// What the peer does wrong.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
enum Fault {
    None,
    /// Stores and tells everybody, but never the writer.
    NoAck,
    /// Acks without telling anybody, once.
    AckOnly,
    /// Refuses a frame.
    Refuse,
}

const TOPIC: u32 = 90_120;

struct Room {
    kept: YDoc,
    seq: u64,
    subscribers: Vec<mpsc::UnboundedSender<Message>>,
}

async fn peer(fault: Fault) -> Site {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let target = Target::parse(&format!("ws://{}", listener.local_addr().unwrap())).unwrap();
    let room = Arc::new(Mutex::new(Room { kept: YDoc::new(1), seq: 0, subscribers: Vec::new() }));
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(serve(stream, room.clone(), fault));
        }
    });
    Site::vreemd(target, crate::args::Soort::YWebsocket)
}

#[expect(clippy::result_large_err, reason = "tungstenite's own signature")]
fn choose(request: &Request, mut response: Response) -> Result<Response, ErrorResponse> {
    assert_eq!(request.uri().path(), "/rt");
    assert!(request.headers().contains_key("origin"));
    response.headers_mut().insert("sec-websocket-protocol", HeaderValue::from_static(SUBPROTOCOL));
    Ok(response)
}

async fn serve(stream: TcpStream, room: Arc<Mutex<Room>>, fault: Fault) {
    let (mut sink, mut source) = accept_hdr_async(stream, choose).await.unwrap().split();
    let (own, mut outgoing) = mpsc::unbounded_channel::<Message>();
    tokio::spawn(async move {
        while let Some(message) = outgoing.recv().await {
            if sink.send(message).await.is_err() {
                return;
            }
        }
    });
    while let Some(Ok(message)) = source.next().await {
        match message {
            Message::Text(text) => match serde_json::from_str(&text).unwrap() {
                ClientMessage::Hallo { .. } => own.send(Message::text(r#"{"t":"welkom","hb":25}"#)).unwrap(),
                ClientMessage::Sub { r, topic, .. } => {
                    let mut room = room.lock().unwrap();
                    let v = room.seq;
                    let ok = serde_json::json!({"t":"ok","r":r,"a":TOPIC,"topic":topic,"e":"k","v":v,"how":"snapshot"});
                    own.send(Message::text(ok.to_string())).unwrap();
                    own.send(Message::text(r#"{"t":"ping","n":4}"#)).unwrap();
                    if v > 0 {
                        let all = room.kept.missing(&YDoc::new(2).state_vector_bytes()).unwrap();
                        let frame = write_committed(TOPIC, v, [all.as_slice()].into_iter());
                        own.send(Message::binary(frame)).unwrap();
                    }
                    let step1 = write_frame(Sync::Step1(&room.kept.state_vector_bytes()));
                    own.send(Message::binary(write_sync(TOPIC, &step1))).unwrap();
                    own.send(Message::binary(write_awareness(TOPIC, &[0]))).unwrap();
                    room.subscribers.push(own.clone());
                }
                ClientMessage::Pong { n } => assert_eq!(n, 4),
                other @ (ClientMessage::Unsub { .. }
                | ClientMessage::Hier { .. }
                | ClientMessage::Cmd { .. }
                | ClientMessage::Ping { .. }) => panic!("{other:?}"),
            },
            Message::Binary(bytes) => take(&bytes, &mut room.lock().unwrap(), &own, fault),
            Message::Ping(_) | Message::Pong(_) | Message::Close(_) | Message::Frame(_) => {}
        }
    }
}

fn take(bytes: &[u8], room: &mut Room, own: &mpsc::UnboundedSender<Message>, fault: Fault) {
    let ClientFrame::Sync { a, nr, messages } = read_client(bytes).unwrap() else { return };
    assert_eq!(a, TOPIC);
    let first = room.seq + 1;
    let mut rows = Vec::new();
    for message in messages {
        let YFrame::Sync(sync) = read_frame(message).unwrap() else { panic!("not a sync message") };
        match sync {
            Sync::Update(update) => {
                room.kept.apply(update).unwrap();
                rows.push(update);
            }
            Sync::Step2(update) => room.kept.apply(update).unwrap(),
            Sync::Step1(_) => panic!("a client of /rt does not ask this way"),
        }
    }
    if fault == Fault::Refuse && !rows.is_empty() {
        let refused = r#"{"t":"geweigerd","a":90120,"nr":1,"code":"X","reden":"document.utf8"}"#;
        return own.send(Message::text(refused)).unwrap();
    }
    room.seq += rows.len() as u64;
    let kept_back = fault == Fault::AckOnly && first == 9;
    if !rows.is_empty() && !kept_back {
        let frame = write_committed(TOPIC, first, rows.into_iter());
        for subscriber in &room.subscribers {
            let _gone = subscriber.send(Message::binary(frame.clone()));
        }
    }
    if fault != Fault::NoAck {
        own.send(Message::binary(write_ack(TOPIC, nr, room.seq))).unwrap();
    }
}

fn plan(tail: u64) -> Plan {
    Plan {
        documents: vec!["een".to_owned()],
        writers: 2,
        readers: 1,
        rate: 100.0,
        per_wake: 2,
        warm: Duration::ZERO,
        measure: Duration::from_millis(200),
        tail: Duration::from_secs(tail),
        transport: Transport::Rt,
        pid: Vec::new(),
        run: 0,
    }
}

async fn run(fault: Fault, tail: u64) -> anyhow::Result<Outcome> {
    let site = peer(fault).await;
    drive(&site, &plan(tail), "test").await
}

#[tokio::test]
async fn every_edit_arrives_once_and_every_frame_is_acked() {
    let outcome = run(Fault::None, 20).await.unwrap();
    assert_eq!((outcome.lost, outcome.unacked, outcome.duplicates, outcome.diverged), (0, 0, 0, 0));
    assert_eq!((outcome.written, outcome.window.counts.deliveries), (40, 80));
    // Two edits a frame: twenty frames.
    assert_eq!(outcome.ack.unwrap().count, 20);
}

#[tokio::test]
async fn acks_that_never_come_are_counted() {
    let outcome = run(Fault::NoAck, 1).await.unwrap();
    assert_eq!((outcome.lost, outcome.unacked, outcome.diverged), (0, 20, 0));
}

#[tokio::test]
async fn what_is_acked_but_never_delivered_is_lost() {
    let outcome = run(Fault::AckOnly, 1).await.unwrap();
    // Two edits, missed by the other writer and the reader.
    assert_eq!((outcome.lost, outcome.unacked, outcome.diverged), (4, 0, 1));
}

#[tokio::test]
async fn a_refused_frame_ends_the_run_with_the_servers_words() {
    let fault = run(Fault::Refuse, 1).await.map(|outcome| outcome.written).unwrap_err();
    assert!(format!("{fault:#}").contains("document.utf8"), "{fault:#}");
}

#[tokio::test]
async fn a_document_planted_in_rows_opens_whole() {
    let site = peer(Fault::None).await;
    let seed = Arc::new(seed::make(3, 1500, u64::MAX, 1));
    let documents = vec!["een".to_owned()];
    seed::plant(&site, &documents, &seed, Transport::Rt, "test").await.unwrap();
    let outcome = drive(&site, &plan(20), "test").await.unwrap();
    assert_eq!((outcome.lost, outcome.unacked, outcome.duplicates, outcome.diverged), (0, 0, 0, 0));
}
