//! How fresh a balance is. Known here only: it says something about the source, not about the money.

use keukentafel::clock::Moment;
use keukentafel::protocol::view::{Saldostand, Saldostoring};
use tokio::time::Instant;

use crate::limits::SALDO_VERS;

/// What the source did of late.
#[derive(Debug, Default)]
pub(super) struct Versheid {
    /// The last good answer since somebody looks.
    goed_op: Option<Instant>,
    /// When it came, by the clock in which cases live.
    goed_om: Option<Moment>,
    /// What was wrong the last time, when it was.
    storing: Option<Saldostoring>,
}

impl Versheid {
    /// A good answer came.
    pub(super) fn goed(&mut self, op: Instant, om: Moment) {
        *self = Self { goed_op: Some(op), goed_om: Some(om), storing: None };
    }

    /// No good answer came. `true` when that is another trouble than before.
    pub(super) fn mis(&mut self, storing: Saldostoring) -> bool {
        let before = self.storing.replace(storing);
        before != Some(storing)
    }

    /// Somebody begins to look: what happened while nobody did says nothing about now, unless it is fresh.
    pub(super) fn opnieuw(&mut self, now: Instant) {
        if !self.is_vers(now) {
            (self.goed_op, self.storing) = (None, None);
        }
    }

    /// The trouble, when the last question met one.
    pub(super) fn storing(&self) -> Option<Saldostoring> {
        self.storing
    }

    /// When the last good answer came; `vastgelegd` is what the journal knows of it.
    pub(super) fn bijgewerkt_om(&self, vastgelegd: Option<Moment>) -> Option<Moment> {
        self.goed_om.or(vastgelegd)
    }

    /// When the last good answer grows old.
    pub(super) fn vers_tot(&self) -> Option<Instant> {
        self.goed_op.map(|op| op + SALDO_VERS)
    }

    /// Whether the last question was answered well, a moment ago.
    pub(super) fn is_vers(&self, now: Instant) -> bool {
        self.storing.is_none() && self.vers_tot().is_some_and(|tot| now < tot)
    }

    /// In one word, for a rekening of which amounts are recorded or not.
    pub(super) fn stand(&self, now: Instant, met_bedragen: bool) -> Saldostand {
        if !met_bedragen {
            return Saldostand::Onbekend;
        }
        if self.is_vers(now) {
            return Saldostand::Vers;
        }
        if self.storing.is_some() || self.goed_op.is_some() {
            return Saldostand::Verouderd;
        }
        Saldostand::Onbekend
    }
}
