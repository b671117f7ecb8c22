//! Commands.

use keukentafel::protocol::problem::Bewaard::{Lokaal, Nee};

use super::{Tekst, t};

pub(super) const TEKSTEN: &[Tekst] = &[
    t(
        "opdracht.onbekend",
        422,
        "Deze opdracht bestaat niet",
        "Laad de pagina opnieuw, dan hebt u de nieuwste versie.",
        Lokaal,
    ),
    t(
        "opdracht.conflict",
        409,
        "Iemand anders was u voor",
        "Bekijk wat er veranderd is en kies dan opnieuw.",
        Lokaal,
    ),
    t(
        "opdracht.sleutel_hergebruikt",
        422,
        "Dit verzoek is al eens anders gedaan",
        "Laad de pagina opnieuw, kijk wat er al gedaan is en probeer het nog eens.",
        Lokaal,
    ),
    t(
        "opdracht.uitkomst_onbekend",
        503,
        "Wij weten niet of het gelukt is",
        "Probeer het over een paar tellen opnieuw. U hoeft niet bang te zijn dat het dan dubbel gebeurt.",
        Lokaal,
    ),
    t(
        "server.bezig",
        503,
        "Het is nu te druk",
        "Wacht een paar tellen en probeer het opnieuw. Er is niets veranderd.",
        Lokaal,
    ),
    t(
        "server.geen_zicht",
        503,
        "Wij kunnen nu niet nagaan wie wat mag zien",
        "Daarom laten wij even niets zien. Er is niets veranderd. Zodra het weer kan, gaat het vanzelf verder.",
        Lokaal,
    ),
    t(
        "server.stopt",
        503,
        "Wij starten even opnieuw op",
        "Wacht een paar tellen en probeer het opnieuw. Er is niets veranderd.",
        Lokaal,
    ),
    t(
        "opslag.vol",
        503,
        "Wij kunnen nu niets opslaan",
        "Laat uw tekst staan: die is nog niet opgeslagen. Meld dit bij de helpdesk.",
        Lokaal,
    ),
    t("te_vaak", 429, "Dat was te vaak achter elkaar", "Wacht even en probeer het dan opnieuw.", Nee),
];
