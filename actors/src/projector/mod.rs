//! Follows the global feed, keeps the read side, and tells the lists: one actor per node.
//!
//! ```text
//!  committer ── new events ──> Wake ──> journal.feed ──> Overzicht::apply ──> rights looked at again
//!                                                                        ├──> zaak/…@dat, zaak/…@rij
//!                                                                        ├──> werkvoorraad/… (lid, eraf)
//!                                                                        ├──> gesprekken/… (that there is news)
//!                                                                        └──> caseload/… (ten times a second at most)
//!                                                                        ├──> plan/…, plannen/…, signalen/… (lid, eraf)
//!                                                                        ├──> werkvoorraad/…, huishouden/… (lid, eraf)
//!                                                                        └──> gesprekken/… (that there is news)
//! ```
//! On one node and on several the same path: what this node committed comes back over the feed like everything else.

mod actor;
mod bundles;
mod caseload;
mod changes;
mod following;
mod handle;
mod huishoudens;
mod latest;
mod topics;
mod wijkteam;

use keukentafel::domain::ids::{
    ContactId, DocumentId, GemeenteId, GesprekId, PersoonId, PlanId, SignaalId, ZaakId,
};

pub(crate) use following::may_follow;
pub use handle::Projector;

/// Who must look again at rights after an event. Called from the projector; must not block.
pub trait Herzien: Send + Sync + 'static {
    /// A zaak changed hands: it, the other zaken of its person, and the person.
    fn zaak(&self, gemeente: GemeenteId, zaken: &[ZaakId], persoon: PersoonId);
    /// Who may see the content of a zaak that began in these contacts changed.
    fn contacten(&self, gemeente: GemeenteId, contacten: &[ContactId]);
    /// Who takes part in a talk changed.
    fn gesprek(&self, gemeente: GemeenteId, gesprek: GesprekId, documenten: &[DocumentId]);
    /// These documents may have closed or opened with a besluit.
    fn verslagen(&self, documenten: &[DocumentId]);
    /// Who leads a plan changed, or it ended.
    fn plan(&self, gemeente: GemeenteId, plan: PlanId);
    /// With whom a signaal is changed.
    fn signaal(&self, gemeente: GemeenteId, signaal: SignaalId);
}
