//! Connections on which nothing happens.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::json;
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinSet;

use super::{one, seconds, site, transport};
use crate::args::Idle;
use crate::channel::{Channel, Transport};
use crate::cpu::Process;
use crate::report::{Bar, BarKind, Report, Run};
use crate::rt;
use crate::site::Site;
use crate::socket::{self, Buffers};

/// Handshakes under way at a time.
const OPENING_MAX: usize = 64;
/// All connections stand within this or the run fails.
const OPENING_LIMIT: Duration = Duration::from_secs(180);
/// Connections that come in before the first reading.
const WARM: u32 = 100;
/// What a connection may keep resident (`docs/performance.md`).
const BAR_KIB: f64 = 16.0;
/// The lowest memory at which each process was read before connections came in.
///
/// What a server frees it seldom gives back, so a second run would find room that the first one made and report less than nothing
/// per connection. Against the lowest reading every later run errs upwards.
static LOWEST: Mutex<BTreeMap<u32, u64>> = Mutex::new(BTreeMap::new());
const MEMORY: &str = "resident memory per connection";

/// Who connects, and to what.
#[derive(Clone)]
enum Room {
    Yjs { documents: Arc<Vec<String>> },
    Rt { topics: Arc<Vec<String>> },
}

pub(crate) async fn run(args: &Idle) -> Result<Report> {
    let common = &args.common;
    let process = Process::of(one(&common.pid)?.context("idle measures a process: --pid is needed")?)?;
    let mut who = common.clone();
    if common.rt {
        // Somebody's own list is a topic for nobody else.
        who.persona.truncate(1);
    }
    let warm = args.documenten.max(WARM);
    let site = site(&who, args.verbindingen + warm).await?;
    let mut runs = Vec::new();
    for n in 0..common.herhaal {
        let label = format!("idle {}/{}", n + 1, common.herhaal);
        let room = match transport(common) {
            Transport::Rt => Room::Rt { topics: Arc::new(site.topics(args.topics as usize).await?) },
            Transport::Yjs => {
                let documents = site.documents(args.documenten as usize, &format!("idle-{n}")).await?;
                Room::Yjs { documents: Arc::new(documents) }
            }
        };
        runs.push(once(args, &site, &room, process, &label).await?);
    }
    Ok(Report {
        scenario: "idle",
        parameters: json!({
            "connections": args.verbindingen, "topics": args.topics, "documents": args.documenten,
            "transport": format!("{:?}", transport(common)), "measure_s": common.duur,
        }),
        runs,
    })
}

/// What is promised of it.
pub(crate) fn bars(args: &Idle, report: &Report) -> Vec<Bar> {
    let bar = Bar {
        what: format!("idle: {MEMORY} at {}", args.verbindingen),
        unit: "KiB",
        kind: BarKind::Countable,
        value: report.value(MEMORY),
        limit: BAR_KIB,
    };
    vec![bar]
}

