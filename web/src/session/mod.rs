//! Who is logged in. The browser holds 256 random bits in a cookie; we hold only their hash.
//!
//! Sessions outlive the process: after a crash or a new version, browsers must come back by themselves, or a text that waits in
//! one of them is lost to a login page. So they are kept, and not in the journal: a session is not part of anybody's record, ends within
//! the day, and must be removable at once. One node has them in a small file beside its database (`file.rs`); several share a table of the
//! database, of which each holds a copy that it looks after twice a second (`tabel.rs`, ADR 21).

mod cookie;
mod file;
mod geheugen;
mod navraag;
mod sessions;
mod tabel;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_gedeeld;
mod toestel;
mod vorm;

use std::time::Duration;

use keukentafel::clock::Moment;
use keukentafel::domain::ids::MedewerkerId;
use keukentafel::domain::medewerker::Rol;
use keukentafel::protocol::view::{Deur, Toestel};
use keukentafel::store::{Fault, Merk, Sessietabel};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

pub(crate) use cookie::{clear, from_headers, set};
pub(crate) use file::SessionFile;
pub(crate) use navraag::Navraag;
pub(crate) use sessions::Sessions;
pub(crate) use toestel::toestel;

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
    /// The id with which it began. What goes on under another secret has another id, and this one still.
    pub(crate) reeks: Uuid,
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

/// Where sessions are kept.
pub(crate) enum Opslag {
    /// With this node, in a file; without one they end with the process.
    Hier(Option<SessionFile>),
    /// In the database, with those of other nodes.
    Tabel(Box<Sessietabel>),
}

/// Why a session was not begun, found or kept.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SessieFout {
    /// No room for another session.
    #[error("there are as many sessions as there may be")]
    Vol,
    /// Other nodes may have ended it: this one cannot look.
    #[error("this node does not know which sessions are over")]
    GeenZicht,
    /// The file cannot be written.
    #[error("the file of sessions cannot be written: {0}")]
    Bestand(std::io::Error),
    /// The table cannot be written, or whether it was is not known.
    #[error("the table of sessions cannot be written: {0}")]
    Tabel(#[from] Fault),
}

/// How a session went that another node let go.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(crate) enum Afloop {
    /// It is over.
    Geeindigd,
    /// It goes on under another secret.
    Vervangen,
}

pub(crate) fn micros(duration: Duration) -> i64 {
    i64::try_from(duration.as_micros()).unwrap_or(i64::MAX)
}
