//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Black-box load generator for Keukentafel and other y-websocket servers, over real sockets, on this machine only.
///
/// Every rate is paced by a schedule; how late the generator itself was is reported beside the latencies.
#[derive(Debug, Parser)]
#[command(name = "loadtest", version)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) scenario: Scenario,
}

/// What a server that is not Keukentafel speaks.
#[derive(Copy, Clone, Debug, Default, Eq, PartialEq, ValueEnum)]
pub(crate) enum Soort {
    /// The y-websocket protocol, the path is the document's name.
    #[default]
    YWebsocket,
    /// The same messages behind the document's name, after a token.
    Hocuspocus,
    /// The y-websocket protocol, the document is made first.
    YSweet,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Scenario {
    /// Many documents, several writers each: how soon an edit is on the other screen, and whether all are.
    CoEdit(CoEdit),
    /// One document, many readers: deliveries per second of server CPU.
    FanOut(FanOut),
    /// Idle connections: memory and CPU of each.
    Idle(Idle),
    /// All connections fall at once: how soon everybody is back and follows what they followed.
    Storm(Storm),
    /// A long-written document: how soon it is open.
    ColdOpen(ColdOpen),
    /// The cost of a keystroke in a short and in a long document.
    Toets(Toets),
    /// Bookings at the simulated Allegro: how soon each is on every screen that follows the rekening.
    Saldo(Saldo),
    /// The dashboard and many open lists while zaken change hands.
    Dashboard(Dashboard),
    /// Everything about documents and connections against its bars.
    Oordeel(Oordeel),
}

/// What every scenario needs.
#[derive(Clone, Debug, Args)]
pub(crate) struct Common {
    /// The server, on a loopback address; of several nodes each, and clients go round over them.
    #[arg(long, value_delimiter = ',', default_value = "ws://127.0.0.1:8080")]
    pub(crate) url: Vec<String>,
    /// The server's process, of several nodes each: without it no CPU and memory are measured.
    #[arg(long, value_delimiter = ',')]
    pub(crate) pid: Vec<u32>,
    /// Who logs in at Keukentafel; clients go round over them.
    #[arg(long, value_delimiter = ',', default_value = "kevin,emma")]
    pub(crate) persona: Vec<String>,
    /// Another y-websocket server: no login, the path is the document's name.
    #[arg(long)]
    pub(crate) vreemd: bool,
    /// What that server speaks.
    #[arg(long, value_enum, default_value_t, requires = "vreemd")]
    pub(crate) soort: Soort,
    /// A peer that does the same in the same run, turn by turn; ratios are printed.
    #[arg(long, requires = "tegen_pid", conflicts_with = "vreemd")]
    pub(crate) tegen_url: Option<String>,
    /// The peer's process.
    #[arg(long)]
    pub(crate) tegen_pid: Option<u32>,
    /// What the peer speaks.
    #[arg(long, value_enum, default_value_t, requires = "tegen_url")]
    pub(crate) tegen_soort: Soort,
    /// Documents over `/rt` instead of `/yjs`.
    #[arg(long, conflicts_with = "vreemd")]
    pub(crate) rt: bool,
    /// Where the result goes as JSON.
    #[arg(long)]
    pub(crate) json: Option<PathBuf>,
    /// Runs; the report gives medians.
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=100))]
    pub(crate) herhaal: u32,
    /// Seconds before measuring begins.
    #[arg(long, default_value_t = 2.0, value_parser = seconds)]
    pub(crate) opwarmen: f64,
    /// Seconds of measuring.
    #[arg(long, default_value_t = 10.0, value_parser = seconds)]
    pub(crate) duur: f64,
    /// Seconds that the last edits may take to arrive before they count as lost.
    #[arg(long, default_value_t = 10.0, value_parser = seconds)]
    pub(crate) naloop: f64,
    /// Exit non-zero when a bar is not met.
    #[arg(long)]
    pub(crate) balken: bool,
    /// Judge only bytes, counts and orders; times are printed.
    #[arg(long)]
    pub(crate) telbaar: bool,
    /// Threads of the generator; one leaves the other core to the server.
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..=64))]
    pub(crate) draden: u16,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct CoEdit {
    #[command(flatten)]
    pub(crate) common: Common,
    /// Documents.
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..=2000))]
    pub(crate) documenten: u32,
    /// Writers of each document.
    #[arg(long, default_value_t = 2, value_parser = clap::value_parser!(u32).range(1..=50))]
    pub(crate) schrijvers: u32,
    /// Readers of each document beside them.
    #[arg(long, default_value_t = 0, value_parser = clap::value_parser!(u32).range(0..=5000))]
    pub(crate) lezers: u32,
    /// Edits per second of each writer.
    #[arg(long, default_value_t = 5.0, value_parser = rate)]
    pub(crate) tempo: f64,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct FanOut {
    #[command(flatten)]
    pub(crate) common: Common,
    /// Readers.
    #[arg(long, default_value_t = 300, value_parser = clap::value_parser!(u32).range(1..=15_000))]
    pub(crate) lezers: u32,
    /// Writers.
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=50))]
    pub(crate) schrijvers: u32,
    /// Edits per second of each writer.
    #[arg(long, default_value_t = 50.0, value_parser = rate)]
    pub(crate) tempo: f64,
    /// Edits that leave together at each turn of a writer (the rate stays).
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub(crate) per_beurt: u32,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct Idle {
    #[command(flatten)]
    pub(crate) common: Common,
    /// Connections.
    #[arg(long, default_value_t = 5000, value_parser = clap::value_parser!(u32).range(1..=18_000))]
    pub(crate) verbindingen: u32,
    /// Topics that each follows on `/rt`.
    #[arg(long, default_value_t = 4, value_parser = clap::value_parser!(u32).range(0..=256))]
    pub(crate) topics: u32,
    /// Documents over which the connections are spread on `/yjs`.
    #[arg(long, default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..=2000))]
    pub(crate) documenten: u32,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct Storm {
    #[command(flatten)]
    pub(crate) common: Common,
    /// Connections.
    #[arg(long, default_value_t = 5000, value_parser = clap::value_parser!(u32).range(1..=18_000))]
    pub(crate) verbindingen: u32,
    /// Topics that each follows.
    #[arg(long, default_value_t = 8, value_parser = clap::value_parser!(u32).range(1..=256))]
    pub(crate) topics: u32,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct ColdOpen {
    #[command(flatten)]
    pub(crate) common: Common,
    /// Keystrokes with which each document was written.
    #[arg(long, default_value_t = 250_000, value_parser = clap::value_parser!(u32).range(1..=2_000_000))]
    pub(crate) toetsen: u32,
    /// Keystrokes in one update.
    #[arg(long, default_value_t = 500, value_parser = clap::value_parser!(u32).range(1..=5000))]
    pub(crate) per_update: u32,
    /// Documents of that kind; each is opened cold once, so this is the number of openings.
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=500))]
    pub(crate) documenten: u32,
    /// Seconds without a subscriber after which the server has put the documents to sleep.
    #[arg(long, default_value_t = 75.0, value_parser = seconds)]
    pub(crate) slaap: f64,
    /// Command that restarts the server and returns when it is ready; instead of waiting.
    #[arg(long)]
    pub(crate) herstart: Option<String>,
    /// Seed of the trace.
    #[arg(long, default_value_t = 20_261_125)]
    pub(crate) zaad: u64,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct Toets {
    #[command(flatten)]
    pub(crate) common: Common,
    /// Characters of the documents, from short to long; the ratio is that of the last and the first.
    #[arg(long, value_delimiter = ',', default_value = "1000,10000,100000")]
    pub(crate) lengtes: Vec<u64>,
    /// Documents of each length, one writer and one reader each.
    #[arg(long, default_value_t = 40, value_parser = clap::value_parser!(u32).range(1..=500))]
    pub(crate) documenten: u32,
    /// Edits per second of each writer.
    #[arg(long, default_value_t = 10.0, value_parser = rate)]
    pub(crate) tempo: f64,
    /// Seed of the trace.
    #[arg(long, default_value_t = 20_261_125)]
    pub(crate) zaad: u64,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct Saldo {
    #[command(flatten)]
    pub(crate) common: Common,
    /// The simulated Allegro that the server asks, on a loopback address.
    #[arg(long)]
    pub(crate) allegro: String,
    /// Rekeningen.
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=500))]
    pub(crate) rekeningen: u32,
    /// Devices that follow each.
    #[arg(long, default_value_t = 2, value_parser = clap::value_parser!(u32).range(1..=50))]
    pub(crate) apparaten: u32,
    /// Bookings per second over all rekeningen.
    #[arg(long, default_value_t = 10.0, value_parser = rate)]
    pub(crate) tempo: f64,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct Dashboard {
    #[command(flatten)]
    pub(crate) common: Common,
    /// Viewers of the dashboard.
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=2000))]
    pub(crate) kijkers: u32,
    /// Open lists of one person.
    #[arg(long, default_value_t = 200, value_parser = clap::value_parser!(u32).range(1..=2000))]
    pub(crate) lijsten: u32,
    /// Commands per second, as far as the server takes them.
    #[arg(long, default_value_t = 200.0, value_parser = rate)]
    pub(crate) tempo: f64,
    /// Zaken that are registered first, and then change hands.
    #[arg(long, default_value_t = 200, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub(crate) zaken: u32,
    /// Changes to the lists, one at a time.
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub(crate) wijzigingen: u32,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct Oordeel {
    #[command(flatten)]
    pub(crate) common: Common,
    /// Documents with two writers each for the latency bar; they share 1 000 edits per second.
    #[arg(long, default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..=2000))]
    pub(crate) documenten: u32,
    /// Edits per second over all documents.
    #[arg(long, default_value_t = 1000.0, value_parser = rate)]
    pub(crate) tempo: f64,
    /// Keystrokes of the long document.
    #[arg(long, default_value_t = 250_000, value_parser = clap::value_parser!(u32).range(1..=2_000_000))]
    pub(crate) toetsen: u32,
    /// Cold openings.
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=500))]
    pub(crate) openingen: u32,
    /// Documents of each length for the keystroke bar.
    #[arg(long, default_value_t = 40, value_parser = clap::value_parser!(u32).range(1..=500))]
    pub(crate) toetsdocumenten: u32,
    /// Seconds without a subscriber after which the server has put the documents to sleep.
    #[arg(long, default_value_t = 75.0, value_parser = seconds)]
    pub(crate) slaap: f64,
    /// Command that restarts the server and returns when it is ready; instead of waiting.
    #[arg(long)]
    pub(crate) herstart: Option<String>,
}

/// An hour is the longest that anything here may take.
fn seconds(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(value) if (0.0..=3600.0).contains(&value) => Ok(value),
        _ => Err("expected seconds from 0 to 3600".to_owned()),
    }
}

fn rate(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(value) if (0.01..=10_000.0).contains(&value) => Ok(value),
        _ => Err("expected a rate per second from 0.01 to 10000".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent_and_bounded() {
        Cli::command().debug_assert();
        assert!(Cli::try_parse_from(["loadtest", "idle", "--verbindingen", "5000"]).is_ok());
        assert!(Cli::try_parse_from(["loadtest", "idle", "--verbindingen", "1000000"]).is_err());
        assert!(Cli::try_parse_from(["loadtest", "co-edit", "--duur", "86400"]).is_err());
        assert!(Cli::try_parse_from(["loadtest", "co-edit", "--tempo", "NaN"]).is_err());
    }
}
