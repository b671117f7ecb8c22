//! Documents.

use std::sync::Arc;

use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, header};
use keukentafel::domain::ids::{DocumentId, ZaakId};
use keukentafel::protocol::body::{
    EenOpmerking, NieuwDocument, NieuweOpmerking, NieuweReactie, Opdracht, Versienaam,
};
use keukentafel::protocol::problem::Problem;
use keukentafel::protocol::view::{DocumentKort, DocumentWat, KantlijnWat, Uitgevoerd, VersiesWat};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

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

/// What stands beside the text: remarks, those that were dealt with too, and the names of versions.
#[utoipa::path(get, path = "/api/v1/documenten/{id}/kantlijn", tag = "documenten", params(("id" = DocumentId, Path)),
    responses((status = 200, body = KantlijnWat),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn kantlijn(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
) -> Result<Json<KantlijnWat>, Fout> {
    let kantlijn = app.tafel.kantlijn(&ingelogd.wie, DocumentId(id)).await?;
    kantlijn.map(Json).ok_or_else(Fout::niet_gevonden)
}

/// Says something of words in the text; the answer's `id` is that of the remark, for the mark on the words.
#[utoipa::path(post, operation_id = "opmerking", path = "/api/v1/documenten/{id}/opmerkingen", tag = "documenten", request_body = NieuweOpmerking,
    params(("id" = DocumentId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn opmerking(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(NieuweOpmerking { citaat, tekst, genoemd }): Lichaam<NieuweOpmerking>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::MaakOpmerking { document: DocumentId(id), citaat, tekst, genoemd };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Answers a remark.
#[utoipa::path(post, operation_id = "opmerking_beantwoorden", path = "/api/v1/documenten/{id}/opmerkingen/beantwoorden", tag = "documenten", request_body = NieuweReactie,
    params(("id" = DocumentId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn beantwoorden(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(NieuweReactie { opmerking, tekst, genoemd }): Lichaam<NieuweReactie>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::BeantwoordOpmerking { document: DocumentId(id), opmerking, tekst, genoemd };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Says that a remark was dealt with.
#[utoipa::path(post, operation_id = "opmerking_afhandelen", path = "/api/v1/documenten/{id}/opmerkingen/afhandelen", tag = "documenten", request_body = EenOpmerking,
    params(("id" = DocumentId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn afhandelen(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(EenOpmerking { opmerking }): Lichaam<EenOpmerking>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::HandelOpmerkingAf { document: DocumentId(id), opmerking };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Says that it was not, after all.
#[utoipa::path(post, operation_id = "opmerking_heropenen", path = "/api/v1/documenten/{id}/opmerkingen/heropenen", tag = "documenten", request_body = EenOpmerking,
    params(("id" = DocumentId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn heropenen(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(EenOpmerking { opmerking }): Lichaam<EenOpmerking>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::HeropenOpmerking { document: DocumentId(id), opmerking };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Says that one read the remark in which one was named.
#[utoipa::path(post, operation_id = "opmerking_gelezen", path = "/api/v1/documenten/{id}/opmerkingen/gelezen", tag = "documenten", request_body = EenOpmerking,
    params(("id" = DocumentId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn gelezen(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(EenOpmerking { opmerking }): Lichaam<EenOpmerking>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::LeesOpmerking { document: DocumentId(id), opmerking };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// The versions of a document that one may look back at: those of when one took part.
#[utoipa::path(get, path = "/api/v1/documenten/{id}/versies", tag = "documenten", params(("id" = DocumentId, Path)),
    responses((status = 200, body = VersiesWat),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn versies(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
) -> Result<Json<VersiesWat>, Fout> {
    let versies = app.tafel.versies(&ingelogd.wie, DocumentId(id)).await?;
    versies.map(Json).ok_or_else(Fout::niet_gevonden)
}

/// Which version.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Versievraag {
    /// The last row of the log that it holds.
    seq: u64,
}

/// A version as it stood, as one Yjs update (v1) of a document without another history.
#[utoipa::path(get, path = "/api/v1/documenten/{id}/versie", tag = "documenten",
    params(("id" = DocumentId, Path), Versievraag),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream"),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn versie(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    vraag: Result<Query<Versievraag>, QueryRejection>,
) -> Result<Response, Fout> {
    let Query(Versievraag { seq }) = vraag.map_err(|_| Fout::new("invoer.vraag_ongeldig"))?;
    let bytes =
        app.tafel.versie(&ingelogd.wie, DocumentId(id), seq).await?.ok_or_else(Fout::niet_gevonden)?;
    let binary = HeaderValue::from_static("application/octet-stream");
    Ok(([(header::CONTENT_TYPE, binary)], bytes).into_response())
}

/// Gives a version a name, or another one.
#[utoipa::path(post, operation_id = "versie_benoemen", path = "/api/v1/documenten/{id}/versies", tag = "documenten", request_body = Versienaam,
    params(("id" = DocumentId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn benoemen(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(Versienaam { naam, seq }): Lichaam<Versienaam>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::BenoemVersie { document: DocumentId(id), naam, seq };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}
