//! Follows the global feed, keeps the read side, and tells the lists: one actor per node.
//!
//! ```text
//!  committer ── new events ──> Wake ──> journal.feed ──> Overzicht::apply ──> rights looked at again
//!                                                                        ├──> zaak/…@dat, zaak/…@rij
//!                                                                        ├──> werkvoorraad/… (lid, eraf)
//!                                                                        ├──> gesprekken/… (that there is news)
//!                                                                        └──> caseload/… (ten times a second at most)
//! ```
//! On one node and on several the same path: what this node committed comes back over the feed like everything else.

mod actor;
mod bundles;
mod caseload;
mod following;
mod handle;
mod latest;
mod topics;

use keukentafel::domain::ids::{DocumentId, GemeenteId, GesprekId, PersoonId, ZaakId};

pub use handle::Projector;

/// Who must look again at rights after an event. Called from the projector; must not block.
pub trait Herzien: Send + Sync + 'static {
    /// A zaak changed hands: it, the other zaken of its person, and the person.
    fn zaak(&self, gemeente: GemeenteId, zaken: &[ZaakId], persoon: PersoonId);
    /// Who takes part in a talk changed.
    fn gesprek(&self, gemeente: GemeenteId, gesprek: GesprekId, documenten: &[DocumentId]);
}
