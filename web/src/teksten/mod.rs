//! The one catalogue of what we say when something does not go through.
//!
//! Each code has a status, what went wrong in a few words, what to do next, and whether what was sent is kept. Plain Dutch: short
//! sentences, "u", no blame, nothing that only a programmer knows.

use keukentafel::protocol::problem::Bewaard;

/// What we say for one code.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Tekst {
    /// The stable code.
    pub(crate) code: &'static str,
    /// The HTTP status.
    pub(crate) status: u16,
    /// What went wrong.
    pub(crate) titel: &'static str,
    /// What to do next.
    pub(crate) uitleg: &'static str,
    /// Whether what was sent is kept.
    pub(crate) bewaard: Bewaard,
}

/// What we say for `code`. A code without a text is a mistake of ours; the reader still gets a sentence.
pub(crate) fn tekst(code: &str) -> &'static Tekst {
    TEKSTEN.iter().find(|tekst| tekst.code == code).unwrap_or(&ONBEKEND)
}

const ONBEKEND: Tekst = t(
    "server.fout",
    500,
    "Er ging iets mis bij ons",
    "Dat ligt niet aan u. Probeer het opnieuw. Blijft het misgaan? Bel dan de servicedesk.",
    Bewaard::Nee,
);

const fn t(
    code: &'static str,
    status: u16,
    titel: &'static str,
    uitleg: &'static str,
    bewaard: Bewaard,
) -> Tekst {
    Tekst { code, status, titel, uitleg, bewaard }
}

use Bewaard::{Lokaal, Nee};

