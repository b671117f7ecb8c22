//! What is true of a huishouden after an event.

use super::{Huishouden, HuishoudenEvent, Lid};
use crate::clock::Moment;

pub(super) fn evolve(huishouden: Huishouden, event: &HuishoudenEvent, _at: Moment) -> Huishouden {
    match (event, huishouden) {
        (HuishoudenEvent::HuishoudenVastgesteld {}, Huishouden::Onbekend) => {
            Huishouden::Vastgesteld { leden: Vec::new() }
        }
        (HuishoudenEvent::LidToegevoegd { persoon, bron, vanaf }, Huishouden::Vastgesteld { mut leden }) => {
            if leden.iter().all(|lid| lid.persoon != *persoon) {
                leden.push(Lid { persoon: *persoon, bron: *bron, vanaf: *vanaf, verblijf: None });
            }
            Huishouden::Vastgesteld { leden }
        }
        (HuishoudenEvent::LidVertrokken { persoon, .. }, Huishouden::Vastgesteld { mut leden }) => {
            leden.retain(|lid| lid.persoon != *persoon);
            Huishouden::Vastgesteld { leden }
        }
        (
            HuishoudenEvent::AfwijkendVerblijfVastgesteld { persoon, verblijf },
            Huishouden::Vastgesteld { mut leden },
        ) => {
            for lid in leden.iter_mut().filter(|lid| lid.persoon == *persoon) {
                lid.verblijf = Some(verblijf.clone());
            }
            Huishouden::Vastgesteld { leden }
        }
        // A history that starts elsewhere than at its start cannot come from the journal, where versions are dense.
        (HuishoudenEvent::HuishoudenVastgesteld {}, huishouden @ Huishouden::Vastgesteld { .. })
        | (
            HuishoudenEvent::LidToegevoegd { .. }
            | HuishoudenEvent::LidVertrokken { .. }
            | HuishoudenEvent::AfwijkendVerblijfVastgesteld { .. },
            huishouden @ Huishouden::Onbekend,
        ) => huishouden,
    }
}
