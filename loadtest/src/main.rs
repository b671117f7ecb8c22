//! Black-box load generator: what Keukentafel promises about speed, measured from outside over real sockets.
//!
//! It knows the wire and nothing of the server's inside, and it talks to this machine only. `docs/performance.md` says how its
//! figures come about.

mod args;
mod channel;
mod cpu;
mod http;
mod metrics;
mod percentile;
mod report;
mod rt;
mod scenario;
mod site;
mod socket;
mod target;
mod token;
mod trace;
mod yclient;

use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::Parser;
use serde_json::json;

use args::{Cli, Common, Scenario};
use report::{BarKind, bar_line};
use scenario::Judged;

/// Files and sockets that the largest scenario needs, with some to spare.
const NOFILE: u64 = 20_000;

/// 0: measured, and no bar that counts is missed. 1: a bar is missed. 2: it could not be measured.
fn main() -> ExitCode {
    match measure() {
        Ok(code) => code,
        Err(fault) => {
            eprintln!("[loadtest] {fault:#}");
            ExitCode::from(2)
        }
    }
}

fn measure() -> Result<ExitCode> {
    let cli = Cli::parse();
    let common = common(&cli.scenario).clone();
    // Refused before anything is opened.
    target::Target::parse(&common.url)?;
    let nofile = rlimit::increase_nofile_limit(NOFILE).context("raising the limit of open files")?;
    if nofile < NOFILE {
        eprintln!("[loadtest] only {nofile} open files allowed; large scenarios will not fit");
    }
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(usize::from(common.draden))
        .enable_all()
        .build()?;
    let before = cpu::machine();
    let judged = runtime.block_on(run(&cli.scenario))?;
    let after = cpu::machine();
    finish(&common, &judged, &json!({ "before": before, "after": after }))
}

async fn run(scenario: &Scenario) -> Result<Vec<Judged>> {
    Ok(match scenario {
        Scenario::CoEdit(args) => vec![scenario::co_edit::run(args).await?],
        Scenario::FanOut(args) => vec![scenario::fan_out::run(args).await?],
        Scenario::Idle(args) => vec![scenario::idle::run(args).await?],
        Scenario::ColdOpen(args) => vec![scenario::cold_open::run(args).await?],
        Scenario::Toets(args) => vec![scenario::toets::run(args).await?],
        Scenario::Oordeel(args) => scenario::oordeel::run(args).await?,
    })
}

fn common(scenario: &Scenario) -> &Common {
    match scenario {
        Scenario::CoEdit(args) => &args.common,
        Scenario::FanOut(args) => &args.common,
        Scenario::Idle(args) => &args.common,
        Scenario::ColdOpen(args) => &args.common,
        Scenario::Toets(args) => &args.common,
        Scenario::Oordeel(args) => &args.common,
    }
}

/// Prints the tables, then the bars as the last lines; short of one is a failure when `--balken` asks.
fn finish(common: &Common, judged: &[Judged], machine: &serde_json::Value) -> Result<ExitCode> {
    for (report, _) in judged {
        println!("{}", report.table());
    }
    if let Some(path) = &common.json {
        let reports: Vec<_> = judged.iter().map(|(report, bars)| report.json(bars)).collect();
        let server = json!({ "url": common.url, "vreemd": common.vreemd });
        let whole = json!({ "machine": machine, "server": server, "reports": reports });
        std::fs::write(path, serde_json::to_vec_pretty(&whole)?)
            .with_context(|| format!("writing {}", path.display()))?;
    }
    let mut short = 0;
    for bar in judged.iter().flat_map(|(_, bars)| bars) {
        let counts = !(common.telbaar && bar.kind == BarKind::Time);
        let suffix = if counts { "" } else { " (printed, not judged)" };
        println!("{}{suffix}", bar_line(bar));
        short += u32::from(counts && !bar.met());
    }
    Ok(if common.balken && short > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
