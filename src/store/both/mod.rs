//! What is checked, exported and put back in either database alike.

mod copies;
mod refused;
mod tamper;
mod tools;

use std::sync::Arc;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, PgConnection, SqliteConnection};
use tempfile::TempDir;

use super::conformance::moment;
use super::crypto::Keys;
use super::opening::EpochChoice;
use super::tables::verify::{self, Verified};
use super::{
    Fault, InstallationKey, PostgresJournal, RestoreError, SqliteJournal, StoredJournal, postgres, sqlite,
};
use crate::clock::ManualClock;
use crate::rng::{Rng, SystemRng};

/// A place for a record: a file in a folder, or a schema of its own in the private server that `scripts/with-postgres.sh` starts.
enum Place {
    File(TempDir),
    Postgres(String),
}

/// Which kind of place.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
enum Kind {
    File,
    Postgres,
}

fn key() -> InstallationKey {
    InstallationKey::parse(&"2a".repeat(32)).unwrap()
}

impl Place {
    /// An empty one; `None`, and said, where there is no server.
    async fn new(kind: Kind) -> Option<Self> {
        match kind {
            Kind::File => Some(Self::File(tempfile::tempdir().unwrap())),
            Kind::Postgres => {
                let Ok(server) = std::env::var("KEUKENTAFEL_TEST_POSTGRES") else {
                    eprintln!("skipped: there is no PostgreSQL; run this with scripts/with-postgres.sh");
                    return None;
                };
                let name = format!("kt_{:08x}{:08x}", SystemRng.u32(), SystemRng.u32());
                Some(Self::Postgres(postgres::make_schema(&server, &name).await.unwrap()))
            }
        }
    }

    fn file(&self, node: &str) -> sqlite::OpenOptions {
        let Self::File(folder) = self else { panic!("a file") };
        sqlite::OpenOptions {
            path: folder.path().join("journal.sqlite"),
            key: key(),
            rng: Arc::new(SystemRng),
            clock: Arc::new(ManualClock::at(moment(0))),
            node: node.to_owned(),
            epoch: EpochChoice::Keep,
        }
    }

    fn server(&self, node: &str) -> postgres::OpenOptions {
        let Self::Postgres(url) = self else { panic!("a server") };
        postgres::OpenOptions {
            url: url.clone(),
            key: key(),
            rng: Arc::new(SystemRng),
            clock: Arc::new(ManualClock::at(moment(0))),
            node: node.to_owned(),
            epoch: EpochChoice::Keep,
        }
    }

    async fn open(&self, node: &str) -> StoredJournal {
        match self {
            Self::File(_) => StoredJournal::Sqlite(SqliteJournal::open(self.file(node)).await.unwrap()),
            Self::Postgres(_) => {
                StoredJournal::Postgres(PostgresJournal::open(self.server(node)).await.unwrap())
            }
        }
    }

    async fn restore(&self, from: &std::path::Path) -> Result<Verified, RestoreError> {
        match self {
            Self::File(_) => sqlite::restore(&self.file("een"), from, &mut |_, _| {}).await,
            Self::Postgres(_) => postgres::restore(&self.server("een"), from, &mut |_, _| {}).await,
        }
    }

    /// As whoever has the file or the password of the database, and no scruples.
    async fn beside(&self) -> Beside {
        match self {
            Self::File(_) => {
                let options = SqliteConnectOptions::new().filename(self.file("een").path);
                Beside::File(options.connect().await.unwrap())
            }
            Self::Postgres(url) => Beside::Postgres(PgConnection::connect(url).await.unwrap()),
        }
    }
}

/// A connection past the journal.
enum Beside {
    File(SqliteConnection),
    Postgres(PgConnection),
}

impl Beside {
    /// Statements in the words of SQLite, with `{node_in}` and `{node}` before the columns and values of a line, and `{naam}` for the name in a link.
    async fn run(&mut self, text: &str) {
        let done = match self {
            Self::File(conn) => {
                let text = text.replace("{node_in}", "").replace("{node}", "").replace("{naam}", "node");
                sqlx::raw_sql(AssertSqlSafe(text)).execute(conn).await.map(drop)
            }
            Self::Postgres(conn) => {
                let text = text.replace("{node_in}", "node, ").replace("{node}", "1, ");
                let text = in_postgres(&text.replace("{naam}", "naam"));
                sqlx::raw_sql(AssertSqlSafe(text)).execute(conn).await.map(drop)
            }
        };
        done.unwrap_or_else(|error| panic!("{text}: {error}"));
    }

    /// Begins what is undone later, past every guard.
    async fn begin(&mut self) {
        match self {
            Self::File(conn) => {
                sqlx::raw_sql("pragma ignore_check_constraints = on; begin")
                    .execute(&mut *conn)
                    .await
                    .unwrap();
                let triggers: Vec<String> =
                    sqlx::query_scalar("select name from sqlite_schema where type = 'trigger'")
                        .fetch_all(&mut *conn)
                        .await
                        .unwrap();
                for name in triggers {
                    let drop = AssertSqlSafe(format!("drop trigger {name}"));
                    sqlx::raw_sql(drop).execute(&mut *conn).await.unwrap();
                }
            }
            Self::Postgres(conn) => {
                let begin = "begin; set local session_replication_role = replica";
                sqlx::raw_sql(begin).execute(conn).await.unwrap();
            }
        }
    }

    async fn verify(&mut self) -> Result<Verified, Fault> {
        let keys = Keys::new(&key());
        match self {
            Self::File(conn) => verify::all(conn, &keys, sqlite::GUARDS, &[]).await,
            Self::Postgres(conn) => verify::all(conn, &keys, postgres::GUARDS, &[]).await,
        }
    }
}

/// `x'00'`, `zeroblob(2)` and `as blob` in the words of PostgreSQL. A text that ends in an x is none of these.
fn in_postgres(text: &str) -> String {
    let mut made = String::new();
    let mut rest = text;
    loop {
        let hex = rest.match_indices("x'").map(|(at, _)| at).find(|at| !rest[..*at].ends_with('\''));
        let zero = rest.find("zeroblob(");
        let Some(at) = hex.into_iter().chain(zero).min() else { break };
        made.push_str(&rest[..at]);
        let zeroes = Some(at) == zero;
        rest = &rest[at + if zeroes { "zeroblob(".len() } else { 2 }..];
        let (value, after) = rest.split_once(if zeroes { ')' } else { '\'' }).unwrap();
        let value = if zeroes { format!("repeat('00', {value})") } else { format!("'{value}'") };
        made.push_str(&format!("decode({value}, 'hex')"));
        rest = after;
    }
    made.push_str(rest);
    made.replace("as blob", "as bytea")
}
