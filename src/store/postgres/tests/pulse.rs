//! A database that cannot be reached, and one that takes a connection and says nothing.

use std::net::SocketAddr;

use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};

use super::*;
use crate::store::Journal;

/// Between the journal and its database.
struct Between {
    passing: JoinHandle<()>,
}

impl Between {
    async fn listen(at: SocketAddr, server: SocketAddr) -> (Self, SocketAddr) {
        let listener = TcpListener::bind(at).await.unwrap();
        let address = listener.local_addr().unwrap();
        (Self { passing: tokio::spawn(pass(listener, server)) }, address)
    }

    /// Every connection ends, and nobody listens.
    async fn cut(self) {
        self.passing.abort();
        drop(self.passing.await);
    }
}

async fn pass(listener: TcpListener, server: SocketAddr) {
    let mut all = JoinSet::new();
    loop {
        let (mut here, _) = listener.accept().await.unwrap();
        all.spawn(async move {
            let mut there = TcpStream::connect(server).await.unwrap();
            drop(tokio::io::copy_bidirectional(&mut here, &mut there).await);
        });
    }
}

// shows G11: within two seconds it is known that nothing can be written, and when it can again
#[tokio::test]
async fn a_database_that_cannot_be_reached_is_away_until_it_is_back() {
    let Some(url) = database().await else { return };
    let server = url.split('@').nth(1).and_then(|rest| rest.split('/').next()).unwrap().to_owned();
    let (between, address) = Between::listen("127.0.0.1:0".parse().unwrap(), server.parse().unwrap()).await;
    let journal = open(&url.replacen(&server, &address.to_string(), 1), "een").await;
    append(&journal, adds(1, zaak(1), 0, &["a"])).await.unwrap();
    let mut away = journal.pulse.watch();
    assert!(!journal.is_away());
    between.cut().await;
    away.wait_for(|away| *away).await.unwrap();
    assert!(journal.is_away());
    let (between, _) = Between::listen(address, server.parse().unwrap()).await;
    away.wait_for(|away| !away).await.unwrap();
    append(&journal, adds(2, zaak(1), 1, &["b"])).await.unwrap();
    // It takes connections and says nothing.
    between.cut().await;
    let silent = TcpListener::bind(address).await.unwrap();
    away.wait_for(|away| *away).await.unwrap();
    drop(silent);
}
