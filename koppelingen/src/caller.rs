//! Puts one question to an outside system over HTTP, within bounds.

use std::sync::Arc;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::StatusCode;
use http::header::{ACCEPT, CONTENT_TYPE};
use keukentafel::clock::Clock;
use keukentafel::poort::{Onjuist, PoortFout, Storing, foutcode};
use reqwest::{Client, Method, RequestBuilder, Response, Url};
use serde::de::DeserializeOwned;
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::breaker::Breaker;
use crate::limits::{CONNECT_WAIT, IDLE_CONNECTIONS_MAX, PROBLEM_BYTES_MAX, RETRY_WAIT};

/// Why an adapter cannot be built.
#[derive(Debug, thiserror::Error)]
pub enum ConfigFout {
    /// Not an absolute address, or one with a name, a question or a fragment in it.
    #[error("the base address is not an absolute http(s) address without user, query or fragment")]
    BasisUrl,
    /// Persons' data in the clear: `http` only goes to this machine itself.
    #[error("the base address must be https, save on this machine")]
    NietVersleuteld,
    /// Empty, or not visible ASCII.
    #[error("the key is empty or has other than visible ASCII characters")]
    Sleutel,
    /// A bound of nothing.
    #[error("the time limit and the number of questions at once must be more than zero")]
    Grens,
    /// TLS does not come up, most often because the machine has no certificate authorities.
    #[error("the client cannot be built: {0}")]
    Client(String),
}

/// What every adapter must know of its source.
pub(crate) struct CallerConfig {
    /// For logs and metrics.
    pub(crate) system: &'static str,
    pub(crate) basis_url: String,
    /// Which header carries the key, and what it holds.
    pub(crate) key: (&'static str, String),
    pub(crate) wait: Duration,
    pub(crate) at_once: usize,
    pub(crate) body_bytes_max: usize,
}

/// An answer that the source stands behind: 200, JSON, whole.
pub(crate) struct Reply(Bytes);

impl Reply {
    /// Reads it as the contract says.
    pub(crate) fn read<T: DeserializeOwned>(&self) -> Result<T, PoortFout> {
        // What serde says of it could quote it.
        serde_json::from_slice(&self.0).map_err(|_| PoortFout::OnjuistAntwoord(Onjuist::Vorm))
    }
}

/// One source, and how it is asked.
pub(crate) struct Caller {
    client: Client,
    basis: Url,
    config: CallerConfig,
    room: Semaphore,
    breaker: Breaker,
}

impl Caller {
    pub(crate) fn new(config: CallerConfig, clock: Arc<dyn Clock>) -> Result<Self, ConfigFout> {
        let basis = basis(&config.basis_url)?;
        let key = &config.key.1;
        if key.is_empty() || !key.bytes().all(|b| b.is_ascii_graphic() || b == b' ') {
            return Err(ConfigFout::Sleutel);
        }
        if config.wait.is_zero() || config.at_once == 0 || config.at_once > Semaphore::MAX_PERMITS {
            return Err(ConfigFout::Grens);
        }
        Ok(Self {
            client: client(&basis, config.wait)?,
            basis,
            room: Semaphore::new(config.at_once),
            breaker: Breaker::new(clock),
            config,
        })
    }

    /// POSTs JSON to `path` under the base address.
    pub(crate) async fn post(&self, path: &str, body: &impl serde::Serialize) -> Result<Reply, PoortFout> {
        let body = serde_json::to_vec(body).map_err(|_| PoortFout::OnjuistAntwoord(Onjuist::Vorm))?;
        let request = self.request(Method::POST, path, &[])?;
        self.ask(request.header(CONTENT_TYPE, "application/json; charset=utf-8").body(body)).await
    }

    /// GETs `path` under the base address. What is in `query` ends up in logs of others: nothing personal.
    pub(crate) async fn get(&self, path: &str, query: &[(&str, &str)]) -> Result<Reply, PoortFout> {
        self.ask(self.request(Method::GET, path, query)?).await
    }

    fn request(
        &self,
        method: Method,
        path: &str,
        query: &[(&str, &str)],
    ) -> Result<RequestBuilder, PoortFout> {
        let mut url = self.basis.clone();
        // The base cannot be without a path: it is http(s).
        url.path_segments_mut()
            .map_err(|()| PoortFout::Storing(Storing::Onbereikbaar))?
            .pop_if_empty()
            .extend(path.split('/'));
        if !query.is_empty() {
            url.query_pairs_mut().extend_pairs(query);
        }
        let (header, key) = &self.config.key;
        Ok(self
            .client
            .request(method, url)
            .header(ACCEPT, "application/json, application/problem+json")
            .header(*header, key.as_str()))
    }

    async fn ask(&self, request: RequestBuilder) -> Result<Reply, PoortFout> {
        let outcome = self.guarded(request).await;
        let word = match &outcome {
            Ok(_) => "antwoord",
            Err(PoortFout::Storing(_)) => "storing",
            Err(PoortFout::OnjuistAntwoord(_)) => "onjuist",
            Err(PoortFout::Geweigerd { .. }) => "geweigerd",
        };
        let system = self.config.system;
        metrics::counter!("keukentafel_koppeling_vragen_total", "systeem" => system, "uitkomst" => word)
            .increment(1);
        metrics::gauge!("keukentafel_koppeling_onderbroken", "systeem" => system)
            .set(f64::from(u8::from(self.breaker.is_open())));
        outcome
    }

