//! Figures of a run, medians over runs, a table for people and JSON for machines.

use serde::Serialize;
use serde_json::{Value, json};

use crate::percentile::{Summary, median};

/// How figures of several runs become one.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Kind {
    /// The median: one disturbed run does not count.
    Median,
    /// The sum: a loss in one run of five is a loss.
    Sum,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Figure {
    pub(crate) name: &'static str,
    pub(crate) unit: &'static str,
    pub(crate) kind: Kind,
    pub(crate) value: f64,
}

/// What one run found.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Run {
    pub(crate) figures: Vec<Figure>,
    /// Worth saying beside the figures.
    pub(crate) notes: Vec<String>,
}

impl Run {
    pub(crate) fn median(&mut self, name: &'static str, unit: &'static str, value: f64) {
        self.figures.push(Figure { name, unit, kind: Kind::Median, value });
    }

    pub(crate) fn sum(&mut self, name: &'static str, unit: &'static str, value: u64) {
        self.figures.push(Figure { name, unit, kind: Kind::Sum, value: value as f64 });
    }

    /// Four figures; `names` are those of p50, p95, p99 and the maximum.
    pub(crate) fn latency(&mut self, names: [&'static str; 4], summary: Option<Summary>) {
        let Some(summary) = summary else { return };
        for (name, value) in names.into_iter().zip([summary.p50, summary.p95, summary.p99, summary.max]) {
            self.median(name, "ms", value);
        }
    }
}

/// What a bar is about. Times depend on the machine; bytes, counts and orders do not.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum BarKind {
    Countable,
    Time,
}

/// A promise: the figure lies at or below the limit.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Bar {
    pub(crate) what: String,
    pub(crate) unit: &'static str,
    pub(crate) kind: BarKind,
    /// Nothing when it could not be measured, which never meets a bar.
    pub(crate) value: Option<f64>,
    pub(crate) limit: f64,
}

impl Bar {
    pub(crate) fn met(&self) -> bool {
        self.value.is_some_and(|value| value <= self.limit)
    }
}

/// All runs of a scenario.
#[derive(Clone, Debug)]
pub(crate) struct Report {
    pub(crate) scenario: &'static str,
    pub(crate) parameters: Value,
    pub(crate) runs: Vec<Run>,
}

/// A figure over all runs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Row {
    pub(crate) name: &'static str,
    pub(crate) unit: &'static str,
    pub(crate) kind: Kind,
    pub(crate) value: f64,
    pub(crate) min: f64,
    pub(crate) max: f64,
}

impl Report {
    pub(crate) fn rows(&self) -> Vec<Row> {
        let mut rows: Vec<Row> = Vec::new();
        for figure in self.runs.iter().flat_map(|run| &run.figures) {
            if rows.iter().any(|row| row.name == figure.name) {
                continue;
            }
            let values: Vec<f64> = self
                .runs
                .iter()
                .flat_map(|run| &run.figures)
                .filter(|other| other.name == figure.name)
                .map(|other| other.value)
                .collect();
            rows.push(Row {
                name: figure.name,
                unit: figure.unit,
                kind: figure.kind,
                value: match figure.kind {
                    Kind::Median => median(&values),
                    Kind::Sum => values.iter().sum(),
                },
                min: values.iter().copied().fold(f64::INFINITY, f64::min),
                max: values.iter().copied().fold(f64::NEG_INFINITY, f64::max),
            });
        }
        rows
    }

    pub(crate) fn value(&self, name: &str) -> Option<f64> {
        self.rows().into_iter().find(|row| row.name == name).map(|row| row.value)
    }

    pub(crate) fn json(&self, bars: &[Bar]) -> Value {
        json!({
            "scenario": self.scenario,
            "parameters": self.parameters,
            "figures": self.rows(),
            "runs": self.runs,
            "bars": bars.iter().map(|bar| json!({
                "what": bar.what, "unit": bar.unit, "kind": bar.kind,
                "value": bar.value, "limit": bar.limit, "met": bar.met(),
            })).collect::<Vec<_>>(),
        })
    }

