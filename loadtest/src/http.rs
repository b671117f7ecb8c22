//! Just enough HTTP/1.1: a connection per request, bounded in time and size, no redirects.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use bytes::Bytes;
use http_body_util::{BodyExt, Full, Limited};
use hyper::header::{CONTENT_TYPE, COOKIE, HOST, ORIGIN, SET_COOKIE};
use hyper::{Method, Request};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::target::Target;

/// An answer takes longer only when the server is overrun.
const LIMIT: Duration = Duration::from_secs(30);
/// Bytes of an answer: a document's text at its bound.
const BODY_MAX: usize = 32 * 1024 * 1024;

/// An answer.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) cookies: Vec<String>,
    pub(crate) body: Bytes,
}

impl Answer {
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The JSON of an answer with this status.
    pub(crate) fn json(&self, status: u16, what: &str) -> Result<serde_json::Value> {
        if self.status != status {
            let text: String = self.text().chars().take(400).collect();
            bail!("{what}: HTTP {} instead of {status}: {text}", self.status);
        }
        serde_json::from_slice(&self.body).with_context(|| format!("{what}: no JSON"))
    }
}

pub(crate) async fn get(target: &Target, path: &str, cookie: Option<&str>) -> Result<Answer> {
    send(target, Method::GET, path, cookie, Bytes::new()).await
}

pub(crate) async fn post(
    target: &Target,
    path: &str,
    cookie: Option<&str>,
    body: &serde_json::Value,
) -> Result<Answer> {
    send(target, Method::POST, path, cookie, Bytes::from(body.to_string())).await
}

async fn send(
    target: &Target,
    method: Method,
    path: &str,
    cookie: Option<&str>,
    body: Bytes,
) -> Result<Answer> {
    let what = format!("{method} {path}");
    timeout(LIMIT, exchange(target, method, path, cookie, body))
        .await
        .with_context(|| format!("{what}: no answer"))?
        .context(what)
}

async fn exchange(
    target: &Target,
    method: Method,
    path: &str,
    cookie: Option<&str>,
    body: Bytes,
) -> Result<Answer> {
    let stream = TcpStream::connect(target.addr).await?;
    let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await?;
    let running = tokio::spawn(connection);
    let mut request = Request::builder().method(method.clone()).uri(path).header(HOST, &target.host);
    if method != Method::GET {
        request = request
            .header(CONTENT_TYPE, "application/json")
            .header(ORIGIN, target.origin())
            .header("X-Keukentafel", "1");
    }
    if let Some(cookie) = cookie {
        request = request.header(COOKIE, cookie);
    }
    let response = sender.send_request(request.body(Full::new(body))?).await?;
    let status = response.status().as_u16();
    let cookies = response
        .headers()
        .get_all(SET_COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok().map(str::to_owned))
        .collect();
    let body = match Limited::new(response.into_body(), BODY_MAX).collect().await {
        Ok(body) => body.to_bytes(),
        Err(fault) => bail!("body: {fault}"),
    };
    drop(sender);
    running.abort();
    Ok(Answer { status, cookies, body })
}
