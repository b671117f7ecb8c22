//! Outside systems that report signalen with a key of their own (KING-ZT24).
//!
//! Of a key only its SHA-256 is kept: keys are made of chance, not of words, so that it cannot be guessed back. What comes in with one
//! has the source's id and nothing of a session.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use http::{HeaderMap, HeaderName};
use keukentafel::clock::Moment;
use keukentafel::domain::ids::{GemeenteId, MedewerkerId};
use keukentafel::domain::medewerker::{Rol, Wie};
use keukentafel::domain::signaal::Broninschrijving;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::limits::{BRON_BURST, BRON_PER_SECOND, SLEUTEL_MISSERS_BURST, SLEUTEL_MISSERS_PER_SECOND};
use crate::origin::{One, one};
use crate::rate::Bucket;

/// The header with the key.
const SLEUTEL: HeaderName = HeaderName::from_static("x-signaalsleutel");

/// One outside system.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Signaalbron {
    /// Its id: what the record and the trail know it by.
    pub id: MedewerkerId,
    /// For which municipality it reports.
    pub gemeente: GemeenteId,
    /// What people call it.
    pub naam: String,
    /// What kind of source it is, and how far it can be relied on.
    pub inschrijving: Broninschrijving,
    /// SHA-256 of its key.
    pub sleutel: [u8; 32],
}

impl Signaalbron {
    /// Who acts when this source reports.
    pub(crate) fn wie(&self) -> Wie {
        Wie {
            id: self.id,
            naam: self.naam.clone(),
            rol: Rol::Signaalbron,
            gemeente: self.gemeente,
            persoon: None,
            machtiging: None,
            sessie: Uuid::nil(),
        }
    }
}

/// All of them, with what is left of each one's allowance.
#[derive(Debug, Default)]
pub(crate) struct Bronnen {
    bronnen: Vec<Signaalbron>,
    buckets: Mutex<HashMap<MedewerkerId, Bucket>>,
    missers: Mutex<Option<Bucket>>,
}

impl Bronnen {
    pub(crate) fn new(bronnen: Vec<Signaalbron>) -> Self {
        Self { bronnen, ..Self::default() }
    }

    /// Whose key this request brings. Two of them is none.
    pub(crate) fn herken(&self, headers: &HeaderMap) -> Option<&Signaalbron> {
        let One::Value(key) = one(headers, &SLEUTEL) else { return None };
        let digest: [u8; 32] = Sha256::digest(key.as_bytes()).into();
        // Every byte of every key, so that the time taken tells nothing.
        let same = |bron: &&Signaalbron| {
            bron.sleutel.iter().zip(digest).fold(0, |differs, (a, b)| differs | (a ^ b)) == 0
        };
        self.bronnen.iter().rfind(same)
    }

    /// The municipalities for which anything can come in.
    pub(crate) fn gemeenten(&self) -> BTreeSet<GemeenteId> {
        self.bronnen.iter().map(|bron| bron.gemeente).collect()
    }

    /// Takes a report of a source or of somebody who is logged in; when there were too many: how long to wait.
    pub(crate) fn mag_melden(&self, bron: MedewerkerId, now: Moment) -> Result<(), Duration> {
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        buckets.entry(bron).or_insert_with(|| Bucket::full(BRON_BURST, BRON_PER_SECOND, now)).take(now)
    }

    /// Takes an attempt without a good key; when there were too many: how long to wait. They come from anybody, so all share one.
    pub(crate) fn mag_missen(&self, now: Moment) -> Result<(), Duration> {
        let mut missers = self.missers.lock().unwrap_or_else(PoisonError::into_inner);
        let full = || Bucket::full(SLEUTEL_MISSERS_BURST, SLEUTEL_MISSERS_PER_SECOND, now);
        missers.get_or_insert_with(full).take(now)
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;
    use keukentafel::domain::signaal::{Betrouwbaarheid, Bronsoort};

    use super::*;

    fn bron(n: u128, key: &str) -> Signaalbron {
        Signaalbron {
            id: MedewerkerId(Uuid::from_u128(n)),
            gemeente: GemeenteId(Uuid::from_u128(9)),
            naam: format!("Bron {n}"),
            inschrijving: Broninschrijving {
                bronsoort: Bronsoort::School,
                betrouwbaarheid: Betrouwbaarheid::EigenWaarneming,
            },
            sleutel: Sha256::digest(key.as_bytes()).into(),
        }
    }

    fn with(values: &[&'static str]) -> HeaderMap {
        values.iter().map(|value| (SLEUTEL, HeaderValue::from_static(value))).collect()
    }

    // shows KING-ZT24
    #[test]
    fn a_source_is_known_by_its_key_and_by_nothing_else() {
        let bronnen = Bronnen::new(vec![bron(1, "een"), bron(2, "twee")]);
        let whose = |headers: &HeaderMap| bronnen.herken(headers).map(|bron| bron.id.0.as_u128());
        assert_eq!((whose(&with(&["een"])), whose(&with(&["twee"]))), (Some(1), Some(2)));
        for wrong in [&[][..], &[""], &["een "], &["EEN"], &["een", "een"], &["een", "twee"]] {
            assert_eq!(whose(&with(wrong)), None, "{wrong:?}");
        }
    }

    #[test]
    fn one_source_that_floods_keeps_no_other_out() {
        let bronnen = Bronnen::new(vec![bron(1, "een"), bron(2, "twee")]);
        let (one, two, now) =
            (MedewerkerId(Uuid::from_u128(1)), MedewerkerId(Uuid::from_u128(2)), Moment::from_micros(0));
        while bronnen.mag_melden(one, now).is_ok() {}
        assert!(bronnen.mag_melden(two, now).is_ok());
    }
}
