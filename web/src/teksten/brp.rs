//! The BRP.

use keukentafel::protocol::problem::Bewaard::Lokaal;

use super::{Tekst, t};

pub(super) const TEKSTEN: &[Tekst] = &[
    t(
        "brp.niet_bereikbaar",
        503,
        "De BRP is nu niet te bereiken",
        "Probeer het straks opnieuw. U kunt de persoon ook zelf invoeren.",
        Lokaal,
    ),
    t(
        "brp.niet_ingericht",
        422,
        "Hier is geen BRP aangesloten",
        "Voer de gegevens van de persoon zelf in.",
        Lokaal,
    ),
    t(
        "brp.onbekend",
        422,
        "Dit BSN staat niet in de BRP",
        "Controleer het BSN. U kunt de persoon ook zonder BSN invoeren.",
        Lokaal,
    ),
];
