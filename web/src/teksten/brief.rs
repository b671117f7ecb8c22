//! Letters.

use keukentafel::protocol::problem::Bewaard::{Lokaal, Nee};

use super::{Tekst, t};

pub(super) const TEKSTEN: &[Tekst] = &[
    t("brief.bestaat_al", 409, "Deze brief is er al", "Kijk bij de brieven.", Nee),
    t(
        "brief.niet_op_papier",
        422,
        "Deze brief gaat niet met de post",
        "De inwoner leest de brief in het portaal. Op de pagina ziet u hoe het ervoor staat.",
        Lokaal,
    ),
];
