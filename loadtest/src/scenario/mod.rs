//! The scenarios. Each gives runs of figures and says by which bars they are judged.

pub(crate) mod co_edit;
pub(crate) mod cold_open;
pub(crate) mod dashboard;
pub(crate) mod fan_out;
pub(crate) mod idle;
pub(crate) mod oordeel;
pub(crate) mod saldo;
pub(crate) mod storm;
pub(crate) mod toets;

mod client;
mod drive;
mod meters;
mod seed;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_rt;

use std::time::Duration;

use anyhow::{Result, bail};
use serde_json::{Value, json};

use crate::args::Common;
use crate::channel::Transport;
use crate::report::{Bar, BarKind, Report, Run};
use crate::site::Site;
use crate::target::Target;
use drive::Outcome;

/// Logs in where that is needed, for so many sockets.
pub(crate) async fn site(common: &Common, sockets: u32) -> Result<Site> {
    let targets: Vec<Target> = common.url.iter().map(|url| Target::parse(url)).collect::<Result<_>>()?;
    if common.vreemd {
        let [target] = &targets[..] else { bail!("--vreemd: one address") };
        return Ok(Site::vreemd(target.clone(), common.soort));
    }
    Site::keukentafel(targets, &common.persona, sockets as usize).await
}

/// The one process of a scenario that measures one server.
fn one(pids: &[u32]) -> Result<Option<u32>> {
    match pids {
        [] => Ok(None),
        [pid] => Ok(Some(*pid)),
        [_, _, ..] => bail!("this scenario measures one server: one --url and one --pid"),
    }
}

fn transport(common: &Common) -> Transport {
    if common.rt { Transport::Rt } else { Transport::Yjs }
}

fn seconds(value: f64) -> Duration {
    Duration::from_secs_f64(value)
}

/// The figures that every run with edits has.
fn figures(outcome: &Outcome) -> Run {
    let mut run = Run { notes: outcome.notes.clone(), ..Run::default() };
    let window = &outcome.window;
    run.latency(
        [
            "edit to other screen, p50",
            "edit to other screen, p95",
            "edit to other screen, p99",
            "edit to other screen, max",
        ],
        outcome.delivery,
    );
    run.latency(
        ["edit to ack, p50", "edit to ack, p95", "edit to ack, p99", "edit to ack, max"],
        outcome.ack,
    );
    run.latency(
        ["generator late, p50", "generator late, p95", "generator late, p99", "generator late, max"],
        outcome.late,
    );
    run.median("edits written per second", "1/s", window.counts.written as f64 / window.seconds);
    run.median("deliveries per second", "1/s", window.counts.deliveries as f64 / window.seconds);
    let deliveries = window.counts.deliveries as f64;
    if window.counts.frames > 0 {
        run.median("payload bytes per delivery", "B", window.counts.bytes as f64 / deliveries);
        run.median("deliveries per frame", "", deliveries / window.counts.frames as f64);
    }
    if let Some(cpu) = &window.server_cpu {
        cpu_of_each(&mut run, cpu, window.seconds);
        let cpu = cpu.iter().sum::<Duration>().as_secs_f64();
        run.median("deliveries per server CPU second", "1/s", deliveries / cpu);
        run.median("server CPU per delivery", "us", cpu * 1e6 / deliveries);
        run.median("server CPU per edit", "us", cpu * 1e6 / window.counts.written as f64);
        run.median("server CPU", "% of a core", cpu * 100.0 / window.seconds);
    }
    run.median("generator CPU", "% of a core", window.own_cpu.as_secs_f64() * 100.0 / window.seconds);
    run.sum(WRITTEN, "edits", outcome.written);
    run.sum("sent again in a state", "edits", outcome.resent);
    let mut tally = Tally::default();
    tally.add(outcome);
    tally.tell(&mut run);
    run
}

/// With several nodes, how the work was shared.
fn cpu_of_each(run: &mut Run, cpu: &[Duration], seconds: f64) {
    let share = |cpu: &Duration| cpu.as_secs_f64() * 100.0 / seconds;
    let [_, _, ..] = cpu else { return };
    let low = cpu.iter().map(share).fold(f64::INFINITY, f64::min);
    let high = cpu.iter().map(share).fold(0.0, f64::max);
    run.median("server CPU, the node with the least", "% of a core", low);
    run.median("server CPU, the node with the most", "% of a core", high);
}

/// What must be nought, over all that one run drove.
#[derive(Copy, Clone, Debug, Default)]
struct Tally {
    lost: u64,
    unacked: u64,
    duplicates: u64,
    diverged: u64,
}

impl Tally {
    fn add(&mut self, outcome: &Outcome) {
        self.lost += outcome.lost;
        self.unacked += outcome.unacked;
        self.duplicates += outcome.duplicates;
        self.diverged += outcome.diverged;
    }

    fn tell(self, run: &mut Run) {
        run.sum(LOST, "edits", self.lost);
        run.sum(UNACKED, "frames", self.unacked);
        run.sum(DUPLICATES, "edits", self.duplicates);
        run.sum(DIVERGED, "documents", self.diverged);
    }
}

/// What a scenario was asked, with what all of them are asked.
fn parameters(common: &Common, mut own: Value) -> Value {
    own["transport"] = json!(format!("{:?}", transport(common)));
    own["warm_s"] = json!(common.opwarmen);
    own["measure_s"] = json!(common.duur);
    own
}

const WRITTEN: &str = "edits written";
const LOST: &str = "lost";
const UNACKED: &str = "never acked";
const DUPLICATES: &str = "duplicates";
const DIVERGED: &str = "diverged";
const DELIVERY_P99: &str = "edit to other screen, p99";

/// Nothing lost, nothing twice, all the same: on every machine.
fn whole(report: &Report) -> Vec<Bar> {
    [(LOST, "edits"), (UNACKED, "frames"), (DUPLICATES, "edits"), (DIVERGED, "documents")]
        .into_iter()
        .map(|(name, unit)| Bar {
            what: format!("{}: {name}", report.scenario),
            unit,
            kind: BarKind::Countable,
            value: report.value(name),
            limit: 0.0,
        })
        .collect()
}