    async fn guarded(&self, request: RequestBuilder) -> Result<Reply, PoortFout> {
        let _permit = self.permit().await?;
        let pass = self.breaker.pass().ok_or(PoortFout::Storing(Storing::Onderbroken))?;
        let outcome = match tokio::time::timeout(self.config.wait, self.exchange(request)).await {
            Ok(outcome) => outcome,
            Err(_) => Err(PoortFout::Storing(Storing::TeLaat)),
        };
        match &outcome {
            Err(PoortFout::Storing(_)) => pass.failed(),
            Ok(_) | Err(PoortFout::OnjuistAntwoord(_) | PoortFout::Geweigerd { .. }) => pass.answered(),
        }
        outcome
    }

    async fn permit(&self) -> Result<SemaphorePermit<'_>, PoortFout> {
        match tokio::time::timeout(self.config.wait, self.room.acquire()).await {
            Ok(Ok(permit)) => Ok(permit),
            Ok(Err(_)) | Err(_) => Err(PoortFout::Storing(Storing::Druk)),
        }
    }

    /// One question; once more when the connection could not even be made, as then the source has not seen it.
    async fn exchange(&self, request: RequestBuilder) -> Result<Reply, PoortFout> {
        let again = request.try_clone();
        let response = match (request.send().await, again) {
            (Err(e), Some(again)) if e.is_connect() => {
                tokio::time::sleep(RETRY_WAIT).await;
                again.send().await
            }
            (outcome, _) => outcome,
        };
        self.judge(response.map_err(|e| failure(&e))?).await
    }

    async fn judge(&self, response: Response) -> Result<Reply, PoortFout> {
        let status = response.status();
        if status == StatusCode::OK {
            if !is_json(&response) {
                return Err(PoortFout::OnjuistAntwoord(Onjuist::Vorm));
            }
            return Ok(Reply(body(response, self.config.body_bytes_max).await?));
        }
        if status == StatusCode::TOO_MANY_REQUESTS {
            return Err(PoortFout::Storing(Storing::Druk));
        }
        if status.is_server_error() {
            return Err(PoortFout::Storing(Storing::Serverfout));
        }
        if !status.is_client_error() {
            return Err(PoortFout::OnjuistAntwoord(Onjuist::Vorm));
        }
        let code = match body(response, PROBLEM_BYTES_MAX).await {
            Ok(bytes) => serde_json::from_slice::<Problem>(&bytes).ok().and_then(|problem| problem.code),
            Err(_) => None,
        };
        let code = code.map_or_else(|| format!("http_{}", status.as_u16()), |code| foutcode(&code));
        Err(PoortFout::Geweigerd { code })
    }
}

/// The part of problem+json that we use.
#[derive(serde::Deserialize)]
struct Problem {
    code: Option<String>,
}

/// An address that persons' data may go to.
pub(crate) fn basis(text: &str) -> Result<Url, ConfigFout> {
    let url = Url::parse(text).map_err(|_| ConfigFout::BasisUrl)?;
    let bare = url.username().is_empty()
        && url.password().is_none()
        && url.query().is_none()
        && url.fragment().is_none();
    let here = url.host_str().is_some_and(|host| matches!(host, "127.0.0.1" | "[::1]" | "localhost"));
    match url.scheme() {
        "https" | "http" if !bare || url.host_str().is_none() => Err(ConfigFout::BasisUrl),
        "https" => Ok(url),
        "http" if here => Ok(url),
        "http" => Err(ConfigFout::NietVersleuteld),
        _ => Err(ConfigFout::BasisUrl),
    }
}

/// A client for one source: no proxy, no redirects, ring for TLS.
pub(crate) fn client(basis: &Url, wait: Duration) -> Result<Client, ConfigFout> {
    // Already there when another adapter was built before; then it is the same.
    drop(rustls::crypto::ring::default_provider().install_default());
    let mut builder = Client::builder()
        .no_proxy()
        .redirect(reqwest::redirect::Policy::none())
        .referer(false)
        .connect_timeout(CONNECT_WAIT.min(wait))
        .timeout(wait)
        .pool_max_idle_per_host(IDLE_CONNECTIONS_MAX)
        .https_only(basis.scheme() == "https")
        .user_agent("keukentafel");
    if basis.scheme() == "http" {
        // Nothing to verify on this machine, so no store of authorities is needed.
        builder = builder.tls_certs_only([]);
    }
    builder.build().map_err(|e| ConfigFout::Client(e.to_string()))
}

fn is_json(response: &Response) -> bool {
    let kind = response.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("application/json")
}

async fn body(mut response: Response, max: usize) -> Result<Bytes, PoortFout> {
    let mut bytes = BytesMut::new();
    while let Some(chunk) = response.chunk().await.map_err(|e| failure(&e))? {
        if bytes.len() + chunk.len() > max {
            return Err(PoortFout::OnjuistAntwoord(Onjuist::TeGroot));
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes.freeze())
}

fn failure(error: &reqwest::Error) -> PoortFout {
    PoortFout::Storing(if error.is_timeout() { Storing::TeLaat } else { Storing::Onbereikbaar })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(url: &str, then: impl Fn(&Result<Url, ConfigFout>) -> bool) {
        assert!(then(&basis(url)), "{url}");
    }

    #[test]
    fn persons_data_leave_this_machine_only_encrypted() {
        for good in
            ["https://brp.example/api", "http://127.0.0.1:9010", "http://localhost/x", "http://[::1]:1/"]
        {
            check(good, Result::is_ok);
        }
        for clear in ["http://brp.example", "http://127.0.0.1.example/", "http://10.0.0.1/"] {
            check(clear, |outcome| matches!(outcome, Err(ConfigFout::NietVersleuteld)));
        }
        for wrong in [
            "",
            "brp",
            "ftp://127.0.0.1/",
            "https://u:p@brp.example",
            "https://brp.example/?a=1",
            "https://brp.example/#a",
        ] {
            check(wrong, |outcome| matches!(outcome, Err(ConfigFout::BasisUrl)));
        }
    }
}
