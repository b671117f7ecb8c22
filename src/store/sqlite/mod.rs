//! The journal in SQLite: full production for one machine.
//!
//! One connection writes, in a task of its own, so that nobody who stops waiting leaves half a transaction; four read.
//! Every commit is synced before it is answered (WAL with `synchronous = full`, read back at every connect).

mod backup;
mod commit;
mod conn;
mod open;
mod restore;
mod sql;
#[cfg(test)]
mod tests;
mod upkeep;
mod verify;
mod writer;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use sqlx::pool::PoolConnection;
use sqlx::{Sqlite, SqlitePool, Transaction};
use tokio::sync::{mpsc, oneshot};
use uuid::Uuid;

pub use super::opening::{EpochChoice, OpenError, SCHEMA};
pub use super::tables::verify::{BadRow, Verified};
pub use backup::backup_of;
#[cfg(test)]
pub(crate) use open::MIGRATIONS;
pub use open::OpenOptions;
pub use restore::restore;
#[cfg(test)]
pub(crate) use verify::GUARDS;

use self::writer::{Job, Writer};
use crate::clock::Moment;
use crate::domain::ids::{CommandId, DocumentId, GemeenteId, Version};
use crate::store::crypto::Keys;
use crate::store::tables::{audit, concept, copy, document, feed, head, outbox, read, statistics, stuk};
use crate::store::{
    AuditFilter, AuditLine, AuditRow, ConceptSleutel, Concepten, DocumentState, DocumentTail, Fault,
    FeedEvent, Journal, JournalStats, Lease, Leases, Outcome, Position, Progress, SignedHead, Statistics,
    StoredAnswer, StoredConcept, StoredEvent, StoredUpdate, StreamId, Unsent, Write,
};

/// Jobs that wait for the writer. The committer hands in one batch at a time; the rest is upkeep.
const WRITER_QUEUE_MAX: usize = 64;

/// The journal in one SQLite file. Cheap to clone; the file is free for another once [`SqliteJournal::close`] has answered.
#[derive(Clone)]
pub struct SqliteJournal {
    jobs: mpsc::Sender<Job>,
    readers: SqlitePool,
    keys: Keys,
    epoch: Uuid,
    path: PathBuf,
    stats: Arc<JournalStats>,
}

impl SqliteJournal {
    /// Opens the journal, making or migrating it where needed. Runs a task on the present tokio runtime until it is closed
    /// or the last clone is dropped.
    ///
    /// # Errors
    /// [`OpenError`] when another process has it open, it is newer than this binary, its key is another, or the disk does not
    /// keep what is written.
    pub async fn open(options: OpenOptions) -> Result<Self, OpenError> {
        let opened = open::open(&options).await?;
        let stats = Arc::new(JournalStats::default());
        let (jobs, queue) = mpsc::channel(WRITER_QUEUE_MAX);
        let journal = Self {
            jobs,
            readers: opened.readers.clone(),
            keys: opened.keys.clone(),
            epoch: opened.epoch,
            path: options.path.clone(),
            stats: Arc::clone(&stats),
        };
        tokio::spawn(Writer::new(opened, options, stats).run(queue));
        Ok(journal)
    }

    /// Lets the writer finish what was handed in, then frees the file. Later calls answer [`Fault::Unavailable`].
    pub async fn close(&self) {
        let (reply, done) = oneshot::channel();
        if self.jobs.send(Job::Close { reply }).await.is_ok() {
            // A writer that is gone has closed.
            drop(done.await);
        }
    }

    /// Counts since it was opened.
    #[must_use]
    pub fn stats(&self) -> &JournalStats {
        &self.stats
    }

    /// For one statement.
    async fn alone(&self) -> Result<PoolConnection<Sqlite>, Fault> {
        self.readers.acquire().await.map_err(conn::fault)
    }

    /// A moment to read at: everything that is read in it belongs together.
    async fn reader(&self) -> Result<Transaction<'static, Sqlite>, Fault> {
        self.readers.begin().await.map_err(conn::fault)
    }

    /// Hands a job to the writer and waits for its answer. Who stops waiting does not stop the job.
    async fn job<T>(&self, make: impl FnOnce(oneshot::Sender<Result<T, Fault>>) -> Job) -> Result<T, Fault> {
        let (reply, answer) = oneshot::channel();
        let gone = || Fault::Unavailable("the journal is closed".into());
        self.jobs.send(make(reply)).await.map_err(|_| gone())?;
        answer.await.map_err(|_| gone())?
    }
}

