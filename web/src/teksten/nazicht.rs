//! Looking back at looks.

use keukentafel::protocol::problem::Bewaard::{Lokaal, Nee};

use super::{Tekst, t};

pub(super) const TEKSTEN: &[Tekst] = &[
    t(
        "nazicht.eigen_blik",
        403,
        "U kunt uw eigen inzage niet nakijken",
        "Vraag een andere privacyfunctionaris om dit te doen.",
        Lokaal,
    ),
    t(
        "nazicht.eigen_kring",
        403,
        "U kunt dit niet nakijken",
        "Het gaat over u of over iemand die bij u hoort. Vraag het een andere privacyfunctionaris.",
        Lokaal,
    ),
    t(
        "nazicht.al_gedaan",
        409,
        "Dit is al nagekeken",
        "Ververs de lijst om te zien wat er nog open staat.",
        Nee,
    ),
    t(
        "nazicht.maatregel_nodig",
        422,
        "Schrijf op wat er nu gebeurt",
        "Er was geen goede reden om te kijken. Schrijf op wat u of de leidinggevende doet.",
        Lokaal,
    ),
    t(
        "nazicht.meer_regels",
        409,
        "Er zijn regels bij gekomen",
        "De collega keek daarna nog een keer. Lees ook die regels en geef dan uw oordeel.",
        Lokaal,
    ),
    t(
        "nazicht.collega_elders",
        409,
        "Deze collega hoort hier al bij een ander",
        "Haal die eerst weg. Een collega is maar één inwoner.",
        Lokaal,
    ),
    t(
        "nazicht.collega_te_veel",
        422,
        "Deze inwoner is al vaak vastgelegd",
        "Iemand werkt met hoogstens vijf accounts. Haal eerst een account weg dat niet meer klopt.",
        Lokaal,
    ),
];
