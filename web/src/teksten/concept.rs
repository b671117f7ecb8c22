//! Concepten, and what else is kept beside the record: views with a name.

use keukentafel::protocol::problem::Bewaard::Lokaal;

use super::{Tekst, t};

pub(super) const TEKSTEN: &[Tekst] = &[
    t(
        "concept.te_groot",
        422,
        "Dit is te veel voor een concept",
        "Rond het formulier af, of maak de tekst korter.",
        Lokaal,
    ),
    t(
        "concept.al_ingeleverd",
        409,
        "Dit is al vastgelegd of elders verder ingevuld",
        "U hebt dit ook open in een ander tabblad of op een ander apparaat. Daar is het vastgelegd of verder ingevuld. Kijk daar eerst. Er is nu niets vastgelegd.",
        Lokaal,
    ),
    t(
        "concept.te_veel",
        422,
        "Er staan te veel concepten open",
        "Rond eerst een concept af, of gooi er een weg.",
        Lokaal,
    ),
    t("weergaven.te_veel", 422, "U hebt al twaalf weergaven", "Verwijder er eerst een.", Lokaal),
    t("weergaven.dubbel", 422, "U hebt al een weergave met deze naam", "Kies een andere naam.", Lokaal),
    t(
        "weergaven.adres",
        422,
        "Dit is geen weergave die wij kunnen bewaren",
        "Stel de filters opnieuw in en bewaar de weergave dan.",
        Lokaal,
    ),
];
