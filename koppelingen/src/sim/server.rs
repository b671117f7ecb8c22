//! A small HTTP/1.1 server for simulators: bounded, on this machine only, with faults in front of every answer.

use std::io::Write;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::{Context, ensure};
use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, Method, Response, StatusCode};
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::json;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;

use super::storing::{Fout, Storing, Weg};
use crate::limits::{SIM_BODY_BYTES_MAX, SIM_CONNECTIONS_MAX, SIM_HANG, SIM_HEAD_BYTES_MAX, SIM_READ_WAIT};

/// The content type of a good answer.
pub(super) const JSON: &str = "application/json";

/// The content type of a refusal.
const PROBLEM: &str = "application/problem+json";

/// What a simulator is asked.
pub(super) struct Request {
    pub(super) method: Method,
    pub(super) path: String,
    pub(super) query: String,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
}

impl Request {
    /// Reads the body.
    pub(super) fn read<T: DeserializeOwned>(&self) -> Result<T, Reply> {
        serde_json::from_slice(&self.body)
            .map_err(|_| Reply::problem(StatusCode::BAD_REQUEST, "paramsValidation"))
    }

    /// A header's text.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }
}

/// What it says.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Reply {
    pub(super) status: StatusCode,
    pub(super) kind: &'static str,
    pub(super) body: Bytes,
}

impl Reply {
    /// 200 with JSON.
    pub(super) fn json(value: &impl Serialize) -> Self {
        match serde_json::to_vec(value) {
            Ok(body) => Self { status: StatusCode::OK, kind: JSON, body: body.into() },
            Err(_) => Self::problem(StatusCode::INTERNAL_SERVER_ERROR, "intern"),
        }
    }

    /// A refusal with a code.
    pub(super) fn problem(status: StatusCode, code: &str) -> Self {
        Self::refusal(status, &json!({"title": code, "status": status.as_u16(), "code": code}))
    }

    /// A refusal with more to say.
    pub(super) fn refusal(status: StatusCode, body: &serde_json::Value) -> Self {
        Self { status, kind: PROBLEM, body: body.to_string().into() }
    }
}

/// A simulated system. Its functions may block: each call has a thread of its own.
pub(super) trait Source: Send + Sync + 'static {
    /// Whether it can be wrong in this way.
    fn can_be(&self, fout: Fout) -> bool;

    /// Its faults are these from now on.
    fn gezet(&self, _storing: &Storing) {}

    /// Answers a question of its contract.
    fn answer(&self, request: &Request, storing: &Storing) -> Reply;

    /// Answers what its tester asks, under `/_…`; never hit by faults. `None` when there is no such thing.
    fn manage(&self, request: &Request, storing: &Storing) -> Option<Reply>;
}

/// Runs until the process ends.
pub(super) fn run(addr: SocketAddr, source: impl Source) -> anyhow::Result<()> {
    ensure!(addr.ip().is_loopback(), "a simulator listens on this machine only, not on {addr}");
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?.block_on(async {
        let listener = TcpListener::bind(addr).await.with_context(|| format!("cannot listen on {addr}"))?;
        let mut out = std::io::stdout();
        writeln!(out, "luistert op http://{}", listener.local_addr()?)?;
        out.flush()?;
        accept(listener, Arc::new(Simulator { source, storing: Mutex::default() })).await
    })
}

async fn accept(listener: TcpListener, simulator: Arc<Simulator<impl Source>>) -> anyhow::Result<()> {
    let room = Arc::new(Semaphore::new(SIM_CONNECTIONS_MAX));
    loop {
        let permit = Arc::clone(&room).acquire_owned().await?;
        let (stream, _) = listener.accept().await?;
        stream.set_nodelay(true)?;
        let simulator = Arc::clone(&simulator);
        tokio::spawn(async move {
            let service = service_fn(|request| handle(Arc::clone(&simulator), request));
            let served = http1::Builder::new()
                .timer(TokioTimer::new())
                .header_read_timeout(SIM_READ_WAIT)
                .max_buf_size(SIM_HEAD_BYTES_MAX)
                .serve_connection(TokioIo::new(stream), service)
                .await;
            // Who hangs up, or is hung up on, needs no word.
            drop(served);
            drop(permit);
        });
    }
}

