//! The line on a bus of memory in paused time, and against a real Redis.

use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use keukentafel::domain::ids::ZaakId;
use keukentafel::rng::SeededRng;
use tokio::sync::mpsc;
use tokio::time::Instant;

use super::redis::RedisTransport;
use super::scripted::Scripted;
use super::*;
use crate::limits::{BUS_ECHO_WAIT, BUS_REOPEN_MAX};

const EPOCH: Uuid = Uuid::from_u128(0xE);
const GEMEENTE: GemeenteId = GemeenteId(Uuid::from_u128(9));
const DOC: DocumentId = DocumentId(Uuid::from_u128(0xD));

#[derive(Clone, Debug, PartialEq)]
enum Heard {
    Feed(Option<Position>),
    Document(DocumentId, u64),
    Present(Uuid, Room, Present),
    Asked(Room),
    Gezien(PersoonId),
    Geopend(Moment),
}

struct Ear {
    heard: mpsc::UnboundedSender<Heard>,
    gone: AtomicBool,
}

impl Hears for Ear {
    fn is_there(&self) -> bool {
        !self.gone.load(Ordering::SeqCst)
    }
    fn feed(&self, at: Option<Position>) {
        drop(self.heard.send(Heard::Feed(at)));
    }
    fn document(&self, document: DocumentId, seq: u64) {
        drop(self.heard.send(Heard::Document(document, seq)));
    }
    fn present(&self, process: Uuid, room: Room, who: Present) {
        drop(self.heard.send(Heard::Present(process, room, who)));
    }
    fn asked(&self, room: Room) {
        drop(self.heard.send(Heard::Asked(room)));
    }
    fn gezien(&self, _: GemeenteId, persoon: PersoonId, _: Moment) {
        drop(self.heard.send(Heard::Gezien(persoon)));
    }
    fn geopend(&self, _: GemeenteId, at: Moment) {
        drop(self.heard.send(Heard::Geopend(at)));
    }
}

/// A node: its side of the bus, and what it heard.
struct Node {
    bus: Bus,
    heard: Mutex<mpsc::UnboundedReceiver<Heard>>,
    ear: Arc<Ear>,
    process: Uuid,
}

impl Node {
    fn start(n: u128, epoch: Uuid, transport: Arc<dyn Transport>) -> Self {
        let (tell, heard) = mpsc::unbounded_channel();
        let ear = Arc::new(Ear { heard: tell, gone: AtomicBool::new(false) });
        let bus = Bus::new(Others::Over(transport));
        let process = Uuid::from_u128(n);
        let who = Who { epoch, node: format!("n{n}"), process };
        let hears: Arc<dyn Hears> = Arc::<Ear>::clone(&ear);
        let rng: Arc<dyn Rng> = Arc::new(SeededRng::new(n as u64));
        tokio::spawn(bus.clone().listen(who, hears, rng));
        Self { bus, heard: Mutex::new(heard), ear, process }
    }

    async fn is(&self, mode: Mode) {
        self.bus.mode().unwrap().wait_for(|now| *now == mode).await.unwrap();
    }

    fn heard(&self) -> Vec<Heard> {
        let mut heard = self.heard.lock().unwrap();
        std::iter::from_fn(|| heard.try_recv().ok()).collect()
    }

    /// Until this is heard; what comes before it is passed over.
    async fn hears(&self, wanted: &Heard) {
        std::future::poll_fn(|context| {
            let mut heard = self.heard.lock().unwrap();
            loop {
                match heard.poll_recv(context) {
                    std::task::Poll::Ready(Some(one)) if one == *wanted => return std::task::Poll::Ready(()),
                    std::task::Poll::Ready(Some(_)) => {}
                    std::task::Poll::Ready(None) => unreachable!("the ear is held by this node"),
                    std::task::Poll::Pending => return std::task::Poll::Pending,
                }
            }
        })
        .await;
    }
}

