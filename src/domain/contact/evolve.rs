//! What is true of a contact after an event.

use super::{Aanvulling, Contact, ContactEvent, Geregistreerd};
use crate::clock::Moment;

pub(super) fn evolve(contact: Contact, event: &ContactEvent, at: Moment) -> Contact {
    match (event, contact) {
        (
            ContactEvent::ContactGeregistreerd {
                kanaal, spreker, controle, verslag, meldingen, auteur, ..
            },
            Contact::Onbekend,
        ) => Contact::Geregistreerd(Box::new(Geregistreerd {
            kanaal: *kanaal,
            spreker: spreker.clone(),
            controle: *controle,
            verslag: verslag.clone(),
            meldingen: meldingen.clone(),
            auteur: *auteur,
            op: at,
            aanvullingen: Vec::new(),
        })),
        (ContactEvent::VerslagAangevuld { tekst }, Contact::Geregistreerd(mut inhoud)) => {
            inhoud.aanvullingen.push(Aanvulling { op: at, tekst: tekst.clone() });
            Contact::Geregistreerd(inhoud)
        }
        // A history that starts elsewhere than at its start cannot come from the journal, where versions are dense.
        (ContactEvent::ContactGeregistreerd { .. }, contact @ Contact::Geregistreerd(_))
        | (ContactEvent::VerslagAangevuld { .. }, contact @ Contact::Onbekend) => contact,
    }
}
