//! Who is logged in.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode, header};
use keukentafel::protocol::body::Leeg;
use keukentafel::protocol::problem::Problem;
use keukentafel::protocol::view::Ik;

use crate::app::App;
use crate::auth::{Ingelogd, Lichaam};
use crate::problem::Fout;
use crate::session;

/// Who is logged in.
#[utoipa::path(get, path = "/api/v1/ik", tag = "sessie",
    responses((status = 200, body = Ik), (status = 401, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn ik(State(app): State<Arc<App>>, ingelogd: Ingelogd) -> Json<Ik> {
    Json(app.ik(&ingelogd.wie, &ingelogd.session))
}

/// Ends the session, on every open socket too.
#[utoipa::path(post, path = "/api/v1/uitloggen", tag = "sessie", request_body = Leeg,
    responses((status = 204), (status = 401, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn uitloggen(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    headers: HeaderMap,
    Lichaam(Leeg {}): Lichaam<Leeg>,
) -> Result<Response, Fout> {
    app.audit(&ingelogd.wie, "sessie.einde", "sessie", None).await;
    if let Some(secret) = session::from_headers(&headers) {
        app.sessions.end(&secret);
    }
    app.lines.end_session(ingelogd.session.id);
    app.save_sessions().await?;
    Ok((StatusCode::NO_CONTENT, [(header::SET_COOKIE, session::clear())]).into_response())
}
