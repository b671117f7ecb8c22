//! Where the record is kept, and how it is opened.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context;
use keukentafel::clock::SystemClock;
use keukentafel::rng::SystemRng;
use keukentafel::store::opening::{EpochChoice, OpenError, SCHEMA};
use keukentafel::store::{InstallationKey, PostgresJournal, SqliteJournal, StoredJournal, postgres, sqlite};

use crate::config::{Config, ConfigError};

/// The name of a node that was given none.
const NODE: &str = "n1";

/// Characters of the name of a node: it stands in each link of the trail and in the list of connections of the database.
const NODE_CHARS_MAX: usize = 32;

/// The name that was given to this node.
///
/// # Errors
/// [`ConfigError::Node`] when it is none.
pub(crate) fn node(given: Option<String>) -> Result<String, ConfigError> {
    let name = given.unwrap_or_else(|| NODE.to_owned());
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if (1..=NODE_CHARS_MAX).contains(&name.len()) && name.chars().all(fits) {
        Ok(name)
    } else {
        Err(ConfigError::Node(name))
    }
}

/// Which database.
#[derive(Clone, Eq, PartialEq)]
pub enum Database {
    /// A file of this machine, in SQLite.
    File(PathBuf),
    /// A PostgreSQL database, by its URL. That can hold a password, so it is shown without.
    Postgres(String),
}

impl Database {
    /// From what was set: `sqlite:PATH` or `postgres://…`.
    ///
    /// # Errors
    /// [`ConfigError::Database`] when it is neither; the text is not repeated.
    pub fn parse(url: &str) -> Result<Self, ConfigError> {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            return Ok(Self::Postgres(url.to_owned()));
        }
        let path = url.strip_prefix("sqlite:").ok_or(ConfigError::Database)?;
        let path = path.strip_prefix("//").unwrap_or(path);
        if path.is_empty() || path == ":memory:" {
            return Err(ConfigError::Database);
        }
        Ok(Self::File(path.into()))
    }

    /// The file, where it is one.
    #[must_use]
    pub fn file(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::Postgres(_) => None,
        }
    }
}

impl fmt::Display for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => write!(f, "{}", path.display()),
            // What is after the last @ and before the settings: where it is, and not who comes in how.
            Self::Postgres(url) => {
                let place = url.split_once("://").map_or(url.as_str(), |(_, rest)| rest);
                let place = place.split_once('?').map_or(place, |(place, _)| place);
                let place = place.rsplit_once('@').map_or(place, |(_, place)| place);
                write!(f, "postgres://…@{place}")
            }
        }
    }
}

impl fmt::Debug for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Opens the journal that `config` names.
///
/// # Errors
/// When it is in use, newer than this program, under another key, or cannot be reached or read.
pub async fn open(config: &Config) -> anyhow::Result<StoredJournal> {
    open_as(config, EpochChoice::Keep).await
}

/// The same, in another epoch where the database is a copy that was put back.
///
/// # Errors
/// As [`open`].
pub(crate) async fn open_as(config: &Config, epoch: EpochChoice) -> anyhow::Result<StoredJournal> {
    // Before anything is read: what stands in the record names kinds of this list.
    config.signaalsoorten.clone().laad()?;
    made(&config.data)?;
    match &config.database {
        Database::File(path) => {
            let options = sqlite::OpenOptions { epoch, ..file_options(config, path)? };
            Ok(StoredJournal::Sqlite(told(config, SqliteJournal::open(options).await)?))
        }
        Database::Postgres(url) => {
            let options = postgres::OpenOptions { epoch, ..server_options(config, url, key(config)?) };
            Ok(StoredJournal::Postgres(told(config, PostgresJournal::open(options).await)?))
        }
    }
}

/// Opens what stands there already, for a tool that goes through all of it: of PostgreSQL to read, beside nodes that are at work.
///
/// # Errors
/// As [`open`], and when there is nothing.
pub(crate) async fn open_existing(config: &Config) -> anyhow::Result<StoredJournal> {
    config.signaalsoorten.clone().laad()?;
    match &config.database {
        Database::File(path) => {
            is_there(path)?;
            open(config).await
        }
        Database::Postgres(url) => {
            let options = server_options(config, url, existing_key(config)?);
            Ok(StoredJournal::Postgres(told(config, PostgresJournal::open_to_read(options).await)?))
        }
    }
}

