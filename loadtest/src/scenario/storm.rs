//! Everybody comes back at once: all connections fall together, as when a proxy or a network begins anew, and each client returns as a browser does.
//!
//! It waits a random part of a window that doubles (the client's own rule, `web/app/src/rt`), opens a socket at the next node, as behind a proxy that
//! goes round, and asks for all its topics with the position that it held. Back is who has the answer to each, with what came with it. All are tabs of one
//! person and follow the same topics, and nothing is written meanwhile: it weighs handshakes, sessions, rights and subscriptions, and no cold topics. With
//! several nodes each answer is a whole value, as positions are a node's own.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use keukentafel::protocol::rt::{How, Pos};
use serde_json::json;
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinSet;

use super::{LOST, seconds, site};
use crate::args::Storm;
use crate::cpu::Process;
use crate::percentile::Histogram;
use crate::report::{Bar, BarKind, Report, Run};
use crate::rt::{self, Following};
use crate::site::Site;
use crate::socket::{self, Buffers, Ws};

/// Handshakes under way at a time before the storm; in it as many as come.
const OPENING_MAX: usize = 64;
/// All connections stand within this or the run fails.
const OPENING_LIMIT: Duration = Duration::from_secs(180);
/// Who is not back by then is lost.
const BACK_LIMIT: Duration = Duration::from_secs(60);
/// The window in which a client first comes back, and the longest one within the first minute, in which a run ends: those of the browser's client
/// (`web/app/src/rt/lijn/herkansing.ts`).
const WINDOW_FIRST: Duration = Duration::from_millis(500);
const WINDOW_MAX: Duration = Duration::from_secs(4);
/// A client gives up on a socket that does not welcome it; also the browser's.
const WELCOME_LIMIT: Duration = Duration::from_secs(10);
/// Everybody back and following (the several-nodes issue of the product: 5 000 clients with 8 topics).
const BAR_MS: f64 = 10_000.0;
const BACK: [&str; 4] = [
    "drop to all topics again, p50",
    "drop to all topics again, p95",
    "drop to all topics again, p99",
    EVERYBODY,
];
const ANSWERS: [&str; 3] =
    ["topics of which nothing was missed", "topics with what was missed", "topics with the whole value"];
/// Between two looks at how far it is.
const LOOK: Duration = Duration::from_millis(5);
const EVERYBODY: &str = "drop to all topics again, everybody";

/// What everybody shares.
struct Shared {
    site: Site,
    topics: Vec<String>,
    gate: Semaphore,
    open: AtomicU64,
    back: AtomicU64,
    took: Histogram,
    refused: AtomicU64,
    /// Topics that were answered with: nothing missed, what was missed, the whole value.
    answers: [AtomicU64; 3],
    phase: watch::Receiver<Phase>,
}

/// Where a run is.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
enum Phase {
    /// Clients come in.
    Opening,
    /// All sockets fell at this moment.
    Fallen(Instant),
    /// Everybody is back, or time is out.
    Over,
}

pub(crate) async fn run(args: &Storm) -> Result<Report> {
    let common = &args.common;
    let mut who = common.clone();
    // Somebody's own list is a topic for nobody else.
    who.persona.truncate(1);
    let site = site(&who, args.verbindingen).await?;
    let mut runs = Vec::new();
    for n in 0..common.herhaal {
        let label = format!("storm {}/{}", n + 1, common.herhaal);
        runs.push(once(args, &site, &label).await?);
    }
    Ok(Report {
        scenario: "storm",
        parameters: json!({ "connections": args.verbindingen, "topics": args.topics, "nodes": common.url.len() }),
        runs,
    })
}

/// What is promised of it.
pub(crate) fn bars(args: &Storm, report: &Report) -> Vec<Bar> {
    let bar = |what: String, unit, kind, value, limit| Bar { what, unit, kind, value, limit };
    let who = format!("{} clients with {} topics", args.verbindingen, args.topics);
    vec![
        bar(format!("storm: {LOST} of {who}"), "clients", BarKind::Countable, report.value(LOST), 0.0),
        bar(format!("storm: {who} are back"), "ms", BarKind::Time, report.value(EVERYBODY), BAR_MS),
    ]
}

async fn once(args: &Storm, site: &Site, label: &str) -> Result<Run> {
    let (phase, watching) = watch::channel(Phase::Opening);
    let shared = Arc::new(Shared {
        site: site.clone(),
        topics: site.topics(args.topics as usize).await?,
        gate: Semaphore::new(OPENING_MAX),
        open: AtomicU64::new(0),
        back: AtomicU64::new(0),
        took: Histogram::new(),
        answers: Default::default(),
        refused: AtomicU64::new(0),
        phase: watching,
    });
    let total = u64::from(args.verbindingen);
    let mut running: JoinSet<Result<()>> = JoinSet::new();
    for client in 0..args.verbindingen as usize {
        let shared = shared.clone();
        running.spawn(async move { live(&shared, client).await });
    }
    let begin = Instant::now();
    until(&mut running, OPENING_LIMIT, || shared.open.load(Relaxed) == total).await?;
    let open = shared.open.load(Relaxed);
    if open < total {
        bail!("{open} of {total} connections stand after {OPENING_LIMIT:?}");
    }
    eprintln!("[{label}] {total} connections stand after {:.1?}", begin.elapsed());
    until(&mut running, seconds(args.common.opwarmen), || false).await?;

    let cpu = || args.common.pid.iter().map(|pid| Process::of(*pid)?.cpu()).sum::<Result<Duration>>();
    let (before, own) = (cpu()?, Process::this().cpu()?);
    phase.send(Phase::Fallen(Instant::now()))?;
    until(&mut running, BACK_LIMIT, || shared.back.load(Relaxed) == total).await?;
    let (spent, own) = (cpu()?.saturating_sub(before), Process::this().cpu()?.saturating_sub(own));
    let back = shared.back.load(Relaxed);
    eprintln!("[{label}] {back} of {total} are back");
    phase.send(Phase::Over)?;
    while let Some(ended) = running.join_next().await {
        ended??;
    }

    let mut run = Run::default();
    run.latency(BACK, shared.took.summary());
    run.sum(LOST, "clients", total - back);
    run.sum("handshakes refused or broken", "", shared.refused.load(Relaxed));
    for (name, count) in ANSWERS.into_iter().zip(&shared.answers) {
        run.sum(name, "topics", count.load(Relaxed));
    }
    if !args.common.pid.is_empty() {
        run.median("server CPU per client that came back", "us", spent.as_secs_f64() * 1e6 / total as f64);
    }
    run.median("generator CPU in the storm", "s", own.as_secs_f64());
    Ok(run)
}

