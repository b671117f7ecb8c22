//! A writing connection with a queue in front of it. What waits while a transaction is under way becomes the next one.

use std::sync::Arc;
use std::time::Instant;

use sqlx::postgres::PgConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, PgConnection};
use tokio::sync::{mpsc, oneshot};
use uuid::Uuid;

use super::conn::failed;
use super::{leases, open, sql};
use crate::clock::{Clock, Moment};
use crate::domain::ids::GemeenteId;
use crate::rng::Rng;
use crate::store::crypto::Keys;
use crate::store::tables::batch::Hand;
use crate::store::tables::document::Packed;
use crate::store::tables::facts::{self, AuditEnd, Ends, last_head};
use crate::store::tables::touched::Touched;
use crate::store::tables::{Batch, Columns, Conn, Failed, Statement, Written, sql as shared, values};
use crate::store::{AuditRow, Fault, JournalStats, Outcome, StreamId, Write};

/// Writes of one transaction. Each names a few things, and the server has room for some thousands that are named at a time, by all nodes together
/// (`max_locks_per_transaction`).
pub(super) const TRANSACTION_WRITES_MAX: usize = 128;
/// Events of one transaction: a place on the feed has room for so many.
const TRANSACTION_EVENTS_MAX: u64 = 8_191;
/// Times that a transaction is begun again because another node was in its way.
const TRIES: usize = 10;

type Reply<T> = oneshot::Sender<Result<T, Fault>>;

/// What a lane is asked to do.
pub(super) enum Job {
    Commit { writes: Vec<Packed>, reply: oneshot::Sender<Vec<Outcome>> },
    Erase { gemeente: GemeenteId, stream: StreamId, trail: Box<AuditRow>, reply: Reply<()> },
    Prune { before: Moment, reply: Reply<u64> },
    Sent { gemeente: GemeenteId, id: Uuid, reply: Reply<()> },
    Close { reply: oneshot::Sender<()> },
}

/// Some writes, and who waits for them.
struct Waiting {
    writes: Vec<Packed>,
    reply: oneshot::Sender<Vec<Outcome>>,
}

/// What is done in one transaction.
enum Work<'a> {
    Batch(&'a [&'a Packed]),
    Erase { gemeente: GemeenteId, stream: StreamId, trail: &'a AuditRow },
    Prune { before: Moment },
    Sent { gemeente: GemeenteId, id: Uuid },
}

/// One writing connection of a node.
pub(super) struct Lane {
    /// `None` when it went away.
    pub(super) conn: Option<PgConnection>,
    pub(super) connect: PgConnectOptions,
    pub(super) keys: Keys,
    pub(super) rng: Arc<dyn Rng>,
    pub(super) clock: Arc<dyn Clock>,
    /// The node, by its name and its number.
    pub(super) node: (String, i64),
    /// It writes the trail, and holds the name of the node.
    pub(super) first: bool,
    /// Where the trail of the node ends, when the last transaction left it known: nobody else writes it as long as this one holds the name.
    pub(super) trail: Option<AuditEnd>,
    pub(super) stats: Arc<JournalStats>,
}

impl Lane {
    /// Works until it is told to close or nobody is left to ask.
    pub(super) async fn run(mut self, mut queue: mpsc::Receiver<Job>) {
        let mut held = None;
        loop {
            let job = match held.take() {
                Some(job) => job,
                None => match queue.recv().await {
                    Some(job) => job,
                    None => break,
                },
            };
            match job {
                Job::Commit { writes, reply } => {
                    let mut all = vec![Waiting { writes, reply }];
                    held = gather(&mut queue, &mut all);
                    self.on_commit(all).await;
                }
                Job::Erase { gemeente, stream, trail, reply } => {
                    let done = self.upkeep(Work::Erase { gemeente, stream, trail: &trail }).await;
                    let _gone = reply.send(done.map(|_| ()));
                }
                Job::Prune { before, reply } => {
                    let _gone = reply.send(self.upkeep(Work::Prune { before }).await);
                }
                Job::Sent { gemeente, id, reply } => {
                    let done = self.upkeep(Work::Sent { gemeente, id }).await;
                    let _gone = reply.send(done.map(|_| ()));
                }
                Job::Close { reply } => {
                    self.close().await;
                    // Who asked may have gone; it is closed all the same.
                    let _gone = reply.send(());
                    return;
                }
            }
        }
        self.close().await;
    }

    async fn close(&mut self) {
        if let Some(conn) = self.conn.take()
            && let Err(error) = conn.close().await
        {
            tracing::warn!(%error, "A writing connection did not close well: {error}");
        }
    }

