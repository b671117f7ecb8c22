//! The command line.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Parser, Subcommand};
use keukentafel::clock::{SystemClock, amsterdam};
use keukentafel::domain::ids::DocumentId;
use keukentafel::rng::SystemRng;
use keukentafel::store::sqlite::{EpochChoice, OpenOptions};
use keukentafel::store::{InstallationKey, SqliteJournal};
use uuid::Uuid;

use crate::config::{Config, Mode, Settings};
use crate::demo::GEMEENTE;

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
    Migrate(Settings),
    /// Look whether settings, key and database are in order, and verify every chain
    Check(Settings),
    /// Write everything that is recorded into a new folder, or the log of one document into a new file
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
    /// Print the OpenAPI description of the interface
    Openapi,
}

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
            Command::Migrate(_) | Command::Check(_) | Command::Export { .. } | Command::Openapi => Ok(None),
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
            Command::Migrate(settings) => {
                let journal = open(&settings.clone().over(file, Mode::Serve)?).await?;
                say(format_args!("schema {}", journal.statistics().await?.schema));
                journal.close().await;
                Ok(())
            }
            Command::Check(settings) => check(&settings.clone().over(file, Mode::Serve)?).await,
            Command::Export { settings, naar, document } => {
                export(&settings.clone().over(file, Mode::Serve)?, naar, document.map(DocumentId)).await
            }
            Command::Openapi => {
                say(format_args!("{}", crate::openapi().to_pretty_json()?));
                Ok(())
            }
        }
    }
}

/// Opens the journal that `config` names.
///
/// # Errors
/// When it is in use, newer than this program, under another key, or cannot be read.
pub async fn open(config: &Config) -> anyhow::Result<SqliteJournal> {
    use anyhow::Context;
    let folder = config.database.parent().filter(|folder| !folder.as_os_str().is_empty());
    for folder in [Some(config.data.as_path()), folder].into_iter().flatten() {
        std::fs::create_dir_all(folder)
            .with_context(|| format!("map {} kan niet gemaakt worden", folder.display()))?;
    }
    // A new key beside an old database would open nothing and look as if it were the right one.
    if config.database.exists() && !config.key_file.exists() {
        anyhow::bail!(
            "de installatiesleutel {} ontbreekt, terwijl de database {} er wel is: zet de sleutel terug",
            config.key_file.display(),
            config.database.display()
        );
    }
    let key = InstallationKey::load_or_create(&config.key_file, &SystemRng).context("installatiesleutel")?;
    let options = OpenOptions {
        path: config.database.clone(),
        key,
        rng: Arc::new(SystemRng),
        clock: Arc::new(SystemClock::default()),
        node: "n1".to_owned(),
        epoch: EpochChoice::Keep,
    };
    SqliteJournal::open(options).await.context("database")
}

async fn check(config: &Config) -> anyhow::Result<()> {
    anyhow::ensure!(
        amsterdam() != jiff::tz::TimeZone::UTC,
        "de tijdzone Europe/Amsterdam ontbreekt op deze machine"
    );
    anyhow::ensure!(config.database.exists(), "database {} bestaat nog niet", config.database.display());
    let journal = open(config).await?;
    let counts = journal.statistics().await?;
    say(format_args!(
        "schema {}, {} gebeurtenissen in {} stromen, {} documenten met {} rijen, {} auditregels",
        counts.schema, counts.events, counts.streams, counts.documents, counts.document_rows, counts.audit
    ));
    let verified = journal.verify().await?;
    journal.close().await;
    match verified.bad {
        None => {
            say(format_args!("alle ketens kloppen"));
            Ok(())
        }
        Some(bad) => anyhow::bail!("rij {} van {} klopt niet: {}", bad.row, bad.table, bad.why),
    }
}

async fn export(config: &Config, to: &Path, document: Option<DocumentId>) -> anyhow::Result<()> {
    anyhow::ensure!(config.database.exists(), "database {} bestaat nog niet", config.database.display());
    let journal = open(config).await?;
    match document {
        None => journal.export(to).await?,
        Some(document) => {
            let rows = journal.export_document(GEMEENTE, document, to).await?;
            anyhow::ensure!(rows > 0, "document {document} heeft geen regels");
        }
    }
    journal.close().await;
    say(format_args!("geschreven in {}", to.display()));
    Ok(())
}

/// One line on stdout. Whoever stopped listening, such as `head`, is no reason to stop.
pub fn say(line: std::fmt::Arguments<'_>) {
    use std::io::Write;
    drop(writeln!(std::io::stdout().lock(), "{line}"));
}
