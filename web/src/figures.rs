//! What `/metrics` shows. Counts and times, never who or what.

use std::fmt::Write;
use std::sync::OnceLock;
use std::sync::atomic::Ordering;

use keukentafel::store::{COMMIT_MICROS_BOUNDS, JournalStats, StoredJournal};
use keukentafel_actors::bus::Mode;
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle, PrometheusRecorder};

use crate::app::App;

/// One recorder for the process: several servers in one test share it.
static RECORDER: OnceLock<PrometheusHandle> = OnceLock::new();

/// The figures of this node.
pub(crate) struct Figures {
    recorder: PrometheusHandle,
    journal: StoredJournal,
}

impl Figures {
    /// Begins to count.
    pub(crate) fn of(journal: StoredJournal) -> Self {
        let recorder = RECORDER.get_or_init(|| {
            let recorder = recorder();
            let handle = recorder.handle();
            // Somebody else's recorder in the same process: then it counts there, and we show what we have.
            drop(metrics::set_global_recorder(recorder));
            handle
        });
        Self { recorder: recorder.clone(), journal }
    }

    /// Folds samples together; to be called now and then.
    pub(crate) fn upkeep(&self) {
        self.recorder.run_upkeep();
    }

    /// In the text format of Prometheus.
    pub(crate) fn render(&self, app: &App) -> String {
        metrics::gauge!("keukentafel_sessions").set(app.sessions.count() as f64);
        feed(app);
        bus(app);
        let mut out = self.recorder.render();
        commits(&mut out, self.journal.stats());
        out
    }
}

/// How far behind the feed this node is, worked out when it is asked, so that it is told too when the loop that reads stands still.
fn feed(app: &App) {
    let (positie, stand) = app.tafel.feedstand();
    metrics::gauge!("keukentafel_feed_position").set(positie.0 as f64);
    metrics::gauge!("keukentafel_feed_read_age_seconds").set(stand.sinds.as_secs_f64());
    metrics::gauge!("keukentafel_feed_behind_seconds").set(stand.achter.as_secs_f64());
}

/// Whether hints come and go between nodes, where there can be others.
fn bus(app: &App) {
    if let Some(mode) = app.tafel.met_elkaar() {
        let up = *mode.borrow() == Mode::Together;
        metrics::gauge!("keukentafel_bus_up").set(if up { 1.0 } else { 0.0 });
    }
}

/// Histograms with buckets: quantiles of one node cannot be added to those of another.
fn recorder() -> PrometheusRecorder {
    const COUNTS: &[f64] = &[1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0, 512.0];
    const SECONDS: &[f64] = &[0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0];
    let seconds = Matcher::Suffix("_seconds".to_owned());
    PrometheusBuilder::new()
        .set_buckets(COUNTS)
        .and_then(|builder| builder.set_buckets_for_metric(seconds, SECONDS))
        .unwrap_or_default()
        .build_recorder()
}

fn commits(out: &mut String, stats: &JournalStats) {
    const NAME: &str = "keukentafel_commit_seconds";
    // Writing into a string cannot fail.
    let mut line = |text: std::fmt::Arguments<'_>| out.write_fmt(text).unwrap_or_default();
    line(format_args!("# HELP {NAME} Time of one commit of the journal.\n# TYPE {NAME} histogram\n"));
    let mut up_to = 0;
    for (bucket, bound) in stats.commit_buckets.iter().zip(COMMIT_MICROS_BOUNDS) {
        up_to += bucket.load(Ordering::Relaxed);
        line(format_args!("{NAME}_bucket{{le=\"{}\"}} {up_to}\n", bound as f64 / 1e6));
    }
    let all = stats.commits.load(Ordering::Relaxed);
    line(format_args!("{NAME}_bucket{{le=\"+Inf\"}} {all}\n"));
    line(format_args!("{NAME}_sum {}\n", stats.commit_micros.load(Ordering::Relaxed) as f64 / 1e6));
    line(format_args!("{NAME}_count {all}\n"));
    for (name, count) in [
        ("rows", &stats.rows),
        ("refused", &stats.refused),
        ("failed", &stats.failed),
        ("checkpoints", &stats.checkpoints),
    ] {
        let name = format!("keukentafel_journal_{name}_total");
        line(format_args!("# TYPE {name} counter\n{name} {}\n", count.load(Ordering::Relaxed)));
    }
}