    /// All of them in one transaction; when that fails for one of them, each in its own, so that nobody fails for another.
    async fn on_commit(&mut self, all: Vec<Waiting>) {
        let mut rounds = vec![all];
        while let Some(all) = rounds.pop() {
            match self.commit(&all).await {
                Ok(outcomes) => {
                    let mut outcomes = outcomes.into_iter();
                    for Waiting { writes, reply } in all {
                        // Who asked may have gone; it is recorded all the same, and the command id tells.
                        let _gone = reply.send(outcomes.by_ref().take(writes.len()).collect());
                    }
                }
                Err(Failed::Fault(_)) if all.len() > 1 => {
                    rounds.extend(all.into_iter().rev().map(|waiting| vec![waiting]));
                }
                Err(failed) => {
                    for Waiting { writes, reply } in all {
                        // As above.
                        let _gone = reply.send(failed.outcomes(writes.len()));
                    }
                }
            }
        }
    }

    async fn commit(&mut self, all: &[Waiting]) -> Result<Vec<Outcome>, Failed> {
        let started = Instant::now();
        let writes: Vec<&Packed> = all.iter().flat_map(|waiting| &waiting.writes).collect();
        let done = self.transaction(&Work::Batch(&writes)).await;
        let Written { outcomes, rows, .. } = self.noted(done)?;
        self.stats.committed(rows, started.elapsed());
        self.stats.refused(outcomes.iter().filter(|done| matches!(done, Ok(Err(_)))).count() as u64);
        Ok(outcomes)
    }

    /// Does `work` in a transaction of its own, again when another node was in the way or the connection had gone before it was committed.
    /// Whether a commit that failed was one is not known.
    async fn transaction(&mut self, work: &Work<'_>) -> Result<Written, Failed> {
        let (mut tries, mut gone) = (1, false);
        loop {
            self.connect().await?;
            let failed = match self.attempt(work).await {
                Ok(done) => return self.commit_it(work, done).await,
                Err(failed) => failed,
            };
            self.trail = None;
            // A connection in doubt is not used again: closing it undoes what was open.
            if let Some(conn) = &mut self.conn
                && sqlx::raw_sql("rollback").execute(conn).await.is_err()
            {
                self.conn = None;
            }
            match failed {
                Failed::InTheWay(_) if tries < TRIES => tries += 1,
                Failed::Gone(_) if !gone => (self.conn, gone) = (None, true),
                failed @ (Failed::Full | Failed::InTheWay(_) | Failed::Gone(_) | Failed::Fault(_)) => {
                    return Err(failed);
                }
            }
        }
    }

    async fn commit_it(&mut self, work: &Work<'_>, done: Written) -> Result<Written, Failed> {
        let before = self.trail.take();
        let Some(conn) = &mut self.conn else { return Err(Failed::Gone("before the commit".into())) };
        match sqlx::raw_sql("commit").execute(conn).await {
            Ok(_) => {
                self.trail = match work {
                    Work::Batch(_) => self.first.then_some(done.ends.audit),
                    // Its own line came after its end was read.
                    Work::Erase { .. } => None,
                    Work::Prune { .. } | Work::Sent { .. } => before,
                };
                Ok(done)
            }
            Err(error) => {
                self.conn = None;
                Err(Fault::Unavailable(format!("whether it was committed is not known: {error}")).into())
            }
        }
    }

    /// Everything of a transaction but its end.
    async fn attempt(&mut self, work: &Work<'_>) -> Result<Written, Failed> {
        let Some(conn) = &mut self.conn else { return Err(Failed::Gone("before the transaction".into())) };
        let hand = Hand {
            keys: &self.keys,
            rng: &*self.rng,
            now: self.clock.now(),
            node: (&self.node.0, self.node.1),
        };
        match work {
            Work::Batch(writes) => {
                let touched = Touched::of(writes.iter().copied(), hand.keys);
                let feed = begin(conn, &touched.locks(), touched.feed).await?;
                let ends = ends(conn, hand.node, feed, self.first, self.trail).await?;
                let epochs = leases::epochs(conn, &touched).await?;
                let written = Batch::run(conn, hand, writes, touched, (ends, epochs)).await?;
                if written.ends.position > ends.position + TRANSACTION_EVENTS_MAX {
                    let text = format!("more than {TRANSACTION_EVENTS_MAX} events in one transaction");
                    return Err(Fault::Unavailable(text).into());
                }
                Ok(written)
            }
            Work::Erase { gemeente, stream, trail } => {
                let feed = begin(conn, &Touched::stream(*gemeente, *stream).locks(), true).await?;
                let ends = ends(conn, hand.node, feed, true, self.trail).await?;
                let known = facts::load(conn, hand.keys, Touched::default(), ends).await?;
                Batch::new(conn, hand, known).erase_alone(*gemeente, *stream, (*trail).clone()).await?;
                Ok(Written { outcomes: Vec::new(), rows: 0, ends, wist: true })
            }
            Work::Prune { before } => {
                begin(conn, &[], false).await?;
                let rows = conn.run(shared::PRUNE, values![*before, shared::PRUNE_ROWS]).await?;
                Ok(Written { outcomes: Vec::new(), rows, ends: Ends::default(), wist: false })
            }
            Work::Sent { gemeente, id } => {
                begin(conn, &[], false).await?;
                let rows = conn.run(shared::MARK_SENT, values![gemeente.0, *id, hand.now]).await?;
                Ok(Written { outcomes: Vec::new(), rows, ends: Ends::default(), wist: false })
            }
        }
    }

