//! From a cookie to who asks, and from bytes to what is asked.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{FromRequest, FromRequestParts, Request};
use http::request::Parts;
use http::{HeaderMap, HeaderName, header};
use http_body_util::BodyExt;
use keukentafel::domain::bevoegdheid::vraagt_stap_op;
use keukentafel::domain::medewerker::{Medewerker, Wie};
use keukentafel::limits::JSON_DEPTH_MAX;
use keukentafel::store::Position;
use serde::de::DeserializeOwned;

use crate::app::{App, Door};
use crate::json;
use crate::limits::{BODY_BYTES_MAX, BODY_READ_MAX, BODY_WAIT};
use crate::origin::{One, one};
use crate::problem::Fout;
use crate::session::{Session, SessionKey, from_headers};

/// Somebody who is logged in. A handler that takes this is closed to everybody else.
#[derive(Clone, Debug)]
pub(crate) struct Ingelogd {
    pub(crate) wie: Wie,
    pub(crate) session: Session,
    pub(crate) key: SessionKey,
}

impl Ingelogd {
    /// Who sends these headers.
    ///
    /// # Errors
    /// `sessie.geen` for nobody, whatever the reason; `sessie.rol_kiezen` for who has not said yet what they work as.
    pub(crate) async fn from_headers(app: &App, headers: &HeaderMap) -> Result<Self, Fout> {
        let Aangemeld { medewerker, session, key } = Aangemeld::from_headers(app, headers).await?;
        let rol = session.rol.ok_or_else(|| Fout::new("sessie.rol_kiezen"))?;
        let wie = medewerker.als(rol, session.id).ok_or_else(|| Fout::new("sessie.geen"))?;
        Ok(Self { wie, session, key })
    }

    /// Whether this act may be done in this session now.
    ///
    /// # Errors
    /// `sessie.stap_op` when it asks for a fresh proof of who does it, and there was none in the last minutes.
    pub(crate) fn stap_op_nodig(&self, app: &App, handeling: &str) -> Result<(), Fout> {
        stap_op_nodig(app, &self.session, handeling)
    }
}

/// As [`Ingelogd::stap_op_nodig`], of a session that is looked at by itself.
pub(crate) fn stap_op_nodig(app: &App, session: &Session, handeling: &str) -> Result<(), Fout> {
    let fresh = session.opgestapt_tot.is_some_and(|until| until > app.wall.now());
    if fresh || !vraagt_stap_op(handeling) { Ok(()) } else { Err(Fout::new("sessie.stap_op")) }
}

/// Somebody who came in, and may still have to say what they work as. Only what is about the session itself takes this.
#[derive(Clone, Debug)]
pub(crate) struct Aangemeld {
    pub(crate) medewerker: Medewerker,
    pub(crate) session: Session,
    pub(crate) key: SessionKey,
}

impl Aangemeld {
    /// Who sends these headers.
    ///
    /// # Errors
    /// `sessie.geen` for nobody, whatever the reason; `server.geen_zicht` while this node cannot know whose session is over.
    pub(crate) async fn from_headers(app: &App, headers: &HeaderMap) -> Result<Self, Fout> {
        let none = || Fout::new("sessie.geen");
        let secret = from_headers(headers).ok_or_else(none)?;
        let (key, session) = app.sessions.find(&secret).await?.ok_or_else(none)?;
        let known = || app.medewerker(session.medewerker).filter(|_| app.mag_blijven(&session));
        let medewerker = match known() {
            // Who came in on another node just now may be new there.
            None if app.sessions.is_gedeeld() => {
                app.tafel.lees_bij().await;
                known()
            }
            known => known,
        };
        Ok(Self { medewerker: medewerker.ok_or_else(none)?, session, key })
    }

    /// For the trail.
    pub(crate) fn door(&self) -> Door {
        let Medewerker { id, machtiging, .. } = self.medewerker;
        Door { wie: Some(id), rol: self.session.rol, sessie: Some(self.session.id), machtiging }
    }
}

impl FromRequestParts<Arc<App>> for Aangemeld {
    type Rejection = Fout;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Fout> {
        Self::from_headers(app, &parts.headers).await
    }
}

impl FromRequestParts<Arc<App>> for Ingelogd {
    type Rejection = Fout;

