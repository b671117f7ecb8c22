//! A TCP stream that several may hold: the HTTP parser first, then whoever writes frames to it.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, ready};

use socket2::SockRef;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::sync::OwnedSemaphorePermit;

use super::framing::Framing;
use super::{UNCLEAR, say};

/// A shared stream with its place among the connections; the last holder closes both.
#[derive(Clone, Debug)]
pub(crate) struct Socket(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    stream: TcpStream,
    /// Something came in after our last answer.
    halfway: AtomicBool,
    /// HTTP is over on it: frames are written and read.
    upgraded: AtomicBool,
    _place: OwnedSemaphorePermit,
}

impl Socket {
    pub(crate) fn new(stream: TcpStream, place: OwnedSemaphorePermit) -> Self {
        // Without this a frame waits for the acknowledgement of the one before: 40 ms for every second letter.
        drop(stream.set_nodelay(true));
        let no = || AtomicBool::new(false);
        Self(Arc::new(Inner { stream, halfway: no(), upgraded: no(), _place: place }))
    }

    /// The stream, for readiness and writes that do not wait.
    pub(crate) fn stream(&self) -> &TcpStream {
        &self.0.stream
    }

    /// Whether a request had begun and was not answered.
    pub(crate) fn is_halfway(&self) -> bool {
        self.0.halfway.load(Ordering::Relaxed)
    }

    /// From the answer on that is being written, this is a WebSocket.
    pub(crate) fn upgrade(&self) {
        self.0.upgraded.store(true, Ordering::Relaxed);
    }

    /// Whether it became a WebSocket.
    pub(crate) fn is_upgraded(&self) -> bool {
        self.0.upgraded.load(Ordering::Relaxed)
    }

    /// Says that nothing more comes from us.
    pub(crate) fn end_writing(&self) {
        drop(SockRef::from(self.stream()).shutdown(std::net::Shutdown::Write));
    }

    /// Ends it, whoever still holds it.
    pub(crate) fn end(&self) {
        drop(SockRef::from(self.stream()).shutdown(std::net::Shutdown::Both));
    }

    fn poll_wrote(
        &self,
        cx: &mut Context<'_>,
        write: impl Fn(&TcpStream) -> io::Result<usize>,
    ) -> Poll<io::Result<usize>> {
        loop {
            ready!(self.0.stream.poll_write_ready(cx))?;
            match write(&self.0.stream) {
                Err(e) if e.kind() == io::ErrorKind::WouldBlock => {}
                wrote => {
                    self.0.halfway.store(false, Ordering::Relaxed);
                    return Poll::Ready(wrote);
                }
            }
        }
    }
}

/// The stream as the HTTP parser has it, with an eye on what it reads.
#[derive(Debug)]
pub(crate) struct HttpSocket {
    socket: Socket,
    framing: Framing,
}

impl HttpSocket {
    pub(super) fn new(socket: Socket) -> Self {
        Self { socket, framing: Framing::default() }
    }

    /// The stream, when HTTP is over.
    pub(crate) fn into_socket(self) -> Socket {
        self.socket
    }
}

impl AsyncRead for HttpSocket {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let Self { socket: Socket(inner), framing } = self.get_mut();
        loop {
            ready!(inner.stream.poll_read_ready(cx))?;
            let room = buf.initialize_unfilled();
            match inner.stream.try_read(room) {
                Ok(n) => {
                    if framing.read(room.get(..n).unwrap_or_default()).is_err() {
                        // Now: the parser takes an error between two requests for the end of the line, and says nothing.
                        say(&inner.stream, UNCLEAR);
                        return Poll::Ready(Err(io::ErrorKind::InvalidData.into()));
                    }
                    buf.advance(n);
                    inner.halfway.store(n > 0, Ordering::Relaxed);
                    return Poll::Ready(Ok(()));
                }
                Err(e) if e.kind() == io::ErrorKind::WouldBlock => {}
                Err(e) => return Poll::Ready(Err(e)),
            }
        }
    }
}

impl AsyncWrite for HttpSocket {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        self.socket.poll_wrote(cx, |stream| stream.try_write(buf))
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        self.socket.poll_wrote(cx, |stream| stream.try_write_vectored(bufs))
    }

    fn is_write_vectored(&self) -> bool {
        true
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.socket.end_writing();
        Poll::Ready(Ok(()))
    }
}
