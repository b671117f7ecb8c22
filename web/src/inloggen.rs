//! A session begins, goes on under another secret, or ends: what has to happen around it, whichever door it came in by.

use std::collections::HashSet;

use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use keukentafel::domain::medewerker::{Medewerker, Rol};
use keukentafel::protocol::view::Deur;
use uuid::Uuid;

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
        &self,
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
        let (secret, session, gone) = self.sessions.begin(begin).await?;
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
        &self,
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
        &self,
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
        &self,
        who: &Medewerker,
        key: SessionKey,
        handeling: &str,
        change: impl FnOnce(&mut Session) + Send,
    ) -> Result<HeaderValue, Fout> {
        let vervangen = self.sessions.vervang(key, change).await?;
        let Vervangen { secret, session, was } = vervangen.ok_or_else(|| Fout::new("sessie.geen"))?;
        self.lines.replace_session(was);
        self.open_met_spoor(who, (&secret, &session), handeling).await?;
        session::set(&secret).ok_or_else(|| Fout::new("server.fout"))
    }

    /// What a session may do from here on stands in the trail, or it may do nothing: without the line it ends, before anybody has its secret.
    async fn open_met_spoor(
        &self,
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

    /// Ends every session that `which` points out, on every open socket too, and makes that outlive the process. Those that ended come back
    /// whether it does or not: here they are over.
    pub(crate) async fn eindig_sessies(
        &self,
        which: impl Fn(&Session) -> bool + Send + Sync,
    ) -> (Vec<Session>, Result<(), Fout>) {
        let (ended, done) = self.sessions.eindig(which).await;
        for session in &ended {
            self.lines.end_session(session.id);
        }
        let saved = if done.is_ok() && !ended.is_empty() { self.sessions.save().await } else { done };
        (ended, saved.map_err(Fout::from))
    }

    /// Whose time has come is out.
    pub(crate) async fn end_expired_sessions(&self) {
        for session in self.sessions.expire().await {
            self.lines.end_session(session.id);
        }
    }

    /// Keeps who was active, for the next start and for other nodes.
    pub(crate) async fn save_activity(&self) {
        if let Err(fout) = self.sessions.save_activity().await {
            tracing::error!(%fout, "who was active could not be kept: {fout}");
        }
    }

    /// Who lost the role of a session, or works here no longer, is out. `false` when this node cannot tell now: somebody whom another node let in
    /// has a role that may not have been read here yet, and an end is one for all nodes.
    pub(crate) async fn end_sessions_without_role(&self) -> bool {
        let lost: HashSet<Uuid> = self
            .sessions
            .van(|session| !self.mag_blijven(session))
            .iter()
            .map(|session| session.id)
            .collect();
        if lost.is_empty() {
            return true;
        }
        if self.sessions.is_gedeeld() && !self.tafel.lees_bij().await {
            return false;
        }
        let out = |session: &Session| lost.contains(&session.id) && !self.mag_blijven(session);
        for session in self.sessions.end_where(out) {
            self.lines.end_session(session.id);
        }
        true
    }
}

/// An answer without content that brings a cookie.
pub(crate) fn with_cookie(cookie: HeaderValue, body: impl IntoResponse) -> Response {
    (StatusCode::OK, [(header::SET_COOKIE, cookie)], body).into_response()
}
