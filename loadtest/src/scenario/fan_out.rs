//! One document, many readers.

use anyhow::Result;
use serde_json::json;

use super::drive::{Plan, drive};
use super::{figures, seconds, site, transport, whole};
use crate::args::FanOut;
use crate::report::{Bar, Report};

pub(crate) async fn run(args: &FanOut) -> Result<Report> {
    let common = &args.common;
    let site = site(common, args.schrijvers + args.lezers).await?;
    let mut runs = Vec::new();
    for n in 0..common.herhaal {
        let plan = Plan {
            documents: site.documents(1, &format!("fan-{n}")).await?,
            writers: args.schrijvers,
            readers: args.lezers,
            rate: args.tempo,
            per_wake: args.per_beurt,
            warm: seconds(common.opwarmen),
            measure: seconds(common.duur),
            tail: seconds(common.naloop),
            transport: transport(common),
            pid: common.pid,
            run: n,
        };
        let outcome = drive(&site, &plan, &format!("fan-out {}/{}", n + 1, common.herhaal)).await?;
        runs.push(figures(&outcome));
    }
    Ok(Report {
        scenario: "fan-out",
        parameters: json!({
            "readers": args.lezers, "writers": args.schrijvers, "rate": args.tempo, "per_wake": args.per_beurt,
            "transport": format!("{:?}", transport(common)), "warm_s": common.opwarmen, "measure_s": common.duur,
        }),
        runs,
    })
}

/// What is promised of it.
pub(crate) fn bars(_: &FanOut, report: &Report) -> Vec<Bar> {
    whole(report)
}
