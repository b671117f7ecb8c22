//! Contacts.

use keukentafel::protocol::problem::Bewaard::{Lokaal, Nee};

use super::{Tekst, t};

pub(super) const TEKSTEN: &[Tekst] = &[
    t("contact.bestaat_al", 409, "Dit contact is al vastgelegd", "Zoek de zaak op en ga daar verder.", Nee),
    t(
        "contact.meldingen",
        422,
        "Het aantal meldingen klopt niet",
        "Kies minstens één persoon en hoogstens acht meldingen.",
        Lokaal,
    ),
    t(
        "contact.dubbele_melding",
        422,
        "Dezelfde melding staat er twee keer",
        "Haal een van de twee weg, of kies een ander zaaktype.",
        Lokaal,
    ),
    t(
        "contact.melding_apart",
        422,
        "Deze melding hoort in een eigen contact",
        "Een melding die geheim is, heeft een eigen verslag. Leg de andere meldingen apart vast.",
        Lokaal,
    ),
    t(
        "contact.verslag_leeg",
        422,
        "Het verslag is nog leeg",
        "Schrijf bij minstens één vraag een kort antwoord.",
        Lokaal,
    ),
    t(
        "contact.dubbele_vraag",
        422,
        "Een vraag is twee keer beantwoord",
        "Zet het antwoord op elke vraag in één veld.",
        Lokaal,
    ),
    t(
        "contact.te_veel_aanvullingen",
        422,
        "Dit verslag is te vaak aangevuld",
        "Schrijf verder in een gespreksverslag bij de zaak.",
        Lokaal,
    ),
];
