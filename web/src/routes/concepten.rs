//! Concepten: what one typed in a form and did not hand in yet. One's own only; there is no address for somebody else's.

use std::sync::Arc;

use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{FromRequestParts, Path, Query, State};
use axum::response::{IntoResponse, Response};
use http::request::Parts;
use http::{HeaderMap, StatusCode};
use keukentafel::domain::concept::Conceptsoort;
use keukentafel::protocol::body::{Conceptinhoud, Leeg};
use keukentafel::protocol::problem::Problem;
use keukentafel::protocol::view::{ConceptAntwoord, ConceptBewaard};
use keukentafel_actors::tafel::Conceptplek;
use serde::Deserialize;
use utoipa::IntoParams;

use super::antwoord::{if_match, with_etag};
use super::path_id;
use crate::app::App;
use crate::auth::{Ingelogd, Lichaam};
use crate::problem::Fout;

/// About what.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Conceptvraag {
    /// The id of the thing that the form is about, where it is about one: the zaak of a `besluit`.
    onderwerp: Option<String>,
}

/// A kind in a path. What is not one does not exist.
#[derive(Copy, Clone, Debug)]
pub(crate) struct PadSoort(Conceptsoort);

impl FromRequestParts<Arc<App>> for PadSoort {
    type Rejection = Fout;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Fout> {
        let path = Path::<String>::from_request_parts(parts, app).await;
        path.ok()
            .and_then(|Path(word)| Conceptsoort::from_word(&word))
            .filter(|soort| soort.is_formulier())
            .map(Self)
            .ok_or_else(Fout::geen_adres)
    }
}

fn plek(soort: PadSoort, vraag: Result<Query<Conceptvraag>, QueryRejection>) -> Result<Conceptplek, Fout> {
    let Query(Conceptvraag { onderwerp }) = vraag.map_err(|_| Fout::new("invoer.vraag_ongeldig"))?;
    let onderwerp =
        onderwerp.map(|text| path_id(&text).filter(|id| !id.is_nil()).ok_or_else(Fout::geen_adres));
    Ok((soort.0, onderwerp.transpose()?))
}

/// One's own concept; `null` when there is none, also when it ended by itself.
#[utoipa::path(get, operation_id = "concept", path = "/api/v1/concepten/{soort}", tag = "concepten",
    params(("soort" = Conceptsoort, Path), Conceptvraag),
    responses((status = 200, body = ConceptAntwoord),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn concept(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    soort: PadSoort,
    vraag: Result<Query<Conceptvraag>, QueryRejection>,
) -> Result<Response, Fout> {
    let concept = app.tafel.concept(&ingelogd.wie, plek(soort, vraag)?).await?;
    let antwoord = ConceptAntwoord { concept };
    match &antwoord.concept {
        Some(concept) => Ok(with_etag(concept.versie, &antwoord)),
        None => Ok(Json(antwoord).into_response()),
    }
}

/// Keeps what is in the form, in the place of the version in `If-Match`; without one there must be none yet.
#[utoipa::path(put, operation_id = "bewaarConcept", path = "/api/v1/concepten/{soort}", tag = "concepten",
    request_body = Conceptinhoud,
    params(("soort" = Conceptsoort, Path), Conceptvraag, ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = ConceptBewaard),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn bewaar(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    soort: PadSoort,
    vraag: Result<Query<Conceptvraag>, QueryRejection>,
    headers: HeaderMap,
    Lichaam(inhoud): Lichaam<Conceptinhoud>,
) -> Result<Response, Fout> {
    let basis = if_match(&headers)?.unwrap_or(0);
    let kept = app.tafel.bewaar_concept(&ingelogd.wie, plek(soort, vraag)?, inhoud, basis).await;
    let kept = kept.map_err(|weigering| Fout::from(weigering).op_versie(Some(basis)))?;
    Ok(with_etag(kept.versie, &kept))
}

/// Throws it away, when it is still at the version in `If-Match`. What is not there is gone already.
#[utoipa::path(delete, operation_id = "gooiConceptWeg", path = "/api/v1/concepten/{soort}", tag = "concepten",
    request_body = Leeg,
    params(("soort" = Conceptsoort, Path), Conceptvraag, ("If-Match" = String, Header)),
    responses((status = 204),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn weg(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    soort: PadSoort,
    vraag: Result<Query<Conceptvraag>, QueryRejection>,
    headers: HeaderMap,
    Lichaam(Leeg {}): Lichaam<Leeg>,
) -> Result<StatusCode, Fout> {
    let versie = if_match(&headers)?;
    app.tafel.gooi_concept_weg(&ingelogd.wie, plek(soort, vraag)?, versie).await?;
    Ok(StatusCode::NO_CONTENT)
}
