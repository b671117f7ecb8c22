//! A simulator's state file: its state as the first line, then one line for each step since. What was said to be done is on the disk.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::limits::SIM_LINES_MAX;

/// What a simulator keeps.
pub(super) trait Stand: Serialize + DeserializeOwned {
    /// One change of it.
    type Stap: Serialize + DeserializeOwned;

    /// Makes a change. Was judged before and cannot be refused; the same steps make the same state.
    fn stap(&mut self, stap: &Self::Stap);
}

/// A state and its file.
pub(super) struct Bestand<S> {
    stand: S,
    path: PathBuf,
    file: File,
    lines: usize,
    broken: bool,
    /// Held for as long as the process lives.
    _slot: File,
}

impl<S: Stand> Bestand<S> {
    /// Reads the file, or begins it with `first`. A last line that was cut off by a crash was never said to be done, and goes.
    pub(super) fn open(path: &Path, first: impl FnOnce() -> S) -> anyhow::Result<Self> {
        let slot = File::create(beside(path, "slot"))
            .with_context(|| format!("cannot write beside {}", path.display()))?;
        if slot.try_lock().is_err() {
            bail!("{} is in use by another process", path.display());
        }
        let stand = match fs::read(path) {
            Ok(bytes) => replay(&bytes).with_context(|| format!("{} cannot be read", path.display()))?,
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => first(),
            Err(e) => return Err(e).with_context(|| format!("{} cannot be read", path.display())),
        };
        let file = rewrite(path, &stand)?;
        Ok(Self { stand, path: path.to_owned(), file, lines: 0, broken: false, _slot: slot })
    }

    /// The state.
    pub(super) fn stand(&self) -> &S {
        &self.stand
    }

    /// Makes a step: on the disk first, then in memory. After a failure nothing is written any more: what the disk holds is not known.
    pub(super) fn stap(&mut self, stap: &S::Stap) -> anyhow::Result<()> {
        if self.broken {
            bail!("the state file failed before");
        }
        self.broken = true;
        let mut line = serde_json::to_vec(stap)?;
        line.push(b'\n');
        self.file.write_all(&line)?;
        self.file.sync_data()?;
        self.stand.stap(stap);
        self.lines += 1;
        if self.lines >= SIM_LINES_MAX {
            self.file = rewrite(&self.path, &self.stand)?;
            self.lines = 0;
        }
        self.broken = false;
        Ok(())
    }
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

fn replay<S: Stand>(bytes: &[u8]) -> anyhow::Result<S> {
    let whole = bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    let mut lines =
        bytes.get(..whole).unwrap_or_default().split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
    let mut stand: S = serde_json::from_slice(lines.next().context("it is empty")?)?;
    for line in lines {
        stand.stap(&serde_json::from_slice(line)?);
    }
    Ok(stand)
}

/// Writes the state beside the file and puts it in its place, so that there is always one whole file.
fn rewrite<S: Stand>(path: &Path, stand: &S) -> anyhow::Result<File> {
    let new = beside(path, "nieuw");
    let mut bytes = serde_json::to_vec(stand)?;
    bytes.push(b'\n');
    let mut file = File::create(&new)?;
    file.write_all(&bytes)?;
    file.sync_all()?;
    fs::rename(&new, path)?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()?;
    Ok(OpenOptions::new().append(true).open(path)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize, serde::Deserialize)]
    struct Som(i64);

    impl Stand for Som {
        type Stap = i64;
        fn stap(&mut self, stap: &i64) {
            self.0 += stap;
        }
    }

    fn open(path: &Path) -> anyhow::Result<Bestand<Som>> {
        Bestand::open(path, || Som(100))
    }

    #[test]
    fn keeps_its_steps_and_drops_what_was_cut_off() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("stand.jsonl");
        let mut bestand = open(&path).unwrap();
        bestand.stap(&5).unwrap();
        bestand.stap(&-1).unwrap();
        drop(bestand);
        let mut bytes = fs::read(&path).unwrap();
        bytes.extend_from_slice(b"77");
        fs::write(&path, &bytes).unwrap();
        assert_eq!(open(&path).unwrap().stand().0, 104);
        assert_eq!(open(&path).unwrap().stand().0, 104, "and again after it was written anew");
    }

    #[test]
    fn refuses_a_file_that_is_in_use_or_damaged() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("stand.jsonl");
        let first = open(&path).unwrap();
        assert!(open(&path).is_err());
        drop(first);
        fs::write(&path, b"100\nniets\n5\n").unwrap();
        assert!(open(&path).is_err());
    }
}
