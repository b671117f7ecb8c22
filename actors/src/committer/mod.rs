//! One committer per node: whatever waits while a commit is under way becomes the next one (natural batching, no timer).
//!
//! Nothing is told to anybody before its commit has answered. A failed sync to disk ends the process: what the disk says it
//! holds can no longer be believed (design §9).

mod daily_head;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use keukentafel::limits::COMMIT_BATCH_MAX;
use keukentafel::store::{Appended, Fault, Journal, Outcome, Position, SharedJournal, Write};
use tokio::sync::{Notify, mpsc, oneshot};

use crate::bus::Bus;
use crate::limits::COMMIT_QUEUE;

pub use daily_head::sign_daily;

struct Job {
    write: Write,
    done: Box<dyn FnOnce(Outcome) + Send>,
}

/// What happens when the disk cannot be believed any more. Production ends the process.
pub type OnFatal = Arc<dyn Fn(&Fault) + Send + Sync>;

/// Hands writes to the committer.
#[derive(Clone)]
pub struct Committer {
    queue: mpsc::Sender<Job>,
}

/// The committer takes no more: the node stops, or more waits than a disk can take.
#[derive(Copy, Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("the committer takes no more writes")]
pub struct QueueFull;

impl Committer {
    /// Starts the committer's task. `new_events` is notified after each commit that recorded events, and so are other nodes, over `bus`.
    #[must_use]
    pub fn start(journal: SharedJournal, new_events: Arc<Notify>, bus: Bus, on_fatal: OnFatal) -> Self {
        let (queue, jobs) = mpsc::channel(COMMIT_QUEUE);
        let running = tokio::spawn(run(journal, jobs, (new_events, bus), Arc::clone(&on_fatal)));
        tokio::spawn(async move {
            // It ends when nobody can hand it anything more. Any other end leaves everybody waiting for ever.
            if running.await.is_err() {
                on_fatal(&Fault::Unavailable("the committer ended".to_owned()));
            }
        });
        Self { queue }
    }

    /// Hands over a write; `done` is called once, with its outcome, from the committer's task. It must not block.
    ///
    /// # Errors
    /// [`QueueFull`] when nothing was handed over; `done` is then dropped uncalled.
    pub fn submit(&self, write: Write, done: impl FnOnce(Outcome) + Send + 'static) -> Result<(), QueueFull> {
        self.queue.try_send(Job { write, done: Box::new(done) }).map_err(|_| QueueFull)
    }

    /// Hands over a write and waits for its outcome.
    ///
    /// # Errors
    /// [`QueueFull`] when it could not be handed over or the node stopped before an answer.
    pub async fn write(&self, write: Write) -> Result<Outcome, QueueFull> {
        let (tell, told) = oneshot::channel();
        let done: Box<dyn FnOnce(Outcome) + Send> = Box::new(move |outcome| drop(tell.send(outcome)));
        self.queue.send(Job { write, done }).await.map_err(|_| QueueFull)?;
        told.await.map_err(|_| QueueFull)
    }
}

impl std::fmt::Debug for Committer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Committer({} free)", self.queue.capacity())
    }
}

async fn run(
    journal: SharedJournal,
    mut jobs: mpsc::Receiver<Job>,
    (new_events, bus): (Arc<Notify>, Bus),
    on_fatal: OnFatal,
) {
    let mut waiting = Vec::with_capacity(COMMIT_BATCH_MAX);
    while jobs.recv_many(&mut waiting, COMMIT_BATCH_MAX).await > 0 {
        let (writes, answers): (Vec<_>, Vec<_>) = waiting.drain(..).map(|job| (job.write, job.done)).unzip();
        metrics::histogram!("keukentafel_commit_writes").record(writes.len() as f64);
        let outcomes = journal.commit(writes).await;
        assert_eq!(outcomes.len(), answers.len(), "the journal answers every write");
        if let Some(fault) = outcomes.iter().find_map(sync_failed) {
            on_fatal(fault);
            return;
        }
        let recorded = recorded(&outcomes);
        for (done, outcome) in answers.into_iter().zip(outcomes) {
            done(outcome);
        }
        if let Some(up_to) = recorded {
            new_events.notify_one();
            bus.feed(up_to);
        }
    }
}

/// Whether the feed is worth a look, and up to where it was certainly written. Of a fault nobody knows what was recorded.
fn recorded(outcomes: &[Outcome]) -> Option<Option<Position>> {
    let faults = outcomes.iter().any(Result::is_err);
    let done = outcomes.iter().filter_map(|outcome| match outcome {
        Ok(Ok(Appended::Done { position })) => Some(*position),
        Ok(Ok(Appended::Repeated { .. } | Appended::Document { .. } | Appended::Kept) | Err(_)) | Err(_) => {
            None
        }
    });
    match done.max() {
        _ if faults => Some(None),
        None => None,
        last => Some(last),
    }
}

fn sync_failed(outcome: &Outcome) -> Option<&Fault> {
    match outcome {
        Err(fault @ Fault::SyncFailed(_)) => Some(fault),
        Err(Fault::Unavailable(_) | Fault::Corrupt(_)) | Ok(_) => None,
    }
}
