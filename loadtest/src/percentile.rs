//! Latencies in microseconds as a histogram of fixed size: seven significant bits, so a figure is at most 0.8 % too high.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use serde::Serialize;

const SUB_BITS: u32 = 7;
const SUB: u64 = 1 << SUB_BITS;
/// Microseconds above which a value counts as this: twelve days, longer than any run.
const VALUE_MAX: u64 = 1 << 40;
const BUCKETS: usize = ((40 - SUB_BITS as usize) + 2) * SUB as usize;

/// Shared by all clients of a run.
pub(crate) struct Histogram {
    buckets: Vec<AtomicU64>,
    max: AtomicU64,
}

/// What is reported of a histogram, in milliseconds.
#[derive(Copy, Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Summary {
    pub(crate) count: u64,
    pub(crate) p50: f64,
    pub(crate) p95: f64,
    pub(crate) p99: f64,
    pub(crate) max: f64,
}

impl Histogram {
    pub(crate) fn new() -> Self {
        Self { buckets: (0..BUCKETS).map(|_| AtomicU64::new(0)).collect(), max: AtomicU64::new(0) }
    }

    pub(crate) fn record(&self, micros: u64) {
        let value = micros.min(VALUE_MAX);
        self.buckets[index(value)].fetch_add(1, Relaxed);
        self.max.fetch_max(value, Relaxed);
    }

    /// The smallest value that at least this share of all values does not exceed, in microseconds.
    pub(crate) fn percentile(&self, share: f64) -> u64 {
        let counts: Vec<u64> = self.buckets.iter().map(|bucket| bucket.load(Relaxed)).collect();
        let total: u64 = counts.iter().sum();
        let rank = ((total as f64 * share).ceil() as u64).max(1);
        let mut below = 0;
        for (at, count) in counts.iter().enumerate() {
            below += count;
            if below >= rank {
                return highest(at).min(self.max.load(Relaxed));
            }
        }
        0
    }

    /// Nothing when nothing was recorded.
    pub(crate) fn summary(&self) -> Option<Summary> {
        let count = self.buckets.iter().map(|bucket| bucket.load(Relaxed)).sum();
        let milli = |micros: u64| micros as f64 / 1000.0;
        (count > 0).then(|| Summary {
            count,
            p50: milli(self.percentile(0.50)),
            p95: milli(self.percentile(0.95)),
            p99: milli(self.percentile(0.99)),
            max: milli(self.max.load(Relaxed)),
        })
    }
}

fn index(value: u64) -> usize {
    let shift = (u64::BITS - value.leading_zeros()).saturating_sub(SUB_BITS + 1);
    (u64::from(shift) * SUB + (value >> shift)) as usize
}

fn highest(index: usize) -> u64 {
    let index = index as u64;
    let shift = (index / SUB).saturating_sub(1);
    ((index - shift * SUB + 1) << shift) - 1
}

/// The middle value; of an even number the mean of the two.
pub(crate) fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    match sorted.len() {
        0 => f64::NAN,
        n if n % 2 == 1 => sorted[n / 2],
        n => f64::midpoint(sorted[n / 2 - 1], sorted[n / 2]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_never_below_the_exact_one_and_at_most_one_percent_above() {
        let histogram = Histogram::new();
        let mut values: Vec<u64> = (0..10_000_u64).map(|n| (n * 7919) % 1_000_003).collect();
        for value in &values {
            histogram.record(*value);
        }
        values.sort_unstable();
        for share in [0.01, 0.5, 0.95, 0.99, 0.999, 1.0] {
            let rank = (values.len() as f64 * share).ceil() as usize;
            let exact = values[rank - 1] as f64;
            let found = histogram.percentile(share) as f64;
            assert!(found >= exact && found <= exact * 1.008 + 1.0, "{share}: {found} for {exact}");
        }
        assert_eq!(histogram.percentile(1.0), values[values.len() - 1]);
    }

    #[test]
    fn every_value_falls_in_a_bucket_that_ends_at_or_above_it() {
        for value in (0..2000).chain((7..40).flat_map(|bit| [(1 << bit) - 1, 1 << bit, (1 << bit) + 1])) {
            let at = index(value);
            assert!(highest(at) >= value, "{value}");
            assert!(at == 0 || highest(at - 1) < value, "{value}");
        }
        assert!(index(VALUE_MAX) < BUCKETS);
    }

    #[test]
    fn nothing_recorded_is_no_figure() {
        assert_eq!(Histogram::new().summary(), None);
        let one = Histogram::new();
        one.record(1500);
        assert_eq!(one.summary(), Some(Summary { count: 1, p50: 1.5, p95: 1.5, p99: 1.5, max: 1.5 }));
    }

    #[test]
    fn the_median_does_not_depend_on_order() {
        assert_eq!(median(&[3.0, 1.0, 2.0]), 2.0);
        assert_eq!(median(&[4.0, 1.0, 2.0, 3.0]), 2.5);
        assert!(median(&[]).is_nan());
    }
}
