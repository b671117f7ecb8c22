//! A besluit on a zaak, and its second pair of eyes.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;
use keukentafel::domain::ids::ZaakId;
use keukentafel::protocol::body::{Besluitwijziging, EenVersie, NieuwBesluit, Opdracht, Voorstelafwijzing};
use keukentafel::protocol::problem::Problem;
use keukentafel::protocol::view::{Uitgevoerd, ZaakBesluit};

use super::PadId;
use super::antwoord::{Nieuw, voer_uit};
use crate::app::App;
use crate::auth::{Ingelogd, Lichaam};
use crate::problem::Fout;

/// What waits for a second pair of eyes, for who may be that.
#[utoipa::path(get, operation_id = "besluit", path = "/api/v1/zaken/{id}/besluit", tag = "besluiten",
    params(("id" = ZaakId, Path)),
    responses((status = 200, body = ZaakBesluit),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn besluit(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
) -> Result<Json<ZaakBesluit>, Fout> {
    let besluit = app.tafel.zaak_besluit(&ingelogd.wie, ZaakId(id)).await?;
    besluit.map(Json).ok_or_else(Fout::niet_gevonden)
}

/// Offers a besluit to a second pair of eyes.
#[utoipa::path(post, operation_id = "stelBesluitVoor", path = "/api/v1/zaken/{id}/besluit", tag = "besluiten", request_body = NieuwBesluit,
    params(("id" = ZaakId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn voorstellen(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(besluit): Lichaam<NieuwBesluit>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::StelBesluitVoor { zaak: ZaakId(id), besluit };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Offers another version; an agreement with the one before is void.
#[utoipa::path(post, path = "/api/v1/zaken/{id}/besluit/wijzigen", tag = "besluiten", request_body = Besluitwijziging,
    params(("id" = ZaakId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn wijzigen(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(Besluitwijziging { hash, besluit }): Lichaam<Besluitwijziging>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::WijzigVoorstel { zaak: ZaakId(id), hash, besluit };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Agrees with a version; never by who contributed to it.
#[utoipa::path(post, path = "/api/v1/zaken/{id}/besluit/accorderen", tag = "besluiten", request_body = EenVersie,
    params(("id" = ZaakId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn accorderen(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(EenVersie { hash }): Lichaam<EenVersie>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::Accordeer { zaak: ZaakId(id), hash };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Does not agree with a version, and says why.
#[utoipa::path(post, path = "/api/v1/zaken/{id}/besluit/afwijzen", tag = "besluiten", request_body = Voorstelafwijzing,
    params(("id" = ZaakId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn afwijzen(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(Voorstelafwijzing { hash, reden }): Lichaam<Voorstelafwijzing>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::WijsVoorstelAf { zaak: ZaakId(id), hash, reden };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Takes a proposal back.
#[utoipa::path(post, path = "/api/v1/zaken/{id}/besluit/intrekken", tag = "besluiten", request_body = EenVersie,
    params(("id" = ZaakId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn intrekken(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(EenVersie { hash }): Lichaam<EenVersie>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::TrekVoorstelIn { zaak: ZaakId(id), hash };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Decides as a version says.
#[utoipa::path(post, path = "/api/v1/zaken/{id}/besluit/nemen", tag = "besluiten", request_body = EenVersie,
    params(("id" = ZaakId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn nemen(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(EenVersie { hash }): Lichaam<EenVersie>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::NeemBesluit { zaak: ZaakId(id), hash };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}
