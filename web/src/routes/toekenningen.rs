//! Who stands in for whom, and the glas of a plan.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;
use keukentafel::domain::ids::{MedewerkerId, PlanId, ToekenningId};
use keukentafel::protocol::body::{
    GlasBeoordeling, Leeg, NieuwGlas, NieuweVervanging, Opdracht, Werkvoorraadoverdracht,
};
use keukentafel::protocol::problem::Problem;
use keukentafel::protocol::view::{GlazenWat, PlanDat, ToekenningenWat, Uitgevoerd, VervangersWat};
use serde::Serialize;
use utoipa::ToSchema;

use super::PadId;
use super::antwoord::{Nieuw, voer_uit};
use crate::app::App;
use crate::auth::{Ingelogd, Lichaam};
use crate::problem::Fout;

/// The running plans that a medewerker leads: that they run.
#[derive(Serialize, ToSchema)]
pub(crate) struct PlannenVanMedewerker {
    /// Each of them.
    items: Vec<PlanDat>,
}

/// For whom one stands in, who stands in for one, and which glas concerns one.
#[utoipa::path(get, operation_id = "toekenningen", path = "/api/v1/toekenningen", tag = "toekenningen",
    responses((status = 200, body = ToekenningenWat),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn mijn(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
) -> Result<Json<ToekenningenWat>, Fout> {
    Ok(Json(app.tafel.toekenningen(&ingelogd.wie).await?))
}

/// Ends a toekenning before its time, on every open screen too.
#[utoipa::path(post, path = "/api/v1/toekenningen/{id}/intrekken", tag = "toekenningen", request_body = Leeg,
    params(("id" = ToekenningId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn intrekken(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(Leeg {}): Lichaam<Leeg>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::TrekToekenningIn { toekenning: ToekenningId(id) };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Looks back at a glas.
#[utoipa::path(post, path = "/api/v1/toekenningen/{id}/beoordelen", tag = "toekenningen",
    request_body = GlasBeoordeling,
    params(("id" = ToekenningId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn beoordelen(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(beoordeling): Lichaam<GlasBeoordeling>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::BeoordeelGlas { toekenning: ToekenningId(id), beoordeling };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Every glas that waits to be looked back at, oldest first.
#[utoipa::path(get, path = "/api/v1/glas", tag = "toekenningen",
    responses((status = 200, body = GlazenWat),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn glazen(State(app): State<Arc<App>>, ingelogd: Ingelogd) -> Result<Json<GlazenWat>, Fout> {
    app.tafel.glazen(&ingelogd.wie).await?.map(Json).ok_or_else(Fout::niet_gevonden)
}

/// Looks into a plan because nobody who may can.
#[utoipa::path(post, path = "/api/v1/plannen/{id}/glas", tag = "toekenningen", request_body = NieuwGlas,
    params(("id" = PlanId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn glas(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(glas): Lichaam<NieuwGlas>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::BreekGlas { plan: PlanId(id), glas };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Who stands in for a medewerker, and who could.
#[utoipa::path(get, path = "/api/v1/medewerkers/{id}/vervangers", tag = "toekenningen",
    params(("id" = MedewerkerId, Path)),
    responses((status = 200, body = VervangersWat),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn vervangers(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
) -> Result<Json<VervangersWat>, Fout> {
    let found = app.tafel.vervangers(&ingelogd.wie, MedewerkerId(id)).await?;
    found.map(Json).ok_or_else(Fout::niet_gevonden)
}

/// Says who stands in for somebody who is away: for oneself, or, for who distributes the work, for another.
#[utoipa::path(post, path = "/api/v1/medewerkers/{id}/vervanger", tag = "toekenningen",
    request_body = NieuweVervanging,
    params(("id" = MedewerkerId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn vervanger(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(vervanging): Lichaam<NieuweVervanging>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::WijsVervangerAan { medewerker: MedewerkerId(id), vervanging };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// The running plans that a medewerker leads: that they run, and nothing of them.
#[utoipa::path(get, operation_id = "plannen_van_medewerker", path = "/api/v1/medewerkers/{id}/plannen",
    tag = "toekenningen", params(("id" = MedewerkerId, Path)),
    responses((status = 200, body = PlannenVanMedewerker),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn plannen(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
) -> Result<Json<PlannenVanMedewerker>, Fout> {
    let found = app.tafel.plannen_van(&ingelogd.wie, MedewerkerId(id)).await?;
    found.map(|items| Json(PlannenVanMedewerker { items })).ok_or_else(Fout::niet_gevonden)
}

/// Passes all the work of a medewerker to colleagues, in one action and unread. `resterend` says how much is left for a next part.
#[utoipa::path(post, path = "/api/v1/medewerkers/{id}/werkvoorraad/overdragen", tag = "toekenningen",
    request_body = Werkvoorraadoverdracht,
    params(("id" = MedewerkerId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn overdragen(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(overdracht): Lichaam<Werkvoorraadoverdracht>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::DraagWerkvoorraadOver { medewerker: MedewerkerId(id), overdracht };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}
