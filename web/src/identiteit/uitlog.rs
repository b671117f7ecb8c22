//! A provider says that somebody logged out there (OpenID Connect Back-Channel Logout 1.0): their sessions here are over too, on every open
//! socket. No session and no page stand behind the message: it is the signature of the provider that is believed.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::{Form, FromRequest, Path, Request, State};
use axum::response::{IntoResponse, Response};
use axum::{Json, body::Body};
use http::{HeaderValue, StatusCode, header};
use keukentafel::clock::{Clock, Moment};
use keukentafel::protocol::view::Deur;
use keukentafel::store::{AuditRow, Herkomstsleutel};
use keukentafel_koppelingen::limits::{OIDC_CLOCKS_APART_SECONDS, OIDC_UITLOG_BYTES_MAX};
use keukentafel_koppelingen::oidc::{OidcFout, Uitgelogd};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use utoipa::ToSchema;

use super::{Deuren, word};
use crate::app::App;
use crate::auth::bounded;
use crate::limits::{
    UITGELOGD_FORM_BYTES, UITGELOGD_MISSERS_BURST, UITGELOGD_MISSERS_PER_SECOND, UITGELOGD_REMEMBERED_MAX,
};
use crate::origin::{One, one};
use crate::problem::Fout;
use crate::rate::Bucket;
use crate::session::Session;

/// Where providers say so.
pub(crate) const UITGELOGD: &str = "/api/v1/koppelingen/inlogdienst/{deur}/uitgelogd";

/// As in the trail.
const HANDELING: &str = "sessie.uitgelogd";

/// Who asked, as in the trail.
const SYSTEEM: &str = "inlogdienst";

/// Whether this is the path of [`UITGELOGD`]: what comes there comes from no page of ours.
pub(crate) fn is_uitgelogd(path: &str) -> bool {
    [
        "/api/v1/koppelingen/inlogdienst/medewerker/uitgelogd",
        "/api/v1/koppelingen/inlogdienst/inwoner/uitgelogd",
    ]
    .contains(&path)
}

/// The message, in the one form that the standard has.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Uitlogbericht {
    /// What the provider signed.
    logout_token: String,
}

/// Why it is not done, as the standard says it.
#[derive(Serialize, ToSchema)]
pub(crate) struct UitlogFout {
    /// `invalid_request`, or `temporarily_unavailable` when it cannot be judged now.
    error: &'static str,
    /// Why, in words for who looks after the provider.
    error_description: &'static str,
}

/// What was heard before, and how much of what does not hold.
pub(super) struct Berichten(Mutex<Gehoord>);

struct Gehoord {
    /// Messages by a hash of what they are called, each as long as it could be taken.
    genomen: HashMap<[u8; 32], Moment>,
    missers: Bucket,
}

/// What to do with a message that holds.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
enum Verdict {
    Neem,
    Herhaling,
    /// More of them than can be remembered: one that is forgotten could be taken twice.
    TeVeel,
}

impl Berichten {
    pub(super) fn new(now: Moment) -> Self {
        let missers = Bucket::full(UITGELOGD_MISSERS_BURST, UITGELOGD_MISSERS_PER_SECOND, now);
        Self(Mutex::new(Gehoord { genomen: HashMap::new(), missers }))
    }

    /// Takes a message, which is taken then.
    fn neem(&self, key: [u8; 32], verloopt_op: Moment, now: Moment) -> Verdict {
        let mut heard = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        heard.genomen.retain(|_, until| *until > now);
        if heard.genomen.contains_key(&key) {
            return Verdict::Herhaling;
        }
        if heard.genomen.len() >= UITGELOGD_REMEMBERED_MAX {
            return Verdict::TeVeel;
        }
        heard.genomen.insert(key, verloopt_op);
        Verdict::Neem
    }

    /// It was not done after all: the provider may say it again.
    fn geef_terug(&self, key: [u8; 32]) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).genomen.remove(&key);
    }

    /// Whether one more that does not hold is answered and written down.
    fn mag_missen(&self, now: Moment) -> Result<(), std::time::Duration> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).missers.take(now)
    }
}

/// Why a message ends nothing.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
enum Geweigerd {
    /// Not the form of the standard.
    Vorm,
    /// The token does not hold.
    Token(OidcFout),
    Herhaling,
    TeVeel,
    /// That they are over cannot be kept: with the next start, or on another node, they would be open again.
    Opslag,
}

