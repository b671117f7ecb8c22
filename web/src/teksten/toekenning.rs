//! Who stands in for whom, and the glas of a plan.

use keukentafel::protocol::problem::Bewaard::{Lokaal, Nee};

use super::{Tekst, t};

pub(super) const TEKSTEN: &[Tekst] = &[
    t(
        "toekenning.bestaat_al",
        409,
        "Dit is al geregeld",
        "Ververs de pagina om te zien hoe het nu staat.",
        Nee,
    ),
    t("vervanging.zichzelf", 422, "Iemand vervangt niet zichzelf", "Kies een collega die er wel is.", Lokaal),
    t(
        "vervanging.past_niet",
        422,
        "Deze collega kan dit werk niet overnemen",
        "Kies een collega die hetzelfde werk doet, of een vaste vervanger.",
        Lokaal,
    ),
    t(
        "vervanging.te_veel",
        409,
        "Er lopen al te veel vervangingen",
        "Trek eerst een vervanging in die niet meer nodig is.",
        Lokaal,
    ),
    t(
        "vervanging.niet_zelf",
        403,
        "Als vervanger kunt u uzelf niet toevoegen",
        "U kunt meeschrijven zolang u vervangt. Vraag een deelnemer om u toe te voegen als u daarna ook mee moet doen.",
        Nee,
    ),
    t(
        "glas.reden_te_kort",
        422,
        "Schrijf op waarom dit nodig is",
        "Gebruik minstens 20 tekens. De regisseur en de privacyfunctionaris lezen uw reden.",
        Lokaal,
    ),
    t("glas.minuten", 422, "Deze tijd kan niet", "Kies een tijd van 1 tot en met 60 minuten.", Lokaal),
    t(
        "glas.iemand_kan",
        409,
        "Er is iemand die dit kan doen",
        "Een regisseur of een vervanger is er volgens ons wel. Vraag het die collega. Lukt dat niet? Geef dat dan aan.",
        Lokaal,
    ),
    t("glas.al_gebroken", 409, "U kijkt al mee in dit plan", "Open het plan om het te lezen.", Nee),
    t("glas.geen_glas", 409, "Dit is geen inzage in nood", "Alleen inzage in nood wordt beoordeeld.", Nee),
    t(
        "glas.al_beoordeeld",
        409,
        "Dit is al beoordeeld",
        "Ververs de lijst om te zien wat er nog open staat.",
        Nee,
    ),
    t(
        "glas.eigen_glas",
        403,
        "U kunt uw eigen inzage niet beoordelen",
        "Vraag een andere privacyfunctionaris om dit te doen.",
        Lokaal,
    ),
    t(
        "overdracht.leeg",
        409,
        "Er is niets over te dragen",
        "Deze collega heeft geen zaken en leidt geen plan.",
        Nee,
    ),
    t(
        "overdracht.niemand_past",
        422,
        "Niet al dit werk kan naar deze collega's",
        "Kies er een collega bij die hetzelfde werk doet. Er is nog niets overgedragen.",
        Lokaal,
    ),
];
