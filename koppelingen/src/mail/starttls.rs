//! The one conversation that begins in the clear: up to STARTTLS it is ours, from there the library's (RFC 3207).
//!
//! *Invariant: what comes before TLS counts for nothing after it.* lettre 0.11 keeps what it has read when it closes the line, so that answers which
//! somebody puts behind "220 go ahead" are taken for those of the server; then a mail is called sent that nobody took. Here a byte too many before TLS
//! ends the conversation, and the library gets a line of which it has read nothing.

use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use keukentafel::poort::mail::{MailFout, Mailstoring};
use lettre::transport::smtp::client::{AsyncSmtpConnection, AsyncTokioStream};
use lettre::transport::smtp::extension::ClientId;
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, RootCertStore};
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, BufReader, ReadBuf};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use crate::limits::{MAIL_LINE_BYTES_MAX, MAIL_LINES_MAX};

/// Under TLS a server does not greet again; the library waits for a greeting on every line that it is given.
const GREETING: &[u8] = b"220 STARTTLS\r\n";

/// Where mail goes in the clear first, and whom the machine trusts to say that it is there.
pub(super) struct Starttls {
    host: String,
    port: u16,
    name: ServerName<'static>,
    tls: TlsConnector,
}

impl Starttls {
    /// `None` when this machine trusts nobody, or the host has no name that a certificate could have.
    pub(super) fn new(host: &str, port: u16) -> Option<Self> {
        let mut roots = RootCertStore::empty();
        roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        let name = ServerName::try_from(host.to_owned()).ok()?;
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .ok()?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Some(Self { host: host.to_owned(), port, name, tls: TlsConnector::from(Arc::new(config)) })
    }

    /// A line that is closed to others, at a server that said who it is.
    ///
    /// # Errors
    /// [`MailFout::Later`]: no address was named yet, so whatever is refused here is refused to us.
    pub(super) async fn connect(&self, hello: &ClientId) -> Result<AsyncSmtpConnection, MailFout> {
        let line = TcpStream::connect((self.host.as_str(), self.port)).await.map_err(broken)?;
        let peer = line.peer_addr().map_err(broken)?;
        let line = self.in_the_clear(BufReader::new(line), hello).await?;
        let line = self.tls.connect(self.name.clone(), line).await.map_err(unsafe_or_broken)?;
        let greeted = Greeted { greeting: GREETING, line, peer };
        AsyncSmtpConnection::connect_with_transport(Box::new(greeted), hello)
            .await
            .map_err(|error| super::fout(&error))
    }

    /// Up to the answer to STARTTLS.
    async fn in_the_clear(
        &self,
        mut line: BufReader<TcpStream>,
        hello: &ClientId,
    ) -> Result<TcpStream, MailFout> {
        expect(&answer(&mut line).await?, 220)?;
        line.write_all(format!("EHLO {hello}\r\n").as_bytes()).await.map_err(broken)?;
        let offered = answer(&mut line).await?;
        expect(&offered, 250)?;
        let is_starttls =
            |said: &String| said.get(4..).is_some_and(|word| word.eq_ignore_ascii_case("STARTTLS"));
        if !offered.lines.iter().any(is_starttls) {
            return Err(MailFout::Later(Mailstoring::Aanbod));
        }
        line.write_all(b"STARTTLS\r\n").await.map_err(broken)?;
        expect(&answer(&mut line).await?, 220)?;
        if line.buffer().is_empty() {
            Ok(line.into_inner())
        } else {
            Err(MailFout::Later(Mailstoring::Aanbod))
        }
    }
}

impl fmt::Debug for Starttls {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Starttls(***)")
    }
}

/// An answer: its code, and its lines with the code before them.
struct Answer {
    code: u16,
    lines: Vec<String>,
}

/// Reads one answer, which may have several lines, within bounds: nobody vouches for who is talking yet.
async fn answer(line: &mut BufReader<TcpStream>) -> Result<Answer, MailFout> {
    let mut lines = Vec::new();
    while lines.len() < MAIL_LINES_MAX {
        let mut said = Vec::new();
        line.take(MAIL_LINE_BYTES_MAX).read_until(b'\n', &mut said).await.map_err(broken)?;
        let Some(text) = said.strip_suffix(b"\r\n").and_then(|said| std::str::from_utf8(said).ok()) else {
            break;
        };
        let Some(Ok(code)) = text.get(..3).map(str::parse) else { break };
        let last = text.as_bytes().get(3) != Some(&b'-');
        lines.push(text.to_owned());
        if last {
            return Ok(Answer { code, lines });
        }
    }
    Err(MailFout::Later(Mailstoring::Onbereikbaar))
}

fn expect(answer: &Answer, code: u16) -> Result<(), MailFout> {
    match answer.code {
        found if found == code => Ok(()),
        found @ 500.. => Err(MailFout::Later(Mailstoring::Instelling(found))),
        found => Err(MailFout::Later(Mailstoring::Uitgesteld(found))),
    }
}

fn broken(_: io::Error) -> MailFout {
    MailFout::Later(Mailstoring::Onbereikbaar)
}

fn unsafe_or_broken(error: io::Error) -> MailFout {
    let unsafe_tls = error.get_ref().is_some_and(|within| within.is::<rustls::Error>());
    MailFout::Later(if unsafe_tls { Mailstoring::Aanbod } else { Mailstoring::Onbereikbaar })
}

/// A line under TLS, with a greeting before it.
struct Greeted {
    /// What of the greeting was not read yet.
    greeting: &'static [u8],
    line: TlsStream<TcpStream>,
    peer: SocketAddr,
}

impl fmt::Debug for Greeted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Greeted(***)")
    }
}

impl AsyncTokioStream for Greeted {
    fn peer_addr(&self) -> io::Result<SocketAddr> {
        Ok(self.peer)
    }
}

impl AsyncRead for Greeted {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if self.greeting.is_empty() {
            return Pin::new(&mut self.line).poll_read(cx, buf);
        }
        let (now, later) = self.greeting.split_at(self.greeting.len().min(buf.remaining()));
        buf.put_slice(now);
        self.greeting = later;
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Greeted {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.line).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.line).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.line).poll_shutdown(cx)
    }
}
