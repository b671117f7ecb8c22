//! What other systems tell us.

use keukentafel::protocol::problem::Bewaard::Nee;

use super::{Tekst, t};

pub(super) const TEKSTEN: &[Tekst] = &[
    t(
        "koppeling.hint_geweigerd",
        403,
        "Dit bericht nemen wij niet aan",
        "De handtekening, de tijd of de vorm klopt niet. Kijk of de sleutel en de klok goed staan.",
        Nee,
    ),
    t(
        "koppeling.te_vaak",
        429,
        "Dit zijn te veel berichten tegelijk",
        "Stuur het bericht later opnieuw.",
        Nee,
    ),
];
