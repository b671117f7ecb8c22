//! What is logged and how. Never a name, a number of a person or a text: only ids, codes and counts.

use std::io;

use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::format::FmtSpan;

/// The form of a log line.
#[derive(Copy, Clone, Debug, Default, Eq, PartialEq, serde::Deserialize, clap::ValueEnum)]
#[serde(rename_all = "snake_case")]
pub enum LogForm {
    /// For people.
    #[default]
    Tekst,
    /// For machines.
    Json,
}

/// Starts logging, on stderr: stdout is for the one line that says the server is ready. `KEUKENTAFEL_LOG` filters, such as
/// `info,keukentafel_web=debug`.
pub fn start(form: LogForm) {
    let filter =
        EnvFilter::try_from_env("KEUKENTAFEL_LOG").unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn"));
    let lines = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(io::stderr)
        .with_span_events(FmtSpan::NONE)
        .with_target(false);
    // A second start, in tests, keeps the first.
    drop(match form {
        LogForm::Tekst => lines.compact().try_init(),
        LogForm::Json => lines.json().try_init(),
    });
    std::panic::set_hook(Box::new(|info| {
        // Where, not what: the message of a panic may hold anything.
        let place = info.location().map(|at| format!("{}:{}", at.file(), at.line())).unwrap_or_default();
        tracing::error!(place, "a bug: something panicked");
    }));
}
