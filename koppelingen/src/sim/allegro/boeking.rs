//! Judges what the tester asks of the simulated books.

use http::StatusCode;
use jiff::civil::Date;
use keukentafel::clock::Moment;
use keukentafel::poort::allegro::KlantId;
use keukentafel::poort::limits::{
    BEDRAG_CENTS_MAX, BRON_TEKST_CHARS_MAX, RESERVERINGEN_MAX, TRANSACTIES_MAX,
};
use serde::{Deserialize, Serialize};

use super::rekening::{Boekhouding, Lening, Pot, Rekening, Stap, Transactie};
use crate::limits::SIM_CUSTOMERS_MAX;

/// A bank transaction to book.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Boekverzoek {
    pub(super) klant: String,
    omschrijving: String,
    /// Negative when it goes off.
    cents: i64,
    /// Day of booking; today when not given.
    datum: Option<Date>,
    /// What of it goes to which pot, or comes from it; the rest is free.
    #[serde(default)]
    verdeling: Vec<Deel>,
    /// It pays one term of the loan.
    #[serde(default)]
    aflossing: bool,
    /// The same reference is the same booking.
    kenmerk: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Deel {
    code: String,
    cents: i64,
}

/// A new account.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Klantverzoek {
    pub(super) klant: String,
    #[serde(default)]
    vrij_cents: i64,
    #[serde(default)]
    onderweg_cents: i64,
    #[serde(default)]
    reserveringen: Vec<Pot>,
    lening: Option<Lening>,
    #[serde(default)]
    transacties: Vec<Transactie>,
}

/// What comes of a request.
pub(super) enum Geboekt {
    /// A change to make.
    Nieuw(Box<Stap>),
    /// It was made before, under this number.
    Al(u64),
}

/// Why not.
type Weigering = (StatusCode, &'static str);

const ONGELDIG: Weigering = (StatusCode::BAD_REQUEST, "paramsValidation");

/// Whether this can be booked.
pub(super) fn beoordeel(
    books: &Boekhouding,
    verzoek: &Boekverzoek,
    at: Moment,
) -> Result<Geboekt, Weigering> {
    let gevraagd = serde_json::to_string(verzoek).map_err(|_| ONGELDIG)?;
    if let Some(kenmerk) = &verzoek.kenmerk
        && let Some((_, before, seq)) = books.kenmerken.iter().find(|(known, _, _)| known == kenmerk)
    {
        return if *before == gevraagd {
            Ok(Geboekt::Al(*seq))
        } else {
            Err((StatusCode::CONFLICT, "kenmerk_in_gebruik"))
        };
    }
    let rekening = books.rekeningen.get(&verzoek.klant).ok_or((StatusCode::NOT_FOUND, "klant_onbekend"))?;
    let texts = verzoek.kenmerk.iter().chain([&verzoek.omschrijving]);
    if texts.into_iter().any(|text| !is_tekst(text)) || !is_bedrag(verzoek.cents) {
        return Err(ONGELDIG);
    }
    let mut potten = rekening.potten.clone();
    let mut verdeling = Vec::new();
    for Deel { code, cents } in &verzoek.verdeling {
        let pot = potten
            .iter_mut()
            .find(|pot| pot.code == *code)
            .ok_or((StatusCode::NOT_FOUND, "reservering_onbekend"))?;
        if !is_bedrag(*cents) {
            return Err(ONGELDIG);
        }
        pot.cents += cents;
        if pot.cents < 0 {
            return Err((StatusCode::CONFLICT, "reservering_onvoldoende"));
        }
        verdeling.push((code.clone(), *cents));
    }
    if !is_bedrag(rekening.saldo() + verzoek.cents) {
        return Err(ONGELDIG);
    }
    if verzoek.aflossing {
        let term = rekening.lening.as_ref().is_some_and(|lening| {
            lening.betaald < lening.termijnen
                && verzoek.cents < 0
                && -verzoek.cents <= lening.openstaand_cents.min(lening.termijn_cents)
        });
        if !term {
            return Err((StatusCode::CONFLICT, "geen_termijn"));
        }
    }
    let transactie = Transactie {
        id: format!("T{}", books.seq + 1),
        datum: verzoek.datum.unwrap_or(at.day()),
        omschrijving: verzoek.omschrijving.clone(),
        cents: verzoek.cents,
    };
    let kenmerk = verzoek.kenmerk.clone().map(|kenmerk| (kenmerk, gevraagd));
    let (klant, aflossing) = (verzoek.klant.clone(), verzoek.aflossing);
    Ok(Geboekt::Nieuw(Box::new(Stap::Boeking { klant, at, transactie, verdeling, aflossing, kenmerk })))
}

/// Whether this account can be added.
pub(super) fn nieuwe_klant(
    books: &Boekhouding,
    verzoek: Klantverzoek,
    at: Moment,
) -> Result<Stap, Weigering> {
    let Klantverzoek { klant, vrij_cents, onderweg_cents, reserveringen, lening, transacties } = verzoek;
    if books.rekeningen.contains_key(&klant) {
        return Err((StatusCode::CONFLICT, "klant_bestaat"));
    }
    if books.rekeningen.len() >= SIM_CUSTOMERS_MAX {
        return Err((StatusCode::CONFLICT, "vol"));
    }
    let amounts = reserveringen.iter().map(|pot| pot.cents).chain([vrij_cents, onderweg_cents]);
    let good = KlantId::parse(&klant).is_some()
        && reserveringen.len() <= RESERVERINGEN_MAX
        && transacties.len() <= TRANSACTIES_MAX
        && amounts.into_iter().all(is_bedrag);
    if !good {
        return Err(ONGELDIG);
    }
    let rekening = Rekening {
        seq: 0,
        sinds: at,
        vrij: vrij_cents,
        onderweg: onderweg_cents,
        potten: reserveringen,
        lening,
        transacties,
        vorige: None,
    };
    Ok(Stap::Klant { klant, rekening: Box::new(rekening) })
}

fn is_bedrag(cents: i64) -> bool {
    (-BEDRAG_CENTS_MAX..=BEDRAG_CENTS_MAX).contains(&cents)
}

fn is_tekst(text: &str) -> bool {
    (1..=BRON_TEKST_CHARS_MAX).contains(&text.chars().count()) && !text.chars().any(char::is_control)
}
