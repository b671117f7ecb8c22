//! The live connection.

use keukentafel::protocol::problem::Bewaard::{Lokaal, Nee};

use super::{Tekst, t};

pub(super) const TEKSTEN: &[Tekst] = &[
    t(
        "rt.geen_onderwerp",
        422,
        "Dit onderwerp bestaat niet",
        "Laad de pagina opnieuw en probeer het nog eens.",
        Nee,
    ),
    t(
        "rt.te_veel_onderwerpen",
        429,
        "Er staat te veel tegelijk open",
        "Sluit een paar zaken of documenten en probeer het opnieuw.",
        Nee,
    ),
    t(
        "rt.te_veel_verbindingen",
        429,
        "Er staan te veel tabbladen open",
        "Sluit een paar tabbladen van Keukentafel en probeer het opnieuw.",
        Lokaal,
    ),
    t(
        "rt.geen_websocket",
        426,
        "Dit adres is alleen voor een live verbinding",
        "Open Keukentafel in uw browser, dan gaat het vanzelf.",
        Nee,
    ),
    t(
        "rt.subprotocol",
        400,
        "De live verbinding spreekt een andere taal",
        "Laad de pagina opnieuw, dan hebt u de nieuwste versie.",
        Nee,
    ),
    t(
        "rt.volgorde",
        400,
        "De live verbinding begint niet zoals het hoort",
        "Laad de pagina opnieuw.",
        Lokaal,
    ),
];
