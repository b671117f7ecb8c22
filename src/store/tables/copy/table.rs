//! The tables of a copy with what is asked of them and inserted, as follows from their columns.

use std::fmt::Write;
use std::sync::LazyLock;

use super::super::{Insert, Statement, Value};
use super::definitions::Kind::{Bytes, Number, Signed, Text};
use super::definitions::{Columns, DEFINITIONS, Definition};

/// Rows that SQLite takes at a time.
const GROUP: usize = 16;

/// A table with its statements.
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(super) columns: Columns,
    /// Places of the columns of the key.
    pub(super) key: Vec<usize>,
    pub(super) page: u64,
    /// A page of rows beyond a key.
    pub(crate) select: Statement,
    pub(crate) insert: Insert,
}

impl Table {
    /// Before its first row.
    pub(super) fn start(&self) -> Vec<Value> {
        let before = |place: &usize| match self.columns[*place].1 {
            Number => Value::Long(Some(-1)),
            Signed => Value::Long(Some(i64::MIN)),
            Text => Value::Text(Some(String::new())),
            Bytes => Value::Bytes(Some(Vec::new())),
        };
        self.key.iter().map(before).collect()
    }
}

/// All of them, in the order in which they are written and put back.
pub(crate) fn tables() -> &'static [Table] {
    static TABLES: LazyLock<Vec<Table>> = LazyLock::new(|| DEFINITIONS.iter().map(made).collect());
    &TABLES
}

fn made(definition: &'static Definition) -> Table {
    let Definition { name, columns, key, page, own } = definition;
    let place = |sought: &&str| columns.iter().position(|(name, _)| name == sought).unwrap_or_default();
    let (select, insert) = match own {
        Some(own) => (own.select, Insert { statement: own.insert, group: None }),
        None => (select(definition), insert(definition)),
    };
    Table { name, columns, key: key.iter().map(place).collect(), page: *page, select, insert }
}

/// As long as the program lives: there is one of each.
fn kept(text: String) -> &'static str {
    text.leak()
}

fn names(columns: Columns) -> String {
    columns.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ")
}

fn select(definition: &Definition) -> Statement {
    let Definition { name, columns, key, .. } = definition;
    let bound: Vec<String> = (1..=key.len()).map(|n| format!("${n}")).collect();
    let (bound, limit, key, columns) = (bound.join(", "), key.len() + 1, key.join(", "), names(columns));
    let text =
        kept(format!("select {columns} from {name} where ({key}) > ({bound}) order by {key} limit ${limit}"));
    Statement { sqlite: text, postgres: text }
}

fn insert(definition: &Definition) -> Insert {
    let Definition { name, columns, .. } = definition;
    let into = format!("insert into {name} ({})", names(columns));
    let (mut one, mut arrays) = (String::new(), String::new());
    for (n, (_, kind)) in (1..).zip(columns.iter()) {
        let of = match kind {
            Number | Signed => "bigint",
            Text => "text",
            Bytes => "bytea",
        };
        let comma = if n == 1 { "" } else { ", " };
        let done = write!(one, "{comma}?").and_then(|()| write!(arrays, "{comma}${n}::{of}[]"));
        done.unwrap_or_else(|_| unreachable!("a text in memory takes more"));
    }
    let group = vec![format!("({one})"); GROUP].join(", ");
    let statement = Statement {
        sqlite: kept(format!("{into} values ({one})")),
        postgres: kept(format!("{into} select * from unnest({arrays})")),
    };
    Insert { statement, group: Some((GROUP, kept(format!("{into} values {group}")))) }
}
