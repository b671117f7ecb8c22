//! One client on one document: writes when it is its turn, accounts for everything that comes in.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use tokio::sync::{Semaphore, watch};
use tokio::time::sleep_until;
use tokio_tungstenite::tungstenite::protocol::Message;

use super::drive::{Phase, Plan};
use super::meters::{Book, Meters};
use crate::channel::{Channel, Incoming, Transport};
use crate::site::Site;
use crate::socket::Buffers;
use crate::token::{Ledger, Mark, marks};
use crate::yclient::YDoc;

/// A client before and during its run.
pub(crate) struct Client {
    document_at: usize,
    document: String,
    number: u32,
    plan: Plan,
    book: Arc<Book>,
    meters: Arc<Meters>,
    ledger: Ledger,
    /// The document itself, for writers and the first reader.
    doc: Option<YDoc>,
    written: u32,
    /// Frames that wait for their ack: number and when they left.
    unacked: VecDeque<(u64, u64)>,
    complete: bool,
}

/// A client after its run.
pub(crate) struct Ended {
    pub(crate) document: usize,
    pub(crate) lost: u64,
    /// Frames that were never acked.
    pub(crate) unacked: u64,
    pub(crate) held: Option<YDoc>,
}

impl Client {
    pub(crate) fn new(
        document_at: usize,
        document: String,
        number: u32,
        plan: Plan,
        book: Arc<Book>,
        meters: Arc<Meters>,
    ) -> Self {
        let holds = number <= plan.writers;
        // 53 bits at most: run, document, client.
        let id = u64::from(plan.run + 1) << 32 | (document_at as u64) << 14 | u64::from(number + 1);
        let ledger = Ledger::new(plan.writers as usize, plan.edits() as usize);
        let doc = holds.then(|| YDoc::new(id));
        Self {
            document_at,
            document,
            number,
            plan,
            book,
            meters,
            ledger,
            doc,
            written: 0,
            unacked: VecDeque::new(),
            complete: false,
        }
    }

    fn writes(&self) -> bool {
        self.number < self.plan.writers
    }

    /// Edits of all others.
    fn expected(&self) -> u64 {
        let others = self.plan.writers - u32::from(self.writes());
        u64::from(others) * u64::from(self.plan.edits())
    }

    pub(crate) async fn run(
        mut self,
        site: &Site,
        gate: &Semaphore,
        mut phase: watch::Receiver<Phase>,
    ) -> Result<Ended> {
        let who = format!("client {} of document {}", self.number, self.document_at);
        let mut channel = {
            let _turn = gate.acquire().await?;
            self.enter(site).await.with_context(|| who.clone())?
        };
        self.meters.open.fetch_add(1, Relaxed);
        let mut next: Option<Instant> = None;
        loop {
            let turn = next.map(tokio::time::Instant::from_std);
            tokio::select! {
                message = channel.next() => {
                    let message = message.with_context(|| who.clone())?;
                    self.take(&mut channel, &message).await.with_context(|| who.clone())?;
                }
                () = sleep_until(turn.unwrap_or_else(tokio::time::Instant::now)), if turn.is_some() => {
                    let planned = next.unwrap_or_else(Instant::now);
                    next = self.write(&mut channel, planned).await.with_context(|| who.clone())?;
                }
                changed = phase.changed() => {
                    changed?;
                    match *phase.borrow_and_update() {
                        Phase::Opening => {}
                        Phase::Running { start } => next = self.writes().then(|| start + self.offset()),
                        Phase::Over => break,
                    }
                }
            }
            self.note_completion();
        }
        channel.close().await;
        Ok(Ended {
            document: self.document_at,
            lost: self.expected().saturating_sub(self.ledger.count()),
            unacked: self.unacked.len() as u64,
            held: self.doc,
        })
    }

