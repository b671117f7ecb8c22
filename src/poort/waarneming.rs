//! What Allegro says, as the domain takes it: amounts become money.

use super::allegro;
use crate::domain::beheerrekening::{Lening, Peil, Reservering, Transactie, Waarneming};
use crate::domain::geld::Eurocent;

impl From<&allegro::Waarneming> for Waarneming {
    fn from(said: &allegro::Waarneming) -> Self {
        Self {
            peil: Peil { as_of: said.as_of, source_seq: said.source_seq },
            saldo: Eurocent::van(said.saldo_cents),
            reserveringen: said.reserveringen.iter().map(reservering).collect(),
            vrij: Eurocent::van(said.vrij_cents),
            onderweg: Eurocent::van(said.onderweg_cents),
            lening: said.lening.as_ref().map(lening),
            transacties: said.transacties.iter().map(transactie).collect(),
        }
    }
}

fn reservering(said: &allegro::Reservering) -> Reservering {
    Reservering {
        code: said.code.clone(),
        naam: said.naam.clone(),
        doel: said.doel.clone(),
        saldo: Eurocent::van(said.cents),
        streef: said.streef_cents.map(Eurocent::van),
    }
}

fn lening(said: &allegro::Lening) -> Lening {
    Lening {
        hoofdsom: Eurocent::van(said.hoofdsom_cents),
        openstaand: Eurocent::van(said.openstaand_cents),
        termijn: Eurocent::van(said.termijn_cents),
        termijnen: said.termijnen,
        betaald: said.betaald,
        achterstand: Eurocent::van(said.achterstand_cents),
        volgende_op: said.volgende_op,
    }
}

fn transactie(said: &allegro::Transactie) -> Transactie {
    Transactie {
        id: said.id.clone(),
        datum: said.datum,
        omschrijving: said.omschrijving.clone(),
        bedrag: Eurocent::van(said.cents),
        gat: false,
    }
}
