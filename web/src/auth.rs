//! From a cookie to who asks, and from bytes to what is asked.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{FromRequest, FromRequestParts, Request};
use http::request::Parts;
use http::{HeaderMap, header};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use keukentafel::domain::bevoegdheid::vraagt_stap_op;
use keukentafel::domain::medewerker::{Medewerker, Wie};
use serde::de::DeserializeOwned;

use crate::app::{App, Door};
use crate::json;
use crate::limits::{BODY_BYTES_MAX, BODY_WAIT};
use crate::origin::{One, one};
use crate::problem::Fout;
use crate::session::{Session, SessionKey, from_headers};

/// Somebody who is logged in. A handler that takes this is closed to everybody else.
#[derive(Clone, Debug)]
pub(crate) struct Ingelogd {
    pub(crate) wie: Wie,
    pub(crate) session: Session,
    pub(crate) key: SessionKey,
}

impl Ingelogd {
    /// Who sends these headers.
    ///
    /// # Errors
    /// `sessie.geen` for nobody, whatever the reason; `sessie.rol_kiezen` for who has not said yet what they work as.
    pub(crate) fn from_headers(app: &App, headers: &HeaderMap) -> Result<Self, Fout> {
        let Aangemeld { medewerker, session, key } = Aangemeld::from_headers(app, headers)?;
        let rol = session.rol.ok_or_else(|| Fout::new("sessie.rol_kiezen"))?;
        let wie = medewerker.als(rol, session.id).ok_or_else(|| Fout::new("sessie.geen"))?;
        Ok(Self { wie, session, key })
    }

    /// Whether this act may be done in this session now.
    ///
    /// # Errors
    /// `sessie.stap_op` when it asks for a fresh proof of who does it, and there was none in the last minutes.
    pub(crate) fn stap_op_nodig(&self, app: &App, handeling: &str) -> Result<(), Fout> {
        stap_op_nodig(app, &self.session, handeling)
    }
}

/// As [`Ingelogd::stap_op_nodig`], of a session that is looked at by itself.
pub(crate) fn stap_op_nodig(app: &App, session: &Session, handeling: &str) -> Result<(), Fout> {
    let fresh = session.opgestapt_tot.is_some_and(|until| until > app.wall.now());
    if fresh || !vraagt_stap_op(handeling) { Ok(()) } else { Err(Fout::new("sessie.stap_op")) }
}

/// Somebody who came in, and may still have to say what they work as. Only what is about the session itself takes this.
#[derive(Clone, Debug)]
pub(crate) struct Aangemeld {
    pub(crate) medewerker: Medewerker,
    pub(crate) session: Session,
    pub(crate) key: SessionKey,
}

impl Aangemeld {
    /// Who sends these headers.
    ///
    /// # Errors
    /// `sessie.geen` for nobody, whatever the reason.
    pub(crate) fn from_headers(app: &App, headers: &HeaderMap) -> Result<Self, Fout> {
        let none = || Fout::new("sessie.geen");
        let secret = from_headers(headers).ok_or_else(none)?;
        let (key, session) = app.sessions.find(&secret).ok_or_else(none)?;
        let medewerker = app.medewerker(session.medewerker).ok_or_else(none)?;
        if !app.mag_blijven(&session) {
            return Err(none());
        }
        Ok(Self { medewerker, session, key })
    }

    /// For the trail.
    pub(crate) fn door(&self) -> Door {
        let Medewerker { id, machtiging, .. } = self.medewerker;
        Door { wie: Some(id), rol: self.session.rol, sessie: Some(self.session.id), machtiging }
    }
}

impl FromRequestParts<Arc<App>> for Aangemeld {
    type Rejection = Fout;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Fout> {
        Self::from_headers(app, &parts.headers)
    }
}

impl FromRequestParts<Arc<App>> for Ingelogd {
    type Rejection = Fout;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Fout> {
        Self::from_headers(app, &parts.headers)
    }
}

/// A body: JSON, read strictly, within its bounds.
#[derive(Debug)]
pub(crate) struct Lichaam<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequest<Arc<App>> for Lichaam<T> {
    type Rejection = Fout;

    async fn from_request(request: Request, _: &Arc<App>) -> Result<Self, Fout> {
        let (parts, body) = request.into_parts();
        if !is_json(&parts.headers) || parts.headers.contains_key(header::CONTENT_ENCODING) {
            return Err(Fout::new("invoer.soort"));
        }
        Ok(Self(json::read(&bounded(body, BODY_BYTES_MAX).await?)?))
    }
}

/// All of a body, when it comes in time and has no more bytes than this.
///
/// # Errors
/// `invoer.te_groot`, `invoer.geen_json` for one that breaks off, `invoer.te_langzaam`.
pub(crate) async fn bounded(body: Body, bytes_max: usize) -> Result<bytes::Bytes, Fout> {
    let all = tokio::time::timeout(BODY_WAIT, Limited::new(body, bytes_max).collect()).await;
    match all {
        Ok(Ok(body)) => Ok(body.to_bytes()),
        Ok(Err(e)) if e.is::<LengthLimitError>() => Err(Fout::new("invoer.te_groot")),
        Ok(Err(_)) => Err(Fout::new("invoer.geen_json")),
        Err(_) => Err(Fout::new("invoer.te_langzaam")),
    }
}

/// Whether this is JSON in the one encoding that JSON has.
pub(crate) fn is_json(headers: &HeaderMap) -> bool {
    let One::Value(kind) = one(headers, &header::CONTENT_TYPE) else { return false };
    let mut parts = kind.split(';').map(str::trim);
    let json = parts.next().is_some_and(|kind| kind.eq_ignore_ascii_case("application/json"));
    json && parts.all(|part| part.eq_ignore_ascii_case("charset=utf-8"))
}

#[cfg(test)]
mod tests {
    use super::*;

    // shows H11
    #[test]
    fn only_json_is_json() {
        let is = |kind: &'static str| {
            is_json(&HeaderMap::from_iter([(header::CONTENT_TYPE, http::HeaderValue::from_static(kind))]))
        };
        assert!(is("application/json") && is("Application/JSON; charset=UTF-8"));
        for wrong in [
            "text/plain",
            "application/json; charset=utf-16",
            "application/jsonp",
            "",
            "application/x-www-form-urlencoded",
        ] {
            assert!(!is(wrong), "{wrong}");
        }
        assert!(!is_json(&HeaderMap::new()));
    }
}
