//! The task that owns the writing connection. One job after the other, each one transaction.

use std::fs::File;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use sqlx::{SqliteConnection, SqlitePool};
use tokio::sync::{mpsc, oneshot};
use uuid::Uuid;

use super::conn::failed;
use super::open::{self, OpenOptions, Opened};
use crate::clock::{Clock, Moment};
use crate::domain::ids::GemeenteId;
use crate::rng::Rng;
use crate::store::crypto::Keys;
use crate::store::lease::{Lease, Leaseboek};
use crate::store::tables::Failed;
use crate::store::tables::document::Packed;
use crate::store::tables::facts::Ends;
use crate::store::{AuditRow, Fault, JournalStats, Outcome, StreamId};

/// Rows after which the write-ahead log is moved into the database: some 8 MB of pages.
const CHECKPOINT_AFTER_ROWS: u64 = 4_000;

type Reply<T> = oneshot::Sender<Result<T, Fault>>;

/// What the writer is asked to do.
pub(crate) enum Job {
    Commit {
        batch: Vec<Packed>,
        reply: Reply<Vec<Outcome>>,
    },
    Erase {
        gemeente: GemeenteId,
        stream: StreamId,
        trail: Box<AuditRow>,
        reply: Reply<()>,
    },
    Prune {
        before: Moment,
        reply: Reply<u64>,
    },
    Sent {
        gemeente: GemeenteId,
        id: Uuid,
        reply: Reply<()>,
    },
    /// Takes a turn: no transaction, as no other process writes here.
    Lease {
        naam: &'static str,
        houder: String,
        duur: Duration,
        reply: Reply<Option<Lease>>,
    },
    /// Runs a statement on the writing connection outside any transaction.
    #[cfg(test)]
    Run {
        statement: &'static str,
        reply: Reply<()>,
    },
    Close {
        reply: oneshot::Sender<()>,
    },
}

pub(crate) struct Writer {
    pub(super) conn: SqliteConnection,
    pub(super) keys: Keys,
    pub(super) rng: Arc<dyn Rng>,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) node: String,
    /// The number of the chain of the trail in which it writes.
    pub(super) keten: i64,
    pub(super) leases: Leaseboek,
    path: PathBuf,
    readers: SqlitePool,
    stats: Arc<JournalStats>,
    rows_in_log: u64,
    /// Known after a batch that was committed; read again after anything else.
    pub(super) ends: Option<Ends>,
    /// Something was erased whose pages still stand in the log: from when it is tried again to empty it.
    pub(super) leeg_vanaf: Option<Instant>,
    /// A sync failed: what the disk holds is unknown, and nothing is written any more.
    dead: Option<Fault>,
    /// Held until the connection is closed.
    slot: File,
}

impl Writer {
    pub(crate) fn new(opened: Opened, options: OpenOptions, stats: Arc<JournalStats>) -> Self {
        Self {
            conn: opened.writer,
            keys: opened.keys,
            rng: options.rng,
            clock: options.clock,
            node: options.node,
            keten: opened.keten,
            leases: Leaseboek::default(),
            path: options.path,
            readers: opened.readers,
            stats,
            rows_in_log: 0,
            ends: None,
            leeg_vanaf: None,
            dead: None,
            slot: opened.slot,
        }
    }

    /// Works until it is told to close or nobody is left to ask.
    pub(crate) async fn run(mut self, mut queue: mpsc::Receiver<Job>) {
        let mut closing = None;
        while let Some(job) = queue.recv().await {
            match job {
                Job::Close { reply } => {
                    closing = Some(reply);
                    break;
                }
                Job::Commit { batch, reply } => self.on_commit(batch, reply).await,
                Job::Erase { gemeente, stream, trail, reply } => {
                    let done = self.erase(gemeente, stream, *trail).await;
                    self.answer(done, reply).await;
                }
                Job::Prune { before, reply } => {
                    let done = self.prune(before).await;
                    self.answer(done, reply).await;
                }
                #[cfg(test)]
                Job::Run { statement, reply } => {
                    let done = sqlx::query(statement).execute(&mut self.conn).await;
                    let _gone = reply.send(done.map(|_| ()).map_err(super::conn::fault));
                }
                Job::Lease { naam, houder, duur, reply } => {
                    let _gone = reply.send(Ok(self.leases.neem(naam, &houder, duur)));
                }
                Job::Sent { gemeente, id, reply } => {
                    let done = self.mark_sent(gemeente, id).await;
                    self.answer(done, reply).await;
                }
            }
            if self.rows_in_log >= CHECKPOINT_AFTER_ROWS {
                self.checkpoint().await;
            }
            if self.leeg_vanaf.is_some_and(|from| from <= Instant::now()) {
                self.empty_log_now().await;
            }
        }
        let Self { conn, readers, slot, .. } = self;
        open::close(&readers, conn).await;
        drop(slot);
        if let Some(reply) = closing {
            // Who asked may have gone; it is closed all the same.
            let _gone = reply.send(());
        }
    }

