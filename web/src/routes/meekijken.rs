//! What leden of a groep let each other see.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;
use keukentafel::domain::ids::{PlanId, ToekenningId};
use keukentafel::protocol::body::{Meekijkstop, NieuwMeekijken, Opdracht};
use keukentafel::protocol::problem::Problem;
use keukentafel::protocol::view::{MeekijkenInPlan, Uitgevoerd};

use super::PadId;
use super::antwoord::{Nieuw, voer_uit};
use crate::app::App;
use crate::auth::{Ingelogd, Lichaam};
use crate::problem::Fout;

/// What the leden of a plan let each other see, for who sees all of the plan.
#[utoipa::path(get, operation_id = "plan_meekijkers", path = "/api/v1/plannen/{id}/meekijken", tag = "toestemmingen",
    params(("id" = PlanId, Path)),
    responses((status = 200, body = MeekijkenInPlan),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn lijst(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
) -> Result<Json<MeekijkenInPlan>, Fout> {
    app.tafel.meekijken(&ingelogd.wie, PlanId(id)).await?.map(Json).ok_or_else(Fout::niet_gevonden)
}

/// Lets another lid of the groep see something of oneself, after a day to think, until the end of a day. Taken back with the toekenning.
#[utoipa::path(post, operation_id = "plan_meekijken", path = "/api/v1/plannen/{id}/meekijken", tag = "toestemmingen",
    request_body = NieuwMeekijken,
    params(("id" = PlanId, Path), ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn laat(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(meekijken): Lichaam<NieuwMeekijken>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::LaatMeekijken { plan: PlanId(id), meekijken };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Ends it for a reason, as a regisseur of the plan.
#[utoipa::path(post, operation_id = "meekijken_stoppen", path = "/api/v1/toekenningen/{id}/stoppen", tag = "toestemmingen",
    request_body = Meekijkstop,
    params(("id" = ToekenningId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn stop(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(Meekijkstop { reden }): Lichaam<Meekijkstop>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::StopMeekijken { toekenning: ToekenningId(id), reden };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}
