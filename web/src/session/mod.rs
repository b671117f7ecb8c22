//! Who is logged in. The browser holds 256 random bits in a cookie; we hold only their hash.
//!
//! Sessions outlive the process: after a crash or a new version, browsers must come back by themselves, or a text that waits in
//! one of them is lost to a login page. So they stand in a small file beside the database (`file.rs`), not in the journal: a
//! session is not part of anybody's record, ends within the day, and must be removable at once.

mod cookie;
mod file;
mod navraag;
#[cfg(test)]
mod tests;
mod toestel;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use keukentafel::clock::{Clock, Moment};
use keukentafel::domain::ids::MedewerkerId;
use keukentafel::domain::medewerker::Rol;
use keukentafel::protocol::view::{Deur, Toestel};
use keukentafel::rng::Rng;
use keukentafel::store::Merk;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

pub(crate) use cookie::{clear, from_headers, set};
pub(crate) use file::SessionFile;
pub(crate) use navraag::Navraag;
pub(crate) use toestel::toestel;

use crate::limits::{SESSIONS_MAX, SESSIONS_PER_PERSON_MAX};

/// What stands in the cookie. Its `Debug` shows nothing.
#[derive(Clone, Eq, PartialEq)]
pub(crate) struct SessionSecret(String);

impl std::fmt::Debug for SessionSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SessionSecret(***)")
    }
}

/// The hash of what stands in the cookie: the key of a session here.
#[derive(Copy, Clone, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub(crate) struct SessionKey([u8; 32]);

impl SessionKey {
    #[cfg(test)]
    pub(crate) fn for_tests() -> Self {
        Self([7; 32])
    }

    fn of(secret: &SessionSecret) -> Self {
        Self(Sha256::digest(secret.0.as_bytes()).into())
    }
}

impl std::fmt::Debug for SessionKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SessionKey(***)")
    }
}

/// A session.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Session {
    /// Its id in the trail and in logs; opens nothing.
    pub(crate) id: Uuid,
    /// Whose.
    pub(crate) medewerker: MedewerkerId,
    /// The role it works in; `None` until who has two chooses one.
    pub(crate) rol: Option<Rol>,
    /// Through which door it came in.
    pub(crate) deur: Deur,
    /// On what kind of device.
    pub(crate) toestel: Toestel,
    /// When it began.
    pub(crate) begonnen_op: Moment,
    /// Until when acts are open that ask for a fresh proof of who one is.
    pub(crate) opgestapt_tot: Option<Moment>,
    /// When it ends in any case.
    pub(crate) uiterlijk_op: Moment,
    /// When something was last done.
    pub(crate) actief_op: Moment,
    /// Whom a provider logged in, where one did.
    pub(crate) herkomst: Option<Herkomst>,
    /// With what that provider is asked again, where it gave that along.
    pub(crate) navraag: Option<Navraag>,
}

/// Whom a provider logged in, and which session of its own that is, as marks: enough to know them again when it says that they are out.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub(crate) struct Herkomst {
    pub(crate) subject: Merk,
    pub(crate) sid: Option<Merk>,
}

impl Herkomst {
    /// Whether the provider means this session. Of one whose session at the provider is not known, only whose it is counts: too many
    /// sessions over is better than one left open.
    pub(crate) fn is_bedoeld(&self, subject: Option<Merk>, sid: Option<Merk>) -> bool {
        match (subject, sid, self.sid) {
            (None, None, _) | (None, Some(_), None) => false,
            (Some(subject), None, _) | (Some(subject), Some(_), None) => subject == self.subject,
            (None, Some(sid), Some(own)) => sid == own,
            (Some(subject), Some(sid), Some(own)) => subject == self.subject && sid == own,
        }
    }
}

/// How a provider let somebody in.
#[derive(Clone, Debug)]
pub(crate) struct Binnenkomst {
    pub(crate) herkomst: Herkomst,
    pub(crate) navraag: Option<Navraag>,
}

/// What a session begins with.
#[derive(Clone, Debug)]
pub(crate) struct Begin {
    pub(crate) medewerker: MedewerkerId,
    pub(crate) rol: Option<Rol>,
    pub(crate) deur: Deur,
    pub(crate) toestel: Toestel,
    pub(crate) herkomst: Option<Herkomst>,
    pub(crate) navraag: Option<Navraag>,
}

/// A session that goes on under another secret and another id. What was known of the old ones opens nothing any more.
#[derive(Debug)]
pub(crate) struct Vervangen {
    pub(crate) secret: SessionSecret,
    pub(crate) session: Session,
    /// Under which its sockets are open.
    pub(crate) was: Uuid,
}

/// How long sessions last.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Lifetime {
    /// Without anything being done.
    pub(crate) idle: Duration,
    /// In any case.
    pub(crate) absolute: Duration,
}

/// All sessions of this installation.
pub(crate) struct Sessions {
    clock: Arc<dyn Clock>,
    rng: Arc<dyn Rng>,
    lifetime: Lifetime,
    file: Option<SessionFile>,
    open: Mutex<HashMap<SessionKey, Session>>,
}

/// No room for another session.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(crate) struct TooMany;

impl Sessions {
    /// The sessions that `file` remembers, or none. `clock` is the machine's: a test clock must log nobody out.
    pub(crate) fn new(
        clock: Arc<dyn Clock>,
        rng: Arc<dyn Rng>,
        lifetime: Lifetime,
        file: Option<SessionFile>,
    ) -> Self {
        let remembered = file.as_ref().map(SessionFile::load).unwrap_or_default();
        let sessions =
            Self { clock, rng, lifetime, file, open: Mutex::new(remembered.into_iter().collect()) };
        sessions.expire();
        sessions
    }

