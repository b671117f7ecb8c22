//! The dashboard of who distributes the work, and many open lists: how often they are told, how soon, and whether the counts are exact.
//!
//! The events are commands over HTTP, as many a second as the server takes. What the projector does with ten thousand events a second
//! is shown in one process, without HTTP and sockets, by the example `dashboard_rate` of the actors.

mod desk;
mod screens;

use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::json;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use super::seconds;
use crate::args::Dashboard;
use crate::percentile::Histogram;
use crate::report::{Bar, BarKind, Report, Run};
use crate::target::Target;
use desk::Desk;
use screens::{Board, boards, lists};

/// Commands under way at a time.
const UNDER_WAY: usize = 64;
/// The last change must be on every screen within this.
const ARRIVE: Duration = Duration::from_secs(20);
/// Pages that are asked to know what one costs.
const PAGES: usize = 60;

const FRAMES: &str = "frames in any second, busiest viewer";
const BEHIND: &str = "viewers without the last value";
const WRONG: &str = "counts that differ from the lists";
const DEAF: &str = "lists that missed a change";
const OTHER_ROWS: &str = "lists with another number of rows";
const LIST_MAX: &str = "change to the last of all lists, max";
/// Ten a second, and one more: what is counted here is when frames arrive over a socket, and one that was late falls in the second of the
/// next. That they leave at most ten a second is a test of the hub's with a clock of its own, and the bar of the example `dashboard_rate`.
const BAR_FRAMES: f64 = 11.0;
const BAR_LIST_MS: f64 = 1000.0;

pub(crate) async fn run(args: &Dashboard) -> Result<Report> {
    if args.common.vreemd {
        bail!("dashboard speaks to Keukentafel only");
    }
    let mut runs = Vec::new();
    for n in 0..args.common.herhaal {
        runs.push(once(args, &format!("dashboard {}/{}", n + 1, args.common.herhaal)).await?);
    }
    Ok(Report {
        scenario: "dashboard",
        parameters: json!({
            "viewers": args.kijkers, "lists": args.lijsten, "rate": args.tempo, "zaken": args.zaken,
            "changes": args.wijzigingen, "measure_s": args.common.duur,
        }),
        runs,
    })
}

/// What is promised of it.
pub(crate) fn bars(_: &Dashboard, report: &Report) -> Vec<Bar> {
    let bar = |name: &str, unit, kind, limit| Bar {
        what: format!("dashboard: {name}"),
        unit,
        kind,
        value: report.value(name),
        limit,
    };
    vec![
        bar(FRAMES, "frames", BarKind::Countable, BAR_FRAMES),
        bar(BEHIND, "viewers", BarKind::Countable, 0.0),
        bar(WRONG, "counts", BarKind::Countable, 0.0),
        bar(DEAF, "lists", BarKind::Countable, 0.0),
        bar(OTHER_ROWS, "lists", BarKind::Countable, 0.0),
        bar(LIST_MAX, "ms", BarKind::Time, BAR_LIST_MS),
    ]
}

async fn once(args: &Dashboard, label: &str) -> Result<Run> {
    let target = Target::parse(args.common.url.first().context("--url: at least one")?)?;
    let desk = Arc::new(Desk::open(target, args.zaken as usize, label).await?);
    let mut run = Run::default();
    board(args, &desk, &mut run, label).await?;
    many_lists(args, &desk, &mut run, label).await?;
    pages(&desk, &mut run).await?;
    Ok(run)
}

/// Viewers of the dashboard while zaken change hands.
async fn board(args: &Dashboard, desk: &Arc<Desk>, run: &mut Run, label: &str) -> Result<()> {
    let (screens, mut watching) = boards(desk, args.kijkers as usize).await?;
    let sent = commands(args, desk, label).await?;
    let last = sent.iter().map(|(_, position)| *position).max().context("no command was done")?;
    let all: Vec<Vec<Board>> = screens.until(last, ARRIVE).await;
    watching.abort_all();
    let staleness = Histogram::new();
    let mut most = 0;
    let mut behind = 0;
    for seen in &all {
        most = most.max(busiest_second(seen));
        behind += u64::from(seen.last().is_none_or(|board| board.position < last));
        for (begun, position) in &sent {
            let at = seen.partition_point(|board| board.position < *position);
            if let Some(shown) = seen.get(at) {
                staleness.record(micros(shown.at.saturating_duration_since(*begun)));
            }
        }
    }
    let took = sent.iter().map(|(at, _)| *at).max().zip(sent.iter().map(|(at, _)| *at).min());
    let took = took.map_or(1.0, |(end, begin)| (end - begin).as_secs_f64().max(0.001));
    run.median("commands done per second", "1/s", sent.len() as f64 / took);
    run.median(FRAMES, "frames", most as f64);
    let names = ["sent to shown, p50", "sent to shown, p95", "sent to shown, p99", "sent to shown, max"];
    run.latency(names, staleness.summary());
    run.sum(BEHIND, "viewers", behind);
    run.sum(WRONG, "counts", desk.counts_that_differ().await?);
    Ok(())
}

