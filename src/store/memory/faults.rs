//! What the journal in memory can be told to do wrong: fail, hold back, and not answer.

use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::sync::watch;

use super::MemoryJournal;
use crate::store::Fault;

/// How a commit fails.
#[derive(Clone, Debug)]
pub enum Failure {
    /// Nothing is done and every write hears this fault.
    Fault(Fault),
    /// Nothing is done and every write is refused with [`crate::store::Refusal::Full`].
    Full,
    /// All is done, and every write hears this fault: the outcome that nobody knows.
    LostAnswer(Fault),
}

/// How the feed answers, apart from everything else.
#[derive(Clone, Debug, Default)]
pub(super) enum Feed {
    /// As it should.
    #[default]
    Readable,
    /// With this fault.
    Broken(Fault),
    /// Not at all.
    Silent,
}

/// How streams, documents, the trail and concepten are read.
#[derive(Debug)]
pub(super) struct Reads {
    /// After so many the store is away for who reads streams, the trail and tails of documents.
    left: AtomicUsize,
    /// Whether whoever reads waits.
    held: watch::Sender<bool>,
}

impl Default for Reads {
    fn default() -> Self {
        Self { left: AtomicUsize::new(usize::MAX), held: watch::Sender::new(false) }
    }
}

impl Reads {
    /// Waits for whoever holds reads back.
    pub(super) async fn turn(&self) {
        let mut held = self.held.subscribe();
        // It cannot close: `self` holds the sender.
        drop(held.wait_for(|held| !held).await);
    }

    /// One read: whether it can be done.
    pub(super) async fn one(&self) -> Result<(), Fault> {
        self.turn().await;
        let one_less = |left: usize| if left == usize::MAX { Some(left) } else { left.checked_sub(1) };
        match self.left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, one_less) {
            Ok(_) => Ok(()),
            Err(_) => Err(Fault::Unavailable("reads are broken".to_owned())),
        }
    }
}

impl MemoryJournal {
    /// Streams and documents cannot be read on from now on, while everything else goes on, as with a database that is away for a moment.
    pub fn break_reads(&self) {
        self.break_reads_after(0);
    }

    /// The same after so many more reads.
    pub fn break_reads_after(&self, count: usize) {
        self.reads.left.store(count, Ordering::SeqCst);
    }

    /// They can be read again.
    pub fn mend_reads(&self) {
        self.reads.left.store(usize::MAX, Ordering::SeqCst);
    }

    /// Whoever reads anything but the feed waits from now on, while everything else goes on.
    pub fn hold_reads(&self) {
        self.reads.held.send_replace(true);
    }

    /// Whoever waits to read reads.
    pub fn release_reads(&self) {
        self.reads.held.send_replace(false);
    }

    /// How often this turn was asked for.
    #[must_use]
    pub fn leases_asked(&self, naam: &str) -> usize {
        self.state().leases_asked.get(naam).copied().unwrap_or_default()
    }

    /// How often the feed was asked for.
    #[must_use]
    pub fn feed_asked(&self) -> usize {
        self.feed_asked.load(Ordering::SeqCst)
    }

    /// The feed fails like this from now on, while everything else goes on.
    pub fn break_feed(&self, fault: Fault) {
        self.feed.send_replace(Feed::Broken(fault));
    }

    /// Whoever asks for the feed from now on waits, while everything else goes on.
    pub fn silence_feed(&self) {
        self.feed.send_replace(Feed::Silent);
    }

    /// The feed can be read again; whoever waited for it gets it.
    pub fn mend_feed(&self) {
        self.feed.send_replace(Feed::Readable);
    }

    /// It says that it is away, or that it is there again. Everything else goes on.
    pub fn be_away(&self, away: bool) {
        self.away.store(away, Ordering::Release);
    }

    /// Lets the next `count` commits fail so, after those that were asked for before.
    pub fn fail_next(&self, count: usize, failure: &Failure) {
        self.state().failures.extend(std::iter::repeat_n(failure.clone(), count));
    }

    /// Holds every commit back from now on.
    pub fn hold(&self) {
        self.gate.send_replace(Some(0));
    }

    /// Lets `count` of the held commits through, in the order in which they came.
    pub fn let_through(&self, count: usize) {
        self.gate.send_modify(|gate| *gate = gate.map(|left| left + count));
    }

    /// Lets all held commits through and holds none back any more.
    pub fn release(&self) {
        self.gate.send_replace(None);
    }

    pub(super) async fn pass(&self) {
        let mut gate = self.gate.subscribe();
        // It cannot close: `self` holds the sender.
        drop(gate.wait_for(|gate| gate.is_none_or(|left| left > 0)).await);
        self.gate.send_modify(|gate| *gate = gate.map(|left| left - 1));
    }

    /// Waits until `count` commits, counted from the beginning, have been asked for; held ones count.
    pub async fn arrived(&self, count: usize) {
        let mut arrived = self.arrived.subscribe();
        // It cannot close: `self` holds the sender.
        drop(arrived.wait_for(|arrived| *arrived >= count).await);
    }

    /// How the feed answers now.
    pub(super) async fn feed_answers(&self) -> Result<(), Fault> {
        self.feed_asked.fetch_add(1, Ordering::SeqCst);
        let mut speaks = self.feed.subscribe();
        // It cannot close: `self` holds the sender.
        let answer = speaks.wait_for(|feed| !matches!(feed, Feed::Silent)).await.map(|feed| feed.clone());
        match answer {
            Ok(Feed::Broken(fault)) => Err(fault),
            Ok(Feed::Readable | Feed::Silent) | Err(_) => Ok(()),
        }
    }
}
