//! What a keystroke costs the server, in a short document and in a long one.

use std::sync::Arc;

use anyhow::{Context, Result, bail};
use serde_json::json;

use super::drive::{Plan, drive};
use super::{DIVERGED, DUPLICATES, LOST, UNACKED, seconds, seed, site, transport, whole};
use crate::args::Toets;
use crate::report::{Bar, BarKind, Report, Run};

const RATIO: &str = "cost in the longest / in the shortest";
/// Flat, within what a shared machine can tell apart.
const BAR_RATIO: f64 = 1.5;
/// Names of the figures; more lengths than these are not asked.
const COSTS: [&str; 4] = [
    "server CPU per edit, length 1",
    "server CPU per edit, length 2",
    "server CPU per edit, length 3",
    "server CPU per edit, length 4",
];
const BYTES: [&str; 4] = [
    "bytes per delivery, length 1",
    "bytes per delivery, length 2",
    "bytes per delivery, length 3",
    "bytes per delivery, length 4",
];

pub(crate) async fn run(args: &Toets) -> Result<Report> {
    let common = &args.common;
    common.pid.context("toets measures a process: --pid is needed")?;
    if args.lengtes.len() < 2
        || args.lengtes.len() > COSTS.len()
        || args.lengtes.iter().any(|l| *l > 1_000_000)
    {
        bail!("--lengtes: two to four lengths of at most a million characters");
    }
    let site = site(common, 2 * args.documenten).await?;
    let seeds: Vec<_> =
        args.lengtes.iter().map(|chars| Arc::new(seed::make(args.zaad, u64::MAX, *chars, 500))).collect();
    let mut runs = Vec::new();
    for n in 0..common.herhaal {
        let mut run = Run::default();
        let (mut costs, mut lost, mut unacked, mut duplicates, mut diverged) = (Vec::new(), 0, 0, 0, 0);
        for (at, (chars, seed)) in args.lengtes.iter().zip(&seeds).enumerate() {
            let label = format!("toets {}/{}, {chars} chars", n + 1, common.herhaal);
            let documents = site.documents(args.documenten as usize, &format!("toets-{n}-{chars}")).await?;
            seed::plant(&site, &documents, seed, transport(common), &label).await?;
            let plan = Plan {
                documents,
                writers: 1,
                readers: 1,
                rate: args.tempo,
                per_wake: 1,
                warm: seconds(common.opwarmen),
                measure: seconds(common.duur),
                tail: seconds(common.naloop),
                transport: transport(common),
                pid: common.pid,
                run: n,
            };
            let outcome = drive(&site, &plan, &label).await?;
            let counts = outcome.window.counts;
            let cpu = outcome.window.server_cpu.context("no CPU reading")?.as_secs_f64();
            let cost = cpu * 1e6 / counts.written as f64;
            run.median(COSTS[at], "us", cost);
            run.median(BYTES[at], "B", counts.bytes as f64 / counts.deliveries as f64);
            run.notes.push(format!(
                "length {}: {chars} characters, {} edits, {cpu:.2} s CPU",
                at + 1,
                counts.written
            ));
            run.notes.extend(outcome.notes.iter().cloned());
            costs.push(cost);
            lost += outcome.lost;
            unacked += outcome.unacked;
            duplicates += outcome.duplicates;
            diverged += outcome.diverged;
        }
        if let (Some(first), Some(last)) = (costs.first(), costs.last()) {
            run.median(RATIO, "", last / first);
        }
        run.sum(LOST, "edits", lost);
        run.sum(UNACKED, "frames", unacked);
        run.sum(DUPLICATES, "edits", duplicates);
        run.sum(DIVERGED, "documents", diverged);
        runs.push(run);
    }
    Ok(Report {
        scenario: "toets",
        parameters: json!({
            "lengths": args.lengtes, "documents": args.documenten, "rate": args.tempo, "seed": args.zaad,
            "transport": format!("{:?}", transport(common)), "warm_s": common.opwarmen, "measure_s": common.duur,
        }),
        runs,
    })
}

/// What is promised of it.
pub(crate) fn bars(_: &Toets, report: &Report) -> Vec<Bar> {
    let mut bars = whole(report);
    bars.push(Bar {
        what: format!("toets: {RATIO}"),
        unit: "",
        kind: BarKind::Time,
        value: report.value(RATIO),
        limit: BAR_RATIO,
    });
    bars
}
