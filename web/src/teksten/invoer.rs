//! What was filled in.

use keukentafel::protocol::problem::Bewaard::Lokaal;

use super::{Tekst, t};

pub(super) const TEKSTEN: &[Tekst] = &[
    t(
        "invoer.bsn_ongeldig",
        422,
        "Het BSN klopt niet",
        "Controleer het burgerservicenummer. Het heeft negen cijfers en staat op het identiteitsbewijs.",
        Lokaal,
    ),
    t(
        "invoer.datum_ongeldig",
        422,
        "Deze datum bestaat niet",
        "Vul dag, maand en jaar in, bijvoorbeeld 14-03-1958.",
        Lokaal,
    ),
    t("invoer.tijd_ongeldig", 422, "Deze tijd bestaat niet", "Vul uren en minuten in, zoals 10:30.", Lokaal),
    t(
        "invoer.geboortedatum",
        422,
        "Deze geboortedatum kan niet",
        "De datum ligt in de toekomst of te ver terug. Controleer het jaar.",
        Lokaal,
    ),
    t(
        "invoer.persoon_onbekend",
        422,
        "Deze persoon kennen wij niet",
        "Zoek deze persoon opnieuw op, of schrijf de persoon in.",
        Lokaal,
    ),
    t(
        "invoer.email_ongeldig",
        422,
        "Dit e-mailadres klopt niet",
        "Vul een adres in zoals naam@voorbeeld.nl.",
        Lokaal,
    ),
    t("invoer.groep_onbekend", 422, "Deze groep kennen wij niet", "Kies een groep uit de lijst.", Lokaal),
    t(
        "invoer.signaal_onbekend",
        422,
        "Dit signaal hoort niet bij deze groep",
        "Kies een signaal over iemand van de groep.",
        Lokaal,
    ),
    t(
        "invoer.medewerker_onbekend",
        422,
        "U kunt deze collega hier niet kiezen",
        "Kies iemand uit de lijst.",
        Lokaal,
    ),
    t(
        "invoer.postcode_ongeldig",
        422,
        "Deze postcode klopt niet",
        "Vul vier cijfers en twee letters in, bijvoorbeeld 1234 AB.",
        Lokaal,
    ),
    t(
        "invoer.telefoon_ongeldig",
        422,
        "Dit telefoonnummer klopt niet",
        "Gebruik cijfers, spaties, een plus of een streepje.",
        Lokaal,
    ),
    t("invoer.leeg", 422, "Dit veld is leeg", "Vul het veld in.", Lokaal),
    t(
        "invoer.reden_kort",
        422,
        "Schrijf op waarom dit niet klopt",
        "Gebruik minstens 10 tekens. Wie het later naleest, moet de reden begrijpen.",
        Lokaal,
    ),
    t("invoer.te_lang", 422, "Deze tekst is te lang", "Maak de tekst korter.", Lokaal),
    t(
        "invoer.tekens",
        422,
        "In deze tekst staan tekens die wij niet aannemen",
        "Typ de tekst opnieuw in plaats van hem te plakken.",
        Lokaal,
    ),
];
