//! The journal in PostgreSQL: for several nodes at one database.
//!
//! Every node writes. What a transaction names it locks first, by number and in one order, and reads only then; so what is judged stands
//! until it is written, and a conflict is an answer to one write that leaves its neighbours alone. The unique keys of the tables are the fence all the
//! same. The order of the feed is that of the numbers that the database gives to transactions, and nothing is read from it before all that come
//! earlier have ended (ADR 19).
//!
//! One connection writes what leaves a line in the trail, whose links make one chain a node; some others write text.

mod conn;
mod lane;
mod leases;
mod open;
mod oversight;
mod pulse;
mod restore;
mod route;
mod sessies;
mod settle;
mod sql;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use sqlx::pool::PoolConnection;
use sqlx::{PgPool, Postgres, Transaction};
use tokio::sync::{mpsc, oneshot};
use uuid::Uuid;

#[cfg(test)]
pub(crate) use open::MIGRATIONS;
pub use open::{OpenOptions, make_schema};
#[cfg(test)]
pub(crate) use oversight::GUARDS;
pub use oversight::{Found, look};
pub use restore::restore;
pub use sessies::Sessietabel;

use self::lane::{Job, Lane};
use self::pulse::Pulse;
use crate::clock::Moment;
use crate::domain::ids::{CommandId, DocumentId, GemeenteId, Version};
use crate::rng::Rng;
use crate::store::crypto::Keys;
use crate::store::opening::OpenError;
use crate::store::tables::{audit, concept, document, feed, head, outbox, read, stuk};
use crate::store::{
    AuditFilter, AuditLine, AuditRow, ConceptSleutel, Concepten, DocumentState, DocumentTail, Fault,
    FeedEvent, Journal, JournalStats, Outcome, Position, SignedHead, StoredAnswer, StoredConcept,
    StoredEvent, StoredUpdate, StreamId, Unsent, Write,
};

/// Jobs that wait for a writing connection.
const LANE_QUEUE_MAX: usize = 64;

/// Several statements at one moment, which writes nothing.
const TOGETHER: &str = "begin isolation level repeatable read, read only";

/// The journal of one node in a PostgreSQL database. Cheap to clone; another process may take the node's name once
/// [`PostgresJournal::close`] has answered.
#[derive(Clone)]
pub struct PostgresJournal {
    lanes: Arc<[mpsc::Sender<Job>]>,
    readers: PgPool,
    /// For what nodes share beside the record. Apart, so that whoever reads much holds up nobody who wants to know whether a session is over.
    beside: PgPool,
    pulse: Arc<Pulse>,
    keys: Keys,
    rng: Arc<dyn Rng>,
    epoch: Uuid,
    stats: Arc<JournalStats>,
}

impl PostgresJournal {
    /// Opens the journal, making or migrating it where needed. Runs tasks on the present tokio runtime until it is closed or the last
    /// clone is dropped.
    ///
    /// # Errors
    /// [`OpenError`] when the server cannot be reached, is too old or does not keep what is written, the schema is newer than this binary, the key
    /// is another, or a node of this name is at work.
    pub async fn open(options: OpenOptions) -> Result<Self, OpenError> {
        let open::Opened { readers, beside, keys, epoch, nr, connect, first } = open::open(&options).await?;
        let stats = Arc::new(JournalStats::default());
        let mut first = Some(first);
        let lanes = (0..route::LANES).map(|n| {
            let (jobs, queue) = mpsc::channel(LANE_QUEUE_MAX);
            let lane = Lane {
                conn: first.take(),
                connect: connect.clone(),
                keys: keys.clone(),
                rng: Arc::clone(&options.rng),
                clock: Arc::clone(&options.clock),
                node: (options.node.clone(), nr),
                first: n == 0,
                trail: None,
                stats: Arc::clone(&stats),
            };
            tokio::spawn(lane.run(queue));
            jobs
        });
        let lanes = lanes.collect();
        let (pulse, rng) = (Arc::new(Pulse::begin(connect)), options.rng);
        Ok(Self { lanes, readers, beside, pulse, keys, rng, epoch, stats })
    }

    /// Lets what was handed in finish, then gives back the connections and the node's name. Later calls answer [`Fault::Unavailable`].
    pub async fn close(&self) {
        for lane in self.lanes.iter() {
            let (reply, done) = oneshot::channel();
            if lane.send(Job::Close { reply }).await.is_ok() {
                // A lane that is gone has closed.
                drop(done.await);
            }
        }
        self.pulse.end();
        self.readers.close().await;
        self.beside.close().await;
    }

    /// Counts since it was opened.
    #[must_use]
    pub fn stats(&self) -> &JournalStats {
        &self.stats
    }

    /// Destroys the key of `stream` and empties what it said, its document's text included; concepten about it go too. Headers and chains stay and still
    /// verify. `trail` is its line in the audit trail. Stored states of projections go too, as they may hold what it said:
    /// whoever has them in memory starts anew from the feed. Older copies of the rows stay in the files of the server until it has cleaned them
    /// up, closed under a key that is gone.
    ///
    /// # Errors
    /// [`Fault`]; then nothing was erased.
    pub async fn erase_stream(
        &self,
        gemeente: GemeenteId,
        stream: StreamId,
        trail: AuditRow,
    ) -> Result<(), Fault> {
        self.first(|reply| Job::Erase { gemeente, stream, trail: Box::new(trail), reply }).await
    }

