//! Allegro: the package in which a beheerrekening is kept. It stays the book of record; we only observe here.
//!
//! No public API of Allegro exists, so `docs/koppelingen/allegro.md` is a contract of our own.

use std::collections::BTreeSet;
use std::fmt;

use jiff::civil::Date;

use super::limits::{
    BEDRAG_CENTS_MAX, BRON_TEKST_CHARS_MAX, CURSOR_CHARS_MAX, PEIL_VOORUIT_MAX, RESERVERINGEN_MAX,
    TRANSACTIES_MAX,
};
use super::{Antwoord, Onjuist};
use crate::clock::Moment;
pub use crate::domain::beheerrekening::KlantId;

/// The source of balances as the rest of the program knows it.
///
/// Booking a withdrawal is part of the contract and not of this trait yet: nothing here moves money.
pub trait Allegro: Send + Sync + 'static {
    /// How this customer's account stands; `None` when the source does not know the customer. The sums are checked.
    fn overzicht<'a>(&'a self, klant: &'a KlantId) -> Antwoord<'a, Option<Waarneming>>;

    /// Who changed since `cursor`; everybody when there is none. A source that does not know the cursor (any more) refuses with
    /// [`CURSOR_ONBEKEND`]: begin without one.
    fn mutaties<'a>(&'a self, cursor: Option<&'a Cursor>) -> Antwoord<'a, Mutaties>;
}

/// The refusal code for a cursor that the source does not know.
pub const CURSOR_ONBEKEND: &str = "cursor_onbekend";

/// How far changes were read. Opaque: only the source knows what is in it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Cursor(String);

impl Cursor {
    /// Takes what the source gave: visible ASCII, bounded. `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let known =
            (1..=CURSOR_CHARS_MAX).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_graphic());
        known.then(|| Self(text.to_owned()))
    }

    /// As text, to hand back or to keep.
    #[must_use]
    pub fn tekst(&self) -> &str {
        &self.0
    }
}

/// Who changed.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Mutaties {
    /// From where to go on.
    pub cursor: Cursor,
    /// Whose account changed since; each once.
    pub klanten: Vec<KlantId>,
    /// There is more: ask again with the new cursor.
    pub meer: bool,
}

/// A pot: money set aside for something.
#[derive(Clone, Eq, PartialEq)]
pub struct Reservering {
    /// Its code, unique within the account.
    pub code: String,
    /// Its name.
    pub naam: String,
    /// What it is for.
    pub doel: String,
    /// What is in it, euro cents.
    pub cents: i64,
    /// What should be in it in the end, euro cents; `None` when there is no such goal.
    pub streef_cents: Option<i64>,
}

/// A loan that is paid back from the account. All amounts in euro cents.
#[derive(Clone, Eq, PartialEq)]
pub struct Lening {
    /// What was lent.
    pub hoofdsom_cents: i64,
    /// What is still to be paid.
    pub openstaand_cents: i64,
    /// What one term is.
    pub termijn_cents: i64,
    /// How many terms there are.
    pub termijnen: u16,
    /// How many of them are paid.
    pub betaald: u16,
    /// What should have been paid and is not.
    pub achterstand_cents: i64,
    /// When the next term is due.
    pub volgende_op: Option<Date>,
}

/// A booking on the account.
#[derive(Clone, Eq, PartialEq)]
pub struct Transactie {
    /// Its id at the source, unique within the account.
    pub id: String,
    /// Day of booking.
    pub datum: Date,
    /// What it says.
    pub omschrijving: String,
    /// Euro cents, negative when it went off.
    pub cents: i64,
}

/// How an account stood at one moment, as the source says. Its `Debug` shows no amount.
#[derive(Clone, Eq, PartialEq)]
pub struct Waarneming {
    /// Whose.
    pub klant: KlantId,
    /// For which moment the source says this; orders observations.
    pub as_of: Moment,
    /// The source's own counter; orders observations with equal `as_of`.
    pub source_seq: u64,
    /// Balance of the account, euro cents.
    pub saldo_cents: i64,
    /// The pots, in the source's order.
    pub reserveringen: Vec<Reservering>,
    /// What is in no pot, euro cents; negative when too much was spent.
    pub vrij_cents: i64,
    /// What was set apart for payments that have not left yet, euro cents.
    pub onderweg_cents: i64,
    /// A loan, where there is one.
    pub lening: Option<Lening>,
    /// The last transactions, newest first, at most [`TRANSACTIES_MAX`].
    pub transacties: Vec<Transactie>,
}

