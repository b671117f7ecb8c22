//! Persons.

use keukentafel::protocol::problem::Bewaard::{Lokaal, Nee};

use super::{Tekst, t};

pub(super) const TEKSTEN: &[Tekst] = &[
    t(
        "persoon.bestaat_al",
        409,
        "Deze persoon staat al in het systeem",
        "Zoek de persoon op en ga daar verder.",
        Nee,
    ),
    t(
        "persoon.bsn_bestaat_al",
        409,
        "Dit BSN staat al in het systeem",
        "Zoek de persoon op met het BSN en ga daar verder.",
        Nee,
    ),
    t(
        "persoon.identiteit_staat_vast",
        409,
        "Al bekend is wie deze persoon is",
        "Ga verder met de gegevens die er staan.",
        Lokaal,
    ),
    t(
        "persoon.ander_bsn",
        422,
        "Dit BSN hoort bij iemand anders",
        "Kijk het BSN na, en de naam en de geboortedatum die erbij horen.",
        Lokaal,
    ),
    t(
        "persoon.zonder_naam",
        422,
        "De BRP geeft geen naam bij dit BSN",
        "Voer de gegevens van de persoon zelf in.",
        Lokaal,
    ),
    t("persoon.gezag_zelf", 422, "Iemand heeft geen gezag over zichzelf", "Kies een andere persoon.", Lokaal),
    t(
        "persoon.gezag_meerderjarig",
        422,
        "Deze persoon is dan al 18 jaar",
        "Gezag is er alleen over een kind tot 18 jaar. Kijk de datum na.",
        Lokaal,
    ),
    t(
        "persoon.gezag_periode",
        422,
        "De periode van het gezag klopt niet",
        "Gezag begint niet voor de geboorte en eindigt niet voor het begint. Controleer de begindatum en de einddatum.",
        Lokaal,
    ),
    t(
        "persoon.gezag_uitspraak",
        422,
        "De datum van de uitspraak klopt niet",
        "De uitspraak is geweest en het gezag begint daarna, binnen een jaar vanaf nu. Controleer beide datums.",
        Lokaal,
    ),
    t(
        "persoon.gezag_te_veel",
        422,
        "Er is te vaak gezag vastgelegd",
        "Vraag de functioneel beheerder om mee te kijken.",
        Lokaal,
    ),
    t("persoon.gezag_onbekend", 422, "Dit gezag is er niet", "Kies uit wat er nu staat.", Lokaal),
];
