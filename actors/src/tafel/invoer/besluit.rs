//! A besluit as typed.

use keukentafel::domain::besluit::{Besluitinhoud, Besluitregel, Versiehash};
use keukentafel::domain::geld::Eurocent;
use keukentafel::domain::wat::Wat;
use keukentafel::limits::{
    BESLUITREGELS_MAX, MOTIVERING_CHARS_MAX, ONDERWERP_CHARS_MAX, REGELBEDRAG_CENTS_MAX,
};
use keukentafel::protocol::body::NieuwBesluit;

use super::Velden;
use crate::weigering::Weigering;

/// What is in a version, without the report that it rests on: that is looked up.
pub(in crate::tafel) fn besluit(typed: &NieuwBesluit) -> Result<Besluitinhoud, Weigering> {
    let mut velden = Velden::default();
    let motivering = velden.alinea("motivering", &typed.motivering, MOTIVERING_CHARS_MAX);
    if typed.regels.len() > BESLUITREGELS_MAX {
        velden.fout("regels", "besluit.te_veel_regels");
    }
    let mut regels = Vec::new();
    for regel in typed.regels.iter().take(BESLUITREGELS_MAX) {
        let omschrijving = velden.line("regels", &regel.omschrijving, ONDERWERP_CHARS_MAX);
        if regel.bedrag_cents.is_some_and(|cents| !(1..=REGELBEDRAG_CENTS_MAX).contains(&cents)) {
            velden.fout("regels", "besluit.bedrag");
        }
        regels
            .push(Besluitregel { omschrijving, bedrag: regel.bedrag_cents.map(Eurocent::van).map(Wat::van) });
    }
    velden.klaar(Besluitinhoud { soort: typed.soort, motivering, regels, verslag: None })
}

/// The version that somebody looked at.
pub(in crate::tafel) fn versiehash(typed: &str) -> Result<Versiehash, Weigering> {
    Versiehash::parse(typed).ok_or_else(|| Weigering::Velden(vec![("hash", "besluit.hash")]))
}

/// Why somebody does not agree: never empty (C1-P7).
pub(in crate::tafel) fn afwijsreden(typed: &str) -> Result<Wat, Weigering> {
    let mut velden = Velden::default();
    let reden = velden.alinea("reden", typed, MOTIVERING_CHARS_MAX);
    velden.klaar(reden)
}
