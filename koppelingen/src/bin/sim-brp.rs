//! A simulated BRP with made-up persons: `docs/koppelingen/brp.md`.

use clap::Parser;
use keukentafel_koppelingen::sim::SimArgs;

/// A simulated BRP (Haal Centraal BRP Personen v2) with made-up persons.
#[derive(Parser)]
struct Args {
    #[command(flatten)]
    sim: SimArgs,
}

fn main() -> anyhow::Result<()> {
    keukentafel_koppelingen::sim::brp::run(&Args::parse().sim)
}