    async fn upkeep(&mut self, work: Work<'_>) -> Result<u64, Fault> {
        let done = self.transaction(&work).await;
        Ok(self.noted(done)?.rows)
    }

    /// Sees to it that there is a connection. The first lane's also holds the name of the node.
    async fn connect(&mut self) -> Result<(), Failed> {
        if self.conn.is_some() {
            return Ok(());
        }
        let mut conn = self.connect.connect().await.map_err(|error| failed(&error))?;
        if self.first {
            let ours = open::take_name(&mut conn, &self.node.0).await.map_err(|error| failed(&error))?;
            if !ours {
                let text = format!("another process writes as node {}", self.node.0);
                return Err(Fault::Unavailable(text).into());
            }
        }
        self.conn = Some(conn);
        Ok(())
    }

    fn noted(&self, done: Result<Written, Failed>) -> Result<Written, Failed> {
        if let Err(failed) = &done {
            self.stats.failed();
            tracing::error!("A transaction of the journal failed: {failed}");
        }
        done
    }
}

/// Takes what waits, as far as it fits in one transaction; gives back the job that ended it.
fn gather(queue: &mut mpsc::Receiver<Job>, all: &mut Vec<Waiting>) -> Option<Job> {
    let mut room = TRANSACTION_WRITES_MAX.saturating_sub(all.iter().map(|one| one.writes.len()).sum());
    let mut events = all.iter().map(|one| events_of(&one.writes)).sum::<u64>();
    while let Ok(job) = queue.try_recv() {
        match job {
            Job::Commit { writes, reply } => {
                let more = events_of(&writes);
                if writes.len() > room || events + more > TRANSACTION_EVENTS_MAX {
                    return Some(Job::Commit { writes, reply });
                }
                (room, events) = (room - writes.len(), events + more);
                all.push(Waiting { writes, reply });
            }
            other @ (Job::Erase { .. } | Job::Prune { .. } | Job::Sent { .. } | Job::Close { .. }) => {
                return Some(other);
            }
        }
    }
    None
}

fn events_of(writes: &[Packed]) -> u64 {
    let events = writes.iter().map(|packed| match packed.write.kaal() {
        Write::Append(append) => append.streams.iter().map(|stream| stream.events.len() as u64).sum(),
        Write::Document(_)
        | Write::Audit { .. }
        | Write::Snapshot { .. }
        | Write::Compact { .. }
        | Write::Concept(_)
        | Write::Onder { .. }
        | Write::SignHead { .. }
        | Write::Projection { .. } => 0,
    });
    events.sum()
}

/// Names what it touches to the others. A lock like this gives a transaction no number yet: that comes with what it writes first, so that
/// of two transactions that name the same thing the later one has the higher number.
pub(super) async fn lock(conn: &mut PgConnection, touched: &Touched) -> Result<(), Failed> {
    let locked = sqlx::query(sql::LOCK).bind(touched.locks()).execute(conn).await;
    locked.map(|_| ()).map_err(|error| failed(&error))
}

/// Begins a transaction, holds these locks and then, when something goes onto the feed, draws its number; gives where the feed ends and that number. All
/// in one message: each waits for a machine that may be another one. Nothing of it comes from anybody: locks are numbers.
async fn begin(conn: &mut PgConnection, locks: &[i64], feed: bool) -> Result<Option<(u64, u64)>, Failed> {
    let mut text = "begin".to_owned();
    if !locks.is_empty() {
        let numbers: Vec<String> = locks.iter().map(i64::to_string).collect();
        let list = format!("'{{{}}}'", numbers.join(","));
        text.push(';');
        text.push_str(&sql::LOCK.replace("$1", &list));
    }
    if feed {
        text.push(';');
        text.push_str(sql::FEED_ENDS);
    }
    let rows = sqlx::raw_sql(AssertSqlSafe(text)).fetch_all(conn).await.map_err(|error| failed(&error))?;
    match rows.last() {
        Some(row) if feed => Ok(Some((row.number(0)?, row.number(1)?))),
        Some(_) | None => Ok(None),
    }
}

/// Where feed and trail end. `known` is where the trail ends when that is known already.
async fn ends(
    conn: &mut PgConnection,
    (node, nr): (&str, i64),
    feed: Option<(u64, u64)>,
    trail: bool,
    known: Option<AuditEnd>,
) -> Result<Ends, Failed> {
    let mut ends = Ends::default();
    if let Some((last, number)) = feed {
        (ends.feed, ends.position) = (last, number);
    }
    match known {
        Some(audit) if trail => ends.audit = audit,
        Some(_) | None if trail => {
            let asked = Statement { sqlite: "", postgres: sql::TRAIL_END };
            if let Some(row) = conn.row(asked, values![nr]).await? {
                ends.audit =
                    AuditEnd { n: row.number(0)?, link: row.number(1)?, chain: row.link(2)?, signed: None };
            }
            ends.audit.signed = last_head(conn, node).await?;
        }
        Some(_) | None => {}
    }
    Ok(ends)
}
