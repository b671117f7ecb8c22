//! The client through which `openidconnect` asks: within our bounds, and to nobody in the clear.

use std::future::Future;
use std::pin::Pin;

use bytes::BytesMut;
use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};
use reqwest::Client;

use crate::caller::{ConfigFout, basis, client};
use crate::limits::{ANSWER_WAIT, OIDC_BODY_BYTES_MAX};

/// The question could not be put, or its answer not be read. Why is not told: it could quote a code.
#[derive(Copy, Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("no answer")]
pub(super) struct GeenAntwoord;

/// How a provider is asked.
pub(super) struct Http(Client);

impl Http {
    /// For the provider at this address.
    pub(super) fn new(issuer: &str) -> Result<Self, ConfigFout> {
        Ok(Self(client(&basis(issuer)?, ANSWER_WAIT)?))
    }

    async fn exchange(&self, request: HttpRequest) -> Result<HttpResponse, GeenAntwoord> {
        let (parts, body) = request.into_parts();
        // What the provider names as its own addresses is held to the same rule as the one that was set up.
        let address = parts.uri.to_string();
        basis(&address).map_err(|_| GeenAntwoord)?;
        let question = self.0.request(parts.method, address).headers(parts.headers).body(body);
        let mut response = question.send().await.map_err(|_| GeenAntwoord)?;
        let mut answer = openidconnect::http::Response::builder().status(response.status());
        if let Some(headers) = answer.headers_mut() {
            *headers = std::mem::take(response.headers_mut());
        }
        let mut bytes = BytesMut::new();
        while let Some(chunk) = response.chunk().await.map_err(|_| GeenAntwoord)? {
            if bytes.len() + chunk.len() > OIDC_BODY_BYTES_MAX {
                return Err(GeenAntwoord);
            }
            bytes.extend_from_slice(&chunk);
        }
        answer.body(bytes.to_vec()).map_err(|_| GeenAntwoord)
    }
}

impl<'c> AsyncHttpClient<'c> for Http {
    type Error = GeenAntwoord;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, GeenAntwoord>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.exchange(request))
    }
}
