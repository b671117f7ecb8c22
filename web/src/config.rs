//! What an installation can set: by flag, by environment (`KEUKENTAFEL_*`) or in a TOML file, in this order of weight.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::koppelingen::{Koppeling, Koppelingen, Sleutel};
use crate::limits::{CONNECTIONS_MAX, SOCKETS_PER_SESSION};
use crate::telemetry::LogForm;

/// How the server runs.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum Mode {
    /// For real: no demo routes at all.
    Serve,
    /// With made-up people, and a page to become one of them.
    Demo,
}

/// Everything that is set.
#[derive(Clone, Debug)]
pub struct Config {
    /// How it runs.
    pub mode: Mode,
    /// Where it listens; port 0 takes a free one.
    pub adres: SocketAddr,
    /// The folder for the database, the key and the sessions.
    pub data: PathBuf,
    /// The database file.
    pub database: PathBuf,
    /// The file with the installation key.
    pub key_file: PathBuf,
    /// Origins besides our own address, such as `https://keukentafel.voorbeeld.nl`.
    pub oorsprongen: Vec<String>,
    /// Milliseconds that clients get to leave when the server stops.
    pub afbouw_ms: u64,
    /// Open sockets of one session.
    pub sockets_per_sessie: usize,
    /// The form of log lines.
    pub log: LogForm,
    /// Whether demo mode fills an empty database.
    pub demo_gegevens: bool,
    /// The outside systems that were set up.
    pub koppelingen: Koppelingen,
}

/// What was given; the rest has defaults.
#[derive(Clone, Debug, Default, Deserialize, clap::Args)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Where to listen, such as 127.0.0.1:8080
    #[arg(long, env = "KEUKENTAFEL_ADRES")]
    pub adres: Option<SocketAddr>,
    /// Folder for the database, the installation key and the sessions
    #[arg(long, env = "KEUKENTAFEL_DATA")]
    pub data: Option<PathBuf>,
    /// The database, such as sqlite:/var/lib/keukentafel/keukentafel.sqlite
    #[arg(long, env = "KEUKENTAFEL_DATABASE_URL")]
    pub database_url: Option<String>,
    /// File with the installation key (mode 600); made when it is absent
    #[arg(long, env = "KEUKENTAFEL_KEY_FILE")]
    pub key_file: Option<PathBuf>,
    /// Origin of our pages besides the address itself; may be given more than once
    #[arg(long = "oorsprong", env = "KEUKENTAFEL_OORSPRONGEN", value_delimiter = ',')]
    pub oorsprongen: Vec<String>,
    /// Milliseconds that clients get to leave when the server stops
    #[arg(long, env = "KEUKENTAFEL_AFBOUW_MS")]
    pub afbouw_ms: Option<u64>,
    /// Open sockets that one session may have
    #[arg(long, env = "KEUKENTAFEL_SOCKETS_PER_SESSIE")]
    pub sockets_per_sessie: Option<usize>,
    /// Base address of the BRP, https
    #[arg(long, env = "KEUKENTAFEL_BRP_URL")]
    pub brp_url: Option<String>,
    /// The key with which we ask the BRP
    #[arg(long, env = "KEUKENTAFEL_BRP_SLEUTEL", hide_env_values = true)]
    pub brp_sleutel: Option<Sleutel>,
    /// Form of log lines on stderr
    #[arg(long, value_enum, env = "KEUKENTAFEL_LOG_VORM")]
    pub log: Option<LogForm>,
}

/// Why a setting cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("instellingen: {path} kan niet gelezen worden")]
    Read {
        /// Which file.
        path: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// The file is not TOML, or holds a setting that does not exist.
    #[error("instellingen: {path} klopt niet: {why}")]
    Toml {
        /// Which file.
        path: String,
        /// What is wrong with it.
        why: String,
    },
    /// A database that this version does not speak.
    #[error("instellingen: KEUKENTAFEL_DATABASE_URL moet met sqlite: beginnen")]
    Database,
    /// Half of what a connection with an outside system needs.
    #[error(
        "instellingen: voor {0} zijn adres en sleutel allebei nodig (KEUKENTAFEL_{0}_URL en KEUKENTAFEL_{0}_SLEUTEL)"
    )]
    Koppeling(&'static str),
    /// Not an origin.
    #[error("instellingen: '{0}' is geen oorsprong zoals https://keukentafel.voorbeeld.nl")]
    Origin(String),
}