    /// Hands a job to the first lane and waits for its answer. Who stops waiting does not stop the job.
    async fn first<T>(
        &self,
        make: impl FnOnce(oneshot::Sender<Result<T, Fault>>) -> Job,
    ) -> Result<T, Fault> {
        let (reply, answer) = oneshot::channel();
        let lane = self.lanes.first().ok_or_else(only_reads)?;
        lane.send(make(reply)).await.map_err(|_| closed())?;
        answer.await.map_err(|_| closed())?
    }

    /// For one statement.
    async fn alone(&self) -> Result<PoolConnection<Postgres>, Fault> {
        self.readers.acquire().await.map_err(conn::fault)
    }

    /// A moment to read at: everything that is read in it belongs together.
    async fn together(&self) -> Result<Transaction<'static, Postgres>, Fault> {
        self.readers.begin_with(TOGETHER).await.map_err(conn::fault)
    }
}

fn only_reads() -> Fault {
    Fault::Unavailable("the journal was opened to read".into())
}

fn closed() -> Fault {
    Fault::Unavailable("the journal is closed".into())
}

impl Journal for PostgresJournal {
    async fn commit(&self, batch: Vec<Write>) -> Vec<Outcome> {
        let count = batch.len();
        let mut outcomes: Vec<Outcome> = vec![Err(closed()); count];
        if self.lanes.is_empty() {
            outcomes.fill(Err(only_reads()));
            return outcomes;
        }
        let mut under_way = Vec::new();
        for (lane, mut writes) in route::lanes(document::pack(batch).await) {
            while !writes.is_empty() {
                let rest = writes.split_off(writes.len().min(lane::TRANSACTION_WRITES_MAX));
                let (places, part): (Vec<usize>, Vec<_>) = writes.into_iter().unzip();
                let (reply, answer) = oneshot::channel();
                if self.lanes[lane].send(Job::Commit { writes: part, reply }).await.is_ok() {
                    under_way.push((places, answer));
                }
                writes = rest;
            }
        }
        for (places, answer) in under_way {
            for (place, outcome) in places.into_iter().zip(answer.await.unwrap_or_default()) {
                outcomes[place] = outcome;
            }
        }
        outcomes
    }

    async fn load(
        &self,
        gemeente: GemeenteId,
        stream: StreamId,
        after: Version,
    ) -> Result<Vec<StoredEvent>, Fault> {
        read::load(&mut *self.together().await?, &self.keys, gemeente, stream, after).await
    }

    async fn answer(&self, gemeente: GemeenteId, command: CommandId) -> Result<Option<StoredAnswer>, Fault> {
        read::answer(&mut *self.alone().await?, &self.keys, gemeente, command).await
    }

    async fn prune_answers(&self, before: Moment) -> Result<u64, Fault> {
        self.first(|reply| Job::Prune { before, reply }).await
    }

    async fn open_document(
        &self,
        gemeente: GemeenteId,
        document: DocumentId,
    ) -> Result<Option<DocumentState>, Fault> {
        read::open_document(&mut *self.together().await?, &self.keys, gemeente, document).await
    }

    async fn document_rows(
        &self,
        gemeente: GemeenteId,
        document: DocumentId,
        after: u64,
        limit: usize,
    ) -> Result<Vec<StoredUpdate>, Fault> {
        read::document_rows(&mut *self.together().await?, &self.keys, gemeente, document, after, limit).await
    }

    async fn document_tail(
        &self,
        gemeente: GemeenteId,
        document: DocumentId,
        after: u64,
        limit: usize,
    ) -> Result<Option<DocumentTail>, Fault> {
        read::document_tail(&mut *self.together().await?, &self.keys, gemeente, document, after, limit).await
    }

    async fn document_seqs(
        &self,
        documents: &[(GemeenteId, DocumentId)],
    ) -> Result<Vec<((GemeenteId, DocumentId), u64)>, Fault> {
        read::document_seqs(&mut *self.alone().await?, documents).await
    }

    async fn feed(&self, after: Position, limit: usize) -> Result<Vec<FeedEvent>, Fault> {
        let mut conn = self.alone().await?;
        settle::settled(&mut conn).await?;
        feed::feed(&mut *conn, &self.keys, after, limit).await
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
        self.first(|reply| Job::Sent { gemeente, id, reply }).await
    }

    fn is_away(&self) -> bool {
        self.pulse.is_away()
    }

    fn head_key(&self) -> [u8; 32] {
        self.keys.head().public()
    }

    fn epoch(&self) -> Uuid {
        self.epoch
    }
}

impl Concepten for PostgresJournal {
    async fn concept(&self, sleutel: ConceptSleutel, now: Moment) -> Result<Option<StoredConcept>, Fault> {
        concept::read(&mut *self.together().await?, &self.keys, sleutel, now).await
    }
}
