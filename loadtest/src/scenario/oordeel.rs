//! Bars one after the other, each scenario at the size that its bar names. Memory is not among them: `idle` belongs on a server that has
//! just started, as what a process gives back to itself after other work hides what a connection takes.

use crate::args::{CoEdit, ColdOpen, FanOut, Oordeel, Scenario, Toets};

/// Seed of the traces.
const SEED: u64 = 20_261_125;

/// Readers of one document: a text of the whole house.
const FAN_OUT_LEZERS: u32 = 300;

/// What `oordeel` consists of.
pub(crate) fn parts(args: &Oordeel) -> Vec<Scenario> {
    let common = &args.common;
    vec![
        Scenario::FanOut(FanOut {
            common: common.clone(),
            lezers: FAN_OUT_LEZERS,
            schrijvers: 1,
            tempo: 50.0,
            per_beurt: 1,
        }),
        Scenario::Toets(Toets {
            common: common.clone(),
            lengtes: vec![1000, 10_000, 100_000],
            documenten: args.toetsdocumenten,
            tempo: 400.0 / f64::from(args.toetsdocumenten),
            zaad: SEED,
        }),
        Scenario::CoEdit(CoEdit {
            common: common.clone(),
            documenten: args.documenten,
            schrijvers: 2,
            lezers: 0,
            tempo: args.tempo / f64::from(args.documenten) / 2.0,
        }),
        // Last: a restart ends the process that the others measure.
        Scenario::ColdOpen(ColdOpen {
            common: common.clone(),
            toetsen: args.toetsen,
            per_update: 500,
            documenten: args.openingen,
            slaap: args.slaap,
            herstart: args.herstart.clone(),
            zaad: SEED,
        }),
    ]
}
