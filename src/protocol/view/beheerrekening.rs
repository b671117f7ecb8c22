//! A beheerrekening and how it stands. Whose money it is and who looks after it see the same.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Door, PersoonKort};
use crate::clock::Moment;
use crate::domain::beheerrekening::{Beheervorm, Lening, Reservering, Stand, Transactie};
use crate::domain::geld::Eurocent;
use crate::domain::ids::BeheerrekeningId;

/// How fresh a balance is.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Saldostand {
    /// The source said so a moment ago.
    Vers,
    /// The source was asked and gave no answer to go on, or its last one is too long ago: this is how it stood then.
    Verouderd,
    /// The source has not answered yet since somebody looks.
    Onbekend,
}

/// Why there is no fresh balance.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Saldostoring {
    /// The source cannot be reached, fails, or refuses to answer.
    BronWeg,
    /// The source answers, and what it says cannot be right: not in its form, out of bounds, of a moment to come or about somebody else.
    OnjuistAntwoord,
    /// The parts that the source names do not make up its balance. To be looked into; nothing of it is shown.
    KloptNiet,
    /// The source does not know this customer.
    KlantOnbekend,
    /// The answer is good and could not be recorded; what is not recorded is not shown.
    NietVastgelegd,
}

/// A pot.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ReserveringWat {
    /// Its code, unique within the rekening.
    pub code: String,
    /// Its name.
    pub naam: String,
    /// What it is for.
    pub doel: String,
    /// What is in it, euro cents.
    #[schema(value_type = i64)]
    pub saldo_cents: Eurocent,
    /// What should be in it in the end, euro cents.
    #[schema(value_type = Option<i64>)]
    pub streef_cents: Option<Eurocent>,
}

/// A loan.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct LeningWat {
    /// What was lent, euro cents.
    #[schema(value_type = i64)]
    pub hoofdsom_cents: Eurocent,
    /// What is still to be paid, euro cents.
    #[schema(value_type = i64)]
    pub openstaand_cents: Eurocent,
    /// What one term is, euro cents.
    #[schema(value_type = i64)]
    pub termijn_cents: Eurocent,
    /// How many terms there are.
    pub termijnen: u16,
    /// How many of them are paid.
    pub betaald: u16,
    /// What should have been paid and is not, euro cents.
    #[schema(value_type = i64)]
    pub achterstand_cents: Eurocent,
    /// When the next term is due.
    #[schema(value_type = Option<String>, format = Date)]
    pub volgende_op: Option<Date>,
}

/// A booking.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct TransactieWat {
    /// Its id at the source.
    pub id: String,
    /// Day of booking.
    #[schema(value_type = String, format = Date)]
    pub datum: Date,
    /// What it says.
    pub omschrijving: String,
    /// Euro cents, negative when it went off.
    #[schema(value_type = i64)]
    pub bedrag_cents: Eurocent,
    /// Between this one and the next (older) one there may be others that the source did not name.
    pub gat: bool,
}

/// What is on a rekening, as it was recorded last. Pots + free + under way = balance.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Saldobedragen {
    /// For which moment the source says this.
    #[schema(value_type = String, format = DateTime)]
    pub as_of: Moment,
    /// The balance, euro cents.
    #[schema(value_type = i64)]
    pub saldo_cents: Eurocent,
    /// What is in no pot, euro cents.
    #[schema(value_type = i64)]
    pub vrij_cents: Eurocent,
    /// Set apart for payments that have not left yet, euro cents.
    #[schema(value_type = i64)]
    pub onderweg_cents: Eurocent,
    /// The pots, in the source's order.
    pub reserveringen: Vec<ReserveringWat>,
    /// A loan, where there is one.
    pub lening: Option<LeningWat>,
    /// The last transactions, newest first; older ones are read by page.
    pub transacties: Vec<TransactieWat>,
}

/// How a rekening stands. The value of `saldo/<id>`.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SaldoWat {
    /// Which rekening.
    pub id: BeheerrekeningId,
    /// The version of the rekening. What is shown under a lower one is older.
    pub versie: u64,
    /// How fresh the amounts are.
    pub stand: Saldostand,
    /// Why they are not fresh, when that is known.
    pub storing: Option<Saldostoring>,
    /// When the source last gave a good answer.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub bijgewerkt_om: Option<Moment>,
    /// The amounts; `null` while none were ever recorded, and never zeros instead.
    pub bedragen: Option<Saldobedragen>,
}

/// A rekening in a list.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct RekeningKort {
    /// Which.
    pub id: BeheerrekeningId,
    /// Whose money it is.
    pub persoon: Option<PersoonKort>,
    /// How much of it the gemeente keeps.
    pub vorm: Beheervorm,
    /// What people call that.
    pub vorm_naam: String,
    /// Since when.
    #[schema(value_type = String, format = Date)]
    pub sinds: Date,
    /// Who looks after it.
    pub behandelaars: Vec<Door>,
    /// The parts that the source named last did not make up its balance: to be looked into.
    pub verschil: bool,
    /// The last answer of the source about this one cannot be right: to be looked into.
    pub onjuist: bool,
}

/// A rekening.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct RekeningWat {
    /// Whose, in which form, with whom.
    #[serde(flatten)]
    pub rekening: RekeningKort,
    /// How it stands.
    pub saldo: SaldoWat,
}

impl From<&Transactie> for TransactieWat {
    fn from(transactie: &Transactie) -> Self {
        Self {
            id: transactie.id.clone(),
            datum: transactie.datum,
            omschrijving: transactie.omschrijving.clone(),
            bedrag_cents: transactie.bedrag,
            gat: transactie.gat,
        }
    }
}

impl From<&Reservering> for ReserveringWat {
    fn from(pot: &Reservering) -> Self {
        Self {
            code: pot.code.clone(),
            naam: pot.naam.clone(),
            doel: pot.doel.clone(),
            saldo_cents: pot.saldo,
            streef_cents: pot.streef,
        }
    }
}

impl From<&Lening> for LeningWat {
    fn from(lening: &Lening) -> Self {
        Self {
            hoofdsom_cents: lening.hoofdsom,
            openstaand_cents: lening.openstaand,
            termijn_cents: lening.termijn,
            termijnen: lening.termijnen,
            betaald: lening.betaald,
            achterstand_cents: lening.achterstand,
            volgende_op: lening.volgende_op,
        }
    }
}

impl Saldobedragen {
    /// How a rekening stood, with its last transactions.
    pub fn van<'a>(stand: &Stand, transacties: impl IntoIterator<Item = &'a Transactie>) -> Self {
        let seen = &stand.waarneming;
        Self {
            as_of: seen.peil.as_of,
            saldo_cents: seen.saldo,
            vrij_cents: seen.vrij,
            onderweg_cents: seen.onderweg,
            reserveringen: seen.reserveringen.iter().map(ReserveringWat::from).collect(),
            lening: seen.lening.as_ref().map(LeningWat::from),
            transacties: transacties.into_iter().map(TransactieWat::from).collect(),
        }
    }
}
