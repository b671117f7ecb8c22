//! The one catalogue of what we say when something does not go through.
//!
//! Each code has a status, what went wrong in a few words, what to do next, and whether what was sent is kept. Plain Dutch: short
//! sentences, "u", no blame, nothing that only a programmer knows.

mod bescherming;
mod besluit;
mod brief;
mod brp;
mod concept;
mod contact;
mod demo;
mod gesprek;
mod groep;
mod huishouden;
mod inloggen;
mod invoer;
mod koppeling;
mod lijn;
mod medewerker;
mod meekijken;
mod nazicht;
mod opdracht;
mod persoon;
mod plan;
mod rekening;
mod signaal;
mod toekenning;
mod vraag;
mod wie;
mod zaak;

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
    alle().find(|tekst| tekst.code == code).unwrap_or(&ONBEKEND)
}

const ONBEKEND: Tekst = t(
    "server.fout",
    500,
    "Er ging iets mis bij ons",
    "Dat ligt niet aan u. Probeer het opnieuw. Blijft het misgaan? Bel dan de helpdesk.",
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

/// All of them, by subject.
pub(crate) fn alle() -> impl Iterator<Item = &'static Tekst> {
    let subjects = [
        wie::TEKSTEN,
        vraag::TEKSTEN,
        invoer::TEKSTEN,
        brief::TEKSTEN,
        opdracht::TEKSTEN,
        persoon::TEKSTEN,
        contact::TEKSTEN,
        concept::TEKSTEN,
        huishouden::TEKSTEN,
        brp::TEKSTEN,
        zaak::TEKSTEN,
        besluit::TEKSTEN,
        gesprek::TEKSTEN,
        rekening::TEKSTEN,
        koppeling::TEKSTEN,
        groep::TEKSTEN,
        plan::TEKSTEN,
        signaal::TEKSTEN,
        lijn::TEKSTEN,
        medewerker::TEKSTEN,
        meekijken::TEKSTEN,
        toekenning::TEKSTEN,
        bescherming::TEKSTEN,
        nazicht::TEKSTEN,
        demo::TEKSTEN,
        inloggen::TEKSTEN,
    ];
    std::iter::once(&ONBEKEND).chain(subjects.into_iter().flatten())
}

#[cfg(test)]
mod tests;
