//! Mail by SMTP: that there is something in the portal, and where that is. The contract stands in `docs/koppelingen/mail.md`.
//!
//! *Invariant: no content. Who reads somebody else's mail learns that a municipality has a message for them, and no more.*
//! *Invariant: no address and no answer of a mail server in a log line or an error.*

mod starttls;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fmt;

use futures_util::future::BoxFuture;
use keukentafel::domain::ids::GemeenteId;
use keukentafel::poort::mail::{Mail, MailFout, Mailbericht, Mailstoring};
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, SinglePart};
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, Tls, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

use crate::limits::{MAIL_ANSWER_WAIT, MAIL_WHOLE_WAIT};
use starttls::Starttls;

/// How we reach a mail server. `Debug` shows no password.
#[derive(Clone)]
pub struct MailConfig {
    /// `smtps://host[:port]` for TLS at once, `smtp://host[:port]` for STARTTLS. Without TLS only on this machine.
    pub url: String,
    /// From which address mail goes.
    pub van: String,
    /// With which name and password we log in.
    pub inlog: Option<(String, String)>,
    /// Where residents log in.
    pub portaal: String,
    /// How each municipality calls itself.
    pub gemeenten: BTreeMap<GemeenteId, String>,
}

impl fmt::Debug for MailConfig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MailConfig({}, ***)", self.url)
    }
}

/// Why mail cannot go by these settings.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum MailConfigFout {
    /// Not `smtp://` or `smtps://` with a host.
    #[error("'{0}' is geen mailserver zoals smtps://mail.gemeente.nl")]
    Url(String),
    /// Nobody can send from there.
    #[error("'{0}' is geen e-mailadres")]
    Van(String),
    /// The machine has no way to make TLS.
    #[error("TLS is niet mogelijk")]
    Tls,
}

/// Sends mail by SMTP, one connection a mail: there are few, and a connection that is kept is one that breaks unseen.
pub struct MailSmtp {
    road: Road,
    van: Address,
    portaal: String,
    gemeenten: BTreeMap<GemeenteId, String>,
}

/// How a mail gets to the server.
enum Road {
    /// Under TLS from the first byte; to this machine itself in the clear.
    Direct(Box<AsyncSmtpTransport<Tokio1Executor>>),
    /// In the clear up to STARTTLS.
    Starttls { door: Box<Starttls>, hello: ClientId, inlog: Option<Credentials> },
}

impl fmt::Debug for MailSmtp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MailSmtp(***)")
    }
}

impl MailSmtp {
    /// By these settings. Nothing is asked of the server yet.
    ///
    /// # Errors
    /// [`MailConfigFout`].
    pub fn new(config: MailConfig) -> Result<Self, MailConfigFout> {
        let MailConfig { url, van, inlog, portaal, gemeenten } = config;
        let van: Address = van.parse().map_err(|_| MailConfigFout::Van(van.clone()))?;
        let (implicit, host, port) = server(&url).ok_or_else(|| MailConfigFout::Url(url.clone()))?;
        let hello = ClientId::Domain(van.domain().to_owned());
        let inlog = inlog.map(|(naam, sleutel)| Credentials::new(naam, sleutel));
        // On this machine nobody listens in; anywhere else nothing goes in the clear but the first words.
        let direct = |tls| {
            let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host)
                .port(port)
                .tls(tls)
                .hello_name(hello.clone())
                .timeout(Some(MAIL_ANSWER_WAIT));
            if let Some(inlog) = &inlog {
                builder = builder.credentials(inlog.clone());
            }
            Road::Direct(Box::new(builder.build()))
        };
        let road = match (implicit, is_loopback(host)) {
            (true, _) => {
                let tls = TlsParameters::new(host.to_owned()).map_err(|_| MailConfigFout::Tls)?;
                direct(Tls::Wrapper(tls))
            }
            (false, true) => direct(Tls::None),
            (false, false) => {
                let door = Starttls::new(host, port).ok_or(MailConfigFout::Tls)?;
                Road::Starttls { door: Box::new(door), hello, inlog }
            }
        };
        Ok(Self { road, van, portaal, gemeenten })
    }

    /// Whether the server takes us in now; nothing is sent.
    ///
    /// # Errors
    /// [`MailFout`] as for a mail.
    pub async fn bereikbaar(&self) -> Result<(), MailFout> {
        in_time(async {
            let there = match &self.road {
                Road::Direct(transport) => transport.test_connection().await.map_err(|error| fout(&error))?,
                Road::Starttls { door, hello, inlog } => {
                    let mut line = log_in(door.connect(hello).await?, inlog.as_ref()).await?;
                    let there = line.test_connected().await;
                    line.abort().await;
                    there
                }
            };
            if there { Ok(()) } else { Err(MailFout::Later(Mailstoring::Onbereikbaar)) }
        })
        .await
    }

    fn bericht(&self, mail: &Mailbericht) -> Result<Message, MailFout> {
        let aan: Address = mail.aan.parse().map_err(|_| MailFout::GeenAdres)?;
        let gemeente = self.gemeenten.get(&mail.gemeente).map_or("de gemeente", String::as_str);
        let id = format!("<{}@{}>", mail.id, self.van.domain());
        let built = Message::builder()
            .from(Mailbox::new(Some(gemeente.to_owned()), self.van.clone()))
            .to(Mailbox::new(None, aan))
            .subject(ONDERWERP)
            .message_id(Some(id))
            // No answer by a machine (RFC 3834).
            .header(Automatisch)
            .singlepart(
                SinglePart::builder().header(ContentType::TEXT_PLAIN).body(tekst(gemeente, &self.portaal)),
            );
        built.map_err(|_| MailFout::GeenAdres)
    }

    async fn stuur(&self, mail: &Mailbericht) -> Result<(), MailFout> {
        let message = self.bericht(mail)?;
        in_time(async {
            match &self.road {
                Road::Direct(transport) => {
                    transport.send(message).await.map(|_| ()).map_err(|error| fout(&error))
                }
                Road::Starttls { door, hello, inlog } => {
                    let mut line = log_in(door.connect(hello).await?, inlog.as_ref()).await?;
                    let sent = line.send(message.envelope(), &message.formatted()).await;
                    // What it said of the mail is what counts; it may be gone by now.
                    line.abort().await;
                    sent.map(|_| ()).map_err(|error| fout(&error))
                }
            }
        })
        .await
    }
}

