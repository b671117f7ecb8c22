//! What is true of somebody's being there after an event: the last word counts.

use super::{Afwezigheid, Beschikbaarheid, BeschikbaarheidEvent};

pub(super) fn evolve(state: Beschikbaarheid, event: &BeschikbaarheidEvent) -> Beschikbaarheid {
    match *event {
        BeschikbaarheidEvent::AfwezigGemeld { vanaf, tot_en_met } => {
            Beschikbaarheid::Afwezig(Afwezigheid { vanaf, tot_en_met })
        }
        BeschikbaarheidEvent::TerugGemeld {} => Beschikbaarheid::Aanwezig,
        // What was opened is kept by the read side, and only as long as it is in somebody's werkvoorraad (ADR 11).
        BeschikbaarheidEvent::ZaakGezien { .. } => state,
    }
}
