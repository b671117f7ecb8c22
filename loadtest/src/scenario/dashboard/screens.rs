//! Sockets that follow: dashboards and lists, each remembering what came when.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::Value;
use tokio::sync::Notify;
use tokio::task::JoinSet;
use tokio_tungstenite::tungstenite::protocol::Message;

use super::desk::Desk;
use crate::rt;
use crate::site::Site;
use crate::socket::{self, Buffers, Ws};

/// A dashboard that came in.
#[derive(Copy, Clone, Debug)]
pub(super) struct Board {
    pub(super) at: Instant,
    /// The last place in the feed that it counts.
    pub(super) position: u64,
}

type Log<T> = Arc<Mutex<Vec<T>>>;

fn locked<T>(log: &Mutex<Vec<T>>) -> MutexGuard<'_, Vec<T>> {
    log.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Everybody who looks at a dashboard.
pub(super) struct Boards {
    logs: Vec<Log<Board>>,
    news: Arc<Notify>,
}

impl Boards {
    /// What each saw, once all saw this place or the time is over.
    pub(super) async fn until(&self, position: u64, within: Duration) -> Vec<Vec<Board>> {
        let end = Instant::now() + within;
        let shown = |log: &Log<Board>| locked(log).last().is_some_and(|board| board.position >= position);
        while Instant::now() < end && !self.logs.iter().all(shown) {
            drop(tokio::time::timeout(Duration::from_millis(50), self.news.notified()).await);
        }
        self.logs.iter().map(|log| locked(log).clone()).collect()
    }
}

/// Opens so many dashboards, by turns as werkverdeler and as wijkteammanager.
pub(super) async fn boards(desk: &Desk, count: usize) -> Result<(Boards, JoinSet<Result<()>>)> {
    let personas = ["werkverdeler", "wijkteammanager"].map(str::to_owned);
    let site = Site::keukentafel(vec![desk.target.clone()], &personas, count).await?;
    let (mut running, news) = (JoinSet::new(), Arc::new(Notify::new()));
    let mut logs = Vec::with_capacity(count);
    for client in 0..count {
        let mut socket = open(&site, client).await?;
        rt::subscribe(&mut socket, 1, &format!("caseload/{}", desk.gemeente)).await?;
        let log: Log<Board> = Arc::default();
        logs.push(Arc::clone(&log));
        let news = Arc::clone(&news);
        running.spawn(follow(socket, move |at, frame| {
            if frame["t"] == "latest"
                && let Some(position) = frame["b"]["positie"].as_u64()
            {
                locked(&log).push(Board { at, position });
                news.notify_one();
            }
        }));
    }
    Ok((Boards { logs, news }, running))
}

/// What happened to the rows of one list: which came and which went.
#[derive(Default)]
struct Rows {
    present: BTreeSet<u64>,
    /// Which zaak came, and when.
    came: Vec<(String, Instant)>,
}

/// Everybody who has the same list open.
pub(super) struct Lists {
    rows: Vec<Arc<Mutex<Rows>>>,
    news: Arc<Notify>,
}

impl Lists {
    /// When each list got a row of this zaak.
    pub(super) async fn heard(&mut self, zaak: &str, within: Duration) -> Vec<Instant> {
        let end = Instant::now() + within;
        loop {
            let at = |rows: &Arc<Mutex<Rows>>| {
                let rows = rows.lock().unwrap_or_else(PoisonError::into_inner);
                rows.came.iter().find(|(id, _)| id == zaak).map(|(_, at)| *at)
            };
            let heard: Vec<Instant> = self.rows.iter().filter_map(at).collect();
            if heard.len() == self.rows.len() || Instant::now() >= end {
                return heard;
            }
            drop(tokio::time::timeout(Duration::from_millis(50), self.news.notified()).await);
        }
    }

    /// How many lists have another number of rows than this.
    pub(super) fn with_other_than(&self, exact: u64) -> u64 {
        let other = |rows: &&Arc<Mutex<Rows>>| {
            rows.lock().unwrap_or_else(PoisonError::into_inner).present.len() as u64 != exact
        };
        self.rows.iter().filter(other).count() as u64
    }
}

/// Opens Kevin's list so many times.
pub(super) async fn lists(desk: &Desk, count: usize) -> Result<(Lists, JoinSet<Result<()>>)> {
    let site = Site::keukentafel(vec![desk.target.clone()], &["kevin".to_owned()], count).await?;
    let (mut running, news) = (JoinSet::new(), Arc::new(Notify::new()));
    let mut all = Vec::with_capacity(count);
    for client in 0..count {
        let mut socket = open(&site, client).await?;
        // As the client does: what is new in it comes beside the list.
        rt::subscribe(&mut socket, 2, &format!("nieuw/{}", desk.kevin)).await?;
        let granted = rt::subscribe(&mut socket, 1, &format!("werkvoorraad/{}", desk.kevin)).await?;
        let rows: Arc<Mutex<Rows>> = Arc::default();
        all.push(Arc::clone(&rows));
        let (news, whole) = (Arc::clone(&news), Arc::new(Notify::new()));
        let told = Arc::clone(&whole);
        running.spawn(follow(socket, move |at, frame| {
            let mut rows = rows.lock().unwrap_or_else(PoisonError::into_inner);
            let number = frame["a"].as_u64().unwrap_or(0);
            match frame["t"].as_str() {
                Some("lid") => {
                    rows.present.insert(number);
                    rows.came.push((frame["b"]["id"].as_str().unwrap_or_default().to_owned(), at));
                    news.notify_one();
                }
                Some("eraf" | "revoked") => drop(rows.present.remove(&number)),
                Some("snap") if number == u64::from(granted.a) => whole.notify_one(),
                _ => {}
            }
        }));
        let list = tokio::time::timeout(super::ARRIVE, told.notified()).await;
        list.context("a list that never became whole")?;
    }
    Ok((Lists { rows: all, news }, running))
}

async fn open(site: &Site, client: usize) -> Result<Ws> {
    let mut socket = socket::open(site, client, "/rt", Buffers::Small).await?;
    rt::hallo(&mut socket, client).await?;
    Ok(socket)
}

/// Hands every frame over with the moment it came, and answers what must be answered.
async fn follow(mut socket: Ws, mut take: impl FnMut(Instant, &Value)) -> Result<()> {
    loop {
        let Message::Text(text) = socket::next(&mut socket).await? else { bail!("a binary frame") };
        let at = Instant::now();
        let frame: Value = serde_json::from_str(&text)?;
        if let Some(n) = frame["n"].as_u64().filter(|_| frame["t"] == "ping") {
            rt::pong(&mut socket, n).await?;
        }
        take(at, &frame);
    }
}
