//! Accepts connections and speaks HTTP/1.1 on them.
//!
//! An own loop on hyper, because a WebSocket here is a raw TCP stream that the actors write into; axum sees requests only.

mod framing;
mod socket;

use std::convert::Infallible;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use http::{Request, StatusCode};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use socket2::SockRef;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tower::ServiceExt;

pub(crate) use socket::{HttpSocket, Socket};

use crate::limits::{CLOSE_WAIT, CONNECTIONS_MAX, HEAD_BYTES_MAX, HEAD_WAIT, LINGER_BYTES_MAX};

/// What a connection that does not get through is told, as complete bytes.
const TOO_MANY: &[u8] =
    b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
const UNCLEAR: &[u8] = b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
const TOO_SLOW: &[u8] = b"HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

/// Accepts until `stop`; every connection is a task of `tasks`.
pub(crate) async fn accept(
    listener: TcpListener,
    router: Router,
    stop: CancellationToken,
    tasks: TaskTracker,
) {
    let room = Arc::new(Semaphore::new(CONNECTIONS_MAX));
    loop {
        let accepted = tokio::select! {
            () = stop.cancelled() => return,
            accepted = listener.accept() => accepted,
        };
        match accepted {
            Ok((stream, _)) => match Arc::clone(&room).try_acquire_owned() {
                Ok(permit) => {
                    let socket = Socket::new(stream, permit);
                    tasks.spawn(connection(socket, router.clone(), stop.clone()));
                }
                Err(_) => refuse(&stream),
            },
            Err(e) => {
                // Most often no file descriptors are left: others must close first.
                tracing::warn!(error = %e, "a connection could not be accepted");
                tokio::time::sleep(std::time::Duration::from_millis(100)).await;
            }
        }
    }
}

fn refuse(stream: &TcpStream) {
    metrics::counter!("keukentafel_connections_refused_total").increment(1);
    say(stream, TOO_MANY);
}

/// A last word, as far as it goes out at once. Not by way of the runtime, which may not know yet that a new connection takes bytes.
fn say(stream: &TcpStream, last: &[u8]) {
    drop(SockRef::from(stream).send(last));
}

async fn connection(socket: Socket, router: Router, stop: CancellationToken) {
    let held = socket.clone();
    let service = service_fn(move |request: Request<Incoming>| {
        let (router, held) = (router.clone(), held.clone());
        async move {
            let answer = router.oneshot(request.map(Body::new)).await.unwrap_or_else(|never| match never {});
            if answer.status() == StatusCode::SWITCHING_PROTOCOLS {
                held.upgrade();
            }
            Ok::<_, Infallible>(answer)
        }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_WAIT)
        .max_buf_size(HEAD_BYTES_MAX)
        .serve_connection(TokioIo::new(HttpSocket::new(socket.clone())), service)
        .with_upgrades();
    tokio::pin!(connection);
    let ended = tokio::select! {
        ended = connection.as_mut() => ended,
        () = stop.cancelled() => {
            connection.as_mut().graceful_shutdown();
            connection.await
        }
    };
    if let Err(e) = ended {
        if e.is_timeout() && socket.is_halfway() {
            say(socket.stream(), TOO_SLOW);
        }
        // What a stranger's bytes did to the parser is no fault of ours and says nothing about anybody.
        tracing::debug!(error = %e, "a connection ended early");
    }
    if !socket.is_upgraded() && !stop.is_cancelled() {
        drop(tokio::time::timeout(CLOSE_WAIT, linger(&socket)).await);
    }
}

/// Reads what is still coming and throws it away: closing on unread bytes would reset the line and take along the answer that says why.
async fn linger(socket: &Socket) {
    socket.end_writing();
    let mut waste = Vec::new();
    let mut left = LINGER_BYTES_MAX;
    while left > 0 && socket.stream().readable().await.is_ok() {
        waste.resize(HEAD_BYTES_MAX, 0);
        match socket.stream().try_read(&mut waste) {
            Ok(0) => return,
            Ok(n) => left = left.saturating_sub(n),
            Err(e) if e.kind() == std::io::ErrorKind::WouldBlock => {}
            Err(_) => return,
        }
    }
}
