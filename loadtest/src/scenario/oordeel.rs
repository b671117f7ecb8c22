//! All bars, one after the other.

use anyhow::Result;

use super::{Judged, co_edit, cold_open, idle, toets};
use crate::args::{CoEdit, ColdOpen, Common, Idle, Oordeel, Toets};

pub(crate) async fn run(args: &Oordeel) -> Result<Vec<Judged>> {
    let common = &args.common;
    let mut judged = Vec::new();
    for rt in [false, true] {
        if rt && common.vreemd {
            continue;
        }
        judged.push(
            idle::run(&Idle {
                common: Common { rt, ..common.clone() },
                verbindingen: args.verbindingen,
                topics: 4,
                documenten: 100.min(args.verbindingen),
            })
            .await?,
        );
    }
    judged.push(
        toets::run(&Toets {
            common: common.clone(),
            lengtes: vec![1000, 10_000, 100_000],
            documenten: args.toetsdocumenten,
            tempo: 400.0 / f64::from(args.toetsdocumenten),
            zaad: 20_261_125,
        })
        .await?,
    );
    judged.push(
        co_edit::run(&CoEdit {
            common: common.clone(),
            documenten: args.documenten,
            schrijvers: 2,
            lezers: 0,
            tempo: args.tempo / f64::from(args.documenten) / 2.0,
        })
        .await?,
    );
    judged.push(
        cold_open::run(&ColdOpen {
            common: common.clone(),
            toetsen: args.toetsen,
            per_update: 500,
            documenten: args.openingen,
            slaap: args.slaap,
            herstart: None,
            zaad: 20_261_125,
        })
        .await?,
    );
    Ok(judged)
}
