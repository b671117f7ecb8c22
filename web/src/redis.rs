//! The bus between nodes, as it is set.

use std::sync::Arc;

use keukentafel::store::{Journal, SharedJournal};
use keukentafel_actors::bus::Others;
use keukentafel_actors::bus::redis::RedisTransport;
use uuid::Uuid;

use crate::database::Database;
use crate::koppelingen::Sleutel;

/// Why a Redis cannot be used. What was set holds a password and is not repeated.
#[derive(Debug, thiserror::Error)]
pub enum RedisFout {
    /// Not an address of one.
    #[error("instellingen: KEUKENTAFEL_REDIS_URL is geen adres zoals redis://naam:wachtwoord@host:6379")]
    Adres,
    /// The database is of one node.
    #[error(
        "instellingen: KEUKENTAFEL_REDIS_URL hoort bij meer nodes aan één PostgreSQL, en de database is een bestand van één machine: laat haar weg, of zet KEUKENTAFEL_DATABASE_URL op postgres://…"
    )]
    Bestand,
}

/// What was given, when it can be used with this database.
pub(crate) fn gekozen(given: Option<Sleutel>, database: &Database) -> Result<Option<Sleutel>, RedisFout> {
    let Some(url) = given.filter(|url| !url.tekst().is_empty()) else { return Ok(None) };
    RedisTransport::new(url.tekst(), Uuid::nil()).map_err(|_| RedisFout::Adres)?;
    match database {
        Database::Postgres(_) => Ok(Some(url)),
        Database::File(_) => Err(RedisFout::Bestand),
    }
}

/// How a node at this record hears of others. At one PostgreSQL there may be others, also when nothing goes between them.
pub(crate) fn anderen(
    url: Option<&Sleutel>,
    database: &Database,
    journal: &SharedJournal,
) -> Result<Others, RedisFout> {
    match (database, url) {
        (Database::File(_), _) => Ok(Others::None),
        (Database::Postgres(_), None) => Ok(Others::ByRecord),
        (Database::Postgres(_), Some(url)) => {
            let redis = RedisTransport::new(url.tekst(), journal.epoch()).map_err(|_| RedisFout::Adres)?;
            Ok(Others::Over(Arc::new(redis)))
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::config::{ConfigError, Mode, Settings};

    use super::*;

    fn of(database: &str, redis: &str) -> Result<Option<Sleutel>, ConfigError> {
        let set = Settings {
            database_url: Some(database.into()),
            redis_url: redis.parse().ok(),
            ..Settings::default()
        };
        set.over(None, Mode::Serve).map(|config| config.redis)
    }

    // shows G11
    #[test]
    fn a_redis_goes_with_a_database_of_several_nodes_and_its_password_does_not_show() {
        let (postgres, good) = ("postgres://kt@db/kt", "redis://kt:geheim@redis:6379");
        let set = of(postgres, good).unwrap();
        assert!(set.is_some());
        assert!(!format!("{set:?}").contains("geheim"));
        assert!(of(postgres, "").unwrap().is_none());
        let file = of("sqlite:/srv/kt.sqlite", good).unwrap_err();
        assert!(matches!(file, ConfigError::Redis(RedisFout::Bestand)));
        let wrong = of(postgres, "http://kt:geheim@redis").unwrap_err();
        assert!(matches!(wrong, ConfigError::Redis(RedisFout::Adres)));
        assert!(!format!("{file}{wrong}").contains("geheim"));
    }
}