impl Geweigerd {
    /// The word for metrics and the trail.
    fn word(self) -> &'static str {
        match self {
            Self::Vorm => "vorm",
            Self::Token(fout) => fout.word(),
            Self::Herhaling => "herhaling",
            Self::TeVeel => "te_veel",
            Self::Opslag => "opslag",
        }
    }

    fn fout(self) -> UitlogFout {
        let (error, error_description) = match self {
            Self::Vorm => ("invalid_request", "one logout_token in a form is asked"),
            Self::Token(OidcFout::Onbereikbaar) => ("temporarily_unavailable", "the keys cannot be read now"),
            Self::Token(OidcFout::Handtekening) => ("invalid_request", "the signature does not hold"),
            Self::Token(OidcFout::Verlopen) => ("invalid_request", "too old, or not valid yet"),
            Self::Token(_) => ("invalid_request", "not a logout_token for this client"),
            Self::Herhaling => ("invalid_request", "this jti was taken before"),
            Self::TeVeel | Self::Opslag => ("temporarily_unavailable", "it could not be done now"),
        };
        UitlogFout { error, error_description }
    }
}

/// A provider says that somebody logged out there. Their sessions that began by it are over, sockets too, before this answers; also when
/// there was none.
#[utoipa::path(post, operation_id = "uitgelogd", path = "/api/v1/koppelingen/inlogdienst/{deur}/uitgelogd", tag = "koppelingen",
    params(("deur" = String, Path, description = "medewerker or inwoner")),
    request_body(content = Uitlogbericht, content_type = "application/x-www-form-urlencoded"),
    responses((status = 200, description = "They are out"), (status = 400, body = UitlogFout),
        (status = "4XX", body = keukentafel::protocol::problem::Problem, content_type = "application/problem+json")))]
pub(crate) async fn uitgelogd(
    State(app): State<Arc<App>>,
    Path(deur): Path<String>,
    request: Request,
) -> Result<Response, Fout> {
    let deur = [Deur::Medewerker, Deur::Inwoner].into_iter().find(|it| word(*it) == deur);
    let deur = deur.ok_or_else(Fout::geen_adres)?;
    let deuren = app.deuren.as_ref().ok_or_else(Fout::geen_adres)?;
    let provider = deuren.provider(deur).ok_or_else(Fout::geen_adres)?;
    let outcome = match lees(request).await {
        Some(token) => match provider.uitgelogd(&token).await {
            Ok(said) => beeindig(&app, deuren, provider.issuer(), deur, &said).await,
            Err(fout) => Err(Geweigerd::Token(fout)),
        },
        None => Err(Geweigerd::Vorm),
    };
    let uitkomst = outcome.as_ref().map_or_else(|why| why.word(), |()| "gedaan");
    metrics::counter!("keukentafel_uitgelogd_total", "deur" => word(deur), "uitkomst" => uitkomst)
        .increment(1);
    match outcome {
        Ok(()) => Ok(no_store(StatusCode::OK.into_response())),
        Err(why) => geweigerd(&app, deuren, deur, why).await,
    }
}

/// The token, of a form with that and within its bounds.
async fn lees(request: Request) -> Option<String> {
    let (parts, body) = request.into_parts();
    let One::Value(kind) = one(&parts.headers, &header::CONTENT_TYPE) else { return None };
    let kind = kind.split(';').next().unwrap_or_default().trim();
    let form = kind.eq_ignore_ascii_case("application/x-www-form-urlencoded");
    if !form || parts.headers.contains_key(header::CONTENT_ENCODING) {
        return None;
    }
    let bytes = bounded(body, OIDC_UITLOG_BYTES_MAX + UITGELOGD_FORM_BYTES, |_| Ok(())).await.ok()?;
    let whole = Request::from_parts(parts, Body::from(bytes));
    let Form(Uitlogbericht { logout_token }) = Form::from_request(whole, &()).await.ok()?;
    Some(logout_token)
}

/// Ends what the provider means. Only of who came in before it was said: whoever came in since came in anew, and a message that comes again
/// after a restart takes nothing from them.
async fn beeindig(
    app: &Arc<App>,
    deuren: &Deuren,
    issuer: &str,
    deur: Deur,
    said: &Uitgelogd,
) -> Result<(), Geweigerd> {
    let key =
        Sha256::new().chain_update(word(deur)).chain_update([0]).chain_update(&said.jti).finalize().into();
    match deuren.uitgelogd.neem(key, said.verloopt_op, app.wall.now()) {
        Verdict::Neem => {}
        Verdict::Herhaling => return Err(Geweigerd::Herhaling),
        Verdict::TeVeel => return Err(Geweigerd::TeVeel),
    }
    let meant = |session: &Session| bedoelt(&deuren.herkomst, issuer, deur, said, session);
    let (ended, saved) = app.eindig_sessies(meant).await;
    opgeschreven(app, deuren, deur, &ended).await;
    saved.map_err(|_| {
        deuren.uitgelogd.geef_terug(key);
        Geweigerd::Opslag
    })
}