    async fn enter(&mut self, site: &Site) -> Result<Channel> {
        let buffers = if self.doc.is_some() { Buffers::Large } else { Buffers::Small };
        let number = self.number as usize;
        let mut channel = Channel::open(site, number, &self.document, self.plan.transport, buffers).await?;
        for update in channel.ready().await? {
            if let Some(doc) = &self.doc {
                doc.apply(&update)?;
            }
        }
        Ok(channel)
    }

    fn interval(&self) -> f64 {
        f64::from(self.plan.per_wake) / self.plan.rate
    }

    /// Writers take turns evenly, over all documents.
    fn offset(&self) -> Duration {
        let writers = self.plan.writers as usize * self.plan.documents.len();
        let place = self.document_at * self.plan.writers as usize + self.number as usize;
        Duration::from_secs_f64(self.interval() * place as f64 / writers as f64)
    }

    /// Writes one portion; gives the moment of the next.
    async fn write(&mut self, channel: &mut Channel, planned: Instant) -> Result<Option<Instant>> {
        let Some(doc) = &mut self.doc else { return Ok(None) };
        let mut updates = Vec::with_capacity(self.plan.per_wake as usize);
        let now = self.meters.now();
        let late = planned.elapsed().as_micros() as u64;
        for seq in self.written..self.written + self.plan.per_wake {
            let mark = Mark { writer: self.number, seq };
            updates.push(doc.write(&mark.text()));
            self.book.leaves(mark, now);
        }
        let nr = channel.send_updates(&updates).await?;
        self.meters.record(&self.meters.late, now, now + late);
        self.meters.written.fetch_add(updates.len() as u64, Relaxed);
        self.written += self.plan.per_wake;
        if self.plan.transport == Transport::Rt {
            self.unacked.push_back((nr, now));
        }
        Ok((self.written < self.plan.edits()).then(|| planned + Duration::from_secs_f64(self.interval())))
    }

    async fn take(&mut self, channel: &mut Channel, message: &Message) -> Result<()> {
        let mut asked = None;
        let mut fault = Ok(());
        let mut content = false;
        let reached = channel.read(message, |incoming| match incoming {
            Incoming::Update(update) => {
                content = true;
                fault = std::mem::replace(&mut fault, Ok(())).and_then(|()| self.account(update, false));
            }
            Incoming::State(update) => {
                content = true;
                fault = std::mem::replace(&mut fault, Ok(())).and_then(|()| self.account(update, true));
            }
            Incoming::Asked(state_vector) => asked = Some(state_vector.to_vec()),
            Incoming::Ack(nr) => self.acked(nr),
        })?;
        fault?;
        if content {
            self.meters.frame(message.len());
        }
        channel.answer(reached.ping).await?;
        if let (Some(state_vector), Some(doc)) = (asked, &self.doc) {
            channel.send_missing(doc, &state_vector).await?;
        }
        Ok(())
    }

    fn account(&mut self, update: &[u8], state: bool) -> Result<()> {
        for mark in marks(update) {
            if self.writes() && mark.writer == self.number {
                continue; // Some servers send a writer's own edits back.
            }
            match self.ledger.first(mark) {
                Some(true) => self.meters.delivered(&self.book, mark),
                Some(false) if state => {
                    self.meters.resent.fetch_add(1, Relaxed);
                }
                Some(false) => {
                    self.meters.duplicates.fetch_add(1, Relaxed);
                }
                None => {}
            }
        }
        self.doc.as_ref().map_or(Ok(()), |doc| doc.apply(update))
    }

    fn acked(&mut self, nr: u64) {
        while let Some((first, left)) = self.unacked.front().copied() {
            if first > nr {
                break;
            }
            self.unacked.pop_front();
            self.meters.record(&self.meters.ack, left, self.meters.now());
        }
    }

    fn note_completion(&mut self) {
        let done = !self.writes() || (self.written >= self.plan.edits() && self.unacked.is_empty());
        if !self.complete && done && self.ledger.count() >= self.expected() {
            self.complete = true;
            self.meters.complete.fetch_add(1, Relaxed);
        }
    }
}
