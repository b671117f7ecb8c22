//! Talks.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;
use keukentafel::domain::ids::GesprekId;
use keukentafel::protocol::body::{Afzegging, Deelnemerswijziging, NieuweAfspraak, Opdracht};
use keukentafel::protocol::problem::Problem;
use keukentafel::protocol::view::{GesprekWat, Uitgevoerd};

use super::PadId;
use super::antwoord::{Nieuw, voer_uit, with_etag};
use crate::app::App;
use crate::auth::{Ingelogd, Lichaam};
use crate::problem::Fout;

/// A talk.
#[utoipa::path(get, path = "/api/v1/gesprekken/{id}", tag = "gesprekken", params(("id" = GesprekId, Path)),
    responses((status = 200, body = GesprekWat),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn gesprek(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
) -> Result<Response, Fout> {
    let gesprek = app.tafel.gesprek(&ingelogd.wie, GesprekId(id)).await?.ok_or_else(Fout::niet_gevonden)?;
    Ok(with_etag(gesprek.versie, &gesprek))
}

/// Says who takes part. Who goes loses the document within a second.
#[utoipa::path(post, path = "/api/v1/gesprekken/{id}/deelnemers", tag = "gesprekken",
    request_body = Deelnemerswijziging,
    params(("id" = GesprekId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn deelnemers(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(Deelnemerswijziging { erbij, eraf }): Lichaam<Deelnemerswijziging>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::WijzigDeelnemers { gesprek: GesprekId(id), erbij, eraf };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Agrees when and where it is held, or agrees otherwise. A time of day is that of the Netherlands.
#[utoipa::path(post, path = "/api/v1/gesprekken/{id}/afspraak", tag = "gesprekken",
    request_body = NieuweAfspraak,
    params(("id" = GesprekId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn afspraak(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(NieuweAfspraak { dag, tijd, plek }): Lichaam<NieuweAfspraak>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::PlanGesprek { gesprek: GesprekId(id), dag, tijd, plek };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Calls it off. Who takes part reads why; whom it is with reads that it is not held.
#[utoipa::path(post, path = "/api/v1/gesprekken/{id}/afspraak/afzeggen", tag = "gesprekken",
    request_body = Afzegging,
    params(("id" = GesprekId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn afzeggen(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(Afzegging { reden }): Lichaam<Afzegging>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::ZegGesprekAf { gesprek: GesprekId(id), reden };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}
