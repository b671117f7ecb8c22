//! Talks and documents.

use keukentafel::protocol::problem::Bewaard::{Lokaal, Nee};

use super::{Tekst, t};

pub(super) const TEKSTEN: &[Tekst] = &[
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
    t("gesprek.moment", 422, "Dit moment kan niet", "Kies een dag en een tijd die nog komen.", Lokaal),
    t(
        "gesprek.geen_afspraak",
        409,
        "Dit gesprek staat niet gepland",
        "Misschien heeft een collega het afgezegd. Op de pagina ziet u wat er nu gepland is.",
        Lokaal,
    ),
    t("gesprek.al_begonnen", 409, "Dit gesprek is al begonnen", "Afzeggen kan nu niet meer.", Lokaal),
    t("document.bestaat_al", 409, "Dit document bestaat al", "Open het document en ga daar verder.", Nee),
    t(
        "document.vastgesteld",
        409,
        "De tekst van dit document staat vast",
        "Er ligt een voorstel op, of het is ondertekend. Wat u typte, staat nog op uw scherm. Kopieer het voor u verdergaat.",
        Lokaal,
    ),
    t("document.versie_onbekend", 422, "Deze versie is er niet", "Kies een versie uit de lijst.", Lokaal),
    t(
        "document.voorstel_van_ander",
        409,
        "Dit voorstel staat op naam van iemand anders",
        "Laad de pagina opnieuw. Wat nog niet is opgeslagen, staat nog op uw scherm.",
        Lokaal,
    ),
    t(
        "opmerking.onbekend",
        409,
        "Deze opmerking is er niet",
        "Naast de tekst ziet u welke opmerkingen er nu zijn.",
        Lokaal,
    ),
    t(
        "opmerking.afgehandeld",
        409,
        "Deze opmerking is al afgehandeld",
        "Heropen de opmerking als u nog wilt antwoorden.",
        Lokaal,
    ),
    t(
        "opmerking.te_veel_reacties",
        409,
        "Hier kan geen antwoord meer bij",
        "Handel haar af en maak een nieuwe opmerking.",
        Lokaal,
    ),
    t("opmerking.te_veel_genoemd", 422, "U noemt te veel mensen", "Noem er hoogstens tweeëndertig.", Lokaal),
    t(
        "opmerking.geen_deelnemer",
        422,
        "U noemt iemand die niet meedoet aan dit gesprek",
        "Noem alleen deelnemers. Voeg uw collega anders eerst toe.",
        Lokaal,
    ),
    t(
        "opmerking.kantlijn_vol",
        409,
        "Bij dit verslag passen geen opmerkingen meer",
        "Werk de opmerkingen uit in de tekst, of begin een nieuw verslag.",
        Lokaal,
    ),
    t(
        "document.quarantaine",
        409,
        "Een deel van dit document kan niet getoond worden",
        "U ziet de tekst zoals die eerder was. Wat daarna kwam, is bewaard. Typen kan nu niet. Bel de helpdesk.",
        Lokaal,
    ),
    t(
        "document.client_van_ander",
        409,
        "Uw scherm loopt niet meer gelijk",
        "Laad de pagina opnieuw. Wat nog niet is opgeslagen, staat nog op uw scherm.",
        Lokaal,
    ),
];
