//! What an installation can set: by flag, by environment (`KEUKENTAFEL_*`) or in a TOML file, in this order of weight.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use keukentafel::domain::signaal::{
    Betrouwbaarheid, Broninschrijving, Bronsoort, Soorten, SoortenFout, Soortgegevens,
};
use serde::Deserialize;
use uuid::Uuid;

pub use crate::bronnen::Signaalbron;
pub use crate::database::Database;

use crate::berichten::{BerichtSettings, BerichtenFout, Berichtenconfig};
use crate::database;
use crate::identiteit::{Identiteitsconfig, OidcFout, OidcSettings};
use crate::koppelingen::{Koppeling, Koppelingen, Sleutel};
use crate::limits::{CONNECTIONS_MAX, SESSION_ABSOLUTE, SESSION_IDLE, SOCKETS_PER_SESSION};
use crate::redis;
use crate::telefoon;
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
    /// The database.
    pub database: Database,
    /// The name of this node; of all nodes at one database each has its own.
    pub node: String,
    /// Where nodes tell each other that the record moved, with the password for it.
    pub redis: Option<Sleutel>,
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
    /// Outside systems that report signalen.
    pub signaalbronnen: Vec<Signaalbron>,
    /// The kinds of signaal: what is delivered, with the lines of the file.
    pub signaalsoorten: Soorten,
    /// How people come in, when providers of identities were set up.
    pub identiteit: Option<Identiteitsconfig>,
    /// Letters and mail.
    pub berichten: Berichtenconfig,
    /// Under which number residents reach the municipality.
    pub telefoon: Option<String>,
    /// Minutes after which a session ends when nothing is done.
    pub sessie_stil_minuten: u64,
    /// Minutes after which a session ends in any case.
    pub sessie_uiterlijk_minuten: u64,
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
    /// The database, such as sqlite:/var/lib/keukentafel/keukentafel.sqlite or postgres://keukentafel@db.voorbeeld.nl/keukentafel
    #[arg(long, env = "KEUKENTAFEL_DATABASE_URL")]
    pub database_url: Option<String>,
    /// The name of this node, when several share a database: 1 to 32 lower-case letters, digits and hyphens; n1 when absent
    #[arg(long, env = "KEUKENTAFEL_NODE")]
    pub node: Option<String>,
    /// A Redis over which nodes at one PostgreSQL tell each other what changed, such as redis://name:password@host:6379 or rediss://…
    #[arg(long, env = "KEUKENTAFEL_REDIS_URL", hide_env_values = true)]
    pub redis_url: Option<Sleutel>,
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
    /// Form of log lines on stderr
    #[arg(long, value_enum, env = "KEUKENTAFEL_LOG_VORM")]
    pub log: Option<LogForm>,
    /// Base address of Allegro, https
    #[arg(long, env = "KEUKENTAFEL_ALLEGRO_URL")]
    pub allegro_url: Option<String>,
    /// The key with which we ask Allegro; by environment or file, as arguments can be seen by everybody on the machine
    #[arg(long, env = "KEUKENTAFEL_ALLEGRO_SLEUTEL", hide_env_values = true)]
    pub allegro_sleutel: Option<Sleutel>,
    /// The key with which Allegro signs that something changed, at least 16 bytes; without it nobody can
    #[arg(long, env = "KEUKENTAFEL_ALLEGRO_HINT_SLEUTEL", hide_env_values = true)]
    pub allegro_hint_sleutel: Option<Sleutel>,
    /// Base address of the BRP, https
    #[arg(long, env = "KEUKENTAFEL_BRP_URL")]
    pub brp_url: Option<String>,
    /// The key with which we ask the BRP
    #[arg(long, env = "KEUKENTAFEL_BRP_SLEUTEL", hide_env_values = true)]
    pub brp_sleutel: Option<Sleutel>,
    /// The telephone number of the municipality for residents, as their pages show it, such as 14 0299
    #[arg(long, env = "KEUKENTAFEL_TELEFOON")]
    pub telefoon: Option<String>,
    /// Minutes after which a session ends when nothing is done, 1 to 15
    #[arg(long, env = "KEUKENTAFEL_SESSIE_STIL_MINUTEN")]
    pub sessie_stil_minuten: Option<u64>,
    /// Minutes after which a session ends in any case, 1 to 600
    #[arg(long, env = "KEUKENTAFEL_SESSIE_UITERLIJK_MINUTEN")]
    pub sessie_uiterlijk_minuten: Option<u64>,
    /// How people come in: the providers of identities.
    #[command(flatten)]
    pub oidc: OidcSettings,
    /// Letters and mail: who sends them, and through which mail server.
    #[command(flatten)]
    pub berichten: BerichtSettings,
    /// Outside systems that report signalen; only in the file.
    #[arg(skip)]
    pub signaalbronnen: Vec<SignaalbronSetting>,
    /// Kinds of signaal beside those that are delivered, or in their place; only in the file.
    #[arg(skip)]
    pub signaalsoorten: Vec<Soortgegevens>,
}

