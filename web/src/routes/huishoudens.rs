//! Huishoudens: who live together, and what runs for them.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;
use keukentafel::domain::ids::{HuishoudenId, PersoonId};
use keukentafel::protocol::body::{
    LidKeuze, NieuwHuishouden, Opdracht, Verblijf, VerblijfHerroeping, Vertrek,
};
use keukentafel::protocol::problem::Problem;
use keukentafel::protocol::view::{HuishoudenAntwoord, HuishoudenVoorstel, Uitgevoerd};

use super::PadId;
use super::antwoord::{Nieuw, voer_uit, with_etag};
use crate::app::App;
use crate::auth::{Ingelogd, Lichaam};
use crate::problem::Fout;

/// Records who live together.
#[utoipa::path(post, operation_id = "nieuwHuishouden", path = "/api/v1/huishoudens", tag = "huishoudens",
    request_body = NieuwHuishouden,
    params(("Idempotency-Key" = Option<uuid::Uuid>, Header, description = "The command id, a UUIDv7")),
    responses((status = 201, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn nieuw(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    headers: HeaderMap,
    Lichaam(huishouden): Lichaam<NieuwHuishouden>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::StelHuishoudenVast(huishouden);
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Onder("/api/v1/huishoudens")).await
}

/// A huishouden, and what runs there as far as one may know.
#[utoipa::path(get, path = "/api/v1/huishoudens/{id}", tag = "huishoudens", params(("id" = HuishoudenId, Path)),
    responses((status = 200, body = HuishoudenAntwoord),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn huishouden(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
) -> Result<Response, Fout> {
    let found = app.tafel.huishouden(&ingelogd.wie, HuishoudenId(id)).await?;
    let found = found.ok_or_else(Fout::niet_gevonden)?;
    Ok(with_etag(found.huishouden.as_ref().map_or(0, |wat| wat.versie), &found))
}

/// With whom a person lives, and what runs there as far as one may know.
#[utoipa::path(get, path = "/api/v1/personen/{id}/huishouden", tag = "huishoudens", params(("id" = PersoonId, Path)),
    responses((status = 200, body = HuishoudenAntwoord),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn van_persoon(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
) -> Result<Json<HuishoudenAntwoord>, Fout> {
    let found = app.tafel.huishouden_van(&ingelogd.wie, PersoonId(id)).await?;
    found.map(Json).ok_or_else(Fout::niet_gevonden)
}

/// Who is registered at the address of a person: a proposal.
#[utoipa::path(get, path = "/api/v1/personen/{id}/huishouden/voorstel", tag = "huishoudens",
    params(("id" = PersoonId, Path)),
    responses((status = 200, body = HuishoudenVoorstel),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn voorstel(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
) -> Result<Json<HuishoudenVoorstel>, Fout> {
    let found = app.tafel.huishouden_voorstel(&ingelogd.wie, PersoonId(id)).await?;
    found.map(Json).ok_or_else(Fout::niet_gevonden)
}

/// Records that somebody lives there too.
#[utoipa::path(post, path = "/api/v1/huishoudens/{id}/leden", tag = "huishoudens", request_body = LidKeuze,
    params(("id" = HuishoudenId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn lid(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(lid): Lichaam<LidKeuze>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::VoegLidToe { huishouden: HuishoudenId(id), lid };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Records that somebody lives there no more.
#[utoipa::path(post, path = "/api/v1/huishoudens/{id}/vertrek", tag = "huishoudens", request_body = Vertrek,
    params(("id" = HuishoudenId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn vertrek(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(vertrek): Lichaam<Vertrek>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::LidVertrekt { huishouden: HuishoudenId(id), vertrek };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Records that somebody lives there otherwise than the BRP says.
#[utoipa::path(post, path = "/api/v1/huishoudens/{id}/verblijf", tag = "huishoudens", request_body = Verblijf,
    params(("id" = HuishoudenId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn verblijf(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(verblijf): Lichaam<Verblijf>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::VerblijfWijktAf { huishouden: HuishoudenId(id), verblijf };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Records that somebody's residence there was wrongly recorded: it never was so.
#[utoipa::path(post, path = "/api/v1/huishoudens/{id}/verblijf/herroeping", tag = "huishoudens",
    request_body = VerblijfHerroeping,
    params(("id" = HuishoudenId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn verblijf_herroeping(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(herroeping): Lichaam<VerblijfHerroeping>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::HerroepVerblijf { huishouden: HuishoudenId(id), herroeping };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}
