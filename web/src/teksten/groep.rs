//! Groepen.

use keukentafel::protocol::problem::Bewaard::{Lokaal, Nee};

use super::{Tekst, t};

pub(super) const TEKSTEN: &[Tekst] = &[
    t(
        "groep.waarom",
        422,
        "Schrijf op waarom deze groep nodig is",
        "U werkt nog niet voor iedereen in deze groep. Schrijf in een zin van minstens 20 tekens waarom u de groep maakt.",
        Lokaal,
    ),
    t(
        "groep.bestaat_al",
        409,
        "Deze groep is er al",
        "Er is al een groep van precies deze personen. Ga verder in die groep.",
        Nee,
    ),
    t("groep.overleg", 409, "Deze groep kunt u nu niet maken", "Overleg met de wijkteammanager.", Lokaal),
    t("groep.geen_leden", 422, "Er is niemand gekozen", "Kies minstens één persoon voor de groep.", Lokaal),
    t("groep.te_veel_leden", 422, "Dit zijn te veel personen", "Kies er hoogstens 32.", Lokaal),
    t(
        "groep.plan_loopt_al",
        409,
        "Er loopt al een plan voor deze groep",
        "Een groep heeft één plan tegelijk. Ga verder in het plan dat loopt, of sluit dat eerst af.",
        Nee,
    ),
    t(
        "groep.is_lid",
        422,
        "Deze persoon is al lid van de groep",
        "Iemand is lid of staat om de groep heen. Kies een ander.",
        Lokaal,
    ),
];
