//! Consent: who asks a person to read a zaak about them, and what that person says.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;
use keukentafel::domain::ids::{ToekenningId, ZaakId};
use keukentafel::protocol::body::{Leeg, NieuweToestemmingsvraag, Opdracht};
use keukentafel::protocol::problem::Problem;
use keukentafel::protocol::view::{ToestemmingMogelijk, ToestemmingenWat, Uitgevoerd};
use serde::Serialize;
use utoipa::ToSchema;

use super::PadId;
use super::antwoord::{Nieuw, voer_uit};
use crate::app::App;
use crate::auth::{Ingelogd, Lichaam};
use crate::problem::Fout;

/// Those for whom one answers.
#[derive(Serialize, ToSchema)]
pub(crate) struct ToestemmingenLijst {
    /// Oneself first, then each child.
    items: Vec<ToestemmingenWat>,
}

/// What is asked of whom one answers for, and what holds. Empty for who answers for nobody.
#[utoipa::path(get, operation_id = "toestemmingen", path = "/api/v1/toestemmingen", tag = "toestemmingen",
    responses((status = 200, body = ToestemmingenLijst),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn lijst(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
) -> Result<Json<ToestemmingenLijst>, Fout> {
    let items = app.tafel.toestemmingen(&ingelogd.wie).await?;
    Ok(Json(ToestemmingenLijst { items }))
}

/// Whom one may ask for consent to read this zaak; 404 where there is nothing to ask.
#[utoipa::path(get, operation_id = "toestemming_mogelijk", path = "/api/v1/zaken/{id}/toestemming",
    tag = "toestemmingen", params(("id" = ZaakId, Path)),
    responses((status = 200, body = ToestemmingMogelijk),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn mogelijk(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
) -> Result<Json<ToestemmingMogelijk>, Fout> {
    let found = app.tafel.toestemming_mogelijk(&ingelogd.wie, ZaakId(id)).await?;
    found.map(Json).ok_or_else(Fout::niet_gevonden)
}

/// Asks the person whom a zaak is about, or who has gezag over them, whether one may read it.
#[utoipa::path(post, operation_id = "toestemming_vragen", path = "/api/v1/zaken/{id}/toestemming",
    tag = "toestemmingen", request_body = NieuweToestemmingsvraag,
    params(("id" = ZaakId, Path), ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn vragen(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(vraag): Lichaam<NieuweToestemmingsvraag>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::VraagToestemming { zaak: ZaakId(id), vraag };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Says yes. Taking it back is `/toekenningen/{id}/intrekken`.
#[utoipa::path(post, operation_id = "toestemming_geven", path = "/api/v1/toestemmingen/{id}/geven",
    tag = "toestemmingen", request_body = Leeg,
    params(("id" = ToekenningId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn geven(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(Leeg {}): Lichaam<Leeg>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::GeefToestemming { toekenning: ToekenningId(id) };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Says no.
#[utoipa::path(post, operation_id = "toestemming_weigeren", path = "/api/v1/toestemmingen/{id}/weigeren",
    tag = "toestemmingen", request_body = Leeg,
    params(("id" = ToekenningId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn weigeren(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(Leeg {}): Lichaam<Leeg>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::WeigerToestemming { toekenning: ToekenningId(id) };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}
