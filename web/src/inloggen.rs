//! A session begins, goes on under another secret, or ends: what has to happen around it, whichever door it came in by.

use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use keukentafel::domain::medewerker::{Medewerker, Rol};
use keukentafel::protocol::view::Deur;

use crate::app::{App, Door};
use crate::limits::STAP_OP_DUUR;
use crate::problem::Fout;
use crate::session::{self, Begin, Binnenkomst, Session, SessionKey, SessionSecret, Vervangen};

/// Nobody comes in, or may do more, without a line of the trail that says so.
pub(crate) const GEEN_SPOOR: &str = "inloggen.geen_spoor";

/// Where somebody begins who works as this; who has still to say so, there.
pub(crate) fn start(rol: Option<Rol>) -> &'static str {
    match rol {
        None => "/rol",
        Some(Rol::Inwoner | Rol::Groepsparticipant) => "/portaal",
        Some(_) => "/",
    }
}

impl App {
    /// Begins a session of somebody who has proved who they are. The one that the browser brought along ends: nobody goes on in a session
    /// that was there before they logged in (fixation).
    ///
    /// # Errors
    /// `server.bezig` when there is no room, and when the session cannot be kept.
    pub(crate) async fn begin_sessie(
        self: &Arc<Self>,
        headers: &HeaderMap,
        who: &Medewerker,
        deur: Deur,
        binnenkomst: Option<Binnenkomst>,
    ) -> Result<(HeaderValue, Session), Fout> {
        if let Some(before) = session::from_headers(headers).and_then(|secret| self.sessions.end(&secret)) {
            self.lines.end_session(before.id);
        }
        let (rol, toestel) = (who.rollen.enige(), session::toestel(headers));
        let herkomst = binnenkomst.as_ref().map(|it| it.herkomst);
        let navraag = binnenkomst.and_then(|it| it.navraag);
        let begin = Begin { medewerker: who.id, rol, deur, toestel, herkomst, navraag };
        let begun = self.sessions.begin(begin);
        let (secret, session, gone) = begun.map_err(|_| Fout::new("server.bezig"))?;
        for old in gone {
            self.lines.end_session(old.id);
        }
        self.open_met_spoor(who, (&secret, &session), "sessie.begin").await?;
        let cookie = session::set(&secret).ok_or_else(|| Fout::new("server.fout"))?;
        Ok((cookie, session))
    }

    /// Lets a session go on with this role. Its sockets close, and come back with the rights of the role.
    ///
    /// # Errors
    /// `sessie.geen` when it has ended meanwhile.
    pub(crate) async fn kies_rol(
        self: &Arc<Self>,
        who: &Medewerker,
        key: SessionKey,
        rol: Rol,
    ) -> Result<HeaderValue, Fout> {
        self.vervang(who, key, "sessie.rol", |session| session.rol = Some(rol)).await
    }

    /// Opens the acts that ask for a fresh proof of who one is, for a while.
    ///
    /// # Errors
    /// `sessie.geen` when the session has ended meanwhile.
    pub(crate) async fn stap_op(
        self: &Arc<Self>,
        who: &Medewerker,
        key: SessionKey,
        binnenkomst: Option<Binnenkomst>,
    ) -> Result<HeaderValue, Fout> {
        let until = self.wall.now().plus_micros(session::micros(STAP_OP_DUUR));
        let change = |session: &mut Session| {
            session.opgestapt_tot = Some(until);
            // The provider may have begun another session of its own for it.
            if let Some(Binnenkomst { herkomst, navraag }) = binnenkomst {
                session.herkomst = Some(herkomst);
                session.navraag = navraag.or(session.navraag.take());
            }
        };
        self.vervang(who, key, "sessie.stap_op", change).await
    }

    async fn vervang(
        self: &Arc<Self>,
        who: &Medewerker,
        key: SessionKey,
        handeling: &str,
        change: impl FnOnce(&mut Session),
    ) -> Result<HeaderValue, Fout> {
        let vervangen = self.sessions.vervang(key, change);
        let Vervangen { secret, session, was } = vervangen.ok_or_else(|| Fout::new("sessie.geen"))?;
        self.lines.replace_session(was);
        self.open_met_spoor(who, (&secret, &session), handeling).await?;
        session::set(&secret).ok_or_else(|| Fout::new("server.fout"))
    }

    /// What a session may do from here on stands in the trail, or it may do nothing: without the line it ends, before anybody has its secret.
    async fn open_met_spoor(
        self: &Arc<Self>,
        who: &Medewerker,
        (secret, session): (&SessionSecret, &Session),
        handeling: &str,
    ) -> Result<(), Fout> {
        let machtiging = who.machtiging;
        let door = Door { wie: Some(who.id), rol: session.rol, sessie: Some(session.id), machtiging };
        let written = self.in_spoor(who.gemeente, door, handeling, "sessie", None).await;
        if written.is_err() {
            tracing::error!(handeling, "without a line of the trail no session begins or goes on");
            self.sessions.end(secret);
            self.lines.end_session(session.id);
        }
        self.save_sessions().await?;
        written.map_err(|_| Fout::new(GEEN_SPOOR))
    }

    /// Ends these sessions on every open socket too, and makes that outlive the process.
    ///
    /// # Errors
    /// When the file of sessions cannot be written: they are closed all the same.
    pub(crate) async fn end_sessions(self: &Arc<Self>, ended: &[Session]) -> Result<(), Fout> {
        for session in ended {
            self.lines.end_session(session.id);
        }
        self.save_sessions().await
    }

    /// Who lost the role of a session, or works here no longer, is out.
    pub(crate) fn end_sessions_without_role(&self) {
        for session in self.sessions.end_where(|session| !self.mag_blijven(session)) {
            self.lines.end_session(session.id);
        }
    }
}

/// An answer without content that brings a cookie.
pub(crate) fn with_cookie(cookie: HeaderValue, body: impl IntoResponse) -> Response {
    (StatusCode::OK, [(header::SET_COOKIE, cookie)], body).into_response()
}