    /// Begins a session. Sessions that had to make room come back, for their sockets to be closed.
    pub(crate) fn begin(&self, begin: Begin) -> Result<(SessionSecret, Session, Vec<Session>), TooMany> {
        let now = self.clock.now();
        let secret = self.secret();
        let Begin { medewerker, rol, deur, toestel, herkomst, navraag } = begin;
        let session = Session {
            id: self.rng.uuid(now),
            medewerker,
            rol,
            deur,
            toestel,
            begonnen_op: now,
            opgestapt_tot: None,
            uiterlijk_op: now.plus_micros(micros(self.lifetime.absolute)),
            actief_op: now,
            herkomst,
            navraag,
        };
        let mut open = self.lock();
        if open.len() >= SESSIONS_MAX {
            return Err(TooMany);
        }
        let mut gone = Vec::new();
        while open.values().filter(|other| other.medewerker == medewerker).count() >= SESSIONS_PER_PERSON_MAX
        {
            let oldest = open
                .iter()
                .filter(|(_, other)| other.medewerker == medewerker)
                .min_by_key(|(_, other)| other.actief_op)
                .map(|(key, _)| *key);
            gone.extend(oldest.and_then(|key| open.remove(&key)));
        }
        open.insert(SessionKey::of(&secret), session.clone());
        Ok((secret, session, gone))
    }

    /// Lets a session go on with `change`, under a new secret and id: after a change of what it may do, whoever held the old secret
    /// holds nothing. `None` when it has ended.
    pub(crate) fn vervang(&self, key: SessionKey, change: impl FnOnce(&mut Session)) -> Option<Vervangen> {
        let now = self.clock.now();
        let (secret, id) = (self.secret(), self.rng.uuid(now));
        let mut open = self.lock();
        let mut session = open.remove(&key).filter(|session| !self.ended(session, now))?;
        let was = std::mem::replace(&mut session.id, id);
        change(&mut session);
        open.insert(SessionKey::of(&secret), session.clone());
        Some(Vervangen { secret, session, was })
    }

    /// The sessions that `which` points out, the one that was last active first.
    pub(crate) fn van(&self, which: impl Fn(&Session) -> bool) -> Vec<Session> {
        let now = self.clock.now();
        let open = self.lock();
        let own = open.values().filter(|one| which(one) && !self.ended(one, now));
        let mut own: Vec<_> = own.cloned().collect();
        own.sort_by_key(|one| std::cmp::Reverse((one.actief_op, one.id)));
        own
    }

    /// Ends every session that `which` points out, and hands them back.
    pub(crate) fn end_where(&self, which: impl Fn(&Session) -> bool) -> Vec<Session> {
        self.lock().extract_if(|_, session| which(session)).map(|(_, session)| session).collect()
    }

    fn secret(&self) -> SessionSecret {
        let mut bits = [0; 32];
        self.rng.fill(&mut bits);
        SessionSecret(base64::Engine::encode(&base64::prelude::BASE64_URL_SAFE_NO_PAD, bits))
    }

    /// The session of a cookie, which has just been used.
    pub(crate) fn find(&self, secret: &SessionSecret) -> Option<(SessionKey, Session)> {
        let key = SessionKey::of(secret);
        let now = self.clock.now();
        let mut open = self.lock();
        let session = open.get_mut(&key)?;
        if self.ended(session, now) {
            return None;
        }
        session.actief_op = session.actief_op.max(now);
        Some((key, session.clone()))
    }

    /// Something was done over a socket of this session. `None` when it has ended.
    pub(crate) fn touch(&self, key: SessionKey) -> Option<Session> {
        let now = self.clock.now();
        let mut open = self.lock();
        // One whose time has come and that was not swept up yet does not come back to life by a frame.
        let session = open.get_mut(&key).filter(|session| !self.ended(session, now))?;
        session.actief_op = session.actief_op.max(now);
        Some(session.clone())
    }

    /// Whether a session is still there.
    pub(crate) fn is_open(&self, key: SessionKey) -> bool {
        let now = self.clock.now();
        self.lock().get(&key).is_some_and(|session| !self.ended(session, now))
    }

    /// When a session ends if nothing more is done.
    pub(crate) fn verloopt_op(&self, session: &Session) -> Moment {
        session.actief_op.plus_micros(micros(self.lifetime.idle)).min(session.uiterlijk_op)
    }

    /// Ends a session.
    pub(crate) fn end(&self, secret: &SessionSecret) -> Option<Session> {
        self.lock().remove(&SessionKey::of(secret))
    }

    /// Ends every session whose time has come, and hands them back.
    pub(crate) fn expire(&self) -> Vec<Session> {
        let now = self.clock.now();
        self.lock().extract_if(|_, session| self.ended(session, now)).map(|(_, session)| session).collect()
    }

    /// Brings the file up to date; after this a login or logout outlives the process. Blocks on the disk.
    pub(crate) fn save(&self) -> std::io::Result<()> {
        let Some(file) = &self.file else { return Ok(()) };
        file.save(|| self.lock().iter().map(|(key, session)| (*key, session.clone())).collect())
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.lock().len()
    }

    fn ended(&self, session: &Session, now: Moment) -> bool {
        now >= self.verloopt_op(session)
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<SessionKey, Session>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

pub(crate) fn micros(duration: Duration) -> i64 {
    i64::try_from(duration.as_micros()).unwrap_or(i64::MAX)
}
