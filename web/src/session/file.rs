//! The file `sessies.json`: which sessions are open, by the hash of their cookie. Whoever reads it can log in nowhere.
//!
//! Written whole, under another name, synced and then renamed, so that a crash leaves the old one or the new one.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use keukentafel::clock::Moment;
use keukentafel::domain::ids::MedewerkerId;
use keukentafel::domain::medewerker::Rol;
use keukentafel::protocol::view::{Deur, Toestel};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Herkomst, Navraag, Session, SessionKey};
use crate::limits::SESSION_SAVE_EVERY;

/// Where sessions are remembered.
pub(crate) struct SessionFile {
    path: PathBuf,
    /// One writer at a time, so that an older state never replaces a newer one.
    writing: Mutex<()>,
}

#[derive(Serialize, Deserialize)]
struct Stored {
    sleutel: String,
    id: Uuid,
    medewerker: MedewerkerId,
    rol: Option<Rol>,
    deur: Deur,
    toestel: Toestel,
    begonnen_op: Moment,
    opgestapt_tot: Option<Moment>,
    uiterlijk_op: Moment,
    actief_op: Moment,
    /// Absent in a file of before there was such a thing: such a session ends when its own time has come.
    #[serde(default)]
    herkomst: Option<Herkomst>,
    /// Closed under the installation key, and when it was asked last.
    #[serde(default)]
    navraag: Option<(String, Moment)>,
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
        stored.into_iter().filter_map(from_stored).collect()
    }

    /// Writes what `now_open` answers, asked for once nobody else is writing.
    pub(crate) fn save(&self, now_open: impl FnOnce() -> Vec<(SessionKey, Session)>) -> io::Result<()> {
        let _one = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let stored: Vec<Stored> = now_open().into_iter().map(to_stored).collect();
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

fn to_stored((key, session): (SessionKey, Session)) -> Stored {
    Stored {
        sleutel: base64::Engine::encode(&base64::prelude::BASE64_STANDARD, key.0),
        id: session.id,
        medewerker: session.medewerker,
        rol: session.rol,
        deur: session.deur,
        toestel: session.toestel,
        begonnen_op: session.begonnen_op,
        opgestapt_tot: session.opgestapt_tot,
        uiterlijk_op: session.uiterlijk_op,
        actief_op: session.actief_op,
        herkomst: session.herkomst,
        navraag: session.navraag.map(|navraag| {
            let (dicht, op) = navraag.stand();
            (base64::Engine::encode(&base64::prelude::BASE64_STANDARD, dicht), op)
        }),
    }
}

fn from_stored(stored: Stored) -> Option<(SessionKey, Session)> {
    let bytes = base64::Engine::decode(&base64::prelude::BASE64_STANDARD, stored.sleutel).ok()?;
    let key = SessionKey(bytes.try_into().ok()?);
    // The last activity may have come after the file was written, by this much at most.
    let actief_op = stored.actief_op.plus_micros(super::micros(SESSION_SAVE_EVERY));
    let Stored {
        sleutel: _,
        id,
        medewerker,
        rol,
        deur,
        toestel,
        begonnen_op,
        opgestapt_tot,
        uiterlijk_op,
        actief_op: _,
        herkomst,
        navraag,
    } = stored;
    let navraag = navraag.and_then(|(text, op)| {
        let dicht = base64::Engine::decode(&base64::prelude::BASE64_STANDARD, text).ok()?;
        Some(Navraag::new(dicht, op))
    });
    let session = Session {
        id,
        medewerker,
        rol,
        deur,
        toestel,
        begonnen_op,
        opgestapt_tot,
        uiterlijk_op,
        actief_op,
        herkomst,
        navraag,
    };
    Some((key, session))
}
