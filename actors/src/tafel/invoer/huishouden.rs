//! Who lives where and who decides for whom, as typed.

use jiff::civil::Date;
use keukentafel::clock::Moment;
use keukentafel::domain::huishouden::{AfwijkendVerblijf, NieuwLid};
use keukentafel::domain::persoon::{Gezag, Gezaghouder, Gezagsbron};
use keukentafel::domain::wat::Wat;
use keukentafel::limits::{
    HERROEP_REDEN_CHARS_MAX, HERROEP_REDEN_CHARS_MIN, NAAM_CHARS_MAX, VERBLIJF_CHARS_MAX,
};
use keukentafel::protocol::body::{GezagHerroeping, HouderKeuze, LidKeuze, NieuwGezag, Uitspraak, Verblijf};

use super::Velden;
use crate::weigering::Weigering;

/// A day that must be there.
pub(in crate::tafel) fn dag(veld: &'static str, typed: &str) -> Result<Date, Weigering> {
    let mut velden = Velden::default();
    let day = velden.datum(veld, Some(typed)).unwrap_or_default();
    velden.klaar(day)
}

/// Somebody who lives in a huishouden.
pub(in crate::tafel) fn lid(typed: &LidKeuze, geboren: Option<Date>) -> Result<NieuwLid, Weigering> {
    let mut velden = Velden::default();
    let vanaf = velden.datum("vanaf", typed.vanaf.as_deref());
    velden.klaar(NieuwLid { persoon: typed.persoon, bron: typed.bron, vanaf, geboren })
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

fn rechter(velden: &mut Velden, uitspraak: &Uitspraak) -> Gezagsbron {
    Gezagsbron::Rechter {
        gerecht: velden.line("uitspraak.gerecht", &uitspraak.gerecht, NAAM_CHARS_MAX),
        uitspraak_op: velden
            .datum("uitspraak.uitspraak_op", Some(&uitspraak.uitspraak_op))
            .unwrap_or_default(),
        kenmerk: velden.line_opt("uitspraak.kenmerk", uitspraak.kenmerk.as_deref(), NAAM_CHARS_MAX),
    }
}

/// Gezag that is said to be wrong, and why.
pub(in crate::tafel) fn herroepen_gezag(typed: &GezagHerroeping) -> Result<(Gezag, Wat), Weigering> {
    let mut velden = Velden::default();
    let houder = match &typed.houder {
        HouderKeuze::Persoon { persoon } => Gezaghouder::Persoon { persoon: *persoon },
        HouderKeuze::Ander { naam } => {
            Gezaghouder::Ander { naam: velden.line("houder.naam", naam, NAAM_CHARS_MAX) }
        }
    };
    let bron = match &typed.uitspraak {
        Some(uitspraak) => rechter(&mut velden, uitspraak),
        // When the BRP was asked does not matter: it is one source.
        None => Gezagsbron::Brp { op: Moment::from_micros(0) },
    };
    let vanaf = velden.datum("vanaf", typed.vanaf.as_deref());
    let reden = reden(&mut velden, &typed.reden);
    velden.klaar((Gezag { houder, grond: typed.grond, bron, vanaf, tot: None }, reden))
}

/// Why what was recorded is wrong.
pub(in crate::tafel) fn herroep_reden(typed: &str) -> Result<Wat, Weigering> {
    let mut velden = Velden::default();
    let reden = reden(&mut velden, typed);
    velden.klaar(reden)
}

/// What is empty is said to be so.
fn reden(velden: &mut Velden, typed: &str) -> Wat {
    let reden: String = velden.line("reden", typed, HERROEP_REDEN_CHARS_MAX);
    if (1..HERROEP_REDEN_CHARS_MIN).contains(&reden.chars().count()) {
        velden.fout("reden", "invoer.reden_kort");
    }
    reden.into()
}

/// Gezag by decision of a court.
pub(in crate::tafel) fn gezag(typed: &NieuwGezag, houder: Gezaghouder) -> Result<Gezag, Weigering> {
    let mut velden = Velden::default();
    let bron = rechter(&mut velden, &typed.uitspraak);
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
