//! A refusal for somebody who follows a link or types an address: a page, with the same status and words, that works without JavaScript.
//! Whoever asks the interface gets a problem (RFC 9457).

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, Method, header};

use super::statics;
use crate::problem::Geweigerd;
use crate::teksten::tekst;

/// Without the client's files: the words, and nothing around them.
const KAAL: &str = "<!doctype html><html lang=\"nl\"><meta charset=\"utf-8\"><title>%titel%</title><h1>%titel%</h1><p>%uitleg%</p>\
    <p><a href=\"/\">Naar het begin</a></p></html>";

/// Makes a page of a refusal where a page was asked for.
pub(super) async fn als_pagina(request: Request, next: Next) -> Response {
    let asked = vraagt_pagina(request.method(), request.uri().path(), request.headers());
    let response = next.run(request).await;
    match response.extensions().get::<Geweigerd>().copied().filter(|_| asked) {
        Some(refused) => pagina(refused, response),
        None => response,
    }
}

/// A browser that goes somewhere: it names pages first. Addresses of the interface answer in its own form to everybody.
fn vraagt_pagina(method: &Method, path: &str, headers: &HeaderMap) -> bool {
    let interface = ["/api", "/rt", "/yjs", "/healthz", "/readyz", "/metrics"]
        .iter()
        .any(|own| path.strip_prefix(own).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')));
    let accepts = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let html =
        accepts.split(',').any(|part| part.split(';').next().unwrap_or_default().trim() == "text/html");
    matches!(*method, Method::GET | Method::HEAD) && !interface && html
}

fn pagina(refused: Geweigerd, response: Response) -> Response {
    let (mut parts, _) = response.into_parts();
    let tekst = tekst(refused.code);
    let page = statics::tekst("fout.html").unwrap_or_else(|| KAAL.to_owned());
    // Words of the catalogue only: nothing that somebody sent comes back in it.
    let page = page
        .replace("%titel%", tekst.titel)
        .replace("%uitleg%", tekst.uitleg)
        .replace("%status%", parts.status.as_str());
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    (parts, page).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asks(method: &Method, path: &str, accept: &'static str) -> bool {
        let headers = HeaderMap::from_iter([(header::ACCEPT, HeaderValue::from_static(accept))]);
        vraagt_pagina(method, path, &headers)
    }

    // shows H2
    #[test]
    fn a_page_is_for_who_goes_somewhere_with_a_browser() {
        let browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
        assert!(asks(&Method::GET, "/nergens", browser));
        assert!(asks(&Method::HEAD, "/apiculture", browser));
        for (method, path, accept) in [
            (Method::GET, "/api/v1/nergens", browser),
            (Method::GET, "/api", browser),
            (Method::GET, "/yjs/x", browser),
            (Method::POST, "/nergens", browser),
            (Method::GET, "/nergens", "*/*"),
            (Method::GET, "/nergens", "application/json"),
            (Method::GET, "/nergens", "text/htmlx"),
        ] {
            assert!(!asks(&method, path, accept), "{method} {path} {accept}");
        }
    }
}