impl Journal for SqliteJournal {
    async fn commit(&self, batch: Vec<Write>) -> Vec<Outcome> {
        let count = batch.len();
        let batch = document::pack(batch).await;
        match self.job(|reply| Job::Commit { batch, reply }).await {
            Ok(outcomes) => outcomes,
            Err(fault) => vec![Err(fault); count],
        }
    }

    async fn load(
        &self,
        gemeente: GemeenteId,
        stream: StreamId,
        after: Version,
    ) -> Result<Vec<StoredEvent>, Fault> {
        read::load(&mut *self.reader().await?, &self.keys, gemeente, stream, after).await
    }

    async fn answer(&self, gemeente: GemeenteId, command: CommandId) -> Result<Option<StoredAnswer>, Fault> {
        read::answer(&mut *self.alone().await?, &self.keys, gemeente, command).await
    }

    async fn prune_answers(&self, before: Moment) -> Result<u64, Fault> {
        self.job(|reply| Job::Prune { before, reply }).await
    }

    async fn open_document(
        &self,
        gemeente: GemeenteId,
        document: DocumentId,
    ) -> Result<Option<DocumentState>, Fault> {
        read::open_document(&mut *self.reader().await?, &self.keys, gemeente, document).await
    }

    async fn document_rows(
        &self,
        gemeente: GemeenteId,
        document: DocumentId,
        after: u64,
        limit: usize,
    ) -> Result<Vec<StoredUpdate>, Fault> {
        read::document_rows(&mut *self.reader().await?, &self.keys, gemeente, document, after, limit).await
    }

    async fn document_tail(
        &self,
        gemeente: GemeenteId,
        document: DocumentId,
        after: u64,
        limit: usize,
    ) -> Result<Option<DocumentTail>, Fault> {
        read::document_tail(&mut *self.reader().await?, &self.keys, gemeente, document, after, limit).await
    }

    async fn document_seqs(
        &self,
        documents: &[(GemeenteId, DocumentId)],
    ) -> Result<Vec<((GemeenteId, DocumentId), u64)>, Fault> {
        read::document_seqs(&mut *self.alone().await?, documents).await
    }

    async fn feed(&self, after: Position, limit: usize) -> Result<Vec<FeedEvent>, Fault> {
        feed::feed(&mut *self.alone().await?, &self.keys, after, limit).await
    }

    async fn projection(&self, name: &'static str) -> Result<Option<(Position, Vec<u8>)>, Fault> {
        feed::projection(&mut *self.alone().await?, &self.keys, name).await
    }

    async fn read_audit(&self, filter: &AuditFilter) -> Result<Vec<AuditLine>, Fault> {
        audit::read(&mut *self.alone().await?, filter).await
    }

    async fn signed_heads(&self, day: i64, limit: usize) -> Result<Vec<SignedHead>, Fault> {
        head::read(&mut *self.alone().await?, day, limit).await
    }

    async fn stuk(&self, gemeente: GemeenteId, stream: StreamId, id: Uuid) -> Result<Option<Vec<u8>>, Fault> {
        stuk::read(&mut *self.alone().await?, &self.keys, gemeente, stream, id).await
    }

    async fn unsent(&self, limit: usize) -> Result<Vec<Unsent>, Fault> {
        outbox::unsent(&mut *self.alone().await?, &self.keys, limit).await
    }

    async fn mark_sent(&self, gemeente: GemeenteId, id: Uuid) -> Result<(), Fault> {
        self.job(|reply| Job::Sent { gemeente, id, reply }).await
    }

    fn head_key(&self) -> [u8; 32] {
        self.keys.head().public()
    }

    fn epoch(&self) -> Uuid {
        self.epoch
    }
}

impl Leases for SqliteJournal {
    async fn take_lease(
        &self,
        naam: &'static str,
        houder: &str,
        duur: Duration,
    ) -> Result<Option<Lease>, Fault> {
        self.job(|reply| Job::Lease { naam, houder: houder.to_owned(), duur, reply }).await
    }
}

