//! A connection to a database, as the journal sees it: statements with values go in, rows come out.

use std::future::Future;

use uuid::Uuid;

use super::Failed;
use crate::clock::Moment;
use crate::store::Fault;
use crate::store::chain::Link;

/// One question or change, in the words of each database.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Statement {
    pub(crate) sqlite: &'static str,
    pub(crate) postgres: &'static str,
}

/// A statement that puts rows into a table. SQLite takes one row a time, or a group of them; PostgreSQL all of them, as one array a
/// column.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Insert {
    pub(crate) statement: Statement,
    /// For SQLite: how many rows at a time, and the statement for that.
    pub(crate) group: Option<(usize, &'static str)>,
}

/// What is bound in a statement or stands in a column.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    Long(Option<i64>),
    Text(Option<String>),
    Bytes(Option<Vec<u8>>),
}

/// Values in the order of their columns.
macro_rules! values {
    ($($value:expr),* $(,)?) => { vec![$(crate::store::tables::Value::from($value)),*] };
}
pub(crate) use values;

/// A row that was found. Columns are counted from 0; a column of another type is a [`Fault::Corrupt`].
pub(crate) trait Columns: Send + Sync {
    fn maybe_long(&self, column: usize) -> Result<Option<i64>, Fault>;
    fn maybe_text(&self, column: usize) -> Result<Option<&str>, Fault>;
    fn maybe_bytes(&self, column: usize) -> Result<Option<&[u8]>, Fault>;
    fn flag(&self, column: usize) -> Result<bool, Fault>;

    fn long(&self, column: usize) -> Result<i64, Fault> {
        self.maybe_long(column)?.ok_or_else(empty)
    }

    fn text(&self, column: usize) -> Result<&str, Fault> {
        self.maybe_text(column)?.ok_or_else(empty)
    }

    fn bytes(&self, column: usize) -> Result<&[u8], Fault> {
        self.maybe_bytes(column)?.ok_or_else(empty)
    }

    /// A number that is never below zero.
    fn number(&self, column: usize) -> Result<u64, Fault> {
        super::rows::number(self.long(column)?)
    }

    fn moment(&self, column: usize) -> Result<Moment, Fault> {
        Ok(Moment::from_micros(self.long(column)?))
    }

    fn id(&self, column: usize) -> Result<Uuid, Fault> {
        super::rows::uuid_of(self.bytes(column)?)
    }

    fn maybe_id(&self, column: usize) -> Result<Option<Uuid>, Fault> {
        self.maybe_bytes(column)?.map(super::rows::uuid_of).transpose()
    }

    fn link(&self, column: usize) -> Result<Link, Fault> {
        super::rows::link_of(self.bytes(column)?)
    }
}

fn empty() -> Fault {
    Fault::Corrupt("a column is empty that never is".into())
}

/// A connection. Whether what it does is a transaction is for whoever holds it.
pub(crate) trait Conn: Send {
    type Row: Columns;

    /// The rows that a statement finds.
    fn rows(
        &mut self,
        statement: Statement,
        values: Vec<Value>,
    ) -> impl Future<Output = Result<Vec<Self::Row>, Failed>> + Send;

    /// Runs a statement; answers how many rows it touched.
    fn run(
        &mut self,
        statement: Statement,
        values: Vec<Value>,
    ) -> impl Future<Output = Result<u64, Failed>> + Send;

    /// What is found of a set of keys that all have the same columns, with one question. The first column of a row is the place of its key
    /// in the set.
    fn ask(
        &mut self,
        statement: Statement,
        keys: Vec<Vec<Value>>,
    ) -> impl Future<Output = Result<Vec<Self::Row>, Failed>> + Send;

    /// Puts a set of short rows with one statement.
    fn put(
        &mut self,
        statement: Statement,
        rows: Vec<Vec<Value>>,
    ) -> impl Future<Output = Result<u64, Failed>> + Send;

    /// Inserts rows that may be long; answers how many.
    fn insert(
        &mut self,
        insert: Insert,
        rows: Vec<Vec<Value>>,
    ) -> impl Future<Output = Result<u64, Failed>> + Send;

    /// The first row that a statement finds.
    fn row(
        &mut self,
        statement: Statement,
        values: Vec<Value>,
    ) -> impl Future<Output = Result<Option<Self::Row>, Failed>> + Send {
        async move {
            let mut found = self.rows(statement, values).await?;
            Ok(if found.is_empty() { None } else { Some(found.swap_remove(0)) })
        }
    }
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Self::Long(Some(value))
    }
}

impl From<Option<i64>> for Value {
    fn from(value: Option<i64>) -> Self {
        Self::Long(value)
    }
}

/// Those that count rows and versions stay far below 2⁶³.
impl From<u64> for Value {
    fn from(value: u64) -> Self {
        Self::Long(Some(super::rows::stored(value)))
    }
}

impl From<Moment> for Value {
    fn from(value: Moment) -> Self {
        Self::Long(Some(value.micros()))
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::Text(Some(value.to_owned()))
    }
}

impl From<Option<&str>> for Value {
    fn from(value: Option<&str>) -> Self {
        Self::Text(value.map(str::to_owned))
    }
}

impl From<String> for Value {
    fn from(value: String) -> Self {
        Self::Text(Some(value))
    }
}

impl From<Option<String>> for Value {
    fn from(value: Option<String>) -> Self {
        Self::Text(value)
    }
}

impl From<Vec<u8>> for Value {
    fn from(value: Vec<u8>) -> Self {
        Self::Bytes(Some(value))
    }
}

impl From<Option<Vec<u8>>> for Value {
    fn from(value: Option<Vec<u8>>) -> Self {
        Self::Bytes(value)
    }
}

impl From<Uuid> for Value {
    fn from(value: Uuid) -> Self {
        Self::Bytes(Some(value.as_bytes().to_vec()))
    }
}

impl From<Option<Uuid>> for Value {
    fn from(value: Option<Uuid>) -> Self {
        Self::Bytes(value.map(|id| id.as_bytes().to_vec()))
    }
}

impl From<Link> for Value {
    fn from(value: Link) -> Self {
        Self::Bytes(Some(value.to_vec()))
    }
}