    /// Whoever says how far they were is shown nothing from before that, whichever node answers.
    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Fout> {
        let ingelogd = Self::from_headers(app, &parts.headers).await?;
        app.tafel.wacht_op_zicht().await;
        if let Some(positie) = positie(&parts.headers)? {
            app.tafel.gezien_tot(positie).await;
        }
        Ok(ingelogd)
    }
}

const POSITIE: HeaderName = HeaderName::from_static("x-keukentafel-positie");

/// The highest place on the feed that a browser can name, and that there is ([`Position`]).
const POSITIE_MAX: u64 = (1 << 53) - 1;

/// How far the record was when the asker was last told.
///
/// # Errors
/// `invoer.versie` for anything but one whole number that can be a place.
fn positie(headers: &HeaderMap) -> Result<Option<Position>, Fout> {
    let wrong = || Fout::veld("invoer.versie", "X-Keukentafel-Positie");
    match one(headers, &POSITIE) {
        One::None => Ok(None),
        One::Value(text) => {
            let plain = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
            let place = plain.then(|| text.parse().ok()).flatten().filter(|place| *place <= POSITIE_MAX);
            place.map(|place| Some(Position(place))).ok_or_else(wrong)
        }
        One::Many => Err(wrong()),
    }
}

/// A body: JSON, read strictly, within its bounds.
#[derive(Debug)]
pub(crate) struct Lichaam<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequest<Arc<App>> for Lichaam<T> {
    type Rejection = Fout;

    async fn from_request(request: Request, _: &Arc<App>) -> Result<Self, Fout> {
        let (parts, body) = request.into_parts();
        if !is_json(&parts.headers) {
            return Err(Fout::new("invoer.soort"));
        }
        let packed = parts.headers.contains_key(header::CONTENT_ENCODING);
        let mut depth = Depth::default();
        let look = |bytes: &[u8]| if packed { Ok(()) } else { depth.read(bytes) };
        let bytes = bounded(body, BODY_BYTES_MAX, look).await?;
        if packed {
            return Err(unpacked(&bytes));
        }
        Ok(Self(json::read(&bytes)?))
    }
}

/// A gzip file's head and tail, with nothing between (RFC 1952 §2.3).
const GZIP_BYTES_MIN: usize = 18;

/// Nothing is unpacked here: what says of itself that it is too large when it is, is told so, all else that we do not read it.
fn unpacked(gzip: &[u8]) -> Fout {
    // RFC 1952: a gzip file begins with these and ends with its size (modulo 2^32).
    let size = gzip.last_chunk().copied().map_or(0, u32::from_le_bytes);
    let whole = gzip.len() >= GZIP_BYTES_MIN && gzip.starts_with(&[0x1f, 0x8b]);
    let too_large = whole && size as usize > BODY_BYTES_MAX;
    Fout::new(if too_large { "invoer.te_groot" } else { "invoer.soort" })
}

/// All of a body, when it comes in time, has no more bytes than this and `look` finds nothing wrong with a part of it.
///
/// # Errors
/// `invoer.te_groot`, `invoer.geen_json` for one that breaks off, `invoer.te_langzaam`, and what `look` says.
pub(crate) async fn bounded(
    body: Body,
    bytes_max: usize,
    look: impl FnMut(&[u8]) -> Result<(), Fout>,
) -> Result<Vec<u8>, Fout> {
    let all = tokio::time::timeout(BODY_WAIT, collect(body, bytes_max, look)).await;
    all.unwrap_or_else(|_| Err(Fout::new("invoer.te_langzaam")))
}

async fn collect(
    mut body: Body,
    bytes_max: usize,
    mut look: impl FnMut(&[u8]) -> Result<(), Fout>,
) -> Result<Vec<u8>, Fout> {
    let (mut all, mut read) = (Vec::new(), 0_usize);
    while let Some(frame) = body.frame().await {
        let Ok(part) = frame.map_err(|_| Fout::new("invoer.geen_json"))?.into_data() else { continue };
        read = read.saturating_add(part.len());
        if read > bytes_max {
            // Not kept any more; read on for a while, so that the answer arrives.
            all = Vec::new();
            if read > BODY_READ_MAX {
                break;
            }
        } else {
            look(&part)?;
            all.extend_from_slice(&part);
        }
    }
    if read > bytes_max { Err(Fout::new("invoer.te_groot")) } else { Ok(all) }
}

/// How deep JSON goes, as far as it was read: what goes too deep is refused at that bracket, however long it is.
#[derive(Debug, Default)]
struct Depth {
    open: usize,
    in_text: bool,
    escaped: bool,
}