impl Concepten for SqliteJournal {
    async fn concept(&self, sleutel: ConceptSleutel, now: Moment) -> Result<Option<StoredConcept>, Fault> {
        concept::read(&mut *self.reader().await?, &self.keys, sleutel, now).await
    }
}

/// Upkeep and oversight, which only the assembled server and its tools use.
impl SqliteJournal {
    /// Destroys the key of `stream` and nulls what it said, its document's text included; concepten about it go too. Headers and chains stay and still
    /// verify. `trail` is its line in the audit trail. Stored states of projections go too, as they may hold what it said:
    /// whoever has them in memory starts anew from the feed.
    ///
    /// # Errors
    /// [`Fault`]; then nothing was erased.
    pub async fn erase_stream(
        &self,
        gemeente: GemeenteId,
        stream: StreamId,
        trail: AuditRow,
    ) -> Result<(), Fault> {
        self.job(|reply| Job::Erase { gemeente, stream, trail: Box::new(trail), reply }).await
    }

    /// Checks the file, every chain, every body and every signed head. Names the first row that is not as it was written, and of the
    /// trail each of them.
    ///
    /// # Errors
    /// [`Fault`] when it cannot be read at all.
    pub async fn verify(&self) -> Result<Verified, Fault> {
        verify::all(&self.readers, &self.keys, &[]).await
    }

    /// The same, and holds the trail against heads that were `seen` before ([`SqliteJournal::read_heads`]). Only these show that
    /// a trail was cut off together with the heads that stood in the same file.
    ///
    /// # Errors
    /// [`Fault`] when it cannot be read at all.
    pub async fn verify_against(&self, seen: &[SignedHead]) -> Result<Verified, Fault> {
        verify::all(&self.readers, &self.keys, seen).await
    }

    /// The trail alone: every line, link and signed head, held against heads that were `seen` before. Names each row that is not as it
    /// was written.
    ///
    /// # Errors
    /// [`Fault`] when it cannot be read at all.
    pub async fn verify_trail(&self, seen: &[SignedHead]) -> Result<Verified, Fault> {
        verify::trail(&self.readers, &self.keys, seen).await
    }

    /// Reads the signed heads of an earlier export: its file `audit_head.jsonl`.
    ///
    /// # Errors
    /// [`Fault`] when the file cannot be read or a line of it is no head.
    pub fn read_heads(path: &std::path::Path) -> Result<Vec<SignedHead>, Fault> {
        copy::heads::read_file(path)
    }

    /// Writes every table as JSON lines into the new folder `to`, with a manifest that is signed: bodies closed as stored, chains, wrapped keys, and in
    /// `audit_head_key.jsonl` the public key of the signed heads. Does not verify: what is damaged is worth a copy too.
    ///
    /// # Errors
    /// [`Fault`], also when the folder exists; what was written by then stays.
    pub async fn export(
        &self,
        to: &std::path::Path,
        at: Moment,
        progress: Progress<'_>,
    ) -> Result<(), Fault> {
        // One transaction, so that all tables are of the same moment.
        let mut tx = self.reader().await?;
        copy::folder(&mut *tx, &self.keys, ("sqlite", at), to, progress).await.map(drop)
    }

    /// Writes a document's log as JSON lines `{seq, door, sessie, at, update}`, opened, into the new file `to`; answers how
    /// many rows.
    ///
    /// # Errors
    /// [`Fault`], also when the file exists.
    pub async fn export_document(
        &self,
        gemeente: GemeenteId,
        document: DocumentId,
        to: &std::path::Path,
    ) -> Result<u64, Fault> {
        copy::document(&mut *self.reader().await?, &self.keys, (gemeente, document), to).await
    }

    /// Writes a consistent copy of the database into the new file `to`, while others write. The key is not in it.
    ///
    /// # Errors
    /// [`Fault`], also when the file exists.
    pub async fn backup(&self, to: &std::path::Path) -> Result<(), Fault> {
        backup::backup(&self.path, to).await
    }

    /// What `keukentafel check` tells.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn statistics(&self) -> Result<Statistics, Fault> {
        let told = statistics::statistics(&mut *self.alone().await?).await?;
        let mut log = self.path.as_os_str().to_owned();
        log.push("-wal");
        // There is no log when nothing was written since the last one was moved.
        Ok(Statistics { log_bytes: std::fs::metadata(log).map_or(0, |log| log.len()), ..told })
    }
}