/// An outside system that reports signalen, as set in the file under `[[signaalbronnen]]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignaalbronSetting {
    /// A UUID: what the record and the trail know it by.
    pub id: Uuid,
    /// The municipality for which it reports.
    pub gemeente: Uuid,
    /// What people call it.
    pub naam: String,
    /// `school`, `wijkagent`, `woningstichting`, `energie`, `burger` or `professional`.
    pub soort: Bronsoort,
    /// How far what it reports can be relied on: `vastgesteld` for an administration; `eigen_waarneming` when absent.
    #[serde(default = "eigen_waarneming")]
    pub betrouwbaarheid: Betrouwbaarheid,
    /// SHA-256 of its key, in 64 hex digits. The key itself is kept by the source only.
    pub sleutel_sha256: String,
}

fn eigen_waarneming() -> Betrouwbaarheid {
    Betrouwbaarheid::EigenWaarneming
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
    #[error("instellingen: KEUKENTAFEL_DATABASE_URL moet met sqlite: of postgres: beginnen")]
    Database,
    /// No name for a node.
    #[error(
        "instellingen: KEUKENTAFEL_NODE '{0}' is geen naam voor een node: 1 tot 32 kleine letters, cijfers en streepjes"
    )]
    Node(String),
    /// The bus between nodes.
    #[error(transparent)]
    Redis(#[from] redis::RedisFout),
    /// No SHA-256.
    #[error("instellingen: sleutel_sha256 van signaalbron '{0}' is geen SHA-256 in 64 hexadecimale cijfers")]
    Sleutel(String),
    /// A kind of signaal that cannot be.
    #[error("instellingen: {0}")]
    Soorten(#[from] SoortenFout),
    /// A session that would last longer than the norm, or not at all.
    #[error("instellingen: {naam} moet tussen 1 en {hoogste} liggen")]
    Sessieduur {
        /// Which setting.
        naam: &'static str,
        /// The most that the norm allows.
        hoogste: u64,
    },
    /// How people come in.
    #[error(transparent)]
    Oidc(#[from] OidcFout),
    /// Letters and mail.
    #[error(transparent)]
    Berichten(#[from] BerichtenFout),
    /// Not an origin.
    #[error("instellingen: '{0}' is geen oorsprong zoals https://keukentafel.voorbeeld.nl")]
    Origin(String),
    /// Nobody can call that.
    #[error("instellingen: KEUKENTAFEL_TELEFOON '{0}' is geen telefoonnummer")]
    Telefoon(String),
    /// Half of what a connection with an outside system needs.
    #[error(
        "instellingen: voor {0} zijn adres en sleutel allebei nodig (KEUKENTAFEL_{0}_URL en KEUKENTAFEL_{0}_SLEUTEL)"
    )]
    Koppeling(&'static str),
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
            Some(url) => Database::parse(&url)?,
            None => Database::File(data.join(name)),
        };
        let koppelingen = Koppelingen {
            allegro: koppeling(
                "ALLEGRO",
                self.allegro_url.or(below.allegro_url),
                self.allegro_sleutel.or(below.allegro_sleutel),
            )?,
            allegro_hint_sleutel: self.allegro_hint_sleutel.or(below.allegro_hint_sleutel),
            brp: koppeling("BRP", self.brp_url.or(below.brp_url), self.brp_sleutel.or(below.brp_sleutel))?,
        };
        let given = if self.oorsprongen.is_empty() { below.oorsprongen } else { self.oorsprongen };
        let oorsprongen = given.into_iter().filter(|origin| !origin.is_empty()).map(origin).collect();
        Ok(Config {
            mode,
            adres: self.adres.or(below.adres).unwrap_or(SocketAddr::from(([127, 0, 0, 1], 8080))),
            key_file: self.key_file.or(below.key_file).unwrap_or_else(|| data.join("installatie.sleutel")),
            node: database::node(self.node.or(below.node))?,
            redis: redis::gekozen(self.redis_url.or(below.redis_url), &database)?,
            database,
            data,
            oorsprongen: Result::from_iter::<Vec<_>>(oorsprongen)?,
            afbouw_ms: self.afbouw_ms.or(below.afbouw_ms).unwrap_or(2000),
            sockets_per_sessie: self.sockets_per_sessie.or(below.sockets_per_sessie).unwrap_or(sockets),
            log: self.log.or(below.log).unwrap_or_default(),
            koppelingen,
            demo_gegevens: mode == Mode::Demo,
            identiteit: self.oidc.over(below.oidc)?,
            berichten: self.berichten.over(below.berichten)?,
            telefoon: telefoon::gekozen(self.telefoon.or(below.telefoon), mode)?,
            sessie_stil_minuten: minuten(
                "KEUKENTAFEL_SESSIE_STIL_MINUTEN",
                self.sessie_stil_minuten.or(below.sessie_stil_minuten),
                SESSION_IDLE,
            )?,
            sessie_uiterlijk_minuten: minuten(
                "KEUKENTAFEL_SESSIE_UITERLIJK_MINUTEN",
                self.sessie_uiterlijk_minuten.or(below.sessie_uiterlijk_minuten),
                SESSION_ABSOLUTE,
            )?,
            signaalsoorten: Soorten::meegeleverd().met(below.signaalsoorten)?,
            signaalbronnen: below.signaalbronnen.into_iter().map(signaalbron).collect::<Result<_, _>>()?,
        })
    }
}

