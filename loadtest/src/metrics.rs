//! The server's own histogram of commits, from `GET /metrics` (Prometheus text).

use std::collections::BTreeMap;

/// Seconds that a commit took, as cumulative buckets.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Buckets {
    /// Upper bound in nanoseconds (`u64::MAX` for `+Inf`) → commits at or below it.
    below: BTreeMap<u64, f64>,
}

impl Buckets {
    /// Sums over all label sets; nothing when the server does not export this histogram with buckets.
    pub(crate) fn parse(text: &str, name: &str) -> Option<Self> {
        let prefix = format!("{name}_bucket{{");
        let mut below = BTreeMap::new();
        for line in text.lines() {
            let Some(rest) = line.strip_prefix(&prefix) else { continue };
            let (labels, value) = rest.rsplit_once("} ")?;
            let bound = labels.split("le=\"").nth(1)?.split('"').next()?;
            let nanos =
                if bound == "+Inf" { u64::MAX } else { (bound.parse::<f64>().ok()? * 1e9).round() as u64 };
            *below.entry(nanos).or_insert(0.0) += value.split_whitespace().next()?.parse::<f64>().ok()?;
        }
        (!below.is_empty()).then_some(Self { below })
    }

    /// What was added since an earlier reading.
    pub(crate) fn since(&self, earlier: &Self) -> Self {
        let added = |(bound, count): (&u64, &f64)| (*bound, count - earlier.below.get(bound).unwrap_or(&0.0));
        Self { below: self.below.iter().map(added).collect() }
    }

    pub(crate) fn count(&self) -> f64 {
        self.below.values().copied().fold(0.0, f64::max)
    }

    /// In milliseconds, by the straight line within a bucket, as Prometheus does it. What lies above the last bound counts as it.
    pub(crate) fn percentile_ms(&self, share: f64) -> Option<f64> {
        let total = self.count();
        if total <= 0.0 {
            return None;
        }
        let rank = total * share;
        let (mut low, mut low_count) = (0_u64, 0.0);
        for (bound, count) in &self.below {
            if *count >= rank {
                if *bound == u64::MAX {
                    return Some(low as f64 / 1e6);
                }
                let part = if *count > low_count { (rank - low_count) / (count - low_count) } else { 1.0 };
                return Some((low as f64 + (*bound - low) as f64 * part) / 1e6);
            }
            (low, low_count) = (*bound, *count);
        }
        None
    }
}

/// A counter, summed over all label sets; 0 when the server has not counted yet.
pub(crate) fn counter(text: &str, name: &str) -> f64 {
    let of_name = |line: &&str| line.strip_prefix(name).is_some_and(|rest| rest.starts_with(['{', ' ']));
    text.lines().filter(of_name).filter_map(|line| line.rsplit(' ').next()?.parse::<f64>().ok()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# TYPE commit_seconds histogram\n\
        commit_seconds_bucket{store=\"a\",le=\"0.005\"} 90\n\
        commit_seconds_bucket{store=\"a\",le=\"0.01\"} 100\n\
        commit_seconds_bucket{store=\"a\",le=\"+Inf\"} 100\n\
        commit_seconds_bucket{store=\"b\",le=\"0.005\"} 10\n\
        commit_seconds_bucket{store=\"b\",le=\"0.01\"} 20\n\
        commit_seconds_bucket{store=\"b\",le=\"+Inf\"} 20\n\
        commit_seconds_sum{store=\"a\"} 0.4\n\
        other_commit_seconds_bucket{le=\"9\"} 5\n";

    #[test]
    fn label_sets_are_summed_and_the_percentile_lies_on_the_line() {
        let buckets = Buckets::parse(TEXT, "commit_seconds").unwrap();
        assert_eq!(buckets.count(), 120.0);
        assert_eq!(buckets.percentile_ms(1.0), Some(10.0));
        assert_eq!(buckets.percentile_ms(110.0 / 120.0), Some(7.5));
        assert_eq!(buckets.percentile_ms(0.5), Some(3.0));
    }

    #[test]
    fn a_counter_is_summed_over_its_labels_and_no_other() {
        let text =
            "polls_total{uitslag=\"goed\"} 7\npolls_total{uitslag=\"storing\"} 2\npolls_total_other 9\n";
        assert_eq!(counter(text, "polls_total"), 9.0);
        assert_eq!(counter(text, "absent"), 0.0);
    }

    #[test]
    fn only_what_was_added_counts() {
        let before = Buckets::parse(TEXT, "commit_seconds").unwrap();
        let after = Buckets::parse(&TEXT.replace("} 100\n", "} 150\n"), "commit_seconds").unwrap();
        let added = after.since(&before);
        assert_eq!(added.count(), 50.0);
        assert!(added.percentile_ms(0.01).unwrap() > 5.0);
        assert_eq!(before.since(&before).percentile_ms(0.99), None);
    }

    #[test]
    fn an_absent_histogram_is_no_figure() {
        assert_eq!(Buckets::parse("commit_seconds{quantile=\"0.99\"} 0.1\n", "commit_seconds"), None);
    }
}
