//! Signed heads of the trail. A chain of hashes shows that a line was changed; it does not show that everything after a line was
//! cut off, or written anew by somebody who can count hashes too. Once a UTC day the end of the chain is therefore signed, with
//! a key that is not in the database.

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};

use super::chain::{Link, START, head_bytes, sha256};
use crate::clock::Moment;

const MICROS_PER_DAY: i64 = 24 * 60 * 60 * 1_000_000;

/// The UTC day that `at` falls in, counted from 1970. UTC and not the calendar of Amsterdam: a day of 23 hours would say nothing
/// more, and a verifier needs no table of zones.
#[must_use]
pub fn head_day(at: Moment) -> i64 {
    at.micros().div_euclid(MICROS_PER_DAY)
}

/// The end of the trail's chain as it stood when a node signed it; at most one of a node a day.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SignedHead {
    /// The node that signed.
    pub node: String,
    /// The UTC day since 1970 ([`head_day`] of `at`).
    pub day: i64,
    /// The number of the last link, dense from 1.
    pub link: u64,
    /// The number of the last line under it, dense from 1.
    pub lines: u64,
    /// The chain at that link: SHA-256.
    pub chain: [u8; 32],
    /// When it was signed.
    pub at: Moment,
    /// SHA-256 of the signature before it, of the same node; zeroes for the first.
    pub previous: [u8; 32],
    /// Ed25519 over all of the above, written as `docs/adr/0006-signed-heads-of-the-trail.md` says.
    pub signature: [u8; 64],
}

impl SignedHead {
    /// Whether `public_key` (Ed25519, 32 bytes) made its signature over just these fields.
    #[must_use]
    pub fn is_signed_by(&self, public_key: &[u8; 32]) -> bool {
        let Ok(key) = VerifyingKey::from_bytes(public_key) else { return false };
        head_day(self.at) == self.day
            && key.verify_strict(&head_bytes(self), &Signature::from_bytes(&self.signature)).is_ok()
    }

    /// What the next head of this node holds as `previous`.
    pub(crate) fn sealed(&self) -> Link {
        sha256(&self.signature)
    }
}

/// Where a trail ends, to be signed.
#[derive(Copy, Clone, Debug, Default)]
pub(crate) struct TrailEnd {
    pub(crate) link: u64,
    pub(crate) lines: u64,
    pub(crate) chain: Link,
}

/// The last head that a node signed.
#[derive(Copy, Clone, Debug)]
pub(crate) struct LastHead {
    pub(crate) day: i64,
    pub(crate) sealed: Link,
}

/// The key that signs.
#[derive(Clone)]
pub(crate) struct HeadKey(SigningKey);

impl HeadKey {
    pub(crate) fn from_seed(seed: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(seed))
    }

    pub(crate) fn public(&self) -> [u8; 32] {
        self.0.verifying_key().to_bytes()
    }

    /// Signs what is no head: `bytes` begin with a word of their own.
    pub(crate) fn sign_bytes(&self, bytes: &[u8]) -> [u8; 64] {
        self.0.sign(bytes).to_bytes()
    }

    /// Whether this key made `signature` over `bytes`.
    pub(crate) fn signed_bytes(&self, bytes: &[u8], signature: &[u8; 64]) -> bool {
        self.0.verifying_key().verify_strict(bytes, &Signature::from_bytes(signature)).is_ok()
    }

    /// Signs where the trail ends.
    pub(crate) fn sign(&self, node: &str, end: TrailEnd, last: Option<LastHead>, at: Moment) -> SignedHead {
        let mut head = SignedHead {
            node: node.to_owned(),
            day: head_day(at),
            link: end.link,
            lines: end.lines,
            chain: end.chain,
            at,
            previous: last.map_or(START, |last| last.sealed),
            signature: [0; 64],
        };
        head.signature = self.0.sign(&head_bytes(&head)).to_bytes();
        head
    }
}
