//! A contact as typed.

use keukentafel::domain::contact::{Antwoord, Spreker};
use keukentafel::domain::zaak::{Kanaal, Melding};
use keukentafel::limits::{ANTWOORD_CHARS_MAX, NAAM_CHARS_MAX, ONDERWERP_CHARS_MAX};
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

/// One of the meldingen of a contact. Its report is the contact's.
pub(in crate::tafel) fn contactmelding(
    typed: &NieuweContactmelding,
    kanaal: Kanaal,
) -> Result<Melding, Weigering> {
    let mut velden = Velden::default();
    let onderwerp = velden.line("onderwerp", &typed.onderwerp, ONDERWERP_CHARS_MAX);
    velden.klaar(Melding { onderwerp, toelichting: None, kanaal, urgentie: typed.urgentie })
}

/// Somebody who speaks and is not known here.
pub(in crate::tafel) fn spreker_ander(naam: &str, relatie: Option<&str>) -> Result<Spreker, Weigering> {
    let mut velden = Velden::default();
    let spreker = Spreker::Ander {
        naam: velden.line("spreker.naam", naam, NAAM_CHARS_MAX),
        relatie: velden.line_opt("spreker.relatie", relatie, NAAM_CHARS_MAX),
    };
    velden.klaar(spreker)
}

/// What is added to a report.
pub(in crate::tafel) fn aanvulling(typed: &str) -> Result<String, Weigering> {
    let mut velden = Velden::default();
    let tekst = velden.alinea("tekst", typed, ANTWOORD_CHARS_MAX);
    velden.klaar(tekst)
}
