//! From a cookie to who asks, and from bytes to what is asked.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{FromRequest, FromRequestParts, Request};
use http::request::Parts;
use http::{HeaderMap, header};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use keukentafel::domain::medewerker::Wie;
use serde::de::DeserializeOwned;

use crate::app::App;
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
    /// Who sends these headers; `None` for nobody, whatever the reason.
    pub(crate) fn from_headers(app: &App, headers: &HeaderMap) -> Option<Self> {
        let (key, session) = app.sessions.find(&from_headers(headers)?)?;
        let wie = app.wie(&session)?;
        Some(Self { wie, session, key })
    }
}

impl FromRequestParts<Arc<App>> for Ingelogd {
    type Rejection = Fout;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Fout> {
        Self::from_headers(app, &parts.headers).ok_or_else(|| Fout::new("sessie.geen"))
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
        Ok(Self(json::read(&bounded(body).await?)?))
    }
}

async fn bounded(body: Body) -> Result<bytes::Bytes, Fout> {
    let all = tokio::time::timeout(BODY_WAIT, Limited::new(body, BODY_BYTES_MAX).collect()).await;
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
