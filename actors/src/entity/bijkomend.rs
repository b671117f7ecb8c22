//! What must become true together with an entity's events, in the one transaction.

use keukentafel::store::{Claim, StatusChange, StreamId, Write};

/// Follows from the events themselves, so that no way in can leave it out.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Bijkomend {
    /// What must stay unique.
    pub claims: Vec<Claim>,
    /// Documents that close or open.
    pub statuses: Vec<StatusChange>,
    /// Streams that are erased.
    pub wist: Vec<StreamId>,
}

impl Bijkomend {
    pub(super) fn in_write(self, write: &mut Write) {
        if let Write::Append(append) = write {
            append.claims.extend(self.claims);
            append.statuses.extend(self.statuses);
            append.wist.extend(self.wist);
        }
    }
}
