//! Rows that a batch has made and not inserted yet: going to the database costs more than a row in it.

use super::{Batch, Conn, Failed, Value, sql};

/// Rows per table.
#[derive(Default)]
pub(super) struct Pending {
    pub(super) keys: Vec<Vec<Value>>,
    pub(super) events: Vec<Vec<Value>>,
    pub(super) commands: Vec<Vec<Value>>,
    pub(super) claims: Vec<Vec<Value>>,
    pub(super) outbox: Vec<Vec<Value>>,
    pub(super) stukken: Vec<Vec<Value>>,
    pub(super) document_rows: Vec<Vec<Value>>,
    pub(super) clients: Vec<Vec<Value>>,
}

impl<C: Conn> Batch<'_, C> {
    /// Inserts them. Whoever reads or changes rows of these tables does so first.
    pub(super) async fn insert_pending(&mut self) -> Result<(), Failed> {
        let Pending { keys, events, commands, claims, outbox, stukken, document_rows, clients } =
            std::mem::take(&mut self.pending);
        // Those that count as rows of the commit first, a key before what is closed under it.
        self.conn.insert(sql::INSERT_KEYS, keys).await?;
        self.rows += self.conn.insert(sql::INSERT_EVENTS, events).await?;
        self.rows += self.conn.insert(sql::INSERT_DOCUMENT_ROWS, document_rows).await?;
        for (insert, rows) in [
            (sql::INSERT_COMMANDS, commands),
            (sql::INSERT_CLAIMS, claims),
            (sql::INSERT_OUTBOX, outbox),
            (sql::INSERT_STUKKEN, stukken),
            (sql::INSERT_CLIENTS, clients),
        ] {
            self.conn.insert(insert, rows).await?;
        }
        Ok(())
    }
}
