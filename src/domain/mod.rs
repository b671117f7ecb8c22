//! Pure rules: what may happen and what it leaves behind.
//!
//! Nothing here does IO, asks the time or draws chance: those are arguments. Each concept has a folder with its commands, its
//! events, `decide` (may this happen?) and `evolve` (what is true afterwards?).

pub mod afspraakdag;
pub mod aggregate;
pub mod beheerrekening;
pub mod beschikbaarheid;
pub mod besluit;
pub mod bevoegdheid;
pub mod brief;
pub mod bsn;
pub mod caseload;
pub mod concept;
pub mod contact;
pub mod document;
pub mod geld;
pub mod gesprek;
pub mod groep;
pub mod huishouden;
pub mod iban;
pub mod identiteit;
pub mod ids;
pub mod inzage;
pub mod klank;
pub mod medewerker;
pub mod mens;
pub mod nazicht;
pub mod overdracht;
pub mod persoon;
pub mod plan;
pub mod rollen;
pub mod signaal;
pub mod sjabloon;
pub mod tekst;
pub mod toekenning;
pub mod wat;
pub mod weergaven;
pub mod werkdag;
pub mod zaak;
pub mod zaaktype;

#[cfg(test)]
mod check;
