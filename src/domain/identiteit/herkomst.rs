//! From what a provider calls somebody to our own id of them.

use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::domain::ids::{MedewerkerId, PersoonId};
use crate::domain::medewerker::Machtiging;

/// Milliseconds of 1 January 2026: the time part of an id that is worked out, so that it is of version 7 as all are.
const VAST_MOMENT_MS: u64 = 1_767_225_600_000;

/// A medewerker, by what the provider calls them: the same for the same account, wherever and whenever it logs in. What a provider calls
/// its own staff is no secret, and it cannot be read back from the id.
#[must_use]
pub fn medewerker_van(issuer: &str, subject: &str) -> MedewerkerId {
    MedewerkerId(uit(&["medewerker", issuer, subject]))
}

/// A resident, by which person they are. Not by what a broker calls them: that may be their BSN, which could be guessed back from a hash.
#[must_use]
pub fn medewerker_van_inwoner(persoon: PersoonId) -> MedewerkerId {
    MedewerkerId(uit(&["inwoner", &persoon.0.to_string()]))
}

/// Who comes in for a resident: an id for these two together and in this order. What hangs on an id (a list, what is new, sessions) of
/// one's own and of what one does for another can so never be mixed up.
#[must_use]
pub fn medewerker_van_gemachtigde(machtiging: Machtiging) -> MedewerkerId {
    MedewerkerId(uit(&["gemachtigde", &machtiging.gemachtigde.0.to_string(), &machtiging.voor.0.to_string()]))
}

fn uit(parts: &[&str]) -> Uuid {
    let mut hash = Sha256::new();
    for part in parts {
        // With its length, so that no two lists of parts read the same.
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    }
    let digest: [u8; 32] = hash.finalize().into();
    let mut chance = [0; 10];
    chance.copy_from_slice(digest.split_at(10).0);
    uuid::Builder::from_unix_timestamp_millis(VAST_MOMENT_MS, &chance).into_uuid()
}
