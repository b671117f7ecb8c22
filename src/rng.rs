//! Chance as an argument. The only place that draws random bytes.

use std::sync::Mutex;

use aes_gcm::aead::OsRng;
use aes_gcm::aead::rand_core::RngCore;
use uuid::Uuid;

use crate::clock::Moment;

/// Draws random bytes. Everything that needs chance gets one of these.
pub trait Rng: Send + Sync + 'static {
    /// Fills `bytes`.
    fn fill(&self, bytes: &mut [u8]);

    /// A new UUIDv7: the milliseconds of `now`, then chance.
    fn uuid(&self, now: Moment) -> Uuid {
        let mut tail = [0; 10];
        self.fill(&mut tail);
        let millis = u64::try_from(now.micros() / 1000).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &tail).into_uuid()
    }

    /// A number below 2³², as Yjs 13 uses for client ids.
    fn u32(&self) -> u32 {
        let mut four = [0; 4];
        self.fill(&mut four);
        u32::from_le_bytes(four)
    }
}

/// The operating system's generator; for keys, session ids and everything in production.
#[derive(Debug, Default, Copy, Clone)]
pub struct SystemRng;

impl Rng for SystemRng {
    fn fill(&self, bytes: &mut [u8]) {
        OsRng.fill_bytes(bytes);
    }
}

/// A repeatable generator (SplitMix64). For tests and the simulation, never for keys.
#[derive(Debug)]
pub struct SeededRng(Mutex<u64>);

impl SeededRng {
    /// The same seed gives the same bytes.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(Mutex::new(seed))
    }

    fn next(&self) -> u64 {
        let mut state = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = *state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }
}

impl Rng for SeededRng {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            let eight = self.next().to_le_bytes();
            chunk.copy_from_slice(&eight[..chunk.len()]);
        }
    }
}
