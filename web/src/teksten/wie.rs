//! Who may.

use keukentafel::protocol::problem::Bewaard::{Lokaal, Nee};

use super::{Tekst, t};

pub(super) const TEKSTEN: &[Tekst] = &[
    t(
        "niet_gevonden",
        404,
        "Dit is niet gevonden",
        "Het bestaat niet, of u mag het niet zien. Kijk of het adres klopt.",
        Nee,
    ),
    t(
        "niet_bevoegd",
        403,
        "Dat mag u niet doen",
        "Uw rol geeft hier geen recht op. Vraag een collega die dit wel mag, of uw leidinggevende.",
        Nee,
    ),
    t(
        "sessie.geen",
        401,
        "U bent niet ingelogd",
        "Log in en probeer het opnieuw. Wat u had ingevuld, staat nog op uw scherm.",
        Lokaal,
    ),
    t(
        "herkomst",
        403,
        "Dit verzoek kwam niet van onze eigen pagina",
        "Ga naar Keukentafel en doe het daar opnieuw. Er is niets veranderd.",
        Nee,
    ),
    t(
        "gastheer",
        421,
        "Dit adres hoort niet bij ons",
        "Gebruik het adres van Keukentafel dat u van uw gemeente kreeg.",
        Nee,
    ),
];
