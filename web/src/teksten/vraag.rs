//! How it was asked.

use keukentafel::protocol::problem::Bewaard::{Lokaal, Nee};

use super::{Tekst, t};

pub(super) const TEKSTEN: &[Tekst] = &[
    t("methode", 405, "Zo kan dit niet gevraagd worden", "Dit adres kent deze manier van vragen niet.", Nee),
    t(
        "invoer.soort",
        415,
        "Dit soort bericht nemen wij niet aan",
        "Stuur de gegevens als JSON (Content-Type: application/json).",
        Lokaal,
    ),
    t(
        "invoer.te_groot",
        413,
        "Dit is te veel tekst voor één bericht",
        "Maak de tekst korter en stuur hem opnieuw. Een lange tekst hoort in een verslag.",
        Lokaal,
    ),
    t(
        "invoer.te_langzaam",
        408,
        "Het duurde te lang voor uw bericht binnen was",
        "Kijk of uw verbinding goed is en probeer het opnieuw.",
        Lokaal,
    ),
    t(
        "invoer.geen_json",
        400,
        "Wij konden het bericht niet lezen",
        "Het bericht is geen geldige JSON. Laad de pagina opnieuw en probeer het nog eens.",
        Lokaal,
    ),
    t(
        "invoer.te_diep",
        400,
        "Wij konden het bericht niet lezen",
        "Het bericht zit te ingewikkeld in elkaar. Laad de pagina opnieuw en probeer het nog eens.",
        Lokaal,
    ),
    t(
        "invoer.dubbele_sleutel",
        422,
        "Een veld staat er twee keer in",
        "Stuur elk veld één keer. Laad de pagina opnieuw en probeer het nog eens.",
        Lokaal,
    ),
    t(
        "invoer.onbekend_veld",
        422,
        "Het bericht bevat een veld dat wij niet kennen",
        "Laad de pagina opnieuw, dan hebt u de nieuwste versie. Probeer het daarna nog eens.",
        Lokaal,
    ),
    t(
        "invoer.veld_ontbreekt",
        422,
        "Er is iets niet ingevuld",
        "Vul het veld in en probeer het opnieuw.",
        Lokaal,
    ),
    t(
        "invoer.waarde_ongeldig",
        422,
        "Er is iets niet goed ingevuld",
        "Controleer het veld en probeer het opnieuw.",
        Lokaal,
    ),
    t("invoer.keuze_onbekend", 422, "Deze keuze bestaat niet", "Kies iets uit de lijst.", Lokaal),
    t(
        "invoer.ongeldig",
        422,
        "Er is iets niet goed ingevuld",
        "Kijk bij de velden wat er niet klopt.",
        Lokaal,
    ),
    t(
        "invoer.sleutel",
        422,
        "Het kenmerk van dit verzoek klopt niet",
        "Laad de pagina opnieuw en probeer het nog eens.",
        Lokaal,
    ),
    t(
        "invoer.versie",
        422,
        "De versie bij dit verzoek klopt niet",
        "Laad de pagina opnieuw en probeer het nog eens.",
        Lokaal,
    ),
    t("invoer.aantal", 422, "Dit aantal kan niet", "Vraag om 1 tot en met 200 regels tegelijk.", Nee),
    t(
        "invoer.vraag_ongeldig",
        422,
        "Wij begrijpen deze vraag niet",
        "Kijk de zoekvraag of het filter na en probeer het opnieuw.",
        Nee,
    ),
];
