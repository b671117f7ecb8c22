//! Black-box load generator: what Keukentafel promises about speed, measured from outside over real sockets.
//!
//! It knows the wire and nothing of the server's inside, and it talks to this machine only. `docs/performance.md` says how its
//! figures come about.

mod args;
mod channel;
mod cpu;
mod hocuspocus;
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
use report::{Bar, BarKind, Judged, Report, bar_line};
use scenario::{co_edit, cold_open, dashboard, fan_out, idle, oordeel, saldo, storm, toets};

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
    for url in common.url.iter().chain(&common.tegen_url) {
        target::Target::parse(url)?;
    }
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
    let Scenario::Oordeel(all) = scenario else { return one(scenario).await };
    let mut judged = Vec::new();
    for part in oordeel::parts(all) {
        judged.append(&mut one(&part).await?);
    }
    Ok(judged)
}

async fn one(scenario: &Scenario) -> Result<Vec<Judged>> {
    match scenario {
        Scenario::CoEdit(args) => in_turns(args, |args| &mut args.common, co_edit::run, co_edit::bars).await,
        Scenario::FanOut(args) => in_turns(args, |args| &mut args.common, fan_out::run, fan_out::bars).await,
        Scenario::Idle(args) => in_turns(args, |args| &mut args.common, idle::run, idle::bars).await,
        Scenario::Storm(args) => in_turns(args, |args| &mut args.common, storm::run, storm::bars).await,
        Scenario::ColdOpen(args) => {
            in_turns(args, |args| &mut args.common, cold_open::run, cold_open::bars).await
        }
        Scenario::Toets(args) => in_turns(args, |args| &mut args.common, toets::run, toets::bars).await,
        Scenario::Saldo(args) => in_turns(args, |args| &mut args.common, saldo::run, saldo::bars).await,
        Scenario::Dashboard(args) => {
            in_turns(args, |args| &mut args.common, dashboard::run, dashboard::bars).await
        }
        Scenario::Oordeel(_) => anyhow::bail!("a verdict within a verdict"),
    }
}

/// Runs the scenario as often as asked; where there is a peer, turn by turn, so that both meet the same machine.
async fn in_turns<A: Clone>(
    args: &A,
    common: impl Fn(&mut A) -> &mut Common,
    run: impl AsyncFn(&A) -> Result<Report>,
    bars: impl Fn(&A, &Report) -> Vec<Bar>,
) -> Result<Vec<Judged>> {
    let mut own = args.clone();
    let Some(url) = common(&mut own).tegen_url.clone() else {
        let report = run(args).await?;
        let bars = bars(args, &report);
        return Ok(vec![Judged { report, bars, peer: None }]);
    };
    let turns = std::mem::replace(&mut common(&mut own).herhaal, 1);
    let mut peer = own.clone();
    let theirs = common(&mut peer);
    (theirs.url, theirs.pid) = (vec![url], theirs.tegen_pid.into_iter().collect());
    (theirs.vreemd, theirs.rt) = (true, false);
    theirs.soort = theirs.tegen_soort;
    let (mut report, mut other) = (run(&own).await?, run(&peer).await?);
    for turn in 1..turns {
        eprintln!("[loadtest] turn {}/{turns}", turn + 1);
        report.runs.append(&mut run(&own).await?.runs);
        other.runs.append(&mut run(&peer).await?.runs);
    }
    let bars = bars(args, &report);
    Ok(vec![Judged { report, bars, peer: Some(other) }])
}

fn common(scenario: &Scenario) -> &Common {
    match scenario {
        Scenario::CoEdit(args) => &args.common,
        Scenario::FanOut(args) => &args.common,
        Scenario::Idle(args) => &args.common,
        Scenario::Storm(args) => &args.common,
        Scenario::ColdOpen(args) => &args.common,
        Scenario::Toets(args) => &args.common,
        Scenario::Saldo(args) => &args.common,
        Scenario::Dashboard(args) => &args.common,
        Scenario::Oordeel(args) => &args.common,
    }
}

/// Prints the tables, then the bars as the last lines; short of one is a failure when `--balken` asks.
fn finish(common: &Common, judged: &[Judged], machine: &serde_json::Value) -> Result<ExitCode> {
    for part in judged {
        println!("{}", part.report.table());
        if let Some(peer) = &part.peer {
            println!("peer: {}", peer.table());
            println!("{}", part.report.ratios(peer));
        }
    }
    if let Some(path) = &common.json {
        let reports: Vec<_> = judged.iter().map(Judged::json).collect();
        let server = json!({ "url": common.url, "vreemd": common.vreemd });
        let whole = json!({ "machine": machine, "server": server, "reports": reports });
        std::fs::write(path, serde_json::to_vec_pretty(&whole)?)
            .with_context(|| format!("writing {}", path.display()))?;
    }
    let mut short = 0;
    for bar in judged.iter().flat_map(|part| &part.bars) {
        let counts = !(common.telbaar && bar.kind == BarKind::Time);
        let suffix = if counts { "" } else { " (printed, not judged)" };
        println!("{}{suffix}", bar_line(bar));
        short += u32::from(counts && !bar.met());
    }
    Ok(if common.balken && short > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
