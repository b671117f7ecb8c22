//! Who may open a socket. Everything is decided before the upgrade: the origin first, then the session.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use hyper::upgrade::OnUpgrade;
use hyper_util::rt::TokioIo;
use keukentafel::domain::ids::DocumentId;
use keukentafel::protocol::close;
use keukentafel::protocol::rt::SUBPROTOCOL;
use keukentafel_actors::hub::{Conn, Dialect};
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;

use super::line::Line;
use super::{rt, yjs};
use crate::app::App;
use crate::auth::Ingelogd;
use crate::origin::{Herkomst, One, one};
use crate::problem::Fout;
use crate::routes::path_id;
use crate::serve::HttpSocket;
use crate::session::Session;

/// A socket that is open.
pub(super) struct Opened {
    pub(super) conn: Arc<Conn>,
    pub(super) line: Arc<Line>,
    pub(super) session: Session,
    /// Bytes that came in with the upgrade.
    pub(super) begun: Bytes,
}

/// `GET /rt`.
pub(crate) async fn open_rt(State(app): State<Arc<App>>, request: Request) -> Result<Response, Fout> {
    let ingelogd = admit(&app, request.headers()).await?;
    let key = websocket_key(&request)?;
    let offered = offers(request.headers(), &header::SEC_WEBSOCKET_PROTOCOL, SUBPROTOCOL);
    if !offered {
        return Err(Fout::new("rt.subprotocol"));
    }
    let mut response = upgrade(&app, request, &key, ingelogd, Dialect::Rt, |app, opened| {
        let tasks = app.tasks.clone();
        tasks.spawn(rt::run(app, opened));
    })?;
    let chosen = HeaderValue::from_static(SUBPROTOCOL);
    response.headers_mut().insert(header::SEC_WEBSOCKET_PROTOCOL, chosen);
    Ok(response)
}

/// `GET /yjs/{document}`. A document that is not there and one that one may not read look the same: both open and close 4403.
pub(crate) async fn open_yjs(
    State(app): State<Arc<App>>,
    Path(document): Path<String>,
    request: Request,
) -> Result<Response, Fout> {
    let ingelogd = admit(&app, request.headers()).await?;
    let key = websocket_key(&request)?;
    let document = path_id(&document).map(DocumentId);
    upgrade(&app, request, &key, ingelogd, Dialect::Yjs, move |app, opened| {
        let tasks = app.tasks.clone();
        tasks.spawn(yjs::run(app, opened, document));
    })
}

async fn admit(app: &App, headers: &HeaderMap) -> Result<Ingelogd, Fout> {
    if app.origins.herkomst(headers) != Herkomst::Eigen {
        return Err(Fout::new("herkomst"));
    }
    let ingelogd = Ingelogd::from_headers(app, headers).await?;
    if app.is_draining() {
        return Err(Fout::new("server.stopt"));
    }
    if !app.lines.has_room(ingelogd.wie.sessie) {
        return Err(Fout::later("rt.te_veel_verbindingen", 30));
    }
    // Last: who is turned away takes the place of nobody who comes back after them.
    if app.sessions.is_gedeeld() {
        app.mag_binnen().map_err(|wait| Fout::later("server.bezig", wait.as_secs()))?;
    }
    Ok(ingelogd)
}

/// The client's key, when this is a WebSocket handshake (RFC 6455 §4.2.1).
fn websocket_key(request: &Request) -> Result<String, Fout> {
    let headers = request.headers();
    let upgrade =
        offers(headers, &header::UPGRADE, "websocket") && offers(headers, &header::CONNECTION, "upgrade");
    let version = matches!(one(headers, &header::SEC_WEBSOCKET_VERSION), One::Value("13"));
    let key = match one(headers, &header::SEC_WEBSOCKET_KEY) {
        One::Value(key) => key,
        One::None | One::Many => "",
    };
    let sixteen = base64::prelude::BASE64_STANDARD.decode(key).is_ok_and(|bytes| bytes.len() == 16);
    if upgrade && version && sixteen { Ok(key.to_owned()) } else { Err(Fout::new("rt.geen_websocket")) }
}

/// Whether a comma-separated header names this word.
fn offers(headers: &HeaderMap, name: &HeaderName, word: &str) -> bool {
    let values = headers.get_all(name).iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).any(|offered| offered.trim().eq_ignore_ascii_case(word))
}

fn upgrade(
    app: &Arc<App>,
    mut request: Request,
    key: &str,
    ingelogd: Ingelogd,
    dialect: Dialect,
    begin: impl FnOnce(Arc<App>, Opened) + Send + 'static,
) -> Result<Response, Fout> {
    let on_upgrade = request.extensions_mut().remove::<OnUpgrade>();
    let on_upgrade = on_upgrade.ok_or_else(|| Fout::new("rt.geen_websocket"))?;
    let app = Arc::clone(app);
    let tasks = app.tasks.clone();
    tasks.spawn(async move {
        // A client that left before the answer has nothing to be told.
        let Ok(upgraded) = on_upgrade.await else { return };
        let Ok(parts) = upgraded.downcast::<TokioIo<HttpSocket>>() else { return };
        let Ingelogd { wie, session, key } = ingelogd;
        let (conn, line) = app.lines.open(parts.io.into_inner().into_socket(), wie, key, dialect);
        // Who logged out while the socket came up found it not there yet.
        if !app.sessions.is_open(key) {
            conn.close(close::SESSION_ENDED);
        }
        begin(app, Opened { conn, line, session, begun: parts.read_buf });
    });
    let mut response = (StatusCode::SWITCHING_PROTOCOLS, Body::empty()).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONNECTION, HeaderValue::from_static("upgrade"));
    headers.insert(header::UPGRADE, HeaderValue::from_static("websocket"));
    if let Ok(accept) = HeaderValue::from_str(&derive_accept_key(key.as_bytes())) {
        headers.insert(header::SEC_WEBSOCKET_ACCEPT, accept);
    }
    Ok(response)
}