async fn once(args: &Idle, site: &Site, room: &Room, process: Process, label: &str) -> Result<Run> {
    let open = Arc::new(AtomicU64::new(0));
    let (over, watching) = watch::channel(false);
    let gate = Arc::new(Semaphore::new(OPENING_MAX));
    let mut running: JoinSet<Result<()>> = JoinSet::new();
    // Documents awake and the allocator warm before the first reading.
    let warm = match room {
        Room::Yjs { documents } => documents.len().max(WARM as usize),
        Room::Rt { .. } => WARM as usize,
    };
    let spawn = |running: &mut JoinSet<Result<()>>, range: std::ops::Range<usize>| {
        for client in range {
            let (site, room, gate) = (site.clone(), room.clone(), gate.clone());
            let (open, over) = (open.clone(), watching.clone());
            running.spawn(async move { rest(&site, &room, client, &gate, &open, over).await });
        }
    };
    spawn(&mut running, 0..warm);
    opened(&mut running, &open, warm, label).await?;
    tokio::time::sleep(seconds(args.common.opwarmen)).await;
    let before = process.settled().await?;
    let lowest = lowest(process.pid(), before.bytes);

    let connections = args.verbindingen as usize;
    let begin = Instant::now();
    spawn(&mut running, warm..warm + connections);
    opened(&mut running, &open, warm + connections, label).await?;
    let opening = begin.elapsed();
    let after = process.settled().await?;
    eprintln!("[{label}] {connections} connections stand after {opening:.1?}; now idle");

    let (from, cpu) = (Instant::now(), process.cpu()?);
    let quiet = tokio::time::sleep(seconds(args.common.duur));
    tokio::select! {
        () = quiet => {}
        ended = running.join_next() => ended.context("no connection left")??.and_then(|()| bail!("a connection ended"))?,
    }
    let spent = process.cpu()?.saturating_sub(cpu).as_secs_f64();
    let elapsed = from.elapsed().as_secs_f64();
    over.send(true)?;
    while let Some(ended) = running.join_next().await {
        ended??;
    }

    let mut run = Run::default();
    let kib = |bytes: u64| bytes as f64 / 1024.0;
    run.median(MEMORY, "KiB", (kib(after.bytes) - kib(lowest)) / connections as f64);
    run.median("resident memory before the first run", "MiB", kib(lowest) / 1024.0);
    run.median("resident memory with all", "MiB", kib(after.bytes) / 1024.0);
    run.median("CPU per idle connection", "us/s", spent * 1e6 / elapsed / (warm + connections) as f64);
    run.median("connections opened per second", "1/s", connections as f64 / opening.as_secs_f64());
    if !before.settled || !after.settled {
        run.notes.push("memory had not come to rest when it was read".to_owned());
    }
    Ok(run)
}

fn lowest(pid: u32, bytes: u64) -> u64 {
    let mut known = LOWEST.lock().unwrap_or_else(PoisonError::into_inner);
    let lowest = known.entry(pid).or_insert(bytes);
    *lowest = bytes.min(*lowest);
    *lowest
}

async fn opened(
    running: &mut JoinSet<Result<()>>,
    open: &AtomicU64,
    wanted: usize,
    label: &str,
) -> Result<()> {
    let begin = Instant::now();
    let mut look = tokio::time::interval(Duration::from_millis(20));
    let mut told = 0;
    loop {
        tokio::select! {
            ended = running.join_next() => ended.context("no connection left")??.and_then(|()| bail!("a connection ended"))?,
            _ = look.tick() => {}
        }
        let count = open.load(Relaxed);
        if count >= wanted as u64 {
            return Ok(());
        }
        if begin.elapsed() > OPENING_LIMIT {
            bail!("{count} of {wanted} connections stand after {OPENING_LIMIT:?}");
        }
        if begin.elapsed().as_secs() / 2 > told {
            told = begin.elapsed().as_secs() / 2;
            eprintln!("[{label}] {count}/{wanted} connections");
        }
    }
}

/// Comes in, answers what must be answered, and is quiet.
async fn rest(
    site: &Site,
    room: &Room,
    client: usize,
    gate: &Semaphore,
    open: &AtomicU64,
    mut over: watch::Receiver<bool>,
) -> Result<()> {
    match room {
        Room::Yjs { documents } => {
            let mut channel = {
                let _turn = gate.acquire().await?;
                let document = &documents[client % documents.len()];
                let mut channel =
                    Channel::open(site, client, document, Transport::Yjs, Buffers::Small).await?;
                channel.ready().await?;
                channel
            };
            open.fetch_add(1, Relaxed);
            loop {
                tokio::select! {
                    message = channel.next() => drop(message?),
                    _ = over.changed() => break,
                }
            }
            channel.close().await;
        }
        Room::Rt { topics } => {
            let mut socket = {
                let _turn = gate.acquire().await?;
                let mut socket = socket::open(site, client, "/rt", Buffers::Small).await?;
                rt::hallo(&mut socket, client).await?;
                for (r, topic) in topics.iter().enumerate() {
                    rt::subscribe(&mut socket, r as u64 + 1, topic).await?;
                }
                socket
            };
            open.fetch_add(1, Relaxed);
            loop {
                tokio::select! {
                    message = socket::next(&mut socket) => rt::answer_ping(&mut socket, &message?).await?,
                    _ = over.changed() => break,
                }
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_run_is_measured_against_the_lowest_reading_of_its_process() {
        assert_eq!(lowest(1, 100), 100);
        assert_eq!(lowest(1, 180), 100);
        assert_eq!(lowest(2, 150), 150);
        assert_eq!(lowest(1, 90), 90);
    }
}