/// All of them, by subject.
pub(crate) const TEKSTEN: &[Tekst] = &[
    ONBEKEND,
    // Who may.
    t(
        "niet_gevonden",
        404,
        "Dit is niet gevonden",
        "Het bestaat niet, of u mag het niet zien. Kijk of het adres klopt.",
        Nee,
    ),
    t(
        "niet_bevoegd",
        403,
        "Dat mag u niet doen",
        "Uw rol geeft hier geen recht op. Vraag een collega die dit wel mag, of uw leidinggevende.",
        Nee,
    ),
    t(
        "sessie.geen",
        401,
        "U bent niet ingelogd",
        "Log in en probeer het opnieuw. Wat u had ingevuld, staat nog op uw scherm.",
        Lokaal,
    ),
    t(
        "herkomst",
        403,
        "Dit verzoek kwam niet van onze eigen pagina",
        "Ga naar Keukentafel en doe het daar opnieuw. Er is niets veranderd.",
        Nee,
    ),
    t(
        "gastheer",
        421,
        "Dit adres hoort niet bij ons",
        "Gebruik het adres van Keukentafel dat u van uw gemeente kreeg.",
        Nee,
    ),
    // How it was asked.
    t("methode", 405, "Zo kan dit niet gevraagd worden", "Dit adres kent deze manier van vragen niet.", Nee),
    t(
        "invoer.soort",
        415,
        "Dit soort bericht nemen wij niet aan",
        "Stuur de gegevens als JSON (Content-Type: application/json).",
        Lokaal,
    ),
    t(
        "invoer.te_groot",
        413,
        "Dit is te veel tekst voor één bericht",
        "Maak de tekst korter en stuur hem opnieuw. Een lange tekst hoort in een verslag.",
        Lokaal,
    ),
    t(
        "invoer.te_langzaam",
        408,
        "Het duurde te lang voor uw bericht binnen was",
        "Kijk of uw verbinding goed is en probeer het opnieuw.",
        Lokaal,
    ),
    t(
        "invoer.geen_json",
        400,
        "Wij konden het bericht niet lezen",
        "Het bericht is geen geldige JSON. Laad de pagina opnieuw en probeer het nog eens.",
        Lokaal,
    ),
    t(
        "invoer.te_diep",
        400,
        "Wij konden het bericht niet lezen",
        "Het bericht zit te ingewikkeld in elkaar. Laad de pagina opnieuw en probeer het nog eens.",
        Lokaal,
    ),
    t(
        "invoer.dubbele_sleutel",
        422,
        "Een veld staat er twee keer in",
        "Stuur elk veld één keer. Laad de pagina opnieuw en probeer het nog eens.",
        Lokaal,
    ),
    t(
        "invoer.onbekend_veld",
        422,
        "Het bericht bevat een veld dat wij niet kennen",
        "Laad de pagina opnieuw, dan hebt u de nieuwste versie. Probeer het daarna nog eens.",
        Lokaal,
    ),
    t(
        "invoer.veld_ontbreekt",
        422,
        "Er is iets niet ingevuld",
        "Vul het veld in en probeer het opnieuw.",
        Lokaal,
    ),
    t(
        "invoer.waarde_ongeldig",
        422,
        "Er is iets niet goed ingevuld",
        "Controleer het veld en probeer het opnieuw.",
        Lokaal,
    ),
    t("invoer.keuze_onbekend", 422, "Deze keuze bestaat niet", "Kies iets uit de lijst.", Lokaal),
    t(
        "invoer.ongeldig",
        422,
        "Er is iets niet goed ingevuld",
        "Kijk bij de velden wat er niet klopt.",
        Lokaal,
    ),
    t(
        "invoer.sleutel",
        422,
        "Het kenmerk van dit verzoek klopt niet",
        "Laad de pagina opnieuw en probeer het nog eens.",
        Lokaal,
    ),
    t(
        "invoer.versie",
        422,
        "De versie bij dit verzoek klopt niet",
        "Laad de pagina opnieuw en probeer het nog eens.",
        Lokaal,
    ),
    t("invoer.aantal", 422, "Dit aantal kan niet", "Vraag om 1 tot en met 200 regels tegelijk.", Nee),
    t(
        "invoer.vraag_ongeldig",
        422,
        "Wij begrijpen deze vraag niet",
        "Kijk de zoekvraag of het filter na en probeer het opnieuw.",
        Nee,
    ),
    // What was filled in.
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
        "Zoek de persoon eerst op, of schrijf de persoon in.",
        Lokaal,
    ),
    t(
        "invoer.medewerker_onbekend",
        422,
        "Deze collega kan hier niet gekozen worden",
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
    t("invoer.te_lang", 422, "Deze tekst is te lang", "Maak de tekst korter.", Lokaal),
    t(
        "invoer.tekens",
        422,
        "In deze tekst staan tekens die wij niet aannemen",
        "Typ de tekst opnieuw in plaats van hem te plakken.",
        Lokaal,
    ),
    // Commands.
    t(
        "opdracht.onbekend",
        422,
        "Deze opdracht bestaat niet",
        "Laad de pagina opnieuw, dan hebt u de nieuwste versie.",
        Lokaal,
    ),
    t(
        "opdracht.conflict",
        409,
        "Iemand anders was u voor",
        "Bekijk wat er veranderd is en kies dan opnieuw.",
        Lokaal,
    ),
    t(
        "opdracht.sleutel_hergebruikt",
        422,
        "Dit verzoek is al eens anders gedaan",
        "Laad de pagina opnieuw, kijk wat er al gedaan is en probeer het nog eens.",
        Lokaal,
    ),
    t(
        "opdracht.uitkomst_onbekend",
        503,
        "Wij weten niet of het gelukt is",
        "Probeer het over een paar tellen opnieuw. U hoeft niet bang te zijn dat het dan dubbel gebeurt.",
        Lokaal,
    ),
    t(
        "server.bezig",
        503,
        "Het is nu te druk",
        "Wacht een paar tellen en probeer het opnieuw. Er is niets veranderd.",
        Lokaal,
    ),
    t(
        "server.stopt",
        503,
        "Wij starten even opnieuw op",
        "Wacht een paar tellen en probeer het opnieuw. Er is niets veranderd.",
        Lokaal,
    ),
    t(
        "opslag.vol",
        503,
        "Wij kunnen nu niets opslaan",
        "Laat uw tekst staan: die is nog niet opgeslagen. Meld dit bij de servicedesk.",
        Lokaal,
    ),
    t("te_vaak", 429, "Dat was te vaak achter elkaar", "Wacht even en probeer het dan opnieuw.", Nee),
    // Persons.
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
    // Zaken.
    t("zaak.bestaat_al", 409, "Deze zaak bestaat al", "Zoek de zaak op en ga daar verder.", Nee),
    t(
        "zaak.geen_behandelaars",
        422,
        "Er is niemand gekozen",
        "Kies minstens één behandelaar. Een zaak is altijd van iemand.",
        Lokaal,
    ),
    t(
        "zaak.te_veel_behandelaars",
        422,
        "Dit zijn te veel behandelaars",
        "Kies er hoogstens zestien.",
        Lokaal,
    ),
    // Talks and documents.
    t("gesprek.bestaat_al", 409, "Dit gesprek bestaat al", "Open het gesprek en ga daar verder.", Nee),
    t(
        "gesprek.laatste_deelnemer",
        422,
        "Er moet iemand overblijven",
        "Voeg eerst een collega toe. Daarna kan deze deelnemer eraf.",
        Nee,
    ),
    t(
        "gesprek.te_veel_deelnemers",
        422,
        "Dit zijn te veel deelnemers",
        "Kies er hoogstens tweeëndertig.",
        Lokaal,
    ),
    t(
        "gesprek.zaken",
        422,
        "Het aantal zaken bij dit gesprek klopt niet",
        "Kies minstens één zaak en hoogstens zestien.",
        Lokaal,
    ),
    t(
        "gesprek.zonder_uzelf",
        422,
        "U staat er zelf niet bij",
        "Wie een verslag begint, schrijft mee. Voeg uzelf toe als deelnemer.",
        Lokaal,
    ),
    t("document.bestaat_al", 409, "Dit document bestaat al", "Open het document en ga daar verder.", Nee),
    t(
        "document.vastgesteld",
        409,
        "Dit document is al ondertekend",
        "De tekst staat vast. Wat u typte, staat nog op uw scherm. Kopieer het voor u verdergaat.",
        Lokaal,
    ),
    t(
        "document.quarantaine",
        409,
        "Een deel van dit document kan niet getoond worden",
        "U ziet de tekst zoals die eerder was. Wat daarna kwam, is bewaard. Typen kan nu niet. Bel de servicedesk.",
        Lokaal,
    ),
    t(
        "document.client_van_ander",
        409,
        "Uw scherm loopt niet meer gelijk",
        "Laad de pagina opnieuw. Wat nog niet is opgeslagen, staat nog op uw scherm.",
        Lokaal,
    ),
    // The live connection.
    t(
        "rt.geen_onderwerp",
        422,
        "Dit onderwerp bestaat niet",
        "Laad de pagina opnieuw en probeer het nog eens.",
        Nee,
    ),
    t(
        "rt.te_veel_onderwerpen",
        429,
        "Er staat te veel tegelijk open",
        "Sluit een paar zaken of documenten en probeer het opnieuw.",
        Nee,
    ),
    t(
        "rt.te_veel_verbindingen",
        429,
        "Er staan te veel tabbladen open",
        "Sluit een paar tabbladen van Keukentafel en probeer het opnieuw.",
        Lokaal,
    ),
    t(
        "rt.geen_websocket",
        426,
        "Dit adres is alleen voor een live verbinding",
        "Open Keukentafel in uw browser, dan gaat het vanzelf.",
        Nee,
    ),
    t(
        "rt.subprotocol",
        400,
        "De live verbinding spreekt een andere taal",
        "Laad de pagina opnieuw, dan hebt u de nieuwste versie.",
        Nee,
    ),
    t(
        "rt.volgorde",
        400,
        "De live verbinding begint niet zoals het hoort",
        "Laad de pagina opnieuw.",
        Lokaal,
    ),
    // Demonstration.
    t(
        "demo.persona_onbekend",
        422,
        "Deze persoon doet niet mee aan de demonstratie",
        "Kies iemand uit de lijst op /demo.",
        Nee,
    ),
    t(
        "demo.klok",
        422,
        "Zo kan de klok niet verzet worden",
        "Geef een duur vooruit, bijvoorbeeld P14D voor veertien dagen. Hoogstens tien jaar.",
        Nee,
    ),
];

#[cfg(test)]
mod tests;
