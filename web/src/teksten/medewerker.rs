//! Who works here.

use keukentafel::protocol::problem::Bewaard::Lokaal;

use super::{Tekst, t};

pub(super) const TEKSTEN: &[Tekst] = &[
    t(
        "medewerker.periode_ongeldig",
        422,
        "Deze dagen kunnen niet",
        "Kies een laatste dag die niet voor de eerste ligt en niet voorbij is.",
        Lokaal,
    ),
    t(
        "medewerker.periode_te_lang",
        422,
        "Dit is te ver weg",
        "Kies dagen binnen een jaar van vandaag.",
        Lokaal,
    ),
];
