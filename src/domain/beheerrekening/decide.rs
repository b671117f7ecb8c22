//! May this happen to a beheerrekening, and is what was observed news?

use std::collections::BTreeSet;

use super::boeking::boek;
use super::{
    Beheerrekening, BeheerrekeningCommand, BeheerrekeningEvent, BeheerrekeningRefusal, Rekening, Waargenomen,
    Waarneming,
};
use crate::clock::Moment;
use crate::domain::aggregate::{Aggregate, Context};
use crate::domain::bevoegdheid::{Handeling, mag};

impl Aggregate for Beheerrekening {
    type Command = BeheerrekeningCommand;
    type Event = BeheerrekeningEvent;
    type Refusal = BeheerrekeningRefusal;
    const SCHEMA: u16 = 1;

    fn decide(
        &self,
        command: &BeheerrekeningCommand,
        context: &Context,
    ) -> Result<Vec<BeheerrekeningEvent>, BeheerrekeningRefusal> {
        let BeheerrekeningCommand::OpenRekening { persoon, klant, vorm } = command;
        if !mag(context.wie.rol, Handeling::RekeningOpenen) {
            return Err(BeheerrekeningRefusal::NietBevoegd);
        }
        match self {
            Self::Geopend(_) => Err(BeheerrekeningRefusal::BestaatAl),
            Self::Onbekend => Ok(vec![BeheerrekeningEvent::RekeningGeopend {
                persoon: *persoon,
                klant: klant.clone(),
                vorm: *vorm,
                behandelaar: context.wie.id,
            }]),
        }
    }

    fn evolve(self, event: &BeheerrekeningEvent, at: Moment) -> Self {
        super::evolve::evolve(self, event, at)
    }
}

impl Beheerrekening {
    /// What an observation leads to: an event when the rekening stands otherwise than before, nothing when it does not, and nothing for
    /// what is not newer than what was recorded. Rising order of arrival is no condition.
    ///
    /// # Errors
    /// [`BeheerrekeningRefusal::KloptNiet`] when its parts do not make up its balance, whenever it is from;
    /// [`BeheerrekeningRefusal::Onbekend`] when there is no rekening.
    pub fn verwerk_waarneming(
        &self,
        waarneming: &Waarneming,
    ) -> Result<Option<BeheerrekeningEvent>, BeheerrekeningRefusal> {
        let rekening = self.rekening().ok_or(BeheerrekeningRefusal::Onbekend)?;
        let vorige = rekening.laatst.as_ref().map(|stand| &stand.waarneming);
        let boeking = boek(vorige, waarneming).ok_or(BeheerrekeningRefusal::KloptNiet)?;
        if vorige.is_some_and(|vorige| waarneming.peil <= vorige.peil) {
            return Ok(None);
        }
        let transacties = nieuwe_transacties(rekening, waarneming);
        if transacties.is_empty() && vorige.is_some_and(|vorige| waarneming.staat_als(vorige)) {
            return Ok(None);
        }
        Ok(Some(BeheerrekeningEvent::SaldoWaargenomen(Box::new(Waargenomen {
            peil: waarneming.peil,
            saldo: waarneming.saldo,
            reserveringen: waarneming.reserveringen.clone(),
            vrij: waarneming.vrij,
            onderweg: waarneming.onderweg,
            lening: waarneming.lening.clone(),
            transacties,
            boeking,
        }))))
    }
}

/// Those that were not seen before, in the source's order: newest first.
fn nieuwe_transacties(rekening: &Rekening, waarneming: &Waarneming) -> Vec<super::Transactie> {
    let known: BTreeSet<&str> = rekening.transacties.iter().map(|known| known.id.as_str()).collect();
    waarneming.transacties.iter().filter(|seen| !known.contains(seen.id.as_str())).cloned().collect()
}
