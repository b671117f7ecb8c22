//! A simulated Allegro with made-up accounts: `docs/koppelingen/allegro.md`.

use clap::Parser;
use keukentafel_koppelingen::sim::SimArgs;
use keukentafel_koppelingen::sim::allegro::HintArgs;

/// A simulated Allegro with made-up accounts.
#[derive(Parser)]
struct Args {
    #[command(flatten)]
    sim: SimArgs,
    #[command(flatten)]
    hint: HintArgs,
}

fn main() -> anyhow::Result<()> {
    let Args { sim, hint } = Args::parse();
    keukentafel_koppelingen::sim::allegro::run(&sim, &hint)
}
