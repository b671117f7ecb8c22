//! Groepen.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;
use keukentafel::domain::ids::GroepId;
use keukentafel::protocol::body::{NieuweGroep, NieuweParticipant, Opdracht, ParticipantWeg, Planstart};
use keukentafel::protocol::problem::Problem;
use keukentafel::protocol::view::{GroepWat, LidHuis, Uitgevoerd};
use serde::Serialize;
use utoipa::ToSchema;

use super::PadId;
use super::antwoord::{Nieuw, voer_uit};
use crate::app::App;
use crate::auth::{Ingelogd, Lichaam};
use crate::problem::Fout;

/// Makes a groep. A second one of the same persons is refused and points to the first (`verwijst_naar`), for who may see that.
#[utoipa::path(post, path = "/api/v1/groepen", tag = "groepen", request_body = NieuweGroep,
    params(("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 201, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn vorm(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    headers: HeaderMap,
    Lichaam(groep): Lichaam<NieuweGroep>,
) -> Result<Response, Fout> {
    let nieuw = Nieuw::Onder("/api/v1/groepen");
    voer_uit(&app, &ingelogd, &headers, Opdracht::VormGroep(groep), nieuw).await
}

/// A groep, with the way to whom it is about.
#[derive(Serialize, ToSchema)]
pub(crate) struct GroepOpen {
    /// The groep.
    #[serde(flatten)]
    groep: GroepWat,
    /// Where its persons live, of those whose huishouden the reader may open.
    huishoudens: Vec<LidHuis>,
}

/// A groep.
#[utoipa::path(get, path = "/api/v1/groepen/{id}", tag = "groepen", params(("id" = GroepId, Path)),
    responses((status = 200, body = GroepOpen),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn groep(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
) -> Result<Json<GroepOpen>, Fout> {
    let groep = app.tafel.groep(&ingelogd.wie, GroepId(id)).await?.ok_or_else(Fout::niet_gevonden)?;
    let leden: Vec<_> = groep.leden.iter().map(|lid| lid.id).collect();
    let huishoudens = app.tafel.huizen_van(&ingelogd.wie, &leden);
    Ok(Json(GroepOpen { groep, huishoudens }))
}

/// Says who stands around it.
#[utoipa::path(post, path = "/api/v1/groepen/{id}/participanten", tag = "groepen",
    request_body = NieuweParticipant,
    params(("id" = GroepId, Path), ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn participant(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(NieuweParticipant { persoon, hoedanigheid }): Lichaam<NieuweParticipant>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::VoegParticipantToe { groep: GroepId(id), persoon, hoedanigheid };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Says who does so no more.
#[utoipa::path(post, path = "/api/v1/groepen/{id}/participanten/verwijderen", tag = "groepen",
    request_body = ParticipantWeg,
    params(("id" = GroepId, Path), ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn participant_weg(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(ParticipantWeg { persoon }): Lichaam<ParticipantWeg>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::VerwijderParticipant { groep: GroepId(id), persoon };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Begins its plan. A second one while it runs is refused and points to the first (`verwijst_naar`).
#[utoipa::path(post, path = "/api/v1/groepen/{id}/plan", tag = "groepen", request_body = Planstart,
    params(("id" = GroepId, Path), ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 201, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn start_plan(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(Planstart { aanleiding }): Lichaam<Planstart>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::StartPlan { groep: GroepId(id), aanleiding };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Onder("/api/v1/plannen")).await
}
