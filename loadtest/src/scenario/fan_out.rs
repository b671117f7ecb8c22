//! One document, many readers.

use anyhow::Result;
use serde_json::json;

use super::drive::{Plan, drive};
use super::{figures, parameters, site, whole};
use crate::args::FanOut;
use crate::report::{Bar, Report};

pub(crate) async fn run(args: &FanOut) -> Result<Report> {
    let common = &args.common;
    let site = site(common, args.schrijvers + args.lezers).await?;
    let mut runs = Vec::new();
    for n in 0..common.herhaal {
        let documents = site.documents(1, &format!("fan-{n}")).await?;
        let plan = Plan {
            writers: args.schrijvers,
            readers: args.lezers,
            per_wake: args.per_beurt,
            ..Plan::of(common, n, args.tempo, documents)
        };
        let outcome = drive(&site, &plan, &format!("fan-out {}/{}", n + 1, common.herhaal)).await?;
        runs.push(figures(&outcome));
    }
    Ok(Report {
        scenario: "fan-out",
        parameters: parameters(
            common,
            json!({
                "readers": args.lezers, "writers": args.schrijvers, "rate": args.tempo, "per_wake": args.per_beurt,
            }),
        ),
        runs,
    })
}

/// What is promised of it.
pub(crate) fn bars(_: &FanOut, report: &Report) -> Vec<Bar> {
    whole(report)
}
