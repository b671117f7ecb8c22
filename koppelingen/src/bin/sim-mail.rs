//! A simulated mail server that keeps what it gets: `docs/koppelingen/mail.md`.

use clap::Parser;
use keukentafel_koppelingen::sim::SimArgs;

/// A simulated mail server (SMTP) that keeps what it gets in a file and passes nothing on.
#[derive(Parser)]
struct Args {
    #[command(flatten)]
    sim: SimArgs,
}

fn main() -> anyhow::Result<()> {
    keukentafel_koppelingen::sim::mail::run(&Args::parse().sim)
}