async fn two(bus: &Scripted) -> [Node; 2] {
    let nodes = [1, 2].map(|n| Node::start(n, EPOCH, Arc::new(bus.clone())));
    for node in &nodes {
        node.is(Mode::Together).await;
    }
    nodes
}

// shows G11
#[tokio::test(start_paused = true)]
async fn a_hint_reaches_the_others_and_not_who_said_it() {
    let bus = Scripted::new(1);
    let [een, twee] = two(&bus).await;
    een.bus.feed(Some(Position(5)));
    een.bus.document(GEMEENTE, DOC, 8);
    twee.hears(&Heard::Document(DOC, 8)).await;
    let room = (GEMEENTE, Topic::ZaakTafel(ZaakId(Uuid::from_u128(4))));
    een.bus.ask(room);
    twee.hears(&Heard::Asked(room)).await;
    een.bus.present(room, Present::Tafel(Vec::new()));
    twee.hears(&Heard::Present(een.process, room, Present::Tafel(Vec::new()))).await;
    let (maria, now) = (PersoonId(Uuid::from_u128(5)), Moment::from_micros(7));
    een.bus.gezien(GEMEENTE, maria, now);
    twee.hears(&Heard::Gezien(maria)).await;
    een.bus.geopend(GEMEENTE, now);
    twee.hears(&Heard::Geopend(now)).await;
    assert_eq!(een.heard(), [], "its own");
}

// shows G11
#[tokio::test(start_paused = true)]
async fn what_is_not_ours_is_passed_over() {
    let bus = Scripted::new(1);
    let [een, twee] = two(&bus).await;
    let elders = Node::start(3, Uuid::from_u128(0xF), Arc::new(bus.clone()));
    elders.is(Mode::Together).await;
    elders.bus.feed(Some(Position(1)));
    for strange in ["", "{}", "geen json", "[1,2]", "{\"epoch\":7}"] {
        bus.say(strange.as_bytes());
    }
    bus.say(&vec![b'x'; crate::limits::BUS_MESSAGE_BYTES_MAX + 1]);
    // A field that a newer node says is no reason to miss the rest.
    bus.say(
        format!("{{\"epoch\":\"{EPOCH}\",\"process\":\"{}\",\"later\":1,\"feed\":7}}", Uuid::from_u128(8))
            .as_bytes(),
    );
    for node in [&een, &twee] {
        node.hears(&Heard::Feed(Some(Position(7)))).await;
        assert_eq!(node.heard(), []);
    }
}

// shows G11
#[tokio::test(start_paused = true)]
async fn a_line_that_breaks_is_noticed_and_opened_again_and_everything_is_looked_at() {
    let bus = Scripted::new(1);
    let [een, twee] = two(&bus).await;
    bus.leave();
    een.is(Mode::LogTail).await;
    twee.is(Mode::LogTail).await;
    een.bus.feed(Some(Position(5)));
    bus.come_back();
    let begun = Instant::now();
    een.is(Mode::Together).await;
    twee.is(Mode::Together).await;
    assert!(begun.elapsed() <= BUS_REOPEN_MAX + BUS_ECHO_WAIT, "within the longest pause");
    // Somebody says that everything is to be looked at, as nobody knows what was lost.
    let all = tokio::select! { () = een.bus.look() => true, () = twee.bus.look() => true };
    assert!(all);
}

// shows G11
#[tokio::test(start_paused = true)]
async fn a_line_on_which_nothing_comes_back_is_dead_within_a_second() {
    let bus = Scripted::new(1);
    let [een, _twee] = two(&bus).await;
    let begun = Instant::now();
    bus.weather(super::scripted::Weather { dropped: 100, ..Default::default() });
    een.is(Mode::LogTail).await;
    assert!(begun.elapsed() <= Duration::from_secs(1), "{:?}", begun.elapsed());
}

