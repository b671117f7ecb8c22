//! What a keystroke costs the server, in a short document and in a long one.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde_json::json;

use super::drive::{Plan, drive};
use super::{Tally, parameters, seed, site, transport, whole};
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
    common.pid.first().context("toets measures a process: --pid is needed")?;
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
        let (mut costs, mut tally) = (Vec::new(), Tally::default());
        for (at, (chars, seed)) in args.lengtes.iter().zip(&seeds).enumerate() {
            let label = format!("toets {}/{}, {chars} chars", n + 1, common.herhaal);
            let documents = site.documents(args.documenten as usize, &format!("toets-{n}-{chars}")).await?;
            seed::plant(&site, &documents, seed, transport(common), &label).await?;
            let plan = Plan { readers: 1, ..Plan::of(common, n, args.tempo, documents) };
            let outcome = drive(&site, &plan, &label).await?;
            let counts = outcome.window.counts;
            let cpu = outcome
                .window
                .server_cpu
                .as_ref()
                .context("no CPU reading")?
                .iter()
                .sum::<Duration>()
                .as_secs_f64();
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
            tally.add(&outcome);
        }
        if let (Some(first), Some(last)) = (costs.first(), costs.last()) {
            run.median(RATIO, "", last / first);
        }
        tally.tell(&mut run);
        runs.push(run);
    }
    Ok(Report {
        scenario: "toets",
        parameters: parameters(
            common,
            json!({
                "lengths": args.lengtes, "documents": args.documenten, "rate": args.tempo, "seed": args.zaad,
            }),
        ),
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