    /// This server's figures divided by the peer's.
    pub(crate) fn ratios(&self, peer: &Self) -> String {
        let mut out = format!("{}: ours / peer's\n", self.scenario);
        for row in self.rows().iter().filter(|row| row.kind == Kind::Median) {
            if let Some(theirs) = peer.value(row.name) {
                out.push_str(&format!("  {:<44} {:>12}\n", row.name, short(row.value / theirs)));
            }
        }
        out
    }

    pub(crate) fn table(&self) -> String {
        let mut out = format!("{} ({} runs)\n", self.scenario, self.runs.len());
        out.push_str(&format!("  {:<44} {:>12} {:>12} {:>12}  unit\n", "figure", "value", "min", "max"));
        for row in self.rows() {
            let how = match row.kind {
                Kind::Median => "",
                Kind::Sum => " (sum)",
            };
            let (value, min, max) = (short(row.value), short(row.min), short(row.max));
            let name = format!("{}{how}", row.name);
            out.push_str(&format!("  {name:<44} {value:>12} {min:>12} {max:>12}  {}\n", row.unit));
        }
        for (n, run) in self.runs.iter().enumerate() {
            for note in &run.notes {
                out.push_str(&format!("  note, run {}: {note}\n", n + 1));
            }
        }
        out
    }
}

/// A report, the bars that go with it, and what a peer did in the same turns.
#[derive(Clone, Debug)]
pub(crate) struct Judged {
    pub(crate) report: Report,
    pub(crate) bars: Vec<Bar>,
    pub(crate) peer: Option<Report>,
}

impl Judged {
    pub(crate) fn json(&self) -> Value {
        let mut value = self.report.json(&self.bars);
        if let Some(peer) = &self.peer {
            value["peer"] = peer.json(&[]);
        }
        value
    }
}

/// One line per bar, the last thing that is printed.
pub(crate) fn bar_line(bar: &Bar) -> String {
    let value = bar.value.map_or_else(|| "not measured".to_owned(), short);
    let sign = if bar.met() { "met" } else { "NOT MET" };
    format!("{}: {value} {} (bar: at most {}): {sign}", bar.what, bar.unit, short(bar.limit))
}

/// Four significant digits, or all of a whole number.
fn short(value: f64) -> String {
    if !value.is_finite() {
        return "-".to_owned();
    }
    if value.fract() == 0.0 {
        return format!("{value:.0}");
    }
    let digits = (3 - value.abs().log10().floor() as i32).clamp(0, 6);
    format!("{value:.*}", usize::try_from(digits).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loss_in_one_run_is_not_lost_in_the_median() {
        let run = |lost: u64, p50: f64| {
            let mut run = Run::default();
            run.sum("lost", "edits", lost);
            run.median("p50", "ms", p50);
            run
        };
        let report = Report {
            scenario: "x",
            parameters: Value::Null,
            runs: vec![run(0, 1.0), run(3, 90.0), run(0, 2.0)],
        };
        assert_eq!(report.value("lost"), Some(3.0));
        assert_eq!(report.value("p50"), Some(2.0));
        assert_eq!(report.value("p99"), None);
        assert!(report.table().contains("lost (sum)"));
    }

    #[test]
    fn what_was_not_measured_meets_no_bar() {
        let bar = |value| Bar {
            what: "idle".to_owned(),
            unit: "KiB",
            kind: BarKind::Countable,
            value,
            limit: 16.0,
        };
        assert!(bar(Some(16.0)).met());
        assert!(!bar(Some(16.1)).met());
        assert!(!bar(Some(f64::NAN)).met());
        assert!(!bar(None).met());
        assert_eq!(bar_line(&bar(Some(7.5))), "idle: 7.500 KiB (bar: at most 16): met");
    }
}
