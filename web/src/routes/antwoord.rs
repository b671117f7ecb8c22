//! How a command comes in over HTTP and how its answer goes out.

use std::sync::Arc;

use axum::Json;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use keukentafel::clock::Clock;
use keukentafel::domain::ids::CommandId;
use keukentafel::domain::medewerker::Wie;
use keukentafel::protocol::body::Opdracht;
use keukentafel_actors::tafel::{Gedaan, Kop};
use serde::Serialize;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::path_id;
use crate::app::App;
use crate::auth::Ingelogd;
use crate::origin::{One, one};
use crate::problem::Fout;

const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// What identifies a command. The hash is over who asks and the command, not over bytes: the same one over HTTP and `/rt` is the
/// same, and the answer that somebody got is nobody else's.
pub(crate) fn kop_of(wie: &Wie, command: CommandId, opdracht: &Opdracht, if_v: Option<u64>) -> Kop {
    let bytes = serde_json::to_vec(&(wie.id, opdracht)).unwrap_or_default();
    Kop { command, request_hash: Sha256::digest(bytes).into(), if_v }
}

/// Where something new is found.
pub(super) enum Nieuw {
    /// Nothing is new: 200.
    Nee,
    /// Under this path, with its id behind it: 201.
    Onder(&'static str),
}

/// Does what was asked.
pub(super) async fn doe(
    app: &Arc<App>,
    ingelogd: &Ingelogd,
    headers: &HeaderMap,
    opdracht: Opdracht,
) -> Result<Gedaan, Fout> {
    if let Err(fout) = ingelogd.stap_op_nodig(app, opdracht.naam()) {
        app.audit(&ingelogd.wie, opdracht.naam(), "opdracht", Some(fout.code())).await;
        return Err(fout.opgeschreven());
    }
    let command = match idempotency_key(headers)? {
        Some(key) => key,
        None => CommandId(app.rng.uuid(app.clock.now())),
    };
    let verwacht = if_match(headers)?;
    let kop = kop_of(&ingelogd.wie, command, &opdracht, verwacht);
    let gedaan = app.tafel.voer_uit(&ingelogd.wie, opdracht, kop).await;
    gedaan.map_err(|weigering| Fout::from(weigering).op_versie(verwacht))
}

/// Does what was asked and answers in the form that every command answers.
pub(super) async fn voer_uit(
    app: &Arc<App>,
    ingelogd: &Ingelogd,
    headers: &HeaderMap,
    opdracht: Opdracht,
    nieuw: Nieuw,
) -> Result<Response, Fout> {
    let gedaan = doe(app, ingelogd, headers, opdracht).await?;
    let antwoord = gedaan.antwoord;
    let mut response = with_etag(antwoord.versie, &antwoord);
    if antwoord.versie == 0 {
        // Who is told no version cannot set one as a condition.
        response.headers_mut().remove(header::ETAG);
    }
    *response.status_mut() = match (&nieuw, gedaan.gezien) {
        (_, false) => StatusCode::ACCEPTED,
        (Nieuw::Onder(_), true) => StatusCode::CREATED,
        (Nieuw::Nee, true) => StatusCode::OK,
    };
    if let Nieuw::Onder(path) = nieuw
        && let Ok(location) = HeaderValue::from_str(&format!("{path}/{}", antwoord.id))
    {
        response.headers_mut().insert(header::LOCATION, location);
    }
    Ok(response)
}

/// A view with its version.
pub(super) fn with_etag(versie: u64, body: &impl Serialize) -> Response {
    let mut response = Json(body).into_response();
    if let Ok(etag) = HeaderValue::from_str(&format!("\"{versie}\"")) {
        response.headers_mut().insert(header::ETAG, etag);
    }
    response
}

fn idempotency_key(headers: &HeaderMap) -> Result<Option<CommandId>, Fout> {
    match one(headers, &IDEMPOTENCY_KEY) {
        One::None => Ok(None),
        One::Value(text) => match path_id(text).filter(is_v7) {
            Some(id) => Ok(Some(CommandId(id))),
            None => Err(Fout::veld("invoer.sleutel", "Idempotency-Key")),
        },
        One::Many => Err(Fout::veld("invoer.sleutel", "Idempotency-Key")),
    }
}

pub(crate) fn is_v7(id: &Uuid) -> bool {
    id.get_version_num() == 7
}

pub(super) fn if_match(headers: &HeaderMap) -> Result<Option<u64>, Fout> {
    let wrong = || Fout::veld("invoer.versie", "If-Match");
    match one(headers, &header::IF_MATCH) {
        One::None => Ok(None),
        One::Value(text) => {
            let digits = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).ok_or_else(wrong)?;
            let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
            plain.then(|| digits.parse().ok()).flatten().map(Some).ok_or_else(wrong)
        }
        One::Many => Err(wrong()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(name: HeaderName, value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(name, HeaderValue::from_static(value))])
    }

    #[test]
    fn a_condition_is_a_version_in_quotes() {
        assert_eq!(if_match(&HeaderMap::new()), Ok(None));
        assert_eq!(if_match(&headers(header::IF_MATCH, "\"57\"")), Ok(Some(57)));
        for wrong in ["57", "\"\"", "*", "W/\"57\"", "\"+57\"", "\"57\", \"58\"", "\"99999999999999999999\""]
        {
            assert!(if_match(&headers(header::IF_MATCH, wrong)).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_command_id_is_a_uuid_of_version_7_in_one_spelling() {
        let good = "019ab000-0000-7000-8000-00000000000a";
        assert!(idempotency_key(&headers(IDEMPOTENCY_KEY, good)).is_ok_and(|key| key.is_some()));
        for wrong in ["", "1", "019AB000-0000-7000-8000-00000000000A", "7f2d3c1a-0000-4000-8000-00000000000a"]
        {
            assert!(idempotency_key(&headers(IDEMPOTENCY_KEY, wrong)).is_err(), "{wrong}");
        }
    }
}
