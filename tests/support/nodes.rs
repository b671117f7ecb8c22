//! Several nodes at one PostgreSQL, with or without a Redis between them, each a server of its own in this process.

use std::net::TcpListener;
use std::process::{Child, Command, Stdio};

use keukentafel::rng::{Rng, SystemRng};
use keukentafel::store::postgres::make_schema;
use keukentafel_web::config::Settings;
use tokio::runtime::Runtime;

use super::TestApp;

/// A server that can be killed: it has a runtime of its own.
pub struct Node {
    /// The server.
    pub app: TestApp,
    runtime: Runtime,
}

/// Where the nodes of one test meet.
pub struct Plek {
    database: String,
    redis: Redis,
    key: tempfile::TempDir,
}

/// A Redis of a test's own, that it can end.
pub struct Redis {
    child: Child,
    port: u16,
}

impl Plek {
    /// A database and a Redis of its own. `None`, and said, where the machine was given none.
    pub async fn begin() -> Option<Self> {
        let servers = ["KEUKENTAFEL_TEST_POSTGRES", "KEUKENTAFEL_TEST_REDIS"].map(std::env::var);
        let [Ok(server), Ok(_)] = servers else {
            eprintln!(
                "skipped: there is no PostgreSQL or no Redis; run this with scripts/with-postgres.sh scripts/with-redis.sh"
            );
            return None;
        };
        let name = format!("kt_{:08x}{:08x}", SystemRng.u32(), SystemRng.u32());
        let database = make_schema(&server, &name).await.unwrap();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        Some(Self { database, redis: Redis { child: spawn(port), port }, key: tempfile::tempdir().unwrap() })
    }

    /// A node with this name; the first fills the database with the demo's data.
    pub async fn node(&self, name: &str) -> TestApp {
        let redis = format!("redis://default:geheim@127.0.0.1:{}", self.redis.port);
        let settings = Settings {
            database_url: Some(self.database.clone()),
            redis_url: redis.parse().ok(),
            node: Some(name.to_owned()),
            key_file: Some(self.key.path().join("sleutel")),
            ..Settings::default()
        };
        TestApp::with(settings, None).await
    }

    /// Between them.
    pub fn redis(&mut self) -> &mut Redis {
        &mut self.redis
    }
}

impl Redis {
    /// As a crash.
    pub fn dood(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Up again on the same port, knowing nothing.
    pub fn weer_op(&mut self) {
        self.child = spawn(self.port);
    }
}

impl Drop for Redis {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn spawn(port: u16) -> Child {
    Command::new("redis-server")
        .args(["--bind", "127.0.0.1", "--port", &port.to_string(), "--requirepass", "geheim"])
        .args(["--save", "", "--appendonly", "no", "--dir", "/tmp"])
        .stdout(Stdio::null())
        .spawn()
        .unwrap()
}

/// On a thread of its own, which may wait for the runtime of a node.
fn on_its_own<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| scope.spawn(work).join().unwrap())
}

/// Two servers that share a database with the demo's data; `None`, and said, where there is no PostgreSQL.
pub async fn twee_nodes() -> Option<[Node; 2]> {
    let Ok(server) = std::env::var("KEUKENTAFEL_TEST_POSTGRES") else {
        eprintln!("skipped: there is no PostgreSQL; run this with scripts/with-postgres.sh");
        return None;
    };
    let name = format!("kt_{:08x}{:08x}", SystemRng.u32(), SystemRng.u32());
    let url = make_schema(&server, &name).await.unwrap();
    let set = |node: &str| Settings {
        database_url: Some(url.clone()),
        node: Some(node.to_owned()),
        ..Settings::default()
    };
    let een = Node::start(set("n1"));
    let key_file = Some(een.app.data.path().join("installatie.sleutel"));
    let twee = Node::start(Settings { key_file, ..set("n2") });
    Some([een, twee])
}

impl Node {
    fn start(settings: Settings) -> Self {
        let runtime = Runtime::new().unwrap();
        let app = on_its_own(|| runtime.block_on(TestApp::with(settings, None)));
        Self { app, runtime }
    }

    /// Ends it as a kill does: nothing is finished and nobody is told.
    pub fn kill(self) {
        self.runtime.shutdown_background();
    }

    /// Ends it in good order.
    pub fn stop(self) {
        let Self { app, runtime } = self;
        on_its_own(|| runtime.block_on(app.stop()));
        runtime.shutdown_background();
    }
}