fn bedoelt(sleutel: &Herkomstsleutel, issuer: &str, deur: Deur, said: &Uitgelogd, session: &Session) -> bool {
    let until = said.gezegd_op.plus_micros(OIDC_CLOCKS_APART_SECONDS * 1_000_000);
    let subject = said.subject.as_ref().map(|subject| sleutel.van_subject(issuer, subject));
    let sid = said.sid.as_ref().map(|sid| sleutel.van_sessie(issuer, sid));
    session.deur == deur
        && session.begonnen_op <= until
        && session.herkomst.is_some_and(|herkomst| herkomst.is_bedoeld(subject, sid))
}

/// A line for each session that is over by it.
pub(super) async fn opgeschreven(app: &App, deuren: &Deuren, deur: Deur, ended: &[Session]) {
    let line = |session: &Session| {
        let machtiging = app.medewerker(session.medewerker).and_then(|who| who.machtiging);
        AuditRow {
            wie: Some(session.medewerker),
            namens: machtiging.map(|it| it.namens()),
            rol: session.rol.map(|rol| rol.word().to_owned()),
            sessie: Some(session.id),
            systeem: Some(SYSTEEM.to_owned()),
            ..AuditRow::new(app.clock.now(), HANDELING, format!("inloggen/{}", word(deur)))
        }
    };
    let rows: Vec<_> = ended.iter().map(line).collect();
    if !rows.is_empty() && app.tafel.audit(deuren.gemeente, rows).await.is_err() {
        tracing::warn!("lines of the trail about sessions that a provider ended could not be written");
    }
}

async fn geweigerd(app: &App, deuren: &Deuren, deur: Deur, why: Geweigerd) -> Result<Response, Fout> {
    if let Err(wait) = deuren.uitgelogd.mag_missen(app.wall.now()) {
        // Anybody can send one: who floods fills no trail.
        return Err(Fout::later("te_vaak", wait.as_secs() + 1));
    }
    tracing::info!(reden = why.word(), "a message of a logout did not hold");
    let row = AuditRow {
        systeem: Some(SYSTEEM.to_owned()),
        ..AuditRow::new(app.clock.now(), HANDELING, format!("inloggen/{}", word(deur)))
    };
    let row = row.met_code(Some("inloggen.uitlogbericht"));
    // The refusal stands also when the trail cannot take it: nothing was done that it would have to tell.
    drop(app.tafel.audit(deuren.gemeente, vec![row]).await);
    Ok(no_store((StatusCode::BAD_REQUEST, Json(why.fout())).into_response()))
}

fn no_store(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Moment {
        Moment::from_micros((1_800_000_000 + second) * 1_000_000)
    }

    fn key(n: u64) -> [u8; 32] {
        Sha256::digest(n.to_be_bytes()).into()
    }

    // shows G36
    #[test]
    fn a_message_is_taken_once_as_long_as_it_holds_and_memory_is_bounded() {
        let heard = Berichten::new(at(0));
        assert_eq!(heard.neem(key(1), at(120), at(0)), Verdict::Neem);
        assert_eq!(heard.neem(key(1), at(120), at(119)), Verdict::Herhaling);
        heard.geef_terug(key(1));
        assert_eq!(heard.neem(key(1), at(120), at(119)), Verdict::Neem, "it was not done");
        let most = u64::try_from(UITGELOGD_REMEMBERED_MAX).unwrap();
        let taken =
            (2..most + 100).filter(|n| heard.neem(key(*n), at(120), at(119)) == Verdict::Neem).count();
        assert_eq!(taken, UITGELOGD_REMEMBERED_MAX - 1);
        assert_eq!(heard.neem(key(0), at(240), at(119)), Verdict::TeVeel, "and none is forgotten for it");
        assert_eq!(heard.neem(key(0), at(240), at(120)), Verdict::Neem);
    }

    // shows G36
    #[test]
    fn what_does_not_hold_is_bounded_and_uses_up_nothing_of_what_does() {
        let heard = Berichten::new(at(0));
        let answered = (0..10_000).filter(|_| heard.mag_missen(at(0)).is_ok()).count();
        assert!(answered < 100, "{answered}");
        assert_eq!(heard.neem(key(1), at(120), at(0)), Verdict::Neem);
    }

    #[test]
    fn only_these_two_paths_come_from_a_machine() {
        for deur in ["medewerker", "inwoner"] {
            assert!(is_uitgelogd(&UITGELOGD.replace("{deur}", deur)));
        }
        for wrong in ["/api/v1/koppelingen/inlogdienst/demo/uitgelogd", UITGELOGD, "/api/v1/uitloggen", ""] {
            assert!(!is_uitgelogd(wrong), "{wrong}");
        }
    }
}
