//! Demonstration.

use keukentafel::protocol::problem::Bewaard::Nee;

use super::{Tekst, t};

pub(super) const TEKSTEN: &[Tekst] = &[
    t(
        "demo.persona_onbekend",
        422,
        "Deze persoon doet niet mee aan de demonstratie",
        "Kies iemand uit de lijst op /demo.",
        Nee,
    ),
    t(
        "demo.klok",
        422,
        "Zo kan de klok niet verzet worden",
        "Geef een duur vooruit, bijvoorbeeld P14D voor veertien dagen. Hoogstens tien jaar.",
        Nee,
    ),
];
