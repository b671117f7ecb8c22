//! A small client of our own interface: demo data comes in the way everybody's does.

use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::{Context, ensure};
use axum::body::Body;
use http::{Method, Request, header};
use http_body_util::BodyExt;
use hyper_util::rt::TokioIo;
use serde_json::Value;
use tokio::net::TcpStream;
use uuid::Uuid;

/// Somebody who is logged in over loopback.
pub(super) struct Client {
    address: SocketAddr,
    host: Arc<str>,
    cookie: String,
    /// The key of an outside system.
    sleutel: Option<&'static str>,
}

impl Client {
    /// Logs in.
    pub(super) async fn log_in(address: SocketAddr, persona: &str) -> anyhow::Result<Self> {
        let mut client = Self::at(address);
        let body = serde_json::json!({ "persona": persona });
        let (status, headers, _) = client.send(Method::POST, "/demo/login", None, Some(&body)).await?;
        ensure!(status == 200, "login of {persona} answered {status}");
        let set = headers.get(header::SET_COOKIE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        client.cookie = set.split(';').next().unwrap_or_default().to_owned();
        Ok(client)
    }

    fn at(address: SocketAddr) -> Self {
        let loopback = SocketAddr::from(([127, 0, 0, 1], address.port()));
        // Listening on one particular address only: then that is where we are.
        let address = if address.ip().is_unspecified() { loopback } else { address };
        let host: Arc<str> = format!("127.0.0.1:{}", address.port()).into();
        Self { address, host, cookie: String::new(), sleutel: None }
    }

    /// Sends a command; the same `key` does it once.
    pub(super) async fn post(&self, path: &str, key: Uuid, body: &Value) -> anyhow::Result<Value> {
        let (status, _, answer) = self.send(Method::POST, path, Some(key), Some(body)).await?;
        let code = answer.get("code").and_then(Value::as_str).unwrap_or_default();
        ensure!((200..300).contains(&status), "POST {path} answered {status} {code}");
        Ok(answer)
    }

    /// Ends the session.
    pub(super) async fn log_out(self) -> anyhow::Result<()> {
        let empty = serde_json::json!({});
        self.send(Method::POST, "/api/v1/uitloggen", None, Some(&empty)).await.map(drop)
    }

    async fn send(
        &self,
        method: Method,
        path: &str,
        key: Option<Uuid>,
        body: Option<&Value>,
    ) -> anyhow::Result<(u16, http::HeaderMap, Value)> {
        let stream = TcpStream::connect(self.address).await.context("loopback")?;
        let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await?;
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, &*self.host)
            .header(header::CONTENT_TYPE, "application/json")
            .header("x-keukentafel", "1");
        if !self.cookie.is_empty() {
            request = request.header(header::COOKIE, &self.cookie);
        }
        if let Some(sleutel) = self.sleutel {
            request = request.header("x-signaalsleutel", sleutel);
        }
        if let Some(key) = key {
            request = request.header("idempotency-key", key.to_string());
        }
        let body = body.map(|body| Body::from(body.to_string())).unwrap_or_default();
        let request = request.body(body)?;
        let exchange = async {
            let response = sender.send_request(request).await?;
            let (parts, body) = response.into_parts();
            let bytes = body.collect().await?.to_bytes();
            // The connection ends when nobody can send on it any more.
            drop(sender);
            anyhow::Ok((parts, bytes))
        };
        let (exchanged, _) = tokio::join!(exchange, connection);
        let (parts, bytes) = exchanged?;
        let value = if bytes.is_empty() { Value::Null } else { serde_json::from_slice(&bytes)? };
        Ok((parts.status.as_u16(), parts.headers, value))
    }
}

/// Reports a signaal as an outside system; the same reference does it once.
pub(super) async fn report(address: SocketAddr, sleutel: &'static str, body: &Value) -> anyhow::Result<()> {
    let client = Client { sleutel: Some(sleutel), ..Client::at(address) };
    let (status, _, answer) =
        client.send(Method::POST, "/api/v1/signalen/inkomend", None, Some(body)).await?;
    let code = answer.get("code").and_then(Value::as_str).unwrap_or_default();
    ensure!((200..300).contains(&status), "a signaal answered {status} {code}");
    Ok(())
}