async fn in_time<T>(talk: impl Future<Output = Result<T, MailFout>>) -> Result<T, MailFout> {
    let done = tokio::time::timeout(MAIL_WHOLE_WAIT, talk).await;
    done.unwrap_or(Err(MailFout::Later(Mailstoring::TeLaat)))
}

async fn log_in(
    mut line: AsyncSmtpConnection,
    inlog: Option<&Credentials>,
) -> Result<AsyncSmtpConnection, MailFout> {
    if let Some(inlog) = inlog {
        line.auth(DEFAULT_MECHANISMS, inlog).await.map_err(|error| fout(&error))?;
    }
    Ok(line)
}

impl Mail for MailSmtp {
    fn verstuur(&self, bericht: Mailbericht) -> BoxFuture<'_, Result<(), MailFout>> {
        Box::pin(async move { self.stuur(&bericht).await })
    }
}

/// What stands above every mail: the same for whatever it is about.
pub const ONDERWERP: &str = "Er staat een bericht voor u klaar";

/// What every mail says. B1; proof-b1 reads it.
#[must_use]
pub fn tekst(gemeente: &str, portaal: &str) -> String {
    format!(
        "Er staat een bericht voor u klaar van {gemeente}.\r\n\r\n\
         U leest het op {portaal}\r\nLog daar in met uw DigiD.\r\n\r\n\
         Wij zetten nooit persoonlijke gegevens in een e-mail. Wij vragen ook nooit om uw wachtwoord.\r\n\r\n\
         U kunt niet antwoorden op deze e-mail.\r\n"
    )
}

#[derive(Clone)]
struct Automatisch;

impl Header for Automatisch {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// What a failure means for this mail. A refusal of the address is for good; of us, or of mail without TLS, it is for who keeps the settings.
fn fout(error: &lettre::transport::smtp::Error) -> MailFout {
    let status = error.status().map(u16::from);
    match status {
        // 530, 534, 535, 538: log in first, or otherwise; 454, 554 5.7.0 of STARTTLS has no address yet either.
        Some(code @ (530 | 534 | 535 | 538)) => MailFout::Later(Mailstoring::Instelling(code)),
        Some(code) if error.is_permanent() => MailFout::Geweigerd { code },
        Some(code) => MailFout::Later(Mailstoring::Uitgesteld(code)),
        None if error.is_timeout() => MailFout::Later(Mailstoring::TeLaat),
        None if error.is_tls() || error.is_client() || breaks_at_tls(error) => {
            MailFout::Later(Mailstoring::Aanbod)
        }
        None => MailFout::Later(Mailstoring::Onbereikbaar),
    }
}

/// Whether it went wrong while the line was closed to others: the client calls that a connection that failed.
fn breaks_at_tls(error: &lettre::transport::smtp::Error) -> bool {
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        let within = cause.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
        if cause.is::<rustls::Error>() || within.is_some_and(|within| within.is::<rustls::Error>()) {
            return true;
        }
        source = cause.source();
    }
    false
}

/// Whether TLS is at once, the host and the port.
fn server(url: &str) -> Option<(bool, &str, u16)> {
    let (scheme, rest) = url.split_once("://")?;
    let (implicit, standard) = match scheme {
        "smtps" => (true, 465),
        "smtp" => (false, 587),
        _ => return None,
    };
    let rest = rest.trim_end_matches('/');
    let (host, port) = match rest.rsplit_once(':') {
        Some((host, port)) => (host, port.parse().ok()?),
        None => (rest, standard),
    };
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    (!host.is_empty() && host.chars().all(plain)).then_some((implicit, host, port))
}

fn is_loopback(host: &str) -> bool {
    host == "localhost" || host.parse::<std::net::Ipv4Addr>().is_ok_and(|address| address.is_loopback())
}
