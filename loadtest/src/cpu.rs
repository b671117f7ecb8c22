//! What a process costs, as the kernel counts it: `/proc/PID/stat` and `/proc/PID/status`.

use std::fs;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// Ticks of `utime` and `stime` per second. The kernel's interface to programs has 100 on every architecture we run on.
const TICKS_PER_SECOND: u64 = 100;
/// Between two readings while memory settles.
const SETTLE_STEP: Duration = Duration::from_millis(250);
/// So many readings in a row must lie close together: two seconds of rest.
const SETTLE_READINGS: usize = 8;
/// Memory that is not at rest by then is reported as it is, and said so.
const SETTLE_LIMIT: Duration = Duration::from_secs(30);

/// The process whose cost is measured.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Process {
    pid: u32,
}

/// Resident memory after it came to rest.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Resident {
    pub(crate) bytes: u64,
    pub(crate) settled: bool,
}

impl Process {
    /// # Errors
    /// When there is no such process.
    pub(crate) fn of(pid: u32) -> Result<Self> {
        let process = Self { pid };
        process.cpu().with_context(|| format!("--pid {pid}: no such process"))?;
        Ok(process)
    }

    pub(crate) fn this() -> Self {
        Self { pid: std::process::id() }
    }

    pub(crate) fn pid(self) -> u32 {
        self.pid
    }

    /// User and system time since it began.
    pub(crate) fn cpu(self) -> Result<Duration> {
        parse_stat(&fs::read_to_string(format!("/proc/{}/stat", self.pid))?)
    }

    pub(crate) fn resident(self) -> Result<u64> {
        parse_status(&fs::read_to_string(format!("/proc/{}/status", self.pid))?)
    }

    /// Reads until the readings of two seconds lie within half a percent (or 256 KiB) of each other.
    pub(crate) async fn settled(self) -> Result<Resident> {
        let begin = Instant::now();
        let mut last = Vec::with_capacity(SETTLE_READINGS);
        loop {
            if last.len() == SETTLE_READINGS {
                last.remove(0);
            }
            let bytes = self.resident()?;
            last.push(bytes);
            let low = last.iter().copied().min().unwrap_or(bytes);
            let high = last.iter().copied().max().unwrap_or(bytes);
            if last.len() == SETTLE_READINGS && high - low <= (low / 200).max(256 * 1024) {
                return Ok(Resident { bytes, settled: true });
            }
            if begin.elapsed() > SETTLE_LIMIT {
                return Ok(Resident { bytes, settled: false });
            }
            tokio::time::sleep(SETTLE_STEP).await;
        }
    }
}

fn parse_stat(stat: &str) -> Result<Duration> {
    // The second field is the name in parentheses and may itself hold spaces and parentheses.
    let (_, fields) = stat.rsplit_once(") ").context("stat without a name")?;
    let ticks: Vec<u64> =
        fields.split_whitespace().skip(11).take(2).map(str::parse).collect::<Result<_, _>>()?;
    let [user, system] = ticks[..] else { bail!("stat is too short") };
    Ok(Duration::from_millis((user + system) * 1000 / TICKS_PER_SECOND))
}

fn parse_status(status: &str) -> Result<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("status without VmRSS")?;
    let kib: u64 = line.trim().strip_suffix("kB").context("VmRSS not in kB")?.trim().parse()?;
    Ok(kib * 1024)
}

/// Machine and load, for the report: figures of a busy machine are upper bounds.
pub(crate) fn machine() -> serde_json::Value {
    let read = |path: &str| fs::read_to_string(path).unwrap_or_default();
    let cpu = read("/proc/cpuinfo");
    let model = cpu.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or("?");
    serde_json::json!({
        "cpu": model.trim_start_matches(['\t', ' ', ':']),
        "cores": cpu.lines().filter(|line| line.starts_with("processor")).count(),
        "kernel": read("/proc/sys/kernel/osrelease").trim(),
        "loadavg": read("/proc/loadavg").trim(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_spaces_and_parentheses_does_not_shift_the_fields() {
        let stat = "42 (a) b (c) d) S 1 42 42 0 -1 4194560 900 0 0 0 250 50 7 9 20 0 3 0 100 9999 55 18446744073709551615";
        assert_eq!(parse_stat(stat).unwrap(), Duration::from_millis(3000));
    }

    #[test]
    fn what_is_cut_off_is_an_error() {
        for wrong in ["", "42 (x", "42 (x) S 1 2 3", "42 (x) S 1 42 42 0 -1 0 0 0 0 0 a b"] {
            assert!(parse_stat(wrong).is_err(), "{wrong}");
        }
        assert!(parse_status("VmSize: 10 kB\n").is_err());
        assert!(parse_status("VmRSS: 10 MB\n").is_err());
    }

    #[test]
    fn resident_memory_is_in_bytes() {
        assert_eq!(parse_status("VmSize:\t 9 kB\nVmRSS:\t    1234 kB\nVmData: 1 kB\n").unwrap(), 1234 * 1024);
    }

    #[test]
    fn this_process_can_be_read_and_pid_zero_cannot() {
        let own = Process::this();
        assert!(own.cpu().is_ok());
        assert!(own.resident().unwrap() > 100_000);
        assert!(Process::of(0).is_err());
    }
}