    async fn on_commit(&mut self, batch: Vec<Packed>, reply: Reply<Vec<Outcome>>) {
        let started = Instant::now();
        let count = batch.len();
        let outcomes = match self.commit(batch).await {
            Ok((outcomes, rows)) => {
                self.stats.committed(rows, started.elapsed());
                self.stats.refused(outcomes.iter().filter(|done| matches!(done, Ok(Err(_)))).count() as u64);
                self.rows_in_log += rows;
                outcomes
            }
            Err(failed) => {
                self.note(&failed).await;
                failed.outcomes(count)
            }
        };
        // Who asked may have gone; it is recorded all the same, and the command id tells.
        let _gone = reply.send(Ok(outcomes));
    }

    async fn answer<T>(&mut self, done: Result<T, Failed>, reply: Reply<T>) {
        if let Err(failed) = &done {
            self.note(failed).await;
        }
        // As above.
        let _gone = reply.send(done.map_err(Failed::fault));
    }

    /// Begins a transaction, at once as a writer: an upgrade from reading would fail without waiting.
    pub(super) async fn begin(&mut self) -> Result<(), Failed> {
        if let Some(fault) = &self.dead {
            return Err(fault.clone().into());
        }
        let begun = sqlx::query("begin immediate").execute(&mut self.conn).await;
        begun.map_err(|error| failed(&error))?;
        Ok(())
    }

    /// Makes the transaction durable when all went well, and undoes it otherwise.
    pub(super) async fn finish<T>(&mut self, done: Result<T, Failed>) -> Result<T, Failed> {
        let done = match done {
            Ok(done) => {
                let committed = sqlx::query("commit").execute(&mut self.conn).await;
                committed.map(|_| done).map_err(|error| failed(&error))
            }
            Err(failed) => Err(failed),
        };
        if done.is_err() {
            self.undo().await;
        }
        done
    }

    /// Moves the log into the database, as far as readers let it.
    pub(super) async fn checkpoint(&mut self) {
        let moved = sqlx::query("pragma wal_checkpoint(passive)").fetch_one(&mut self.conn).await;
        match moved {
            Ok(_) => {
                self.rows_in_log = 0;
                self.stats.checkpointed();
            }
            // The log still holds everything; a full disk or a busy one is tried again after the next rows.
            Err(error) => self.note(&failed(&error)).await,
        }
    }

    async fn undo(&mut self) {
        // SQLite undoes by itself after some errors, and then there is no transaction to roll back.
        let undone = sqlx::query("rollback").execute(&mut self.conn).await;
        let Err(error) = undone else { return };
        if error.to_string().contains("no transaction is active") {
            return;
        }
        // A connection in doubt is not used again: closing it undoes what was open.
        match open::connect_writer(&self.path).await {
            Ok(conn) => self.conn = conn,
            Err(error) => {
                let fault = Fault::Unavailable(format!("no connection after a failed rollback: {error}"));
                tracing::error!(%error, "The journal stops: {fault}");
                self.dead = Some(fault);
            }
        }
    }

    pub(super) async fn note(&mut self, failed: &Failed) {
        self.stats.failed();
        match failed {
            Failed::Full => tracing::error!("The journal's disk takes no more writes."),
            Failed::Fault(fault @ Fault::SyncFailed(_)) => {
                tracing::error!(%fault, "The journal stops: {fault}");
                self.dead = Some(fault.clone());
            }
            Failed::InTheWay(fault) | Failed::Gone(fault) => {
                tracing::error!(%fault, "A transaction of the journal failed: {fault}");
            }
            Failed::Fault(fault @ (Fault::Unavailable(_) | Fault::Corrupt(_))) => {
                tracing::error!(%fault, "A transaction of the journal failed: {fault}");
            }
        }
    }
}
