//! Zaken.

use keukentafel::protocol::problem::Bewaard::{Lokaal, Nee};

use super::{Tekst, t};

pub(super) const TEKSTEN: &[Tekst] = &[
    t("zaak.bestaat_al", 409, "Deze zaak bestaat al", "Zoek de zaak op en ga daar verder.", Nee),
    t(
        "zaak.geen_behandelaars",
        422,
        "Er is niemand gekozen",
        "Kies minstens één behandelaar. Een zaak is altijd van iemand.",
        Lokaal,
    ),
    t(
        "zaak.al_toegewezen",
        403,
        "Deze zaak is al aan iemand toegewezen",
        "Moet iemand anders eraan werken? Vraag het aan de werkverdeler.",
        Lokaal,
    ),
    t(
        "zaak.niet_voor_collega",
        403,
        "Dit werk kan niet naar deze collega",
        "Kies een andere collega.",
        Lokaal,
    ),
    t("zaak.eigen_zaak", 403, "Deze zaak gaat over uzelf", "Een collega pakt deze zaak op.", Nee),
    t(
        "zaak.al_begonnen",
        409,
        "Er is al iemand met deze zaak begonnen",
        "Wijs de zaak toe aan een collega. Zo is er altijd een behandelaar.",
        Lokaal,
    ),
    t(
        "zaak.te_veel_behandelaars",
        422,
        "Dit zijn te veel behandelaars",
        "Kies er hoogstens zestien.",
        Lokaal,
    ),
    t(
        "taak.onbekend",
        409,
        "Deze taak is er niet",
        "Op de pagina van de zaak ziet u welke taken er nu zijn.",
        Lokaal,
    ),
    t(
        "taak.eigenaar",
        422,
        "Deze collega werkt niet aan deze zaak",
        "Kies een van de behandelaars. Of wijs de zaak eerst aan deze collega toe.",
        Lokaal,
    ),
    t(
        "taak.niet_open",
        409,
        "Deze taak staat niet meer open",
        "Iemand heeft de taak afgerond of laten vervallen. Heropen de taak als dat nodig is.",
        Lokaal,
    ),
    t(
        "taak.vervallen",
        409,
        "Deze taak is vervallen",
        "Heropen de taak eerst. Daarna kunt u de taak afronden.",
        Lokaal,
    ),
    t(
        "taak.dag",
        422,
        "Deze dag kan niet",
        "Kies vandaag of een latere dag, hoogstens vijf jaar vooruit.",
        Lokaal,
    ),
    t("klantcontact.dag", 422, "Deze dag kan niet", "Kies vandaag of een dag sinds de melding.", Lokaal),
    t(
        "klantcontact.vol",
        409,
        "Er kunnen geen gesprekken meer bij",
        "Deze zaak heeft het hoogste aantal. Schrijf dit gesprek in een verslag.",
        Lokaal,
    ),
    t(
        "taak.vol",
        409,
        "Er kunnen geen taken meer bij",
        "Deze zaak heeft het hoogste aantal taken. Zet wat nog moet in een bestaande taak.",
        Lokaal,
    ),
];
