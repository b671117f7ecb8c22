//! Huishoudens.

use keukentafel::protocol::problem::Bewaard::{Lokaal, Nee};

use super::{Tekst, t};

pub(super) const TEKSTEN: &[Tekst] = &[
    t(
        "huishouden.bestaat_al",
        409,
        "Dit huishouden is al vastgelegd",
        "Open het huishouden en ga daar verder.",
        Nee,
    ),
    t(
        "huishouden.leden",
        422,
        "Het aantal mensen klopt niet",
        "Kies minstens één en hoogstens dertig mensen, ieder één keer.",
        Lokaal,
    ),
    t(
        "huishouden.geen_lid",
        422,
        "Deze persoon hoort niet bij dit huishouden",
        "Kijk wie er nu wonen en kies opnieuw.",
        Lokaal,
    ),
    t(
        "huishouden.geen_verblijf",
        422,
        "Er is geen afwijkend verblijf vastgelegd",
        "Misschien heeft een collega dit al hersteld. Op de pagina ziet u hoe het nu is.",
        Lokaal,
    ),
    t(
        "huishouden.lid_elders",
        409,
        "Deze persoon hoort al bij een ander huishouden",
        "Leg daar eerst het vertrek vast. Voeg de persoon daarna hier toe.",
        Lokaal,
    ),
    t(
        "huishouden.lid_via_balie",
        403,
        "U kunt deze persoon niet toevoegen",
        "U werkt niet voor deze persoon. Vraag de balie om dit vast te leggen.",
        Lokaal,
    ),
    t(
        "huishouden.niet_uw_persoon",
        403,
        "U kunt dit voor deze persoon niet vastleggen",
        "U werkt niet voor deze persoon. Vraag wie dat wel doet, of de balie.",
        Lokaal,
    ),
    t(
        "huishouden.toekomst",
        422,
        "Deze datum is nog niet geweest",
        "Leg vast hoe het nu is. Kies vandaag of een eerdere dag.",
        Lokaal,
    ),
    t(
        "huishouden.voor_geboorte",
        422,
        "Deze datum is van voor de geboorte",
        "Controleer het jaar. Kies een dag na de geboorte van deze persoon.",
        Lokaal,
    ),
    t(
        "huishouden.periode",
        422,
        "De datum van vertrek klopt niet",
        "Kies een dag na de dag waarop deze persoon er kwam wonen.",
        Lokaal,
    ),
];
