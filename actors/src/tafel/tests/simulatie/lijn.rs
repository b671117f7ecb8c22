//! The line of one node to the record: slow, lossy, refusing, silent, or cut for good.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use keukentafel::clock::Moment;
use keukentafel::domain::ids::{CommandId, DocumentId, GemeenteId, Version};
use keukentafel::rng::{Rng, SeededRng};
use keukentafel::store::*;
use tokio::sync::watch;
use tokio::time::Instant;
use uuid::Uuid;

/// How the line is as a whole.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(super) enum Stand {
    Open,
    /// Every question is refused at once: the database is away.
    Weigert,
    /// Nothing is answered until it opens: the network is, or the node stands still.
    Zwijgt,
    /// The node is no more. What it still tries reaches nothing.
    Dood,
}

/// What an open line does to one question of a hundred.
#[derive(Copy, Clone, Debug, Default)]
pub(super) struct Storing {
    /// So many take up to [`TRAAG`] on the way there, and as many on the way back.
    pub(super) traag: u32,
    /// So many do not arrive, and of as many the answer does not come back.
    pub(super) mist: u32,
}

const TRAAG: Duration = Duration::from_millis(300);

/// A journal as one node reaches it.
pub(super) struct Lijn {
    journal: Arc<MemoryJournal>,
    stand: watch::Sender<Stand>,
    storing: Mutex<Storing>,
    rng: SeededRng,
    gebeurd: Gebeurd,
}

/// When the feed stood where.
pub(super) type Gebeurd = Arc<Mutex<Vec<(Instant, Position)>>>;

impl Lijn {
    pub(super) fn new(journal: Arc<MemoryJournal>, seed: u64, gebeurd: Gebeurd) -> Arc<Self> {
        let (stand, storing) = (watch::Sender::new(Stand::Open), Mutex::default());
        Arc::new(Self { journal, stand, storing, rng: SeededRng::new(seed), gebeurd })
    }

    /// Nobody brings the dead back.
    pub(super) fn zet(&self, stand: Stand) {
        self.stand.send_if_modified(|now| {
            let dood = *now == Stand::Dood;
            if !dood {
                *now = stand;
            }
            !dood
        });
    }

    pub(super) fn stoort(&self, storing: Storing) {
        *self.storing.lock().unwrap() = storing;
    }

    async fn onderweg(&self) -> Result<(), Fault> {
        let storing = *self.storing.lock().unwrap();
        let kans = |van: u32| self.rng.u32() % 100 < van;
        if kans(storing.traag) {
            let share = f64::from(self.rng.u32() % 1000) / 1000.0;
            tokio::time::sleep(TRAAG.mul_f64(share)).await;
        }
        let mut stand = self.stand.subscribe();
        // It cannot close: `self` holds the sender.
        let now = stand.wait_for(|stand| *stand != Stand::Zwijgt).await.map(|stand| *stand);
        match now {
            Ok(Stand::Open) if !kans(storing.mist) => Ok(()),
            Ok(_) | Err(_) => Err(Fault::Unavailable("asked to".into())),
        }
    }

    async fn vraagt<T>(&self, answer: impl Future<Output = Result<T, Fault>>) -> Result<T, Fault> {
        self.onderweg().await?;
        let answer = answer.await?;
        self.onderweg().await.map(|()| answer)
    }
}

impl Concepten for Lijn {
    async fn concept(&self, sleutel: ConceptSleutel, now: Moment) -> Result<Option<StoredConcept>, Fault> {
        self.vraagt(self.journal.concept(sleutel, now)).await
    }
}

impl Leases for Lijn {
    async fn take_lease(
        &self,
        naam: &'static str,
        houder: &str,
        duur: Duration,
    ) -> Result<Option<Lease>, Fault> {
        self.vraagt(self.journal.take_lease(naam, houder, duur)).await
    }
}

impl Journal for Lijn {
    async fn commit(&self, batch: Vec<Write>) -> Vec<Outcome> {
        let count = batch.len();
        if let Err(fault) = self.onderweg().await {
            return vec![Err(fault); count];
        }
        let outcomes = self.journal.commit(batch).await;
        let now = Instant::now();
        self.gebeurd.lock().unwrap().extend(outcomes.iter().filter_map(|outcome| match outcome {
            Ok(Ok(Appended::Done { position })) => Some((now, *position)),
            _ => None,
        }));
        match self.onderweg().await {
            Ok(()) => outcomes,
            // It was done, and nobody hears of it.
            Err(fault) => vec![Err(fault); count],
        }
    }
    async fn load(&self, g: GemeenteId, s: StreamId, after: Version) -> Result<Vec<StoredEvent>, Fault> {
        self.vraagt(self.journal.load(g, s, after)).await
    }
    async fn answer(&self, g: GemeenteId, c: CommandId) -> Result<Option<StoredAnswer>, Fault> {
        self.vraagt(self.journal.answer(g, c)).await
    }
    async fn prune_answers(&self, before: Moment) -> Result<u64, Fault> {
        self.vraagt(self.journal.prune_answers(before)).await
    }
    async fn open_document(&self, g: GemeenteId, d: DocumentId) -> Result<Option<DocumentState>, Fault> {
        self.vraagt(self.journal.open_document(g, d)).await
    }
    async fn document_rows(
        &self,
        g: GemeenteId,
        d: DocumentId,
        after: u64,
        limit: usize,
    ) -> Result<Vec<StoredUpdate>, Fault> {
        self.vraagt(self.journal.document_rows(g, d, after, limit)).await
    }
    async fn document_tail(
        &self,
        g: GemeenteId,
        d: DocumentId,
        after: u64,
        limit: usize,
    ) -> Result<Option<DocumentTail>, Fault> {
        self.vraagt(self.journal.document_tail(g, d, after, limit)).await
    }
    async fn document_seqs(
        &self,
        documents: &[(GemeenteId, DocumentId)],
    ) -> Result<Vec<((GemeenteId, DocumentId), u64)>, Fault> {
        self.vraagt(self.journal.document_seqs(documents)).await
    }
    async fn feed(&self, after: Position, limit: usize) -> Result<Vec<FeedEvent>, Fault> {
        self.vraagt(self.journal.feed(after, limit)).await
    }
    async fn projection(&self, name: &'static str) -> Result<Option<(Position, Vec<u8>)>, Fault> {
        self.vraagt(self.journal.projection(name)).await
    }
    async fn read_audit(&self, filter: &AuditFilter) -> Result<Vec<AuditLine>, Fault> {
        self.vraagt(self.journal.read_audit(filter)).await
    }
    async fn signed_heads(&self, day: i64, limit: usize) -> Result<Vec<SignedHead>, Fault> {
        self.vraagt(self.journal.signed_heads(day, limit)).await
    }
    async fn stuk(&self, g: GemeenteId, s: StreamId, id: Uuid) -> Result<Option<Vec<u8>>, Fault> {
        self.vraagt(self.journal.stuk(g, s, id)).await
    }
    async fn unsent(&self, limit: usize) -> Result<Vec<Unsent>, Fault> {
        self.vraagt(self.journal.unsent(limit)).await
    }
    async fn mark_sent(&self, g: GemeenteId, id: Uuid) -> Result<(), Fault> {
        self.vraagt(self.journal.mark_sent(g, id)).await
    }
    fn is_away(&self) -> bool {
        *self.stand.borrow() == Stand::Weigert
    }
    fn head_key(&self) -> [u8; 32] {
        self.journal.head_key()
    }
    fn epoch(&self) -> Uuid {
        self.journal.epoch()
    }
}
