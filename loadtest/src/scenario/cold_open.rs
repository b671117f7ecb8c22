//! A document that took long to write: how soon it is open when the server does not have it in memory.

use std::sync::Arc;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use serde_json::json;

use super::{seconds, seed, site, transport};
use crate::args::ColdOpen;
use crate::channel::Transport;
use crate::percentile::Histogram;
use crate::report::{Bar, BarKind, Report, Run};
use crate::site::Site;
use crate::yclient::YDoc;

const COLD_P95: &str = "cold: connect to text on screen, p95";
/// What people do not notice.
const BAR_MS: f64 = 60.0;

struct Opening {
    /// Connect → the last byte of the state is here.
    arrived: Histogram,
    /// … and the client's own document holds it.
    applied: Histogram,
}

pub(crate) async fn run(args: &ColdOpen) -> Result<Report> {
    let common = &args.common;
    let mut site = site(common, 1).await?;
    let began = Instant::now();
    let seed = Arc::new(seed::make(args.zaad, u64::from(args.toetsen), u64::MAX, args.per_update as usize));
    eprintln!(
        "[cold-open] trace of {} keystrokes, {} characters stand, {:.1?}",
        seed.keystrokes,
        seed.chars,
        began.elapsed()
    );
    let mut runs = Vec::new();
    for n in 0..common.herhaal {
        let label = format!("cold-open {}/{}", n + 1, common.herhaal);
        let documents = site.documents(args.documenten as usize, &format!("cold-{n}")).await?;
        seed::plant(&site, &documents, &seed, transport(common), &label).await?;
        let mut run = Run::default();
        if let Some(command) = &args.herstart {
            restart(command).await?;
            site = super::site(common, 1).await.context("after --herstart")?.named_like(site);
        } else if common.vreemd {
            run.notes.push(
                "this server is not asked to sleep: without --herstart these openings are warm".to_owned(),
            );
        } else {
            eprintln!("[{label}] waiting {} s for the documents to go to sleep", args.slaap);
            tokio::time::sleep(seconds(args.slaap)).await;
        }
        let (cold, warm) = (Opening::new(), Opening::new());
        let mut bytes = 0;
        for document in &documents {
            bytes = open_once(&site, document, &seed, transport(common), &cold).await?;
            open_once(&site, document, &seed, transport(common), &warm).await?;
        }
        run.latency(
            [
                "cold: connect to last byte, p50",
                "cold: connect to last byte, p95",
                "cold: connect to last byte, p99",
                "cold: connect to last byte, max",
            ],
            cold.arrived.summary(),
        );
        run.latency(
            [
                "cold: connect to text on screen, p50",
                COLD_P95,
                "cold: connect to text on screen, p99",
                "cold: connect to text on screen, max",
            ],
            cold.applied.summary(),
        );
        run.latency(
            [
                "again at once: connect to last byte, p50",
                "again at once: connect to last byte, p95",
                "again at once: connect to last byte, p99",
                "again at once: connect to last byte, max",
            ],
            warm.arrived.summary(),
        );
        run.median("state on the wire", "KiB", bytes as f64 / 1024.0);
        run.median("characters that stand", "", seed.chars as f64);
        runs.push(run);
    }
    Ok(Report {
        scenario: "cold-open",
        parameters: json!({
            "keystrokes": args.toetsen, "per_update": args.per_update, "openings": args.documenten, "seed": args.zaad,
            "sleep_s": args.slaap, "restart": args.herstart.is_some(), "transport": format!("{:?}", transport(common)),
        }),
        runs,
    })
}

/// What is promised of it.
pub(crate) fn bars(args: &ColdOpen, report: &Report) -> Vec<Bar> {
    let bar = Bar {
        what: format!("cold-open: {COLD_P95}, {} keystrokes", args.toetsen),
        unit: "ms",
        kind: BarKind::Time,
        value: report.value(COLD_P95),
        limit: BAR_MS,
    };
    vec![bar]
}

impl Opening {
    fn new() -> Self {
        Self { arrived: Histogram::new(), applied: Histogram::new() }
    }
}

/// Opens, takes everything in, looks whether it is all; gives its bytes.
async fn open_once(
    site: &Site,
    document: &str,
    seed: &seed::Seed,
    transport: Transport,
    into: &Opening,
) -> Result<usize> {
    let reader = YDoc::new(1 << 33);
    let begin = Instant::now();
    let mut channel = seed::open_reader(site, 0, document, transport).await?;
    let state = channel.ready().await?;
    into.arrived.record(begin.elapsed().as_micros() as u64);
    for update in &state {
        reader.apply(update)?;
    }
    into.applied.record(begin.elapsed().as_micros() as u64);
    if !seed.is_whole_in(&reader) {
        bail!("document {document} came back different from what was written");
    }
    channel.close().await;
    Ok(state.iter().map(Vec::len).sum())
}

async fn restart(command: &str) -> Result<()> {
    eprintln!("[cold-open] {command}");
    let status = tokio::process::Command::new("sh").arg("-c").arg(command).status().await?;
    if !status.success() {
        bail!("--herstart: {status}");
    }
    Ok(())
}
