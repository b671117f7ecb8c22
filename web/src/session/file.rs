//! The file `sessies.json`: which sessions are open, by the hash of their cookie. Whoever reads it can log in nowhere.
//!
//! Written whole, under another name, synced and then renamed, so that a crash leaves the old one or the new one.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::vorm::{Stored, hoogstens_actief};
use super::{Session, SessionKey};

/// Where sessions are remembered.
pub(crate) struct SessionFile {
    path: PathBuf,
    /// One writer at a time, so that an older state never replaces a newer one.
    writing: Mutex<()>,
}

impl SessionFile {
    /// `sessies.json` in the data folder.
    pub(crate) fn in_folder(folder: &Path) -> Self {
        Self { path: folder.join("sessies.json"), writing: Mutex::new(()) }
    }

    /// What was remembered. An unreadable file means that people log in again; it must not keep the server down.
    pub(crate) fn load(&self) -> Vec<(SessionKey, Session)> {
        let stored: Vec<Stored> = match fs::read(&self.path).map(|bytes| serde_json::from_slice(&bytes)) {
            Ok(Ok(stored)) => stored,
            Err(e) if e.kind() == io::ErrorKind::NotFound => Vec::new(),
            Ok(Err(_)) | Err(_) => {
                tracing::warn!("the file of sessions cannot be read; everybody logs in again");
                Vec::new()
            }
        };
        let kept = stored.into_iter().filter_map(Stored::session);
        kept.map(|(key, one)| (key, Session { actief_op: hoogstens_actief(one.actief_op), ..one })).collect()
    }

    /// Writes what `now_open` answers, asked for once nobody else is writing.
    pub(crate) fn save(&self, now_open: impl FnOnce() -> Vec<(SessionKey, Session)>) -> io::Result<()> {
        let _one = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let stored: Vec<_> = now_open().iter().map(|(key, session)| Stored::of(*key, session)).collect();
        let aside = self.path.with_extension("json.nieuw");
        let mut file = private(&aside)?;
        file.write_all(&serde_json::to_vec(&stored)?)?;
        file.sync_all()?;
        drop(file);
        fs::rename(&aside, &self.path)?;
        match self.path.parent() {
            Some(folder) => File::open(folder)?.sync_all(),
            None => Ok(()),
        }
    }
}

#[cfg(unix)]
fn private(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    File::options().write(true).create(true).truncate(true).mode(0o600).open(path)
}

#[cfg(not(unix))]
fn private(path: &Path) -> io::Result<File> {
    File::create(path)
}
