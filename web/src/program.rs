//! The program: reads the command line and does what it says. Exit codes: 0 done, 1 could not, 2 wrong usage, 70 the disk cannot be
//! believed any more.

use std::process::ExitCode;

use clap::Parser;

use crate::cli::{Cli, say};
use crate::{run, telemetry};

/// Runs the program to its end.
#[must_use]
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    match start(&cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("keukentafel: {e:#}");
            ExitCode::FAILURE
        }
    }
}

fn start(cli: &Cli) -> anyhow::Result<()> {
    let server = cli.server()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let Some(config) = server else { return cli.tool().await };
        telemetry::start(config.log);
        let running = run::start(config).await?;
        // The one line on stdout: whoever started us waits for it.
        say(format_args!("luistert op http://{}", running.address()));
        running.until_asked().await
    })
}
