//! Colleagues.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;
use keukentafel::domain::ids::MedewerkerId;
use keukentafel::protocol::body::{Afwezigmelding, Leeg, Opdracht};
use keukentafel::protocol::problem::Problem;
use keukentafel::protocol::view::{MedewerkerKort, Uitgevoerd};
use serde::Serialize;
use utoipa::ToSchema;

use super::PadId;
use super::antwoord::{Nieuw, voer_uit};
use crate::app::App;
use crate::auth::{Ingelogd, Lichaam};
use crate::problem::Fout;

/// Colleagues.
#[derive(Serialize, ToSchema)]
pub(crate) struct Medewerkerlijst {
    /// By name.
    items: Vec<MedewerkerKort>,
}

/// Whom one may assign a zaak to.
#[utoipa::path(get, operation_id = "medewerkers", path = "/api/v1/medewerkers", tag = "medewerkers",
    responses((status = 200, body = Medewerkerlijst),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn lijst(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
) -> Result<Json<Medewerkerlijst>, Fout> {
    Ok(Json(Medewerkerlijst { items: app.tafel.medewerkers(&ingelogd.wie).await? }))
}

/// Says that somebody is away: oneself, or, for who distributes the work, another.
#[utoipa::path(post, path = "/api/v1/medewerkers/{id}/afwezig", tag = "medewerkers", request_body = Afwezigmelding,
    params(("id" = MedewerkerId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn afwezig(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(Afwezigmelding { vanaf, tot_en_met }): Lichaam<Afwezigmelding>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::MeldAfwezig { medewerker: MedewerkerId(id), vanaf, tot_en_met };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Says that somebody is back.
#[utoipa::path(post, path = "/api/v1/medewerkers/{id}/terug", tag = "medewerkers", request_body = Leeg,
    params(("id" = MedewerkerId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn terug(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(Leeg {}): Lichaam<Leeg>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::MeldTerug { medewerker: MedewerkerId(id) };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}
