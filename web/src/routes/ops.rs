//! For whoever watches the machine.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use keukentafel::store::{Journal, Position};

use crate::app::App;

/// The record must answer within this to count as reachable.
const JOURNAL_WAIT: Duration = Duration::from_secs(2);

/// The process runs.
#[utoipa::path(get, path = "/healthz", tag = "beheer", responses((status = 200, body = String)))]
pub(super) async fn healthz() -> &'static str {
    "ok\n"
}

/// Whether new work may come here.
#[utoipa::path(get, path = "/readyz", tag = "beheer",
    responses((status = 200, body = String), (status = 503, body = String)))]
pub(super) async fn readyz(State(app): State<Arc<App>>) -> Response {
    if app.is_draining() {
        return (StatusCode::SERVICE_UNAVAILABLE, "draining\n").into_response();
    }
    let asked = tokio::time::timeout(JOURNAL_WAIT, app.journal.feed(Position(i64::MAX as u64), 1)).await;
    if !matches!(asked, Ok(Ok(_))) {
        return (StatusCode::SERVICE_UNAVAILABLE, "journal unavailable\n").into_response();
    }
    if app.sessions.is_blind() {
        return (StatusCode::SERVICE_UNAVAILABLE, "sessions unknown\n").into_response();
    }
    if !app.tafel.is_healthy() {
        return (StatusCode::SERVICE_UNAVAILABLE, "read side behind\n").into_response();
    }
    "ready\n".into_response()
}

/// Figures, in the text format of Prometheus.
#[utoipa::path(get, path = "/metrics", tag = "beheer", responses((status = 200, body = String)))]
pub(super) async fn metrics(State(app): State<Arc<App>>) -> Response {
    let plain = HeaderValue::from_static("text/plain; version=0.0.4; charset=utf-8");
    ([(header::CONTENT_TYPE, plain)], app.figures.render(&app)).into_response()
}
