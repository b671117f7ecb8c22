//! Signalen.

use keukentafel::protocol::problem::Bewaard::{Lokaal, Nee};

use super::{Tekst, t};

pub(super) const TEKSTEN: &[Tekst] = &[
    t(
        "signaal.soort_gestopt",
        422,
        "Deze soort signaal wordt niet meer gebruikt",
        "Kies een andere soort.",
        Lokaal,
    ),
    t(
        "signaal.termijn_loopt",
        409,
        "Dit signaal wordt nog bewaard",
        "Wij wissen het vanzelf als de bewaartermijn om is.",
        Nee,
    ),
    t("signaal.bestaat_al", 409, "Dit signaal is er al", "Ga verder met het signaal dat er al is.", Nee),
    t(
        "signaal.waargenomen",
        422,
        "Deze dag moet nog komen",
        "Vul in wanneer u het zag: vandaag of eerder.",
        Lokaal,
    ),
    t(
        "signaal.gesloten",
        409,
        "Dit signaal neemt niets meer op",
        "Stuur uw melding nog een keer. Dan wordt het een nieuw signaal.",
        Lokaal,
    ),
    t(
        "signaal.afgehandeld",
        409,
        "Dit signaal is al afgehandeld",
        "Iemand anders was u voor. Bekijk wat er is gedaan.",
        Nee,
    ),
    t(
        "signaal.persoon_bekend",
        409,
        "Bij dit signaal is al bekend om wie het gaat",
        "Iemand anders was u voor. Bekijk het signaal opnieuw.",
        Nee,
    ),
    t(
        "signaal.opgegaan",
        409,
        "Dit hoort nu bij een ander signaal",
        "Open dat signaal en ga daar verder.",
        Nee,
    ),
    t(
        "signaal.termijn_voorbij",
        409,
        "Dit signaal wordt niet meer bewaard",
        "De bewaartermijn is voorbij. Meld het opnieuw als er weer zorgen zijn.",
        Nee,
    ),
    t(
        "signaal.loopt_al",
        409,
        "Hetzelfde is opnieuw gemeld",
        "Er wacht al een nieuw signaal over hetzelfde. Ga daarmee verder.",
        Nee,
    ),
    t(
        "signaal.persoon_onbekend",
        409,
        "Wij weten nog niet om wie het gaat",
        "Zoek eerst op wie het is. Daarna kunt u een groep maken.",
        Nee,
    ),
    t(
        "signaal.persoon_ontbreekt",
        422,
        "De persoon van het signaal ontbreekt",
        "Kies ook de persoon om wie het signaal gaat.",
        Lokaal,
    ),
    t(
        "signaal.bsn_niet_nodig",
        422,
        "Een BSN is hier niet nodig",
        "Vul alleen de naam in, en de geboortedatum als u die weet.",
        Lokaal,
    ),
    t(
        "signaal.betrouwbaarheid",
        422,
        "Zo zeker kan deze melding niet zijn",
        "Kies of u het zelf zag of hoorde, of dat u het van anderen hoorde.",
        Lokaal,
    ),
    t(
        "signaal.sleutel",
        401,
        "Deze sleutel kennen wij niet",
        "Controleer de sleutel die u van de gemeente kreeg. Er is niets opgeslagen.",
        Nee,
    ),
];
