//! What leden bring into a plan, and what is done with it.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;
use keukentafel::domain::ids::PlanId;
use keukentafel::protocol::body::{
    EenDoelreactie, NieuwReactieantwoord, NieuweActiemelding, NieuweDoelreactie, NieuweDoorvraag, Opdracht,
};
use keukentafel::protocol::problem::Problem;
use keukentafel::protocol::view::Uitgevoerd;

use super::PadId;
use super::antwoord::{Nieuw, voer_uit};
use crate::app::App;
use crate::auth::{Ingelogd, Lichaam};
use crate::problem::Fout;

/// Says what one thinks of a goal, as a lid of the groep.
#[utoipa::path(post, operation_id = "plan_doel_reageren", path = "/api/v1/plannen/{id}/doelen/reageren", tag = "plannen", request_body = NieuweDoelreactie,
    params(("id" = PlanId, Path), ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn reageer(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(reactie): Lichaam<NieuweDoelreactie>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::ReageerOpDoel { plan: PlanId(id), reactie };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Says that one read what a lid thinks of a goal.
#[utoipa::path(post, operation_id = "plan_doelreactie_lezen", path = "/api/v1/plannen/{id}/doelreacties/lezen", tag = "plannen", request_body = EenDoelreactie,
    params(("id" = PlanId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn lees(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(EenDoelreactie { reactie }): Lichaam<EenDoelreactie>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::LeesDoelreactie { plan: PlanId(id), reactie };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Answers what a lid thinks of a goal.
#[utoipa::path(post, operation_id = "plan_doelreactie_beantwoorden", path = "/api/v1/plannen/{id}/doelreacties/beantwoorden", tag = "plannen", request_body = NieuwReactieantwoord,
    params(("id" = PlanId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn beantwoord(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(antwoord): Lichaam<NieuwReactieantwoord>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::BeantwoordDoelreactie { plan: PlanId(id), antwoord };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Says that one did what one was to do, as a lid of the groep. Who leads the plan says whether it is done.
#[utoipa::path(post, operation_id = "plan_actie_melden", path = "/api/v1/plannen/{id}/acties/melden", tag = "plannen", request_body = NieuweActiemelding,
    params(("id" = PlanId, Path), ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn meld(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(melding): Lichaam<NieuweActiemelding>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::MeldEigenActieGedaan { plan: PlanId(id), melding };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Says that what one reported done is not done yet, as a lid of the groep.
#[utoipa::path(post, operation_id = "plan_actie_nog_niet", path = "/api/v1/plannen/{id}/acties/nog-niet", tag = "plannen", request_body = NieuweActiemelding,
    params(("id" = PlanId, Path), ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn nog_niet(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(melding): Lichaam<NieuweActiemelding>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::MeldEigenActieNogNiet { plan: PlanId(id), melding };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Asks on about what a lid says is done.
#[utoipa::path(post, operation_id = "plan_actie_doorvragen", path = "/api/v1/plannen/{id}/acties/doorvragen", tag = "plannen", request_body = NieuweDoorvraag,
    params(("id" = PlanId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn vraag_door(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(vraag): Lichaam<NieuweDoorvraag>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::VraagDoorOverActie { plan: PlanId(id), vraag };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}
