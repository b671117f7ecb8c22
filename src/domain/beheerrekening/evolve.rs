//! What is true of a beheerrekening after an event.

use std::collections::VecDeque;

use super::{Beheerrekening, BeheerrekeningEvent, Rekening, Stand, Waargenomen, Waarneming, na_overdracht};
use crate::clock::Moment;
use crate::limits::TRANSACTIES_BEWAARD_MAX;

pub(super) fn evolve(state: Beheerrekening, event: &BeheerrekeningEvent, at: Moment) -> Beheerrekening {
    match (event, state) {
        (
            BeheerrekeningEvent::RekeningGeopend { persoon, klant, vorm, behandelaar },
            Beheerrekening::Onbekend,
        ) => Beheerrekening::Geopend(Box::new(Rekening {
            persoon: *persoon,
            klant: klant.clone(),
            vorm: *vorm,
            behandelaars: vec![*behandelaar],
            sinds: at,
            laatst: None,
            transacties: VecDeque::new(),
        })),
        (BeheerrekeningEvent::SaldoWaargenomen(seen), Beheerrekening::Geopend(mut rekening)) => {
            take(&mut rekening, seen, at);
            Beheerrekening::Geopend(rekening)
        }
        (BeheerrekeningEvent::RekeningOvergedragen { van, aan }, Beheerrekening::Geopend(mut rekening)) => {
            rekening.behandelaars = na_overdracht(&rekening.behandelaars, *van, *aan);
            Beheerrekening::Geopend(rekening)
        }
        // Versions are dense: a history starts at its start, and starts once.
        (BeheerrekeningEvent::RekeningGeopend { .. }, state @ Beheerrekening::Geopend(_))
        | (
            BeheerrekeningEvent::SaldoWaargenomen(_) | BeheerrekeningEvent::RekeningOvergedragen { .. },
            state @ Beheerrekening::Onbekend,
        ) => state,
    }
}

fn take(rekening: &mut Rekening, seen: &Waargenomen, at: Moment) {
    for transactie in seen.transacties.iter().rev() {
        rekening.transacties.push_front(transactie.clone());
    }
    rekening.transacties.truncate(TRANSACTIES_BEWAARD_MAX);
    rekening.laatst = Some(Stand {
        waarneming: Waarneming {
            peil: seen.peil,
            saldo: seen.saldo,
            reserveringen: seen.reserveringen.clone(),
            vrij: seen.vrij,
            onderweg: seen.onderweg,
            lening: seen.lening.clone(),
            transacties: Vec::new(),
        },
        vastgelegd_op: at,
    });
}
