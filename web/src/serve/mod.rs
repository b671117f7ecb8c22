//! Accepts connections and speaks HTTP/1.1 on them.
//!
//! An own loop on hyper, because a WebSocket here is a raw TCP stream that the actors write into; axum sees requests only.

mod socket;

use std::convert::Infallible;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tower::ServiceExt;

pub(crate) use socket::Socket;

use crate::limits::{CONNECTIONS_MAX, HEAD_BYTES_MAX, HEAD_WAIT};

/// What a connection that does not get through is told, as complete bytes.
const TOO_MANY: &[u8] =
    b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
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
    drop(stream.try_write(TOO_MANY));
}

async fn connection(socket: Socket, router: Router, stop: CancellationToken) {
    let service = service_fn(move |request: Request<Incoming>| {
        let router = router.clone();
        async move {
            Ok::<_, Infallible>(
                router.oneshot(request.map(Body::new)).await.unwrap_or_else(|never| match never {}),
            )
        }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_WAIT)
        .max_buf_size(HEAD_BYTES_MAX)
        .serve_connection(TokioIo::new(socket.clone()), service)
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
            drop(socket.stream().try_write(TOO_SLOW));
        }
        // What a stranger's bytes did to the parser is no fault of ours and says nothing about anybody.
        tracing::debug!(error = %e, "a connection ended early");
    }
}
