//! Zaken.

use keukentafel::protocol::problem::Bewaard::{Lokaal, Nee};

use super::{Tekst, t};

pub(super) const TEKSTEN: &[Tekst] = &[
    t("zaak.bestaat_al", 409, "Deze zaak bestaat al", "Zoek de zaak op en ga daar verder.", Nee),
    t(
        "zaak.geen_behandelaars",
        422,
        "Er is niemand gekozen",
        "Kies minstens één behandelaar. Een zaak is altijd van iemand.",
        Lokaal,
    ),
    t(
        "zaak.te_veel_behandelaars",
        422,
        "Dit zijn te veel behandelaars",
        "Kies er hoogstens zestien.",
        Lokaal,
    ),
];
