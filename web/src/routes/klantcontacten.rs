//! That somebody was spoken to in a running zaak.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;
use keukentafel::domain::ids::ZaakId;
use keukentafel::protocol::body::{NieuwKlantcontact, Opdracht};
use keukentafel::protocol::problem::Problem;
use keukentafel::protocol::view::Uitgevoerd;

use super::PadId;
use super::antwoord::{Nieuw, voer_uit};
use crate::app::App;
use crate::auth::{Ingelogd, Lichaam};
use crate::problem::Fout;

/// Notes that one spoke to somebody, or did not reach them.
#[utoipa::path(post, operation_id = "zaak_klantcontact", path = "/api/v1/zaken/{id}/klantcontacten", tag = "zaken",
    request_body = NieuwKlantcontact, params(("id" = ZaakId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn noteer(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(contact): Lichaam<NieuwKlantcontact>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::NoteerContact { zaak: ZaakId(id), contact };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Passes on, from the desk, what somebody said about a zaak of which one knows that it runs.
#[utoipa::path(post, operation_id = "zaak_klantcontact_doorgeven", path = "/api/v1/zaken/{id}/klantcontacten/doorgeven", tag = "zaken",
    request_body = NieuwKlantcontact, params(("id" = ZaakId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn geef_door(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(contact): Lichaam<NieuwKlantcontact>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::GeefContactDoor { zaak: ZaakId(id), contact };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}
