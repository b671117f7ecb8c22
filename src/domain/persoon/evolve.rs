//! What is true of a person after an event.

use super::{Persoon, PersoonEvent};
use crate::clock::Moment;

pub(super) fn evolve(persoon: Persoon, event: &PersoonEvent, _at: Moment) -> Persoon {
    match (event, persoon) {
        (PersoonEvent::PersoonGeregistreerd(gegevens), _) => {
            Persoon::Geregistreerd(Box::new(gegevens.clone()))
        }
        (PersoonEvent::TelefoonGewijzigd { telefoon }, Persoon::Geregistreerd(mut gegevens)) => {
            gegevens.telefoon.clone_from(telefoon);
            Persoon::Geregistreerd(gegevens)
        }
        (PersoonEvent::TelefoonGewijzigd { .. }, Persoon::Onbekend) => Persoon::Onbekend,
    }
}
