//! SQLite as a [`Conn`], and what its errors mean.

use std::fmt::Write;

use sqlx::sqlite::{SqliteArguments, SqliteRow};
use sqlx::{Row, Sqlite, SqliteConnection};

use crate::store::Fault;
use crate::store::crypto::hex;
use crate::store::tables::{Columns, Conn, Failed, Insert, Statement, Value};

/// SQLite's result codes that decide something here (`sqlite3.h`); the low byte is the primary code.
mod code {
    pub(super) const READONLY: i32 = 8;
    pub(super) const CORRUPT: i32 = 11;
    pub(super) const FULL: i32 = 13;
    pub(super) const NOTADB: i32 = 26;
    pub(super) const IOERR_FSYNC: i32 = 10 | (4 << 8);
    pub(super) const IOERR_DIR_FSYNC: i32 = 10 | (5 << 8);
    pub(super) const IOERR_WRITE: i32 = 10 | (3 << 8);
    pub(super) const IOERR_TRUNCATE: i32 = 10 | (6 << 8);
    pub(super) const IOERR_SHMSIZE: i32 = 10 | (19 << 8);
}

type Query = sqlx::query::Query<'static, Sqlite, SqliteArguments>;

impl Conn for SqliteConnection {
    type Row = SqliteRow;

    async fn rows(&mut self, statement: Statement, values: Vec<Value>) -> Result<Vec<SqliteRow>, Failed> {
        let query = bound(sqlx::query(statement.sqlite), values);
        query.fetch_all(self).await.map_err(|error| failed(&error))
    }

    async fn run(&mut self, statement: Statement, values: Vec<Value>) -> Result<u64, Failed> {
        let done = bound(sqlx::query(statement.sqlite), values).execute(self).await;
        Ok(done.map_err(|error| failed(&error))?.rows_affected())
    }

    async fn ask(&mut self, statement: Statement, keys: Vec<Vec<Value>>) -> Result<Vec<SqliteRow>, Failed> {
        if keys.is_empty() {
            return Ok(Vec::new());
        }
        self.rows(statement, vec![json(&keys).into()]).await
    }

    async fn put(&mut self, statement: Statement, rows: Vec<Vec<Value>>) -> Result<u64, Failed> {
        if rows.is_empty() {
            return Ok(0);
        }
        self.run(statement, vec![json(&rows).into()]).await
    }

    async fn insert(&mut self, insert: Insert, rows: Vec<Vec<Value>>) -> Result<u64, Failed> {
        let (count, mut rows) = (rows.len() as u64, rows.into_iter().peekable());
        if let Some((size, text)) = insert.group {
            while rows.len() >= size {
                let group = rows.by_ref().take(size).flatten();
                let done = bound(sqlx::query(text), group).execute(&mut *self).await;
                done.map_err(|error| failed(&error))?;
            }
        }
        for row in rows {
            self.run(insert.statement, row).await?;
        }
        Ok(count)
    }
}

fn bound(query: Query, values: impl IntoIterator<Item = Value>) -> Query {
    values.into_iter().fold(query, |query, value| match value {
        Value::Long(value) => query.bind(value),
        Value::Text(value) => query.bind(value),
        Value::Bytes(value) => query.bind(value),
    })
}

/// Rows as a JSON array of arrays, bytes as hex.
fn json(rows: &[Vec<Value>]) -> String {
    let word =
        |text: &str| serde_json::to_string(text).unwrap_or_else(|_| unreachable!("a text is always JSON"));
    let mut text = String::from("[");
    for (n, row) in rows.iter().enumerate() {
        text.push_str(if n == 0 { "[" } else { ",[" });
        for (m, value) in row.iter().enumerate() {
            if m > 0 {
                text.push(',');
            }
            let done = match value {
                Value::Long(Some(value)) => write!(text, "{value}"),
                Value::Text(Some(value)) => write!(text, "{}", word(value)),
                Value::Bytes(Some(value)) => write!(text, "\"{}\"", hex(value)),
                Value::Long(None) | Value::Text(None) | Value::Bytes(None) => write!(text, "null"),
            };
            done.unwrap_or_else(|_| unreachable!("a text in memory takes more"));
        }
        text.push(']');
    }
    text.push(']');
    text
}

impl Columns for SqliteRow {
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
    // The text of a database error holds names of tables and codes, never a bound value.
    failed_of_code(result_code(error), error.to_string())
}

/// What SQLite's extended result code means for whoever writes.
pub(super) fn failed_of_code(found: Option<i32>, text: String) -> Failed {
    match found {
        Some(code::IOERR_WRITE | code::IOERR_TRUNCATE | code::IOERR_SHMSIZE) => Failed::Full,
        Some(found) if matches!(found & 0xff, code::FULL | code::READONLY) => Failed::Full,
        Some(_) | None => Failed::Fault(fault_of_code(found, text)),
    }
}

/// What an error means for a reader.
pub(super) fn fault(error: sqlx::Error) -> Fault {
    fault_of_code(result_code(&error), error.to_string())
}

fn fault_of_code(found: Option<i32>, text: String) -> Fault {
    match found {
        Some(code::IOERR_FSYNC | code::IOERR_DIR_FSYNC) => Fault::SyncFailed(text),
        Some(found) if matches!(found & 0xff, code::CORRUPT | code::NOTADB) => Fault::Corrupt(text),
        Some(found) => Fault::Unavailable(format!("{text} (sqlite {found})")),
        None => Fault::Unavailable(text),
    }
}

fn result_code(error: &sqlx::Error) -> Option<i32> {
    error.as_database_error()?.code()?.parse().ok()
}
