//! Documents.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, header};
use keukentafel::domain::ids::{DocumentId, ZaakId};
use keukentafel::protocol::body::{NieuwDocument, Opdracht};
use keukentafel::protocol::problem::Problem;
use keukentafel::protocol::view::{DocumentKort, DocumentWat, Uitgevoerd};
use serde::Serialize;
use utoipa::ToSchema;

use super::PadId;
use super::antwoord::{Nieuw, voer_uit};
use crate::app::App;
use crate::auth::{Ingelogd, Lichaam};
use crate::problem::Fout;

/// The documents of a zaak.
#[derive(Serialize, ToSchema)]
pub(crate) struct Documentlijst {
    /// Only those one may read.
    items: Vec<DocumentKort>,
}

/// The documents of a zaak that one may read.
#[utoipa::path(get, path = "/api/v1/zaken/{id}/documenten", tag = "documenten", params(("id" = ZaakId, Path)),
    responses((status = 200, body = Documentlijst),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn van_zaak(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
) -> Result<Json<Documentlijst>, Fout> {
    let items = app.tafel.documenten(&ingelogd.wie, ZaakId(id)).await?.ok_or_else(Fout::niet_gevonden)?;
    Ok(Json(Documentlijst { items }))
}

/// Begins a document, with the talk it belongs to.
#[utoipa::path(post, operation_id = "nieuwDocument", path = "/api/v1/zaken/{id}/documenten", tag = "documenten", request_body = NieuwDocument,
    params(("id" = ZaakId, Path), ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 201, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn nieuw(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(NieuwDocument { soort, zaken, deelnemers }): Lichaam<NieuwDocument>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::OpenDocument { zaak: ZaakId(id), soort, zaken, deelnemers };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Onder("/api/v1/documenten")).await
}

/// A document, without its text.
#[utoipa::path(get, path = "/api/v1/documenten/{id}", tag = "documenten", params(("id" = DocumentId, Path)),
    responses((status = 200, body = DocumentWat),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn document(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
) -> Result<Json<DocumentWat>, Fout> {
    let document = app.tafel.document(&ingelogd.wie, DocumentId(id)).await?;
    document.map(Json).ok_or_else(Fout::niet_gevonden)
}

/// A document's text, as committed: its blocks joined by newlines.
#[utoipa::path(get, path = "/api/v1/documenten/{id}/tekst", tag = "documenten", params(("id" = DocumentId, Path)),
    responses((status = 200, body = String, content_type = "text/plain"),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn tekst(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
) -> Result<Response, Fout> {
    let tekst = app.tafel.tekst(&ingelogd.wie, DocumentId(id)).await?.ok_or_else(Fout::niet_gevonden)?;
    let plain = HeaderValue::from_static("text/plain; charset=utf-8");
    Ok(([(header::CONTENT_TYPE, plain)], tekst).into_response())
}