impl Depth {
    fn read(&mut self, bytes: &[u8]) -> Result<(), Fout> {
        for &byte in bytes {
            match byte {
                _ if self.escaped => self.escaped = false,
                b'\\' => self.escaped = self.in_text,
                b'"' => self.in_text = !self.in_text,
                _ if self.in_text => {}
                b'[' | b'{' => self.open += 1,
                b']' | b'}' => self.open = self.open.saturating_sub(1),
                _ => {}
            }
            if self.open > JSON_DEPTH_MAX {
                return Err(Fout::new("invoer.te_diep"));
            }
        }
        Ok(())
    }
}

/// Whether this is JSON in the one encoding that JSON has.
pub(crate) fn is_json(headers: &HeaderMap) -> bool {
    let One::Value(kind) = one(headers, &header::CONTENT_TYPE) else { return false };
    let mut parts = kind.split(';').map(str::trim);
    let json = parts.next().is_some_and(|kind| kind.eq_ignore_ascii_case("application/json"));
    json && parts.all(|part| part.eq_ignore_ascii_case("charset=utf-8"))
}

#[cfg(test)]
mod tests {
    use super::*;

    // shows H11
    #[test]
    fn only_json_is_json() {
        let is = |kind: &'static str| {
            is_json(&HeaderMap::from_iter([(header::CONTENT_TYPE, http::HeaderValue::from_static(kind))]))
        };
        assert!(is("application/json") && is("Application/JSON; charset=UTF-8"));
        for wrong in [
            "text/plain",
            "application/json; charset=utf-16",
            "application/jsonp",
            "",
            "application/x-www-form-urlencoded",
        ] {
            assert!(!is(wrong), "{wrong}");
        }
        assert!(!is_json(&HeaderMap::new()));
    }

    #[test]
    fn how_far_one_was_is_one_whole_number() {
        let read = |text: &'static str| {
            positie(&HeaderMap::from_iter([(POSITIE, http::HeaderValue::from_static(text))]))
        };
        assert_eq!(positie(&HeaderMap::new()), Ok(None));
        assert_eq!(read("0"), Ok(Some(Position(0))));
        assert_eq!(read("9007199254740991"), Ok(Some(Position(POSITIE_MAX))));
        for wrong in ["", "-1", "+1", "1.0", "9007199254740992", "99999999999999999999", "0x1", "1, 2"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
        let twice = [(POSITIE, http::HeaderValue::from(1)), (POSITIE, http::HeaderValue::from(2))];
        let mut both = HeaderMap::new();
        for (name, value) in twice {
            both.append(name, value);
        }
        assert!(positie(&both).is_err());
    }

    // shows H5
    #[test]
    fn depth_is_seen_at_its_bracket_and_text_has_none() {
        let all = |text: &str| {
            text.bytes().try_for_each({
                let mut depth = Depth::default();
                move |byte| depth.read(&[byte])
            })
        };
        let nested = |n: usize| "[".repeat(n);
        assert_eq!(all(&nested(JSON_DEPTH_MAX)), Ok(()));
        assert_eq!(all(&nested(JSON_DEPTH_MAX + 1)), Err(Fout::new("invoer.te_diep")));
        assert_eq!(all(&format!("{}{}", "[]".repeat(100), "{}".repeat(100))), Ok(()));
        assert_eq!(all(&format!(r#"{{"a":"{}\\\"{}"}}"#, nested(50), nested(50))), Ok(()));
        assert_eq!(all(&format!(r#"{{"a":"\\","b":{}"#, nested(50))), Err(Fout::new("invoer.te_diep")));
    }

    // shows H20
    #[test]
    fn what_unpacks_to_too_much_is_too_much_and_nothing_is_unpacked() {
        let gzip = |size: u32| [&[0x1f, 0x8b, 8, 0][..], &[7; 20], &size.to_le_bytes()].concat();
        let bound = u32::try_from(BODY_BYTES_MAX).unwrap();
        assert_eq!(unpacked(&gzip(bound + 1)), Fout::new("invoer.te_groot"));
        assert_eq!(unpacked(&gzip(1 << 30)), Fout::new("invoer.te_groot"));
        let json = br#"{"a":1}abcdefgh"#.to_vec();
        for small in [gzip(bound), gzip(2), Vec::new(), vec![0x1f, 0x8b], json] {
            assert_eq!(unpacked(&small), Fout::new("invoer.soort"));
        }
    }
}
