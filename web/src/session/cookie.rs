//! The cookie `__Host-kt`: the only thing that opens anything here.

use http::{HeaderMap, HeaderValue, header};

use super::SessionSecret;

const NAME: &str = "__Host-kt";

/// Characters of 256 bits in base64url.
const SECRET_CHARS: usize = 43;

/// The session that a request brings. Two of them is none: somebody planted one.
pub(crate) fn from_headers(headers: &HeaderMap) -> Option<SessionSecret> {
    let mut found = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .filter(|(name, _)| *name == NAME)
        .map(|(_, value)| value);
    let only = found.next().filter(|_| found.next().is_none())?;
    let alphabet = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    (only.len() == SECRET_CHARS && only.chars().all(alphabet)).then(|| SessionSecret(only.to_owned()))
}

/// Gives the browser its session.
pub(crate) fn set(secret: &SessionSecret) -> Option<HeaderValue> {
    let mut value =
        HeaderValue::from_str(&format!("{NAME}={}; HttpOnly; Secure; SameSite=Lax; Path=/", secret.0))
            .ok()?;
    value.set_sensitive(true);
    Some(value)
}

/// Takes the browser's session away.
pub(crate) fn clear() -> HeaderValue {
    HeaderValue::from_static("__Host-kt=; HttpOnly; Secure; SameSite=Lax; Path=/; Max-Age=0")
}
