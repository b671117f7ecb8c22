//! The contract's JSON. Amounts are whole euro cents; a fraction or a text in their place does not read.

use jiff::Timestamp;
use jiff::civil::Date;
use keukentafel::clock::Moment;
use keukentafel::poort::Onjuist;
use keukentafel::poort::allegro::{KlantId, Lening, Reservering, Transactie, Waarneming};
use serde::{Deserialize, Serialize};

#[derive(Serialize)]
pub(super) struct Overzichtvraag<'a> {
    pub(super) klant: &'a str,
    /// How many transactions at most.
    pub(super) transacties: usize,
}

#[derive(Deserialize)]
pub(super) struct Overzicht {
    klant: String,
    as_of: Timestamp,
    source_seq: u64,
    saldo_cents: i64,
    vrij_cents: i64,
    onderweg_cents: i64,
    reserveringen: Vec<Pot>,
    /// Must be there, if only as `null`: a loan that was forgotten is not a loan that was paid.
    #[serde(deserialize_with = "Option::deserialize")]
    lening: Option<Loan>,
    transacties: Vec<Boeking>,
}

#[derive(Deserialize)]
struct Pot {
    code: String,
    naam: String,
    doel: String,
    cents: i64,
    #[serde(deserialize_with = "Option::deserialize")]
    streef_cents: Option<i64>,
}

#[derive(Deserialize)]
struct Loan {
    hoofdsom_cents: i64,
    openstaand_cents: i64,
    termijn_cents: i64,
    termijnen: u16,
    betaald: u16,
    achterstand_cents: i64,
    #[serde(deserialize_with = "Option::deserialize")]
    volgende_op: Option<Date>,
}

#[derive(Deserialize)]
struct Boeking {
    id: String,
    datum: Date,
    omschrijving: String,
    cents: i64,
}

#[derive(Deserialize)]
pub(super) struct Mutaties {
    pub(super) cursor: String,
    pub(super) klanten: Vec<String>,
    pub(super) meer: bool,
}

impl Overzicht {
    /// As the port has it; its sums are not checked yet.
    pub(super) fn waarneming(self) -> Result<Waarneming, Onjuist> {
        let texts = self
            .reserveringen
            .iter()
            .flat_map(|pot| [&pot.code, &pot.naam, &pot.doel])
            .chain(self.transacties.iter().flat_map(|boeking| [&boeking.id, &boeking.omschrijving]));
        if texts.into_iter().any(|text| text.chars().any(char::is_control)) {
            return Err(Onjuist::Vorm);
        }
        Ok(Waarneming {
            klant: KlantId::parse(&self.klant).ok_or(Onjuist::Vorm)?,
            as_of: Moment::from(self.as_of),
            source_seq: self.source_seq,
            saldo_cents: self.saldo_cents,
            reserveringen: self.reserveringen.into_iter().map(Reservering::from).collect(),
            vrij_cents: self.vrij_cents,
            onderweg_cents: self.onderweg_cents,
            lening: self.lening.map(Lening::from),
            transacties: self.transacties.into_iter().map(Transactie::from).collect(),
        })
    }
}

impl From<Pot> for Reservering {
    fn from(pot: Pot) -> Self {
        let Pot { code, naam, doel, cents, streef_cents } = pot;
        Self { code, naam, doel, cents, streef_cents }
    }
}

impl From<Loan> for Lening {
    fn from(loan: Loan) -> Self {
        let Loan {
            hoofdsom_cents,
            openstaand_cents,
            termijn_cents,
            termijnen,
            betaald,
            achterstand_cents,
            volgende_op,
        } = loan;
        Self {
            hoofdsom_cents,
            openstaand_cents,
            termijn_cents,
            termijnen,
            betaald,
            achterstand_cents,
            volgende_op,
        }
    }
}

impl From<Boeking> for Transactie {
    fn from(boeking: Boeking) -> Self {
        let Boeking { id, datum, omschrijving, cents } = boeking;
        Self { id, datum, omschrijving, cents }
    }
}
