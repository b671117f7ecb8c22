//! Beheerrekeningen.

use keukentafel::protocol::problem::Bewaard::{Lokaal, Nee};

use super::{Tekst, t};

pub(super) const TEKSTEN: &[Tekst] = &[
    t("rekening.bestaat_al", 409, "Deze rekening bestaat al", "Zoek de rekening op en ga daar verder.", Nee),
    t(
        "rekening.klant_bestaat_al",
        409,
        "Dit klantnummer heeft al een rekening",
        "Een klantnummer van Allegro hoort bij één rekening. Kijk of het nummer klopt.",
        Lokaal,
    ),
    t(
        "rekening.klopt_niet",
        409,
        "De bedragen tellen niet op tot het saldo",
        "Wij gebruiken dit antwoord van Allegro niet. Laat nakijken wat er niet klopt.",
        Nee,
    ),
    t(
        "invoer.klant_ongeldig",
        422,
        "Dit klantnummer kan niet",
        "Vul het nummer in zoals het in Allegro staat. Gebruik geen BSN.",
        Lokaal,
    ),
];
