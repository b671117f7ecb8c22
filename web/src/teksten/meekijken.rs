//! What leden of a groep let each other see. Residents read these: B1.

use keukentafel::protocol::problem::Bewaard::{Lokaal, Nee};

use super::{Tekst, t};

pub(super) const TEKSTEN: &[Tekst] = &[
    t(
        "meekijken.loopt_al",
        409,
        "Dit mag al",
        "U hebt dit al gekozen. U ziet het in de lijst hieronder.",
        Nee,
    ),
    t(
        "meekijken.te_veel",
        409,
        "U kunt nu niets meer laten zien",
        "U laat al veel zien aan anderen. Stop eerst met iets wat niet meer nodig is.",
        Lokaal,
    ),
    t(
        "meekijken.binnen_bedenktijd",
        422,
        "Deze dag is te vroeg",
        "De ander ziet het pas na een dag. Kies een latere dag.",
        Lokaal,
    ),
    t(
        "meekijken.te_ver",
        422,
        "Deze dag is te ver weg",
        "Kies een dag binnen een jaar. Daarna kunt u opnieuw kiezen.",
        Lokaal,
    ),
];
