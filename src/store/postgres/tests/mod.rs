//! What only the PostgreSQL journal has to show, beside the suite.

mod faults;
mod feed;
mod nodes;
mod pulse;
mod sessies;

use std::sync::Arc;

use sqlx::{AssertSqlSafe, Connection, PgConnection};

use super::{OpenOptions, PostgresJournal, make_schema};
use crate::clock::ManualClock;
use crate::rng::{Rng, SystemRng};
use crate::store::InstallationKey;
use crate::store::conformance::{
    GEMEENTE, adds, append, audit_row, commit, commit_all, conformance, moment, zaak,
};
use crate::store::opening::{EpochChoice, OpenError};

/// A schema of its own for a test, in the private server that `scripts/with-postgres.sh` starts. `None`, and said, where there is none.
async fn database() -> Option<String> {
    let Ok(server) = std::env::var("KEUKENTAFEL_TEST_POSTGRES") else {
        eprintln!("skipped: there is no PostgreSQL; run this with scripts/with-postgres.sh");
        return None;
    };
    let name = format!("kt_{:08x}{:08x}", SystemRng.u32(), SystemRng.u32());
    Some(make_schema(&server, &name).await.unwrap())
}

fn options(url: &str, node: &str) -> OpenOptions {
    OpenOptions {
        url: url.to_owned(),
        key: InstallationKey::parse(&"2a".repeat(32)).unwrap(),
        rng: Arc::new(SystemRng),
        clock: Arc::new(ManualClock::at(moment(0))),
        node: node.to_owned(),
        epoch: EpochChoice::Keep,
    }
}

async fn open(url: &str, node: &str) -> PostgresJournal {
    PostgresJournal::open(options(url, node)).await.unwrap()
}

async fn fresh() -> Option<(PostgresJournal, String)> {
    let url = database().await?;
    Some((open(&url, "een").await, url))
}

/// A connection beside the journal, as an administrator with a tool has.
async fn beside(url: &str) -> PgConnection {
    PgConnection::connect(url).await.unwrap()
}

mod in_postgres {
    use super::conformance;

    conformance!(super::fresh);
}