impl Waarneming {
    /// Whether this can be believed at `nu`: amounts and texts within bounds, codes and ids unique, transactions newest first, not of
    /// a moment to come, and pots + free + under way = balance, to the cent.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn toets(&self, nu: Moment) -> Result<(), Onjuist> {
        self.toets_peil(nu)?;
        let potten = self.reserveringen.iter().map(|pot| pot.cents);
        let bedragen = potten
            .clone()
            .chain(self.reserveringen.iter().filter_map(|pot| pot.streef_cents))
            .chain(self.transacties.iter().map(|transactie| transactie.cents))
            .chain([self.saldo_cents, self.vrij_cents, self.onderweg_cents]);
        let teksten =
            self.reserveringen.iter().flat_map(|pot| [&pot.code, &pot.naam, &pot.doel]).chain(
                self.transacties.iter().flat_map(|transactie| [&transactie.id, &transactie.omschrijving]),
            );
        let binnen = self.reserveringen.len() <= RESERVERINGEN_MAX
            && self.transacties.len() <= TRANSACTIES_MAX
            && bedragen.into_iter().all(in_bereik)
            && teksten.into_iter().all(|tekst| tekst.chars().count() <= BRON_TEKST_CHARS_MAX)
            && self.lening.as_ref().is_none_or(Lening::in_bereik);
        if !binnen {
            return Err(Onjuist::BuitenGrens);
        }
        let codes: BTreeSet<&str> = self.reserveringen.iter().map(|pot| pot.code.as_str()).collect();
        let ids: BTreeSet<&str> = self.transacties.iter().map(|transactie| transactie.id.as_str()).collect();
        if codes.len() != self.reserveringen.len() || ids.len() != self.transacties.len() {
            return Err(Onjuist::Dubbel);
        }
        if !self.transacties.is_sorted_by(|newer, older| newer.datum >= older.datum) {
            return Err(Onjuist::Vorm);
        }
        // Cannot overflow: all are within bounds.
        let som = potten.sum::<i64>() + self.vrij_cents + self.onderweg_cents;
        if som == self.saldo_cents { Ok(()) } else { Err(Onjuist::SomKloptNiet) }
    }

    /// Whether its moment can be at `nu`: no further ahead than [`PEIL_VOORUIT_MAX`].
    ///
    /// # Errors
    /// [`Onjuist::Toekomst`].
    pub fn toets_peil(&self, nu: Moment) -> Result<(), Onjuist> {
        let vooruit = self.as_of.micros().saturating_sub(nu.micros());
        let te_ver = u128::try_from(vooruit).is_ok_and(|vooruit| vooruit > PEIL_VOORUIT_MAX.as_micros());
        if te_ver { Err(Onjuist::Toekomst) } else { Ok(()) }
    }

    /// Whether this is newer than `vorige`; by what the source says, never by when it reached us. Equal is not newer.
    #[must_use]
    pub fn is_nieuwer_dan(&self, vorige: &Self) -> bool {
        (self.as_of, self.source_seq) > (vorige.as_of, vorige.source_seq)
    }
}

impl Lening {
    fn in_bereik(&self) -> bool {
        [self.hoofdsom_cents, self.openstaand_cents, self.termijn_cents, self.achterstand_cents]
            .into_iter()
            .all(|cents| cents >= 0 && in_bereik(cents))
            && self.betaald <= self.termijnen
    }
}

fn in_bereik(cents: i64) -> bool {
    (-BEDRAG_CENTS_MAX..=BEDRAG_CENTS_MAX).contains(&cents)
}

macro_rules! verborgen {
    ($($name:ident),+ $(,)?) => {$(
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(***)"))
            }
        }
    )+};
}

verborgen!(Reservering, Lening, Transactie);

impl fmt::Debug for Waarneming {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Waarneming(***, as_of {}, seq {})", self.as_of, self.source_seq)
    }
}
