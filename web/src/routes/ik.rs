//! Who is logged in.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode, header};
use keukentafel::protocol::body::Leeg;
use keukentafel::protocol::problem::Problem;
use keukentafel::protocol::view::{Ik, Ingangen, Verder};

use crate::app::App;
use crate::auth::{Aangemeld, Ingelogd, Lichaam};
use crate::problem::Fout;
use crate::{identiteit, session};

/// Who is logged in.
#[utoipa::path(get, path = "/api/v1/ik", tag = "sessie",
    responses((status = 200, body = Ik), (status = 401, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn ik(State(app): State<Arc<App>>, ingelogd: Ingelogd) -> Json<Ik> {
    Json(app.ik(&ingelogd.wie, &ingelogd.session))
}

/// Through which doors one can come in. Open to everybody: who has not come in yet must know.
#[utoipa::path(get, path = "/api/v1/inloggen", tag = "sessie", responses((status = 200, body = Ingangen)))]
pub(super) async fn ingangen(State(app): State<Arc<App>>) -> Json<Ingangen> {
    Json(identiteit::ingangen(&app))
}

/// Ends the session, on every open socket too. Half a session, of who has yet to choose a role, can be ended as well.
#[utoipa::path(post, path = "/api/v1/uitloggen", tag = "sessie", request_body = Leeg,
    responses((status = 200, body = Verder), (status = 204),
        (status = 401, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn uitloggen(
    State(app): State<Arc<App>>,
    wie: Aangemeld,
    headers: HeaderMap,
    Lichaam(Leeg {}): Lichaam<Leeg>,
) -> Result<Response, Fout> {
    app.audit_door(wie.medewerker.gemeente, wie.door(), "sessie.einde", "sessie", None).await;
    if let Some(secret) = session::from_headers(&headers) {
        app.sessions.end(&secret);
    }
    app.lines.end_session(wie.session.id);
    app.save_sessions().await?;
    let cookie = [(header::SET_COOKIE, session::clear())];
    let elsewhere = match &app.deuren {
        Some(deuren) => deuren.uitloggen(wie.session.deur).await,
        None => None,
    };
    match elsewhere {
        // The provider still knows them: without this the next login on this device would ask nothing.
        Some(ga_naar) => Ok((cookie, Json(Verder { ga_naar })).into_response()),
        None => Ok((StatusCode::NO_CONTENT, cookie).into_response()),
    }
}
