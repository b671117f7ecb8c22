//! The command line.

mod hertelling;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Parser, Subcommand};
use keukentafel::clock::{SystemClock, amsterdam};
use keukentafel::domain::bevoegdheid::Eis;
use keukentafel::domain::ids::DocumentId;
use keukentafel::rng::SystemRng;
use keukentafel::store::sqlite::{EpochChoice, OpenError, OpenOptions, Verified};
use keukentafel::store::{InstallationKey, Journal, SqliteJournal};
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
    /// Look whether settings, key and database are in order, and verify every chain and every signed head of the trail
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
    /// Write everything that is recorded into a new folder and verify it, or the log of one document into a new file
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

/// What each subcommand asks of whoever runs it. All of them ask for the machine; one that hands out what is recorded is an export.
pub(crate) const EXPORTEISEN: &[(&str, Eis)] = &[
    ("serve", Eis::Machine),
    ("demo", Eis::Machine),
    ("migrate", Eis::Machine),
    ("check", Eis::Machine),
    ("export", Eis::Machine),
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
            Command::Migrate(_) | Command::Check { .. } | Command::Export { .. } | Command::Openapi => {
                Ok(None)
            }
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
            Command::Check { settings, getekend, sporen } => {
                let (config, seen) = (settings.clone().over(file, Mode::Serve)?, getekend.as_deref());
                if *sporen { check_trail(&config, seen).await } else { check(&config, seen).await }
            }
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
    // Before anything is read: what stands in the record names kinds of this list.
    config.signaalsoorten.clone().laad()?;
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
    let opened = SqliteJournal::open(options).await;
    if let Err(OpenError::InUse { path }) = &opened {
        anyhow::bail!(
            "de database {path} is in gebruik bij een ander proces: stop eerst de keukentafel die haar open heeft, of kies een andere met --database-url"
        );
    }
    if let Err(OpenError::WrongKey) = &opened {
        anyhow::bail!(
            "de installatiesleutel {} is niet die waarmee de database {} gemaakt is: zet de goede terug, of noem hem met --key-file",
            config.key_file.display(),
            config.database.display()
        );
    }
    opened.context("database")
}

/// Without this a tool would make an empty database and say that all is well with it.
fn must_exist(config: &Config) -> anyhow::Result<()> {
    anyhow::ensure!(
        config.database.exists(),
        "database {} bestaat nog niet: noem haar met --data of --database-url. Die van de demonstratie: --data var --database-url sqlite:var/demo.sqlite",
        config.database.display()
    );
    Ok(())
}

async fn check_trail(config: &Config, seen: Option<&Path>) -> anyhow::Result<()> {
    must_exist(config)?;
    let seen = seen.map(SqliteJournal::read_heads).transpose()?.unwrap_or_default();
    let journal = open(config).await?;
    let verified = journal.verify_trail(&seen).await;
    journal.close().await;
    let verified = verified?;
    let lines = verified.audit;
    all_well(verified)?;
    say(format_args!("auditregels die kloppen: {lines}"));
    Ok(())
}

async fn check(config: &Config, seen: Option<&Path>) -> anyhow::Result<()> {
    anyhow::ensure!(
        amsterdam() != jiff::tz::TimeZone::UTC,
        "de tijdzone Europe/Amsterdam ontbreekt op deze machine"
    );
    must_exist(config)?;
    let seen = seen.map(SqliteJournal::read_heads).transpose()?.unwrap_or_default();
    let journal = open(config).await?;
    let counts = journal.statistics().await?;
    say(format_args!(
        "schema {}, {} gebeurtenissen in {} stromen, {} documenten met {} rijen, {} auditregels, {} concepten",
        counts.schema,
        counts.events,
        counts.streams,
        counts.documents,
        counts.document_rows,
        counts.audit,
        counts.concepten
    ));
    let verified = journal.verify_against(&seen).await;
    let recounted = hertelling::hertel(&journal).await;
    let key: String = journal.head_key().iter().map(|byte| format!("{byte:02x}")).collect();
    journal.close().await;
    all_well(verified?)?;
    let hertelling::Hertelling { zaken, gewicht } = recounted?;
    let (uren, minuten) = (gewicht / 60, gewicht % 60);
    say(format_args!(
        "caseload: {zaken} lopende zaken, {uren} uur en {minuten} minuten per week, gelijk aan een hertelling van het journaal"
    ));
    say(format_args!("openbare sleutel van de handtekeningen (ed25519): {key}"));
    Ok(())
}

fn all_well(verified: Verified) -> anyhow::Result<()> {
    for bad in &verified.bad {
        say(format_args!("rij {} van {} klopt niet: {}", bad.row, bad.table, bad.why));
    }
    if let Some(first) = verified.bad.first() {
        anyhow::bail!(
            "{} rijen kloppen niet; de eerste is rij {} van {}: {}",
            verified.bad.len(),
            first.row,
            first.table,
            first.why
        );
    }
    say(format_args!("alle ketens kloppen; ondertekende koppen van het auditspoor: {}", verified.heads));
    Ok(())
}

async fn export(config: &Config, to: &Path, document: Option<DocumentId>) -> anyhow::Result<()> {
    must_exist(config)?;
    let journal = open(config).await?;
    let verified = match document {
        None => {
            journal.export(to).await?;
            Some(journal.verify().await?)
        }
        Some(document) => {
            let rows = journal.export_document(GEMEENTE, document, to).await?;
            anyhow::ensure!(rows > 0, "document {document} heeft geen regels");
            None
        }
    };
    journal.close().await;
    say(format_args!("geschreven in {}", to.display()));
    // What is damaged is written all the same: a copy is what somebody will want to look at.
    verified.map_or(Ok(()), all_well)
}

/// One line on stdout. Whoever stopped listening, such as `head`, is no reason to stop.
pub fn say(line: std::fmt::Arguments<'_>) {
    use std::io::Write;
    drop(writeln!(std::io::stdout().lock(), "{line}"));
}

#[cfg(test)]
mod tests;
