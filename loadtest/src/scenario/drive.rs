//! The engine of all scenarios with edits: writers on a schedule, subscribers that account for every edit.

use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinSet;

use super::client::{Client, Ended};
use super::meters::{Book, Counts, Meters};
use super::{seconds, transport};
use crate::args::Common;
use crate::channel::Transport;
use crate::cpu::Process;
use crate::percentile::Summary;
use crate::site::Site;
use crate::token::marks;
use crate::yclient::YDoc;

/// Handshakes under way at a time.
const OPENING_MAX: usize = 64;
/// Between "everybody has everything" and the end, so that a late double is still seen.
const AFTERTHOUGHT: Duration = Duration::from_millis(300);

/// What is asked of a server.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    pub(crate) documents: Vec<String>,
    /// Writers of each document.
    pub(crate) writers: u32,
    /// Subscribers beside them. The first holds the document as a client does, the others only account for what comes in.
    pub(crate) readers: u32,
    /// Edits per second of each writer.
    pub(crate) rate: f64,
    /// Edits that leave together.
    pub(crate) per_wake: u32,
    pub(crate) warm: Duration,
    pub(crate) measure: Duration,
    /// What the last edits may take.
    pub(crate) tail: Duration,
    pub(crate) transport: Transport,
    /// The processes of the server.
    pub(crate) pid: Vec<u32>,
    /// Before Yjs client ids: runs on the same documents must not share them.
    pub(crate) run: u32,
}

impl Plan {
    /// What the command line says of every run with edits: a writer and nobody else, one edit a turn.
    pub(crate) fn of(common: &Common, run: u32, rate: f64, documents: Vec<String>) -> Self {
        Self {
            documents,
            writers: 1,
            readers: 0,
            rate,
            per_wake: 1,
            warm: seconds(common.opwarmen),
            measure: seconds(common.duur),
            tail: seconds(common.naloop),
            transport: transport(common),
            pid: common.pid.clone(),
            run,
        }
    }

    /// Edits of each writer, in whole portions.
    pub(crate) fn edits(&self) -> u32 {
        let wanted = (self.rate * (self.warm + self.measure).as_secs_f64()).round() as u32;
        wanted.max(1).div_ceil(self.per_wake) * self.per_wake
    }

    pub(crate) fn clients_per_document(&self) -> u32 {
        self.writers + self.readers
    }
}

/// Where a run is.
#[derive(Copy, Clone, Debug)]
pub(crate) enum Phase {
    /// Clients come in.
    Opening,
    /// Writers began here.
    Running { start: Instant },
    /// Everybody goes.
    Over,
}

/// What a run found.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) delivery: Option<Summary>,
    pub(crate) ack: Option<Summary>,
    pub(crate) late: Option<Summary>,
    pub(crate) written: u64,
    /// Edits that a subscriber other than the writer never saw.
    pub(crate) lost: u64,
    /// Frames that were never acked (`/rt`).
    pub(crate) unacked: u64,
    /// Edits that came again as something new.
    pub(crate) duplicates: u64,
    /// Edits that came again inside a state that the client had not asked for.
    pub(crate) resent: u64,
    /// Documents of which not all clients, a newcomer and the server's text are the same.
    pub(crate) diverged: u64,
    /// The measured part: from the end of the warm-up until everybody had everything.
    pub(crate) window: Window,
    pub(crate) notes: Vec<String>,
}

/// Between two moments.
#[derive(Clone, Debug)]
pub(crate) struct Window {
    pub(crate) seconds: f64,
    pub(crate) counts: Counts,
    /// The server's processor time, of each node; nothing when its processes are not known.
    pub(crate) server_cpu: Option<Vec<Duration>>,
    /// The generator's.
    pub(crate) own_cpu: Duration,
}

struct Reading {
    at: Instant,
    counts: Counts,
    server: Option<Vec<Duration>>,
    own: Duration,
}

fn reading(meters: &Meters, pids: &[u32]) -> Result<Reading> {
    let server = pids.iter().map(|pid| Process::of(*pid)?.cpu()).collect::<Result<Vec<_>>>()?;
    let server = (!server.is_empty()).then_some(server);
    Ok(Reading { at: Instant::now(), counts: meters.counts(), server, own: Process::this().cpu()? })
}

