//! A WebSocket client for tests: waits for a message, never for a time.

use futures_util::{SinkExt, StreamExt};
use serde_json::Value;
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::http::HeaderValue;
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

use super::Mens;

/// What an opening says.
#[derive(Copy, Clone, Debug)]
pub struct Opening<'a> {
    /// The path, such as `/rt`.
    pub path: &'a str,
    /// Who.
    pub mens: Option<&'a Mens>,
    /// From where; `None` sends no `Origin`, `Some("")` our own.
    pub origin: Option<&'a str>,
}

/// An open socket.
pub struct Socket(pub WebSocketStream<MaybeTlsStream<TcpStream>>);

impl Socket {
    pub(crate) async fn open(address: &str, opening: Opening<'_>) -> Result<Self, u16> {
        let mut request = format!("ws://{address}{}", opening.path).into_client_request().unwrap();
        let headers = request.headers_mut();
        if let Some(mens) = opening.mens {
            headers.insert("cookie", HeaderValue::from_str(&mens.cookie).unwrap());
        }
        if let Some(origin) = opening.origin {
            let own = format!("http://{address}");
            headers.insert(
                "origin",
                HeaderValue::from_str(if origin.is_empty() { &own } else { origin }).unwrap(),
            );
        }
        if opening.path == "/rt" {
            headers.insert("sec-websocket-protocol", HeaderValue::from_static("kt.v1.json"));
        }
        match connect_async(request).await {
            Ok((socket, _)) => Ok(Self(socket)),
            Err(Error::Http(response)) => Err(response.status().as_u16()),
            Err(other) => unreachable!("the server answers an opening: {other}"),
        }
    }

    /// Sends a text frame.
    pub async fn send(&mut self, message: &Value) {
        self.0.send(Message::text(message.to_string())).await.unwrap();
    }

    /// Reads until a text frame of this kind; what comes before it is passed over.
    pub async fn until(&mut self, kind: &str) -> Value {
        loop {
            match self.0.next().await.unwrap().unwrap() {
                Message::Text(text) => {
                    let value: Value = serde_json::from_str(&text).unwrap();
                    if value["t"] == kind {
                        return value;
                    }
                }
                Message::Close(frame) => unreachable!("closed ({frame:?}) while waiting for {kind}"),
                Message::Binary(_) | Message::Ping(_) | Message::Pong(_) | Message::Frame(_) => {}
            }
        }
    }

    /// The next text frame, whatever its kind.
    pub async fn next(&mut self) -> Value {
        loop {
            match self.0.next().await.unwrap().unwrap() {
                Message::Text(text) => return serde_json::from_str(&text).unwrap(),
                Message::Close(frame) => unreachable!("closed ({frame:?})"),
                Message::Binary(_) | Message::Ping(_) | Message::Pong(_) | Message::Frame(_) => {}
            }
        }
    }

    /// Reads to the end and gives the close code.
    pub async fn closed(mut self) -> u16 {
        while let Some(Ok(message)) = self.0.next().await {
            if let Message::Close(Some(frame)) = message {
                return frame.code.into();
            }
        }
        0
    }
}
