//! Forgetting on purpose, where SQLite has a say in it: what is erased still stands in its write-ahead log, until that is emptied.

use std::time::{Duration, Instant};

use sqlx::Row;
use uuid::Uuid;

use super::sql;
use super::writer::Writer;
use crate::clock::Moment;
use crate::domain::ids::GemeenteId;
use crate::store::tables::batch::Hand;
use crate::store::tables::sql as shared;
use crate::store::tables::touched::Touched;
use crate::store::tables::{Batch, Conn, Failed, facts, values};
use crate::store::{AuditRow, StreamId};

/// Between two tries to empty the log of what a command erased.
const EMPTY_AGAIN: Duration = Duration::from_secs(1);

/// Times that a checkpoint is tried while a reader is in the way; each waits for `busy_timeout`.
const CHECKPOINT_TRIES: usize = 3;

impl Writer {
    /// The same for what a command erased, while others wait to write: nobody is waited for. With a reader in the way it is tried again
    /// after a later job.
    pub(super) async fn empty_log_now(&mut self) {
        let quick = async |conn: &mut sqlx::SqliteConnection| -> Result<bool, sqlx::Error> {
            sqlx::query("pragma busy_timeout = 0").execute(&mut *conn).await?;
            let emptied = sqlx::query("pragma wal_checkpoint(truncate)").fetch_one(&mut *conn).await;
            sqlx::query(sql::BUSY_TIMEOUT).execute(&mut *conn).await?;
            Ok(emptied?.try_get::<i64, _>(0)? == 0)
        };
        match quick(&mut self.conn).await {
            Ok(true) => self.leeg_vanaf = None,
            Ok(false) => self.leeg_vanaf = Some(Instant::now() + EMPTY_AGAIN),
            Err(error) => {
                self.leeg_vanaf = Some(Instant::now() + EMPTY_AGAIN);
                self.note(&super::conn::failed(&error)).await;
            }
        }
    }

    /// Destroys the key of `stream` with all bodies under it, and leaves `trail`.
    pub(super) async fn erase(
        &mut self,
        gemeente: GemeenteId,
        stream: StreamId,
        trail: AuditRow,
    ) -> Result<(), Failed> {
        self.begin().await?;
        let done = self.write_erasure(gemeente, stream, trail).await;
        self.finish(done).await?;
        self.empty_log().await;
        Ok(())
    }

    /// Older pages, with the key in them, still stand in the log until it is emptied. A reader that is in the way is waited for
    /// (`busy_timeout`), a few times; then it is said, and the next checkpoint of the writer empties it.
    pub(super) async fn empty_log(&mut self) {
        for _ in 0..CHECKPOINT_TRIES {
            let emptied = sqlx::query("pragma wal_checkpoint(truncate)").fetch_one(&mut self.conn).await;
            match emptied.and_then(|row| row.try_get::<i64, _>(0)) {
                Ok(0) => return,
                Ok(_) => {}
                // Erased it is. A checkpoint that fails is tried again after the next rows, and a failed sync ends the writer.
                Err(error) => return self.note(&super::conn::failed(&error)).await,
            }
        }
        tracing::error!("what was erased still stands in the write-ahead log: a reader holds it");
    }

    async fn write_erasure(
        &mut self,
        gemeente: GemeenteId,
        stream: StreamId,
        trail: AuditRow,
    ) -> Result<(), Failed> {
        let ends = self.ends_now().await?;
        let known = facts::load(&mut self.conn, &self.keys, Touched::default(), ends).await?;
        let now = self.clock.now();
        let hand = Hand { keys: &self.keys, rng: &*self.rng, now, node: (&self.node, self.keten) };
        Batch::new(&mut self.conn, hand, known).erase_alone(gemeente, stream, trail).await
    }

    /// Forgets answers that nobody may ask for any more, a bounded number; answers how many.
    pub(super) async fn prune(&mut self, before: Moment) -> Result<u64, Failed> {
        self.begin().await?;
        let done = self.conn.run(shared::PRUNE, values![before, shared::PRUNE_ROWS]).await;
        self.finish(done).await
    }

    pub(super) async fn mark_sent(&mut self, gemeente: GemeenteId, id: Uuid) -> Result<(), Failed> {
        let now = self.clock.now();
        self.begin().await?;
        let done = self.conn.run(shared::MARK_SENT, values![gemeente.0, id, now]).await;
        self.finish(done.map(|_| ())).await
    }
}
