//! Forgetting on purpose: erasing what a stream said, and dropping answers of old commands.

use std::time::{Duration, Instant};

use sqlx::Row;

use super::commit::Batch;
use super::facts;
use super::failed::Failed;
use super::rows::{blob, stored};
use super::sql;
use super::writer::Writer;
use crate::clock::Moment;
use crate::domain::ids::GemeenteId;
use crate::store::{AuditRow, StreamId, StreamKind};

/// Answers that one transaction forgets, so that others do not wait long.
const PRUNE_ROWS: u64 = 5_000;

/// Between two tries to empty the log of what a command erased.
const EMPTY_AGAIN: Duration = Duration::from_secs(1);

/// Times that a checkpoint is tried while a reader is in the way; each waits for `busy_timeout`.
const CHECKPOINT_TRIES: usize = 3;

impl Batch<'_> {
    /// Destroys the key of `stream` with all bodies under it, and what was about to be said of it.
    pub(super) async fn erase(&mut self, gemeente: GemeenteId, stream: StreamId) -> Result<(), Failed> {
        sqlx::query(sql::ERASE_KEY)
            .bind(blob(gemeente.0))
            .bind(stream.kind.word())
            .bind(blob(stream.id))
            .bind(self.now.micros())
            .execute(&mut *self.conn)
            .await?;
        for statement in [sql::ERASE_ANSWERS, sql::ERASE_EVENTS, sql::ERASE_OUTBOX, sql::ERASE_STUKKEN] {
            sqlx::query(statement)
                .bind(blob(gemeente.0))
                .bind(stream.kind.word())
                .bind(blob(stream.id))
                .execute(&mut *self.conn)
                .await?;
        }
        if stream.kind == StreamKind::Document {
            for statement in [sql::ERASE_ROWS, sql::ERASE_CHUNKS, sql::ERASE_SNAPSHOTS] {
                sqlx::query(statement)
                    .bind(blob(gemeente.0))
                    .bind(blob(stream.id))
                    .execute(&mut *self.conn)
                    .await?;
            }
        }
        // Ids are drawn for one thing only, whatever its kind.
        sqlx::query(sql::ERASE_CONCEPTEN)
            .bind(blob(gemeente.0))
            .bind(blob(stream.id))
            .execute(&mut *self.conn)
            .await?;
        self.known.keys.remove(&(gemeente, stream));
        self.wist = true;
        Ok(())
    }
}

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
                self.note(&error.into()).await;
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
                Err(error) => return self.note(&error.into()).await,
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
        let known = facts::load(&mut self.conn, &self.keys, &self.node, &[], self.ends.take()).await?;
        let now = self.clock.now();
        let mut batch = Batch {
            conn: &mut self.conn,
            keys: &self.keys,
            rng: &*self.rng,
            now,
            known,
            moved: Default::default(),
            changed: Default::default(),
            audit: vec![(gemeente, trail)],
            sign: None,
            waiting: Vec::new(),
            rows: 0,
            wist: true,
        };
        batch.erase(gemeente, stream).await?;
        sqlx::query(sql::ERASE_PROJECTIONS).execute(&mut *batch.conn).await?;
        batch.put_audit(&self.node).await
    }

    /// Forgets answers that nobody may ask for any more, a bounded number; answers how many.
    pub(super) async fn prune(&mut self, before: Moment) -> Result<u64, Failed> {
        self.begin().await?;
        let done = sqlx::query(sql::PRUNE)
            .bind(before.micros())
            .bind(stored(PRUNE_ROWS))
            .execute(&mut self.conn)
            .await
            .map(|done| done.rows_affected())
            .map_err(Into::into);
        self.finish(done).await
    }
}
