//! What a change of a huishouden does to the pages that show it, and to those that show zaken of who lives there.

use keukentafel::domain::ids::{GemeenteId, HuishoudenId, PersoonId};
use keukentafel::protocol::topic::Topic;

use super::actor::State;
use super::topics::Aanleiding;
use crate::overzicht::HuishoudenRegel;

impl State {
    /// Somebody came to live there, left, or lives there otherwise. Rights first: they follow from who lives together.
    pub(super) fn huishouden_changed(
        &mut self,
        gemeente: GemeenteId,
        id: HuishoudenId,
        voorheen: &[PersoonId],
        why: &Aanleiding,
    ) {
        let (zaken, changed) = {
            let all = self.overzicht.lees();
            let Some(all) = all.gemeente(gemeente) else { return };
            let leden = all.huishouden(id).map(HuishoudenRegel::leden).unwrap_or_default();
            let nu: Vec<_> = leden.iter().map(|lid| lid.persoon).collect();
            let mut wie: Vec<_> = nu.iter().chain(voorheen).copied().collect();
            wie.sort_unstable();
            wie.dedup();
            let zaken: Vec<_> = wie.iter().flat_map(|persoon| all.zaken_van(*persoon)).collect();
            // Of whom others may know otherwise than before.
            (zaken, if nu == voorheen { Vec::new() } else { wie })
        };
        if !changed.is_empty() {
            self.expel(gemeente, &zaken);
        }
        let todo = self.opnieuw(gemeente, |all, todo| {
            todo.luid.push(Topic::HuishoudenWat(id));
            todo.pagina(Topic::Huishouden(id));
            todo.rond(all, &changed);
            todo.adres(all, &changed);
        });
        self.redraw(gemeente, todo, why);
    }
}
