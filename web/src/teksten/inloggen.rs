//! Coming in.

use keukentafel::protocol::problem::Bewaard::Nee;

use super::{Tekst, t};

pub(super) const TEKSTEN: &[Tekst] = &[
    t(
        "inloggen.verlopen",
        401,
        "Het inloggen duurde te lang",
        "Of het was al een keer gebruikt. Begin opnieuw met inloggen.",
        Nee,
    ),
    t(
        "inloggen.onjuist",
        401,
        "Het inloggen klopte niet",
        "Wij kregen geen goed antwoord van de inlogdienst. Probeer het opnieuw. Lukt het niet? Bel dan de helpdesk.",
        Nee,
    ),
    t(
        "inloggen.onbereikbaar",
        503,
        "De inlogdienst werkt nu niet",
        "Probeer het over een paar minuten opnieuw.",
        Nee,
    ),
    t(
        "inloggen.afgebroken",
        401,
        "U bent gestopt met inloggen",
        "Wilt u toch verder? Begin dan opnieuw.",
        Nee,
    ),
    t(
        "inloggen.niveau",
        403,
        "U moet op een veiligere manier inloggen",
        "Log in met de DigiD-app en een ID-check. Medewerkers gebruiken twee stappen.",
        Nee,
    ),
    t(
        "inloggen.niet_opnieuw",
        403,
        "U hebt niet opnieuw bewezen wie u bent",
        "Probeer het nog een keer en log daarbij opnieuw in.",
        Nee,
    ),
    t(
        "inloggen.geen_rol",
        403,
        "U hebt nog geen rol in Keukentafel",
        "Vraag uw leidinggevende om u aan een groep toe te voegen.",
        Nee,
    ),
    t(
        "inloggen.inwoner_onbekend",
        403,
        "Wij kennen u nog niet",
        "Er is nog niets van u bij de gemeente. Bel de gemeente als u hulp zoekt.",
        Nee,
    ),
    t(
        "inloggen.machtiging",
        403,
        "Inloggen voor een ander kan hier niet",
        "Medewerkers loggen in voor zichzelf.",
        Nee,
    ),
    t(
        "inloggen.machtiging_eigen",
        403,
        "Voor uzelf hebt u geen machtiging nodig",
        "Log in met uw eigen DigiD. Kies daarbij niet voor een ander.",
        Nee,
    ),
    t(
        "inloggen.gemachtigde_onbekend",
        403,
        "Wij kennen u nog niet",
        "U wilt iets regelen voor een ander. Wij moeten eerst weten wie u bent. Bel de gemeente.",
        Nee,
    ),
    t(
        "inloggen.machtiging_niets",
        403,
        "Voor deze persoon kunt u hier niets bekijken",
        "Bel de gemeente als u iets voor deze persoon wilt regelen.",
        Nee,
    ),
    t(
        "inloggen.machtiging_kind",
        403,
        "Voor een kind logt u in als uzelf",
        "Hebt u gezag over het kind? Dan ziet u bij uzelf wat er voor het kind loopt. Anders belt u de gemeente.",
        Nee,
    ),
    t(
        "inloggen.machtiging_soort",
        403,
        "Deze machtiging kennen wij niet",
        "U kunt alleen inloggen voor iemand van wie u zelf een machtiging kreeg. Voor of via een bedrijf kan het niet.",
        Nee,
    ),
    t(
        "inloggen.machtiging_onjuist",
        401,
        "De machtiging klopte niet",
        "Wij konden niet lezen voor wie u inlogt. Probeer het opnieuw. Lukt het niet? Bel dan de gemeente.",
        Nee,
    ),
    t(
        "inloggen.uitlogbericht",
        400,
        "Het bericht dat iemand uitlogde klopte niet",
        "Er is niemand uitgelogd.",
        Nee,
    ),
    t(
        "inloggen.geen_naam",
        403,
        "De inlogdienst gaf geen goede naam door",
        "Vraag uw beheerder om uw naam in de inlogdienst aan te vullen.",
        Nee,
    ),
    t("inloggen.andere_persoon", 403, "Iemand anders logde in", "Log opnieuw in met uw eigen gegevens.", Nee),
];
