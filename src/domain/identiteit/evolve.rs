//! What is known of somebody after an event.

use super::{Identiteit, IdentiteitEvent, Inschrijving};

pub(super) fn evolve(state: Identiteit, event: &IdentiteitEvent) -> Identiteit {
    match (state, event) {
        (_, IdentiteitEvent::Ingeschreven(inschrijving)) => Identiteit::Bekend(inschrijving.clone()),
        (Identiteit::Bekend(known), IdentiteitEvent::NaamGewijzigd { naam }) => {
            Identiteit::Bekend(Inschrijving { naam: naam.clone(), ..known })
        }
        (Identiteit::Bekend(known), IdentiteitEvent::RollenGewijzigd { rollen }) => {
            Identiteit::Bekend(Inschrijving { rollen: rollen.clone(), ..known })
        }
        (Identiteit::Bekend(known), IdentiteitEvent::Uitgeschreven {}) => {
            Identiteit::Uitgeschreven { naam: known.naam }
        }
        // Decided only of somebody who is known; of another there is nothing to change.
        (
            state @ (Identiteit::Onbekend | Identiteit::Uitgeschreven { .. }),
            IdentiteitEvent::NaamGewijzigd { .. }
            | IdentiteitEvent::RollenGewijzigd { .. }
            | IdentiteitEvent::Uitgeschreven {},
        ) => state,
    }
}
