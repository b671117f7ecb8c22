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
        "sessie.rol_kiezen",
        403,
        "Kies eerst in welke rol u werkt",
        "U hebt meer dan één rol. Kies er een en ga dan verder.",
        Nee,
    ),
    t(
        "sessie.rol_onbekend",
        422,
        "Deze rol hoort niet bij u",
        "Kies een rol uit de lijst. Mist u een rol? Vraag het uw beheerder.",
        Nee,
    ),
    t(
        "sessie.stap_op",
        403,
        "Bevestig eerst dat u het bent",
        "Voor deze handeling logt u nog een keer in. Daarna kunt u verder.",
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
