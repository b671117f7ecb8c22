//! What is true of a huishouden after an event.

use super::{AfwijkendVerblijf, Huishouden, HuishoudenEvent, LEDEN_MAX, Lid, Lidbron};
use crate::clock::Moment;
use crate::domain::ids::PersoonId;

pub(super) fn evolve(huishouden: Huishouden, event: &HuishoudenEvent, _at: Moment) -> Huishouden {
    match (event, huishouden) {
        (HuishoudenEvent::HuishoudenVastgesteld {}, Huishouden::Onbekend) => {
            Huishouden::Vastgesteld { leden: Vec::new(), herroepen: Vec::new() }
        }
        // A history that starts elsewhere than at its start cannot come from the journal, where versions are dense.
        (_, Huishouden::Onbekend) => Huishouden::Onbekend,
        (event, Huishouden::Vastgesteld { mut leden, mut herroepen }) => {
            verder(&mut leden, &mut herroepen, event);
            Huishouden::Vastgesteld { leden, herroepen }
        }
    }
}

fn verder(leden: &mut Vec<Lid>, herroepen: &mut Vec<PersoonId>, event: &HuishoudenEvent) {
    match event {
        HuishoudenEvent::HuishoudenVastgesteld {} => {}
        HuishoudenEvent::LidToegevoegd { persoon, bron, vanaf } => {
            if leden.iter().all(|lid| lid.persoon != *persoon) {
                let (verblijf, door_verblijf) = (None, false);
                leden.push(Lid { persoon: *persoon, bron: *bron, vanaf: *vanaf, verblijf, door_verblijf });
            }
        }
        HuishoudenEvent::LidVertrokken { persoon, .. } => leden.retain(|lid| lid.persoon != *persoon),
        HuishoudenEvent::AfwijkendVerblijfVastgesteld { persoon, verblijf } => {
            herroepen.retain(|gone| gone != persoon);
            for lid in leden.iter_mut().filter(|lid| lid.persoon == *persoon) {
                lid.door_verblijf |= kwam_erdoor(lid, verblijf);
                lid.verblijf = Some(verblijf.clone());
            }
        }
        HuishoudenEvent::VerblijfHerroepen { persoon, lid_vervalt, .. } => {
            if *lid_vervalt {
                leden.retain(|lid| lid.persoon != *persoon);
            }
            for lid in leden.iter_mut().filter(|lid| lid.persoon == *persoon) {
                lid.verblijf = None;
            }
            herroepen.retain(|gone| gone != persoon);
            herroepen.push(*persoon);
            let more = herroepen.len().saturating_sub(LEDEN_MAX);
            herroepen.drain(..more);
        }
    }
}

/// Whether somebody became a member by a residence that is recorded now: by hand, from the same day, with none before it.
fn kwam_erdoor(lid: &Lid, verblijf: &AfwijkendVerblijf) -> bool {
    lid.verblijf.is_none() && lid.bron == Lidbron::Handmatig && lid.vanaf == Some(verblijf.vanaf)
}
