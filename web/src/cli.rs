//! The command line.

mod bewaren;
mod buiten;
mod hertelling;
mod nakijken;

use std::path::PathBuf;

use clap::{Parser, Subcommand};
use keukentafel::domain::bevoegdheid::Eis;
use keukentafel::domain::ids::DocumentId;
use keukentafel::store::opening::{EpochChoice, SCHEMA};
use uuid::Uuid;

use crate::config::{Config, Mode, Settings};
pub use crate::database::open;
use crate::database::open_as;

/// Keukentafel: one table around which a municipal social-work matter sits, live.
#[derive(Debug, Parser)]
#[command(name = "keukentafel", version)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// File with settings
    #[arg(long, global = true, env = "KEUKENTAFEL_CONFIG")]
    pub config: Option<PathBuf>,
}

/// What the program can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Run the server
    Serve(Settings),
    /// Run the server with made-up people and cases
    Demo {
        /// How it runs.
        #[command(flatten)]
        settings: Settings,
        /// Begin with an empty database instead of filling it
        #[arg(long)]
        leeg: bool,
    },
    /// Bring the database up to date and stop
    Migrate {
        /// Which database.
        #[command(flatten)]
        settings: Settings,
        /// The database was put back from a copy that does not say so itself: begin another epoch, so that nobody goes on where the two differ
        #[arg(long)]
        teruggezet: bool,
    },
    /// Tell what can be reached and how, and verify every chain and every signed head of the trail; 0 when all is in order, 1 when something is not
    Check {
        /// Which database.
        #[command(flatten)]
        settings: Settings,
        /// Signed heads of an earlier export (its audit_head.jsonl), kept elsewhere, to hold the trail against
        #[arg(long)]
        getekend: Option<PathBuf>,
        /// Only the trail: every line, link and signed head, naming each row that is not as it was written
        #[arg(long)]
        sporen: bool,
    },
    /// Write everything that is recorded into a new folder and verify it, or the log of one document into a new file. Nodes may be at work in a PostgreSQL
    /// database meanwhile
    Export {
        /// Which database.
        #[command(flatten)]
        settings: Settings,
        /// The folder or file to make
        #[arg(long)]
        naar: PathBuf,
        /// Only this document: one line for each row of its log, opened, with the update in hexadecimal
        #[arg(long)]
        document: Option<Uuid>,
    },
    /// Put an export into an empty database, of either kind, and verify it before anybody can open it
    Restore {
        /// Which database.
        #[command(flatten)]
        settings: Settings,
        /// The folder of the export
        #[arg(long)]
        van: PathBuf,
    },
    /// Copy a database in a file into a new file and verify the copy, also while the server runs
    Backup {
        /// Which database.
        #[command(flatten)]
        settings: Settings,
        /// The file to make
        #[arg(long)]
        naar: PathBuf,
    },
    /// Print the OpenAPI description of the interface
    Openapi,
}

/// What each subcommand asks of whoever runs it. All of them ask for the machine; one that hands out what is recorded is an export.
pub(crate) const EXPORTEISEN: &[(&str, Eis)] = &[
    ("serve", Eis::Machine),
    ("demo", Eis::Machine),
    ("migrate", Eis::Machine),
    ("check", Eis::Machine),
    ("export", Eis::Machine),
    ("restore", Eis::Machine),
    ("backup", Eis::Machine),
    ("openapi", Eis::Vrij),
];

impl Cli {
    /// The settings of a command that runs the server.
    ///
    /// # Errors
    /// When a setting cannot be used.
    pub fn server(&self) -> anyhow::Result<Option<Config>> {
        let file = self.config.as_deref();
        match &self.command {
            Command::Serve(settings) => Ok(Some(settings.clone().over(file, Mode::Serve)?)),
            Command::Demo { settings, leeg } => {
                let config = settings.clone().over(file, Mode::Demo)?;
                Ok(Some(Config { demo_gegevens: !leeg, ..config }))
            }
            Command::Migrate { .. }
            | Command::Check { .. }
            | Command::Export { .. }
            | Command::Restore { .. }
            | Command::Backup { .. }
            | Command::Openapi => Ok(None),
        }
    }

    /// Does what needs no server.
    ///
    /// # Errors
    /// When it cannot be done; the message says why.
    pub async fn tool(&self) -> anyhow::Result<()> {
        let file = self.config.as_deref();
        match &self.command {
            Command::Serve(_) | Command::Demo { .. } => Ok(()),
            Command::Migrate { settings, teruggezet } => {
                // Opening is what does it.
                let epoch = if *teruggezet { EpochChoice::Renew } else { EpochChoice::Keep };
                let journal = open_as(&settings.clone().over(file, Mode::Serve)?, epoch).await?;
                say(format_args!("schema {SCHEMA}"));
                if *teruggezet {
                    say(format_args!("er begint een ander tijdperk: alle schermen lezen opnieuw"));
                }
                journal.close().await;
                Ok(())
            }
            Command::Check { settings, getekend, sporen } => {
                let (config, seen) = (settings.clone().over(file, Mode::Serve)?, getekend.as_deref());
                if *sporen {
                    nakijken::sporen(&config, seen).await
                } else {
                    nakijken::alles(&config, seen).await
                }
            }
            Command::Export { settings, naar, document } => {
                let config = settings.clone().over(file, Mode::Serve)?;
                bewaren::export(&config, naar, document.map(DocumentId)).await
            }
            Command::Restore { settings, van } => {
                bewaren::restore(&settings.clone().over(file, Mode::Serve)?, van).await
            }
            Command::Backup { settings, naar } => {
                bewaren::backup(&settings.clone().over(file, Mode::Serve)?, naar).await
            }
            Command::Openapi => {
                say(format_args!("{}", crate::openapi().to_pretty_json()?));
                Ok(())
            }
        }
    }
}

/// One line on stdout. Whoever stopped listening, such as `head`, is no reason to stop.
pub fn say(line: std::fmt::Arguments<'_>) {
    use std::io::Write;
    drop(writeln!(std::io::stdout().lock(), "{line}"));
}

#[cfg(test)]
mod tests;
