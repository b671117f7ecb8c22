//! The browser client's files. In a release they are part of the program; while developing they are read from disk.

use std::borrow::Cow;

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use rust_embed::RustEmbed;

use crate::problem::Fout;

#[derive(RustEmbed)]
#[folder = "app/dist/"]
#[allow_missing = true]
struct Files;

/// Whatever is no other address: a file of the client, or one of its pages.
pub(super) async fn page(method: Method, uri: Uri, headers: HeaderMap) -> Response {
    let path = uri.path();
    if path.starts_with("/api/") || path.starts_with("/demo/") || !path_is_plain(path) {
        return Fout::geen_adres().into_response();
    }
    if !matches!(method, Method::GET | Method::HEAD) {
        return Fout::new("methode").into_response();
    }
    match path {
        "/favicon.ico" => return icoon(),
        // The page of a refusal has its words from one.
        "/fout.html" => return Fout::geen_adres().into_response(),
        _ => {}
    }
    match page_of(path) {
        Some(page) => file(page, &headers).unwrap_or_else(not_built),
        None => {
            file(path.trim_start_matches('/'), &headers).unwrap_or_else(|| Fout::geen_adres().into_response())
        }
    }
}

/// Nothing that means one thing to us and another to a file system.
fn path_is_plain(path: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_' | '.' | '@');
    path.chars().all(plain)
        && !path.split('/').any(|part| part.starts_with('.') || part == "..")
        && !path.contains("//")
}

/// The page on which the client itself finds its way.
fn page_of(path: &str) -> Option<&'static str> {
    let first = path.trim_start_matches('/').split('/').next().unwrap_or_default();
    match first {
        "" | "demo" | "melding" | "balie" | "zaken" | "personen" | "huishoudens" | "documenten"
        | "gesprekken" | "werkvoorraad" | "caseload" | "rekeningen" | "signalen" | "signaal" | "plannen"
        | "groepen" | "leiding" | "inloggen" | "rol" | "stap-op" | "sessies" | "vervanging" | "nakijken"
        | "nazicht" | "audit" | "beschermd" | "rechten" | "acties" | "stijl" => Some("index.html"),
        "portaal" => Some("portaal.html"),
        _ => None,
    }
}

/// What browsers ask for by themselves: the mark.
fn icoon() -> Response {
    const MERK: &[u8] = include_bytes!("../../app/src/thema/merk.svg");
    let headers = [(header::CONTENT_TYPE, "image/svg+xml"), (header::CACHE_CONTROL, "public, max-age=86400")];
    (headers, MERK).into_response()
}

/// A file of the client as text; `None` when it was not built.
pub(super) fn tekst(name: &str) -> Option<String> {
    String::from_utf8(Files::get(name)?.data.into_owned()).ok()
}

fn file(name: &str, headers: &HeaderMap) -> Option<Response> {
    let plain = Files::get(name)?;
    let (encoding, data) = encoded(name, headers).unwrap_or((None, plain.data));
    let etag = format!("\"{}-{}\"", hex(&plain.metadata.sha256_hash()[..8]), encoding.unwrap_or("plain"));
    let unchanged = headers.get(header::IF_NONE_MATCH).is_some_and(|held| held.as_bytes() == etag.as_bytes());
    let body = match (unchanged, data) {
        (true, _) => Body::empty(),
        (false, Cow::Borrowed(bytes)) => Body::from(bytes),
        (false, Cow::Owned(bytes)) => Body::from(bytes),
    };
    let mut response = Response::new(body);
    if unchanged {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
    }
    let out = response.headers_mut();
    out.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind(name)));
    out.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    out.extend(encoding.map(|encoding| (header::CONTENT_ENCODING, HeaderValue::from_static(encoding))));
    out.extend(HeaderValue::from_str(&etag).ok().map(|etag| (header::ETAG, etag)));
    // Files under assets/ carry a hash of their content in their name.
    let lasting =
        if name.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
    out.insert(header::CACHE_CONTROL, HeaderValue::from_static(lasting));
    Some(response)
}

/// The smallest form that the browser takes and the build has made.
fn encoded(name: &str, headers: &HeaderMap) -> Option<(Option<&'static str>, Cow<'static, [u8]>)> {
    let accepts =
        headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let takes = |word: &str| {
        accepts.split(',').any(|part| {
            let (name, quality) = part.split_once(';').unwrap_or((part, ""));
            name.trim() == word && !matches!(quality.trim(), "q=0" | "q=0.0")
        })
    };
    [("br", "br"), ("gzip", "gz")]
        .into_iter()
        .filter(|(word, _)| takes(word))
        .find_map(|(word, ending)| Some((Some(word), Files::get(&format!("{name}.{ending}"))?.data)))
}

fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Without the client's files there is still a server, and somebody in front of it.
fn not_built() -> Response {
    const PAGE: &str = include_str!("niet_gebouwd.html");
    (StatusCode::SERVICE_UNAVAILABLE, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], PAGE)
        .into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    // shows H2
    #[test]
    fn only_plain_paths_reach_the_files() {
        for good in ["/", "/assets/werkplek-3f2a.js", "/zaken/019ab000-0000-7000-8000-00000000000a", "/demo"]
        {
            assert!(path_is_plain(good), "{good}");
        }
        for wrong in [
            "/../Cargo.toml",
            "/a/../b",
            "/%2e%2e/x",
            "/%00",
            "/.git/config",
            "/a//b",
            "/a\\b",
            "/assets/.env",
        ] {
            assert!(!path_is_plain(wrong), "{wrong}");
        }
    }

    #[test]
    fn pages_of_the_client_are_its_own_to_find() {
        for (path, page) in [
            ("/", Some("index.html")),
            ("/demo", Some("index.html")),
            ("/zaken/x", Some("index.html")),
            ("/portaal/mijn", Some("portaal.html")),
            ("/assets/x.js", None),
            ("/zakenlijst", None),
        ] {
            assert_eq!(page_of(path), page, "{path}");
        }
    }
}
