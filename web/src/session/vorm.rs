//! A session as it is kept, in the file and in the table alike.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use keukentafel::clock::Moment;
use keukentafel::domain::ids::MedewerkerId;
use keukentafel::domain::medewerker::Rol;
use keukentafel::protocol::view::{Deur, Toestel};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Herkomst, Navraag, Session, SessionKey};
use crate::limits::SESSION_SAVE_EVERY;

#[derive(Serialize, Deserialize)]
pub(super) struct Stored {
    sleutel: String,
    id: Uuid,
    /// Absent in what was kept before there was such a thing: then it began as what it is.
    #[serde(default)]
    reeks: Option<Uuid>,
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

impl Stored {
    pub(super) fn of(key: SessionKey, session: &Session) -> Self {
        Self {
            sleutel: BASE64_STANDARD.encode(key.0),
            id: session.id,
            reeks: Some(session.reeks),
            medewerker: session.medewerker,
            rol: session.rol,
            deur: session.deur,
            toestel: session.toestel,
            begonnen_op: session.begonnen_op,
            opgestapt_tot: session.opgestapt_tot,
            uiterlijk_op: session.uiterlijk_op,
            actief_op: session.actief_op,
            herkomst: session.herkomst,
            navraag: session.navraag.as_ref().map(|navraag| {
                let (dicht, op) = navraag.stand();
                (BASE64_STANDARD.encode(dicht), op)
            }),
        }
    }

    /// As it was kept; `None` when it is no session.
    pub(super) fn session(self) -> Option<(SessionKey, Session)> {
        let bytes = BASE64_STANDARD.decode(self.sleutel).ok()?;
        let key = SessionKey(bytes.try_into().ok()?);
        let Self { sleutel: _, id, medewerker, rol, deur, toestel, begonnen_op, opgestapt_tot, .. } = self;
        let navraag = self.navraag.and_then(|(text, op)| {
            let dicht = BASE64_STANDARD.decode(text).ok()?;
            Some(Navraag::new(id, dicht, op))
        });
        let session = Session {
            id,
            reeks: self.reeks.unwrap_or(id),
            medewerker,
            rol,
            deur,
            toestel,
            begonnen_op,
            opgestapt_tot,
            uiterlijk_op: self.uiterlijk_op,
            actief_op: self.actief_op,
            herkomst: self.herkomst,
            navraag,
        };
        Some((key, session))
    }
}

/// The last activity that may have been, of one that was written by somebody else or before a start: it is written once in this time.
pub(super) fn hoogstens_actief(op: Moment) -> Moment {
    op.plus_micros(super::micros(SESSION_SAVE_EVERY))
}