/// Waits for the condition, at most so long; a client that ends before its time is an error.
async fn until(
    running: &mut JoinSet<Result<()>>,
    limit: Duration,
    condition: impl Fn() -> bool,
) -> Result<()> {
    let end = tokio::time::Instant::now() + limit;
    let mut look = tokio::time::interval(LOOK);
    loop {
        tokio::select! {
            ended = running.join_next() => {
                ended.context("no client left")??.and_then(|()| bail!("a client ended before its time"))?;
            }
            _ = look.tick() => if condition() { return Ok(()) },
            () = tokio::time::sleep_until(end) => return Ok(()),
        }
    }
}

/// Comes in, follows, loses its socket and comes back.
async fn live(shared: &Shared, client: usize) -> Result<()> {
    let mut phase = shared.phase.clone();
    let (mut socket, topics) = {
        let _turn = shared.gate.acquire().await?;
        let begun = Instant::now();
        let mut attempt = 0;
        loop {
            match enter(shared, client, client, &[]).await {
                Ok(entered) => break entered,
                // A node lets so many in a second; whoever hears that comes later.
                Err(_) if begun.elapsed() < OPENING_LIMIT => {
                    tokio::time::sleep(wait(client, attempt)).await;
                    attempt += 1;
                }
                Err(fault) => return Err(fault),
            }
        }
    };
    shared.open.fetch_add(1, Relaxed);
    let Phase::Fallen(fell) = stay(&mut socket, &mut phase).await? else { return Ok(()) };
    // As a line that is cut: nobody says goodbye.
    drop(socket);
    let held: Vec<Pos> = topics.into_iter().map(|topic| topic.pos).collect();
    for attempt in 0.. {
        tokio::select! {
            () = tokio::time::sleep(wait(client, attempt)) => {}
            _ = phase.changed() => return Ok(()),
        }
        let entering = tokio::time::timeout(WELCOME_LIMIT, enter(shared, client + 1, client, &held));
        let Ok(Ok((mut socket, topics))) = entering.await else {
            shared.refused.fetch_add(1, Relaxed);
            continue;
        };
        shared.took.record(fell.elapsed().as_micros() as u64);
        for topic in topics {
            let kind = match topic.how {
                How::Current => 0,
                How::Replay => 1,
                How::Snapshot => 2,
            };
            shared.answers[kind].fetch_add(1, Relaxed);
        }
        shared.back.fetch_add(1, Relaxed);
        // Who is back stays until all are.
        stay(&mut socket, &mut phase).await?;
        return Ok(());
    }
    Ok(())
}

/// Answers what must be answered until the run goes on.
async fn stay(socket: &mut Ws, phase: &mut watch::Receiver<Phase>) -> Result<Phase> {
    loop {
        tokio::select! {
            message = socket::next(socket) => rt::answer_ping(socket, &message?).await?,
            changed = phase.changed() => {
                changed?;
                return Ok(*phase.borrow_and_update());
            }
        }
    }
}

/// Opens a socket and follows everything.
async fn enter(shared: &Shared, node: usize, client: usize, held: &[Pos]) -> Result<(Ws, Vec<Following>)> {
    let site = &shared.site;
    let mut socket = socket::open_at(site.node(node), site, client, "/rt", Buffers::Small).await?;
    rt::hallo(&mut socket, client).await?;
    let topics = rt::follow(&mut socket, &shared.topics, held).await?;
    Ok((socket, topics))
}

/// A place in the window of this attempt, spread evenly over the clients and the same in each run.
fn wait(client: usize, attempt: u32) -> Duration {
    const GOLDEN: f64 = 0.618_033_988_749_895;
    let window = WINDOW_FIRST.saturating_mul(1 << attempt.min(16)).min(WINDOW_MAX);
    window.mul_f64(((client as f64 + 1.0) * GOLDEN + f64::from(attempt) * 0.37).fract())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_doubles_up_to_its_bound_and_everybody_has_a_place_in_it() {
        for (attempt, window) in [(0, 500), (1, 1_000), (3, 4_000), (6, 4_000), (40, 4_000)] {
            let waits: Vec<u128> = (0..1_000).map(|client| wait(client, attempt).as_millis()).collect();
            assert!(waits.iter().all(|wait| *wait < window), "{attempt}");
            let late = waits.iter().filter(|wait| **wait >= window / 2).count();
            assert!((450..=550).contains(&late), "{attempt}: {late} of 1000 in the second half");
        }
    }
}
