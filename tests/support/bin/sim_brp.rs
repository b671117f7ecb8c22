//! The simulated BRP, built with these tests so that they can start it as a process of its own.

use clap::Parser;
use keukentafel_koppelingen::sim::SimArgs;

/// A simulated BRP with made-up persons.
#[derive(Parser)]
struct Args {
    #[command(flatten)]
    sim: SimArgs,
}

fn main() -> anyhow::Result<()> {
    keukentafel_koppelingen::sim::brp::run(&Args::parse().sim)
}
