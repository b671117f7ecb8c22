//! What holds for every request, before and after its route.

use std::any::Any;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use axum::Router;
use axum::extract::{MatchedPath, Request, State};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use futures_util::FutureExt;
use http::{HeaderName, HeaderValue, Method, StatusCode, header};
use tokio::time::Instant;

use crate::app::App;
use crate::auth::{Aangemeld, is_json};
use crate::beat::{NIET_GEVONDEN, next_beat};
use crate::identiteit::is_uitgelogd;
use crate::origin::{Herkomst, One, one};
use crate::problem::{Fout, Geweigerd};

/// Puts the rules around a router. The last one added is the first to see a request.
pub(super) fn around(router: Router<Arc<App>>, app: &Arc<App>) -> Router<Arc<App>> {
    router
        .layer(from_fn_with_state(Arc::clone(app), origin_and_csrf))
        .layer(from_fn_with_state(Arc::clone(app), trail_of_refusals))
        .layer(from_fn_with_state(Arc::clone(app), outermost))
        .layer(from_fn(super::foutpagina::als_pagina))
}

const KEUKENTAFEL: HeaderName = HeaderName::from_static("x-keukentafel");

/// Headers in which some frameworks take another method than that of the request. We take none, and say so to whoever counts on it.
const METHOD_OVERRIDES: [HeaderName; 3] = [
    HeaderName::from_static("x-http-method-override"),
    HeaderName::from_static("x-http-method"),
    HeaderName::from_static("x-method-override"),
];

/// A request that changes something must come from a page of ours: a form on somebody else's page can send neither this header
/// nor this content type.
async fn origin_and_csrf(
    State(app): State<Arc<App>>,
    request: Request,
    next: Next,
) -> Result<Response, Fout> {
    if METHOD_OVERRIDES.iter().any(|name| request.headers().contains_key(name)) {
        return Err(Fout::new("methode"));
    }
    match *request.method() {
        Method::GET | Method::HEAD | Method::OPTIONS => return Ok(next.run(request).await),
        Method::POST | Method::PUT | Method::PATCH | Method::DELETE => {}
        _ => return Err(Fout::new("methode")),
    }
    let headers = request.headers();
    let path = request.uri().path();
    // Comes from no page and brings no cookie: its key is what no page of somebody else's has. It says itself what it refuses.
    let is_machine = path == super::signalen::INKOMEND || is_uitgelogd(path);
    // A login cannot come from another page's form in any harmful way; a hint of a source is signed and has no session.
    let unmarked = is_machine || matches!(path, "/demo/login" | super::hint::PAD);
    let marked = matches!(one(headers, &KEUKENTAFEL), One::Value("1"));
    if app.origins.herkomst(headers) == Herkomst::Vreemd || !(marked || unmarked) {
        return Err(Fout::new("herkomst"));
    }
    if !is_machine && !is_json(headers) {
        return Err(Fout::new("invoer.soort"));
    }
    Ok(next.run(request).await)
}

/// What the edge refuses to somebody it knows goes in the trail, before the answer. (What the actors refuse is there already.)
async fn trail_of_refusals(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let (began, headers) = (Instant::now(), request.headers().clone());
    let method = request.method().clone();
    // The route's pattern, not the path: what somebody typed in a path is theirs.
    let route = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    let response = next.run(request).await;
    let refused = response.extensions().get::<Geweigerd>().copied().filter(|refused| !refused.in_trail);
    if let (Some(refused), Some(route)) = (refused, route)
        && let Ok(aangemeld) = Aangemeld::from_headers(&app, &headers).await
    {
        let object = format!("{method} {route}");
        let (gemeente, door) = (aangemeld.medewerker.gemeente, aangemeld.door());
        app.audit_door(gemeente, door, "http.verzoek", &object, Some(refused.code)).await;
    }
    if response.extensions().get::<Geweigerd>().is_some_and(|refused| refused.code == NIET_GEVONDEN) {
        next_beat(began).await;
    }
    response
}

async fn outermost(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let route = request.extensions().get::<MatchedPath>().map_or("-", MatchedPath::as_str).to_owned();
    let method = word(request.method());
    // Whoever watches the machine calls it by its address.
    let operations = matches!(path.as_str(), "/healthz" | "/readyz" | "/metrics");
    let ours = app.origins.is_own_host(request.headers()) && app.origins.is_own_target(request.uri());
    // Whoever takes us for a proxy is refused for that, and not for the host behind us.
    let proxied = *request.method() == Method::CONNECT;
    let upgrades = request.headers().contains_key(header::UPGRADE);
    let mut response = if operations || ours || proxied {
        AssertUnwindSafe(next.run(request)).catch_unwind().await.unwrap_or_else(after_panic)
    } else {
        Fout::new("gastheer").into_response()
    };
    let status = response.status().as_u16().to_string();
    metrics::counter!("keukentafel_http_requests_total", "method" => method, "route" => route, "status" => status)
        .increment(1);
    harden(&app, &path, &mut response);
    if upgrades && response.status() != StatusCode::SWITCHING_PROTOCOLS {
        // What comes behind such a request was not looked at (serve/framing.rs): it is nobody's next one.
        response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
    response
}

/// The panic hook has told where; who asked gets a sentence.
fn after_panic(_: Box<dyn Any + Send>) -> Response {
    Fout::new("server.fout").into_response()
}

fn word(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::DELETE => "DELETE",
        _ => "other",
    }
}

fn harden(app: &App, path: &str, response: &mut Response) {
    let private =
        path.starts_with("/api") || path.starts_with("/demo/") || response.status().is_client_error();
    let refused_method = response.status() == StatusCode::METHOD_NOT_ALLOWED;
    let same = HeaderValue::from_static("same-origin");
    let headers = response.headers_mut();
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(HeaderName::from_static("cross-origin-opener-policy"), same.clone());
    headers.insert(HeaderName::from_static("cross-origin-resource-policy"), same);
    headers.insert(
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("camera=(), microphone=(), geolocation=()"),
    );
    if let Ok(policy) = HeaderValue::from_str(app.origins.content_security_policy()) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    if refused_method && !headers.contains_key(header::ALLOW) {
        headers.insert(header::ALLOW, HeaderValue::from_static("GET, HEAD, POST, PUT, DELETE"));
    }
    if private {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
}