/// Zaken change hands at this pace; when each command left, and the place in the feed that it made.
async fn commands(args: &Dashboard, desk: &Arc<Desk>, label: &str) -> Result<Vec<(Instant, u64)>> {
    let gate = Arc::new(Semaphore::new(UNDER_WAY));
    let mut pace = tokio::time::interval(Duration::from_secs_f64(1.0 / args.tempo));
    let mut running: JoinSet<Result<(Instant, u64)>> = JoinSet::new();
    let until = Instant::now() + seconds(args.common.duur);
    let mut turn = 0;
    while Instant::now() < until {
        pace.tick().await;
        let permit = Arc::clone(&gate).acquire_owned().await?;
        let desk = Arc::clone(desk);
        running.spawn(async move {
            let begun = Instant::now();
            let position = desk.assign_round(turn).await?;
            drop(permit);
            Ok((begun, position))
        });
        turn += 1;
    }
    let mut sent = Vec::with_capacity(turn);
    while let Some(done) = running.join_next().await {
        sent.push(done??);
    }
    eprintln!("[{label}] {} commands", sent.len());
    Ok(sent)
}

/// Many open lists of one person, and one change at a time.
async fn many_lists(args: &Dashboard, desk: &Arc<Desk>, run: &mut Run, label: &str) -> Result<()> {
    let (mut open, mut watching) = lists(desk, args.lijsten as usize).await?;
    let (first, every) = (Histogram::new(), Histogram::new());
    let mut deaf = 0;
    for _ in 0..args.wijzigingen {
        let zaak = desk.melding().await?;
        let begun = Instant::now();
        desk.assign_to_kevin(&zaak).await?;
        let heard = open.heard(&zaak, ARRIVE).await;
        deaf += (args.lijsten as usize).saturating_sub(heard.len()) as u64;
        let since = |at: &Instant| micros(at.saturating_duration_since(begun));
        if let (Some(soonest), Some(latest)) = (heard.iter().min(), heard.iter().max()) {
            first.record(since(soonest));
            every.record(since(latest));
        }
    }
    eprintln!("[{label}] {} changes to {} lists", args.wijzigingen, args.lijsten);
    let exact = desk.kevins_list().await?;
    run.sum(OTHER_ROWS, "lists", open.with_other_than(exact));
    watching.abort_all();
    run.median("change to the first list, median", "ms", milli(first.percentile(0.5)));
    run.median("change to the last of all lists, median", "ms", milli(every.percentile(0.5)));
    run.median(LIST_MAX, "ms", milli(every.percentile(1.0)));
    run.sum(DEAF, "lists", deaf);
    Ok(())
}

/// What a page of the longest list costs, first and further on.
async fn pages(desk: &Desk, run: &mut Run) -> Result<()> {
    let histogram = Histogram::new();
    for _ in 0..PAGES {
        let begun = Instant::now();
        desk.page().await?;
        histogram.record(micros(begun.elapsed()));
    }
    run.median("zaken in the list", "zaken", desk.all_zaken().await? as f64);
    let names = ["a page of 50, p50", "a page of 50, p95", "a page of 50, p99", "a page of 50, max"];
    run.latency(names, histogram.summary());
    Ok(())
}

/// The most boards that came within any second.
fn busiest_second(seen: &[Board]) -> usize {
    let within = |from: &Board| {
        seen.iter().filter(|board| board.at >= from.at && board.at - from.at < Duration::from_secs(1)).count()
    };
    seen.iter().map(within).max().unwrap_or(0)
}

fn micros(time: Duration) -> u64 {
    u64::try_from(time.as_micros()).unwrap_or(u64::MAX)
}

fn milli(micros: u64) -> f64 {
    micros as f64 / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_is_any_second_and_not_one_of_the_clock() {
        let begin = Instant::now();
        let board = |ms| Board { at: begin + Duration::from_millis(ms), position: ms };
        let seen: Vec<Board> = [0, 500, 900, 1000, 1400, 3000].map(board).into();
        assert_eq!(busiest_second(&seen), 4);
        assert_eq!(busiest_second(&[]), 0);
    }
}
