//! WebSockets with small buffers: thousands of them fit in one process.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use futures_util::StreamExt;
use keukentafel::protocol::rt::SUBPROTOCOL;
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::http::HeaderValue;
use tokio_tungstenite::tungstenite::http::header::{COOKIE, ORIGIN, SEC_WEBSOCKET_PROTOCOL};
use tokio_tungstenite::tungstenite::protocol::{Message, WebSocketConfig};
use tokio_tungstenite::{WebSocketStream, client_async_with_config};

use crate::site::Site;
use crate::target::Target;

pub(crate) type Ws = WebSocketStream<TcpStream>;

/// A handshake takes longer only when the server is overrun.
const CONNECT_LIMIT: Duration = Duration::from_secs(20);
/// A whole document at its bound.
const MESSAGE_BYTES_MAX: usize = 64 * 1024 * 1024;

/// How the socket reads.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(crate) enum Buffers {
    /// 1 KiB: an idle or lightly used connection.
    Small,
    /// 64 KiB: whole documents come in.
    Large,
}

/// Opens a socket for the client with this number, at the node that is its.
pub(crate) async fn open(site: &Site, client: usize, path: &str, buffers: Buffers) -> Result<Ws> {
    open_at(site.node(client), site, client, path, buffers).await
}

/// Opens a socket for the client with this number at a node.
pub(crate) async fn open_at(
    target: &Target,
    site: &Site,
    client: usize,
    path: &str,
    buffers: Buffers,
) -> Result<Ws> {
    let mut request = format!("ws://{}{path}", target.host).into_client_request()?;
    let headers = request.headers_mut();
    headers.insert(ORIGIN, HeaderValue::from_str(&target.origin())?);
    if let Some(session) = site.session(client) {
        headers.insert(COOKIE, HeaderValue::from_str(&session.cookie)?);
    }
    if path == "/rt" {
        headers.insert(SEC_WEBSOCKET_PROTOCOL, HeaderValue::from_static(SUBPROTOCOL));
    }
    let read = match buffers {
        Buffers::Small => 1024,
        Buffers::Large => 64 * 1024,
    };
    let config = WebSocketConfig::default()
        .read_buffer_size(read)
        .write_buffer_size(4 * 1024)
        .max_message_size(Some(MESSAGE_BYTES_MAX))
        .max_frame_size(Some(MESSAGE_BYTES_MAX));
    let connect = async {
        let stream = TcpStream::connect(target.addr).await?;
        stream.set_nodelay(true)?;
        let (socket, _) = client_async_with_config(request, stream, Some(config)).await?;
        anyhow::Ok(socket)
    };
    timeout(CONNECT_LIMIT, connect)
        .await
        .with_context(|| format!("{path}: no handshake"))?
        .with_context(|| format!("{path}: no WebSocket"))
}

/// The next frame with content; an error when the server closes.
pub(crate) async fn next(socket: &mut Ws) -> Result<Message> {
    loop {
        let message = socket.next().await.context("the server dropped the connection")??;
        match message {
            Message::Binary(_) | Message::Text(_) => return Ok(message),
            Message::Ping(_) | Message::Pong(_) | Message::Frame(_) => {}
            Message::Close(reason) => {
                let reason = reason.map(|frame| format!("{} {}", frame.code, frame.reason));
                bail!("the server closed: {}", reason.unwrap_or_else(|| "no code".to_owned()));
            }
        }
    }
}