impl Settings {
    /// These settings on top of those in `file`, and defaults for the rest.
    ///
    /// # Errors
    /// [`ConfigError`] when the file or a value cannot be used.
    pub fn over(self, file: Option<&Path>, mode: Mode) -> Result<Config, ConfigError> {
        let below = file.map(read).transpose()?.unwrap_or_default();
        let (data_default, name, sockets) = match mode {
            Mode::Serve => ("/var/lib/keukentafel", "keukentafel.sqlite", SOCKETS_PER_SESSION),
            Mode::Demo => ("var", "demo.sqlite", CONNECTIONS_MAX),
        };
        let data = self.data.or(below.data).unwrap_or_else(|| data_default.into());
        let database = match self.database_url.or(below.database_url) {
            Some(url) => sqlite_path(&url)?,
            None => data.join(name),
        };
        let given = if self.oorsprongen.is_empty() { below.oorsprongen } else { self.oorsprongen };
        let koppelingen = Koppelingen {
            brp: koppeling("BRP", self.brp_url.or(below.brp_url), self.brp_sleutel.or(below.brp_sleutel))?,
        };
        let oorsprongen = given.into_iter().filter(|origin| !origin.is_empty()).map(origin).collect();
        Ok(Config {
            mode,
            adres: self.adres.or(below.adres).unwrap_or(SocketAddr::from(([127, 0, 0, 1], 8080))),
            key_file: self.key_file.or(below.key_file).unwrap_or_else(|| data.join("installatie.sleutel")),
            database,
            data,
            oorsprongen: Result::from_iter::<Vec<_>>(oorsprongen)?,
            afbouw_ms: self.afbouw_ms.or(below.afbouw_ms).unwrap_or(2000),
            sockets_per_sessie: self.sockets_per_sessie.or(below.sockets_per_sessie).unwrap_or(sockets),
            log: self.log.or(below.log).unwrap_or_default(),
            demo_gegevens: mode == Mode::Demo,
            koppelingen,
        })
    }
}

/// Both or none: half of it would look as if it were set up.
fn koppeling(
    naam: &'static str,
    url: Option<String>,
    sleutel: Option<Sleutel>,
) -> Result<Option<Koppeling>, ConfigError> {
    match (url.filter(|url| !url.is_empty()), sleutel) {
        (Some(url), Some(sleutel)) => Ok(Some(Koppeling { url, sleutel })),
        (None, None) => Ok(None),
        (Some(_), None) | (None, Some(_)) => Err(ConfigError::Koppeling(naam)),
    }
}

fn read(path: &Path) -> Result<Settings, ConfigError> {
    let name = path.display().to_string();
    let text =
        std::fs::read_to_string(path).map_err(|source| ConfigError::Read { path: name.clone(), source })?;
    toml::from_str(&text).map_err(|e| ConfigError::Toml { path: name, why: e.message().to_owned() })
}

fn sqlite_path(url: &str) -> Result<PathBuf, ConfigError> {
    let path = url.strip_prefix("sqlite:").ok_or(ConfigError::Database)?;
    let path = path.strip_prefix("//").unwrap_or(path);
    if path.is_empty() || path == ":memory:" { Err(ConfigError::Database) } else { Ok(path.into()) }
}

fn origin(text: String) -> Result<String, ConfigError> {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or_default();
    let host = host.trim_end_matches('/');
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']');
    if host.is_empty() || !host.chars().all(plain) { Err(ConfigError::Origin(text)) } else { Ok(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_weigh_more_than_the_file_and_the_file_more_than_defaults() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("kt.toml");
        std::fs::write(
            &file,
            "adres = \"127.0.0.1:9000\"\ndata = \"/srv/kt\"\noorsprongen = [\"https://kt.nl\"]\n",
        )
        .unwrap();
        let flags = Settings { data: Some("/elders".into()), ..Settings::default() };
        let config = flags.over(Some(&file), Mode::Serve).unwrap();
        assert_eq!(config.adres.port(), 9000);
        assert_eq!(config.database, PathBuf::from("/elders/keukentafel.sqlite"));
        assert_eq!(config.oorsprongen, vec!["https://kt.nl".to_owned()]);
        assert_eq!(
            Settings::default().over(None, Mode::Demo).unwrap().database,
            PathBuf::from("var/demo.sqlite")
        );
    }

    #[test]
    fn what_cannot_be_used_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("kt.toml");
        std::fs::write(&file, "adress = \"127.0.0.1:9000\"\n").unwrap();
        assert!(matches!(Settings::default().over(Some(&file), Mode::Serve), Err(ConfigError::Toml { .. })));
        let absent = folder.path().join("weg.toml");
        assert!(matches!(
            Settings::default().over(Some(&absent), Mode::Serve),
            Err(ConfigError::Read { .. })
        ));
        let url = |url: &str| Settings { database_url: Some(url.into()), ..Settings::default() };
        assert!(matches!(url("postgres://x").over(None, Mode::Serve), Err(ConfigError::Database)));
        assert!(matches!(url("sqlite::memory:").over(None, Mode::Serve), Err(ConfigError::Database)));
        let half = Settings { brp_url: Some("https://brp.nl".into()), ..Settings::default() };
        assert!(matches!(half.over(None, Mode::Serve), Err(ConfigError::Koppeling("BRP"))));
        let foreign = Settings { oorsprongen: vec!["keukentafel.nl".into()], ..Settings::default() };
        assert!(matches!(foreign.over(None, Mode::Serve), Err(ConfigError::Origin(_))));
    }
}
