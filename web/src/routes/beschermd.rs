//! Protected dossiers: which there are, who may work on them, who looked.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;
use keukentafel::domain::ids::PersoonId;
use keukentafel::protocol::body::{Beschermingswijziging, Leeg, NieuweBescherming, Opdracht, PersoonVraag};
use keukentafel::protocol::problem::Problem;
use keukentafel::protocol::view::{BeschermdWat, Openingen, SpoorPersonen, Uitgevoerd};

use super::PadId;
use super::antwoord::{Nieuw, voer_uit};
use crate::app::App;
use crate::auth::{Ingelogd, Lichaam};
use crate::problem::Fout;

/// The protected dossiers, for who looks after them.
#[utoipa::path(get, operation_id = "beschermd", path = "/api/v1/beschermd", tag = "beschermd",
    responses((status = 200, body = BeschermdWat),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn lijst(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
) -> Result<Json<BeschermdWat>, Fout> {
    app.tafel.beschermd(&ingelogd.wie).await?.map(Json).ok_or_else(Fout::niet_gevonden)
}

/// Who looked at them last, or tried to; the newest first. The reading is a line of the trail itself.
#[utoipa::path(get, path = "/api/v1/beschermd/openingen", tag = "beschermd",
    responses((status = 200, body = Openingen),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn openingen(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
) -> Result<Json<Openingen>, Fout> {
    let found = app.tafel.openingen(&ingelogd.wie).await?;
    Ok(Json(Openingen { items: found.ok_or_else(Fout::niet_gevonden)? }))
}

/// Persons whose dossier can be protected. What is typed stands in no URL.
#[utoipa::path(post, operation_id = "beschermd_personen", path = "/api/v1/beschermd/personen", tag = "beschermd",
    request_body = PersoonVraag,
    responses((status = 200, body = SpoorPersonen),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn personen(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    Lichaam(vraag): Lichaam<PersoonVraag>,
) -> Result<Json<SpoorPersonen>, Fout> {
    let found = app.tafel.beschermd_personen(&ingelogd.wie, &vraag).await?;
    Ok(Json(SpoorPersonen { items: found.ok_or_else(Fout::niet_gevonden)? }))
}

/// Protects a dossier: from then on only whoever is named sees more of it than the name.
#[utoipa::path(post, path = "/api/v1/personen/{id}/bescherming", tag = "beschermd",
    request_body = NieuweBescherming,
    params(("id" = PersoonId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn bescherm(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(bescherming): Lichaam<NieuweBescherming>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::BeschermDossier { persoon: PersoonId(id), bescherming };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Changes who may work on a protected dossier, why it is one, and until when.
#[utoipa::path(post, path = "/api/v1/personen/{id}/bescherming/wijzigen", tag = "beschermd",
    request_body = Beschermingswijziging,
    params(("id" = PersoonId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn wijzig(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(bescherming): Lichaam<Beschermingswijziging>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::WijzigBescherming { persoon: PersoonId(id), bescherming };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Protects a dossier no more.
#[utoipa::path(post, path = "/api/v1/personen/{id}/bescherming/opheffen", tag = "beschermd",
    request_body = Leeg,
    params(("id" = PersoonId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn hef_op(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(Leeg {}): Lichaam<Leeg>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::HefBeschermingOp { persoon: PersoonId(id) };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}