/// Without this a tool would make an empty database and say that all is well with it.
///
/// # Errors
/// When there is no such file.
pub(crate) fn is_there(path: &Path) -> anyhow::Result<()> {
    anyhow::ensure!(
        path.exists(),
        "database {} bestaat nog niet: noem haar met --data of --database-url. Die van de demonstratie: --data var --database-url sqlite:var/demo.sqlite",
        path.display()
    );
    Ok(())
}

/// What is needed to open the file `path`, with folders for it.
pub(crate) fn file_options(config: &Config, path: &Path) -> anyhow::Result<sqlite::OpenOptions> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        made(folder)?;
    }
    // A new key beside an old database would open nothing and look as if it were the right one.
    if path.exists() && !config.key_file.exists() {
        anyhow::bail!(
            "de installatiesleutel {} ontbreekt, terwijl de database {} er wel is: zet de sleutel terug",
            config.key_file.display(),
            path.display()
        );
    }
    Ok(sqlite::OpenOptions {
        path: path.to_owned(),
        key: key(config)?,
        rng: Arc::new(SystemRng),
        clock: Arc::new(SystemClock::default()),
        node: config.node.clone(),
        epoch: EpochChoice::Keep,
    })
}

/// What is needed to open the database at `url`.
pub(crate) fn server_options(config: &Config, url: &str, key: InstallationKey) -> postgres::OpenOptions {
    postgres::OpenOptions {
        url: url.to_owned(),
        key,
        rng: Arc::new(SystemRng),
        clock: Arc::new(SystemClock::default()),
        node: config.node.clone(),
        epoch: EpochChoice::Keep,
    }
}

/// The key that is there. What was made under one is not opened by a new one.
///
/// # Errors
/// When there is none, or it cannot be read.
pub(crate) fn existing_key(config: &Config) -> anyhow::Result<InstallationKey> {
    anyhow::ensure!(
        config.key_file.exists(),
        "de installatiesleutel {} ontbreekt: zet hem terug, of noem hem met --key-file",
        config.key_file.display()
    );
    key(config)
}

pub(crate) fn made(folder: &Path) -> anyhow::Result<()> {
    std::fs::create_dir_all(folder)
        .with_context(|| format!("map {} kan niet gemaakt worden", folder.display()))
}

fn key(config: &Config) -> anyhow::Result<InstallationKey> {
    InstallationKey::load_or_create(&config.key_file, &SystemRng).context("installatiesleutel")
}

/// What went wrong, with what to do about it where that is known.
pub(crate) fn told<T>(config: &Config, opened: Result<T, OpenError>) -> anyhow::Result<T> {
    let database = &config.database;
    match &opened {
        Err(OpenError::InUse { path }) => anyhow::bail!(
            "de database {path} is in gebruik bij een ander proces: stop eerst de keukentafel die haar open heeft, of kies een andere met --database-url"
        ),
        Err(OpenError::NodeInUse { node }) => anyhow::bail!(
            "de database {database} is in gebruik bij een ander proces dat ook {node} heet: stop eerst die, of geef deze een eigen naam met --node"
        ),
        Err(OpenError::WrongKey) => anyhow::bail!(
            "de installatiesleutel {} is niet die waarmee de database {database} gemaakt is: zet de goede terug, of noem hem met --key-file",
            config.key_file.display()
        ),
        Err(OpenError::OlderSchema { found: 0 }) => {
            anyhow::bail!("in de database {database} staat nog niets: noem een andere met --database-url")
        }
        Err(OpenError::OlderSchema { found }) => anyhow::bail!(
            "de database {database} heeft schema {found} en deze keukentafel kent {SCHEMA}: draai eerst keukentafel migrate"
        ),
        Ok(_) | Err(_) => {}
    }
    opened.context("database")
}
