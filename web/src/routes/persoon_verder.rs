//! Persons beyond the first registration: unknown ones, what the BRP says, gezag, an address that is kept from others.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;
use keukentafel::domain::ids::PersoonId;
use keukentafel::protocol::body::{
    GezagEinde, GezagHerroeping, NieuwGezag, NieuwUitBrp, NieuweIdentiteit, NieuweOnbekende, Opdracht,
    OpnieuwUitBrp,
};
use keukentafel::protocol::problem::Problem;
use keukentafel::protocol::view::{AdresWat, Uitgevoerd};

use super::PadId;
use super::antwoord::{Nieuw, voer_uit};
use crate::app::App;
use crate::auth::{Ingelogd, Lichaam};
use crate::problem::Fout;

/// Registers somebody of whom nobody knows who it is.
#[utoipa::path(post, path = "/api/v1/personen/onbekend", tag = "personen", request_body = NieuweOnbekende,
    params(("Idempotency-Key" = Option<uuid::Uuid>, Header, description = "The command id, a UUIDv7")),
    responses((status = 201, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn onbekend(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    headers: HeaderMap,
    Lichaam(onbekende): Lichaam<NieuweOnbekende>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::RegistreerOnbekende(onbekende);
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Onder("/api/v1/personen")).await
}

/// Says who somebody is who was unknown, or had no BSN.
#[utoipa::path(post, path = "/api/v1/personen/{id}/identiteit", tag = "personen", request_body = NieuweIdentiteit,
    params(("id" = PersoonId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn identiteit(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(identiteit): Lichaam<NieuweIdentiteit>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::StelIdentiteitVast { persoon: PersoonId(id), identiteit };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Takes somebody over from the BRP who is not known here.
#[utoipa::path(post, path = "/api/v1/personen/uit-brp", tag = "personen", request_body = NieuwUitBrp,
    params(("Idempotency-Key" = Option<uuid::Uuid>, Header, description = "The command id, a UUIDv7")),
    responses((status = 201, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = 503, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn uit_brp(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    headers: HeaderMap,
    Lichaam(vraag): Lichaam<NieuwUitBrp>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::NeemOverUitBrp(vraag);
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Onder("/api/v1/personen")).await
}

/// Keeps what the BRP says now of somebody who is known here; only what is chosen becomes our own data.
#[utoipa::path(post, path = "/api/v1/personen/{id}/uit-brp", tag = "personen", request_body = OpnieuwUitBrp,
    params(("id" = PersoonId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = 503, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn opnieuw_uit_brp(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(keuze): Lichaam<OpnieuwUitBrp>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::NeemOpnieuwOverUitBrp { persoon: PersoonId(id), keuze };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Records who has gezag over a minor, by decision of a court.
#[utoipa::path(post, path = "/api/v1/personen/{id}/gezag", tag = "personen", request_body = NieuwGezag,
    params(("id" = PersoonId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn gezag(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(gezag): Lichaam<NieuwGezag>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::LegGezagVast { persoon: PersoonId(id), gezag };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Records that somebody's gezag ended.
#[utoipa::path(post, path = "/api/v1/personen/{id}/gezag/einde", tag = "personen", request_body = GezagEinde,
    params(("id" = PersoonId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn gezag_einde(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(einde): Lichaam<GezagEinde>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::BeeindigGezag { persoon: PersoonId(id), einde };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Records that somebody's gezag was wrongly recorded: it never was so.
#[utoipa::path(post, path = "/api/v1/personen/{id}/gezag/herroeping", tag = "personen",
    request_body = GezagHerroeping,
    params(("id" = PersoonId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn gezag_herroeping(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(herroeping): Lichaam<GezagHerroeping>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::HerroepGezag { persoon: PersoonId(id), herroeping };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Where somebody lives who keeps it from others: only for who writes on a zaak of theirs.
#[utoipa::path(get, path = "/api/v1/personen/{id}/adres", tag = "personen", params(("id" = PersoonId, Path)),
    responses((status = 200, body = AdresWat),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn adres(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
) -> Result<Json<AdresWat>, Fout> {
    let found = app.tafel.adres(&ingelogd.wie, PersoonId(id)).await?;
    found.map(Json).ok_or_else(Fout::niet_gevonden)
}