/// What was given, at most the norm; the norm itself when nothing was.
fn minuten(naam: &'static str, given: Option<u64>, norm: Duration) -> Result<u64, ConfigError> {
    let hoogste = norm.as_secs() / 60;
    match given {
        None => Ok(hoogste),
        Some(minuten) if (1..=hoogste).contains(&minuten) => Ok(minuten),
        Some(_) => Err(ConfigError::Sessieduur { naam, hoogste }),
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

fn signaalbron(set: SignaalbronSetting) -> Result<Signaalbron, ConfigError> {
    let SignaalbronSetting { id, gemeente, naam, soort, betrouwbaarheid, sleutel_sha256 } = set;
    let digits = |at: usize| u8::from_str_radix(sleutel_sha256.get(at..at + 2)?, 16).ok();
    let plain = sleutel_sha256.len() == 64 && sleutel_sha256.bytes().all(|b| b.is_ascii_hexdigit());
    let sleutel: Option<Vec<u8>> = (0..64).step_by(2).map(digits).collect();
    match sleutel.and_then(|bytes| bytes.try_into().ok()).filter(|_| plain) {
        Some(sleutel) => {
            let inschrijving = Broninschrijving { bronsoort: soort, betrouwbaarheid };
            Ok(Signaalbron { id: id.into(), gemeente: gemeente.into(), naam, inschrijving, sleutel })
        }
        None => Err(ConfigError::Sleutel(naam)),
    }
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
        assert_eq!(config.database, Database::File("/elders/keukentafel.sqlite".into()));
        assert_eq!(config.oorsprongen, vec!["https://kt.nl".to_owned()]);
        assert_eq!(config.node, "n1");
        assert_eq!(
            Settings::default().over(None, Mode::Demo).unwrap().database,
            Database::File("var/demo.sqlite".into())
        );
    }

    // shows KING-SI2
    #[test]
    fn kinds_of_signaal_come_from_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("kt.toml");
        let own = "[[signaalsoorten]]\ncode = \"woonfraude\"\nnaam = \"Iemand woont er niet echt\"\nurgentie = \"spoed\"\nzichtbaar = [\"regisseur\"]\n";
        std::fs::write(&file, own).unwrap();
        let config = Settings::default().over(Some(&file), Mode::Serve).unwrap();
        assert_ne!(config.signaalsoorten, Soorten::meegeleverd());
        std::fs::write(&file, own.replace("\"regisseur\"", "\"bestuur\"")).unwrap();
        let refused = Settings::default().over(Some(&file), Mode::Serve).unwrap_err().to_string();
        assert!(refused.contains("woonfraude"), "{refused}");
        std::fs::write(&file, own.replace("urgentie", "haast")).unwrap();
        assert!(matches!(Settings::default().over(Some(&file), Mode::Serve), Err(ConfigError::Toml { .. })));
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
        assert!(matches!(url("mysql://x").over(None, Mode::Serve), Err(ConfigError::Database)));
        let elsewhere = url("postgres://kt:geheim@db/kt").over(None, Mode::Serve).unwrap().database;
        assert!(matches!(elsewhere, Database::Postgres(_)));
        let told = format!("{elsewhere} {elsewhere:?}");
        assert!(told.contains("@db/kt") && !told.contains("geheim"), "{told}");
        assert!(matches!(url("sqlite::memory:").over(None, Mode::Serve), Err(ConfigError::Database)));
        let foreign = Settings { oorsprongen: vec!["keukentafel.nl".into()], ..Settings::default() };
        assert!(matches!(foreign.over(None, Mode::Serve), Err(ConfigError::Origin(_))));
        let long = Settings { sessie_stil_minuten: Some(16), ..Settings::default() };
        assert!(matches!(long.over(None, Mode::Serve), Err(ConfigError::Sessieduur { hoogste: 15, .. })));
        for wrong in ["", "N1", "n_1", &"n".repeat(33)] {
            let named = Settings { node: Some(wrong.into()), ..Settings::default() };
            assert!(matches!(named.over(None, Mode::Serve), Err(ConfigError::Node(_))), "{wrong}");
        }
        let half = Settings { allegro_url: Some("https://allegro.nl".into()), ..Settings::default() };
        assert!(matches!(half.over(None, Mode::Serve), Err(ConfigError::Koppeling("ALLEGRO"))));
    }

    #[test]
    fn a_key_does_not_show() {
        let settings = Settings {
            allegro_url: Some("https://allegro.nl".into()),
            allegro_sleutel: Some("niet-om-te-lezen".parse().unwrap()),
            ..Settings::default()
        };
        let config = settings.clone().over(None, Mode::Serve).unwrap();
        assert!(config.koppelingen.allegro.is_some());
        assert!(!format!("{settings:?}{config:?}").contains("niet-om-te-lezen"));
    }
}
