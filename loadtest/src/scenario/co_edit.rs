//! Many documents, several writers each.

use anyhow::Result;
use serde_json::json;

use super::drive::{Plan, drive};
use super::{DELIVERY_P99, figures, parameters, site, whole};
use crate::args::CoEdit;
use crate::report::{Bar, BarKind, Report};

const COMMIT_P99: &str = "server commit, p99";
/// What may come on top of two commits: network, wake-ups, the generator.
const MARGIN_MS: f64 = 20.0;

pub(crate) async fn run(args: &CoEdit) -> Result<Report> {
    let common = &args.common;
    let site = site(common, args.documenten * (args.schrijvers + args.lezers)).await?;
    let mut runs = Vec::new();
    for n in 0..common.herhaal {
        let label = format!("co-edit {}/{}", n + 1, common.herhaal);
        let documents = site.documents(args.documenten as usize, &format!("co-{n}")).await?;
        let plan = Plan {
            writers: args.schrijvers,
            readers: args.lezers,
            ..Plan::of(common, n, args.tempo, documents)
        };
        let before = site.commits().await;
        let outcome = drive(&site, &plan, &label).await?;
        let mut run = figures(&outcome);
        if let (Some(before), Some(after)) = (before, site.commits().await) {
            let added = after.since(&before);
            if let Some(p99) = added.percentile_ms(0.99) {
                run.median("server commits per second", "1/s", added.count() / outcome.window.seconds);
                run.median(COMMIT_P99, "ms", p99);
            }
        }
        runs.push(run);
    }
    Ok(Report {
        scenario: "co-edit",
        parameters: parameters(
            common,
            json!({
                "documents": args.documenten, "writers": args.schrijvers, "readers": args.lezers, "rate": args.tempo,
            }),
        ),
        runs,
    })
}

/// What is promised of it.
pub(crate) fn bars(args: &CoEdit, report: &Report) -> Vec<Bar> {
    let mut bars = whole(report);
    // Only Keukentafel promises this; another server has no commits to measure against.
    if !args.common.vreemd {
        let rows = report.rows();
        let commit = rows.iter().find(|row| row.name == COMMIT_P99).map(|row| row.value);
        let limit = commit.map_or(MARGIN_MS, |commit| 2.0 * commit + MARGIN_MS);
        bars.push(Bar {
            what: format!(
                "co-edit: {DELIVERY_P99}, against 2 commits (p99 {}) + {MARGIN_MS} ms",
                commit.map_or_else(|| "unknown".to_owned(), |commit| format!("{commit:.2} ms"))
            ),
            unit: "ms",
            kind: BarKind::Time,
            // Without the server's histogram there is nothing to judge by.
            value: commit.and(report.value(DELIVERY_P99)),
            limit,
        });
    }
    bars
}
