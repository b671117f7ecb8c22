//! Meldingen: how a zaak begins.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;
use keukentafel::protocol::body::{NieuweMelding, Opdracht};
use keukentafel::protocol::problem::Problem;
use keukentafel::protocol::view::Uitgevoerd;

use super::antwoord::{Nieuw, voer_uit};
use crate::app::App;
use crate::auth::{Ingelogd, Lichaam};
use crate::problem::Fout;

/// Registers a melding. The answer holds the new zaak and its zaaknummer.
#[utoipa::path(post, operation_id = "nieuweMelding", path = "/api/v1/meldingen", tag = "zaken", request_body = NieuweMelding,
    params(("Idempotency-Key" = Option<uuid::Uuid>, Header, description = "The command id, a UUIDv7")),
    responses((status = 201, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn nieuw(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    headers: HeaderMap,
    Lichaam(melding): Lichaam<NieuweMelding>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::RegistreerMelding(melding);
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Onder("/api/v1/zaken")).await
}
