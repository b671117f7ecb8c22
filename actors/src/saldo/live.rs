//! The committed state of one rekening, and how it is shown.

use keukentafel::clock::Moment;
use keukentafel::domain::aggregate::Aggregate;
use keukentafel::domain::beheerrekening::{Beheerrekening, BeheerrekeningEvent, Rekening};
use keukentafel::domain::ids::BeheerrekeningId;
use keukentafel::limits::TRANSACTIES_BIJ_SALDO;
use keukentafel::protocol::view::{SaldoWat, Saldobedragen, TransactieWat};
use keukentafel::store::{Fault, StoredEvent, codec};
use tokio::time::Instant;

use super::handle::TransactiePagina;
use super::versheid::Versheid;

/// What is committed.
#[derive(Default)]
pub(super) struct Live {
    pub(super) state: Beheerrekening,
    pub(super) versie: u64,
}

impl Live {
    /// Takes in an event as read from the journal.
    pub(super) fn read(&mut self, stored: &StoredEvent) -> Result<(), Fault> {
        if stored.version != self.versie + 1 {
            return Err(Fault::Corrupt(format!("version {} follows {}", stored.version, self.versie)));
        }
        match codec::decode::<Beheerrekening>(stored)? {
            Some(event) => self.take(&event, stored.header.at),
            // Erased: that something happened stays, what it was is gone.
            None => self.versie += 1,
        }
        Ok(())
    }

    /// Takes in an event that was just committed.
    pub(super) fn take(&mut self, event: &BeheerrekeningEvent, at: Moment) {
        self.versie += 1;
        self.state = std::mem::take(&mut self.state).evolve(event, at);
    }

    pub(super) fn rekening(&self) -> Option<&Rekening> {
        self.state.rekening()
    }

    /// The value of the topic. `None` while there is no rekening.
    pub(super) fn saldo(&self, id: BeheerrekeningId, versheid: &Versheid, now: Instant) -> Option<SaldoWat> {
        let rekening = self.rekening()?;
        let laatst = rekening.laatst.as_ref();
        let transacties = rekening.transacties.iter().take(TRANSACTIES_BIJ_SALDO);
        Some(SaldoWat {
            id,
            versie: self.versie,
            stand: versheid.stand(now, laatst.is_some()),
            storing: versheid.storing(),
            bijgewerkt_om: versheid.bijgewerkt_om(laatst.map(|stand| stand.vastgelegd_op)),
            bedragen: laatst.map(|stand| Saldobedragen::van(stand, transacties)),
        })
    }

    /// A page of what was booked, newest first, after the transaction `na`. Empty when that one is not there.
    pub(super) fn transacties(&self, na: Option<&str>, aantal: usize) -> Option<TransactiePagina> {
        let all = &self.rekening()?.transacties;
        let from = match na {
            None => 0,
            Some(na) => all.iter().position(|one| one.id == na).map_or(all.len(), |at| at + 1),
        };
        let items: Vec<TransactieWat> = all.iter().skip(from).take(aantal).map(TransactieWat::from).collect();
        let more = all.len() > from + items.len();
        let volgende = items.last().filter(|_| more).map(|last| last.id.clone());
        Some(TransactiePagina { items, volgende })
    }
}
