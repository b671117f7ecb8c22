//! Follows the global feed, keeps the read side, and tells the lists: one actor per node.
//!
//! ```text
//!  committer ── new events ──> Wake ──> journal.feed ──> Overzicht::apply ──> rights looked at again
//!                                                                        ├──> zaak/…@dat, zaak/…@rij
//!                                                                        ├──> caseload/… (ten times a second at most)
//!                                                                        ├──> plan/…, plannen/…, signalen/… (lid, eraf)
//!                                                                        ├──> werkvoorraad/…, huishouden/… (lid, eraf)
//!                                                                        └──> gesprekken/… (that there is news)
//! ```
//! On one node and on several the same path: what this node committed comes back over the feed like everything else.

mod actor;
mod beschermd;
mod bewaarmoment;
mod blikken;
mod bundles;
mod caseload;
mod changes;
mod following;
mod gevraagd;
mod handle;
mod huishoudens;
mod latest;
mod leden;
mod opnieuw;
mod sight;
mod toekenningen;
mod topics;
mod wekker;
mod wijkteam;

use std::collections::BTreeSet;

use keukentafel::domain::identiteit::Identiteit;
use keukentafel::domain::ids::{
    BeheerrekeningId, ContactId, DocumentId, GemeenteId, GesprekId, MedewerkerId, PersoonId, PlanId,
    SignaalId, ZaakId,
};
use keukentafel::store::StreamId;

pub use blikken::Blik;
pub(crate) use following::may_follow;
pub use handle::Projector;
pub use sight::Feedstand;
pub(crate) use sight::Sight;

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
    /// Who somebody is, or what they may work as, changed.
    fn identiteit(&self, gemeente: GemeenteId, medewerker: MedewerkerId, identiteit: &Identiteit);
    /// A stream stands at this version: whoever holds an older state of it reads on.
    fn bij(&self, gemeente: GemeenteId, stream: StreamId, versie: u64);
    /// Where these persons live may be shown otherwise.
    fn personen(&self, gemeente: GemeenteId, personen: &BTreeSet<PersoonId>);
    /// Who may look into a beheerrekening changed.
    fn rekening(&self, gemeente: GemeenteId, rekening: BeheerrekeningId);
}
