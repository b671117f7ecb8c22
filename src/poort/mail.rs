//! Mail, as far as it goes: that there is something in the portal, and where that is. Never what.

use std::fmt;

use futures_util::future::BoxFuture;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::domain::ids::{BriefId, GemeenteId};

/// A mail that is to go. `Debug` shows no address.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mailbericht {
    /// By which a repeat is known: of two mails with one id the other side keeps one.
    pub id: Uuid,
    /// In whose name.
    pub gemeente: GemeenteId,
    /// To whom.
    pub aan: String,
    /// Which letter waits in the portal.
    pub brief: BriefId,
    /// When it was first to go, in microseconds since 1970.
    pub sinds: i64,
}

impl fmt::Debug for Mailbericht {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Mailbericht({}, {}, ***)", self.id, self.brief)
    }
}

/// Why a mail did not go. Holds no address and nothing that the other side said.
#[derive(Copy, Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum MailFout {
    /// Not now: no connection, too late, or the other side says so itself (4xx). It is tried again.
    #[error("not now: {0}")]
    Later(Mailstoring),
    /// Never to this address (5xx): trying again gives the same.
    #[error("refused for good with {code}")]
    Geweigerd {
        /// What the other side answered, such as 550.
        code: u16,
    },
    /// What stands there is no address.
    #[error("no address")]
    GeenAdres,
}

/// What is in the way.
#[derive(Copy, Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum Mailstoring {
    /// No connection, or one that broke off.
    #[error("not reachable")]
    Onbereikbaar,
    /// No answer within the time it has.
    #[error("too late")]
    TeLaat,
    /// The other side asks to come back later.
    #[error("put off with {0}")]
    Uitgesteld(u16),
    /// It refuses us, and not this address: the wrong password, or mail without TLS. It is for who keeps the settings.
    #[error("refuses us with {0}")]
    Instelling(u16),
    /// It does not offer what we ask of it: TLS with a certificate that holds, a way to log in. As [`Mailstoring::Instelling`], for who keeps the settings.
    #[error("offers no TLS with a certificate that holds, or no way to log in")]
    Aanbod,
}

/// Sends mail.
pub trait Mail: Send + Sync + 'static {
    /// Sends one. When this returns the other side has it, and keeps it.
    fn verstuur(&self, bericht: Mailbericht) -> BoxFuture<'_, Result<(), MailFout>>;
}
