//! Work that one node does for all: whose turn it is, and until when.
//!
//! A turn ends by the clock of the database, so that no node need agree with another about the time. A node that stood still does not know that
//! its turn ended; so what it writes in its turn names the epoch ([`Write::onder`]), which rises with each other holder, and is refused in the
//! same transaction when it is another's by now (ADR 21). What goes on is decided without it everywhere else: there the fence is the version of
//! the stream.

use std::collections::BTreeMap;
use std::future::Future;
use std::time::Duration;

use tokio::time::Instant;

use super::{Fault, Refusal, Write};

/// A turn at a piece of work.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub struct Lease {
    /// Which work.
    pub naam: &'static str,
    /// The how-manieth holder of it this is.
    pub epoch: u64,
}

/// Whose turn it is.
pub trait Leases: Send + Sync + 'static {
    /// Takes the turn at this work for the node of this name, or keeps it, for so long from now on. `None` while it is another's.
    fn take_lease(
        &self,
        naam: &'static str,
        houder: &str,
        duur: Duration,
    ) -> impl Future<Output = Result<Option<Lease>, Fault>> + Send;
}

impl Write {
    /// This, only as long as that turn is not another's.
    #[must_use]
    pub fn onder(self, lease: Option<Lease>) -> Self {
        match lease {
            Some(lease) => Self::Onder { lease, write: Box::new(self) },
            None => self,
        }
    }
}

/// The epoch of each turn that a batch names.
pub(crate) type Epochs = BTreeMap<&'static str, u64>;

/// Whether what is written in this turn may be.
pub(crate) fn admit(epochs: &Epochs, lease: Lease) -> Result<(), Refusal> {
    if epochs.get(lease.naam) == Some(&lease.epoch) {
        Ok(())
    } else {
        Err(Refusal::LeaseVoorbij { naam: lease.naam })
    }
}

/// The turns of a journal that has one process: kept by that process, and gone with it.
#[derive(Debug, Default)]
pub(crate) struct Leaseboek {
    houders: BTreeMap<&'static str, (String, Instant)>,
    pub(crate) epochs: Epochs,
}

impl Leaseboek {
    pub(crate) fn neem(&mut self, naam: &'static str, houder: &str, duur: Duration) -> Option<Lease> {
        let now = Instant::now();
        let other = self.houders.get(naam).filter(|(other, _)| other != houder);
        if other.is_some_and(|(_, until)| *until > now) {
            return None;
        }
        let another = other.is_some() || !self.houders.contains_key(naam);
        let epoch = self.epochs.entry(naam).or_insert(0);
        if another {
            *epoch += 1;
        }
        self.houders.insert(naam, (houder.to_owned(), now + duur));
        Some(Lease { naam, epoch: *epoch })
    }
}
