//! A contact as typed.

use keukentafel::domain::contact::{Antwoord, Spreker};
use keukentafel::domain::ids::PersoonId;
use keukentafel::domain::wat::Wat;
use keukentafel::domain::zaak::{Kanaal, Melding};
use keukentafel::limits::{
    ANTWOORD_CHARS_MAX, MELDINGEN_PER_CONTACT_MAX, NAAM_CHARS_MAX, ONDERWERP_CHARS_MAX,
};
use keukentafel::protocol::body::{NieuwAntwoord, NieuweContactmelding};

use super::Velden;
use crate::weigering::Weigering;

/// The answers of a report; an empty one is none.
pub(in crate::tafel) fn verslag(typed: &[NieuwAntwoord]) -> Result<Vec<Antwoord>, Weigering> {
    let mut velden = Velden::default();
    let written = typed.iter().filter(|antwoord| !antwoord.tekst.trim().is_empty());
    let answers = written.map(|antwoord| Antwoord {
        vraag: antwoord.vraag,
        tekst: velden.alinea("verslag", &antwoord.tekst, ANTWOORD_CHARS_MAX),
    });
    let answers = answers.collect();
    velden.klaar(answers)
}

/// The subjects of the meldingen of a contact, each by its place: a form shows what is wrong at the one where it is.
const ONDERWERPEN: [&str; MELDINGEN_PER_CONTACT_MAX] = [
    "meldingen.0.onderwerp",
    "meldingen.1.onderwerp",
    "meldingen.2.onderwerp",
    "meldingen.3.onderwerp",
    "meldingen.4.onderwerp",
    "meldingen.5.onderwerp",
    "meldingen.6.onderwerp",
    "meldingen.7.onderwerp",
];

/// The meldingen of a contact as typed, in their order. Their report is the contact's.
pub(in crate::tafel) fn contactmeldingen(
    typed: &[NieuweContactmelding],
    kanaal: Kanaal,
) -> Result<Vec<Melding>, Weigering> {
    let mut velden = Velden::default();
    let meldingen = ONDERWERPEN.iter().zip(typed).map(|(veld, one)| {
        let onderwerp = velden.line(veld, &one.onderwerp, ONDERWERP_CHARS_MAX);
        Melding { onderwerp, toelichting: None, kanaal, urgentie: one.urgentie }
    });
    let meldingen = meldingen.collect();
    velden.klaar(meldingen)
}

/// Somebody who speaks and is known here.
pub(in crate::tafel) fn spreker_persoon(
    persoon: PersoonId,
    naam: String,
    telefoon: Option<&str>,
) -> Result<Spreker, Weigering> {
    let mut velden = Velden::default();
    let telefoon = velden.telefoon("spreker.telefoon", telefoon);
    velden.klaar(Spreker::Persoon { persoon, naam, telefoon })
}

/// Somebody who speaks and is not known here.
pub(in crate::tafel) fn spreker_ander(
    naam: &str,
    relatie: Option<&str>,
    telefoon: Option<&str>,
) -> Result<Spreker, Weigering> {
    let mut velden = Velden::default();
    let spreker = Spreker::Ander {
        naam: velden.line("spreker.naam", naam, NAAM_CHARS_MAX),
        relatie: velden.line_opt("spreker.relatie", relatie, NAAM_CHARS_MAX),
        telefoon: velden.telefoon("spreker.telefoon", telefoon),
    };
    velden.klaar(spreker)
}

/// What is added to a report.
pub(in crate::tafel) fn aanvulling(typed: &str) -> Result<Wat, Weigering> {
    let mut velden = Velden::default();
    let tekst = velden.alinea("tekst", typed, ANTWOORD_CHARS_MAX);
    velden.klaar(tekst)
}
