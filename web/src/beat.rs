//! In time, too, what somebody may not see does not exist (G24). To look at what is there and to write down whom it is about takes a little
//! longer than to find nothing. So what says that something is not there leaves on a beat, counted from the moment that it was asked for.

use tokio::time::Instant;

use crate::limits::BEAT;

/// The code of what is not there, and of what may not be seen.
pub(crate) const NIET_GEVONDEN: &str = "niet_gevonden";

/// Waits until the next beat after the question came in.
pub(crate) async fn next_beat(began: Instant) {
    let gone = began.elapsed().as_nanos() / BEAT.as_nanos();
    let beats = u32::try_from(gone + 1).unwrap_or(u32::MAX);
    tokio::time::sleep_until(began + BEAT * beats).await;
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    // shows G24
    #[tokio::test(start_paused = true)]
    async fn whatever_it_took_within_a_beat_it_leaves_at_the_same_moment() {
        for (took, leaves) in [(0, 1), (1, 1), (2, 1), (4, 2), (9, 3)] {
            let began = Instant::now();
            tokio::time::advance(Duration::from_millis(took)).await;
            next_beat(began).await;
            assert_eq!(began.elapsed(), BEAT * leaves, "{took} ms");
        }
    }
}
