//! What an error of a database means for whoever waits.

use crate::store::{Fault, Outcome, Refusal};

/// Why a transaction did not come about. Nothing of it remains.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failed {
    /// The disk takes no more.
    #[error("the disk takes no more writes")]
    Full,
    /// Another node was in the way: the same transaction may do now.
    #[error("another node was in the way: {0}")]
    InTheWay(String),
    /// The connection is gone.
    #[error("the connection is gone: {0}")]
    Gone(String),
    /// Anything else.
    #[error(transparent)]
    Fault(Fault),
}

impl Failed {
    /// What every write of the batch hears.
    pub(crate) fn outcomes(&self, count: usize) -> Vec<Outcome> {
        match self {
            Self::Full => vec![Ok(Err(Refusal::Full)); count],
            Self::InTheWay(text) | Self::Gone(text) => vec![Err(Fault::Unavailable(text.clone())); count],
            Self::Fault(fault) => vec![Err(fault.clone()); count],
        }
    }

    /// As a fault, for work that has no refusals.
    pub(crate) fn fault(self) -> Fault {
        match self {
            Self::Full => Fault::Unavailable(self.to_string()),
            Self::InTheWay(text) | Self::Gone(text) => Fault::Unavailable(text),
            Self::Fault(fault) => fault,
        }
    }
}

impl From<Fault> for Failed {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl From<Failed> for Fault {
    fn from(failed: Failed) -> Self {
        failed.fault()
    }
}