struct Simulator<S> {
    source: S,
    storing: Mutex<Storing>,
}

impl<S: Source> Simulator<S> {
    fn storing(&self) -> MutexGuard<'_, Storing> {
        self.storing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn switch(&self, request: &Request) -> Reply {
        if request.method == Method::POST {
            match request.read::<Storing>() {
                Ok(new) if new.is_in_bounds() && new.fout.is_none_or(|fout| self.source.can_be(fout)) => {
                    self.source.gezet(&new);
                    *self.storing() = new;
                }
                Ok(_) => return Reply::problem(StatusCode::BAD_REQUEST, "paramsValidation"),
                Err(reply) => return reply,
            }
        }
        Reply::json(&*self.storing())
    }

    fn manage(&self, request: &Request) -> Reply {
        if request.path == "/_storing" {
            return self.switch(request);
        }
        let storing = self.storing().clone();
        self.source
            .manage(request, &storing)
            .unwrap_or_else(|| Reply::problem(StatusCode::NOT_FOUND, "niet_gevonden"))
    }
}

/// Breaks the connection off: hyper hangs up when a service fails.
#[derive(Debug, thiserror::Error)]
#[error("told to hang up")]
struct HangUp;

async fn handle<S: Source>(
    simulator: Arc<Simulator<S>>,
    request: http::Request<Incoming>,
) -> Result<Response<Full<Bytes>>, HangUp> {
    let reply = match read(request).await {
        Ok(request) if request.path.starts_with("/_") => blocking(move || simulator.manage(&request)).await,
        Ok(request) => {
            let storing = simulator.storing().clone();
            if let Some(delay) = storing.delay() {
                tokio::time::sleep(delay).await;
            }
            match storing.weg {
                Some(Weg::Onbeschikbaar) => Reply::problem(StatusCode::SERVICE_UNAVAILABLE, "onbeschikbaar"),
                Some(Weg::Dicht) => return Err(HangUp),
                Some(Weg::Hang) => {
                    tokio::time::sleep(SIM_HANG).await;
                    return Err(HangUp);
                }
                None => blocking(move || storing.spoil(simulator.source.answer(&request, &storing))).await,
            }
        }
        Err(reply) => reply,
    };
    let mut response = Response::new(Full::new(reply.body));
    *response.status_mut() = reply.status;
    response.headers_mut().insert(CONTENT_TYPE, http::HeaderValue::from_static(reply.kind));
    Ok(response)
}

async fn blocking(work: impl FnOnce() -> Reply + Send + 'static) -> Reply {
    tokio::task::spawn_blocking(work)
        .await
        .unwrap_or_else(|_| Reply::problem(StatusCode::INTERNAL_SERVER_ERROR, "intern"))
}

async fn read(request: http::Request<Incoming>) -> Result<Request, Reply> {
    let (head, body) = request.into_parts();
    let kind = head.headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    // Also keeps pages in a browser on this machine out: they cannot send this without being asked first.
    if head.method == Method::POST && kind.split(';').next() != Some(JSON) {
        return Err(Reply::problem(StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupportedMediaType"));
    }
    let body = tokio::time::timeout(SIM_READ_WAIT, Limited::new(body, SIM_BODY_BYTES_MAX).collect())
        .await
        .map_err(|_| Reply::problem(StatusCode::REQUEST_TIMEOUT, "te_laat"))?
        .map_err(|_| Reply::problem(StatusCode::PAYLOAD_TOO_LARGE, "te_groot"))?
        .to_bytes();
    Ok(Request {
        method: head.method,
        path: head.uri.path().to_owned(),
        query: head.uri.query().unwrap_or_default().to_owned(),
        headers: head.headers,
        body,
    })
}
