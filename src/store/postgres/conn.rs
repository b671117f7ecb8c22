//! PostgreSQL as a [`Conn`], and what its errors mean.

use sqlx::postgres::{PgArguments, PgRow};
use sqlx::{PgConnection, Postgres, Row};

use crate::store::Fault;
use crate::store::tables::{Columns, Conn, Failed, Insert, Statement, Value};

/// SQLSTATEs that decide something here (appendix A of PostgreSQL's manual); of `CONNECTION` and `OPERATOR` whole classes.
mod code {
    pub(super) const SERIALIZATION: &str = "40001";
    pub(super) const DEADLOCK: &str = "40P01";
    pub(super) const UNIQUE: &str = "23505";
    pub(super) const DISK_FULL: &str = "53100";
    pub(super) const DATA_CORRUPTED: &str = "XX001";
    pub(super) const INDEX_CORRUPTED: &str = "XX002";
    pub(super) const CONNECTION: &str = "08";
    /// The server ended the connection: it goes, or the transaction stood still for too long. What was open is undone.
    pub(super) const ENDED: [&str; 4] = ["57P01", "57P02", "57P03", "25P03"];
}

type Query = sqlx::query::Query<'static, Postgres, PgArguments>;

impl Conn for PgConnection {
    type Row = PgRow;

    async fn rows(&mut self, statement: Statement, values: Vec<Value>) -> Result<Vec<PgRow>, Failed> {
        let query = bound(sqlx::query(statement.postgres), values);
        query.fetch_all(self).await.map_err(|error| failed(&error))
    }

    async fn run(&mut self, statement: Statement, values: Vec<Value>) -> Result<u64, Failed> {
        let done = bound(sqlx::query(statement.postgres), values).execute(self).await;
        Ok(done.map_err(|error| failed(&error))?.rows_affected())
    }

    async fn ask(&mut self, statement: Statement, keys: Vec<Vec<Value>>) -> Result<Vec<PgRow>, Failed> {
        if keys.is_empty() {
            return Ok(Vec::new());
        }
        let query = columns(sqlx::query(statement.postgres), keys);
        query.fetch_all(self).await.map_err(|error| failed(&error))
    }

    async fn put(&mut self, statement: Statement, rows: Vec<Vec<Value>>) -> Result<u64, Failed> {
        if rows.is_empty() {
            return Ok(0);
        }
        let done = columns(sqlx::query(statement.postgres), rows).execute(self).await;
        Ok(done.map_err(|error| failed(&error))?.rows_affected())
    }

    async fn insert(&mut self, insert: Insert, rows: Vec<Vec<Value>>) -> Result<u64, Failed> {
        self.put(insert.statement, rows).await
    }
}

fn bound(query: Query, values: Vec<Value>) -> Query {
    values.into_iter().fold(query, |query, value| match value {
        Value::Long(value) => query.bind(value),
        Value::Text(value) => query.bind(value),
        Value::Bytes(value) => query.bind(value),
    })
}

/// All values of a column, as one array.
enum Column {
    Long(Vec<Option<i64>>),
    Text(Vec<Option<String>>),
    Bytes(Vec<Option<Vec<u8>>>),
}

/// Rows of the same columns, bound as one array a column.
fn columns(query: Query, rows: Vec<Vec<Value>>) -> Query {
    let mut columns: Vec<Column> = Vec::new();
    for row in rows {
        if columns.is_empty() {
            columns.extend(row.iter().map(|value| match value {
                Value::Long(_) => Column::Long(Vec::new()),
                Value::Text(_) => Column::Text(Vec::new()),
                Value::Bytes(_) => Column::Bytes(Vec::new()),
            }));
        }
        for (column, value) in columns.iter_mut().zip(row) {
            match (column, value) {
                (Column::Long(all), Value::Long(value)) => all.push(value),
                (Column::Text(all), Value::Text(value)) => all.push(value),
                (Column::Bytes(all), Value::Bytes(value)) => all.push(value),
                (Column::Long(_) | Column::Text(_) | Column::Bytes(_), _) => {
                    unreachable!("rows of one statement have the same columns")
                }
            }
        }
    }
    columns.into_iter().fold(query, |query, column| match column {
        Column::Long(all) => query.bind(all),
        Column::Text(all) => query.bind(all),
        Column::Bytes(all) => query.bind(all),
    })
}

impl Columns for PgRow {
    fn maybe_long(&self, column: usize) -> Result<Option<i64>, Fault> {
        self.try_get(column).map_err(fault)
    }

    fn maybe_text(&self, column: usize) -> Result<Option<&str>, Fault> {
        self.try_get(column).map_err(fault)
    }

    fn maybe_bytes(&self, column: usize) -> Result<Option<&[u8]>, Fault> {
        self.try_get(column).map_err(fault)
    }

    fn flag(&self, column: usize) -> Result<bool, Fault> {
        self.try_get(column).map_err(fault)
    }
}

/// What an error means for whoever writes.
pub(super) fn failed(error: &sqlx::Error) -> Failed {
    // The text of a database error holds names of tables and constraints, never a bound value: those stand in its detail.
    let text = error.to_string();
    let Some(database) = error.as_database_error() else {
        return if is_gone(error) { Failed::Gone(text) } else { Failed::Fault(Fault::Unavailable(text)) };
    };
    failed_of_code(database.code().as_deref().unwrap_or_default(), text)
}

/// What a SQLSTATE means for whoever writes.
pub(super) fn failed_of_code(found: &str, text: String) -> Failed {
    match found {
        code::SERIALIZATION | code::DEADLOCK | code::UNIQUE => Failed::InTheWay(text),
        code::DISK_FULL => Failed::Full,
        code::DATA_CORRUPTED | code::INDEX_CORRUPTED => Failed::Fault(Fault::Corrupt(text)),
        found if found.starts_with(code::CONNECTION) || code::ENDED.contains(&found) => Failed::Gone(text),
        found => Failed::Fault(Fault::Unavailable(format!("{text} ({found})"))),
    }
}

/// What an error means for a reader.
pub(super) fn fault(error: sqlx::Error) -> Fault {
    failed(&error).fault()
}

fn is_gone(error: &sqlx::Error) -> bool {
    matches!(
        error,
        sqlx::Error::Io(_) | sqlx::Error::Tls(_) | sqlx::Error::Protocol(_) | sqlx::Error::WorkerCrashed
    )
}
