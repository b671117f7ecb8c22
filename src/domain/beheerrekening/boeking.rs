//! Booked twice: what an observation moved, and where it came from.
//!
//! Allegro says how much is in each part, and which transactions there were, not which transaction moved which part. So the smallest
//! true booking is one for each observation: what each part gained or lost since the one before, and the same in the other
//! direction for the world outside. The lines of a booking are zero together; a move between two pots leaves the outside alone.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Waarneming;
use crate::domain::geld::Eurocent;

/// Where money can be.
#[derive(Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rekeningdeel {
    /// In this pot, by its code.
    Reservering(String),
    /// In no pot.
    Vrij,
    /// On its way out.
    Onderweg,
    /// Not on this rekening: everybody who pays into it or is paid from it.
    Buiten,
}

/// One line of a booking.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Boekregel {
    /// Where.
    pub deel: Rekeningdeel,
    /// How much more is there now; negative when there is less.
    pub bedrag: Eurocent,
}

/// The booking that leads from `vorige` (nothing, before the first) to `nu`: lines that are not zero and that are zero together. `None`
/// when an amount does not fit in 64 bits, or when the parts of one of the two do not make up its balance.
pub(super) fn boek(vorige: Option<&Waarneming>, nu: &Waarneming) -> Option<Vec<Boekregel>> {
    if !nu.klopt() || vorige.is_some_and(|vorige| !vorige.klopt()) {
        return None;
    }
    let mut delen: BTreeMap<Rekeningdeel, Eurocent> = BTreeMap::new();
    for (deel, bedrag) in waar(nu) {
        // A pot that stands there twice is two truths about one thing.
        if delen.insert(deel, bedrag).is_some() {
            return None;
        }
    }
    for (deel, bedrag) in vorige.into_iter().flat_map(waar) {
        let held = delen.entry(deel).or_default();
        *held = held.zonder(bedrag)?;
    }
    let binnen = Eurocent::som(delen.values().copied())?;
    delen.insert(Rekeningdeel::Buiten, Eurocent::NUL.zonder(binnen)?);
    let moved = delen.into_iter().filter(|(_, bedrag)| *bedrag != Eurocent::NUL);
    Some(moved.map(|(deel, bedrag)| Boekregel { deel, bedrag }).collect())
}

/// How much is in each part.
fn waar(waarneming: &Waarneming) -> impl Iterator<Item = (Rekeningdeel, Eurocent)> + '_ {
    let potten =
        waarneming.reserveringen.iter().map(|pot| (Rekeningdeel::Reservering(pot.code.clone()), pot.saldo));
    potten.chain([(Rekeningdeel::Vrij, waarneming.vrij), (Rekeningdeel::Onderweg, waarneming.onderweg)])
}
