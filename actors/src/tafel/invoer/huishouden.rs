//! Who lives where and who decides for whom, as typed.

use jiff::civil::Date;
use keukentafel::domain::huishouden::{AfwijkendVerblijf, NieuwLid};
use keukentafel::domain::persoon::{Gezag, Gezaghouder, Gezagsbron};
use keukentafel::limits::{NAAM_CHARS_MAX, VERBLIJF_CHARS_MAX};
use keukentafel::protocol::body::{LidKeuze, NieuwGezag, Verblijf};

use super::Velden;
use crate::weigering::Weigering;

/// A day that must be there.
pub(in crate::tafel) fn dag(veld: &'static str, typed: &str) -> Result<Date, Weigering> {
    let mut velden = Velden::default();
    let day = velden.datum(veld, Some(typed)).unwrap_or_default();
    velden.klaar(day)
}

/// Somebody who lives in a huishouden.
pub(in crate::tafel) fn lid(typed: &LidKeuze) -> Result<NieuwLid, Weigering> {
    let mut velden = Velden::default();
    let vanaf = velden.datum("vanaf", typed.vanaf.as_deref());
    velden.klaar(NieuwLid { persoon: typed.persoon, bron: typed.bron, vanaf })
}

/// That somebody lives there otherwise than the BRP says.
pub(in crate::tafel) fn verblijf(typed: &Verblijf) -> Result<AfwijkendVerblijf, Weigering> {
    let mut velden = Velden::default();
    let verblijf = AfwijkendVerblijf {
        vanaf: velden.datum("vanaf", Some(&typed.vanaf)).unwrap_or_default(),
        toelichting: velden.line("toelichting", &typed.toelichting, VERBLIJF_CHARS_MAX),
        bron: typed.bron,
    };
    velden.klaar(verblijf)
}

/// Gezag by decision of a court.
pub(in crate::tafel) fn gezag(typed: &NieuwGezag, houder: Gezaghouder) -> Result<Gezag, Weigering> {
    let mut velden = Velden::default();
    let uitspraak = &typed.uitspraak;
    let bron = Gezagsbron::Rechter {
        gerecht: velden.line("uitspraak.gerecht", &uitspraak.gerecht, NAAM_CHARS_MAX),
        uitspraak_op: velden
            .datum("uitspraak.uitspraak_op", Some(&uitspraak.uitspraak_op))
            .unwrap_or_default(),
        kenmerk: velden.line_opt("uitspraak.kenmerk", uitspraak.kenmerk.as_deref(), NAAM_CHARS_MAX),
    };
    let gezag = Gezag {
        houder,
        grond: typed.grond,
        bron,
        vanaf: velden.datum("vanaf", typed.vanaf.as_deref()),
        tot: velden.datum("tot", typed.tot.as_deref()),
    };
    velden.klaar(gezag)
}

/// A holder of gezag who is not known here.
pub(in crate::tafel) fn houder_ander(naam: &str) -> Result<Gezaghouder, Weigering> {
    let mut velden = Velden::default();
    let naam = velden.line("houder.naam", naam, NAAM_CHARS_MAX);
    velden.klaar(Gezaghouder::Ander { naam })
}
