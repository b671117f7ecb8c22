//! Persons.

use keukentafel::protocol::problem::Bewaard::Nee;

use super::{Tekst, t};

pub(super) const TEKSTEN: &[Tekst] = &[
    t(
        "persoon.bestaat_al",
        409,
        "Deze persoon staat al in het systeem",
        "Zoek de persoon op en ga daar verder.",
        Nee,
    ),
    t(
        "persoon.bsn_bestaat_al",
        409,
        "Dit BSN staat al in het systeem",
        "Zoek de persoon op met het BSN en ga daar verder.",
        Nee,
    ),
];