/// Runs a plan.
///
/// # Errors
/// When a client cannot come in or is thrown out; lost, doubled and diverged edits are figures, not errors.
pub(crate) async fn drive(site: &Site, plan: &Plan, label: &str) -> Result<Outcome> {
    let meters = Arc::new(Meters::new());
    let (phase, watching) = watch::channel(Phase::Opening);
    let mut running: JoinSet<Result<Ended>> = JoinSet::new();
    let gate = Arc::new(Semaphore::new(OPENING_MAX));
    for (at, document) in plan.documents.iter().enumerate() {
        let book = Arc::new(Book::new(plan.writers as usize, plan.edits() as usize));
        for number in 0..plan.clients_per_document() {
            let client =
                Client::new(at, document.clone(), number, plan.clone(), book.clone(), meters.clone());
            let (site, gate, phase) = (site.clone(), gate.clone(), watching.clone());
            running.spawn(async move { client.run(&site, &gate, phase).await });
        }
    }
    let total = u64::from(plan.clients_per_document()) * plan.documents.len() as u64;
    until(&mut running, Duration::from_secs(120), || meters.open.load(Relaxed) == total)
        .await?
        .then_some(())
        .context("not all clients came in within two minutes")?;

    let start = Instant::now();
    meters.begin(start, plan.warm);
    phase.send(Phase::Running { start })?;
    until(&mut running, plan.warm, || false).await?;
    let before = reading(&meters, &plan.pid)?;
    let mut complete = false;
    let end = start + plan.warm + plan.measure + plan.tail;
    while !complete && Instant::now() < end {
        let step = Duration::from_secs(2).min(end.saturating_duration_since(Instant::now()));
        complete = until(&mut running, step, || meters.complete.load(Relaxed) == total).await?;
        let counts = meters.counts();
        eprintln!(
            "[{label}] {:.0} s: {} written, {} delivered, {}/{total} clients complete",
            start.elapsed().as_secs_f64(),
            meters.written.load(Relaxed),
            counts.deliveries,
            meters.complete.load(Relaxed),
        );
    }
    let after = reading(&meters, &plan.pid)?;
    until(&mut running, AFTERTHOUGHT, || false).await?;
    phase.send(Phase::Over)?;

    let mut ended = Vec::with_capacity(total as usize);
    while let Some(client) = running.join_next().await {
        ended.push(client??);
    }
    let lost = ended.iter().map(|client| client.lost).sum();
    let unacked = ended.iter().map(|client| client.unacked).sum();
    let mut notes = Vec::new();
    let diverged = diverged(site, plan, &ended, &mut notes).await?;
    let window = Window {
        seconds: (after.at - before.at).as_secs_f64(),
        counts: after.counts - before.counts,
        server_cpu: after.server.zip(before.server).map(|(after, before)| {
            after.into_iter().zip(before).map(|(after, before)| after.saturating_sub(before)).collect()
        }),
        own_cpu: after.own.saturating_sub(before.own),
    };
    if window.own_cpu.as_secs_f64() > 0.85 * window.seconds {
        notes.push("the generator used a whole core: latencies hold its own waiting too".to_owned());
    }
    Ok(Outcome {
        delivery: meters.delivery.summary(),
        ack: meters.ack.summary(),
        late: meters.late.summary(),
        written: meters.written.load(Relaxed),
        lost,
        unacked,
        duplicates: meters.duplicates.load(Relaxed),
        resent: meters.resent.load(Relaxed),
        diverged,
        window,
        notes,
    })
}

/// Waits for the condition, at most so long; a client that ends before its time is an error.
async fn until(
    running: &mut JoinSet<Result<Ended>>,
    limit: Duration,
    condition: impl Fn() -> bool,
) -> Result<bool> {
    let end = tokio::time::Instant::now() + limit;
    let mut look = tokio::time::interval(Duration::from_millis(5));
    loop {
        tokio::select! {
            ended = running.join_next() => match ended {
                Some(client) => {
                    client??;
                    bail!("a client ended before its time");
                }
                None => bail!("no client left"),
            },
            _ = look.tick() => if condition() { return Ok(true) },
            () = tokio::time::sleep_until(end) => return Ok(condition()),
        }
    }
}

/// Counts the documents on which somebody has something else: a client, one who comes now, or the server's own text.
async fn diverged(site: &Site, plan: &Plan, ended: &[Ended], notes: &mut Vec<String>) -> Result<u64> {
    let mut count = 0;
    for (at, document) in plan.documents.iter().enumerate() {
        let mut holders = ended.iter().filter(|client| client.document == at).filter_map(|c| c.held.as_ref());
        let Some(first) = holders.next() else { bail!("nobody holds document {at}") };
        let mut fault = holders.find_map(|other| {
            (other.state_vector() != first.state_vector())
                .then_some("two clients differ in what they hold")
                .or_else(|| (other.text() != first.text()).then_some("two clients read different text"))
                .or_else(|| other.has_gap().then_some("a client waits for a missing update"))
        });
        if fault.is_none() {
            let newcomer = YDoc::new(1 << 40 | at as u64);
            let mut channel = super::seed::open_reader(site, at, document, plan.transport).await?;
            for update in channel.ready().await? {
                newcomer.apply(&update)?;
            }
            channel.close().await;
            if newcomer.text() != first.text() {
                fault = Some("a newcomer reads different text");
            }
        }
        if fault.is_none()
            && let Some(text) = site.text(document).await?
            && written(&text) != written(&first.text())
        {
            fault = Some("the server's text is another");
        }
        if let Some(fault) = fault {
            count += 1;
            notes.push(format!("document {at}: {fault}"));
        }
    }
    notes.truncate(10);
    Ok(count)
}

/// The lines that this run wrote. What a template put around them is read aloud by rules of the server's own.
fn written(text: &str) -> Vec<&str> {
    text.lines().filter(|line| marks(line.as_bytes()).next().is_some()).collect()
}
