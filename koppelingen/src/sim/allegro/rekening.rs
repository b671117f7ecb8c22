//! The simulated books: accounts, what changes them, and how they are shown.

use std::collections::BTreeMap;

use jiff::civil::Date;
use keukentafel::clock::Moment;
use keukentafel::poort::limits::TRANSACTIES_MAX;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::klanten;
use crate::limits::SIM_REFERENCES_MAX;
use crate::sim::bestand::Stand;

/// A pot.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Pot {
    pub(super) code: String,
    pub(super) naam: String,
    pub(super) doel: String,
    pub(super) cents: i64,
    pub(super) streef_cents: Option<i64>,
}

/// A loan.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Lening {
    pub(super) hoofdsom_cents: i64,
    pub(super) openstaand_cents: i64,
    pub(super) termijn_cents: i64,
    pub(super) termijnen: u16,
    pub(super) betaald: u16,
    pub(super) achterstand_cents: i64,
    pub(super) volgende_op: Option<Date>,
}

/// A booking as it is shown.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Transactie {
    pub(super) id: String,
    pub(super) datum: Date,
    pub(super) omschrijving: String,
    pub(super) cents: i64,
}

/// An account. Its balance is what its parts make up; it is nowhere kept.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Rekening {
    /// The number of the change that made it what it is.
    pub(super) seq: u64,
    /// When that was.
    pub(super) sinds: Moment,
    pub(super) vrij: i64,
    pub(super) onderweg: i64,
    pub(super) potten: Vec<Pot>,
    pub(super) lening: Option<Lening>,
    /// Newest first.
    pub(super) transacties: Vec<Transactie>,
    /// As it was before its last change.
    pub(super) vorige: Option<Box<Rekening>>,
}

impl Rekening {
    /// What is on it.
    pub(super) fn saldo(&self) -> i64 {
        self.potten.iter().map(|pot| pot.cents).sum::<i64>() + self.vrij + self.onderweg
    }

    /// As the contract shows it.
    pub(super) fn beeld(&self, klant: &str, as_of: Moment, transacties: usize) -> Value {
        json!({
            "klant": klant,
            "as_of": as_of,
            "source_seq": self.seq,
            "saldo_cents": self.saldo(),
            "vrij_cents": self.vrij,
            "onderweg_cents": self.onderweg,
            "reserveringen": self.potten,
            "lening": self.lening,
            "transacties": self.transacties.iter().take(transacties).collect::<Vec<_>>(),
        })
    }
}

/// All accounts.
#[derive(Serialize, Deserialize)]
pub(super) struct Boekhouding {
    /// Names these books; new books have another name, and cursors into the old ones mean nothing.
    bron: u64,
    /// How many changes there were.
    pub(super) seq: u64,
    /// When the last one was.
    pub(super) laatst: Moment,
    pub(super) rekeningen: BTreeMap<String, Rekening>,
    /// References that were booked, oldest first: the reference, what was asked, and the number it got.
    pub(super) kenmerken: Vec<(String, String, u64)>,
}

/// A change.
#[derive(Serialize, Deserialize)]
pub(super) enum Stap {
    /// A new account.
    Klant { klant: String, rekening: Box<Rekening> },
    /// A booking.
    Boeking {
        klant: String,
        at: Moment,
        transactie: Transactie,
        /// What goes to which pot; the rest is free.
        verdeling: Vec<(String, i64)>,
        aflossing: bool,
        kenmerk: Option<(String, String)>,
    },
}

impl Boekhouding {
    /// New books with the made-up accounts.
    pub(super) fn nieuw(bron: u64, now: Moment) -> Self {
        let mut books =
            Self { bron, seq: 0, laatst: now, rekeningen: BTreeMap::new(), kenmerken: Vec::new() };
        for (klant, rekening) in klanten::eerste(now) {
            books.stap(&Stap::Klant { klant: klant.to_owned(), rekening: Box::new(rekening) });
        }
        books
    }

    /// How far somebody has read, as text.
    pub(super) fn cursor(&self, seq: u64) -> String {
        format!("{:016x}.{seq}", self.bron)
    }

    /// Reads that back; `None` when it is not of these books.
    pub(super) fn lees_cursor(&self, text: &str) -> Option<u64> {
        let (bron, seq) = text.split_once('.')?;
        let known = u64::from_str_radix(bron, 16).ok()? == self.bron;
        seq.parse().ok().filter(|seq| known && *seq <= self.seq)
    }

    /// Who changed after `na`, in that order, at most `max`; how far that reads; whether there is more.
    pub(super) fn gewijzigd(&self, na: u64, max: usize) -> (Vec<&str>, u64, bool) {
        let mut changed: Vec<(u64, &str)> = self
            .rekeningen
            .iter()
            .filter(|(_, rekening)| rekening.seq > na)
            .map(|(klant, rekening)| (rekening.seq, klant.as_str()))
            .collect();
        changed.sort_unstable();
        let meer = changed.len() > max;
        changed.truncate(max);
        let tot = if meer { changed.last().map_or(na, |(seq, _)| *seq) } else { self.seq };
        (changed.into_iter().map(|(_, klant)| klant).collect(), tot, meer)
    }
}

impl Stand for Boekhouding {
    type Stap = Stap;

    fn stap(&mut self, stap: &Stap) {
        self.seq += 1;
        match stap {
            Stap::Klant { klant, rekening } => {
                self.laatst = rekening.sinds;
                self.rekeningen.insert(klant.clone(), Rekening { seq: self.seq, ..(**rekening).clone() });
            }
            Stap::Boeking { klant, at, transactie, verdeling, aflossing, kenmerk } => {
                self.laatst = *at;
                if let Some(rekening) = self.rekeningen.get_mut(klant) {
                    rekening.boek(self.seq, *at, transactie, verdeling, *aflossing);
                }
                if let Some((kenmerk, gevraagd)) = kenmerk {
                    if self.kenmerken.len() >= SIM_REFERENCES_MAX {
                        self.kenmerken.remove(0);
                    }
                    self.kenmerken.push((kenmerk.clone(), gevraagd.clone(), self.seq));
                }
            }
        }
    }
}

impl Rekening {
    fn boek(
        &mut self,
        seq: u64,
        at: Moment,
        transactie: &Transactie,
        verdeling: &[(String, i64)],
        aflossing: bool,
    ) {
        self.vorige = None;
        self.vorige = Some(Box::new(self.clone()));
        self.seq = seq;
        self.sinds = at;
        self.vrij += transactie.cents;
        for (code, cents) in verdeling {
            if let Some(pot) = self.potten.iter_mut().find(|pot| pot.code == *code) {
                pot.cents += cents;
                self.vrij -= cents;
            }
        }
        if let (true, Some(lening)) = (aflossing, &mut self.lening) {
            lening.openstaand_cents += transactie.cents;
            lening.betaald += 1;
            let next = lening.volgende_op.filter(|_| lening.openstaand_cents > 0);
            lening.volgende_op = next.and_then(|day| day.checked_add(jiff::Span::new().months(1)).ok());
        }
        // Behind those of a later day, before those of its own.
        let place = self.transacties.iter().position(|other| other.datum <= transactie.datum);
        self.transacties.insert(place.unwrap_or(self.transacties.len()), transactie.clone());
        self.transacties.truncate(TRANSACTIES_MAX);
    }
}
