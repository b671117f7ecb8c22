//! Where the documents that are awake stand, for who holds them against the journal with one question.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use keukentafel::domain::ids::{DocumentId, GemeenteId};

type Held = HashMap<DocumentId, (GemeenteId, Arc<AtomicU64>)>;

/// Of all documents of a node that are awake the last row that they hold. Its lock is held for a look and never while another is taken.
#[derive(Clone, Debug, Default)]
pub(super) struct Awake(Arc<Mutex<Held>>);

/// The place of one document in it, for as long as the document is awake.
#[derive(Debug)]
pub(super) struct Stands {
    awake: Awake,
    document: DocumentId,
    seq: Arc<AtomicU64>,
}

impl Awake {
    /// A document wakes up.
    pub(super) fn enter(&self, gemeente: GemeenteId, document: DocumentId) -> Stands {
        let seq = Arc::new(AtomicU64::new(0));
        self.lock().insert(document, (gemeente, Arc::clone(&seq)));
        Stands { awake: self.clone(), document, seq }
    }

    /// All of them.
    pub(super) fn all(&self) -> Vec<((GemeenteId, DocumentId), u64)> {
        let held = self.lock();
        let one = |(document, (gemeente, seq)): (&DocumentId, &(GemeenteId, Arc<AtomicU64>))| {
            ((*gemeente, *document), seq.load(Ordering::Acquire))
        };
        held.iter().map(one).collect()
    }

    fn lock(&self) -> MutexGuard<'_, Held> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Stands {
    /// It holds the log up to this row.
    pub(super) fn at(&self, seq: u64) {
        self.seq.store(seq, Ordering::Release);
    }
}

impl Drop for Stands {
    fn drop(&mut self) {
        let mut held = self.awake.lock();
        // A successor may stand there already.
        if held.get(&self.document).is_some_and(|(_, seq)| Arc::ptr_eq(seq, &self.seq)) {
            held.remove(&self.document);
        }
    }
}