#[tokio::test(start_paused = true)]
async fn the_line_ends_with_the_node() {
    let bus = Scripted::new(1);
    let [een, twee] = two(&bus).await;
    een.ear.gone.store(true, Ordering::SeqCst);
    een.is(Mode::LogTail).await;
    assert_eq!(*twee.bus.mode().unwrap().borrow(), Mode::Together);
}

/// A Redis of a test's own, on the port of the one that scripts/with-redis.sh started as an example. `None`, and said, where there is none.
struct Redis {
    child: Child,
    url: String,
    port: u16,
}

impl Redis {
    fn start() -> Option<Self> {
        if std::env::var("KEUKENTAFEL_TEST_REDIS").is_err() {
            eprintln!("skipped: there is no Redis; run this with scripts/with-redis.sh");
            return None;
        }
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let url = format!("redis://default:geheim@127.0.0.1:{port}");
        Some(Self { child: Self::spawn(port), url, port })
    }

    fn spawn(port: u16) -> Child {
        Command::new("redis-server")
            .args(["--bind", "127.0.0.1", "--port", &port.to_string(), "--requirepass", "geheim"])
            .args(["--save", "", "--appendonly", "no", "--dir", "/tmp"])
            .stdout(Stdio::null())
            .spawn()
            .unwrap()
    }

    /// As a crash.
    fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    fn again(&mut self) {
        self.child = Self::spawn(self.port);
    }

    /// As an operator with a tool, on a connection of their own.
    async fn order(&self, words: &[&str]) {
        let client = ::redis::Client::open(self.url.as_str()).unwrap();
        let mut connection = client.get_multiplexed_async_connection().await.unwrap();
        let mut command = ::redis::Cmd::new();
        for word in words {
            command.arg(word);
        }
        drop(connection.send_packed_command(&command).await.unwrap());
    }

    fn node(&self, n: u128) -> Node {
        Node::start(n, EPOCH, Arc::new(RedisTransport::new(&self.url, EPOCH).unwrap()))
    }
}

impl Drop for Redis {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// Both reach each other.
async fn reach(een: &Node, twee: &Node, seq: u64) {
    een.is(Mode::Together).await;
    twee.is(Mode::Together).await;
    een.bus.document(GEMEENTE, DOC, seq);
    twee.hears(&Heard::Document(DOC, seq)).await;
    twee.bus.document(GEMEENTE, DOC, seq);
    een.hears(&Heard::Document(DOC, seq)).await;
}

// shows G11
#[tokio::test]
async fn over_redis_nodes_reach_each_other_again_after_whatever_happens_to_it() {
    let Some(mut redis) = Redis::start() else { return };
    let (een, twee) = (redis.node(1), redis.node(2));
    reach(&een, &twee, 1).await;
    redis.order(&["FLUSHALL"]).await;
    reach(&een, &twee, 2).await;
    let mut lost = een.bus.mode().unwrap();
    lost.mark_unchanged();
    redis.order(&["CLIENT", "KILL", "TYPE", "pubsub"]).await;
    lost.changed().await.unwrap();
    reach(&een, &twee, 3).await;
    redis.kill();
    een.is(Mode::LogTail).await;
    twee.is(Mode::LogTail).await;
    redis.again();
    reach(&een, &twee, 4).await;
    // Longer than its silence is borne.
    redis.order(&["CLIENT", "PAUSE", "1500", "ALL"]).await;
    een.is(Mode::LogTail).await;
    reach(&een, &twee, 5).await;
}

// shows G11
#[tokio::test]
async fn a_wrong_password_is_a_bus_that_is_away() {
    let Some(redis) = Redis::start() else { return };
    let wrong = redis.url.replace("geheim", "anders");
    let node = Node::start(1, EPOCH, Arc::new(RedisTransport::new(&wrong, EPOCH).unwrap()));
    let good = redis.node(2);
    good.is(Mode::Together).await;
    assert_eq!(*node.bus.mode().unwrap().borrow(), Mode::LogTail);
    assert!(RedisTransport::new("http://127.0.0.1", EPOCH).is_err());
}
